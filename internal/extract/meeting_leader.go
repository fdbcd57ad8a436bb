package extract

import (
	"graphload/internal/news"
	"graphload/internal/nlp"
)

// leads are verbs of those who stand at the head of a delegation.
var leads = nlp.WordSet("led lead headed head leads heads leading heading")

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
	o := t.latestOf(noun, people)
	if o == nil {
		return
	}
	if side, ok := t.actor(noun); ok && len(side.parties) == 1 && side.parties[0].code != "" {
		for _, p := range people {
			for k := range p.parties {
				if p.parties[k].code == "" { // who heads a state's delegation acts for it
					p.parties[k].code = side.parties[0].code
				}
			}
		}
	}
	o.take(t.meetingFinder, people)
}

// latestOf returns the meeting told last, or before it in the last sentences, in which the side that the noun at token i names
// takes part.
func (t *meetingTree) latestOf(i int, people []phrase) *occasion {
	const back = 8 // sentences
	side, ok := t.actor(i)
	if meetingNounAt(t.d.Lower(i)) { // "The talks will be led by NAME"
		return t.latest(back)
	}
	if !ok || len(side.parties) == 0 {
		return t.latest(3)
	}
	for n := len(t.occasions) - 1; n >= 0; n-- {
		o := t.occasions[n]
		if t.d.Tokens[t.s.From].Sentence-t.d.Tokens[o.at[len(o.at)-1]].Sentence > back {
			break
		}
		if o.kind != news.KindCall && covers(o.parties, side.parties[0]) {
			return o
		}
	}
	return t.latest(3)
}

// accompany adds those who "will accompany" somebody to the visit or the meeting that the text has just told of that person.
func (t *meetingTree) accompany(i int) {
	with := t.actors(t.deps.Kid(i, "obj"))
	people, mod, ok := t.subjects(i)
	if mod.passive {
		people, with = t.listed(t.behind(i, "by")), people
	} else if s := t.deps.Kid(i, "nsubj"); !ok && s >= 0 && t.d.Reading.Relations[s] == "nsubj:pass" && t.definite(s) { // "the visiting dignitary was accompanied by NAME"
		people, ok = t.listed(t.behind(i, "by")), true
	}
	o := t.latest(2)
	if !ok || o == nil || !t.all(people, news.RefPerson) || mod.has(denied) {
		return
	}
	if named := len(with) > 0 && !t.all(with, news.RefUnnamed); named && (!t.all(with, news.RefPerson) || len(with[0].parties) == 0 || !covers(o.parties, with[0].parties[0])) {
		return
	}
	o.take(t.meetingFinder, people)
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

// latestSitting returns the meeting told last, if that was at most n sentences ago, that took place and was no call and no visit.
func (t *meetingTree) latestSitting(n int) *occasion {
	for k := len(t.occasions) - 1; k >= 0; k-- {
		o := t.occasions[k]
		if t.d.Tokens[t.s.From].Sentence-t.d.Tokens[o.at[len(o.at)-1]].Sentence > n {
			return nil
		}
		if o.kind != news.KindCall && o.kind != news.KindVisit && o.status == news.StatusHeld {
			return o
		}
	}
	return nil
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
