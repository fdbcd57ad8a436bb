package extract

import (
	"slices"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// Meetings of sentences that the classifier takes to tell of one, where neither patterns nor the tree have found whose: all who act
// in the sentence or are acted on take part, less those who only speak of it or are named for something else.

const (
	judgedSure   = 1.7 // log odds above which a sentence with two parties tells of a meeting
	judgedSurely = 3.0 // the same where less is told
	farBack      = 8   // sentences after which "the meeting" no longer means the one told last
)

// judged adds the meeting of a sentence by the classifier.
func (t *meetingTree) judged() {
	score := tellsOccasion(t.d.Reading, t.d.Tokens[t.s.From].Sentence)
	if score < judgedSure || slices.ContainsFunc(t.found, t.complete) || t.d.Word(t.s.To-1) == "?" {
		return
	}
	m, word := t.occasionOf()
	if word == noWord || word == meetingName && m.definite && len(m.parties) == 0 && !t.dated(m.at) && t.latest(farBack) != nil { // "during the meeting"
		return
	}
	told := len(m.parties) > 0
	people := t.takingPart(m.at)
	if p, ok := t.ownerOf(m.at); ok && m.kind == news.KindVisit { // "called NAME's trip to Oslo a success"
		people = []phrase{p}
	}
	for _, p := range people {
		if !told || named(m.parties) < 2 {
			m.parties = append(m.parties, t.named(p.parties)...)
			m.points(p)
		}
		m.clause.To = max(m.clause.To, p.To)
		m.clause.From = min(m.clause.From, p.From)
	}
	m.parties = t.distinct(m.parties)
	if named(m.parties) > 1 {
		m.anaphor, m.theirs = false, ""
	}
	if len(m.parties) == 0 && !m.anaphor {
		return
	}
	if !t.judgedStatus(&m) || m.status == news.StatusProposed && word < meetingName || word == goingWord && t.meetsPress() {
		return
	}
	m.collective, m.sitting, m.process, m.refers, m.judged = true, true, false, false, true
	before := len(t.found)
	t.finish(&m, t.s, m.clause.From)
	if len(t.found) == before {
		return
	}
	x := &t.found[before]
	t.anywhere(x)
	if !t.likely(x, word, score >= judgedSurely) {
		t.found = t.found[:before]
		return
	}
	at := x.at
	t.found = slices.DeleteFunc(t.found, func(y mention) bool { return y.at == at && !y.judged })
}

// ownerOf returns the person whose the noun at token i is by a possessive before it.
func (t *meetingTree) ownerOf(i int) (phrase, bool) {
	for _, k := range t.deps.Of(i) {
		if n := t.phraseOf[k] - 1; t.d.Reading.Relations[k] == "nmod:poss" && n >= 0 && t.allPeople(t.phrase[n]) {
			p := t.phrase[n]
			p.owner = false
			return p, true
		}
	}
	return phrase{}, false
}

// meetsPress reports whether the sentence speaks of a conference for the press, to which people go as well.
func (t *meetingTree) meetsPress() bool {
	for i := t.s.From + 1; i < t.s.To; i++ {
		if w := t.d.Lower(i); meetingNounAt(w) && has("press news media", t.d.Lower(i-1)) {
			return true
		}
	}
	return false
}

// inPlaceLine reports whether a phrase is the place that opens an article in capital letters: "OSLO (Reuters)".
func (t *meetingTree) inPlaceLine(p phrase) bool {
	w := t.d.Word(p.From)
	return p.From == t.s.From && len(w) > 1 && strings.ToUpper(w) == w && p.Len() < 6 && has("( , - – —", t.d.Word(p.From+1))
}

// likely reports whether a mention by the classifier has what an occasion needs: the less its words tell by themselves, the more
// parties, place and day have to.
func (t *meetingTree) likely(m *mention, word occasionWord, sure bool) bool {
	people, bodies, office := 0, 0, false
	for _, p := range m.parties {
		if p.ref.Type == news.RefPerson || p.official != "" {
			people++
		}
		if p.ref.Type == news.RefOrganization {
			bodies++
		}
		office = office || p.ref.Type == news.RefCountry || p.ref.Type == news.RefPerson && !p.private
	}
	switch {
	case m.anaphor:
		return m.anchored() && (sure || word >= meetingWord)
	case !office, !m.anchored() && !(sure && word >= meetingWord && people > 1):
		return false
	case named(m.parties)-bodies < 2: // a body may be named for much else
		return false
	}
	return true
}

// complete reports whether a mention needs no more parties.
func (t *meetingTree) complete(m mention) bool {
	return named(m.parties) > 1 || m.anaphor || m.kind == news.KindVisit && len(m.parties) > 0 && m.where.known()
}

// occasionWord says what kind of word tells of an occasion, from the least to the most telling.
type occasionWord int

const (
	noWord      occasionWord = iota
	goingWord                // a verb of going somewhere
	meetingWord              // a verb of meeting
	meetingName              // a noun
)

// occasionOf returns a mention for the word of the sentence that tells of the occasion: what the patterns made of one with too few
// parties, else a noun or a verb of meeting or of going somewhere.
func (t *meetingTree) occasionOf() (mention, occasionWord) {
	for _, m := range t.found {
		if m.ownKind && t.topic(m.at) {
			continue
		}
		if m.ownKind {
			return m, meetingName
		}
		if len(m.parties) > 0 {
			return m, meetingWord
		}
	}
	at, word := -1, noWord
	for i := t.s.From; i < t.s.To; i++ {
		if t.nameOf[i] > 0 || t.titleOf[i] > 0 {
			continue
		}
		w, r := t.d.Lower(i), noWord
		switch tag := t.d.Reading.Tags[i]; {
		case t.topic(i):
		case w == "welcomed" && t.toDo(i):
		case tag == "NOUN" && meetingNounAt(w) && t.deps.Relation(i) != "compound" && !has(notMeetingBefore[w], t.d.Lower(i-1)):
			r = meetingName
		case tag != "VERB":
		case meetingVerbs[w].lemma != "" && !t.takesThing(i):
			r = meetingWord
		case travelVerbs[w].lemma != "" && t.goesAbroad(i):
			r = goingWord
		}
		if r > word {
			at, word = i, r
		}
	}
	if at < 0 {
		return mention{}, noWord
	}
	m := mention{at: at, clause: nlp.Range{From: at, To: at + 1}, kind: news.KindMeeting, status: news.StatusHeld}
	w := t.d.Lower(at)
	switch {
	case word == meetingName:
		m.kind, m.ownKind = t.nounKind(w, t.s), true
	case word == meetingWord && verbKind[meetingVerbs[w].lemma] != "":
		m.kind = verbKind[meetingVerbs[w].lemma]
	case word == goingWord:
		m.kind = news.KindVisit
	}
	if t.byPhone(t.s) && !m.ownKind {
		m.kind = news.KindCall
	}
	return m, word
}

// goesAbroad reports whether the verb of going at token i takes people who act for a state to a place in another one.
func (t *meetingTree) goesAbroad(i int) bool {
	list, mod, ok := t.doers(i)
	where := t.goal(i)
	return ok && !mod.passive && where.code != "" && t.abroad(list, where.code)
}

// takesThing reports whether the verb of meeting at token i has a thing as its object: "receives applications", "would meet the needs".
func (t *meetingTree) takesThing(i int) bool {
	o := t.deps.Kid(i, "obj")
	if o < 0 && meetingVerbs[t.d.Lower(i)].lemma == "meet" { // "met with an accident"
		o = t.behind(i, "with")
	}
	if o < 0 || t.phraseOf[o] > 0 || t.d.Reading.Tags[o] != "NOUN" || t.startsAt[o+1] > 0 || meetingVerbs[t.d.Lower(i)].lemma == "visit" {
		return false
	}
	w := t.d.Lower(o)
	return !roleNoun(w) && !delegates[w] && !meetingNounAt(w)
}

// topic reports whether the noun of a meeting at token i is only what is spoken of: "blamed each other for the failure of the talks".
func (t *meetingTree) topic(i int) bool {
	return t.deps.Case(i) == "about" || t.deps.Case(i) == "of" && t.outer(i) == i && has("for about over", t.deps.Case(t.d.Reading.Heads[i]))
}

// takingPart returns the actors of the sentence who may have taken part in what the word at token at tells.
func (t *meetingTree) takingPart(at int) []phrase {
	var out []phrase
	for i := t.s.From; i < t.s.To; i++ {
		n := t.startsAt[i] - 1
		if n < 0 {
			continue
		}
		p := t.phrase[n]
		i = p.To - 1
		if p.To > t.s.To || t.inPlaceLine(p) || t.quoteOf[p.From] != t.quoteOf[at] || t.tells(p) || p.owner && (p.To > at || at-p.To > 3) {
			continue
		}
		head := t.deps.Head(p.Range)
		relation, preposition := t.deps.Relation(head), t.deps.Case(head)
		if relation == "conj" || relation == "appos" || relation == "flat" {
			g := t.d.Reading.Heads[head]
			relation, preposition = t.deps.Relation(g), t.deps.Case(g)
		}
		if b := t.d.Lower(p.From - 1); preposition == "" && prepositionWords[b] {
			preposition = b
		}
		core := has("nsubj obj iobj", relation) || has("with between by to from among alongside including", preposition)
		switch {
		case t.d.Lower(p.From-1) == "to" && t.d.Lower(p.From-2) == "according", has("of about against under since like as despite over into", preposition) && !p.anaphor && !p.owner:
			continue
		case p.site && !(has("nsubj", relation) || has("with between", preposition)):
			continue
		case len(p.parties) > 0 && p.parties[0].ref.Type == news.RefOrganization && !core:
			continue
		}
		out = append(out, p)
	}
	return out
}

// judgedStatus tells the status by the verb of the mention, and is not ok where it is denied or only wished for.
func (t *meetingTree) judgedStatus(m *mention) bool {
	for k := t.s.From; k < t.s.To; k++ { // "fell through", "was called off"
		if o := t.deps.Kid(k, "obj"); o >= 0 && o != m.at { // "called off a strike after talks"
			continue
		}
		if x, ok := undoneBy[t.d.Lower(k)]; ok && t.quoteOf[k] == t.quoteOf[m.at] && (x.with == "" || t.follows(k, x.with, 3)) && t.d.Reading.Tags[k] == "VERB" {
			m.status, m.firm = x.status, true
			return true
		}
	}
	v := m.at
	for range 4 {
		if t.d.Reading.Tags[v] == "VERB" || t.d.Reading.Heads[v] == v {
			break
		}
		v = t.d.Reading.Heads[v]
	}
	_, mod, _ := t.doers(v)
	for _, k := range t.deps.Kids(v, "aux", "cop", "mark", "advmod") {
		mod.words = append(mod.words, t.d.Lower(k))
	}
	if has(arranged, t.d.Lower(v)) && !has("agreed agree agrees", t.d.Lower(v)) && t.deps.Kid(v, "aux") >= 0 {
		mod.words = append(mod.words, t.d.Lower(v))
	}
	if m.firm && m.status != news.StatusHeld {
		return true
	}
	form := nlp.PastForm
	if w := t.d.Lower(v); strings.HasSuffix(w, "s") && !mod.has("is are was were") && (meetingVerbs[w].form == nlp.ThirdPerson && meetingVerbs[w].lemma != "" || travelVerbs[w].form == nlp.ThirdPerson && travelVerbs[w].lemma != "") {
		form = nlp.ThirdPerson
	}
	mod.passive = false
	if mod.has(vague) {
		return false
	}
	if v != m.at { // of the noun of a meeting the words tell whether it is to come
		mod.words = slices.DeleteFunc(mod.words, func(w string) bool { return w == "to" })
	}
	return t.verbStatus(m, meetingVerb{"hold", form}, mod)
}

// anywhere gives a mention the place and the day of its sentence where its own clause has none.
func (t *meetingTree) anywhere(m *mention) {
	if !m.where.known() && m.kind != news.KindCall {
		m.where = t.placeIn(t.s.From, t.s.To, true)
	}
	t.anyDay(m)
}

// anyDay gives a mention the day of its sentence where its own clause has none.
func (t *meetingTree) anyDay(m *mention) {
	if m.date.text == "" {
		for _, r := range t.dates(t.s, tenseOf[m.status]) {
			if !t.saidOn(r.From, t.s) {
				m.date = r.meetingDate
				break
			}
		}
	}
	if d := t.d.Published; d != "" && m.status == news.StatusHeld && len(m.date.from) == len(d) && m.date.from > d {
		m.status = news.StatusPlanned
	}
}
