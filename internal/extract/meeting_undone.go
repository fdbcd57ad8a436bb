package extract

import (
	"slices"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
	"graphload/internal/nlp/date"
)

// What a sentence says, behind the words that tell of a plan, of what became of it: "had been due to meet NAME, but it was put
// back", "a visit that was planned for Monday has been postponed, the embassy said".

// undoneBy are the words that say so, as participles behind "was" or "been", or as verbs with the word that has to follow.
var undoneBy = map[string]struct {
	status news.MeetingStatus
	with   string // a word that has to follow, if any
}{
	"postponed": {news.StatusPostponed, ""}, "delayed": {news.StatusPostponed, ""}, "deferred": {news.StatusPostponed, ""},
	"rescheduled": {news.StatusPostponed, ""}, "put": {news.StatusPostponed, "off back"}, "pushed": {news.StatusPostponed, "back"},
	"cancelled": {news.StatusCancelled, ""}, "canceled": {news.StatusCancelled, ""}, "called": {news.StatusCancelled, "off"},
	"scrapped": {news.StatusCancelled, ""}, "shelved": {news.StatusCancelled, ""}, "dropped": {news.StatusCancelled, ""},
	"axed": {news.StatusCancelled, ""}, "abandoned": {news.StatusCancelled, ""}, "fell": {news.StatusCancelled, "through victim"},
	"fallen": {news.StatusCancelled, "through victim"},
}

// undone gives the meetings of the sentence the status that a later verb of it says.
func (t *meetingTree) undone() {
	for v := t.s.From + 1; v < t.s.To; v++ {
		if t.quoteOf[v] > 0 {
			continue
		}
		x, ok := undoneBy[t.d.Lower(v)]
		switch {
		case !ok || x.with != "" && !t.follows(v, x.with, 3):
			continue
		case !has("fell fallen", t.d.Lower(v)) && !has("was were been be being", t.d.Lower(v-1)) && !has("was were been", t.d.Lower(v-2)):
			continue
		case t.notBefore(v):
			continue
		}
		if k := t.undoneAt(v); k >= 0 {
			t.setUndone(&t.found[k], x.status)
		} else {
			t.planBefore(v, x.status)
		}
	}
	t.pulledOut()
}

// undoneAt returns the index of the meeting that the verb at token v says was called off, or -1: the one whose noun is the
// verb's subject, the plan before "but it" or "but the trip", or the one meeting before a verb whose subject the tree lost.
func (t *meetingTree) undoneAt(v int) int {
	latest := -1
	for k, m := range t.found {
		if m.at < v && m.at >= t.s.From && (len(m.parties) > 0 || m.anaphor) && (latest < 0 || m.at > t.found[latest].at) {
			latest = k
		}
	}
	if latest < 0 {
		return -1
	}
	subject := t.deps.Kid(v, "nsubj")
	switch {
	case subject < 0 && t.found[latest].ownKind && t.deps.Relation(v) != "conj":
		return latest
	case subject < 0:
	case t.found[latest].ownKind && has("that which", t.d.Lower(subject)) && t.deps.Below(v, t.found[latest].at, 2):
		return latest
	case subject == t.found[latest].at, t.found[latest].ownKind && t.deps.Below(t.found[latest].at, subject, 2) && t.found[latest].at < subject+5:
		return latest
	case t.found[latest].status != news.StatusPlanned && t.found[latest].status != news.StatusProposed:
	case t.d.Lower(subject) == "it", meetingNounAt(t.d.Lower(subject)) && t.deps.Kid(subject, "nmod") < 0:
		return latest
	}
	return -1
}

// planBefore reads "The commission had been due to discuss the dam on May 3, but the meeting was put off": whose plan it was, and
// for when, stands in the clause before.
func (t *meetingTree) planBefore(v int, status news.MeetingStatus) {
	noun := t.deps.Kid(v, "nsubj")
	g := t.d.Reading.Heads[v]
	if noun < 0 || t.deps.Relation(v) != "conj" || g >= noun || t.d.Reading.Tags[noun] != "NOUN" || t.mentionAt(noun) {
		return
	}
	kind, ok := meetingNouns[t.d.Lower(noun)]
	if det := t.deps.Kid(noun, "det"); !ok || det < 0 || !has("the that", t.d.Lower(det)) {
		return
	}
	if !has("due scheduled expected set planned meant supposed", t.d.Lower(g)) && t.deps.Kid(g, "aux") < 0 {
		return
	}
	list, _, ok := t.subjects(g)
	if !ok {
		return
	}
	m := mention{at: noun, clause: nlp.Range{From: noun, To: v + 1}, kind: kind, ownKind: true, status: status, firm: true, sitting: true, collective: true, fresh: true}
	from := noun
	for _, p := range list {
		m.parties = append(m.parties, t.named(p.parties)...)
		from = min(from, p.From)
	}
	if m.parties = t.distinct(m.parties); len(m.parties) == 0 {
		return
	}
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == noun })
	before := len(t.found)
	t.finish(&m, t.s, from)
	if len(t.found) == before {
		return
	}
	if t.found[before].date.text == "" {
		for _, r := range t.dates(t.s, date.Past) {
			if r.To < noun && r.From > g {
				t.found[before].date = r.meetingDate
			}
		}
	}
	if !t.found[before].anchored() {
		t.found = t.found[:before]
	}
}

// notBefore reports whether a word right before the verb at token v denies it.
func (t *meetingTree) notBefore(v int) bool {
	for k := v - 1; k >= t.s.From && k > v-4; k-- {
		if w := t.d.Lower(k); w == "not" || w == "never" || strings.HasSuffix(w, "n't") || has("could might may if would", w) {
			return true
		}
	}
	return false
}

func (t *meetingTree) setUndone(m *mention, status news.MeetingStatus) {
	if statusRank[m.status] == statusRank[status] {
		return
	}
	m.status, m.firm, m.pending = status, true, false
	if status == news.StatusPostponed {
		before := m.date
		t.setDate(m, t.s, m.clause.From, t.s.To)
		if m.date.text == "" || before.from != "" && !t.putTo(m.at) {
			m.date = before
		}
	}
}

// pulledOut reads "had been due to meet NAME but stayed at home": what had been a plan, before "but", did not come about.
func (t *meetingTree) pulledOut() {
	for k := range t.found {
		m := &t.found[k]
		if m.status != news.StatusPlanned || len(m.parties) == 0 && !m.anaphor {
			continue
		}
		had := -1
		for i := m.at - 1; i > t.s.From && i > m.at-10; i-- {
			if t.d.Lower(i) == "been" && t.d.Lower(i-1) == "had" && has("due scheduled expected booked supposed set planned slated", t.d.Lower(i+1)) {
				had = i
			}
		}
		if had < 0 {
			continue
		}
		for i := m.at + 1; i < t.s.To-1; i++ {
			if t.d.Lower(i) == "but" && (t.deps.Relation(i) == "cc" || t.d.Word(i-1) == ",") && (t.deps.Kid(t.d.Reading.Heads[i], "nsubj") < 0 || has("he she they", t.d.Lower(i+1)) || t.staysAway(t.d.Reading.Heads[i])) {
				t.setUndone(m, news.StatusCancelled)
			}
		}
	}
}

// staysAway reports whether a verb says that its subject does not come after all: "NAME pulled out", "fell ill".
func (t *meetingTree) staysAway(verb int) bool {
	switch t.d.Lower(verb) {
	case "pulled", "backed", "dropped":
		return t.follows(verb, "out", 2)
	case "withdrew", "cancelled", "canceled", "declined", "refused":
		return true
	case "fell":
		return t.follows(verb, "ill sick", 2)
	}
	return false
}

// relinquished reads "A visit by NAME, which was to have taken place in May": it did not.
func (t *meetingTree) relinquished() {
	for i := t.s.From + 1; i+3 < t.s.To; i++ {
		if t.d.Lower(i) != "to" || t.d.Lower(i+1) != "have" || !has("was were", t.d.Lower(i-1)) || t.quoteOf[i] > 0 {
			continue
		}
		if !has("taken met been hosted visited held gathered travelled traveled", t.d.Lower(i+2)) {
			continue
		}
		latest := slices.IndexFunc(t.found, func(m mention) bool { return m.at < i+3 && m.at > i-20 && len(m.parties) > 0 })
		if latest >= 0 && t.found[latest].status != news.StatusPostponed && t.found[latest].status != news.StatusCancelled {
			m := &t.found[latest]
			t.setUndone(m, news.StatusCancelled)
			if m.date.text == "" {
				t.setDate(m, t.s, m.clause.From, t.s.To)
			}
		}
	}
}
