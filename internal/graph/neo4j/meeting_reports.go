package neo4j

import (
	"maps"
	"slices"

	"graphload/internal/graph"
)

// reportStore answers from the graph what is asked of reports of meetings, for one transaction that has not written any.
type reportStore struct {
	w      *writer
	places map[string]place                    // by key of the report, where it is stored
	found  map[string]map[string]*graph.Report // by key of the meeting and of the report
	sizes  map[string]int                      // by key of the meeting, how many reports it has
	days   map[string]*day
}

// place is where a report of a meeting is stored.
type place struct {
	meeting string // key
	link    string // of the report; empty for one that is not stored yet
}

// day is the block of reports of a day. One that is searched for the second time is read as a whole, and later searches
// are answered from here: reports that are joined one after the other take many rounds.
type day struct {
	searched bool
	read     bool
	reports  map[string]graph.Report // by key, those that are stored, where the block has been read
}

func newReportStore(w *writer) *reportStore {
	return &reportStore{w: w, places: map[string]place{}, found: map[string]map[string]*graph.Report{}, sizes: map[string]int{},
		days: map[string]*day{}}
}

// Find returns the reports that match searches, and others.
func (s *reportStore) Find(searches []graph.Search) ([]graph.Report, error) {
	var params []map[string]any
	var reports []graph.Report
	for _, x := range joinRanges(searches) {
		if day, exact := s.day(&x); exact {
			if day.read {
				reports = slices.AppendSeq(reports, maps.Values(day.reports))
				continue
			}
			if day.searched {
				x = graph.Search{First: x.First, Last: x.Last, Size: x.Size, Any: true}
				day.read = true
			}
			day.searched = true
		}
		params = append(params, searchParams(&x))
	}
	found, err := readReports(s, reportsFind, "searches", params)
	for i := range found {
		if day := s.days[found[i].Block()]; day != nil && day.read {
			day.reports[found[i].Key] = found[i]
		}
	}
	return append(reports, found...), err
}

// day returns the block of a search, and false where it is not for the reports of one day.
func (s *reportStore) day(x *graph.Search) (d *day, exact bool) {
	if x.First != x.Last || x.Size != len("2006-01-02") || x.Any {
		return nil, false
	}
	if s.days[x.First] == nil {
		s.days[x.First] = &day{reports: map[string]graph.Report{}}
	}
	return s.days[x.First], true
}

// InArticles returns the reports that stand in articles.
func (s *reportStore) InArticles(keys []string) ([]graph.Report, error) {
	return readReports(s, reportsOfArticles, "ids", keys)
}

// Together returns the dated reports of the meetings of reports that were found, as they are stored.
func (s *reportStore) Together(reports []graph.Report) ([][]graph.Report, error) {
	meetings := map[string]bool{}
	for i := range reports {
		meetings[s.places[reports[i].Key].meeting] = true
	}
	var partly []string
	for _, key := range slices.Sorted(maps.Keys(meetings)) {
		if len(s.found[key]) < s.sizes[key] {
			partly = append(partly, key)
		}
	}
	if _, err := readReports(s, reportsOfMeetings, "ids", partly); err != nil {
		return nil, err
	}
	var groups [][]graph.Report
	for _, key := range slices.Sorted(maps.Keys(meetings)) {
		var group []graph.Report
		for _, r := range s.found[key] {
			if r.Dated() {
				group = append(group, *r)
			}
		}
		groups = append(groups, group)
	}
	return groups, nil
}

// readReports runs a statement that returns reports for a list, and notes where they are stored.
func readReports[T any](s *reportStore, statement cypher, name string, list []T) ([]graph.Report, error) {
	rows, err := each(s.w, statement, name, list)
	if err != nil {
		return nil, err
	}
	reports := make([]graph.Report, 0, len(rows))
	for _, r := range rows {
		report, err := meetingReport(r.text("article"), r)
		if err != nil {
			return nil, err
		}
		key := r.text("meeting")
		if s.found[key] == nil {
			s.found[key] = map[string]*graph.Report{}
			s.sizes[key] = r.number("reports")
		}
		s.found[key][report.Key] = &report
		s.places[report.Key] = place{meeting: key, link: r.text("link")}
		reports = append(reports, report)
	}
	return reports, nil
}

// searchParams are those of one search.
func searchParams(s *graph.Search) map[string]any {
	return map[string]any{"first": s.First, "last": s.Last, "size": s.Size, "any": s.Any, "pairs": s.Pairs, "tokens": s.Tokens,
		"crowds": len(s.Tokens) > 0}
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
