package attribution

import (
	"unicode"
	"unicode/utf8"

	"graphload/internal/nlp"
)

// works are nouns whose name stands in quotation marks behind them.
var works = nlp.WordSet(`show programme program podcast series book novel memoir film movie documentary song album play musical magazine newspaper paper
	page site blog column journal channel newsletter exhibition painting poem essay opera titled entitled`)

// smallWords stay in small letters in a title.
var smallWords = nlp.WordSet("of the and a an in to for on with at by from or is as vs de la le")

// longestTitle is the most words of a title in quotation marks.
const longestTitle = 7

// nickname reports whether a quotation is a name within a person's name: Hanna “Hurricane” Lind.
func (f *finder) nickname(q nlp.Quote) bool {
	r := f.d.RangeOf(q.Span)
	if q.Tokens.Len() == 0 || q.Tokens.Len() > 3 || !q.Opened || !q.Closed || r.From == 0 || r.To >= len(f.d.Tokens) {
		return false
	}
	for i := q.Tokens.From; i < q.Tokens.To; i++ {
		if !f.upper(i) {
			return false
		}
	}
	return f.person[r.From-1] > 0 && f.person[r.From-1] == f.person[r.To] && f.nameOf[r.From-1] > 0 && f.nameOf[r.To] > 0
}

// title reports whether a quotation is the name of a work and nothing that somebody said: its words have capital letters, and it
// stands behind "on", "in" or a noun such as "show", or is told something: “told ‘Morning Coffee’ that”.
func (f *finder) title(q nlp.Quote) bool {
	d := f.d
	r := d.RangeOf(q.Span)
	if q.Tokens.Len() == 0 || q.Tokens.Len() > longestTitle+2 || !q.Opened || !q.Closed || r.From == 0 || d.SentenceOf(q.Tokens.From).Title {
		return false
	}
	words := 0
	for i := q.Tokens.From; i < q.Tokens.To; i++ {
		w := d.Word(i)
		if !d.Tokens[i].Word {
			if i < q.Tokens.To-1 && (w == "." || w == "!" || w == "?" || w == "…") {
				return false
			}
			continue
		}
		words++
		if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) && !unicode.IsDigit(c) && (words == 1 || !smallWords[w]) {
			return false
		}
	}
	if words == 0 || words > longestTitle {
		return false
	}
	switch before := d.Lower(r.From - 1); {
	case works[before], before == "on":
		return true
	case before == "in", before == "'s":
		return words > 1
	case before == "told":
		return r.To < len(d.Tokens) && d.Tokens[r.To].Word
	}
	return false
}
