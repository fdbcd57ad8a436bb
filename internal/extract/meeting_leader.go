package extract

import (
	"graphload/internal/news"
	"graphload/internal/nlp"
)

// leads are verbs of those who stand at the head of a delegation.
var leads = nlp.WordSet("led headed leads heads leading heading")

// leader adds who heads a delegation to the meeting that the text has just told: "The Kenyan team was led by NAME."
func (t *meetingTree) leader(i int) {
	var people []phrase
	noun := -1
	if o := t.deps.Kid(i, "obj"); o >= 0 {
		noun = o
		if list, _, ok := t.subjects(i); ok {
			people = list
		}
	} else if s := t.deps.Kid(i, "nsubj"); s >= 0 && t.d.Reading.Relations[s] == "nsubj:pass" {
		noun, people = s, t.actors(t.behind(i, "by"))
	}
	if noun < 0 || !has("delegation team side negotiators mission", t.d.Lower(noun)) && !meetingNounAt(t.d.Lower(noun)) || !t.all(people, news.RefPerson) {
		return
	}
	if o := t.latest(3); o != nil {
		o.take(t.meetingFinder, people)
	}
}

// joinedBy adds those by whom the parties of the latest meeting "were joined".
func (t *meetingTree) joinedBy(i int) {
	people := t.actors(t.behind(i, "by"))
	o := t.latest(2)
	if o == nil || !t.all(people, news.RefPerson) || t.deps.Kid(i, "aux") < 0 || o.status != news.StatusHeld {
		return
	}
	o.take(t.meetingFinder, people)
}

// take adds people to those who took part.
func (o *occasion) take(f *meetingFinder, people []phrase) {
	for _, p := range people {
		o.parties = f.distinct(append(o.parties, p.parties...))
	}
}

// latest returns the meeting told last, if that was at most n sentences ago.
func (t *meetingTree) latest(n int) *occasion {
	if len(t.occasions) == 0 {
		return nil
	}
	o := t.occasions[len(t.occasions)-1]
	if t.d.Tokens[t.s.From].Sentence-t.d.Tokens[o.at[len(o.at)-1]].Sentence > n {
		return nil
	}
	return o
}
