package neo4j

import (
	"context"
	"maps"
	"slices"

	"graphload/internal/graph"
)

// writer changes the graph within one transaction. It reads what it will touch, works out in Go what should be there,
// and writes the differences in the end, so that nothing is written or counted that stays as it is. Only what rested on
// articles that change or go is removed as it is found.
type writer struct {
	ctx    context.Context
	tx     runner
	counts Counts
	changes
	openSide func(context.Context) (*side, error)

	nodes    map[graph.Ref]*node // the shared nodes that were looked for
	stored   *storedNodes        // the same and others that are stored
	articles map[string]*node    // by key, the articles that are written
	orphans  map[string]bool     // nodes that may have lost their last relationship
	places   map[string]bool     // places that may have lost their last mention
	rereads  map[graph.Ref]bool  // nodes of which evidence was removed
	removes  bool                // evidence was removed

	quotes     quotes                 // that are written or go
	near       nearby                 // what is stored near the quotations of the articles
	copies     map[string]*storedCopy // by id, the articles that lost their original
	statements map[string]bool        // keys of the statements to compute again
	retold     map[string]*retelling  // by key, those about reports that go to another meeting
	removed    []graph.Report         // reports of meetings that were removed
	meetings   map[string]bool        // keys of the meetings that gained or lost a report
	origins    map[string][]string    // by key of a meeting, the meetings from which reports go to it
	reports    map[string]*node       // by key of a report of a meeting, its meeting
}

func newWriter(ctx context.Context, tx runner) *writer {
	return &writer{ctx: ctx, tx: tx, changes: newChanges(), nodes: map[graph.Ref]*node{}, stored: &storedNodes{},
		articles: map[string]*node{}, orphans: map[string]bool{}, places: map[string]bool{}, rereads: map[graph.Ref]bool{},
		quotes: newQuotes(), copies: map[string]*storedCopy{}, statements: map[string]bool{}, retold: map[string]*retelling{},
		meetings: map[string]bool{}, origins: map[string][]string{}, reports: map[string]*node{}}
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

// stream runs a statement that changes nothing, and calls use for each of its rows as they come.
func (w *writer) stream(statement cypher, params map[string]any, use func(row) error) error {
	result, err := w.tx.Run(w.ctx, string(statement), params)
	if err != nil {
		return err
	}
	for result.Next(w.ctx) {
		if err := use(result.Record().AsMap()); err != nil {
			return err
		}
	}
	return result.Err()
}

// keepPlan makes the server keep the plan that it made for a statement. It would plan anew each time that the graph has
// grown by a half, which costs more than the statements themselves. All of ours have one good plan, also one that is made
// while the graph is empty: TestPlans holds it.
const keepPlan = "CYPHER replan=skip "

// given gives a statement a list as its parameter, $in.NAME: within a map, as the server keeps a plan for each order of
// magnitude of a list's length.
func given(name string, list any) map[string]any {
	return map[string]any{"in": map[string]any{name: list}}
}

// keep runs a statement of which the server keeps the plan, with parameters in the form of [given].
func (w *writer) keep(statement cypher, params map[string]any) ([]row, error) {
	return w.run(keepPlan+statement, map[string]any{"in": params})
}

// each runs a statement for a list, if there is anything in it.
func each[T any](w *writer, statement cypher, name string, list []T) ([]row, error) {
	if len(list) == 0 {
		return nil, nil
	}
	return w.run(keepPlan+statement, given(name, list))
}

// find looks for nodes by their keys, and notes those that are missing as new ones. Those looked for before are left out.
func (w *writer) find(refs []graph.Ref) error {
	keys := map[string]any{}
	for _, label := range foundLabels() {
		keys[string(label)] = []string{}
	}
	var missing []graph.Ref
	for _, r := range refs {
		if _, known := w.nodes[r]; !known {
			w.nodes[r] = nil
			missing = append(missing, r)
			keys[string(r.Label)] = append(keys[string(r.Label)].([]string), r.Key)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	found, err := w.keep(nodesFind, keys)
	if err != nil {
		return err
	}
	for _, r := range found {
		n := w.storedNode(r.text("node"))
		n.props, n.ends = r.row("props"), r.texts("ends")
		w.nodes[graph.Ref{Label: graph.Label(r.text("label")), Key: r.text("key")}] = n
	}
	slices.SortFunc(missing, graph.Ref.Compare)
	for _, r := range missing {
		if w.nodes[r] == nil {
			w.nodes[r] = newNode(r.Label, r.Key)
		}
	}
	return nil
}

// storedNode returns a node by the database's id.
func (w *writer) storedNode(id string) *node { return w.stored.node(id) }

// nodeOf returns a node that was looked for.
func (w *writer) nodeOf(r graph.Ref) *node { return w.nodes[r] }

// removeEvidence removes all that rests on articles, and notes what has to be computed again.
func (w *writer) removeEvidence(ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	w.removes = true
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
	return w.find(slices.Collect(maps.Keys(w.rereads)))
}

// finish writes the changes, and removes shared nodes to which nothing leads any more.
func (w *writer) finish() error {
	if _, err := w.write(); err != nil {
		return err
	}
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
