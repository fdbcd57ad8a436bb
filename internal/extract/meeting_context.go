package extract

import (
	"slices"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// What neither patterns nor a sentence's own tree tell is read with the sentences around it: meetings whose parties were
// named before ("a second round is set for May"), verbs of coming together that have no object, and those who are named
// later as the leaders of a delegation.

// context adds the mentions of the sentence that need the text before it.
func (t *meetingTree) context() {
	for i := t.s.From; i < t.s.To; i++ {
		w := t.d.Lower(i)
		if t.titleOf[i] > 0 || t.quoteOf[i] > 0 {
			continue
		}
		if t.deps.Kid(i, "cop") >= 0 {
			t.isAbroad(i)
		}
		if t.nameOf[i] > 0 {
			if meetingNounAt(w) && t.endsOrganization(i) { // "will attend the Clean Lake Forum"
				t.attended(i, meetingNouns[w])
			}
			if meetingNounAt(w) && t.d.Names[t.nameOf[i]-1].Kind == nlp.OrganizationName {
				t.gathering(i)
			}
			continue
		}
		if t.d.Reading.Tags[i] == "VERB" {
			t.joiner(i)
			t.framed(i)
			t.signedTogether(i)
			t.coChaired(i)
			t.metUnder(i)
		} else if t.d.Reading.Tags[i] == "NOUN" {
			t.guestOf(i)
			t.tookPlace(i)
		}
		switch tag := t.d.Reading.Tags[i]; {
		case (tag == "NOUN" || tag == "PROPN") && meetingNounAt(w):
			t.between(i)
			t.heldBetween(i, meetingNouns[w])
			t.unnamedSide(i, meetingNouns[w])
			t.onVisit(i)
			t.thisIs(i)
			t.fate(i)
			t.announced(i, meetingNouns[w])
			t.undoneObject(i, meetingNouns[w])
			t.chaired(i, meetingNouns[w])
			t.attended(i, meetingNouns[w])
			t.attending(i, meetingNouns[w])
			t.gathering(i)
			t.itsMeeting(i)
			t.calledTo(i, meetingNouns[w])
			t.proposed(i, meetingNouns[w])
			t.bodySitting(i)
		case (tag == "NOUN" || tag == "PROPN") && sittingNouns[w] != "":
			t.bodySitting(i)
		case w == "present":
			t.wasPresent(i)
		case w == "due":
			t.expectedIn(i)
		case tag != "VERB":
		case w == "discussed", w == "talked" && t.d.Lower(i+1) == "about":
			t.discussed(i)
		case w == "visit", w == "come" && t.d.Lower(i-1) == "to" && t.follows(max(t.s.From, i-12), "invitation invited", 12):
			t.invited(i)
		case leads[w]:
			t.leader(i)
		case has("accompany accompanied accompanies", w):
			t.accompany(i)
		case has("joined joins", w):
			t.joinedBy(i)
		case has("invited invites", w):
			t.invitedTo(i)
		case journeys[w].lemma != "":
			t.journey(i)
		case has("expected received hosted", w):
			t.expectedIn(i)
		default:
			if greetings[w] {
				t.greeted(i)
			}
			switch v := comingTogether[w]; v.lemma {
			case "":
			case "bring":
				t.broughtTogether(i)
			case "see":
				t.saw(i, v)
			default:
				t.together(i, v)
			}
		}
	}
}

// comingTogether are verbs that tell, by themselves or with the word of withVerb, that people came together.
var comingTogether = verbForms(map[string]string{"sit": "sit sits sat sitting", "get": "get got", "come": "come came", "run": "ran",
	"bump": "bumped", "speak": "speak spoke spoken", "talk": "talk talked", "dine": "dine dined", "lunch": "lunched", "confer": "conferred",
	"huddle": "huddled", "converse": "conversed", "negotiate": "negotiated", "meet": "meet met", "see": "see sees saw",
	"bring": "bring brings brought"})

// withVerb are the words that have to follow a verb of coming together, by its lemma.
var withVerb = map[string]string{"sit": "down", "get": "together", "come": "together", "bring": "together", "run": "into", "bump": "into"}

// together reads "A and B sat down in Oslo", "the two spoke for ten minutes", "A ran into B".
func (t *meetingTree) together(i int, v meetingVerb) {
	needs := withVerb[v.lemma]
	if needs != "" && !t.follows(i, needs, 4) || t.found != nil && t.covered(i) {
		return
	}
	list, mod, ok := t.subjects(i)
	if subject := t.deps.Kid(i, "nsubj"); !ok && subject >= 0 {
		if n := t.startsAt[t.s.From] - 1; n >= 0 && t.phrase[n].anaphor && t.phraseOf[subject] == n+1 {
			list, ok = []phrase{t.phrase[n]}, true
		}
	}
	if !ok && v.lemma == "meet" {
		list, mod, ok = t.teams(i)
	}
	if !ok || mod.passive {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindMeeting, status: news.StatusHeld, sitting: true}
	switch {
	case needs == "into":
		others := t.actors(t.behind(i, "into"))
		if t.all(others, news.RefPerson) && t.verbStatus(&m, v, mod) {
			t.both(&m, list, others)
		}
		return
	case has("talk confer negotiate", v.lemma):
		m.kind = news.KindTalks
	case v.lemma == "speak" && t.follows(i, "phone telephone video", 8):
		m.kind = news.KindCall
	}
	if len(t.company(i)) > 0 || t.deps.Kid(i, "obj") >= 0 && needs == "" || t.behind(i, "to of about for against") >= 0 && !t.lasting(i) {
		if v.lemma == "dine" && v.form == nlp.BaseForm && t.calledOff(i, &m, list) {
			return
		}
		if v.lemma != "meet" || t.deps.Kid(i, "obj") >= 0 {
			return
		}
	}
	if !t.lasting(i) && needs == "" && v.lemma != "meet" || !t.dated(i) && !t.lasting(i) && needs == "" {
		return
	}
	if !t.verbStatus(&m, v, mod) {
		return
	}
	if g := t.d.Reading.Heads[i]; t.deps.Relation(i) == "ccomp" && has("proposed proposes suggested suggests offered offers", t.d.Lower(g)) {
		m.status, m.firm, m.sitting = news.StatusProposed, true, false
	}
	t.among(&m, list)
}

// teams returns the sides of the talks told last where the verb at token i has only their people as its subject: "Technical teams
// will meet on Friday".
func (t *meetingTree) teams(i int) (list []phrase, mod modality, ok bool) {
	s := t.deps.Kid(i, "nsubj")
	if s < 0 || !has("teams experts negotiators delegations officials technicians", t.d.Lower(s)) || t.deps.Kid(s, "nmod", "det", "conj") >= 0 || named(t.latestParties()) < 2 {
		return nil, mod, false
	}
	for _, k := range t.deps.Of(i) {
		if r := t.deps.Relation(k); r == "aux" || r == "advmod" {
			mod.words = append(mod.words, t.d.Lower(k))
		}
	}
	return []phrase{{Range: nlp.Range{From: s, To: s + 1}, anaphor: true, theirs: "team"}}, mod, true
}

// among keeps a mention of those who met among themselves: two that are named, or "they".
func (t *meetingTree) among(m *mention, list []phrase) {
	if len(list) == 1 && list[0].anaphor {
		m.anaphor, m.both, m.theirs = true, true, list[0].theirs
		t.finish(m, t.s, list[0].From)
	} else if one, other := t.split(list); len(other) > 0 {
		t.both(m, one, other)
	} else if len(list) == 1 && len(list[0].parties) == 1 && list[0].role && strings.HasSuffix(t.headOf(list[0]), "s") { // "the Alliance's leaders"
		m.parties, m.collective = slices.Clone(list[0].parties), true
		t.finish(m, t.s, list[0].From)
	}
}

// lasting reports whether words behind token i tell how long or in which way people were together.
func (t *meetingTree) lasting(i int) bool {
	return t.follows(i, "minutes hours hour night face together doors privately phone telephone lunch dinner breakfast again", 12)
}

// calledOff reads "would not after all dine with NAME".
func (t *meetingTree) calledOff(i int, m *mention, list []phrase) bool {
	not := false
	for k := max(t.s.From, i-6); k < i; k++ {
		not = not || t.d.Lower(k) == "not" || strings.HasSuffix(t.d.Lower(k), "n't")
	}
	others := t.company(i)
	if !not || len(others) == 0 || !t.afterAll(i) {
		return false
	}
	m.status, m.firm = news.StatusCancelled, true
	t.both(m, list, others)
	return true
}

func (t *meetingTree) afterAll(i int) bool {
	for k := max(t.s.From, i-5); k+1 < t.s.To && k < i+20; k++ {
		if t.d.Lower(k) == "after" && t.d.Lower(k+1) == "all" || t.d.Lower(k) == "no" && t.d.Lower(k+1) == "longer" {
			return true
		}
	}
	return false
}

// datedBehind reports whether a date stands within the words behind token i, names aside.
func (t *meetingTree) datedBehind(i int) bool {
	for k := i; k < t.s.To && k < i+12; k++ {
		if t.dateAt(k) {
			return true
		}
		if clauseEnds[t.d.Lower(k)] || t.d.Word(k) == ";" {
			return false
		}
	}
	return false
}

// broughtTogether reads "The talks brought together A, B and C".
func (t *meetingTree) broughtTogether(i int) {
	if !t.follows(i, withVerb["bring"], 3) {
		return
	}
	var people []phrase
	for k := i + 1; k < t.s.To && k < i+4; k++ {
		if n := t.startsAt[k] - 1; n >= 0 {
			people, _ = t.list(n)
			break
		}
	}
	one, other := t.split(people)
	subject := t.deps.Kid(i, "nsubj")
	if len(other) == 0 || subject < 0 {
		return
	}
	kind, ok := meetingNouns[t.d.Lower(subject)]
	if !ok {
		return
	}
	m := mention{at: subject, clause: nlp.Range{From: subject, To: i + 1}, kind: kind, ownKind: true, status: news.StatusHeld, sitting: true, definite: true}
	t.both(&m, one, other)
}

// saw reads "NAME saw NAME in Oslo on Monday" and "the two last saw each other in Kandy".
func (t *meetingTree) saw(i int, v meetingVerb) {
	o := t.deps.Kid(i, "obj")
	if o < 0 || t.covered(i) {
		return
	}
	list, mod, ok := t.subjects(i)
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindMeeting, status: news.StatusHeld, sitting: true}
	before := mod.has("before") && v.form != nlp.PastForm // "before their leaders see each other"
	if !ok || v.form == nlp.BaseForm && !mod.has(ahead) && !mod.has("to") && !before || !t.dated(i) && !t.datedBehind(o) {
		return
	}
	if has("other another", t.d.Lower(o)) || t.d.Lower(o) == "each" && t.d.Lower(o+1) == "other" {
		if t.verbStatus(&m, meetingVerb{form: nlp.PastForm}, mod) {
			if before {
				m.status, m.firm, m.pending = news.StatusPlanned, true, true
			}
			t.among(&m, list)
		}
		return
	}
	others := t.actors(o)
	if !t.all(others, news.RefPerson) || !t.all(list, news.RefPerson) || !others[0].full {
		return
	}
	if t.verbStatus(&m, v, mod) && m.status != news.StatusProposed { // "asked to see NAME"
		t.both(&m, list, others)
	}
}
