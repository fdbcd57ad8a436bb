package neo4j

import (
	"maps"
	"slices"

	"graphload/internal/graph"
)

// writeMeetings writes reports of meetings, joins and parts meetings as they demand, and computes again what changed.
func (w *writer) writeMeetings(list []article) error {
	var fresh []graph.Report
	for _, a := range list {
		fresh = append(fresh, a.Meetings...)
	}
	if len(w.removed)+len(fresh) == 0 {
		return nil
	}
	reports := newReportStore(w)
	assigned, err := graph.Assign(fresh, w.removed, reports)
	if err != nil {
		return err
	}
	moves := w.moves(assigned, reports.places)
	meetings, err := w.readMeetings()
	if err != nil {
		return err
	}
	if err := w.move(moves, meetings); err != nil {
		return err
	}
	return w.deriveMeetings(meetings)
}

// move is a report that is new or goes to another meeting.
type move struct {
	report *graph.Report
	from   place
	to     string // key of the meeting
}

// moves returns the reports that are not stored where they belong, and notes which meetings that changes.
func (w *writer) moves(assigned []graph.Assignment, stored map[string]place) []move {
	var moves []move
	for i := range assigned {
		r, to := &assigned[i].Report, assigned[i].Meeting
		from := stored[r.Key]
		if from.meeting == to {
			continue
		}
		moves = append(moves, move{r, from, to})
		w.meetings[to] = true
		if from.meeting != "" {
			w.meetings[from.meeting] = true
			w.origins[to] = append(w.origins[to], from.meeting)
		}
	}
	return moves
}

// changedMeeting is a meeting with what is derived from its reports so far; of a new one that is nothing.
type changedMeeting struct {
	*node
	reports    map[string]graph.Report // by key
	took, held []row
}

// readMeetings returns the meetings that gain or lose a report, by key, those that are new among them.
func (w *writer) readMeetings() (map[string]*changedMeeting, error) {
	keys := slices.Sorted(maps.Keys(w.meetings))
	found, err := each(w, meetingsRead, "ids", keys)
	if err != nil {
		return nil, err
	}
	meetings := map[string]*changedMeeting{}
	for _, r := range found {
		m := &changedMeeting{node: w.storedNode(r.text("node")), reports: map[string]graph.Report{}, took: r.rows("took"),
			held: r.rows("held")}
		m.props = r.row("props")
		for _, x := range r.rows("reports") {
			report, err := meetingReport(x.text("article"), x.row("props"))
			if err != nil {
				return nil, err
			}
			m.reports[report.Key] = report
		}
		meetings[r.text("id")] = m
	}
	for _, key := range keys {
		if meetings[key] == nil {
			meetings[key] = &changedMeeting{node: newNode(graph.MeetingLabel, key), reports: map[string]graph.Report{}}
		}
	}
	return meetings, nil
}

// move takes reports to their meetings. What is known of a stored one is its meeting's: a search does not tell all.
func (w *writer) move(moves []move, meetings map[string]*changedMeeting) error {
	var topics []map[string]any
	origins := map[string]*node{} // by key of a report, the meeting from which it goes
	for _, m := range moves {
		report, to := *m.report, meetings[m.to]
		w.reports[report.Key] = to.node
		if m.from.link == "" {
			w.link(graph.ReportedIn, to.node, w.articles[report.Article], report.Props())
		} else {
			from := meetings[m.from.meeting]
			report = from.reports[report.Key]
			delete(from.reports, report.Key)
			w.moved = append(w.moved, map[string]any{"link": m.from.link, "to": m.to})
			origins[report.Key] = from.node
			topic := graph.Ref{Label: graph.MeetingReport, Key: report.Key}
			topics = append(topics, map[string]any{"article": report.Article, "topic": topic.String(), "report": report.Key})
		}
		to.reports[report.Key] = report
	}
	return w.findRetold(topics, origins)
}

// deriveMeetings computes the meetings that gained or lost a report, and writes what differs.
func (w *writer) deriveMeetings(meetings map[string]*changedMeeting) error {
	former := map[string][]string{} // by key of a meeting that is gone, the ids under which it was known
	var derived []graph.Meeting
	var needed []graph.Ref
	for _, key := range slices.Sorted(maps.Keys(meetings)) {
		x := meetings[key]
		if len(x.reports) == 0 {
			w.gone = append(w.gone, x.id)
			former[key] = append(x.props.texts("formerIds"), key)
			w.release(x.took)
			w.release(x.held)
			continue
		}
		m := graph.DeriveMeeting(key, slices.Collect(maps.Values(x.reports)))
		derived = append(derived, m)
		for _, p := range m.Participants {
			needed = append(needed, p.Ref)
		}
		needed = append(needed, m.HeldIn()...)
	}
	if err := w.find(needed); err != nil {
		return err
	}
	took, held := newLinks(w, graph.TookPartIn), newLinks(w, graph.HeldIn)
	for i := range derived {
		m := &derived[i]
		x := meetings[m.ID]
		p := m.Props()
		if ids := w.formerIDs(m.ID, x.props, former); len(ids) > 0 {
			p["formerIds"] = ids
		}
		if !sameProps(x.props, p) {
			w.set(x.node, p)
		}
		var wanted []end
		for _, p := range m.Participants {
			wanted = append(wanted, end{w.nodeOf(p.Ref), p.Props()})
		}
		took.toward(x.node, wanted, x.took)
		wanted = nil
		for _, ref := range m.HeldIn() {
			wanted = append(wanted, end{w.nodeOf(ref), nil})
		}
		held.from(x.node, wanted, x.held)
	}
	return nil
}

// formerIDs returns the ids under which the reports of a meeting were found before, sorted: those that it has noted, and
// those of meetings that are gone and left it reports. A meeting that lives on keeps its id to itself.
func (w *writer) formerIDs(id string, stored row, gone map[string][]string) []string {
	ids := stored.texts("formerIds")
	for _, origin := range w.origins[id] {
		ids = append(ids, gone[origin]...)
	}
	slices.Sort(ids)
	return slices.DeleteFunc(slices.Compact(ids), func(x string) bool { return x == id })
}

// sameProps reports whether stored properties are the wanted ones. Only strings, integers, booleans and lists of strings
// occur.
func sameProps(stored row, wanted map[string]any) bool {
	if len(stored) != len(wanted) {
		return false
	}
	for k, v := range wanted {
		if !sameValue(stored[k], v) {
			return false
		}
	}
	return true
}

// sameValue reports whether a stored value is the wanted one, also in its type.
func sameValue(stored, wanted any) bool {
	switch x := wanted.(type) {
	case int:
		return stored == int64(x)
	case []string:
		return sameList(stored, x, func(s string) any { return s })
	case []int:
		return sameList(stored, x, func(n int) any { return int64(n) })
	}
	return stored == wanted
}

func sameList[T any](stored any, wanted []T, as func(T) any) bool {
	list, ok := stored.([]any)
	return ok && slices.EqualFunc(list, wanted, func(s any, w T) bool { return s == as(w) })
}
