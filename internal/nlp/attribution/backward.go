package attribution

import "graphload/internal/nlp"

// embargoed handles what a speech will say that the text has already, “We stay,” she will say, and reports whether it is that.
func (f *finder) embargoed(will int, cue nlp.Range, u int) bool {
	un := f.units[u]
	if f.d.Lower(will) != "will" || will <= un.From {
		return false
	}
	src, from, ok := f.subjectBefore(will, un)
	if !ok || from <= un.From {
		return false
	}
	q := f.quoteEnding(from-1, un)
	if q > 0 {
		f.backward(src, cue, q, u, cue.To)
	}
	return q > 0
}

// behindQuote returns the first token behind the quotation that ends shortly before token c, or -1.
func (f *finder) behindQuote(c int, un unit) int {
	for i := c - 1; i > un.From && i > c-10; i-- {
		if f.quoteOf[i] > 0 {
			return i + 1
		}
		if w := f.d.Word(i); w == "," || w == ";" || w == ":" || finite[f.d.Lower(i)] {
			return -1
		}
	}
	return -1
}

// quoteEnding returns the quotation (counted from one) that ends at token i, or at the one before a comma there.
func (f *finder) quoteEnding(i int, un unit) int {
	if i >= un.From && f.quoteOf[i] == 0 && f.d.Word(i) == "," {
		i--
	}
	if i < un.From {
		return 0
	}
	return f.quoteOf[i]
}

// backward adds the quotation q that stands before its cue, with what leads up to it in the sentence, and what goes on
// behind the cue from token next.
func (f *finder) backward(src nlp.Source, cue nlp.Range, q, u, next int) {
	un := f.units[u]
	region := f.d.RangeOf(f.d.Quotes[q-1].Span)
	region.From = max(region.From, un.From)
	if n := f.claimed[q-1]; n > 0 {
		return // told by an earlier cue
	}
	lead := nlp.Range{From: un.From, To: region.From}
	if f.hasWord(lead) && !f.hasCue(lead) && !f.d.Quotes[q-1].Continues {
		if first := f.d.Lower(lead.From); lead.Len() > 1 || first != "but" && first != "and" {
			region.From = un.From
		}
	}
	n := f.add(src, cue, region, u)
	if n < 0 {
		return
	}
	// An interrupted quotation goes on behind the cue: `…,” she said, “…`.
	for i := next; i < un.To && i < next+16; i++ {
		if f.quoteOf[i] > 0 {
			if w := f.d.Word(i - 1); w == "," || w == ":" || i == next || w == "—" || w == "–" || f.goesOn(nlp.Range{From: f.pastCircumstance(next, i), To: i}) {
				f.extend(n, nlp.Range{From: i, To: f.quoteTo(i, un)})
			}
			return
		}
		if v, ok := nlp.Reporting(f.d.Lower(i)); ok && v.Form != nlp.BaseForm {
			return
		}
	}
}

// pastCircumstance returns the comma behind a day, a venue or a listener that stands between token i and token end, or i.
func (f *finder) pastCircumstance(i, end int) int {
	for k := end - 1; k > i; k-- {
		if f.d.Word(k) == "," && f.circumstance(nlp.Range{From: i, To: k}) {
			return k
		}
	}
	return i
}

// goesOn reports whether nothing but words that join stands between a cue and the quotation that goes on: `…,” she said, and still “…”`.
func (f *finder) goesOn(r nlp.Range) bool {
	for i := r.From; i < r.To; i++ {
		switch f.d.Lower(i) {
		case ",", "and", "but", "still", "that", "then", "also", "yet":
		default:
			return false
		}
	}
	return true
}

// quoteTo returns the token behind the quotation that covers token i, within the unit.
func (f *finder) quoteTo(i int, un unit) int {
	q := f.quoteOf[i]
	for i < un.To && f.quoteOf[i] == q {
		i++
	}
	return i
}
