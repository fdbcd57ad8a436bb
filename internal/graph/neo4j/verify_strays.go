package neo4j

import (
	"regexp"
	"slices"
	"strings"

	"graphload/internal/graph"
	"graphload/internal/news"
)

// What to do about a node of which nobody can tell whose it is.
const whoseNode = "if graphload loaded it, load again what it rests on or delete it by hand; if not, give it a label that is not graphload's"

// keyless looks at nodes that have no key. What articles say of people, places and statements gives them one when it is looked
// at.
func (v *verifier) keyless() error {
	const size = 100
	for _, label := range ourLabels() {
		for after := ""; ; {
			query := forLabel(verifyKeyless, label)
			found, err := v.db.read(v.ctx, query, map[string]any{"after": after, "size": size})
			if err != nil {
				return err
			}
			if len(found) == 0 {
				break
			}
			from := after
			after = found[len(found)-1].text("node")
			if err := v.page(func(c *checker) error {
				rows, err := c.run(query, map[string]any{"after": from, "size": size})
				for _, r := range rows {
					if err := c.keylessNode(label, r); err != nil {
						return err
					}
				}
				return err
			}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *checker) keylessNode(label graph.Label, r row) error {
	c.nodes++
	node, props := r.text("node"), r.row("props")
	f := Finding{Kind: FindKey, Where: string(label) + " without a key, element " + node,
		Found: label.KeyProperty() + " is " + inWords(props[label.KeyProperty()]), Expected: "a text that is not empty"}
	evidence, _ := r["evidence"].(bool)
	switch {
	case label == graph.ArticleLabel:
		return c.keylessArticle(f, node)
	case !evidence:
		f.Todo = whoseNode
		c.tell(f, nil)
	case label == graph.MeetingLabel: // any key serves until it is asked of which meeting its reports are
		c.tell(f, change(fixNodeSet, map[string]any{"id": node, "props": map[string]any{"id": "element " + node}}))
	}
	return nil
}

// keylessArticle gives an article its key back where its hash tells that it is the one.
func (c *checker) keylessArticle(f Finding, node string) error {
	found, err := c.run(verifyKeylessArticle, map[string]any{"node": node})
	if err != nil {
		return err
	}
	for _, r := range found {
		if a := c.readArticle(r); a.props["hash"] != nil {
			if _, id, ok := a.whole(); ok && id != "" {
				c.tell(f, a.rename(id))
				return nil
			}
		}
	}
	f.Todo = whoseNode
	c.tell(f, nil)
	return nil
}

// misplaced looks at relationships between nodes that they cannot be between.
func (v *verifier) misplaced() error {
	const size = 100
	for _, form := range graph.LinkForms() {
		query := forType(verifyMisplaced, form.Type)
		var ends []string
		for _, e := range form.Ends {
			ends = append(ends, string(e.From)+" "+string(e.To))
		}
		for after := ""; ; {
			params := map[string]any{"after": after, "size": size, "labels": ourLabels(), "ends": ends}
			found, err := v.db.read(v.ctx, query, params)
			if err != nil {
				return err
			}
			if len(found) == 0 {
				break
			}
			after = found[len(found)-1].text("link")
			if err := v.page(func(c *checker) error {
				rows, err := c.run(query, params)
				for _, r := range rows {
					from, _ := endOf(row{"labels": r["fromLabels"], "id": r["fromId"], "code": r["fromCode"]})
					to, _ := endOf(row{"labels": r["toLabels"], "id": r["toId"], "code": r["toCode"]})
					c.tell(Finding{Kind: FindLink, Where: linkAt(from, form.Type, to), Found: "no evidence can say so",
						Expected: "no such relationship"}, change(fixLinkDelete, map[string]any{"id": r.text("link")}))
				}
				return err
			}); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkOrphans looks at people, countries, organizations and places that no article mentions.
func checkOrphans(c *checker, label graph.Label, keys []string) error {
	found, err := c.run(forLabel(verifyOrphans, label), map[string]any{"keys": keys})
	if err != nil {
		return err
	}
	for _, r := range found {
		self := graph.Ref{Label: label, Key: r.text("key")}
		f := Finding{Kind: FindOrphan, Where: refAt(self), Found: "no article mentions it",
			Expected: "a mention, or no such node"}
		if tied, _ := r["tied"].(bool); tied || !onlyOurs(label, r) || !loadedValues(self, r.row("props")) {
			f.Todo = whoseNode
			c.tell(f, nil)
			continue
		}
		c.tell(f, change(fixNodeDelete, map[string]any{"id": r.text("node")}))
	}
	return nil
}

// unreported tells of a statement or meeting that no article reports. It goes where it is certain that graphload loaded it;
// where others hold on to it, only what graphload derived goes.
func (c *checker) unreported(self graph.Ref, r row) error {
	f := Finding{Kind: FindOrphan, Where: refAt(self), Found: "no article reports it", Expected: "a report, or no such node"}
	shared, _ := r["shared"].(bool)
	switch {
	case !loadedValues(self, r.row("props")):
		f.Todo = whoseNode
		c.tell(f, nil)
	case shared || !onlyOurs(self.Label, r):
		f.Todo = whoseNode
		empty := map[string]any{}
		for _, name := range nodeNames(self.Label) {
			if name != self.Label.KeyProperty() {
				empty[name] = nil
			}
		}
		c.tell(f, change(fixNodeEmpty, map[string]any{"id": r.text("node"), "props": empty, "types": ourTypes(),
			"labels": ourLabels()}))
	default:
		c.tell(f, change(fixNodeDelete, map[string]any{"id": r.text("node")}))
	}
	return nil
}

// onlyOurs reports whether a node has no other label and no property of others.
func onlyOurs(label graph.Label, r row) bool {
	names := nodeNames(label)
	for name := range r.row("props") {
		if !slices.Contains(names, name) {
			return false
		}
	}
	return slices.Equal(r.texts("labels"), []string{string(label)})
}

var hashKey = regexp.MustCompile(`^[0-9a-f]{32}$`)

// loadedValues reports whether a node has a key that graphload gives to one with its values. Who else made such a node copied
// it from graphload.
func loadedValues(self graph.Ref, props row) bool {
	switch self.Label {
	case graph.StatementLabel, graph.MeetingLabel:
		return hashKey.MatchString(self.Key) && props.text("kind") != "" && props.number("reports") > 0
	case graph.Country:
		name, iso3 := graph.CountryName(self.Key)
		return iso3 != "" && props.text("iso3") == iso3 && props.text("name") == name
	}
	name, _, _ := strings.Cut(self.Key, "@")
	return slices.ContainsFunc(append(props.texts("aliases"), props.text("name")), func(s string) bool {
		return s != "" && (news.Slug(s) == name || news.PersonID(s) == name)
	})
}
