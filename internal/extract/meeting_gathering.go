package extract

import (
	"slices"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// Conferences, summits and the like: of those who are there the text names some, and seldom two sides.

// gathering adds to the occasion whose noun stands at token i those of whom the clause tells that they were there: who acts "at the
// conference in Oslo", who opens it, by whom it is hosted, with whose participation it is held.
func (t *meetingTree) gathering(i int) {
	kind, ok := t.gathers(i)
	if !ok || t.quoteOf[i] > 0 {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: kind, ownKind: true, status: news.StatusHeld, sitting: true, collective: true}
	people, ok := t.there(i, &m)
	if !ok || m.status == news.StatusProposed {
		return
	}
	people = slices.DeleteFunc(people, func(p phrase) bool { // "Oslo hosted the conference"
		if where := t.placeAfter(p.From); p.site && where.city && t.deps.Relation(i) == "obj" {
			m.where = where
			return true
		}
		return false
	})
	from := t.bring(&m, people)
	if len(m.parties) == 0 {
		return
	}
	if k := slices.IndexFunc(t.found, func(x mention) bool { return x.at == i }); k >= 0 {
		x := &t.found[k]
		x.parties = t.distinct(append(x.parties, m.parties...))
		x.collective, x.sitting, x.refers = true, true, false
		if m.firm && !x.firm && m.status != x.status {
			x.status, x.firm, x.pending = m.status, true, m.pending
		}
		t.setAnywhere(x)
		return
	}
	before := len(t.found)
	t.finish(&m, t.s, from)
	if len(t.found) == before {
		return
	}
	x := &t.found[before]
	x.definite = t.definite(i)
	t.setAnywhere(x)
	if !x.anchored() && !x.definite {
		t.found = t.found[:before]
	}
}

// setAnywhere gives a gathering the place and the day of its sentence where its own clause has none.
func (t *meetingTree) setAnywhere(m *mention) {
	if !m.where.known() {
		m.where = t.placeIn(t.s.From, t.s.To, false)
	}
	t.anyDay(m)
}

// gathers returns the kind of the gathering that the noun at token i names, by itself or within the name of the occasion.
func (t *meetingTree) gathers(i int) (news.MeetingKind, bool) {
	w := t.d.Lower(i)
	kind := meetingNouns[w]
	if kind != news.KindConference && kind != news.KindSummit && !has("retreat dialogue reception banquet roundtable gathering", w) || w == "forum" && t.d.Lower(i-1) == "the" && t.d.Lower(i+1) != "in" {
		return kind, false
	}
	if has(notMeetingBefore[w], t.d.Lower(i-1)) || i+1 < t.s.To && has(notMeetingAfter[w], t.d.Lower(i+1)) {
		return kind, false
	}
	for _, k := range t.deps.Of(i) {
		if c := t.d.Lower(k); k < i && (unrealBefore[c] || prospectWords[c] && t.deps.Relation(k) != "compound") {
			return kind, false
		}
	}
	return kind, t.deps.Relation(i) != "compound"
}

// sameGathering reports whether a definite mention of a conference or a summit may speak of one of which other guests were told.
func (f *meetingFinder) sameGathering(o *occasion, m mention) bool {
	const far = 8 // sentences
	return m.collective && m.definite && m.ownKind && o.ownKind && m.kind == o.kind && !contradicts(o.status, m.status) &&
		(m.kind == news.KindConference || m.kind == news.KindSummit) &&
		f.d.Tokens[m.at].Sentence-f.d.Tokens[o.at[len(o.at)-1]].Sentence < far
}

// definite reports whether the noun at token i points to an occasion that the text knows.
func (t *meetingTree) definite(i int) bool {
	det := t.deps.Kid(i, "det")
	return det >= 0 && has("the this that", t.d.Lower(det))
}

// indefinite reports whether the noun at token i is told of as new.
func (t *meetingTree) indefinite(i int) bool {
	det := t.deps.Kid(i, "det")
	return det >= 0 && has("a an", t.d.Lower(det))
}

// there returns those who are told to be at the gathering at token i, and notes its status.
func (t *meetingTree) there(i int, m *mention) (people []phrase, ok bool) {
	if list, ok := t.actsAt(i, m); ok {
		people = append(people, list...)
	}
	if list, ok := t.heldBy(i, m); ok {
		people = append(people, list...)
	}
	if people = append(people, t.withPresence(i)...); len(people) == 0 {
		return nil, false
	}
	for _, k := range t.deps.Of(i) { // "at the bloc's summit"
		n := t.phraseOf[k] - 1
		if t.d.Reading.Relations[k] == "nmod:poss" && n >= 0 && len(t.phrase[n].parties) == 1 && t.phrase[n].parties[0].ref.Type == news.RefOrganization {
			p := t.phrase[n]
			p.owner = false
			people = append(people, p)
		}
	}
	return people, true
}

// runs are verbs of those who open, lead or hold a gathering, by all forms.
var runs = nlp.WordSet(`open opens opened opening inaugurate inaugurates inaugurated inaugurating close closes closed address addresses addressed addressing
	attend attends attended attending host hosts hosted hosting chair chairs chaired chairing organise organises organised organize organizes organized
	convene convenes convened hold holds held join joins joined`)

// speeches are nouns of what somebody says at a gathering.
const speeches = "speech address remarks statement keynote intervention presentation participation message"

// actsAt reads what people in office or states do at the gathering at token i, or with it: "NAME said at the conference in Oslo",
// "NAME inaugurated the forum", "in a speech at the summit, NAME said".
func (t *meetingTree) actsAt(i int, m *mention) ([]phrase, bool) {
	g, preposition := t.clauseOf(i)
	object := t.deps.Relation(i) == "obj" && runs[t.d.Lower(t.d.Reading.Heads[i])] ||
		has("obj iobj", t.deps.Relation(i)) && t.indefinite(i) && has("told tells tell telling briefed briefs briefing", t.d.Lower(t.d.Reading.Heads[i])) // "told a meeting of ministers"
	if object {
		g, preposition = t.d.Reading.Heads[i], "at"
	}
	if h := t.d.Reading.Heads[i]; g < 0 && h < i && t.deps.Relation(i) == "nmod" && has(speeches, t.d.Lower(h)) { // "in a speech at the summit"
		preposition = t.deps.Case(i)
		if g = t.d.Reading.Heads[h]; t.d.Reading.Tags[g] != "VERB" {
			g = t.d.Reading.Heads[g]
		}
	}
	if g >= 0 && t.deps.Relation(g) == "acl" && has(speeches, t.d.Lower(t.d.Reading.Heads[g])) { // "in a speech delivered to the summit"
		g = t.d.Reading.Heads[t.d.Reading.Heads[g]]
		preposition = "at"
	}
	if g < 0 || t.d.Reading.Tags[g] != "VERB" || !has("at during", preposition) && !(has("in to for", preposition) && (attendingVerbs[t.d.Lower(g)] || t.speaks(g))) {
		return nil, false
	}
	if has("take takes took", t.d.Lower(g)) && preposition != "during" && !t.follows(g, "part place", 2) {
		return nil, false
	}
	list, mod, ok := t.doers(g)
	if !ok || mod.passive || t.meets(g) || mod.has(denied) || mod.has(vague) || mod.has(invites) {
		return nil, false
	}
	sure := has("attend attends attended attending", t.d.Lower(g)) && t.dayBehind(i) && t.placeWithin(i).known() && t.all(list, news.RefPerson)
	if !t.attends(list) && !sure {
		return nil, false
	}
	if mod.has(ahead) || mod.has(arranged) || mod.has("to") && mod.has("is are was were plans plan") || has("due expected", t.d.Lower(g)) {
		m.status, m.firm, m.pending = news.StatusPlanned, true, true
	}
	return list, true
}

// speaks reports whether the verb at token g is one of saying, or governs a speech.
func (t *meetingTree) speaks(g int) bool {
	if o := t.deps.Kid(g, "obj", "obl"); o >= 0 && has(speeches, t.d.Lower(o)) {
		return true
	}
	r, ok := nlp.Reporting(t.d.Lower(g))
	return ok && r.Form != nlp.BaseForm
}

// attends reports whether all are people in office, states or the people of bodies.
func (t *meetingTree) attends(list []phrase) bool {
	some := false
	for _, p := range list {
		if len(t.named(p.parties)) == 0 && !p.anaphor { // "NAME and his wife"
			continue
		}
		if p.owner || p.anaphor || p.full && p.parties[0].ref.Type == news.RefOrganization || !t.inOffice([]phrase{p}) && !t.ofBody(p) {
			return false
		}
		some = true
	}
	return some
}

// heldBy returns those by whom the gathering at token i is hosted, opened or attended: "the summit, which will be hosted by Chile".
func (t *meetingTree) heldBy(i int, m *mention) ([]phrase, bool) {
	verbs := t.deps.Kids(i, "acl")
	if strings := t.d.Reading.Relations[i]; strings == "nsubj:pass" {
		verbs = append(verbs, t.d.Reading.Heads[i])
	}
	for _, v := range verbs {
		if !runs[t.d.Lower(v)] || t.d.Lower(v) == "held" {
			continue
		}
		list := t.listed(t.behind(v, "by"))
		if len(list) == 0 || !t.mayJoin(list) {
			continue
		}
		mod := modality{}
		for _, k := range t.deps.Kids(v, "aux", "mark", "advmod") {
			mod.words = append(mod.words, t.d.Lower(k))
		}
		if mod.has(denied) || mod.has(vague) {
			continue
		}
		if mod.has(ahead) || mod.has("to") {
			m.status, m.firm, m.pending = news.StatusPlanned, true, true
		}
		return list, true
	}
	return nil, false
}

// withPresence returns those with whose participation the gathering at token i is held: "with the participation of Chile", "in the
// presence of NAME".
func (t *meetingTree) withPresence(i int) []phrase {
	for k := i + 1; k+2 < t.s.To; k++ {
		if !has("participation presence attendance", t.d.Lower(k)) || !has("of from by", t.d.Lower(k+1)) || t.quoteOf[k] > 0 {
			continue
		}
		c := t.deps.Case(k)
		if c != "with" && c != "in" && !has("saw witnessed included", t.d.Lower(t.d.Reading.Heads[k])) {
			continue
		}
		if list := t.listed(t.behind(k, "of from by")); len(list) > 0 && t.mayJoin(list) {
			return list
		}
		for n := k + 2; n < t.s.To && n < k+4; n++ {
			if p := t.startsAt[n] - 1; p >= 0 {
				if list, _ := t.list(p); t.mayJoin(list) {
					return list
				}
			}
		}
	}
	return nil
}
