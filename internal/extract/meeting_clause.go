package extract

import (
	"slices"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// Meetings whose noun stands behind a preposition: what was done "at talks in Oslo", whom one telephoned, where somebody is "for
// talks". Who met is told by the clause: who acts in it, and to whom.

// measures are nouns before "of" and the noun of a meeting: "six hours of talks", "a second round of talks".
var measures = nlp.WordSet("hours hour days day minutes weeks round rounds series")

// outer returns the head of the noun phrase at token i: "round" of "a second round of talks".
func (t *meetingTree) outer(i int) int {
	if g := t.d.Reading.Heads[i]; g != i && g < i && measures[t.d.Lower(g)] && t.deps.Case(i) == "of" {
		return g
	}
	return i
}

// clauseOf returns the verb of the clause in which the noun at token i stands behind a preposition, also where the tree ties it
// to the object of the verb ("handed him a letter at a meeting"), or -1.
func (t *meetingTree) clauseOf(i int) (verb int, preposition string) {
	i = t.outer(i)
	g, r := t.d.Reading.Heads[i], t.deps.Relation(i)
	preposition = t.deps.Case(i)
	if r == "nmod" && g < i && (t.deps.Relation(g) == "obj" || t.deps.Relation(g) == "obl") && has("at during over", preposition) {
		g, r = t.d.Reading.Heads[g], "obl"
	}
	if g == i || preposition == "" || r != "obl" || t.d.Reading.Tags[g] != "VERB" {
		return -1, preposition
	}
	return g, preposition
}

// doers returns who acts in the verb at token i: by the tree, and where it sees nobody before the verb by the words.
func (t *meetingTree) doers(i int) (list []phrase, mod modality, ok bool) {
	list, mod, ok = t.subjects(i)
	if ok && (list[0].From < i || mod.passive) {
		return list, mod, ok
	}
	if t.deps.Relation(i) == "ccomp" && has("deny denies denied denying", t.d.Lower(t.d.Reading.Heads[i])) {
		return nil, mod, false
	}
	if words, more, found := t.subject(i, t.s); found {
		return words, more, found
	}
	if p, found := t.betweenCommas(i); found && !ok {
		for _, k := range t.deps.Of(i) {
			if k < i && t.deps.Relation(k) == "aux" || t.deps.Relation(k) == "cop" {
				mod.words = append(mod.words, t.d.Lower(k))
			}
		}
		return []phrase{p}, mod, true
	}
	if g := t.d.Reading.Heads[i]; !ok && t.deps.Relation(i) == "xcomp" && g < i { // "pledged to cooperate"
		return t.subjects(g)
	}
	return list, mod, ok
}

// betweenCommas returns the name between two commas right before the verb at token i, which says who a role is: "the head of the
// firm, NAME, is expected".
func (t *meetingTree) betweenCommas(i int) (phrase, bool) {
	k := i
	for k > t.s.From && beforeVerb[t.d.Lower(k-1)] {
		k--
	}
	n := -1
	if t.d.Word(k-1) == "," {
		n = t.endsAt[k-1] - 1
	}
	if n < 0 && t.endsAt[k] > 0 {
		n = t.endsAt[k] - 1
	}
	if n < 0 || !t.phrase[n].full || t.phrase[n].owner || !t.allPeople(t.phrase[n]) || t.d.Word(t.phrase[n].From-1) != "," {
		return phrase{}, false
	}
	return t.phrase[n], true
}

// addressing are verbs whose object is one to whom somebody speaks, by all forms.
var addressing = nlp.WordSet(`told tell tells telling asked asks asking urged urges urging assured assures informed informs briefed briefs thanked thanks
	congratulated congratulates warned warns pressed presses promised promises handed hands gave gives reminded lobbied quizzed
	challenged confronted persuaded convinced offered presented showed begged implored advised encouraged invited pushed
	questioned updated reassured rebuked apologised apologized`)

// addressees returns the people to whom the verb at token g is said or given.
func (t *meetingTree) addressees(g int) []phrase {
	if list := t.actors(t.deps.Kid(g, "iobj")); t.all(list, news.RefPerson) {
		return list
	}
	if n := t.startsAt[g+1] - 1; addressing[t.d.Lower(g)] && n >= 0 {
		if list, _ := t.list(n); t.all(list, news.RefPerson) && !list[0].owner {
			return list
		}
	}
	if addressing[t.d.Lower(g)] {
		if list := t.actors(t.deps.Kid(g, "obj")); t.all(list, news.RefPerson) {
			return list
		}
	}
	list := t.actors(t.behind(g, "to with"))
	if len(list) == 0 {
		if o := t.deps.Kid(g, "obj"); o >= 0 { // "put the idea to NAME": the tree may tie NAME to the idea
			list = t.actors(t.behind(o, "to with"))
		}
	}
	if len(list) == 0 {
		list = t.ahead(g, "to with")
	}
	if t.all(list, news.RefPerson) && !list[0].site && !has("next close according", t.d.Lower(list[0].From-2)) { // who sat "next to NAME" said nothing to NAME
		return list
	}
	return nil
}

// within reads what people did in a meeting: "A and B discussed in a meeting in Oslo …", "A told B at talks in Oslo …", "The plan
// was presented by A to B at a meeting".
func (t *meetingTree) within(i int, m *mention) bool {
	g, preposition := t.clauseOf(i)
	if g < 0 || !has("in during at over after following", preposition) && !(preposition == "into" && has("went enter entered headed plunged", t.d.Lower(g))) &&
		!(preposition == "out" && has("walked walks stormed storms marched", t.d.Lower(g))) && !(preposition == "from" && has("came walked emerged", t.d.Lower(g))) || m.kind == news.KindVisit && preposition != "during" {
		return false
	}
	w := t.d.Lower(i)
	if has(notMeetingBefore[w], t.d.Lower(i-1)) || t.meets(g) || !t.opens(i, m) {
		return false
	}
	others := t.company(i)
	if len(others) == 0 {
		others = t.heldWith(i)
	}
	list, mod, ok := t.doers(g)
	if mod.passive { // "the deal was signed by A and B at a meeting"
		told := list
		list = t.listed(t.behind(g, "by"))
		if ok = len(list) > 0; ok && len(others) == 0 && addressing[t.d.Lower(g)] && t.all(told, news.RefPerson) {
			others = told // "A was told by B at talks"
		}
	}
	if !ok || mod.has("without") || mod.has(vague) { // who "did not agree at talks" had them
		return false
	}
	if len(others) == 0 {
		others = t.addressees(g)
	}
	if their := t.deps.Kid(i, "nmod"); len(others) == 0 && their >= 0 && t.d.Lower(their) == "their" { // "Speaking alongside NAME after their meeting"
		if others = t.actors(t.behind(g, "alongside beside")); len(others) == 0 {
			return false
		}
	}
	if len(others) == 0 {
		list, others = t.split(list)
	}
	if len(others) > 0 && m.kind == news.KindConference && !(t.inOffice(list) && t.inOffice(others)) {
		return false
	}
	if mod.has(ahead) || mod.has(arranged) || mod.has("to") && mod.has("is are was were") {
		m.status, m.firm, m.pending = news.StatusPlanned, true, true
	}
	if processNouns[w] {
		m.process = true
		m.sitting = t.outer(i) != i && has("hours hour round", t.d.Lower(t.outer(i))) || len(t.company(i)) > 0 && has("during at", preposition) && t.speaks(g)
	}
	if len(others) == 0 { // "EU leaders are to decide at a summit in Oslo in May"
		return t.ownSitting(m, list, mod)
	}
	if has("after following", preposition) && len(t.company(i)) == 0 { // who signs after talks had them, who speaks to somebody after them need not
		if one, other := t.split(list); len(other) == 0 || len(one) == 0 {
			return false
		}
	}
	t.instead(m, list, others)
	return true
}

// meets reports whether the verb at token g tells a meeting by itself: "saw each other at the summit".
func (t *meetingTree) meets(g int) bool {
	_, together := comingTogether[t.d.Lower(g)]
	return together && t.d.Lower(g) != "spoke" && t.d.Lower(g) != "talked" && t.d.Lower(g) != "brought" || slices.ContainsFunc(t.found, func(x mention) bool { return x.at == g && named(x.parties) > 1 })
}

// opens reports whether the determiner of the noun at token i lets it tell of an occasion that is not yet known, and notes a
// definite one.
func (t *meetingTree) opens(i int, m *mention) bool {
	i = t.outer(i)
	for _, k := range t.deps.Of(i) {
		if k > i {
			break
		}
		w := t.d.Lower(k)
		switch {
		case unrealBefore[w] || t.deps.Relation(k) == "nummod" && t.outer(i) == i && !measures[t.d.Lower(i)]:
			return false
		case has("the this that", w):
			m.definite = true
			return t.dated(i) || t.newOne(i) && t.dayBehind(i)
		case t.d.Reading.Relations[k] == "nmod:poss" && t.d.Reading.Tags[k] == "PRON":
			m.definite = true
		}
	}
	return true
}

// heldWith returns those behind the "with" of "a meeting, held in Oslo, with NAME".
func (t *meetingTree) heldWith(i int) []phrase {
	for k := i + 1; k+1 < t.s.To && k < i+10; k++ {
		if n := t.startsAt[k+1] - 1; n >= 0 && t.d.Lower(k) == "with" {
			list, _ := t.list(n)
			return list
		}
	}
	return nil
}

// onPhone reads what people said to each other "by telephone", "on the phone" and "by video link".
func (t *meetingTree) onPhone(i int) {
	if meetingNounAt(t.d.Lower(i+1)) || t.quoteOf[i] > 0 {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindCall, status: news.StatusHeld, sitting: true}
	g, preposition := t.clauseOf(i)
	if t.deps.Kid(i, "cop") >= 0 && t.deps.Case(i) == "on" { // "has been on the phone with NAME"
		g, preposition = i, "on"
	}
	if g < 0 || !has("by over on via in", preposition) {
		return
	}
	for _, x := range t.found { // the verb has told it
		if x.kind == news.KindCall && named(x.parties) > 1 && (x.at == g || x.clause.Has(g)) {
			return
		}
	}
	list, mod, ok := t.doers(g)
	others := t.company(g, i)
	if len(others) == 0 && !mod.passive {
		others = t.actors(t.deps.Kid(g, "obj", "iobj"))
	}
	if len(others) == 0 && mod.passive {
		others = t.actors(t.behind(g, "by"))
	}
	if len(others) == 0 {
		others = t.addressees(g)
	}
	if len(others) == 0 {
		list, others = t.split(list)
	}
	if !ok || !t.all(others, news.RefPerson) && !t.all(others, news.RefCountry) || others[0].site || !t.verbStatus(&m, meetingVerb{"speak", nlp.PastForm}, modality{words: mod.words}) {
		return
	}
	t.both(&m, list, others)
}

// cameFor reads what somebody came to a place for: "NAME, who was in Oslo on Monday for talks with NAME", "NAME is due in Oslo on
// Friday for a summit with NAME".
func (t *meetingTree) cameFor(i int, m *mention) bool {
	node := t.outer(i)
	c := t.deps.Kid(node, "case")
	if c < 0 || t.d.Lower(c) != "for" && !(t.d.Lower(c) == "of" && t.d.Lower(c-1) == "ahead") || m.kind == news.KindVisit || !t.opens(i, &mention{}) {
		return false
	}
	others := t.company(i)
	if len(others) == 0 {
		return false
	}
	k, where := t.placeBack(c)
	if w := t.d.Lower(k); !where.known() && !has("in here", w) || k <= t.s.From { // "is in town", "is here"
		return false
	}
	list, ok := t.traveller(k, m)
	if !ok || len(t.named(list[0].parties)) == 0 && !list[0].anaphor {
		return false
	}
	if !m.where.known() {
		m.where = where
	}
	m.sitting = m.status == news.StatusHeld || m.status == news.StatusOngoing
	for n := range others {
		others[n].parties = t.ministryOf(others[n].parties, where.code)
	}
	t.instead(m, list, others)
	return true
}

// placeBack looks back from token k over words that tell only a place and a time, and returns the first of them and the place.
func (t *meetingTree) placeBack(k int) (int, place) {
	var where place
	for k > t.s.From {
		w := t.d.Lower(k - 1)
		if t.nameOf[k-1] > 0 && t.placeOf[k-1] == 0 && t.cityOf[k-1] == 0 || t.personOf[k-1] > 0 {
			break
		}
		if has("in at to into for", w) {
			if p := t.placeAfter(k); p.known() && (!where.known() || !where.city && p.city) {
				where = p
			}
		} else if !t.dateAt(k-1) && t.cityOf[k-1] == 0 && t.placeOf[k-1] == 0 && !has("the on this next and last early late later back again capital city town straight again also ahead today yesterday tomorrow now town here", w) {
			break
		}
		k--
	}
	return k, where
}

// traveller returns who goes to or is at the place whose words begin at token k, and notes what the words say of it.
func (t *meetingTree) traveller(k int, m *mention) (list []phrase, ok bool) {
	w := t.d.Lower(k - 1)
	if n := t.endsAt[k] - 1; n >= 0 || (w == "," || w == "—" || w == "–") && t.endsAt[k-1] > 0 { // "NAME, in Oslo for talks"
		if n < 0 {
			n = t.endsAt[k-1] - 1
		}
		p := t.phrase[n]
		if p.From == t.s.From || p.From == t.s.From+1 && !t.d.Tokens[t.s.From].Word { // a line of an agenda
			m.status, m.firm = news.StatusPlanned, true
		}
		return []phrase{p}, !p.owner && !p.site && (t.allPeople(p) || p.role)
	}
	off := w == "off" && has("is are", t.d.Lower(k-2))                                            // "is off to Oslo"
	for n := 0; n < 3 && k-1 > t.s.From && has("on off out back over up here now down", w); n++ { // "fly on to"
		k--
		w = t.d.Lower(k - 1)
	}
	i := k - 1
	v := travelVerbs[w]
	if v.lemma == "" && !has("due expected awaited bound off back been", w) {
		return nil, false
	}
	list, mod, ok := t.doers(i)
	if !ok || len(list) == 0 || mod.has(denied) || mod.has("n't") {
		return nil, false
	}
	switch {
	case mod.has(invites):
		m.status, m.firm = news.StatusProposed, true
	case mod.has(vague):
		m.status, m.firm = news.StatusProposed, true
	case off, has("due expected awaited bound", w) && !has("was were been", t.d.Lower(i-1)), mod.has(ahead), mod.has(arranged), mod.has("to") && mod.has("is are was were has have"):
		m.status, m.firm, m.pending = news.StatusPlanned, true, true
	case v.form == nlp.Gerund && slices.ContainsFunc(t.found, func(x mention) bool { return x.status == news.StatusPlanned && x.firm && x.at < k }): // "will meet A before going on to Oslo for talks with B"
		m.status, m.firm = news.StatusPlanned, true
	case v.lemma == "be" && has("is are", w):
		m.status = news.StatusOngoing
	case v.form == nlp.ThirdPerson && v.lemma != "be" && !t.s.Title, v.form == nlp.Gerund && v.lemma != "be" && mod.has("is are"):
		m.status, m.firm, m.pending = news.StatusPlanned, true, true
	default:
		m.firm = v.form == nlp.PastForm && v.lemma != "be"
	}
	return list, true
}

// ministryOf puts the country of a meeting's place in the stead of a ministry or a government that the words leave without one:
// "is due in Lima for talks with the economy ministry".
func (t *meetingTree) ministryOf(list []party, code string) []party {
	if code == "" || !t.hasCountry(code) {
		return list
	}
	for i, p := range list {
		if p.ref.Type != news.RefOrganization {
			continue
		}
		for _, o := range t.b.rec.Organizations {
			if o.ID == p.ref.ID && o.Name == strings.ToLower(o.Name) && has("ministry government parliament", o.Name[strings.LastIndex(o.Name, " ")+1:]) {
				out := append([]party(nil), list...)
				out[i] = t.state(code)
				return out
			}
		}
	}
	return list
}
