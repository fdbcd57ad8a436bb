package extract

import (
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// The words around a verb that decide on its status.
const (
	denied   = "not never without refused refuses refuse declined declines failed fail cannot"
	vague    = "can could may might hope hopes hoped want wants wanted ready eager happy willing glad prepared pleased likely wish wished"
	invites  = "offered offers proposed proposes suggested invited asked asks sought seeks"
	ahead    = "will would shall 'll"
	arranged = "expected awaited scheduled set due slated planned planning plan plans intend intends intended going agreed agree agrees supposed meant"
)

// verbStatus tells the status that the form of a verb and the words around it give, and whether it is of an occasion.
func (f *meetingFinder) verbStatus(m *mention, v meetingVerb, mod modality) bool {
	for _, w := range mod.words {
		if strings.HasSuffix(w, "n't") {
			return false
		}
	}
	if mod.has(denied) {
		return false
	}
	if mod.passive && v.form == nlp.PastForm && (v.lemma == "meet" || v.lemma == "call" || v.lemma == "gather" && !mod.has("have has had")) {
		return false
	}
	switch {
	case mod.has(invites), f.suggestedThat(m.at):
		m.status, m.firm = news.StatusProposed, true
	case mod.has(vague):
		m.status, m.firm, m.sitting = news.StatusProposed, true, false
		m.process = true
	case mod.has(ahead) || mod.has(arranged) || mod.has("to") && mod.has("is are was were be has have"),
		mod.has("to") && f.headline(m.at): // "NAME to meet NAME"
		m.status, m.firm = news.StatusPlanned, true
		m.pending = mod.has("will shall 'll is are")
	case v.lemma == "visit" && v.form == nlp.Gerund && mod.has("is are") && f.thisWeek(m.at): // "is visiting Oslo this week"
		m.status, m.firm = news.StatusOngoing, true
	case v.form == nlp.Gerund && mod.has("is are") && f.comingDay(m.at): // "is meeting NAME on Friday"
		m.status, m.firm, m.pending = news.StatusPlanned, true, true
	case v.form == nlp.Gerund && mod.has("is are"):
		m.status, m.firm = news.StatusOngoing, false
	case v.form == nlp.Gerund && mod.has("before"):
		m.status = news.StatusPlanned
	case v.form == nlp.BaseForm && mod.has("must should"):
		return false
	case v.form == nlp.ThirdPerson && has("meet speak talk", v.lemma) && !f.d.SentenceOf(m.at).Title && !f.dayBehind(m.at): // a summary or a caption: "NAME meets NAME in Oslo"
		m.status = news.StatusHeld
	case v.form == nlp.ThirdPerson && !f.d.SentenceOf(m.at).Title, // "begins a visit on Monday"
		v.form == nlp.BaseForm && len(mod.words) == 0 && !f.d.SentenceOf(m.at).Title: // "officials meet on Monday"
		m.status = news.StatusPlanned
	default:
		m.status = news.StatusHeld
		m.firm = v.form == nlp.PastForm
	}
	return true
}

// thisWeek reports whether words behind token i tell a time that the day of the article is in: "this week", "until Friday".
func (f *meetingFinder) thisWeek(i int) bool {
	for k := i + 1; k < f.d.SentenceOf(i).To && k < i+8; k++ {
		if f.d.Lower(k) == "this" && f.d.Lower(k+1) == "week" || f.d.Lower(k) == "until" {
			return true
		}
	}
	return false
}

// undone are what becomes of a planned meeting, by the lemma of the verb that has it as its object.
var undone = map[string]news.MeetingStatus{"cancel": news.StatusCancelled, "scrap": news.StatusCancelled,
	"shelve": news.StatusCancelled, "abandon": news.StatusCancelled, "postpone": news.StatusPostponed,
	"delay": news.StatusPostponed, "propose": news.StatusProposed, "suggest": news.StatusProposed, "offer": news.StatusProposed,
	"request": news.StatusProposed, "plan": news.StatusPlanned, "schedule": news.StatusPlanned,
	"arrange": news.StatusPlanned, "announce": news.StatusPlanned, "agree": news.StatusPlanned, "confirm": news.StatusPlanned}

// nounStatus tells the status of the meeting that a noun names and adds the parties that the verb before it tells. It
// reports false for what is only a prospect.
func (f *meetingFinder) nounStatus(m *mention, h nominal, s nlp.Sentence) bool {
	d := f.d
	for _, w := range h.words {
		switch {
		case has("cancelled canceled", w):
			m.status, m.firm, m.sitting = news.StatusCancelled, true, true
		case w == "postponed":
			m.status, m.firm, m.sitting = news.StatusPostponed, true, true
		case has("planned scheduled upcoming forthcoming impending expected anticipated", w) && !m.firm:
			m.status, m.firm = news.StatusPlanned, true
		case w == "proposed":
			m.status, m.firm = news.StatusProposed, true
		case w == "ongoing":
			m.status, m.firm = news.StatusOngoing, true
		case ordinals[w]:
			m.ordinal = w
		case w == "hour" || w == "hours" || strings.HasSuffix(w, "-hour"):
			m.sitting = true
		}
	}
	g := h.from - 1
	for n, k := 0, g; n < 3 && k >= s.From; n, k = n+1, k-1 {
		if w := d.Lower(k); f.endsAt[k+1] > 0 || w == "," {
			break
		} else if has("preparations prepare preparing prepares", w) && len(m.parties) > 0 && f.comingDay(k) { // "is preparing for talks with NAME on Friday"
			m.status, m.firm = news.StatusPlanned, true
			if list, _, ok := f.subject(k, s); ok && !m.both {
				f.addParties(m, list)
			}
			break
		} else if prospectWords[w] && !(w == "called" && d.Lower(k+1) == "off") {
			return false
		}
	}
	before := d.Lower(g)
	switch {
	case g < s.From:
	case before == "off" && has("called calls calling call put", d.Lower(g-1)):
		status := news.StatusCancelled
		if d.Lower(g-1) == "put" {
			status = news.StatusPostponed
		}
		m.status, m.firm, m.act, m.sitting = status, true, g, true
		f.addSubject(m, g-1, s)
	case before == "short" && has("cut cuts cutting", d.Lower(g-1)):
		if !f.governed(m, g-1, s) {
			return false
		}
		if m.status == news.StatusPlanned && !m.pending { // what is cut short has begun
			m.status, m.firm, m.sitting = news.StatusHeld, true, true
		}
		return true
	case before == "in" && d.Lower(g-1) == "part", before == "in" && strings.HasPrefix(d.Lower(g-1), "participat"),
		before == "up" && strings.HasPrefix(d.Lower(g-1), "wrap"), before == "from" && strings.HasPrefix(d.Lower(g-1), "emerg"):
		at := g - 1
		if d.Lower(at) == "part" {
			at--
		}
		return f.governed(m, at, s)
	case lightVerbs[before].lemma != "" && d.Lower(g-1) == "to" && plansOf[d.Lower(g-2)] != "": // "a proposal to convene a meeting"
		m.status, m.firm = plansOf[d.Lower(g-2)], true
	case lightVerbs[before].lemma != "" && !(before == "called"):
		return f.governed(m, g, s)
	case g == s.From && has("in over during at on", before):
		f.addLater(m, g, s)
	case before == "in" && m.both && len(m.parties) == 2 && m.parties[0].ref.Type == news.RefPerson && m.parties[1].ref.Type == news.RefPerson:
		m.sitting = true // "the deal came in talks between NAME and NAME"
	case before == "to" && d.Lower(g-1) == "forward": // "looks forward to the visit"
		m.status, m.firm = news.StatusPlanned, true
	case before == "after" || before == "following" || before == "during":
		m.sitting = m.sitting || before != "during" || m.both
		f.addClause(m, g, s)
		if m.process && len(m.parties) == 0 && f.d.Lower(m.at-1) == "of" { // "A and B agreed after a round of talks"
			if list, _, ok := f.clauseSubject(g, s); ok && len(list) > 1 {
				f.addParties(m, list)
			}
		}
		if list, ok := f.laterSubject(g, s); ok && len(m.parties) == 1 && m.parties[0].ref.Type == news.RefOrganization && f.pressBefore(g, s) {
			f.addParties(m, list)
		}
	case before == "resuming" || before == "resume":
		return false
	case before == "before" || before == "of" && d.Lower(g-1) == "ahead":
		m.before = before == "before"
		if m.status == news.StatusHeld {
			m.status, m.firm = news.StatusPlanned, false
		}
		f.addClause(m, g, s)
	case (before == "for" || before == "to") && f.invitation(m, g, s):
	case before == "for":
		if list, words, ok := f.clauseSubject(g, s); ok {
			if v, isTravel := f.travelBefore(g, s); isTravel {
				f.addParties(m, list)
				m.sitting = true
				mod := modality{words: words}
				if v.form == nlp.ThirdPerson && v.lemma != "be" && !s.Title { // "flies to Oslo for talks"
					m.status, m.firm = news.StatusPlanned, true
				}
				if mod.has(ahead) || mod.has(arranged) || mod.has("to") && mod.has("is are was were be") {
					m.status, m.firm = news.StatusPlanned, true
				}
				if mod.has(denied) {
					return false
				}
			}
		}
	}
	verb := m.clause.To // "after the summit in Rome was called off": "after" may open a clause, "in" may not
	for verb < s.To && (f.ownSetting(verb) || f.cityOf[verb] > 0 || f.placeOf[verb] > 0 || f.dateAt(verb)) {
		verb++
	}
	if g < s.From || !prepositionWords[before] || auxiliaries[d.Lower(verb)] {
		f.predicate(m, s)
	}
	return true
}

// plansOf are nouns with an infinitive that says what is to be held.
var plansOf = map[string]news.MeetingStatus{"proposal": news.StatusProposed, "offer": news.StatusProposed, "suggestion": news.StatusProposed,
	"plan": news.StatusPlanned, "plans": news.StatusPlanned, "decision": news.StatusPlanned, "agreement": news.StatusPlanned}

// invitation reads "A invited B to Paris for talks", which ends before token g.
func (f *meetingFinder) invitation(m *mention, g int, s nlp.Sentence) bool {
	for k := g - 1; k > s.From && k > g-12; k-- {
		if !has("invited invites invite", f.d.Lower(k)) {
			continue
		}
		n := f.startsAt[k+1] - 1
		host, _, ok := f.subject(k, s)
		if n < 0 || !ok {
			return false
		}
		guests, to := f.list(n)
		f.addParties(m, host)
		f.addParties(m, guests)
		m.status, m.firm = news.StatusProposed, true
		if f.d.Lower(to) == "to" {
			m.where = f.placeAfter(to + 1)
		}
		return true
	}
	return false
}

// governed reads the verb at token g that has the noun of the meeting as its object.
func (f *meetingFinder) governed(m *mention, g int, s nlp.Sentence) bool {
	v := lightVerbs[f.d.Lower(g)]
	list, mod, ok := f.subject(g, s)
	trial := *m
	trial.firm = false
	if v.lemma == "have" && !ok {
		return true
	}
	if !f.verbStatus(&trial, v, mod) {
		return mod.has("travel")
	}
	if status, isUndone := undone[v.lemma]; isUndone && !mod.passive {
		m.act = g + 1
		if status == news.StatusPlanned && m.firm {
			status = m.status
		}
		m.status, m.firm, m.sitting = status, true, m.sitting || statusRank[status] == statusRank[news.StatusCancelled]
	} else if !m.firm || trial.status != news.StatusHeld {
		m.status, m.firm, m.pending = trial.status, trial.firm, trial.pending
		m.sitting = m.sitting || trial.status == news.StatusHeld && has("hold have attend host chair conduct conclude end finish join convene wrap complete open begin start pay make emerge", v.lemma)
		m.process = m.process && (!m.sitting || trial.process)
	}
	if !ok || m.both && !has("host chair mediate", v.lemma) {
		return true
	}
	if v.lemma == "host" && len(list) == 1 && list[0].site && len(m.parties) > 0 && (len(m.parties) > 1 || m.parties[0].ref.Type == news.RefOrganization) {
		if p := f.placeOfPhrase(list[0]); p.city { // "Oslo hosted talks between A and B"
			if m.clause.From = min(m.clause.From, list[0].From); !m.where.city {
				m.where = p
			}
			return true
		}
	}
	if has("host chair mediate", v.lemma) {
		role := map[string]string{"host": "host", "mediate": "mediator"}[v.lemma]
		for _, p := range list {
			for _, x := range p.parties {
				x.ref.Role = role
				m.parties = append(m.parties, x)
			}
		}
		return true
	}
	if has("propose suggest", v.lemma) && !m.withOne && len(m.parties) > 0 { // "proposed a meeting of ambassadors" without taking part
		return true
	}
	calledOff := statusRank[undone[v.lemma]] == statusRank[news.StatusCancelled]
	if undone[v.lemma] == "" || len(m.parties) > 0 || m.kind == news.KindVisit && !has("announce confirm", v.lemma) || calledOff && len(list) > 1 { // "Chile and Norway postponed talks"
		f.addParties(m, list)
	}
	return true
}

// predicates are words of the verb that has the meeting as its subject, in the order in which they decide.
var predicates = []struct {
	words   string
	status  news.MeetingStatus
	sitting bool
}{
	{"put postponed delayed deferred rescheduled pushed", news.StatusPostponed, false},
	{"cancelled canceled scrapped shelved abandoned off axed", news.StatusCancelled, false},
	{"proposed suggested could may might", news.StatusProposed, false},
	{"will would set scheduled expected due planned slated", news.StatusPlanned, false},
	{"underway way ongoing continuing taking entered", news.StatusOngoing, true},
	{"took taken held ended concluded began opened lasted produced collapsed wrapped started yielded resumed continued closed broke", news.StatusHeld, true},
}

// predicate reads the verb behind the noun of a meeting: "was called off", "scheduled for Friday", "took place".
func (f *meetingFinder) predicate(m *mention, s nlp.Sentence) {
	d := f.d
	k := m.clause.To
	verb := -1
	for n := 0; k < s.To && n < 30; n++ {
		w := d.Lower(k)
		if f.quoteOf[k] > 0 && f.quoteOf[m.at] == 0 || w == ";" || w == "." || w == "after" || w == "while" || w == "as" || w == "before" {
			break
		}
		if w == "which" || w == "who" || w == "that" { // a relative clause: go on behind its comma
			if d.Word(k-1) != "," && w != "at" {
				break
			}
			for k < s.To && d.Word(k) != "," {
				k++
			}
			k++
			continue
		}
		if auxiliaries[w] && !f.dateAt(k) && f.nearSubject(m, k) || n == 0 && has("scheduled set planned due held slated proposed expected cancelled canceled postponed", w) ||
			d.Word(k-1) == "," && opensParticiple[w] ||
			n < 12 && has("took ended concluded began opened lasted collapsed produced entered resumed continued started closed broke", w) && f.nearSubject(m, k) {
			verb = k
			break
		}
		if v, ok := nlp.Reporting(w); ok && v.Form != nlp.BaseForm || f.startsAt[k] > 0 && f.phrase[f.startsAt[k]-1].full && d.Word(k-1) == "," {
			break
		}
		k++
	}
	if verb < 0 {
		return
	}
	if has("had has have", d.Lower(verb)) && has("its a an the his her their no", d.Lower(verb+1)) { // "had its trip called off": of another
		return
	}
	m.pred = verb + 1
	not := false
	var words []string
	for n := verb; n < s.To && n < verb+7; n++ {
		w := d.Lower(n)
		if clauseEnds[w] || w == "," || w == "." || w == ";" {
			break
		}
		not = not || w == "not" || strings.HasSuffix(w, "n't")
		words = append(words, w)
	}
	mod := modality{words: words}
	if len(words) > 1 && words[0] == "be" && !not { // "suggested that a meeting be held"
		m.status, m.firm, m.sitting = news.StatusProposed, true, false
		return
	}
	if len(words) > 2 && has("is are", words[0]) && words[1] == "to" && !not { // "are to resume"
		m.status, m.firm = news.StatusPlanned, true
		return
	}
	if not {
		if mod.has("place ahead happen held") {
			m.status, m.firm, m.over = news.StatusCancelled, true, verb+1
		}
		return
	}
	for _, p := range predicates {
		if mod.has(p.words) {
			if m.firm && statusRank[m.status] == statusRank[news.StatusCancelled] && p.status == news.StatusPlanned { // "called off a visit planned for May"
				break
			}
			m.status, m.firm = p.status, true
			m.sitting = m.sitting || p.sitting
			if statusRank[p.status] == statusRank[news.StatusCancelled] { // what is called off was to be on some day
				m.over, m.sitting = verb+1, true
			}
			break
		}
	}
	if opensParticiple[d.Lower(verb)] && m.status == news.StatusPlanned { // the main verb is still to come
		rest := *m
		rest.clause.To = verb + 1
		rest.firm = false
		f.predicate(&rest, s)
		if rest.firm {
			m.status, m.over = rest.status, rest.over
		}
	}
}

// opensParticiple are the participles that tell a plan behind the noun of a meeting: "the summit, set for May, …".
var opensParticiple = nlp.WordSet("scheduled set planned due slated originally")

// nearSubject reports whether the verb at token k may have the meeting as its subject: no other actor stands right
// before it.
func (f *meetingFinder) nearSubject(m *mention, k int) bool {
	n := f.endsAt[k] - 1
	return n < 0 || f.phrase[n].From < m.at || f.phrase[n].To <= m.clause.To || notSubject[f.d.Lower(f.phrase[n].From-1)] || f.d.Lower(f.phrase[n].From-1) == "and" ||
		f.phrase[n].site
}
