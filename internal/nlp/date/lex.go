package date

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind int

const (
	other   tokenKind = iota // a mark, or a number that is no part of a date: 2,500, $20, 7am
	word                     // letters
	number                   // digits, with -st, -nd, -rd or -th
	numeric                  // a date in digits: 2025-10-30, 23/10/2025
)

type token struct {
	kind       tokenKind
	start, end int
	lower      string // the text in small letters
	value      int    // of a number
	digits     int    // of a number
	ordinal    bool
	title      bool // begins with a capital
	caps       bool // has no small letters
	glued      bool // no space before
	parts      [3]int
	yearFirst  bool // of a numeric date
}

func lex(s string) []token {
	const bytesPerToken = 5
	tokens := make([]token, 0, len(s)/bytesPerToken+1)
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		if unicode.IsSpace(r) {
			at += size
			continue
		}
		t := token{start: at, end: at + size, glued: len(tokens) > 0 && tokens[len(tokens)-1].end == at}
		switch {
		case r >= '0' && r <= '9':
			t = lexDigits(s, t)
		case unicode.IsLetter(r):
			t.kind = word
			t.title = unicode.IsUpper(r)
			t.caps = true
			for t.end = at; t.end < len(s); {
				r, size := utf8.DecodeRuneInString(s[t.end:])
				if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '_' {
					break
				}
				t.caps = t.caps && !unicode.IsLower(r)
				t.end += size
			}
		}
		t.lower = strings.ToLower(s[t.start:t.end])
		tokens = append(tokens, t)
		at = t.end
	}
	return tokens
}

// lexDigits reads a number, or a whole run of digits and marks where that is no number of a date.
func lexDigits(s string, t token) token {
	run := t.start
	separators := ""
	var parts []string
	for {
		end := digitsEnd(s, run)
		parts = append(parts, s[run:end])
		t.end = end
		if end+1 >= len(s) || !strings.ContainsRune("-/.,:", rune(s[end])) || !isDigit(s[end+1]) {
			break
		}
		separators += s[end : end+1]
		run = end + 1
	}
	if t.glued && t.start > 0 && strings.ContainsRune("$€£¥#@/.:_", lastRune(s[:t.start])) {
		return t
	}
	if len(parts) == 3 && separators[0] == separators[1] && strings.ContainsRune("-/.", rune(separators[0])) {
		if n, yearFirst, ok := numericDate(parts); ok && !letterAt(s, t.end, "T") {
			t.kind, t.parts, t.yearFirst = numeric, n, yearFirst
		}
		return t
	}
	if separators != "" && !(separators == "-" || separators == "," && (len(parts[1]) == 4 || len(parts[1]) < 3)) {
		return t // 2,500 and 3.5 and 9/11 and 10:30 and 202-555-0147
	}
	if len(parts[0]) > 4 {
		return t
	}
	t.end = t.start + len(parts[0])
	for _, c := range parts[0] {
		t.value = 10*t.value + int(c-'0')
	}
	t.digits = len(parts[0])
	if t.end+2 <= len(s) {
		switch strings.ToLower(s[t.end : t.end+2]) {
		case "st", "nd", "rd", "th":
			if t.digits < 3 && !letterAt(s, t.end+2, "") {
				t.kind, t.ordinal = number, true
				t.end += 2
				return t
			}
		}
	}
	if letterAt(s, t.end, "") { // 7am, 1990s
		for t.end < len(s) && (isDigit(s[t.end]) || letterAt(s, t.end, "")) {
			_, size := utf8.DecodeRuneInString(s[t.end:])
			t.end += size
		}
		return t
	}
	if t.end < len(s) && s[t.end] == '%' {
		return t
	}
	t.kind = number
	return t
}

// numericDate reads the three parts of a date in digits, with the year first or last.
func numericDate(parts []string) (n [3]int, yearFirst, ok bool) {
	for i, part := range parts {
		for _, c := range part {
			n[i] = 10*n[i] + int(c-'0')
		}
	}
	switch {
	case len(parts[0]) == 4 && len(parts[1]) <= 2 && len(parts[2]) <= 2:
		return n, true, isYear(n[0])
	case len(parts[0]) <= 2 && len(parts[1]) <= 2 && len(parts[2]) == 4:
		return n, false, isYear(n[2])
	}
	return n, false, false
}

func digitsEnd(s string, at int) int {
	for at < len(s) && isDigit(s[at]) {
		at++
	}
	return at
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// letterAt tells whether a letter stands at a position, other than one of those excepted.
func letterAt(s string, at int, except string) bool {
	if at >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return unicode.IsLetter(r) && !strings.ContainsRune(except, r)
}
