package attribution

import (
	"graphload/internal/country"
	"graphload/internal/nlp"
)

// labelled finds a headline of the form "SPEAKER: words".
func (f *finder) labelled() {
	d := f.d
	for u, un := range f.units {
		if !un.title {
			continue
		}
		for i := un.From + 1; i < un.To-2 && i < un.From+7; i++ {
			if d.Word(i) != ":" || f.quoteOf[i] > 0 {
				continue
			}
			label := nlp.Range{From: un.From, To: i}
			if f.tellsSomebody(label) {
				break
			}
			src, ok := f.resolve(label)
			if ok && src.Kind != nlp.UnnamedSource && !f.topicLabel(src, label, nlp.Range{From: i + 1, To: un.To}) {
				f.add(src, nlp.Range{}, nlp.Range{From: i + 1, To: un.To}, u)
			}
			break
		}
	}
}

// tellsSomebody reports whether the words before a headline's colon have a verb with a listener: "Mayor tells council: we stay".
func (f *finder) tellsSomebody(label nlp.Range) bool {
	for i := label.From + 1; i < label.To-1; i++ {
		if v, ok := nlp.Reporting(f.d.Lower(i)); ok && v.Class == nlp.Tells && v.Form != nlp.BaseForm && f.d.Reading != nil && f.d.Reading.Tags[i] == "VERB" {
			return true
		}
	}
	return false
}

// topicLabel reports whether the words before a headline's colon tell what it is about: a country by its name, "Kenya: President meets
// envoys", unless somebody is quoted, or an organization with a word behind it, "LDU anniversary: ten years on".
func (f *finder) topicLabel(src nlp.Source, label, rest nlp.Range) bool {
	switch src.Kind {
	case nlp.CountrySource:
		m, ok := f.place(label.To - 1)
		return ok && m.Kind == country.Name && f.d.RangeOf(nlp.Span{Start: m.Start, End: m.End}) == f.d.RangeOf(f.d.SpanOf(f.withoutArticle(label))) && !f.quotes(rest)
	case nlp.OrganizationSource:
		last := label.To - 1
		return f.nameOf[last] == 0 && !nlp.RoleNoun(f.d.Lower(last)) && f.d.Word(last) != ")"
	}
	return false
}
