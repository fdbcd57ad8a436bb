package attribution

import (
	"graphload/internal/nlp"
)

// clauseEnd returns the token at which the content that begins at token start ends: before a gloss with a cue of its
// own, before another speaker's clause, else with the unit.
func (f *finder) clauseEnd(start int, un unit) int {
	d := f.d
	for i := start + 1; i < un.To; i++ {
		if f.quoteOf[i] > 0 {
			continue
		}
		w := d.Lower(i)
		if w == "according" && d.Lower(i+1) == "to" {
			return f.dropComma(i)
		}
		if w == ";" && f.actorIn(nlp.Range{From: i + 1, To: min(i+6, un.To)}) { // somebody else's clause
			return i
		}
		if w == "," || w == "before" || w == "while" || w == "—" || w == "–" || f.quoteOf[i-1] > 0 && w != "." {
			at := i + 1
			if f.quoteOf[i-1] > 0 && w != "," && w != "before" && w != "while" {
				at = i
			}
			if d.Lower(at) == "and" {
				at++
			}
			if w := d.Lower(at); w == "also" || w == "further" || w == "thus" || f.adverb(at) {
				at++
			}
			if v, ok := nlp.Reporting(d.Lower(at)); ok && v.Form == nlp.Gerund && f.quoteOf[at] == 0 && glosses[v.Lemma] && !(v.Lemma == "add" && d.Lower(at+1) == "to") {
				if s, explicit, ok := f.contentStart(at+1, v, un); ok && (explicit || v.Class == nlp.Says || v.Class == nlp.Calls) && s < un.To {
					return f.dropComma(i)
				}
			}
		}
		if w == "and" || w == "but" || w == "while" || w == "although" || w == "though" || w == "then" {
			if verb := f.secondVerb(i, un); verb > 0 && f.turnsBack(verb, start) {
				if first := f.listBegins(verb, start); first < verb {
					i = first
				}
				return f.dropComma(i)
			}
			if v, ok := nlp.Reporting(d.Lower(i + 1)); ok && i+1 < un.To && f.quoteOf[i+1] == 0 && f.quoteOf[i-1] > 0 &&
				(v.Form == nlp.PastForm || v.Form == nlp.ThirdPerson && d.Reading != nil && !nouns[v.Lemma] && f.cueIsPresent(start)) {
				return f.dropComma(i)
			}
			if d.Word(i-1) == "," && f.speakerFollows(i+1, un) {
				return f.dropComma(i)
			}
		}
		if w == "while" && f.otherSpeaks(i+1, un) {
			return f.dropComma(i)
		}
		if f.quoteOf[i-1] > 0 && f.tailCue(i, un) { // `said: “Never,” the paper reported`
			return i
		}
		if w == "," && ((f.person[i+1] > 0 || f.inTitle[i+1] || f.placeOf[i+1] > 0 && f.inTitle[i+2]) && f.speakerFollows(i+1, un) || f.tailCue(i+1, un)) {
			return i
		}
		if w == "," && (d.Lower(i+1) == "a" || d.Lower(i+1) == "an") && stances[d.Lower(i+2)] || f.alludes(i) {
			return i
		}
	}
	return un.To
}

// tailCue reports whether nothing but a short noun phrase, a reporting verb and a time follow from token i to the end:
// "…, state radio reported on Saturday".
func (f *finder) tailCue(i int, un unit) bool {
	if un.To-i > 10 {
		return false
	}
	for k := i + 1; k < un.To && k < i+7; k++ {
		if f.quoteOf[k] > 0 || clauseVerbs[f.d.Lower(k-1)] {
			return false
		}
		if v, ok := nlp.Reporting(f.d.Lower(k)); ok && v.Form == nlp.PastForm && v.Class <= nlp.Notes {
			k = f.afterTime(k+1, un)
			return k >= un.To || !f.d.Tokens[k].Word
		}
	}
	return false
}

// alludes reports whether the narrator tells behind a comma at token i what was meant: ", in an apparent reference to", ", referring to".
func (f *finder) alludes(i int) bool {
	d := f.d
	if f.quoteOf[i-1] > 0 && d.Word(i) != "," {
		i--
	} else if d.Word(i) != "," {
		return false
	}
	if d.Lower(i+1) == "referring" || d.Lower(i+1) == "alluding" {
		return true
	}
	const near = 6
	for k := i + 1; k < i+near; k++ {
		if w := d.Lower(k); w == "reference" || w == "allusion" {
			return d.Lower(k+1) == "to"
		}
	}
	return false
}

// stances are the nouns by which the narrator names what was said: "…, a stance repeated on Friday".
var stances = nlp.WordSet("stance position view claim statement message sentiment remark charge allegation accusation demand point argument assertion warning promise pledge")

// speakerFollows reports whether a clause with a reporting verb in the past and a subject right before it begins at
// token i.
func (f *finder) speakerFollows(i int, un unit) bool {
	for k := i; k < un.To && k < i+7; k++ {
		if f.quoteOf[k] > 0 || f.d.Word(k) == "," {
			return false
		}
		if v, ok := nlp.Reporting(f.d.Lower(k)); ok && k > i && v.Form == nlp.PastForm && v.Class <= nlp.Tells && f.nameOf[k] == 0 {
			return f.actorIn(nlp.Range{From: i, To: k}) || k == i+1 && (f.d.Lower(i) == "he" || f.d.Lower(i) == "she")
		}
	}
	return false
}

// otherSpeaks reports whether a noun phrase that ends in a name between commas and a reporting verb begin at token i: "while her deputy,
// NAME, said".
func (f *finder) otherSpeaks(i int, un unit) bool {
	for k := i + 2; k < un.To && k < i+12 && f.quoteOf[k] == 0; k++ {
		if v, ok := nlp.Reporting(f.d.Lower(k)); ok && v.Form == nlp.PastForm && v.Class <= nlp.Tells {
			return f.person[k-1] > 0 || f.d.Word(k-1) == "," && f.person[k-2] > 0
		}
		if finite[f.d.Lower(k)] {
			return false
		}
	}
	return false
}

func (f *finder) dropComma(i int) int {
	for i > 0 && f.quoteOf[i-1] == 0 && (f.d.Word(i-1) == "," || f.d.Word(i-1) == "—" || f.d.Word(i-1) == "–") {
		i--
	}
	return i
}
