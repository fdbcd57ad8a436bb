package neo4j

import (
	"slices"

	"graphload/internal/graph"
)

// storedMeeting is a meeting with what leads to and from it.
type storedMeeting struct {
	row
	reports []graph.Report
	links   []string // of the reports, in their order
}

// readMeetings reads meetings. Reports that cannot be read are told with their articles.
func (c *checker) readMeetings(ids []string) ([]storedMeeting, error) {
	found, err := c.run(verifyMeetings, map[string]any{"ids": ids, "types": ourTypes(), "labels": ourLabels()})
	if err != nil {
		return nil, err
	}
	list := make([]storedMeeting, 0, len(found))
	for _, r := range found {
		m := storedMeeting{row: r}
		for _, x := range r.rows("reports") {
			report, err := meetingReport(x.text("article"), x.row("props"))
			if err != nil || x.text("article") == "" {
				continue
			}
			m.reports = append(m.reports, report)
			m.links = append(m.links, x.text("link"))
		}
		list = append(list, m)
	}
	return list, nil
}

// checkAssignments asks for every report of which meeting it is, as if it came now.
func checkAssignments(c *checker, _ graph.Label, ids []string) error {
	meetings, err := c.readMeetings(ids)
	if err != nil {
		return err
	}
	var reports []graph.Report
	for _, m := range meetings {
		reports = append(reports, m.reports...)
	}
	var articles []string
	for i := range reports {
		articles = append(articles, reports[i].Article)
	}
	store := readableReports{c}
	beside, err := store.InArticles(articles) // those that come and go together with these
	if err != nil {
		return err
	}
	assigned, err := graph.Assign(append(beside, reports...), nil, store)
	if err != nil {
		return err
	}
	belongs := map[string]string{} // by key of the report, the meeting
	for _, a := range assigned {
		belongs[a.Report.Key] = a.Meeting
	}
	for _, m := range meetings {
		id := m.text("id")
		stays := slices.ContainsFunc(m.reports, func(r graph.Report) bool { return belongs[r.Key] == id })
		for i, r := range m.reports {
			to := belongs[r.Key]
			if to == id || to == "" {
				continue
			}
			from, article := graph.Ref{Label: graph.MeetingLabel, Key: id}, graph.Ref{Label: graph.ArticleLabel, Key: r.Article}
			c.tell(Finding{Kind: FindLink, Where: linkAt(from, graph.ReportedIn, article),
				Found:    "parties, day and place of the report are not those of this meeting",
				Expected: nodeAt(graph.MeetingLabel, to)},
				relink(graph.Ref{Label: graph.MeetingLabel, Key: to}, graph.ReportedIn, m.text("node"), m.links[i], nil,
					func(*writer) (bool, error) { return stays, nil }))
		}
	}
	return nil
}

// readableReports answers with the reports that can be read, and does not trust in what meetings they are stored.
type readableReports struct{ *checker }

// Find returns the reports that match searches, and others.
func (c readableReports) Find(searches []graph.Search) ([]graph.Report, error) {
	var params []map[string]any
	for _, s := range joinRanges(searches) {
		params = append(params, searchParams(&s))
	}
	found, err := each(c.writer, reportsFind, "searches", params)
	return readable(found), err
}

// InArticles returns the reports that stand in articles.
func (c readableReports) InArticles(keys []string) ([]graph.Report, error) {
	found, err := each(c.writer, reportsOfArticles, "ids", slices.Compact(slices.Sorted(slices.Values(keys))))
	return readable(found), err
}

// Together returns the dated reports that are of one meeting with reports.
func (c readableReports) Together(reports []graph.Report) ([][]graph.Report, error) {
	return graph.Regroup(reports, c.Find)
}

func readable(rows []row) []graph.Report {
	var reports []graph.Report
	for _, r := range rows {
		if report, err := meetingReport(r.text("article"), r); err == nil {
			reports = append(reports, report)
		}
	}
	return reports
}

// checkMeetings compares meetings with what their reports say.
func checkMeetings(c *checker, _ graph.Label, ids []string) error {
	meetings, err := c.readMeetings(ids)
	if err != nil {
		return err
	}
	for _, r := range meetings {
		c.nodes++
		self := graph.Ref{Label: graph.MeetingLabel, Key: r.text("id")}
		if len(r.reports) == 0 {
			if err := c.unreported(self, r.row); err != nil {
				return err
			}
			continue
		}
		m := graph.DeriveMeeting(self.Key, r.reports)
		stored := r.row.row("props")
		wanted := m.Props()
		if former := stored.texts("formerIds"); len(former) > 0 { // only what they are can be told, not which
			wanted["formerIds"] = former
		}
		c.tellValues(FindValue, refAt(self), fixNodeSet, r.text("node"), differences(stored, wanted, nodeNames(self.Label)))
		took := derivedLinks{self: self, kind: graph.TookPartIn, incoming: true, stored: r.rows("took"),
			wanted: map[graph.Ref]map[string]any{}}
		for _, p := range m.Participants {
			took.wanted[p.Ref] = p.Props()
		}
		held := derivedLinks{self: self, kind: graph.HeldIn, stored: r.rows("held"), wanted: map[graph.Ref]map[string]any{}}
		for _, ref := range m.HeldIn() {
			held.wanted[ref] = nil
		}
		for _, l := range []derivedLinks{took, held} {
			if err := c.compareLinks(l); err != nil {
				return err
			}
		}
	}
	return nil
}
