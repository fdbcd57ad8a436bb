package date

import "time"

// fixedName passes over what is called after a day and means none.
func (p *parser) fixedName(i int) (found, bool) {
	t := p.token(i)
	if _, ok := weekdays[p.word(i+1)]; ok && feasts[t.lower] {
		return found{first: i, last: i + 1, silent: true}, true
	}
	if _, ok := weekdays[t.lower]; ok && t.title && papers[p.word(i+1)] && p.token(i+1).title {
		return found{first: i, last: i + 1, silent: true}, true
	}
	if before := p.token(i - 1); t.lower == "today" && t.title && before.kind == word && before.title {
		return found{first: i, last: i, silent: true}, true // a newspaper's name
	}
	return found{}, false
}

// relativeDay reads "today", "last night", "the day before yesterday" and the like.
func (p *parser) relativeDay(i int) (found, bool) {
	first := i
	at := func(last, days int) (found, bool) {
		if partsOfDay[p.word(last+1)] {
			last++
		}
		m := found{first: first, last: last}
		if p.pub.hasDay() {
			m.value = day(p.pub.time.AddDate(0, 0, days))
		}
		return m, true
	}
	if w := p.word(i); (w == "earlier" || w == "later" || w == "early" || w == "late") && p.word(i+1) != "last" {
		i++
	}
	if p.word(i) == "the" && p.word(i+1) == "day" {
		i++
	}
	switch p.word(i) {
	case "today", "tonight":
		return at(i, 0)
	case "yesterday":
		return at(i, -1)
	case "tomorrow":
		return at(i, 1)
	case "this":
		if partsOfDay[p.word(i+1)] && p.word(i+1) != "night" {
			return at(i+1, 0)
		}
	case "last":
		if p.word(i+1) == "night" {
			return at(i+1, -1)
		}
	case "day":
		switch {
		case p.word(i+1) == "before" && p.word(i+2) == "yesterday":
			return at(i+2, -2)
		case p.word(i+1) == "after" && p.word(i+2) == "tomorrow":
			return at(i+2, 2)
		}
	}
	return found{}, false
}

// relativePeriod reads "last week", "later this month", "by the end of next year", "in the coming days".
func (p *parser) relativePeriod(i int) (found, bool) {
	first := i
	part := ""
	switch p.word(i) {
	case "early", "late", "earlier", "later", "mid":
		part = p.word(i)
		i++
		if p.word(i) == "-" {
			i++
		}
	}
	if unit := p.word(i + 1); p.word(i) == "the" && (p.word(i-1) == "of" && p.word(i-2) == "end" || p.word(i-1) == "over" ||
		p.word(i-1) == "at" || p.word(i-1) == "during") {
		switch {
		case unit == "weekend":
			return found{first: first, last: i + 1, value: p.weekend(p.nearWeekend(first, i+1))}, true
		case p.word(i-1) == "of" && (unit == "week" || unit == "month" || unit == "year"):
			m := found{first: first, last: i + 1}
			if p.tenseOf(first, i+1) == Future {
				m.value = p.period(unit, 0, "")
			}
			return m, true
		}
	}
	w, unit := p.word(i), p.word(i+1)
	if w == "coming" || w == "next" {
		n := i + 1
		if w := p.word(n); w == "few" || w == "several" || w == "couple" || counts[w] > 1 || p.token(n).kind == number {
			n++
			if p.word(n) == "of" {
				n++
			}
		}
		if u := p.word(n); u == "days" || u == "weeks" || u == "months" || u == "years" || u == "hours" {
			return found{first: first, last: n}, true
		}
	}
	shift, ok := shifts[w]
	if !ok {
		switch {
		case w == "past" && p.word(i-1) == "this", w == "past" && p.word(i-1) == "the":
			shift = -1
		case w == "coming":
			shift = 1
		default:
			return found{}, false
		}
	}
	switch unit {
	case "week", "month", "year", "weekend":
	default:
		return found{}, false
	}
	if p.word(i+2) == "of" && w != "this" { // "the last week of March"
		return found{}, false
	}
	m := found{first: first, last: i + 1}
	switch {
	case unit == "weekend" && w == "this":
		m.value = p.weekend(p.nearWeekend(first, i+1))
	case p.word(i-1) == "the" && w != "this" && part == "": // "over the past month", "for the next year"
		m.value = p.span(unit, shift)
	default:
		m.value = p.period(unit, shift, part)
	}
	return m, true
}

// period returns the week, month or year of publication, or one before or after it.
func (p *parser) period(unit string, shift int, part string) value {
	t := p.pub.time
	switch {
	case unit == "year" && p.pub.hasYear():
		return year(t.Year() + shift)
	case unit == "month" && p.pub.hasMonth():
		t = time.Date(t.Year(), t.Month()+time.Month(shift), 1, 0, 0, 0, 0, time.UTC)
		return month(t.Year(), t.Month())
	case unit == "weekend" && p.pub.hasDay():
		if shift < 0 { // the last one that is over or has begun before this week's end
			return p.weekend(lastWeekday(t.AddDate(0, 0, -1), time.Sunday).AddDate(0, 0, -1))
		}
		return p.weekend(nextWeekday(monday(t).AddDate(0, 0, 7*shift), time.Saturday))
	case unit == "week" && p.pub.hasDay():
		first := monday(t).AddDate(0, 0, 7*shift)
		last := first.AddDate(0, 0, 6)
		if shift == 0 && part == "earlier" {
			last = t
		}
		if shift == 0 && part == "later" {
			first = t
		}
		return within(first, last)
	}
	return value{}
}

// span returns what holds the days up to publication or from it: "in the past week".
func (p *parser) span(unit string, shift int) value {
	if !p.pub.hasDay() {
		return value{}
	}
	other := map[string]time.Time{
		"week":    p.pub.time.AddDate(0, 0, 7*shift),
		"weekend": p.pub.time.AddDate(0, 0, 7*shift),
		"month":   p.pub.time.AddDate(0, shift, 0),
		"year":    p.pub.time.AddDate(shift, 0, 0),
	}[unit]
	if shift < 0 {
		return within(other, p.pub.time)
	}
	return within(p.pub.time, other)
}

// nearWeekend returns the Saturday of the weekend that a sentence without a date means.
func (p *parser) nearWeekend(first, last int) time.Time {
	if t := p.tenseOf(first, last); t == Future || t == Present {
		return nextWeekday(monday(p.pub.time), time.Saturday)
	}
	return lastWeekday(p.pub.time, time.Saturday)
}

func (p *parser) weekend(saturday time.Time) value {
	if !p.pub.hasDay() {
		return value{}
	}
	return within(saturday, saturday.AddDate(0, 0, 1))
}

// amount reads "three weeks", "a day", "10 days": how many of what.
func (p *parser) amount(i int) (n int, unit string, next int, ok bool) {
	t := p.token(i)
	n, ok = counts[t.lower]
	if t.kind == number && !t.ordinal && t.digits < 4 {
		n, ok = t.value, true
	}
	if t.lower == "few" || t.lower == "several" || t.lower == "couple" {
		n, ok = -1, true // not known
		if t.lower == "couple" && p.word(i+1) == "of" {
			i++
		}
	}
	unit = units[p.word(i+1)]
	return n, unit, i + 2, ok && unit != ""
}

// ago reads "three days ago".
func (p *parser) ago(i int) (found, bool) {
	first := i
	if p.word(i) == "a" && (p.word(i+1) == "few" || p.word(i+1) == "couple") {
		i++
	}
	n, unit, next, ok := p.amount(i)
	if !ok || p.word(next) != "ago" {
		return found{}, false
	}
	m := found{first: first, last: next}
	if _, ok := weekdays[p.word(next+1)]; ok { // "a week ago Friday"
		m.last = next + 1
		return m, true
	}
	switch p.word(first - 1) {
	case "than", "nearly", "almost", "about", "some", "around", "over", "roughly", "least":
		return m, true
	}
	m.value = p.away(-n, unit)
	if n < 0 {
		m.value = value{}
	}
	return m, true
}

// away returns what is certain of a time so many units from publication: days are exact, of longer units the last
// one may be only roughly full.
func (p *parser) away(n int, unit string) value {
	if !p.pub.hasDay() {
		return value{}
	}
	t := p.pub.time
	switch unit {
	case "day":
		return day(t.AddDate(0, 0, n))
	case "week":
		t = t.AddDate(0, 0, 7*n)
		return within(t.AddDate(0, 0, -3), t.AddDate(0, 0, 3))
	case "month":
		t = t.AddDate(0, n, 0)
		return within(t.AddDate(0, 0, -12), t.AddDate(0, 0, 12))
	}
	t = t.AddDate(n, 0, 0)
	v := within(t.AddDate(0, -2, 0), t.AddDate(0, 2, 0))
	if v.from == "" {
		return value{}
	}
	return year(t.Year())
}

// ahead reads "in two weeks", where it is no length of time ("the first visit in two weeks").
func (p *parser) ahead(i int) (found, bool) {
	if p.word(i) != "in" {
		return found{}, false
	}
	n, unit, next, ok := p.amount(i + 1)
	if !ok || n < 1 || p.word(next) == "of" || p.word(next) == "or" {
		return found{}, false
	}
	if t := p.tenseOf(i, next-1); t == Past || t == Unknown {
		return found{}, false
	}
	for k := max(0, i-8); k < i; k++ {
		switch p.word(k) {
		case "first", "second", "third", "time", "most", "worst", "biggest", "largest", "highest", "lowest", "longest",
			"deadliest", "only", "once", "twice", "times":
			return found{}, false
		}
	}
	m := found{first: i, last: next - 1, value: p.away(n, unit)}
	for k := next; k < next+3; k++ { // "in two weeks' time", "in a week's time"
		if p.word(k) == "time" {
			m.last = k
		}
	}
	return m, true
}

// offset reads what is told from another time in the text: "two days later", "the next day". It stays open.
func (p *parser) offset(i int) (found, bool) {
	first := i
	if p.word(i) == "the" {
		switch p.word(i + 1) {
		case "next", "following", "previous", "same":
			switch p.word(i + 2) {
			case "day", "week", "month", "year", "morning", "evening", "night", "afternoon", "weekend":
				return found{first: i, last: i + 2}, p.word(i+2) != "week" || p.word(i+1) != "next"
			}
		case "day":
			if w := p.word(i + 2); w == "before" || w == "after" {
				return found{first: i, last: i + 2}, true
			}
		}
		return found{}, false
	}
	if p.word(i) == "a" && (p.word(i+1) == "few" || p.word(i+1) == "couple") {
		i++
	}
	_, _, next, ok := p.amount(i)
	if !ok {
		return found{}, false
	}
	switch p.word(next) {
	case "later", "earlier", "before", "after", "afterwards":
		return found{first: first, last: next}, true
	}
	return found{}, false
}

// weekOf reads "the week of October 27".
func (p *parser) weekOf(i int) (found, bool) {
	if p.word(i) != "week" || p.word(i+1) != "of" {
		return found{}, false
	}
	pt, ok := p.dayOfMonth(i + 2)
	if !ok {
		return found{}, false
	}
	m := found{first: i, last: pt.last}
	if t, ok := p.resolveDay(pt); ok {
		m.value = within(monday(t), monday(t).AddDate(0, 0, 6))
	}
	return m, true
}

// season reads "summer 2024", "the spring of 2024" and "this autumn". A winter lies in two years, and which summer is the
// last one is not certain.
func (p *parser) season(i int) (found, bool) {
	first := i
	shift, which := shifts[p.word(i)]
	if which {
		i++
	}
	name := p.word(i)
	switch name {
	case "spring", "summer", "autumn", "fall", "winter":
	default:
		return found{}, false
	}
	last := i
	if p.word(i+1) == "of" {
		i++
	}
	if t := p.token(i + 1); t.kind == number && t.digits == 4 && isYear(t.value) && !which {
		m := found{first: first, last: i + 1}
		if name != "winter" {
			m.value = year(t.value)
		}
		return m, true
	}
	if !which {
		return found{}, false
	}
	m := found{first: first, last: last}
	if shift == 0 && name != "winter" && p.pub.hasYear() {
		m.value = year(p.pub.time.Year())
	}
	return m, true
}
