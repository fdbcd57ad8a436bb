package neo4j

import "graphload/internal/graph"

// links notes the differences between derived relationships of one type as they are and as they should be.
type links struct {
	w    *writer
	kind graph.LinkType
}

// end is a node at the other end of a relationship that should be; props are nil for a type that has none.
type end struct {
	node  *node
	props map[string]any
}

func newLinks(w *writer, kind graph.LinkType) *links { return &links{w, kind} }

// from compares the relationships that lead from a node. Of wanted, each node comes once.
func (l *links) from(n *node, wanted []end, stored []row) {
	l.compare(n, wanted, stored, func(other *node) (*node, *node) { return n, other })
}

// toward compares the relationships that lead to a node. Of wanted, each node comes once.
func (l *links) toward(n *node, wanted []end, stored []row) {
	l.compare(n, wanted, stored, func(other *node) (*node, *node) { return other, n })
}

func (l *links) compare(n *node, wanted []end, stored []row, ends func(*node) (*node, *node)) {
	missing := map[string]end{} // by the id of the other node, if that is stored
	for _, e := range wanted {
		if e.node.id != "" {
			missing[e.node.id] = e
		}
	}
	for _, s := range stored {
		other := s.text("node")
		e, stays := missing[other]
		delete(missing, other)
		switch {
		case !stays:
			l.w.cutLink(n.id, s.text("link"))
			l.w.release([]row{s})
		case !sameProps(s.row("props"), e.props):
			l.w.resetLink(n.id, s.text("link"), e.props)
		}
	}
	for _, e := range wanted {
		if _, open := missing[e.node.id]; open || e.node.id == "" {
			from, to := ends(e.node)
			l.w.link(l.kind, from, to, e.props)
		}
	}
}

// release notes that nodes have lost a relationship.
func (w *writer) release(list []row) {
	for _, r := range list {
		w.orphans[r.text("node")] = true
	}
}
