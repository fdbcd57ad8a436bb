package coref

import (
	"sort"
	"strings"

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
	r.offices, r.home = make([][]office, len(d.People)), make([]bool, len(d.People))
	for p := range d.People {
		for _, t := range d.People[p].Titles {
			r.offices[p] = append(r.offices[p], readOffice(t))
		}
	}
	claimOf := r.claims()
	r.voteSex(owner, quoted, claimOf)
	for i := range d.Tokens {
		if owner[i] > 0 {
			continue
		}
		var p int
		var span nlp.Range
		switch w := d.Lower(i); w {
		case "he", "him", "his", "she", "her", "himself", "herself", "hers":
			span = nlp.Range{From: i, To: i + 1}
			p = r.standsFor(i, owner, quoted, claimOf)
			if p >= 0 && !quoted[i] && d.People[p].Sex == '-' {
				d.People[p].Sex = pronounSex(w) // so that the other pronoun is somebody else's
			}
		case "the", "'s":
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
	w := r.d.Lower(i)
	if next := r.onOnesPart(i, owner); next >= 0 {
		return next
	}
	if next := r.ahead(i, owner); next >= 0 && !quoted[i] {
		return next
	}
	if quoted[i] {
		return r.antecedentInQuote(i, w, owner, quoted, r.speaker(claimOf[i], owner))
	}
	switch p := r.antecedent(i, w, owner, quoted); p {
	case somebodyElse:
		return -1
	case -1:
		return r.onlyAround(i, owner)
	default:
		return p
	}
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

// antecedentInQuote returns the person that a pronoun inside quotation marks stands for, or -1: the one named last before it
// within the quotation, else the one named first in the nearest sentence before that names one of fitting sex. The speaker
// would say "I".
func (r *resolver) antecedentInQuote(i int, pronoun string, owner []int, quoted []bool, speaker int) int {
	d := r.d
	sex := pronounSex(pronoun)
	fits := func(k int) bool {
		p := owner[k] - 1
		return p >= 0 && p != speaker && (d.People[p].Sex == '-' || d.People[p].Sex == sex)
	}
	k := i - 1
	for ; k >= 0 && quoted[k]; k-- {
		if fits(k) {
			return owner[k] - 1
		}
	}
	at := d.Tokens[i].Sentence
	for s := d.Tokens[max(k, 0)].Sentence; s >= 0 && s >= at-pronounReach && d.Sentences[s].Paragraph >= d.Sentences[at].Paragraph-paragraphReach; s-- {
		if d.Sentences[s].Title {
			return -1
		}
		for k := d.Sentences[s].From; k < min(d.Sentences[s].To, i); k++ {
			if fits(k) {
				return owner[k] - 1
			}
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

// antecedent returns the person that a pronoun at token i stands for, or -1: the first person named in the nearest
// sentence that names one of fitting sex, going back paragraphReach paragraphs at
// most. Somebody named only with a possessive comes last, somebody named within a quotation not at all.
func (r *resolver) antecedent(i int, pronoun string, owner []int, quoted []bool) int {
	d := r.d
	sex := pronounSex(pronoun)
	at := d.Tokens[i].Sentence
	for s := at; s >= 0; s-- {
		sentence := d.Sentences[s]
		if sentence.Paragraph < d.Sentences[at].Paragraph-paragraphReach || sentence.Title || s < at-pronounReach {
			return -1
		}
		to := min(sentence.To, i)
		if s == at && r.speaksLast(i) { // nobody says "she" of herself in what she says
			continue
		}
		if s == at {
			if p := r.subjectBefore(sentence.From, i, sex, owner, quoted); p >= 0 {
				return p
			}
		}
		if s < at && r.follows(s, at) && r.someone(sentence, sex, owner) {
			return somebodyElse
		}
		possessive := -1
		for k := sentence.From; k < to; k++ {
			p := owner[k] - 1
			if p < 0 || quoted[k] {
				continue
			}
			if x := d.People[p].Sex; x != '-' && x != sex {
				continue
			}
			last := k
			for last+1 < to && owner[last+1] == owner[k] {
				last++
			}
			if d.Lower(last+1) != "'s" {
				return p
			}
			if possessive < 0 {
				possessive = p
			}
		}
		if possessive >= 0 {
			return possessive
		}
	}
	return -1
}

// speaksLast reports whether the pronoun at token i is the subject of a verb of saying behind what is said: "…, she added."
func (r *resolver) speaksLast(i int) bool {
	if w := r.d.Word(i - 1); w != "," && w != "”" && w != "\"" {
		return false
	}
	end := r.d.SentenceOf(i).To
	return isReporting(r.d.Lower(i+1)) && i+2 < end && i+6 > end-1
}

// onlyAround returns the one person named in the sentence of a pronoun before it and in the two before, or -1: a first name may
// be of the other sex where its bearer comes from.
func (r *resolver) onlyAround(i int, owner []int) int {
	d := r.d
	at := d.Tokens[i].Sentence
	found := -1
	for s := at; s >= 0 && s > at-3; s-- {
		for k := d.Sentences[s].From; k < min(d.Sentences[s].To, i); k++ {
			if p := owner[k] - 1; p >= 0 {
				if found >= 0 && p != found {
					return -1
				}
				found = p
			}
		}
	}
	return found
}

// subjectBefore returns the person of fitting sex who is the last subject of a verb between two tokens, or -1: in "A
// spoke after B cancelled his visit" it is B. The subject of what is said, in which the pronoun at the second token does not stand, comes
// last: "asked if he thought that B would go, he said".
func (r *resolver) subjectBefore(from, to int, sex byte, owner []int, quoted []bool) int {
	d, told := r.d, -1
	for k := to - 1; k >= from; k-- {
		p := owner[k] - 1
		if p < 0 || quoted[k] || k+1 < to && owner[k+1] == owner[k] {
			continue
		}
		if x := d.People[p].Sex; x != '-' && x != sex {
			continue
		}
		verb := k + 1
		for verb < to && (strings.HasSuffix(d.Lower(verb), "ly") || d.Lower(verb) == "also" || d.Lower(verb) == "then") {
			verb++
		}
		if w := d.Lower(verb); verb < to && (auxiliary[w] || len(w) > 3 && strings.HasSuffix(w, "ed") || isReporting(w)) {
			if !r.complementApart(k, to) {
				return p
			}
			told = p
		}
	}
	return told
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
