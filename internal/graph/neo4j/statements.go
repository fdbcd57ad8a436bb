package neo4j

import (
	"maps"
	"slices"

	"graphload/internal/graph"
)

// writeStatements writes reports of statements and computes the statements that they change.
func (w *writer) writeStatements(list []article) error {
	byKey := map[string][]graph.StatementReport{}
	var links []map[string]any
	for _, a := range list {
		for _, s := range a.Statements {
			byKey[s.Key] = append(byKey[s.Key], s)
			links = append(links, newLink(w.nodeOf(graph.Ref{Label: graph.StatementLabel, Key: s.Key}),
				w.articles[a.Article.ID], s.Props()))
		}
	}
	if err := w.create(graph.ReportedIn, links); err != nil {
		return err
	}
	var current []storedStatement
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		n := w.nodes[graph.Ref{Label: graph.StatementLabel, Key: key}]
		s := storedStatement{node: n.id, props: n.props, reports: byKey[key]}
		if w.statements[key] {
			continue // it is read again with all its reports
		}
		s.grows = n.props["reports"] != nil
		current = append(current, s)
	}
	reread, err := w.readStatements()
	if err != nil {
		return err
	}
	return w.deriveStatements(append(current, reread...))
}

// storedStatement is a statement as it is stored, with all its reports or, if it only grows, with the new ones.
type storedStatement struct {
	node        string
	props       row
	grows       bool
	reports     []graph.StatementReport
	said, about []row
}

// readStatements reads the statements that are to be computed again.
func (w *writer) readStatements() ([]storedStatement, error) {
	found, err := each(w, statementsRead, "ids", slices.Sorted(maps.Keys(w.statements)))
	if err != nil {
		return nil, err
	}
	var list []storedStatement
	articles := map[string]bool{} // whose meetings have to be looked up
	for _, r := range found {
		s := storedStatement{node: r.text("node"), props: r.row("props"), said: r.rows("said"), about: r.rows("about")}
		for _, x := range r.rows("reports") {
			report, err := statementReport(r.text("id"), x)
			if err != nil {
				return nil, err
			}
			s.reports = append(s.reports, report)
			for _, topic := range report.About {
				if topic.Label == graph.MeetingReport && w.reports[topic.Key] == "" {
					articles[x.text("article")] = true
				}
			}
		}
		list = append(list, s)
	}
	met, err := each(w, meetingsOfArticles, "ids", slices.Sorted(maps.Keys(articles)))
	for _, r := range met {
		w.reports[r.text("report")] = r.text("node")
	}
	return list, err
}

// deriveStatements computes statements, and writes what differs.
func (w *writer) deriveStatements(list []storedStatement) error {
	var gone []string
	derived := make([]graph.Statement, len(list))
	var needed []graph.Ref
	for i, s := range list {
		if len(s.reports) == 0 {
			gone = append(gone, s.node)
			w.quotes.note(s, nil)
			w.release(s.said)
			w.release(s.about)
			continue
		}
		d := graph.DeriveStatement(s.reports)
		if s.grows {
			d = d.Join(statementOf(s.props))
		}
		derived[i] = d
		w.quotes.note(s, &d)
		if d.Speaker != (graph.Ref{}) {
			needed = append(needed, d.Speaker)
		}
		for _, topic := range d.About {
			if topic.Label != graph.MeetingReport {
				needed = append(needed, topic)
			}
		}
	}
	if err := w.lock(needed); err != nil {
		return err
	}
	var changes, more []map[string]any
	speakers, topics := newLinks(w, graph.Said), newLinks(w, graph.About)
	for i, s := range list {
		if len(s.reports) == 0 {
			continue
		}
		d := &derived[i]
		var quotation *graph.Quote
		if q := w.quotes.open[d.Key]; q != nil {
			quotation = &q.Quote
		}
		p := d.Props(quotation)
		if conflict := s.props["conflict"]; conflict != nil && quotation != nil { // until the rivals are looked up again
			p["conflict"] = conflict
		}
		if !sameProps(s.props, p) {
			changes = append(changes, map[string]any{"node": s.node, "props": p})
		}
		nodes := w.topicNodes(d.About)
		if s.grows { // the speaker is as it was, and the topics of older reports stay
			for _, id := range slices.Sorted(maps.Keys(nodes)) {
				more = append(more, newLink(s.node, id, nil))
			}
			continue
		}
		topics.from(s.node, nodes, s.about)
		speaker := map[string]map[string]any{}
		if d.Speaker != (graph.Ref{}) {
			speaker[w.nodeOf(d.Speaker)] = nil
		}
		speakers.toward(s.node, speaker, s.said)
	}
	if _, err := each(w, nodeSet, "rows", changes); err != nil {
		return err
	}
	if err := speakers.write(); err != nil {
		return err
	}
	if err := topics.write(); err != nil {
		return err
	}
	if _, err := each(w, mergeLinks(graph.About), "rows", more); err != nil {
		return err
	}
	if err := w.unlinkQuotes(); err != nil {
		return err
	}
	if _, err := each(w, nodeDelete, "nodes", gone); err != nil {
		return err
	}
	return w.writeQuotes()
}

// topicNodes returns the nodes of topics. Several reports may be of one meeting.
func (w *writer) topicNodes(topics []graph.Ref) map[string]map[string]any {
	nodes := map[string]map[string]any{}
	for _, t := range topics {
		id := w.reports[t.Key]
		if t.Label != graph.MeetingReport {
			id = w.nodeOf(t)
		}
		nodes[id] = nil
	}
	return nodes
}
