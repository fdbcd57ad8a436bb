package ner

import (
	"strings"

	"graphload/internal/nlp"
)

// outlets adds newspapers and stations that ask in an interview under their own name: "Harbour: Why now?". A word that opens
// paragraphs with a colon behind it, two of them questions at least, and that no fuller name has is no person.
func (f *finder) outlets() {
	d := f.d
	turns, asked := map[string]int{}, map[string]int{}
	for _, p := range d.Paragraphs {
		if w := d.Word(p.From); p.Len() > 2 && d.Word(p.From+1) == ":" && f.outletLike(p.From) {
			turns[w]++
			if f.asks(p) {
				asked[w]++
			}
		}
	}
	for w, n := range turns {
		if n < 2 || asked[w] < 2 {
			delete(turns, w)
		}
	}
	if len(turns) == 0 {
		return
	}
	for i := range d.Tokens {
		if w := d.Word(i); turns[w] > 0 && f.partOfName(i) {
			delete(turns, w)
		}
	}
	for i := range d.Tokens {
		if turns[d.Word(i)] > 0 && !f.taken[i] {
			f.add(nlp.Name{Range: nlp.Range{From: i, To: i + 1}, Kind: nlp.OrganizationName})
		}
	}
}

// outletLike reports whether a token is a capitalized word of its own that may be an outlet's name.
func (f *finder) outletLike(i int) bool {
	w := f.d.Word(i)
	return len(w) > 2 && startsUpper(w) && f.d.Tokens[i].Word && !f.taken[i] && !f.isPlace(i) && f.nameWord(i) &&
		!nlp.RoleNoun(strings.ToLower(w)) && !openingWord[strings.ToLower(w)]
}

// asks reports whether a paragraph has a question mark.
func (f *finder) asks(p nlp.Range) bool {
	for i := p.From; i < p.To; i++ {
		if f.d.Word(i) == "?" {
			return true
		}
	}
	return false
}

// partOfName reports whether a token stands beside another capitalized word within its sentence: "Ms Harbour", "Nell Harbour".
func (f *finder) partOfName(i int) bool {
	d := f.d
	s := d.SentenceOf(i)
	before := d.Lower(i - 1)
	opens := i-1 == s.From && (openingWord[before] || f.lx.words[before] && f.lx.first[d.Word(i-1)] == 0) // "Ask Harbour"
	return i > s.From && d.Tokens[i-1].Word && startsUpper(d.Word(i-1)) && !opens ||
		i+1 < s.To && d.Tokens[i+1].Word && startsUpper(d.Word(i+1))
}
