package attribution

import (
	"strings"

	"graphload/internal/nlp"
)

// askedBy handles a passive with its agent, "NAME was asked by NAME whether", and reports whether it is one. Its content begins behind
// the agent and what is told of them between commas.
func (f *finder) askedBy(c int, v nlp.ReportingVerb, u int) bool {
	d, un := f.d, f.units[u]
	if d.Lower(c+1) != "by" || v.Class != nlp.Asks && v.Class != nlp.Tells && v.Lemma != "warn" {
		return false
	}
	end := c + 2
	for end < un.To && f.quoteOf[end] == 0 && d.Tokens[end].Word && d.Lower(end) != "that" && d.Lower(end) != "to" && !questionWord[d.Lower(end)] {
		end++
	}
	if end >= un.To || end == c+2 {
		return false
	}
	np := nlp.Range{From: c + 2, To: end}
	src, ok := f.resolve(np)
	if !ok {
		if src, ok = f.anybody(np.From, np.To); !ok {
			return false
		}
	}
	if w := d.Lower(end + 1); d.Word(end) == "," && (w == "who" || w == "whose") {
		for end++; end < un.To && f.quoteOf[end] == 0; end++ {
			if d.Word(end) == "," && (f.quoteOf[end+1] > 0 || questionWord[d.Lower(end+1)]) {
				break
			}
		}
	}
	if d.Word(end) == "," {
		end++
	}
	if w := d.Lower(end); w == "that" || w == "whether" || w == "if" {
		end++
	} else if end >= un.To || f.quoteOf[end] == 0 && w != "to" && !questionWord[w] {
		return false
	}
	region := nlp.Range{From: end, To: f.clauseEnd(end, un)}
	if region.Len() < 3 && f.quoteOf[end] == 0 {
		return false
	}
	n := f.add(src, nlp.Range{From: c, To: c + 1}, region, u)
	if n >= 0 {
		f.out[n].Source = src // the agent, whatever the encoder saw as the source
	}
	return n >= 0
}

// heard handles "NAME can be heard saying" and reports whether it is that.
func (f *finder) heard(c int, v nlp.ReportingVerb, u int) bool {
	d, un := f.d, f.units[u]
	if w := d.Lower(c - 1); w != "heard" && w != "seen" && w != "overheard" && w != "recorded" {
		return false
	}
	k := c - 2
	for k > un.From && (beForms[d.Lower(k)] || unreal[d.Lower(k)] || betweenSubjectAndVerb[d.Lower(k)]) {
		k--
	}
	if k == c-2 {
		return false
	}
	cue := nlp.Range{From: c, To: c + 1}
	src, from, ok := f.subjectBefore(k+1, un)
	if !ok {
		if from = f.behindQuote(k+1, un); from < 0 {
			return false
		}
		if src, ok = f.anybody(from, k+1); !ok {
			return false
		}
	}
	if q := f.quoteEnding(from-1, un); q > 0 {
		f.backward(src, cue, q, u, c+1)
		return true
	}
	return f.forward(src, cue, v, u)
}

// subjectInTree returns the noun phrase that the tree gives a verb of saying as its subject, whoever it is, where a clause of
// that verb follows: "Members of the circle told the paper that".
func (f *finder) subjectInTree(c int, un unit) (src nlp.Source, from int, ok bool) {
	d := f.d
	if d.Reading == nil || d.Reading.Tags[c] != "VERB" || strings.HasSuffix(d.Lower(c-1), "n't") {
		return src, c, false
	}
	np := f.subjectOf(nlp.Range{From: c, To: c + 1})
	for i := np.From; i < np.To; i++ {
		if d.Reading.Heads[i] == c && d.Reading.Tags[i] != "NOUN" {
			return src, c, false
		}
	}
	if np.Len() == 0 || np.From < un.From || np.To > c || f.quoteOf[np.From] > 0 || !f.clauseOf(c, nlp.Range{From: c + 1, To: un.To}) {
		return src, c, false
	}
	if src, ok = f.resolve(np); !ok {
		src, ok = f.anybody(np.From, np.To)
	}
	return src, np.From, ok
}
