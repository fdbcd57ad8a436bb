package source

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"graphload/internal/news"
)

var months = map[string]time.Month{
	"jan": time.January, "feb": time.February, "mar": time.March, "apr": time.April, "may": time.May,
	"jun": time.June, "jul": time.July, "aug": time.August, "sep": time.September, "oct": time.October,
	"nov": time.November, "dec": time.December,
}

const monthName = `(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|` +
	`Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`

// gluedTime ends a year, behind which a page may print the time without a blank: "20263:52 PM".
const gluedTime = `(?:\b|\d{1,2}:\d\d)`

// The printed forms of a day. In a month's place only a name or two digits stand.
var (
	dateYearFirst  = newPattern(`\b(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})(?:T[0-9:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?:\b|$)`)
	dateYearLast   = newPattern(`\b(\d{1,2})([-/.])(\d{1,2})([-/.])(\d{4})(?:\b|[A-Z])`)
	dateMonthFirst = newPattern(`(?i)(?:\b|\d)` + monthName + `\s+(\d{1,2})(?:(?:st|nd|rd|th)?,?\s+|,)(\d{4})` + gluedTime)
	dateDayFirst   = newPattern(`(?i)\b(?:the\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?` + monthName + `,?[\s-]+(\d{4})` + gluedTime)
)

// foundDate is a day that a line prints.
type foundDate struct {
	start, end int    // bytes of the line
	iso        string // empty where the form leaves open which number is the day and which the month
	open       openDate
}

// openDate is a day whose form leaves open which number is the day and which the month.
type openDate struct{ dayMonth, monthDay string }

// findDates returns the printed days of a line, in order and without overlap.
func findDates(line string) []foundDate {
	var found []foundDate
	if !strings.ContainsAny(line, "0123456789") {
		return nil
	}
	add := func(at []int, iso string, ok bool) {
		for _, f := range found {
			if at[0] < f.end && f.start < at[1] {
				return
			}
		}
		if ok {
			found = append(found, foundDate{start: at[0], end: at[1], iso: iso})
		}
	}
	part := func(at []int, n int) string { return line[at[2*n]:at[2*n+1]] }
	for _, at := range dateYearFirst.FindAllStringSubmatchIndex(line, -1) {
		iso, ok := isoDate(part(at, 1), part(at, 3), part(at, 5))
		add(at, iso, ok && part(at, 2) == part(at, 4))
	}
	for _, at := range dateYearLast.FindAllStringSubmatchIndex(line, -1) {
		dayMonth, okDay := isoDate(part(at, 5), part(at, 3), part(at, 1))
		monthDay, okMonth := isoDate(part(at, 5), part(at, 1), part(at, 3))
		iso := ""
		switch {
		case okDay && (!okMonth || dayMonth == monthDay || part(at, 2) == "."): // with dots the day is first wherever they are written
			iso = dayMonth
		case okMonth && !okDay:
			iso = monthDay
		}
		at[1] = at[11] // a capital may follow directly
		before := len(found)
		add(at, iso, (okDay || okMonth) && part(at, 2) == part(at, 4))
		if iso == "" && len(found) > before {
			found[before].open = openDate{dayMonth, monthDay}
		}
	}
	for _, at := range dateMonthFirst.FindAllStringSubmatchIndex(line, -1) {
		at[0], at[1] = at[2], at[7] // a digit may stand directly before, the time directly behind
		iso, ok := isoDate(part(at, 3), monthNumber(part(at, 1)), part(at, 2))
		add(at, iso, ok)
	}
	for _, at := range dateDayFirst.FindAllStringSubmatchIndex(line, -1) {
		at[1] = at[7]
		iso, ok := isoDate(part(at, 3), monthNumber(part(at, 2)), part(at, 1))
		add(at, iso, ok)
	}
	slices.SortFunc(found, func(a, b foundDate) int { return a.start - b.start })
	return found
}

func monthNumber(name string) string {
	return strconv.Itoa(int(months[strings.ToLower(name[:3])]))
}

// isoDate returns year, month and day as ISO 8601, and false where there is no such day.
func isoDate(year, month, day string) (string, bool) {
	if len(month) < 2 {
		month = "0" + month
	}
	if len(day) < 2 {
		day = "0" + day
	}
	iso := year + "-" + month + "-" + day
	return iso, news.ValidDate(iso)
}

// publishedDate returns the date of a field that gives the date of publication, as ISO 8601 and as exact as the value:
// of a timestamp the day in its own time zone. An error says what the value is and what is expected.
func publishedDate(value string) (string, error) {
	value = strings.TrimSpace(value)
	if news.ValidDate(value) {
		return value, nil
	}
	found := findDates(value)
	if len(found) == 1 && found[0].iso != "" {
		rest := value[:found[0].start] + " " + value[found[0].end:]
		if strings.Trim(dateCompany.ReplaceAllString(rest, ""), " ,;.()") == "" {
			return found[0].iso, nil
		}
	}
	return "", fmt.Errorf("%q, expected a date such as 2025-10-30: correct it or leave it out", clip(value))
}

// dateCompany is what stands beside a day without changing it: weekday, time of day, time zone.
var dateCompany = newPattern(`(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?|` +
	`\b\d{1,2}(?:[:.h]\d{2}){1,2}(?:\.\d+)?(?:\s*(?:[ap]\.?m\b\.?))?|\b\d{1,2}:\d\b|\b\d{1,2}\s*[ap]\.?m\b\.?|` +
	`\b(?:(?:UTC|GMT)(?:[+-]\d{1,2}(?::\d\d)?)?|[ECMP]T|BST|CES?T|EES?T|WES?T|MSK|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|IST|JST|AES?T|SGT|HKT|Z)\b|` +
	`[+-]\d{2}:?\d{2}\b|\bat\b|\bo'?clock\b|\bhrs?\b`)

// clip shortens a value for a message.
func clip(s string) string {
	const most = 40
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
