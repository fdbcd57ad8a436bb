package extract

import (
	"slices"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// unnamedSide reads "a meeting between the union and NAME ended without agreement": one of the sides has no name that the text gives.
func (t *meetingTree) unnamedSide(i int, kind news.MeetingKind) {
	b := t.behind(i, "between")
	if b < 0 || t.toldOf(i) || t.unreal(i) || t.manyOrNone(i) {
		return
	}
	process := processNouns[t.d.Lower(i)]
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: kind, ownKind: true, status: news.StatusHeld, both: true, process: process, sitting: !process,
		definite: t.definite(i)}
	for _, k := range append([]int{b}, t.deps.Kids(b, "conj")...) {
		side := t.side(k)
		if len(side) == 0 && t.titleOf[k] > 0 { // the tree may make two of a title and its name
			continue
		}
		if len(side) == 0 {
			return
		}
		m.parties = append(m.parties, side...)
		m.clause.To = max(m.clause.To, t.end(k))
	}
	if len(m.parties) < 2 || named(m.parties) == 0 {
		return
	}
	t.predicate(&m, t.s)
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == i })
	t.finish(&m, t.s, i)
}

// end returns the token behind the noun at token k, or behind the phrase that it is part of.
func (t *meetingTree) end(k int) int {
	if n := t.phraseOf[k] - 1; n >= 0 {
		return t.phrase[n].To
	}
	return k + 1
}

// side returns the parties that a noun names, without a name where the text gives none.
func (t *meetingTree) side(k int) []party {
	if p, ok := t.actor(k); ok {
		return p.parties
	}
	if n := t.phraseOf[k] - 1; t.d.Reading.Tags[k] != "NOUN" || n >= 0 && len(t.phrase[n].parties) > 0 {
		return nil
	}
	from := k
	for from > t.s.From && t.d.Reading.Heads[from-1] == k && !has("det case cc punct", t.deps.Relation(from-1)) {
		from--
	}
	return []party{{ref: news.Ref{Type: news.RefUnnamed, Text: t.d.Words(nlp.Range{From: from, To: k + 1})}}}
}

// audience are people whom nobody meets for talks.
const audience = "reporters journalists correspondents fans supporters voters viewers followers friends relatives parents guests tourists"

// crowd returns people in numbers without a name whom the noun at token k tells, "residents", "head teachers", where somebody in office meets
// them on a day or at a place that the text tells.
func (t *meetingTree) crowd(verb, k int, subjects []phrase) []phrase {
	if k < 0 || len(subjects) != 1 || !subjects[0].full || !t.allPeople(subjects[0]) || !t.inOffice(subjects) {
		return nil
	}
	w := t.d.Lower(k)
	one := strings.TrimSuffix(w, "s")
	if stem, ok := strings.CutSuffix(w, "men"); ok {
		one = stem + "man"
	}
	if one == w || has(audience, w) || t.phraseOf[k] > 0 || !nlp.RoleNoun(w) && !nlp.Human(one) && !nlp.Office(one) || !t.dated(verb) {
		return nil
	}
	if side := t.side(k); len(side) > 0 {
		return []phrase{{Range: nlp.Range{From: k, To: k + 1}, role: true, parties: side}}
	}
	return nil
}

// manyOrNone reports whether the words before the noun at token i count occasions that the text does not tell: "no meeting", "several
// meetings".
func (t *meetingTree) manyOrNone(i int) bool {
	return slices.ContainsFunc(t.deps.Of(i), func(k int) bool { return k < i && has("no any several many numerous", t.d.Lower(k)) })
}

// joinedTo returns what is coordinated with the noun at token k, or -1.
func (t *meetingTree) joinedTo(k int) int {
	if k < 0 {
		return -1
	}
	return t.deps.Kid(k, "conj")
}
