package extract

import (
	"slices"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// tripParts are nouns of a part of a visit: "upon his arrival on a visit", "at the end of a trip".
const tripParts = "arrival end start beginning conclusion part leg day sidelines margins outset course stop departure"

// voyage reads the visit in the course of which somebody does something: "NAME said during a visit to Oslo", "soon after his arrival on
// a visit to Oslo, NAME reviewed the troops", "left Norway following a visit".
func (t *meetingTree) voyage(i int, m *mention) bool {
	if m.kind != news.KindVisit || slices.ContainsFunc(t.found, func(x mention) bool { return x.at == i && len(x.parties) > 0 }) {
		return false
	}
	if det := t.deps.Kid(i, "det"); det >= 0 && has("any no every each", t.d.Lower(det)) || t.deps.Relation(i) == "compound" || has(notMeetingAfter[t.d.Lower(i)], t.d.Lower(i+1)) {
		return false
	}
	g, preposition := t.clauseOf(i)
	if h := t.d.Reading.Heads[i]; g < 0 && h < i && has(tripParts, t.d.Lower(h)) {
		g, preposition = t.clauseOf(h)
		if preposition != "" {
			preposition = "during"
		}
	}
	if g < 0 || !has("during on after following upon", preposition) {
		return false
	}
	list, mod, ok := t.doers(g)
	if by := t.actors(t.behind(i, "by from of")); len(by) > 0 && t.all(by, news.RefPerson) {
		list, ok = by, true
	}
	for _, k := range t.deps.Of(i) {
		if n := t.phraseOf[k] - 1; t.d.Reading.Relations[k] == "nmod:poss" && n >= 0 && t.allPeople(t.phrase[n]) {
			p := t.phrase[n]
			p.owner = false
			list, ok = []phrase{p}, true
		}
	}
	m.where = t.goal(i)
	if left := t.deps.Kid(g, "obj"); !m.where.known() && left >= 0 && has("left leaves departed departs concluded wrapped", t.d.Lower(g)) {
		m.where = t.placeAfter(left)
	}
	if !ok || !m.where.known() || mod.has(denied) || mod.has(vague) || !t.all(list, news.RefPerson) || !t.inOffice(list) || m.where.code != "" && !t.abroad(list, m.where.code) {
		return false
	}
	for _, k := range t.deps.Kids(i, "amod") {
		if has("ongoing current", t.d.Lower(k)) {
			m.status, m.firm = news.StatusOngoing, true
		}
	}
	if (preposition == "during" || preposition == "on") && (mod.has(ahead) || mod.has("to") && mod.has("is are")) {
		m.status, m.firm, m.pending = news.StatusPlanned, true, true
	}
	before := len(t.found)
	t.visit(m, list)
	if len(t.found) > before && has("during on", preposition) { // what is done after a visit has another day
		t.anywhere(&t.found[len(t.found)-1])
	}
	return true
}

// goal returns the place behind the noun of a visit: "a visit last week to Oslo".
func (t *meetingTree) goal(i int) place {
	const near = 8
	for k := i + 1; k+1 < t.s.To && k < i+near; k++ {
		w := t.d.Lower(k)
		if has("to in of", w) {
			if p := t.placeAfter(k + 1); p.known() {
				return p
			}
		}
		if t.d.Word(k) == "," || clauseEnds[w] || t.d.Reading.Tags[k] == "VERB" {
			break
		}
	}
	return place{}
}

// isAbroad reads "NAME is in the Kenyan capital, Nairobi": who acts for a state and is in another one is there on a visit.
func (t *meetingTree) isAbroad(i int) {
	be := t.deps.Kid(i, "cop")
	if be < 0 || !has("is are", t.d.Lower(be)) || t.quoteOf[i] > 0 || t.d.Lower(be+1) != "in" || slices.ContainsFunc(t.found, func(x mention) bool { return x.at >= be }) {
		return
	}
	list, mod, ok := t.subjects(i)
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindVisit, ownKind: true, status: news.StatusOngoing, firm: true, where: t.placeAfter(be + 2)}
	if t.cityOf[i] > 0 || t.placeOf[i] > 0 {
		if p := t.placeAfter(i); p.city || !m.where.known() {
			m.where = p
		}
	}
	for _, k := range t.deps.Kids(i, "appos") { // "the Syrian capital, Damascus"
		if p := t.placeAfter(k); p.city {
			m.where = p
		}
	}
	if !ok || len(mod.words) > 1 && (mod.has(denied) || mod.has(vague)) || m.where.code == "" || !t.all(list, news.RefPerson) || !t.inOffice(list) || !t.abroad(list, m.where.code) {
		return
	}
	t.visit(&m, list)
}
