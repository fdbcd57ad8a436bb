package neo4j

import (
	"graphload/internal/graph"
)

// checkStatements compares statements with what their reports say. Reports are joined as they come.
func checkStatements(c *checker, _ graph.Label, ids []string) error {
	found, err := c.run(verifyStatements, map[string]any{"ids": ids, "types": ourTypes(), "labels": ourLabels()})
	if err != nil {
		return err
	}
	derived := map[string]graph.Statement{}
	var topics []map[string]any // of the statements that are reports of meetings
	if err := c.stream(verifyReports, map[string]any{"ids": ids}, func(r row) error {
		id := r.text("id")
		report, err := statementReport(id, r)
		if err != nil {
			return nil // it is told with the article
		}
		d := graph.DeriveStatement([]graph.StatementReport{report})
		if before, more := derived[id]; more {
			d = before.Join(d)
		}
		derived[id] = d
		for _, topic := range report.About {
			if topic.Label == graph.MeetingReport {
				topics = append(topics, map[string]any{"article": r.text("article"), "report": topic.Key})
			}
		}
		return nil
	}); err != nil {
		return err
	}
	meetings := map[string]string{} // by key of the report
	met, err := each(c.writer, verifyTopics, "rows", topics)
	if err != nil {
		return err
	}
	for _, r := range met {
		meetings[r.text("report")] = r.text("meeting")
	}
	for _, r := range found {
		c.nodes++
		self := graph.Ref{Label: graph.StatementLabel, Key: r.text("id")}
		s, reported := derived[self.Key]
		if !reported {
			if err := c.unreported(self, r); err != nil {
				return err
			}
			continue
		}
		if err := c.statement(self, r, &s, meetings); err != nil {
			return err
		}
	}
	return nil
}

// formerNames are the properties that only older versions gave statements.
var formerNames = []string{"quoted", "quotedOn", "words"}

func (c *checker) statement(self graph.Ref, r row, s *graph.Statement, meetings map[string]string) error {
	c.links += s.Reports
	names := nodeNames(self.Label)
	var quote *graph.Quote
	if q, quoted := s.Quote(); quoted {
		quote = &q
		names = without(names, "conflict") // compared with others, as is what it is a part of
	} else if err := c.compareLinks(derivedLinks{self: self, kind: graph.PartOf, stored: r.rows("parts")}); err != nil {
		return err
	}
	if c.anew {
		names = append(names, formerNames...)
	}
	c.tellValues(FindValue, refAt(self), fixNodeSet, r.text("node"), differences(r.row("props"), s.Props(quote), names))
	speaker := derivedLinks{self: self, kind: graph.Said, incoming: true, stored: r.rows("said"), wanted: map[graph.Ref]map[string]any{}}
	if s.Speaker != (graph.Ref{}) {
		speaker.wanted[s.Speaker] = nil
	}
	topics := derivedLinks{self: self, kind: graph.About, stored: r.rows("about"), wanted: map[graph.Ref]map[string]any{}}
	for _, topic := range s.About {
		if topic.Label == graph.MeetingReport {
			if topic = (graph.Ref{Label: graph.MeetingLabel, Key: meetings[topic.Key]}); topic.Key == "" {
				continue // the report is gone, which is told with the article
			}
		}
		topics.wanted[topic] = nil
	}
	addressees := derivedLinks{self: self, kind: graph.SaidTo, stored: r.rows("saidTo"), wanted: map[graph.Ref]map[string]any{}}
	for _, addressee := range s.SaidTo {
		addressees.wanted[addressee] = nil
	}
	for _, links := range []derivedLinks{speaker, topics, addressees} {
		if err := c.compareLinks(links); err != nil {
			return err
		}
	}
	return nil
}
