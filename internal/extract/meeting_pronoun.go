package extract

import (
	"graphload/internal/country"
	"graphload/internal/news"
	"graphload/internal/nlp"
)

func (f *meetingFinder) pronounPhrase(i, c, end int) (phrase, bool) {
	d := f.d
	m := f.mentionAt(i)
	if m.Len() > 1 && f.ofAnother(m, c) {
		return f.rolePhrase(i, end)
	}
	p := phrase{Range: m, parties: []party{f.person(c)}}
	switch w := d.Lower(i); {
	case m.Len() > 1:
		p.full = true
		if f.possessive(m.To) {
			return f.owned(p, end)
		}
	case w == "his", w == "her" && f.startsNoun(m.To):
		q, ok := f.phraseAt(m.To, end)
		if ok && !q.site && !q.anaphor && (q.role || q.full) {
			if q.role && q.parties[0].ref.Type == news.RefUnnamed && !has("counterpart counterparts", f.headOf(q)) {
				q.parties = f.delegates(c, q)
			}
			q.From = i
			return q, true
		}
		p.owner = true
	}
	return p, true
}

// ofAnother reports whether an office without a name is one of another country than the person's whom it is taken for: "the
// President of the Republic of Benin".
func (f *meetingFinder) ofAnother(m nlp.Range, c int) bool {
	code := f.d.People[c].Represents
	for k := m.From + 1; code != "" && k < m.To+3 && k < len(f.d.Tokens); k++ {
		if x, ok := f.placeAt(k); ok && x.Kind == country.Name {
			return x.Code != code && has("of the", f.d.Lower(k-1))
		}
		if k >= m.To && !has("of the", f.d.Lower(k)) {
			return false
		}
	}
	return false
}
