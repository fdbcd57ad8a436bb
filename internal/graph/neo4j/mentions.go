package neo4j

import (
	"maps"
	"slices"

	"graphload/internal/graph"
)

// writeMentions writes what articles mention, and what is derived from it: names, aliases and titles, and who
// represents which country.
func (w *writer) writeMentions(list []article) error {
	names := map[graph.Ref]graph.Name{}
	ties := map[tieKey]graph.Tie{}
	inCountry := map[graph.Ref]string{}
	for _, a := range list {
		for i := range a.Mentions {
			m := &a.Mentions[i]
			w.link(graph.Mentions, w.articles[a.Article.ID], w.nodeOf(m.Target), m.Props())
			names[m.Target] = names[m.Target].Join(m.Named())
			if m.Represents != "" {
				k := tieKey{m.Target, m.Represents}
				ties[k] = ties[k].Join(m.Tie(a.Article.Published))
			}
		}
		for i := range a.Meetings {
			if key := a.Meetings[i].PlaceKey(); key != "" && a.Meetings[i].Country != "" {
				inCountry[graph.Ref{Label: graph.Place, Key: key}] = a.Meetings[i].Country
			}
		}
	}
	rereadTies, err := w.reread(names)
	if err != nil {
		return err
	}
	w.setNames(names)
	w.setPlaces(inCountry)
	return w.setTies(ties, rereadTies)
}

// tieKey is a person who represents a country.
type tieKey struct {
	person  graph.Ref
	country string
}

// reread joins to the names of nodes that lost evidence what the evidence that is left says, which replaces what is stored,
// and returns what it says of whom they represent.
func (w *writer) reread(names map[graph.Ref]graph.Name) (map[tieKey]graph.Tie, error) {
	byNode := map[string]graph.Ref{}
	for ref := range w.rereads {
		byNode[w.nodeOf(ref).id] = ref
		w.nodes[ref].props = nil
	}
	ties := map[tieKey]graph.Tie{}
	if len(byNode) == 0 {
		return ties, nil
	}
	// Of a country there may be hundreds of thousands.
	err := w.stream(keepPlan+mentionsOf, given("nodes", slices.Sorted(maps.Keys(byNode))), func(r row) error {
		ref := byNode[r.text("node")]
		m := graph.Mention{Target: ref, Name: r.text("name"), Aliases: r.texts("aliases"), Titles: r.texts("titles"),
			Represents: r.text("represents")}
		names[ref] = names[ref].Join(m.Named())
		if m.Represents != "" {
			k := tieKey{ref, m.Represents}
			ties[k] = ties[k].Join(m.Tie(r.text("published")))
		}
		return nil
	})
	return ties, err
}

// setNames joins names to what is stored. Countries that no article names get their common name.
func (w *writer) setNames(names map[graph.Ref]graph.Name) {
	for _, ref := range slices.SortedFunc(maps.Keys(w.nodes), graph.Ref.Compare) {
		if !slices.Contains(graph.Labels(), ref.Label) {
			continue
		}
		n := w.nodes[ref]
		stored := graph.Name{Name: n.props.text("name"), Aliases: n.props.texts("aliases"), Titles: n.props.texts("titles")}
		joined := stored.Join(names[ref])
		if p := joined.Props(ref); !sameProps(n.props, p) {
			w.set(n, p)
		}
	}
}

// setTies writes REPRESENTS: fresh is added to what is stored, and for people that lost evidence to what the rest of it says.
func (w *writer) setTies(fresh, reread map[tieKey]graph.Tie) error {
	people := map[string]graph.Ref{} // by node, those that are stored
	for k := range fresh {
		if id := w.nodeOf(k.person).id; id != "" {
			people[id] = k.person
		}
	}
	for ref := range w.rereads {
		if ref.Label == graph.Person {
			people[w.nodeOf(ref).id] = ref
		}
	}
	stored, err := each(w, representsOf, "nodes", slices.Sorted(maps.Keys(people)))
	if err != nil {
		return err
	}
	wanted := maps.Clone(reread)
	for k, t := range fresh {
		wanted[k] = wanted[k].Join(t)
	}
	for _, r := range stored {
		k := tieKey{people[r.text("node")], r.text("code")}
		old := tie(r.row("props"))
		t, stays := wanted[k]
		delete(wanted, k)
		switch {
		case !stays && w.rereads[k.person]:
			w.cutLink(r.text("node"), r.text("link"))
			w.orphans[r.text("country")] = true
			continue
		case !stays:
			continue
		case !w.rereads[k.person]:
			t = old.Join(t)
		}
		if !t.Equal(old) {
			w.resetLink(r.text("node"), r.text("link"), t.Props())
		}
	}
	keys := slices.SortedFunc(maps.Keys(wanted), func(a, b tieKey) int {
		return slices.Compare([]string{a.person.Key, a.country}, []string{b.person.Key, b.country})
	})
	var countries []graph.Ref
	for _, k := range keys {
		countries = append(countries, graph.Ref{Label: graph.Country, Key: k.country})
	}
	if err := w.find(countries); err != nil {
		return err
	}
	for i, k := range keys {
		w.link(graph.Represents, w.nodeOf(k.person), w.nodeOf(countries[i]), wanted[k].Props())
	}
	return nil
}

// setPlaces writes in which country places lie.
func (w *writer) setPlaces(inCountry map[graph.Ref]string) {
	for _, ref := range slices.SortedFunc(maps.Keys(inCountry), graph.Ref.Compare) {
		place, country := w.nodeOf(ref), w.nodeOf(graph.Ref{Label: graph.Country, Key: inCountry[ref]})
		if !place.leadsTo(country) {
			w.link(graph.In, place, country, nil)
		}
	}
}
