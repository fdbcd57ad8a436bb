package date

import "time"

// resolve works a date out, as exactly as is certain.
func (p *parser) resolve(pt point) value {
	switch pt.kind {
	case yearPoint, openPoint:
		return year(pt.y)
	case weekdayPoint:
		return p.resolveWeekday(pt)
	case monthPoint:
		return p.resolveMonth(pt)
	}
	if t, ok := p.resolveDay(pt); ok {
		return day(t)
	}
	return value{}
}

func (p *parser) resolveWeekday(pt point) value {
	if !p.pub.hasDay() {
		return value{}
	}
	today := p.pub.time
	if pt.shifted {
		return day(nextWeekday(monday(today).AddDate(0, 0, 7*pt.shift), pt.weekday))
	}
	switch pt.which {
	case "last":
		return day(lastWeekday(today.AddDate(0, 0, -1), pt.weekday))
	case "this":
		return day(nextWeekday(monday(today), pt.weekday))
	case "coming":
		return day(nextWeekday(today.AddDate(0, 0, 1), pt.weekday))
	case "next": // within this week some mean the coming day, some the one after it
		t := nextWeekday(today.AddDate(0, 0, 1), pt.weekday)
		if monday(t).Equal(monday(today)) {
			return within(t, t.AddDate(0, 0, 7))
		}
		return day(t)
	case "other":
		return value{}
	}
	tense := p.tenseOf(pt.first, pt.last)
	switch {
	case pt.weekday == today.Weekday() && p.word(pt.first-1) != "since":
		return day(today)
	case tense == Future:
		return day(nextWeekday(today, pt.weekday))
	case tense == Present:
		return within(lastWeekday(today, pt.weekday), nextWeekday(today, pt.weekday))
	}
	return day(lastWeekday(today, pt.weekday))
}

func (p *parser) resolveMonth(pt point) value {
	switch {
	case pt.y != 0:
		return month(pt.y, pt.m)
	case pt.shifted && p.pub.hasYear():
		return month(p.pub.time.Year()+pt.shift, pt.m)
	case pt.shifted || !p.pub.hasMonth() || pt.which == "other":
		return value{}
	}
	now, y := p.pub.time.Month(), p.pub.time.Year()
	back := (int(now) - int(pt.m) + 12) % 12 // months since the last one
	ahead := (12 - back) % 12
	last, next := y, y
	if pt.m > now {
		last--
	}
	if pt.m < now {
		next++
	}
	const soon = 3 // months: what is further ahead is rather the last one, unless the tense tells
	tense := p.tenseOf(pt.first, pt.last)
	switch {
	case pt.which == "this":
		return month(y, pt.m)
	case pt.which == "last" && back == 0:
		return month(y-1, pt.m)
	case (pt.which == "next" || pt.which == "coming") && ahead == 0:
		return month(y+1, pt.m)
	case pt.which == "last", pt.which == "" && tense == Past:
		return month(last, pt.m)
	case pt.which != "", tense == Future, ahead < back && ahead <= soon:
		return month(next, pt.m)
	}
	return month(last, pt.m)
}

// farthestWrongSide is how far, in days, a day without a year may lie after publication in the past tense ("was planned
// for") or before it in the future tense ("will, as agreed on").
const farthestWrongSide = 31

// resolveDay finds the year of a day that the text gives without.
func (p *parser) resolveDay(pt point) (time.Time, bool) {
	switch {
	case pt.y != 0:
		return civil(pt.y, pt.m, pt.d)
	case pt.shifted && p.pub.hasYear():
		return civil(p.pub.time.Year()+pt.shift, pt.m, pt.d)
	}
	if y := p.known(pt); y != 0 {
		return civil(y, pt.m, pt.d)
	}
	if pt.shifted || !p.pub.hasMonth() {
		return time.Time{}, false
	}
	today := p.pub.time
	if !p.pub.hasDay() {
		today = today.AddDate(0, 0, 14)
	}
	tense := p.tenseOf(pt.first, pt.last)
	const years = 8 // a leap day may be that far
	var best time.Time
	distance := -1
	for y := today.Year() - years; y <= today.Year()+years; y++ {
		t, ok := civil(y, pt.m, pt.d)
		if !ok || pt.hasWeekday && t.Weekday() != pt.weekday {
			continue
		}
		days := int(t.Sub(today).Hours() / 24)
		if tense == Past && days > farthestWrongSide || tense == Future && days < -farthestWrongSide {
			continue
		}
		if days = max(days, -days); distance < 0 || days < distance {
			best, distance = t, days
		}
	}
	return best, distance >= 0
}

// known returns the year of a day that is itself the name of an event ("the Oct. 7 attacks").
func (p *parser) known(pt point) int {
	for i := pt.last + 1; i <= pt.last+4; i++ {
		switch p.word(i) {
		case "attack", "attacks", "massacre", "assault", "atrocities", "riot", "insurrection":
			switch {
			case pt.m == time.October && pt.d == 7:
				return 2023
			case pt.m == time.September && pt.d == 11:
				return 2001
			case pt.m == time.January && pt.d == 6:
				return 2021
			}
		case ".", ",", ";":
			return 0
		}
	}
	return 0
}
