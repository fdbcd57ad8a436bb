package neo4j

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"graphload/internal/graph"
)

// The properties that graphload writes. Others belong to others.

func nodeNames(label graph.Label) []string {
	for _, form := range graph.NodeForms() {
		if form.Label == label {
			return names(form.Properties)
		}
	}
	return nil
}

func linkNames(t graph.LinkType) []string {
	for _, form := range graph.LinkForms() {
		if form.Type == t {
			return names(form.Properties)
		}
	}
	return nil
}

func names(properties []graph.Property) []string {
	list := make([]string, 0, len(properties))
	for _, p := range properties {
		list = append(list, p.Name)
	}
	return list
}

// without returns the names but for some.
func without(names []string, some ...string) []string {
	return slices.DeleteFunc(names, func(n string) bool { return slices.Contains(some, n) })
}

// difference is a property that is not as it should be.
type difference struct {
	name           string
	stored, wanted any // nil for none
}

// differences compares those of the stored properties that have one of the names.
func differences(stored row, wanted map[string]any, names []string) []difference {
	var list []difference
	for _, name := range names {
		if !sameValue(stored[name], wanted[name]) {
			list = append(list, difference{name, stored[name], wanted[name]})
		}
	}
	return list
}

// tellValues tells differences of properties; set is the statement that sets props at an id of the database.
func (c *checker) tellValues(kind FindingKind, where string, set cypher, id string, list []difference) {
	for _, d := range list {
		c.tell(d.finding(kind, where), change(set, map[string]any{"id": id, "props": map[string]any{d.name: d.wanted}}))
	}
}

func (d difference) finding(kind FindingKind, where string) Finding {
	return Finding{Kind: kind, Where: where, Found: d.name + " is " + inWords(d.stored),
		Expected: d.name + " " + inWords(d.wanted)}
}

// mostWords is the length from which on a value is cut where it is told.
const mostWords = 120

// inWords returns a property's value for a reader.
func inWords(v any) string {
	if v == nil {
		return "not there"
	}
	text, err := json.Marshal(value(v))
	if err != nil {
		return fmt.Sprintf("of the type %T", v)
	}
	words := string(text)
	if utf8.RuneCountInString(words) > mostWords {
		words = string([]rune(words)[:mostWords]) + "…"
	}
	return words
}

// nodeAt names a node for a reader.
func nodeAt(label graph.Label, key string) string { return string(label) + " " + key }

func refAt(r graph.Ref) string { return nodeAt(r.Label, r.Key) }

// linkAt names a relationship for a reader.
func linkAt(from graph.Ref, t graph.LinkType, to graph.Ref) string {
	return fmt.Sprintf("(%s)-[%s]->(%s)", refAt(from), t, refAt(to))
}

// endOf returns the node that a row tells by labels, id and code, and false where it is none of graphload's, or has no key.
func endOf(r row) (graph.Ref, bool) {
	labels := r.texts("labels")
	for _, label := range ourLabels() {
		if slices.Contains(labels, string(label)) {
			key := r.text(label.KeyProperty())
			return graph.Ref{Label: label, Key: key}, true
		}
	}
	return graph.Ref{}, false
}

// derivedLinks compares the relationships of a type that lead from a node, or to it, with those that evidence demands, by the
// node at the other end.
type derivedLinks struct {
	self     graph.Ref
	kind     graph.LinkType
	incoming bool
	wanted   map[graph.Ref]map[string]any
	stored   []row // link, labels, id, code and props
}

func (c *checker) compareLinks(l derivedLinks) error {
	c.links += len(l.stored)
	seen := map[graph.Ref]bool{}
	for _, r := range l.stored {
		other, ours := endOf(r)
		if from, to := l.ends(other); !ours || !allowed(l.kind, from, to) {
			continue // another's, or told as misplaced
		}
		link := r.text("link")
		where := l.at(other)
		props, stays := l.wanted[other]
		remove := change(fixLinkDelete, map[string]any{"id": link})
		switch {
		case !stays:
			c.tell(Finding{Kind: FindLink, Where: where, Found: "no evidence says so", Expected: "no such relationship"}, remove)
		case seen[other]:
			c.tell(Finding{Kind: FindLink, Where: where, Found: "is there more than once", Expected: "one relationship"}, remove)
		default:
			seen[other] = true
			c.tellValues(FindValue, where, fixLinkSet, link, differences(r.row("props"), props, linkNames(l.kind)))
		}
	}
	for _, other := range slices.SortedFunc(maps.Keys(l.wanted), graph.Ref.Compare) {
		if seen[other] {
			continue
		}
		if err := c.tellMissing(l, other); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) tellMissing(l derivedLinks, other graph.Ref) error {
	f := Finding{Kind: FindLink, Where: l.at(other), Found: "is missing", Expected: "the evidence says so"}
	there, err := c.run(forLabel(verifyExists, other.Label), map[string]any{"key": other.Key})
	if err != nil {
		return err
	}
	if len(there) == 0 && other.Label != graph.Country {
		f.Found = "is missing, as is the " + refAt(other)
		f.Todo = loadAgain
	}
	if f.Todo != "" {
		c.tell(f, nil)
		return nil
	}
	from, to := l.ends(other)
	props := l.wanted[other]
	c.tell(f, func(w *writer) (bool, error) {
		if other.Label == graph.Country { // any code makes one
			if _, err := w.run(forLabel(fixNodeMake, graph.Country), map[string]any{"key": other.Key,
				"props": graph.Name{}.Props(other)}); err != nil {
				return false, err
			}
		}
		return change(createBetween(from, l.kind, to), map[string]any{"from": from.Key, "to": to.Key, "props": orNone(props)})(w)
	})
	return nil
}

func orNone(props map[string]any) map[string]any {
	if props == nil {
		return map[string]any{}
	}
	return props
}

func (l *derivedLinks) ends(other graph.Ref) (from, to graph.Ref) {
	if l.incoming {
		return other, l.self
	}
	return l.self, other
}

func (l *derivedLinks) at(other graph.Ref) string {
	from, to := l.ends(other)
	return linkAt(from, l.kind, to)
}

// createBetween is the statement that makes a relationship between two nodes by their keys.
func createBetween(from graph.Ref, t graph.LinkType, to graph.Ref) cypher {
	return fixLinkMake.with("FROM_LABEL", string(from.Label), "FROM_KEY", from.Label.KeyProperty(), "TYPE", string(t),
		"TO_LABEL", string(to.Label), "TO_KEY", to.Label.KeyProperty())
}

// loadAgain is what to do where evidence is lost.
const loadAgain = "load the articles again that are told to have lost evidence"
