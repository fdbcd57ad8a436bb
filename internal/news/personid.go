package news

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// PersonID returns the id that a full name gives: its slug without the initials in its middle, so that "Ada B. Lind" and
// "Ada Lind" are one; initials at its head are joined: "J. B. Lind", "J.B. Lind" and "JB Lind" are "jb-lind".
func PersonID(name string) string {
	words := strings.Fields(strings.ReplaceAll(name, ".", ". "))
	var kept []string
	head := ""
	for i, w := range words {
		initial := strings.HasSuffix(w, ".") && len([]rune(w)) == 2
		switch {
		case initial && len(kept) == 0:
			head += strings.TrimSuffix(w, ".")
		case initial && i < len(words)-1:
		default:
			kept = append(kept, w)
		}
	}
	if head != "" {
		kept = append([]string{head}, kept...)
	}
	return Slug(strings.Join(kept, " "))
}

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
