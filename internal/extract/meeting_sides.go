package extract

import (
	"slices"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// The two sides of a meeting that the tree tells, put together with what the patterns found.

// split parts those who meet among themselves into two sides.
func (t *meetingTree) split(list []phrase) (one, other []phrase) {
	parties := 0
	for _, p := range list {
		parties += len(t.named(p.parties))
	}
	if parties < 2 {
		return list, nil
	}
	return list, list
}

// both keeps a mention with the two sides that the tree tells, unless the patterns found it.
func (t *meetingTree) both(m *mention, subjects, others []phrase) {
	if len(subjects) == 0 || len(others) == 0 {
		return
	}
	anaphor := false
	from := m.at
	for _, p := range slices.Concat(subjects, others) {
		if slices.ContainsFunc(t.found, func(x mention) bool { return x.at == p.From && x.at != m.at }) { // "with A on Monday and with B on Friday"
			continue
		}
		if p.anaphor && len(p.parties) == 0 {
			anaphor = true
		}
		m.parties = append(m.parties, t.named(p.parties)...) // "her counterpart" goes before the name
		from = min(from, p.From)
		m.clause.To = max(m.clause.To, p.To)
	}
	m.parties = t.distinct(m.parties)
	if t.separately(m, subjects, others) {
		return
	}
	unnamed := others
	if has("met meet meets", t.d.Lower(m.at)) { // "the fishing sector met the minister"
		for _, p := range subjects {
			if w := t.d.Lower(p.To - 1); p.role && (delegates[w] || strings.HasSuffix(w, "s")) {
				unnamed = append(slices.Clone(unnamed), p)
			}
		}
	}
	if len(m.parties) == 1 && !anaphor && (m.ownKind || has("met meet meets receive received receives", t.d.Lower(m.at))) && m.sitting && !m.parties[0].private { // a minister met people who are not named
		for _, p := range unnamed {
			for _, x := range p.parties {
				if x.ref.Type == news.RefUnnamed && p.role {
					m.parties = append(m.parties, x)
				}
			}
		}
	}
	if anaphor || len(m.parties) < 2 || len(m.parties) > 12 {
		return
	}
	for i, x := range t.found {
		missing := 0
		for _, p := range m.parties {
			if !covers(x.parties, p) {
				missing++
			}
		}
		switch {
		case missing == 0:
			if x.at == m.at {
				t.found[i].sitting = x.sitting || m.sitting
			}
			return
		case x.at == m.at && x.both && named(x.parties) > 1 && !slices.ContainsFunc(others, func(p phrase) bool { return !t.coversAll(x.parties, p) }):
			return // the words right before the verb tell its subject
		case x.at == m.at && m.at != 0:
			t.found[i].parties = t.distinct(append(t.found[i].parties, m.parties...))
			if x := &t.found[i]; !x.firm && m.firm && m.status != x.status { // "will join NAME for talks"
				x.status, x.firm, x.pending, x.date = m.status, true, m.pending, meetingDate{}
				x.clause.To = max(x.clause.To, m.clause.To)
				t.setting(x, t.s, min(from, x.clause.From))
			} else if m.clause.To > x.clause.To || from < x.clause.From && !x.anchored() { // place and date may stand beside those who are new
				x.clause.To = max(x.clause.To, m.clause.To)
				x.clause.From = min(x.clause.From, from)
				t.setting(x, t.s, x.clause.From)
			}
			return
		}
	}
	m.both = true
	t.finish(m, t.s, from)
}

// separately keeps a meeting with each of the others, where the words say so: "held separate meetings with A and B".
func (t *meetingTree) separately(m *mention, subjects, others []phrase) bool {
	if len(others) == 1 && others[0].full && len(others[0].parties) > 1 {
		var each []phrase
		for _, p := range others[0].parties {
			x := others[0]
			x.parties = []party{p}
			each = append(each, x)
		}
		others = each
	}
	if len(others) < 2 || !t.all(others, news.RefPerson) || slices.ContainsFunc(others, func(p phrase) bool { return !p.full || len(p.parties) != 1 }) {
		return false
	}
	said := false
	for k := max(t.s.From, m.at-3); k < min(t.s.To, m.at+3); k++ {
		said = said || has("separate separately individually back-to-back", t.d.Lower(k))
	}
	if b := m.at - 1; t.d.Lower(b) == "back" && t.d.Lower(max(0, b-4)) == "back" { // "back-to-back meetings"
		said = true
	}
	if !said {
		return false
	}
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == m.at })
	for n, p := range others {
		x := *m
		x.parties, x.both, x.fresh = nil, true, n > 0
		for _, s := range subjects {
			x.parties = append(x.parties, t.named(s.parties)...)
		}
		x.parties = t.distinct(append(x.parties, p.parties...))
		t.finish(&x, t.s, min(m.at, subjects[0].From))
	}
	return true
}

// coversAll reports whether all whom a phrase names are among the parties.
func (t *meetingTree) coversAll(parties []party, p phrase) bool {
	for _, x := range t.named(p.parties) {
		if !covers(parties, x) {
			return false
		}
	}
	return true
}

// between adds to a meeting that patterns found those whom only the tree sees behind its "between".
func (t *meetingTree) between(i int) {
	k := slices.IndexFunc(t.found, func(m mention) bool { return m.at == i && named(m.parties) < 2 && !m.anaphor })
	if k < 0 {
		return
	}
	sides := t.actors(t.behind(i, "between among"))
	if len(sides) < 2 {
		return
	}
	m := &t.found[k]
	t.addSides(m, sides)
	t.setting(m, t.s, m.clause.From)
}

// addSides adds those behind "between" to a meeting.
func (t *meetingTree) addSides(m *mention, sides []phrase) {
	for _, p := range sides {
		m.parties = append(m.parties, t.named(p.parties)...)
		m.clause.To = max(m.clause.To, p.To)
	}
	m.parties, m.both = t.distinct(m.parties), true
}

// heldBetween reads "a meeting was held on Monday between NAME and NAME": those who met stand behind the verb.
func (t *meetingTree) heldBetween(i int, kind news.MeetingKind) {
	g := t.d.Reading.Heads[i]
	if !strings.HasPrefix(t.deps.Relation(i), "nsubj") || g <= i || t.told(i) || t.unreal(i) ||
		t.d.Lower(g) != "held" && !(has("took takes take taken taking", t.d.Lower(g)) && t.follows(g, "place", 2)) {
		return
	}
	var mod modality
	for k := i + 1; k < g; k++ {
		mod.words = append(mod.words, t.d.Lower(k))
	}
	if t.manyOrNone(i) {
		return
	}
	var sides []phrase
	for k := g + 1; k < t.s.To && len(sides) == 0; k++ {
		if has("between among", t.d.Lower(k)) && t.deps.Relation(k) == "case" && t.deps.Below(k, g, 4) {
			sides = t.listed(t.d.Reading.Heads[k])
		}
	}
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: kind, ownKind: true, sitting: true}
	t.addSides(&m, sides)
	if len(m.parties) < 2 || !t.verbStatus(&m, meetingVerb{"hold", nlp.PastForm}, mod) {
		return
	}
	t.found = slices.DeleteFunc(t.found, func(x mention) bool { return x.at == i })
	t.finish(&m, t.s, i)
}

// togetherNow reports whether two people in office who are told to have discussed something did so at one sitting: a day or a place is
// told, or the next sentence speaks of "the meeting".
func (t *meetingTree) togetherNow(i int, list []phrase) bool {
	if !t.all(list, news.RefPerson) || len(list) < 2 || slices.ContainsFunc(list, func(p phrase) bool { return !p.full || !t.inOffice([]phrase{p}) }) || t.deps.Kid(i, "obj") < 0 {
		return false
	}
	for _, r := range t.dates(t.s, tenseOf[news.StatusHeld]) {
		if !t.saidOn(r.From, t.s) {
			return true
		}
	}
	n := t.d.Tokens[t.s.From].Sentence + 1
	if n >= len(t.d.Sentences) {
		return false
	}
	next := t.d.Sentences[n]
	for k := next.From; k+1 < next.To && k < next.From+3; k++ {
		if has("the their this", t.d.Lower(k)) && has("meeting talks call conversation", t.d.Lower(k+1)) {
			return true
		}
	}
	return false
}
