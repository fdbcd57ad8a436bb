package extract

import (
	"slices"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// verb reads a verb of meeting, telling or joining at token i.
func (t *meetingTree) verb(i int) {
	w := t.d.Lower(i)
	v, ok := meetingVerbs[w]
	if !ok {
		v = treeVerbs[w]
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: verbKind[v.lemma], status: news.StatusHeld, sitting: true}
	if m.kind == "" {
		m.kind = news.KindMeeting
	}
	subjects, mod, ok := t.subjects(i)
	if g := t.d.Reading.Heads[i]; v.form == nlp.Gerund && g != i && has("look looks looked looking", t.d.Lower(g)) && t.follows(g, "forward", 3) {
		subjects, _, ok = t.subjects(g) // "looked forward to welcoming NAME to Oslo"
		mod = modality{words: []string{"will"}}
	}
	if v.lemma == "speak" || v.lemma == "talk" { // the tree may give one of two full names to another verb
		if list, more, found := t.subject(i, t.s); found && len(list) > len(subjects) {
			subjects, mod, ok = list, more, true
		}
	}
	if v.lemma == "discuss" && !ok && has("root parataxis", t.deps.Relation(i)) && v.form == nlp.PastForm { // where the tree has lost the subject
		subjects, mod, ok = t.subject(i, t.s)
	}
	if !ok || t.follows(i, "times", 10) {
		return
	}
	var others []phrase
	switch v.lemma {
	case "meet", "host", "receive", "welcome", "telephone", "phone":
		others = t.actors(t.deps.Kid(i, "obj", "iobj"))
		if len(others) == 0 && v.lemma == "meet" {
			others = t.company(i)
		}
		if len(others) == 0 && v.lemma == "meet" && !mod.passive {
			for _, k := range []int{t.deps.Kid(i, "obj"), t.behind(i, "with"), t.joinedTo(t.deps.Kid(i, "nsubj"))} {
				if others = t.crowd(i, k, subjects); len(others) > 0 {
					break
				}
			}
			if len(others) == 0 && len(subjects) == 2 && t.dated(i) && t.allPeople(subjects[0]) && t.inOffice(subjects[:1]) && t.all(subjects[1:], news.RefUnnamed) {
				subjects, others = subjects[:1], subjects[1:] // "NAME and union leaders met on Friday"
			}
		}
		if len(others) == 0 && v.lemma == "receive" && !mod.passive {
			others = t.receivedLater(i)
		}
		if mod.passive {
			if v.lemma == "meet" {
				return
			}
			others, subjects = subjects, t.actors(t.behind(i, "by"))
			if len(subjects) == 0 { // "was received with all honours by NAME"
				subjects = t.ahead(i, "by")
			}
			mod.passive = false
		}
		if v.lemma == "welcome" {
			if !t.dated(i) || t.deps.Kid(i, "xcomp") >= 0 || t.toDo(i) { // "welcomed NAME to mediate"
				return
			}
			for k := i + 1; k+1 < t.s.To && k < i+8; k++ { // "welcomed him to Oslo"
				if p := t.placeAfter(k + 1); t.d.Lower(k) == "to" && p.known() {
					m.kind, m.where = news.KindVisit, p
				}
			}
		}
	case "call": // "called on NAME to discuss"
		if others = t.actors(t.deps.Kid(i, "obj")); t.all(others, news.RefPerson) && t.follows(i, "phone telephone", 12) {
			break
		}
		if x := t.deps.Kid(i, "xcomp", "advcl"); x > i && has("congratulate thank console inform brief reassure", t.d.Lower(x)) { // "had called to congratulate NAME"
			if others = t.actors(t.deps.Kid(x, "obj", "iobj")); t.all(others, news.RefPerson) {
				break
			}
		}
		others = t.actors(t.behind(i, "on"))
		discusses := t.follows(i, "discuss", 20)
		if !t.all(others, news.RefPerson) || t.follows(i, "to", 12) && !discusses ||
			!discusses && !t.dated(i) && !t.titled(others[0]) {
			return // "called on NAME to resign"
		}
		m.kind = news.KindVisit
	case "summon": // "summoned the Chilean ambassador, NAME,"
		o := t.deps.Kid(i, "obj")
		if mod.passive {
			o, subjects = t.deps.Kid(i, "nsubj"), t.actors(t.behind(i, "by to"))
			mod.passive = false
		}
		if others = t.actors(o); !t.all(others, news.RefPerson) || !t.all(subjects, news.RefPerson) || !t.envoy(others[0]) { // states protest so, and more is not told
			return
		}
		for _, p := range subjects {
			for _, x := range p.parties {
				m.where.code = x.code // at the ministry
			}
		}
	case "see": // "is due to see NAME"
		others = t.actors(t.deps.Kid(i, "obj"))
		travels := travelVerbs[t.d.Lower(t.d.Reading.Heads[i])].form == nlp.PastForm && t.deps.Relation(i) == "advcl" // "flew to Oslo to see NAME"
		if !mod.has("to") || !mod.has(arranged) && !mod.has(ahead) && !travels || !t.all(others, news.RefPerson) {
			return
		}
	case "visit":
		if o := t.deps.Kid(i, "obj"); o >= 0 {
			if m.where = t.placeAfter(o); !m.where.known() {
				m.where = t.placeAfter(i + 1)
			}
			if !m.where.known() && t.inOffice(subjects) {
				m.where = t.placeWithin(o)
			}
		}
		if !m.where.known() || t.covered(i) || !t.verbStatus(&m, v, mod) {
			return
		}
		t.visit(&m, subjects)
		return
	case "speak", "talk", "confer", "consult", "dine", "lunch", "huddle", "sit":
		if others = t.company(i); len(others) == 0 {
			if others = t.actors(t.behind(i, "to")); !t.all(others, news.RefPerson) && !t.all(others, news.RefCountry) {
				others = nil // "spoke to the Rotary Club"
			}
		}
		if face := t.follows(i, "face", 3); len(others) == 0 && (face || t.follows(i, "phone telephone", 5)) {
			if subjects, others = t.split(subjects); face { // "A and B spoke face to face"
				m.kind = news.KindMeeting
			}
		}
		if v.lemma == "sit" {
			if t.d.Lower(i+1) != "down" {
				return
			}
			if len(others) == 0 && t.follows(i, "talks", 5) {
				subjects, others = t.split(subjects)
				break
			}
		}
		if !t.all(others, news.RefPerson) && !t.dated(i) {
			return
		}
	case "discuss":
		if others = t.company(i, t.deps.Kid(i, "obj")); len(others) == 0 {
			others = t.farCompany(i)
		}
		m.kind, m.sitting, m.process = news.KindTalks, v.form == nlp.PastForm, true
		if t.follows(i, "call telephone phone", t.s.Len()) {
			m.kind, m.sitting, m.process = news.KindCall, true, false
			if len(others) == 0 { // "A and B discussed the ferries in a phone call"
				subjects, others = t.split(subjects)
			}
		}
		if len(others) == 0 && v.form == nlp.PastForm && !mod.passive && t.togetherNow(i, subjects) {
			subjects, others = t.split(subjects)
			m.kind, m.process = news.KindMeeting, false
		}
	case "join":
		others = t.actors(t.deps.Kid(i, "obj"))
		if mod.passive {
			others, subjects = subjects, t.actors(t.behind(i, "by"))
			mod.passive = false
		}
		o := -1
		for _, k := range t.deps.Kids(i, "obl", "nmod") {
			if has("for at in", t.deps.Case(k)) && meetingNounAt(t.d.Lower(k)) {
				o = k
			}
		}
		if o < 0 {
			return
		}
		kind := meetingNouns[t.d.Lower(o)]
		m.kind, m.ownKind, m.at = kind, true, o
	default:
		return
	}
	for _, p := range others {
		if p.site { // "met Norway" is football
			return
		}
	}
	if !t.verbStatus(&m, v, mod) {
		return
	}
	if has("host receive welcome", v.lemma) {
		subjects, others = t.withRole(subjects, "host"), t.withRole(others, "guest")
	}
	t.both(&m, subjects, others)
}

// withRole returns actors with a role in the meeting.
func (t *meetingTree) withRole(list []phrase, role string) []phrase {
	list = slices.Clone(list)
	for i := range list {
		list[i].parties = slices.Clone(list[i].parties)
		for k := range list[i].parties {
			list[i].parties[k].ref.Role = role
		}
	}
	return list
}

// toDo reports whether the first "to" behind the verb at token i opens an infinitive: "welcomed NAME to mediate".
func (t *meetingTree) toDo(i int) bool {
	for k := i + 1; k+1 < t.s.To; k++ {
		if t.d.Lower(k) == "to" {
			return t.d.Reading.Tags[k+1] == "VERB"
		}
	}
	return false
}

// farCompany returns the people or states behind a "with" that stands behind what the verb at token i has as its objects: "discussed the
// ferries and the price of fish with the leaders of Chile and Kenya".
func (t *meetingTree) farCompany(i int) []phrase {
	for k := i + 1; k+1 < t.s.To; k++ {
		if w := t.d.Lower(k); clauseEnds[w] || w == ";" || t.d.Reading.Tags[k] == "VERB" {
			return nil
		}
		n := t.startsAt[k+1] - 1
		if t.d.Lower(k) != "with" || n < 0 || !t.deps.Below(k, i, 6) {
			continue
		}
		list, _ := t.list(n)
		for _, p := range list {
			if p.owner || p.site || !p.role && !t.allPeople(p) {
				return nil
			}
		}
		return list
	}
	return nil
}

// placeWithin returns the place that the words of the noun at token o tell: "the headquarters of the firm in Oslo".
func (t *meetingTree) placeWithin(o int) place {
	for k := o + 1; k+1 < t.s.To && t.deps.Below(k, o, 6); k++ {
		if has("in at near outside", t.d.Lower(k)) && t.nameOf[k] == 0 {
			if p := t.placeAfter(k + 1); p.known() {
				return p
			}
		}
	}
	return place{}
}

// envoy reports whether a phrase names somebody who represents a state abroad.
func (t *meetingTree) envoy(p phrase) bool {
	for k := p.From; k < p.To; k++ {
		if has("ambassador ambassadors envoy chargé consul diplomat diplomats", t.d.Lower(k)) {
			return true
		}
	}
	return false
}

// noun reads the noun of a meeting at token i: what has it, whom it is with, and the light verb that it is the object of.
func (t *meetingTree) noun(i int) {
	w := t.d.Lower(i)
	pays := w == "call" && lightVerbs[t.d.Lower(t.d.Reading.Heads[i])].lemma == "pay" // "pays a call on NAME"
	if has(notMeetingBefore[w], t.d.Lower(i-1)) || i+1 < t.s.To && has(notMeetingAfter[w], t.d.Lower(i+1)) && !t.dateAt(i+2) && !pays {
		return
	}
	for _, k := range t.deps.Of(i) {
		if c := t.d.Lower(k); k < i && (unrealBefore[c] || prospectWords[c] && t.deps.Relation(k) != "compound") {
			return
		}
	}
	kind := t.onLine(i, t.nounKind(w, t.s))
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: kind, ownKind: true, status: news.StatusHeld, process: processNouns[w]}
	governor := t.d.Reading.Heads[i]
	relation := t.deps.Relation(i)
	onVerb := governor != i && t.d.Reading.Tags[governor] == "VERB"
	v, light := lightVerbs[t.verbWord(governor)]
	if w == "negotiations" && has("renewed renew", t.d.Lower(governor)) {
		v, light = lightVerbs["resumed"], true
	}
	if !onVerb {
		governor, light = -1, false
	}
	others := t.company(i, governor)
	if len(others) == 0 && onVerb && kind == news.KindVisit && v.lemma == "pay" {
		for _, k := range []int{i, governor} {
			if list := t.actors(t.behind(k, "to")); len(list) > 0 && !list[0].site {
				others = list
				break
			}
		}
	}
	if len(others) == 0 && pays && onVerb { // "pays a courtesy call on NAME"
		for _, k := range []int{i, governor} {
			if list := t.actors(t.behind(k, "on")); len(list) > 0 {
				others, m.kind = list, news.KindVisit
				break
			}
		}
	}
	if len(others) == 0 && onVerb && kind == news.KindCall && has("received receive receives got had answered answers answer took take takes taken accepted", t.d.Lower(governor)) {
		v, light = lightVerbs["had"], true
		if others = t.actors(t.behind(i, "from")); len(others) == 0 {
			others = t.actors(t.behind(governor, "from"))
		}
	}
	if len(others) == 0 && onVerb && kind == news.KindCall && relation == "obj" && has("make makes made making place places placed placing", t.d.Lower(governor)) { // "made a call to NAME"
		v, light = lightVerbs["made"], true
		if others = t.actors(t.behind(i, "to")); len(others) == 0 {
			others = t.actors(t.behind(governor, "to"))
		}
	}
	if onVerb && (!light || v.lemma == "agree") && t.phoned(i, governor, &m, others) || onVerb && t.arrived(i, governor, &m) {
		return
	}
	if has("cancelled canceled postponed proposed planned scheduled upcoming", t.d.Lower(i-1)) {
		return // the patterns know what these say
	}
	var subjects []phrase
	for _, k := range t.deps.Of(i) {
		if t.d.Reading.Relations[k] == "nmod:poss" {
			if n := t.phraseOf[k] - 1; n >= 0 && len(t.named(t.phrase[n].parties)) > 0 {
				subjects = []phrase{t.phrase[n]}
			}
		}
	}
	switch {
	case len(subjects) > 0:
		before := t.deps.Kid(i, "case")
		switch {
		case before < 0 && relation != "obj" || before >= 0 && has("of for", t.d.Lower(before)) || prospectWords[t.d.Lower(t.d.Reading.Heads[i])]:
			return
		case before >= 0 && t.d.Lower(before) == "before":
			m.status = news.StatusPlanned
		}
		if light && relation == "obj" && undone[v.lemma] != "" {
			return
		}
		m.sitting = true
	case light && relation == "obj" && undone[v.lemma] == "" && has("hold have attend host chair co-chair co-host open conduct begin start conclude end finish pay make resume", v.lemma):
		list, mod, ok := t.subjects(governor)
		if !ok || !t.verbStatus(&m, v, mod) {
			return
		}
		m.sitting = m.status == news.StatusHeld || m.status == news.StatusPlanned && m.firm
		if len(others) == 0 {
			others = t.crowd(i, t.behind(i, "with"), list)
		}
		if subjects = list; len(others) == 0 && t.dated(i) {
			subjects, others = t.split(subjects)
		}
	default:
		return
	}
	t.both(&m, subjects, others)
}

// verbWord returns a verb in lower case, "co-chaired" as one.
func (t *meetingTree) verbWord(i int) string {
	if w := t.d.Lower(i); w != "co" || t.d.Word(i+1) != "-" {
		return w
	}
	return "co-" + t.d.Lower(i+2)
}

// phoned reads what people do "in a phone call": the subjects of the verb talked, with whom it names behind "with".
func (t *meetingTree) phoned(i, governor int, m *mention, others []phrase) bool {
	if m.kind != news.KindCall || t.deps.Relation(i) != "obl" && t.d.Lower(t.d.Reading.Heads[i]) != "agreed" || !has("phone telephone video", t.d.Lower(i-1)) {
		return false
	}
	list, mod, ok := t.subjects(governor)
	if !ok || mod.has(denied) {
		return true
	}
	if len(others) == 0 {
		list, others = t.split(list)
	}
	m.sitting = true
	t.both(m, list, others)
	return true
}

// arrived reads "NAME arrived in Oslo on a visit".
func (t *meetingTree) arrived(i, governor int, m *mention) bool {
	if m.kind != news.KindVisit || t.deps.Relation(i) != "obl" || travelVerbs[t.d.Lower(governor)].lemma == "" || t.covered(i) {
		return false
	}
	c := t.deps.Kid(i, "case")
	list, mod, ok := t.subjects(governor)
	if c < 0 || !has("on for", t.d.Lower(c)) || !ok || !t.verbStatus(m, travelVerbs[t.d.Lower(governor)], mod) {
		return false
	}
	if has("is are", t.d.Lower(governor)) {
		m.status, m.firm = news.StatusOngoing, true
	}
	m.sitting = m.status == news.StatusHeld
	m.where = t.placeIn(governor+1, t.s.To, true)
	if !m.where.known() {
		return false
	}
	t.visit(m, list)
	return true
}

// covered reports whether the patterns found a meeting at token i.
func (t *meetingTree) covered(i int) bool {
	return slices.ContainsFunc(t.found, func(m mention) bool {
		return len(m.parties) > 0 && (m.at == i || m.kind == news.KindVisit && m.clause.Has(i))
	})
}

// visit keeps a visit of one side to a place.
func (t *meetingTree) visit(m *mention, list []phrase) {
	from := m.at
	for _, p := range list {
		if p.anaphor || p.site {
			return
		}
		m.parties = append(m.parties, p.parties...)
		from = min(from, p.From)
		m.clause.To = max(m.clause.To, p.To)
	}
	m.parties = t.distinct(m.parties)
	if len(t.named(m.parties)) == 0 {
		return
	}
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == m.at && len(x.parties) == 0 })
	t.finish(m, t.s, from)
}
