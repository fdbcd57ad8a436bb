package extract

import (
	"slices"
	"sort"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"graphload/internal/country"
	"graphload/internal/news"
	"graphload/internal/nlp"
	"graphload/internal/nlp/date"
)

// place is where a meeting is.
type place struct {
	name string // city, venue or region; empty where only a country is named
	code string
	city bool
	seat bool // of a government
}

func (p place) known() bool { return p.name != "" || p.code != "" }

// meetingDate is when a meeting is, and the words that tell it.
type meetingDate struct{ from, to, text string }

// dates returns the dates of a sentence as ranges of tokens with their meaning.
func (f *meetingFinder) dates(s nlp.Sentence, tense date.Tense) []datedRange {
	d := f.d
	span := d.SpanOf(s.Range)
	var out []datedRange
	for _, m := range date.Find(d.Clean[span.Start:span.End], d.Published, tense) {
		r := d.RangeOf(nlp.Span{Start: span.Start + m.Start, End: span.Start + m.End})
		out = append(out, datedRange{r, meetingDate{m.From, m.To, d.Clean[span.Start+m.Start : span.Start+m.End]}})
	}
	return out
}

type datedRange struct {
	nlp.Range
	meetingDate
}

// dateAt reports whether token i belongs to a date.
func (f *meetingFinder) dateAt(i int) bool {
	if i < 0 || i >= len(f.d.Tokens) {
		return false
	}
	if f.dated == nil {
		f.dated = make([]bool, len(f.d.Tokens)+1)
		for _, s := range f.d.Sentences {
			for _, r := range f.dates(s, date.Unknown) {
				for k := r.From; k < r.To; k++ {
					f.dated[k] = true
				}
			}
		}
	}
	return f.dated[i]
}

var tenseOf = map[news.MeetingStatus]date.Tense{news.StatusHeld: date.Past, news.StatusOngoing: date.Present,
	news.StatusPlanned: date.Future, news.StatusProposed: date.Future, news.StatusCancelled: date.Future,
	news.StatusPostponed: date.Future}

// finish adds place and date to a mention whose words begin at token from, and keeps it.
func (f *meetingFinder) finish(m *mention, s nlp.Sentence, from int) {
	m.clause.From = from
	end := f.reach(m, s)
	if m.over > m.clause.To {
		end = min(end, m.over-1)
	}
	start := f.lead(from, s)
	if !m.where.known() {
		m.where = f.placeIn(m.at+1, end, m.kind == news.KindVisit)
	}
	if !m.where.known() {
		travels := false // "flew to Cairo, where he met"
		for k := start; k < m.at; k++ {
			travels = travels || travelVerbs[f.d.Lower(k)].lemma != ""
		}
		m.where = f.placeIn(start, m.at, travels)
	}
	if m.kind == news.KindVisit && len(m.parties) == 1 && m.parties[0].code != m.where.code && f.hasCountry(m.where.code) &&
		(m.where.seat || m.where.name == "" && m.parties[0].ref.Type == news.RefCountry) {
		host := f.state(m.where.code) // who visits a seat of government visits the government, and one state's officials another state
		host.ref.Role = "host"
		m.parties = append(m.parties, host)
	}
	if !m.where.known() && f.here(m, end) {
		m.where = f.dateline()
	}
	f.setDate(m, s, start, end)
	if m.date.text == "" && m.status == news.StatusHeld {
		f.sameDay(m, s)
	}
	if q := f.quoteOf[m.at]; q > 0 && !f.namedInFull(m) {
		return
	}
	f.found = append(f.found, *m)
}

// here reports whether the words behind a mention say that it was where the article was written.
func (f *meetingFinder) here(m *mention, end int) bool {
	for k := m.at; k < end; k++ {
		if f.d.Lower(k) == "here" {
			return true
		}
	}
	return false
}

// dateline returns the place in the line that opens wire copy: "OSLO, March 3 -".
func (f *meetingFinder) dateline() place {
	text := f.b.rec.Article.Text
	for _, m := range f.b.rec.Article.Marks {
		if m.Kind == news.MarkHeader && m.Reason == "place line" {
			text = text[m.Start:m.End]
			break
		}
	}
	const longest = 60
	text = text[:min(len(text), longest)]
	cut := strings.IndexAny(text, "-–—")
	if cut < 0 {
		return place{}
	}
	town, _, _ := strings.Cut(text[:cut], ",")
	town, _, _ = strings.Cut(town, "(")
	town = cases.Title(language.English).String(strings.TrimSpace(town))
	if code, ok := country.City(town); ok {
		return place{name: town, code: code, city: true}
	}
	return place{}
}

// sameDayWords open a clause that tells of the day that the sentence before tells of.
var sameDayWords = []string{"in the morning", "in the afternoon", "in the evening", "that evening", "that afternoon", "that night",
	"later that day", "earlier that day", "hours later", "over lunch", "over dinner", "over breakfast"}

// sameDay gives a mention the day of the sentence before where its own says that it was on that day.
func (f *meetingFinder) sameDay(m *mention, s nlp.Sentence) {
	if day, words, found := laterDay(f.d, f.d.SpanOf(s.Range)); found {
		if day != "" {
			m.date = meetingDate{from: day, to: day, text: words}
		}
		return
	}
	at := f.d.Tokens[m.at].Sentence
	if at == 0 || f.d.Sentences[at-1].Paragraph != s.Paragraph {
		return
	}
	words := strings.ToLower(strings.Join(strings.Fields(f.d.Words(s.Range)), " "))
	if !slices.ContainsFunc(sameDayWords, func(w string) bool { return strings.Contains(words, w) }) {
		return
	}
	if list := f.dates(f.d.Sentences[at-1], date.Past); len(list) == 1 && len(list[0].from) == len("2025-10-30") {
		m.date = list[0].meetingDate
	}
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
		if w == "," && f.startsAt[k+1] > 0 && f.verbAt(f.phrase[f.startsAt[k+1]-1].To) {
			break
		}
	}
	return k
}

// appoints reports whether a relative clause at token k tells when the meeting before it was to be: "that had been scheduled
// for Monday".
func (f *meetingFinder) appoints(k int, s nlp.Sentence) bool {
	if w := f.d.Lower(k); w != "that" && w != "which" {
		return false
	}
	for n := k + 1; n < min(s.To, k+5); n++ {
		if has("scheduled planned set due expected arranged slated", f.d.Lower(n)) {
			return true
		}
		if !auxiliaries[f.d.Lower(n)] {
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
		if f.verbAt(k-1) && f.placeOf[k-1] == 0 && f.nameOf[k-1] == 0 && travelVerbs[w].lemma == "" {
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
	return w == "called" || w == "put" || w == "resume" || w == "reconvene" || w == "begin" || w == "start"
}

func (f *meetingFinder) commaBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if f.d.Word(k) == "," && !f.dateAt(k+1) {
			return true
		}
	}
	return false
}

// afterBetween reports whether "after" parts a date at the clause's head from the meeting: the date is the main verb's.
func (f *meetingFinder) afterBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if w := f.d.Lower(k); w == "after" || w == "following" || w == "before" || w == "and" && f.verbAt(k+1) {
			return true
		}
	}
	return false
}

// setDate gives the mention the date that belongs to it.
func (f *meetingFinder) setDate(m *mention, s nlp.Sentence, start, end int) {
	d := f.d
	var best *datedRange
	list := f.dates(s, tenseOf[m.status])
	for i := range list {
		r := &list[i]
		if r.From < start || r.To > end || r.To < m.act || f.saidOn(r.From, s) || r.From < m.at && (f.afterBetween(r.To, m.at) || r.From >= m.clause.From && f.commaBetween(r.To, m.at)) {
			continue
		}
		if r.From >= m.at && best != nil && best.From >= m.clause.From && best.from != "" { // the noun's own date comes first
			break
		}
		if best == nil || best.from == "" || r.From > m.at && best.From < m.clause.From {
			best = r
		}
		if r.From > m.at && r.from != "" {
			break
		}
	}
	if best == nil {
		return
	}
	m.date = best.meetingDate
	if (m.status == news.StatusCancelled || m.status == news.StatusPostponed) && f.farAhead(m.date.from) {
		for _, r := range f.dates(s, date.Past) { // "a meeting planned for November was put off", told in December
			if r.Range == best.Range {
				m.date = r.meetingDate
			}
		}
	}
	if m.status == news.StatusPlanned && !m.firm && d.Published == "" && len(m.date.from) == len("2025-10-30") && m.before {
		m.status = news.StatusHeld // a caption
	}
	if !m.firm && d.Published != "" && m.date.from != "" {
		switch {
		case m.status != news.StatusHeld && m.date.to < d.Published:
			m.status = news.StatusHeld
		case m.status == news.StatusPlanned && m.date.from == d.Published:
			m.status = news.StatusOngoing
		case m.date.from > d.Published:
			m.status = news.StatusPlanned
		}
	}
}

// farAhead reports whether a month is more than half a year after the article.
func (f *meetingFinder) farAhead(month string) bool {
	const half = 6
	published, err := time.Parse("2006-01", f.d.Published[:min(len(f.d.Published), len("2006-01"))])
	if err != nil || len(month) != len("2006-01") {
		return false
	}
	then, err := time.Parse("2006-01", month)
	return err == nil && then.After(published.AddDate(0, half, 0))
}

// saidOn reports whether the date at token i is that of a reporting verb: "said on Friday", "told reporters Monday".
func (f *meetingFinder) saidOn(i int, s nlp.Sentence) bool {
	d := f.d
	for n := 0; n < 5 && i > s.From; n++ {
		i--
		w := d.Lower(i)
		if v, ok := nlp.Reporting(w); ok && v.Form != nlp.BaseForm && v.Class <= nlp.Notes {
			return true
		}
		if !has("on late early in a statement reporters journalists at the briefing here", w) {
			return false
		}
	}
	return false
}

// placeIn returns the place that "in", "at" and the like give within tokens from to end.
func (f *meetingFinder) placeIn(from, end int, visit bool) place {
	d := f.d
	var venue place
	for k := from; k+1 < end; k++ {
		w := d.Lower(k)
		if !has("in at outside near", w) && !(visit && (w == "to" || w == "of")) || f.personOf[k] > 0 {
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

// placeAfter reads the place that begins at token k.
func (f *meetingFinder) placeAfter(k int) place {
	d := f.d
	if w := d.Lower(k); w == "the" || w == "a" {
		k++
		for n := k; n < k+4 && n+1 < len(d.Tokens); n++ { // "the border town of Redwick"
			if settlements[d.Lower(n)] && d.Lower(n+1) == "of" {
				k = n + 2
				break
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
