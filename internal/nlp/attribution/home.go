package attribution

import (
	"slices"
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// home returns the state whose organ a noun phrase names without it, "the interior ministry": the state at home in the article where the
// article speaks of it at all, else the one of the organ's own minister or president, else the one of which the article speaks most or
// whose newspaper it is; or "".
func (f *finder) home(core nlp.Range) string {
	if f.homes == nil {
		f.homes = nlp.NewHome(f.d)
	}
	paragraph := f.d.SentenceOf(core.From).Paragraph
	if at := f.homes.Shown(paragraph); at != "" && f.speaksOf(at) {
		return at
	}
	if code := f.ownMinister(core); code != "" {
		return code
	}
	at := f.homes.Of(paragraph)
	if at != "" && f.speaksOf(at) {
		return at
	}
	const least = 3 // times that a newspaper which does not name its own country names the one of which it tells
	if code, times := f.foremost(); code != "" && (at == "" || times >= least) {
		return code
	}
	if at != "" {
		return at
	}
	return f.homes.Abroad
}

// stateOf returns the state for which the aides of the person at a token speak, or "": that of a head of state or government or of a
// minister, and of others who act for it where the article names it.
func (f *finder) stateOf(i int) string {
	if f.person[i] == 0 {
		return ""
	}
	p := f.d.People[f.person[i]-1]
	if titledSo(p, "minister") && titledSo(p, "chief") { // of a part of the country
		return ""
	}
	if p.Represents == "" || titledAs(p, headsOfState) || titledAs(p, headsOfGovernment) || titledSo(p, "minister") {
		return p.Represents
	}
	if f.speaksOf(p.Represents) {
		return p.Represents
	}
	return ""
}

// leftOffice reports whether the person at token i has no office any more, so that their aides speak for no state.
func (f *finder) leftOffice(i int) bool {
	c := f.d.People[f.person[i]-1]
	return slices.ContainsFunc(c.Titles, isOver) && !titledAs(c, headsOfState) && !titledAs(c, headsOfGovernment)
}

// isOver reports whether a title says that the office is held no more: "former minister", "ex-minister".
func isOver(title string) bool {
	title = strings.ToLower(title)
	return strings.Contains(title, "former") || strings.HasPrefix(title, "ex-")
}

// speaksOf reports whether the article names a country.
func (f *finder) speaksOf(code string) bool {
	return slices.ContainsFunc(f.d.Places, func(m country.Match) bool { return m.Code == code })
}

// ownMinister returns the country of the minister or the president whose ministry or office a noun phrase is, the one named last before it
// where there are several, or "".
func (f *finder) ownMinister(core nlp.Range) string {
	code, at := "", -1
	for p, c := range f.d.People {
		if c.Represents == "" || !f.heads(c, core) {
			continue
		}
		if last := f.lastNamed(p, core.From); code == "" || last > at {
			code, at = c.Represents, last
		}
	}
	return code
}

// heads reports whether one of a person's titles is the office of the one at the head of an organ.
func (f *finder) heads(c nlp.Chain, core nlp.Range) bool {
	for _, t := range c.Titles {
		t = strings.ToLower(t)
		if strings.Contains(t, "former") || strings.Contains(t, "deputy") || strings.Contains(t, "vice") {
			continue
		}
		words := strings.Fields(t)
		for i := core.From; i < core.To; i++ {
			w := f.d.Lower(i)
			if office := headOfOrgan[w]; office != "" && t == office {
				return true
			}
			for _, x := range words {
				if x == w && nlp.Department(w) && (strings.Contains(t, "minister") || strings.Contains(t, "secretary")) {
					return true
				}
			}
		}
	}
	return false
}

// headOfOrgan are the offices at the head of what these words tell.
var headOfOrgan = map[string]string{"presidential": "president", "presidency": "president", "president": "president", "prime": "prime minister", "premier": "premier"}

// foremost returns the country that the article names most, by itself and by those who act for it, and how often, or "" where two are named
// alike.
func (f *finder) foremost() (code string, times int) {
	count := map[string]int{}
	for _, p := range f.d.Places {
		if p.Code != "" && !nlp.Town(f.d, p) {
			count[p.Code]++
		}
	}
	for _, p := range f.d.People {
		if p.Represents != "" {
			count[p.Represents]++
		}
	}
	best, second := nlp.Foremost(count)
	if second != "" && count[best] == count[second] {
		return "", 0
	}
	return best, count[best]
}
