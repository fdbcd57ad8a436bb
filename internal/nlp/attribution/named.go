package attribution

import (
	"strings"

	"graphload/internal/nlp"
)

// nameWithin returns the person whose name stands behind an office and what it is of where more words follow: "president of the federation
// NAME in an interview". One named right behind "of", with or without a title, is somebody else: "a friend of President NAME".
func (f *finder) nameWithin(core, whole nlp.Range) (src nlp.Source, ok bool) {
	d := f.d
	head := d.Lower(core.To - 1)
	if w := d.Lower(core.To); core.To >= whole.To || w != "of" && w != "for" || !nlp.Office(head) && !nlp.Human(head) && !nlp.RoleNoun(head) || strings.HasSuffix(head, "s") {
		return src, false
	}
	for i := core.To + 1; i < whole.To; i++ {
		if w := d.Word(i); w == "," || w == "—" || w == "–" || w == ";" || w == ":" || f.quoteOf[i] > 0 || finite[d.Lower(i)] {
			return src, false
		}
		if f.person[i] == 0 || f.nameOf[i] == 0 {
			continue
		}
		name := f.nameRange(i)
		from := name.From
		for from > core.To && f.inTitle[from-1] {
			from--
			if spokesNouns[head] || relational[head] || nlp.Spokesperson(head) { // "a spokeswoman for the union's chief NAME"
				return src, false
			}
		}
		before := d.Lower(from - 1)
		if from-1 <= core.To && !f.inTitle[core.To] || from > core.To && (prepositions[before] || nlp.Human(before) || before == "and" || before == "or" || before == "'s" || before == "the" || before == "a" || before == "an") ||
			d.Lower(name.To) == "'s" {
			return src, false
		}
		return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[i] - 1, Span: d.SpanOf(f.withoutArticle(nlp.Range{From: whole.From, To: name.To}))}, true
	}
	return src, false
}

// bareOffice reports whether a noun phrase is an office of one human being without an article, as newspapers of many countries print
// it: "Crown prince said", "Foreign Minister said".
func (f *finder) bareOffice(np nlp.Range) bool {
	d := f.d
	core := f.coreOf(np)
	if core.Len() == 0 || core.To < np.To || !f.upper(core.From) {
		return false
	}
	head := d.Lower(core.To - 1)
	if !nlp.Office(head) || nlp.FormOfAddress(head) || unspecific[head] || strings.HasSuffix(head, "s") || f.person[core.To-1] > 0 && f.nameOf[core.To-1] > 0 {
		return false
	}
	if w := d.Lower(core.From); w == "a" || w == "an" || w == "one" || w == "his" || w == "her" || w == "its" || w == "their" || others[w] {
		return false
	}
	before := d.Lower(core.From - 1)
	return core.From == f.units[f.unitOf[core.From]].From || f.quoteOf[core.From-1] > 0 || before == "," || prepositions[before] || d.Reading != nil && d.Reading.Tags[core.From-1] != "DET" && !f.upper(core.From-1) && before != "'s"
}

// bySurname returns the person whom the text named in full before and whose surname, which is also the name of a town or a newspaper, is all of
// a noun phrase but for an office before it: "Lagos wrote" of Ricardo Lagos; or -1.
func (f *finder) bySurname(np nlp.Range) int {
	last := np.To - 1
	if f.person[last] > 0 || f.placeOf[last] == 0 && f.nameOf[last] == 0 || !f.upper(last) || f.d.Lower(np.From) == "the" || f.d.Lower(np.From-1) == "the" {
		return -1
	}
	for i := np.From; i < last; i++ {
		if w := f.d.Lower(i); !nlp.Office(w) && !nlp.OfficeModifier(w) {
			return -1
		}
	}
	for p, c := range f.d.People {
		if n := len(c.Words); n > 1 && c.Words[n-1] == f.d.Word(last) && f.lastNamed(p, last) >= 0 {
			return p
		}
	}
	return -1
}
