package token

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"

	"graphload/internal/nlp"
)

// lineBreaks returns the byte offsets of the line feeds that end a paragraph. In a text whose lines are wrapped at a
// fixed width only a blank line, or a line that ends well before that width, does.
func lineBreaks(text string) []int {
	var out []int
	wrapped := wrapWidth(text)
	start := 0
	for start < len(text) {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			break
		}
		end += start
		line := strings.TrimSpace(text[start:end])
		next := text[end+1:]
		if i := strings.IndexByte(next, '\n'); i >= 0 {
			next = next[:i]
		}
		next = strings.TrimSpace(next)
		if line == "" || next == "" || !goesOn(line, next, wrapped) {
			out = append(out, end)
		}
		start = end + 1
	}
	return out
}

// goesOn reports whether a line's sentence continues on the next line.
func goesOn(line, next string, wrapped int) bool {
	first, _ := utf8.DecodeRuneInString(next)
	last, _ := utf8.DecodeLastRuneInString(line)
	if wrapped > 0 {
		// Filled: the next line's first word would not have fitted.
		word := next
		if i := strings.IndexByte(next, ' '); i > 0 {
			word = next[:i]
		}
		return utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > wrapped
	}
	return unicode.IsLower(first) && (unicode.IsLetter(last) || unicode.IsDigit(last) || last == ',') &&
		utf8.RuneCountInString(line) > 40
}

// wrapWidth returns the width at which the text's lines are wrapped, in code points, or 0 where a line is a paragraph.
func wrapWidth(text string) int {
	var lengths []int
	for _, line := range strings.Split(text, "\n") {
		if n := utf8.RuneCountInString(strings.TrimSpace(line)); n > 0 {
			lengths = append(lengths, n)
		}
	}
	if len(lengths) < 8 {
		return 0
	}
	sort.Ints(lengths)
	longest, median := lengths[len(lengths)-1], lengths[len(lengths)/2]
	if longest < 50 || longest > 100 || median*10 < longest*8 {
		return 0
	}
	return longest
}

// longest is the most tokens that a sentence may have. Stages look over a sentence again and again, and what is longer is
// a table or garbage.
const longest = 400

// cutSentences fills d.Sentences and d.Paragraphs.
func cutSentences(d *nlp.Doc, breaks []int) {
	if len(d.Tokens) == 0 {
		return
	}
	ends := sentenceEnds(joinLines(d.Clean, breaks))
	isBreak := func(a, b nlp.Token) bool { // a paragraph's end lies between the two tokens
		i := sort.SearchInts(breaks, a.End)
		return i < len(breaks) && breaks[i] < b.Start
	}
	from, paragraph, para := 0, 0, 0
	e := 0
	for i := range d.Tokens {
		last := i == len(d.Tokens)-1
		cut, newPara := last, last
		if !last {
			a, b := d.Tokens[i], d.Tokens[i+1]
			for e < len(ends) && ends[e] < a.End {
				e++
			}
			candidate := e < len(ends) && ends[e] <= b.Start
			newPara = isBreak(a, b) || a.End <= d.Title.End && b.Start >= d.Title.End && d.Title.Len() > 0
			cut = newPara || candidate && endsSentence(d, i) || gluedEnd(d, i) || i-from >= longest
		}
		if cut {
			d.Sentences = append(d.Sentences, nlp.Sentence{
				Range: nlp.Range{From: from, To: i + 1}, Paragraph: paragraph,
				Title: d.Title.Len() > 0 && d.Title.Overlaps(d.Tokens[from].Span),
			})
			from = i + 1
		}
		d.Tokens[i].Sentence = len(d.Sentences)
		if cut {
			d.Tokens[i].Sentence--
		}
		if newPara {
			d.Paragraphs = append(d.Paragraphs, nlp.Range{From: para, To: i + 1})
			paragraph, para = paragraph+1, i+1
		}
	}
}

// joinLines returns the text with the line feeds that end no paragraph as spaces; UAX 29 ends a sentence at each.
func joinLines(text string, breaks []int) string {
	b := []byte(text)
	next := 0
	for i, c := range b {
		if c != '\n' && c != '\r' {
			continue
		}
		for next < len(breaks) && breaks[next] < i {
			next++
		}
		if c == '\r' || next == len(breaks) || breaks[next] != i {
			b[i] = ' '
		}
	}
	return string(b)
}

// sentenceEnds returns the offsets at which UAX 29 sees a sentence end, in order.
func sentenceEnds(text string) []int {
	var ends []int
	it := sentences.FromString(text)
	for it.Next() {
		ends = append(ends, it.End())
	}
	return ends
}

// endsSentence reports whether a sentence end that UAX 29 sees behind token i is one.
func endsSentence(d *nlp.Doc, i int) bool {
	next := d.Word(i + 1)
	first, _ := utf8.DecodeRuneInString(next)
	if unicode.IsLower(first) { // "Why?" he asked.
		return false
	}
	w := d.Word(i)
	if beforeName[w] {
		return false
	}
	if strings.HasSuffix(w, ".") && len(w) > 1 { // an abbreviation: only where what follows opens sentences
		if r, size := utf8.DecodeRuneInString(w); size+1 == len(w) && unicode.IsUpper(r) {
			return openers[next] // an initial
		}
		return openers[next] || isOpeningMark(next)
	}
	if isClosing(w) && w != ")" && i > 0 { // “…,” A new sentence cannot follow a comma
		before := d.Word(i - 1)
		return before != ","
	}
	return true
}

// gluedEnd reports whether tokens i and i+1 lack the space between two sentences: `dialogue.The`, `lost.”He`.
func gluedEnd(d *nlp.Doc, i int) bool {
	if d.Tokens[i+1].Spaced || i == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(d.Word(i + 1))
	if !unicode.IsUpper(first) {
		return false
	}
	end := d.Word(i)
	if isClosing(end) {
		end = d.Word(i - 1)
	}
	return end == "." || end == "!" || end == "?"
}

func isClosing(w string) bool {
	switch w {
	case "”", "\"", "’", "'", "»", ")", "]":
		return true
	}
	return false
}

func isOpeningMark(w string) bool {
	switch w {
	case "“", "\"", "‘", "«":
		return true
	}
	return false
}

// openers are words that open a sentence where they stand with a capital letter behind an abbreviation.
var openers = nlp.WordSet(`The A An He She It They We You I His Her Its Their Our This That These Those There Here But And Or So Yet
	In On At By For From With After Before When While As If Since Although Though However Meanwhile Moreover
	Earlier Later Last Also Both Some Many Most Several Asked Speaking According To Under Over During Despite Then
	Now Today Yesterday What Who Why How Where Which No Not`)
