package neo4j

import (
	"maps"
	"slices"

	"graphload/internal/graph"
)

// writeStatements writes reports of statements and computes the statements that they change.
func (w *writer) writeStatements(list []article) error {
	byKey := map[string][]graph.StatementReport{}
	for _, a := range list {
		for _, s := range a.Statements {
			byKey[s.Key] = append(byKey[s.Key], s)
			w.link(graph.ReportedIn, w.nodeOf(graph.Ref{Label: graph.StatementLabel, Key: s.Key}), w.articles[a.Article.ID],
				s.Props())
		}
	}
	var current []storedStatement
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		if w.statements[key] {
			continue // it is read again with all its reports
		}
		n := w.nodeOf(graph.Ref{Label: graph.StatementLabel, Key: key})
		current = append(current, storedStatement{node: n, reports: byKey[key], grows: n.props["reports"] != nil})
	}
	reread, err := w.readStatements(byKey)
	if err != nil {
		return err
	}
	return w.deriveStatements(append(current, reread...))
}

// storedStatement is a statement as it is stored, with all its reports or, if it only grows, with the new ones.
type storedStatement struct {
	*node
	grows       bool
	reports     []graph.StatementReport
	said, about []row
}

// readStatements reads the statements that are to be computed again, and adds their new reports.
func (w *writer) readStatements(fresh map[string][]graph.StatementReport) ([]storedStatement, error) {
	found, err := each(w, statementsRead, "ids", slices.Sorted(maps.Keys(w.statements)))
	if err != nil {
		return nil, err
	}
	var list []storedStatement
	articles := map[string]bool{} // whose meetings have to be looked up
	for _, r := range found {
		s := storedStatement{node: w.storedNode(r.text("node")), reports: fresh[r.text("id")], said: r.rows("said"),
			about: r.rows("about")}
		s.props = r.row("props")
		for _, x := range r.rows("reports") {
			report, err := statementReport(r.text("id"), x)
			if err != nil {
				return nil, err
			}
			s.reports = append(s.reports, report)
			for _, topic := range report.About {
				if topic.Label == graph.MeetingReport && w.reports[topic.Key] == nil {
					articles[x.text("article")] = true
				}
			}
		}
		list = append(list, s)
	}
	met, err := each(w, meetingsOfArticles, "ids", slices.Sorted(maps.Keys(articles)))
	for _, r := range met {
		if key := r.text("report"); w.reports[key] == nil { // else it is about to move
			w.reports[key] = w.storedNode(r.text("node"))
		}
	}
	return list, err
}

// deriveStatements computes statements, and writes what differs.
func (w *writer) deriveStatements(list []storedStatement) error {
	derived := make([]graph.Statement, len(list))
	var needed []graph.Ref
	for i, s := range list {
		if len(s.reports) == 0 {
			w.gone = append(w.gone, s.id)
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
	if err := w.find(needed); err != nil {
		return err
	}
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
			w.set(s.node, p)
		}
		nodes := w.topicNodes(d.About)
		if s.grows { // the speaker is as it was, and the topics of older reports stay
			for _, topic := range nodes {
				if !s.leadsTo(topic.node) {
					w.link(graph.About, s.node, topic.node, nil)
				}
			}
			continue
		}
		topics.from(s.node, nodes, s.about)
		var speaker []end
		if d.Speaker != (graph.Ref{}) {
			speaker = []end{{w.nodeOf(d.Speaker), nil}}
		}
		speakers.toward(s.node, speaker, s.said)
	}
	if err := speakers.write(); err != nil {
		return err
	}
	if err := topics.write(); err != nil {
		return err
	}
	if err := w.unlinkQuotes(); err != nil {
		return err
	}
	return w.writeQuotes()
}

// topicNodes returns the nodes of topics, each once: several reports may be of one meeting.
func (w *writer) topicNodes(topics []graph.Ref) []end {
	var nodes []end
	for _, t := range topics {
		n := w.reports[t.Key]
		if t.Label != graph.MeetingReport {
			n = w.nodeOf(t)
		}
		if !slices.ContainsFunc(nodes, func(e end) bool { return e.node == n }) {
			nodes = append(nodes, end{n, nil})
		}
	}
	return nodes
}
