package coref

import (
	"strings"

	"graphload/internal/nlp"
)

// What the tree tells of whom a pronoun may mean.

// complementApart reports whether token k belongs to a clause that is the object of a verb, in which token i does not stand.
func (r *resolver) complementApart(k, i int) bool {
	if r.tree == nil {
		return false
	}
	const deep = 12
	for n := 0; n < deep; n++ {
		if r.tree.Relation(k) == "ccomp" {
			return !r.tree.Below(i, k, deep)
		}
		h := r.d.Reading.Heads[k]
		if h == k {
			return false
		}
		k = h
	}
	return false
}

// follows reports whether a sentence is near enough to go on with the subject of another one that has no name: right behind it, or in its
// paragraph with one sentence between.
func (r *resolver) follows(s, at int) bool {
	return s == at-1 || s == at-2 && r.d.Sentences[s].Paragraph == r.d.Sentences[at].Paragraph
}

// someone reports whether the subject of a sentence is one human being who is new in it and has no name, "a farmer said", of whom the
// sentences behind it may tell as "he".
func (r *resolver) someone(s nlp.Sentence, sex byte, owner []int) bool {
	d := r.d
	if r.tree == nil {
		return false
	}
	for k := s.From; k < s.To; k++ {
		if r.tree.Relation(k) != "nsubj" || d.Reading.Relations[d.Reading.Heads[k]] != "root" || d.Reading.Tags[k] != "NOUN" {
			continue
		}
		w := d.Lower(k)
		if !nlp.Human(w) && !nlp.RoleNoun(w) || strings.HasSuffix(w, "s") || nlp.Female(w) && sex == 'M' || nlp.Male(w) && sex == 'F' || r.tree.Kid(k, "appos", "flat", "conj") >= 0 {
			return false
		}
		for _, x := range r.tree.Of(k) {
			if owner[x] > 0 {
				return false
			}
			switch d.Lower(x) {
			case "a", "an", "one", "another":
				return x < k
			}
		}
		return false
	}
	return false
}
