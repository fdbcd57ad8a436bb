package extract

import (
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// mention is one place in the text that speaks of an occasion.
type mention struct {
	at       int // the trigger's token
	clause   nlp.Range
	kind     news.MeetingKind
	ownKind  bool // kind is the text's own word
	status   news.MeetingStatus
	firm     bool // words of the text give the status; else it is taken for granted
	sitting  bool // the words tell a definite sitting: a verb, "held", "five hours of"
	process  bool // what may go on for years unless a date, a place or a sitting tells otherwise
	definite bool // "the meeting", which may point back
	refers   bool // the words only point back to an occasion and tell nothing new of it but its name
	parties  []party
	withOne  bool   // "talks with NAME", whose other side is left unsaid
	both     bool   // the words themselves name both sides
	anaphor  bool   // one side is "they" or "the two leaders"
	leaders  bool   // the anaphor names those who lead states
	states   bool   // the anaphor names states: "the two countries"
	sides    bool   // the anaphor names those who negotiate
	office   string // the office that the anaphor names
	number   int    // how many the anaphor says they are, or 0
	theirs   string // the parties are officials of those whom an anaphor points to, by the head of the words for them
	again    bool   // its parties are those of the meeting told last, however many
	fresh    bool   // "a second round": not what the text has told before
	ordinal  string // its number among several: "second", "next"
	within   bool   // "at a summit", "for talks": part of what the rest of the clause tells
	// collective tells that one party's people meet among themselves: "NATO ministers convened".
	collective bool
	chaired    bool // the words tell who led the sitting
	regular    bool // the words tell which sitting of a body it is: "its 11th congress"
	underway   bool // "is on a visit": a visit besides those whom the visitor meets
	judged     bool // the classifier took the sentence to tell of it
	act        int  // the verb of one who cancels, proposes or announces it, plus one: dates before it are that verb's
	over       int  // the verb that calls it off or puts it off, plus one: dates behind it are that verb's
	pred       int  // the verb that has the noun as its subject, plus one
	before     bool // the words stand behind "before"
	pending    bool // "will": still to come as the article is written
	where      place
	date       meetingDate
}

// points notes what a phrase tells of those to whom it points back.
func (m *mention) points(p phrase) {
	if p.anaphor {
		m.anaphor = true
		m.number = max(m.number, p.number)
		m.office = p.office
		m.leaders = m.leaders || p.leaders
		m.states = m.states || p.states
		m.sides = m.sides || p.sides
		if m.theirs == "" {
			m.theirs = p.theirs
		}
	}
}

// sentence looks for mentions in one sentence.
func (f *meetingFinder) sentence(s nlp.Sentence) {
	for i := s.From; i < s.To; i++ {
		if f.nameOf[i] > 0 && f.d.Names[f.nameOf[i]-1].Kind == nlp.PersonName || f.titleOf[i] > 0 {
			continue
		}
		w := f.d.Lower(i)
		if meetingNounAt(w) && (f.noun(i, s) || w != "meeting" && w != "call" && w != "visit" && w != "host") {
			continue
		}
		if v, ok := meetingVerbs[w]; ok {
			f.verb(i, v, s)
		}
	}
}

// noun handles the noun of a meeting at token i and reports whether it is one.
func (f *meetingFinder) noun(i int, s nlp.Sentence) bool {
	d := f.d
	w, before, after := d.Lower(i), d.Lower(i-1), d.Lower(i+1)
	if has(notMeetingBefore[w], before) || has(notMeetingAfter[w], after) && i+1 < s.To && !f.dateAt(i+2) {
		return false
	}
	if _, ok := meetingNouns[after]; ok && i+1 < s.To { // "summit meeting", "round of talks"
		return true
	}
	if after == "of" {
		if _, ok := meetingNouns[d.Lower(i+2)]; ok {
			return true
		}
	}
	if w == "meeting" && (auxiliaries[before] || before == "to" || f.gerund(i)) || w == "call" && (before == "to" || auxiliaries[before] || f.endsAt[i] > 0 && f.startsAt[i+1] > 0) ||
		w == "visit" && (before == "to" || has("will would should could may might can must", before)) {
		return false
	}
	kind := f.onLine(i, f.nounKind(w, s))
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: kind, ownKind: true, status: news.StatusHeld, process: processNouns[w]}
	head := f.nounPhrase(&m, s)
	if head.unreal || f.asked(i, s) || f.undated(i, s) || f.calledFor(i) || !(kind == news.KindVisit && len(head.owners) > 0) && head.from-2 >= s.From && d.Lower(head.from-1) == "of" && has("sidelines margins", d.Lower(head.from-2)) {
		return true
	}
	f.nounParties(&m, head, s)
	if len(m.parties) == 0 && processNouns[w] && d.Lower(i-1) == "of" && (d.Lower(i-2) == "hours" || d.Lower(i-2) == "days") {
		m.anaphor = true // "after four hours of talks": those whom the text speaks of
	}
	if !f.nounStatus(&m, head, s) {
		if !m.definite || len(m.parties) > 0 {
			return true
		}
		m.refers = true
	}
	f.relative(&m, s)
	f.agents(&m, s)
	m.refers = m.refers || f.calledSo(i)
	f.ofCommittee(&m, head)
	m.within = m.within || has("at for in during over on", d.Lower(head.from-1))
	if plainNouns[w] && !m.both && len(m.parties) < 2 && !(m.definite && head.from < i) && !(kind == news.KindVisit || kind == news.KindConference) {
		return true
	}
	if w == "round" || w == "session" || w == "tour" && len(m.parties) == 0 {
		return true
	}
	f.finish(&m, s, min(head.from, m.clause.From))
	return true
}

// nounKind returns the kind of meeting that a noun names; a conversation is a call only where a telephone is spoken of.
func (f *meetingFinder) nounKind(w string, s nlp.Sentence) news.MeetingKind {
	if w == "conversation" && !f.byPhone(s) {
		return news.KindTalks
	}
	return meetingNouns[w]
}

// onLine makes a call of a meeting or of talks "by telephone": "a telephone meeting".
func (f *meetingFinder) onLine(i int, kind news.MeetingKind) news.MeetingKind {
	if (kind == news.KindMeeting || kind == news.KindTalks) && has("telephone phone", f.d.Lower(i-1)) {
		return news.KindCall
	}
	return kind
}

// byPhone reports whether a sentence speaks of a telephone.
func (f *meetingFinder) byPhone(s nlp.Sentence) bool {
	for i := s.From; i < s.To; i++ {
		if has("phone telephone video call phoned telephoned online line", f.d.Lower(i)) {
			return true
		}
	}
	return false
}

// gerund reports whether "meeting" at token i is a verb: "after meeting European leaders", "is meeting NAME".
func (f *meetingFinder) gerund(i int) bool {
	d := f.d
	before := d.Lower(i - 1)
	next := i + 1
	if d.Lower(next) == "with" {
		next++
	}
	if f.startsAt[next] == 0 || next == i+2 && !has("after before while by for", before) {
		return false
	}
	return !lookedPastLeft[before] || before == "by"
}

// nominal is what stands to the left of the noun of a meeting.
type nominal struct {
	from   int      // first token of the noun phrase
	owners []phrase // "Ekberg's", "his", "Latvia-Estonia"
	unreal bool     // "any meeting", "further talks": no occasion
	words  []string // adjectives
}

// titleWords is how many capitalized words before the noun of a meeting may be its title.
const titleWords = 6

// nounPhrase reads the words to the left of the noun.
func (f *meetingFinder) nounPhrase(m *mention, s nlp.Sentence) nominal {
	d := f.d
	h := nominal{from: m.at}
	hyphen := false // "the Ekberg-Orlan summit"
	for k := m.at; k > s.From; {
		if n := f.endsAt[k] - 1; n >= 0 {
			p := f.phrase[n]
			if p.owner || hyphen && p.full || p.anaphor || !p.site && !p.role && len(h.owners) == 0 || p.site || p.role && (f.possessive(p.To) || k == m.at && f.ofBody(p)) {
				if p.site && len(p.parties) == 1 {
					m.where = f.placeOfPhrase(p)
					if d.Word(p.From-1) == "-" || d.Word(p.From-1) == "–" { // "Estonia-Chile talks" cut in two
						h.owners = append(h.owners, p)
					}
				} else {
					h.owners = append([]phrase{p}, h.owners...)
				}
				k = p.From
				h.from = k
				hyphen = false
				if d.Lower(k) == "the" {
					m.definite = true
				}
				if p.owner {
					m.definite = true
					break
				}
				continue
			}
			break
		}
		w := d.Lower(k - 1)
		if f.cityOf[k-1] > 0 && m.where.name == "" {
			c := f.cities[f.cityOf[k-1]-1]
			m.where = place{name: d.Text[c.Start:c.End], code: c.Code, city: true}
			k = d.RangeOf(nlp.Span{Start: c.Start, End: c.End}).From
			h.from = k
			continue
		}
		if unrealBefore[w] || w == "of" && has("sidelines margins fringes", d.Lower(k-2)) {
			h.unreal = true
			return h
		}
		if has("cancelled canceled postponed", w) && f.tagAt(k-1) == "VERB" && d.Reading.Relations[k-1] != "amod" { // "Chile cancelled talks with NAME"
			break
		}
		if lookedPastLeft[w] || w == "-" || w == "'s" || w == "’" || w == "'" || f.dateAt(k-1) || len(w) > 5 && strings.HasSuffix(w, "ly") || isNumber(w) {
			hyphen = w == "-" && f.endsAt[k-1] > 0
			h.words = append(h.words, w)
			if w == "the" || w == "that" || w == "this" {
				m.definite = true
			}
			k--
			h.from = k
			if w == "the" || w == "a" || w == "an" {
				break
			}
			continue
		}
		if f.capital(m.at) && k > m.at-titleWords && (f.capital(k-1) && f.nameOf[k-1] == 0 && f.placeOf[k-1] == 0 || w == "and" && k < m.at && f.capital(k)) { // "the Chile-Finland Political Dialogue and Cooperation Meeting"
			k--
			h.from = k
			continue
		}
		if f.opensNoun(k-1, s) { // "an ocean conference"
			k--
			h.from = k
			continue
		}
		break
	}
	return h
}

// ofBody reports whether a phrase names the people of bodies or states by their role: "EU leaders" before "summit".
func (f *meetingFinder) ofBody(p phrase) bool {
	return len(p.parties) > 0 && len(f.named(p.parties)) == len(p.parties) && p.role
}

// opensNoun reports whether the word at token k stands between an article and the noun that it belongs to.
func (f *meetingFinder) opensNoun(k int, s nlp.Sentence) bool {
	for n := 0; n < 2 && k > s.From; n++ {
		w := f.d.Lower(k)
		if !f.d.Tokens[k].Word || prepositionWords[w] || clauseEnds[w] || f.verbAt(k) || w == "and" || w == "or" || f.nameOf[k] > 0 || f.endsAt[k+1] > 0 {
			return false
		}
		if b := f.d.Lower(k - 1); b == "a" || b == "an" || b == "the" {
			return true
		}
		k--
	}
	return false
}

func isNumber(w string) bool { return w != "" && strings.Trim(w, "0123456789") == "" }

// nounParties reads the parties of the noun: its owners, and what follows it after with, between, of.
func (f *meetingFinder) nounParties(m *mention, h nominal, s nlp.Sentence) {
	d := f.d
	for _, p := range h.owners {
		m.points(p)
		m.parties = append(m.parties, p.parties...)
	}
	k := m.at + 1
	for n := 0; n < 14 && k < s.To; n++ {
		w := d.Lower(k)
		next := k + 1
		if d.Lower(next) == "both" && f.startsAt[next] == 0 {
			next++
		}
		switch {
		case w == "with" || w == "between" || w == "among" || w == "involving" || w == "of" && k == m.at+1 ||
			(w == "by" || w == "from") && m.kind == news.KindVisit:
			n := f.startsAt[next] - 1
			if n < 0 || next >= s.To {
				return
			}
			list, to := f.list(n)
			if w == "of" && f.phrase[n].site { // "a tour of Chile"
				return
			}
			for _, p := range list {
				m.parties = append(m.parties, p.parties...)
				m.points(p)
				m.clause.To = max(m.clause.To, p.To)
			}
			if group, end := f.statesAfter(to, s); w == "between" && group != "" {
				m.parties = append(m.parties, party{ref: news.Ref{Type: news.RefUnnamed, Text: group}})
				to = end
				m.clause.To = max(m.clause.To, to)
			}
			m.withOne = m.withOne || w == "with"
			m.both = m.both || w == "between" || w == "among" || len(list) > 1 && w != "with"
			if w == "with" && d.Lower(to) == "and" {
				return
			}
			k = to
		case k == m.at+1 && w == "held" || has("morning afternoon evening", w): // "a meeting held this morning between"
			k++
		case w == "in" || w == "at" || w == "on" || w == "to" || f.cityOf[k] > 0 || f.placeOf[k] > 0 || f.dateAt(k) || w == "," || w == "the" || w == "last" || w == "this":
			if w == "," && f.startsAt[next] > 0 && f.placeOf[next] == 0 || w == "to" && m.kind != news.KindVisit {
				return
			}
			k++
		default:
			return
		}
	}
}

// statesAfter returns the words of a group of states behind "and" at token k, and the token behind them: "and the three European
// countries".
func (f *meetingFinder) statesAfter(k int, s nlp.Sentence) (string, int) {
	if f.d.Lower(k) != "and" {
		return "", k
	}
	from := k + 1
	for i := from; i < s.To && i < from+6; i++ {
		if has("countries nations powers states sides parties", f.d.Lower(i)) {
			return f.d.Words(nlp.Range{From: from, To: i + 1}), i + 1
		}
		if tag := f.tagAt(i); tag != "" && tag != "DET" && tag != "NUM" && tag != "ADJ" && tag != "PROPN" {
			break
		}
	}
	return "", k
}

// tagAt returns the part of speech of token i, or "" where nothing has read the text.
func (f *meetingFinder) tagAt(i int) string {
	if f.d.Reading == nil {
		return ""
	}
	return f.d.Reading.Tags[i]
}

// agents adds those by whom a meeting is mediated or hosted: "talks between A and B, mediated by C".
func (f *meetingFinder) agents(m *mention, s nlp.Sentence) {
	for k := m.clause.To; k+2 < s.To && k < m.clause.To+10; k++ {
		w := f.d.Lower(k)
		if w == "hosted" || w == "mediated" || w == "brokered" || w == "attended" || w == "chaired" {
			n := f.startsAt[k+2] - 1
			if f.d.Lower(k+1) != "by" || n < 0 {
				return
			}
			role := map[string]string{"hosted": "host", "mediated": "mediator", "brokered": "mediator"}[w]
			m.both = m.both || w == "attended"
			list, _ := f.list(n)
			for _, q := range list {
				for _, p := range q.parties {
					p.ref.Role = role
					m.parties = append(m.parties, p)
				}
			}
			return
		}
	}
}

// relative reads the clause behind a noun of which the meeting is the object: "talks that Chile and Norway will hold".
func (f *meetingFinder) relative(m *mention, s nlp.Sentence) {
	k := m.clause.To
	if w := f.d.Lower(k); w == "that" || w == "which" {
		k++
	}
	n := f.startsAt[k] - 1
	if n < 0 || k >= s.To || len(m.parties) > 0 {
		return
	}
	list, to := f.list(n)
	for g := to; g < s.To && g < to+4; g++ {
		v, ok := lightVerbs[f.d.Lower(g)]
		if !ok || v.lemma == "have" {
			continue
		}
		if subj, _, ok := f.subject(g, s); ok && subj[0].From == list[0].From && f.governed(m, g, s) {
			m.clause.To = g + 1
			m.both = m.both || len(list) > 1
		}
		return
	}
}
