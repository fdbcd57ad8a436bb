package extract

import (
	"slices"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// Verbs that tell of a meeting together with a word of their own: "came face to face with NAME", "presented his credentials to NAME",
// "gave a dinner for NAME".

// frame is such a verb: its forms, a word that follows it, and the prepositions of the other side; "obj" is its object.
type frame struct {
	verbs, word, others string
	kind                news.MeetingKind
}

var frames = []frame{
	{"come comes came", "face", "with", news.KindMeeting},
	{"sat sits sit", "opposite", "opposite", news.KindMeeting},
	{"exchanged exchange", "views opinions", "with", news.KindTalks},
	{"shared shares share", "dinner lunch breakfast meal", "with", news.KindMeeting},
	{"spent spends spend", "hours hour minutes evening morning afternoon day monday tuesday wednesday thursday friday saturday sunday", "with", news.KindMeeting},
	{"gave gives threw hosted hosts give host", "dinner lunch banquet reception luncheon", "for of", news.KindMeeting},
	{"gave gives give extended extends", "welcome", "to", news.KindMeeting},
	{"granted grants", "audience", "obj to", news.KindMeeting},
	{"presented presents present handed", "credentials credence", "to", news.KindMeeting},
	{"accepted received accepts receives", "credentials credence", "of from", news.KindMeeting},
	{"hauled hauls called", "in", "obj", news.KindMeeting},
	{"took takes", "call", "from", news.KindCall},
	{"rang", "on to in yesterday today", "obj", news.KindCall},
	{"brought brings bring", "together", "obj", news.KindMeeting},
}

// framed reads the verb at token i with its word.
func (t *meetingTree) framed(i int) {
	w := t.d.Lower(i)
	for _, x := range frames {
		near := 5
		if has(x.others, "obj") || x.word == "together" {
			near = 14
		}
		if !has(x.verbs, w) || !t.follows(i, x.word, near) || x.word == "in" && t.d.Lower(i+1) != "in" || t.covered(i) {
			continue
		}
		t.frame(i, x)
		return
	}
}

func (t *meetingTree) frame(i int, x frame) {
	list, mod, ok := t.doers(i)
	if !ok || mod.has(vague) {
		return
	}
	var others []phrase
	word := -1
	for k := i + 1; k < t.s.To && k < i+14; k++ {
		if has(x.word, t.d.Lower(k)) {
			word = k
			break
		}
	}
	if mod.passive {
		others = t.listed(t.behind(i, "by"))
		mod.passive = false
	} else if has(x.others, "obj") {
		others = t.objectsOf(i)
	}
	if len(others) == 0 && word >= 0 {
		for _, k := range []int{word, i} {
			if others = t.listed(t.behind(k, x.others)); len(others) > 0 {
				break
			}
		}
	}
	if len(others) == 0 {
		others = t.ahead(i, x.others)
	}
	if len(others) == 0 || !t.all(others, news.RefPerson) && !(!has(x.others, "obj") && !others[0].site) || !t.inOffice(append(slices.Clone(list), others...)) {
		return
	}
	if x.word == "in" && !t.envoy(others[0]) && !t.envoy(list[0]) {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: x.kind, status: news.StatusHeld, sitting: true}
	if word >= 0 && meetingNounAt(t.d.Lower(word)) && !slices.ContainsFunc(t.found, func(y mention) bool { return y.at == word && named(y.parties) > 1 }) {
		m.at, m.ownKind = word, true
	}
	if !t.verbStatus(&m, meetingVerb{"hold", nlp.PastForm}, mod) {
		return
	}
	t.instead(&m, list, others)
}

// objectsOf returns the actors that the verb at token i has as its object, by the words right behind it or by the tree.
func (t *meetingTree) objectsOf(i int) []phrase {
	k := i + 1
	if t.d.Lower(k) == "in" {
		k++
	}
	if n := t.startsAt[k] - 1; n >= 0 && !t.phrase[n].owner {
		list, _ := t.list(n)
		return list
	}
	return t.actors(t.deps.Kid(i, "obj", "iobj"))
}

// guestOf reads "NAME was the guest of NAME in Oslo".
func (t *meetingTree) guestOf(i int) {
	if !has("guest guests", t.d.Lower(i)) || t.deps.Kid(i, "cop") < 0 || !t.dated(i) {
		return
	}
	list, mod, ok := t.subjects(i)
	others := t.actors(t.behind(i, "of"))
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindMeeting, status: news.StatusHeld, sitting: true}
	if !ok || !t.all(list, news.RefPerson) || !t.all(others, news.RefPerson) || !t.verbStatus(&m, meetingVerb{"hold", nlp.PastForm}, mod) {
		return
	}
	t.both(&m, list, others)
}

// coChaired reads "NAME and NAME co-chaired the High-Level Council in Oslo": whatever it is called, they sat there.
func (t *meetingTree) coChaired(i int) {
	w := t.d.Lower(i)
	if !has("co-chaired co-chairs cochaired", t.verbWord(i)) && !(has("chaired chairs", w) && (t.d.Lower(i-1) == "jointly" || t.d.Lower(i-1) == "-" && t.d.Lower(i-2) == "co")) || t.covered(i) {
		return
	}
	verb := i
	if w == "co" {
		verb = i + 2
	}
	list, mod, ok := t.doers(verb)
	if !ok {
		list, mod, ok = t.doers(i)
	}
	if !ok || mod.passive || mod.has(denied) || mod.has(vague) || !t.inOffice(list) {
		return
	}
	one, other := t.split(list)
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindMeeting, status: news.StatusHeld, sitting: true}
	if len(other) == 0 || slices.ContainsFunc(t.found, func(x mention) bool { return x.at > i && t.deps.Below(x.at, i, 3) && named(x.parties) > 1 }) ||
		!t.verbStatus(&m, meetingVerb{"chair", nlp.PastForm}, mod) {
		return
	}
	before := len(t.found)
	if t.both(&m, one, other); len(t.found) > before {
		t.anywhere(&t.found[before])
	}
}

// signedTogether reads "NAME and NAME signed the treaty in Oslo on Monday".
func (t *meetingTree) signedTogether(i int) {
	if !has("signed", t.d.Lower(i)) || t.deps.Kid(i, "obj") < 0 || t.covered(i) {
		return
	}
	list, mod, ok := t.doers(i)
	if !ok || mod.passive || mod.has(denied) || mod.has(vague) || !t.all(list, news.RefPerson) {
		return
	}
	for _, p := range list {
		if !t.inOffice([]phrase{p}) {
			return
		}
	}
	one, other := t.split(list)
	if with := t.company(i, t.deps.Kid(i, "obj")); len(other) == 0 && t.all(with, news.RefPerson) && t.inOffice(with) { // "signed the treaty with NAME in Oslo on Monday"
		one, other = list, with
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindMeeting, status: news.StatusHeld, sitting: true}
	if len(other) == 0 || !t.verbStatus(&m, meetingVerb{"sign", nlp.PastForm}, mod) {
		return
	}
	before := len(t.found)
	t.both(&m, one, other)
	if len(t.found) > before && (!t.found[before].where.known() || t.found[before].date.text == "") {
		t.found = t.found[:before]
	}
}
