package extract

import (
	"slices"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// invited reads "NAME accepted an invitation to visit Oslo" and "turned down an invitation to visit Oslo".
func (t *meetingTree) invited(i int) {
	invitation := t.d.Reading.Heads[i]
	for k := i - 2; t.d.Lower(i-1) == "to" && t.d.Lower(invitation) != "invitation" && k > t.s.From && k > i-10; k-- {
		if o := t.deps.Kid(k, "nmod"); t.d.Lower(k) == "invitation" && o > k && t.deps.Case(o) == "to" { // "deliver an invitation to NAME to visit"
			t.delivered(i, k)
			return
		}
	}
	if has("invited invites invite", t.d.Lower(invitation)) {
		t.invites(i, invitation)
		return
	}
	if t.deps.Relation(i) == "advcl" || t.deps.Relation(i) == "xcomp" { // "accepted an invitation from NAME to visit"
		if o := t.deps.Kid(invitation, "obj"); o >= 0 && o < i && t.d.Lower(o) == "invitation" {
			invitation = o
		}
	}
	if t.d.Lower(invitation) != "invitation" || t.covered(i) {
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
		t.delivered(i, invitation)
		return
	}
	list, mod, ok := t.doers(g)
	if !ok || mod.has(denied) {
		return
	}
	for _, k := range t.deps.Of(invitation) { // "NAME's invitation", "an invitation from NAME"
		n := t.phraseOf[k] - 1
		if n >= 0 && (t.d.Reading.Relations[k] == "nmod:poss" || has("from by of", t.deps.Case(k))) && t.allPeople(t.phrase[n]) {
			list = append(list, t.phrase[n])
		}
	}
	if m.where = t.destination(i); m.where.known() {
		t.visit(&m, list)
	}
}

// destination returns the place behind "visit", or behind the "to" of "come to" and the like.
func (t *meetingTree) destination(i int) place {
	if t.d.Lower(i+1) == "to" {
		i++
	}
	return t.placeAfter(i + 1)
}

// delivered reads "delivered an invitation to NAME to visit Oslo".
func (t *meetingTree) delivered(i, invitation int) {
	guests := t.actors(t.behind(invitation, "to"))
	var hosts []phrase
	if g := t.d.Reading.Heads[invitation]; has("extended extends issued issues sent sends", t.d.Lower(g)) {
		if list, mod, ok := t.doers(g); ok && !mod.passive {
			hosts = list
		}
		if len(guests) == 0 {
			guests = t.actors(t.behind(g, "to"))
		}
	}
	if where := t.destination(i); t.all(guests, news.RefPerson) && guests[0].full && where.known() && !t.covered(i) {
		t.inviting(i, invitation, hosts, guests, where)
	}
}

// invitedTo reads "NAME invited NAME to Oslo".
func (t *meetingTree) invitedTo(i int) {
	o := t.behind(i, "to")
	if o < 0 || t.covered(i) {
		return
	}
	hosts, mod, ok := t.subjects(i)
	guests := t.actors(t.deps.Kid(i, "obj"))
	where := t.placeAfter(t.d.SentenceOf(o).From)
	for k := i + 1; k < t.s.To && k <= o; k++ {
		if t.d.Lower(k) == "to" {
			where = t.placeAfter(k + 1)
			break
		}
	}
	if mod.passive { // "NAME has been invited to Oslo"
		guests, hosts = hosts, nil
	}
	if !ok || mod.has(denied) || !t.all(guests, news.RefPerson) || guests[0].anaphor || !where.known() {
		return
	}
	for _, m := range t.found { // "invited NAME to Oslo for talks"
		if m.at > i && m.status == news.StatusProposed && covers(m.parties, guests[0].parties[0]) {
			return
		}
	}
	t.inviting(i, i, hosts, guests, where)
}

// invites reads "NAME invited NAME to visit Oslo".
func (t *meetingTree) invites(i, verb int) {
	hosts, mod, ok := t.doers(verb)
	guests := t.actors(t.deps.Kid(verb, "obj"))
	if mod.passive { // "NAME has been invited by NAME to visit"
		hosts, guests = t.actors(t.behind(verb, "by")), hosts
	}
	guests = t.another(guests, hosts, verb)
	where := t.destination(i)
	if !ok || mod.has(denied) || len(guests) == 0 || guests[0].anaphor || !where.known() {
		return
	}
	t.inviting(i, verb, hosts, guests, where)
}

// another returns those whom the objects of the verb at token i mean: where a pronoun was taken for the verb's subject ("A
// telephoned B and invited him"), the person named last before it.
func (t *meetingTree) another(objects, subjects []phrase, i int) []phrase {
	if len(objects) != 1 || len(subjects) == 0 || objects[0].full || len(objects[0].parties) != 1 || !t.coversAll(subjects[0].parties, objects[0]) {
		return objects
	}
	for n := t.phraseOf[objects[0].From] - 2; n >= 0 && t.phrase[n].From >= t.s.From; n-- {
		if p := t.phrase[n]; p.full && t.allPeople(p) && !t.coversAll(subjects[0].parties, p) && p.From < i {
			return []phrase{p}
		}
	}
	return objects
}

// inviting keeps the visit at token i that the verb of an invitation proposes.
func (t *meetingTree) inviting(i, verb int, hosts, guests []phrase, where place) {
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == i })
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindVisit, ownKind: true, status: news.StatusProposed, firm: true, where: where}
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
