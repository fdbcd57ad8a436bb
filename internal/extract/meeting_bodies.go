package extract

import (
	"slices"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// Meetings of which the words name no two sides: the sitting of a body's people, the summit that a state hosts or somebody
// attends.

// discussed reads "EU ministers discussed the budget in Oslo on Monday": people of one body who discuss among themselves, where
// place and day are told.
func (t *meetingTree) discussed(i int) {
	v := treeVerbs["discussed"]
	if t.d.Lower(i) == "discussed" && t.deps.Kid(i, "obj") < 0 || len(t.company(i, t.deps.Kid(i, "obj"))) > 0 || t.covered(i) {
		return
	}
	list, mod, ok := t.subjects(i)
	if !ok || mod.passive || len(list) != 1 || !t.ofBody(list[0]) || !strings.HasSuffix(t.headOf(list[0]), "s") {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindMeeting, status: news.StatusHeld, sitting: true, collective: true}
	if !t.verbStatus(&m, v, mod) {
		return
	}
	m.parties = slices.Clone(list[0].parties)
	before := len(t.found)
	t.finish(&m, t.s, list[0].From)
	if len(t.found) > before && (!t.found[before].where.known() || t.found[before].date.from == "") {
		t.found = t.found[:before]
	}
}

// ownSitting keeps the sitting of the people of one body at a mention's noun, where place and day are told.
func (t *meetingTree) ownSitting(m *mention, list []phrase, mod modality) bool {
	if len(list) != 1 || !t.ofBody(list[0]) || !strings.HasSuffix(t.headOf(list[0]), "s") || mod.has(vague) {
		return false
	}
	if mod.has(ahead) || mod.has(arranged) || mod.has("to") {
		m.status, m.firm, m.pending = news.StatusPlanned, true, true
	}
	m.parties, m.collective = slices.Clone(list[0].parties), true
	before := len(t.found)
	t.finish(m, t.s, m.at)
	if len(t.found) == before {
		return false
	}
	if x := t.found[before]; !x.where.known() || x.date.from == "" {
		t.found = t.found[:before]
		return false
	}
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == m.at && len(x.parties) == 0 })
	return true
}

// attended reads what a verb of attending or hosting at token g says of the occasion whose noun at token i it governs: "Chile
// will host the summit in Lima in May", "NAME attended the forum in Oslo on Monday", "The meeting was attended by NAME".
func (t *meetingTree) attended(i int, kind news.MeetingKind) {
	g := t.d.Reading.Heads[i]
	v := lightVerbs[t.verbWord(g)]
	relation := t.d.Reading.Relations[i]
	if g == i || !has("attend host chair co-chair co-host", v.lemma) {
		return
	}
	if k := slices.IndexFunc(t.found, func(x mention) bool { return x.at == i && len(x.parties) > 0 }); k >= 0 && relation == "obj" {
		if x := &t.found[k]; v.lemma == "host" && kind == news.KindSummit && len(x.parties) == 1 { // "Chile hosts the summit", which has others there
			x.collective, x.sitting = true, true
			if !x.where.known() {
				x.where.code = x.parties[0].code
			}
		}
		return
	}
	var people []phrase
	var mod modality
	ok := false
	switch {
	case relation == "nsubj:pass":
		people = t.listed(t.behind(g, "by"))
		ok = len(people) > 0
		mod.words = append(mod.words, t.wordsBelow(g)...)
	case relation == "obj":
		if people, mod, ok = t.subjects(g); !ok {
			people, mod, ok = t.subject(g, t.s)
		}
		ok = ok && !mod.passive
	}
	if !ok || len(people) == 0 || people[0].anaphor && len(people[0].parties) == 0 {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: kind, ownKind: true, status: news.StatusHeld, sitting: true, collective: true}
	if !t.verbStatus(&m, v, mod) || has("attend", v.lemma) && m.status == news.StatusProposed {
		return
	}
	from := t.bring(&m, people)
	if len(m.parties) == 0 {
		return
	}
	if det := t.deps.Kid(i, "det"); det >= 0 && has("the this that", t.d.Lower(det)) && m.status == news.StatusHeld {
		o := t.latest(3)
		if sat := t.latestSitting(3); kind == news.KindMeeting && sat != nil { // no visit to which somebody was invited in between
			o = sat
		}
		if o != nil && (o.kind == kind || kind == news.KindMeeting && o.kind != news.KindCall) && !t.datedBehind(i) {
			o.take(t.meetingFinder, people)
			return
		}
	}
	if relation == "nsubj:pass" { // a mention that patterns found without parties
		for k := range t.found {
			if x := &t.found[k]; x.at == i {
				x.parties, x.collective, x.sitting = t.distinct(append(x.parties, m.parties...)), true, true
				return
			}
		}
	}
	before := len(t.found)
	t.finish(&m, t.s, from)
	if len(t.found) == before {
		return
	}
	x := &t.found[before]
	several := len(x.parties) > 1
	if !several && !(x.where.known() && x.date.from != "" && (kind == news.KindSummit || kind == news.KindConference)) || several && !x.anchored() {
		t.found = t.found[:before]
		return
	}
	t.found = slices.DeleteFunc(t.found, func(y mention) bool { return y.at == i && len(y.parties) == 0 })
}

// behindRole returns the states and bodies that stand below a role that itself names none: "the ministers of the four members,
// Chile, Peru and Kenya", "leaders of the EU member states".
func (t *meetingTree) behindRole(i int) []party {
	var out []party
	for k := i + 1; k < t.s.To && k < i+24; k++ {
		if t.d.Reading.Tags[k] == "VERB" && t.deps.Relation(k) != "amod" || auxiliaries[t.d.Lower(k)] {
			break
		}
		n := t.startsAt[k] - 1
		if n < 0 || !t.deps.Below(k, i, 6) {
			continue
		}
		for _, x := range t.phrase[n].parties {
			if x.ref.Type == news.RefCountry || x.ref.Type == news.RefOrganization {
				out = t.distinct(append(out, x))
			}
		}
	}
	return out
}

// ofCommittee drops the body whose sitting a meeting is ("the fourth meeting of the joint committee") where the sentence says who
// sits on it, the two sides or two states, and where somebody travels for it, which is what the visit is told for.
func (f *meetingFinder) ofCommittee(m *mention, h nominal) {
	if f.d.Lower(m.at+1) != "of" || len(m.parties) == 0 || m.parties[0].ref.Type != news.RefOrganization {
		return
	}
	n := f.startsAt[min(m.at+2, len(f.d.Tokens))] - 1
	if n < 0 || !f.sits(f.phrase[n]) {
		return
	}
	others := 0
	for _, p := range m.parties[1:] {
		if p.ref.Type == news.RefCountry || p.ref.Type == news.RefPerson {
			others++
		}
	}
	switch {
	case others > 1, others == 0 && m.anaphor:
		m.parties = m.parties[1:]
	case len(m.parties) == 1 && f.d.Lower(h.from-1) == "for":
		m.parties = nil
	}
}

// bodyAgain reads "the bloc" and "the commission", which mean a body that the text has named.
func (f *meetingFinder) bodyAgain(i, end int) (phrase, bool) {
	at := i + 1
	if has("trade political ruling opposition", f.d.Lower(at)) { // "the trade union"
		at++
	}
	w := f.d.Lower(at)
	any := has("bloc alliance grouping organisation organization", w)
	if f.d.Lower(i) != "the" || at+1 >= end || !any && !sittingBodies[w] && w != "party" || f.nameOf[at] > 0 || f.d.Lower(at+1) == "of" || f.capital(at) {
		return phrase{}, false
	}
	for n := len(f.phrase) - 1; n >= 0; n-- {
		p := f.phrase[n]
		if len(p.parties) != 1 || p.parties[0].ref.Type != news.RefOrganization || p.role {
			continue
		}
		for k := p.From; k < p.To; k++ {
			if o := f.nameOf[k] - 1; o >= 0 && (f.d.Lower(k) == w || any && f.d.Names[o].Canon != "") {
				q := phrase{Range: nlp.Range{From: i, To: at + 1}, parties: p.parties, full: true}
				if f.possessive(q.To) {
					return f.owned(q, end)
				}
				return q, true
			}
		}
	}
	return phrase{}, false
}

// itsMeeting reads "At its meeting on Monday, the commission resolved": a body that sits.
func (t *meetingTree) itsMeeting(i int) {
	poss := -1
	for _, k := range t.deps.Of(i) {
		if t.d.Reading.Relations[k] == "nmod:poss" && has("its their", t.d.Lower(k)) {
			poss = k
		}
	}
	g, preposition := t.clauseOf(i)
	if poss < 0 || g < 0 || !has("at in during after following", preposition) || t.mentionAt(i) || len(t.company(i)) > 0 {
		return
	}
	list, mod, ok := t.doers(g)
	if !ok || len(list) != 1 || mod.passive || !(t.all(list, news.RefOrganization) || t.ofBody(list[0])) || list[0].anaphor {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: meetingNouns[t.d.Lower(i)], ownKind: true, status: news.StatusHeld, sitting: true, collective: true}
	if mod.has(ahead) {
		m.status, m.firm, m.pending = news.StatusPlanned, true, true
	}
	m.parties = slices.Clone(t.named(list[0].parties))
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == i })
	t.finishAnchored(&m, i)
}

// bring gives a mention the named parties of phrases, each once, and returns where it begins with them.
func (t *meetingTree) bring(m *mention, people []phrase) (from int) {
	from = m.at
	for _, p := range people {
		m.parties = append(m.parties, t.named(p.parties)...)
		from = min(from, p.From)
		m.clause.To = max(m.clause.To, p.To)
	}
	m.parties = t.distinct(m.parties)
	return from
}
