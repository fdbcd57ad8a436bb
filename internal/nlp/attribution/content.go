package attribution

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/nlp"
)

// contents returns the spans of a region's words: within quotation marks and outside of them apart, without the marks,
// without commas at the ends and without the full stop of what stands outside.
func (f *finder) contents(region nlp.Range) (spans []nlp.Span, quoted, plain bool) {
	i := region.From
	for i < region.To {
		q := f.quoteOf[i]
		j := i + 1
		for j < region.To && f.quoteOf[j] == q {
			j++
		}
		part := nlp.Range{From: i, To: j}
		i = j
		if q > 0 {
			in := f.d.Quotes[q-1].Inner
			s := f.d.SpanOf(part)
			s.Start, s.End = max(s.Start, in.Start), min(s.End, in.End)
			if s.Start >= s.End {
				continue
			}
			s = trimQuoted(f.d.Text, s)
			if s.Len() > 0 {
				spans = append(spans, f.split(s)...)
				quoted = true
			}
			continue
		}
		part = f.trimPlain(f.withoutUnsaid(part))
		if part.Len() > 0 && f.hasWord(part) {
			spans = append(spans, f.split(f.d.SpanOf(part))...)
			plain = true
		}
	}
	return spans, quoted, plain
}

// withoutUnsaid cuts off what somebody else's words end with: "… but declined to say whether".
func (f *finder) withoutUnsaid(p nlp.Range) nlp.Range {
	for i := p.From; i+2 < p.To; i++ {
		w, next := f.d.Lower(i), f.d.Lower(i+1)
		if (w == "but" || w == "and") && (next == "declined" || next == "refused") && f.d.Lower(i+2) == "to" && tellsNothing[f.d.Lower(i+3)] {
			p.To = i
			break
		}
	}
	return p
}

// tellsNothing are verbs behind "declined to".
var tellsNothing = nlp.WordSet("say comment answer discuss give confirm name identify elaborate provide reveal disclose specify tell explain be")

// trimQuoted cuts the comma off the end of quoted words; full stops and marks of question stay.
func trimQuoted(text string, s nlp.Span) nlp.Span {
	for s.Len() > 0 {
		r, size := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if r != ',' && !unicode.IsSpace(r) {
			break
		}
		s.End -= size
	}
	return s
}

// trimPlain cuts punctuation, "that", "whether" and joining words off the ends of words outside quotation marks.
func (f *finder) trimPlain(p nlp.Range) nlp.Range {
	for p.Len() > 0 {
		t := f.d.Tokens[p.From]
		if w := f.d.Lower(p.From); t.Word && w != "that" && w != "whether" && w != "and" && w != "but" {
			break
		} else if t.Word && w == "that" && p.Len() > 1 && (f.d.Lower(p.From+1) == "'s" || f.points(p.From)) {
			break
		} else if openBracket(f.d.Word(p.From)) {
			break
		}
		p.From++
	}
	for p.Len() > 0 {
		t := f.d.Tokens[p.To-1]
		w := f.d.Lower(p.To - 1)
		if f.closes(p) || t.Word && w != "and" && w != "but" || w == "%" || w == ")" || w == "]" || w == "…" {
			break
		}
		p.To--
	}
	return p
}

// closes reports whether the words end with the mark that closes a title among them.
func (f *finder) closes(p nlp.Range) bool {
	return p.Len() > 2 && (f.inWork[p.To-2] || f.inWork[max(p.To-3, p.From)] && !f.d.Tokens[p.To-2].Word) && !f.d.Tokens[p.To-1].Word
}

func openBracket(w string) bool { return w == "(" || w == "[" || w == "$" || w == "€" || w == "£" }

func (f *finder) hasWord(p nlp.Range) bool {
	for i := p.From; i < p.To; i++ {
		if f.d.Tokens[i].Word {
			return true
		}
	}
	return false
}

// split cuts a span where a string that is not the article's interrupts it, and at the ends of lines.
func (f *finder) split(s nlp.Span) []nlp.Span {
	var out []nlp.Span
	text := f.d.Clean
	keep := func(from, to int) {
		in := text[from:to]
		lead := len(in) - len(strings.TrimLeftFunc(in, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("-–—*•", r) }))
		x := nlp.Span{Start: from + lead, End: from + len(strings.TrimRightFunc(in, unicode.IsSpace))}
		if x.Len() > 0 {
			out = append(out, x)
		}
	}
	start := s.Start
	cut := 0
	for i := s.Start; i < s.End; i++ {
		for cut < len(f.d.Cuts) && f.d.Cuts[cut].End <= i {
			cut++
		}
		if cut < len(f.d.Cuts) && f.d.Cuts[cut].Start <= i {
			keep(start, i)
			i = min(f.d.Cuts[cut].End, s.End)
			start = i
			i--
			continue
		}
		if text[i] == '\n' {
			keep(start, i)
			start = i + 1
		}
	}
	keep(start, s.End)
	return out
}

// fold returns words for comparison: lower case, letters and digits only.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// sourceKey tells two sources apart.
func sourceKey(s nlp.Source) string {
	return fmt.Sprint(s.Kind, s.Chain, s.Key, fold(s.Text))
}
