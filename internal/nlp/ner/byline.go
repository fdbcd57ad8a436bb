package ner

import "graphload/internal/nlp"

// isByline reports whether a line names nothing but its writers: "By NAME and NAME in Oslo".
func (f *finder) isByline(s nlp.Sentence) bool {
	d := f.d
	if d.Lower(s.From) != "by" || s.Len() > 20 || d.Word(s.To-1) == "." {
		return false
	}
	for i := s.From + 1; i < s.To; i++ {
		if w := d.Word(i); d.Tokens[i].Word && startsLower(w) && !particles[w] && w != "and" && w != "in" && w != "for" {
			return false
		}
	}
	return true
}
