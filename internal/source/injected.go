package source

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/news"
)

// Some pages' scripts drop one string again and again into the running text, mostly a link's words, without regard to
// the sentence: glued to a word, between stray parentheses, before a stray full stop. A name with a title that is
// repeated as the subject of sentences is no such string: nothing is marked but what breaks a sentence on both sides,
// and only of a string that does so more than once.

const (
	injectedWords   = 4   // a shorter string is not told from a repeated name
	injectedLongest = 160 // bytes
	injectedTimes   = 3   // occurrences in the text
	injectedBreaks  = 2   // of them beyond doubt
	injectedTries   = 20  // candidates looked at, the most frequent first
)

// injected returns the spans of injected strings, with the stray marks around them.
func (p *page) injected() []news.Span {
	groups := map[string][]int{}
	for i := range p.lines {
		for _, at := range seams(p.text, p.lines[i].Span) {
			if key := firstWords(p.text[at:p.lines[i].End], injectedWords); key != "" {
				groups[key] = append(groups[key], at)
			}
		}
	}
	var candidates []string
	for key, at := range groups {
		if len(at) >= injectedBreaks {
			candidates = append(candidates, key)
		}
	}
	slices.SortFunc(candidates, func(a, b string) int {
		if n := cmp.Compare(len(groups[b]), len(groups[a])); n != 0 {
			return n
		}
		return cmp.Compare(groups[a][0], groups[b][0])
	})
	var spans []news.Span
	for _, key := range candidates[:min(len(candidates), injectedTries)] {
		spans = append(spans, p.injections(p.commonString(groups[key]))...)
	}
	slices.SortFunc(spans, func(a, b news.Span) int { return cmp.Compare(a.Start, b.Start) })
	return spans
}

// seams returns where in a line a string may have been dropped in: a capital directly after a small letter, a closing
// mark or an opening parenthesis; or after a sentence where the line ends without a full stop of its own.
func seams(text string, l news.Span) []int {
	var at []int
	s := l.In(text)
	before, last := rune(0), rune(0) // the two characters before
	for i, c := range s {
		if unicode.IsUpper(c) && i > 0 {
			switch {
			case unicode.IsLower(last), strings.ContainsRune(".,;:!?”’)(", last), last == '"' && closesSentence(before),
				last == ' ' && before == '(', last == ' ' && endsLoose(s[:i], s[i:]):
				at = append(at, l.Start+i)
			}
		}
		before, last = last, c
	}
	return at
}

func closesSentence(c rune) bool { return c == '.' || c == '!' || c == '?' || c == ',' }

// endsLoose reports whether a sentence ends before rest, and rest ends the line without an end of its own.
func endsLoose(before, rest string) bool {
	before = strings.TrimRight(before, " ")
	return len(rest) <= injectedLongest && before != "" &&
		strings.ContainsAny(before[len(before)-1:], ".!?") && (!endsSentence(rest) || strings.HasSuffix(rest, " ."))
}

// firstWords returns the beginning of s up to the end of its nth word, or an empty string where it has fewer.
func firstWords(s string, n int) string {
	inWord := false
	for i, c := range s {
		switch {
		case i > injectedLongest:
			return ""
		case unicode.IsSpace(c):
			if inWord {
				if n--; n == 0 {
					return s[:i]
				}
			}
			inWord = false
		case isAlphanumeric(c):
			inWord = true
		}
	}
	return ""
}

// commonString returns the longest string that stands at all the places, up to the end of a word.
func (p *page) commonString(at []int) string {
	common := p.text[at[0]:min(len(p.text), at[0]+injectedLongest)]
	if n := strings.IndexByte(common, '\n'); n >= 0 {
		common = common[:n]
	}
	for _, from := range at[1:] {
		other := p.text[from:]
		n := 0
		for n < len(common) && n < len(other) && common[n] == other[n] {
			n++
		}
		common = common[:n]
	}
	// Back to the end of a word: at none of the places may the next character go on with it.
	for common != "" {
		c, size := utf8.DecodeLastRuneInString(common)
		if isAlphanumeric(c) && !slices.ContainsFunc(at, func(from int) bool { return goesOn(c, p.text[from+len(common):]) }) {
			break
		}
		common = common[:len(common)-size]
	}
	return common
}

// goesOn reports whether the word that ends with c goes on in rest. A capital after a small letter begins another word.
func goesOn(c rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	return isAlphanumeric(next) && !(unicode.IsLower(c) && unicode.IsUpper(next))
}

// injections returns the occurrences of s that break a sentence, if s is an injected string.
func (p *page) injections(s string) []news.Span {
	if countWords(s) < injectedWords {
		return nil
	}
	var found []occurrence
	times, beyondDoubt := 0, 0
	for from := 0; ; {
		n := strings.Index(p.text[from:], s)
		if n < 0 {
			break
		}
		o := p.occurrence(news.Span{Start: from + n, End: from + n + len(s)})
		from = o.End
		times++
		if o.beyondDoubt() {
			beyondDoubt++
		}
		found = append(found, o)
	}
	if times < injectedTimes || beyondDoubt < injectedBreaks && !allEndLines(found) {
		return nil
	}
	var spans []news.Span
	for _, o := range found {
		if o.breaks() {
			spans = append(spans, o.Span)
		}
	}
	return spans
}

func allEndLines(list []occurrence) bool {
	return !slices.ContainsFunc(list, func(o occurrence) bool {
		return !(o.left == edgeSentence && o.right == edgeLine) || o.afterQuote
	})
}

// edge is how an occurrence meets the text on one side.
type edge int

const (
	edgeNone     edge = iota // as a phrase of the sentence would
	edgeSentence             // a sentence ends before it
	edgeComma                // a comma and a capital follow: ", However"
	edgeLine                 // the line ends
	edgeGlued                // a closing mark stands directly before it
	edgeStray                // a full stop or comma of its own follows, after a space
	edgeParen                // a stray parenthesis
	edgeWord                 // a letter stands directly beside it
)

type occurrence struct {
	news.Span   // with the stray marks
	left, right edge
	afterQuote  bool // as the name of who said it
}

func (o *occurrence) beyondDoubt() bool {
	return o.left != edgeNone && o.right > edgeLine || o.left > edgeGlued && o.right >= edgeLine
}

// breaks reports whether the occurrence, of a string that is known to be injected, breaks its sentence.
func (o *occurrence) breaks() bool {
	return o.left != edgeNone && o.right != edgeNone || o.left == edgeWord || o.right >= edgeStray
}

// occurrence looks at what stands around a span.
func (p *page) occurrence(s news.Span) occurrence {
	o := occurrence{Span: s}
	before, after := p.text[:s.Start], p.text[s.End:]

	last, size := utf8.DecodeLastRuneInString(before)
	spaced := strings.TrimRight(before, " \u00a0")
	lastWord, wordSize := utf8.DecodeLastRuneInString(spaced)
	o.afterQuote = strings.ContainsRune(`"”’`, lastWord)
	switch {
	case before == "":
	case isAlphanumeric(last):
		o.left = edgeWord
	case lastWord == '(':
		outer, _ := utf8.DecodeLastRuneInString(spaced[:len(spaced)-wordSize])
		if spaced != before || isAlphanumeric(outer) {
			o.left = edgeParen
			o.Start = len(spaced) - wordSize
		}
	case strings.ContainsRune(".,;:!?”’)", last), last == '"' && endsSentence(before[:len(before)-size]):
		o.left = edgeGlued
	case endsSentence(spaced) && !strings.HasSuffix(spaced, ":"):
		o.left = edgeSentence
	}

	next, size := utf8.DecodeRuneInString(after)
	rest := strings.TrimLeft(after, " \u00a0")
	restStart := s.End + len(after) - len(rest)
	nextWord, _ := utf8.DecodeRuneInString(rest)
	switch {
	case isAlphanumeric(next):
		o.right = edgeWord
	case nextWord == ')':
		outer, _ := utf8.DecodeRuneInString(rest[1:])
		if rest != after || isAlphanumeric(outer) {
			o.right = edgeParen
			o.End = restStart + 1
		}
	case rest == "" || nextWord == '\n' || nextWord == '\r':
		o.right = edgeLine
	case rest != after && (nextWord == '.' || nextWord == ','):
		o.right = edgeStray
		o.End = restStart + 1
	case next == ',' && o.left != edgeNone:
		following, _ := utf8.DecodeRuneInString(strings.TrimLeft(after[size:], " "))
		if unicode.IsUpper(following) {
			o.right = edgeComma
			o.End = s.End + size
		}
	}
	if o.left == edgeParen && o.right != edgeParen {
		// The parenthesis opens something else.
		o.left, o.Start = edgeNone, s.Start
	}
	return o
}
