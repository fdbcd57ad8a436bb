package extract

import (
	"graphload/internal/news"
	"graphload/internal/nlp/date"
)

// agreeing are verbs of what those who meet do there, by their past forms.
const agreeing = "agreed pledged vowed signed decided discussed reaffirmed affirmed exchanged resolved"

// agreedOn gives a meeting that was held, and of which no day is told, the day on which a sentence near says that those who met
// agreed: "NAME and NAME agreed on Thursday to ...", and "after their talks" further on.
func (f *meetingFinder) agreedOn() {
	if f.deps == nil || f.d.Published == "" {
		return
	}
	const near = 6 // sentences
	for _, o := range f.occasions {
		if o.status != news.StatusHeld || o.date.text != "" || o.kind == news.KindVisit || o.kind == news.KindCall || named(o.parties) != 2 {
			continue
		}
		at := f.d.Tokens[o.at[0]].Sentence
		for n := max(0, at-near); n < min(len(f.d.Sentences), at+near) && o.date.from == ""; n++ {
			f.agreedIn(o, n)
		}
	}
}

// agreedIn looks for such a verb in the sentence with index n.
func (f *meetingFinder) agreedIn(o *occasion, n int) {
	t := &meetingTree{meetingFinder: f, s: f.d.Sentences[n]}
	for i := t.s.From; i < t.s.To && !t.s.Title; i++ {
		if !has(agreeing, f.d.Lower(i)) || f.d.Reading.Tags[i] != "VERB" || f.quoteOf[i] > 0 {
			continue
		}
		list, mod, ok := t.doers(i)
		if !ok || mod.passive || mod.has(denied) || !coversBoth(list, o) {
			continue
		}
		for _, r := range f.dates(t.s, date.Past) {
			const nextTo = 4 // tokens
			if len(r.from) == len("2025-10-30") && r.from <= f.d.Published && r.From > i-nextTo && r.From < i+nextTo {
				o.date = r.meetingDate
				return
			}
		}
	}
}

// coversBoth reports whether actors are the two who met, or their states' people.
func coversBoth(list []phrase, o *occasion) bool {
	var told []party
	for _, p := range list {
		told = append(told, p.parties...)
	}
	for _, p := range o.parties {
		if p.ref.Type != news.RefUnnamed && !covers(told, p) {
			return false
		}
	}
	return len(told) == 2
}
