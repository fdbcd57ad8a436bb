package graph

import (
	"slices"
	"strings"
)

// unit is a group of reports while meetings are being found.
type unit struct {
	reports   []*Report
	seed      string          // the smallest key of its reports: its name
	sets      [][]Ref         // the distinct sets of participants, each sorted
	window    span            // the days on which all its reports may begin
	names     map[string]bool // places
	countries map[string]bool
	articles  map[string]bool
	kinds     map[string]bool
	seeksDay  bool // its reports give no day, but a time in which to look for one
	dated     bool
}

func newUnit(r *Report) *unit {
	set := make([]Ref, 0, len(r.Participants))
	for _, p := range r.Participants {
		set = append(set, p.Ref)
	}
	_, _, seeksDay := r.Days()
	u := &unit{
		reports: []*Report{r}, seed: r.Key, sets: [][]Ref{sortRefs(set)}, window: r.window(),
		names: map[string]bool{}, countries: map[string]bool{}, seeksDay: seeksDay, dated: r.Dated(),
		articles: map[string]bool{r.Article: true}, kinds: map[string]bool{r.Kind: true},
	}
	if name := r.placeName(); name != "" {
		u.names[name] = true
	}
	if r.Country != "" {
		u.countries[r.Country] = true
	}
	return u
}

func setKey(set []Ref) string {
	keys := make([]string, 0, len(set))
	for _, r := range set {
		keys = append(keys, r.String())
	}
	return strings.Join(keys, "\x00")
}

func (u *unit) merge(o *unit) {
	u.reports = append(u.reports, o.reports...)
	u.seed = min(u.seed, o.seed)
	u.window = u.window.intersect(o.window)
	for _, set := range o.sets {
		if !slices.ContainsFunc(u.sets, func(x []Ref) bool { return slices.Equal(x, set) }) {
			u.sets = append(u.sets, set)
		}
	}
	for _, m := range []struct{ to, from map[string]bool }{
		{u.names, o.names}, {u.countries, o.countries}, {u.articles, o.articles}, {u.kinds, o.kinds},
	} {
		for k := range m.from {
			m.to[k] = true
		}
	}
}

// participants returns everyone who is named in any report.
func (u *unit) participants() []Ref { return sortRefs(slices.Concat(u.sets...)) }

// compatible reports whether nothing that the units say of time, place, kind and article keeps them apart. Who took
// part is not looked at here.
func (u *unit) compatible(o *unit) bool {
	return !u.window.intersect(o.window).empty() && u.samePlace(o) &&
		!(u.kinds["call"] && o.inPerson()) && !(o.kinds["call"] && u.inPerson()) &&
		!overlap(u.articles, o.articles)
}

func (u *unit) inPerson() bool { return u.kinds["summit"] || u.kinds["conference"] || u.kinds["visit"] }

// samePlace reports whether the places do not contradict each other. On one day, places in one country may be a
// city and a venue in it; without a day, different names are different places.
func (u *unit) samePlace(o *unit) bool {
	bothCountries := len(u.countries) > 0 && len(o.countries) > 0
	if bothCountries && !overlap(u.countries, o.countries) {
		return false
	}
	if len(u.names) == 0 || len(o.names) == 0 || bothCountries && (u.dated || o.dated) {
		return true
	}
	return overlap(u.names, o.names)
}

// supports reports whether a dated unit confirms where an undated one lies. Without that, two undated units that
// contradict each other could both go to a dated one that names no place.
func (u *unit) supports(o *unit) bool {
	return len(o.names) == 0 && len(o.countries) == 0 || overlap(u.names, o.names) || overlap(u.countries, o.countries)
}

// agreement says how well two units agree in place and kind, the larger the better.
func (u *unit) agreement(o *unit) int {
	n := 0
	if overlap(u.names, o.names) {
		n += 4
	}
	if overlap(u.countries, o.countries) {
		n += 2
	}
	if overlap(u.kinds, o.kinds) {
		n++
	}
	return n
}

// similarity returns the highest share of common participants between a report of one unit and a report of the other,
// and 0 where no two reports have two participants in common.
func (u *unit) similarity(o *unit) float64 {
	most := 0.0
	for _, a := range u.sets {
		for _, b := range o.sets {
			if n := common(a, b); n >= 2 {
				most = max(most, float64(n)/float64(len(a)+len(b)-n))
			}
		}
	}
	return most
}

// common counts what two sorted lists have in common.
func common(a, b []Ref) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch c := a[0].Compare(b[0]); {
		case c == 0:
			n++
			a, b = a[1:], b[1:]
		case c < 0:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return n
}

func overlap(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}
