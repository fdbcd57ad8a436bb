package attribution

import (
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
	if len(labels) < 3 {
		return
	}
	for i, l := range labels {
		end := l.paragraph + 1
		if i+1 < len(labels) {
			end = labels[i+1].paragraph
			for end > l.paragraph+1 && f.heading(end-1) {
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
	if len(labels) == 0 || labels[0].key != "q" && labels[0].key != "question" {
		return
	}
	first := f.d.Paragraphs[labels[0].paragraph].From
	best, most := -1, 0
	for p, c := range f.d.People {
		n := 0
		for _, m := range c.Mentions {
			if m.From < first {
				n += 100
			} else {
				n++
			}
		}
		if n > most {
			best, most = p, n
		}
	}
	if best < 0 {
		return
	}
	for i := range labels {
		if l := &labels[i]; l.key == "a" || l.key == "answer" {
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
	d := f.d
	var out []label
	for p, r := range d.Paragraphs {
		for i := r.From; i < r.To && i < r.From+12; i++ {
			w := d.Word(i)
			if isNumber(w) { // "8:20 p.m."
				break
			}
			if w == ":" {
				from := r.From
				if !d.Tokens[from].Word { // a transcript that stands in quotation marks
					from++
				}
				if i > from && i+1 < r.To && d.Tokens[i+1].Spaced {
					if l, ok := f.label(p, nlp.Range{From: from, To: i}); ok {
						out = append(out, l)
					}
				}
				break
			}
			if w == "." || w == "?" || w == "!" || f.quoteOf[i] > 0 && f.quoteOf[i] != f.quoteOf[r.From] {
				break
			}
		}
	}
	return out
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

// labelled finds a headline of the form "SPEAKER: words".
func (f *finder) labelled() {
	d := f.d
	for u, un := range f.units {
		if !un.title {
			continue
		}
		for i := un.From + 1; i < un.To-2 && i < un.From+7; i++ {
			if d.Word(i) != ":" || f.quoteOf[i] > 0 {
				continue
			}
			src, ok := f.resolve(nlp.Range{From: un.From, To: i})
			if ok && src.Kind != nlp.UnnamedSource {
				f.add(src, nlp.Range{}, nlp.Range{From: i + 1, To: un.To}, u)
			}
			break
		}
	}
}
