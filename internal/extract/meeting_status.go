package extract

import (
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// modality is the words around a verb that say whether what it tells is real, planned or denied.
type modality struct {
	words   []string
	passive bool
}

func (m modality) has(list string) bool {
	for _, w := range m.words {
		if has(list, w) {
			return true
		}
	}
	return false
}

// notSubject are the prepositions behind which a noun phrase is no subject.
var notSubject = set("in at to with of by for from between on about against into over via through among")

// subject returns the actors that are the subject of the verb at token i, and the words between them. It is not ok
// where the sentence tells no subject.
func (f *meetingFinder) subject(i int, s nlp.Sentence) (list []phrase, mod modality, ok bool) {
	d := f.d
	k := i
	for k > s.From {
		w := d.Lower(k - 1)
		if f.endsAt[k] > 0 && f.personOf[k-1] > 0 {
			break
		}
		if !beforeVerb[w] && !strings.HasSuffix(w, "n't") && !f.dateAt(k-1) && !(len(w) > 4 && strings.HasSuffix(w, "ly")) &&
			!(w == "on" && f.dateAt(k)) && w != "\"" {
			break
		}
		mod.words = append(mod.words, w)
		k--
	}
	if d.Lower(i-1) != "to" && f.isBe(d.Lower(i-1)) {
		mod.passive = true
	}
	if list, from, ok := f.listEnding(k); ok && from >= s.From && !list[len(list)-1].owner &&
		(!notSubject[d.Lower(from-1)] || d.Lower(from-1) == "by" && has("led headed chaired", d.Lower(from-2))) {
		return list, mod, true
	}
	switch w := d.Lower(k - 1); {
	case w == "," && f.relativeBefore(k-1, s) > 0: // "NAME, who travelled with him, met"
		j := f.relativeBefore(k-1, s)
		if f.endsAt[j] == 0 {
			j--
		}
		if list, from, ok := f.listEnding(j); ok && from >= s.From && !notSubject[d.Lower(from-1)] {
			return list, mod, true
		}
	case (w == "who" || w == "which") && k-1 > s.From:
		j := k - 1
		if d.Word(j-1) == "," && f.endsAt[j] == 0 {
			j--
		}
		if list, from, ok := f.listEnding(j); ok && from >= s.From {
			return list[len(list)-1:], mod, true
		}
	case w == "and" || w == "but" || w == "," || w == "after" || w == "before" || w == "while" || w == "since" || w == "by" || w == "of" && d.Lower(i) != "meet":
		if w == "," && f.titleLine(s) { // "Ekberg, Orlan meet in Oslo"
			break
		}
		mod.words = append(mod.words, w)
		list, more, ok := f.clauseSubject(k-1, s)
		if w == "and" || w == "but" || w == "," {
			if f.verbForm(i) == nlp.BaseForm {
				mod.words = append(mod.words, more...)
			}
		}
		return list, mod, ok
	case f.participleBefore(k, s) > 0: // "officials working on the file will convene"
		return f.phrase[f.endsAt[f.participleBefore(k, s)]-1:][:1], mod, true
	case mod.has("to"): // "travelled to Riyadh to meet", "an invitation to visit"
		list, more, ok := f.clauseSubject(k, s)
		mod.words = append(mod.words, more...)
		if _, isTravel := f.travelBefore(k, s); ok && isTravel {
			mod.words = append(mod.words, "travel")
			return list, mod, true
		}
		return nil, mod, false
	}
	return nil, mod, false
}

// relativeBefore returns the token of the "who" or "which" that opens the relative clause ending at the comma at token k,
// or 0.
func (f *meetingFinder) relativeBefore(k int, s nlp.Sentence) int {
	for n := 0; n < 14 && k-1 > s.From; n++ {
		k--
		switch w := f.d.Lower(k); {
		case (w == "who" || w == "which" || w == "whose") && f.d.Word(k-1) == ",":
			return k
		case w == ",":
			return 0
		}
	}
	return 0
}

// participleBefore returns the first token of a participle with its words that ends at token k and belongs to the actors
// before it, or 0.
func (f *meetingFinder) participleBefore(k int, s nlp.Sentence) int {
	for n := 0; n < 6 && k > s.From; n++ {
		k--
		w := f.d.Lower(k)
		if strings.HasSuffix(w, "ing") && f.endsAt[k] > 0 && f.phrase[f.endsAt[k]-1].role {
			return k
		}
		if !f.d.Tokens[k].Word || f.verbAt(k) {
			return 0
		}
	}
	return 0
}

func (f *meetingFinder) isBe(w string) bool { return has("is are was were be been being", w) }

func (f *meetingFinder) titleLine(s nlp.Sentence) bool { return s.Title }

func (f *meetingFinder) verbForm(i int) nlp.VerbForm {
	if v, ok := meetingVerbs[f.d.Lower(i)]; ok {
		return v.form
	}
	return lightVerbs[f.d.Lower(i)].form
}

// travelBefore returns the verb of motion nearest before token k in the sentence, within ten tokens.
func (f *meetingFinder) travelBefore(k int, s nlp.Sentence) (meetingVerb, bool) {
	for n := 0; n < 10 && k > s.From; n++ {
		k--
		if w := f.d.Lower(k); w == "," || clauseEnds[w] {
			break
		}
		if v, ok := travelVerbs[f.d.Lower(k)]; ok {
			return v, true
		}
	}
	return meetingVerb{}, false
}

// clauseSubject returns the subject of the clause that token k belongs to, where other words stand between: the nearest
// list of actors before k that a verb follows; else, where the sentence opens with the clause, the subject behind it. It
// also returns the words of modality behind that subject.
func (f *meetingFinder) clauseSubject(k int, s nlp.Sentence) ([]phrase, []string, bool) {
	d := f.d
	for n := len(f.phrase) - 1; n >= 0; n-- {
		p := f.phrase[n]
		if p.To > k || p.From < s.From {
			if p.From < s.From {
				break
			}
			continue
		}
		if p.owner || f.quoteOf[p.From] > 0 {
			continue
		}
		to := p.To
		if w := d.Lower(to + 1); d.Word(to) == "," && (w == "who" || w == "which") && to+1 < k { // "NAME, who had lunch before meeting"
			return []phrase{p}, nil, true
		}
		var words []string
		for to < k && (beforeVerb[d.Lower(to)] || strings.HasSuffix(d.Lower(to), "ly")) {
			words = append(words, d.Lower(to))
			to++
		}
		if len(words) == 0 && !f.verbAt(to) && travelVerbs[d.Lower(to)].lemma == "" && !f.quoted(p.From-1, s) {
			continue
		}
		list, from, ok := f.listEnding(p.To)
		if ok && !notSubject[d.Lower(from-1)] {
			return list, words, true
		}
	}
	list, ok := f.laterSubject(k, s)
	return list, nil, ok
}

// laterSubject returns the subject behind a clause or a phrase that opens the sentence: "Speaking after meeting NAME,
// Ekberg said …", "Over dinner in Rome, …".
func (f *meetingFinder) laterSubject(k int, s nlp.Sentence) ([]phrase, bool) {
	if k-s.From > 14 {
		return nil, false
	}
	for n := range f.phrase {
		p := f.phrase[n]
		if p.From >= s.To {
			break
		}
		if p.From <= k || f.d.Word(p.From-1) != "," || p.owner {
			continue
		}
		if list, to := f.list(n); f.verbAt(to) || beforeVerb[f.d.Lower(to)] {
			return list, true
		}
	}
	return nil, false
}

// pressBefore reports whether the sentence tells of a press conference before token k: who speaks at the one that closes
// a body's meeting took part in it.
func (f *meetingFinder) pressBefore(k int, s nlp.Sentence) bool {
	for i := s.From; i+1 < k; i++ {
		if w := f.d.Lower(i); (w == "press" || w == "news") && f.d.Lower(i+1) == "conference" {
			return true
		}
	}
	return false
}

// addLater adds the subject behind the phrase that opens the sentence: both sides of "Over dinner in Rome, …", or the
// visitor of "During a visit to Rome, …".
func (f *meetingFinder) addLater(m *mention, g int, s nlp.Sentence) {
	list, ok := f.laterSubject(m.at, s)
	if !ok || len(m.parties) > 1 {
		return
	}
	sides := 0
	for _, p := range list {
		sides += len(p.parties)
	}
	if sides > 1 && len(m.parties) == 0 || f.d.Lower(m.at+1) == "with" && len(m.parties) == 1 ||
		m.kind == news.KindVisit && len(m.parties) == 0 && sides == 1 {
		f.addParties(m, list)
		m.both = true
		m.sitting = true
	}
}

// quoted reports whether token i is a reporting verb behind which its subject stands: "…,” said Ekberg after talks".
func (f *meetingFinder) quoted(i int, s nlp.Sentence) bool {
	if i <= s.From {
		return false
	}
	v, ok := nlp.Reporting(f.d.Lower(i))
	return ok && v.Class == nlp.Says && v.Form != nlp.BaseForm
}

const (
	denied    = "not never refused refuses refuse declined declines failed fail cannot"
	vague     = "can could may might hope hopes hoped want wants wanted ready eager likely wish wished"
	invites   = "offered offers proposed proposes suggested invited asked asks sought seeks"
	ahead     = "will would shall 'll"
	arranged  = "expected scheduled set due slated planned planning plan plans intend intends intended going agreed agree agrees supposed meant"
	travelled = "travel"
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
	case mod.has(invites):
		m.status, m.firm = news.StatusProposed, true
	case mod.has(vague):
		m.status, m.firm, m.sitting = news.StatusProposed, true, false
		m.process = true
	case mod.has(ahead) || mod.has(arranged) || mod.has("to") && mod.has("is are was were be has have"):
		m.status, m.firm = news.StatusPlanned, true
		m.pending = mod.has("will shall 'll is are")
	case v.form == nlp.Gerund && mod.has("is are"):
		m.status, m.firm = news.StatusOngoing, false
	case v.form == nlp.Gerund && mod.has("before"):
		m.status = news.StatusPlanned
	case v.form == nlp.BaseForm && mod.has("must should"):
		return false
	default:
		m.status = news.StatusHeld
		m.firm = v.form == nlp.PastForm
	}
	return true
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
			m.status, m.firm = news.StatusCancelled, true
		case w == "postponed":
			m.status, m.firm = news.StatusPostponed, true
		case has("planned scheduled upcoming forthcoming impending expected anticipated", w) && !m.firm:
			m.status, m.firm = news.StatusPlanned, true
		case w == "proposed":
			m.status, m.firm = news.StatusProposed, true
		case w == "hour" || w == "hours" || strings.HasSuffix(w, "-hour"):
			m.sitting = true
		}
	}
	g := h.from - 1
	for n, k := 0, g; n < 3 && k >= s.From; n, k = n+1, k-1 {
		if w := d.Lower(k); f.endsAt[k+1] > 0 || w == "," {
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
		m.status, m.firm = status, true
		f.addSubject(m, g-1, s)
	case before == "in" && d.Lower(g-1) == "part", before == "in" && strings.HasPrefix(d.Lower(g-1), "participat"),
		before == "up" && strings.HasPrefix(d.Lower(g-1), "wrap"), before == "from" && strings.HasPrefix(d.Lower(g-1), "emerg"):
		at := g - 1
		if d.Lower(at) == "part" {
			at--
		}
		return f.governed(m, at, s)
	case lightVerbs[before].lemma != "" && !(before == "called"):
		return f.governed(m, g, s)
	case g == s.From && has("in over during at on", before):
		f.addLater(m, g, s)
	case before == "after" || before == "following" || before == "during":
		m.sitting = m.sitting || before != "during"
		f.addClause(m, g, s)
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
	case before == "for":
		if list, words, ok := f.clauseSubject(g, s); ok {
			if _, isTravel := f.travelBefore(g, s); isTravel {
				f.addParties(m, list)
				m.sitting = true
				mod := modality{words: words}
				if mod.has(ahead) || mod.has(arranged) {
					m.status, m.firm = news.StatusPlanned, true
				}
				if mod.has(denied) {
					return false
				}
			}
		}
	}
	f.predicate(m, s)
	return true
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
		if status == news.StatusPlanned && m.firm {
			status = m.status
		}
		m.status, m.firm = status, true
	} else if !m.firm || trial.status != news.StatusHeld {
		m.status, m.firm, m.pending = trial.status, true, trial.pending
		m.sitting = m.sitting || has("hold have attend host chair conduct conclude end finish join convene wrap complete open begin start pay make emerge", v.lemma)
		m.process = m.process && (!m.sitting || trial.process)
	}
	if !ok || m.both && !has("host chair mediate", v.lemma) {
		return true
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
	if undone[v.lemma] == "" || len(m.parties) > 0 {
		f.addParties(m, list)
	}
	return true
}

// addSubject adds the subject of the verb at token g where the noun itself names one side alone.
func (f *meetingFinder) addSubject(m *mention, g int, s nlp.Sentence) {
	if m.both || len(m.parties) == 0 {
		return
	}
	if list, _, ok := f.subject(g, s); ok {
		f.addParties(m, list)
	}
}

// addClause adds the subject of the clause to "after talks with NAME".
func (f *meetingFinder) addClause(m *mention, k int, s nlp.Sentence) {
	if m.both && len(m.parties) > 1 || len(m.parties) == 0 || f.d.Lower(m.at+1) != "with" {
		return
	}
	for i := k + 1; i < m.at; i++ { // "after Ekberg's talks with NAME" has its subject
		if n := f.startsAt[i] - 1; n >= 0 && f.phrase[n].owner {
			return
		}
	}
	if list, _, ok := f.clauseSubject(k, s); ok {
		f.addParties(m, list)
	}
}

func (f *meetingFinder) addParties(m *mention, list []phrase) {
	for _, p := range list {
		if m.clause.From = min(m.clause.From, p.From); p.From > m.at {
			m.clause.To = max(m.clause.To, m.at+1)
		}
		m.parties = append(m.parties, p.parties...)
		m.anaphor = m.anaphor || p.anaphor
	}
}

// predicates are words of the verb that has the meeting as its subject, in the order in which they decide.
var predicates = []struct {
	words   string
	status  news.MeetingStatus
	sitting bool
}{
	{"put postponed delayed deferred rescheduled", news.StatusPostponed, false},
	{"cancelled canceled scrapped shelved abandoned off axed", news.StatusCancelled, false},
	{"proposed suggested could may might", news.StatusProposed, false},
	{"will would set scheduled expected due planned slated", news.StatusPlanned, false},
	{"underway way ongoing continuing taking", news.StatusOngoing, true},
	{"took taken held ended concluded began opened lasted produced collapsed wrapped started yielded", news.StatusHeld, true},
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
		if auxiliaries[w] && f.nearSubject(m, k) || n == 0 && has("scheduled set planned due held slated proposed expected cancelled canceled postponed", w) ||
			d.Word(k-1) == "," && opensParticiple[w] ||
			n < 12 && has("took ended concluded began opened lasted collapsed produced", w) && f.nearSubject(m, k) {
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
	if not {
		if mod.has("place ahead happen held") {
			m.status, m.firm = news.StatusCancelled, true
		}
		return
	}
	for _, p := range predicates {
		if mod.has(p.words) {
			m.status, m.firm = p.status, true
			m.sitting = m.sitting || p.sitting
			break
		}
	}
	if opensParticiple[d.Lower(verb)] && m.status == news.StatusPlanned { // the main verb is still to come
		rest := *m
		rest.clause.To = verb + 1
		rest.firm = false
		f.predicate(&rest, s)
		if rest.firm {
			m.status = rest.status
		}
	}
}

// opensParticiple are the participles that tell a plan behind the noun of a meeting: "the summit, set for May, …".
var opensParticiple = set("scheduled set planned due slated originally")

// nearSubject reports whether the verb at token k may have the meeting as its subject: no other actor stands right
// before it.
func (f *meetingFinder) nearSubject(m *mention, k int) bool {
	n := f.endsAt[k] - 1
	return n < 0 || f.phrase[n].From < m.at || f.phrase[n].To <= m.clause.To || notSubject[f.d.Lower(f.phrase[n].From-1)] || f.d.Lower(f.phrase[n].From-1) == "and" ||
		f.phrase[n].site
}
