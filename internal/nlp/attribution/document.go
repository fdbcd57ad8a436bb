package attribution

import "graphload/internal/nlp"

// documentNouns are what those who wrote or keep it speak through, besides papers and documents.
var documentNouns = nlp.WordSet(`announcement notice website site letter circular filing ranking findings research briefing bulletin notification advisory
	release post tweet message note speech assessment investigation inquiry petition order ruling verdict judgment judgement
	resolution directive plan proposal`)

// document gives a paper to those whose it is, "the Harbour Watch's website", "a survey in June by the Lund Institute", and reports
// whether it has.
func (f *finder) document(s *nlp.Source, np nlp.Range) bool {
	d := f.d
	core := f.coreOf(np)
	for core.Len() > 1 && issuing[d.Lower(core.To-1)] { // "a statement issued in Oslo by"
		core.To--
	}
	head := d.Lower(core.To - 1)
	if !documentNouns[head] && !documents[head] && !papers[head] {
		return false
	}
	if w := d.Lower(core.From); core.Len() == 2 && (w == "his" || w == "her") && f.person[core.From] > 0 {
		s.Kind, s.Chain = nlp.PersonSource, f.person[core.From]-1
		return true
	}
	for k := core.To - 2; k > core.From; k-- {
		if d.Lower(k) == "'s" {
			if f.person[k-1] > 0 && f.nameOf[k-1] > 0 {
				s.Kind, s.Chain = nlp.PersonSource, f.person[k-1]-1
				return true
			}
			return f.writtenBy(s, nlp.Range{From: core.From, To: k})
		}
	}
	if maker := core.To - 2; maker >= core.From && bodies[f.d.Lower(maker)] && !f.upper(maker) { // "a board report"
		if key := f.namedBody(nlp.Range{From: maker, To: maker + 1}); key != "" {
			return f.organization(s, key)
		}
	}
	for k := core.To; k+1 < np.To; k++ {
		if w := d.Lower(k); w == "by" || k == core.To && (w == "from" || w == "of") {
			to := k + 1
			for to < np.To && d.Word(to) != "," && d.Lower(to) != "that" && d.Lower(to) != "which" {
				to++
			}
			return f.writtenBy(s, nlp.Range{From: k + 1, To: to})
		}
	}
	return false
}

func (f *finder) writtenBy(s *nlp.Source, np nlp.Range) bool {
	src, ok := f.actorAt(np)
	if !ok {
		return false
	}
	s.Kind, s.Key, s.Chain = src.Kind, src.Key, src.Chain
	return true
}
