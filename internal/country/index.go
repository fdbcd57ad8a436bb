package country

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// phrase is one form to look for.
type phrase struct {
	form  string // as the table writes it
	key   string // form in lower case, which the text is compared with
	code  string
	kind  Kind
	flags flags

	among     []string // the countries that share the form, where several do
	otherwise string   // the one it means where the text does not tell, or none
	term      bool     // means no country
}

// index finds phrases in a text. Phrases are grouped by their first word, longest first.
type index struct {
	byWord  map[string][]phrase
	longest int // bytes of the longest first word
}

func newIndex() *index { return &index{byWord: map[string][]phrase{}} }

func (x *index) add(p phrase) {
	p.key = strings.ToLower(p.form)
	if !strings.ContainsFunc(p.form, unicode.IsLower) || p.form == p.key {
		p.flags |= exactOnly
	}
	word := p.key[:wordEnd(p.key, 0)]
	x.byWord[word] = append(x.byWord[word], p)
	x.longest = max(x.longest, len(word))
}

func (x *index) build() {
	for _, list := range x.byWord {
		slices.SortStableFunc(list, func(a, b phrase) int { return cmp.Compare(len(b.key), len(a.key)) })
	}
}

// letterCase is how a text writes a phrase.
type letterCase int

const (
	asForm  letterCase = iota // as the table has it, or near
	allCaps                   // UKRAINE
	allLow                    // ukraine
)

// hit is a phrase found at text[start:end].
type hit struct {
	start, end int
	phrase     *phrase
	letters    letterCase
}

// find returns the longest phrases from left to right, without overlap.
func (x *index) find(text string) []hit {
	var hits []hit
	var buffer [64]byte
	for at := 0; at < len(text); {
		c := text[at]
		if c < utf8.RuneSelf && !asciiWord[c] {
			at++
			continue
		}
		end := wordEnd(text, at)
		if end == at { // a character beyond ASCII that is no letter
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		if end-at <= x.longest {
			if list := x.byWord[string(fold(buffer[:0], text[at:end]))]; list != nil {
				if h, ok := longestAt(text, at, list); ok {
					hits = append(hits, h)
					at = h.end
					continue
				}
			}
		}
		if dot := gluedAcronym(text, at, end); dot > at {
			at = dot
			continue
		}
		at = end
	}
	return hits
}

// gluedAcronym returns where in the word text[at:end] "U.S." or the like begins that lost the space before it
// ("theU.S."): at its last letter, if that is a capital before a full stop and follows a small letter; else at.
func gluedAcronym(text string, at, end int) int {
	last := end - 1
	if last > at && end < len(text) && text[end] == '.' && isUpper(text[last]) && isLower(text[last-1]) {
		return last
	}
	return at
}

func longestAt(text string, at int, list []phrase) (hit, bool) {
	for i := range list {
		p := &list[i]
		end := matchFold(text, at, p.key)
		if end < 0 || !boundary(text, end) {
			continue
		}
		if letters, ok := p.accepts(text[at:end]); ok {
			return hit{at, end, p, letters}, true
		}
	}
	return hit{}, false
}

// accepts tells whether upper and lower case of a text fit the phrase.
func (p *phrase) accepts(s string) (letterCase, bool) {
	if p.flags&exactOnly != 0 && !p.term {
		return asForm, matchExact(s, p.form)
	}
	upper, lower := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	switch {
	case p.term:
		return asForm, true
	case lower == 0:
		return allCaps, upper > 2
	case upper == 0:
		return allLow, p.kind != Seat
	}
	// One capital that begins any of the words is enough: "south Korea", "Saudi arabia", "Cote D'ivoire".
	for i, r := range s {
		if unicode.IsUpper(r) && (i == 0 || !isWordBefore(s, i)) {
			return asForm, true
		}
	}
	return asForm, matchExact(s, p.form)
}

// matchFold returns the end of key in text at a position, upper and lower case alike, or -1.
func matchFold(text string, at int, key string) int { return match(text, at, key, true) }

func matchExact(s, form string) bool { return match(s, 0, form, false) == len(s) }

// match compares character by character. A space of the form stands for spaces with one line feed at most, or for a
// hyphen; a hyphen for any hyphen or dash, or a space; an apostrophe for any apostrophe.
func match(text string, at int, form string, folded bool) int {
	for _, want := range form {
		if at >= len(text) {
			return -1
		}
		if want == ' ' || want == '-' {
			next := skipGap(text, at)
			if next == at {
				return -1
			}
			at = next
			continue
		}
		got, size := rune(text[at]), 1
		if got >= utf8.RuneSelf {
			got, size = utf8.DecodeRuneInString(text[at:])
		}
		if folded {
			got = lower(got)
		}
		if got != want && (want != '\'' || !isApostrophe(got)) {
			return -1
		}
		at += size
	}
	return at
}

// skipGap returns the end of what may stand between two words of a name.
func skipGap(text string, at int) int {
	r, size := utf8.DecodeRuneInString(text[at:])
	if isHyphen(r) {
		return at + size
	}
	start, lines := at, 0
	for at < len(text) {
		r, size = utf8.DecodeRuneInString(text[at:])
		if !unicode.IsSpace(r) {
			break
		}
		if r == '\n' {
			lines++
		}
		at += size
	}
	if lines > 1 {
		return start // a blank line parts two texts
	}
	return at
}

// boundary tells whether a name may end at a position: not within a word, unless the name ends with a full stop, after
// which texts lose their spaces ("U.S.and").
func boundary(text string, end int) bool {
	if text[end-1] == '.' || end == len(text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[end:])
	return !isWordRune(r)
}

var asciiWord = func() (t [utf8.RuneSelf]bool) {
	for c := range t {
		t[c] = isWordRune(rune(c))
	}
	return t
}()

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

func isWordBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return isWordRune(r)
}

// wordEnd returns the end of the run of letters and digits that begins at a position.
func wordEnd(text string, at int) int {
	for at < len(text) {
		if c := text[at]; c < utf8.RuneSelf {
			if !asciiWord[c] {
				return at
			}
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isWordRune(r) {
			return at
		}
		at += size
	}
	return at
}

// fold appends a word in lower case.
func fold(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if isUpper(c) {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
		i += size
	}
	return dst
}

func lower(r rune) rune {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
func isLower(c byte) bool { return c >= 'a' && c <= 'z' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '–' }
