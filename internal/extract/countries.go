package extract

import (
	"maps"
	"sort"

	"graphload/internal/country"
	"graphload/internal/news"
	"graphload/internal/nlp"
)

// countries writes down the countries that the article refers to, by name, demonym, capital, seat of power or, where
// it speaks, by an organ of the state, sorted by code.
func (b *builder) countries() {
	mentions, organs := map[string][]news.Span{}, map[string][]news.Span{}
	for _, m := range b.doc.Places {
		mentions[m.Code] = append(mentions[m.Code], news.Span{Start: m.Start, End: m.End})
	}
	for _, s := range b.doc.Statements { // a state that the article names by an organ of it alone: "the interior ministry"
		if _, named := mentions[s.Source.Key]; !named && s.Source.Kind == nlp.CountrySource && s.Source.Span.Len() > 0 {
			organs[s.Source.Key] = append(organs[s.Source.Key], news.Span(s.Source.Span))
		}
	}
	maps.Copy(mentions, organs)
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
