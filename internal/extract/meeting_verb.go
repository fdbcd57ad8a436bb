package extract

import (
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// verb handles a verb of meeting at token i.
func (f *meetingFinder) verb(i int, v meetingVerb, s nlp.Sentence) {
	d := f.d
	m := mention{at: i, clause: nlp.Range{From: i, To: i + 1}, kind: verbKind[v.lemma], status: news.StatusHeld, sitting: true}
	if m.kind == "" {
		m.kind = news.KindMeeting
	}
	before := d.Lower(i - 1)
	if v.form == nlp.PastForm && lookedPastLeft[before] && !beforeVerb[before] && f.endsAt[i] == 0 || before == "-" || d.Word(i+1) == "-" ||
		v.form == nlp.Gerund && !auxiliaries[before] && !gerundAfter[before] {
		return
	}
	subj, mod, ok := f.subject(i, s)
	if !ok || !f.verbStatus(&m, v, mod) || v.form == nlp.BaseForm && !f.finiteBase(subj, mod, s) || f.habitual(i, s) ||
		len(subj) > 0 && (has("if unless whether", d.Lower(subj[0].From-1)) || f.deniedBefore(subj[0].From, s)) {
		return
	}
	objects, to, direct := f.objects(i, v, mod, s)
	if !f.verbTakes(i, v, subj, objects, direct, to, s) {
		return
	}
	m.clause.To = max(m.clause.To, to)
	subject, object := "host", "guest"
	if mod.passive { // "was received by NAME"
		subject, object = object, subject
	}
	for _, p := range subj {
		m.points(p)
		m.theirs = p.theirs
		m.parties = append(m.parties, f.roled(p, v, subject)...)
	}
	for _, p := range objects {
		m.points(p)
		if v.lemma == "visit" && f.placeAfter(p.From).known() {
			continue
		}
		m.parties = append(m.parties, f.roled(p, v, object)...)
	}
	m.both = len(objects) > 0
	m.collective = len(objects) == 0 && len(subj) == 1 && (subj[0].role || f.sits(subj[0]))
	from := i
	if len(subj) > 0 {
		from = min(from, subj[0].From)
	}
	if v.lemma == "visit" {
		m.where = f.placeAfter(i + 1)
	} else if v.lemma == "welcome" && len(objects) > 0 && d.Lower(to) == "to" {
		m.where = f.placeAfter(to + 1)
	}
	f.finish(&m, s, from)
	if p, ok := f.gapped(to, s); ok && len(objects) > 0 { // "met A in Oslo on Monday and B in Bergen on Friday"
		m.at, m.clause = p.From, nlp.Range{From: p.From, To: p.To}
		m.parties = append([]party(nil), p.parties...)
		for _, x := range subj {
			m.parties = append(m.parties, f.roled(x, v, subject)...)
		}
		m.where, m.date = place{}, meetingDate{}
		f.finish(&m, s, p.From)
	}
}

// deniedBefore reports whether the clause that begins at token k is what somebody denies.
func (f *meetingFinder) deniedBefore(k int, s nlp.Sentence) bool {
	if f.d.Lower(k-1) != "that" {
		return false
	}
	for n := 0; n < 6 && k > s.From; n++ {
		k--
		if has("denied denies deny denying", f.d.Lower(k)) {
			return true
		}
	}
	return false
}

// gapped returns the second object of a verb whose first one ends before token k, where a place or a date of its own
// stands behind each of them.
func (f *meetingFinder) gapped(k int, s nlp.Sentence) (phrase, bool) {
	from := k
	for k < s.To && (f.dateAt(k) || f.cityOf[k] > 0 || f.placeOf[k] > 0 || has("in at on the", f.d.Lower(k))) {
		k++
	}
	if k == from || f.d.Lower(k) != "and" {
		return phrase{}, false
	}
	if f.d.Lower(k+1) == "with" { // "spoke with A on Monday and with B on Friday"
		k++
	}
	n := f.startsAt[k+1] - 1
	if n < 0 || k+1 >= s.To || !f.phrase[n].full || f.phrase[n].owner || !f.ownSetting(f.phrase[n].To) {
		return phrase{}, false
	}
	return f.phrase[n], true
}

// ownSetting reports whether a place or a date begins at token k.
func (f *meetingFinder) ownSetting(k int) bool {
	return f.dateAt(k) || has("in at on", f.d.Lower(k)) && (f.dateAt(k+1) || f.placeAfter(k+1).known())
}

var verbKind = map[string]news.MeetingKind{"visit": news.KindVisit, "speak": news.KindCall, "telephone": news.KindCall,
	"phone": news.KindCall, "call": news.KindCall, "negotiate": news.KindTalks, "talk": news.KindTalks, "consult": news.KindTalks,
	"confer": news.KindTalks}

func (f *meetingFinder) roled(p phrase, v meetingVerb, role string) []party {
	out := append([]party(nil), p.parties...)
	if v.lemma == "host" || v.lemma == "receive" || v.lemma == "welcome" {
		for i := range out {
			out[i].ref.Role = role
		}
	}
	return out
}

// objects returns the actors that the verb at token i meets.
func (f *meetingFinder) objects(i int, v meetingVerb, mod modality, s nlp.Sentence) (list []phrase, to int, direct bool) {
	d := f.d
	k := i + 1
	direct = true
	if v.lemma == "sit" {
		if d.Lower(k) != "down" {
			return nil, i + 1, false
		}
		k++
	}
	for n := 0; n < 8 && k < s.To; n++ {
		w := d.Lower(k)
		if p := f.startsAt[k] - 1; p >= 0 && !(d.Lower(k-1) == "in" || d.Lower(k-1) == "at") {
			list, to = f.list(p)
			return list, to, direct
		}
		switch {
		case w == "by" && v.lemma == "receive" && !mod.passive: // "the sentence that he received by a court"
			return nil, i + 1, false
		case w == "with":
			direct = false
		case w == "to" && (v.lemma == "speak" || v.lemma == "talk"):
			direct = false
		case w == "by" || w == "on" || w == "the" || w == "phone" || w == "telephone" || w == "over" || w == "via" || w == "video" ||
			w == "briefly" || w == "privately" || w == "separately" || w == "in" || w == "person" || w == "also" || f.dateAt(k) || f.cityOf[k] > 0 || w == "directly" || w == "again" || w == "up" || w == "a" || w == "link" || w == "together":
		default:
			return nil, i + 1, false
		}
		k++
	}
	return nil, i + 1, false
}

// verbTakes reports whether the verb's subject and object make a meeting of it.
func (f *meetingFinder) verbTakes(i int, v meetingVerb, subj, objects []phrase, direct bool, to int, s nlp.Sentence) bool {
	d := f.d
	plural := len(subj) > 1 || len(subj) == 1 && (subj[0].anaphor || len(subj[0].parties) > 1 ||
		subj[0].role && strings.HasSuffix(f.headOf(subj[0]), "s"))
	actors := len(objects) > 0 && !objects[0].owner
	for _, p := range objects {
		if p.site && v.lemma != "visit" && direct { // "met Norway" is football, "hosted Norway" as well
			return false
		}
	}
	if v.lemma == "meet" && len(objects) == 0 && len(subj) == 1 && f.sits(subj[0]) {
		return f.placeOrDateAfter(to, s)
	}
	switch v.lemma {
	case "meet":
		return actors || plural && len(objects) == 0
	case "receive":
		return actors && f.people(objects) && (f.titled(objects[0]) || objects[0].role || f.placeOrDateAfter(to, s))
	case "host", "welcome":
		if v.lemma == "welcome" && d.Lower(to) == "to" && !f.placeAfter(to+1).known() { // "welcomed NAME to mediate"
			return false
		}
		return actors && f.people(objects) && (v.lemma == "host" && !objects[0].anaphor || f.placeOrDateAfter(to, s))
	case "visit":
		return actors || f.placeAfter(i+1).known()
	case "speak", "talk":
		return actors && !direct && f.persons(objects)
	case "telephone", "phone":
		return actors
	case "call":
		return actors && f.startsAt[i+1] > 0 && f.persons(objects) && (f.dateAt(to) || d.Lower(to) == "on" && f.dateAt(to+1) ||
			d.Lower(to) == "to" && has("discuss congratulate express offer assure thank brief", d.Lower(to+1)))
	case "assemble":
		return len(objects) == 0 && len(subj) > 0 && (subj[0].role || f.sits(subj[0])) && f.placeOrDateAfter(to, s)
	case "convene", "reconvene", "gather", "huddle":
		return len(objects) == 0 && len(subj) > 0 && f.placeOrDateAfter(to, s)
	case "negotiate":
		return false
	}
	return actors && !direct
}

// sittingBodies end the names of bodies of several members, whose sitting is a meeting.
var sittingBodies = nlp.WordSet("council committee commission union forum group alliance bloc league association organization organisation conference quartet contact")

// sits reports whether a phrase names a body of several states or parties: "the Joint Trade Committee meets in Oslo".
func (f *meetingFinder) sits(p phrase) bool {
	if p.owner || p.role || len(p.parties) != 1 || p.parties[0].ref.Type != news.RefOrganization {
		return false
	}
	for k := p.From; k < p.To; k++ {
		if sittingBodies[f.d.Lower(k)] {
			return true
		}
	}
	const acronym = 4 // letters: "OPEC", and no party or firm of two or three
	w := f.d.Word(p.To - 1)
	return len(w) >= acronym && strings.ToUpper(w) == w && !strings.ContainsAny(w, "0123456789")
}

func (f *meetingFinder) people(list []phrase) bool {
	for _, p := range list {
		if p.site || len(p.parties) == 0 && !p.anaphor {
			return false
		}
	}
	return true
}

// titled reports whether a phrase names one person with an office: such a one is not received like a letter.
func (f *meetingFinder) titled(p phrase) bool {
	return p.full && f.allPeople(p) && f.titleOf[p.From]+f.placeOf[p.From] > 0
}

// persons reports whether the list names people or states rather than bodies: those one talks with on the phone.
func (f *meetingFinder) persons(list []phrase) bool {
	for _, p := range list {
		for _, x := range p.parties {
			if x.ref.Type != news.RefPerson && (x.ref.Type != news.RefCountry || !p.role) {
				return false
			}
		}
	}
	return f.people(list)
}

// gerundAfter are the words behind which the gerund of a verb is an occasion: "after meeting NAME".
var gerundAfter = nlp.WordSet("after before while since by following and , also not now currently later reportedly again")

// finiteBase reports whether the base form of a verb stands as a finite verb or with a word that makes it one.
func (f *meetingFinder) finiteBase(subj []phrase, mod modality, s nlp.Sentence) bool {
	if len(mod.words) > 0 && mod.has("to will would shall may might could can travel") {
		return true
	}
	last := subj[len(subj)-1]
	return len(subj) > 1 || last.anaphor || last.role && strings.HasSuffix(f.headOf(last), "s") || len(last.parties) > 1
}

// habitual reports whether the clause of token i tells of many occasions at once: "met several times".
func (f *meetingFinder) habitual(i int, s nlp.Sentence) bool {
	for k := i; k < s.To && k < i+25; k++ {
		w := f.d.Lower(k)
		if w == "times" || w == "regularly" || w == "frequently" || w == "often" || w == "annually" || w == "daily" && f.nameOf[k] == 0 || w == "weekly" || w == "every" || w == "twice" {
			return true
		}
		if k > i && (clauseEnds[w] || w == ";") {
			return false
		}
	}
	w := f.d.Lower(i - 1)
	return w == "often" || w == "regularly" || w == "frequently" || w == "always" || w == "sometimes"
}

func (f *meetingFinder) placeOrDateAfter(k int, s nlp.Sentence) bool {
	for n := 0; n < 8 && k < s.To; n++ {
		w := f.d.Lower(k)
		if f.dateAt(k) || f.cityOf[k] > 0 || f.placeOf[k] > 0 {
			return true
		}
		if clauseEnds[w] || w == "." || w == ";" {
			return false
		}
		k++
	}
	return false
}
