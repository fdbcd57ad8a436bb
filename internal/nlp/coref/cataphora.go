package coref

import (
	"strings"

	"graphload/internal/nlp"
)

// ahead returns the person who is the subject of a sentence that opens its paragraph, of whom a pronoun at token i tells in what
// comes before: "A day after his party had won, NAME went home". It returns -1 where there is none.
func (r *resolver) ahead(i int, owner []int) int {
	d := r.d
	s := d.SentenceOf(i)
	if d.Reading == nil || d.Paragraphs[s.Paragraph].From != s.From {
		return -1
	}
	top := i // the word that leads from the pronoun to the verb
	for n := 0; n < s.Len() && d.Reading.Relations[d.Reading.Heads[top]] != "root"; n++ {
		top = d.Reading.Heads[top]
	}
	verb := d.Reading.Heads[top]
	if !strings.HasPrefix(d.Reading.Relations[top], "obl") && !strings.HasPrefix(d.Reading.Relations[top], "advcl") {
		return -1
	}
	for k := s.From; k < i; k++ {
		if owner[k] > 0 {
			return -1
		}
	}
	for k := i + 1; k < verb; k++ {
		if !strings.HasPrefix(d.Reading.Relations[k], "nsubj") || d.Reading.Heads[k] != verb || top > k {
			continue
		}
		return r.personIn(nlp.Range{From: top + 1, To: verb}, k, owner, pronounSex(d.Lower(i)))
	}
	return -1
}

// personIn returns the person who is named by the noun phrase of a head within a range, if the sex fits, or -1.
func (r *resolver) personIn(x nlp.Range, head int, owner []int, sex byte) int {
	for k := x.From; k < x.To; k++ {
		p := owner[k] - 1
		if p < 0 || k != head && r.d.Reading.Heads[k] != head {
			continue
		}
		if own := r.d.People[p].Sex; own != '-' && own != sex {
			return -1
		}
		return p
	}
	return -1
}
