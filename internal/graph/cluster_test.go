package graph

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// parse makes a report of "KEY STATUS KIND PARTICIPANTS START AS-OF PLACE COUNTRY", "-" for nothing. The article is the
// key up to a dot, so that "a.1" and "a.2" stand in one article.
func parse(line string) Report {
	f := strings.Fields(line)
	for i := range f {
		if f[i] == "-" {
			f[i] = ""
		}
	}
	article, _, _ := strings.Cut(f[0], ".")
	r := Report{Key: f[0], Article: article, Status: f[1], Kind: f[2], Start: f[4], AsOf: f[5], Place: f[6], Country: f[7]}
	for _, p := range strings.Split(f[3], ",") {
		if p != "" {
			r.Participants = append(r.Participants, parseParticipant(p, article))
		}
	}
	r.Participants = sortParticipants(r.Participants)
	return r
}

// parseParticipant reads a person "ada-lind", one who represents a country "ada-lind/NO", a surname that led to nobody
// "lind@", and a country "NO".
func parseParticipant(s, article string) Participant {
	name, represents, _ := strings.Cut(s, "/")
	if name == strings.ToUpper(name) {
		return Participant{Ref: Ref{Country, name}}
	}
	if strings.HasSuffix(name, "@") {
		name += article
	}
	return Participant{Ref: Ref{Person, name}, Represents: represents}
}

// grouping shows groups as "a b | c", sorted.
func grouping(groups []Group) string {
	var list []string
	for _, g := range groups {
		var keys []string
		for _, r := range g.Reports {
			keys = append(keys, r.Key)
		}
		list = append(list, strings.Join(keys, " "))
	}
	slices.Sort(list)
	return strings.Join(list, " | ")
}

func TestCluster(t *testing.T) {
	for _, test := range []struct {
		name    string
		reports []string
		want    string
	}{
		{"same day, two shared", []string{
			"a planned summit ada,bo 2025-10-30 2025-10-20 - -",
			"b cancelled summit ada,bo,cy 2025-10-30 2025-10-24 - -"}, "a b"},
		{"one shared", []string{
			"a held talks ada,bo 2025-10-30 2025-10-31 - -",
			"b held talks ada,cy 2025-10-30 2025-10-31 - -"}, "a | b"},
		{"distinct days", []string{
			"a held talks ada,bo 2025-10-30 2025-11-01 - -",
			"b held talks ada,bo 2025-10-31 2025-11-01 - -"}, "a | b"},
		{"different countries", []string{
			"a held talks ada,bo 2025-10-30 2025-11-01 - SI",
			"b held talks ada,bo 2025-10-30 2025-11-01 - AT"}, "a | b"},
		{"different places, countries unknown", []string{
			"a held talks ada,bo 2025-10-30 2025-11-01 Belvedere -",
			"b held talks ada,bo 2025-10-30 2025-11-01 Hofburg -"}, "a | b"},
		{"city, and a venue of unknown country", []string{
			"a held talks ada,bo 2025-10-30 2025-11-01 Hofburg -",
			"b held talks ada,bo 2025-10-30 2025-11-01 Vienna AT",
			"c held talks ada,bo - 2025-11-01 Belvedere -"}, "a b | c"},
		{"city and venue of one country", []string{
			"a held talks ada,bo 2025-10-30 2025-11-01 Hofburg AT",
			"b held talks ada,bo 2025-10-30 2025-11-01 Vienna AT"}, "a b"},
		{"same place spelled otherwise", []string{
			"a held talks ada,bo 2025-10-30 2025-11-01 Zürich -",
			"b held talks ada,bo 2025-10-30 2025-11-01 ZURICH CH"}, "a b"},
		{"a call is no summit", []string{
			"a held call ada,bo 2025-10-30 2025-10-31 - -",
			"b held summit ada,bo 2025-10-30 2025-10-31 - -"}, "a | b"},
		{"a call may be talks", []string{
			"a held call ada,bo 2025-10-30 2025-10-31 - -",
			"b held talks ada,bo 2025-10-30 2025-10-31 - -"}, "a b"},
		{"two of one article stay two", []string{
			"a.1 held talks ada,bo 2025-10-30 2025-10-31 - -",
			"a.2 held talks ada,bo 2025-10-30 2025-10-31 - -"}, "a.1 | a.2"},
		{"bilateral meetings beside a summit", []string{
			"a.1 held summit ada,bo,cy,di 2025-10-30 2025-10-31 - -",
			"a.2 held talks ada,bo 2025-10-30 2025-10-31 - -",
			"b.1 held talks ada,bo 2025-10-30 2025-10-31 - -",
			"c.1 held summit bo,cy,di 2025-10-30 2025-10-31 - -"}, "a.1 c.1 | a.2 b.1"},
		{"no chain over who shares one", []string{
			"a held talks ada,bo,cy 2025-10-30 - - -",
			"b held talks bo,cy,di 2025-10-30 - - -",
			"c held talks ada,di 2025-10-30 - - -"}, "a b | c"},
		{"without a day, to the one that fits", []string{
			"a planned summit ada,bo 2025-10-30 2025-10-20 Ljubljana SI",
			"b cancelled summit ada,bo - 2025-10-24 Ljubljana SI",
			"c cancelled summit ada,bo - 2025-10-25 - -"}, "a b c"},
		{"without a day, between two days", []string{
			"a held talks ada,bo 2025-10-20 2025-10-21 - -",
			"b held talks ada,bo - 2025-10-23 - -",
			"c held talks ada,bo 2025-10-22 2025-10-23 - -"}, "a | b | c"},
		{"the place decides between two days", []string{
			"a held talks ada,bo 2025-10-20 2025-10-21 Oslo NO",
			"b held talks ada,bo - 2025-10-23 Oslo NO",
			"c held talks ada,bo 2025-10-22 2025-10-23 Lima PE"}, "a b | c"},
		{"long before the day", []string{
			"a planned talks ada,bo - 2025-06-01 - -",
			"b held talks ada,bo 2025-10-22 2025-10-23 - -"}, "a | b"},
		{"held before the day", []string{
			"a held talks ada,bo - 2025-10-20 - -",
			"b held talks ada,bo 2025-10-22 2025-10-23 - -"}, "a | b"},
		{"a place that no dated report confirms", []string{
			"a planned talks ada,bo 2025-10-30 2025-10-20 - -",
			"b planned talks ada,bo - 2025-10-20 Oslo NO",
			"c planned talks ada,bo - 2025-10-20 Lima PE"}, "a | b | c"},
		{"month given, day given", []string{
			"a planned summit ada,bo 2025-11 2025-10-20 - -",
			"b planned summit ada,bo 2025-11-14 2025-10-21 - -"}, "a b"},
		{"planned, then cancelled, never dated", []string{
			"a planned summit ada,bo - 2025-10-20 Ljubljana -",
			"b cancelled summit ada,bo - 2025-10-24 Ljubljana SI"}, "a b"},
		{"an annual summit", []string{
			"a held summit ada,bo - 2024-06-20 Lima PE",
			"b held summit ada,bo - 2025-06-21 Lima PE"}, "a | b"},
		{"no place in time", []string{
			"a held talks ada,bo - - Lima PE",
			"b held talks ada,bo - - Lima PE",
			"c held talks ada,bo - - Oslo NO",
			"d held talks ada,bo - - - -",
			"e planned talks ada,bo - - - -",
			"f held call ada,bo - - - -"}, "a b | c | d e | f"},
		{"one participant joins its equal", []string{
			"a planned visit ada 2025-10-30 2025-10-20 Lima PE",
			"b cancelled visit ada 2025-10-30 2025-10-25 Lima PE",
			"c held visit ada,bo 2025-10-30 2025-10-31 Lima PE",
			"d held visit ada 2025-10-30 2025-10-31 - PE"}, "a b | c | d"},
		{"a country and who represents it", []string{
			"a held talks ada/NO,bo/KE 2025-10-30 2025-10-31 - -",
			"b held talks NO,KE 2025-10-30 2025-10-31 - -",
			"c held talks NO,bo 2025-10-30 2025-10-31 - -",
			"d held talks ada/NO,NO 2025-10-30 2025-10-31 - -"}, "a b c | d"},
		{"a country and two who represent it", []string{
			"a held talks ada/NO,bo/KE 2025-10-30 2025-10-31 - -",
			"b held talks NO,KE 2025-10-30 2025-10-31 - -",
			"c held talks cy/NO,di/KE 2025-10-30 2025-10-31 - -"}, "a | b | c"},
		{"two countries do not tie their ministers", []string{
			"a held talks ada/NO,bo/KE - 2025-10-30 - -",
			"b held talks NO,KE 2025-10-29 2025-10-30 - -",
			"c held talks cy/NO,di/KE - 2025-10-30 - -"}, "a | b | c"},
		{"a surname and who bears it", []string{
			"a held talks ada-lind,bo-ek 2025-10-30 2025-10-31 - -",
			"b held talks lind@,bo-ek - 2025-10-31 - -",
			"c held talks lind@,ek@ 2025-10-30 2025-10-31 - -"}, "a b | c"},
		{"a surname and two who bear it", []string{
			"a held talks ada-lind,bo-ek 2025-10-30 2025-10-31 - -",
			"b held talks lind@,bo-ek 2025-10-30 2025-10-31 - -",
			"c held talks eva-lind,bo-ek 2025-10-30 2025-10-31 - -"}, "a | b | c"},
		{"a surname of another country", []string{
			"a held talks ada-lind/NO,bo-ek 2025-10-30 2025-10-31 - -",
			"b held talks lind@/SE,bo-ek 2025-10-30 2025-10-31 - -"}, "a | b"},
		{"two of one article about one day", []string{
			"a held talks ada,bo 2025-10-30 2025-10-30 - -",
			"b.1 held talks ada,bo - 2025-10-31 - -",
			"b.2 cancelled talks ada,bo - 2025-10-31 - -"}, "a b.1 | b.2"},
		{"the next meeting is agreed after this one", []string{
			"a held talks ada,bo 2025-10-30 2025-10-30 - -",
			"b planned talks ada,bo - 2025-10-31 - -"}, "a | b"},
		{"nobody known", []string{
			"a held talks - 2025-10-30 2025-10-20 Lima PE",
			"b held talks - 2025-10-30 2025-10-20 Lima PE"}, "a | b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var reports []Report
			for _, line := range test.reports {
				reports = append(reports, parse(line))
			}
			for range 10 {
				if got := grouping(Cluster(reports)); got != test.want {
					t.Fatalf("got %q, want %q", got, test.want)
				}
				rand.Shuffle(len(reports), func(i, j int) { reports[i], reports[j] = reports[j], reports[i] })
			}
		})
	}
}

// randomReports are about few people on few days, so that they often can be of one meeting.
func randomReports(r *rand.Rand, n int) []Report {
	days := []string{"2025-01-30", "2025-01-31", "2025-02-01", "2025-02-14", "2025-03-01", "2025-03-28"}
	one := func(list ...string) string { return list[r.IntN(len(list))] }
	var reports []Report
	for i := range n {
		x := Report{Key: digest("test", fmt.Sprint(i)), Article: fmt.Sprint(r.IntN(n)),
			Status: one("held", "held", "planned", "cancelled"), Kind: one("talks", "call", "summit"), AsOf: one(days...),
			Start: one("", "", "", "2025-02", "2025"), Country: one("", "SI", "AT")}
		if r.IntN(2) == 0 {
			x.Start = one(days...)
		}
		if r.IntN(12) == 0 {
			x.AsOf = one("", "2025-02")
		}
		if r.IntN(3) == 0 {
			x.Place = one("Vienna", "Hofburg", "Ljubljana")
		}
		who := []string{"ada-lind/NO", "eva-lind/NO", "ada-lind", "lind@", "bo-ek/KE", "ed-ek/SE", "ek@", "cy", "di", "NO",
			"KE"}
		for _, p := range r.Perm(len(who))[:1+r.IntN(4)] {
			x.Participants = append(x.Participants, parseParticipant(who[p], x.Article))
		}
		x.Participants = sortParticipants(x.Participants)
		reports = append(reports, x)
	}
	return reports
}

// TestClusterProperties holds for any reports: the order does not matter, and no group contradicts itself.
func TestClusterProperties(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		reports := randomReports(r, 60)
		want := Cluster(reports)
		r.Shuffle(len(reports), func(i, j int) { reports[i], reports[j] = reports[j], reports[i] })
		if diff := cmp.Diff(want, Cluster(reports)); diff != "" {
			t.Fatalf("seed %d: the order matters:\n%s", seed, diff)
		}
		n := 0
		for _, g := range want {
			n += len(g.Reports)
			days, articles := map[string]bool{}, map[string]bool{}
			for i := range g.Reports {
				x := &g.Reports[i]
				if x.Dated() {
					days[x.Start] = true
				}
				if articles[x.Article] && x.known() {
					t.Fatalf("seed %d: two meetings of article %s are one", seed, x.Article)
				}
				articles[x.Article] = true
				if len(g.Reports) > 1 && !sharesTwo(g.Reports, i) && g.Reports[i].known() {
					t.Fatalf("seed %d: %v shares no two participants with %v", seed, g.Reports[i], g.Reports)
				}
			}
			if len(days) > 1 {
				t.Fatalf("seed %d: a meeting on %v", seed, days)
			}
		}
		if n != len(reports) {
			t.Fatalf("seed %d: %d reports of %d", seed, n, len(reports))
		}
	}
}

func sharesTwo(reports []Report, i int) bool {
	u := newUnit(&reports[i])
	for j := range reports {
		if j != i && newUnit(&reports[j]).similarity(u) > 0 {
			return true
		}
	}
	return false
}

// stored is a store in memory.
type stored struct {
	reports  map[string]Report // by key
	meetings map[string]string // by key of the report
}

func (s stored) Find(searches []Search) ([]Report, error) {
	var found []Report
	for _, r := range s.reports {
		for _, s := range searches {
			block := r.Block()
			if block < s.First || block > s.Last || len(block) != s.Size {
				continue
			}
			n, pair := 0, false
			for _, token := range r.Parties() {
				if s.Tokens[token] {
					n++
				}
				for _, other := range r.Parties() {
					pair = pair || s.Pairs[token][other]
				}
			}
			if s.Any || n >= 2 || pair {
				found = append(found, r)
				break
			}
		}
	}
	return found, nil
}

func (s stored) InArticles(keys []string) ([]Report, error) {
	var found []Report
	for _, r := range s.reports {
		if slices.Contains(keys, r.Article) {
			found = append(found, r)
		}
	}
	return found, nil
}

func (s stored) Together(reports []Report) ([][]Report, error) {
	if s.meetings == nil {
		return Regroup(reports, s.Find)
	}
	groups := map[string][]Report{}
	for i := range reports {
		groups[s.meetings[reports[i].Key]] = nil
	}
	for key, r := range s.reports {
		if m := s.meetings[key]; r.Dated() {
			if _, wanted := groups[m]; wanted {
				groups[m] = append(groups[m], r)
			}
		}
	}
	return slices.Collect(maps.Values(groups)), nil
}

// TestAssign adds and removes articles and looks at what Assign finds only. Every report must come to be in the meeting
// that it has among all.
func TestAssign(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 2))
		pool := randomReports(r, 80)
		all := map[string]Report{}
		meeting := map[string]string{}
		for step := range 25 {
			var added, removed []Report
			articles := map[string]bool{}
			for range 1 + r.IntN(3) {
				articles[pool[r.IntN(len(pool))].Article] = true
			}
			for _, x := range pool {
				_, there := all[x.Key]
				switch {
				case !articles[x.Article]:
				case there:
					delete(all, x.Key)
					delete(meeting, x.Key)
					removed = append(removed, x)
				default:
					all[x.Key] = x
					added = append(added, x)
				}
			}
			near, err := Assign(added, removed, stored{all, meeting})
			if err != nil {
				t.Fatal(err)
			}
			unaided, err := Assign(added, removed, stored{all, nil})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(near, unaided); diff != "" {
				t.Fatalf("seed %d, step %d: a store that does not know the meetings leads elsewhere:\n%s", seed, step, diff)
			}
			for _, x := range near {
				meeting[x.Report.Key] = x.Meeting
			}
			want := map[string]string{}
			for _, g := range Cluster(slices.Collect(maps.Values(all))) {
				for _, x := range g.Reports {
					want[x.Key] = g.ID
				}
			}
			if diff := cmp.Diff(want, meeting); diff != "" {
				t.Fatalf("seed %d, step %d: what was found does not tell all that changed:\n%s", seed, step, diff)
			}
		}
	}
}

// TestAssignIsBounded holds the cost of one more report of a pair that meets all the time.
func TestAssignIsBounded(t *testing.T) {
	all, meeting := map[string]Report{}, map[string]string{}
	for i := range 4000 {
		day := date(dayNumber("2015-01-01") + i)
		r := parse(fmt.Sprintf("%d held talks ada,bo %s %s - -", i, []string{day, "-"}[i%2], day))
		all[r.Key], meeting[r.Key] = r, r.Key
	}
	fresh := parse("fresh held talks ada,bo 2020-06-15 2020-06-16 - -")
	near, err := Assign([]Report{fresh}, nil, stored{all, meeting})
	if err != nil {
		t.Fatal(err)
	}
	if len(near) > 200 {
		t.Errorf("one report makes %d others be looked at", len(near))
	}
}

func TestSearchFloats(t *testing.T) {
	// Every undated report that can lie on a day must be found from one of the day.
	for n := dayNumber("2023-12-01"); n < dayNumber("2025-04-01"); n++ {
		dated := parse("b held talks ada,bo " + date(n) + " " + date(n) + " - -")
		searches := dated.searchFloats()
		for asOf := n - daysAhead; asOf <= n+daysBack; asOf++ {
			for _, start := range []string{"-", date(n)[:len("2006-01")]} {
				r := parse("a cancelled talks ada,bo " + start + " " + date(asOf) + " - -")
				if !matchesAny(searches, &r) {
					t.Fatalf("a report of %s can be of %s, but %v do not find it", date(asOf), date(n), searches)
				}
			}
		}
	}
}
