package attribution

import (
	"strings"

	"graphload/internal/nlp"
)

// betweenSubjectAndVerb are the auxiliaries and adverbs stand between a subject and its verb.
var betweenSubjectAndVerb = nlp.WordSet(`has have had also later then previously repeatedly recently again further today yesterday
	earlier already once simply likewise only just further separately tonight too all both himself herself itself
	nevertheless now still always often sometimes initially first finally eventually immediately quickly subsequently do does did`)

// subjectBefore returns the source whose noun phrase ends before the verb at token c, and the first token of that noun
// phrase with what belongs to it; that is c where no noun phrase ends there at all.
func (f *finder) subjectBefore(c int, u unit) (src nlp.Source, from int, ok bool) {
	src, from, ok = f.phraseBefore(c, u)
	if np := f.antecedentOf(c); ok && src.Kind == nlp.PersonSource && np.Len() > 0 && !f.names(np) && np.From >= u.From {
		return nlp.Source{Kind: nlp.UnnamedSource, Span: f.d.SpanOf(f.withoutArticle(np))}, np.From, true // "NAME met the farmers who said"
	}
	if k := from - 2; ok && src.Kind == nlp.UnnamedSource && k > u.From && f.d.Word(from-1) == "," && f.person[k] > 0 && f.nameOf[k] > 0 && f.relative(c) {
		src = nlp.Source{Kind: nlp.PersonSource, Chain: f.person[k] - 1, Span: src.Span} // "NAME, the chief engineer, who added"
	}
	if ok && src.Kind == nlp.UnnamedSource && f.relative(c) {
		src.Span = f.antecedentIn(src.Span, c)
	}
	if who := f.pastAdverbs(c - 1); ok && src.Kind != nlp.UnnamedSource && who > from && f.d.Lower(who) == "who" { // "NAME, who said"
		src.Span = f.d.SpanOf(nlp.Range{From: who, To: who + 1})
	}
	if d := f.d; !ok && from < c && d.Reading != nil {
		if np := f.subjectOf(nlp.Range{From: c, To: c + 1}); np.Len() > 0 && np.From > from && np.To <= c && conjunctions[d.Lower(np.From-1)] {
			if who, found := f.resolve(np); found && who.Kind != nlp.UnnamedSource { // "… was put off after Uganda asked"
				return who, np.From, true
			}
		}
	}
	if who, found := f.subjectNamed(c, u); found && from < c && (!ok || src.Kind != nlp.PersonSource) {
		return who, min(from, f.d.TokenAt(who.Span.Start)), true
	}
	return src, from, ok
}

// onlyVerb reports whether the words of a source without a name are one verb, the end of a clause about who speaks.
func (f *finder) onlyVerb(s nlp.Source) bool {
	r := f.d.RangeOf(s.Span)
	return s.Kind == nlp.UnnamedSource && f.d.Reading != nil && r.Len() == 1 && f.d.Reading.Tags[r.From] == "VERB"
}

// pastClause returns the words for people before the clause about them that ends before a verb, or with which the sentence begins: "three
// people who were there when it was decided", "The migrants in the case that was closed".
func (f *finder) pastClause(verb int, u unit) nlp.Range {
	d := f.d
	if d.Reading == nil {
		return nlp.Range{}
	}
	noun := func(i int) bool {
		tag := d.Reading.Tags[i]
		return tag == "NUM" || tag == "ADJ" || tag == "DET" || tag == "NOUN"
	}
	for i := verb - 1; i > u.From && f.quoteOf[i] == 0; i-- {
		if d.Lower(i) != "who" || !f.people(i-1) {
			continue
		}
		np := nlp.Range{From: i - 1, To: i}
		for np.From > u.From && noun(np.From-1) {
			np.From--
		}
		return np
	}
	np := nlp.Range{From: u.From, To: u.From}
	for np.To < verb && f.quoteOf[np.To] == 0 && noun(np.To) {
		np.To++
	}
	if np.Len() == 0 || !f.people(np.To-1) {
		return nlp.Range{}
	}
	return np
}

// people reports whether token i is a noun for human beings.
func (f *finder) people(i int) bool {
	w := f.d.Lower(i)
	return nlp.RoleNoun(w) || nlp.Human(w) || nlp.Human(singular(w))
}

// antecedentIn returns a span from where the noun phrase begins in it that has a verb in its relative clause: "the farmers" of "gave new
// cause to the farmers", who say.
func (f *finder) antecedentIn(s nlp.Span, verb int) nlp.Span {
	r := f.d.Reading
	if r == nil || r.Relations[verb] != "acl:relcl" {
		return s
	}
	words, head := f.d.RangeOf(s), r.Heads[verb]
	if !words.Has(head) {
		return s
	}
	from := head
	for from > words.From && f.under(from-1, head) {
		from--
	}
	for from < head && r.Tags[from] == "ADP" {
		from++
	}
	s.Start = f.d.SpanOf(f.withoutArticle(nlp.Range{From: from, To: words.To})).Start
	return s
}

// antecedentOf returns the noun phrase, to behind its last word before "who", of which the clause of a verb tells more by the tree, or an
// empty range.
func (f *finder) antecedentOf(verb int) nlp.Range {
	who := f.pastAdverbs(verb - 1)
	if f.d.Reading == nil || f.d.Lower(who) != "who" {
		return nlp.Range{}
	}
	np := f.antecedent(nlp.Range{From: who, To: who + 1}, verb)
	if np.Len() > 0 && f.d.Reading.Relations[verb] == "acl:relcl" {
		np.To = who
		for np.To > np.From && !f.d.Tokens[np.To-1].Word {
			np.To--
		}
	}
	return np
}

// adverb reports whether a token is an adverb by its form and no noun by the tree: "quickly", but not "family".
func (f *finder) adverb(i int) bool {
	w := f.d.Lower(i)
	return len(w) > 4 && strings.HasSuffix(w, "ly") && (f.d.Reading == nil || i >= len(f.d.Reading.Tags) || f.d.Reading.Tags[i] != "NOUN" && f.d.Reading.Tags[i] != "PROPN")
}

// names reports whether a range names a person, by their name or their office.
func (f *finder) names(r nlp.Range) bool {
	for i := r.From; i < r.To; i++ {
		if f.person[i] > 0 && f.d.Lower(i) != "his" && f.d.Lower(i) != "her" {
			return true
		}
	}
	return false
}

// relative reports whether a verb's subject is "who".
func (f *finder) relative(c int) bool { return f.d.Lower(f.pastAdverbs(c-1)) == "who" }

// pastAdverbs returns the last token up to token k that is no auxiliary and no adverb between a subject and its verb.
func (f *finder) pastAdverbs(k int) int {
	for k > 0 && (betweenSubjectAndVerb[f.d.Lower(k)] || f.adverb(k)) {
		k--
	}
	return k
}

// subjectNamed returns the person whose name is the subject of a verb in the tree.
func (f *finder) subjectNamed(c int, u unit) (src nlp.Source, ok bool) {
	if f.d.Reading == nil {
		return src, false
	}
	for i := c - 1; i >= u.From && i > c-40; i-- {
		if f.quoteOf[i] > 0 {
			return src, false
		}
		if f.d.Reading.Heads[i] == c && f.d.Reading.Relations[i] == "nsubj" {
			if f.person[i] == 0 || f.nameOf[i] == 0 || f.d.Lower(i+1) == "'s" {
				return src, false
			}
			return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[i] - 1, Span: f.d.SpanOf(f.nameRange(i))}, true
		}
	}
	return src, false
}

// phraseBefore does the same by the words alone.
func (f *finder) phraseBefore(c int, u unit) (src nlp.Source, from int, ok bool) {
	d := f.d
	k := c - 1
	for k >= u.From && f.quoteOf[k] == 0 && f.person[k] == 0 {
		w := d.Lower(k)
		if w == "not" || w == "never" || w == "n't" || strings.HasSuffix(w, "n't") {
			return src, c, false
		}
		if !(betweenSubjectAndVerb[w] || f.adverb(k) && !nlp.RoleNoun(w) || nlp.Weekday(w) || w == "on" && nlp.Weekday(d.Lower(k+1))) {
			break
		}
		k--
	}
	if k < u.From || f.quoteOf[k] > 0 {
		return src, c, false
	}
	end := k + 1
	if w := d.Lower(k); (w == "who" || beForms[w] || w == "which" && d.Word(k-1) == ",") && k > u.From && f.quoteOf[k-1] == 0 {
		// "NAME, who said": the noun phrase before the relative pronoun; "NAME is calling": the one before the auxiliary
		end = k
		if d.Word(end-1) == "," {
			end--
		}
	} else if w := d.Word(k); w == "," || w == "—" || w == "–" || w == ")" { // the end of an apposition: "NAME, the minister, said"
		m := k - 1
		for m >= u.From && f.quoteOf[m] == 0 && d.Word(m) != "," && d.Word(m) != "—" && d.Word(m) != "–" && d.Word(m) != "(" {
			m--
		}
		if m < u.From || f.quoteOf[m] > 0 {
			return src, c, false
		}
		end = m
		if src, ok := f.nameInside(nlp.Range{From: m + 1, To: k}, u); ok { // "the president's spokesman, NAME, said"
			return src, d.TokenAt(src.Span.Start), true
		}
	}
	if d.Word(end-1) == ")" { // "NAME (R-Ohio), a member, said"
		for m := end - 1; m > u.From && m > end-12; m-- {
			if d.Word(m) == "(" {
				end = m
				break
			}
		}
	}
	from = end
	for from > u.From && f.quoteOf[from-1] == 0 {
		w := d.Lower(from - 1)
		if w == "," && from-1 > u.From && f.placeOf[from-2] > 0 && f.placeOf[from] > 0 && f.contains(nlp.Range{From: from, To: end}, "and") { // "A, B and C said"
			from--
			continue
		}
		if w == "," || w == ";" || w == ":" || w == "—" || w == "–" || w == "that" || w == "which" || w == "while" ||
			w == "to" && d.Lower(from-2) == "according" || w == "when" || w == "because" || w == "but" || w == "(" || w == "if" || w == "whether" || w == "as" && f.nameOf[from-1] == 0 {
			break
		}
		if (w == "and" || w == "or") && f.actorIn(nlp.Range{From: from, To: end}) && !f.actorEnds(from-2) {
			break
		}
		if v, isVerb := nlp.Reporting(w); isVerb && (v.Form == nlp.Gerund || v.Form != nlp.BaseForm && v.Class <= nlp.Tells) && f.person[from-1] == 0 {
			break
		}
		if finite[w] {
			break
		}
		from--
	}
	src, ok = f.resolve(nlp.Range{From: from, To: end})
	if !ok && from < end { // words of place or time before the subject without a comma
		for i := end - 1; i > from; i-- {
			if f.person[i] > 0 && i == end-1 {
				return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[i] - 1, Span: d.SpanOf(nlp.Range{From: i, To: i + 1})}, i, true
			}
		}
	}
	return src, from, ok
}

// nameInside returns the person whose name ends an apposition to a noun that names a human being by their role: "its chair for
// May, Oslo lawyer NAME,".
func (f *finder) nameInside(r nlp.Range, u unit) (src nlp.Source, ok bool) {
	d := f.d
	if p := f.person[r.To-1]; p == 0 || f.nameOf[r.To-1] == 0 || r.From-1 <= u.From || f.person[r.From-2] > 0 {
		return src, false
	}
	name := f.nameRange(r.To - 1)
	for i := r.From; i < name.From; i++ {
		if v := d.Lower(i); finite[v] || prepositions[v] && !f.inTitle[i] {
			return src, false
		}
	}
	for i := r.From - 2; i >= u.From && i > r.From-12 && f.quoteOf[i] == 0 && d.Word(i) != ","; i-- {
		if nlp.RoleNoun(d.Lower(i)) {
			return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[r.To-1] - 1, Span: d.SpanOf(name)}, true
		}
	}
	return src, false
}

// anybody returns the noun phrase before token end as an unnamed source, for a quotation that ends right before it and a
// verb of saying right behind it: "…,” one fisherman shouted".
func (f *finder) anybody(from, end int) (nlp.Source, bool) {
	np := nlp.Range{From: from, To: end}
	for np.Len() > 0 && (!f.d.Tokens[np.From].Word || joining[f.d.Lower(np.From)]) {
		np.From++
	}
	if np.Len() == 0 || np.Len() > 8 || !f.hasWord(np) || prepositions[f.d.Lower(np.From)] || !f.d.Tokens[np.To-1].Word {
		return nlp.Source{}, false
	}
	switch f.d.Lower(np.From) {
	case "i", "you", "we", "it", "this", "that", "these", "those", "which", "what", "as", "to", "there", "he", "she":
		return nlp.Source{}, false
	}
	for i := np.From; i < np.To; i++ {
		if w := f.d.Lower(i); clauseVerbs[w] || w == "not" || w == "what" || w == "which" {
			return nlp.Source{}, false
		}
	}
	return nlp.Source{Kind: nlp.UnnamedSource, Span: f.d.SpanOf(f.withoutArticle(np))}, true
}

// finite are verb forms that cannot stand within a subject.
var finite = nlp.WordSet("is are was were will would can could should must may might am")

func (f *finder) actorIn(r nlp.Range) bool {
	for i := r.From; i < r.To; i++ {
		if f.person[i] > 0 || f.nameOf[i] > 0 || f.placeOf[i] > 0 || nlp.RoleNoun(f.d.Lower(i)) {
			return true
		}
	}
	return false
}

func (f *finder) actorEnds(i int) bool {
	return i >= 0 && f.actorIn(nlp.Range{From: i, To: i + 1})
}

// participle reports whether a participle that tells more of the noun before it stands at token i: "a diplomat briefed on the matter".
func (f *finder) participle(i int) bool {
	return f.d.Reading != nil && f.d.Reading.Relations[i] == "acl"
}

// subjectAfter returns the source whose noun phrase begins behind the verb at token c, as in `…,” said NAME`, and the
// token behind it.
func (f *finder) subjectAfter(c int, u unit) (src nlp.Source, to int, ok bool) {
	d := f.d
	to = c + 1
	for to < u.To && f.quoteOf[to] == 0 {
		w := d.Lower(to)
		if w == "," || w == "." || w == ";" || w == ":" || w == "—" || w == "–" || w == "!" || w == "?" || w == "(" ||
			to > c+1 && f.person[to] == 0 && f.nameOf[to] == 0 && !f.inTitle[to] && (finite[w] || w == "who" || w == "that" || w == "when" ||
				w == "after" || w == "as" || w == "during" || w == "while" || w == "before" || nlp.Weekday(w) || w == "on" && !f.participle(to-1)) {
			break
		}
		to++
	}
	src, ok = f.resolve(nlp.Range{From: c + 1, To: to})
	return src, to, ok
}
