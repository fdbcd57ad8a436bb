package coref

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// What "the minister" stands for.

// definiteOffice returns the words of an office with "the" before it that begin at token i: "the Norwegian foreign
// minister", and the person named right behind it and a comma, or -1. An empty range where there is none.
func (r *resolver) definiteOffice(i int) (nlp.Range, int) {
	d := r.d
	s := d.SentenceOf(i)
	head := -1
	k := i + 1
	for ; k < s.To && k < i+6; k++ {
		w := d.Lower(k)
		if nlp.Office(w) && !nlp.FormOfAddress(w) {
			head = k
			continue
		}
		if head >= 0 || !nlp.OfficeModifier(w) && !r.isCountryWord(k) && w != "u.s." {
			break
		}
	}
	if d.Lower(i+1) == "head" && d.Lower(i+2) == "of" && d.Lower(i+3) == "state" && i+4 < s.To {
		return nlp.Range{From: i, To: i + 4}, -1
	}
	if head < 0 {
		return nlp.Range{}, -1
	}
	end := head + 1
	if w := d.Lower(end); end+1 < s.To && (w == "of" || w == "for") && nlp.Department(d.Lower(end+1)) {
		end += 2
		for end < s.To && nlp.Department(d.Lower(end)) {
			end++
		}
	}
	if w := d.Lower(end); end+1 < s.To && w == "," && r.chainAt(end+1) >= 0 {
		return nlp.Range{From: i, To: end}, r.chainAt(end + 1)
	}
	if w := d.Lower(end); end < s.To && (w == "of" || w == "'s") || r.chainAt(end) >= 0 || genericOffice[d.Lower(head)] {
		return nlp.Range{}, -1
	}
	return nlp.Range{From: i, To: end}, -1
}

// foreign reports whether a person is introduced with the name of the country before the office.
func (r *resolver) foreign(p int) bool {
	for _, m := range r.d.People[p].Mentions {
		if m.Name >= 0 && r.d.Names[m.Name].Title.Len() > 0 {
			return r.d.Names[m.Name].State != "" || r.ownerBefore(r.d.Names[m.Name].Title.From) != ""
		}
	}
	return true
}

// ownsOffice reports whether the possessive at token i is a country's: "Norway's [foreign minister]".
func (r *resolver) ownsOffice(i int) bool {
	p, ok := r.placeAt(i - 1)
	return ok && p.Kind == country.Name
}

// argument reports whether the office in the range is the subject or the object of a verb, so that it names somebody.
func (r *resolver) argument(x nlp.Range) bool {
	if r.tree == nil || x.Len() < 2 {
		return false
	}
	relation := r.tree.Relation(r.tree.Head(nlp.Range{From: x.From + 1, To: x.To}))
	return strings.HasPrefix(relation, "nsubj") || relation == "obj"
}

// bearer returns the person who bears the office in the range, or -1: the one named last before it among those whose
// titles have its head and whose country does not differ.
func (r *resolver) bearer(span nlp.Range, owner []int) int {
	d := r.d
	code := r.countryIn(span)
	if code == "" {
		code = r.ownerBefore(span.From)
	}
	office := readOffice(d.Words(span))
	holds := func(p int, former bool) bool {
		x := d.People[p]
		if code != "" && x.Represents != code {
			return false
		}
		for _, t := range r.offices[p] {
			if office.standsFor(t) && t.former == former {
				return true
			}
		}
		return false
	}
	now := false // somebody has the office and has not left it
	for p := range d.People {
		now = now || holds(p, false)
	}
	fits := func(p int) bool { return holds(p, !now) }
	last := -1
	for k := span.From - 1; k >= 0 && k > span.From-officeReach; k-- {
		p := owner[k] - 1
		if p < 0 || !fits(p) {
			continue
		}
		if code != "" || r.home[p] || !r.foreign(p) { // "the prime minister" without a country is rather the one at home
			return p
		}
		if last < 0 {
			last = p
		}
	}
	if last >= 0 {
		return last
	}
	if len(d.People) > mostChains {
		return -1
	}
	for p := range d.People { // an office named before its bearer: only where one person fits
		if fits(p) {
			for q := p + 1; q < len(d.People); q++ {
				if fits(q) {
					return -1
				}
			}
			return p
		}
	}
	return -1
}
