package attribution

import (
	"strings"

	"graphload/internal/nlp"
)

// A subject may name several people and only one of them speaks: in "NAME, head of the NAME Foundation," the first, in "NAME's adviser
// for the coast, NAME," the second, in "supporters of NAME" none.

// headed returns who speaks by the head of the noun phrase that is the source of a cue, where the rules took somebody whom the phrase
// names elsewhere; else the source as it was.
func (f *finder) headed(src nlp.Source, cue nlp.Range) nlp.Source {
	if f.d.Reading == nil || src.Kind == nlp.UnnamedSource || src.Span.Len() == 0 || cue.Len() == 0 {
		return src
	}
	at := f.d.RangeOf(src.Span)
	if src.Kind != nlp.PersonSource {
		return f.behindRelative(src, at, cue)
	}
	if f.nameOf[at.To-1] == 0 {
		return src
	}
	for _, np := range []nlp.Range{f.seenSource(cue.From), f.subjectOf(cue)} {
		if np.Len() <= at.Len() || !np.Has(at.From) || f.quotes(np) {
			continue
		}
		head, comma := f.headAndComma(np, at.From)
		if comma >= at.From || papers[f.d.Lower(head)] {
			return src
		}
		front := nlp.Range{From: np.From, To: comma}
		if who := f.personAt(head, front); who.Len() > 0 {
			if who.To > comma || f.coordinated(at, head) {
				return src
			}
			return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[who.From] - 1, Span: f.d.SpanOf(who)}
		}
		beside := comma + 1
		for beside < at.From && f.inTitle[beside] {
			beside++
		}
		if w := f.d.Lower(head); beside == at.From || nlp.RoleNoun(w) || nlp.Human(w) || !f.partOfOther(at, head) { // "a spokesman for the ministry, NAME,"
			return src
		}
		return f.byFront(front)
	}
	return src
}

// behindRelative returns one human being whom a relative clause tells more of, where the rules took a state or a body that the clause ends
// with: "the former miner, who grew up in Norway, said".
func (f *finder) behindRelative(src nlp.Source, at, cue nlp.Range) nlp.Source {
	np := f.subjectOf(cue)
	if np.Len() <= at.Len() || !np.Has(at.From) || f.quotes(np) {
		return src
	}
	head, comma := f.headAndComma(np, at.From)
	w := f.d.Lower(head)
	if comma+1 >= at.From || f.d.Lower(comma+1) != "who" && f.d.Lower(comma+1) != "whose" || !nlp.Human(w) && !nlp.RoleNoun(w) && f.person[head] == 0 {
		return src
	}
	return f.byFront(nlp.Range{From: np.From, To: comma})
}

// headAndComma returns the head of a noun phrase, and the first comma behind it before token to, or to.
func (f *finder) headAndComma(np nlp.Range, to int) (head, comma int) {
	head = f.headOfPhrase(np)
	comma = head + 1
	for comma < to && f.d.Word(comma) != "," {
		comma++
	}
	return head, comma
}

// byFront returns the source that the front of a noun phrase names, by its words alone where it names nobody known.
func (f *finder) byFront(front nlp.Range) nlp.Source {
	if out, ok := f.resolve(front); ok {
		return out
	}
	return nlp.Source{Kind: nlp.UnnamedSource, Span: f.d.SpanOf(f.withoutArticle(front))}
}

// headOfPhrase returns the first word of a noun phrase whose governor stands outside of it and that is no preposition.
func (f *finder) headOfPhrase(np nlp.Range) int {
	r := f.d.Reading
	for i := np.From; i < np.To; i++ {
		if h := r.Heads[i]; (h == i || !np.Has(h)) && r.Tags[i] != "ADP" && r.Tags[i] != "PUNCT" && r.Tags[i] != "DET" {
			return i
		}
	}
	return np.From
}

// personAt returns the name of the person whom the head of a noun phrase names, or a name that is put beside it, or an empty range.
func (f *finder) personAt(head int, np nlp.Range) nlp.Range {
	r := f.d.Reading
	named := func(i int) bool { return f.person[i] > 0 && f.nameOf[i] > 0 && !f.attribute(f.nameRange(i).To, np) }
	if named(head) && np.Has(head) {
		return f.nameRange(head)
	}
	if !nlp.RoleNoun(f.d.Lower(head)) && !nlp.Human(f.d.Lower(head)) && !f.inTitle[head] {
		return nlp.Range{}
	}
	for i := np.From; i < np.To; i++ {
		if rel := r.Relations[i]; r.Heads[i] == head && (rel == "appos" || strings.HasPrefix(rel, "flat") || rel == "nmod:desc") && named(i) {
			return f.nameRange(i)
		}
	}
	return nlp.Range{}
}

// coordinated reports whether "and" joins a name to the head of its noun phrase: both speak.
func (f *finder) coordinated(name nlp.Range, head int) bool {
	r := f.d.Reading
	for i := name.From; i < name.To; i++ {
		if r.Relations[i] == "conj" && r.Heads[i] == head {
			return true
		}
	}
	return false
}

// partOfOther reports whether a name stands below the head of a noun phrase as what that is of, or in a clause about it: "NAME's
// supporters", "the cabal, which includes NAME".
func (f *finder) partOfOther(name nlp.Range, head int) bool {
	r := f.d.Reading
	i := name.From
	for name.Has(r.Heads[i]) && r.Heads[i] != i {
		i = r.Heads[i]
	}
	for n := 0; n < 12 && i != head; n++ {
		switch rel := r.Relations[i]; {
		case rel == "nmod:poss", rel == "nmod", strings.HasPrefix(rel, "acl"):
			return true
		case r.Heads[i] == i:
			return false
		}
		i = r.Heads[i]
	}
	return false
}
