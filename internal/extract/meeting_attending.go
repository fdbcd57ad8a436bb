package extract

import (
	"slices"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// Those who go to a summit or a conference, speak at it, or are called to it.

// attendingVerbs are verbs of those who are at the occasion behind "at", "to" or "in", by all forms.
var attendingVerbs = nlp.WordSet(`come comes came go goes going went travel travels travelled traveled fly flies flew head heads headed return returns
	speak speaks spoke appear appears appeared represent represents represented participate participates participated participating
	arrive arrives arrived join joins joined due expected address addresses addressed attend attends attended attending take takes took`)

// attending adds to the summit or conference at token i those who are told to go to it: "will represent his country at the Union
// summit in Oslo on May 3", "said he would come to the summit".
func (t *meetingTree) attending(i int, kind news.MeetingKind) {
	if has(notMeetingBefore[t.d.Lower(i)], t.d.Lower(i-1)) {
		return
	}
	k := slices.IndexFunc(t.found, func(x mention) bool { return x.at == i })
	body := k >= 0 && len(t.found[k].parties) == 1 && t.found[k].parties[0].ref.Type == news.RefOrganization
	if kind != news.KindSummit && kind != news.KindConference && !body || k >= 0 && named(t.found[k].parties) > 1 {
		return
	}
	g, preposition := t.clauseOf(i)
	if t.deps.Relation(i) == "obj" && has("attend attends attended attending address addresses addressed join joins joined", t.d.Lower(t.d.Reading.Heads[i])) {
		g, preposition = t.d.Reading.Heads[i], "at"
	}
	if g < 0 || !has("at to in for", preposition) || !attendingVerbs[t.d.Lower(g)] || has("take takes took", t.d.Lower(g)) && !t.follows(g, "part", 2) {
		return
	}
	list, mod, ok := t.doers(g)
	if h := t.d.Reading.Heads[g]; has("looked looks look looking", t.d.Lower(h)) && t.follows(h, "forward", 3) {
		list, _, ok = t.doers(h)
		mod = modality{words: []string{"will"}}
	}
	if !ok || !t.all(list, news.RefPerson) || !t.inOffice(list) || mod.has(denied) || mod.has(vague) || mod.has(invites) {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: kind, ownKind: true, status: news.StatusHeld, sitting: true, collective: true}
	if mod.has(ahead) || mod.has(arranged) || mod.has("to") && mod.has("is are was were") || has("due expected", t.d.Lower(g)) {
		m.status, m.firm, m.pending = news.StatusPlanned, true, true
	}
	if body {
		x := &t.found[k]
		for _, p := range list {
			x.parties = t.distinct(append(x.parties, p.parties...))
		}
		if m.status == news.StatusPlanned && !x.firm {
			x.status, x.firm = m.status, true
		}
		return
	}
	from := i
	for _, p := range list {
		m.parties = t.distinct(append(m.parties, p.parties...))
		from = min(from, p.From)
	}
	before := len(t.found)
	t.finish(&m, t.s, i)
	if len(t.found) == before {
		return
	}
	if x := t.found[before]; !x.where.known() || x.date.from == "" {
		t.found = t.found[:before]
		return
	}
	t.found[before].clause.From = from
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == i && len(x.parties) == 0 })
}

// calledTo reads "NAME called the region's leaders to a summit in Oslo on May 3": whoever calls them takes part.
func (t *meetingTree) calledTo(i int, kind news.MeetingKind) {
	g, preposition := t.clauseOf(i)
	if g < 0 || preposition != "to" && preposition != "for" || !has("called calls summoned summons convened convenes invited invites gathered gathers assembled brought", t.d.Lower(g)) || t.mentionAt(i) {
		return
	}
	o := t.deps.Kid(g, "obj")
	if o < 0 || !(t.phraseOf[o] > 0 || has("colleagues leaders ministers counterparts heads partners peers", t.d.Lower(o))) {
		return
	}
	list, mod, ok := t.doers(g)
	if !ok || mod.passive || mod.has(denied) || !t.all(list, news.RefPerson) && !t.all(list, news.RefCountry) {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: kind, ownKind: true, status: news.StatusPlanned, firm: true, pending: true, sitting: true, collective: true}
	for _, p := range append(list, t.actors(o)...) {
		m.parties = t.distinct(append(m.parties, t.named(p.parties)...))
	}
	before := len(t.found)
	t.finish(&m, t.s, i)
	if len(t.found) == before {
		return
	}
	x := &t.found[before]
	if d := t.d.Published; x.date.from != "" && d != "" && x.date.to < d {
		x.status = news.StatusHeld
	}
	if !x.where.known() || x.date.from == "" {
		t.found = t.found[:before]
		return
	}
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == i && len(x.parties) == 0 })
}
