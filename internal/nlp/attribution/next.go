package attribution

import "graphload/internal/nlp"

// namedNext gives an office or another description of one human being, "its foreign minister said", to the person whom the next sentence
// names for the first time and who speaks there: as its subject and without an office of another kind, or where words of the description
// stand beside the name. It reports whether it has.
func (f *finder) namedNext(s *nlp.Source, np nlp.Range) bool {
	return f.subjectNext(s, np) || f.toldNext(s, np)
}

func (f *finder) subjectNext(s *nlp.Source, np nlp.Range) bool {
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
	if who < 0 || !f.firstNamed(who, next.From) {
		return false
	}
	p := f.d.People[who]
	if contradicts(s, head, p) || len(p.Titles) > 0 && !titledSo(p, head) {
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

// contradicts reports whether a person is of another sex than a description with a head, or acts for another state than its source.
func contradicts(s *nlp.Source, head string, c nlp.Chain) bool {
	return womanly(head) && c.Sex == 'M' || manly(head) && c.Sex == 'F' || s.Kind == nlp.CountrySource && c.Represents != "" && c.Represents != s.Key
}

// firstNamed reports whether a person is named before token i in the headline at most.
func (f *finder) firstNamed(p, i int) bool {
	for _, m := range f.d.People[p].Mentions {
		if m.From < i && !f.units[f.unitOf[m.From]].title {
			return false
		}
	}
	return true
}

// toldNext gives a description to the person who speaks in the next sentence and was not named before, where a word of the description
// besides its head stands beside the name: "a top Norwegian lantern builder" to "NAME, who has built lanterns for years".
func (f *finder) toldNext(s *nlp.Source, np nlp.Range) bool {
	core := f.coreOf(np)
	u := f.unitOf[np.From]
	if core.Len() < 2 || u+1 >= len(f.units) {
		return false
	}
	head := f.d.Lower(core.To - 1)
	if others[f.d.Lower(np.From)] || !nlp.Office(head) && !nlp.Human(head) || unspecific[head] || f.nameOf[core.To-1] > 0 {
		return false
	}
	for _, n := range f.ofUnit[u+1] {
		a := f.out[n]
		if a.Source.Kind != nlp.PersonSource || !f.firstNamed(a.Source.Chain, f.units[u+1].From) {
			continue
		}
		c := f.d.People[a.Source.Chain]
		if !contradicts(s, head, c) && f.toldBeside(core, c) {
			s.Kind, s.Chain = nlp.PersonSource, a.Source.Chain
			return true
		}
	}
	return false
}

// toldBeside reports whether a word of a description besides its head stands beside a person's name.
func (f *finder) toldBeside(core nlp.Range, c nlp.Chain) bool {
	const around, shortest = 8, 4
	own := map[string]bool{}
	for i := core.From; i < core.To-1; i++ {
		if w := f.d.Lower(i); len(w) >= shortest {
			own[w] = true
		}
	}
	for _, m := range c.Mentions {
		if m.Name < 0 {
			continue
		}
		s := f.d.SentenceOf(m.From)
		for i := max(s.From, m.From-around); i < min(s.To, m.To+around); i++ {
			if own[f.d.Lower(i)] && !core.Has(i) {
				return true
			}
		}
	}
	return false
}
