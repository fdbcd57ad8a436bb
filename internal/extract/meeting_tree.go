package extract

import (
	"slices"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// What the word patterns do not know is read from the encoder's dependency trees: who is the subject of a verb of
// meeting, whom it has as its object or behind "with", and which noun of a meeting a light verb governs. Labels are those
// of Universal Dependencies, version 2.

// meetingTree finds the meetings of a sentence by its tree. It adds to what the patterns found, whose words go first.
type meetingTree struct {
	*meetingFinder
	s nlp.Sentence
}

// treeVerbs are verbs that need a tree to tell a meeting: their object or their complement decides.
var treeVerbs = verbForms(map[string]string{"discuss": "discuss discusses discussed discussing",
	"join": "join joins joined joining", "see": "see", "summon": "summon summons summoned"})

// trees adds the mentions of a sentence that only its tree tells, and then those that need the text before it.
func (f *meetingFinder) trees(s nlp.Sentence) {
	if f.deps == nil {
		return
	}
	t := &meetingTree{meetingFinder: f, s: s}
	for i := s.From; i < s.To; i++ {
		w := f.d.Lower(i)
		if has("phone telephone", w) && f.d.Reading.Tags[i] == "NOUN" {
			t.onPhone(i)
			continue
		}
		noun := meetingNounAt(w)
		_, verb := meetingVerbs[w]
		if _, more := treeVerbs[w]; !noun && !verb && !more || f.nameOf[i] > 0 && !(noun && f.endsOrganization(i)) || f.titleOf[i] > 0 {
			continue
		}
		if tag := f.d.Reading.Tags[i]; noun && (tag == "NOUN" || tag == "PROPN" || processNouns[w] && t.deps.Relation(i) == "obj") {
			t.noun(i)
			t.event(i)
		} else if tag == "VERB" {
			t.verb(i)
		}
	}
	if !s.Title {
		t.context()
		t.presentWere()
		t.undone()
		t.relinquished()
		t.series()
		t.judged()
	}
}

// endsOrganization reports whether token i is the last word of an organization's name: "the Lake Ministers' Meeting".
func (f *meetingFinder) endsOrganization(i int) bool {
	n := f.d.Names[f.nameOf[i]-1]
	return n.Kind == nlp.OrganizationName && n.To == i+1
}

// behind returns the dependent of token i that one of the prepositions introduces, or -1. A title may draw the preposition
// away from its name in the tree, so that the word before the phrase counts as well.
func (t *meetingTree) behind(i int, prepositions string) int {
	for _, k := range t.deps.Of(i) {
		if r := t.deps.Relation(k); k < i || r != "obl" && r != "nmod" && r != "appos" {
			continue
		}
		if c := t.deps.Kid(k, "case"); c >= 0 && has(prepositions, t.d.Lower(c)) {
			return k
		}
		if n := t.phraseOf[k] - 1; n >= 0 && t.phrase[n].From > i+1 && has(prepositions, t.d.Lower(t.phrase[n].From-1)) {
			return k
		}
	}
	return -1
}

// company returns the actors behind the "with" of a verb and its noun: by the tree, else behind words that tell only a
// place or a time ("held talks in Oslo on Monday with NAME").
func (t *meetingTree) company(tokens ...int) []phrase {
	last := 0
	for _, i := range tokens {
		if i < t.s.From || i >= t.s.To {
			continue
		}
		if list := t.actors(t.behind(i, "with")); len(list) > 0 {
			return list
		}
		last = max(last, i)
	}
	for k := last + 1; k+1 < t.s.To && k < last+16; k++ {
		w := t.d.Lower(k)
		if w == "with" {
			if n := t.startsAt[k+1] - 1; n >= 0 {
				list, _ := t.list(n)
				return list
			}
			return t.described(k + 1)
		}
		if w == "," { // "held a meeting, followed by a lunch, with NAME"
			if end := t.aside(k); end > 0 && t.d.Lower(end+1) == "with" {
				k = end
				continue
			}
		}
		if w == "about" || w == "on" && !t.dateAt(k+1) || w == "for" || w == "of" || clauseEnds[w] || w == "and" || t.d.Reading.Tags[k] == "VERB" {
			return nil
		}
	}
	return nil
}

// described returns the people whose name follows words that describe them from token k on: "with miner NAME", "with the firm's
// manager NAME".
func (t *meetingTree) described(k int) []phrase {
	const longest = 6
	for n := k; n < t.s.To && n < k+longest; n++ {
		if p := t.startsAt[n] - 1; p >= 0 && !t.phrase[p].owner {
			if !t.phrase[p].full || !t.allPeople(t.phrase[p]) {
				return nil
			}
			list, _ := t.list(p)
			return list
		}
		if tag := t.d.Reading.Tags[n]; tag != "NOUN" && tag != "PROPN" && tag != "ADJ" && tag != "DET" && tag != "PART" {
			return nil
		}
	}
	return nil
}

// ahead returns the actors whose words begin behind one of the prepositions, within the words behind token i that belong to its
// clause: for where the tree ties a title to another name.
func (t *meetingTree) ahead(i int, prepositions string) []phrase {
	const near = 12
	for k := i + 1; k+1 < t.s.To && k < i+near; k++ {
		if n := t.startsAt[k+1] - 1; has(prepositions, t.d.Lower(k)) && n >= 0 && !t.phrase[n].owner && !has("next close according due prior", t.d.Lower(k-1)) {
			list, _ := t.list(n)
			return list
		}
		if w := t.d.Lower(k); w == "," || clauseEnds[w] || w == "and" || t.d.Reading.Tags[k] == "VERB" && t.d.Lower(k-1) != "to" {
			return nil
		}
	}
	return nil
}

// aside returns the comma that closes the few words which the comma at token k opens, or 0.
func (t *meetingTree) aside(k int) int {
	const longest = 8
	for n := k + 2; n < t.s.To && n < k+longest; n++ {
		if t.d.Word(n) == "," {
			return n
		}
	}
	return 0
}

// actors returns the phrases that token i and what is coordinated with it name.
func (t *meetingTree) actors(i int) []phrase {
	if i < 0 {
		return nil
	}
	var out []phrase
	if p, ok := t.actor(i); ok {
		out = append(out, p)
	}
	for _, k := range t.deps.Of(i) {
		if t.deps.Relation(k) == "conj" || k > i && t.deps.Case(k) == "including" {
			out = append(out, t.actors(k)...)
		}
	}
	return out
}

// listed returns the actors of token i, and of the list that the words themselves make of it.
func (t *meetingTree) listed(i int) []phrase {
	if i < 0 {
		return nil
	}
	out := t.actors(i)
	if n := t.phraseOf[i] - 1; n >= 0 && !t.phrase[n].owner {
		if list, _ := t.list(n); len(list) > len(out) {
			return list
		}
	}
	return out
}

// delegates are nouns of people who act for the body that their noun phrase names: "a delegation of the party".
var delegates = nlp.WordSet(`delegation delegations members group team lawmakers deputies commanders mediators
	donors lenders investors executives teams experts negotiators officials envoys sector associations businessmen elders chiefs
	rulers authorities`)

func (t *meetingTree) actor(i int) (phrase, bool) {
	if q, ok := t.apposed(i); ok {
		return q, true
	}
	if t.d.Lower(i) == "number" && t.d.Lower(i-1) == "opposite" { // "his Kenyan opposite number"
		for _, k := range t.deps.Of(i) {
			if m, ok := t.placeAt(k); ok && k < i && t.hasCountry(m.Code) {
				x := t.state(m.Code)
				x.official = "counterpart"
				return phrase{Range: nlp.Range{From: k, To: i + 1}, parties: []party{x}, role: true}, true
			}
		}
	}
	if n := t.phraseOf[i] - 1; n >= 0 {
		p := t.phrase[n]
		if t.inPlaceLine(p) {
			return p, false
		}
		if p.role && t.endsAt[p.To] == n+1 && p.To < t.s.To { // "her counterpart", and then the name
			if q := t.startsAt[p.To] - 1; q >= 0 && t.phrase[q].full && !t.phrase[q].owner && len(t.named(p.parties)) == 0 {
				return t.phrase[q], true
			}
		}
		if p.role && !p.owner && !p.anaphor && len(t.named(p.parties)) == 0 && strings.HasSuffix(t.headOf(p), "s") {
			if bodies := t.behindRole(i); len(bodies) > 0 {
				p.parties = bodies
				return p, true
			}
		}
		if p.owner && (!p.role || t.d.Reading.Relations[i] == "nmod:poss") {
			return p, false
		}
		return p, len(p.parties) > 0 || p.anaphor
	}
	if w := t.d.Lower(i); !delegates[w] && (!roleNoun(w) || notParty[w]) {
		return phrase{}, false
	}
	for _, k := range t.deps.Of(i) {
		if r := t.deps.Relation(k); r != "nmod" && r != "compound" && r != "amod" {
			continue
		}
		n := t.phraseOf[k] - 1
		if n < 0 {
			continue
		}
		p := t.phrase[n]
		if p.parties = slices.DeleteFunc(slices.Clone(p.parties), func(x party) bool {
			return x.ref.Type != news.RefCountry && x.ref.Type != news.RefOrganization
		}); len(p.parties) > 0 {
			p.role, p.site, p.owner, p.full = true, false, false, false
			return p, true
		}
	}
	if w := t.d.Lower(i); delegates[w] {
		return phrase{Range: nlp.Range{From: i, To: i + 1}, role: true, parties: []party{{ref: news.Ref{Type: news.RefUnnamed, Text: w}}}}, true
	}
	return phrase{}, false
}

// apposed returns the name that stands in apposition to a noun that itself names nobody: "the Speaker of Chile's
// parliament, NAME".
func (t *meetingTree) apposed(i int) (phrase, bool) {
	if n := t.phraseOf[i] - 1; n >= 0 && t.phrase[n].full || !roleNoun(t.d.Lower(i)) && !(t.d.Reading.Tags[i] == "NOUN" && t.deps.Case(i) == "with") && t.d.Lower(i) != "speaker" {
		return phrase{}, false
	}
	for k := i + 1; k < t.s.To-1 && k < i+9; k++ {
		if t.d.Word(k) == "," {
			n := t.startsAt[k+1] - 1
			if n < 0 || !t.phrase[n].full || t.phrase[n].owner || !t.allPeople(t.phrase[n]) || !t.deps.Below(t.d.Reading.Heads[k+1], i, 4) && !t.deps.Below(k+1, i, 4) {
				return phrase{}, false
			}
			return t.phrase[n], true
		}
		if !t.deps.Below(k, i, 4) {
			return phrase{}, false
		}
	}
	return phrase{}, false
}

// subjects returns the actors that are the subject of the verb at token i, by its own subject or by the verb that it
// is joined or subordinate to, and the words that say whether it took place. It is not ok where a verb in between is one
// of which the rules do not know what it says of the meeting.
func (t *meetingTree) subjects(i int) (list []phrase, mod modality, ok bool) {
	for n := 0; n < 4; n++ {
		for _, k := range t.deps.Of(i) {
			switch t.deps.Relation(k) {
			case "aux", "advmod", "cop", "case":
				mod.words = append(mod.words, t.d.Lower(k))
			case "mark":
				if has("if unless whether", t.d.Lower(k)) {
					return nil, mod, false
				}
				mod.words = append(mod.words, t.d.Lower(k))
			}
			if r := t.d.Reading.Relations[k]; r == "nsubj:pass" || r == "aux:pass" {
				mod.passive = mod.passive || n == 0
			}
		}
		subject := t.deps.Kid(i, "nsubj")
		governor := t.unquoted(i)
		relation := t.d.Reading.Relations[i]
		if subject >= 0 && t.d.Reading.Tags[subject] == "PRON" && has("who which that", t.d.Lower(subject)) {
			subject = -1
			if t.deps.Relation(i) == "acl" {
				subject = governor
			}
		}
		if relation == "ccomp" && has("deny denies denied denying", t.d.Lower(governor)) {
			return nil, mod, false
		}
		if subject >= 0 {
			list = t.actors(subject)
			return list, mod, len(list) > 0
		}
		if governor == i {
			return nil, mod, false
		}
		switch relation {
		case "advcl":
			mod.words = slices.DeleteFunc(mod.words, func(w string) bool { return w == "after" || w == "while" || w == "when" })
			if v := travelVerbs[t.d.Lower(governor)]; v.lemma == "" && slices.Contains(mod.words, "to") && !(t.deps.Kid(governor, "cop") >= 0 && t.placeAfter(governor).known()) {
				return nil, mod, false // "called to meet": of what comes of it nothing is said
			}
			list, more, ok := t.subjects(governor)
			if more.has("not never") && slices.Contains(mod.words, "to") { // "will not go to Oslo to meet NAME"
				return nil, mod, false
			}
			if v := travelVerbs[t.d.Lower(governor)]; v.lemma != "" && v.lemma != "be" && slices.Contains(mod.words, "to") {
				if mod.words = append(mod.words, more.words...); v.form == nlp.ThirdPerson && !t.s.Title { // "goes to Oslo on Friday to see NAME"
					mod.words = append(mod.words, "will")
				}
			}
			return list, mod, ok
		case "conj", "advcl:relcl":
			if t.d.Reading.Tags[governor] != "VERB" {
				return nil, mod, false
			}
			list, more, ok := t.subjects(governor)
			if !hasAux(mod) {
				mod.words = append(mod.words, more.words...)
			}
			return list, mod, ok
		case "xcomp":
			w := t.d.Lower(governor)
			if !beforeVerb[w] && travelVerbs[w].lemma == "" {
				return nil, mod, false
			}
			mod.words = append(mod.words, w)
			i = governor
		case "acl":
			list = t.actors(governor)
			return list, mod, len(list) > 0
		default:
			return nil, mod, false
		}
	}
	return nil, mod, false
}

// unquoted returns the governor of token i; where that lies in a quotation of which i is no part ("“Ready,” she said after
// receiving NAME"), the verb outside of it.
func (t *meetingTree) unquoted(i int) int {
	g := t.d.Reading.Heads[i]
	for range 4 {
		if t.quoteOf[g] == t.quoteOf[i] || t.quoteOf[g] == 0 || t.d.Reading.Heads[g] == g {
			break
		}
		g = t.d.Reading.Heads[g]
	}
	return g
}

// hasAux reports whether a verb has an auxiliary of its own, so that the one it is joined to lends it none.
func hasAux(m modality) bool {
	return slices.ContainsFunc(m.words, func(w string) bool { return auxiliaries[w] || w == "to" })
}

// all reports whether all phrases name parties of one type.
func (t *meetingTree) all(list []phrase, kind news.RefType) bool {
	for _, p := range list {
		for _, x := range p.parties {
			if x.ref.Type != kind {
				return false
			}
		}
	}
	return len(list) > 0
}

// dated reports whether a date or a place stands within the words behind token i.
func (t *meetingTree) dated(i int) bool { return t.placeOrDateAfter(i+1, t.s) }

// follows reports whether one of the words stands within n tokens behind token i, in the same sentence.
func (t *meetingTree) follows(i int, words string, n int) bool {
	for k := i + 1; k < min(t.s.To, i+n); k++ {
		if has(words, t.d.Lower(k)) {
			return true
		}
	}
	return false
}
