package neo4j

import (
	"maps"
	"slices"

	"graphload/internal/graph"
)

// toldBy returns what articles tell of statements, by key.
func toldBy(list []article) map[string]*graph.Statement {
	told := map[string]*graph.Statement{}
	for _, a := range list {
		for i := range a.Statements {
			join(told, &a.Statements[i])
		}
	}
	return told
}

// writeStatements writes reports of statements and computes the statements that they change. To fresh, which is what the
// articles alone tell, it joins what it reads of others.
func (w *writer) writeStatements(list []article, fresh map[string]*graph.Statement) error {
	for _, a := range list {
		for i := range a.Statements {
			s := &a.Statements[i]
			w.link(graph.ReportedIn, w.nodeOf(graph.Ref{Label: graph.StatementLabel, Key: s.Key}), w.articles[a.Article.ID],
				s.Props())
		}
	}
	var current []storedStatement
	for _, key := range slices.Sorted(maps.Keys(fresh)) {
		n := w.nodeOf(graph.Ref{Label: graph.StatementLabel, Key: key})
		grows := n.props["reports"] != nil
		switch d := fresh[key]; {
		case w.statements[key]: // it is read again with all its reports
		case grows && d.Join(statementOf(n.props)).Text != n.props.text("text"): // so what it is a part of may change
			w.statements[key] = true
		default:
			current = append(current, storedStatement{node: n, told: d, grows: grows})
		}
	}
	reread, err := w.readStatements(fresh)
	if err != nil {
		return err
	}
	if err := w.readEnds(current); err != nil {
		return err
	}
	if err := w.deriveStatements(append(current, reread...)); err != nil {
		return err
	}
	return w.writeRetold(fresh)
}

// join joins a report to what others tell of its statement, by key.
func join(told map[string]*graph.Statement, r *graph.StatementReport) {
	d := graph.DeriveStatement([]graph.StatementReport{*r})
	if before := told[r.Key]; before != nil {
		d = before.Join(d)
	}
	told[r.Key] = &d
}

// storedStatement is a statement as it is stored, with what all its reports tell or, if it only grows, the new ones.
type storedStatement struct {
	*node
	grows               bool
	told                *graph.Statement // nil where no report is left
	said, about, saidTo []row
}

// readStatements reads the statements that are to be computed again. Their reports, of which there may be thousands, are joined
// to the new ones as they come.
func (w *writer) readStatements(told map[string]*graph.Statement) ([]storedStatement, error) {
	keys := slices.Sorted(maps.Keys(w.statements))
	if len(keys) == 0 {
		return nil, nil
	}
	articles := map[string]bool{} // whose meetings have to be looked up
	if err := w.stream(keepPlan+statementsReports, given("ids", keys), func(r row) error {
		report, err := statementReport(r.text("id"), r)
		if err != nil {
			return err
		}
		join(told, &report)
		for _, topic := range report.About {
			if topic.Label == graph.MeetingReport && w.reports[topic.Key] == nil {
				articles[r.text("article")] = true
			}
		}
		return nil
	}); err != nil {
		return nil, err
	}
	found, err := each(w, statementsRead, "ids", keys)
	if err != nil {
		return nil, err
	}
	var list []storedStatement
	for _, r := range found {
		key := r.text("id")
		s := storedStatement{node: w.storedNode(r.text("node")), told: told[key], said: r.rows("said"), about: r.rows("about"),
			saidTo: r.rows("saidTo")}
		s.props = r.row("props")
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

// readEnds notes to which of their new topics and addressees statements lead that only grow: of one that is said again and again,
// all would be ever more.
func (w *writer) readEnds(list []storedStatement) error {
	var rows []map[string]any
	for _, s := range list {
		if !s.grows {
			continue
		}
		var ends []string
		for _, e := range append(w.topicNodes(s.told.About), w.addresseeNodes(s.told.SaidTo)...) {
			if e.node.id != "" {
				ends = append(ends, e.node.id)
			}
		}
		if len(ends) > 0 {
			rows = append(rows, map[string]any{"node": s.id, "ends": ends})
		}
	}
	found, err := each(w, statementsEnds, "rows", rows)
	for _, r := range found {
		n := w.storedNode(r.text("node"))
		if graph.LinkType(r.text("type")) == graph.SaidTo {
			n.addressees = r.texts("ends")
		} else {
			n.ends = r.texts("ends")
		}
	}
	return err
}

// deriveStatements computes statements, and writes what differs.
func (w *writer) deriveStatements(list []storedStatement) error {
	derived := make([]graph.Statement, len(list))
	quotations := make([]*graph.Quote, len(list))
	var needed []graph.Ref
	for i, s := range list {
		if s.told == nil {
			w.gone = append(w.gone, s.id)
			w.quotes.note(s, nil)
			w.release(s.said)
			w.release(s.about)
			w.release(s.saidTo)
			continue
		}
		d := *s.told
		if s.grows {
			d = d.Join(statementOf(s.props))
		}
		derived[i] = d
		quotations[i] = w.quotes.note(s, &d)
		if d.Speaker != (graph.Ref{}) {
			needed = append(needed, d.Speaker)
		}
		for _, topic := range d.About {
			if topic.Label != graph.MeetingReport {
				needed = append(needed, topic)
			}
		}
		needed = append(needed, d.SaidTo...)
	}
	if err := w.find(needed); err != nil {
		return err
	}
	speakers, topics, addressees := newLinks(w, graph.Said), newLinks(w, graph.About), newLinks(w, graph.SaidTo)
	for i, s := range list {
		if s.told == nil {
			continue
		}
		d := &derived[i]
		p := d.Props(quotations[i])
		if conflict := s.props["conflict"]; conflict != nil && quotations[i] != nil { // until the rivals are looked up again
			p["conflict"] = conflict
		}
		if !sameProps(s.props, p) {
			w.set(s.node, p)
		}
		about, saidTo := w.topicNodes(d.About), w.addresseeNodes(d.SaidTo)
		if s.grows { // the speaker is as it was, and what older reports tell of topics and addressees stays
			for _, topic := range about {
				if !s.leadsTo(topic.node) {
					w.link(graph.About, s.node, topic.node, nil)
				}
			}
			for _, addressee := range saidTo {
				if !s.addresses(addressee.node) {
					w.link(graph.SaidTo, s.node, addressee.node, nil)
				}
			}
			continue
		}
		topics.from(s.node, about, s.about)
		addressees.from(s.node, saidTo, s.saidTo)
		var speaker []end
		if d.Speaker != (graph.Ref{}) {
			speaker = []end{{w.nodeOf(d.Speaker), nil}}
		}
		speakers.toward(s.node, speaker, s.said)
	}
	return nil
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

// addresseeNodes returns the nodes of addressees.
func (w *writer) addresseeNodes(addressees []graph.Ref) []end {
	var nodes []end
	for _, a := range addressees {
		nodes = append(nodes, end{w.nodeOf(a), nil})
	}
	return nodes
}
