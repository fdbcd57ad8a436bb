package graph

import (
	"cmp"
	"slices"
	"strings"
)

// unit is a group of reports while meetings are being found.
type unit struct {
	reports   []*Report
	seed      string          // the smallest key of its reports: its name
	sets      [][]party       // the distinct lists of participants, each sorted
	window    span            // the days on which all its reports may begin
	names     map[string]bool // places
	countries map[string]bool
	articles  map[string]bool
	kinds     map[string]bool
	courses   map[string]bool
	seeksDay  bool // its reports give no day, but a time in which to look for one
	dated     bool
}

func newUnit(r *Report) *unit {
	set := make([]party, 0, len(r.Participants))
	for _, p := range r.Participants {
		set = append(set, p.party())
	}
	slices.SortFunc(set, func(a, b party) int { return a.Compare(b.Ref) })
	_, _, seeksDay := r.Days()
	u := &unit{
		reports: []*Report{r}, seed: r.Key, sets: [][]party{set}, window: r.window(),
		names: map[string]bool{}, countries: map[string]bool{}, seeksDay: seeksDay, dated: r.Dated(),
		articles: map[string]bool{r.Article: true}, kinds: map[string]bool{r.Kind: true},
		courses: map[string]bool{courseOf(r.Status): true},
	}
	if name := r.placeName(); name != "" {
		u.names[name] = true
	}
	if r.Country != "" {
		u.countries[r.Country] = true
	}
	return u
}

func setKey(set []party) string {
	keys := make([]string, 0, len(set))
	for _, p := range set {
		keys = append(keys, p.String())
	}
	return strings.Join(keys, "\x00")
}

func (u *unit) merge(o *unit) {
	u.reports = append(u.reports, o.reports...)
	u.seed = min(u.seed, o.seed)
	u.window = u.window.intersect(o.window)
	for _, set := range o.sets {
		if !slices.ContainsFunc(u.sets, func(x []party) bool { return slices.Equal(x, set) }) {
			u.sets = append(u.sets, set)
		}
	}
	for _, m := range []struct{ to, from map[string]bool }{
		{u.names, o.names}, {u.countries, o.countries}, {u.articles, o.articles}, {u.kinds, o.kinds},
		{u.courses, o.courses},
	} {
		for k := range m.from {
			m.to[k] = true
		}
	}
}

// compatible reports whether nothing that the units say of time, place, kind and article keeps them apart. Who took
// part is not looked at here.
func (u *unit) compatible(o *unit) bool {
	return !u.window.intersect(o.window).empty() && u.samePlace(o, u.dated || o.dated) && u.sameEvent(o)
}

func (u *unit) sameEvent(o *unit) bool {
	return !(u.kinds["call"] && o.inPerson()) && !(o.kinds["call"] && u.inPerson()) && !overlap(u.articles, o.articles)
}

func (u *unit) inPerson() bool { return u.kinds["summit"] || u.kinds["conference"] || u.kinds["visit"] }

// samePlace reports whether the places do not contradict each other. On one day, places in one country may be a
// city and a venue in it, and where both know the day, a name without a country is a venue: the country of a town is
// known. Without a day, different names are different places.
func (u *unit) samePlace(o *unit, oneDay bool) bool {
	here, there := len(u.countries) > 0, len(o.countries) > 0
	if here && there && !overlap(u.countries, o.countries) {
		return false
	}
	return len(u.names) == 0 || len(o.names) == 0 || oneDay && here && there ||
		u.dated && o.dated && (here || there) || overlap(u.names, o.names)
}

// agreement says how well two units agree in place, the larger the better.
func (u *unit) agreement(o *unit) int {
	n := 0
	if overlap(u.names, o.names) {
		n += 2
	}
	if overlap(u.countries, o.countries) {
		n++
	}
	return n
}

// fitness says how well two units of which one gives no day agree in place and in what happened, the larger the
// better: what is called off is rather a meeting that nobody says was held.
func (u *unit) fitness(o *unit) int {
	n := 4 * u.agreement(o)
	if u.kinds["call"] && o.kinds["call"] {
		n += 2
	}
	if !(u.only(calledOff) && o.only(happened)) && !(o.only(calledOff) && u.only(happened)) {
		n++
	}
	return n
}

func (u *unit) only(course string) bool { return len(u.courses) == 1 && u.courses[course] }

// similarity returns the highest share of common participants between a report of one unit and a report of the other,
// and 0 where no two reports have two participants in common.
func (u *unit) similarity(o *unit) float64 {
	return mostAlike(u.sets, o.sets, compare, match.all)
}

// confirms reports whether what a dated unit says bears out all that an undated one tells more exactly: a place, where that
// names one, and the people, where that names more than their country or surname. Else two undated reports that contradict
// each other could be taken for the same meeting.
func (u *unit) confirms(o *unit) bool {
	placed := len(u.names)+len(u.countries) > 0 || len(o.names)+len(o.countries) == 0
	return placed && mostAlike(u.sets, o.sets, compareVague, match.all) > 0
}

// sameNames is similarity by participants that are named alike.
func (u *unit) sameNames(o *unit) float64 {
	return mostAlike(u.sets, o.sets, compare, func(m match) int {
		if m.same < 2 {
			return 0
		}
		return m.same
	})
}

func mostAlike(these, those [][]party, compare func(a, b []party) match, count func(match) int) float64 {
	most := 0.0
	for _, a := range these {
		for _, b := range those {
			n := count(compare(a, b))
			if n == 0 {
				continue
			}
			most = max(most, float64(n)/float64(len(a)+len(b)-n))
		}
	}
	return most
}

// rivals reports whether a report of one unit and a report of the other give a country or a surname to different people.
func (u *unit) rivals(o *unit) bool {
	return slices.ContainsFunc(u.sets, func(a []party) bool {
		return slices.ContainsFunc(o.sets, func(b []party) bool { return rivals(a, b) })
	})
}

// vagueness counts the vague parties of the report that has the fewest.
func (u *unit) vagueness() int {
	fewest := len(u.sets[0])
	for _, set := range u.sets {
		n := 0
		for _, p := range set {
			if p.vague() {
				n++
			}
		}
		fewest = min(fewest, n)
	}
	return fewest
}

// compareUnits orders units: those that name parties best come first, then those whose first report says most.
func compareUnits(a, b *unit) int {
	return cmp.Or(a.vagueness()-b.vagueness(), compareReports(a.reports[0], b.reports[0]))
}

func overlap(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}
