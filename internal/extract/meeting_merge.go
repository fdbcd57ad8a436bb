package extract

import (
	"sort"

	"graphload/internal/news"
)

// occasion is one meeting with all its mentions.
type occasion struct {
	mention
	at []int // triggers of its mentions
}

// join adds a mention to the occasion that it speaks of, or makes a new one.
func (f *meetingFinder) join(m mention) {
	m.parties = f.distinct(m.parties)
	if m.again {
		if f.yearsAgo(&m) {
			return
		}
		m.parties = append(m.parties, f.latestParties()...)
	}
	if m.anaphor {
		f.resolveAnaphor(&m)
		f.otherOffice(&m)
	}
	if m.theirs != "" {
		f.officialsOf(&m)
	}
	if m.judged && m.anaphor && named(m.parties) == 0 { // they point to nobody
		return
	}
	f.onArrival(&m)
	f.atHost(&m)
	if o := f.sameOccasion(m); o != nil {
		o.add(f, m)
		if o.kind == news.KindTalks && named(o.parties) > 1 {
			f.process = o.parties
		}
		return
	}
	if m.kind == news.KindTalks && named(m.parties) > 1 {
		f.process = m.parties
	}
	if m.refers || m.process && !m.anchored() && !m.sitting {
		return
	}
	f.occasions = append(f.occasions, &occasion{mention: m, at: []int{m.at}})
}

// anchored reports whether the words tell a place or a date.
func (m mention) anchored() bool { return m.where.known() || m.date.from != "" || m.date.text != "" }

// distinct drops parties that are named twice.
func (f *meetingFinder) distinct(list []party) []party {
	var out []party
	for _, p := range list {
		if i := indexOf(out, p); i >= 0 {
			if out[i].ref.Role == "" {
				out[i].ref.Role = p.ref.Role
			}
			continue
		}
		out = append(out, p)
	}
	return out
}

func indexOf(list []party, p party) int {
	for i, x := range list {
		if x.ref.Type == p.ref.Type && x.ref.ID == p.ref.ID && x.ref.Text == p.ref.Text {
			return i
		}
	}
	return -1
}

// covers reports whether one of the parties is p, or represents or is represented by p.
func covers(list []party, p party) bool {
	for _, x := range list {
		if indexOf([]party{x}, p) >= 0 || x.code != "" && x.code == p.code && (x.ref.Type == news.RefCountry || p.ref.Type == news.RefCountry) {
			return true
		}
	}
	return false
}

// named counts the parties that are no unnamed people.
func named(list []party) int {
	n := 0
	for _, p := range list {
		if p.ref.Type != news.RefUnnamed {
			n++
		}
	}
	return n
}

// farthest is how many occasions back a mention is compared. An article tells of some dozen; a text of tens of thousands, which
// is a collection, would else take time by their square.
const farthest = 1000

// sameOccasion returns the occasion that the mention may speak of, or nil: the latest, but for words that name nobody
// ("the trip") one of the same sentence or the same kind before others.
func (f *meetingFinder) sameOccasion(m mention) *occasion {
	var any *occasion
	nobody := named(m.parties) == 0
	for i := len(f.occasions) - 1; i >= max(0, len(f.occasions)-farthest); i-- {
		o := f.occasions[i]
		if !f.fits(o, m) {
			continue
		}
		if !nobody || o.kind == m.kind || f.d.Tokens[m.at].Sentence == f.d.Tokens[o.at[len(o.at)-1]].Sentence {
			return o
		}
		if any == nil {
			any = o
		}
	}
	return any
}

// fits reports whether a mention may speak of the occasion.
func (f *meetingFinder) fits(o *occasion, m mention) bool {
	if !datesFit(o.date, m.date) || !placesFit(o.where, m.where) || m.fresh && contradicts(o.status, m.status) ||
		m.ordinal != "" && o.ordinal != "" && m.ordinal != o.ordinal {
		return false
	}
	if (o.kind == news.KindCall) != (m.kind == news.KindCall) && (o.kind == news.KindCall && m.where.city || m.kind == news.KindCall && o.where.name != "") {
		return false // those who call each other are in two places
	}
	beside := f.d.Tokens[m.at].Sentence == f.d.Tokens[o.at[len(o.at)-1]].Sentence && m.at-o.mention.at < 25
	near := beside && (m.definite || m.within || m.anaphor)
	if m.process && !m.anchored() && !m.sitting && o.kind != m.kind {
		return false
	}
	if specific(o.kind) && o.ownKind && (m.ownKind || o.kind == news.KindConference) && o.kind != m.kind && len(m.parties) > 1 && !near {
		return false
	}
	if specific(m.kind) && m.ownKind && o.kind != m.kind && (o.ownKind || m.kind == news.KindConference) && !(m.within && near) {
		return false
	}
	elsewhere := m.ownKind && len(m.parties) > 0 && m.where.known() && (m.where.name == "" || m.where.name != o.where.name)
	indefinite := !m.definite && !m.anaphor && !m.within // "a trip to Rome"
	if elsewhere && contradictsFate(o.status, m.status) &&
		(indefinite || m.kind == news.KindVisit && o.kind != m.kind && !o.where.known()) {
		return false // "will meet NAME; a trip to Rome was called off"
	}
	if m.pending && m.date.from != "" && o.date.from == "" && statusRank[o.status] == statusRank[news.StatusCancelled] {
		return false // the new date of what was postponed, or another meeting
	}
	if o.kind != m.kind && o.ownKind && m.ownKind && (o.kind == news.KindCall || m.kind == news.KindCall) && !near {
		return false
	}
	if !near && f.looksBack(o, m) {
		return false
	}
	shared, same := 0, 0
	for _, p := range m.parties {
		if p.ref.Type != news.RefUnnamed && covers(o.parties, p) {
			shared++
			if indexOf(o.parties, p) >= 0 {
				same++
			}
		}
	}
	mine, theirs := named(m.parties), named(o.parties)
	if o.underway && theirs == 1 && m.status == news.StatusHeld && m.sitting && mine > 1 {
		return false // who is on a visit meets people in the course of it
	}
	if mine == 0 && (!near || o.kind == news.KindCall && m.where.known()) && f.otherFate(o, m) {
		return false
	}
	if f.sameGathering(o, m) {
		return true
	}
	sameDay := m.date.from != "" && m.date.from == o.date.from
	samePlace := m.where.name != "" && m.where.name == o.where.name
	switch {
	case mine == 0:
		return near || m.definite || m.anaphor || samePlace || sameDay
	case theirs == 0 && m.definite && m.kind == o.kind && f.d.Tokens[m.at].Sentence-f.d.Tokens[o.at[len(o.at)-1]].Sentence < 3:
		return !contradicts(o.status, m.status)
	case theirs == 0:
		return beside && !contradicts(o.status, m.status) || o.definite && (samePlace || sameDay)
	case mine == 1 && shared == 1:
		return near || sameDay || same == 1 && (m.definite || samePlace || m.kind == o.kind && !contradicts(o.status, m.status))
	case mine >= 2 && theirs >= 2 && !near && !samePlace && !sameDay &&
		(mine > shared && theirs > shared || same == 0 && m.kind != o.kind && m.status != o.status):
		return false // others met, or states whose leaders have a meeting of their own ahead
	case mine >= 2 && theirs >= 2:
		return shared >= 2 && (!contradicts(o.status, m.status) || samePlace || sameDay)
	case theirs == 1 && shared >= 1:
		return near || samePlace || sameDay || (m.kind == o.kind || !m.ownKind) && !contradicts(o.status, m.status)
	}
	return false
}

// looksBack reports whether a mention tells of a day of its own, with which its sentence opens ("In November 2021, NAME met NAME"), and the
// occasion is one of which the text tells no day, or only a weekday.
func (f *meetingFinder) looksBack(o *occasion, m mention) bool {
	if m.definite || m.anaphor || m.date.from == "" || o.date.from != "" || m.status != news.StatusHeld || o.status != news.StatusHeld {
		return false
	}
	s := f.d.SentenceOf(m.at)
	return f.d.Lower(s.From) == "in" && f.dateAt(s.From+1)
}

// otherFate reports whether words that name nobody cannot be of the occasion: "the trip" of no call, "was called off" of nothing
// that took place.
func (f *meetingFinder) otherFate(o *occasion, m mention) bool {
	if statusRank[m.status] == statusRank[news.StatusCancelled] && m.firm && o.status == news.StatusHeld && o.sitting && o.firm {
		return true
	}
	return m.ownKind && m.kind != o.kind && (m.kind == news.KindVisit || o.kind == news.KindCall && m.kind != news.KindTalks)
}

// specific reports whether a kind's noun points only to an occasion that was called so.
func specific(k news.MeetingKind) bool {
	return k == news.KindVisit || k == news.KindCall || k == news.KindConference
}

// contradicts reports whether two statuses are rather of two occasions: one that took place and one that is to come.
func contradicts(a, b news.MeetingStatus) bool {
	past := func(s news.MeetingStatus) bool { return s == news.StatusHeld || s == news.StatusOngoing }
	future := func(s news.MeetingStatus) bool { return s == news.StatusPlanned || s == news.StatusProposed }
	return past(a) && future(b) || future(a) && past(b)
}

// contradictsFate reports whether one of two occasions was called off or put off and the other was not.
func contradictsFate(a, b news.MeetingStatus) bool {
	return (statusRank[a] == statusRank[news.StatusCancelled]) != (statusRank[b] == statusRank[news.StatusCancelled])
}

// datesFit reports whether two dates may be of one occasion.
func datesFit(a, b meetingDate) bool {
	if a.from == "" || b.from == "" {
		return true
	}
	n := min(len(a.from), len(b.from))
	if a.from[:n] == b.from[:n] {
		return true
	}
	return a.from <= b.to && b.from <= a.to
}

// placesFit reports whether two places may be of one occasion.
func placesFit(a, b place) bool {
	if a.city && b.city && a.name != b.name {
		return false
	}
	return a.code == "" || b.code == "" || a.code == b.code
}

// statusRank orders statuses by how much they tell of what became of a meeting: a later mention of a lower rank does
// not take back what an earlier one told.
var statusRank = map[news.MeetingStatus]int{news.StatusProposed: 1, news.StatusPlanned: 2, news.StatusOngoing: 3,
	news.StatusHeld: 3, news.StatusPostponed: 4, news.StatusCancelled: 4}

// add joins a mention to the occasion.
func (o *occasion) add(f *meetingFinder, m mention) {
	o.at = append(o.at, m.at)
	if m.firm && !m.refers && (statusRank[m.status] >= statusRank[o.status] || !o.firm) {
		o.status, o.firm = m.status, true
	}
	if !o.ownKind && m.ownKind {
		o.kind, o.ownKind = m.kind, true
	}
	for _, p := range m.parties {
		if m.judged && named(o.parties) > 1 { // who took part has been told
			break
		}
		if p.ref.Type != news.RefUnnamed || named(o.parties) < 2 { // unnamed people may be those named before
			o.parties = f.distinct(append(o.parties, p))
		}
	}
	if !o.where.known() || !o.where.city && m.where.city {
		o.where = m.where
	}
	if o.where.code == "" {
		o.where.code = m.where.code
	}
	if o.ordinal == "" {
		o.ordinal = m.ordinal
	}
	if len(m.date.from) > len(o.date.from) || o.date.text == "" {
		o.date = m.date
	}
	o.sitting = o.sitting || m.sitting
	o.chaired = o.chaired || m.chaired
	o.regular = o.regular || m.regular
	o.process = o.process && m.process
}

// accepted reports whether the occasion has what makes one: two parties, or one party with a date or a place.
func (o *occasion) accepted() bool {
	n := len(o.parties)
	anchored := o.anchored()
	switch {
	case named(o.parties) == 0: // "a meeting of defence ministers in Oslo on Monday"
		return n > 0 && o.ownKind && o.where.known() && (o.date.text != "" || o.collective && o.kind == news.KindConference)
	case o.process && !anchored && !o.sitting:
		return false
	case named(o.parties) >= 2:
		return true
	case o.chaired && o.inOffice(), o.regular:
		return true
	case n >= 2:
		return anchored || o.kind != news.KindCall && o.sitting && o.firm && o.inOffice()
	case o.collective && anchored:
		return true
	case o.withOne && o.inOffice() && o.parties[0].ref.Type == news.RefPerson && o.date.text != "" && len(o.date.from) != len("2025"), o.withOne && o.where.known() && o.date.text != "" && o.sitting:
		return true
	case (o.kind == news.KindConference || o.kind == news.KindSummit) && o.ownKind:
		return (o.collective && anchored || o.where.known() && o.date.from != "") && (o.sitting || o.firm && o.status != news.StatusHeld ||
			o.kind == news.KindSummit && o.parties[0].ref.Type == news.RefOrganization)
	case o.kind == news.KindVisit && o.where.code == "" && o.parties[0].private: // somebody goes to a café
		return false
	case o.kind == news.KindVisit:
		return o.where.known() || o.date.from != "" && o.ownKind && o.parties[0].ref.Type == news.RefPerson
	}
	return anchored && (o.sitting || o.ownKind) && o.parties[0].ref.Type == news.RefOrganization
}

// inOffice reports whether the one who is named acts for a state or bears an office.
func (o *occasion) inOffice() bool {
	for _, p := range o.parties {
		if p.ref.Type == news.RefPerson && !p.private || p.ref.Type == news.RefCountry {
			return true
		}
	}
	return false
}

// participants returns the parties sorted, without a country for which a named person takes part.
func (o *occasion) participants() []party {
	var out []party
	for _, p := range o.parties {
		represented := false
		for _, x := range o.parties {
			represented = represented || p.ref.Type == news.RefCountry && x.ref.Type == news.RefPerson && x.code == p.ref.ID
		}
		if !represented {
			out = append(out, p)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i].ref, out[j].ref
		if a.Type != b.Type {
			return a.Type < b.Type
		}
		return a.ID+a.Text < b.ID+b.Text
	})
	return out
}
