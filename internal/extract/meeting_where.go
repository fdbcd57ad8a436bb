package extract

import (
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"graphload/internal/country"
	"graphload/internal/news"
	"graphload/internal/nlp"
)

// place is where a meeting is.
type place struct {
	name string // city, venue or region; empty where only a country is named
	code string
	city bool
	seat bool // of a government
}

func (p place) known() bool { return p.name != "" || p.code != "" }

// finish adds place and date to a mention whose words begin at token from, and keeps it.
func (f *meetingFinder) finish(m *mention, s nlp.Sentence, from int) {
	m.clause.From = from
	f.setting(m, s, from)
	if q := f.quoteOf[m.at]; q > 0 && !f.namedInFull(m) {
		return
	}
	f.found = append(f.found, *m)
}

// setting finds the place and the date of a mention whose words begin at token from.
func (f *meetingFinder) setting(m *mention, s nlp.Sentence, from int) {
	end := f.reach(m, s)
	if m.over > m.clause.To {
		end = min(end, m.over-1)
	}
	start := f.lead(from, s)
	if !m.where.known() {
		m.where = f.placeIn(m.at+1, end, m.kind == news.KindVisit)
	}
	if !m.where.known() {
		m.where = f.placeOfClause(m, s)
	}
	if !m.where.known() {
		travels := false // "flew to Cairo, where he met"
		for k := start; k < m.at; k++ {
			travels = travels || travelVerbs[f.d.Lower(k)].lemma != "" && f.phraseOf[k] == 0
		}
		m.where = f.placeIn(start, m.at, travels)
	}
	if m.kind == news.KindVisit && len(m.parties) == 1 && m.parties[0].code != m.where.code && f.hasCountry(m.where.code) &&
		(m.where.seat || m.where.name == "" && m.parties[0].ref.Type == news.RefCountry) {
		host := f.state(m.where.code) // who visits a seat of government visits the government, and one state's officials another state
		host.ref.Role = "host"
		m.parties = append(m.parties, host)
	}
	if !m.where.known() && f.says(m, end, "here") {
		m.where = f.dateline()
	}
	if !m.where.known() && f.says(m, end, "there") {
		m.where = f.placeBefore(s)
	}
	f.setDate(m, s, start, end)
	f.ofJourney(m, s)
	if m.date.text == "" && m.status == news.StatusHeld {
		f.sameDay(m, s)
	}
}

// placeOfClause returns the place to which the "where" of a mention's clause points: "from Bergen, where she met NAME".
func (f *meetingFinder) placeOfClause(m *mention, s nlp.Sentence) place {
	const near = 14
	for k := m.at - 1; k > s.From && k > m.at-near; k-- {
		if f.d.Lower(k) != "where" {
			continue
		}
		for n := k - 1; n >= s.From && n > k-9; n-- {
			if p := f.placeAfter(n); p.known() && (f.cityOf[n] == 0 || n == s.From || f.cityOf[n-1] != f.cityOf[n]) {
				return p
			}
		}
		return place{}
	}
	return place{}
}

// says reports whether a word stands behind a mention, before token end.
func (f *meetingFinder) says(m *mention, end int, word string) bool {
	for k := m.at; k < end; k++ {
		if f.d.Lower(k) == word {
			return true
		}
	}
	return false
}

// namedInFull reports whether the mention's own words name two parties by name.
func (f *meetingFinder) namedInFull(m *mention) bool {
	names := 0
	first := sort.Search(len(f.phrase), func(n int) bool { return f.phrase[n].From >= m.clause.From })
	for n := first; n < len(f.phrase) && f.phrase[n].To <= m.clause.To; n++ {
		if f.phrase[n].full {
			names += len(f.phrase[n].parties)
		}
	}
	return names > 1
}

// reach returns the token before which words may still tell the place and the date of a mention.
func (f *meetingFinder) reach(m *mention, s nlp.Sentence) int {
	d := f.d
	k := m.clause.To
	for ; k < s.To; k++ {
		w := d.Lower(k)
		if f.quoteOf[k] != f.quoteOf[m.at] || w == "." || w == ";" || w == "—" || w == "–" || w == ":" {
			break
		}
		if (w == "after" || w == "before") && f.startsAt[k+1] > 0 && f.verbAt(f.phrase[f.startsAt[k+1]-1].To) {
			break // "two weeks after NAME cancelled"
		}
		if f.placeOf[k] > 0 || f.cityOf[k] > 0 || f.dateAt(k) || f.nameOf[k] > 0 {
			continue
		}
		if clauseEnds[w] && !(w == "as" && has("well early late soon", d.Lower(k+1))) && !(w == "as" && has("early late soon", d.Lower(k-1))) && !f.appoints(k, s) {
			break
		}
		if w == "to" && m.ownKind && (f.isBe(d.Lower(k-1)) || has("due set expected scheduled", d.Lower(k-1)) && f.isBe(d.Lower(k-2))) && has("resume begin start open take continue convene", d.Lower(k+1)) {
			k++ // "the talks are to resume in Oslo"
			continue
		}
		if w == "to" && has("was were due set scheduled expected", d.Lower(k-1)) && (has("that which", d.Lower(k-2)) || has("be take have", d.Lower(k+1))) { // "which was to take place"
			k++
			continue
		}
		if has("arranged pencilled penciled held convened booked fixed", w) && (has("be been", d.Lower(k-1)) || k == m.clause.To) {
			continue
		}
		if w == "to" && k+1 < s.To && f.placeOf[k+1] == 0 && f.cityOf[k+1] == 0 && d.Lower(k+1) != "the" {
			break
		}
		if v, ok := nlp.Reporting(w); ok && (v.Form == nlp.PastForm || v.Form == nlp.ThirdPerson) {
			break
		}
		if f.verbAt(k) && !auxiliaries[w] && !predicateWord(w) {
			if k < m.pred-1 { // "the talks, mediated by Chile, opened in Rome"
				k = m.pred - 1
				continue
			}
			break
		}
		if w == "and" && f.startsAt[k+1] > 0 && f.ownSetting(f.phrase[f.startsAt[k+1]-1].To) {
			break
		}
		if (w == "and" || w == "but") && (f.verbAt(k+1) || f.startsAt[k+1] > 0 && f.verbAt(f.phrase[f.startsAt[k+1]-1].To)) {
			break
		}
		if w == "," && (f.startsAt[k+1] > 0 && f.verbAt(f.phrase[f.startsAt[k+1]-1].To) || f.saysBehind(k+1, s)) {
			break
		}
	}
	return k
}

// saysBehind reports whether token k opens the words that tell who reports a sentence: "…, the palace in Oslo says."
func (f *meetingFinder) saysBehind(k int, s nlp.Sentence) bool {
	if f.deps == nil {
		return false
	}
	const near = 12
	for v := k + 1; v < s.To && v < k+near; v++ {
		if r, ok := nlp.Reporting(f.d.Lower(v)); ok && (r.Form == nlp.PastForm || r.Form == nlp.ThirdPerson) && f.d.Reading.Tags[v] == "VERB" {
			subject := f.deps.Kid(v, "nsubj")
			return subject >= k && subject < v && f.deps.Below(k, subject, 3)
		}
		if f.d.Word(v) == "," {
			return false
		}
	}
	return false
}

// appoints reports whether a relative clause at token k tells when the meeting before it was to be: "that had been scheduled
// for Monday".
func (f *meetingFinder) appoints(k int, s nlp.Sentence) bool {
	if w := f.d.Lower(k); w != "that" && w != "which" {
		return false
	}
	if has("was were", f.d.Lower(k+1)) && f.d.Lower(k+2) == "to" {
		return true
	}
	for n := k + 1; n < min(s.To, k+7); n++ {
		if has("scheduled planned set due expected arranged slated take taken held originally open opens opened begin begins start starts", f.d.Lower(n)) {
			return true
		}
		if w := f.d.Lower(n); !auxiliaries[w] && w != "to" {
			return false
		}
	}
	return false
}

// lead returns the first token of the words that stand before a clause's subject and may tell place and date: "On
// Monday in Oslo, …", "… in Paris after meeting".
func (f *meetingFinder) lead(from int, s nlp.Sentence) int {
	d := f.d
	k := from
	for k > s.From {
		w := d.Lower(k - 1)
		if w == ":" && k-2 == s.From && f.dateAt(s.From) { // "Monday: NAME hosts …"
			return s.From
		}
		if f.quoteOf[k-1] != f.quoteOf[from] || w == ";" || clauseEnds[w] && w != "after" && w != "following" && w != "where" || w == "." || w == ":" {
			break
		}
		if f.verbAt(k-1) && f.placeOf[k-1] == 0 && f.nameOf[k-1] == 0 && travelVerbs[w].lemma == "" &&
			!(has("will would", w) && travelVerbs[d.Lower(k)].lemma != "") {
			break
		}
		if (w == "and" || w == "but") && f.endsAt[k-1] == 0 {
			break
		}
		k--
	}
	return k
}

// predicateWord reports whether a word tells what becomes of a meeting: the place and the date may stand behind it.
func predicateWord(w string) bool {
	for _, p := range predicates {
		if has(p.words, w) {
			return true
		}
	}
	_, settles := settling[w]
	return settles || has("called put resume reconvene begin start take happen go", w)
}

// placeIn returns the place that "in", "at" and the like give within tokens from to end.
func (f *meetingFinder) placeIn(from, end int, visit bool) place {
	d := f.d
	var venue place
	for k := from; k+1 < end; k++ {
		w := d.Lower(k)
		if !has("in at outside near", w) && !(visit && (w == "to" || w == "of") && !f.ofSomebody(k)) || f.personOf[k] > 0 {
			continue
		}
		p := f.placeAfter(k + 1)
		if p.city || p.code != "" && p.name == "" {
			if venue.name != "" && !p.city {
				venue.code = p.code
				return venue
			}
			if venue.name != "" {
				venue.code = p.code
			}
			return p
		}
		if p.name != "" && venue.name == "" {
			venue = p
		}
	}
	return venue
}

// ofSomebody reports whether the preposition at token k belongs to the words for people: "the visit of Chile's president to Norway" is to
// Norway, and so is that "of NAME, the president of Chile, to Norway".
func (f *meetingFinder) ofSomebody(k int) bool {
	n := f.phraseOf[k] - 1
	if n < 0 && f.d.Lower(k) == "of" {
		n = f.phraseOf[k+1] - 1
	}
	if n < 0 || f.phrase[n].site || f.phrase[n].owner || !f.phrase[n].role && !f.allPeople(f.phrase[n]) {
		return false
	}
	return f.d.Lower(k) == "of" || has("ambassador envoy representative commissioner adviser advisor consul delegate observer", f.d.Lower(k-1))
}

// placeAfter reads the place that begins at token k.
func (f *meetingFinder) placeAfter(k int) place {
	d := f.d
	if w := d.Lower(k); w == "the" || w == "a" {
		k++
		for n := k; n < k+4 && n+1 < len(d.Tokens); n++ { // "the border town of Redwick"
			if settlements[d.Lower(n)] && d.Lower(n+1) == "of" {
				p := f.placeAfter(n + 2)
				if m, ok := f.placeAt(k); ok && m.Kind == country.Demonym { // "the Chilean city of Cordoba"
					p.code = m.Code
				}
				return p
			}
		}
	}
	if k >= len(d.Tokens) {
		return place{}
	}
	if c := f.cityOf[k]; c > 0 {
		m := f.cities[c-1]
		to := f.matchEnd(m)
		p := place{name: d.Text[m.Start:m.End], code: m.Code, city: true}
		if d.Word(to) == "," { // "Ljubljana, Slovenia"
			if x, ok := f.placeAt(to + 1); ok && x.Kind == country.Name {
				p.code = x.Code
			}
		}
		return p
	}
	if m, ok := f.placeAt(k); ok {
		switch m.Kind {
		case country.Name:
			name := d.Text[m.Start:m.End]
			if cityStates[m.Code] {
				return place{name: name, code: m.Code, city: true}
			}
			return place{code: m.Code}
		case country.Capital:
			return place{name: d.Text[m.Start:m.End], code: m.Code, city: true}
		case country.Seat:
			return place{name: d.Text[m.Start:m.End], code: m.Code, seat: true}
		case country.Demonym:
			for n := f.matchEnd(m); n < f.matchEnd(m)+4; n++ {
				if w := d.Lower(n); w == "capital" || w == "city" || w == "resort" || w == "town" {
					return place{code: m.Code}
				}
			}
		}
		return place{}
	}
	if r := f.seenPlace(k); r.Len() > 0 {
		p := place{name: d.Words(r)}
		if d.Word(r.To) == "," { // "Redwick, Wales"
			if x, ok := f.placeAt(r.To + 1); ok && x.Kind == country.Name {
				p.code = x.Code
			}
		}
		return p
	}
	to := k
	for to < len(d.Tokens) && to < k+5 && f.capital(to) && f.nameOf[to] == 0 && f.personOf[to] == 0 && !f.dateAt(to) {
		to++
	}
	if to == k || !venueNouns[d.Lower(to-1)] {
		return place{}
	}
	return place{name: d.Words(nlp.Range{From: k, To: to})}
}

// settlements stand with "of" before the name of a place.
var settlements = nlp.WordSet("city town village resort port capital island municipality suburb")

// seenPlace returns the place that the encoder saw at token k and that no table has: a village, a building.
func (f *meetingFinder) seenPlace(k int) nlp.Range {
	if f.d.Reading == nil || !f.capital(k) {
		return nlp.Range{}
	}
	i, found := slices.BinarySearchFunc(f.d.Reading.Names, k, func(n nlp.SeenName, k int) int { return n.From - k })
	if !found || f.d.Reading.Names[i].Kind != nlp.SeenLocation || f.nameOf[k] > 0 || f.personOf[k] > 0 {
		return nlp.Range{}
	}
	return f.d.Reading.Names[i].Range
}

// cityStates are the countries whose name is that of their city as well.
var cityStates = map[string]bool{"SG": true, "MC": true, "HK": true, "MO": true, "DJ": true, "SM": true}

var venueNouns = nlp.WordSet("palace house office castle david club hotel airport base villa residence center centre island hall mar-a-lago lago ranch estate caribbean gulf balkans baltics caucasus")

func (f *meetingFinder) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.d.Word(i))
	return unicode.IsUpper(r)
}

// placeOfPhrase returns the place that a bare country, capital or seat of power before a meeting's noun gives.
func (f *meetingFinder) placeOfPhrase(p phrase) place {
	for k := p.From; k < p.To; k++ {
		if x := f.placeAfter(k); x.known() {
			return x
		}
	}
	return place{}
}
