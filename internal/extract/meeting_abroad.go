package extract

import (
	"slices"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// onVisit reads "NAME is on an official visit to Oslo" and "NAME is in Oslo on a three-day visit".
func (t *meetingTree) onVisit(i int) {
	if meetingNouns[t.d.Lower(i)] != news.KindVisit || !has("on for", t.deps.Case(i)) || t.quoteOf[i] > 0 || t.mentionAt(i) {
		return
	}
	at := i
	if t.deps.Kid(at, "cop") < 0 {
		at = t.d.Reading.Heads[i]
	}
	be := t.deps.Kid(at, "cop")
	if at == i && be < 0 || be < 0 || be > i || at != i && !has("in at", t.deps.Case(at)) {
		return
	}
	list, mod, ok := t.subjects(at)
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindVisit, ownKind: true, status: news.StatusHeld, firm: true, underway: true, where: t.goal(i)}
	if at != i {
		m.where = t.placeAfter(at)
	}
	if has("is are", t.d.Lower(be)) {
		m.status = news.StatusOngoing
	}
	if !ok || mod.has(denied) || mod.has(vague) || m.where.code == "" || !t.inOffice(list) || !t.abroad(list, m.where.code) {
		return
	}
	t.visit(&m, list)
}

// tookPlace gives the meeting told last the place and the day of a sentence that only tells these: "The event took place at the palace in
// Oslo on Thursday."
func (t *meetingTree) tookPlace(i int) {
	o := t.latestSitting(6)
	if o == nil || !has("event ceremony encounter meeting audience gathering session", t.d.Lower(i)) || !t.definite(i) || !strings.HasPrefix(t.d.Reading.Relations[i], "nsubj") || o.kind == news.KindCall {
		return
	}
	g := t.d.Reading.Heads[i]
	if !has("took held taken", t.d.Lower(g)) || t.d.Lower(g) != "held" && !t.follows(g, "place", 2) {
		return
	}
	if where := t.placeIn(g, t.s.To, false); where.known() && placesFit(o.where, where) && (!o.where.known() || !o.where.city) {
		o.where = where
	}
	for _, r := range t.dates(t.s, tenseOf[news.StatusHeld]) {
		if o.date.from == "" && r.From > g {
			o.date = r.meetingDate
		}
	}
}

// thisIs lets the visit at token i point to one that the text tells: "This is NAME's first visit to Oslo".
func (t *meetingTree) thisIs(i int) {
	s := t.deps.Kid(i, "nsubj")
	if s < 0 || t.deps.Kid(i, "cop") < 0 || !has("this it that", t.d.Lower(s)) {
		return
	}
	for k := range t.found {
		if m := &t.found[k]; m.at == i && m.kind == news.KindVisit {
			m.refers = true
		}
	}
}

// hostStates adds to the visit of one who acts for a state to another the state that is visited, where the text tells no city and no host:
// such a visit is to the state. Of "to Chile and Peru" both are, and neither alone is the place.
func (f *meetingFinder) hostStates(o *occasion) {
	if o.kind != news.KindVisit || len(o.parties) != 1 || o.parties[0].ref.Type != news.RefPerson || o.parties[0].code == "" || o.where.name != "" && !cityStates[o.where.code] ||
		o.where.code == "" || o.where.code == o.parties[0].code || !f.hasCountry(o.where.code) {
		return
	}
	codes := []string{o.where.code}
	end := f.d.SentenceOf(o.mention.at).To
	for k := o.mention.at + 1; k+1 < end; k++ {
		n := f.startsAt[k+1] - 1
		if f.d.Lower(k) != "to" || n < 0 || !f.phrase[n].site {
			continue
		}
		list, _ := f.list(n)
		for _, p := range list {
			if c := p.parties[0].code; p.site && len(p.parties) == 1 && c != o.parties[0].code && !slices.Contains(codes, c) {
				codes = append(codes, c)
			}
		}
		break
	}
	for _, c := range codes {
		host := f.state(c)
		host.ref.Role = "host"
		o.parties = append(o.parties, host)
	}
	if len(codes) > 1 {
		o.where = place{}
	}
}
