package extract

// What the words around a present tense say of whether a meeting is still to come.

// headline reports whether token i stands in a title, or in a short line without a full stop, as between the items of a digest.
func (f *meetingFinder) headline(i int) bool {
	const longest = 14
	s := f.d.SentenceOf(i)
	return s.Title || s.Len() < longest && f.d.Tokens[s.To-1].Word && s.To < len(f.d.Tokens)
}

// comingDay reports whether a day of the week or a month stands in the sentence of token i, and nothing says that it is past.
func (f *meetingFinder) comingDay(i int) bool {
	s := f.d.SentenceOf(i)
	for k := i + 1; k < s.To; k++ {
		if f.dateAt(k) && !has("today now currently tonight morning afternoon evening", f.d.Lower(k)) && !has("since last", f.d.Lower(k-1)) {
			return true
		}
		if clauseEnds[f.d.Lower(k)] {
			return false
		}
	}
	return false
}

// suggestedThat reports whether the verb at token i stands in the clause of what somebody proposes: "suggested that they meet".
func (f *meetingFinder) suggestedThat(i int) bool {
	if f.deps == nil || i >= len(f.d.Tokens) || f.d.Reading.Tags[i] != "VERB" {
		return false
	}
	g := f.d.Reading.Heads[i]
	if r := f.deps.Relation(i); g >= i || r != "ccomp" && r != "advcl" || !has("proposed proposes suggested suggests offered offers", f.d.Lower(g)) {
		return false
	}
	for _, k := range f.deps.Kids(i, "mark") {
		if f.d.Lower(k) == "that" {
			return true
		}
	}
	return f.deps.Relation(i) == "ccomp"
}

// dayBehind reports whether a date stands in the sentence of token i.
func (f *meetingFinder) dayBehind(i int) bool {
	s := f.d.SentenceOf(i)
	for k := s.From; k < s.To; k++ {
		if f.dateAt(k) {
			return true
		}
	}
	return false
}
