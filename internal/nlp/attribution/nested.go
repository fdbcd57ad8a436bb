package attribution

import (
	"slices"
	"strings"

	"graphload/internal/nlp"
)

// nested finds what others are told to have said within a quotation or a turn: “The minister told us that the road is safe,” she
// said.
func (f *finder) nested() {
	d := f.d
	if d.Reading == nil {
		return
	}
	quoteOf := f.quoteOf
	f.quoteOf = make([]int, len(quoteOf))
	for q, quote := range d.Quotes { // one that lies in a turn is a quotation in it
		r := d.RangeOf(quote.Span)
		if !quote.Opened || !quote.Closed || !f.inTurn[r.From] || !f.inTurn[r.To-1] || f.isTurn(r) {
			continue
		}
		for i := r.From; i < r.To; i++ {
			f.quoteOf[i] = q + 1
		}
	}
	outer := make([]int, len(d.Tokens)) // index into out plus one of the statement that a token belongs to
	for n, a := range f.out {
		for i := a.region.From; i < a.region.To; i++ {
			if f.inTurn[i] || quoteOf[i] > 0 {
				outer[i] = n + 1
			}
		}
	}
	for _, s := range d.Sentences {
		for from := s.From; from < s.To; {
			to := from + 1
			for to < s.To && outer[to] == outer[from] {
				to++
			}
			if outer[from] > 0 && to-from > 5 {
				f.nestedIn(unit{Range: nlp.Range{From: from, To: to}, paragraph: s.Paragraph}, f.out[outer[from]-1].Source)
			}
			from = to
		}
	}
	f.quoteOf = quoteOf
}

// isTurn reports whether the tokens of a quotation are all of a turn.
func (f *finder) isTurn(r nlp.Range) bool {
	return slices.ContainsFunc(f.out, func(a found) bool { return a.turn && r.From <= a.region.From && a.region.To <= r.To })
}

// nestedIn finds statements in one sentence of what a speaker says.
func (f *finder) nestedIn(un unit, speaker nlp.Source) {
	d := f.d
	for c := un.From + 1; c < un.To-3; c++ {
		v, ok := nlp.Reporting(d.Lower(c))
		if ok && f.inTurn[c] && f.quotedIn(c, v, un, speaker) {
			continue
		}
		if !ok || v.Class > nlp.Tells || v.Form == nlp.Gerund || thinking[v.Lemma] || d.Reading.Tags[c] != "VERB" || unreal[d.Lower(c-1)] || f.conditional(nlp.Range{From: c, To: c + 1}) {
			continue
		}
		np := f.subjectOf(nlp.Range{From: c, To: c + 1})
		if np.Len() == 0 || np.From < un.From || np.To > c {
			continue
		}
		src, ok := f.resolve(np)
		head := d.Lower(np.To - 1)
		human := v.Form != nlp.BaseForm && (nlp.Human(head) || nlp.Human(singular(head))) // not "people tell me"
		if !ok && human {
			src, ok = f.anybody(np.From, np.To)
		}
		if !ok || src.Kind == nlp.UnnamedSource && !human && !strings.HasSuffix(head, "s") || src.Kind == nlp.PersonSource && src.Chain == speaker.Chain && speaker.Kind == nlp.PersonSource {
			continue
		}
		start, explicit, ok := f.contentStart(c+1, v, un)
		region := nlp.Range{From: start, To: f.clauseEnd(start, un)}
		if !ok || region.Len() < 4 || !d.Tokens[start].Word && f.quoteOf[start] == 0 && !openBracket(d.Word(start)) || !explicit && (prepositions[d.Lower(start)] || questionWord[d.Lower(start)] || !f.clauseOf(c, region)) {
			continue
		}
		spans, _, _ := f.contents(region)
		if len(spans) == 0 {
			continue
		}
		a := found{unit: f.unitOf[c], region: region, turn: true}
		a.Source, a.Cue, a.Content = src, d.SpanOf(nlp.Range{From: c, To: c + 1}), spans
		f.out = append(f.out, a)
		c = region.To
	}
}

// quotedIn adds a quotation that follows a cue within a turn, I told him: “Never,” and reports whether there is one.
func (f *finder) quotedIn(c int, v nlp.ReportingVerb, un unit, speaker nlp.Source) bool {
	d := f.d
	if f.quoteOf[c] > 0 || v.Form == nlp.Gerund || v.Form == nlp.BaseForm || unreal[d.Lower(c-1)] || f.nameOf[c] > 0 {
		return false
	}
	start := c + 1
	for start < un.To && start < c+12 && f.quoteOf[start] == 0 {
		start++
	}
	if start >= un.To || f.quoteOf[start] == 0 || f.quoteOf[un.From] == f.quoteOf[start] {
		return false
	}
	lead := nlp.Range{From: start, To: start}
	if v.Class == nlp.Calls && start > c+1 { // "called your book “a novel”"
		lead.From = c + 1
	} else if last := d.Word(start - 1); start > c+1 && last != ":" && last != "," {
		return false
	}
	src, _, ok := f.subjectBefore(c, un)
	switch w := d.Lower(f.pastAdverbs(c - 1)); {
	case w == "i":
		src = speaker
		src.Span = d.SpanOf(nlp.Range{From: f.pastAdverbs(c - 1), To: f.pastAdverbs(c-1) + 1})
	case !ok:
		return false
	}
	spans, _, plain := f.contents(nlp.Range{From: lead.From, To: f.quoteTo(start, unit{Range: nlp.Range{From: start, To: len(d.Tokens)}})})
	if len(spans) == 0 {
		return false
	}
	a := found{unit: f.unitOf[c], region: nlp.Range{From: lead.From, To: start + 1}, turn: true}
	a.Source, a.Cue, a.Content = src, d.SpanOf(nlp.Range{From: c, To: c + 1}), spans
	a.Quoted, a.Mixed = !plain, plain
	f.out = append(f.out, a)
	return true
}

// clauseOf reports whether some of the words are a clause that a verb has as its complement.
func (f *finder) clauseOf(verb int, r nlp.Range) bool {
	for i := r.From; i < r.To; i++ {
		if f.d.Reading.Heads[i] == verb && f.d.Reading.Relations[i] == "ccomp" {
			return true
		}
	}
	return false
}

// thinking are verbs of thinking among the verbs of saying: what others think is rarely told in a quotation as said.
var thinking = nlp.WordSet("believe think hope fear guess reckon estimate suggest hint imply indicate concede charge post text shrug conclude answer respond counter")

// thoughts drops what is told within a statement to be thought: "she said the mayor believes that the road is safe" tells one statement,
// hers.
func (f *finder) thoughts() {
	var kept []found
	for _, a := range f.out {
		if a.Cue.Len() == 0 || !thoughtVerbs[f.d.Lower(f.d.TokenAt(a.Cue.Start))] || !f.within(a) {
			kept = append(kept, a)
		}
	}
	f.out = kept
}

// within reports whether the cue of a statement stands in the content of another one that has a cue.
func (f *finder) within(a found) bool {
	for _, b := range f.out {
		if b.Cue.Len() == 0 || b.Cue == a.Cue {
			continue
		}
		for _, c := range b.Content {
			if c.Contains(a.Cue) {
				return true
			}
		}
	}
	return false
}

// thoughtVerbs are the forms of verbs of thinking.
var thoughtVerbs = nlp.WordSet(`believe believes believed think thinks thought hope hopes hoped fear fears feared want wants wanted wish wishes wished expect
	expects expected suspect suspects suspected feel feels felt know knows knew consider considers considered assume assumes assumed worry
	worries worried guess guesses guessed reckon reckons reckoned doubt doubts doubted`)
