package attribution

import (
	"strings"

	"graphload/internal/nlp"
)

// A cue's content ends where the text goes on with what the same speaker does: "said the harbour was full and offered to wait". Whether a
// verb behind "and" is that or goes on with the content ("said the driver ignored the light and fled") is told by the tree where it
// joins the verb to the cue, and else by the verb, its tense, and the subject of the clause in the content.

// secondVerb returns the verb behind a joining word at token i, past adverbs and what stands between commas: "and, in the same breath,
// proposed". It is -1 where none stands there.
func (f *finder) secondVerb(i int, un unit) int {
	d := f.d
	k := i + 1
	if d.Word(k) == "," { // "and, in the same breath, proposed"
		const longest = 9
		end := k + 1
		for end < un.To && end < k+longest && d.Word(end) != "," && f.quoteOf[end] == 0 {
			end++
		}
		if d.Word(end) != "," {
			return -1
		}
		k = end + 1
	}
	for k < un.To && (betweenSubjectAndVerb[d.Lower(k)] && d.Lower(k) != "both" && d.Lower(k) != "all" || f.adverb(k)) {
		k++
	}
	if k >= un.To || f.quoteOf[k] > 0 || d.Reading != nil && d.Reading.Tags[k] != "VERB" {
		return -1
	}
	return k
}

// listed reports whether the verb at token c, behind the comma at token k, goes on with the subject of a verb before it: "condemned the raid,
// thanked the crew", "and, in the same breath, proposed".
func (f *finder) listed(c, k int, un unit) bool {
	if f.d.Reading == nil || f.hasSubject(c) || f.inverted(c, un) {
		return false
	}
	if f.d.Reading.Relations[c] == "conj" && f.d.Reading.Heads[c] < c && !f.insertionEnds(k, un) {
		return true
	}
	for i := k - 1; i > un.From && i > k-9 && f.quoteOf[i] == 0; i-- {
		if f.d.Word(i) == "," {
			return (f.d.Lower(i-1) == "and" || f.d.Lower(i-1) == "but") && f.secondVerb(i-1, un) == c
		}
	}
	return false
}

// insertionEnds reports whether the comma at token k closes an insertion that a preposition opens behind another: "NAME, at the rally, said".
func (f *finder) insertionEnds(k int, un unit) bool {
	const longest = 12
	for i := k - 1; i > un.From && i > k-longest && f.quoteOf[i] == 0; i-- {
		if f.d.Word(i) == "," {
			return f.d.Reading.Tags[i+1] == "ADP"
		}
		if f.d.Reading.Tags[i] == "VERB" {
			break
		}
	}
	return false
}

// turnsBack reports whether a verb that is joined to what stands before it, without a subject of its own, has the subject of the cue
// whose content begins at token start.
func (f *finder) turnsBack(verb, start int) bool {
	d, r := f.d, f.d.Reading
	v, reports := nlp.Reporting(d.Lower(verb))
	if r == nil {
		return reports && v.Form == nlp.PastForm && v.Class <= nlp.Notes
	}
	if f.hasSubject(verb) {
		return false
	}
	if h := r.Heads[verb]; r.Relations[verb] == "conj" && h < start && r.Tags[h] == "VERB" {
		_, cue := nlp.Reporting(d.Lower(h))
		if reports && v.Form != nlp.BaseForm && v.Form != nlp.Gerund || cue && f.pastFollows(verb) {
			return true
		}
	}
	if !reports {
		return false
	}
	if v.Form == nlp.PastForm && (v.Class <= nlp.Notes || f.closesClause(verb)) {
		return true
	}
	inner := f.innerVerb(verb, start)
	if inner < 0 {
		return v.Form != nlp.BaseForm && v.Form != nlp.Gerund && !nouns[v.Lemma]
	}
	switch v.Form {
	case nlp.PastForm:
		return !f.sharesAuxiliary(inner) && (f.isPresent(inner) || !f.subjectActs(inner))
	case nlp.ThirdPerson:
		return !nouns[v.Lemma] && (f.cueIsPresent(start) || !f.isPresent(inner)) && (f.quoteOf[inner] > 0 || !f.subjectActs(inner))
	}
	return false
}

// cueIsPresent reports whether the cue whose content begins at token start stands in the present tense: "says", "is telling us".
func (f *finder) cueIsPresent(start int) bool {
	const far = 16
	for i := start - 1; i >= 0 && i > start-far; i-- {
		if v, ok := nlp.Reporting(f.d.Lower(i)); ok && f.d.Reading.Tags[i] == "VERB" {
			return v.Form == nlp.ThirdPerson || v.Form == nlp.BaseForm || v.Form == nlp.Gerund
		}
	}
	return false
}

// closesClause reports whether a comma before the joining word sets a verb off from the clause before it, "said he was innocent, and
// demanded", which is no comma of a list.
func (f *finder) closesClause(verb int) bool {
	d := f.d
	i := verb - 1
	for i > verb-5 && d.Lower(i) != "and" && d.Lower(i) != "but" {
		i--
	}
	return i > verb-5 && d.Word(i-1) == "," && f.listBegins(verb, d.SentenceOf(verb).From) == verb
}

// listBegins returns the first of the verbs, each behind a comma, that go on up to a joined verb, "thanked the crew, kissed the flag and
// said", or the verb where there is none before it from token from on.
func (f *finder) listBegins(verb, from int) int {
	r := f.d.Reading
	for i := verb - 1; r != nil && i > from; i-- {
		if r.Tags[i] == "VERB" && f.d.Word(i-1) == "," && f.quoteOf[i] == 0 && r.Relations[i] == "conj" && r.Heads[i] == r.Heads[verb] && f.pastFollows(i) && !f.hasSubject(i) {
			verb = i
		}
	}
	return verb
}

// hasSubject reports whether a verb has a subject in the tree that stands between a joining word and the verb.
func (f *finder) hasSubject(verb int) bool {
	for i := verb - 1; i >= 0 && i > verb-8; i-- {
		if f.d.Reading.Heads[i] == verb && (f.d.Reading.Relations[i] == "nsubj" || f.d.Reading.Relations[i] == "nsubj:pass") {
			return true
		}
		if w := f.d.Lower(i); w == "and" || w == "but" {
			break
		}
	}
	return false
}

// innerVerb returns the predicate in a content that begins at token start to which the tree joins a verb, or else the predicate of the
// content, or -1.
func (f *finder) innerVerb(verb, start int) int {
	r := f.d.Reading
	if h := r.Heads[verb]; r.Relations[verb] == "conj" && h >= start && h < verb {
		return h
	}
	for i := start; i < verb; i++ {
		if h := r.Heads[i]; (h < start || h >= verb || h == i) && (r.Tags[i] == "VERB" || r.Relations[i] == "ccomp") {
			return i
		}
	}
	return -1
}

// subjectActs reports whether the subject of a predicate may do what speakers do: a person, a body or a state.
func (f *finder) subjectActs(predicate int) bool {
	r := f.d.Reading
	for i := predicate - 1; i >= 0 && i > predicate-25; i-- {
		if r.Heads[i] != predicate || r.Relations[i] != "nsubj" && r.Relations[i] != "nsubj:pass" {
			continue
		}
		switch f.d.Lower(i) {
		case "it", "this", "that", "there", "which", "what":
			return false
		}
		w := strings.TrimSuffix(f.d.Lower(i), "s")
		return r.Tags[i] == "PRON" || r.Tags[i] == "PROPN" || f.actorEnds(i) || nlp.Human(w) || stateNouns[f.d.Lower(i)] || bodies[w] || loose[w]
	}
	return true
}

// isPresent reports whether a predicate stands in the present tense or has a modal verb, to which no past form can be joined. What is
// quoted is joined to nothing outside of its marks.
func (f *finder) isPresent(predicate int) bool {
	r := f.d.Reading
	for i := predicate - 1; i >= 0 && i > predicate-6; i-- {
		if r.Heads[i] == predicate && (r.Relations[i] == "aux" || r.Relations[i] == "cop" || r.Relations[i] == "aux:pass") {
			switch f.d.Lower(i) {
			case "was", "were", "had", "did", "been":
				return false
			case "has", "have":
				return f.quoteOf[i] > 0
			}
			return true
		}
	}
	w := f.d.Lower(predicate)
	return r.Tags[predicate] == "VERB" && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
}

// sharesAuxiliary reports whether a participle may go with the auxiliary of the predicate before it: "was stopped and accused of theft".
func (f *finder) sharesAuxiliary(predicate int) bool {
	r := f.d.Reading
	if f.quoteOf[predicate] > 0 {
		return false
	}
	for i := predicate - 1; i >= 0 && i > predicate-6; i-- {
		if r.Heads[i] == predicate && r.Relations[i] == "aux:pass" {
			return true
		}
	}
	return false
}

// joinedCue reports whether a reporting verb that is joined to another verb stands at token i: "agreed to wait, and added: “Never”".
func (f *finder) joinedCue(i int) bool {
	v, ok := nlp.Reporting(f.d.Lower(i))
	return ok && f.d.Reading != nil && v.Form == nlp.PastForm && v.Class <= nlp.Tells && f.d.Reading.Relations[i] == "conj" && f.d.Reading.Tags[i] == "VERB"
}
