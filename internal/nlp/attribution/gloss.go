package attribution

import (
	"strings"

	"graphload/internal/nlp"
)

// glossAt reports whether a gloss with a cue of its own begins at token i.
func (f *finder) glossAt(i int) bool {
	v, ok := nlp.Reporting(f.d.Lower(i))
	return ok && v.Form == nlp.Gerund
}

// writings are what somebody issues "saying" something.
var writings = nlp.WordSet("statement letter tweet post email message memo note speech")

// glosses are the verbs whose gerund reports what the subject said with the rest of the sentence.
var glosses = nlp.WordSet(`say add note tell stress emphasize emphasise insist warn argue claim explain suggest call describe accuse
	assert allege announce declare acknowledge admit concede confirm deny reiterate underscore underline highlight point
	urge demand vow promise pledge predict recall conclude write tweet ask comment caution complain contend reaffirm state
	assure remind inform quip joke label brand dub blame cite propose indicate imply signal hint reveal estimate lament
	boast recount remark observe hail praise threaten hope believe fear`)

// gerund handles a gloss: "…, adding that …". Its source is that of the statement before it, or the sentence's subject.
func (f *finder) gerund(c int, v nlp.ReportingVerb, u int) {
	d, un := f.d, f.units[u]
	if c == un.From && glosses[v.Lemma] {
		f.opening(c, v, u)
	}
	if c == un.From || !glosses[v.Lemma] || v.Lemma == "add" && d.Lower(c+1) == "to" { // "adding to the costs"
		return
	}
	if w := d.Lower(c - 1); beForms[w] && w != "be" && w != "been" || w == "'s" && d.Reading != nil && d.Reading.Relations[c-1] == "aux" { // "is calling", "he's calling": a finite form
		f.finite(c, v, u)
		return
	}
	cue := nlp.Range{From: c, To: c + 1}
	if q := f.quotedBefore(c, un); q > un.From { // "NAME was quoted as saying"
		if src, from, ok := f.subjectBefore(q, un); ok {
			if q := f.quoteEnding(from-1, un); q > 0 {
				f.backward(src, cue, q, u, c+1)
			} else {
				f.forward(src, cue, v, u)
			}
		}
		return
	}
	if f.heard(c, v, u) {
		return
	}
	if p := f.person[c-1]; p > 0 { // "with NAME warning that"
		from := c - 1
		for from > un.From && (f.person[from-1] == p || f.inTitle[from-1]) {
			from--
		}
		if d.Lower(from-1) == "with" {
			f.forward(nlp.Source{Kind: nlp.PersonSource, Chain: p - 1, Span: d.SpanOf(nlp.Range{From: c - 1, To: c})}, cue, v, u)
		}
		return
	}
	k := c - 1
	for k > un.From && (f.adverb(k) || d.Lower(k) == "also") {
		k--
	}
	before := d.Lower(k)
	if !(writings[before] || before == "," || before == "while" || before == "before" || before == "—" || before == "–" || f.quoteOf[k] > 0 || before == "and" && d.Word(k-1) == ",") {
		return
	}
	for _, n := range f.ofUnit[u] { // words that somebody else is reported to have said with their gloss
		if f.out[n].region.Has(c) {
			return
		}
	}
	if f.inserted(c, v, u) {
		return
	}
	if src, ok := f.governor(c); ok {
		f.forward(src, cue, v, u)
	} else if last := f.lastIn(u); last >= 0 && f.out[last].Content[0].Start < d.Tokens[c].Start {
		f.forward(f.out[last].Source, cue, v, u)
	} else if src, ok := f.unitSubject(u, c); ok {
		f.forward(src, cue, v, u)
	}
}

// quotedBefore returns the "quoted" of "was quoted as" or "was quoted by the paper as" before the gerund at token c, or -1.
func (f *finder) quotedBefore(c int, un unit) int {
	if f.d.Lower(c-1) != "as" {
		return -1
	}
	for k := c - 2; k > un.From && k > c-10 && f.quoteOf[k] == 0; k-- {
		if w := f.d.Lower(k); w == "quoted" || w == "cited" {
			if k == c-2 || f.d.Lower(k+1) == "by" || f.d.Lower(k+1) == "in" {
				return k
			}
			break
		}
	}
	return -1
}

// governor returns the subject of the verb on which a gloss hangs in the tree, directly or over verbs that are joined: "The
// coast is clear, NAME said, adding", "NAME sent a letter and left, saying". Where that verb is one of what somebody said, it is
// their gloss: "NAME said that her deputy will go, adding".
func (f *finder) governor(c int) (src nlp.Source, ok bool) {
	r := f.d.Reading
	if r == nil {
		return src, false
	}
	if rel := r.Relations[c]; rel != "conj" && (rel != "advcl" || !strings.HasSuffix(f.d.Lower(c), "ing")) { // "Asked whether"
		return src, false
	}
	for verb, n := r.Heads[c], 0; n < 4 && r.Tags[verb] == "VERB" && f.quoteOf[verb] == 0; n++ {
		for _, n := range f.ofUnit[f.unitOf[c]] {
			if f.out[n].region.Has(verb) {
				return f.out[n].Source, true
			}
		}
		np := f.subjectOf(nlp.Range{From: verb, To: verb + 1})
		if np.Len() == 0 {
			np = f.pronounOf(verb)
		}
		if np.Len() > 0 && r.Relations[verb] != "xcomp" { // "implored her to wait, arguing"
			if src, ok = f.resolve(np); !ok && r.Tags[np.To-1] == "NOUN" {
				return f.anybody(np.From, np.To)
			}
			return src, ok
		}
		if rel := r.Relations[verb]; r.Heads[verb] == verb || rel != "conj" && rel != "advcl" && rel != "xcomp" {
			break
		}
		verb = r.Heads[verb]
	}
	return src, false
}

// pronounOf returns the "it" or "they" that is the subject of a verb in the tree, or an empty range.
func (f *finder) pronounOf(verb int) nlp.Range {
	for i := verb - 1; i >= 0 && i > verb-8; i-- {
		if w := f.d.Lower(i); (w == "it" || w == "they") && f.d.Reading.Heads[i] == verb && f.d.Reading.Relations[i] == "nsubj" {
			return nlp.Range{From: i, To: i + 1}
		}
	}
	return nlp.Range{}
}

// opening handles a gloss that opens its sentence: "Noting that the ferries were full, NAME said …". Its content ends before the
// subject of the verb on which it hangs.
func (f *finder) opening(c int, v nlp.ReportingVerb, u int) {
	d, un := f.d, f.units[u]
	if d.Reading == nil {
		return
	}
	verb := d.Reading.Heads[c]
	if verb <= c || verb >= un.To || f.quoteOf[verb] > 0 {
		return
	}
	src, from, ok := f.subjectBefore(verb, un)
	if !ok || from <= c || d.Word(from-1) != "," {
		return
	}
	start, explicit, ok := f.contentStart(c+1, v, un)
	region := nlp.Range{From: start, To: from - 1}
	if ok && region.Len() >= 3 && f.acceptable(region, v, explicit) {
		f.add(src, nlp.Range{From: c, To: c + 1}, region, u)
	}
}

// inserted handles a gloss between a subject that opens the sentence and its verb, "NAME, noting that the ferries were full, asked
// for help", and reports whether it is one. Its content ends with the comma before the verb.
func (f *finder) inserted(c int, v nlp.ReportingVerb, u int) bool {
	d, un := f.d, f.units[u]
	if d.Reading == nil || d.Word(c-1) != "," {
		return false
	}
	for i := un.From; i < c; i++ {
		if tag := d.Reading.Tags[i]; tag == "VERB" || tag == "AUX" || f.quoteOf[i] > 0 {
			return false
		}
	}
	end := c + 1
	for end < un.To && !(d.Word(end) == "," && f.quoteOf[end] == 0 && f.finiteVerb(end+1)) {
		end++
	}
	src, ok := f.resolve(nlp.Range{From: un.From, To: c - 1})
	start, explicit, found := f.contentStart(c+1, v, un)
	region := nlp.Range{From: start, To: end}
	if !ok || !found || end == un.To || region.Len() < 3 || !f.acceptable(region, v, explicit) {
		return false
	}
	return f.add(src, nlp.Range{From: c, To: c + 1}, region, u) >= 0
}

// finiteVerb reports whether a verb that is no gerund or an auxiliary stands at token i.
func (f *finder) finiteVerb(i int) bool {
	tag := ""
	if i < len(f.d.Tokens) {
		tag = f.d.Reading.Tags[i]
	}
	return (tag == "VERB" || tag == "AUX") && !strings.HasSuffix(f.d.Lower(i), "ing")
}
