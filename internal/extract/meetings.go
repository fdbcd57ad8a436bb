package extract

import (
	"context"
	"slices"
	"sort"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// meetings writes down the occasions on which parties met, talked, or were to meet.
//
// Nouns ("summit") and verbs ("met") are mentions; each has the parties, the place, the date and the status that the
// words of its clause tell. Mentions of one occasion are joined, and what is left with too little to be an occasion of
// its own is dropped. It returns an error where ctx ends first, which it looks at before each sentence: each mention is
// compared with all occasions before it, and a long text may have many.
func (b *builder) meetings(ctx context.Context) error {
	f := newMeetingFinder(b)
	f.phrases()
	var titles []mention
	for _, s := range f.d.Sentences {
		if err := ctx.Err(); err != nil {
			return err
		}
		f.found = nil
		f.sentence(s)
		f.trees(s)
		f.found = slices.DeleteFunc(f.found, f.none)
		if s.Title {
			titles = append(titles, f.found...)
			continue
		}
		for _, m := range f.found {
			f.join(m)
		}
	}
	for _, m := range titles { // a headline repeats what the body tells more fully
		if !f.repeats(m) {
			f.join(m)
		}
	}
	f.trips()
	f.abroadOn()
	f.agreedOn()
	var kept []*occasion // as the record has them
	for i, o := range f.occasions {
		f.nameOfficials(o)
		if o.accepted() && !f.amongPrivatePeople(o) && !f.venue(o, f.around(i)) {
			f.hostStates(o)
			b.rec.Meetings = append(b.rec.Meetings, f.meeting(o))
			kept = append(kept, o)
		}
	}
	used := map[string]bool{}
	for i := range b.rec.Meetings {
		m := &b.rec.Meetings[i]
		m.ID = unique(m.ID, used)
		for _, at := range kept[i].at {
			b.toldOf = append(b.toldOf, actor{b.span(nlp.Range{From: at, To: at + 1}), news.Ref{Type: news.RefMeeting, ID: m.ID}})
		}
	}
	b.pointBack(kept)
	return nil
}

// pointBack adds to toldOf the nouns that point back to a meeting, within quotations too: "the talks", "this visit" are the ones of that kind
// that were told last.
func (b *builder) pointBack(kept []*occasion) {
	d := b.doc
	trigger := map[int]int{} // by token: index into kept, plus one
	for n, o := range kept {
		for _, at := range o.at {
			trigger[at] = n + 1
		}
	}
	last := map[news.MeetingKind]int{}
	for i := range d.Tokens {
		if n := trigger[i]; n > 0 {
			last[kept[n-1].kind] = n
			continue
		}
		kind := meetingNouns[d.Lower(i)]
		if n := last[kind]; n > 0 && kind != "" && has("the this that our their his her", d.Lower(i-1)) {
			b.toldOf = append(b.toldOf, actor{b.span(nlp.Range{From: i, To: i + 1}), news.Ref{Type: news.RefMeeting, ID: b.rec.Meetings[n-1].ID}})
		}
	}
}

// amongPrivatePeople reports whether all who are named are people of whom the text tells neither an office nor a country, and the
// article speaks of few who act for a state: boxers, couples, tourists. A day makes an occasion of it all the same.
func (f *meetingFinder) amongPrivatePeople(o *occasion) bool {
	for _, p := range o.parties {
		if !p.private && p.ref.Type != news.RefUnnamed {
			return false
		}
	}
	officials := 0
	for c := range f.d.People {
		if f.d.People[c].Represents != "" {
			officials++
		}
	}
	return named(o.parties) > 0 && officials < 2 && len(o.date.from) < len("2025-10-30")
}

// venue reports whether a summit of which no more is told than its place and day is only where others met: "saw each other at
// the alliance's summit in Oslo".
func (f *meetingFinder) venue(o *occasion, around []*occasion) bool {
	if o.kind != news.KindSummit || o.sitting || o.firm || named(o.parties) != 1 || len(o.at) > 1 {
		return false
	}
	s := f.d.Tokens[o.mention.at].Sentence
	for _, x := range around {
		if x != o && named(x.parties) > 1 && f.d.Tokens[x.mention.at].Sentence == s {
			return true
		}
	}
	return false
}

// meeting writes an occasion down.
func (f *meetingFinder) meeting(o *occasion) news.Meeting {
	if o.kind == news.KindCall { // they are in two places
		o.where = place{}
	}
	m := news.Meeting{Kind: o.kind, Status: o.status, Place: o.where.name, Country: o.where.code,
		Start: o.date.from, End: o.date.to, DateText: o.date.text}
	words := []string{string(m.Kind), m.Start, m.End, m.Place, m.Country}
	for _, p := range o.participants() {
		m.Participants = append(m.Participants, p.ref)
		words = append(words, string(p.ref.Type), p.ref.ID, p.ref.Text)
	}
	sentences := map[int]bool{}
	for _, at := range o.at {
		sentences[f.d.Tokens[at].Sentence] = true
	}
	for s := range sentences {
		m.Evidence = append(m.Evidence, f.b.span(f.d.Sentences[s].Range))
	}
	sort.Slice(m.Evidence, func(i, j int) bool { return m.Evidence[i].Start < m.Evidence[j].Start })
	m.ID = "m-" + shortHash(words...)
	return m
}
