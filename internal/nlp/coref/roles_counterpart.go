package coref

import (
	"graphload/internal/country"
	"graphload/internal/nlp"
)

// equal returns the country of somebody's counterpart which stands behind the word, or which is the other one of two: "her
// counterpart in Nuuk, NAME", "Kenya and Norway … called his counterpart, NAME". It is empty where that is open.
func (r *resolver) equal(m nlp.Mention, i int, s nlp.Sentence) string {
	d := r.d
	k := r.titleStart(m) - 1
	if d.Word(k) == "," {
		k--
	}
	noun := -1
	for n := k; n >= s.From && n > k-5; n-- {
		if w := d.Lower(n); counterparts[w] && (w != "number" || d.Lower(n-1) == "opposite") {
			noun = n
			break
		}
	}
	if noun < 0 {
		return ""
	}
	before := noun - 1
	if d.Lower(noun) == "number" {
		before--
	}
	if p, ok := r.placeAt(before); ok && p.Kind != country.Seat {
		return p.Code
	}
	if noun < k {
		if w := d.Lower(noun + 1); w != "in" && w != "from" && w != "of" {
			return ""
		}
		code, _ := r.placeFrom(noun + 2)
		return code
	}
	if !possessives[d.Lower(before)] {
		return ""
	}
	own := ""
	for n := before; n >= 0 && d.Tokens[n].Sentence >= r.above(d.Tokens[before].Sentence) && own == ""; n-- {
		if c := r.chainAt(n); c >= 0 {
			own = r.d.People[c].Represents
		}
	}
	if own == "" {
		return ""
	}
	other := func(from int) string {
		return only(d, nlp.Range{From: from, To: m.From}, func(p country.Match) bool { return p.Code != own })
	}
	above := r.above(d.Tokens[m.From].Sentence)
	if code := other(s.From); code != "" {
		return code
	}
	if above >= 0 {
		if code := other(d.Sentences[above].From); code != "" {
			return code
		}
	}
	if code := other(d.Paragraphs[s.Paragraph].From); code != "" {
		return code
	}
	return only(d, nlp.Range{To: len(d.Tokens)}, func(p country.Match) bool { return p.Code != own })
}

// colleague reads "her Kenyan counterpart, NAME": the country is told, and the office is that of the person before.
func (r *resolver) colleague(noun int) (role, bool) {
	x := role{code: r.nounCountry(noun)}
	if x.code != "" {
		x.title = r.officeBefore(noun)
	}
	return x, x.code != ""
}

// officeBefore returns the latest title of a person named before token i in its sentence or the one before.
func (r *resolver) officeBefore(i int) string {
	at := r.d.Tokens[i].Sentence
	for k := i - 1; k >= 0 && r.d.Tokens[k].Sentence >= at-1; k-- {
		if c := r.chainAt(k); c >= 0 && len(r.d.People[c].Titles) > 0 {
			return r.d.People[c].Titles[0]
		}
	}
	return ""
}
