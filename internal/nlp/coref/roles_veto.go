package coref

import (
	"slices"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Which countries an office without one cannot be of.

// may reports whether a country may be the one for which a person acts: nobody else is said to have the office, it is not that of
// whom the person meets, and it has such an office.
func (r *resolver) may(person int, m nlp.Mention, code string) bool {
	return code != "" && !r.taken(person, code) && !r.goesTo(m, code) && !r.meetsOneOf(person, code) && (speaksFor(r.current(person)) || !r.counterparty(m, code)) && !r.ofOther(m, code) &&
		hasOffice(r.d.People[person].Titles, code)
}

// goesTo reports whether the sentence of a mention says behind it that somebody travels to a country, and names it nowhere else: "NAME called
// off a trip to Norway, where". What a person of whom a clause between commas tells does is no journey of the mention's.
func (r *resolver) goesTo(m nlp.Mention, code string) bool {
	s := r.d.SentenceOf(m.From)
	goes := false
	for _, p := range r.d.Places {
		i := r.d.TokenAt(p.Start)
		if p.Code != code || !s.Has(i) {
			continue
		}
		if i < m.To || p.Kind == country.Demonym || !r.visited(p) || homeward[r.d.Lower(i-2)] || r.d.Lower(i+1) == "'s" || r.chainIn(nlp.Range{From: m.To, To: i}) {
			return false
		}
		goes = true
	}
	return goes
}

// meetsOneOf reports whether a person and one who acts for a country are told to have met, "NAME and NAME have met twice", in an article that
// speaks of another country, too. Two of one state are rarely said to.
func (r *resolver) meetsOneOf(person int, code string) bool {
	const often = 2
	for i := range r.d.People {
		if i == person || r.d.People[i].Represents != code {
			continue
		}
		for _, m := range r.d.People[i].Mentions {
			for _, o := range r.d.People[person].Mentions {
				first, second := m, o
				if m.From > o.From {
					first, second = o, m
				}
				if m.Name >= 0 && o.Name >= 0 && r.d.Lower(first.To) == "and" && r.titleStart(second) == first.To+1 && r.metBehind(second.To) {
					return r.count(code) >= often && slices.ContainsFunc(r.d.Places, func(p country.Match) bool { return p.Code != code && r.count(p.Code) >= often })
				}
			}
		}
	}
	return false
}

// metBehind reports whether the verb behind two names at token i says that they met.
func (r *resolver) metBehind(i int) bool {
	for n := 0; n < 4; n++ {
		switch w := r.d.Lower(i + n); w {
		case "met", "meet":
			return true
		case "have", "had", "has", "will", "last", "also", "first", "to", "are", "then":
		default:
			return false
		}
	}
	return false
}

// homeward are verbs of a journey that may lead home.
var homeward = nlp.WordSet("returned returning arrived arriving arrives landed lands landing touched toured touring")

// ofOther reports whether the words of an office tell another country than code: "the Dutch Green lawmaker NAME".
func (r *resolver) ofOther(m nlp.Mention, code string) bool {
	s := r.d.SentenceOf(m.From)
	for i := r.titleStart(m) - 1; i >= s.From && r.phraseWord(i); i-- {
		if p, ok := r.placeAt(i); ok && p.Kind == country.Demonym {
			return p.Code != code
		}
	}
	return false
}

// counterparty reports whether a sentence tells a country of somebody whom the person of a mention meets or speaks to.
func (r *resolver) counterparty(m nlp.Mention, code string) bool {
	s := r.d.SentenceOf(m.From)
	for i := range r.d.People {
		q := &r.d.People[i]
		if q.Represents != code {
			continue
		}
		for _, o := range q.Mentions {
			if o.Name < 0 || !s.Has(o.From) || o.From == m.From || !r.marked(o, code) {
				continue
			}
			if m.From < o.From && r.d.Names[m.Name].Title.Len() > 0 { // "Minister NAME dined with Kenyan Minister NAME"
				return true
			}
			from, to := o.To, m.From
			if m.From < o.From {
				from, to = m.To, o.From
			}
			if r.hasWord(from, to, between) {
				return true
			}
		}
	}
	for k := m.To; k < s.To; k++ { // "NAME met her Kenyan counterpart"
		if p, ok := r.placeAt(k - 1); ok && p.Code == code && counterparts[r.d.Lower(k)] && possessives[r.d.Lower(k-2)] {
			return true
		}
	}
	return false
}

// marked reports whether an office beside a name is said to be of a country: "Kenyan Minister NAME", "Kenya's minister, NAME".
func (r *resolver) marked(m nlp.Mention, code string) bool {
	const most = 6
	if r.d.Names[m.Name].State == code {
		return true
	}
	if p, ok := r.placeAt(m.To + 1); ok && p.Code == code && r.d.Lower(m.To) == "of" { // "King NAME of Norway"
		return true
	}
	from := r.titleStart(m)
	if r.d.Word(from-1) != "," {
		return false
	}
	for k := from - 2; k >= 0 && k > from-most && r.phraseWord(k); k-- {
		if p, ok := r.placeAt(k); ok {
			return p.Code == code
		}
	}
	return false
}

// between are words between two people of whom each acts for a country of their own.
var between = nlp.WordSet("met meet meets meeting talks with received hosted called phoned telephoned told visit summit counterpart see saw")
