package extract

import (
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// Rounds: sittings of parties whom the text has named before, told by their number ("a second round in Oslo in May").

// freshWords stand before the noun of an occasion other than the one told last.
var freshWords = nlp.WordSet(`first second third fourth fifth sixth seventh eighth ninth tenth further another next new fresh follow-up follow
	proper previous earlier last subsequent later`)

// ordinals number the sittings of a row.
var ordinals = nlp.WordSet("first second third fourth fifth sixth seventh eighth ninth tenth")

// series adds the further occasions of "two rounds of talks in Oslo and Bergen", which have one place each.
func (t *meetingTree) series() {
	for _, m := range t.found {
		if !m.ownKind || !m.where.city || len(m.parties) < 2 || !strings.HasSuffix(t.d.Lower(m.at), "s") {
			continue
		}
		for k := m.at + 1; k < t.s.To && k < m.at+16; k++ {
			if t.deps.Relation(k) != "conj" || t.cityOf[k] == 0 || t.cityOf[t.d.Reading.Heads[k]] == 0 {
				continue
			}
			if p := t.placeAfter(k); p.city && p.name != m.where.name && t.placeAfter(t.d.Reading.Heads[k]).name == m.where.name {
				next := m
				next.where, next.fresh = p, true
				t.found = append(t.found, next)
			}
		}
	}
}

// round returns the verb that a numbered sitting belongs to and the status that its form tells.
func (t *meetingTree) round(i int) (verb int, status news.MeetingStatus, ok bool) {
	numbered := false
	for _, k := range t.deps.Of(i) {
		w := t.d.Lower(k)
		if k < i && freshWords[w] && !has("new further", w) {
			numbered = true
		}
	}
	for k := max(t.s.From, i-4); k < i; k++ { // "a follow-up round"
		numbered = numbered || t.d.Lower(k) == "follow" && t.d.Lower(k+2) == "up"
	}
	verb = t.d.Reading.Heads[i]
	if !numbered || verb == i || t.d.Reading.Tags[verb] != "VERB" || has("called calls urged demanded wants want seeks sought", t.d.Lower(verb)) {
		return verb, "", false
	}
	switch t.deps.Relation(i) {
	case "nsubj", "obl":
	case "obj":
		if v := lightVerbs[t.verbWord(verb)]; !has("hold have host open conduct begin start conclude end finish convene complete attend", v.lemma) {
			return verb, "", false
		}
	default:
		return verb, "", false
	}
	if c := t.deps.Case(i); c != "" && !has("at in during after following", c) {
		return verb, "", false
	}
	status = news.StatusHeld
	for _, k := range t.deps.Of(verb) {
		switch w := t.d.Lower(k); {
		case k > verb && t.deps.Relation(k) != "aux":
		case has("not never", w), strings.HasSuffix(w, "n't"):
			return verb, "", false
		case has("could may might", w):
			return verb, "", false
		case has("will would shall 'll to", w):
			status = news.StatusPlanned
		}
	}
	if status == news.StatusHeld && (strings.HasSuffix(t.d.Lower(verb), "s") || strings.HasSuffix(t.d.Lower(verb), "ing")) {
		return verb, "", false
	}
	return verb, status, true
}
