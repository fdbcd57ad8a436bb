// Package date finds the dates in an English sentence and works them out from the day of publication.
//
// What it cannot work out it leaves open, and it is never more exact than the words are: "next week" is a month where
// the whole week lies in it, else a year. Everything depends on the arguments alone; there is no clock.
package date

// Tense is when the event is that a sentence dates, as seen from publication: it decides which Friday is meant.
type Tense int

const (
	Unknown Tense = iota // told by words like "will" in the sentence, else taken as past
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
// publication, unless it is more than a month on the wrong side of it for the tense. Weeks begin on Monday.
func Find(sentence, published string, tense Tense) []Mention {
	p := &parser{tokens: lex(sentence), pub: readPublished(published), tense: tense}
	if len(p.tokens) == 0 {
		return nil
	}
	if p.tense == Unknown && p.looksAhead() {
		p.tense = Future
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
	for _, rule := range []func(*parser, int) (found, bool){
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
	} {
		if m, ok := rule(p, i); ok {
			return m, true
		}
	}
	return found{}, false
}

// looksAhead tells whether the sentence speaks of the future.
func (p *parser) looksAhead() bool {
	for i := range p.tokens {
		switch p.word(i) {
		case "will", "shall", "ll", "upcoming", "scheduled", "tomorrow":
			return true
		case "set", "due", "expected", "expects", "plans", "plan", "planned", "going", "slated", "hopes", "intends":
			if p.word(i+1) == "to" || p.word(i+1) == "for" {
				return true
			}
		}
	}
	return false
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
