package extract

import (
	"slices"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// Meetings whose noun is neither the object nor the subject of the verb that tells who met: the verb stands in a clause behind
// the noun, the noun behind a place, or behind the delegation of one side.

// event adds the meeting that the noun at token i names, where nothing before has found it.
func (t *meetingTree) event(i int) {
	w := t.d.Lower(i)
	known := slices.IndexFunc(t.found, func(m mention) bool { return m.at == i && named(m.parties) > 1 })
	if t.quoteOf[i] > 0 || known >= 0 && !t.found[known].withOne {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: t.nounKind(w, t.s), ownKind: true, status: news.StatusHeld, sitting: true}
	if known >= 0 { // "raised the matter in a meeting with A and B": who did was there as well
		_ = has("in at during", t.deps.Case(i)) && t.within(i, &m)
		return
	}
	_ = t.heldBehind(i, &m) || t.cameFor(i, &m) || t.delegated(i, &m) || t.visitFrom(i, &m) || t.within(i, &m) || t.toBeHeld(i, &m) || t.since(i, &m) || t.voyage(i, &m)
}

// instead keeps a mention in the place of what the patterns found at its noun, if it names two sides.
func (t *meetingTree) instead(m *mention, list, others []phrase) {
	before := slices.Clone(t.found)
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == m.at })
	rest := len(t.found)
	if t.both(m, list, others); len(t.found) == rest {
		t.found = before
	}
}

// heldBehind reads "the talks that she had held with NAME in Oslo".
func (t *meetingTree) heldBehind(i int, m *mention) bool {
	for _, verb := range t.deps.Of(i) {
		v := lightVerbs[t.d.Lower(verb)]
		if t.deps.Relation(verb) != "acl" || verb < i || !has("hold have conduct attend", v.lemma) {
			continue
		}
		others := t.company(verb)
		list, mod, ok := t.subjects(verb)
		if !ok || len(others) == 0 || !t.verbStatus(m, v, mod) {
			return false
		}
		t.instead(m, list, others)
		return true
	}
	return false
}

// delegated reads "the Norwegian delegation at the consultations with Kenya".
func (t *meetingTree) delegated(i int, m *mention) bool {
	g := t.d.Reading.Heads[i]
	c := t.deps.Kid(i, "case")
	if h := i - 2; h > t.s.From && has("round rounds series", t.d.Lower(h)) && t.d.Lower(i-1) == "of" { // "led the delegation in two rounds of talks"
		g, c = t.d.Reading.Heads[h], t.deps.Kid(h, "case")
	}
	if g == i || c < 0 || !has("at to in during for", t.d.Lower(c)) {
		return false
	}
	var head []phrase
	if leads[t.d.Lower(g)] {
		list, _, ok := t.subjects(g)
		if g = t.deps.Kid(g, "obj"); !ok || g < 0 {
			return false
		}
		head = list
	}
	if !has("delegation team negotiator negotiators side", t.d.Lower(g)) {
		return false
	}
	side, ok := t.actor(g)
	others := t.company(i)
	if !ok || len(others) == 0 {
		return false
	}
	m.process, m.sitting = len(head) == 0, len(head) > 0
	t.instead(m, append(head, side), others)
	return true
}

// toBeHeld reads "Norway and Kenya agreed on a dialogue, with the first meeting to be held in Oslo in May".
func (t *meetingTree) toBeHeld(i int, m *mention) bool {
	for _, verb := range t.deps.Of(i) {
		if t.deps.Relation(verb) != "acl" || verb < i || !has("held convened", t.d.Lower(verb)) || !t.follows(i, "to", 2) {
			continue
		}
		m.status, m.firm, m.pending, m.anaphor, m.both = news.StatusPlanned, true, true, true, true
		m.clause.To = verb + 1
		t.finishAnchored(m, i)
		return true
	}
	return false
}

// finishAnchored tells a mention in the stead of what has been told of the noun at token i, if something anchors it.
func (t *meetingTree) finishAnchored(m *mention, i int) {
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == i })
	before := len(t.found)
	t.finish(m, t.s, i)
	if len(t.found) > before && !t.found[before].anchored() {
		t.found = t.found[:before]
	}
}

// since reads "their first encounter since a dinner in Oslo in May": the same two met then.
func (t *meetingTree) since(i int, m *mention) bool {
	if node := t.outer(i); t.deps.Case(node) != "since" || t.mentionAt(i) || !t.opens(i, &mention{}) || len(t.company(i)) > 0 {
		return false
	}
	m.anaphor, m.both, m.fresh = true, true, true
	t.finishAnchored(m, i)
	return true
}

// visitFrom reads "received a visit from NAME".
func (t *meetingTree) visitFrom(i int, m *mention) bool {
	g := t.d.Reading.Heads[i]
	if m.kind != news.KindVisit || t.deps.Relation(i) != "obj" || !has("received receives receive", t.d.Lower(g)) {
		return false
	}
	guests := t.actors(t.behind(i, "from by of"))
	if len(guests) == 0 {
		guests = t.actors(t.behind(g, "from"))
	}
	hosts, mod, ok := t.subjects(g)
	if !ok || len(guests) == 0 || !t.verbStatus(m, meetingVerbs[t.d.Lower(g)], mod) {
		return false
	}
	t.instead(m, hosts, guests)
	return true
}

// receivedLater returns whom somebody received where a place or a time stands between: "received at her office on Sunday NAME".
func (t *meetingTree) receivedLater(i int) []phrase {
	for k := i + 1; k < t.s.To && k < i+12; k++ {
		n := t.startsAt[k] - 1
		switch {
		case n >= 0 && t.phrase[n].full && !t.phrase[n].owner && t.allPeople(t.phrase[n]):
			list, _ := t.list(n)
			return list
		case n >= 0 && !t.phrase[n].owner && !t.phrase[n].site:
			return nil
		}
		w := t.d.Lower(k)
		if t.d.Reading.Tags[k] == "VERB" || clauseEnds[w] || w == "," || w == "from" {
			return nil
		}
	}
	return nil
}

// trips joins the meetings that somebody had on a visit to the visit, where one sentence tells both: "visited Oslo last week
// and had dinner with NAME".
func (f *meetingFinder) trips() {
	joined := map[*occasion]bool{}
	for i, v := range f.occasions {
		if v.kind != news.KindVisit || !v.where.known() || named(v.parties) != 1 || joined[v] {
			continue
		}
		for _, o := range f.around(i) {
			if o == v || joined[o] || o.kind == news.KindVisit && o.ownKind && v.ownKind || !f.onTrip(v, o) {
				continue
			}
			joined[o] = true
			v.at = append(v.at, o.at...)
			v.parties = f.distinct(append(v.parties, o.parties...))
			if !v.where.city && o.where.known() {
				v.where = o.where
			}
			if v.date.from == "" {
				v.date = o.date
			}
			break
		}
	}
	f.occasions = slices.DeleteFunc(f.occasions, func(o *occasion) bool { return joined[o] })
}

// onTrip reports whether a meeting is told in a sentence of a visit, by the visitor, and nothing of it speaks against it.
func (f *meetingFinder) onTrip(v, o *occasion) bool {
	if o.kind == news.KindCall || named(o.parties) < 2 || !covers(o.parties, v.parties[0]) || !datesFit(v.date, o.date) || !placesFit(v.where, o.where) {
		return false
	}
	if o.status != v.status && !(statusRank[v.status] == statusRank[news.StatusCancelled] && o.status == news.StatusPlanned) {
		return false
	}
	if o.where.known() && o.where.name != v.where.name && o.where.city && v.where.city {
		return false
	}
	for _, a := range v.at {
		if f.d.Tokens[a].Sentence == f.d.Tokens[o.at[0]].Sentence && a < o.at[0] {
			return true
		}
	}
	return false
}

// around returns the occasions that are told near the one with index i.
func (f *meetingFinder) around(i int) []*occasion {
	return f.occasions[max(0, i-farthest):min(len(f.occasions), i+farthest)]
}

// abroadOn gives a meeting of which the text tells no place the country of a visit that it was part of: one of those who met was
// there, and another acts for that country.
func (f *meetingFinder) abroadOn() {
	for i, o := range f.occasions {
		if o.where.known() || o.kind == news.KindCall || len(o.parties) < 2 {
			continue
		}
		for _, v := range f.around(i) {
			if v == o || v.where.code == "" || v.kind != news.KindVisit || v.status == news.StatusProposed || v.status == news.StatusCancelled ||
				!datesFit(v.date, o.date) && (v.date.from > o.date.from || v.status == news.StatusPlanned) {
				continue
			}
			host, guest := false, false
			for _, p := range o.parties {
				host = host || p.code == v.where.code
				guest = guest || p.code != v.where.code && indexOf(v.parties, p) >= 0
			}
			if host && guest {
				o.where.code = v.where.code
				break
			}
		}
	}
}

// atHost gives a mention of which no country is told that of whoever received the others: states receive their guests at home.
func (f *meetingFinder) atHost(m *mention) {
	if m.where.code != "" || m.where.city || m.kind == news.KindCall || m.status == news.StatusProposed || len(m.parties) < 2 {
		return
	}
	code := ""
	for _, p := range m.parties {
		if p.ref.Role != "host" || p.ref.Type == news.RefOrganization {
			continue
		}
		if code != "" && code != p.code {
			return
		}
		code = p.code
	}
	m.where.code = code
}

// journeys are verbs of those who go somewhere by themselves.
var journeys = verbForms(map[string]string{"travel": "travel travels travelled traveled travelling traveling", "fly": "fly flies flew flown flying",
	"head": "head heads headed heading", "come": "come comes came", "go": "go goes went"})

// journey reads "NAME will travel to Oslo on Friday": who acts for a state or a body and goes to another country visits it.
func (t *meetingTree) journey(i int) {
	v := journeys[t.d.Lower(i)]
	o := t.behind(i, "to")
	if o < 0 || t.covered(i) || t.follows(i, "for to", 12) && t.meetsBehind(i) {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindVisit, status: news.StatusHeld}
	list, mod, ok := t.subjects(i)
	for k := i + 1; k <= o; k++ {
		if t.d.Lower(k) == "to" {
			m.where = t.placeAfter(k + 1)
			break
		}
	}
	if !ok || mod.passive || m.where.code == "" || !t.abroad(list, m.where.code) || !t.verbStatus(&m, v, mod) || m.status == news.StatusProposed {
		return
	}
	if (m.status == news.StatusHeld || v.lemma == "go") && !t.datedBehind(i) && !t.hadBeen(&m, t.s) {
		return
	}
	t.visit(&m, list)
}

// expectedIn reads "NAME is expected in Oslo on Friday", "NAME is due in Oslo on Friday" and "NAME will be received in Oslo on Friday".
func (t *meetingTree) expectedIn(i int) {
	o := t.behind(i, "in at")
	received := has("received hosted welcomed", t.d.Lower(i))
	if o < 0 || received && t.behind(i, "by") >= 0 || t.deps.Kid(i, "xcomp") >= 0 || t.deps.Kid(i, "ccomp") >= 0 || t.covered(i) {
		return
	}
	list, mod, ok := t.doers(i)
	where := t.placeIn(i, o+1, false)
	if !ok || !mod.passive && t.d.Lower(i) != "due" && !t.isBe(t.d.Lower(i-1)) || !t.all(list, news.RefPerson) || where.code == "" || !t.abroad(list, where.code) || mod.has(denied) {
		return
	}
	if received && !mod.has(ahead) && !mod.has("to") && !mod.has("is are") || t.d.Lower(i) == "due" && mod.has("was were been") {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindVisit, status: news.StatusPlanned, firm: true, pending: true, where: where}
	before := len(t.found)
	t.visit(&m, list)
	if len(t.found) > before && t.d.Lower(i) != "expected" && t.found[before].date.text == "" {
		t.found = t.found[:before]
	}
}

// abroad reports whether the actors are people of whom one acts for a state, and none for the one with the code.
func (t *meetingTree) abroad(list []phrase, code string) bool {
	acts := false
	for _, p := range list {
		if !t.allPeople(p) && (len(p.parties) != 1 || p.parties[0].official == "" || has("ministry government side", p.parties[0].official)) {
			return false
		}
		for _, x := range p.parties {
			if x.code == code {
				return false
			}
			acts = acts || !x.private
		}
	}
	return acts
}

// meetsBehind reports whether a noun or a verb of meeting follows in the sentence, of which the journey is a part.
func (t *meetingTree) meetsBehind(i int) bool {
	for k := i + 1; k < t.s.To; k++ {
		w := t.d.Lower(k)
		if has("prepare preparing discuss", w) { // "to prepare the summit"
			return false
		}
		if w == "but" {
			return false
		}
		if !t.deps.Below(k, i, 5) {
			continue
		}
		if _, verb := meetingVerbs[w]; verb && t.d.Reading.Tags[k] == "VERB" || meetingNounAt(w) {
			return true
		}
	}
	return false
}
