package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/nlp"
)

// documents are what "according to" may cite without a name.
var documents = nlp.WordSet(`documents records polls data figures estimates filings transcripts reports results files emails minutes
	index study survey papers statistics projections calculations accounts rankings returns count tally census model indictment
	complaint lawsuit affidavit transcript record document memo readout agenda forecast review audit guidelines rules`)

// citing returns how many tokens the words that cite a source have at token i, "according to", "in the words of" and, where a name
// follows, "per", else 0.
func (f *finder) citing(i int, un unit) int {
	switch d := f.d; d.Lower(i) {
	case "according":
		if d.Lower(i+1) == "to" {
			return 2
		}
	case "in":
		if d.Lower(i+1) == "the" && d.Lower(i+2) == "words" && d.Lower(i+3) == "of" {
			return 4
		}
	case "per":
		if (i == un.From || d.Word(i-1) == ",") && (f.nameOf[i+1] > 0 || f.person[i+1] > 0 || f.inTitle[i+1]) {
			return 1
		}
	}
	return 0
}

// accordingTo handles "according to SOURCE", before or behind what the source says; the words that cite are n tokens.
func (f *finder) accordingTo(c, n, u int) {
	d, un := f.d, f.units[u]
	to := c + n
	for to < un.To && f.quoteOf[to] == 0 && d.Word(to) != "," && d.Word(to) != "." && d.Word(to) != ";" && d.Word(to) != ")" {
		to++
	}
	np := nlp.Range{From: c + n, To: to}
	if np.Len() > 1 && d.Lower(np.To-1) == "'s" {
		np.To--
	}
	if np.Len() == 0 {
		return
	}
	src, ok := f.resolve(np)
	if !ok {
		if head := d.Lower(f.coreOf(np).To - 1); !f.capitalized(np) && !documents[d.Lower(np.To-1)] && !nlp.Human(head) && !nlp.Human(strings.TrimSuffix(head, "s")) {
			return // "according to plan"
		}
		src = nlp.Source{Kind: nlp.UnnamedSource, Span: d.SpanOf(f.withoutArticle(np))}
	}
	to = max(to, d.RangeOf(src.Span).To) // "according to the founder, NAME,"
	cue := nlp.Range{From: c, To: c + n}
	region := nlp.Range{From: un.From, To: c}
	inserted := d.Word(c-1) == "," && d.Word(to) == ","
	switch {
	case c-un.From <= 2 || inserted && joining[d.Lower(c-2)]: // "…, when, according to NAME, …"
		region = nlp.Range{From: to, To: f.clauseEnd(to, un)}
	case inserted && d.Reading != nil && (!f.clausal([]nlp.Range{region}) || d.Reading.Tags[c-2] == "AUX" || haveForms[d.Lower(c-2)]): // "The bridge, according to NAME, will open"
		if at := f.add(src, cue, region, u); at >= 0 {
			f.extend(at, nlp.Range{From: to, To: f.clauseEnd(to, un)})
		}
		return
	}
	for region.Len() > 0 && !d.Tokens[region.To-1].Word && f.quoteOf[region.To-1] == 0 {
		region.To--
	}
	at := f.add(src, cue, region, u)
	if w := d.Lower(to + 1); at >= 0 && inserted && (w == "and" || w == "but") && !f.speakerFollows(to+2, un) { // "Ten came, according to NAME, and two left"
		f.extend(at, nlp.Range{From: to + 1, To: f.clauseEnd(to+1, un)})
	}
}

var haveForms = nlp.WordSet("has have had")

func (f *finder) capitalized(r nlp.Range) bool {
	for i := r.From; i < r.To; i++ {
		if c, _ := utf8.DecodeRuneInString(f.d.Word(i)); unicode.IsUpper(c) {
			return true
		}
	}
	return false
}
