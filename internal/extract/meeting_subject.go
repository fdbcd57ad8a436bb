package extract

import (
	"sort"
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
var notSubject = nlp.WordSet("in at to with of by for from between on about against into over via through among")

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
	last := sort.Search(len(f.phrase), func(n int) bool { return f.phrase[n].To > k })
	for n := last - 1; n >= 0 && f.phrase[n].From >= s.From; n-- {
		p := f.phrase[n]
		if p.owner || f.quoteOf[p.From] > 0 {
			continue
		}
		to := p.To
		if w := d.Lower(to + 1); d.Word(to) == "," && (w == "who" || w == "which") && to+1 < k {
			to += 2
			words, _ := f.modalityFrom(to, k)
			for to < k && d.Word(to) != "," {
				to++
			}
			if to >= k { // "NAME, who is due to travel to Oslo for talks"
				return []phrase{p}, words, true
			}
			to++ // "NAME, who left on Monday, will travel"
		}
		words, to := f.modalityFrom(to, k)
		if len(words) == 0 && !f.verbAt(to) && travelVerbs[d.Lower(to)].lemma == "" && !f.quoted(p.From-1, s) {
			continue
		}
		list, from, ok := f.listEnding(p.To)
		if ok && !notSubject[d.Lower(from-1)] {
			if f.otherBetween(to, k) {
				return nil, nil, false
			}
			return list, words, true
		}
	}
	list, ok := f.laterSubject(k, s)
	return list, nil, ok
}

// modalityFrom returns the words from token i on that stand before a verb, and the token behind them, at most token end.
func (f *meetingFinder) modalityFrom(i, end int) (words []string, to int) {
	for i < end && (beforeVerb[f.d.Lower(i)] || strings.HasSuffix(f.d.Lower(i), "ly")) {
		words = append(words, f.d.Lower(i))
		i++
	}
	return words, i
}

// otherBetween reports whether tokens from to end name another person, who may as well be the one that meets.
func (f *meetingFinder) otherBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if n := f.startsAt[i] - 1; n >= 0 && f.phrase[n].full && f.allPeople(f.phrase[n]) {
			return true
		}
	}
	return false
}

// laterSubject returns the subject behind a clause or a phrase that opens the sentence: "Speaking after meeting NAME,
// Ekberg said …", "Over dinner in Rome, …".
func (f *meetingFinder) laterSubject(k int, s nlp.Sentence) ([]phrase, bool) {
	if k-s.From > 14 {
		return nil, false
	}
	first := sort.Search(len(f.phrase), func(n int) bool { return f.phrase[n].From > k })
	for n := first; n < len(f.phrase) && f.phrase[n].From < s.To; n++ {
		p := f.phrase[n]
		if f.d.Word(p.From-1) != "," || p.owner {
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

// addSubject adds the subject of the verb at token g where the noun itself names one side alone.
func (f *meetingFinder) addSubject(m *mention, g int, s nlp.Sentence) {
	list, _, ok := f.subject(g, s)
	if m.both || !ok || len(m.parties) == 0 && len(list) < 2 {
		return
	}
	m.both = len(m.parties) == 0 // "Chile and Norway called off talks"
	f.addParties(m, list)
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
		m.points(p)
	}
}
