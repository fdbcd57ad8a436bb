package attribution

import (
	"slices"
	"strings"

	"graphload/internal/nlp"
)

var (
	outlets  = nlp.WordSet("agency newspaper broadcaster channel outlet station paper daily network website magazine")
	epithets = nlp.WordSet("diplomat official envoy leader lawmaker legislator parliamentarian politician statesman negotiator spokesman spokeswoman spokesperson governor chairman ceo")
	// readouts are papers of whoever spoke last.
	readouts = nlp.WordSet("readout communique communiqué")
	// offices name whoever of those that spoke before holds them.
	offices = nlp.WordSet("minister president premier chancellor secretary ambassador commissioner mayor senator general chief head director")
)

// again resolves "the agency", "the senior diplomat", "it" and "they" to the organization, the person or the state that spoke
// last, and reports whether it has.
func (f *finder) again(s *nlp.Source, np nlp.Range, before []int) bool {
	core := f.coreOf(np)
	if core.Len() == 0 || core.To < np.To {
		return false
	}
	head := f.d.Lower(core.To - 1)
	if strings.HasSuffix(head, "-year-old") || head == "old" && core.Len() > 2 {
		return f.aged(s, np, before)
	}
	pronoun := core.Len() == 1 && (head == "it" || head == "they")
	if !pronoun && !f.definite(np) {
		return false
	}
	u := f.unitOf[np.From]
	if pronoun && s.Kind == nlp.UnnamedSource && f.clauseAbove(s, np) {
		return true
	}
	for k := len(before) - 1; k >= 0; k-- {
		a := f.out[before[k]]
		last := a.Source
		switch {
		case u-a.unit > 4:
			return pronoun && (f.subjectAgain(s, u) || f.severalAgain(s, np))
		case pronoun:
			if u-a.unit > 1 && f.subjectAgain(s, u) {
				return true
			}
			if last.Kind == nlp.UnnamedSource && f.theirs(s, np, last) {
				return true
			}
			if s.Kind == nlp.UnnamedSource && s.Text != "" && last.Kind != nlp.UnnamedSource && last.Span.Len() > 0 && s.Text == f.saidOf(last) {
				s.Kind, s.Key, s.Chain, s.Text = last.Kind, last.Key, last.Chain, "" // who they are has been found since
				return true
			}
			if last.Kind == nlp.PersonSource || last.Kind == nlp.UnnamedSource || s.Kind == nlp.CountrySource {
				return f.severalAgain(s, np)
			}
		case outlets[head]:
			if last.Kind != nlp.OrganizationSource || strings.EqualFold(last.Key, head) {
				continue
			}
		case epithets[head], offices[head]:
			if last.Kind != nlp.PersonSource {
				if f.newOne(f.d.RangeOf(last.Span), head) { // "a diplomat said. … the diplomat said"
					s.Kind, s.Key, s.Text = last.Kind, last.Key, f.saidOf(last)
					return true
				}
				continue
			}
			if f.newSince(a, np, head) {
				return true
			}
			p := f.d.People[last.Chain]
			if s.Kind == nlp.CountrySource && p.Represents != s.Key && (p.Represents != "" || offices[head]) || offices[head] && !holds(p, head) {
				continue
			}
		default:
			return false
		}
		s.Kind, s.Key, s.Chain = last.Kind, last.Key, last.Chain
		return true
	}
	return pronoun && (f.subjectAgain(s, u) || f.severalAgain(s, np))
}

// theirs gives "they" to several people without a name who spoke last, and reports whether it has.
func (f *finder) theirs(s *nlp.Source, np nlp.Range, last nlp.Source) bool {
	head := f.headOfSource(last)
	if s.Kind != nlp.UnnamedSource || s.Text != "" || f.d.Lower(np.From) != "they" || singular(head) == "" || documents[head] {
		return false
	}
	s.Text = f.saidOf(last)
	return true
}

// severalAgain gives "they" to several people without a name who are the subject of the sentence before, and "it" to a body without one, and
// reports whether it has.
func (f *finder) severalAgain(s *nlp.Source, np nlp.Range) bool {
	d, u := f.d, f.unitOf[np.From]
	if s.Kind != nlp.UnnamedSource || s.Text != "" || d.Reading == nil || u == 0 || f.units[u-1].title {
		return false
	}
	root := f.rootOf(u - 1)
	if root < 0 {
		return false
	}
	who := f.subjectOf(nlp.Range{From: root, To: root + 1})
	if who.Len() == 0 {
		return false
	}
	last := f.coreOf(who).To - 1
	noun := d.Lower(last)
	if d.Lower(np.From) == "they" {
		noun = singular(noun)
	}
	if !bodies[noun] && noun != "office" && !(nlp.Human(noun) && d.Lower(np.From) == "they") || f.person[last] > 0 || f.nameOf[last] > 0 {
		return false
	}
	s.Text = d.Words(f.withoutArticle(who))
	return true
}

// singular returns the singular of a plural noun, or "".
func singular(noun string) string {
	if noun == "people" {
		return "person"
	}
	if one, ok := strings.CutSuffix(noun, "men"); ok { // "fishermen", "women"
		return one + "man"
	}
	if one, ok := strings.CutSuffix(noun, "ies"); ok { // "dignitaries"
		return one + "y"
	}
	if one, ok := strings.CutSuffix(noun, "s"); ok {
		return one
	}
	return ""
}

// newOne reports whether a noun phrase brings in somebody without a name by the head of a description: "a European diplomat".
func (f *finder) newOne(np nlp.Range, head string) bool {
	if np.Len() == 0 {
		return false
	}
	core := f.coreOf(np)
	for core.Len() > 1 && !f.d.Tokens[core.To-1].Word {
		core.To--
	}
	return f.d.Lower(core.To-1) == head && (anybodyWords[f.d.Lower(core.From)] || anybodyWords[f.d.Lower(core.From-1)])
}

// predicates are relations of a noun that tells what somebody is.
var predicates = nlp.WordSet("xcomp root appos ccomp conj")

// newSince reports whether the text brings in somebody without a name by the head of a description between a statement and that
// description: "NAME said …. A senior official disputed it. … the official said".
func (f *finder) newSince(a found, np nlp.Range, head string) bool {
	for i := np.From - 1; i > 0 && f.d.Tokens[i].Start > a.Source.Span.End; i-- {
		if f.d.Lower(i) != head || f.quoteOf[i] > 0 || f.person[i] > 0 || f.inTitle[i] {
			continue
		}
		if f.d.Reading != nil && predicates[f.d.Reading.Relations[i]] { // "became a governor"
			continue
		}
		if f.d.Word(i+1) == "," && f.person[min(i+2, len(f.d.Tokens)-1)] > 0 {
			return false
		}
		for k := i - 1; k >= 0 && k > i-5 && f.d.Tokens[k].Word && !prepositions[f.d.Lower(k)]; k-- {
			if anybodyWords[f.d.Lower(k)] {
				return true
			}
		}
		return false
	}
	return false
}

// aged gives "the 21-year-old" to the person who spoke last, or who is the subject of a sentence before, and reports whether it has.
func (f *finder) aged(s *nlp.Source, np nlp.Range, before []int) bool {
	u := f.unitOf[np.From]
	for k := u; k >= 0 && k > u-3; k-- {
		if src, ok := f.onlySubject(f.units[k]); ok {
			s.Kind, s.Chain = src.Kind, src.Chain
			return true
		}
	}
	if len(before) > 0 {
		if last := f.out[before[len(before)-1]]; last.Source.Kind == nlp.PersonSource && u-last.unit < 4 {
			s.Kind, s.Chain = nlp.PersonSource, last.Source.Chain
			return true
		}
	}
	return false
}

// clauseAbove gives "it" and "they" to the state or the organization that is the subject of the clause to which "and" or "but" joins theirs,
// and reports whether it has: "Authorities know no cause, but they suspect a lamp".
func (f *finder) clauseAbove(s *nlp.Source, np nlp.Range) bool {
	r := f.d.Reading
	if r == nil || np.From == f.units[f.unitOf[np.From]].From || f.d.Lower(np.From-1) != "but" && f.d.Lower(np.From-1) != "and" {
		return false
	}
	verb := r.Heads[np.From]
	if r.Relations[np.From] != "nsubj" || r.Relations[verb] != "conj" {
		return false
	}
	src, ok := f.subjectActor(r.Heads[verb])
	if ok {
		s.Kind, s.Key = src.Kind, src.Key
	}
	return ok
}

// subjectAgain gives "it" and "they" to the state or the organization that the sentence before has as its subject, and reports
// whether it has: "The ministry in Bern declined to comment. It said".
func (f *finder) subjectAgain(s *nlp.Source, u int) bool {
	if f.d.Reading == nil || u == 0 || s.Kind != nlp.UnnamedSource || f.units[u-1].paragraph != f.units[u].paragraph || f.units[u-1].title {
		return false
	}
	src, ok := f.unitActor(u - 1)
	if ok {
		s.Kind, s.Key = src.Kind, src.Key
	}
	return ok
}

// holds reports whether one of a person's titles has a word.
func holds(p nlp.Chain, word string) bool {
	return slices.ContainsFunc(p.Titles, func(t string) bool { return slices.Contains(strings.Fields(strings.ToLower(t)), word) })
}

// titled resolves a noun phrase that is the title of one person of the article and of no other: "the council leader".
func (f *finder) titled(s *nlp.Source, np nlp.Range) bool {
	core := f.coreOf(np)
	if s.Kind != nlp.UnnamedSource || core.To < np.To {
		return false
	}
	definite := f.definite(np) || f.bareOffice(np)
	for i := core.From; i < core.To; i++ { // "On his return the council leader"
		if f.d.Lower(i) == "the" {
			core.From, definite = i+1, true
		}
	}
	if core.Len() < 2 || !definite {
		return false
	}
	words, who := f.d.Words(core), -1
	for p, c := range f.d.People {
		if slices.ContainsFunc(c.Titles, func(t string) bool { return strings.EqualFold(t, words) }) {
			if who >= 0 {
				return false
			}
			who = p
		}
	}
	if who < 0 {
		return false
	}
	s.Kind, s.Chain = nlp.PersonSource, who
	return true
}

// pronoun gives "he" and "she" to whoever spoke in the sentence before without a name, "a spokesman", and where nobody is known
// to be meant, to whom the last statement or the sentence before is about.
func (f *finder) pronoun(s *nlp.Source, np nlp.Range, before []int) {
	w := f.d.Lower(np.From)
	if np.Len() != 1 || w != "he" && w != "she" {
		return
	}
	u := f.unitOf[np.From]
	if last := f.spokeBefore(u, np.From, before); last >= 0 {
		src := f.out[last].Source
		by := src.Kind == nlp.PersonSource && f.mayBe(src.Chain, w) && !f.namedEarlier(s, np.From) // a person, and told otherwise than by coreference
		if f.role(src, w) && !f.asked(f.out[last]) || by && (s.Kind == nlp.UnnamedSource || f.person[f.d.RangeOf(src.Span).To-1] == 0) {
			s.Kind, s.Key, s.Chain = src.Kind, src.Key, src.Chain
			if head := f.headOfSource(src); s.Kind == nlp.UnnamedSource && (epithets[head] || organPeople[head]) {
				s.Span = src.Span
			} else if s.Kind != nlp.PersonSource {
				s.Text = f.saidOf(src)
			}
			return
		}
	}
	if s.Kind != nlp.UnnamedSource {
		return
	}
	for k := u - 1; k >= 0 && k >= u-2; k-- {
		if src, ok := f.onlySubject(f.units[k]); ok && f.mayBe(src.Chain, w) {
			s.Kind, s.Chain = src.Kind, src.Chain
			return
		}
	}
	for k := len(before) - 1; k >= 0 && s.Text == "" && u-f.out[before[k]].unit <= describedReach; k-- {
		if src := f.out[before[k]].Source; src.Kind == nlp.UnnamedSource && f.role(src, w) {
			s.Text = f.saidOf(src)
		}
	}
}

// namedEarlier reports whether a source is a person who is named before token i in its unit.
func (f *finder) namedEarlier(s *nlp.Source, i int) bool {
	if s.Kind != nlp.PersonSource {
		return false
	}
	for k := f.units[f.unitOf[i]].From; k < i; k++ {
		if f.person[k] == s.Chain+1 && f.nameOf[k] > 0 {
			return true
		}
	}
	return false
}

// spokeBefore returns the last statement before token i, if it stands in the same unit or the one before, or -1.
func (f *finder) spokeBefore(u, i int, before []int) int {
	for k := len(before) - 1; k >= 0; k-- {
		a := f.out[before[k]]
		if a.unit < u-1 {
			return -1
		}
		if a.Source.Span.Len() > 0 && a.Source.Span.Start < f.d.Tokens[i].Start {
			return before[k]
		}
	}
	return -1
}

// role reports whether a source without a name is one human being of the pronoun's sex: "an embassy official".
func (f *finder) role(s nlp.Source, pronoun string) bool {
	if s.Kind == nlp.PersonSource || s.Kind == nlp.OrganizationSource || s.Span.Len() == 0 {
		return false
	}
	head := f.headOfSource(s)
	someone := s.Kind == nlp.UnnamedSource && anybodyWords[strings.ToLower(strings.Fields(f.saidOf(s))[0])] && (nlp.Human(head) || nlp.RoleNoun(head) && !bodies[head] && !papers[head]) // "another resident"
	if !epithets[head] && !organPeople[head] && !someone || strings.HasSuffix(head, "s") {
		return false
	}
	return !(nlp.Female(head) && pronoun == "he" || nlp.Male(head) && pronoun == "she")
}

// anybodyWords open a noun phrase for somebody who has not been told of before.
var anybodyWords = nlp.WordSet("a an one another")

// headOfSource returns the noun, in lower case, by which the words of a source say who it is.
func (f *finder) headOfSource(s nlp.Source) string {
	words := strings.Fields(strings.ToLower(f.saidOf(s)))
	if len(words) == 0 {
		return ""
	}
	head := words[len(words)-1]
	for i := len(words) - 1; i > 0 && !nlp.Spokesperson(words[len(words)-1]); i-- {
		if w := words[i]; prepositions[w] || w == "there" || w == "here" {
			head = words[i-1]
		}
	}
	return head
}

// saidOf returns the words that say who a source is, where its own are a pronoun those of the source for which it stands.
func (f *finder) saidOf(s nlp.Source) string {
	if s.Text != "" {
		return s.Text
	}
	return f.d.Text[s.Span.Start:s.Span.End]
}

// asked reports whether a statement is a question of somebody unnamed, to which somebody else may answer: "An officer asks what is in the
// suitcase. “Cheese,” she says."
func (f *finder) asked(a found) bool {
	if a.Source.Kind != nlp.UnnamedSource || a.Cue.Len() == 0 {
		return false
	}
	v, _ := nlp.Reporting(f.d.Lower(f.d.TokenAt(a.Cue.Start)))
	return v.Class == nlp.Asks
}

// mayBe reports whether a person may be meant by "he" or "she".
func (f *finder) mayBe(chain int, pronoun string) bool {
	switch f.d.People[chain].Sex {
	case 'F':
		return pronoun == "she"
	case 'M':
		return pronoun == "he"
	}
	return true
}
