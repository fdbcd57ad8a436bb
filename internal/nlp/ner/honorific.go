package ner

import (
	"strings"

	"graphload/internal/nlp"
)

// honorific reports whether token i, of a name that goes on to token end, is a rank or a form of address before the name itself.
func (f *finder) honorific(i, end int) bool {
	const named = 2 // words of a name that must follow an ambiguous one
	d := f.d
	w, next := d.Word(i), d.Word(i+1)
	left := end - i - 1
	switch {
	case left < 1:
		return false
	case nlp.Honorific(w), nlp.HonorificPair(w, next), i > 0 && nlp.HonorificPair(d.Word(i-1), w):
		return true
	case w == "’" || w == "'": // Dato’
		return i > 0 && nlp.Honorific(d.Word(i-1)) && !d.Tokens[i].Spaced
	case w == "Sri" || w == "Seri": // Sri is a first name as well
		return i > 0 && (nlp.Honorific(d.Word(i-1)) || !d.Tokens[i-1].Word && i > 1 && nlp.Honorific(d.Word(i-2)))
	}
	return left >= named && startsUpper(d.Word(i+2)) && (nlp.MayBeHonorific(w) || f.trade(i))
}

// trade reports whether a capitalized word before a name tells what somebody does: "Fisherman NAME".
func (f *finder) trade(i int) bool {
	w := f.d.Word(i)
	l := strings.ToLower(w)
	if f.lx.first[w] != 0 || f.lx.surnames[w] || !startsUpper(w) || strings.HasSuffix(l, "s") {
		return false
	}
	return nlp.RoleNoun(l) && f.lx.words[l] || strings.HasSuffix(l, "man") && f.lx.words[l] || strings.HasSuffix(l, "woman") && f.lx.words[l]
}

// withoutPostNominals leaves out honours, degrees and offices in short behind a name of two words or more.
func (f *finder) withoutPostNominals(r nlp.Range) nlp.Range {
	for r.Len() > 2 && nlp.PostNominal(f.d.Word(r.To-1)) && f.d.Tokens[r.To-1].Spaced {
		r.To--
	}
	return r
}

// onlyMark reports whether a single word is a rank, a form of address or an honour without a name.
func onlyMark(w string) bool {
	return nlp.Honorific(w) || nlp.PostNominal(w) || nlp.MayBeHonorific(w) && strings.ToUpper(w) == w || w == "Seri"
}

var retired = nlp.WordSet("retd retd. ret. ret rtd rtd. retired")

// retired reports whether token k is part of "(retd)" in brackets.
func (f *finder) retired(k int) bool {
	for open := k; open > k-3 && open >= 0; open-- {
		if f.d.Word(open) == "(" {
			return retired[f.d.Lower(open+1)] && f.d.Word(open+2) == ")"
		}
	}
	return false
}
