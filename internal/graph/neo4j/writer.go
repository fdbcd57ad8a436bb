package neo4j

import (
	"context"
	"maps"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"graphload/internal/graph"
)

// writer changes the graph within one transaction. It reads what it will touch, works out in Go what should be there,
// and writes the differences, so that nothing is written or counted that stays as it is.
type writer struct {
	ctx    context.Context
	tx     driver.ManagedTransaction
	counts Counts

	nodes    map[graph.Ref]*node // the shared nodes that are locked, with what is stored
	orphans  map[string]bool     // nodes that may have lost their last relationship
	places   map[string]bool     // places that may have lost their last mention
	rereads  map[graph.Ref]bool  // nodes of which evidence was removed
	articles map[string]string   // by key, the nodes of the articles that are written

	quotes     quotes              // that are written or go
	copies     map[string]bool     // ids of the articles that lost their original
	statements map[string]bool     // keys of the statements to compute again
	removed    []graph.Report      // reports of meetings that were removed
	meetings   map[string]bool     // keys of the meetings that lost a report
	origins    map[string][]string // by key of a meeting, the meetings from which reports go to it
	reports    map[string]string   // by key of a report of a meeting, the node of its meeting
	blocks     map[string]*block   // of reports of meetings, that have been searched
}

// node is a stored node.
type node struct {
	id    string // the database's own id, good for this transaction
	props row
}

func newWriter(ctx context.Context, tx driver.ManagedTransaction) *writer {
	return &writer{ctx: ctx, tx: tx, nodes: map[graph.Ref]*node{}, orphans: map[string]bool{}, places: map[string]bool{}, quotes: newQuotes(),
		rereads: map[graph.Ref]bool{}, articles: map[string]string{}, copies: map[string]bool{}, statements: map[string]bool{},
		meetings: map[string]bool{}, origins: map[string][]string{}, reports: map[string]string{},
		blocks: map[string]*block{}}
}

// takeTurn makes loads and deletions wait for each other. What one finds, above all which reports are of one meeting,
// may rest on what another is about to write, also where they share no node.
func (w *writer) takeTurn() error {
	result, err := w.tx.Run(w.ctx, string(turnTake), nil)
	if err != nil {
		return err
	}
	_, err = result.Consume(w.ctx)
	return err
}

// run runs a statement, counts what it changed, and returns its rows.
func (w *writer) run(statement cypher, params map[string]any) ([]row, error) {
	result, err := w.tx.Run(w.ctx, string(statement), params)
	if err != nil {
		return nil, err
	}
	var list []row
	for result.Next(w.ctx) {
		list = append(list, result.Record().AsMap())
	}
	summary, err := result.Consume(w.ctx)
	if err != nil {
		return nil, err
	}
	c := summary.Counters()
	w.counts.Nodes.Added += c.NodesCreated()
	w.counts.Nodes.Removed += c.NodesDeleted()
	w.counts.Relationships.Added += c.RelationshipsCreated()
	w.counts.Relationships.Removed += c.RelationshipsDeleted()
	return list, nil
}

// keepPlan makes the server keep the plan that it made for a statement. It would plan anew each time that the graph has
// grown by a half, which costs more than the statements themselves. All of ours have one good plan, also one that is made while the
// graph is empty: TestPlans holds it.
const keepPlan = "CYPHER replan=skip "

// given gives a statement a list as its parameter, $in.NAME: within a map, as the server keeps a plan for each order of
// magnitude of a list's length.
func given(name string, list any) map[string]any {
	return map[string]any{"in": map[string]any{name: list}}
}

// each runs a statement for a list, if there is anything in it.
func each[T any](w *writer, statement cypher, name string, list []T) ([]row, error) {
	if len(list) == 0 {
		return nil, nil
	}
	return w.run(keepPlan+statement, given(name, list))
}

// lock makes and locks shared nodes, a label after the other and each in the order of the keys, so that loads side by
// side wait for each other instead of blocking each other for good. Nodes that are locked already are left out.
func (w *writer) lock(refs []graph.Ref) error {
	byLabel := map[graph.Label][]string{}
	for _, r := range refs {
		if w.nodes[r] == nil {
			byLabel[r.Label] = append(byLabel[r.Label], r.Key)
		}
	}
	for _, label := range append(graph.Labels(), graph.StatementLabel, graph.MeetingLabel) {
		keys := byLabel[label]
		slices.Sort(keys)
		found, err := each(w, mergeNodes(label), "keys", slices.Compact(keys))
		if err != nil {
			return err
		}
		for _, r := range found {
			w.nodes[graph.Ref{Label: label, Key: r.text("key")}] = &node{id: r.text("node"), props: r.row("props")}
		}
	}
	return nil
}

// nodeOf returns the database's id of a node that is locked.
func (w *writer) nodeOf(r graph.Ref) string { return w.nodes[r].id }

// newLink is a relationship to be made; props are nil for a type that has none.
func newLink(from, to string, props map[string]any) map[string]any {
	if props == nil {
		return map[string]any{"from": from, "to": to}
	}
	return map[string]any{"from": from, "to": to, "props": props}
}

func (w *writer) create(t graph.LinkType, links []map[string]any) error {
	_, err := each(w, createLinks(t), "rows", links)
	return err
}

// removeEvidence removes all that rests on articles, and notes what has to be computed again.
func (w *writer) removeEvidence(ids []string) error {
	if err := w.removeCopies(ids); err != nil {
		return err
	}
	mentioned, err := each(w, evidenceMentions, "ids", ids)
	if err != nil {
		return err
	}
	for _, r := range mentioned {
		ref := graph.Ref{Label: graph.Label(r.text("label")), Key: r.text("key")}
		w.rereads[ref] = true
		w.orphans[r.text("node")] = true
		if ref.Label == graph.Place {
			w.places[r.text("node")] = true
		}
	}
	said, err := each(w, evidenceStatements, "ids", ids)
	if err != nil {
		return err
	}
	for _, r := range said {
		w.statements[r.text("id")] = true
	}
	met, err := each(w, evidenceMeetings, "ids", ids)
	if err != nil {
		return err
	}
	for _, r := range met {
		report, err := meetingReport(r.text("article"), r.row("props"))
		if err != nil {
			return err
		}
		w.removed = append(w.removed, report)
		w.meetings[r.text("meeting")] = true
	}
	if _, err := each(w, evidenceDelete, "ids", ids); err != nil {
		return err
	}
	return w.lock(slices.Collect(maps.Keys(w.rereads)))
}

// removeOrphans removes shared nodes to which nothing leads any more.
func (w *writer) removeOrphans() error {
	countries, err := each(w, placesDelete, "nodes", slices.Sorted(maps.Keys(w.places)))
	if err != nil {
		return err
	}
	for _, r := range countries {
		if id := r.text("country"); id != "" {
			w.orphans[id] = true
		}
	}
	_, err = each(w, orphansDelete, "nodes", slices.Sorted(maps.Keys(w.orphans)))
	return err
}
