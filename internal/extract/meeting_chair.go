package extract

import (
	"slices"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// Sittings of which the text tells who led them: "NAME chaired a meeting of the council", "approved in a meeting presided over by
// NAME", "the committee met under the chairmanship of NAME". Of the others, the text may name none.

// chairing are verbs of those who lead a sitting or call it, by all forms.
var chairing = nlp.WordSet(`chair chairs chaired chairing preside presides presided presiding head heads headed heading convene convenes convened
	convening lead leads led leading`)

// chairs are nouns of who leads, behind "under".
const chairs = "chair chairmanship leadership presidency stewardship"

// chaired adds who leads the sitting whose noun stands at token i, and the body that sits.
func (t *meetingTree) chaired(i int, kind news.MeetingKind) {
	if kind == news.KindVisit || kind == news.KindCall || t.quoteOf[i] > 0 || t.d.Lower(i) == "round" || t.d.Lower(i) == "conference" && has("press news", t.d.Lower(i-1)) {
		return
	}
	verb, people, mod := t.chairOf(i)
	if mod.has("to") && !mod.has("is are was were due set expected scheduled") { // "filed a request to convene a session"
		return
	}
	if verb < 0 || !t.all(people, news.RefPerson) || !t.inOffice(people) || mod.has(denied) || mod.has(vague) || mod.has("if unless") {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: kind, ownKind: true, status: news.StatusHeld, sitting: true, collective: true, chaired: true}
	if !t.verbStatus(&m, meetingVerb{"hold", nlp.PastForm}, mod) {
		return
	}
	body := t.bodyOf(i)
	if det := t.deps.Kid(i, "det"); det >= 0 && has("the this that", t.d.Lower(det)) && len(body) == 0 && !t.datedBehind(i) {
		if o := t.latestSitting(3); o != nil {
			o.join(t.meetingFinder, people, i)
			return
		}
	}
	t.sat(&m, slices.Concat(people, body, t.company(i)))
}

// sat keeps a mention of a sitting with its people, in the place of what has been told of its noun.
func (t *meetingTree) sat(m *mention, people []phrase) {
	from := t.bring(m, people)
	for k := range t.found {
		if x := &t.found[k]; x.at == m.at && named(x.parties) > 1 {
			x.parties, x.chaired = t.distinct(append(x.parties, m.parties...)), true
			return
		}
	}
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == m.at })
	before := len(t.found)
	if t.finish(m, t.s, from); len(t.found) > before {
		t.anyDay(&t.found[before])
	}
}

// chairOf returns who leads the sitting whose noun stands at token i, and the verb that tells it with its words of modality.
func (t *meetingTree) chairOf(i int) (verb int, people []phrase, mod modality) {
	g, relation := t.d.Reading.Heads[i], t.d.Reading.Relations[i]
	if led := func(v int) bool { w := t.verbWord(v); return chairing[w] || has("co-chaired co-chairs co-chairing", w) }; g != i && led(g) {
		switch {
		case relation == "obj", t.deps.Case(i) == "over" && strings.HasPrefix(t.d.Lower(g), "presid"):
			list, mod, ok := t.doers(g)
			if !ok || mod.passive {
				return -1, nil, mod
			}
			return g, list, mod
		case relation == "nsubj:pass":
			mod.words = t.wordsBelow(g)
			return g, t.listed(t.behind(g, "by")), mod
		}
	}
	for _, v := range t.deps.Kids(i, "acl") {
		if v > i && chairing[t.d.Lower(v)] {
			mod.words = t.wordsBelow(v)
			return v, t.listed(t.behind(v, "by")), mod
		}
	}
	for _, at := range []int{i, g} {
		if list := t.underChair(at); len(list) > 0 {
			return g, list, mod
		}
	}
	return -1, nil, mod
}

// wordsBelow returns the words, in lower case, that depend on token i.
func (t *meetingTree) wordsBelow(i int) []string {
	var words []string
	for _, k := range t.deps.Of(i) {
		words = append(words, t.d.Lower(k))
	}
	return words
}

// underChair returns the people in "under the chairmanship of NAME" and "under NAME's leadership" below token i.
func (t *meetingTree) underChair(i int) []phrase {
	for _, k := range t.deps.Of(i) {
		if has(chairs, t.d.Lower(k)) && t.deps.Case(k) == "under" {
			if p, ok := t.ownerOf(k); ok {
				return []phrase{p}
			}
			return t.listed(t.behind(k, "of"))
		}
	}
	return nil
}

// bodyOf returns the body whose sitting the noun at token i names: "a meeting of the council", "the party's committee meeting", "the cabinet
// approved it at a meeting".
func (t *meetingTree) bodyOf(i int) []phrase {
	if list := t.actors(t.behind(i, "of")); t.all(list, news.RefOrganization) {
		return list
	}
	if n := t.endsAt[i] - 1; n >= 0 {
		if p := t.phrase[n]; len(p.parties) == 1 && p.parties[0].ref.Type == news.RefOrganization {
			p.owner = false
			return []phrase{p}
		}
	}
	if g, preposition := t.clauseOf(i); g >= 0 && has("in at during", preposition) {
		if list, _, ok := t.doers(g); ok && t.all(list, news.RefOrganization) {
			return list
		}
	}
	return nil
}

// metUnder reads "the committee met on Monday under the chairmanship of NAME".
func (t *meetingTree) metUnder(i int) {
	if !has("met meets meet convened sat gathered", t.d.Lower(i)) || t.quoteOf[i] > 0 {
		return
	}
	people := t.underChair(i)
	if !t.all(people, news.RefPerson) || !t.inOffice(people) {
		return
	}
	list, mod, ok := t.doers(i)
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: news.KindMeeting, status: news.StatusHeld, sitting: true, collective: true, chaired: true}
	if !ok || !t.verbStatus(&m, meetingVerb{"hold", nlp.PastForm}, mod) {
		return
	}
	t.sat(&m, slices.Concat(list, people))
}
