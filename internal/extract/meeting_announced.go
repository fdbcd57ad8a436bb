package extract

import (
	"slices"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// What is said of a meeting by a verb that has it as its subject or object: that it is set, was held, is off.

// settling are participles and nouns of a verb that has a meeting as its subject, with what they say of it.
var settling = map[string]news.MeetingStatus{"set": news.StatusPlanned, "planned": news.StatusPlanned, "scheduled": news.StatusPlanned,
	"pencilled": news.StatusPlanned, "penciled": news.StatusPlanned, "due": news.StatusPlanned, "expected": news.StatusPlanned,
	"slated": news.StatusPlanned, "fixed": news.StatusPlanned, "arranged": news.StatusPlanned, "agreed": news.StatusPlanned,
	"follow": news.StatusPlanned, "foreseen": news.StatusPlanned,
	"held": news.StatusHeld, "took": news.StatusHeld, "followed": news.StatusHeld, "postponed": news.StatusPostponed,
	"delayed": news.StatusPostponed, "deferred": news.StatusPostponed, "pushed": news.StatusPostponed, "put": news.StatusPostponed, "cancelled": news.StatusCancelled,
	"canceled": news.StatusCancelled, "dropped": news.StatusCancelled, "axed": news.StatusCancelled, "abandoned": news.StatusCancelled,
	"removed": news.StatusCancelled, "shifted": news.StatusPostponed, "moved": news.StatusPostponed, "rescheduled": news.StatusPostponed,
	"collapsed": news.StatusHeld, "broke": news.StatusHeld, "ended": news.StatusHeld, "concluded": news.StatusHeld, "opened": news.StatusHeld,
	"began": news.StatusHeld, "convened": news.StatusHeld, "scrapped": news.StatusCancelled, "called": news.StatusCancelled, "shelved": news.StatusCancelled,
	"take": news.StatusPlanned, "begin": news.StatusPlanned, "begins": news.StatusPlanned, "resume": news.StatusPlanned,
	"resumes": news.StatusPlanned, "opens": news.StatusPlanned, "start": news.StatusPlanned, "starts": news.StatusPlanned,
	"resumed": news.StatusHeld, "continued": news.StatusHeld, "started": news.StatusHeld, "closed": news.StatusHeld, "wrapped": news.StatusHeld,
	"get": news.StatusPlanned, "gets": news.StatusPlanned, "open": news.StatusPlanned, "convene": news.StatusPlanned, "convenes": news.StatusPlanned, "continue": news.StatusPlanned}

// fate gives a meeting that patterns found the status that the verb of the sentence says of it, over a relative clause: "the
// summit that had been set for Monday has been called off".
func (t *meetingTree) fate(i int) {
	if t.neverTook(i) {
		for k := range t.found {
			if m := &t.found[k]; m.at == i {
				m.status, m.firm, m.sitting, m.refers = news.StatusCancelled, true, true, false
			}
		}
		return
	}
	if t.willBe(i) {
		for k := range t.found {
			if m := &t.found[k]; m.at == i && m.status == news.StatusHeld {
				m.status, m.firm, m.pending, m.date = news.StatusPlanned, true, true, meetingDate{}
				t.setting(m, t.s, m.clause.From)
			}
		}
		return
	}
	g, status, ok := t.settled(i)
	if ok && status == news.StatusPlanned && has("get gets begin begins open opens start starts resume resumes", t.d.Lower(g)) && t.comingDay(g) {
		for k := range t.found { // "Talks between A and B get under way on Friday"
			if m := &t.found[k]; m.at == i && m.status == news.StatusHeld && !m.firm {
				m.status, m.firm, m.pending, m.date = status, true, true, meetingDate{}
				t.setting(m, t.s, m.clause.From)
			}
		}
		return
	}
	if !ok || status == news.StatusPlanned || status == news.StatusHeld {
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

// willBe reports whether the noun at token i is what there "will be".
func (t *meetingTree) willBe(i int) bool {
	g := t.d.Reading.Heads[i]
	return g != i && t.d.Lower(g) == "be" && t.deps.Kid(g, "expl") >= 0 && has("will would", t.d.Lower(g-1))
}

// neverTook reports whether the noun at token i is the subject of "did not take place".
func (t *meetingTree) neverTook(i int) bool {
	g := t.d.Reading.Heads[i]
	if g == i || !strings.HasPrefix(t.d.Reading.Relations[i], "nsubj") {
		return false
	}
	if !t.comesAbout(g) { // "had been planned for Friday but did not take place"
		verb := -1
		for _, k := range t.deps.Of(g) {
			if t.deps.Relation(k) == "conj" && t.comesAbout(k) && t.deps.Kid(k, "nsubj") < 0 {
				verb = k
			}
		}
		if g = verb; g < 0 {
			return false
		}
	}
	did, not := false, false
	for _, k := range t.deps.Of(g) {
		if t.d.Lower(k) == "never" {
			return true
		}
		did = did || t.d.Lower(k) == "did"
		not = not || t.d.Lower(k) == "not" || t.d.Lower(k) == "n't"
	}
	return did && not
}

// comesAbout reports whether the verb at token g says, of a meeting, that it takes place.
func (t *meetingTree) comesAbout(g int) bool {
	switch w := t.d.Lower(g); w {
	case "take", "took":
		return t.follows(g, "place", 3)
	case "go", "went":
		return t.follows(g, "ahead", 3)
	case "come", "came":
		return t.follows(g, "off about", 3)
	default:
		return has("happen happened hold held materialise materialised materialize materialized", w)
	}
}

// announced reads "a second round is set for May 3 in Oslo": a meeting whose parties were named before.
func (t *meetingTree) announced(i int, kind news.MeetingKind) {
	w := t.d.Lower(i)
	if t.mentionAt(i) || has(notMeetingBefore[w], t.d.Lower(i-1)) && w != "round" || i+1 < t.s.To && has(notMeetingAfter[w], t.d.Lower(i+1)) {
		return
	}
	for _, k := range t.deps.Of(i) { // "a meeting of the board", "three meetings"; of "a round of negotiations" the inner noun is read
		word := t.d.Lower(k)
		if t.deps.Relation(k) == "nummod" && !(w == "rounds" && t.newOne(i)) || has("no any many several numerous", word) {
			return
		}
		if c := t.deps.Case(k); t.deps.Relation(k) == "nmod" && !t.dateAt(k) && t.cityOf[k] == 0 && (t.phraseOf[k] == 0 && c != "under" || c == "of" && meetingNounAt(word)) {
			return
		}
	}
	g, status, ok := t.settled(i)
	if !ok {
		g, status, ok = t.round(i)
	}
	if !ok {
		return
	}
	if status == news.StatusHeld {
		for _, k := range t.deps.Of(g) {
			if has("will would shall 'll to", t.d.Lower(k)) {
				status = news.StatusPlanned
			}
		}
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: g + 1}, kind: kind, ownKind: w != "round", status: status, firm: true, sitting: true}
	for _, p := range append(t.company(i), t.actors(t.behind(i, "between of by among"))...) {
		m.parties = append(m.parties, t.named(p.parties)...)
	}
	definite := false
	for _, k := range t.deps.Of(i) {
		if n := t.phraseOf[k] - 1; t.d.Reading.Relations[k] == "nmod:poss" && n >= 0 {
			m.parties = append(m.parties, t.named(t.phrase[n].parties)...)
			m.anaphor = m.anaphor || t.phrase[n].anaphor
		}
		definite = definite || k < i && has("the this that", t.d.Lower(k))
		m.fresh = m.fresh || k < i && freshWords[t.d.Lower(k)]
		if k < i && ordinals[t.d.Lower(k)] {
			m.ordinal = t.d.Lower(k)
		}
	}
	m.parties = t.distinct(m.parties)
	if len(m.parties) == 0 {
		if definite && !m.fresh { // "the meeting" is one that the text has told
			return
		}
		if t.ofUnknownBody(i) {
			return
		}
		m.anaphor, m.both, m.again = true, true, true
	}
	before := len(t.found)
	t.finish(&m, t.s, i)
	if len(t.found) == before {
		return
	}
	if x := t.found[before]; !x.where.known() && x.date.from == "" && (x.date.text == "" || t.d.Published != "") {
		t.found = t.found[:before]
		return
	}
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == i && len(x.parties) == 0 && !x.again })
}

// ofUnknownBody reports whether a name that is no place stands right before the noun at token i: whose meeting it is, is said, and
// not known.
func (t *meetingTree) ofUnknownBody(i int) bool {
	for _, k := range t.deps.Of(i) {
		if t.deps.Relation(k) == "compound" && t.d.Reading.Tags[k] == "PROPN" && t.cityOf[k] == 0 && t.placeOf[k] == 0 && !t.dateAt(k) {
			return true
		}
	}
	return false
}

// mentionAt reports whether a meeting with parties was found at token i.
func (t *meetingTree) mentionAt(i int) bool {
	return slices.ContainsFunc(t.found, func(m mention) bool { return m.at == i && (len(m.parties) > 0 || m.anaphor) })
}

// settled returns the verb that has the noun at token i as its subject and says what becomes of the meeting, and what it says.
func (t *meetingTree) settled(i int) (verb int, status news.MeetingStatus, ok bool) {
	verb = t.d.Reading.Heads[i]
	if verb != i && t.deps.Relation(i) == "nsubj" && t.deps.Kid(verb, "cop") >= 0 && t.newOne(i) && (t.cityOf[verb] > 0 || t.placeOf[verb] > 0 || t.dateAt(verb)) {
		status = news.StatusHeld // "The first round was in Oslo in May"
		for _, k := range t.deps.Of(verb) {
			if w := t.d.Lower(k); has("will would is are", w) {
				status = news.StatusPlanned
			} else if has("not never could may might", w) {
				return verb, status, false
			}
		}
		return verb, status, true
	}
	status, ok = settling[t.d.Lower(verb)]
	if !ok || verb == i || !strings.HasPrefix(t.d.Reading.Relations[i], "nsubj") {
		return verb, status, false
	}
	for _, k := range t.deps.Of(verb) {
		if has("not never could might may", t.d.Lower(k)) {
			return verb, status, false
		}
	}
	switch t.d.Lower(verb) {
	case "put":
		ok = t.follows(verb, "off back", 3)
	case "called":
		ok = t.follows(verb, "off", 3)
	case "took":
		ok = t.follows(verb, "place", 3)
	case "broke":
		ok = t.follows(verb, "up off down", 3)
	case "get", "gets":
		ok = t.follows(verb, "way underway", 3)
	case "wrapped":
		ok = t.follows(verb, "up", 2)
	case "shifted", "moved", "rescheduled":
		ok = t.putTo(verb)
	case "take":
		ok = t.aheadOf(verb) && t.follows(verb, "place", 3)
	case "follow", "resume", "start", "open", "convene", "continue":
		ok = t.aheadOf(verb)
	}
	return verb, status, ok
}

// newOne reports whether the noun at token i is told by its number, or as the next or the last.
func (t *meetingTree) newOne(i int) bool {
	for _, k := range t.deps.Of(i) {
		if k < i && freshWords[t.d.Lower(k)] {
			return true
		}
	}
	return false
}

// putTo reports whether a date stands behind "to" or "until" behind the verb at token i: "has been moved to May 3".
func (t *meetingTree) putTo(i int) bool {
	for k := i + 1; k+1 < t.s.To && k < i+6; k++ {
		if has("to until till for", t.d.Lower(k)) && t.dateAt(k+1) {
			return true
		}
	}
	return false
}

// aheadOf reports whether a word right before the verb at token i puts it ahead: "will follow", "are to resume".
func (t *meetingTree) aheadOf(i int) bool { return t.follows(i-4, "will to would is are", 5) }

// undoneObject reads "scrapped a dinner with NAME", "has called off a visit to Oslo", "pulled out of a meeting with NAME".
func (t *meetingTree) undoneObject(i int, kind news.MeetingKind) {
	g := t.d.Reading.Heads[i]
	if g == i || t.mentionAt(i) && !slices.ContainsFunc(t.found, func(m mention) bool { return m.at == i && statusRank[m.status] < statusRank[news.StatusCancelled] }) {
		return
	}
	status, ok := undone[lightVerbs[t.d.Lower(g)].lemma]
	object := t.deps.Relation(i) == "obj"
	ok = ok && object
	switch w, off := t.d.Lower(g), t.d.Lower(g+1); {
	case !object && t.deps.Kid(g, "obj") >= 0: // "called off a strike after talks"
	case has("called call calling calls", w) && off == "off":
		status, ok = news.StatusCancelled, true
	case has("put puts putting", w) && off == "off":
		status, ok = news.StatusPostponed, true
	case has("pulled pulls pulling backed backs dropped", w) && off == "out" && t.deps.Case(i) == "out", has("withdrew withdraws", w) && t.deps.Case(i) == "from":
		status, ok = news.StatusCancelled, true
	}
	if !ok || status == news.StatusPlanned || status == news.StatusProposed {
		return
	}
	list, mod, ok := t.doers(g)
	others := t.company(i)
	if !ok || mod.has(denied) || mod.passive {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: kind, ownKind: true, status: status, firm: true, act: g + 1}
	if len(others) > 0 {
		t.instead(&m, list, others)
		return
	}
	body := (kind == news.KindSummit || kind == news.KindConference) && len(list) == 1 && len(list[0].parties) == 1 && list[0].parties[0].ref.Type == news.RefOrganization
	if kind != news.KindVisit && !body {
		return
	}
	if kind == news.KindVisit {
		for k := i + 1; k < t.s.To && k < i+4; k++ {
			if t.d.Lower(k) == "to" {
				m.where = t.placeAfter(k + 1)
				break
			}
		}
		if !m.where.known() || !t.all(list, news.RefPerson) && !t.abroad(list, m.where.code) {
			return
		}
	}
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == i })
	m.collective, m.sitting = body, body
	t.visit(&m, list)
}
