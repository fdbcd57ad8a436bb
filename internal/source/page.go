package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/news"
)

// page is an article's text as lines that are not blank.
type page struct {
	text  string
	lines []line
}

// line is a line of text, or a paragraph where the lines of the text are wrapped.
type line struct {
	news.Span // without the white space around it
	text      string
	words     int
	sentence  bool          // ends as a sentence does
	gap       bool          // a blank line stands above it
	kind      news.MarkKind // empty where it is running text
	why       string        // the reason for the kind
	own       []string      // the classifier's features that hold whatever stands around it
}

const (
	runningWords = 8   // a sentence of so many words is running text
	twoSentences = 12  // as are so many with a sentence's end among them
	longLine     = 30  // so many words are running text whatever their end
	widestWrap   = 120 // characters; what is wrapped is narrower
)

var sentenceWithin = newPattern(`\p{Ll}{3,}[.!?][”"]?\s*\p{Lu}`)

// running reports whether the line is prose: no headline, label or item of a menu.
func (l *line) running() bool {
	return l.sentence && l.words >= runningWords || l.words >= longLine ||
		l.words >= twoSentences && sentenceWithin.MatchString(l.text)
}

func newPage(text string, from int) *page {
	p := &page{text: text}
	breaks := physicalLines(text, from)
	width := wrapWidth(breaks)
	for i := 0; i < len(breaks); i++ {
		span, gap := breaks[i].Span, breaks[i].gap
		for width > 0 && i+1 < len(breaks) && breaks[i].goesOn(&breaks[i+1], width) {
			i++
			span.End = breaks[i].End
		}
		s := span.In(text)
		p.lines = append(p.lines, line{Span: span, text: s, words: countWords(s), sentence: endsSentence(s),
			gap: gap})
	}
	return p
}

// physicalLine is a line as it is printed.
type physicalLine struct {
	news.Span
	width int  // characters
	first int  // characters of its first word
	gap   bool // a blank line stands above it
	item  bool // opens a list's item, a heading or a quotation
}

func physicalLines(text string, from int) []physicalLine {
	var lines []physicalLine
	gap := true
	for from < len(text) {
		end := len(text)
		if n := strings.IndexByte(text[from:], '\n'); n >= 0 {
			end = from + n
		}
		raw := text[from:end]
		trimmed := strings.TrimLeftFunc(raw, isBlank)
		start := from + len(raw) - len(trimmed)
		trimmed = strings.TrimRightFunc(trimmed, isBlank)
		from = end + 1
		if trimmed == "" {
			gap = true
			continue
		}
		first := strings.IndexFunc(trimmed, unicode.IsSpace)
		if first < 0 {
			first = len(trimmed)
		}
		lines = append(lines, physicalLine{
			Span:  news.Span{Start: start, End: start + len(trimmed)},
			width: utf8.RuneCountInString(trimmed),
			first: utf8.RuneCountInString(trimmed[:first]),
			gap:   gap,
			item:  strings.ContainsAny(trimmed[:1], "-*#>=") || strings.HasPrefix(trimmed, "•"),
		})
		gap = false
	}
	return lines
}

func isBlank(c rune) bool {
	return unicode.IsSpace(c) || c == '\u200b' || c == '\ufeff'
}

// goesOn reports whether next goes on with the paragraph of l in a text that is wrapped at width: its first word would
// not have fitted in.
func (l *physicalLine) goesOn(next *physicalLine, width int) bool {
	const ragged = 8 // characters that a line wrapped by hand may be short of the width
	return !next.gap && !next.item && l.width+1+next.first > width-ragged
}

// wrapWidth returns the width at which a text is wrapped, 0 where it is not.
func wrapWidth(lines []physicalLine) int {
	const narrowest, atLeast = 45, 3
	var widths []int
	for i := range lines[:max(0, len(lines)-1)] {
		if !lines[i+1].gap {
			widths = append(widths, lines[i].width)
		}
	}
	if len(widths) < atLeast {
		return 0
	}
	slices.Sort(widths)
	width := widths[len(widths)*9/10]
	if width < narrowest || width > widestWrap {
		return 0
	}
	full := 0
	for i := range lines[:len(lines)-1] {
		if lines[i].goesOn(&lines[i+1], width) {
			full++
		}
	}
	if full < atLeast || full*3 < len(widths)*2 {
		return 0
	}
	return width
}

func countWords(s string) int {
	n := 0
	for word := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(word, isAlphanumeric) {
			n++
		}
	}
	return n
}

func isAlphanumeric(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// endsSentence reports whether s ends with a full stop, a question mark, an exclamation mark or a colon, perhaps
// within closing quotation marks or parentheses. The full stop of an abbreviation in capitals ends none.
func endsSentence(s string) bool {
	const longestMark = 24 // bytes, with the end of the sentence
	tail := max(0, len(s)-longestMark)
	if at := signOff.FindStringSubmatchIndex(s[tail:]); at != nil {
		s = s[:tail+at[3]]
	}
	s = strings.TrimRight(s, `"'”’»)] ■♦`)
	if s == "" {
		return false
	}
	switch s[len(s)-1] {
	case '?', '!', ':':
		return true
	case '.':
		word := s[strings.LastIndexAny(s, " \n\t")+1:]
		// U.S., J., Inc. without a sentence before them; an ellipsis leaves it open.
		letters := strings.Trim(word, ".")
		return !strings.Contains(letters, ".") && utf8.RuneCountInString(letters) > 1 || strings.HasSuffix(s, " .")
	}
	return false
}

// signOff is the mark of an agency or of a writer behind an article's last sentence: "(AFP)", "/lm", "BNS".
var signOff = newPattern(`(\p{Ll}[.!?]["”’]?) (?:\(\p{Lu}[\p{Lu}\d/-]{1,7}\)|/?\p{Ll}{2,3}|\p{Lu}{2,5})$`)

// fold returns s in one line with single spaces.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for word := range strings.FieldsSeq(s) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	return b.String()
}
