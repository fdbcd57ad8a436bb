package attribution

import (
	"strings"
	"unicode"

	"graphload/internal/nlp"
)

// interview finds the turns of an interview whose paragraphs bear no labels, or only those of one side: the question stands
// in a paragraph of its own, the answer in the paragraphs behind it, and the headline or the lead names who answers.
func (f *finder) interview() {
	if len(f.out) > 0 {
		return
	}
	b := f.bodies()
	f.halfLabelled(b)
	if !f.oneSided(b) && !f.shaped(b) && !f.alternating(b) {
		return
	}
	turns := f.unlabelled(b)
	if len(turns) < 2 || !f.isInterview(b, turns) {
		return
	}
	who, ok := f.announcedIn(turns[0].parts[0])
	if !ok {
		who, ok = f.namedMost(b[turns[0].parts[0]].From, f.told(b, turns))
	}
	if !ok {
		return
	}
	asker, answerer := nlp.Source{Kind: nlp.UnnamedSource, Text: "interviewer"}, nlp.Source{Kind: nlp.PersonSource, Chain: who}
	for _, t := range turns {
		if l := b[t.parts[0]].label; t.asks && l.key != "" {
			asker = l.src
			asker.Span = nlp.Span{}
			if l.src.Kind == nlp.UnnamedSource {
				asker.Text = f.d.Text[l.src.Span.Start:l.src.Span.End]
			}
		}
	}
	for _, t := range turns {
		a := found{unit: f.unitOf[b[t.parts[0]].From], turn: true}
		a.Source, a.Quoted = answerer, true
		if t.asks {
			a.Source = asker
		}
		if l := b[t.parts[0]].label; l.key != "" && l.src.Kind == a.Source.Kind {
			a.Source.Span = l.src.Span
		}
		for _, p := range t.parts {
			a.Content = append(a.Content, f.split(f.withoutMarks(f.d.SpanOf(b[p].Range)))...)
			for i := b[p].From; i < b[p].To; i++ {
				f.inTurn[i] = true
			}
		}
		a.region = nlp.Range{From: b[t.parts[0]].From, To: b[t.parts[len(t.parts)-1]].To}
		if len(a.Content) > 0 {
			f.out = append(f.out, a)
		}
	}
}

// role is the part that a paragraph has in an interview.
type role int

const (
	noRole role = iota
	asks
	answers
	tells // the narrator's words between two turns
)

// body is a paragraph without its label, its number and marks of emphasis.
type body struct {
	nlp.Range
	shape  string // the marks before its first word, or "A" where it stands in capital letters
	label  label
	quoted bool // all of it stands in quotation marks
	asks   bool // it stands alone and ends in a question mark
	role   role
}

// turn is a question or an answer, one or several paragraphs long.
type turn struct {
	asks  bool
	parts []int // indexes of paragraphs
}

// longestQuestion is the most tokens of a question.
const longestQuestion = 90

func (f *finder) bodies() []body {
	d := f.d
	out := make([]body, len(d.Paragraphs))
	for p, r := range d.Paragraphs {
		b := &out[p]
		b.Range = r
		if isNumber(d.Word(r.From)) && (d.Word(r.From+1) == "." || d.Word(r.From+1) == ")") && r.Len() > 3 {
			b.From += 2
			b.shape = "1"
		}
		for b.Len() > 1 && !d.Tokens[b.From].Word && f.quoteOf[b.From] == 0 && d.Word(b.From) != "(" && d.Word(b.From) != "…" {
			b.From++
		}
		for b.Len() > 1 && (d.Word(b.To-1) == "]" || d.Word(b.To-1) == "*" || d.Word(b.To-1) == "_") {
			b.To--
		}
		b.shape += f.shape(r.From, b.From)
		if words := d.Words(b.Range); b.shape == "" && b.Len() > 3 && words == strings.ToUpper(words) {
			b.shape = "A"
		}
		q := f.quoteOf[b.From]
		b.quoted = q > 0 && f.quoteOf[b.To-1] == q
		last := b.To - 1
		for last > b.From && (d.Word(last) == ")" || d.Word(last) == "!") {
			last--
		}
		b.asks = d.Word(last) == "?" && f.quoteOf[b.From] == 0 && b.Len() > 1 && b.Len() <= longestQuestion && !d.Sentences[d.Tokens[b.From].Sentence].Title
	}
	return out
}

// shape returns the marks that stand in the text before the first word of a paragraph on its line: of emphasis, a dash, a bracket.
func (f *finder) shape(from, word int) string {
	text, end := f.d.Text, f.d.Tokens[word].Start
	start := end
	for start > 0 && text[start-1] != '\n' {
		start--
	}
	if from < word {
		start = min(start, f.d.Tokens[from].Start)
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".)“\"‘«(", r) {
			return -1
		}
		return r
	}, text[start:end])
}

// halfLabelled gives paragraphs the labels of the one side that bears any, or those of the first question and answer.
func (f *finder) halfLabelled(b []body) {
	labels := f.labels()
	count := map[string]int{}
	for _, l := range labels {
		count[l.key]++
	}
	for i, l := range labels {
		next := i+1 < len(labels) && labels[i+1].paragraph <= l.paragraph+2 || i > 0 && labels[i-1].paragraph >= l.paragraph-2
		if l.own || l.marked || f.units[f.unitOf[l.name.From]].title || count[l.key] < 3 && (i > 1 || !next || l.text >= b[l.paragraph].To) {
			continue
		}
		b[l.paragraph].label = l
		b[l.paragraph].From = l.text
	}
}

// oneSided reads paragraphs by the labels of the side that bears them.
func (f *finder) oneSided(b []body) bool {
	n, asked, before := 0, 0, 0
	for p := range b {
		if b[p].label.key == "" {
			continue
		}
		n++
		if b[p].asks {
			asked++
		} else if p > 0 && b[p-1].asks {
			before++
		}
	}
	switch {
	case n < 3:
		return false
	case 2*asked > n:
		for p := range b {
			if b[p].label.key != "" {
				b[p].role = asks
			}
		}
	case 2*before > n:
		for p := range b {
			if b[p].label.key != "" && p > 0 {
				b[p].role = answers
				if b[p-1].label.key == "" {
					b[p-1].role = asks
				}
			}
		}
	default:
		return false
	}
	return true
}

// shaped reads paragraphs by the marks before them: all questions have them, as emphasis or numbers, or both sides have a dash.
func (f *finder) shaped(b []body) bool {
	shapes, asked := map[string]int{}, 0
	for p := range b {
		if b[p].asks {
			shapes[b[p].shape]++
			asked++
		}
	}
	for p := range b {
		shape := b[p].shape
		if !b[p].asks || shape == "" || shapes[shape] < 2 || 5*shapes[shape] < 4*asked {
			continue
		}
		both := 0
		for k := range b {
			if b[k].asks && b[k].shape == shape && k+1 < len(b) && b[k+1].shape == shape && !b[k+1].asks {
				both++
			}
		}
		expects := true // a question comes next
		for k := p; k < len(b); k++ {
			switch {
			case b[k].shape != shape:
			case 2*both < shapes[shape] || b[k].asks || expects:
				b[k].role, expects = asks, false
			default:
				b[k].role, expects = answers, true
			}
		}
		return true
	}
	return false
}

// alternating reads paragraphs by what they say: questions with their marks, between them answers and words to which the other
// side answers.
func (f *finder) alternating(b []body) bool {
	var asked []int
	for p := range b {
		if !b[p].asks {
			continue
		}
		if n := len(asked); n > 0 && asked[n-1] == p-1 && p+1 < len(b) && b[p+1].asks {
			continue // an answer that asks
		}
		asked = append(asked, p)
	}
	if len(asked) < 2 {
		return false
	}
	single := 0
	for i := 0; i+1 < len(asked); i++ {
		if asked[i+1]-asked[i] == 2 {
			single++
		}
	}
	short := 2*single >= len(asked)-1 // most answers are one paragraph
	for i, p := range asked {
		b[p].role = asks
		end, last := len(b), true
		if i+1 < len(asked) {
			end, last = asked[i+1], false
		}
		for k := p + 2; k+1 < end; k++ {
			first := f.d.Sentences[f.d.Tokens[b[k].From].Sentence]
			one := first.To >= b[k].To || f.d.Word(first.To-1) == "?"
			switch {
			case b[k-1].role == asks || f.speaks(b[k], firstPerson) || b[k].quoted:
			case f.narrates(b[k]):
				b[k].role = tells
			case b[k].Len() <= 60 && f.speaks(b[k], secondPerson), !last && one && b[k].Len() <= 25 && (short || b[k-1].role == tells):
				b[k].role = asks
			}
		}
	}
	return true
}

// unlabelled makes turns of paragraphs: an answer goes on up to the next question, the last one as long as somebody speaks.
func (f *finder) unlabelled(b []body) []turn {
	var out []turn
	last := -1
	for p := range b {
		if b[p].role == asks {
			last = p
		}
	}
	for p := range b {
		n := len(out)
		switch {
		case b[p].role == asks && n > 0 && out[n-1].asks && out[n-1].parts[len(out[n-1].parts)-1] == p-1:
			out[n-1].parts = append(out[n-1].parts, p)
		case b[p].role == asks:
			out = append(out, turn{true, []int{p}})
		case n == 0 || b[p].role == tells:
		case out[n-1].asks:
			out = append(out, turn{false, []int{p}})
		case p > last && (!f.speaks(b[p], firstPerson) || f.narrates(b[p]) || out[n-1].parts[len(out[n-1].parts)-1] != p-1):
		case p < last && f.narrates(b[p]) && !f.speaks(b[p], firstPerson):
		default:
			out[n-1].parts = append(out[n-1].parts, p)
		}
	}
	return out
}
