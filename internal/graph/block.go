package graph

import (
	"strings"
	"time"

	"graphload/internal/news"
)

// The days about the date of an article on which a meeting may begin whose own day it does not give.
const (
	daysBack  = 7  // held or called off last week
	daysAhead = 31 // planned, proposed, put off, called off
)

const dayLayout = "2006-01-02"

// span is a range of days, both included, as day numbers.
type span struct{ first, last int }

func (s span) intersect(o span) span { return span{max(s.first, o.first), min(s.last, o.last)} }

func (s span) empty() bool { return s.first > s.last }

// always is the window of a report without a place in time.
var always = span{-1 << 40, 1 << 40}

// Dated reports whether the report gives the day on which the meeting begins.
func (r *Report) Dated() bool { return precision(r.Start) == "day" }

// known reports whether enough is known of the parties to join the report with different ones.
func (r *Report) known() bool { return len(r.Participants) >= 2 }

// Block returns the group of reports that have to be looked at together, a function of the report alone:
//
//	2025-10-30    reports that give this day
//	2025-10, 2025 reports that give this month or year
//	~2025-10-30   reports without a date in articles of this day
//	~|…           reports without a date in articles without a date, by place
//	=…            reports that join none but their equals
func (r *Report) Block() string {
	switch {
	case !r.known():
		return r.equals()
	case r.Start != "":
		return r.Start
	case precision(r.AsOf) == "day":
		return floatDay(r.AsOf)
	case r.Place == "" && r.Country == "":
		return r.equals()
	default:
		return "~|" + key(r.AsOf+"|"+r.placeName()+"|"+r.Country)
	}
}

// month returns the first and the last block of a floating report's month: its own, where that is no day's.
func (r *Report) month() (first, last string) {
	if r.Start != "" || precision(r.AsOf) != "day" {
		return r.Block(), r.Block()
	}
	month := floatDay(r.AsOf[:len("2006-01")])
	return month + "-01", month + "-31"
}

// company names what undated reports have in common that can be of one meeting while they fit no dated one.
func (r *Report) company() string {
	first, _ := r.month()
	names := []string{first}
	for _, p := range r.Participants {
		names = append(names, p.String())
	}
	return strings.Join(names, "\x00")
}

// searchCompany looks for the reports of the same company, and finds others.
func (r *Report) searchCompany() Search {
	first, last := r.month()
	s := Search{First: first, Last: last, Size: len(first), Pairs: Pairs{}}
	s.Pairs.add(r.Participants[0].String(), r.Participants[1].String())
	return s
}

// equals returns the block of reports that are equal in all but what became of the meeting.
func (r *Report) equals() string {
	fields := []string{r.Kind, r.placeName(), r.Country, r.Start, r.End}
	if r.Start == "" {
		fields = append(fields, r.AsOf)
	}
	for _, p := range r.Participants {
		fields = append(fields, p.String())
	}
	if len(r.Participants) == 0 {
		// Nobody is known, so that nothing tells two such meetings apart: each report is one.
		fields = append(fields, r.Key)
	}
	return "=" + digest(fields...)
}

// placeName returns the normalised name of the place, for comparison.
func (r *Report) placeName() string {
	if s := news.Slug(r.Place); s != "" {
		return s
	}
	return strings.TrimSpace(r.Place)
}

// window returns the days on which the meeting may begin.
func (r *Report) window() span {
	switch {
	case precision(r.Start) == "day":
		day := dayNumber(r.Start)
		return span{day, day}
	case r.Start != "":
		first := parseDate(r.Start)
		next := first.AddDate(1, 0, 0)
		if precision(r.Start) == "month" {
			next = first.AddDate(0, 1, 0)
		}
		return span{number(first), number(next) - 1}
	case precision(r.AsOf) == "day":
		switch day := dayNumber(r.AsOf); courseOf(r.Status) {
		case happened:
			return span{day - daysBack, day}
		case ahead: // not back: after a meeting the next one is agreed
			return span{day, day + daysAhead}
		default:
			return span{day - daysBack, day + daysAhead}
		}
	}
	return always
}

// Days returns the first and last day on which a dated report may lie that this undated one can join, and false where
// there is none: the report is dated itself, gives no more than a year, or has no place in time.
func (r *Report) Days() (first, last string, ok bool) {
	if !r.known() || r.Dated() || precision(r.Start) == "year" {
		return "", "", false
	}
	w := r.window()
	if w == always {
		return "", "", false
	}
	return date(w.first), date(w.last), true
}

// searchFloats returns the searches for undated reports that can be of the same meeting as this dated one: see confirms.
func (r *Report) searchFloats() []Search {
	if !r.known() {
		return nil // what fits has two parties in common
	}
	n := dayNumber(r.Start)
	month, first, last := r.Start[:len("2006-01")], floatDay(date(n-daysAhead)), floatDay(date(n+daysBack))
	return []Search{r.search(month, month, len(month), party.vaguer), r.search(first, last, len(first), party.vaguer)}
}

// floatDay is the block of reports without a date in articles of a day.
func floatDay(day string) string { return "~" + day }

func parseDate(s string) time.Time {
	// Records are validated: s has one of the three forms.
	t, _ := time.Parse(dayLayout[:len(s)], s)
	return t
}

func number(t time.Time) int { return int(t.Unix() / (24 * 60 * 60)) }

func dayNumber(day string) int { return number(parseDate(day)) }

func date(n int) string { return time.Unix(int64(n)*24*60*60, 0).UTC().Format(dayLayout) }
