package attribution

import (
	"slices"
	"strings"

	"graphload/internal/nlp"
)

// audiences are nouns of those who listen, besides bodies and words for human beings.
var audiences = nlp.WordSet(`crowd audience nation public press media gathering congregation class jury inquiry newspaper broadcaster paper channel
	magazine network podcast website radio television tv parliament congress senate hearing rally staff troops followers viewers readers
	listeners community communities markets mps peers meps cabinet state house assembly kingdom world country bodies`)

// tellable are what is told, and no listeners: "told the truth".
var tellable = nlp.WordSet("story stories truth lie lies tale tales joke jokes secret secrets version time fact facts news thing things side")

// sources returns who the heads of noun phrases name to whom a statement was said, in order of the text, each once.
func (h *hearers) sources(heads []int, a *nlp.Attribution) []nlp.Source {
	var out []nlp.Source
	for _, head := range heads {
		all := []int{head}
		for n := 0; n < len(all); n++ { // "A, B and C", of which the tree may join each to the one before
			all = append(all, h.tree.Kids(all[n], "conj")...)
		}
		if k := h.joined(head, a); k >= 0 {
			all = append(all, k)
		}
		for _, k := range all {
			s, ok := h.source(k, head, a)
			if ok && !sameSource(s, a.Source) && !slices.ContainsFunc(out, func(o nlp.Source) bool { return sameSource(o, s) }) {
				out = append(out, s)
			}
		}
	}
	slices.SortStableFunc(out, func(x, y nlp.Source) int { return x.Span.Start - y.Span.Start })
	for i := len(out) - 2; i >= 0; i-- { // "local outlet NAME", which the tree takes for two
		if gap := h.d.Text[out[i].Span.End:out[i+1].Span.Start]; out[i].Kind == nlp.UnnamedSource && strings.TrimSpace(gap) == "" {
			out = slices.Delete(out, i, i+1)
		}
	}
	return out
}

// joined returns the head of a noun phrase that "and" joins to another one, where the tree joins it to the subject before the verb, or -1.
func (h *hearers) joined(head int, a *nlp.Attribution) int {
	r := h.d.Reading
	and := h.phrase(head, a).To
	if and >= len(h.d.Tokens) || r.Relations[and] != "cc" || h.said(and, a) {
		return -1
	}
	if k := r.Heads[and]; k > and && r.Relations[k] == "conj" && r.Heads[k] < r.Heads[head] && r.Heads[head] < head && (r.Tags[k] == "NOUN" || r.Tags[k] == "PROPN") {
		return k
	}
	return -1
}

// sameSource reports whether two sources are the same actor, or the same words.
func sameSource(a, b nlp.Source) bool {
	if a.Kind == nlp.UnnamedSource || b.Kind == nlp.UnnamedSource {
		return a.Kind == b.Kind && a.Span.Overlaps(b.Span)
	}
	return a.Kind == b.Kind && a.Chain == b.Chain && a.Key == b.Key
}

// source returns whom the noun phrase of token k names, which a verb or a noun is addressed to by token head.
func (h *hearers) source(k, head int, a *nlp.Attribution) (s nlp.Source, ok bool) {
	d := h.d
	verb := d.Lower(d.Reading.Heads[head])
	cue := d.TokenAt(a.Cue.Start)
	if quoted := h.inWork[k] || h.quoteOf[k] != h.quoteOf[cue]; quoted { // "told the Harbour Channel's “Morning Tide”"
		if k = h.tree.Kid(k, "nmod:poss"); k < 0 || h.nameOf[k] == 0 || h.quoteOf[k] != h.quoteOf[cue] {
			return s, false
		}
	}
	if h.said(k, a) && !(head > cue && (requesting[verb] && h.tree.Case(head) == "" || appealing[verb] && h.tree.Case(head) != "")) {
		return s, false
	}
	if d.Reading.Tags[k] == "PRON" {
		return h.pronoun(k, a)
	}
	for _, beside := range h.tree.Kids(k, "appos") { // "asked by the council's lawyer, NAME"
		if h.nameOf[k] == 0 && h.person[beside] > 0 && h.nameOf[beside] > 0 {
			return nlp.Source{Kind: nlp.PersonSource, Chain: h.person[beside] - 1, Span: d.SpanOf(h.nameRange(beside))}, true
		}
	}
	who := h.partOf(k)
	np := h.phrase(k, a)
	np.To = max(np.To, who+1)
	s, ok = h.named(who, np, verb)
	if ok && sameSource(s, a.Source) && h.nameOf[k] == 0 { // "asked the mayor": another one than who asks
		s = nlp.Source{Kind: nlp.UnnamedSource, Span: d.SpanOf(h.withoutArticle(np))}
	}
	return s, ok
}

// pronoun returns whom a pronoun means. "Me" is who is quoted with it, "them" the newspaper in whose words it stands: "According to NAME,
// officials told them".
func (h *hearers) pronoun(k int, a *nlp.Attribution) (s nlp.Source, ok bool) {
	at := h.d.Tokens[k].Span
	if h.person[k] > 0 {
		return nlp.Source{Kind: nlp.PersonSource, Chain: h.person[k] - 1, Span: at}, true
	}
	w := h.d.Lower(k)
	first, others := w == "me" || w == "us", w == "them" || w == "it"
	if !first && !others {
		return s, false
	}
	for i := range h.d.Statements {
		o := &h.d.Statements[i]
		within := slices.ContainsFunc(o.Content, func(c nlp.Span) bool { return c.Contains(a.Cue) })
		if within && o != a && (first && h.quoteOf[k] > 0 || others && h.quoteOf[k] == 0 && o.Source.Kind == nlp.OrganizationSource) {
			s, ok = o.Source, true // of several the last one, which is the inner one
			if s.Kind == nlp.UnnamedSource && s.Text == "" {
				s.Text = h.d.Text[s.Span.Start:s.Span.End]
			}
			s.Span = at
		}
	}
	return s, ok
}

// named returns whom a noun phrase names, if its head means somebody to whom a verb can be said, or the verb needs a listener.
func (h *hearers) named(head int, np nlp.Range, verb string) (s nlp.Source, ok bool) {
	d := h.d
	tag := d.Reading.Tags[head]
	if !h.someone(head) && !(telling[verb] && (tag == "NOUN" || tag == "PROPN") && !tellable[d.Lower(head)]) {
		return s, false
	}
	if body, news := h.newsBody(np); news {
		return body, true
	}
	s, ok = h.resolve(np)
	if s.Kind == nlp.CountrySource && slices.ContainsFunc(h.words(np), func(w string) bool { return newsKinds[w] }) { // "Radio Downing Street"
		ok = false
	}
	if words := s.Span; !ok || words.Len() == 0 || s.Kind == nlp.UnnamedSource || partitives[d.Lower(np.From)] ||
		s.Kind == nlp.OrganizationSource && !words.Overlaps(d.Tokens[head].Span) && h.listens(head) {
		s = nlp.Source{Kind: nlp.UnnamedSource, Span: d.SpanOf(h.withoutArticle(np))}
	}
	return s, true
}

// rightBehind returns whom the noun phrase right behind a verb with a listener names, where the tree makes no object of it.
func (h *hearers) rightBehind(verb int, a *nlp.Attribution) []nlp.Source {
	d, r := h.d, h.d.Reading
	sentence := d.SentenceOf(verb)
	if !hearing[d.Lower(verb)] || r.Relations[verb] == "amod" || beForms[d.Lower(verb-1)] {
		return nil
	}
	if w := d.Lower(verb + 1); w == "me" || w == "us" || w == "him" || w == "them" {
		if s, ok := h.pronoun(verb+1, a); ok && !sameSource(s, a.Source) {
			return []nlp.Source{s}
		}
		return nil
	}
	np, source := nlp.Range{From: verb + 1, To: verb + 1}, d.RangeOf(a.Source.Span)
	for i := np.From; i < sentence.To && (i < source.From || i >= source.To) && h.quoteOf[i] == h.quoteOf[verb] && (!h.said(i, a) || requesting[d.Lower(verb)]) && h.within(i, np.From); i++ {
		if tag := r.Tags[i]; tag == "NOUN" || tag == "PROPN" {
			np.To = i + 1
		}
	}
	if np.Len() == 0 {
		return nil
	}
	head := np.To - 1
	np.To = max(np.To, h.phrase(head, a).To)
	s, ok := h.named(head, np, d.Lower(verb))
	if !ok || sameSource(s, a.Source) {
		return nil
	}
	return []nlp.Source{s}
}

// within reports whether token i may go on with a noun phrase that begins at token first, by its part of speech.
func (h *hearers) within(i, first int) bool {
	w := h.d.Lower(i)
	switch h.d.Reading.Tags[i] {
	case "NOUN", "PROPN", "ADJ", "NUM":
		return !nlp.Weekday(w) && !nlp.Month(w) && !periods[w] && w != "today" && w != "yesterday"
	case "DET", "PRON":
		return i == first
	case "PART", "PUNCT":
		return w == "'s" || w == "-"
	case "VERB":
		return h.d.Reading.Relations[i] == "amod"
	}
	return false
}

// newsKinds are nouns behind the name of those who bring news.
var newsKinds = nlp.WordSet("news agency magazine newspaper daily weekly broadcaster network channel website tabloid outlet television tv radio programme program")

// newsBody returns the organization whose name stands before what it is: "AFP news agency", "Harbour Post newspaper".
func (h *hearers) newsBody(np nlp.Range) (s nlp.Source, ok bool) {
	name := np.To
	for name > np.From && h.nameOf[name-1] == 0 && newsKinds[h.d.Lower(name-1)] {
		name--
	}
	if name == np.To || name == np.From || h.nameOf[name-1] == 0 {
		return s, false
	}
	n := h.d.Names[h.nameOf[name-1]-1]
	return nlp.Source{Kind: nlp.OrganizationSource, Key: h.d.BodyKey(n), Span: h.d.SpanOf(n.Range)}, n.Kind == nlp.OrganizationName && n.State == ""
}

// words returns the words of a range in lower case.
func (h *hearers) words(r nlp.Range) []string {
	var out []string
	for i := r.From; i < r.To; i++ {
		out = append(out, h.d.Lower(i))
	}
	return out
}

// partOf returns the noun for some of whom token k stands, "some of the miners", or k.
func (h *hearers) partOf(k int) int {
	if !partitives[h.d.Lower(k)] || h.d.Lower(k+1) != "of" {
		return k
	}
	for i := k + 2; i < k+6 && i < len(h.d.Tokens) && h.quoteOf[i] == h.quoteOf[k]; i++ {
		if tag := h.d.Reading.Tags[i]; (tag == "NOUN" || tag == "PROPN") && h.d.Reading.Relations[i] != "compound" {
			return i
		}
	}
	return k
}

// partitives are words for some of those who are named behind "of".
var partitives = nlp.WordSet("some one two three four five several many most all both each few half dozens hundreds thousands scores any")

// listens reports whether the head of a noun phrase means human beings and no body.
func (h *hearers) listens(k int) bool {
	w := h.d.Lower(k)
	return !membersOf[w] && (audiences[w] || nlp.Human(w) || nlp.Human(singular(w)))
}

// said reports whether token k is part of what was said.
func (h *hearers) said(k int, a *nlp.Attribution) bool {
	return slices.ContainsFunc(a.Content, func(c nlp.Span) bool { return c.Overlaps(h.d.Tokens[k].Span) })
}

// someone reports whether the head of a noun phrase names or means people, a body or a state.
func (h *hearers) someone(k int) bool {
	w := h.d.Lower(k)
	if papers[w] || documents[w] {
		return false
	}
	return h.person[k] > 0 || h.nameOf[k] > 0 || h.placeOf[k] > 0 || h.people(k) ||
		bodies[w] || bodies[singular(w)] || audiences[w] || stateNouns[w] || h.d.Reading.Tags[k] == "PROPN" && h.upper(k) && !nlp.Weekday(w) && !nlp.Month(w)
}

// phrase returns the noun phrase of token k without others that are joined to it and without the clauses, days and words said behind it.
func (h *hearers) phrase(k int, a *nlp.Attribution) nlp.Range {
	d, r := h.d, h.d.Reading
	sentence := d.SentenceOf(k)
	np := nlp.Range{From: k, To: k + 1}
	own := func(i int) bool {
		return sentence.Has(i) && h.quoteOf[i] == h.quoteOf[k] && h.under(i, k) && (r.Tags[i] != "PUNCT" || d.Word(i) == "-") && !(h.said(i, a) && !h.said(k, a))
	}
	for own(np.From-1) && r.Tags[np.From-1] != "ADP" && r.Relations[np.From-1] != "cc" {
		np.From--
	}
	for own(np.To) {
		w, next := d.Lower(np.To), d.Lower(np.To+1)
		rel := h.tree.Relation(np.To)
		if rel == "cc" || rel == "conj" || rel == "mark" || rel == "acl" || w == "who" || w == "that" || w == "which" || r.Tags[np.To] == "AUX" || nlp.Weekday(w) ||
			rel == "case" && (nlp.Weekday(next) || nlp.Month(next) || isNumber(next) || w == "after" || w == "during" || w == "before" || w == "about") {
			break
		}
		np.To++
	}
	if h.nameOf[k] > 0 {
		np.To = max(np.To, d.Names[h.nameOf[k]-1].To)
	}
	return np
}
