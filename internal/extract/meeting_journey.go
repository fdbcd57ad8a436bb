package extract

import (
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"graphload/internal/country"
	"graphload/internal/news"
	"graphload/internal/nlp"
	"graphload/internal/nlp/date"
)

// The place and the day of a meeting where words around its clause tell them: the journey that it was part of, the sentence before, the
// line that opens wire copy.

// ofJourney gives a mention that has none the place and the day of the journey that its clause belongs to ("flew to Oslo on Monday and
// met NAME", "NAME, who is due in Oslo on Friday, will meet NAME").
func (f *meetingFinder) ofJourney(m *mention, s nlp.Sentence) {
	if f.deps == nil || m.kind == news.KindCall || m.where.known() && m.date.text != "" || f.quoteOf[m.at] > 0 {
		return
	}
	v := m.at
	if f.d.Reading.Tags[v] != "VERB" {
		v = f.d.Reading.Heads[v]
	}
	for range 3 {
		g := f.d.Reading.Heads[v]
		if g >= v || g < s.From || !has("conj advcl xcomp acl", f.deps.Relation(v)) {
			return
		}
		if j := travelVerbs[f.d.Lower(g)]; j.lemma != "" && !has("be leave return", j.lemma) {
			v = g
			break
		}
		v = g
	}
	if j := travelVerbs[f.d.Lower(v)]; v == m.at || j.lemma == "" || has("be leave return", j.lemma) {
		return
	}
	list := f.dates(s, tenseOf[m.status])
	where := f.placeIn(v+1, m.at, true)
	if !where.known() {
		for k := v + 1; k < m.at && !where.known(); k++ {
			if f.d.Lower(k) == "into" {
				where = f.placeAfter(k + 1)
			}
		}
	}
	if !m.where.known() {
		m.where = where
	} else if m.where.name != where.name {
		return
	}
	for _, r := range list {
		if m.date.text == "" && r.To <= m.at && !f.saidOn(r.From, s) && (r.From > v || r.From < v && r.From < s.From+3) {
			m.date = r.meetingDate
		}
	}
}

// placeBefore returns the place of the sentence before, to which "there" points.
func (f *meetingFinder) placeBefore(s nlp.Sentence) place {
	if i := f.d.Tokens[s.From].Sentence; i > 0 && f.d.Sentences[i-1].Paragraph == s.Paragraph {
		before := f.d.Sentences[i-1]
		p := f.placeIn(before.From, before.To, true)
		for k := before.From; k < before.To && !p.known(); k++ {
			if f.d.Lower(k) == "from" { // "returned from Oslo. He had met NAME there"
				p = f.placeAfter(k + 1)
			}
		}
		return p
	}
	return place{}
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

// onArrival gives a meeting without a place the one where the sentence before says that one of its parties arrived, and the day: "NAME
// arrived in Oslo on Monday. He was received by NAME."
func (f *meetingFinder) onArrival(m *mention) {
	s := f.d.Tokens[m.at].Sentence
	if s == 0 || f.deps == nil || m.where.known() || m.kind == news.KindCall || m.status != news.StatusHeld || !m.sitting || len(m.parties) < 2 {
		return
	}
	before := f.d.Sentences[s-1]
	if before.Title || before.Paragraph != f.d.Sentences[s].Paragraph {
		return
	}
	for i := before.From; i < before.To; i++ {
		w := f.d.Lower(i)
		if !has("arrived landed flew travelled traveled came", w) || f.d.Reading.Tags[i] != "VERB" || f.quoteOf[i] > 0 {
			continue
		}
		list, _, ok := f.subject(i, before)
		where := f.placeIn(i+1, before.To, true)
		if !ok || len(list) != 1 || len(list[0].parties) != 1 || indexOf(m.parties, list[0].parties[0]) < 0 || !where.known() {
			return
		}
		if m.where = where; m.date.from == "" && (m.date.text == "" || strings.Contains(m.date.text, "same")) {
			for _, r := range f.dates(before, date.Past) {
				if len(r.from) == len("2025-10-30") && !f.saidOn(r.From, before) {
					m.date = r.meetingDate
					return
				}
			}
		}
		return
	}
}
