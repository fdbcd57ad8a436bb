package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/news"
)

const (
	capsWord  = `\p{Lu}[\p{Lu}.'’/-]+`
	caps      = capsWord + `(?: (?:` + capsWord + `|de|al|el))*`
	titleWord = `\p{Lu}[\p{Ll}\p{Lu}'’.-]+`
	town      = titleWord + `(?: ` + titleWord + `){0,2}`
	inBracket = `[\p{Lu}][\p{L}\d .&/'’-]{1,40}`
	wireDate  = `(?:` + monthName + ` \d{1,2}|\d{1,2} ` + monthName + `)(?:,? \d{4})?`
	weekday   = `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`
	// A region in two capitals or abbreviated: FL, D.C., Calif.
	region = `(?:\p{Lu}{2}|(?:\p{Lu}\.){2,3}|\p{Lu}\p{Ll}{1,5}\.)`
	agency = ` ?[(\[](` + inBracket + `)[)\]]`
	dash   = `(?: ?[–—] ?| -{1,2} | ?-{2} ?| -|- )`
)

// Towns that agencies print without their country.
const knownTown = `Amsterdam|Athens|Baghdad|Bangkok|Beijing|Beirut|Berlin|Brussels|Cairo|Damascus|Geneva|Hong Kong|Islamabad|` +
	`Istanbul|Jerusalem|Kabul|Kyiv|London|Los Angeles|Madrid|Mexico City|Moscow|New Delhi|New York|Paris|Rome|Seoul|Tehran|Tokyo|` +
	`United Nations|Vienna|Warsaw|Washington`

// The place line that opens wire copy. Capitals alone are enough for a town; a town in small letters needs a region, a
// date or an agency beside it.
var placeLineForms = []*pattern{
	newPattern(`^` + caps + `(?:, (?:` + titleWord + `(?: ` + titleWord + `)?|` + capsWord + `|` + region + `))?` +
		`(?:,? (?:` + wireDate + `|` + weekday + `))?(?:` + agency + `)?` + dash),
	newPattern(`^` + town + `(?:, ` + region + `)` + `(?:,? (?:` + wireDate + `|` + weekday + `))?(?:` + agency + `)?` + dash),
	newPattern(`^` + town + `(?:, ` + town + `)?,? (?:` + wireDate + `|` + weekday + `)(?:` + agency + `)?` + dash),
	newPattern(`^` + town + `(?:, ` + town + `)?` + agency + dash),
	newPattern(`^` + wireDate + agency + dash),
	newPattern(`^\p{L}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3}, (?:` + monthName + ` \d{1,2}|\d{1,2} ` + monthName + `),? \d{4}` + dash), // "afar News, 26 June 2013 -"
	newPattern(`^` + town + `, ` + town + ` ?— ?`),
	newPattern(`^(?:` + knownTown + `) ?— ?`),
	newPattern(`^` + caps + `(?:, ` + wireDate + `)?` + agency + `: `),
	newPattern(`^` + caps + `, ` + wireDate + `\.? /(` + inBracket + `)/\. `),
}

var agencyInBrackets = newPattern(`[(\[](` + inBracket + `)[)\]]`)

// readPlaceLine finds the place line at the beginning of one of the first sentences.
func (p *page) readPlaceLine(h *head) {
	sentences := 0
	title := max(p.lineContext().title, 0)
	for i := title; i < min(len(p.lines), title+headLines); i++ {
		l := &p.lines[i]
		if l.kind != "" || !l.running() {
			continue
		}
		end := placeLineEnd(l.text)
		if at := townAndColon.FindStringIndex(l.text); end == 0 && at != nil && opensSentence(l.text[at[1]:]) {
			end = at[1]
		}
		if end > 0 {
			h.place = trimmed(p.text, news.Span{Start: l.Start, End: l.Start + end})
			if by := agencyInBrackets.FindStringSubmatch(l.text[:end]); by != nil {
				h.source = orElse(h.source, by[1])
			}
			if dates := findDates(l.text[:end]); len(dates) == 1 {
				h.published = orElse(h.published, dates[0].iso)
			}
			return
		}
		if sentences++; sentences == placeLines {
			return
		}
	}
}

// townAndColon is the place line of papers that print "ISLAMABAD: " before their reports. Other capitals with a colon may
// be the label of a speaker.
var townAndColon = newPattern(`^(?:` + strings.ToUpper(knownTown) +
	`|KARACHI|LAHORE|PESHAWAR|QUETTA|RAWALPINDI|MUZAFFARABAD|MUMBAI|KOLKATA|DHAKA|COLOMBO|KATHMANDU|MANILA|JAKARTA|KUALA LUMPUR|RIYADH|` +
	`DUBAI|ABU DHABI|DOHA|ANKARA|NAIROBI|LAGOS|ABUJA|ACCRA): `)

// placeLineEnd returns where the place line ends that s begins with, 0 where there is none.
func placeLineEnd(s string) int {
	const longest = 120 // bytes
	start := s[:min(len(s), longest)]
	for _, form := range placeLineForms {
		if at := form.FindStringIndex(start); at != nil && opensSentence(s[at[1]:]) {
			return at[1]
		}
	}
	return 0
}

// opensSentence reports whether s begins as a sentence does: with a capital, a digit or a quotation mark.
func opensSentence(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(c) || unicode.IsDigit(c) || c == '"' || c == '“' || c == '\'' || c == '‘'
}
