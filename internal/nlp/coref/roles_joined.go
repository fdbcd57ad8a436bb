package coref

import (
	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Two offices of one person, and the body before an office.

// joinedOffice returns the first of two offices of which the second begins at token i, and its country: "Deputy Prime Minister and
// Coastal Party (CP) leader NAME". Behind an article the first may be another's: "the President and Foreign Minister NAME".
func (r *resolver) joinedOffice(i int) (office nlp.Range, code string, ok bool) {
	const most = 8
	d := r.d
	s := d.SentenceOf(i)
	k := i - 1
	for ; k > s.From && k > i-most && d.Lower(k) != "and"; k-- {
		if d.Tokens[k].Word && !capitalized(d.Word(k)) || !d.Tokens[k].Word && d.Word(k) != "(" && d.Word(k) != ")" || r.chainAt(k) >= 0 {
			return office, "", false
		}
	}
	if d.Lower(k) != "and" || k-1 < s.From || r.chainAt(k-1) >= 0 {
		return office, "", false
	}
	office = nlp.Range{From: k, To: k}
	for office.From > s.From {
		w := d.Lower(office.From - 1)
		if !capitalized(d.Word(office.From-1)) && w != "of" || !nlp.Office(w) && !nlp.OfficeModifier(w) && !nlp.Department(w) && w != "of" {
			break
		}
		office.From--
	}
	if !r.hasOffice(office) {
		return nlp.Range{}, "", false
	}
	if p, place := r.placeAt(office.From - 1); place {
		return office, p.Code, true
	}
	if w := d.Lower(office.From - 1); office.From > s.From && (w == "the" || w == "a" || w == "with" || w == "met" || r.possessive(office.From-1)) {
		return nlp.Range{}, "", false
	}
	return office, "", true
}

// bodyBefore reports whether the name of a body that is no organ of a state stands right before one of a person's offices: "Skerry Motors
// President NAME", "the Ferry Union (FU) president, NAME".
func (r *resolver) bodyBefore(person int) bool {
	for _, m := range r.d.People[person].Mentions {
		if m.Name < 0 {
			continue
		}
		i := r.titleStart(m)
		if i == m.From && r.d.Word(i-1) == "," {
			i--
			for i > 0 && (nlp.Office(r.d.Lower(i-1)) || nlp.OfficeModifier(r.d.Lower(i-1))) {
				i--
			}
		}
		if i == m.From {
			continue
		}
		if body := r.bodyEnding(i); body.Len() > 0 && !r.ofState(body) {
			return true
		}
	}
	return false
}

// bodyEnding returns the name of a body, or its letters in brackets, that ends before token i, or an empty range.
func (r *resolver) bodyEnding(i int) nlp.Range {
	d := r.d
	k := i - 1
	if r.possessive(k) {
		k--
	}
	if d.Word(k) == ")" && d.Word(k-2) == "(" {
		k -= 3
	}
	for _, n := range d.Names {
		if n.Kind == nlp.OrganizationName && n.Has(k) && n.To == k+1 {
			return n.Range
		}
	}
	return nlp.Range{}
}

// ofState reports whether the name of a body has a word of organs of states.
func (r *resolver) ofState(body nlp.Range) bool {
	if _, ok := country.Organ(r.d.Words(body)); ok {
		return true
	}
	for i := body.From; i < body.To; i++ {
		if w := r.d.Lower(i); stateOrgans[w] || chambers[w] || ministries[w] || stateWordsOfBodies[w] {
			return true
		}
	}
	return false
}

// stateWordsOfBodies are words in the names of bodies that mostly a state has.
var stateWordsOfBodies = nlp.WordSet("state national federal central reserve public electoral election elections commission council authority tribunal republic regional provincial islamic")
