package attribution

import (
	"strings"

	"graphload/internal/nlp"
)

// organs turns sources that are organs of a state without its name ("the ministry", "officials", "a government source in
// Oslo") into that state: the one that their words name, else the one that the same organ had before, else the state at home
// in the article. "The agency" and "the diplomat" become the organization or the person that spoke last.
func (f *finder) organs() {
	order := f.inOrder()
	for at, n := range order {
		s := &f.out[n].Source
		if s.Span.Len() == 0 {
			continue
		}
		np := f.beforeRelative(f.issuer(f.d.RangeOf(s.Span)))
		f.pronoun(s, np, order[:at])
		if s.Kind == nlp.CountrySource && np.Len() > 0 && f.apposedBehind(s, np) { // "said NAME's spokesman, NAME."
			continue
		}
		if s.Kind == nlp.PersonSource || s.Kind == nlp.UnnamedSource && (f.apposed(s, np) || f.apposedBehind(s, np) || f.titled(s, np) || f.document(s, f.d.RangeOf(s.Span)) || f.paper(s, np, order[:at]) || f.spokesperson(s, np, order[:at])) {
			continue
		}
		if (s.Kind == nlp.UnnamedSource || s.Kind == nlp.OrganizationSource) && f.ofBody(s, np) {
			continue
		}
		if s.Kind != nlp.OrganizationSource && (f.again(s, np, order[:at]) || f.described(s, np, order[:at])) || s.Kind == nlp.CountrySource {
			continue
		}
		if code := f.organState(np, order[:at]); code != "" {
			*s = nlp.Source{Kind: nlp.CountrySource, Key: code, Span: s.Span}
		} else if s.Kind == nlp.UnnamedSource {
			f.body(s, np, order[:at])
		}
	}
}

// apposed resolves a noun phrase that ends in a name between commas, "her colleague from the south, NAME,", to that person, and
// reports whether it does.
func (f *finder) apposed(s *nlp.Source, np nlp.Range) bool {
	to := np.To
	for to > np.From && !f.d.Tokens[to-1].Word {
		to--
	}
	if to == np.From || f.nameOf[to-1] == 0 || f.person[to-1] == 0 {
		return false
	}
	name := f.nameRange(to - 1)
	for name.From > np.From && f.inTitle[name.From-1] {
		name.From--
	}
	if name.From-1 <= np.From || f.d.Word(name.From-1) != "," {
		return false
	}
	s.Kind, s.Chain = nlp.PersonSource, f.person[to-1]-1
	return true
}

// apposedBehind resolves a noun phrase behind whose comma a name and the end of the clause stand, “…,” explained a local archaeologist, Dr
// NAME., to that person, and reports whether it does.
func (f *finder) apposedBehind(s *nlp.Source, np nlp.Range) bool {
	d, one := f.d, f.oneOf(np)
	head := d.Lower(f.coreOf(one).To - 1)
	if one.From > np.From { // "one of the keepers, NAME"
		head = strings.TrimSuffix(head, "s")
	}
	i := np.To + 1
	for i < len(d.Tokens) && f.inTitle[i] {
		i++
	}
	if d.Word(np.To) != "," || i >= len(d.Tokens) || f.person[i] == 0 || f.nameOf[i] == 0 || !nlp.Human(head) && !nlp.RoleNoun(head) || strings.HasSuffix(head, "s") ||
		d.Lower(np.From-1) == "to" && d.Lower(np.From-2) != "according" || d.Lower(np.From-2) == "to" && d.Lower(np.From-3) != "according" {
		return false
	}
	if end := d.Word(f.nameRange(i).To); end != "." && end != "," && end != ";" {
		return false
	}
	s.Kind, s.Chain = nlp.PersonSource, f.person[i]-1
	return true
}

// inOrder returns the indexes of f.out in the order of the text.
func (f *finder) inOrder() []int {
	order := make([]int, 0, len(f.out))
	for u := range f.units {
		order = append(order, f.ofUnit[u]...)
	}
	return order
}

// issuer returns those who issued a paper: the directorate in "a statement by the directorate".
func (f *finder) issuer(np nlp.Range) nlp.Range {
	for i := np.From; i+2 < np.To; i++ {
		if w := f.d.Lower(i + 1); papers[f.d.Lower(i)] && (w == "by" || w == "from" || w == "of") {
			return nlp.Range{From: i + 2, To: np.To}
		}
	}
	return np
}

// beforeRelative returns a noun phrase without the clause behind a comma that tells more of it: "the keeper, who played abroad,".
func (f *finder) beforeRelative(np nlp.Range) nlp.Range {
	for i := np.From + 1; i+1 < np.To; i++ {
		if w := f.d.Lower(i + 1); f.d.Word(i) == "," && (w == "who" || w == "which" || w == "whose") {
			np.To = i
		}
	}
	return np
}

// coreOf returns a noun phrase up to its first preposition.
func (f *finder) coreOf(np nlp.Range) nlp.Range {
	for i := np.From + 1; i < np.To; i++ {
		if w := f.d.Lower(i); prepositions[w] || w == "there" || w == "here" {
			np.To = i
			break
		}
	}
	return np
}

var (
	// organHeads are organs that states have, and organPeople those who speak for one that stands before them.
	organHeads = nlp.WordSet("ministry government presidency authorities directorate chancellery")
	// forces are organs that states have and whose name is another's where words stand before them: "the Lantern Army".
	forces = nlp.WordSet("military army navy junta regime cabinet")
	// services are such organs of two words.
	services = map[string]bool{"coast guard": true, "air force": true, "armed forces": true, "defence forces": true, "defense forces": true, "defence force": true, "national archives": true, "presidential archives": true}
	// policing are who act for the state wherever no town or county stands before them.
	policing    = nlp.WordSet("police prosecutors investigators")
	organPeople = nlp.WordSet("official officials spokesman spokeswoman spokesperson source sources minister ministers adviser advisor aide")
	organOwn    = nlp.WordSet("administration ministry government presidential presidency defense defence foreign military cabinet")
	// offices are the words before "office" and "service" that make it a head of state's or of a government's.
	officeOf = nlp.WordSet("presidential president minister's minister president's premier's press governor chancellor's foreign")
)

// isOrgan reports whether a noun phrase is an organ of a state or speaks for one.
func (f *finder) isOrgan(core nlp.Range) bool {
	head := f.d.Lower(core.To - 1)
	switch {
	case organHeads[head], forces[head] && (core.Len() == 1 || core.Len() == 2 && f.d.Lower(core.From) == "the"):
		return true
	case head == "officials" && core.Len() == 1, policing[head] && f.withoutArticle(core).Len() == 1:
		return true
	case core.Len() > 1 && services[f.d.Lower(core.To-2)+" "+head]:
		return true
	case head == "court" && core.Len() > 1 && f.d.Lower(core.To-2) == "royal":
		return true
	case (head == "office" || head == "department" || head == "service") && core.Len() == 2 && f.person[core.From] > 0: // "her office", who may be a body's
		return f.d.People[f.person[core.From]-1].Represents != ""
	case head == "office" || head == "service" || organPeople[head]:
		for i := core.From; i < core.To-1; i++ {
			if w := f.d.Lower(i); organPeople[head] && organOwn[w] || !organPeople[head] && officeOf[w] {
				return true
			}
		}
	}
	return false
}

// organState returns the state whose organ a noun phrase is, or "".
func (f *finder) organState(np nlp.Range, before []int) string {
	if np.Len() == 0 {
		return ""
	}
	np = f.oneOf(np)
	core := f.coreOf(np)
	head := f.d.Lower(core.To - 1)
	if head == "embassy" || organPeople[head] && f.contains(core, "embassy") {
		return f.sender(np)
	}
	if _, placed := f.lastPlace(core); forces[head] && core.Len() > 1 && f.upper(core.To-2) && !placed { // "the Lantern Army"
		return ""
	}
	if one := strings.TrimSuffix(head, "s"); f.definite(np) && (one == head || !nlp.Human(one) || organPeople[head] || stateNouns[head]) { // "the adviser" is the one of before
		for k := len(before) - 1; k >= 0 && k > len(before)-12; k-- {
			if s := f.out[before[k]].Source; s.Kind == nlp.CountrySource && f.near(s.Span, head) {
				return s.Key
			}
		}
	}
	if w := f.d.Lower(core.To); organPeople[head] && core.To < np.To && (w == "in" || w == "at" || w == "from" || w == "to" || w == "with") {
		rest := nlp.Range{From: core.To + 1, To: np.To}
		if f.isOrgan(f.coreOf(rest)) { // "a source in the Norwegian presidency"
			return f.organState(rest, nil)
		}
		for i := rest.From; i < rest.To; i++ { // "an adviser to the president"
			if code := f.stateOf(i); code != "" && w == "to" {
				return code
			}
		}
		if head := f.d.Lower(rest.To - 1); w == "to" && rest.Len() == 2 && offices[head] {
			for i := f.d.SentenceOf(np.From).From; i < np.From; i++ { // the one whom the sentence names
				if p := f.person[i]; p > 0 && holds(f.d.People[p-1], head) && f.d.People[p-1].Represents != "" {
					return f.d.People[p-1].Represents
				}
			}
		}
	}
	if f.d.Lower(core.From) == "its" && (f.isOrgan(core) || head == "office" || head == "embassy") { // "Norway reacted. Its office for fish said"
		if src, ok := f.unitActor(f.unitOf[np.From] - 1); ok && src.Kind == nlp.CountrySource {
			return src.Key
		}
	}
	if !f.isOrgan(core) || f.ofPart(core) {
		return ""
	}
	if f.d.Lower(np.From-1) == "'s" {
		if m, ok := f.place(np.From - 2); ok {
			return m.Code
		}
	}
	for i := np.From; i < np.To; i++ {
		if m, ok := f.place(i); ok {
			return m.Code
		}
		if code := f.stateOf(i); code != "" {
			return code
		}
		if core.Has(i) && f.person[i] > 0 && f.nameOf[i] > 0 { // the government of somebody whose country nobody knows
			return ""
		}
	}
	if (head == "officials" || policing[head]) && core.To < np.To && !f.atHome(nlp.Range{From: core.To, To: np.To}) {
		return ""
	}
	return f.home(core)
}

// ofPart reports whether an organ is that of a part of a state, "the prefectural government", or a body with a name of its own, "the
// Lantern Directorate".
func (f *finder) ofPart(core nlp.Range) bool {
	own := f.withoutArticle(core)
	if f.d.Lower(core.To-1) == "directorate" && own.Len() > 1 && f.upper(core.To-1) && f.upper(core.To-2) {
		return true
	}
	for i := own.From; i < own.To-1; i++ {
		if nlp.PartOfState(f.d.Lower(i)) {
			return true
		}
	}
	return false
}

// atHome reports whether words tell the article's own place: "officials here", "officials in the capital".
func (f *finder) atHome(r nlp.Range) bool {
	return r.Len() == 1 && f.d.Lower(r.From) == "here" || r.Len() == 3 && f.d.Lower(r.From) == "in" && f.d.Lower(r.To-1) == "capital"
}

// oneOf leaves out what counts before a noun phrase: "one of the officials".
func (f *finder) oneOf(np nlp.Range) nlp.Range {
	if np.Len() > 3 && f.d.Lower(np.From+1) == "of" {
		switch f.d.Lower(np.From) {
		case "one", "two", "three", "both", "some", "another", "none":
			np.From += 2
		}
	}
	return np
}

// sender returns the state of an embassy that is named without it: the one before "ambassador", "envoy" or "embassy" that the
// text named last, or the one that "its" stands for.
func (f *finder) sender(np nlp.Range) string {
	const reach = 300
	own := f.d.Lower(np.From) == "its"
	for i := np.From; i >= 0 && i > np.From-reach; i-- {
		m, ok := f.place(i)
		if own && i < np.From && ok {
			return m.Code
		}
		if w := f.d.Lower(i); i < np.From && f.inTitle[i] && nlp.Sent(w) {
			for _, n := range f.d.Names {
				if n.Title.Has(i) && n.State != "" {
					return n.State
				}
			}
		}
		if !ok {
			continue
		}
		for k, end := i+1, f.d.SentenceOf(i).To; k < i+7 && k < end && f.d.Tokens[k].Word; k++ {
			if w := f.d.Lower(k); nlp.Sent(w) || w == "embassy" {
				return m.Code
			} else if prepositions[w] && w != "of" || finite[w] {
				break
			}
		}
	}
	return ""
}

// definite reports whether a noun phrase has "the" at its head or right before.
func (f *finder) definite(np nlp.Range) bool {
	return f.d.Lower(np.From) == "the" || f.d.Lower(np.From-1) == "the"
}

// near reports whether a word stands in a span or within a few tokens of it.
func (f *finder) near(span nlp.Span, word string) bool {
	const reach = 6
	r := f.d.RangeOf(span)
	s := f.d.SentenceOf(r.From)
	for i := max(s.From, r.From-reach); i < min(s.To, r.To+reach); i++ {
		if f.d.Lower(i) == word {
			return true
		}
	}
	return false
}
