package source

import (
	"strings"
	"time"
)

// decide returns the day that is meant by a date which leaves open which number is the day and which the month: what
// a weekday beside a numeric date of the text, the order in another of its numeric dates, or a day that it names in
// words tells. Where nothing does, or one against the other, it returns an empty string.
func (p *page) decide(open openDate) string {
	dayMonth, monthDay := false, false
	vote := func(first, second bool) {
		dayMonth, monthDay = dayMonth || first && !second, monthDay || second && !first
	}
	for i := range p.lines {
		s := p.lines[i].text
		for _, d := range findDates(s) {
			switch {
			case d.open != (openDate{}):
				weekday := weekdayName.FindString(s)
				vote(onWeekday(d.open.dayMonth, weekday), onWeekday(d.open.monthDay, weekday))
			case dateYearLast.MatchString(s[d.start:d.end]):
				// Only one of both orders gives a day.
				first, _, _ := strings.Cut(strings.NewReplacer("/", "-", ".", "-").Replace(s[d.start:d.end]), "-")
				if day := strings.TrimLeft(d.iso[8:], "0"); d.iso[5:7] != d.iso[8:] {
					vote(strings.TrimLeft(first, "0") == day, strings.TrimLeft(first, "0") != day)
				}
			}
		}
		for _, at := range dayInWords.FindAllStringSubmatch(s, -1) {
			day, month := at[1]+at[4], at[2]+at[3]
			if iso, ok := isoDate(open.dayMonth[:4], monthNumber(month), day); ok {
				vote(iso == open.dayMonth, iso == open.monthDay)
			}
		}
	}
	switch {
	case dayMonth && !monthDay:
		return open.dayMonth
	case monthDay && !dayMonth:
		return open.monthDay
	}
	return ""
}

var (
	weekdayName = newPattern(`(?i)\b(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,6}day)?\b`)
	dayInWords  = newPattern(`\b(?:(\d{1,2})(?:st|nd|rd|th)? ` + monthName + `|` + monthName + ` (\d{1,2}))\b`)
)

func onWeekday(iso, weekday string) bool {
	day, err := time.Parse(time.DateOnly, iso)
	return err == nil && weekday != "" && strings.EqualFold(day.Weekday().String()[:3], weekday[:3])
}
