package extract

import "graphload/internal/nlp"

// officeBefore reads an office with its own "of" or "to" right before the name of who bears it: "Head of Chile's Ferry Board NAME",
// "Ambassador of Norway to Kenya NAME". The bodies and countries within are the office's and take part in nothing.
func (f *meetingFinder) officeBefore(i, end int) (phrase, bool) {
	const longest = 14
	d := f.d
	k := i
	if d.Lower(k) == "the" {
		k++
	}
	for n := 0; n < 4 && k+1 < end && f.capital(k) && f.nameFrom(k) < 0 && !roleNoun(d.Lower(k)) && d.Tokens[k].Word; n++ { // "Acting Assistant"
		k++
	}
	if k >= end || !roleNoun(d.Lower(k)) || f.nameFrom(k) >= 0 || f.tagAt(k) == "VERB" {
		return phrase{}, false
	}
	linked := false
	for k++; k < end && k < i+longest; k++ {
		if n := f.nameFrom(k); n >= 0 {
			if !linked || f.possessive(d.Names[n].To) {
				return phrase{}, false
			}
			p, ok := f.namePhrase(k, n, end)
			p.From = i
			return p, ok && p.full
		}
		switch w := d.Lower(k); {
		case has("of to for - –", w):
			linked = true
		case has("the ' ’ 's ’s", w), w == "and" && !roleNoun(d.Lower(k+1)):
		case !f.capital(k) && !nlp.Department(w):
			return phrase{}, false
		}
	}
	return phrase{}, false
}

// portfolio reports whether the name of an organization is what somebody is a minister of: "Minister of Foreign Affairs".
func (f *meetingFinder) portfolio(n nlp.Name) bool {
	k := n.From - 1
	if f.d.Lower(k) == "the" {
		k--
	}
	return f.d.Lower(k) == "of" && has("minister ministers secretary undersecretary", f.d.Lower(k-1)) && !has("ministry department office", f.d.Lower(n.From))
}
