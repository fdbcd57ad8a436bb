package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/nlp"
)

// A cue with its speaker may stand within what is said: "The ships, she said on Monday, will stay", "It is time to act, she said, “not
// next year, but now”". The content is what stands before and behind.

// insertionAt returns what two commas set off, from the first to behind the second: a cue whose subject begins at token from and whose verb,
// with its subject where that follows, ends before token to. It is empty where no commas do.
func (f *finder) insertionAt(from, to int, cue nlp.Range, v nlp.ReportingVerb, un unit) nlp.Range {
	d := f.d
	if v.Class > nlp.Notes || from-1 <= un.From {
		return nlp.Range{}
	}
	if from < cue.From && d.Word(cue.From-1) == "," { // "the union's leader, NAME, said"
		if from = f.apposedTo(from); from-1 <= un.From {
			return nlp.Range{}
		}
	}
	if d.Word(from-1) != "," || f.quoteOf[from-1] > 0 {
		return nlp.Range{}
	}
	start := to
	if v.Class == nlp.Tells {
		start = f.listener(to, un)
	}
	const longest = 14
	for i := start; i < un.To-1 && i < start+longest && f.quoteOf[i] == 0 && d.Lower(i) != "that"; i++ {
		if d.Word(i) == "," && !nlp.Month(d.Lower(i+1)) && !isNumber(d.Word(i+1)) { // "on Tuesday, March 3, 2026,"
			if i > start && (f.infinitive(start) || !f.circumstance(nlp.Range{From: start, To: i})) {
				break
			}
			return nlp.Range{From: from - 1, To: i + 1}
		}
	}
	return nlp.Range{}
}

// apposedTo returns the first token of the noun phrase to which the name at token i stands in apposition, or i.
func (f *finder) apposedTo(i int) int {
	r := f.d.Reading
	if r == nil {
		return i
	}
	for k := i; k < i+4 && k < len(f.d.Tokens); k++ {
		if h := r.Heads[k]; r.Relations[k] == "appos" && h < i {
			for h > 0 && f.d.Word(h-1) != "," && f.under(h-1, r.Heads[k]) {
				h--
			}
			return h
		}
	}
	return i
}

// interrupted adds a statement whose content is interrupted by an insertion with its cue, and reports whether it has.
func (f *finder) interrupted(src nlp.Source, cue, in nlp.Range, u int) bool {
	if in.Len() == 0 {
		return false
	}
	d, un := f.d, f.units[u]
	before := nlp.Range{From: un.From, To: in.From}
	for i := before.From; i < before.To-2; i++ {
		if d.Word(i) == ":" && f.quoteOf[i] == 0 && d.Tokens[i+1].Spaced { // "Too dear, too slow: the critics, she says, …"
			before.From = i + 1
		}
	}
	if f.hasCue(before) || before.Len() < 2 && strings.HasSuffix(d.Lower(before.From), "ing") { // "Reacting, NAME said"
		return false
	}
	if q := f.quoteBehind(in.To, un); q >= 0 {
		if f.quotes(before) || f.claimed[f.quoteOf[q]-1] > 0 || !f.leadsInto(before, in.To, q) {
			return false
		}
		n := f.add(src, cue, before, u)
		if n >= 0 {
			f.extend(n, nlp.Range{From: in.To, To: f.quoteTo(q, un)})
		}
		return n >= 0
	}
	after := nlp.Range{From: in.To, To: f.clauseEnd(in.To, un)}
	if f.quotes(before) && f.quoteOf[in.From-1] > 0 || f.glossAt(in.To) {
		return false
	}
	last := d.Lower(in.From - 1)
	if relative[last] && d.Word(in.From-2) == "," || last == "and" || last == "but" { // "the harbour, which, NAME said, is full"
		return f.add(src, cue, after, u) >= 0
	}
	whole := f.isClause(before) // "Traders have left, she said in Oslo, …"
	if !whole && !f.isClause(after) && !f.clauseLike(after) {
		return false
	}
	joins := joinsClause[d.Lower(after.From)] && f.isClause(after)
	n := f.add(src, cue, before, u)
	if n >= 0 && (!whole || joins || in.To == cue.To+1) && !f.aboutSpeaker(after, cue) && !f.anothersView(after) {
		f.extend(n, after)
	}
	return n >= 0
}

// anothersView reports whether words set what somebody else thinks or says against what was said before them: ", NAME says, but NAME
// disagrees".
func (f *finder) anothersView(r nlp.Range) bool {
	d, i := f.d, r.From+1
	if w := d.Lower(r.From); w != "but" && w != "yet" && w != "and" || f.nameOf[i] == 0 && f.placeOf[i] == 0 {
		return false
	}
	for i < r.To && (f.nameOf[i] > 0 || f.placeOf[i] > 0) {
		i++
	}
	for i < r.To && betweenSubjectAndVerb[d.Lower(i)] {
		i++
	}
	v, reports := nlp.Reporting(d.Lower(i))
	return i < r.To && (reports && v.Class <= nlp.Tells || nlp.Attitude(d.Lower(i)) == nlp.Judgement) && (d.Reading == nil || d.Reading.Tags[i] == "VERB")
}

// isClause reports whether words are a clause by the tree, or without one by their words.
func (f *finder) isClause(r nlp.Range) bool {
	if f.d.Reading == nil {
		return r.Len() > 0 && f.clauseLike(r)
	}
	return f.clausal([]nlp.Range{r})
}

// relative are the pronouns of relative clauses.
var relative = nlp.WordSet("which who where when that whom")

// quoteBehind returns the token at which a quotation begins right behind token i or behind a word there that joins, or -1.
func (f *finder) quoteBehind(i int, un unit) int {
	for k := i; k < un.To && k < i+3; k++ {
		if f.quoteOf[k] > 0 {
			return k
		}
		if !joinsQuote[f.d.Lower(k)] {
			break
		}
	}
	return -1
}

// joinsQuote are words between a cue and a quotation that goes on with the sentence before the cue.
var joinsQuote = nlp.WordSet("and but because so since as for that , or yet")

// joinsClause are words between a cue with its day or place and a clause that goes on with what was said before.
var joinsClause = nlp.WordSet("and but or because so yet")

// leadsInto reports whether the words before an insertion and the quotation that begins at token q behind it are one sentence: a clause
// that a small letter or a joining word goes on with, or a subject that has its verb in the quotation. Where and when something was
// said is no part of it.
func (f *finder) leadsInto(before nlp.Range, next, q int) bool {
	d := f.d
	if d.Reading == nil || before.Len() < 2 {
		return false
	}
	first := q
	for first < len(d.Tokens) && f.quoteOf[first] == f.quoteOf[q] && !d.Tokens[first].Word {
		first++
	}
	if c, _ := utf8.DecodeRuneInString(d.Word(first)); q == next && !unicode.IsLower(c) {
		return false
	}
	opens := d.Lower(before.From)
	if opens == "if" || opens == "unless" {
		return true
	}
	if introduces[opens] || prepositions[opens] || joining[opens] && !f.clausal([]nlp.Range{before}) || d.Reading.Tags[before.From] == "ADV" {
		return false
	}
	tag := d.Reading.Tags[first]
	return f.clausal([]nlp.Range{before}) || q == next && (tag == "VERB" || tag == "AUX")
}

// aboutSpeaker reports whether the words behind "…, NAME said," tell of the speaker and are no part of what was said: "an adviser to
// the mayor", "on condition of anonymity", and what the encoder saw as words of the source, or leaves out without a clause of its own.
func (f *finder) aboutSpeaker(r, cue nlp.Range) bool {
	d := f.d
	if r.Len() == 0 || d.Reading == nil {
		return false
	}
	if n := f.claimOf[cue.From]; n > 0 {
		c := d.Reading.Claims[n-1]
		if c.Source.From <= r.From+1 && r.From < c.Source.To {
			return true
		}
		if strings.HasSuffix(d.Lower(r.From), "ing") && d.Reading.Tags[r.From] == "VERB" && len(c.Content) > 0 && c.Content[len(c.Content)-1].To <= r.From {
			return true
		}
	}
	w := d.Lower(r.From)
	return !f.clausal([]nlp.Range{r}) && (w == "a" || w == "an" || w == "without" || f.contains(r, "anonymity"))
}
