package attribution

import (
	"slices"
	"strings"

	"graphload/internal/nlp"
)

// seen adds the attributions that the encoder saw where the rules found none.
func (f *finder) seen() {
	d := f.d
	if d.Reading == nil {
		return
	}
	found := make([]bool, len(d.Tokens))
	for _, a := range f.out {
		for _, c := range a.Content {
			r := d.RangeOf(c)
			for i := r.From; i < r.To; i++ {
				found[i] = true
			}
		}
	}
	for _, c := range d.Reading.Claims {
		c, pronoun := f.sourced(c)
		if f.overlaps(c, found) || !f.states(c) || f.pullQuote(c) {
			continue
		}
		f.keep(f.voiced(c), pronoun)
	}
}

// sourced returns a claim with its own parts of the content and with its source: the one that the encoder saw, or the subject of the cue,
// or the noun phrase for which "who" stands; also the words that the encoder took for the source, or that the tree gives it.
func (f *finder) sourced(c nlp.Claim) (nlp.Claim, nlp.Range) {
	if f.far(c) {
		c.Source = f.subjectOf(c.Cue)
	}
	if c.Source.Len() == 0 && c.Cue.Len() > 0 {
		if src, ok := f.governor(f.verbOf(c.Cue)); ok && src.Span.Len() > 0 {
			c.Source = f.d.RangeOf(src.Span)
		}
	}
	words := c.Source
	if who := f.antecedent(c.Source, f.verbOf(c.Cue)); who.Len() > 0 {
		c.Source = who
	}
	c.Content = f.ownParts(c)
	return f.liking(c), words
}

// keep adds a claim's attribution, and returns its index, or -1 where nothing is left of it. The words name the source in the text.
func (f *finder) keep(c nlp.Claim, words nlp.Range) int {
	d := f.d
	src, ok := f.resolve(c.Source)
	if !ok {
		src = nlp.Source{Kind: nlp.UnnamedSource, Span: d.SpanOf(c.Source)}
	}
	if c.Source != words && src.Kind != nlp.UnnamedSource {
		src.Span = d.SpanOf(words)
	}
	at, title := -1, d.SentenceOf(c.Cue.From).Title
	for _, r := range c.Content {
		r.From = max(r.From, f.units[f.unitOf[r.From]].From) // behind a place line
		if f.heardBy(r, c.Cue) {
			r.From++
		}
		if r = f.trimmed(r); f.asToldTo(r) {
			continue
		}
		switch {
		case r.Len() == 0 || r.From >= c.Source.From && r.To <= c.Source.To || d.SentenceOf(r.From).Title != title:
		case at < 0:
			at = f.add(src, c.Cue, r, f.unitOf[r.From])
		default:
			f.extend(at, r)
		}
	}
	if at >= 0 {
		f.quotesOn(at, c)
	}
	return at
}

// heardBy reports whether a content begins with the pronoun of whom it is told to: "will tell | you the road is safe".
func (f *finder) heardBy(r, cue nlp.Range) bool {
	read := f.d.Reading
	v, ok := nlp.Reporting(f.d.Lower(f.verbOf(cue)))
	if rel := read.Relations[r.From]; !ok || v.Class != nlp.Tells && v.Class != nlp.Asks || r.Len() < 4 || read.Tags[r.From] != "PRON" || rel != "obj" && rel != "iobj" {
		return false
	}
	return read.Heads[r.From] == f.verbOf(cue) && read.Tags[r.From+1] != "PART"
}

// objectForms are personal pronouns in the form of an object.
var objectForms = nlp.WordSet("me us you him her them it")

// asToldTo reports whether words only point back at what somebody was told to do: "as NAME urged her to do".
func (f *finder) asToldTo(r nlp.Range) bool {
	d := f.d
	return r.Len() > 2 && objectForms[d.Lower(r.From)] && d.Lower(r.From+1) == "to" && d.Lower(r.From+2) == "do" && d.Reading.Tags[r.From+3] != "DET" && d.Lower(r.From+3) != "so"
}

// quotesOn adds to a quotation before its cue the one that follows the cue: “The sea,” as NAME put it, “gives and takes.”
func (f *finder) quotesOn(at int, c nlp.Claim) {
	last := c.Content[len(c.Content)-1]
	if c.Cue.Len() == 0 || last.To > c.Cue.From || f.quoteOf[last.From] == 0 || f.d.Word(c.Cue.From-1) == "." {
		return
	}
	un, next := f.units[f.unitOf[last.From]], c.Cue.To
	if w := f.d.Lower(next); w == "it" || w == "this" {
		next++
	}
	if q := f.quoteBehind(next, un); q >= 0 && f.claimed[f.quoteOf[q]-1] == 0 {
		f.extend(at, nlp.Range{From: q, To: f.quoteTo(q, un)})
	}
}

// liking returns a claim whose cue has the infinitive that the encoder took for a part of the content: “…,” NAME likes to say, “…”.
func (f *finder) liking(c nlp.Claim) nlp.Claim {
	for n, r := range c.Content {
		v, ok := nlp.Reporting(f.d.Lower(r.From + 1))
		if !ok || v.Class > nlp.Tells || r.From != c.Cue.To || f.d.Lower(r.From) != "to" || n == 0 || r.Len() > 2 && f.d.Word(r.From+2) != "," {
			continue
		}
		c.Content, c.Cue.To = slices.Clone(c.Content), r.From+2
		if c.Content[n].From = min(r.From+3, r.To); c.Content[n].Len() == 0 || r.Len() == 2 {
			c.Content = slices.Delete(c.Content, n, n+1)
		}
		break
	}
	return c
}

// ownParts returns a claim's content without the parts that the encoder linked to the wrong cue: those without quotation marks in another
// sentence than the cue, where it has some in its own.
func (f *finder) ownParts(c nlp.Claim) []nlp.Range {
	if c.Cue.Len() == 0 || len(c.Content) < 2 {
		return c.Content
	}
	beside := func(r nlp.Range) bool { return f.d.Tokens[r.From].Sentence == f.d.Tokens[c.Cue.From].Sentence }
	if !slices.ContainsFunc(c.Content, beside) {
		return c.Content
	}
	return slices.DeleteFunc(slices.Clone(c.Content), func(r nlp.Range) bool { return !beside(r) && !f.quotes(r) })
}

// voicing are verbs whose object is what is said.
var voicing = nlp.WordSet("express expresses expressed expressing voice voices voiced voicing convey conveys conveyed conveying")

// voiced gives the noun behind such a verb to the content, where the encoder made it part of the cue: "voiced opposition to".
func (f *finder) voiced(c nlp.Claim) nlp.Claim {
	verb := c.Cue.To
	for i := c.Cue.From; i < c.Cue.To; i++ {
		if voicing[f.d.Lower(i)] && f.d.Reading.Tags[i] == "VERB" {
			verb = i
		}
	}
	if last := c.Cue.To - 1; verb < last && c.Content[0].From == c.Cue.To && f.d.Reading.Tags[last] == "ADP" {
		content := append([]nlp.Range{{From: verb + 1, To: c.Content[0].To}}, c.Content[1:]...)
		c.Cue.To, c.Content = verb+1, content
	}
	return c
}

// far reports whether a claim has no source, or one that another paragraph's cue, or the headline, can hardly lend it.
func (f *finder) far(c nlp.Claim) bool {
	if c.Source.Len() == 0 || c.Cue.Len() == 0 {
		return c.Source.Len() == 0
	}
	source, cue := f.d.SentenceOf(c.Source.From), f.d.SentenceOf(c.Cue.From)
	return source.Title != cue.Title || cue.Paragraph-source.Paragraph > 1 || source.Paragraph-cue.Paragraph > 1
}

// verbOf returns the first verb of a cue, or its first token.
func (f *finder) verbOf(cue nlp.Range) int {
	for i := cue.From; i < cue.To; i++ {
		if f.d.Reading.Tags[i] == "VERB" {
			return i
		}
	}
	return cue.From
}

// antecedent returns the noun phrase for which the "who" stands that is a verb's subject: "the premiers, who say".
func (f *finder) antecedent(source nlp.Range, verb int) nlp.Range {
	r := f.d.Reading
	if w := f.d.Lower(source.From); source.Len() != 1 || w != "who" {
		return nlp.Range{}
	}
	if r.Relations[verb] != "acl:relcl" {
		k := source.From - 1
		if f.d.Word(k) == "," {
			k--
		}
		if k >= 0 && f.person[k] > 0 && f.nameOf[k] > 0 { // "NAME, who says", where the tree is broken
			return f.nameRange(k)
		}
		return nlp.Range{}
	}
	head := r.Heads[verb]
	np := nlp.Range{From: head, To: head + 1}
	for np.From > 0 && r.Heads[np.From-1] == head && r.Tags[np.From-1] != "PUNCT" && r.Tags[np.From-1] != "ADP" {
		np.From--
	}
	for np.To < source.From && r.Relations[np.To] == "flat" && r.Heads[np.To] == head {
		np.To++
	}
	return np
}

// subjectOf returns the words of the subject that a verb of the cue has in its sentence's tree, empty where it has none.
func (f *finder) subjectOf(cue nlp.Range) nlp.Range {
	if cue.Len() == 0 {
		return nlp.Range{}
	}
	d := f.d
	s := d.SentenceOf(cue.From)
	for i := s.From; i < s.To; i++ {
		if d.Reading.Relations[i] != "nsubj" || strings.HasSuffix(d.Lower(d.Reading.Heads[i]), "ing") || !cue.Has(d.Reading.Heads[i]) || d.Reading.Tags[i] == "PRON" && d.Lower(i) != "he" && d.Lower(i) != "she" {
			continue
		}
		r := nlp.Range{From: i, To: i + 1}
		for r.From > s.From && f.under(r.From-1, i) {
			r.From--
		}
		for r.To < s.To && f.under(r.To, i) {
			r.To++
		}
		for r.To > i+1 && !d.Tokens[r.To-1].Word {
			r.To--
		}
		return r
	}
	return nlp.Range{}
}

// under reports whether token i depends on token head, directly or through others.
func (f *finder) under(i, head int) bool {
	for n := 0; n < longestUnit; n++ {
		if i == head {
			return true
		}
		h := f.d.Reading.Heads[i]
		if h == i {
			return false
		}
		i = h
	}
	return false
}

func (f *finder) overlaps(c nlp.Claim, found []bool) bool {
	for _, r := range c.Content {
		for i := r.From; i < r.To; i++ {
			if q := f.quoteOf[i]; found[i] || q > 0 && f.claimed[q-1] > 0 {
				return true
			}
		}
	}
	return false
}

// pullQuote reports whether a claim is a quotation that prints words of another one again.
func (f *finder) pullQuote(c nlp.Claim) bool {
	q := f.quoteOf[c.Content[0].From]
	return q > 0 && f.repeats(q-1)
}

// clausal reports whether words are a clause rather than a thing: their head in the tree, the word whose governor stands
// outside of them, is a verb, or has what a clause has, a subject or a copula.
func (f *finder) clausal(content []nlp.Range) bool {
	d := f.d
	inside := func(i int) bool {
		for _, r := range content {
			if r.Has(i) {
				return true
			}
		}
		return false
	}
	for _, r := range content {
		for i := r.From; i < r.To; i++ {
			h := d.Reading.Heads[i]
			if h == i || !inside(h) {
				if tag := d.Reading.Tags[i]; tag == "VERB" || tag == "AUX" {
					return true
				}
				continue
			}
			rel := d.Reading.Relations[i]
			if g := d.Reading.Heads[h]; (rel == "cop" || rel == "nsubj") && (g == h || !inside(g)) {
				return true
			}
		}
	}
	return false
}

// trimmed leaves out what opens a content and is no part of it ("that", a comma) and a full stop or comma at its end.
func (f *finder) trimmed(r nlp.Range) nlp.Range {
	d := f.d
	for r.Len() > 0 {
		if w := d.Lower(r.From); w != "that" && w != "whether" && w != "," && w != ":" || f.points(r.From) {
			break
		}
		r.From++
	}
	for r.Len() > 0 {
		if w := d.Lower(r.To - 1); w != "." && w != "," && w != ";" {
			break
		}
		r.To--
	}
	return r
}
