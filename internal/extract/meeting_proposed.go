package extract

import (
	"slices"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// proposing are verbs of those who bring up a meeting that may come about, by any of their forms.
var proposing = nlp.WordSet(`propose proposes proposed proposing suggest suggests suggested float floats floated moot mooted
	offer offers offered mull mulls mulling mulled consider considers considering considered weigh weighs weighing weighed
	raise raises raised broach broached pitch pitched present presented repeat repeated renew renewed put`)

// proposals are nouns between such a verb and the meeting: "floated the idea of a meeting".
var proposals = nlp.WordSet("idea proposal plan plans offer suggestion invitation option")

// proposed reads "NAME floated the idea of a summit between A and B" and "Chile has proposed a meeting with NAME in Lima".
func (t *meetingTree) proposed(i int, kind news.MeetingKind) {
	noun := i
	g := t.d.Reading.Heads[i]
	if proposals[t.d.Lower(g)] && g < i && t.deps.Relation(i) == "nmod" {
		noun, g = g, t.d.Reading.Heads[g]
	}
	if g == noun || !proposing[t.d.Lower(g)] || t.d.Lower(g) == "put" && t.d.Lower(g+1) == "off" || t.told(i) || has(notMeetingBefore[t.d.Lower(i)], t.d.Lower(i-1)) {
		return
	}
	for _, k := range t.deps.Of(i) {
		if w := t.d.Lower(k); has("any no several many numerous", w) || t.deps.Relation(k) == "nummod" {
			return
		}
	}
	list, mod, ok := t.subjects(g)
	passive := t.d.Reading.Relations[noun] == "nsubj:pass"
	if !passive && t.deps.Relation(noun) != "obj" || !passive && !ok || mod.has(denied) {
		return
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: kind, ownKind: true, status: news.StatusProposed, firm: true, sitting: true, act: g + 1}
	from := i
	among := t.actors(t.behind(i, "between among"))
	with := t.company(i)
	if noun != i && t.d.Lower(noun) == "invitation" { // "is mulling an invitation to NAME for a lunch"
		with = append(with, t.actors(t.behind(noun, "to"))...)
	}
	for _, p := range slices.Concat(among, with, t.actors(t.behind(i, "of"))) {
		if p.site && len(among) == 0 {
			continue
		}
		m.parties = append(m.parties, t.named(p.parties)...)
		m.points(p)
		m.clause.To = max(m.clause.To, p.To)
	}
	if len(among) == 0 && !passive && (len(with) > 0 || len(m.parties) == 0) {
		for _, p := range list {
			m.parties = append(m.parties, t.named(p.parties)...)
			m.points(p)
			from = min(from, p.From)
		}
	}
	m.parties = t.distinct(m.parties)
	if len(m.parties) == 0 && !m.anaphor {
		return
	}
	m.both, m.collective = len(m.parties) > 1, true
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == i })
	before := len(t.found)
	t.finish(&m, t.s, from)
	if len(t.found) > before && len(m.parties) < 2 && !(t.found[before].where.known() && t.found[before].date.from != "") {
		t.found = t.found[:before]
	}
}

// told reports whether a meeting with two sides was found at token i.
func (t *meetingTree) told(i int) bool {
	return slices.ContainsFunc(t.found, func(m mention) bool {
		return m.at == i && (named(m.parties) > 1 || m.anaphor || len(m.parties) > 0 && m.status != news.StatusHeld)
	})
}
