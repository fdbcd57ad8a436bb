package attribution

import "graphload/internal/nlp"

// namedNext gives an office or another description of one human being, "its foreign minister said", to the person whom the next sentence
// names for the first time, without an office of another kind, as its subject and as its speaker; and reports whether it has.
func (f *finder) namedNext(s *nlp.Source, np nlp.Range) bool {
	core := f.coreOf(np)
	u := f.unitOf[np.From]
	if core.Len() == 0 || u+1 >= len(f.units) || f.units[u].title || f.units[u+1].title {
		return false
	}
	head := f.d.Lower(core.To - 1)
	if first := f.d.Lower(np.From); first == "a" || first == "an" || others[first] || !nlp.Office(head) && !nlp.Human(head) || unspecific[head] || f.person[core.To-1] > 0 && f.nameOf[core.To-1] > 0 {
		return false
	}
	next := f.units[u+1]
	who := f.subjectIn(next)
	if who < 0 || f.lastNamed(who, next.From) >= 0 && !f.onlyInTitle(who, next.From) {
		return false
	}
	p := f.d.People[who]
	if womanly(head) && p.Sex == 'M' || manly(head) && p.Sex == 'F' || len(p.Titles) > 0 && !titledSo(p, head) ||
		s.Kind == nlp.CountrySource && p.Represents != "" && p.Represents != s.Key {
		return false
	}
	for _, n := range f.ofUnit[u+1] {
		if a := f.out[n]; a.Source.Kind == nlp.PersonSource && a.Source.Chain == who {
			s.Kind, s.Chain = nlp.PersonSource, who
			return true
		}
	}
	return false
}

// onlyInTitle reports whether a person is named before token i in the headline alone.
func (f *finder) onlyInTitle(p, i int) bool {
	for _, m := range f.d.People[p].Mentions {
		if m.From < i && !f.units[f.unitOf[m.From]].title {
			return false
		}
	}
	return true
}
