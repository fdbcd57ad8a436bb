package extract

import (
	"slices"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// Who took part in a meeting that the text has told before: "NAME also took part", "The talks were mediated by NAME", "Among the
// guests were NAME and NAME".

// joining are words that have somebody as their subject who was at a meeting, with the word that has to follow, if any.
var joining = map[string]string{"took": "part", "take": "part", "takes": "part", "taking": "part", "participated": "", "participates": "",
	"participate": "", "participating": "", "sat": "in", "sits": "in", "attended": "", "attends": "", "attend": "", "joined": "", "joins": "", "join": "", "chaired": "",
	"chairs": "", "chair": "", "hosted": "", "hosts": "", "mediated": "", "mediates": "", "mediate": "", "moderated": "", "brokered": "", "oversaw": "", "led": "",
	"included": "", "includes": "", "include": "", "involved": "", "involves": "", "involve": ""}

// joinedAs are the roles of those who are the subjects of these verbs.
var joinedAs = map[string]string{"hosted": "host", "hosts": "host", "mediated": "mediator", "mediates": "mediator", "mediate": "mediator", "brokered": "mediator"}

// presences are nouns and adjectives of those who are at a meeting.
var presences = nlp.WordSet("guests participants attendees present table")

// joiner adds the subjects and agents of the verb at token i to the meeting told last.
func (t *meetingTree) joiner(i int) {
	w := t.d.Lower(i)
	with, ok := joining[w]
	if !ok || with != "" && !t.follows(i, with, 3) || t.quoteOf[i] > 0 {
		return
	}
	o := t.latest(2)
	if o == nil || o.kind == news.KindCall || t.toldElsewhere(i) {
		return
	}
	if has("included includes include involved involves involve", w) {
		t.including(i, o)
		return
	}
	list, mod, ok := t.doers(i)
	var people []phrase
	switch {
	case t.passiveOf(i): // "The talks were chaired by NAME"
		s := t.deps.Kid(i, "nsubj")
		if s < 0 || !t.meansMeeting(s) {
			return
		}
		people = t.listed(t.behind(i, "by"))
	case ok && t.ofMeeting(i, w):
		people = list
	}
	if mod.has(denied) || mod.has(vague) || len(people) == 0 || people[0].anaphor || !t.mayJoin(people) {
		return
	}
	if (mod.has(ahead) || mod.has("to")) == (o.status == news.StatusHeld) {
		return
	}
	if role := joinedAs[w]; role != "" {
		people = t.withRole(people, role)
	}
	o.join(t.meetingFinder, people, i)
	if s := t.deps.Kid(i, "nsubj"); s >= 0 { // what the patterns made of "the talks" alone
		t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == s && !x.anchored() })
	}
}

// including reads "The talks, which also include NAME and NAME".
func (t *meetingTree) including(i int, o *occasion) {
	s := t.deps.Kid(i, "nsubj")
	if s >= 0 && has("which that", t.d.Lower(s)) && t.deps.Relation(i) == "acl" {
		s = t.d.Reading.Heads[i]
	}
	if s < 0 || !t.meansMeeting(s) {
		return
	}
	people := t.listed(t.deps.Kid(i, "obj"))
	if n := t.startsAt[i+1] - 1; len(people) == 0 && n >= 0 {
		people, _ = t.list(n)
	}
	if len(people) > 0 && t.mayJoin(people) {
		o.join(t.meetingFinder, people, i)
	}
}

// join adds people whom a later sentence tells, with their word as a place of evidence.
func (o *occasion) join(f *meetingFinder, people []phrase, at int) {
	o.take(f, people)
	o.at = append(o.at, at)
}

func (t *meetingTree) passiveOf(i int) bool {
	for _, k := range t.deps.Of(i) {
		if r := t.d.Reading.Relations[k]; r == "nsubj:pass" || r == "aux:pass" {
			return true
		}
	}
	return false
}

// mayJoin reports whether all are people, states or bodies that the words name.
func (t *meetingTree) mayJoin(list []phrase) bool {
	for _, p := range list {
		if p.owner || len(t.named(p.parties)) == 0 {
			return false
		}
	}
	return true
}

// meansMeeting reports whether token i is a word for the meeting told last: "it", "them", "the talks", "the two leaders".
func (t *meetingTree) meansMeeting(i int) bool {
	w := t.d.Lower(i)
	if has("it they them both this", w) {
		return true
	}
	if n := t.phraseOf[i] - 1; n >= 0 {
		return t.phrase[n].anaphor
	}
	if !meetingNounAt(w) && !has("event ceremony sitting dialogue negotiation", w) || t.deps.Kid(i, "nmod") >= 0 {
		return false
	}
	det := t.deps.Kid(i, "det")
	return det >= 0 && has("the this that both", t.d.Lower(det))
}

// ofMeeting reports whether what the joining verb at token i is of is the meeting told last: nothing, or words for it.
func (t *meetingTree) ofMeeting(i int, w string) bool {
	o := t.deps.Kid(i, "obj")
	if o >= 0 && t.d.Lower(o) == "part" {
		o = t.deps.Kid(o, "nmod")
	}
	if o < 0 {
		o = t.behind(i, "in on at for")
		if o >= 0 && (t.dateAt(o) || t.cityOf[o] > 0 || t.placeOf[o] > 0) {
			o = -1
		}
	}
	if o < 0 {
		return has("took take takes participated participates participate attended attends sat sits taking participating", w)
	}
	return t.meansMeeting(o)
}

// toldElsewhere reports whether the noun of a meeting that the verb at token i is of has words of its own.
func (t *meetingTree) toldElsewhere(i int) bool {
	for k := i + 1; k < t.s.To && k < i+8; k++ {
		if meetingNounAt(t.d.Lower(k)) && !plainNouns[t.d.Lower(k)] && t.deps.Below(k, i, 3) && !t.meansMeeting(k) {
			return true
		}
	}
	return false
}

// wasPresent reads "NAME was also present".
func (t *meetingTree) wasPresent(i int) {
	o := t.latest(2)
	people, mod, ok := t.doers(i)
	if !ok || o == nil || o.kind == news.KindCall || mod.has(denied) || t.deps.Kid(i, "cop") < 0 || !t.all(people, news.RefPerson) || t.dated(i) && !t.follows(i, "meeting talks", 4) {
		return
	}
	o.join(t.meetingFinder, people, i)
}

// presentWere reads "Among the guests were NAME and NAME" and "Also at the table was NAME".
func (t *meetingTree) presentWere() {
	o := t.latest(2)
	first := t.s.From
	if o == nil || o.kind == news.KindCall || !has("among also present alongside", t.d.Lower(first)) || t.quoteOf[first] > 0 {
		return
	}
	there := false
	for k := first; k < t.s.To && k < first+9; k++ {
		w := t.d.Lower(k)
		there = there || presences[w] || w == "there" || has("those attending", w)
		if !has("was were is are", w) {
			continue
		}
		if n := t.startsAt[min(k+1, t.s.To)] - 1; there && n >= 0 {
			if people, _ := t.list(n); t.all(people, news.RefPerson) {
				o.join(t.meetingFinder, people, k)
			}
		}
		return
	}
}
