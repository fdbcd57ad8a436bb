package neo4j

import (
	"slices"
	"strings"

	"graphload/internal/graph"
)

// changes are what a transaction is about to write: nodes that are new, other properties of stored ones, relationships.
// One statement takes them all to the server; in it the ends of relationships are places in a list of nodes.
type changes struct {
	involved map[*node]bool // are written, or relationships lead to or from them
	links    map[graph.LinkType][]newLink
	moved    []map[string]any // reports of meetings that go to another meeting, as they are
	gone     []string         // stored statements and meetings that nothing reports any more
}

// node is a node, a stored one or one about to be.
type node struct {
	id    string   // the database's own id, good for this transaction; empty for a new one
	props row      // as stored
	ends  []string // ids of the nodes to which it leads: a place by IN, a statement by ABOUT, if they were asked for

	label  graph.Label    // of a new one
	wanted map[string]any // the properties to write; nil where they stay
}

// leadsTo reports whether a stored relationship leads from a place or a statement to another node.
func (n *node) leadsTo(o *node) bool { return o.id != "" && slices.Contains(n.ends, o.id) }

// newLink is a relationship to be made; props are nil for a type that has none.
type newLink struct {
	from, to *node
	props    map[string]any
}

func newChanges() changes {
	return changes{involved: map[*node]bool{}, links: map[graph.LinkType][]newLink{}}
}

// newNode notes a node to be made.
func (c *changes) newNode(label graph.Label, key string) *node {
	n := &node{label: label}
	c.set(n, map[string]any{label.KeyProperty(): key})
	return n
}

// set notes that a node is to have these properties and no others.
func (c *changes) set(n *node, props map[string]any) {
	n.wanted = props
	c.involved[n] = true
}

// link notes a relationship to be made.
func (c *changes) link(kind graph.LinkType, from, to *node, props map[string]any) {
	c.involved[from], c.involved[to] = true, true
	c.links[kind] = append(c.links[kind], newLink{from, to, props})
}

// write writes the changes.
func (w *writer) write() error {
	if len(w.involved) > 0 {
		if err := w.writeGraph(); err != nil {
			return err
		}
	}
	if _, err := each(w, reportsMove, "rows", w.moved); err != nil {
		return err
	}
	_, err := each(w, nodeDelete, "nodes", w.gone)
	return err
}

// errVanished is of stored nodes that are not there any more when they are to be written.
var errVanished = &Error{Kind: Other, Message: "another program removed nodes while a batch was written", Hint: "run it again"}

// writeGraph writes nodes and relationships. The statement numbers the stored nodes first, then the new ones by label.
func (w *writer) writeGraph() error {
	place := map[*node]int{}
	ids := make([]string, 0, len(w.involved))
	byID := map[string]*node{}
	fresh := map[graph.Label][]*node{}
	for n := range w.involved {
		if n.id == "" {
			fresh[n.label] = append(fresh[n.label], n)
			continue
		}
		ids = append(ids, n.id)
		byID[n.id] = n
	}
	slices.Sort(ids)
	set := []map[string]any{}
	for i, id := range ids {
		n := byID[id]
		place[n] = i
		if n.wanted != nil {
			set = append(set, map[string]any{"node": i, "props": n.wanted})
		}
	}
	params := map[string]any{"stored": ids, "set": set}
	for _, label := range writtenLabels() {
		list := fresh[label]
		key := label.KeyProperty()
		slices.SortFunc(list, func(a, b *node) int { return strings.Compare(row(a.wanted).text(key), row(b.wanted).text(key)) })
		rows := make([]map[string]any, 0, len(list))
		for _, n := range list {
			place[n] = len(place)
			rows = append(rows, n.wanted)
		}
		params[string(label)] = rows
	}
	for _, form := range graph.LinkForms() {
		kind := form.Type
		rows := make([]any, 0, len(w.links[kind]))
		for _, l := range w.links[kind] {
			if l.props == nil {
				rows = append(rows, []any{place[l.from], place[l.to]})
			} else {
				rows = append(rows, []any{place[l.from], place[l.to], l.props})
			}
		}
		params[string(kind)] = rows
	}
	found, err := w.keep(graphWrite, params)
	if err != nil {
		return err
	}
	if len(found) != 1 || found[0].number("stored") != len(ids) {
		return errVanished
	}
	return nil
}
