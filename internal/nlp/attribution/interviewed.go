package attribution

import (
	"slices"

	"graphload/internal/nlp"
)

var (
	firstPerson  = nlp.WordSet("i my me mine myself i'm i've i'd i'll we our us ours we're we've we'd we'll")
	secondPerson = nlp.WordSet("you your yours yourself you're you've you'd you'll yourselves")
	oneself      = nlp.WordSet("i my me mine myself i'm i've i'd i'll")
)

// speaks reports whether one of the words stands in a paragraph, outside of quotation marks unless they enclose all of it.
func (f *finder) speaks(b body, words map[string]bool) bool {
	for i := b.From; i < b.To; i++ {
		if (f.quoteOf[i] == 0 || b.quoted) && words[f.d.Lower(i)] {
			return true
		}
	}
	return false
}

// narrates reports whether a paragraph begins with "he" or "she", or with the name of somebody and a verb in the present.
func (f *finder) narrates(b body) bool {
	if w := f.d.Lower(b.From); w == "he" || w == "she" {
		return !f.speaks(b, secondPerson)
	}
	return f.person[b.From] > 0 && f.nameOf[b.From] > 0 && !f.speaks(b, secondPerson) && b.label.key == "" && b.role != answers
}

// isInterview tells an interview from an article with questions for the reader, a list of what readers ask, and a column in the first
// person: the questions address somebody who speaks of himself in the answers.
func (f *finder) isInterview(b []body, turns []turn) bool {
	asked, marked, addressed, own, answered, first, self := 0, 0, 0, 0, 0, 0, 0
	for _, t := range turns {
		has := func(words map[string]bool) int {
			for _, p := range t.parts {
				if f.speaks(b[p], words) {
					return 1
				}
			}
			return 0
		}
		if t.asks {
			asked++
			addressed += has(secondPerson)
			own += has(oneself)
			if b[t.parts[len(t.parts)-1]].asks {
				marked++
			}
			continue
		}
		answered++
		first += has(firstPerson)
		self += has(oneself)
	}
	from, to := turns[0].parts[0], turns[len(turns)-1].parts[0]
	lead := 0
	for p := range from {
		if f.speaks(b[p], oneself) {
			lead++
		}
	}
	least := 4
	labelled := b[from].label.key != "" && b[turns[1].parts[0]].label.key != ""
	if labelled || f.declared(nlp.Range{From: 0, To: b[from].From}) || f.declared(nlp.Range{From: b[to].To, To: len(f.d.Tokens)}) {
		least = 2
	} else if 5*addressed < 2*asked || lead > 0 {
		return false
	}
	return marked >= least && 2*marked >= asked && addressed >= min(2, least-1) && 2*own <= asked && answered+1 >= asked &&
		2*first >= answered && 3*self >= answered && to-from <= 7*asked
}

// declared reports whether words call a text an interview.
func (f *finder) declared(r nlp.Range) bool {
	const reach = 250
	if r.From > 0 {
		r.To = min(r.To, r.From+reach/2)
	} else {
		r.From = max(r.From, r.To-reach)
	}
	for i := r.From; i < r.To; i++ {
		switch w := f.d.Lower(i); w {
		case "interview", "interviewed", "interviews", "conversation", "q&a":
			return true
		case "q":
			if f.d.Word(i+1) == "&" {
				return true
			}
		case "edited": // "The interview was edited for length and clarity."
			if f.d.Lower(i+1) == "for" && (f.d.Lower(i+2) == "length" || f.d.Lower(i+2) == "clarity") {
				return true
			}
		case "questions":
			if next := f.d.Lower(i + 1); next == "for" || next == "to" {
				return true
			}
		case "spoke", "speaks", "talks", "talked":
			switch f.d.Lower(i + 1) {
			case "to", "with", "about", "on":
				return true
			}
		case "met":
			if next := f.d.Lower(i + 1); next == "her" || next == "him" {
				return true
			}
		}
	}
	return false
}

// announcedIn returns the person whom a heading right before paragraph p names: "Three questions for NAME".
func (f *finder) announcedIn(p int) (int, bool) {
	for k := p - 1; k > 0 && k > p-4; k-- {
		r := f.d.Paragraphs[k]
		if !f.heading(k) || f.d.Sentences[f.d.Tokens[r.From].Sentence].Title || !f.declared(nlp.Range{To: r.To}) {
			continue
		}
		for i := r.From + 1; i < r.To; i++ {
			if f.d.Lower(i) == "by" { // who asks
				break
			}
			if f.person[i] > 0 && f.nameOf[i] > 0 {
				return f.person[i] - 1, true
			}
		}
	}
	return 0, false
}

// spokenTo reports whether a mention of an article that is an interview names who asks: "NAME was speaking to NAME", "The new head of the
// agency talks to NAME".
func (f *finder) spokenTo(m nlp.Mention) bool {
	verb := m.From - 2
	if w := f.d.Lower(m.From - 1); w != "to" && w != "with" || verb < 1 || m.Name < 0 {
		return false
	}
	switch f.d.Lower(verb) {
	case "speaking", "talking":
		return f.d.Lower(verb-1) == "was"
	case "talks", "speaks", "talked", "spoke":
		r := f.d.Reading
		for k := verb - 1; r != nil && k > verb-12 && k >= 0; k-- {
			if w := f.d.Lower(k); r.Heads[k] == verb && r.Relations[k] == "nsubj" {
				return f.person[k] == 0 && (nlp.RoleNoun(w) || nlp.Human(w))
			}
		}
	}
	return false
}

// told returns the paragraphs of the answers.
func (f *finder) told(b []body, turns []turn) []nlp.Range {
	var out []nlp.Range
	for _, t := range turns {
		for _, p := range t.parts {
			if !t.asks {
				out = append(out, b[p].Range)
			}
		}
	}
	return out
}

// namedMost returns the person who is interviewed: the one whom the text before token first names most, bylines aside, and the
// answers do not name, else the one who is named most behind it.
func (f *finder) namedMost(first int, told []nlp.Range) (int, bool) {
	d := f.d
	best, most := -1, 0
	for p, c := range d.People {
		n, inside := 0, 0
		if slices.ContainsFunc(c.Mentions, f.spokenTo) {
			continue
		}
		for _, m := range c.Mentions {
			switch {
			case m.Name >= 0 && f.d.Lower(m.To) == "was" && (f.d.Lower(m.To+1) == "speaking" || f.d.Lower(m.To+1) == "talking"):
				n += 1000
			case m.From >= first:
				n++
			case m.Name < 0:
				n += 50
			case d.Lower(m.From-1) == "by", d.Word(m.From-1) == ":" && d.Lower(m.From-2) == "interview", d.Paragraphs[d.SentenceOf(m.From).Paragraph].Len() == m.Len(): // who asks
			default:
				n += 100
			}
			if m.Name < 0 {
				continue
			}
			for _, r := range told {
				if r.Has(m.From) {
					inside = 100
				}
			}
		}
		if n -= inside; n > most {
			best, most = p, n
		}
	}
	return best, best >= 0
}
