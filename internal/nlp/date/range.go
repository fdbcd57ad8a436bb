package date

import "time"

// rangeOf reads two dates that bound a time: "March 3-5", "from Monday to Wednesday", "between May 2 and 4".
func (p *parser) rangeOf(i int) (found, bool) {
	lead := p.word(i)
	at := i
	if lead == "from" || lead == "between" {
		at++
	} else {
		lead = ""
	}
	if m, ok := p.daysBeforeMonth(at, lead); ok {
		m.first = i
		return m, true
	}
	a, ok := p.point(at, true)
	if !ok || lead == "" && a.kind == monthPoint && a.y == 0 && !p.monthFollows(a.last+2) {
		return found{}, false
	}
	sep, next, ok := p.separator(a.last+1, lead)
	if !ok {
		return found{}, false
	}
	if a.kind == yearPoint {
		return p.years(i, a, next, sep, lead)
	}
	b, ok := p.point(next, true)
	if d, isDay := p.dayNumber(next); isDay && (!ok || b.kind != dayPoint) && a.kind == dayPoint && a.y == 0 && d > a.d &&
		!p.isAmount(next) && !p.isClock(next) {
		b, ok = point{first: next, last: next, m: a.m, d: d}, true
		p.yearAfter(&b)
	}
	if !ok || a.kind != b.kind || b.kind == yearPoint || sep == "and" && lead == "" && !p.consecutive(a, b) {
		return found{}, false
	}
	return found{first: i, last: b.last, value: p.resolveRange(a, b)}, true
}

// separator reads what stands between the two dates of a range.
func (p *parser) separator(i int, lead string) (sep string, next int, ok bool) {
	switch w := p.word(i); w {
	case "-", "–", "—":
		return "-", i + 1, w != "—" || p.token(i).glued && p.token(i+1).glued
	case "to", "through", "until", "till":
		return w, i + 1, lead != "between"
	case "and":
		return w, i + 1, lead != "from"
	}
	return "", i, false
}

func (p *parser) monthFollows(i int) bool {
	_, _, ok := p.month(i)
	return ok
}

// isClock tells whether a number is a time of day.
func (p *parser) isClock(i int) bool {
	switch p.word(i + 1) {
	case "am", "pm", "a", "p", "o", "hours", "gmt", "years", "months", "weeks":
		return true
	}
	return false
}

// daysBeforeMonth reads "3-5 March 2025" and "3 to 5 March".
func (p *parser) daysBeforeMonth(i int, lead string) (found, bool) {
	from, ok := p.dayNumber(i)
	if !ok {
		return found{}, false
	}
	sep, next, ok := p.separator(i+1, lead)
	if !ok {
		return found{}, false
	}
	to, ok := p.dayNumber(next)
	if !ok || to <= from || sep == "and" && lead == "" && to != from+1 {
		return found{}, false
	}
	b, ok := p.dayOfMonth(next)
	if !ok {
		return found{}, false
	}
	a := b
	a.d = from
	return found{first: i, last: b.last, value: p.resolveRange(a, b)}, true
}

// consecutive tells whether two dates joined by "and" are days that follow each other.
func (p *parser) consecutive(a, b point) bool {
	switch a.kind {
	case weekdayPoint:
		return b.weekday == (a.weekday+1)%7 && b.which == "" && !a.shifted
	case dayPoint:
		return a.m == b.m && b.d == a.d+1
	}
	return false
}

// years reads the second year of "2014-2022", "2014-15" and "between 2014 and 2022".
func (p *parser) years(i int, a point, next int, sep, lead string) (found, bool) {
	t := p.token(next)
	if t.kind != number || t.ordinal || counted[p.word(next+1)] {
		return found{}, false
	}
	to := t.value
	if t.digits == 2 && sep == "-" {
		to += a.y / 100 * 100
	} else if t.digits != 4 {
		return found{}, false
	}
	dash := sep == "-" && p.token(next).glued
	if to <= a.y || to > 2100 || lead == "" && !dash {
		return found{}, false
	}
	return found{first: i, last: next, value: year(a.y).through(year(to))}, true
}

// resolveRange works the two ends out together: a year that stands once is for both, and the second weekday follows
// the first.
func (p *parser) resolveRange(a, b point) value {
	switch a.kind {
	case dayPoint:
		if a.y == 0 && !a.shifted {
			end, ok := p.resolveDay(b)
			if !ok {
				return value{}
			}
			a.y = end.Year()
			if a.m > b.m {
				a.y--
			}
			b.y = end.Year()
		}
	case monthPoint:
		if a.y == 0 && !a.shifted && a.which == "" {
			end := p.resolveMonth(b)
			if end.to == "" {
				return value{}
			}
			t, _ := time.Parse("2006-01", end.to)
			a.y, b.y = t.Year(), t.Year()
			if a.m > b.m {
				a.y--
			}
		}
	case weekdayPoint:
		return p.resolveWeekdays(a, b)
	}
	return p.resolve(a).through(p.resolve(b))
}

func (p *parser) resolveWeekdays(a, b point) value {
	tense := p.tenseOf(a.first, b.last)
	if tense == Present && a.which == "" && !a.shifted || b.shifted && !a.shifted && a.which == "" {
		if !b.shifted {
			return value{}
		}
		a.shift, a.shifted = b.shift, true
	}
	if a.which == "" && !a.shifted && tense != Future { // the last such days
		to, err := time.Parse(time.DateOnly, p.resolveWeekday(b).to)
		if err != nil {
			return value{}
		}
		return day(lastWeekday(to.AddDate(0, 0, -1), a.weekday)).through(day(to))
	}
	from, err := time.Parse(time.DateOnly, p.resolveWeekday(a).from)
	if err != nil {
		return value{}
	}
	return day(from).through(day(nextWeekday(from.AddDate(0, 0, 1), b.weekday)))
}
