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
	for k := s.From; k < i; k++ {
		if owner[k] > 0 {
			return -1
		}
	}
	for top, n := i, 0; n < s.Len(); n++ { // from the pronoun to each adverbial that has it
		verb := d.Reading.Heads[top]
		if verb == top {
			break
		}
		if rel := d.Reading.Relations[top]; strings.HasPrefix(rel, "obl") || strings.HasPrefix(rel, "advcl") {
			for k := i + 1; k < verb; k++ {
				if top < k && d.Reading.Heads[k] == verb && strings.HasPrefix(d.Reading.Relations[k], "nsubj") {
					return r.personIn(nlp.Range{From: top + 1, To: verb}, k, owner, pronounSex(d.Lower(i)))
				}
			}
		}
		top = verb
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
