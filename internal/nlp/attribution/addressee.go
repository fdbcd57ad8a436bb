package attribution

import (
	"slices"
	"strings"

	"graphload/internal/nlp"
)

// The addressee is who stands in the tree of a cue where FrameNet's frames Telling, Statement, Questioning and Request have theirs: as the
// object of "tell" or "ask", behind "to" with "say", behind what was said on, "in a letter to the board", and in a clause beside the cue,
// "Speaking to reporters".

// addressees fills in to whom the statements were said, where the text names them.
func (f *finder) addressees() {
	t := nlp.NewTree(f.d)
	if t == nil {
		return
	}
	h := hearers{finder: f, tree: t}
	for i := range f.d.Statements {
		a := &f.d.Statements[i]
		if a.Cue.Len() == 0 {
			continue
		}
		a.Addressees = h.of(a)
		for k := range a.Addressees {
			h.sameOutlet(&a.Addressees[k])
		}
	}
}

// sameOutlet makes "the paper" the one to which something was said before.
func (h *hearers) sameOutlet(s *nlp.Source) {
	r := h.d.RangeOf(s.Span)
	switch w := h.d.Lower(r.To - 1); {
	case s.Kind == nlp.OrganizationSource:
		h.outlet = *s
	case s.Kind == nlp.UnnamedSource && r.Len() == 1 && outlets[w] && h.d.Lower(r.From-1) == "the" && h.outlet.Kind != nlp.NoSource:
		s.Kind, s.Key = h.outlet.Kind, h.outlet.Key
	}
}

type hearers struct {
	*finder
	tree   *nlp.Tree
	outlet nlp.Source // the body to which something was said last
}

// of returns the addressees of one statement.
func (h *hearers) of(a *nlp.Attribution) []nlp.Source {
	cue := h.d.RangeOf(a.Cue)
	verb := h.verbOf(cue)
	heads := h.byVerb(verb)
	if k := h.askedOf(verb); k >= 0 {
		heads = append(heads, k)
	}
	for i := cue.From; i < cue.To; i++ {
		if i != verb {
			heads = append(heads, h.behind(i)...)
		}
	}
	out := h.sources(heads, a)
	if len(out) == 0 {
		out = h.rightBehind(verb, a)
	}
	if len(out) == 0 {
		out = h.sources(h.onOccasion(cue, a), a)
	}
	if up := h.told(verb); len(out) == 0 && up >= 0 {
		if out = h.sources(h.byVerb(up), a); len(out) == 0 {
			out = h.rightBehind(up, a)
		}
	}
	return out
}

// onOccasion returns the heads of those who are named with an occasion that stands right behind a cue or opens its sentence, where the tree
// joins it to another verb: "… said in an interview with NAME".
func (h *hearers) onOccasion(cue nlp.Range, a *nlp.Attribution) []int {
	const behind, ahead = 8, 7
	s := h.d.SentenceOf(cue.From)
	in := func(r nlp.Range) []int {
		for i := r.From; i < min(r.To, s.To) && h.quoteOf[i] == h.quoteOf[cue.From] && !h.said(i, a) && h.d.Word(i) != ","; i++ {
			if found := h.behind(i); len(found) > 0 && h.tree.Relation(i) == "obl" && slices.Contains([]string{"in", "during", "at"}, h.tree.Case(i)) {
				return found
			}
		}
		return nil
	}
	if found := in(nlp.Range{From: cue.To, To: cue.To + behind}); len(found) > 0 {
		return found
	}
	return in(nlp.Range{From: s.From, To: min(cue.From, s.From+ahead)})
}

// askedOf returns the subject that a participle has from the verb that it stands beside, or -1: "Asked by NAME whether she would go, NAME
// said", "NAME was called in and told that".
func (h *hearers) askedOf(verb int) int {
	up := h.d.Reading.Heads[verb]
	if !hearing[h.d.Lower(verb)] || up == verb || h.tree.Kid(verb, "nsubj") >= 0 || h.tree.Kid(verb, "obj", "iobj") >= 0 {
		return -1
	}
	switch h.tree.Relation(verb) {
	case "advcl":
		for _, k := range h.tree.Kids(verb, "obl") {
			if h.tree.Case(k) == "by" {
				return h.tree.Kid(up, "nsubj")
			}
		}
	case "conj":
		return h.tree.Kid(up, "nsubj:pass")
	}
	return -1
}

// told returns the verb before a verb of saying that tells to whom both are said, or -1: "told reporters …, adding that", "phoned the
// minister to say".
func (h *hearers) told(verb int) int {
	up := h.d.Reading.Heads[verb]
	w := h.d.Lower(up)
	if kind := nlp.Attitude(h.d.Lower(verb)); kind != nlp.NoAttitude && kind != nlp.Topic { // "told reporters …, hoping that"
		return -1
	}
	if up >= verb || h.tree.Kid(verb, "nsubj") >= 0 || h.quoteOf[up] != h.quoteOf[verb] || requesting[w] {
		return -1
	}
	_, says := nlp.Reporting(w)
	says = says && nlp.Attitude(w) != nlp.Judgement
	switch h.tree.Relation(verb) {
	case "conj":
		if hearing[w] {
			return up
		}
	case "advcl", "xcomp":
		if says || calling[w] && h.tree.Kid(verb, "mark") >= 0 {
			return up
		}
	}
	return -1
}

// toSay reports whether a verb of getting in touch has one of saying as what it was for: "phoned the minister to say".
func (h *hearers) toSay(verb int) bool {
	return calling[h.d.Lower(verb)] && slices.ContainsFunc(h.tree.Kids(verb, "advcl", "xcomp"), func(k int) bool {
		v, ok := nlp.Reporting(h.d.Lower(k))
		return ok && v.Class <= nlp.Notes
	})
}

// byVerb returns the heads of the noun phrases that a verb of saying is addressed to.
func (h *hearers) byVerb(verb int) []int {
	d, t := h.d, h.tree
	var found []int
	w := d.Lower(verb)
	for _, k := range t.Of(verb) {
		switch t.Relation(k) {
		case "iobj", "obj":
			if hearing[w] || h.toSay(verb) {
				found = append(found, k)
			}
		case "nsubj":
			if hearing[w] && d.Reading.Relations[k] == "nsubj:pass" {
				found = append(found, k)
			}
		case "obl":
			found = append(found, h.byPreposition(w, k)...)
		case "advcl":
			if beside[d.Lower(k)] {
				found = append(found, h.besideCue(k)...)
			}
		}
	}
	return found
}

// byPreposition returns the heads of those to whom something is said by what stands behind a preposition that depends on a verb.
func (h *hearers) byPreposition(verb string, k int) []int {
	switch h.tree.Case(k) {
	case "to":
		if w := h.d.Lower(h.tree.Kid(k, "case") - 1); !complexTo[w] {
			return []int{k}
		}
	case "on", "upon":
		if appealing[verb] && h.tree.Kid(h.d.Reading.Heads[k], "xcomp") >= 0 {
			return []int{k}
		}
	case "at":
		if shouting[verb] {
			return []int{k}
		}
	case "of":
		if verb == "demanded" || verb == "asked" {
			return []int{k}
		}
	case "before":
		if strings.HasPrefix(verb, "testif") || benches[h.d.Lower(k)] {
			return []int{k}
		}
	case "with":
		if verb == "joked" || verb == "pleaded" || verb == "shared" || h.conversed(k) {
			return []int{k}
		}
	}
	return h.behind(k)
}

// conversed reports whether the verb of a token behind "with" has a conversation before it: "said in an interview on Monday with NAME".
func (h *hearers) conversed(k int) bool {
	for _, o := range h.tree.Kids(h.d.Reading.Heads[k], "obl") {
		if o < k && k < o+6 && conversations[h.d.Lower(o)] && h.tree.Case(o) == "in" {
			return true
		}
	}
	return false
}

// behind returns the heads of those who are named behind a noun of what is said: "a letter to the board", "an interview with NAME".
func (h *hearers) behind(k int) []int {
	w := h.d.Lower(k)
	said, talked := occasions[w], conversations[w]
	if !said && !talked || h.tree.Case(k) == "to" {
		return nil
	}
	var found []int
	for _, n := range h.tree.Kids(k, "nmod", "obl") {
		if c := h.tree.Case(n); c == "to" || talked && c == "with" || said && c == "before" {
			found = append(found, n)
		}
	}
	return found
}

// besideCue returns the heads of those who are spoken to in a clause beside a cue, "Speaking to reporters", or who asked, "Asked by NAME".
func (h *hearers) besideCue(verb int) []int {
	var found []int
	w := h.d.Lower(verb)
	asked := !strings.HasSuffix(w, "ing")
	for _, k := range h.tree.Kids(verb, "obj", "obl") {
		c := h.tree.Case(k)
		switch {
		case asked:
			if c == "by" {
				found = append(found, k)
			}
		case h.tree.Relation(k) == "obj":
			if w == "addressing" || w == "briefing" || w == "answering" || w == "telling" || w == "lecturing" {
				found = append(found, k)
			}
		case c == "to" || c == "with" || c == "before":
			found = append(found, k)
		default:
			found = append(found, h.behind(k)...)
		}
	}
	return found
}
