package coref

import "graphload/internal/nlp"

// as notes as what a person is named in a range, and reports whether it is a subject.
func (r *resolver) as(x *Candidate, m nlp.Range) bool {
	if r.d.Lower(m.To) == "'s" {
		x.Clues[possessive] = 1
		return false
	}
	if r.tree == nil {
		return false
	}
	h := r.headOf(m)
	relation := r.tree.Relation(h)
	switch {
	case relation == "nsubj":
		x.Clues[subject] = 1
		if verb := r.d.Reading.Heads[h]; r.d.Reading.Heads[verb] == verb {
			x.Clues[mainSubject] = 1
		}
		return true
	case relation == "obj" || relation == "iobj":
		x.Clues[object] = 1
	case relation == "obl" || relation == "nmod":
		x.Clues[underPreposition] = 1
		if relation == "nmod" && isPronoun(r.d.Lower(h)) {
			x.Clues[underPreposition], x.Clues[possessive] = 0, 1
		}
	}
	return false
}

// headOf returns the noun by which a name takes part in its sentence: the office to which it stands in apposition.
func (r *resolver) headOf(m nlp.Range) int {
	const most = 4
	h := r.tree.Head(m)
	for range most {
		switch r.tree.Relation(h) {
		case "appos", "flat", "compound":
			h = r.d.Reading.Heads[h]
			continue
		}
		break
	}
	return h
}

// subjectsAbove returns the people who are the subject of the clause of token i, unless that is the token itself, and of the one
// above; -1 where there is none or it is nobody of them.
func (r *resolver) subjectsAbove(i int, owner []int) (people [2]int, human bool) {
	const most = 10
	found, n := [2]int{-1, -1}, 0
	if r.tree.Relation(i) == "nsubj" {
		n = 1
	}
	from := i
	for range most {
		h := r.d.Reading.Heads[from]
		if h == from {
			break
		}
		if k := r.tree.Kid(h, "nsubj"); k >= 0 && k != from {
			if w := r.d.Lower(k); (w == "who" || w == "that") && r.tree.Relation(h) == "acl" { // of the noun before the clause
				k = r.d.Reading.Heads[h]
			}
			found[n] = r.namedBy(k, owner)
			human = human || found[n] < 0 && nlp.Human(r.d.Lower(k))
			if n++; n == 2 {
				break
			}
		}
		from = h
	}
	return found, human
}

// humanNoun reports whether a noun for one human being of a sex stands in the sentence of token i before it.
func (r *resolver) humanNoun(i int, sex byte, owner []int) bool {
	for k := r.d.SentenceOf(i).From; k < i; k++ {
		w := r.d.Lower(k)
		if owner[k] == 0 && !isPronoun(w) && (sex == 'F' && nlp.Female(w) || sex == 'M' && nlp.Male(w)) && nlp.Human(w) {
			return true
		}
	}
	return false
}

// namedBy returns the person of whom a noun speaks: by name, as a pronoun or as an office that a name follows; or -1.
func (r *resolver) namedBy(noun int, owner []int) int {
	if owner[noun] > 0 {
		return owner[noun] - 1
	}
	for _, k := range r.tree.Of(noun) {
		switch r.tree.Relation(k) {
		case "flat", "appos", "compound":
			if owner[k] > 0 {
				return owner[k] - 1
			}
		}
	}
	return -1
}

// firstNamed reports whether nobody is named in a sentence before a person.
func (r *resolver) firstNamed(s, p int, owner []int) bool {
	for k := r.d.Sentences[s].From; k < r.d.Sentences[s].To; k++ {
		if owner[k] > 0 {
			return owner[k]-1 == p
		}
	}
	return false
}

// humanBefore returns the last noun for one human being before token i, in its sentence or in the one before, that is a subject
// and of nobody's name, or -1.
func (r *resolver) humanBefore(i int, owner []int) int {
	d := r.d
	if r.tree == nil {
		return -1
	}
	from := d.Sentences[max(0, d.Tokens[i].Sentence-1)].From
	for k := i - 1; k >= from; k-- {
		if owner[k] == 0 && d.Reading.Tags[k] == "NOUN" && nlp.Human(d.Lower(k)) && r.tree.Relation(k) == "nsubj" && !r.namesAny(k, owner) {
			return k
		}
	}
	return -1
}

// namesAny reports whether a name depends on a noun: "the minister, NAME".
func (r *resolver) namesAny(noun int, owner []int) bool {
	for _, k := range r.tree.Of(noun) {
		if owner[k] > 0 {
			return true
		}
	}
	return false
}
