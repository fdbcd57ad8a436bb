package neo4j

import (
	"maps"
	"slices"

	"graphload/internal/graph"
)

// retelling is a stored statement about reports that go to another meeting. It is led there without its other reports being
// read: a statement that is said again and again has tens of thousands.
type retelling struct {
	*node
	moved []movedReport
}

type movedReport struct {
	key  string
	from *node // the meeting to which it belonged
}

// telling is a statement and a meeting.
type telling struct{ statement, meeting *node }

// told is what is stored of a telling: the relationship, if there is one, and the reports of the meeting about which the
// statement is, by key.
type told struct {
	link    string
	reports []string
}

// findRetold notes the statements about reports that go to another meeting.
func (w *writer) findRetold(moved []map[string]any, from map[string]*node) error {
	concerned, err := each(w, statementsAbout, "rows", moved)
	for _, r := range concerned {
		key, report := r.text("id"), r.text("report")
		if w.retold[key] == nil {
			w.retold[key] = &retelling{node: w.storedNode(r.text("node"))}
		}
		w.retold[key].moved = append(w.retold[key].moved, movedReport{report, from[report]})
	}
	return err
}

// writeRetold leads the statements that are not read again with all their reports to the meetings to which reports have gone,
// and away from those about which they are no more. What the articles tell of them has been noted.
func (w *writer) writeRetold(fresh map[string]*graph.Statement) error {
	var keys []string
	for _, key := range slices.Sorted(maps.Keys(w.retold)) {
		if !w.statements[key] {
			keys = append(keys, key)
		}
	}
	stored, err := w.readTellings(keys)
	if err != nil {
		return err
	}
	noted := map[telling]bool{}
	if len(keys) > 0 {
		for _, l := range w.links[graph.About] {
			noted[telling{l.from, l.to}] = true
		}
	}
	for _, key := range keys {
		s := w.retold[key]
		stays := map[*node]bool{}
		for _, m := range s.moved {
			to := w.reports[m.key]
			stays[to] = true
			if t := (telling{s.node, to}); stored[t].link == "" && !noted[t] {
				w.link(graph.About, s.node, to, nil)
				noted[t] = true
			}
		}
		if d := fresh[key]; d != nil {
			for _, topic := range w.topicNodes(d.About) {
				stays[topic.node] = true
			}
		}
		for _, m := range s.moved {
			t := stored[telling{s.node, m.from}]
			if t.link == "" || stays[m.from] || w.anyStays(t.reports, m.from) {
				continue
			}
			stays[m.from] = true // it is cut once
			w.cutLink(m.from.id, t.link)
			w.orphans[m.from.id] = true
		}
	}
	return nil
}

// anyStays reports whether one of the stored reports of a meeting stays with it.
func (w *writer) anyStays(reports []string, meeting *node) bool {
	return slices.ContainsFunc(reports, func(key string) bool { return w.reports[key] == nil || w.reports[key] == meeting })
}

// readTellings reads what is stored of statements that are retold and the meetings from which and to which reports go.
func (w *writer) readTellings(keys []string) (map[telling]told, error) {
	asked := map[telling]bool{}
	var rows []map[string]any
	for _, key := range keys {
		s := w.retold[key]
		for _, m := range s.moved {
			for _, meeting := range []*node{m.from, w.reports[m.key]} {
				if t := (telling{s.node, meeting}); meeting.id != "" && !asked[t] {
					asked[t] = true
					rows = append(rows, map[string]any{"statement": s.id, "meeting": meeting.id})
				}
			}
		}
	}
	found, err := each(w, retoldRead, "rows", rows)
	stored := map[telling]told{}
	for _, r := range found {
		t := telling{w.storedNode(r.text("statement")), w.storedNode(r.text("meeting"))}
		stored[t] = told{r.text("link"), r.texts("reports")}
	}
	return stored, err
}
