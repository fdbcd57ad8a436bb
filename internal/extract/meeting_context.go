package extract

import (
	"slices"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// What neither patterns nor a sentence's own tree tell is read with the sentences around it: meetings whose parties were
// named before ("a second round is set for May"), verbs of coming together that have no object, and those who are named
// later as the leaders of a delegation.

// context adds the mentions of a sentence that need the text before it.
func (f *meetingFinder) context(s nlp.Sentence) {
	if f.d.Reading == nil || s.Title {
		return
	}
	t := meetingTree{meetingFinder: f, s: s}
	for i := s.From; i < s.To; i++ {
		w := f.d.Lower(i)
		_, together := togetherVerbs[w]
		_, noun := meetingNouns[w]
		if !together && !noun && !leads[w] && w != "joined" && w != "visit" && w != "saw" && w != "sees" && w != "see" && w != "bring" && w != "brings" && w != "brought" ||
			f.nameOf[i] > 0 || f.titleOf[i] > 0 || f.quoteOf[i] > 0 {
			continue
		}
		if t.kids == nil {
			t.grow()
		}
		tag := f.d.Reading.Tags[i]
		switch {
		case noun && tag == "NOUN":
			t.fate(i)
			t.announced(i, meetingNouns[w])
			t.undoneObject(i, meetingNouns[w])
		case tag != "VERB":
		case w == "visit":
			t.invited(i)
		case leads[w]:
			t.leader(i)
		case w == "joined":
			t.joinedBy(i)
		case w == "bring" || w == "brings" || w == "brought":
			t.broughtTogether(i)
		case together:
			t.together(i, togetherVerbs[w])
		default:
			t.saw(i)
		}
	}
}

// togetherVerbs tell that their subjects came together, with the word that has to follow, if any.
var togetherVerbs = map[string]string{"sat": "down", "sit": "down", "sits": "down", "sitting": "down", "got": "together", "get": "together",
	"came": "together", "come": "together", "spoke": "", "speak": "", "talked": "", "talk": "", "dined": "", "dine": "", "lunched": "",
	"conferred": "", "huddled": "", "conversed": "", "negotiated": "", "met": "", "meet": "", "ran": "into", "bumped": "into", "spoken": ""}

// together reads "A and B sat down in Oslo", "the two spoke for ten minutes", "A ran into B".
func (t *meetingTree) together(i int, needs string) {
	if needs != "" && !t.follows(i, needs, 4) || t.found != nil && t.covered(i) {
		return
	}
	list, mod, ok := t.subjects(i)
	w := t.d.Lower(i)
	if !ok {
		if n := t.startsAt[t.s.From] - 1; n >= 0 && t.phrase[n].anaphor && t.kid(i, "nsubj") >= 0 && t.phraseOf[t.kid(i, "nsubj")-t.s.From] == n+1 {
			list, ok = []phrase{t.phrase[n]}, true
		}
	}
	if !ok || mod.passive {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindMeeting, status: news.StatusHeld, sitting: true}
	switch {
	case needs == "into":
		others := t.actors(t.behind(i, "into"))
		if t.all(others, news.RefPerson) && t.verbStatus(&m, meetingVerbs["met"], mod) {
			t.both(&m, list, others)
		}
		return
	case has("talked talk conferred negotiated", w):
		m.kind = news.KindTalks
	case has("spoke speak spoken", w) && t.follows(i, "phone telephone video", 8):
		m.kind = news.KindCall
	}
	if len(t.company(i)) > 0 || t.kid(i, "obj") >= 0 && needs == "" || t.behind(i, "to of about for against") >= 0 && !t.lasting(i) {
		if w == "dine" && t.calledOff(i, &m, list) {
			return
		}
		if !has("met meet", w) || t.kid(i, "obj") >= 0 {
			return
		}
	}
	if !t.lasting(i) && !(needs != "" || has("met meet", w)) || !t.dated(i) && !t.lasting(i) && needs == "" {
		return
	}
	if !t.verbStatus(&m, meetingVerb{form: formOf(w)}, mod) {
		return
	}
	if g := t.d.Reading.Heads[i]; t.rel(i) == "ccomp" && has("proposed proposes suggested suggests offered offers", t.d.Lower(g)) {
		m.status, m.firm, m.sitting = news.StatusProposed, true, false
	}
	anaphor := len(list) == 1 && list[0].anaphor
	one, other := t.split(list)
	switch {
	case anaphor:
		m.anaphor, m.both, m.theirs = true, true, list[0].theirs
		t.finish(&m, t.s, list[0].From)
	case len(other) > 0:
		t.both(&m, one, other)
	}
}

func formOf(w string) nlp.VerbForm {
	switch {
	case has("sat got came spoke spoken talked dined lunched conferred huddled conversed negotiated met ran bumped", w):
		return nlp.PastForm
	case strings.HasSuffix(w, "ing"):
		return nlp.Gerund
	case strings.HasSuffix(w, "s"):
		return nlp.ThirdPerson
	}
	return nlp.BaseForm
}

// lasting reports whether words behind token i tell how long or in which way people were together.
func (t *meetingTree) lasting(i int) bool {
	return t.follows(i, "minutes hours hour night face together doors privately phone telephone lunch dinner breakfast again", 12)
}

// calledOff reads "would not after all dine with NAME".
func (t *meetingTree) calledOff(i int, m *mention, list []phrase) bool {
	not := false
	for k := max(t.s.From, i-6); k < i; k++ {
		not = not || t.d.Lower(k) == "not" || strings.HasSuffix(t.d.Lower(k), "n't")
	}
	others := t.company(i)
	if !not || len(others) == 0 || !t.afterAll(i) {
		return false
	}
	m.status, m.firm = news.StatusCancelled, true
	t.both(m, list, others)
	return true
}

func (t *meetingTree) afterAll(i int) bool {
	for k := max(t.s.From, i-5); k+1 < t.s.To && k < i+20; k++ {
		if t.d.Lower(k) == "after" && t.d.Lower(k+1) == "all" || t.d.Lower(k) == "no" && t.d.Lower(k+1) == "longer" {
			return true
		}
	}
	return false
}

// settled are participles and nouns of a verb that has a meeting as its subject, with what they say of it.
var settled = map[string]news.MeetingStatus{"set": news.StatusPlanned, "planned": news.StatusPlanned, "scheduled": news.StatusPlanned,
	"pencilled": news.StatusPlanned, "penciled": news.StatusPlanned, "due": news.StatusPlanned, "expected": news.StatusPlanned,
	"slated": news.StatusPlanned, "fixed": news.StatusPlanned, "arranged": news.StatusPlanned, "agreed": news.StatusPlanned,
	"follow": news.StatusPlanned, "foreseen": news.StatusPlanned,
	"held": news.StatusHeld, "took": news.StatusHeld, "followed": news.StatusHeld, "postponed": news.StatusPostponed,
	"delayed": news.StatusPostponed, "deferred": news.StatusPostponed, "put": news.StatusPostponed, "cancelled": news.StatusCancelled,
	"canceled": news.StatusCancelled, "scrapped": news.StatusCancelled, "called": news.StatusCancelled, "shelved": news.StatusCancelled,
	"take": news.StatusPlanned, "begin": news.StatusPlanned, "begins": news.StatusPlanned, "resume": news.StatusPlanned,
	"resumes": news.StatusPlanned, "opens": news.StatusPlanned}

// fate gives a meeting that patterns found the status that the verb of the sentence says of it, over a relative clause: "the
// summit that had been set for Monday has been called off".
func (t *meetingTree) fate(i int) {
	g := t.d.Reading.Heads[i]
	status, ok := settled[t.d.Lower(g)]
	if !ok || g == i || !strings.HasPrefix(t.d.Reading.Relations[i], "nsubj") || !t.settles(g, status) || status == news.StatusPlanned || status == news.StatusHeld {
		return
	}
	for k := range t.found {
		if m := &t.found[k]; m.at == i && statusRank[m.status] != statusRank[status] {
			m.status, m.firm, m.pending = status, true, false
			if m.date.from != "" { // a cancelled meeting's day is still ahead
				before := m.date
				m.date = meetingDate{}
				t.setDate(m, t.s, t.lead(m.clause.From, t.s), min(t.reach(m, t.s), g))
				if m.date.text == "" {
					m.date = before
				}
			}
		}
	}
}

// announced reads "a second round is set for May 3 in Oslo": a meeting whose parties were named before.
func (t *meetingTree) announced(i int, kind news.MeetingKind) {
	if t.mentionAt(i) || has(notMeetingBefore[t.d.Lower(i)], t.d.Lower(i-1)) && t.d.Lower(i) != "round" || i+1 < t.s.To && has(notMeetingAfter[t.d.Lower(i)], t.d.Lower(i+1)) {
		return
	}
	for _, k := range t.of(i) { // "a meeting of the board", "three meetings"
		if w := t.d.Lower(k); t.rel(k) == "nmod" && t.phraseOf[k-t.s.From] == 0 && t.caseWord(k) != "of" && t.caseWord(k) != "under" || t.rel(k) == "nummod" || has("no any many several numerous", w) ||
			t.rel(k) == "nmod" && t.caseWord(k) == "of" && t.phraseOf[k-t.s.From] == 0 && !meetingNounAt(w) {
			return
		}
	}
	for _, k := range t.of(i) { // "a round of negotiations": the inner noun is read
		if t.rel(k) == "nmod" && t.caseWord(k) == "of" && meetingNounAt(t.d.Lower(k)) {
			return
		}
	}
	relation := t.d.Reading.Relations[i]
	g := t.d.Reading.Heads[i]
	if g == i || !strings.HasPrefix(relation, "nsubj") {
		return
	}
	status, ok := settled[t.d.Lower(g)]
	if !ok || !t.settles(g, status) {
		return
	}
	if status == news.StatusHeld {
		for _, k := range t.of(g) {
			if w := t.d.Lower(k); has("will would shall 'll to", w) {
				status = news.StatusPlanned
			}
		}
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: g + 1}, kind: kind, ownKind: t.d.Lower(i) != "round", status: status, firm: true, sitting: true}
	if t.d.Lower(i) == "round" {
		m.kind = news.KindTalks
	}
	for _, p := range append(t.company(i), t.actors(t.behind(i, "between of by among"))...) {
		m.parties = append(m.parties, t.named(p.parties)...)
	}
	for _, k := range t.of(i) {
		if n := t.phraseOf[k-t.s.From] - 1; t.d.Reading.Relations[k] == "nmod:poss" && n >= 0 {
			m.parties = append(m.parties, t.named(t.phrase[n].parties)...)
			m.anaphor = m.anaphor || t.phrase[n].anaphor
		}
	}
	m.parties = t.distinct(m.parties)
	if len(m.parties) == 0 {
		m.anaphor, m.both, m.again = true, true, true
	}
	definite := false
	for _, k := range t.of(i) {
		definite = definite || k < i && has("the this that", t.d.Lower(k))
		m.fresh = m.fresh || k < i && has("first second third fourth fifth further another next new fresh follow-up proper", t.d.Lower(k))
	}
	if definite && !m.fresh && len(m.parties) == 0 { // "the meeting" is one that the text has told
		return
	}
	before := len(t.found)
	t.finish(&m, t.s, i)
	if len(t.found) == before {
		return
	}
	if !t.found[before].anchored() {
		t.found = t.found[:before]
		return
	}
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == i && len(x.parties) == 0 && !x.again })
}

// mentionAt reports whether a meeting with parties was found at token i.
func (t *meetingTree) mentionAt(i int) bool {
	return slices.ContainsFunc(t.found, func(m mention) bool { return m.at == i && (len(m.parties) > 0 || m.anaphor) })
}

func (t *meetingTree) caseWord(k int) string {
	if c := t.kid(k, "case"); c >= 0 {
		return t.d.Lower(c)
	}
	return ""
}

// settles reports whether the words around the verb at token g let it say what becomes of a meeting.
func (t *meetingTree) settles(g int, status news.MeetingStatus) bool {
	for _, k := range t.of(g) {
		if w := t.d.Lower(k); w == "not" || w == "never" || w == "could" || w == "might" || w == "may" {
			return false
		}
	}
	switch t.d.Lower(g) {
	case "put":
		return t.follows(g, "off back", 3)
	case "called":
		return t.follows(g, "off", 3)
	case "took":
		return t.follows(g, "place", 3)
	case "take", "follow", "resume":
		return t.follows(g-4, "will to would is are", 5) && (t.d.Lower(g) != "take" || t.follows(g, "place", 3))
	case "due", "begin":
		return true
	}
	return true
}

// undoneObject reads "scrapped a dinner with NAME".
func (t *meetingTree) undoneObject(i int, kind news.MeetingKind) {
	g := t.d.Reading.Heads[i]
	if t.rel(i) != "obj" || g == i || t.mentionAt(i) {
		return
	}
	status, ok := undone[lightVerbs[t.d.Lower(g)].lemma]
	if !ok || status == news.StatusPlanned || status == news.StatusProposed {
		return
	}
	list, mod, ok := t.subjects(g)
	others := t.company(i)
	if !ok || mod.has(denied) || len(others) == 0 {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: kind, ownKind: true, status: status, firm: true, act: g + 1}
	t.both(&m, list, others)
}

// invited reads "NAME accepted an invitation to visit Oslo" and "turned down an invitation to visit Oslo".
func (t *meetingTree) invited(i int) {
	invitation := t.d.Reading.Heads[i]
	if t.rel(i) == "xcomp" && has("invited invites invite", t.d.Lower(invitation)) {
		t.invites(i, invitation)
		return
	}
	if t.d.Lower(invitation) != "invitation" || t.rel(i) != "acl" || t.covered(i) {
		return
	}
	g := t.d.Reading.Heads[invitation]
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindVisit, firm: true}
	switch w := t.d.Lower(g); {
	case has("accepted accepts accept", w):
		m.status = news.StatusPlanned
	case has("declined declines rejected rejects refused spurned", w), has("turned turns", w) && t.follows(g, "down", 3):
		m.status = news.StatusCancelled
	default:
		return
	}
	list, mod, ok := t.subjects(g)
	if !ok || mod.has(denied) {
		return
	}
	if m.where = t.placeAfter(i + 1); m.where.known() {
		t.visit(&m, list)
	}
}

// invites reads "NAME invited NAME to visit Oslo".
func (t *meetingTree) invites(i, verb int) {
	hosts, mod, ok := t.subjects(verb)
	guests := t.actors(t.kid(verb, "obj"))
	where := t.placeAfter(i + 1)
	if !ok || mod.has(denied) || len(guests) == 0 || guests[0].anaphor || !where.known() {
		return
	}
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == i })
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindVisit, status: news.StatusProposed, firm: true, where: where}
	for _, p := range hosts {
		for _, x := range p.parties {
			x.ref.Role = "host"
			m.parties = append(m.parties, x)
		}
	}
	for _, p := range guests {
		m.parties = append(m.parties, p.parties...)
	}
	m.parties = t.distinct(m.parties)
	t.finish(&m, t.s, verb)
}

// datedBehind reports whether a date stands within the words behind token i, names aside.
func (t *meetingTree) datedBehind(i int) bool {
	for k := i; k < t.s.To && k < i+12; k++ {
		if t.dateAt(k) {
			return true
		}
		if clauseEnds[t.d.Lower(k)] || t.d.Word(k) == ";" {
			return false
		}
	}
	return false
}

// leads are verbs of those who stand at the head of a delegation.
var leads = nlp.WordSet("led headed leads heads leading heading")

// leader adds who heads a delegation to the meeting that the text has just told: "The Kenyan team was led by NAME."
func (t *meetingTree) leader(i int) {
	var people []phrase
	noun := -1
	if o := t.kid(i, "obj"); o >= 0 {
		noun = o
		if list, _, ok := t.subjects(i); ok {
			people = list
		}
	} else if s := t.kid(i, "nsubj"); s >= 0 && t.d.Reading.Relations[s] == "nsubj:pass" {
		noun, people = s, t.actors(t.behind(i, "by"))
	}
	if noun < 0 || !has("delegation team side negotiators mission", t.d.Lower(noun)) || !t.all(people, news.RefPerson) {
		return
	}
	o := t.latest(3)
	if o == nil {
		return
	}
	for _, p := range people {
		o.parties = t.distinct(append(o.parties, p.parties...))
	}
}

// joinedBy adds those by whom the parties of the latest meeting "were joined".
func (t *meetingTree) joinedBy(i int) {
	people := t.actors(t.behind(i, "by"))
	o := t.latest(2)
	if o == nil || !t.all(people, news.RefPerson) || t.kid(i, "aux") < 0 || o.status != news.StatusHeld {
		return
	}
	for _, p := range people {
		o.parties = t.distinct(append(o.parties, p.parties...))
	}
}

// latest returns the meeting told last, if that was at most n sentences ago.
func (t *meetingTree) latest(n int) *occasion {
	if len(t.occasions) == 0 {
		return nil
	}
	o := t.occasions[len(t.occasions)-1]
	if t.d.Tokens[t.s.From].Sentence-t.d.Tokens[o.at[len(o.at)-1]].Sentence > n {
		return nil
	}
	return o
}

// broughtTogether reads "The talks brought together A, B and C".
func (t *meetingTree) broughtTogether(i int) {
	if !t.follows(i, "together", 3) {
		return
	}
	var people []phrase
	for k := i + 1; k < t.s.To && k < i+4; k++ {
		if n := t.startsAt[k] - 1; n >= 0 {
			people, _ = t.list(n)
			break
		}
	}
	one, other := t.split(people)
	subject := t.kid(i, "nsubj")
	if len(other) == 0 || subject < 0 {
		return
	}
	kind, ok := meetingNouns[t.d.Lower(subject)]
	if !ok {
		return
	}
	m := mention{at: subject, clause: nlp.Range{From: subject, To: i + 1}, kind: kind, ownKind: true, status: news.StatusHeld, sitting: true, definite: true}
	t.both(&m, one, other)
}

// saw reads "NAME saw NAME in Oslo on Monday" and "the two last saw each other in Kandy".
func (t *meetingTree) saw(i int) {
	o := t.kid(i, "obj")
	if o < 0 || t.covered(i) {
		return
	}
	list, mod, ok := t.subjects(i)
	w := t.d.Lower(i)
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindMeeting, status: news.StatusHeld, sitting: true}
	if !ok || w == "see" && !mod.has(ahead) && !mod.has("to") || !t.dated(i) && !t.datedBehind(o) {
		return
	}
	if t.d.Lower(o) == "other" || t.d.Lower(o) == "another" {
		if t.verbStatus(&m, meetingVerb{form: nlp.PastForm}, mod) {
			if len(list) == 1 && list[0].anaphor {
				m.anaphor, m.both = true, true
				t.finish(&m, t.s, list[0].From)
			} else if one, other := t.split(list); len(other) > 0 {
				t.both(&m, one, other)
			}
		}
		return
	}
	others := t.actors(o)
	if !t.all(others, news.RefPerson) || !t.all(list, news.RefPerson) || !others[0].full {
		return
	}
	form := nlp.PastForm
	if w == "sees" {
		form = nlp.ThirdPerson
	} else if w == "see" {
		form = nlp.BaseForm
	}
	if t.verbStatus(&m, meetingVerb{form: form}, mod) && m.status != news.StatusProposed { // "asked to see NAME"
		t.both(&m, list, others)
	}
}
