package extract

import (
	"slices"
	"strings"
	"time"

	"graphload/internal/news"
	"graphload/internal/nlp"
	"graphload/internal/nlp/date"
)

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
		if f.d.Lower(k) == "after" && to-k < 6 && has("hours hour minutes", f.d.Lower(to-2)) { // "on Monday after six hours of talks"
			continue
		}
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
	if m.status == news.StatusPostponed {
		for _, r := range list {
			if r.From > m.at && r.from != "" && has("until till to", d.Lower(r.From-1)) { // "has been put off until May 3"
				m.date = r.meetingDate
				return
			}
		}
	}
	for i := range list {
		r := &list[i]
		if n := f.phraseOf[r.From] - 1; n >= 0 && d.Word(r.From-1) == "(" && f.allPeople(f.phrase[n]) { // "NAME (1960-2010)"
			continue
		}
		if r.From < start || r.To > end || r.To < m.act || f.saidOn(r.From, s) || r.From < m.at && (f.afterBetween(r.To, m.at) || r.From >= m.clause.From && f.commaBetween(r.To, m.at)) {
			continue
		}
		if best == nil && len(list) > i+1 && f.originally(r.From, s) && list[i+1].To <= end { // "originally slated for June, will be held in July"
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
		best = f.saidAfter(m, list)
	}
	if best == nil || f.whenCalledOff(m, best.From) {
		return
	}
	m.date = best.meetingDate
	months := 6
	if f.hadBeen(m, s) { // "had been expected to meet in January"
		months = 1
	}
	if (m.status == news.StatusCancelled || m.status == news.StatusPostponed || months == 1) && f.farAhead(m.date.from, months) {
		for _, r := range f.dates(s, date.Past) { // "a meeting planned for November was put off", told in December
			if r.Range == best.Range {
				m.date = r.meetingDate
			}
		}
	}
	if m.status == news.StatusPlanned && !m.firm && d.Published == "" && len(m.date.from) == len("2025-10-30") && m.before {
		m.status = news.StatusHeld // a caption
	}
	if m.status == news.StatusHeld && d.Published != "" && m.date.from > d.Published && len(m.date.from) == len(d.Published) { // what is yet to come was not held
		m.status, m.firm = news.StatusPlanned, true
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

// whenCalledOff reports whether the weekday at token i may be the day on which a meeting was called off: "Chile cancelled talks with NAME on
// Monday".
func (f *meetingFinder) whenCalledOff(m *mention, i int) bool {
	if m.act == 0 || i < m.clause.To || statusRank[m.status] != statusRank[news.StatusCancelled] || !nlp.Weekday(f.d.Lower(i)) || f.d.Lower(i-1) != "on" {
		return false
	}
	for k := m.at + 1; k < i; k++ {
		if f.cityOf[k] > 0 || has("planned scheduled due set slated expected begin start open", f.d.Lower(k)) { // "in Lima on Monday"
			return false
		}
	}
	return true
}

// originally reports whether the date at token i is one that no longer holds: "originally slated for".
func (f *meetingFinder) originally(i int, s nlp.Sentence) bool {
	for k := i - 1; k >= s.From && k > i-5; k-- {
		if has("originally initially previously", f.d.Lower(k)) {
			return true
		}
	}
	return false
}

// saidAfter returns the day in "said on Monday after meeting NAME", on which they met as well, or nil.
func (f *meetingFinder) saidAfter(m *mention, list []datedRange) *datedRange {
	const near = 4
	for i := range list {
		r := &list[i]
		if w := f.d.Lower(r.To); m.status == news.StatusHeld && (w == "after" || w == "following") && r.To < m.at && r.To > m.at-near {
			return r
		}
	}
	return nil
}

// farAhead reports whether a month or a day is more than so many months after the article.
func (f *meetingFinder) farAhead(day string, months int) bool {
	const month = "2006-01"
	published, err := time.Parse(month, f.d.Published[:min(len(f.d.Published), len(month))])
	if err != nil || len(day) < len(month) {
		return false
	}
	then, err := time.Parse(month, day[:len(month)])
	return err == nil && then.After(published.AddDate(0, months, 0))
}

// hadBeen reports whether a plan is told as one of the past: "had planned to", "had been due to".
func (f *meetingFinder) hadBeen(m *mention, s nlp.Sentence) bool {
	if m.status == news.StatusHeld || m.status == news.StatusOngoing {
		return false
	}
	const near = 8
	for k := m.at - 1; k >= s.From && k > m.at-near; k-- {
		if f.d.Lower(k) == "had" {
			return true
		}
	}
	return false
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

// sameDayWords open a clause that tells of the day that the sentence before tells of.
var sameDayWords = []string{"in the morning", "in the afternoon", "in the evening", "that evening", "that afternoon", "that night",
	"later that day", "earlier that day", "later in the day", "earlier in the day", "the same day", "hours later", "over lunch", "over dinner", "over breakfast"}

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
