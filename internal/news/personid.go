package news

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"graphload/internal/personname"
)

// PersonID returns the id that a full name gives: the slug of the form that all usual spellings of the name share; see
// [personname.Canonical] for the rules.
func PersonID(name string) string { return Slug(personname.Canonical(name)) }

// Slug returns a name's letters and digits in lower case without diacritics and apostrophes, with a hyphen for every
// run of anything else.
func Slug(name string) string {
	var out strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && out.Len() > 0 {
				out.WriteByte('-')
			}
			gap = false
			out.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return out.String()
}
