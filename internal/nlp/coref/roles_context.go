package coref

import (
	"graphload/internal/country"
	"graphload/internal/nlp"
)

// fromContext gives a country to those who bear an office of a state whose country is not said with it ("President NAME
// swore in twelve ministers"): the only country that the article names, else the one of which the sentence or the one before
// it speaks ("In Oslo, …"; "Norway's government was angry."), else that of the town in the place line of the item, else the
// only one that the paragraph names up to that sentence. Where there are two, nobody knows.
func (r *resolver) fromContext() {
	only := onlyCountry(r.d, nlp.Range{To: len(r.d.Tokens)})
	home := nlp.NewHome(r.d)
	for i := range r.d.People {
		p := &r.d.People[i]
		state := bearsState(p.Titles)
		speaks := speaksFor(p.Titles)
		acts := actsForState(p.Titles) || speaks && r.forMinistry(p)
		if p.Represents != "" || !state && !acts && !speaks {
			continue
		}
		m, ok := r.introduced(p)
		if ok && r.ownedByOther(m.From) {
			continue
		}
		if only != "" && (state || acts) && !r.theirs(i, only) {
			p.Represents = only
			continue
		}
		if !ok {
			continue
		}
		s := r.d.SentenceOf(m.From)
		code := r.spokenOf(m)
		if code == "" && (state || acts && !federal(p.Titles)) {
			code = home.Of(s.Paragraph)
		}
		if code == "" && state {
			code = r.organIn(s.Range)
		}
		if code == "" && state {
			code = r.onlyFree(i, nlp.Range{From: r.d.Paragraphs[s.Paragraph].From, To: s.To})
		}
		if code == "" && federal(p.Titles) {
			code = home.Publisher
		}
		if r.taken(i, code) {
			code = ""
		}
		if code == "" && federal(p.Titles) {
			code = "US"
		}
		if code == "" {
			code = r.usualOffice(p.Titles)
		}
		p.Represents = code
	}
}

// ownedByOther reports whether the ministry before the name at token i is of somebody who is no state: "the Brotherhood's foreign
// minister, NAME".
func (r *resolver) ownedByOther(i int) bool {
	k, minister := i-1, false
	for k > 0 && (r.d.Word(k) == "," || nlp.Office(r.d.Lower(k)) || nlp.OfficeModifier(r.d.Lower(k))) {
		minister = minister || r.d.Lower(k) == "minister"
		k--
	}
	if k == 0 || !minister || r.d.Lower(k) != "'s" {
		return false
	}
	_, place := r.placeAt(k - 1)
	return !place && r.chainAt(k-1) < 0
}

// onlyFree returns the one country named in a range that has nobody else in the person's office, or "" where there is none or
// more: "Norway and Kenya will talk, Defence Minister NAME said after meeting his Kenyan counterpart".
func (r *resolver) onlyFree(person int, x nlp.Range) string {
	return only(r.d, x, func(p country.Match) bool { return !nlp.Town(r.d, p) && !r.taken(person, p.Code) })
}

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

// forMinistry reports whether a ministry or another organ of a state stands before a spokesperson's title.
func (r *resolver) forMinistry(p *nlp.Chain) bool {
	for _, m := range p.Mentions {
		if m.Name >= 0 {
			switch r.d.Lower(r.titleStart(m) - 1) {
			case "ministry", "government", "presidency", "cabinet":
				return true
			}
		}
	}
	return false
}

// organs are what a member of a government leads or addresses at home.
var organs = nlp.WordSet("cabinet parliament government delegation army coalition")

// introduced returns the first place outside of headlines where a person is named with an office, else where they are named.
func (r *resolver) introduced(p *nlp.Chain) (nlp.Mention, bool) {
	named := -1
	for k, m := range p.Mentions {
		if m.Name < 0 || r.d.SentenceOf(m.From).Title {
			continue
		}
		if r.d.Names[m.Name].Title.Len() > 0 || r.beside(m.Range) {
			return m, true
		}
		if named < 0 {
			named = k
		}
	}
	if named < 0 {
		return nlp.Mention{}, false
	}
	return p.Mentions[named], true
}

// spokenOf returns the country of which the sentence of a mention speaks by its first words, "In Oslo, ", or the sentence
// before it in its paragraph by its subject: "Norway's government was angry.", or "".
func (r *resolver) spokenOf(m nlp.Mention) string {
	d := r.d
	at := d.Tokens[m.From].Sentence
	s := d.Sentences[at]
	for k := s.From + 1; k < s.From+5 && k < m.From; k++ {
		if d.Word(k) != "," || d.Lower(s.From) != "in" && d.Lower(k-2) != "to" { // "In Oslo, "; "Turning to Norway, "
			continue
		}
		if p, ok := r.placeAt(k - 1); ok {
			return p.Code
		}
		code, _ := country.City(d.Words(nlp.Range{From: s.From + 1, To: k}))
		return code
	}
	if at == 0 || r.tree == nil || d.Sentences[at-1].Paragraph != s.Paragraph {
		return ""
	}
	before := d.Sentences[at-1]
	for k := before.From; k < before.To && k < before.From+12; k++ {
		if relation := d.Reading.Relations[k]; relation == "nsubj" || relation == "nsubj:pass" {
			code := onlyCountry(d, nlp.Range{From: before.From, To: k + 1})
			for i := before.From; i <= k; i++ { // of a person's country the next sentence need not speak
				if r.chainAt(i) >= 0 {
					return ""
				}
			}
			if code == "" && d.Lower(k+1) == "in" { // "Lawmakers in Norway were divided."
				if p, ok := r.placeAt(k + 2); ok {
					return p.Code
				}
			}
			return code
		}
	}
	return ""
}

// taken reports whether another person represents the country in the same office: a state has one of each, at a time. Of
// lawmakers and spokespeople it has many.
func (r *resolver) taken(person int, code string) bool {
	if len(r.d.People) > mostChains {
		return false
	}
	for i := range r.d.People {
		q := &r.d.People[i]
		if i == person || code == "" || q.Represents != code {
			continue
		}
		for _, a := range q.Titles {
			for _, b := range r.d.People[person].Titles {
				if sameOffice(a, b) && !ofMany[readOffice(a).head] && !past(a) && !past(b) {
					return true
				}
			}
		}
	}
	return false
}

// theirs reports whether the country is told with the same office of another person, so that it is the other's: "talks with the
// Kenyan minister, NAME".
func (r *resolver) theirs(person int, code string) bool {
	if !r.taken(person, code) {
		return false
	}
	for i := range r.d.People {
		if i != person && r.d.People[i].Represents == code && r.foreign(i) {
			return true
		}
	}
	return false
}

// beside reports whether an office stands right before a name and a comma: "the president, NAME".
func (r *resolver) beside(name nlp.Range) bool {
	return r.d.Word(name.From-1) == "," && nlp.Office(r.d.Lower(name.From-2))
}

// onlyCountry returns the one country that is named in a range of tokens, or "" where there is none or more.
func onlyCountry(d *nlp.Doc, x nlp.Range) string {
	return only(d, x, func(country.Match) bool { return true })
}

// only returns the one country in a range of tokens among the matches that count, or "" where there is none or more.
func only(d *nlp.Doc, x nlp.Range, counts func(country.Match) bool) string {
	found := ""
	for _, p := range d.Places {
		if i := d.TokenAt(p.Start); i < x.From || i >= x.To || p.Code == "" || p.Code == found || !counts(p) {
			continue
		}
		if found != "" {
			return ""
		}
		found = p.Code
	}
	return found
}

// pronounRoles adds what is said of a person by a pronoun: "She has been Norway's envoy since May."
func (r *resolver) pronounRoles() {
	if r.tree == nil {
		return
	}
	for i := range r.d.People {
		p := &r.d.People[i]
		for _, m := range p.Mentions {
			if m.Name < 0 && m.Len() == 1 {
				r.addRoles(p, m)
			}
		}
	}
}
