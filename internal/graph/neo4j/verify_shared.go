package neo4j

import (
	"graphload/internal/graph"
)

// checkShared compares people, countries, organizations and places with what all articles say of them. Mentions are joined as
// they come: of a president there may be hundreds of thousands.
func checkShared(c *checker, label graph.Label, keys []string) error {
	found, err := c.run(forLabel(verifyShared, label), map[string]any{"keys": keys})
	if err != nil {
		return err
	}
	names := map[string]graph.Name{}
	ties := map[string]map[string]graph.Tie{} // by key of the person and code of the country
	if err := c.stream(forLabel(verifyMentions, label), map[string]any{"keys": keys}, func(r row) error {
		key := r.text("key")
		c.links++
		m := graph.Mention{Target: graph.Ref{Label: label, Key: key}, Name: r.text("name"), Aliases: r.texts("aliases"),
			Titles: r.texts("titles"), Represents: r.text("represents")}
		names[key] = names[key].Join(m.Named())
		if m.Represents != "" {
			if ties[key] == nil {
				ties[key] = map[string]graph.Tie{}
			}
			ties[key][m.Represents] = ties[key][m.Represents].Join(m.Tie(r.text("published")))
		}
		return nil
	}); err != nil {
		return err
	}
	lies := map[string]map[graph.Ref]map[string]any{}
	if label == graph.Place {
		if lies, err = c.countriesOf(keys); err != nil {
			return err
		}
	}
	for _, r := range found {
		c.nodes++
		self := graph.Ref{Label: label, Key: r.text("key")}
		name, mentioned := names[self.Key]
		if mentioned || label == graph.Country { // of what nobody mentions the name stays, until the articles come again
			c.tellValues(FindValue, refAt(self), fixNodeSet, r.text("node"), differences(r.row("props"), name.Props(self),
				nodeNames(label)))
		}
		tied := derivedLinks{self: self, kind: graph.Represents, stored: r.rows("represents"),
			wanted: map[graph.Ref]map[string]any{}}
		for code, t := range ties[self.Key] {
			tied.wanted[graph.Ref{Label: graph.Country, Key: code}] = t.Props()
		}
		for _, l := range []derivedLinks{tied, {self: self, kind: graph.In, stored: r.rows("lies"), wanted: lies[self.Key]}} {
			if err := c.compareLinks(l); err != nil {
				return err
			}
		}
	}
	return nil
}

// countriesOf returns in which countries places lie, as the reports say that name them.
func (c *checker) countriesOf(keys []string) (map[string]map[graph.Ref]map[string]any, error) {
	lies := map[string]map[graph.Ref]map[string]any{}
	err := c.stream(verifyPlaces, map[string]any{"keys": keys}, func(r row) error {
		report := graph.Report{Place: r.text("place"), Country: r.text("country")}
		if key := r.text("key"); report.PlaceKey() == key {
			lies[key] = map[graph.Ref]map[string]any{{Label: graph.Country, Key: report.Country}: nil}
		}
		return nil
	})
	return lies, err
}
