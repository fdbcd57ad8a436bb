package nlp

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/country"
)

// placeLine is the town that opens an item of wire copy, "OSLO, March 3 -", "OSLO (Skerry News) —".
var placeLine = regexp.MustCompile(`^\s*(\p{Lu}[\p{Lu} .'-]{2,30}\p{Lu})\s*(?:[,(—–:]|-)`)

// ownLine is a town in capitals alone on the line above.
var ownLine = regexp.MustCompile(`\n(\p{Lu}[\p{Lu} .'-]{2,30}\p{Lu})\s*$`)

// DatelineCountry returns the country of the town in the place line of a paragraph, or of the nearest one above it that has
// one; "" where no table knows the town.
func DatelineCountry(d *Doc, paragraph int) string {
	for p := paragraph; p >= 0; p-- {
		start := d.Tokens[d.Paragraphs[p].From].Start
		line := strings.LastIndexByte(d.Text[:start], '\n') + 1
		m := placeLine.FindStringSubmatch(d.Text[line:min(len(d.Text), line+80)])
		if m == nil {
			if m = ownLine.FindStringSubmatch(d.Text[:line]); m == nil {
				continue
			}
		}
		for _, c := range country.Find(m[1]) {
			return c.Code
		}
		if code, ok := country.City(capitalize(m[1])); ok {
			return code
		}
	}
	return ""
}

// capitalize writes words in capitals with small letters behind the first.
func capitalize(words string) string {
	list := strings.Fields(strings.ToLower(words))
	for i, w := range list {
		r, size := utf8.DecodeRuneInString(w)
		list[i] = string(unicode.ToUpper(r)) + w[size:]
	}
	return strings.Join(list, " ")
}
