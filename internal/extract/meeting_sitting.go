package extract

import (
	"slices"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// Sittings of one body, of whose members the text names few or none: "the committee's periodic meeting", "a congress of the union",
// "after a meeting of its council". That they are definite is told by a day, a place, or what kind of sitting it is.

// sittingNouns are the nouns of what a body sits at, and of what it calls others to.
var sittingNouns = map[string]news.MeetingKind{"meeting": news.KindMeeting, "session": news.KindMeeting, "retreat": news.KindMeeting,
	"summit": news.KindSummit, "congress": news.KindConference, "convention": news.KindConference, "conference": news.KindConference,
	"symposium": news.KindConference, "seminar": news.KindConference, "workshop": news.KindConference, "webinar": news.KindConference,
	"forum": news.KindConference, "roundtable": news.KindConference, "colloquium": news.KindConference, "plenum": news.KindMeeting}

// sittingKinds stand before the noun of a sitting that there is one of.
var sittingKinds = nlp.WordSet(`annual regular ordinary extraordinary periodic emergency urgent special weekly monthly quarterly biennial triennial
	elective electoral national plenary inaugural founding expanded enlarged internal first second third fourth fifth sixth seventh eighth ninth
	tenth latest last next previous upcoming forthcoming recent general policy`)

// organs are bodies within another, or of a state, that go by what they are.
const organs = "cabinet committee council board caucus assembly parliament commission secretariat panel taskforce politburo bureau leadership shareholders ministers"

// bodySitting adds the sitting of a body whose noun stands at token i, where nothing has told who sat.
func (t *meetingTree) bodySitting(i int) {
	kind, ok := sittingNouns[t.d.Lower(i)]
	if !ok || t.quoteOf[i] > 0 || t.toldOf(i) || t.deps.Relation(i) == "compound" || t.unreal(i) {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: kind, ownKind: true, status: news.StatusHeld, sitting: true, collective: true, definite: t.definite(i)}
	body := t.sitters(i)
	if k := slices.IndexFunc(t.found, func(x mention) bool { return x.at == i && named(x.parties) == 1 }); k >= 0 { // the patterns have told the body
		x := &t.found[k]
		known := x.parties[0].ref.Type == news.RefOrganization
		if x.regular = x.regular || known && t.ofKind(i); len(body) == 0 || known {
			return
		}
	}
	if !t.sittingStatus(&m) {
		return
	}
	body = append(body, t.speakers(i, &m, len(body) > 0)...)
	if t.toCome(i) {
		m.status, m.firm, m.pending = news.StatusPlanned, true, true
	}
	if !t.all(body, news.RefOrganization) { // "attracting researchers"
		m.parties = t.guests(i)
	}
	if len(body) == 0 && (len(m.parties) == 0 || m.definite) {
		return
	}
	t.bring(&m, body)
	m.regular = len(body) > 0 && (t.ofKind(i) || t.organ(i) >= 0)
	before := len(t.found)
	t.finish(&m, t.s, i)
	if len(t.found) == before {
		return
	}
	x := &t.found[before]
	t.setAnywhere(x)
	if !x.regular && !x.anchored() {
		t.found = t.found[:before]
		return
	}
	at := t.found[before]
	t.found = append(slices.DeleteFunc(t.found[:before], func(y mention) bool { return y.at == i }), at)
}

// speakers returns the people who are told to speak or act at the sitting at token i, if the text tells whose sitting it is, or tells of it
// as new: "at a cabinet meeting, NAME said", "speaking at a meeting attended by officials, NAME said".
func (t *meetingTree) speakers(i int, m *mention, body bool) []phrase {
	list, spoke := t.actsAt(i, m)
	if spoke && (body || t.organ(i) >= 0) {
		return list
	}
	if g, preposition := t.clauseOf(i); !spoke && g >= 0 && has("at during in", preposition) && (t.speaks(g) || t.d.Lower(t.deps.Kid(i, "case")-1) == "speaking") && len(t.guests(i)) > 0 {
		list, _, spoke = t.doers(g)
	}
	if spoke && !body && t.indefinite(i) && t.all(list, news.RefPerson) {
		return list
	}
	return nil
}

// sittingStatus tells the status of a sitting by the verb whose clause its noun stands in, and is not ok where it is denied or wished for.
func (t *meetingTree) sittingStatus(m *mention) bool {
	v := t.verbAbove(m.at)
	mod := modality{words: t.wordsBelow(v)}
	if _, more, ok := t.doers(v); ok {
		mod.words = append(mod.words, more.words...)
	}
	if w := t.d.Lower(v); prospectWords[w] && !strings.HasPrefix(w, "call") || has("requested requests request seek seeks sought", w) {
		return false
	}
	if r := t.deps.Relation(m.at); (r == "obj" || r == "nsubj") && t.d.Reading.Heads[m.at] == v {
		if x, ok := undoneBy[t.d.Lower(v)]; ok && (x.with == "" || t.follows(v, x.with, 3)) {
			m.status, m.firm = x.status, true
			return true
		}
		if mod.has(denied) || mod.has(vague) || mod.has("to") && !mod.has(arranged) && !mod.has(ahead) && !has("decided resolved prepared preparing prepares", t.d.Lower(t.d.Reading.Heads[v])) { // "its ability to hold a congress"
			return false
		}
		if mod.has("to") {
			m.status, m.firm, m.pending = news.StatusPlanned, true, true
		}
	}
	if (mod.has(ahead) || mod.has(arranged)) && !has("after during following since", t.deps.Case(m.at)) {
		m.status, m.firm, m.pending = news.StatusPlanned, true, true
	}
	return true
}

// guests returns the unnamed people whom the words of a gathering at token i tell: "a conference attracting researchers", "police chiefs
// attended the conference".
func (t *meetingTree) guests(i int) []party {
	k := -1
	for v := i + 1; v < t.s.To && v < i+10 && k < 0; v++ { // the tree may tie these to another noun
		switch w := t.d.Lower(v); {
		case has("attended organised organized", w) && t.deps.Relation(v) == "acl" && t.d.Reading.Heads[v] == i:
			k = t.behind(v, "by")
		case has("attracting gathering uniting", w) && t.d.Reading.Tags[v] == "VERB":
			k = t.deps.Kid(v, "obj")
		}
	}
	if g := t.d.Reading.Heads[i]; k < 0 && t.deps.Relation(i) == "obj" && has("attended attend held hold attracted", t.d.Lower(g)) {
		k = t.deps.Kid(g, "nsubj")
	} else if k < 0 && t.deps.Relation(i) == "nsubj" && has("attracted gathered drew brought", t.d.Lower(g)) {
		k = t.deps.Kid(g, "obj")
	}
	if k < 0 {
		k = t.behind(i, "of for")
	}
	if k < 0 || t.phraseOf[k] > 0 && len(t.named(t.phrase[t.phraseOf[k]-1].parties)) > 0 || t.d.Reading.Tags[k] != "NOUN" || !strings.HasSuffix(t.d.Lower(k), "s") {
		return nil
	}
	from := k
	for from > t.s.From && t.d.Reading.Heads[from-1] == k && t.deps.Relation(from-1) != "det" && t.deps.Relation(from-1) != "case" {
		from--
	}
	return []party{{ref: news.Ref{Type: news.RefUnnamed, Text: t.d.Words(nlp.Range{From: from, To: k + 1})}}}
}

// organ returns the word for the organ whose sitting the noun at token i is ("a cabinet meeting", "a meeting of its council"), or -1.
func (t *meetingTree) organ(i int) int {
	if has(organs, t.d.Lower(i-1)) {
		return i - 1
	}
	if of := t.behind(i, "of"); of >= 0 && has(organs, t.d.Lower(of)) {
		return of
	}
	return -1
}

// toldOf reports whether the words of a meeting at token i have told parties, or others are told to have met there, or the noun is only
// part of a name.
func (t *meetingTree) toldOf(i int) bool {
	return slices.ContainsFunc(t.found, func(x mention) bool { return named(x.parties) > 1 || x.at == i && x.anaphor }) ||
		t.titleOf[i] > 0 || t.nameOf[i] > 0 && !t.endsOrganization(i)
}

// unreal reports whether the noun at token i is no occasion: "any meeting", "a press conference", "the conference room".
func (t *meetingTree) unreal(i int) bool {
	w := t.d.Lower(i)
	if w == "forum" && t.deps.Relation(i) == "nsubj" { // "the Norwegian forum agreed"
		return true
	}
	if t.deps.Case(i) == "by" { // "approved by the cabinet meeting"
		return true
	}
	if has("sidelines margins fringes", t.d.Lower(t.d.Reading.Heads[i])) || has("press news video training", t.d.Lower(i-1)) || i+1 < t.s.To && has(notMeetingAfter[w], t.d.Lower(i+1)) || w == "session" && has("court trading training", t.d.Lower(i-1)) {
		return true
	}
	return slices.ContainsFunc(t.deps.Of(i), func(k int) bool {
		c := t.d.Lower(k)
		return k < i && (unrealBefore[c] && !sittingKinds[c] || prospectWords[c] && t.deps.Relation(k) != "compound")
	})
}

// ofKind reports whether a word before the noun at token i says which sitting it is: "the periodic meeting", "its 11th congress".
func (t *meetingTree) ofKind(i int) bool {
	for k := i - 1; k >= t.s.From && k > i-5; k-- {
		w := t.d.Lower(k)
		if sittingKinds[w] || len(w) > 2 && w[0] >= '0' && w[0] <= '9' && has("st nd rd th", w[len(w)-2:]) {
			return true
		}
	}
	return false
}

// toCome reports whether the words before the noun at token i put its sitting ahead: "ahead of the congress", "going ahead with it".
func (t *meetingTree) toCome(i int) bool {
	for k := i - 1; k >= t.s.From && k > i-8; k-- {
		switch t.d.Lower(k) {
		case "before":
			return true
		case "ahead":
			return has("of with", t.d.Lower(k+1))
		case "eve":
			return t.d.Lower(k+1) == "of"
		}
	}
	return false
}

// sitters returns the body that sits at what the noun at token i names: before it, behind "of", or by the verb that it is the object of.
func (t *meetingTree) sitters(i int) []phrase {
	for _, k := range t.deps.Of(i) {
		n := t.phraseOf[k] - 1
		if r := t.d.Reading.Relations[k]; n >= 0 && k < i && (r == "nmod:poss" || r == "compound" || r == "amod") && t.isBody(t.phrase[n]) {
			return []phrase{t.bodyPhrase(n)}
		}
	}
	if n := t.endsAt[i] - 1; n >= 0 && t.isBody(t.phrase[n]) {
		return []phrase{t.bodyPhrase(n)}
	}
	if of := t.behind(i, "of"); of >= 0 {
		if list := t.actors(of); t.all(list, news.RefOrganization) {
			return list
		}
		if n := t.startsAt[min(of+2, t.s.To)] - 1; n >= 0 && t.d.Word(of+1) == "," && t.isBody(t.phrase[n]) { // "of Norway's cabinet, the State Council"
			return []phrase{t.bodyPhrase(n)}
		}
	}
	if list := t.cabinetOf(t.organ(i)); len(list) > 0 {
		return list
	}
	for v := i + 1; v < t.s.To && v < i+12; v++ { // "a roundtable on lakes organised by the council"
		if has("organised organized hosted held convened", t.d.Lower(v)) && t.d.Lower(v+1) == "by" && t.deps.Below(v, i, 3) {
			if list := t.listed(t.behind(v, "by")); t.all(list, news.RefOrganization) {
				return append(list, t.partners(v)...)
			}
		}
	}
	return t.holders(i)
}

// cabinetOf returns the state whose cabinet or council of ministers the organ at token k is.
func (t *meetingTree) cabinetOf(k int) []phrase {
	if k < 0 || !has("cabinet ministers", t.d.Lower(k)) {
		return nil
	}
	for n := k - 1; n >= t.s.From && n > k-4; n-- {
		if m, ok := t.placeAt(n); ok && t.hasCountry(m.Code) {
			return []phrase{{Range: nlp.Range{From: n, To: k + 1}, parties: []party{t.state(m.Code)}, role: true}}
		}
	}
	return nil
}

// holders returns the body that is the subject of the verb that the noun at token i is the object of, or to which "its" before the noun points.
func (t *meetingTree) holders(i int) []phrase {
	g := t.d.Reading.Heads[i]
	v := lightVerbs[t.verbWord(g)]
	holds := t.deps.Relation(i) == "obj" && has("hold have host convene organise organize conduct open", v.lemma)
	if t.deps.Relation(i) == "conj" && t.deps.Relation(g) == "obj" { // "held a symposium and a workshop"
		return nil
	}
	its := slices.ContainsFunc(t.deps.Of(i), func(k int) bool { return has("its their", t.d.Lower(k)) })
	if !holds && !its && t.organ(i) < 0 {
		return nil
	}
	g = t.verbAbove(i)
	for range 3 { // "says it is going ahead with its congress", "is preparing to host the conference"
		list, mod, ok := t.doers(g)
		partners := t.partners(g)
		if ok && !mod.passive && !list[0].owner && (t.all(list, news.RefOrganization) || holds && (t.all(list, news.RefCountry) || len(partners) > 0)) {
			return append(list, partners...)
		}
		if t.deps.Relation(g) == "xcomp" && has("preparing prepares prepared", t.d.Lower(t.d.Reading.Heads[g])) {
			g = t.d.Reading.Heads[g]
			continue
		}
		if s := t.deps.Kid(g, "nsubj"); s < 0 || t.d.Lower(s) != "it" || t.deps.Relation(g) != "ccomp" {
			return nil
		}
		g = t.d.Reading.Heads[g]
	}
	return nil
}

// verbAbove returns the verb in whose clause token i stands, or what the sentence hangs on.
func (t *meetingTree) verbAbove(i int) int {
	const deep = 8
	v := t.d.Reading.Heads[i]
	for n := 0; n < deep && t.d.Reading.Tags[v] != "VERB"; n++ {
		v = t.d.Reading.Heads[v]
	}
	return v
}

// partners returns those with whom the verb at token g is told to hold something: "in partnership with the university".
func (t *meetingTree) partners(g int) []phrase {
	for k := t.s.From; k+2 < t.s.To; k++ {
		if !has("partnership cooperation collaboration conjunction association", t.d.Lower(k)) || t.d.Lower(k-1) != "in" || t.d.Lower(k+1) != "with" || !t.deps.Below(k, g, 3) {
			continue
		}
		for n := k + 2; n < k+4; n++ {
			if p := t.startsAt[n] - 1; p >= 0 && t.isBody(t.phrase[p]) {
				list, _ := t.list(p)
				return list
			}
		}
	}
	return nil
}

// isBody reports whether a phrase names one body, or its people by their role.
func (t *meetingTree) isBody(p phrase) bool {
	return len(p.parties) == 1 && p.parties[0].ref.Type == news.RefOrganization && !p.anaphor
}

// bodyPhrase returns the phrase with index n as an actor of its own.
func (t *meetingTree) bodyPhrase(n int) phrase {
	p := t.phrase[n]
	p.owner = false
	return p
}
