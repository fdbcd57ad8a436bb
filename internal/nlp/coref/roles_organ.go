package coref

import (
	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Organs of a state in which people serve, beside whose name no country stands.

// organIn returns the country whose organ a sentence names: "will lead the Norwegian delegation".
func (r *resolver) organIn(x nlp.Range) string {
	for i := x.From; i < x.To; i++ {
		p, ok := r.placeAt(i)
		if !ok || p.Kind == country.Seat {
			continue
		}
		for k := i + 1; k < x.To && k < i+4; k++ {
			if organs[r.d.Lower(k)] {
				return p.Code
			}
		}
	}
	return ""
}

// forMinistry reports whether a ministry or another organ of a state stands before the title of one who serves it: "Air Force spokesman NAME".
func (r *resolver) forMinistry(p *nlp.Chain) bool {
	for _, m := range p.Mentions {
		if m.Name < 0 {
			continue
		}
		i := r.titleStart(m) - 1
		if r.atMinistry(m) {
			return true
		}
		w, before := r.d.Lower(i), r.d.Lower(i-1)
		if spokenFor[w] || w == "force" && before == "air" || w == "guard" && (before == "coast" || before == "border" || before == "national") ||
			w == "house" && (before == "state" || before == "government") {
			return true
		}
	}
	return false
}

// atMinistry reports whether what stands behind a name says where they serve: "NAME, an official in the Ministry of Fisheries".
func (r *resolver) atMinistry(m nlp.Mention) bool {
	const most = 8
	if r.d.Word(m.To) != "," {
		return false
	}
	s, where := r.d.SentenceOf(m.From), false
	for k := m.To + 1; k < s.To && k <= m.To+most; k++ {
		w := r.d.Lower(k)
		switch {
		case w == "in", w == "with", w == "at", w == "from":
			where = true
		case where && spokenFor[w]:
			return true
		case !r.phraseWord(k):
			return false
		}
	}
	return false
}

// spokenFor are organs of a state whose spokespeople act for it.
var spokenFor = nlp.WordSet("ministry government presidency cabinet army navy military police treasury palace parliament chancellery")

// officeApart reports whether an office before a name stands apart from the words before it: "its vice-chairman, Senator NAME".
func (r *resolver) officeApart(m nlp.Mention) bool {
	title := r.d.Names[m.Name].Title
	if title.Len() == 0 || r.d.Word(title.From-1) != "," {
		return false
	}
	own := []string{r.officeText(title)}
	return own[0] != "" && (bearsState(own) || actsForState(own))
}

// organs are what a member of a government leads or addresses at home.
var organs = nlp.WordSet("cabinet parliament government delegation army coalition")
