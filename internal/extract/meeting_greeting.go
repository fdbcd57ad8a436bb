package extract

import (
	"slices"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// greetings are what people do whom a caption shows at a meeting, by all forms.
var greetings = nlp.WordSet(`greet greets greeted welcome welcomes welcomed shake shakes shook chat chats chatted embrace embraces embraced
	hug hugs hugged walk walks walked pose poses posed smile smiles speak speaks spoke talk talks talked`)

// greeted reads "NAME greets NAME before talks in Oslo on Monday" and "NAME and NAME shake hands in Oslo": those two met.
func (t *meetingTree) greeted(i int) {
	list, mod, ok := t.subjects(i)
	if !ok {
		list, mod, ok = t.subject(i, t.s)
	}
	if !ok || mod.has(denied) || mod.has(vague) || mod.has(ahead) || mod.has("to") || !t.all(list, news.RefPerson) || t.covered(i) {
		return
	}
	others := t.actors(t.deps.Kid(i, "obj"))
	if !t.all(others, news.RefPerson) {
		others = t.company(i, t.deps.Kid(i, "obj"))
	}
	if len(others) == 0 {
		others = t.actors(t.behind(i, "to"))
	}
	if len(others) == 0 {
		list, others = t.split(list)
	}
	if !t.all(others, news.RefPerson) || !t.inOffice(list) || !t.inOffice(others) {
		return
	}
	hands := has("shake shakes shook", t.d.Lower(i)) && t.follows(i, "hands", 3)
	noun := t.occasionBehind(i)
	if noun < 0 && (!hands || !t.dated(i) && !t.datedBehind(i)) {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindMeeting, status: news.StatusHeld, sitting: true, within: true}
	if noun > 0 {
		m.at, m.kind, m.ownKind = noun, t.nounKind(t.d.Lower(noun), t.s), true
		if slices.ContainsFunc(t.found, func(x mention) bool { return x.at == noun && named(x.parties) > 0 }) {
			return
		}
		t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == noun })
		m.clause.To = noun + 1
	}
	t.both(&m, list, others)
}

// occasionBehind returns the noun of a meeting before, at or after which the caption of the verb at token i shows people, or -1.
func (t *meetingTree) occasionBehind(i int) int {
	for k := i + 1; k < t.s.To; k++ {
		w := t.d.Lower(k)
		if !meetingNounAt(w) || plainNouns[w] || has(notMeetingBefore[w], t.d.Lower(k-1)) || t.nameOf[k] > 0 {
			continue
		}
		if c := t.deps.Case(k); has("before after during at following ahead", c) && t.deps.Kid(k, "nmod") < k+6 {
			return k
		}
		return -1
	}
	return -1
}

// inOffice reports whether somebody among the actors acts for a state or bears an office.
func (t *meetingTree) inOffice(list []phrase) bool {
	for _, p := range list {
		for _, x := range p.parties {
			if !x.private {
				return true
			}
		}
	}
	return false
}
