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
	reset    []map[string]any // stored relationships that get other properties
	cut      []map[string]any // stored relationships that go
	moved    []map[string]any // reports of meetings that go to another meeting, as they are
	gone     []string         // stored statements and meetings that nothing reports any more
}

// node is a node, a stored one or one about to be.
type node struct {
	id    string   // the database's own id, good for this transaction; empty for a new one
	props row      // as stored
	ends  []string // ids of the nodes to which it leads: a place by IN, a statement by ABOUT, if they were asked for

	addressees []string // the same of a statement by SAID_TO

	label  graph.Label    // of a new one
	wanted map[string]any // the properties to write; nil where they stay
}

// leadsTo reports whether a stored relationship leads from a place or a statement to another node.
func (n *node) leadsTo(o *node) bool { return o.id != "" && slices.Contains(n.ends, o.id) }

// addresses reports whether a stored SAID_TO leads from a statement to another node.
func (n *node) addresses(o *node) bool { return o.id != "" && slices.Contains(n.addressees, o.id) }

// newLink is a relationship to be made; props are nil for a type that has none.
type newLink struct {
	from, to *node
	props    map[string]any
}

func newChanges() changes {
	return changes{involved: map[*node]bool{}, links: map[graph.LinkType][]newLink{}}
}

// newNode returns a node to be made, once a property or a relationship of it is noted.
func newNode(label graph.Label, key string) *node {
	return &node{label: label, wanted: map[string]any{label.KeyProperty(): key}}
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

// resetLink notes that a stored relationship of a node is to have these properties and no others.
func (c *changes) resetLink(node, link string, props map[string]any) {
	c.reset = append(c.reset, map[string]any{"node": node, "link": link, "props": props})
}

// cutLink notes that a stored relationship of a node goes.
func (c *changes) cutLink(node, link string) {
	c.cut = append(c.cut, map[string]any{"node": node, "link": link})
}

// write writes the changes that are noted.
func (w *writer) write() (written, error) {
	c := w.changes
	w.changes = newChanges()
	if _, err := each(w, linkDelete, "rows", c.cut); err != nil {
		return nil, err
	}
	if _, err := each(w, linkSet, "rows", c.reset); err != nil {
		return nil, err
	}
	var nodes written
	if len(c.involved) > 0 {
		var err error
		if nodes, err = w.writeGraph(&c); err != nil {
			return nil, err
		}
	}
	if _, err := each(w, reportsMove, "rows", c.moved); err != nil {
		return nil, err
	}
	_, err := each(w, nodeDelete, "nodes", c.gone)
	return nodes, err
}

// written are nodes that have been written, with their ids, which new ones got by that.
type written map[*node]string

// settle makes the nodes stored ones, to which more can be led.
func (nodes written) settle() {
	for n, id := range nodes {
		n.id, n.wanted = id, nil
	}
}

// errVanished is of stored nodes that are not there any more when they are to be written.
var errVanished = &Error{Kind: Other, Message: "another program removed nodes while a batch was written", Hint: "run it again"}

// writeGraph writes nodes and relationships. The statement numbers the stored nodes first, then the new ones by label.
func (w *writer) writeGraph(c *changes) (written, error) {
	place := map[*node]int{}
	ids := make([]string, 0, len(c.involved))
	byID := map[string]*node{}
	fresh := map[graph.Label][]*node{}
	for n := range c.involved {
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
	var numbered []*node // the new ones, in the order of their numbers
	for _, label := range writtenLabels() {
		list := fresh[label]
		key := label.KeyProperty()
		slices.SortFunc(list, func(a, b *node) int { return strings.Compare(row(a.wanted).text(key), row(b.wanted).text(key)) })
		rows := make([]map[string]any, 0, len(list))
		for _, n := range list {
			place[n] = len(place)
			numbered = append(numbered, n)
			rows = append(rows, n.wanted)
		}
		params[string(label)] = rows
	}
	for _, form := range graph.LinkForms() {
		kind := form.Type
		rows := make([]any, 0, len(c.links[kind]))
		for _, l := range c.links[kind] {
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
		return nil, err
	}
	if len(found) != 1 || found[0].number("stored") != len(ids) {
		return nil, errVanished
	}
	nodes := written{}
	for n := range c.involved {
		nodes[n] = n.id
	}
	for i, id := range found[0].texts("made") {
		nodes[numbered[i]] = id
	}
	return nodes, nil
}
