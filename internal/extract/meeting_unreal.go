package extract

import (
	"graphload/internal/nlp"
)

// Words around a noun that make no occasion of it.

// asked reports whether token i stands in a question that can be answered by yes or no: "Is a meeting possible?"
func (f *meetingFinder) asked(i int, s nlp.Sentence) bool {
	if f.d.Word(s.To-1) != "?" {
		return false
	}
	for k := i; k >= s.From && k > i-12; k-- {
		if w := f.d.Lower(k); auxiliaries[w] && (k == s.From || !f.d.Tokens[k-1].Word) {
			return true
		}
	}
	return false
}

// calledSo reports whether the noun at token i only says what another occasion is: "It would be the first visit by NAME".
func (f *meetingFinder) calledSo(i int) bool {
	if f.deps == nil || f.deps.Kid(i, "cop") < 0 {
		return false
	}
	subject := f.deps.Kid(i, "nsubj")
	if subject < 0 || !has("it this that", f.d.Lower(subject)) {
		return false
	}
	for _, k := range f.deps.Of(i) {
		if has("would could", f.d.Lower(k)) {
			return true
		}
	}
	return false
}

// undated reports whether the sentence says of the noun at token i that it has no date yet: "no date has been set for a visit".
func (f *meetingFinder) undated(i int, s nlp.Sentence) bool {
	const near = 12
	for k := max(s.From, i-near); k < i; k++ {
		if has("date dates timing venue", f.d.Lower(k)) && has("no any", f.d.Lower(k-1)) {
			return true
		}
	}
	return false
}

// calledFor reports whether the noun at token i belongs to what a plan or a speaker calls for: "the plan calls for a truce while holding
// talks".
func (f *meetingFinder) calledFor(i int) bool {
	if f.deps == nil {
		return false
	}
	const most = 4
	g := f.d.Reading.Heads[i]
	if f.d.Lower(g-1) != "while" || f.deps.Relation(i) != "obj" {
		return false
	}
	for range most {
		if has("calls call called calling urges urged demands demanded", f.d.Lower(g)) {
			return true
		}
		g = f.d.Reading.Heads[g]
	}
	return false
}

// forYears reports whether the words behind a meeting at token i tell that it has gone on for months or years, as talks do that are no
// one occasion.
func (f *meetingFinder) forYears(i int) bool {
	const reach, number = 10, 6
	for k := i + 1; k < min(f.d.SentenceOf(i).To, i+reach); k++ {
		if clauseEnds[f.d.Lower(k)] || !f.d.Tokens[k].Word {
			return false
		}
		for n := k + 1; f.d.Lower(k) == "for" && n < min(f.d.SentenceOf(i).To, k+number); n++ {
			if has("months years decades", f.d.Lower(n)) {
				return true
			}
		}
	}
	return false
}

// none reports whether the words say that there was none, "no meeting", "no formal talks", or no one occasion.
func (f *meetingFinder) none(m mention) bool {
	const adjectives = 4
	if !meetingNounAt(f.d.Lower(m.at)) {
		return false
	}
	if !m.anchored() && f.forYears(m.at) {
		return true
	}
	for k := m.at - 1; k >= max(f.d.SentenceOf(m.at).From, m.at-adjectives); k-- {
		if f.d.Lower(k) == "no" {
			return true
		}
		if tag := f.tagAt(k); tag != "ADJ" && tag != "NOUN" && tag != "PROPN" && tag != "VERB" && tag != "ADV" {
			return false
		}
	}
	return false
}
