package attribution

import (
	"slices"
	"strings"

	"graphload/internal/nlp"
)

// An object without a verb of its own tells what was said where a clause could stand in its place: "announced the reopening of the port",
// "dismissed the deal as a surrender", "floated the idea of a summit". Of others, "announced the talks", it only says what was spoken of.

// tellsObject reports whether the object of a claim's cue tells by itself what was said.
func (f *finder) tellsObject(c nlp.Claim) bool {
	d, verb, head := f.d, f.verbOf(c.Cue), f.objectHead(c)
	if head < 0 {
		return false
	}
	w := d.Lower(verb)
	if regarding[w] && f.regardedAs(c, verb, head) {
		return true
	}
	if tag := d.Reading.Tags[head]; tag == "PRON" || tag == "DET" || nlp.Sent(d.Lower(head)) { // "recalled its envoy"
		return false
	}
	v, reports := nlp.Reporting(w)
	words := 0
	for _, r := range c.Content {
		words += r.Len()
	}
	if v.Lemma == "show" && slices.ContainsFunc(f.person[c.Source.From:c.Source.To], func(p int) bool { return p > 0 }) { // "showed no remorse"
		return false
	}
	if words > 3 && (reports && objectTells[v.Lemma] || wants[w] || v.Lemma == "confirm" && f.hasComplement(c, head, true)) {
		return true
	}
	if (reports || handling[w]) && stanceNouns[d.Lower(head)] && f.hasComplement(c, head, false) {
		return true
	}
	return (reports || handling[w]) && claims[strings.TrimSuffix(d.Lower(head), "s")] && f.hasComplement(c, head, false)
}

var (
	// objectTells are verbs of saying whose object, if it is more than a word or two, is what is told.
	objectTells = nlp.WordSet(`announce report reveal disclose show find cite note recall recommend suggest hint point question blame compare liken tout
		hope fear forecast foresee threaten`)
	// wants are verbs of wishing, expecting and ordering.
	wants = nlp.WordSet("order orders ordered ordering instruct instructs instructed want wants wanted wish wishes wished expect expects expected anticipate anticipates anticipated foresee foresees")
	// regarding are verbs of what somebody takes a thing for, with "as".
	regarding = nlp.WordSet(`see sees saw view views viewed regard regards regarded cite cites cited citing dismiss dismisses dismissed dismissing
		condemn condemns condemned denounce denounces denounced portray portrays portrayed portraying paint paints painted cast casts casting
		position positions positioned frame frames framed framing present presents presented point points pointed reject rejects rejected hail hails hailed
		pitch pitched defend defends defended tout touts touted praise praises praised`)
	// handling are verbs of what somebody does with a claim, besides those of saying.
	handling = nlp.WordSet(`float floats floated floating share shares shared sharing convey conveys conveyed conveying extend extends extended
		extending reject rejects rejected rejecting raise raises raised`)
	// claims are nouns of what is said, which a clause or what can be turned into one completes.
	claims = nlp.WordSet(`claim idea view notion hope invitation offer proposal rumor rumour report suggestion allegation accusation assertion argument
		fear belief plan call demand warning need possibility prospect`)
	// stances are nouns of how somebody stands to a thing that completes them.
	stanceNouns = nlp.WordSet(`importance necessity urgency readiness willingness commitment keenness desire intention determination hope confidence
		conviction rejection opposition`)
)

// objectHead returns the head of the words of a claim in the tree where that is no verb, or -1.
func (f *finder) objectHead(c nlp.Claim) int {
	r := f.d.Reading
	for _, x := range c.Content {
		for i := x.From; i < x.To; i++ {
			if h := r.Heads[i]; h == i || !x.Has(h) {
				if tag := r.Tags[i]; tag == "NOUN" || tag == "PROPN" || tag == "NUM" || tag == "PRON" || tag == "DET" {
					return i
				}
			}
		}
	}
	return -1
}

// regardedAs reports whether an object is told to be something with "as".
func (f *finder) regardedAs(c nlp.Claim, verb, head int) bool {
	r := f.d.Reading
	if c.Cue.Len() > 1 && f.d.Lower(c.Cue.To-1) == "as" {
		return true
	}
	for _, x := range c.Content {
		for i := max(x.From, head) + 1; i < x.To; i++ {
			if f.d.Lower(i) != "as" || r.Relations[i] != "case" && r.Relations[i] != "mark" {
				continue
			}
			if h := r.Heads[i]; h > i && (r.Heads[h] == verb || r.Heads[h] == head) {
				return true
			}
		}
	}
	return false
}

// predicates reports whether the words of a claim are an object of its cue and what that is said to be: "called the parade a waste". A
// name that something is given is none: "called the ship Kittiwake".
func (f *finder) predicates(c nlp.Claim) bool {
	r, verb, object := f.d.Reading, f.verbOf(c.Cue), -1
	if f.d.Lower(verb-1) == "to" {
		return false
	}
	for _, x := range c.Content {
		for i := x.From; i < x.To; i++ {
			switch {
			case r.Heads[i] != verb:
			case r.Relations[i] == "obj":
				object = i
			case r.Relations[i] == "xcomp" && object >= 0 && r.Tags[i] != "PROPN":
				return true
			}
		}
	}
	return false
}

// hasComplement reports whether a clause, an infinitive or "of" or "for" with a noun completes an object's head, or where that is an event
// also "in": "the increase in fees".
func (f *finder) hasComplement(c nlp.Claim, head int, event bool) bool {
	r := f.d.Reading
	next := f.d.Lower(head + 1)
	for _, x := range c.Content {
		for i := head + 1; i < x.To; i++ {
			if r.Heads[i] == head && (r.Relations[i] == "acl" || r.Relations[i] == "nmod" && (next == "of" || next == "for" || event && next == "in")) {
				return true
			}
		}
	}
	return false
}
