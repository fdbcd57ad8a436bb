package attribution

import "graphload/internal/nlp"

// together returns the first of them where a source is one of two or more people who speak with one voice, "Ministers NAME and NAME said": a
// statement has one speaker, as of states that speak together. The words of the source are those of all. The tree or the encoder tells them.
func (f *finder) together(src nlp.Source, cue nlp.Range) nlp.Source {
	if f.d.Reading == nil || src.Kind != nlp.PersonSource || src.Span.Len() == 0 {
		return src
	}
	at := f.d.RangeOf(src.Span)
	np := f.joinedNames(at)
	if np.Len() == 0 && cue.Len() > 0 {
		if seen := f.seenSource(cue.From); seen.Has(at.From) && f.peopleOnly(seen) {
			np = seen
		}
	}
	if np.Len() == 0 {
		return src
	}
	first := np.From
	for f.person[first] == 0 || f.nameOf[first] == 0 {
		first++
	}
	return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[first] - 1, Span: f.d.SpanOf(np)}
}

// joinedNames returns the words of a subject, or of those who are cited, that joins a name to others, or an empty range.
func (f *finder) joinedNames(name nlp.Range) nlp.Range {
	r := f.d.Reading
	h := name.From
	for h < name.To-1 && name.Has(r.Heads[h]) && r.Heads[h] != h {
		h++
	}
	for n := 0; n < 4 && r.Relations[h] == "conj" && r.Heads[h] < h; n++ {
		h = r.Heads[h]
	}
	if rel := r.Relations[h]; rel != "nsubj" && rel != "obl" {
		return nlp.Range{}
	}
	s := f.d.SentenceOf(h)
	np, last := nlp.Range{From: h, To: h + 1}, h
	for k := h + 1; k < s.To; k++ {
		if r.Relations[k] == "conj" && np.Has(r.Heads[k]) {
			np.To, last = k+1, k
		}
	}
	if last == h {
		return nlp.Range{}
	}
	for np.From > s.From && f.under(np.From-1, h) && r.Tags[np.From-1] != "PUNCT" && r.Tags[np.From-1] != "ADP" {
		np.From--
	}
	for np.To < s.To && f.person[np.To] == f.person[last] {
		np.To++
	}
	if !f.peopleOnly(np) {
		return nlp.Range{}
	}
	return np
}

// peopleOnly reports whether a noun phrase names two or more people with "and" and nobody and nothing else.
func (f *finder) peopleOnly(np nlp.Range) bool {
	r := f.d.Reading
	seen, and := map[int]bool{}, false
	for i := np.From; i < np.To; i++ {
		switch {
		case f.person[i] > 0 && f.nameOf[i] > 0:
			seen[f.person[i]] = true
		case f.d.Lower(i) == "and" && len(seen) > 0:
			and = true
		case f.d.Lower(i) == "'s" && f.nameOf[i-1] > 0, f.nameOf[i] > 0 && !f.inTitle[i]:
			return false
		case r.Tags[i] == "VERB" || r.Tags[i] == "ADP" && !f.inTitle[i] || r.Tags[i] == "SCONJ" || f.d.Lower(i) == "who":
			return false
		}
	}
	return and && len(seen) > 1 && f.person[np.To-1] > 0
}
