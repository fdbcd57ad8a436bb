package neo4j

import (
	"maps"
	"slices"

	"graphload/internal/graph"
)

// links collects the differences between derived relationships of one type as they are and as they should be.
type links struct {
	w       *writer
	kind    graph.LinkType
	made    []map[string]any
	changed []map[string]any
	gone    []map[string]any
}

func newLinks(w *writer, kind graph.LinkType) *links { return &links{w: w, kind: kind} }

// from compares the relationships that lead from a node. Wanted and stored go by the node at the other end.
func (l *links) from(node string, wanted map[string]map[string]any, stored []row) {
	l.compare(node, wanted, stored, func(other string) (string, string) { return node, other })
}

// toward compares the relationships that lead to a node.
func (l *links) toward(node string, wanted map[string]map[string]any, stored []row) {
	l.compare(node, wanted, stored, func(other string) (string, string) { return other, node })
}

func (l *links) compare(node string, wanted map[string]map[string]any, stored []row, ends func(string) (string, string)) {
	missing := maps.Clone(wanted)
	for _, s := range stored {
		other := s.text("node")
		props, stays := missing[other]
		delete(missing, other)
		switch {
		case !stays:
			l.gone = append(l.gone, map[string]any{"node": node, "link": s.text("link")})
			l.w.release([]row{s})
		case !sameProps(s.row("props"), props):
			l.changed = append(l.changed, map[string]any{"node": node, "link": s.text("link"), "props": props})
		}
	}
	for _, other := range slices.Sorted(maps.Keys(missing)) {
		from, to := ends(other)
		l.made = append(l.made, newLink(from, to, missing[other]))
	}
}

func (l *links) write() error {
	if _, err := each(l.w, linkDelete, "rows", l.gone); err != nil {
		return err
	}
	if _, err := each(l.w, linkSet, "rows", l.changed); err != nil {
		return err
	}
	return l.w.create(l.kind, l.made)
}

// release notes that nodes have lost a relationship.
func (w *writer) release(list []row) {
	for _, r := range list {
		w.orphans[r.text("node")] = true
	}
}
