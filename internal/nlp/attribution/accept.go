package attribution

import (
	"strings"

	"graphload/internal/nlp"
)

// nominal are verbs whose plain object can be turned into a sentence: "emphasized the need for".
var nominal = nlp.WordSet("emphasize emphasise stress underscore underline reiterate highlight reaffirm cite claim demand deny advocate propose predict allege request")

// acceptable reports whether what follows a verb of the class is content: a clause, an infinitive, a quotation, or for
// some verbs an object.
func (f *finder) acceptable(r nlp.Range, v nlp.ReportingVerb, explicit bool) bool {
	d := f.d
	first := d.Lower(r.From)
	quoted := f.quotes(r)
	if !quoted && r.Len() < 3 || first == "without" || v.Lemma == "beg" && d.Lower(r.From+1) == "differ" || d.Reading != nil && f.asToldTo(r) {
		return false
	}
	prev := d.Lower(r.From - 1)
	switch v.Class {
	case nlp.Says, nlp.Tells, nlp.Notes:
		if explicit || f.quoteOf[r.From] > 0 {
			return true
		}
		if f.saidMeanwhile(r) {
			return false
		}
		if promising[v.Lemma] && f.promised(r) {
			return true
		}
		if v.Class == nlp.Tells {
			return f.clauseLike(r) || f.complement(r) || first == "to" || first == "not" && d.Lower(r.From+1) == "to"
		}
		if nominal[v.Lemma] && prev == "on" {
			return r.Len() > 3
		}
		if prepositions[first] && first != "in" && first != "on" && first != "at" {
			return f.objectOf(v, prev)
		}
		if first == "to" || first == "out" || first == "up" || first == "down" || first == "back" || first == "as" {
			return v.Lemma == "claim" && first == "to" || v.Lemma == "pledge" && first == "to" || v.Lemma == "hope" && first == "to" || v.Lemma == "agree" && first == "to"
		}
		if (prepositions[first] || first == "here") && d.Reading != nil && !f.clausal([]nlp.Range{r}) { // "said at the time"
			return false
		}
		if v.Lemma == "say" && !littleSaid[first] && r.Len() > 3 {
			return true
		}
		if v.Class == nlp.Says && v.Lemma != "add" && v.Lemma != "post" && v.Lemma != "declare" && v.Lemma != "charge" && (v.Lemma != "state" || v.Form == nlp.Gerund) {
			return f.clauseLike(r) || f.complement(r) || nominal[v.Lemma] || quoted || f.objectOf(v, prev)
		}
		if v.Lemma == "deny" && strings.HasSuffix(first, "ing") {
			return true
		}
		return f.clauseSoon(r) || f.complement(r) || nominal[v.Lemma] && r.Len() > 3 && (v.Lemma != "cite" || v.Form == nlp.Gerund)
	case nlp.Calls:
		if prev == "for" || (prev == "on" || prev == "upon") && f.toDo(r) { // "called on NAME" is a visit
			return r.Len() > 2
		} else if prev == "on" || prev == "upon" {
			return false
		}
		return quoted || v.Lemma == "accuse" && f.contains(r, "of")
	case nlp.Asks:
		if f.anonymous(r) {
			return false
		}
		if v.Lemma == "ask" && (prev == "for" && first != "comment" || f.orders(r)) {
			return true
		}
		return explicit || quoted && f.quoteOf[r.From] > 0
	case nlp.Demands:
		if v.Lemma == "offer" {
			return first == "to"
		}
		if v.Lemma == "appeal" { // "appealed to voters", "appealed against the ruling"
			return prev == "for" || prev == "to" && f.toDo(r)
		}
		if v.Lemma == "plead" && (first == "guilty" || first == "not" || first == "innocent") || f.anonymous(r) {
			return false
		}
		return explicit || first == "to" && (d.Reading == nil || d.Reading.Relations[r.From] == "mark") || first != "to" && f.contains(r, "to") || nominal[v.Lemma] || promising[v.Lemma] && f.promised(r)
	}
	return false
}

// saidMeanwhile reports whether the words tell what was done at the time: "said while speaking to reporters".
func (f *finder) saidMeanwhile(r nlp.Range) bool {
	w := f.d.Lower(r.From)
	return (w == "while" || w == "when" || w == "after" || w == "before") && strings.HasSuffix(f.d.Lower(r.From+1), "ing")
}

// objectOf reports whether a preposition belongs to a verb whose object can be turned into a sentence: "warned of a cold winter".
func (f *finder) objectOf(v nlp.ReportingVerb, preposition string) bool {
	switch v.Lemma {
	case "warn":
		return preposition == "against" || preposition == "of"
	case "insist":
		return preposition == "on"
	}
	return false
}

// promising are verbs whose plain object is what somebody will do: "promised more officers by October".
var promising = nlp.WordSet("promise pledge vow")

// promised reports whether the words are the object of the verb before them and name a thing.
func (f *finder) promised(r nlp.Range) bool {
	d := f.d
	if d.Reading == nil || r.Len() < 3 || littleSaid[d.Lower(r.From)] && d.Lower(r.From) != "more" && d.Lower(r.From) != "no" && d.Lower(r.From) != "a" && d.Lower(r.From) != "an" {
		return false
	}
	for i := r.From; i < r.To && i < r.From+8; i++ {
		if d.Reading.Heads[i] == r.From-1 && d.Reading.Relations[i] == "iobj" { // "promised parliament a report"
			return false
		}
		if d.Reading.Heads[i] == r.From-1 && d.Reading.Relations[i] == "obj" {
			return d.Reading.Tags[i] == "NOUN" && f.person[i] == 0 && !plainPromise[d.Lower(i)]
		}
	}
	return false
}

// plainPromise are things promised that tell nothing: "pledged allegiance".
var plainPromise = nlp.WordSet("allegiance loyalty support help aid assistance cooperation everything nothing much way")

// anonymous reports whether the words are a source's wish not to be told by name: "requested not to be named", "… anonymity".
func (f *finder) anonymous(r nlp.Range) bool {
	d := f.d
	return d.Lower(r.From) == "anonymity" || f.contains(r, "be") && (f.contains(r, "named") || f.contains(r, "identified") || f.contains(r, "quoted")) || f.contains(r, "anonymous")
}

// littleSaid open what is no content behind "say": "said a few words", "says a lot about".
var littleSaid = nlp.WordSet("a an few lot much little nothing something anything everything goodbye hello farewell yes no so as some many more less prayers mass grace thanks sorry")

// toDo reports whether an infinitive follows the first noun phrase of the words, or belongs to the verb two tokens before them: "called on
// NAME to resign".
func (f *finder) toDo(r nlp.Range) bool {
	d := f.d
	if d.Reading == nil {
		return f.contains(r, "to")
	}
	for i := r.From; i < r.To; i++ {
		if finite[d.Lower(i)] {
			return false
		}
		if d.Lower(i) != "to" || d.Reading.Relations[i] != "mark" {
			continue
		}
		h := d.Reading.Heads[i]
		if governor := d.Reading.Heads[h]; governor == r.From-2 || r.Has(governor) && (d.Reading.Heads[governor] == r.From-2 || d.Reading.Relations[h] != "acl" && d.Reading.Tags[governor] != "VERB") {
			return true
		}
	}
	return false
}

// orders reports whether the words are somebody and an infinitive that both depend on the verb before them: "asked Kenya to wait".
func (f *finder) orders(r nlp.Range) bool {
	d := f.d
	if d.Reading == nil || !f.actorIn(nlp.Range{From: r.From, To: min(r.From+4, r.To)}) {
		return false
	}
	for i := r.From; i < r.To; i++ {
		if h := d.Reading.Heads[i]; d.Lower(i) == "to" && d.Reading.Relations[i] == "mark" && d.Reading.Heads[h] == r.From-1 {
			return true
		}
	}
	return false
}

func (f *finder) contains(r nlp.Range, w string) bool {
	for i := r.From; i < r.To && i < r.From+8; i++ {
		if f.d.Lower(i) == w {
			return true
		}
	}
	return false
}

// clauseVerbs are frequent finite verb forms by which a clause is told where no parser is at hand.
var clauseVerbs = nlp.WordSet(`is are was were will would can could should must may might am has have had do does did remains remain
	needs need wants want continues continue faces face depends depend came come comes went go goes took take takes made
	make makes plans plan seeks seek means mean includes include supports support believes believe expects expect hopes
	hope agrees agree agreed began begin begins became become becomes gave give gives got get gets kept keep keeps knew
	know knows left lost met meet paid put ran saw see sees sent set showed shows stands stood told used wanted worked works
	wants said says deserve deserves poses play plays refuse refused rejected reject rejects failed fails`)

// clauseLike reports whether the words have a finite verb, or begin as a clause does.
func (f *finder) clauseLike(r nlp.Range) bool {
	d := f.d
	switch d.Lower(r.From) {
	case "it", "he", "she", "they", "we", "i", "there":
		return r.Len() > 2
	}
	for i := r.From; i < r.To; i++ {
		w := d.Lower(i)
		if clauseVerbs[w] || strings.Contains(w, "'") && len(w) > 2 && w != "'s" || strings.HasSuffix(w, "ed") && i > r.From && len(w) > 4 {
			return true
		}
	}
	return false
}

// complement reports whether the words have no quotation marks and are, by the tree, a clause of the verb right before them with a subject
// of its own.
func (f *finder) complement(r nlp.Range) bool {
	read := f.d.Reading
	if read == nil || f.quotes(r) {
		return false
	}
	for i := r.From; i < r.To; i++ {
		h := read.Heads[i]
		if read.Relations[i] == "nsubj" && r.Has(h) && read.Heads[h] == r.From-1 && read.Relations[h] == "ccomp" && !strings.HasSuffix(f.d.Lower(h), "ing") {
			return true
		}
	}
	return false
}

// clauseSoon reports whether a finite verb follows the first noun phrase: "announced the plan had failed", but not
// "announced the plan".
func (f *finder) clauseSoon(r nlp.Range) bool {
	for i := r.From + 1; i < r.To && i < r.From+9; i++ {
		w := f.d.Lower(i)
		if w == "," || w == "that" || w == "which" || w == "who" || w == "to" {
			return false
		}
		if finite[w] || w == "has" || w == "have" || w == "had" || w == "remains" || w == "remain" {
			return true
		}
	}
	return false
}
