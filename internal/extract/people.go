package extract

import (
	"sort"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"graphload/internal/news"
)

// people writes the chains down. The id is the slug of the full name; two people of one article with the same name get
// numbers.
func (b *builder) people() {
	used := map[string]bool{}
	for _, c := range b.doc.People {
		full := c.Name
		if c.Holder != "" {
			full = c.Holder
		}
		id := unique(personKey(full), used)
		p := news.Person{ID: id, Name: c.Name, Titles: c.Titles, Represents: c.Represents}
		forms := map[string]bool{}
		for _, m := range c.Mentions {
			if m.Name < 0 { // a pronoun or a bare office leads to the person and does not name them
				continue
			}
			p.Mentions = append(p.Mentions, b.span(m.Range))
			if form := strings.Join(strings.Fields(b.doc.Words(m.Range)), " "); form != c.Name {
				forms[form] = true
			}
		}
		for form := range forms {
			p.Aliases = append(p.Aliases, form)
		}
		sort.Strings(p.Aliases)
		b.personID = append(b.personID, id)
		b.rec.People = append(b.rec.People, p)
	}
}

func unique(id string, used map[string]bool) string {
	if id == "" {
		id = "unnamed"
	}
	try := id
	for n := 2; used[try]; n++ {
		try = id + "-" + strconv.Itoa(n)
	}
	used[try] = true
	return try
}

// personKey returns the slug of a full name without the initials in its middle, so that "Ada B. Lind" and "Ada Lind" are
// one; initials at its head are joined: "J. B. Lind", "J.B. Lind" and "JB Lind" are "jb-lind".
func personKey(name string) string {
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
	return slug(strings.Join(kept, " "))
}

// slug returns a name as an id: lower case without diacritics, with a hyphen for everything that is no letter or digit.
func slug(name string) string {
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
