package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/nlp"
)

// unclaimed gives the quotations that no cue has claimed to the speaker of the context.
func (f *finder) unclaimed() {
	for q := range f.d.Quotes {
		if f.claimed[q] > 0 {
			continue
		}
		quote := f.d.Quotes[q]
		if quote.Tokens.Len() == 0 || f.inTurn[quote.Tokens.From] || f.quoteOf[quote.Tokens.From] == 0 {
			continue
		}
		if quote.Continues && q > 0 && f.claimed[q-1] > 0 {
			f.extend(f.claimed[q-1]-1, f.d.RangeOf(quote.Span))
			continue
		}
		if q+1 < len(f.d.Quotes) && f.d.Quotes[q+1].Continues && f.claimed[q+1] > 0 { // the cue stands in a later paragraph
			f.prepend(f.claimed[q+1]-1, f.d.RangeOf(quote.Span))
			continue
		}
		if !f.sentenceLike(quote) {
			continue
		}
		if f.repeats(q) {
			continue
		}
		if f.closedBy(q) {
			continue
		}
		f.byContext(q)
	}
}

// closedBy handles a quotation that its sentence goes on behind with somebody and what they did, whatever the verb: “We stay,” NAME sums up,
// “We stay,” adds with a smile NAME. It reports whether it is one.
func (f *finder) closedBy(q int) bool {
	d := f.d
	if d.Reading == nil {
		return false
	}
	quote := f.d.RangeOf(d.Quotes[q].Span)
	u := f.unitOf[quote.To-1]
	un := f.units[u]
	const far = 12
	for i := quote.To; i < un.To && i < quote.To+far && f.quoteOf[i] == 0; i++ {
		if d.Reading.Tags[i] != "VERB" || strings.HasSuffix(d.Lower(i), "ing") {
			continue
		}
		np := f.subjectOf(nlp.Range{From: i, To: i + 1})
		if np.Len() == 0 || np.From < quote.To || np.To > un.To {
			return false
		}
		for k := quote.To; k < min(i, np.From); k++ { // nothing but adverbs before the two
			if d.Tokens[k].Word && d.Reading.Tags[k] != "ADV" {
				return false
			}
		}
		src, ok := f.resolve(np)
		if !ok || src.Kind != nlp.PersonSource && src.Kind != nlp.OrganizationSource {
			return false
		}
		f.backward(src, nlp.Range{From: i, To: i + 1}, q+1, u, max(i+1, np.To))
		return f.claimed[q] > 0
	}
	return false
}

// sentenceLike tells a quotation that stands as a sentence of its own from a scare quote or a title.
func (f *finder) sentenceLike(q nlp.Quote) bool {
	words := 0
	for i := q.Tokens.From; i < q.Tokens.To; i++ {
		if f.d.Tokens[i].Word {
			words++
		}
	}
	r, _ := utf8.DecodeRuneInString(f.d.Text[q.Inner.Start:])
	un := f.units[f.unitOf[q.Tokens.From]]
	opens := f.d.Tokens[un.From].Start >= q.Start || f.d.Word(f.d.RangeOf(q.Span).From-1) == ":"
	last, _ := utf8.DecodeLastRuneInString(f.d.Text[q.Inner.Start:q.Inner.End])
	least := 4
	if last == '.' || last == '!' || last == '?' {
		least = 1
	}
	return words >= least && (unicode.IsUpper(r) || q.Continues || !q.Opened || unicode.IsDigit(r) || r == '[' || r == '…' || r == '.') && opens
}

// repeats reports whether the quotation prints words again that another quotation has: a pull quote.
func (f *finder) repeats(q int) bool {
	if f.folded == nil {
		for _, other := range f.d.Quotes {
			f.folded = append(f.folded, fold(f.d.Text[other.Inner.Start:other.Inner.End]))
		}
	}
	words := f.folded[q]
	for k := max(0, q-pullQuoteReach); k < len(f.folded) && k < q+pullQuoteReach; k++ {
		w := f.folded[k]
		if len(w) > len(words) && strings.Contains(w, words) || k != q && w == words && (f.claimed[k] > 0 || k < q) {
			return true
		}
	}
	return false
}

// pullQuoteReach is how many quotations before and behind are looked through for the words of a pull quote.
const pullQuoteReach = 200

// byContext attributes a quotation without a cue: it goes on with a quotation of the same paragraph that its cue
// interrupted, or follows indirect speech of the same speaker, or stands alone in a paragraph behind the speaker's.
func (f *finder) byContext(q int) {
	quote := f.d.Quotes[q]
	region := f.d.RangeOf(quote.Span)
	u := f.unitOf[quote.Tokens.From]
	paragraph := f.units[u].paragraph
	if src, ok := f.signed(region, paragraph); ok && !(src.Kind == nlp.OrganizationSource && f.continued(region.From, paragraph)) {
		f.add(src, nlp.Range{}, region, u)
		return
	}
	if src, cue, ok := f.announced(region.From); ok {
		f.add(src, cue, region, u)
		return
	}
	last := f.lastBefore(region.From)
	if quote.Opened && quote.Closed && (last < 0 || f.units[f.out[last].unit].paragraph != paragraph) {
		if src, ok := f.beside(u); ok {
			f.add(src, nlp.Range{}, region, u)
			return
		}
	}
	if last < 0 {
		return
	}
	a := f.out[last]
	distance := paragraph - f.units[a.unit].paragraph
	switch {
	case distance == 0 && (a.Quoted || a.Mixed) && a.Cue.Len() > 0 && u-a.unit <= 1 && a.Cue.Start > a.Content[0].Start:
		f.extend(last, region)
	case distance == 0:
		f.add(f.out[f.outermost(last)].Source, nlp.Range{}, region, u)
	case distance <= 2 && !f.units[u].title && (f.onlyQuote(paragraph) || f.opensAlone(region, paragraph)) && !f.units[a.unit].title:
		f.add(a.Source, nlp.Range{}, region, u)
	}
}

// continued reports whether a statement of its paragraph stands before a quotation at token i: an agency's name behind it is no signature.
func (f *finder) continued(i, paragraph int) bool {
	last := f.lastBefore(i)
	return last >= 0 && f.units[f.out[last].unit].paragraph == paragraph
}

// beside returns the one person who is the subject of the sentence before a quotation that stands as one, or of the sentence
// behind it, in its paragraph: `NAME points at the shelves. “Look.”`
func (f *finder) beside(u int) (nlp.Source, bool) {
	for _, k := range []int{u - 1, u + 1} {
		if k < 0 || k >= len(f.units) || f.units[k].paragraph != f.units[u].paragraph || f.units[k].title {
			continue
		}
		if src, ok := f.onlySubject(f.units[k]); ok {
			return src, true
		}
	}
	return nlp.Source{}, false
}

// onlySubject returns the person who is the subject of a sentence that names nobody else.
func (f *finder) onlySubject(un unit) (src nlp.Source, ok bool) {
	if f.d.Reading == nil {
		return src, false
	}
	who, subject := -1, -1
	for i := un.From; i < un.To; i++ {
		p := f.person[i] - 1
		if p < 0 {
			continue
		}
		if f.quoteOf[i] > 0 || who >= 0 && p != who {
			return src, false
		}
		who = p
		if relation := f.d.Reading.Relations[i]; subject < 0 && (relation == "nsubj" || relation == "appos" && f.d.Reading.Relations[f.d.Reading.Heads[i]] == "nsubj") {
			subject = i
		}
	}
	if subject < 0 {
		return src, false
	}
	return nlp.Source{Kind: nlp.PersonSource, Chain: who, Span: f.d.SpanOf(f.nameRange(subject))}, true
}

// blocks attributes paragraphs without quotation marks that "NAME said:" at the end of a paragraph announces, as press
// offices print statements: the next paragraph, and those behind it that go on in the first person.
func (f *finder) blocks() {
	d := f.d
	for p := 0; p+1 < len(d.Paragraphs); p++ {
		last := d.Paragraphs[p].To - 1
		if d.Word(last) != ":" || f.inTurn[last] || f.taken(d.Paragraphs[p+1]) {
			continue
		}
		src, cue, ok := f.announced(last + 1)
		if !ok || cue.Len() == 0 {
			continue
		}
		end := p + 2
		for end < len(d.Paragraphs) && f.firstPerson(d.Paragraphs[end]) && !f.taken(d.Paragraphs[end]) {
			end++
		}
		region := nlp.Range{From: last + 1, To: d.Paragraphs[end-1].To}
		if n := f.add(src, cue, region, f.unitOf[last+1]); n >= 0 {
			f.out[n].Quoted, f.out[n].Mixed = true, false
			f.out[n].Content = f.split(d.SpanOf(region))
		}
	}
}

// taken reports whether a paragraph has a statement or a quotation of its own.
func (f *finder) taken(p nlp.Range) bool {
	for i := p.From; i < p.To; i++ {
		if f.quoteOf[i] > 0 || f.inTurn[i] || len(f.ofUnit[f.unitOf[i]]) > 0 {
			return true
		}
	}
	return listItem(f.d.Word(p.From))
}

// firstPerson reports whether a paragraph speaks of "I" or "we".
func (f *finder) firstPerson(p nlp.Range) bool {
	for i := p.From; i < p.To; i++ {
		switch f.d.Lower(i) {
		case "i", "we", "our", "my", "us", "i'm", "we're", "i've", "we've", "i'll", "we'll":
			return true
		}
	}
	return false
}

// signed returns the speaker whose name stands behind a quotation and a dash at the end of its paragraph: “…” — NAME.
func (f *finder) signed(region nlp.Range, paragraph int) (nlp.Source, bool) {
	d := f.d
	end := f.lineEnd(region.To, d.Paragraphs[paragraph].To)
	for i := max(region.To, end-longestSignature); i+1 < end; i++ {
		switch d.Word(i) {
		case "—", "–", "―", "-":
		default:
			continue
		}
		if i > region.To && f.quoteOf[i-1] == 0 { // another quotation may stand between, as one with marks inside is read
			continue
		}
		name := nlp.Range{From: i + 1, To: end}
		if src, ok := f.resolve(name); ok {
			return src, true
		}
		return nlp.Source{Kind: nlp.UnnamedSource, Span: d.SpanOf(name)}, f.capitalized(name)
	}
	return nlp.Source{}, false
}

// longestSignature is the most tokens of a dash and a name behind a quotation.
const longestSignature = 14

// lineEnd returns the token behind the last one on the line of token i, before token end.
func (f *finder) lineEnd(i, end int) int {
	for k := i + 1; k < end; k++ {
		if strings.Contains(f.d.Clean[f.d.Tokens[k-1].End:f.d.Tokens[k].Start], "\n") {
			return k
		}
	}
	return end
}

// announced returns the speaker whom the sentence before a colon and the quotation that begins at token i tells: by a
// reporting verb ("NAME reports:"), by the words right before the colon ("The plan does not please NAME:"), or as its
// subject.
func (f *finder) announced(i int) (src nlp.Source, cue nlp.Range, ok bool) {
	if i == 0 || f.d.Word(i-1) != ":" {
		return src, cue, false
	}
	before := f.units[f.unitOf[i-1]]
	for c := i - 2; c > before.From; c-- {
		v, isVerb := nlp.Reporting(f.d.Lower(c))
		if !isVerb || v.Form == nlp.BaseForm || v.Form == nlp.Gerund || f.quoteOf[c] > 0 || f.nameOf[c] > 0 {
			continue
		}
		if src, _, ok = f.subjectBefore(c, before); ok {
			return src, nlp.Range{From: c, To: c + 1}, true
		}
	}
	if k := i - 2; k >= before.From && f.person[k] > 0 {
		return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[k] - 1, Span: f.d.SpanOf(f.nameRange(k))}, cue, true
	}
	src, ok = f.unitSubject(f.unitOf[i-1], i-1)
	return src, cue, ok && src.Kind != nlp.CountrySource
}

// lastBefore returns the attribution whose content ends last in the nearest unit before token i, or -1.
func (f *finder) lastBefore(i int) int {
	best := -1
	for u := f.unitOf[i]; u >= 0 && u > f.unitOf[i]-contextReach && best < 0; u-- {
		for _, n := range f.ofUnit[u] {
			if a := f.out[n]; a.region.From < i && (best < 0 || a.region.To >= f.out[best].region.To) {
				best = n
			}
		}
	}
	return best
}

// contextReach is how many units back the context of a quotation may lie.
const contextReach = 40

// opensAlone reports whether a quotation opens its paragraph, of which the rest names nobody and tells of no statement: “We had no boats.” That
// was all.
func (f *finder) opensAlone(quote nlp.Range, paragraph int) bool {
	p := f.d.Paragraphs[paragraph]
	if quote.From > p.From {
		return false
	}
	for i := quote.To; i < p.To; i++ {
		if f.quoteOf[i] == 0 && (f.person[i] > 0 || f.nameOf[i] > 0 || f.insideContent(i)) {
			return false
		}
		if v, ok := nlp.Reporting(f.d.Lower(i)); ok && v.Class <= nlp.Notes && f.quoteOf[i] == 0 {
			return false
		}
	}
	return true
}

// onlyQuote reports whether a paragraph consists of nothing but quotations.
func (f *finder) onlyQuote(paragraph int) bool {
	p := f.d.Paragraphs[paragraph]
	for i := p.From; i < p.To; i++ {
		if f.quoteOf[i] == 0 && f.d.Tokens[i].Word {
			return false
		}
	}
	return true
}
