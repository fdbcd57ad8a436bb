// Package news holds the plain types that the stages of graphload exchange: an Article as it was read and the Record
// of what it says, with their JSON Lines form.
//
// Inside the program an offset is a byte offset into the unchanged UTF-8 text. Only the JSON form speaks of Unicode
// code points; the encoder and the decoder translate.
package news

import (
	"sort"
	"unicode/utf8"
)

// Span is a half-open range [Start, End) of byte offsets into an article's text. Both ends lie on code point
// boundaries.
type Span struct{ Start, End int }

// Len returns the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// In returns the words of text that the span covers.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// fits reports whether the span is a non-empty range of text that begins and ends between code points.
func (s Span) fits(text string) bool {
	return 0 <= s.Start && s.Start < s.End && s.End <= len(text) &&
		utf8.RuneStart(text[s.Start]) && (s.End == len(text) || utf8.RuneStart(text[s.End]))
}

// Offsets translates between byte offsets and code point offsets of one text. It keeps one checkpoint every
// offsetStep bytes, so that a translation looks at a few bytes only whatever the text's length.
type Offsets struct {
	text  string
	runes []int // runes[i] is the number of code points that begin before byte i*offsetStep
}

const offsetStep = 256

// NewOffsets returns the translation of offsets into text, which must be valid UTF-8.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text, runes: make([]int, 0, len(text)/offsetStep+1)}
	n := 0
	for i := range len(text) {
		if i%offsetStep == 0 {
			o.runes = append(o.runes, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	if len(text)%offsetStep == 0 {
		o.runes = append(o.runes, n)
	}
	return o
}

// Runes returns the number of code points before byte offset b; 0 <= b <= len(text).
func (o *Offsets) Runes(b int) int {
	step := b / offsetStep
	n := o.runes[step]
	for i := step * offsetStep; i < b; i++ {
		if utf8.RuneStart(o.text[i]) {
			n++
		}
	}
	return n
}

// Bytes returns the byte offset of code point n, and false where the text has fewer than n code points.
func (o *Offsets) Bytes(n int) (int, bool) {
	if n < 0 {
		return 0, false
	}
	step := sort.SearchInts(o.runes, n+1) - 1
	left := n - o.runes[step]
	for i := step * offsetStep; i < len(o.text); i++ {
		if utf8.RuneStart(o.text[i]) {
			if left == 0 {
				return i, true
			}
			left--
		}
	}
	return len(o.text), left == 0
}
