package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/nlp"
)

// label is the name of a speaker and a colon that open a paragraph.
type label struct {
	paragraph int
	name      nlp.Range
	text      int // first token behind the colon
	key       string
	src       nlp.Source
	own       bool // it is a paragraph of its own
	marked    bool // "Q." and "A." without a colon
}

// turns finds the turns of an interview or a transcript: paragraphs that open with a speaker's label. Two speakers at
// least take turns, one of them twice.
func (f *finder) turns() {
	labels := f.labels()
	f.answers(labels)
	count := map[string]int{}
	for _, l := range labels {
		count[l.key]++
	}
	if len(count) < 2 || len(labels) < 3 {
		return
	}
	kept := labels[:0]
	for _, l := range labels { // a heading with a colon stands once and names nobody
		if count[l.key] > 1 || l.src.Kind == nlp.PersonSource {
			kept = append(kept, l)
		}
	}
	labels = kept
	if len(labels) < 3 || !slices.ContainsFunc(labels, func(l label) bool { return l.key != labels[0].key }) {
		return
	}
	for i, l := range labels {
		end := l.paragraph + 1
		if l.own {
			end++
		}
		if i+1 < len(labels) {
			end = labels[i+1].paragraph
			for end > l.paragraph+1 && f.heading(end-1) && !(l.own && end == l.paragraph+2) {
				end--
			}
		}
		region := nlp.Range{From: l.text, To: f.d.Paragraphs[end-1].To}
		if region.Len() <= 0 {
			continue
		}
		a := found{unit: f.unitOf[l.text], region: region, turn: true}
		a.Source, a.Quoted = l.src, true
		a.Content = f.split(f.withoutMarks(f.d.SpanOf(region)))
		if len(a.Content) == 0 {
			continue
		}
		f.out = append(f.out, a)
		for i := region.From; i < region.To; i++ {
			f.inTurn[i] = true
		}
	}
}

// answers gives the turns labelled "A" to the person interviewed: the one whom the text before the first question names
// most, else the one whom the questions name most.
func (f *finder) answers(labels []label) {
	if f.namedBefore(labels) {
		return
	}
	for i := range labels { // some print the words in full but once
		switch l := &labels[i]; l.key {
		case "question":
			l.key = "q"
		case "answer":
			l.key = "a"
		}
	}
	if len(labels) == 0 || labels[0].key != "q" {
		return
	}
	var told []nlp.Range
	for i, l := range labels {
		if l.key == "a" {
			end := f.d.Paragraphs[l.paragraph].To
			if i+1 < len(labels) {
				end = f.d.Paragraphs[labels[i+1].paragraph].From
			}
			told = append(told, nlp.Range{From: l.text, To: end})
		}
	}
	best, ok := f.namedMost(f.d.Paragraphs[labels[0].paragraph].From, told)
	if !ok {
		return
	}
	for i := range labels {
		if l := &labels[i]; l.key == "a" {
			l.src = nlp.Source{Kind: nlp.PersonSource, Chain: best, Span: l.src.Span}
		}
	}
}

// namedBefore gives the turns labelled "Q" and "A" to the two whose names label the turns before them, the one who asks first,
// and reports whether there are two.
func (f *finder) namedBefore(labels []label) bool {
	var two []nlp.Source
	var keys []string
	for i := range labels {
		l := &labels[i]
		switch l.key {
		case "q", "question", "a", "answer":
			if len(two) < 2 {
				return false
			}
			n := 0
			if l.key[0] == 'a' {
				n = 1
			}
			span := l.src.Span
			l.src, l.key = two[n], keys[n]
			l.src.Span = span
		default:
			if len(two) == 0 || len(two) == 1 && l.key != keys[0] {
				two, keys = append(two, l.src), append(keys, l.key)
			}
		}
	}
	return len(two) == 2
}

// withoutMarks cuts a pair of quotation marks off that encloses a whole turn.
func (f *finder) withoutMarks(s nlp.Span) nlp.Span {
	for _, q := range f.d.Quotes {
		if q.Start == s.Start && q.End == s.End && q.Opened && q.Closed {
			return q.Inner
		}
	}
	return s
}

// labels returns the speakers' labels in order.
func (f *finder) labels() []label {
	var out []label
	for p, r := range f.d.Paragraphs {
		from := f.afterStamp(r)
		if l, ok := f.colonLabel(p, from, r.To); ok {
			out = append(out, l)
		} else if l, ok := f.questionMark(p, from, r.To); ok {
			out = append(out, l)
		} else if l, ok := f.ownLabel(p, r); ok {
			out = append(out, l)
		}
	}
	return f.repeated(out)
}

// colonLabel reads the words before a colon near the head of a paragraph.
func (f *finder) colonLabel(p, from, to int) (label, bool) {
	d := f.d
	for i := from; i < to && i < from+12; i++ {
		switch w := d.Word(i); {
		case isNumber(w): // "8:20 p.m."
			return label{}, false
		case w == ":":
			head := from
			if !d.Tokens[head].Word { // a transcript that stands in quotation marks
				head++
			}
			if i <= head || i+1 >= to || !d.Tokens[i+1].Spaced {
				return label{}, false
			}
			return f.label(p, nlp.Range{From: head, To: i})
		case w == "." && i == from+1 && addressed[d.Lower(from)]:
		case w == "." || w == "?" || w == "!" || f.quoteOf[i] > 0 && f.quoteOf[i] != f.quoteOf[from]:
			return label{}, false
		}
	}
	return label{}, false
}

// addressed are forms of address that a full stop may follow.
var addressed = nlp.WordSet("mr mrs ms dr mx prof")

// afterStamp returns the first token behind the time at which a transcript's turn begins: "[00:12:31] NAME:", "12:31 NAME:".
func (f *finder) afterStamp(r nlp.Range) int {
	i, colon := r.From, false
	for i < r.To && i < r.From+9 {
		w := f.d.Word(i)
		colon = colon || w == ":"
		if !isNumber(w) && w != ":" && w != "[" && w != "]" && w != "(" && w != ")" && w != "." {
			break
		}
		i++
	}
	if !colon || i >= r.To || i-r.From < 3 {
		return r.From
	}
	return i
}

// questionMark reads "Q." or "A —" at the head of a paragraph.
func (f *finder) questionMark(p, from, to int) (label, bool) {
	d := f.d
	l := label{paragraph: p, marked: true, text: from + 1, name: nlp.Range{From: from, To: from + 1}}
	switch d.Word(from) {
	case "Q.", "Q":
		l.key = "q"
	case "A.", "A":
		l.key = "a"
	case "Question":
		l.key = "question"
	case "Answer":
		l.key = "answer"
	default:
		return l, false
	}
	if l.text < to && isNumber(d.Word(l.text)) { // "Q 1:"
		l.text++
	}
	if l.text < to && !strings.HasSuffix(d.Word(from), ".") {
		switch d.Word(l.text) {
		case ".", ":", ")", "—", "–", "-", "/", "|":
			l.text++
		default:
			return l, false
		}
	}
	if l.text >= to {
		l.own = true
	} else if !d.Tokens[l.text].Spaced {
		return l, false
	}
	l.src = nlp.Source{Kind: nlp.UnnamedSource, Span: d.SpanOf(nlp.Range{From: from, To: from + 1})}
	return l, l.text < len(d.Tokens)
}

// ownLabel reads a name that is a paragraph of its own.
func (f *finder) ownLabel(p int, r nlp.Range) (label, bool) {
	if r.Len() > 5 || r.To >= len(f.d.Tokens) || f.d.Sentences[f.d.Tokens[r.From].Sentence].Title {
		return label{}, false
	}
	for i := r.From; i < r.To; i++ {
		if f.person[i] == 0 && !f.inTitle[i] {
			return label{}, false
		}
	}
	l, ok := f.label(p, r)
	l.own, l.text = true, r.To
	return l, ok
}

// repeated leaves out marks without a colon and names on lines of their own unless both of two speakers have them twice and ask.
func (f *finder) repeated(labels []label) []label {
	count, asked := map[string]int{}, 0
	for _, l := range labels {
		if l.marked || l.own {
			count[l.key[:1]]++
			count[l.key]++
			if f.d.Word(f.d.Paragraphs[f.d.SentenceOf(l.text).Paragraph].To-1) == "?" {
				asked++
			}
		}
	}
	twice := 0
	for key, n := range count {
		if len(key) > 1 && n > 1 {
			twice++
		}
	}
	kept := labels[:0]
	for _, l := range labels {
		if f.units[f.unitOf[l.name.From]].title && slices.ContainsFunc(labels, func(o label) bool { return o.key == "q" || o.key == "question" }) {
			continue // "NAME: words" above questions and answers
		}
		if l.marked && (count["q"] < 2 || count["a"] < 2) || l.own && !l.marked && (twice < 2 || asked < 2) {
			continue
		}
		kept = append(kept, l)
	}
	return kept
}

// label reads the words before a colon as a speaker.
func (f *finder) label(p int, name nlp.Range) (label, bool) {
	d := f.d
	l := label{paragraph: p, name: name, text: name.To + 1}
	for i := name.From; i < name.To && d.Word(i) != ","; i++ {
		r, _ := utf8.DecodeRuneInString(d.Word(i))
		if d.Tokens[i].Word && unicode.IsLower(r) && f.person[i] == 0 && d.Word(i) != "of" && d.Word(i) != "'s" {
			return l, false // running text with a colon, no label
		}
	}
	if sections[d.Lower(name.From)] { // "Interview: ‘We will stay’"
		return l, false
	}
	for i := name.From; i < name.To; i++ {
		if k := f.person[i]; k > 0 {
			l.key = d.People[k-1].Name
			l.src = nlp.Source{Kind: nlp.PersonSource, Chain: k - 1, Span: d.SpanOf(f.nameRange(i))}
			return l, true
		}
	}
	words := 0
	for i := name.From; i < name.To && d.Word(i) != ","; i++ {
		words++
	}
	if words == 0 || words > 4 {
		return l, false
	}
	head := nlp.Range{From: name.From, To: name.From + words}
	l.key = strings.ToLower(d.Words(head))
	if c := f.initialled(d.Words(head)); c >= 0 {
		l.key = d.People[c].Name
		l.src = nlp.Source{Kind: nlp.PersonSource, Chain: c, Span: d.SpanOf(head)}
		return l, true
	}
	src, ok := f.resolve(head)
	if !ok {
		src = nlp.Source{Kind: nlp.UnnamedSource, Span: d.SpanOf(head)}
	}
	l.src = src
	return l, true
}

// initialled returns the one person whose initials the letters are, or -1: interviews print names in full but once.
func (f *finder) initialled(letters string) int {
	letters = strings.ReplaceAll(letters, ".", "")
	if len(letters) < 2 || len(letters) > 3 || strings.ToUpper(letters) != letters {
		return -1
	}
	best := -1
	for c, p := range f.d.People {
		initials := ""
		for _, w := range p.Words {
			r, _ := utf8.DecodeRuneInString(w)
			initials += string(unicode.ToUpper(r))
		}
		if initials != letters {
			continue
		}
		if best >= 0 {
			return -1
		}
		best = c
	}
	return best
}

// nameRange returns the tokens of the person mention that covers token i.
func (f *finder) nameRange(i int) nlp.Range {
	r := nlp.Range{From: i, To: i + 1}
	for r.From > 0 && f.person[r.From-1] == f.person[i] {
		r.From--
	}
	for r.To < len(f.d.Tokens) && f.person[r.To] == f.person[i] {
		r.To++
	}
	return r
}

// heading reports whether a paragraph is a heading: short, without a mark at its end.
func (f *finder) heading(p int) bool {
	r := f.d.Paragraphs[p]
	last := f.d.Word(r.To - 1)
	return r.Len() <= 16 && last != "." && last != "!" && last != "?" && last != "”" && last != "\"" && !listItem(f.d.Word(r.From))
}

func listItem(w string) bool { return w == "-" || w == "*" || w == "•" || w == "–" }
