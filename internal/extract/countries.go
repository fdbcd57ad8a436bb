package extract

import (
	"sort"

	"graphload/internal/country"
	"graphload/internal/news"
)

// countries writes down the countries that the article refers to, by name, demonym, capital or seat of power, sorted by
// code.
func (b *builder) countries() {
	mentions := map[string][]news.Span{}
	for _, m := range b.doc.Places {
		mentions[m.Code] = append(mentions[m.Code], news.Span{Start: m.Start, End: m.End})
	}
	for code, spans := range mentions {
		b.addCountry(code, spans)
	}
	list := b.rec.Countries
	sort.Slice(list, func(i, j int) bool { return list[i].Code < list[j].Code })
	for i, c := range list {
		b.codes[c.Code] = i
	}
}

func (b *builder) addCountry(code string, spans []news.Span) {
	name := code
	if c, ok := country.ByCode(code); ok {
		name = c.Name
	}
	b.rec.Countries = append(b.rec.Countries, news.Country{Code: code, Name: name, Mentions: spans})
}
