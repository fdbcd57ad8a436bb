package extract

import (
	"sort"
	"strconv"
	"strings"

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
		id := unique(news.PersonID(full), used)
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
