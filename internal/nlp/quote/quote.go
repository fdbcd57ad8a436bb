// Package quote finds the stretches of a Doc that stand between quotation marks.
//
// It copes with what newspapers print: straight and curly marks, guillemets, British single marks, quotations that run
// over paragraphs with an opening mark at each, marks that are missing on one side, closing marks used to open.
package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/nlp"
)

// mark is one quotation mark that may open or close a quotation.
type mark struct {
	nlp.Span
	opens, closes bool
}

// Run fills d.Quotes.
func Run(d *nlp.Doc) {
	single := onlySingle(d.Clean)
	open := false // the paragraph before ended within a quotation
	for i, p := range d.Paragraphs {
		text := d.SpanOf(p)
		next := ""
		if i+1 < len(d.Paragraphs) {
			next = d.Clean[d.SpanOf(d.Paragraphs[i+1]).Start:]
		}
		list := marks(d.Clean, text, single)
		if !single && !open && len(list) == 0 { // a headline, where the body quotes with double marks
			list = pairs(d.Clean, marks(d.Clean, text, true))
		}
		quotes := paragraph(d.Clean, text, outermost(d.Clean, list, next))
		for i := range quotes {
			q := &quotes[i]
			q.Inner = trim(d.Clean, q.Inner)
			q.Tokens = d.RangeOf(q.Inner)
			if q.Inner.Len() == 0 || q.Tokens.Len() == 0 {
				continue
			}
			q.Continues = open && i == 0 && q.Opened && q.Start == text.Start
			d.Quotes = append(d.Quotes, *q)
		}
		n := len(quotes)
		open = n > 0 && !quotes[n-1].Closed
	}
}

// marks returns the quotation marks of one paragraph.
func marks(text string, p nlp.Span, single bool) []mark {
	var out []mark
	for i := p.Start; i < p.End; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if double := text[i:min(i+2, p.End)]; double == "''" || double == "``" { // typewriter's double marks
			r, size = '"', 2
		}
		at := nlp.Span{Start: i, End: i + size}
		i += size
		before, after := neighbours(text, p, at)
		wordBefore := unicode.IsLetter(before) || unicode.IsDigit(before)
		wordAfter := unicode.IsLetter(after) || unicode.IsDigit(after)
		left := before == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{—–-/:", before)
		right := after == 0 || unicode.IsSpace(after) || strings.ContainsRune(")]}—–-/,.;:?!", after)
		m := mark{Span: at}
		switch {
		case r == '“' || r == '„' || r == '«':
			m.opens = true
		case r == '»':
			m.closes = true
		case r == '”':
			m.closes = true
			m.opens = left && wordAfter
		case r == '"':
			m.opens = left && !right || !left && !right && !wordBefore
			m.closes = !left || right
			if !left && !right && wordBefore && wordAfter {
				m.opens = true // glued on both sides: the state decides
			}
		case single && r == '‘':
			m.opens = true
		case single && (r == '’' || r == '\''):
			m.opens = r == '\'' && left && wordAfter
			m.closes = !left && right && !(wordBefore && before != 0 && after == ' ' && possessivePlural(text, at.Start))
		default:
			continue
		}
		if m.opens || m.closes {
			out = append(out, m)
		}
	}
	return out
}

// pairs returns single marks, where each that opens has one that closes, with more than a letter between them ("rock 'n' roll"), else none.
func pairs(text string, list []mark) []mark {
	const shortest = 4 // bytes
	for i, m := range list {
		if i%2 == 0 && !m.opens || i%2 == 1 && (!m.closes || m.Start-list[i-1].End < shortest) || i%2 == 0 && i+1 == len(list) {
			return nil
		}
	}
	return list
}

// outermost leaves curly marks out that stand within straight ones: "They call it “duty” here". Within means up to a straight
// mark that closes, or to the paragraph's end where the next paragraph opens with a straight mark again.
func outermost(text string, list []mark, next string) []mark {
	out := list[:0:0]
	for i := 0; i < len(list); i++ {
		out = append(out, list[i])
		if text[list[i].Start] != '"' || !list[i].opens || list[i].closes {
			continue
		}
		end := i + 1
		for end < len(list) && text[list[end].Start] != '"' {
			end++
		}
		switch {
		case end < len(list) && list[end].closes && !list[end].opens:
			i = end - 1
		case end == len(list) && strings.HasPrefix(next, "\""):
			return out
		}
	}
	return out
}

// possessivePlural reports whether the mark at offset i follows an s, as in "the farmers' vote", where it is more often
// an apostrophe than the end of a quotation.
func possessivePlural(text string, i int) bool { return i > 0 && text[i-1] == 's' }

func neighbours(text string, p, at nlp.Span) (before, after rune) {
	if at.Start > p.Start {
		before, _ = utf8.DecodeLastRuneInString(text[p.Start:at.Start])
	}
	if at.End < p.End {
		after, _ = utf8.DecodeRuneInString(text[at.End:p.End])
	}
	return before, after
}

// onlySingle reports whether the text quotes with single marks: it has pairs of them and no double ones.
func onlySingle(text string) bool {
	if strings.ContainsAny(text, "\"“”«»„") || strings.Contains(text, "''") {
		return false
	}
	opening := strings.Count(text, "‘") + strings.Count(text, " '") + strings.Count(text, "\n'")
	if strings.HasPrefix(text, "'") {
		opening++
	}
	return opening > 0
}

// paragraph pairs the marks of one paragraph.
func paragraph(text string, p nlp.Span, marks []mark) []nlp.Quote {
	var out []nlp.Quote
	start := -1 // index of the open mark
	quote := func(inner nlp.Span, opened, closed bool, from, to int) {
		out = append(out, nlp.Quote{Span: nlp.Span{Start: from, End: to}, Inner: inner, Opened: opened, Closed: closed})
	}
	for i, m := range marks {
		switch {
		case start < 0 && m.opens:
			start = i
		case start < 0: // a closing mark whose opening one is missing
			if from, ok := missingOpening(text, p, out, m); ok {
				quote(nlp.Span{Start: from, End: m.Start}, false, true, from, m.End)
			}
		case m.closes:
			quote(nlp.Span{Start: marks[start].End, End: m.Start}, true, true, marks[start].Start, m.End)
			start = -1
		case m.opens: // a second opening mark: the first one lost its closing mark
			end := sentenceEnd(text, marks[start].End, m.Start)
			quote(nlp.Span{Start: marks[start].End, End: end}, true, false, marks[start].Start, end)
			start = i
		}
	}
	if start >= 0 {
		quote(nlp.Span{Start: marks[start].End, End: p.End}, true, false, marks[start].Start, p.End)
	}
	return out
}

// missingOpening returns where the quotation begins that a lone closing mark ends: with the paragraph, where the mark
// ends the paragraph or a sentence of it and no quotation came before.
func missingOpening(text string, p nlp.Span, before []nlp.Quote, m mark) (int, bool) {
	if len(before) > 0 {
		return 0, false
	}
	inner := strings.TrimSpace(text[p.Start:m.Start])
	if len(inner) < 20 || !strings.ContainsAny(inner[len(inner)-1:], ".,!?") && m.End < p.End {
		return 0, false
	}
	return p.Start, true
}

// sentenceEnd returns the end of the first sentence in text[from:to], or to.
func sentenceEnd(text string, from, to int) int {
	if i := strings.IndexAny(text[from:to], ".!?"); i >= 0 {
		return from + i + 1
	}
	return to
}

// trim cuts white space off both ends of the span.
func trim(text string, s nlp.Span) nlp.Span {
	in := text[s.Start:s.End]
	left := len(in) - len(strings.TrimLeftFunc(in, unicode.IsSpace))
	s.Start += left
	s.End = s.Start + len(strings.TrimSpace(in))
	return s
}
