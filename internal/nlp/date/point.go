package date

import (
	"time"
)

type pointKind int

const (
	dayPoint pointKind = iota
	monthPoint
	yearPoint
	weekdayPoint
	openPoint // digits whose order is not decided: only the year is certain
)

// point is one date as it is written.
type point struct {
	first, last int // tokens
	kind        pointKind
	y, d        int // 0 if the text does not say
	m           time.Month
	weekday     time.Weekday
	hasWeekday  bool
	which       string // last, this, next, coming or other, if a word before says so
	shift       int    // weeks or years from that of publication, if shifted
	shifted     bool
}

// point reads a date that begins at a token. In a range a month needs no word before it.
func (p *parser) point(i int, inRange bool) (point, bool) {
	if pt, ok := p.digits(i); ok {
		return pt, true
	}
	if pt, ok := p.weekdayPoint(i); ok {
		return pt, true
	}
	if pt, ok := p.dayOfMonth(i); ok {
		return pt, true
	}
	if pt, ok := p.monthAlone(i, inRange); ok {
		return pt, true
	}
	return p.yearAlone(i, inRange)
}

// digits reads 2025-10-30, 30.10.2025 and the like. Where day and month could change places, only the year counts.
func (p *parser) digits(i int) (point, bool) {
	t := p.token(i)
	if t.kind != numeric {
		return point{}, false
	}
	pt := point{first: i, last: i, y: t.parts[2]}
	a, b := t.parts[0], t.parts[1]
	switch {
	case t.yearFirst:
		pt.y, pt.m, pt.d = t.parts[0], time.Month(t.parts[1]), t.parts[2]
	case a > 12 || a == b:
		pt.m, pt.d = time.Month(b), a
	case b > 12:
		pt.m, pt.d = time.Month(a), b
	case a == 0 || b == 0:
		return point{}, false
	default:
		pt.kind = openPoint
		return pt, true
	}
	_, ok := civil(pt.y, pt.m, pt.d)
	return pt, ok
}

// weekdayPoint reads "Friday", "late on Friday", "next Friday", "Friday night", "Friday last week" and "Friday, Oct. 24".
func (p *parser) weekdayPoint(i int) (point, bool) {
	pt := point{first: i, kind: weekdayPoint, hasWeekday: true}
	if w := p.word(i); (w == "early" || w == "late" || w == "earlier" || w == "later") && p.word(i+1) != "this" {
		i++
		if p.word(i) == "on" {
			i++
		}
	}
	i, pt.which = p.which(i)
	weekday, ok := weekdays[p.word(i)]
	if !ok {
		if weekday, ok = shortWeekdays[p.word(i)]; !ok || !p.token(i).title {
			return point{}, false
		}
		date, ok := p.dateAfterWeekday(i)
		if !ok {
			return point{}, false
		}
		date.first, date.weekday, date.hasWeekday = pt.first, weekday, true
		return date, true
	}
	pt.weekday, pt.last = weekday, i
	if pt.which == "" {
		if date, ok := p.dateAfterWeekday(i); ok {
			date.first, date.weekday, date.hasWeekday = pt.first, weekday, true
			return date, true
		}
	}
	if partsOfDay[p.word(i+1)] {
		i++
		pt.last = i
	}
	if p.word(i+1) == "of" {
		i++
	}
	if shift, ok := shifts[p.word(i+1)]; ok && p.word(i+2) == "week" && pt.which == "" {
		pt.shift, pt.shifted, pt.last = shift, true, i+2
	}
	return pt, true
}

var shifts = map[string]int{"last": -1, "this": 0, "next": 1}

// which reads the word before a weekday or a month that says which one.
func (p *parser) which(i int) (next int, which string) {
	switch p.word(i) {
	case "this":
		switch p.word(i + 1) {
		case "coming":
			return i + 2, "coming"
		case "past":
			return i + 2, "last"
		}
		return i + 1, "this"
	case "last", "past":
		return i + 1, "last"
	case "next", "coming":
		return i + 1, p.word(i)
	case "following", "previous":
		return i + 1, "other"
	}
	return i, ""
}

// dateAfterWeekday reads the day and month after a weekday: ", Oct. 24", " 24 October", " (Oct 24)".
func (p *parser) dateAfterWeekday(i int) (point, bool) {
	i++
	for p.word(i) == "." || p.word(i) == "," || p.word(i) == "(" {
		i++
	}
	pt, ok := p.dayOfMonth(i)
	if !ok {
		return p.digits(i)
	}
	return pt, true
}

// month reads a month's name at a token and the full stop that shortens it.
func (p *parser) month(i int) (m time.Month, next int, ok bool) {
	t := p.token(i)
	m, ok = months[t.lower]
	if !ok || t.kind != word || !t.title && doubtful[t.lower] {
		return 0, i, false
	}
	i++
	if len(t.lower) <= 4 && p.word(i) == "." && p.token(i).glued && (p.token(i+1).kind == number || t.lower != "may") {
		i++
	}
	return m, i, true
}

// dayNumber reads the day of a month.
func (p *parser) dayNumber(i int) (int, bool) {
	t := p.token(i)
	return t.value, t.kind == number && t.digits <= 2 && t.value >= 1 && t.value <= 31
}

// dayOfMonth reads "March 14", "March 14th, 2025", "14 March 2025" and "the 14th of March".
func (p *parser) dayOfMonth(i int) (point, bool) {
	pt := point{first: i}
	if m, next, ok := p.month(i); ok {
		if p.word(next) == "the" && p.token(next+1).ordinal {
			next++
		}
		d, ok := p.dayNumber(next)
		if !ok || p.isAmount(next) || p.token(next).glued && !p.token(i).glued && p.word(next-1) != "." {
			return point{}, false
		}
		pt.m, pt.d, pt.last = m, d, next
	} else {
		if p.word(i) == "the" && p.token(i+1).ordinal {
			i++
		}
		d, ok := p.dayNumber(i)
		if !ok {
			return point{}, false
		}
		if p.word(i+1) == "of" && p.token(i).ordinal {
			i++
		}
		m, next, ok := p.month(i + 1)
		if !ok {
			return point{}, false
		}
		pt.m, pt.d, pt.last = m, d, next-1
		if p.word(next-1) == "." && p.token(next).kind != number && p.word(next) != "," {
			pt.last-- // the full stop may end the sentence
		}
	}
	p.yearAfter(&pt)
	return pt, pt.y == 0 && validSomeYear(pt) || pt.y != 0 && valid(pt)
}

// isAmount tells whether a number counts what follows it.
func (p *parser) isAmount(i int) bool {
	return counted[p.word(i+1)] || p.word(i+1) == "%" || p.word(i+1) == "per"
}

func valid(pt point) bool {
	_, ok := civil(pt.y, pt.m, pt.d)
	return ok
}

func validSomeYear(pt point) bool {
	_, ok := civil(2024, pt.m, pt.d) // a leap year
	return ok
}

// yearAfter reads the year after a day or month: ", 2025", " 2025", " of 2025", " last year".
func (p *parser) yearAfter(pt *point) {
	i := pt.last + 1
	if shift, ok := p.yearShift(i); ok {
		pt.shift, pt.shifted, pt.last = shift, true, i+1
		return
	}
	if w := p.word(i); w == "," || w == "of" {
		if shift, ok := p.yearShift(i + 1); ok && w == "of" {
			pt.shift, pt.shifted, pt.last = shift, true, i+2
			return
		}
		i++
	}
	if t := p.token(i); t.kind == number && t.digits == 4 && !t.ordinal && isYear(t.value) && !counted[p.word(i+1)] {
		pt.y, pt.last = t.value, i
	}
}

func (p *parser) yearShift(i int) (int, bool) {
	shift, ok := shifts[p.word(i)]
	return shift, ok && p.word(i+1) == "year"
}

// monthAlone reads "April 2025", "in early April" and "next April".
func (p *parser) monthAlone(i int, inRange bool) (point, bool) {
	pt := point{first: i, kind: monthPoint}
	if w := p.word(i); w == "early" || w == "late" || w == "mid" {
		i++
		if p.word(i) == "-" {
			i++
		}
	}
	i, pt.which = p.which(i)
	m, next, ok := p.month(i)
	if !ok {
		return point{}, false
	}
	pt.m, pt.last = m, next-1
	p.yearAfter(&pt)
	if pt.y != 0 || pt.shifted {
		return pt, true
	}
	if n := p.token(next); n.kind == number && n.digits <= 2 { // "March 14 people", "February 30"
		return point{}, false
	}
	pt.last = i // a full stop may end the sentence
	t := p.token(i)
	if !doubtful[t.lower] {
		return pt, p.notName(i)
	}
	asked := inRange || i > pt.first || beforeMonth[p.word(i-1)]
	return pt, asked && !(t.caps && len(t.lower) > 1) && p.notName(i)
}

// notName tells whether a month's name is not part of a person's or a thing's ("April Field", "June Fourth").
func (p *parser) notName(i int) bool {
	after := p.token(i + 1)
	before := p.token(i - 1)
	if after.kind == word && after.title && !after.caps && !p.isDateWord(i+1) {
		return !doubtful[p.word(i)]
	}
	return !(doubtful[p.word(i)] && before.kind == word && before.title && !beforeMonth[before.lower])
}

func (p *parser) isDateWord(i int) bool {
	_, isMonth := months[p.word(i)]
	_, isWeekday := weekdays[p.word(i)]
	return isMonth || isWeekday
}

// yearAlone reads "in 2022" and "the 2022 elections".
func (p *parser) yearAlone(i int, inRange bool) (point, bool) {
	t := p.token(i)
	if t.kind != number || t.digits != 4 || t.ordinal || t.value < 1900 || t.value > 2100 {
		return point{}, false
	}
	after := p.token(i + 1)
	if counted[after.lower] && !(after.lower == "or") || after.lower == "%" || p.word(i-1) == "agenda" {
		return point{}, false
	}
	if after.kind == word && (t.value%100 == 0 || t.value < 1930) && !after.title && len(after.lower) > 3 &&
		after.lower[len(after.lower)-1] == 's' && p.word(i-1) != "the" { // "of 2000 cases"
		return point{}, false
	}
	if mark := after.lower; t.value%10 == 0 && (mark == "'" || mark == "’") && p.word(i+2) == "s" { // "the 1970's"
		return point{}, false
	}
	if !inRange && !beforeYear[p.word(i-1)] && !(p.word(i-1) == "-" && p.word(i-2) == "mid") {
		return point{}, false
	}
	if p.word(i-1) == "the" && (after.kind != word || after.start == 0) {
		return point{}, false
	}
	return point{first: i, last: i, kind: yearPoint, y: t.value}, true
}

// single is a date that stands alone.
func (p *parser) single(i int) (found, bool) {
	pt, ok := p.point(i, false)
	if !ok {
		return found{}, false
	}
	return found{first: pt.first, last: pt.last, value: p.resolve(pt)}, true
}
