package coref

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// What the patterns of roles.go do not know is read from the encoder's dependency trees: the noun to which a name stands in
// apposition, the noun that a verb says the person is, and what depends on that noun. Labels are those of Universal
// Dependencies, version 2.

// role is what the text says of a person in one place: a title, the country acted for, or both.
type role struct {
	title, code string
	over        bool // the text says that they no longer have the office
}

// treeRoles returns the roles that the tree gives to a name, or to a pronoun that stands for one.
func (r *resolver) treeRoles(m nlp.Mention) []role {
	t := r.tree
	if t == nil {
		return nil
	}
	var out []role
	take := func(noun int) {
		if x, ok := r.roleAt(noun); ok {
			x.over = r.wasOnce(noun)
			out = append(out, x)
		}
	}
	h := t.Head(m.Range)
	if m.Name >= 0 && !(r.d.Word(m.To) == "," && r.headlineList(m.Range, r.d.SentenceOf(m.From))) {
		beside := func(noun int) {
			// What the tree joins over a verb are two, and of "Prime Minister NAME" the office is that name's.
			if next := r.chainAt(noun + 1); !r.verbBetween(m.Range, noun) && !r.ofNext(m, noun) && (next < 0 || next == r.of[m.Name]) {
				take(noun)
			}
		}
		g := r.d.Reading.Heads[h]
		switch relation := t.Relation(h); relation {
		case "appos", "flat", "nmod":
			another := g < m.From && relation == "appos" && !strings.HasSuffix(r.d.Lower(g), "s") && r.chainIn(nlp.Range{From: g + 1, To: r.titleStart(m)})
			if !another && (relation != "nmod" || t.Case(h) == "" && r.d.Reading.Relations[h] != "nmod:poss") { // "the chief, A, and its secretary general, B"
				beside(g)
			}
		case "xcomp":
			if w := r.d.Lower(g); w == "named" || w == "called" { // "a mediator named NAME"
				beside(r.d.Reading.Heads[g])
			}
		}
		behind := r.nounBehind(m.Range)
		if behind >= 0 {
			beside(behind)
		}
		for _, k := range t.Kids(h, "appos", "nmod:desc", "compound") {
			if k < m.From || k >= m.To && (behind < 0 || k == behind) && !r.chainIn(nlp.Range{From: m.To, To: k}) {
				beside(k)
			}
		}
		for _, clause := range t.Kids(h, "acl:relcl") {
			if heading[r.d.Lower(clause)] { // "NAME, who heads Libya's oil corporation"
				for _, o := range t.Kids(clause, "obj") {
					out = append(out, role{code: r.nounCountry(o)})
				}
			}
			if t.Kid(clause, "cop") >= 0 && !r.negated(clause) { // "NAME, who has been prime minister for a year"
				take(clause)
			}
		}
		if x, ok := r.elliptic(m.Range); ok {
			out = append(out, x)
		}
		out = append(out, role{code: r.ownCountry(m)})
	}
	for _, noun := range r.predicates(h) {
		take(noun)
	}
	return out
}

// ofNext reports whether an office that stands apart behind a name is that of the next one: "NAME (left) with the Kenyan Minister
// of Health, NAME".
func (r *resolver) ofNext(m nlp.Mention, noun int) bool {
	if noun < m.To || r.d.Word(m.To) == "," {
		return false
	}
	k := noun + 1
	for r.phraseWord(k) && k < len(r.d.Tokens) {
		k++
	}
	c := r.chainAt(k + 1)
	return r.d.Word(k) == "," && c >= 0 && c != r.of[m.Name]
}

// ownCountry returns the country in "Norway's NAME" where the article speaks of offices of states, or "": so do reports of
// diplomacy, while those of sports speak of players.
func (r *resolver) ownCountry(m nlp.Mention) string {
	i := r.titleStart(m)
	if p, ok := r.placeAt(i - 2); ok && p.Kind == country.Name && r.d.Lower(i-1) == "'s" && r.diplomatic() {
		return p.Code
	}
	return ""
}

// diplomatic reports whether the article speaks of offices of states more than once in passing.
func (r *resolver) diplomatic() bool {
	if r.stateWords < 0 {
		r.stateWords = 0
		for k := range r.d.Tokens {
			if stateWords[strings.TrimSuffix(r.d.Lower(k), "s")] {
				r.stateWords++
			}
		}
	}
	const least = 3
	return r.stateWords >= least
}

// stateWords are of diplomacy.
var stateWords = nlp.WordSet("minister president premier chancellor ambassador envoy diplomat ministry government summit leader negotiator parliament treaty")

// verbBetween reports whether a finite verb stands between a name and a noun.
func (r *resolver) verbBetween(name nlp.Range, noun int) bool {
	from, to := name.To, noun
	if noun < name.From {
		from, to = noun+1, name.From
	}
	for i := from; i < to; i++ {
		if tag := r.d.Reading.Tags[i]; tag == "AUX" || tag == "VERB" && r.d.Reading.Relations[i] != "amod" && r.d.Lower(i) != "named" && r.d.Lower(i) != "called" {
			return true
		}
	}
	return false
}

// nounBehind returns the head of the noun phrase that begins right behind a name and a comma, or -1: the tree may hang it on
// another name of a list.
func (r *resolver) nounBehind(name nlp.Range) int {
	s := r.d.SentenceOf(name.From)
	if r.d.Word(name.To) != "," || r.d.Lower(name.To+1) == "and" {
		return -1
	}
	for k := name.To + 1; k < s.To && k < name.To+9; k++ {
		if relation := r.d.Reading.Relations[k]; r.d.Reading.Tags[k] == "NOUN" && (relation == "appos" || relation == "conj") {
			for i := name.To + 1; i < k; i++ {
				if !r.tree.Below(i, k, 4) {
					return -1
				}
			}
			if r.d.Reading.Heads[k] > k {
				return -1
			}
			return k
		}
		if r.chainAt(k) >= 0 {
			return -1
		}
	}
	return -1
}

var heading = nlp.WordSet("heads leads runs chairs commands represents advises advised headed led ran chaired commanded represented")

// predicates returns the nouns that the verb of a subject, or of the object of an appointment, says it is.
func (r *resolver) predicates(h int) []int {
	t := r.tree
	relation := r.d.Reading.Relations[h]
	g := r.d.Reading.Heads[h]
	var out []int
	if r.negated(g) {
		return nil
	}
	switch {
	case relation == "nsubj" && t.Kid(g, "cop") >= 0:
		out = append(out, g)
	case relation == "nsubj" && (r.d.Lower(g) == "became" || r.d.Lower(g) == "becomes" || r.d.Lower(g) == "remains"),
		(relation == "nsubj:pass" || relation == "obj") && appointed[r.d.Lower(g)]:
		out = append(out, t.Kids(g, "xcomp")...)
		if relation == "nsubj:pass" {
			out = append(out, t.Kids(g, "obj")...)
		}
	}
	if strings.HasPrefix(relation, "nsubj") || relation == "obj" && appointed[r.d.Lower(g)] {
		for _, k := range t.Kids(g, "obl") { // "As Norway's minister she has …", "was appointed as envoy"
			if t.Case(k) == "as" {
				out = append(out, k)
			}
		}
	}
	return out
}

func (r *resolver) negated(verb int) bool {
	for _, k := range r.tree.Kids(verb, "advmod") {
		if w := r.d.Lower(k); w == "not" || w == "never" || w == "n't" {
			return true
		}
	}
	mark := r.tree.Kid(verb, "mark")
	return mark >= 0 && r.d.Lower(mark) == "if"
}

// roleAt reads the office at a noun with its modifiers: "former Indian diplomat", "ambassador to Kenya".
func (r *resolver) roleAt(noun int) (role, bool) {
	t := r.tree
	w := r.d.Lower(noun)
	if p, ok := r.placeAt(noun); ok && p.Kind != country.Seat {
		return role{}, false
	}
	if r.chainAt(noun) >= 0 || !personNoun(w) || nlp.FormOfAddress(w) {
		return role{}, false
	}
	if counterparts[w] && (w != "number" || r.d.Lower(noun-1) == "opposite") {
		return r.colleague(noun)
	}
	if h := r.d.Reading.Heads[noun]; t.Case(noun) == "of" && h >= 0 && kin[r.d.Lower(h)] { // "the widow of the late president, NAME"
		return role{}, false
	}
	if kin[w] { // "Tallinn's man in Brussels", but no office
		for _, k := range t.Kids(noun, "nmod:poss") {
			if p, ok := r.placeAt(k); ok && (w == "man" || w == "woman") {
				return role{code: p.Code}, true
			}
		}
		return role{}, false
	}
	words := []string{r.d.Word(noun)}
	k := noun - 1
	if k > 0 && r.d.Word(k) == "-" && !r.d.Tokens[k].Spaced && !r.d.Tokens[noun].Spaced && !ended[r.d.Lower(k-1)] { // "director-general"
		words[0] = r.d.Word(k-1) + "-" + words[0]
		k -= 2
	}
	if before := r.d.Lower(k); w == "general" && nlp.Office(before) && !ranks[before] && before != "chief" { // "director general"
		words[0] = r.d.Word(k) + " " + words[0]
		k--
	}
	for ; k >= 0 && r.d.Tokens[k].Sentence == r.d.Tokens[noun].Sentence; k-- {
		l := r.d.Lower(k)
		if r.isCountryWord(k) || l == "u.s." {
			continue
		}
		if h := r.d.Reading.Heads[k]; (h < k || h > noun) && !nlp.OfficeModifier(l) || !r.titleWord(k) {
			break
		}
		words = append([]string{r.d.Word(k)}, words...)
	}
	if l := r.d.Lower(k); l == "acting" { // often taken for a verb
		words = append([]string{r.d.Word(k)}, words...)
	}
	x := role{code: r.nounCountry(noun)}
	for _, k := range t.Kids(noun, "nmod") {
		if k < noun || !joinsOffice[t.Case(k)] {
			continue
		}
		if r.d.Reading.Tags[k] != "PROPN" && !nlp.Department(r.d.Lower(k)) && !(w == "leader" && r.d.Lower(k) == "opposition") { // "governor of the province"
			if w == "president" && !lands[r.d.Lower(k)] { // "president of the board" is not a president
				words = append(words, strings.Fields(r.d.Words(nlp.Range{From: noun + 1, To: k + 1}))...)
			}
			break
		}
		if span := r.complement(noun, k); span.Len() > 0 && (w == "ambassador" || !r.namesCountry(span)) {
			words = append(words, strings.Join(strings.Fields(r.d.Words(span)), " "))
		}
		break
	}
	x.title = strings.Trim(strings.Join(words, " "), " -")
	if private[w] {
		x.code = ""
	}
	return x, true
}

var joinsOffice = nlp.WordSet("of for to")

// namesCountry reports whether a country's name, demonym or seat stands in the range; a capital may be just a town.
func (r *resolver) namesCountry(x nlp.Range) bool {
	for i := x.From; i < x.To; i++ {
		if p, ok := r.placeAt(i); ok && p.Kind != country.Capital {
			return true
		}
	}
	return false
}

// complement returns the words from the preposition behind a noun to the last token of its complement's name: "of Bamako",
// "for the Great Lakes". It is empty where more than a few words stand there.
func (r *resolver) complement(noun, k int) nlp.Range {
	const most = 7
	to := k + 1
	for to < len(r.d.Tokens) && r.d.Reading.Heads[to] == k && (r.d.Reading.Relations[to] == "flat" || r.d.Reading.Relations[to] == "compound") {
		to++
	}
	if to-noun > most || r.chainIn(nlp.Range{From: noun + 1, To: to}) {
		return nlp.Range{}
	}
	return nlp.Range{From: noun + 1, To: to}
}

// titleWord reports whether a word before an office belongs to the title.
func (r *resolver) titleWord(k int) bool {
	w := r.d.Lower(k)
	if nlp.FormOfAddress(w) || w == "new" || w == "the" {
		return false
	}
	if nlp.OfficeModifier(w) || nlp.Office(w) || nlp.Department(w) && w != "and" && w != "the" || w == "-" {
		return true
	}
	return r.d.Reading.Relations[k] == "compound" && r.d.Reading.Tags[k] == "NOUN" && !r.namedAt(k)
}

func (r *resolver) namedAt(i int) bool {
	_, place := r.placeAt(i)
	return place || r.chainAt(i) >= 0
}

// nounCountry returns the country on whose behalf the bearer of an office at a noun acts: its possessor, a demonym before
// it, or a country behind "of" or "for".
func (r *resolver) nounCountry(noun int) string {
	t := r.tree
	for _, k := range t.Kids(noun, "nmod:poss", "amod", "compound") {
		if p, ok := r.placeAt(k); ok && k < noun {
			if _, owned := r.placeAt(k - 2); p.Kind == country.Name && r.d.Lower(k-1) == "'s" && !owned { // where it is: "the agency's Kenya director"
				return ""
			}
			return p.Code
		}
		if code, ok := country.State(r.d.Word(k)); ok && r.d.Lower(noun) == "governor" {
			return code
		}
		if c := r.chainAt(k); c >= 0 && r.d.Reading.Relations[k] == "nmod:poss" && r.d.People[c].Represents != "" {
			return r.d.People[c].Represents
		}
		for _, inner := range t.Kids(k, "nmod:poss", "amod", "compound") { // "Norway's top trade negotiator"
			if p, ok := r.placeAt(inner); ok && inner < noun {
				return p.Code
			}
		}
	}
	for _, k := range t.Kids(noun, "nmod") {
		if c := t.Case(k); k > noun && k < noun+8 && (c == "of" || c == "for" && !nlp.Sent(r.d.Lower(noun))) {
			return r.countryIn(nlp.Range{From: noun + 1, To: k + 1})
		}
	}
	return ""
}

// elliptic reads "Norway's foreign minister, NAME, and Hungary's, NAME": an office that is not said again.
func (r *resolver) elliptic(m nlp.Range) (role, bool) {
	i := m.From - 1
	if r.d.Word(i) == "," {
		i--
	}
	if r.d.Lower(i) != "'s" {
		return role{}, false
	}
	p, ok := r.placeAt(i - 1)
	if !ok || p.Kind != country.Name || r.d.Word(i+1) != "," {
		return role{}, false
	}
	return role{title: r.officeBefore(i), code: p.Code}, true
}

// personNoun reports whether a lower-case noun beside a person's name tells what the person is.
func personNoun(w string) bool {
	if one, plural := strings.CutSuffix(w, "s"); plural && personNoun(one) {
		return false
	}
	if nlp.RoleNoun(w) || counterparts[w] || w == "man" || w == "woman" {
		return !notOne[w]
	}
	for _, end := range []string{"er", "or", "ist", "ian", "man", "woman", "ess", "eer"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 {
			return !notOne[w]
		}
	}
	return otherRoles[w]
}

var (
	counterparts = nlp.WordSet("counterpart colleague peer homologue number")
	otherRoles   = nlp.WordSet("nurse cook judge athlete chef guide priest monk nun poet king pilot spy thief clerk host guest captain coach mechanic surgeon physicist chemist critic comic medic cleric")
	notOne       = nlp.WordSet(`predecessor successor government ministry administration team delegation bank company agency statement report study survey poll newspaper magazine
		broadcaster television website outlet media embassy parliament court council committee commission union group organization
		organisation party campaign office bureau department police military army navy side presidency september october november december
		letter paper order power river tower water matter computer weather winter summer dinner offer center centre color colour
		chapter answer border corner`)
	kin = nlp.WordSet(`father mother son daughter wife husband spouse widow widower brother sister neighbor neighbour friend partner person man woman ally victim
		survivor relative resident witness supporter critic opponent passenger participant attendee member people brother-in-law
		grandmother grandfather stepfather stepmother fiancée fiancé cousin uncle aunt nephew niece`)
	// private are roles in which nobody acts for a state, whatever country stands before them.
	private = nlp.WordSet(`professor analyst expert economist historian researcher scientist lawyer activist journalist reporter correspondent editor
		columnist author pastor coach fellow strategist pollster founder co-founder ceo cfo singer actor actress striker player footballer
		baker writer poet painter musician businessman businesswoman entrepreneur investor trader farmer worker teacher student doctor
		nurse engineer scholar campaigner protester commentator blogger film-maker filmmaker producer designer candidate nominee
		opposition dissident exile critic mep`)
)
