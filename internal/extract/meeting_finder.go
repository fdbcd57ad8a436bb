package extract

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/news"
	"graphload/internal/nlp"
)

// meetingFinder finds the occasions of one article. Its slices by token hold an index plus one, 0 for none.
type meetingFinder struct {
	b         *builder
	d         *nlp.Doc
	quoteOf   []int
	personOf  []int // pronouns and bare offices included
	nameOf    []int
	titleOf   []int // the name that a title belongs to
	placeOf   []int
	cityOf    []int
	chainOf   []int // by name: index into d.People, or -1
	cities    []country.Match
	phrase    []phrase
	startsAt  []int     // by token: phrase that begins there
	endsAt    []int     // by token: phrase that ends before it
	phraseOf  []int     // by token: phrase that holds it
	deps      *nlp.Tree // nil where nothing has read the text
	found     []mention
	dated     []bool // tokens of dates
	occasions []*occasion
	process   []party // those of the talks told last, whether or not these were an occasion
}

func newMeetingFinder(b *builder) *meetingFinder {
	d := b.doc
	n := len(d.Tokens) + 1
	f := &meetingFinder{b: b, d: d, quoteOf: make([]int, n), personOf: make([]int, n), nameOf: make([]int, n),
		titleOf: make([]int, n), placeOf: make([]int, n), cityOf: make([]int, n), chainOf: make([]int, len(d.Names)),
		cities: country.FindCities(d.Clean), deps: nlp.NewTree(d)}
	mark := func(list []int, r nlp.Range, v int) {
		for i := r.From; i < r.To; i++ {
			list[i] = v + 1
		}
	}
	for q := range d.Quotes {
		mark(f.quoteOf, d.RangeOf(d.Quotes[q].Span), q)
	}
	for k, name := range d.Names {
		f.chainOf[k] = -1
		mark(f.nameOf, name.Range, k)
		if name.Kind == nlp.PersonName {
			mark(f.titleOf, name.Title, k)
		}
	}
	for c := range d.People {
		for _, m := range d.People[c].Mentions {
			mark(f.personOf, m.Range, c)
			if m.Name >= 0 {
				f.chainOf[m.Name] = c
			}
		}
	}
	for k, p := range d.Places {
		mark(f.placeOf, d.RangeOf(nlp.Span{Start: p.Start, End: p.End}), k)
	}
	for k, p := range f.cities {
		mark(f.cityOf, d.RangeOf(nlp.Span{Start: p.Start, End: p.End}), k)
	}
	return f
}

// personAt returns the person that token i names or points to, or -1.
func (f *meetingFinder) personAt(i int) int { return f.personOf[i] - 1 }

// mentionAt returns the range of the pronoun or bare office at token i.
func (f *meetingFinder) mentionAt(i int) nlp.Range {
	for _, m := range f.d.People[f.personOf[i]-1].Mentions {
		if m.Has(i) {
			return nlp.Range{From: i, To: m.To}
		}
	}
	return nlp.Range{From: i, To: i + 1}
}

func (f *meetingFinder) placeAt(i int) (country.Match, bool) {
	if i < 0 || i >= len(f.placeOf) || f.placeOf[i] == 0 {
		return country.Match{}, false
	}
	return f.d.Places[f.placeOf[i]-1], true
}

// matchEnd returns the token behind a country's or a city's name.
func (f *meetingFinder) matchEnd(m country.Match) int {
	return f.d.RangeOf(nlp.Span{Start: m.Start, End: m.End}).To
}

func (f *meetingFinder) person(c int) party {
	p := &f.d.People[c]
	return party{ref: news.Ref{Type: news.RefPerson, ID: f.b.personID[c]}, code: p.Represents, private: p.Represents == "" && len(p.Titles) == 0}
}

func (f *meetingFinder) state(code string) party {
	return party{ref: news.Ref{Type: news.RefCountry, ID: code}, code: code}
}

// hasCountry reports whether the record names the country, so that a participant may point to it.
func (f *meetingFinder) hasCountry(code string) bool { _, ok := f.b.codes[code]; return ok }

func (f *meetingFinder) organization(n nlp.Name) (news.Ref, bool) {
	key := n.Canon
	if key == "" {
		key = f.d.Words(n.Range)
	}
	i, ok := f.b.orgID[key]
	if !ok {
		return news.Ref{}, false
	}
	return news.Ref{Type: news.RefOrganization, ID: f.b.rec.Organizations[i].ID}, true
}

// list returns the phrases that a list of actors beginning with phrase n names, and the token behind it. Commas part a
// list only where "and" closes it.
func (f *meetingFinder) list(n int) (phrases []phrase, to int) {
	d := f.d
	phrases = []phrase{f.phrase[n]}
	to = f.phrase[n].To
	pending := 0 // phrases that follow a comma and wait for the "and"
	for !f.phrase[n].owner {
		k := to
		comma := d.Word(k) == "," || d.Word(k-1) == ","
		if d.Word(k) == "," {
			k++
		}
		closed, hyphen := false, false
		if w := d.Lower(k); comma && w == "including" { // "party leaders, including NAME"
			k, closed, pending = k+1, true, 0
		} else if (w == "-" || w == "–") && !d.Tokens[k].Spaced && !comma { // "the EU-Egypt Council"
			k, closed, hyphen = k+1, true, true
		} else if w == "and" || w == "&" {
			k, closed = k+1, true
		} else if w == "as" && d.Lower(k+1) == "well" && d.Lower(k+2) == "as" {
			k, closed = k+3, true
		} else if (w == "along" || w == "together") && d.Lower(k+1) == "with" {
			k, closed = k+2, true
		}
		if !closed && !comma {
			break
		}
		if w := d.Lower(k); closed && (w == "with" || w == "between") {
			k++
		}
		m := f.startsAt[k] - 1
		if m < 0 || f.phrase[m].owner || f.phrase[m].anaphor || k >= d.SentenceOf(to-1).To ||
			closed && !hyphen && f.verbAt(f.phrase[m].To) && !f.listSubject(phrases) {
			break
		}
		phrases = append(phrases, f.phrase[m])
		to = f.phrase[m].To
		n = m
		if pending++; closed {
			pending = 0
		}
	}
	if pending > 0 {
		phrases = phrases[:len(phrases)-pending]
		to = phrases[len(phrases)-1].To
	}
	return phrases, to
}

// listSubject reports whether the list stands where a subject does, so that a verb behind it belongs to all of it.
func (f *meetingFinder) listSubject(list []phrase) bool {
	i := list[0].From
	before := f.d.Lower(i - 1)
	return i == f.d.SentenceOf(i).From || before == "," || before == "–" || before == "—" || before == ":" || before == "that" || before == "where" || before == "when" ||
		before == "after" || before == "before" || before == "as" || before == "while" || before == "\"" || before == "“" ||
		before == "said" || before == "says" || before == "between" || before == "among" || before == "of" && meetingNounAt(f.d.Lower(i-2))
}

// verbAt reports whether token i is likely a finite verb.
func (f *meetingFinder) verbAt(i int) bool {
	w := f.d.Lower(i)
	if auxiliaries[w] {
		return !f.dateAt(i) // the month of May
	}
	if v, ok := nlp.Reporting(w); ok && (v.Form == nlp.PastForm || v.Form == nlp.ThirdPerson) {
		return true
	}
	if r := f.d.Reading; r != nil && i < len(r.Tags) && r.Tags[i] == "VERB" && i > 0 && r.Tags[i-1] == "PROPN" && !strings.HasSuffix(w, "ing") { // "NAME gave ground"
		return true
	}
	if r := f.d.Reading; r != nil && i < len(r.Tags) && r.Tags[i] == "NOUN" { // "a working lunch in Rome"
		return false
	}
	if _, ok := meetingVerbs[w]; ok {
		return true
	}
	if v, ok := lightVerbs[w]; ok && v.form != nlp.Gerund {
		return true
	}
	return len(w) > 4 && w[len(w)-2:] == "ed"
}

// listEnding returns the phrases of the list of actors that ends before token k, and its first token.
func (f *meetingFinder) listEnding(k int) ([]phrase, int, bool) {
	last := f.endsAt[k] - 1
	if last < 0 {
		return nil, 0, false
	}
	for n := max(0, last-6); n <= last; n++ { // the longest list that ends there
		if f.d.Tokens[f.phrase[n].From].Sentence != f.d.Tokens[f.phrase[last].From].Sentence {
			continue
		}
		if list, to := f.list(n); to == k {
			return list, f.phrase[n].From, true
		}
	}
	return []phrase{f.phrase[last]}, f.phrase[last].From, true
}
