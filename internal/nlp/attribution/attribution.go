// Package attribution finds who is reported to have said what: the source, the cue and the content of each statement.
//
// Every reporting verb outside of quotation marks is a cue. Its source is looked for on its left, or on its right where
// the content stands before it; its content is the quotation or the clause on the other side. Quotations that no cue
// claims go to the speaker whom the context gives. What remains is a scare quote and no statement. What the encoder saw corrects
// where contents end and who is named as the source, and adds what no rule found; what others are told to have said within a
// quotation comes last.
package attribution

import (
	"sort"
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Run fills d.Statements. It needs all other layers.
func Run(d *nlp.Doc) {
	f := newFinder(d)
	f.turns()
	f.interview()
	f.labelled()
	for u := range f.units {
		f.cues(u)
	}
	f.unclaimed()
	f.blocks()
	f.seen()
	f.organs()
	f.thoughts()
	f.nested()
	f.finish()
	f.addressees()
	f.attitudes()
}

// unit is one sentence, or several that a quotation running over their ends holds together.
type unit struct {
	nlp.Range
	paragraph int
	title     bool
}

type finder struct {
	d       *nlp.Doc
	units   []unit
	unitOf  []int   // by token
	ofUnit  [][]int // by unit: indexes into out, without the turns of interviews
	quoteOf []int   // by token: index of the quotation plus one, marks included; 0 outside
	nameOf  []int   // by token: index of the name plus one
	person  []int   // by token: index of the person plus one, pronouns and bare offices included
	placeOf []int   // by token: index of the country match plus one
	inTitle []bool
	inTurn  []bool // by token: part of a turn of an interview
	inWork  []bool // by token: part of a work's title or a nickname in quotation marks
	folded  []string
	out     []found
	claimed []int // by quotation: index into out plus one
	homes   *nlp.Home
	claimOf []int // by token: index of the encoder's claim whose cue it is part of, plus one
}

// found is an attribution in the making.
type found struct {
	nlp.Attribution
	unit   int
	region nlp.Range // the tokens of the content from the first to the last
	turn   bool
}

func newFinder(d *nlp.Doc) *finder {
	n := len(d.Tokens)
	f := &finder{d: d, unitOf: make([]int, n), quoteOf: make([]int, n+1), nameOf: make([]int, n+1),
		person: make([]int, n+1), placeOf: make([]int, n+1), inTitle: make([]bool, n+1), inTurn: make([]bool, n+1), inWork: make([]bool, n+1), claimed: make([]int, len(d.Quotes))}
	for k, name := range d.Names {
		for i := name.From; i < name.To; i++ {
			f.nameOf[i] = k + 1
		}
		for i := name.Title.From; i < name.Title.To; i++ {
			f.inTitle[i] = true
		}
	}
	for p := range d.People {
		for _, m := range d.People[p].Mentions {
			for i := m.From; i < m.To; i++ {
				f.person[i] = p + 1
			}
		}
	}
	for k, p := range d.Places {
		r := d.RangeOf(nlp.Span{Start: p.Start, End: p.End})
		for i := r.From; i < r.To; i++ {
			f.placeOf[i] = k + 1
		}
	}
	for q := range d.Quotes {
		if f.title(d.Quotes[q]) || f.nickname(d.Quotes[q]) {
			for i := d.Quotes[q].Tokens.From; i < d.Quotes[q].Tokens.To; i++ {
				f.inWork[i] = true
			}
			continue
		}
		r := d.RangeOf(d.Quotes[q].Span)
		for i := r.From; i < r.To; i++ {
			f.quoteOf[i] = q + 1
		}
	}
	f.cutUnits()
	f.indexClaims()
	return f
}

// longestUnit is the most tokens of a unit to which another sentence is joined.
const longestUnit = 1500

// cutUnits joins the sentences whose border lies within a quotation.
func (f *finder) cutUnits() {
	for i := 0; i < len(f.d.Sentences); i++ {
		s := f.d.Sentences[i]
		u := unit{Range: s.Range, paragraph: s.Paragraph, title: s.Title}
		for i+1 < len(f.d.Sentences) && f.d.Sentences[i+1].Paragraph == s.Paragraph && u.Len() < longestUnit && (f.runsOver(u.To) || f.cueFollows(u.To)) {
			i++
			u.To = f.d.Sentences[i].To
		}
		for k := u.From; k < u.To; k++ {
			f.unitOf[k] = len(f.units)
		}
		u.From = f.afterPlaceLine(u)
		f.units = append(f.units, u)
	}
	f.ofUnit = make([][]int, len(f.units))
}

// afterPlaceLine returns the first token of a unit behind the place line of wire copy that opens it: "OSLO: The ferry", "OSLO (Skerry) - The
// ferry".
func (f *finder) afterPlaceLine(u unit) int {
	if start := f.d.Tokens[u.From].Start; u.From == f.d.Paragraphs[u.paragraph].From && !u.title {
		if n := nlp.PlaceLine(f.d.Text[start:]); n > 0 {
			if at := f.d.TokenAt(start + n); at < u.To-1 {
				return at
			}
		}
	}
	for i := u.From + 1; i < u.To-1 && i < u.From+7; i++ {
		if f.townLine(u, i) {
			return i + 1
		}
		if f.d.Word(i) == ":" && i < u.From+5 && f.placeLine(nlp.Range{From: u.From, To: i}) {
			return i + 1
		}
	}
	return u.From
}

// townLine reports whether a dash at token i ends a town and its country at the head of one of the first paragraphs: "Quito, Ecuador – The
// ferry".
func (f *finder) townLine(u unit, i int) bool {
	const first = 4
	if w := f.d.Word(i); w != "–" && w != "—" && w != "-" || u.title || u.paragraph >= first || u.From != f.d.Paragraphs[u.paragraph].From || !f.upper(i+1) && f.d.Lower(i+1) != "the" || !f.d.Tokens[i].Spaced || !f.d.Tokens[i+1].Spaced {
		return false
	}
	for k := u.From; k < i; k++ {
		if f.d.Word(k) != "," && !f.upper(k) || f.person[k] > 0 || f.nameOf[k] > 0 {
			return false
		}
	}
	return true
}

// cueFollows reports whether a quoted question or exclamation ends before token i and its cue follows, which the
// capital letter of a name makes look like a new sentence: “Who will go?” Lind asked.
func (f *finder) cueFollows(i int) bool {
	d := f.d
	if f.quoteOf[i-1] == 0 || f.quoteOf[i] > 0 || i < 2 {
		return false
	}
	if mark := d.Word(i - 2); mark != "?" && mark != "!" {
		return false
	}
	for k := i + 1; k < len(d.Tokens) && k < i+9 && f.quoteOf[k] == 0; k++ {
		if v, ok := nlp.Reporting(d.Lower(k)); ok && (v.Form == nlp.PastForm || v.Form == nlp.ThirdPerson) && f.nameOf[k] == 0 {
			next := d.Lower(k + 1)
			return k+1 >= len(d.Tokens) || !d.Tokens[k+1].Word || nlp.Weekday(next) || prepositions[next] || strings.HasSuffix(next, "ly") ||
				(v.Class == nlp.Asks || v.Class == nlp.Tells) && f.onlyListener(k+1)
		}
	}
	return false
}

// onlyListener reports whether nothing but a noun phrase stands from token i to the end of the sentence, or to a comma or a day: "asked
// the mayor."
func (f *finder) onlyListener(i int) bool {
	const longest = 7
	r := f.d.Reading
	for k := i; r != nil && k < len(f.d.Tokens) && k < i+longest; k++ {
		switch r.Tags[k] {
		case "NOUN", "PROPN", "DET", "ADJ", "PRON":
		case "PUNCT":
			w := f.d.Word(k)
			return k > i && (w == "." || w == ",")
		default:
			return k > i && prepositions[f.d.Lower(k)]
		}
	}
	return false
}

// runsOver reports whether a quotation covers both sides of the border before token i.
func (f *finder) runsOver(i int) bool {
	q := f.quoteOf[i]
	return q > 0 && q == f.quoteOf[i-1]
}

func (f *finder) place(i int) (country.Match, bool) {
	if i < 0 || i >= len(f.d.Tokens) || f.placeOf[i] == 0 {
		return country.Match{}, false
	}
	return f.d.Places[f.placeOf[i]-1], true
}

// add keeps an attribution whose content is the range of tokens, split where a quotation mark, a cut or a line of the
// text interrupts it, and claims the quotations in it. It returns the index, or -1 where nothing is left of it.
func (f *finder) add(src nlp.Source, cue nlp.Range, region nlp.Range, u int) int {
	a := found{unit: u}
	if !f.fill(&a, src, cue, region) {
		return -1
	}
	f.out = append(f.out, a)
	f.claim(region, len(f.out))
	f.ofUnit[u] = append(f.ofUnit[u], len(f.out)-1)
	return len(f.out) - 1
}

// fill makes an attribution that of a source and a cue with the range of tokens as its content, and reports whether anything is left of it.
func (f *finder) fill(a *found, src nlp.Source, cue, region nlp.Range) bool {
	region = f.withoutRole(region, src, cue)
	spans, quoted, plain := f.contents(region)
	if len(spans) == 0 {
		return false
	}
	a.Source, a.Content, a.region = f.together(f.headed(f.speakerSeen(src, cue), cue), cue), spans, region
	if cue.Len() > 0 {
		a.Cue = f.d.SpanOf(cue)
	}
	a.Quoted, a.Mixed = quoted && !plain, quoted && plain
	return true
}

// withoutRole returns the words said without those behind a comma or a quotation that say who the one named next is: “We stay,” the union's
// president, NAME, told the court. The encoder tells them, or the commas about the name.
func (f *finder) withoutRole(region nlp.Range, src nlp.Source, cue nlp.Range) nlp.Range {
	if f.d.Reading == nil || src.Kind != nlp.PersonSource || src.Span.Len() == 0 || cue.Len() == 0 {
		return region
	}
	seen, name := f.seenSource(cue.From), f.d.RangeOf(src.Span)
	role := seen.From
	if seen.Len() == 0 {
		role = f.roleBehindComma(region, name)
	}
	if role <= region.From || role >= region.To || name.From < region.To || seen.Len() > 0 && !seen.Has(name.From) ||
		f.d.Word(role-1) != "," && f.quoteOf[role-1] == 0 {
		return region
	}
	for i := role; i < region.To; i++ {
		if f.quoteOf[i] > 0 {
			return region
		}
	}
	region.To = role
	return region
}

// roleBehindComma returns where a role begins that ends a range and is set off by commas from the name behind it, or -1.
func (f *finder) roleBehindComma(r, name nlp.Range) int {
	for r.To > r.From && f.d.Word(r.To-1) == "," {
		r.To--
	}
	head := f.d.Lower(r.To - 1)
	if r.Len() == 0 || f.d.Word(name.From-1) != "," || f.d.Word(name.To) != "," || !nlp.Office(head) && !nlp.Human(head) {
		return -1
	}
	for i := r.To - 1; i > r.From && f.d.Reading.Tags[i] != "VERB" && f.d.Reading.Tags[i] != "AUX"; i-- {
		if f.d.Word(i) == "," {
			return i + 1
		}
	}
	return -1
}

// claim marks the quotations in the region as belonging to attribution n (counted from one).
func (f *finder) claim(region nlp.Range, n int) {
	for i := region.From; i < region.To; i++ {
		if q := f.quoteOf[i]; q > 0 && f.claimed[q-1] == 0 {
			f.claimed[q-1] = n
		}
	}
}

// extend adds more content to attribution n.
func (f *finder) extend(n int, region nlp.Range) {
	spans, quoted, plain := f.contents(region)
	a := &f.out[n]
	a.Content = append(a.Content, spans...)
	a.Mixed = a.Mixed || plain && a.Quoted || quoted && !a.Quoted
	a.Quoted = a.Quoted && !plain
	a.region.To = max(a.region.To, region.To)
	f.claim(region, n+1)
}

// prepend adds content before that of attribution n.
func (f *finder) prepend(n int, region nlp.Range) {
	spans, _, _ := f.contents(region)
	a := &f.out[n]
	a.Content = append(spans, a.Content...)
	a.region.From = min(a.region.From, region.From)
	f.claim(region, n+1)
}

// withTitle returns the words that name a speaker with the title that stands right before a person's name: "Mr. NAME".
func (f *finder) withTitle(s nlp.Source) nlp.Span {
	if s.Kind != nlp.PersonSource || s.Span.Len() == 0 {
		return s.Span
	}
	r := f.d.RangeOf(s.Span)
	if f.nameOf[r.From] == 0 {
		return s.Span
	}
	for r.From > 0 && f.inTitle[r.From-1] && f.quoteOf[r.From-1] == f.quoteOf[r.From] {
		r.From--
	}
	return f.d.SpanOf(r)
}

// relativeSource points an unnamed speaker that a relative clause tells more of, "farmers who say", at the pronoun, as a name is; the words
// before it say who.
func (f *finder) relativeSource(s nlp.Source, cue nlp.Span) nlp.Source {
	if s.Kind != nlp.UnnamedSource || s.Span.Len() == 0 || cue.Len() == 0 {
		return s
	}
	who := f.d.RangeOf(s.Span).To
	if who >= len(f.d.Tokens) || f.d.Lower(who) != "who" || f.pastAdverbs(f.d.TokenAt(cue.Start)-1) != who {
		return s
	}
	s.Text, s.Span = f.d.Text[s.Span.Start:s.Span.End], f.d.Tokens[who].Span
	return s
}

// settle sorts the attributions by place and gives their sources the words that name them.
func (f *finder) settle() {
	sort.SliceStable(f.out, func(i, j int) bool { return f.out[i].Content[0].Start < f.out[j].Content[0].Start })
	for i := range f.out {
		a := &f.out[i]
		a.Source.Span = f.withTitle(a.Source)
		a.Source = f.relativeSource(a.Source, a.Cue)
	}
}

// finish keeps the attributions but for those that repeat another's content.
func (f *finder) finish() {
	f.settle()
	seen := map[string]bool{}
	for _, a := range f.out {
		key := sourceKey(a.Source)
		for _, c := range a.Content {
			key += "|" + fold(f.d.Text[c.Start:c.End])
		}
		if seen[key] {
			continue // a pull quote
		}
		seen[key] = true
		f.d.Statements = append(f.d.Statements, a.Attribution)
	}
}
