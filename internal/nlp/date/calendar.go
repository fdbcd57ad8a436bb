package date

import (
	"fmt"
	"time"
)

// value is a period in ISO 8601, as exact as certain; the zero value is unknown.
type value struct{ from, to string }

func isYear(y int) bool { return y >= 1800 && y <= 2100 }

func day(t time.Time) value {
	s := t.Format(time.DateOnly)
	return value{s, s}
}

func month(y int, m time.Month) value {
	s := fmt.Sprintf("%04d-%02d", y, m)
	return value{s, s}
}

func year(y int) value {
	s := fmt.Sprintf("%04d", y)
	return value{s, s}
}

// within returns the finest of month and year that holds all days of a span in which something happened.
func within(first, last time.Time) value {
	switch {
	case first.Year() == last.Year() && first.Month() == last.Month():
		return month(first.Year(), first.Month())
	case first.Year() == last.Year():
		return year(first.Year())
	}
	return value{}
}

// through returns the range between two values.
func (v value) through(w value) value {
	if v.from == "" || w.to == "" || v.from > w.to {
		return value{}
	}
	return value{v.from, w.to}
}

func civil(y int, m time.Month, d int) (time.Time, bool) {
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d && t.Month() == m
}

// monday returns the first day of a day's week.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// published is the date of publication.
type published struct {
	time  time.Time // first day of the month or year where no more is known
	exact int       // how many of year, month and day are known: 0 to 3
}

func readPublished(s string) published {
	for i, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if len(s) < len(layout) || i < 2 && len(s) != len(layout) {
			continue
		}
		if i == 2 && len(s) > len(layout) && s[len(layout)] != 'T' && s[len(layout)] != ' ' {
			continue
		}
		if t, err := time.Parse(layout, s[:len(layout)]); err == nil && isYear(t.Year()) {
			return published{t, i + 1}
		}
	}
	return published{}
}

func (p published) hasDay() bool   { return p.exact == 3 }
func (p published) hasMonth() bool { return p.exact >= 2 }
func (p published) hasYear() bool  { return p.exact >= 1 }

// lastWeekday returns the last such day up to a day, nextWeekday the first from it.
func lastWeekday(t time.Time, w time.Weekday) time.Time {
	return t.AddDate(0, 0, -(int(t.Weekday())-int(w)+7)%7)
}

func nextWeekday(t time.Time, w time.Weekday) time.Time {
	return t.AddDate(0, 0, (int(w)-int(t.Weekday())+7)%7)
}
