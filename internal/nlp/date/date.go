// Package date finds the dates in an English sentence and works them out from the day of publication.
//
// What it cannot work out it leaves open, and it is never more exact than the words are: "next week" is a month where
// the whole week lies in it, else a year. Everything depends on the arguments alone; there is no clock.
package date

// Tense is when the event is that a sentence dates, as seen from publication: it decides which Friday is meant.
type Tense int

const (
	Unknown Tense = iota // told by the nearest verb where it is plain ("will", "said"), else taken as past
	Past
	Present
	Future
)

// Mention is a date in a sentence: sentence[Start:End], in bytes between code points.
//
// From and To are the first and the last day, month or year in ISO 8601 (2025-10-30, 2025-10, 2025); they are equal
// unless the text gives a range. Both are empty for what cannot be worked out: "two days later", or "on Friday" without
// a date of publication.
type Mention struct {
	Start, End int
	From, To   string
}

// Find returns the dates of a sentence, in order and without overlap. published is the ISO 8601 date of publication, as
// exact as known, or empty; anything else counts as empty.
//
// A weekday is the last one up to publication in the past tense and the next one from it in the future tense; in the
// present tense, where it may be either, only the month that both share is given. A day without a year lies nearest to
// publication, unless it is more than a month on the wrong side of it for the tense. After "since" all is past. Weeks begin on Monday.
func Find(sentence, published string, tense Tense) []Mention {
	p := &parser{tokens: lex(sentence), pub: readPublished(published), tense: tense}
	if len(p.tokens) == 0 {
		return nil
	}
	var out []Mention
	for i := 0; i < len(p.tokens); {
		m, ok := p.at(i)
		if !ok {
			i++
			continue
		}
		if !m.silent {
			out = append(out, Mention{p.tokens[m.first].start, p.tokens[m.last].end, m.value.from, m.value.to})
		}
		i = m.last + 1
	}
	return out
}

// found is what a rule recognised: tokens first to last, and what they mean. What is silent looks like a date and is
// none ("Black Friday").
type found struct {
	first, last int
	value       value
	silent      bool
}

type parser struct {
	tokens []token
	pub    published
	tense  Tense
}

// at tries the rules at a token, those that take the most words first.
func (p *parser) at(i int) (found, bool) {
	if t := &p.tokens[i]; t.kind == other || t.kind == word && !openers[t.lower] {
		return found{}, false
	}
	for _, rule := range rules {
		if m, ok := rule(p, i); ok {
			return m, true
		}
	}
	return found{}, false
}

var rules = []func(*parser, int) (found, bool){
	(*parser).fixedName,
	(*parser).rangeOf,
	(*parser).weekOf,
	(*parser).relativeDay,
	(*parser).relativePeriod,
	(*parser).ago,
	(*parser).ahead,
	(*parser).offset,
	(*parser).season,
	(*parser).single,
}

// tenseOf returns the tense of a mention that begins at one token and ends at another: as the caller says, else by the
// nearest verb before it, or, where it opens its clause, after it.
func (p *parser) tenseOf(first, last int) Tense {
	if p.word(first-1) == "since" {
		return Past
	}
	if p.tense != Unknown {
		return p.tense
	}
	const farthest = 40                                                         // words
	if apostrophe := p.word(last + 1); apostrophe != "'" && apostrophe != "’" { // "Friday's meeting will": a verb follows
		for i := first - 1; i >= 0 && i > first-farthest; i-- {
			if t := p.cue(i); t != Unknown {
				return t
			}
		}
	}
	for i := last + 1; i < len(p.tokens) && i < last+farthest; i++ {
		if t := p.cue(i); t != Unknown {
			return t
		}
	}
	return Unknown
}

// cue returns the tense that a word tells, if any.
func (p *parser) cue(i int) Tense {
	w := p.word(i)
	switch w {
	case "will", "shall", "ll", "upcoming", "scheduled", "slated", "tomorrow":
		return Future
	case "set", "due", "expected", "expects", "plans", "plan", "planned", "planning", "going", "hopes", "intends", "agreed":
		if next := p.word(i + 1); next == "to" || next == "for" {
			return Future
		}
	}
	if pastVerbs[w] || len(w) > 4 && w[len(w)-2:] == "ed" && p.token(i).kind == word {
		return Past
	}
	return Unknown
}

// word returns the token in small letters, or nothing beyond the ends.
func (p *parser) word(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return p.tokens[i].lower
}

func (p *parser) token(i int) token {
	if i < 0 || i >= len(p.tokens) {
		return token{}
	}
	return p.tokens[i]
}
