package encoder

import (
	"strings"
	"unicode"
	"unicode/utf8"

	unicodenorm "golang.org/x/text/unicode/norm"
)

// Ids of the vocabulary's special pieces, and the longest word in code points that is cut into pieces.
const (
	unknownID, clsID, sepID = 100, 101, 102
	longestWord             = 100
)

// Shapes of a word.
const (
	shapeOther = iota
	shapeLower
	shapeTitle
	shapeUpper
	shapeMixed
	shapeDigits
	shapeSpecial
)

// runeKind is 0 for white space and what is ignored, 1 for a part of a word, 2 for a word by itself.
func runeKind(r rune) int {
	switch {
	case r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'):
		return 1
	case r == utf8.RuneError, unicode.In(r, unicode.Z, unicode.C), !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S):
		return 0
	case unicode.In(r, unicode.P, unicode.S):
		return 2
	case r >= 0x2E80 && r <= 0x9FFF && unicode.Is(unicode.Lo, r), r >= 0xF900 && r <= 0xFAFF, r >= 0x20000:
		return 2
	}
	return 1
}

// eachWord calls f with the byte offsets of each word of text: a run of letters, digits and marks, or one punctuation mark
// or symbol.
func eachWord(text string, f func(start, end int)) {
	begin := -1
	for i, r := range text {
		k := runeKind(r)
		if k != 1 && begin >= 0 {
			f(begin, i)
			begin = -1
		}
		switch k {
		case 1:
			if begin < 0 {
				begin = i
			}
		case 2:
			f(i, i+utf8.RuneLen(r))
		}
	}
	if begin >= 0 {
		f(begin, len(text))
	}
}

// fold returns w in lower case and without accents.
func fold(w string) string {
	plain := true
	for i := range len(w) {
		plain = plain && w[i] < utf8.RuneSelf
	}
	if plain {
		return strings.ToLower(w)
	}
	var b strings.Builder
	for _, r := range w {
		for _, d := range unicodenorm.NFD.String(string(unicode.ToLower(r))) {
			if !unicode.Is(unicode.Mn, d) {
				b.WriteRune(d)
			}
		}
	}
	return b.String()
}

func shapeOf(w string) uint8 {
	digit, upper, lower, first, later := false, false, false, false, false
	for i, r := range w {
		digit = digit || unicode.IsDigit(r)
		if unicode.IsUpper(r) {
			upper = true
			first, later = first || i == 0, later || i > 0
		}
		lower = lower || unicode.IsLower(r)
	}
	switch {
	case digit:
		return shapeDigits
	case !upper && !lower:
		return shapeOther
	case !upper:
		return shapeLower
	case first && !later:
		return shapeTitle
	case !lower:
		return shapeUpper
	}
	return shapeMixed
}

// appendPieces appends the ids of the pieces of a word: from the left, the longest that the vocabulary has.
func (m *model) appendPieces(ids []int32, word string) []int32 {
	w := fold(word)
	if w == "" || utf8.RuneCountInString(w) > longestWord {
		return append(ids, unknownID)
	}
	before := len(ids)
	buf := make([]byte, 0, 64)
	for i := 0; i < len(w); {
		j := len(w)
		id, ok := int32(0), false
		for ; j > i; j-- {
			if j < len(w) && !utf8.RuneStart(w[j]) {
				continue
			}
			buf = buf[:0]
			if i > 0 {
				buf = append(buf, "##"...)
			}
			buf = append(buf, w[i:j]...)
			if id, ok = m.pieces[string(buf)]; ok {
				break
			}
		}
		if !ok {
			return append(ids[:before], unknownID)
		}
		ids = append(ids, id)
		i = j
	}
	return ids
}

// leadOf tells what stands before text[start]: 0 nothing, 1 white space, 2 a line break or the text's beginning.
func leadOf(text string, start int) uint8 {
	lead := uint8(0)
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if runeKind(r) != 0 {
			return lead
		}
		if r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' {
			return 2
		}
		lead = 1
		start -= n
	}
	return 2
}
