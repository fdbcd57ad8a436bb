package coref

import (
	"sort"

	"graphload/internal/nlp"
)

// anaphora adds the pronouns and the offices ("the minister") that lead to one of the people. A pronoun inside quotation
// marks belongs to the speaker's view and is somebody else than the speaker.
func (r *resolver) anaphora() {
	d := r.d
	if len(d.People) == 0 {
		return
	}
	quoted := make([]bool, len(d.Tokens))
	for _, q := range d.Quotes {
		for i := q.Tokens.From; i < q.Tokens.To; i++ {
			quoted[i] = true
		}
	}
	owner := make([]int, len(d.Tokens)) // person named at each token, plus one
	for p := range d.People {
		for _, m := range d.People[p].Mentions {
			for i := m.From; i < m.To; i++ {
				owner[i] = p + 1
			}
		}
	}
	r.sexed = make([]bool, len(d.People))
	r.offices, r.home = make([][]office, len(d.People)), make([]bool, len(d.People))
	for p := range d.People {
		for _, t := range d.People[p].Titles {
			r.offices[p] = append(r.offices[p], readOffice(t))
		}
	}
	claimOf := r.claims()
	for i := range d.Tokens {
		if owner[i] > 0 {
			continue
		}
		var p int
		var span nlp.Range
		switch w := d.Lower(i); {
		case isPronoun(w):
			span = nlp.Range{From: i, To: i + 1}
			p = r.standsFor(i, owner, quoted, claimOf)
			if p >= 0 && !quoted[i] && d.People[p].Sex == '-' {
				r.sexed[p] = true
				d.People[p].Sex = pronounSex(w) // so that the other pronoun is somebody else's
			}
		case w == "the" || w == "'s":
			if quoted[i] || w == "'s" && !r.ownsOffice(i) {
				continue
			}
			span, p = r.definiteOffice(i)
			if w == "'s" {
				if p >= 0 || !r.argument(span) { // "Norway's envoy, NAME" is said of that name
					continue
				}
				span.From++
			}
			if span.Len() == 0 {
				continue
			}
			if p < 0 {
				p = r.bearer(span, owner)
			} else if r.countryIn(span) == "" {
				r.home[p] = true
			}
		default:
			continue
		}
		if p < 0 {
			continue
		}
		for k := span.From; k < span.To; k++ {
			owner[k] = p + 1
		}
		d.People[p].Mentions = append(d.People[p].Mentions, nlp.Mention{Range: span, Name: -1})
	}
	for p := range d.People {
		m := d.People[p].Mentions
		sort.SliceStable(m, func(i, j int) bool { return m[i].From < m[j].From })
	}
}

// standsFor returns the person whom the pronoun at token i means, or -1.
func (r *resolver) standsFor(i int, owner []int, quoted []bool, claimOf []int) int {
	if next := r.onOnesPart(i, owner); next >= 0 {
		return next
	}
	if next := r.ahead(i, owner); next >= 0 && !quoted[i] {
		return next
	}
	if who := r.traveller(i, owner); who >= 0 && !quoted[i] {
		return who
	}
	if who := r.sayer(i, owner); who >= 0 && !quoted[i] {
		return who
	}
	c := r.choice(i, owner, quoted, claimOf)
	return r.choose(&c)
}

// traveller returns the person who is the subject above a relative clause of a place whose own subject is the pronoun at token i, or -1: "NAME
// flew to Oslo, where he was received by NAME".
func (r *resolver) traveller(i int, owner []int) int {
	if w := r.d.Lower(i); r.tree == nil || i == 0 || w != "he" && w != "she" || r.d.Lower(i-1) != "where" || r.tree.Relation(i) != "nsubj" {
		return -1
	}
	above, _ := r.subjectsAbove(i, owner)
	p := above[1]
	if p >= 0 && r.d.People[p].Sex != '-' && r.d.People[p].Sex != pronounSex(r.d.Lower(i)) {
		return -1
	}
	return p
}

// sayer returns the person, of whose sex the text tells nothing yet, who is named as the subject of a verb of saying with a clause in which the
// pronoun at token i is the subject, or -1: "NAME said he had gone". Of others the sex of the pronouns before may tell too much.
func (r *resolver) sayer(i int, owner []int) int {
	d := r.d
	if w := d.Lower(i); r.tree == nil || w != "he" && w != "she" || r.tree.Relation(i) != "nsubj" {
		return -1
	}
	verb := d.Reading.Heads[i]
	says := d.Reading.Heads[verb]
	if v, ok := nlp.Reporting(d.Lower(says)); !ok || v.Class != nlp.Says || says >= i || r.tree.Relation(verb) != "ccomp" || i > says+2 {
		return -1
	}
	subject := r.tree.Kid(says, "nsubj")
	if subject < 0 {
		return -1
	}
	p := r.namedBy(subject, owner)
	if p < 0 || d.People[p].Sex != '-' || isPronoun(d.Lower(subject)) {
		return -1
	}
	return p
}

// onOnesPart returns the person who is named behind "For her part," or "On his side," of whose pronoun token i is, or -1.
func (r *resolver) onOnesPart(i int, owner []int) int {
	d := r.d
	if w := d.Lower(i); w != "his" && w != "her" || i == 0 || d.Word(i+2) != "," {
		return -1
	}
	if before, noun := d.Lower(i-1), d.Lower(i+1); before != "for" && before != "on" || noun != "part" && noun != "side" {
		return -1
	}
	const near = 8
	for k := i + 3; k < min(d.SentenceOf(i).To, i+3+near); k++ {
		if p := owner[k] - 1; p >= 0 {
			if x := d.People[p].Sex; x != '-' && x != pronounSex(d.Lower(i)) {
				return -1
			}
			return p
		}
	}
	return -1
}

// pronounSex returns 'F' for "she" and its forms, 'M' for "he" and its.
func pronounSex(w string) byte {
	if nlp.Female(w) {
		return 'F'
	}
	return 'M'
}

// claims returns for each token the index plus one of the claim in whose content the encoder saw it, the innermost last.
func (r *resolver) claims() []int {
	of := make([]int, len(r.d.Tokens))
	if r.d.Reading == nil {
		return of
	}
	for k, c := range r.d.Reading.Claims {
		for _, x := range c.Content {
			for i := x.From; i < x.To; i++ {
				of[i] = k + 1
			}
		}
	}
	return of
}

// speaker returns the person whom the source of a claim names, or -1; claims count from one.
func (r *resolver) speaker(claim int, owner []int) int {
	if claim == 0 {
		return -1
	}
	source := r.d.Reading.Claims[claim-1].Source
	for i := source.From; i < source.To; i++ {
		if owner[i] > 0 {
			return owner[i] - 1
		}
	}
	return -1
}

// pronounReach and officeReach are how many sentences and tokens back an antecedent may stand.
const (
	pronounReach   = 12
	paragraphReach = 3
	officeReach    = 3000
)

// speaksLast reports whether the pronoun at token i is the subject of a verb of saying behind what is said: "…, she added."
func (r *resolver) speaksLast(i int) bool {
	if w := r.d.Word(i - 1); w != "," && w != "”" && w != "\"" {
		return false
	}
	end := r.d.SentenceOf(i).To
	return isReporting(r.d.Lower(i+1)) && i+2 < end && i+6 > end-1
}

func isReporting(w string) bool {
	v, ok := nlp.Reporting(w)
	return ok && (v.Form == nlp.PastForm || v.Form == nlp.ThirdPerson)
}

var auxiliary = map[string]bool{"is": true, "was": true, "has": true, "had": true, "will": true, "would": true, "can": true,
	"could": true, "may": true, "might": true, "should": true, "must": true, "did": true, "does": true, "met": true,
	"went": true, "came": true, "took": true, "made": true, "left": true, "held": true, "flew": true, "gave": true}

// genericOffice are offices that many people of an article may have; "the official" is no reference to one with a title.
var genericOffice = map[string]bool{"official": true, "head": true, "leader": true, "officer": true, "member": true}
