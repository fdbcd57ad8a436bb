package attribution

import (
	"graphload/internal/country"
	"graphload/internal/nlp"
)

// spokesperson gives a spokesperson without a name and without those for whom they speak, "a spokeswoman said", to the organization or the
// state that is the subject of the sentence before or spoke in it, and reports whether it has.
func (f *finder) spokesperson(s *nlp.Source, np nlp.Range, before []int) bool {
	core := f.coreOf(np)
	if core.Len() == 0 || core.To < np.To || core.Len() > 2 || !nlp.Spokesperson(f.d.Lower(core.To-1)) || core.Len() == 2 && f.d.Lower(core.From) != "a" && f.d.Lower(core.From) != "the" {
		return false
	}
	u := f.unitOf[np.From]
	first := f.units[u].From
	if m, ok := f.place(first + 1); ok && f.d.Lower(first) == "in" && m.Kind == country.Capital && f.d.Word(f.d.RangeOf(nlp.Span{Start: m.Start, End: m.End}).To) == "," {
		s.Kind, s.Key = nlp.CountrySource, m.Code // "In Oslo, a spokesman said"
		return true
	}
	if u == 0 || f.units[u-1].title {
		return false
	}
	if src, ok := f.unitActor(u - 1); ok {
		s.Kind, s.Key = src.Kind, src.Key
		return true
	}
	if len(before) > 0 {
		if a := f.out[before[len(before)-1]]; u-a.unit <= 1 && (a.Source.Kind == nlp.CountrySource || a.Source.Kind == nlp.OrganizationSource) {
			s.Kind, s.Key = a.Source.Kind, a.Source.Key
			return true
		}
	}
	return false
}

// unitActor returns the state or the organization that is the subject of a unit's main verb.
func (f *finder) unitActor(u int) (src nlp.Source, ok bool) {
	if f.d.Reading == nil || u < 0 {
		return src, false
	}
	if root := f.rootOf(u); root >= 0 {
		return f.subjectActor(root)
	}
	return src, false
}

// rootOf returns the first token of a unit on which a sentence hangs in the tree, or -1.
func (f *finder) rootOf(u int) int {
	for i := f.units[u].From; i < f.units[u].To; i++ {
		if f.d.Reading.Relations[i] == "root" {
			return i
		}
	}
	return -1
}

// subjectActor returns the state or the organization that is the subject of a verb.
func (f *finder) subjectActor(verb int) (src nlp.Source, ok bool) {
	np := f.subjectOf(nlp.Range{From: verb, To: verb + 1})
	if np.Len() == 0 {
		return src, false
	}
	src, ok = f.resolve(np)
	if ok && src.Kind == nlp.UnnamedSource {
		if code := f.organState(np, nil); code != "" {
			src = nlp.Source{Kind: nlp.CountrySource, Key: code}
		}
	}
	return src, ok && (src.Kind == nlp.CountrySource || src.Kind == nlp.OrganizationSource)
}
