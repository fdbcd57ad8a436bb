package graph

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Meeting is what all reports of a meeting say together.
type Meeting struct {
	ID            string
	Kind          string
	Status        string
	Start, End    string
	DatePrecision string // day, month, year or empty
	Reports       int
	Conflict      bool
	Participants  []MeetingParticipant // sorted
	Places        []MeetingPlace       // sorted
	Countries     []string             // sorted codes
}

// MeetingParticipant is who took part in a meeting, as its reports say.
type MeetingParticipant struct {
	Ref
	Role    string // the one given most often, or empty
	Reports int    // how many reports name the participant
}

// MeetingPlace is a Place with the country where it lies.
type MeetingPlace struct{ Key, Country string }

// DeriveMeeting computes a meeting from all its reports, in any order. There must be at least one.
//
// The status is the one of the latest article; of equally late ones the most final. The date is the most exact one.
func DeriveMeeting(id string, reports []Report) Meeting {
	m := Meeting{ID: id, Reports: len(reports)}
	kinds, starts, ends := map[string]int{}, map[string]int{}, map[string]int{}
	took := map[Ref]*MeetingParticipant{}
	roles := map[Ref]map[string]int{}
	for i := range reports {
		r := &reports[i]
		kinds[r.Kind]++
		starts[r.Start]++
		for _, p := range r.Participants {
			if took[p.Ref] == nil {
				took[p.Ref] = &MeetingParticipant{Ref: p.Ref}
				roles[p.Ref] = map[string]int{}
			}
			took[p.Ref].Reports++
			if p.Role != "" {
				roles[p.Ref][p.Role]++
			}
		}
		if place := r.PlaceKey(); place != "" {
			m.Places = append(m.Places, MeetingPlace{place, r.Country})
		}
		if r.Country != "" {
			m.Countries = append(m.Countries, r.Country)
		}
	}
	m.Kind = mostOften(kinds)
	m.Start = mostExact(starts)
	for i := range reports {
		if reports[i].Start == m.Start {
			ends[reports[i].End]++
		}
	}
	m.End = mostExact(ends)
	m.DatePrecision = precision(m.Start)
	for ref, p := range took {
		p.Role = mostOften(roles[ref])
		m.Participants = append(m.Participants, *p)
	}
	slices.SortFunc(m.Participants, func(a, b MeetingParticipant) int { return a.Compare(b.Ref) })
	slices.SortFunc(m.Places, func(a, b MeetingPlace) int { return strings.Compare(a.Key, b.Key) })
	m.Places = slices.Compact(m.Places)
	slices.Sort(m.Countries)
	m.Countries = slices.Compact(m.Countries)
	m.Status, m.Conflict = outcome(reports)
	return m
}

// precision names how exact a date is.
func precision(date string) string {
	switch len(date) {
	case len("2006-01-02"):
		return "day"
	case len("2006-01"):
		return "month"
	case len("2006"):
		return "year"
	}
	return ""
}

// outcome returns what became of a meeting, and whether its reports contradict each other: it is called off in one and
// not in another, or said to be still ahead after it was said to be held. Planned first and held later is the usual
// course and no conflict.
func outcome(reports []Report) (status string, conflict bool) {
	inOrder := slices.SortedFunc(slices.Values(reports), func(a, b Report) int {
		return cmp.Or(strings.Compare(a.AsOf, b.AsOf), finality(a.Status)-finality(b.Status))
	})
	seen := map[string]bool{}
	for i := range inOrder {
		course := courseOf(inOrder[i].Status)
		if course == ahead && seen[happened] {
			conflict = true
		}
		seen[course] = true
	}
	others := slices.DeleteFunc(slices.Collect(maps.Keys(seen)), func(c string) bool { return c == calledOff })
	return inOrder[len(inOrder)-1].Status, conflict || seen[calledOff] && len(others) > 0
}

const (
	happened  = "happened"
	ahead     = "ahead"
	calledOff = "called off"
)

func courseOf(status string) string {
	switch status {
	case "held", "ongoing":
		return happened
	case "cancelled", "postponed":
		return calledOff
	}
	return ahead
}

// finality orders the statuses of articles of one day: what is settled counts more than what is intended.
func finality(status string) int {
	return slices.Index([]string{"proposed", "planned", "postponed", "ongoing", "held", "cancelled"}, status)
}

// mostOften returns the string with the highest count, of those the longest, of those the first by bytes, or "".
func mostOften(counts map[string]int) string {
	return best(counts, func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], utf8.RuneCountInString(b)-utf8.RuneCountInString(a), cmp.Compare(a, b))
	})
}

// mostExact returns the date of the finest precision, of those the one given most often, of those the first.
func mostExact(counts map[string]int) string {
	return best(counts, func(a, b string) int {
		return cmp.Or(len(b)-len(a), counts[b]-counts[a], cmp.Compare(a, b))
	})
}

func best(counts map[string]int, order func(a, b string) int) string {
	if len(counts) == 0 {
		return ""
	}
	return slices.MinFunc(slices.Collect(maps.Keys(counts)), order)
}
