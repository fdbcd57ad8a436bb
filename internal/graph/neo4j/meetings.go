package neo4j

import (
	"maps"
	"slices"

	"graphload/internal/graph"
)

// place is where a report of a meeting is stored.
type place struct {
	meeting string // key
	link    string // of the report; empty for one that is not stored yet
}

// writeMeetings writes reports of meetings, joins and parts meetings as they demand, and computes again what changed.
func (w *writer) writeMeetings(list []article) error {
	var fresh []graph.Report
	stored := map[string]place{}
	for _, a := range list {
		fresh = append(fresh, a.Meetings...)
	}
	changed := slices.Concat(w.removed, fresh)
	if len(changed) == 0 {
		return nil
	}
	assigned, err := graph.Assign(changed, func(searches []graph.Search) ([]graph.Report, error) {
		found, err := w.findReports(searches, stored)
		return append(found, fresh...), err
	})
	if err != nil {
		return err
	}
	if err := w.move(w.moves(assigned, stored)); err != nil {
		return err
	}
	return w.deriveMeetings()
}

// findReports answers searches from the graph, and notes where the reports are stored.
func (w *writer) findReports(searches []graph.Search, stored map[string]place) ([]graph.Report, error) {
	var params []map[string]any
	var reports []graph.Report
	for _, s := range joinRanges(searches) {
		if block, exact := w.wholeBlock(&s); exact {
			if block.read {
				reports = slices.AppendSeq(reports, maps.Values(block.reports))
				continue
			}
			if block.searched++; block.searched > 1 {
				s = graph.Search{First: s.First, Last: s.Last, Size: s.Size, Any: true}
				block.read = true
			}
		}
		params = append(params, searchParams(&s))
	}
	found, err := each(w, reportsFind, "searches", params)
	if err != nil {
		return nil, err
	}
	for _, r := range found {
		report, err := meetingReport(r.text("article"), r)
		if err != nil {
			return nil, err
		}
		if block := w.blocks[r.text("block")]; block != nil && block.read {
			block.reports[report.Key] = report
		}
		reports = append(reports, report)
		stored[report.Key] = place{meeting: r.text("meeting"), link: r.text("link")}
	}
	return reports, nil
}

// searchParams are those of one search.
func searchParams(s *graph.Search) map[string]any {
	return map[string]any{"first": s.First, "last": s.Last, "size": s.Size, "any": s.Any, "pairs": s.Pairs, "tokens": s.Tokens,
		"crowds": len(s.Tokens) > 0}
}

// block is a block of reports of meetings. One that is searched for the second time is read as a whole, and later
// searches are answered from here: reports that are joined one after the other take many rounds.
type block struct {
	searched int
	read     bool
	reports  map[string]graph.Report // by key, those that are stored, where the block has been read
}

// wholeBlock returns the block of a search, and false where it is for a range or for all.
func (w *writer) wholeBlock(s *graph.Search) (b *block, exact bool) {
	if s.First != s.Last || s.Any {
		return nil, false
	}
	if w.blocks[s.First] == nil {
		w.blocks[s.First] = &block{reports: map[string]graph.Report{}}
	}
	return w.blocks[s.First], true
}

// joinRanges makes one search of those for ranges of blocks that overlap, so that a report is looked at once and not
// for each of a hundred days about which one is looked for. It finds more than was asked for, which does no harm.
func joinRanges(searches []graph.Search) []graph.Search {
	var joined []graph.Search
	last := -1                   // the place of the range that may grow
	for _, s := range searches { // sorted by First
		switch {
		case s.First == s.Last || s.Any:
			joined = append(joined, s)
			continue
		case last < 0 || s.Size != joined[last].Size || s.First > joined[last].Last:
			last = len(joined)
			joined = append(joined, graph.Search{First: s.First, Last: s.Last, Size: s.Size, Pairs: graph.Pairs{},
				Tokens: map[string]bool{}})
		}
		r := &joined[last]
		r.Last = max(r.Last, s.Last)
		r.Pairs.Add(s.Pairs)
		maps.Copy(r.Tokens, s.Tokens)
	}
	return joined
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

func (w *writer) move(moves []move) error {
	var targets []graph.Ref
	for _, m := range moves {
		targets = append(targets, graph.Ref{Label: graph.MeetingLabel, Key: m.to})
	}
	if err := w.lock(targets); err != nil {
		return err
	}
	var links, moved, topics []map[string]any
	for i, m := range moves {
		to := w.nodeOf(targets[i])
		w.reports[m.report.Key] = to
		if m.from.link == "" {
			links = append(links, newLink(to, w.articles[m.report.Article], m.report.Props()))
			continue
		}
		moved = append(moved, map[string]any{"link": m.from.link, "to": to})
		topic := graph.Ref{Label: graph.MeetingReport, Key: m.report.Key}
		topics = append(topics, map[string]any{"article": m.report.Article, "topic": topic.String()})
	}
	if _, err := each(w, reportsMove, "rows", moved); err != nil {
		return err
	}
	if err := w.create(graph.ReportedIn, links); err != nil {
		return err
	}
	concerned, err := each(w, statementsAbout, "rows", topics)
	for _, r := range concerned {
		w.statements[r.text("id")] = true
	}
	return err
}

// deriveMeetings computes the meetings that gained or lost a report, and writes what differs.
func (w *writer) deriveMeetings() error {
	found, err := each(w, meetingsRead, "ids", slices.Sorted(maps.Keys(w.meetings)))
	if err != nil {
		return err
	}
	var gone []string
	former := map[string][]string{} // by key of a meeting that is gone, the ids under which it was known
	var derived []graph.Meeting
	var stored, needed = []row{}, []graph.Ref{}
	for _, r := range found {
		var reports []graph.Report
		for _, x := range r.rows("reports") {
			report, err := meetingReport(x.text("article"), x.row("props"))
			if err != nil {
				return err
			}
			reports = append(reports, report)
		}
		if len(reports) == 0 {
			gone = append(gone, r.text("node"))
			former[r.text("id")] = append(r.row("props").texts("formerIds"), r.text("id"))
			w.release(r.rows("took"))
			w.release(r.rows("held"))
			continue
		}
		m := graph.DeriveMeeting(r.text("id"), reports)
		derived, stored = append(derived, m), append(stored, r)
		for _, p := range m.Participants {
			needed = append(needed, p.Ref)
		}
		needed = append(needed, m.HeldIn()...)
	}
	if err := w.lock(needed); err != nil {
		return err
	}
	var changes []map[string]any
	took, held := newLinks(w, graph.TookPartIn), newLinks(w, graph.HeldIn)
	for i := range derived {
		m, r := &derived[i], stored[i]
		id := r.text("node")
		p := m.Props()
		if ids := w.formerIDs(m.ID, r.row("props"), former); len(ids) > 0 {
			p["formerIds"] = ids
		}
		if !sameProps(r.row("props"), p) {
			changes = append(changes, map[string]any{"node": id, "props": p})
		}
		wanted := map[string]map[string]any{}
		for _, p := range m.Participants {
			wanted[w.nodeOf(p.Ref)] = p.Props()
		}
		took.toward(id, wanted, r.rows("took"))
		wanted = map[string]map[string]any{}
		for _, ref := range m.HeldIn() {
			wanted[w.nodeOf(ref)] = nil
		}
		held.from(id, wanted, r.rows("held"))
	}
	if _, err := each(w, nodeSet, "rows", changes); err != nil {
		return err
	}
	if err := took.write(); err != nil {
		return err
	}
	if err := held.write(); err != nil {
		return err
	}
	_, err = each(w, nodeDelete, "nodes", gone)
	return err
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
