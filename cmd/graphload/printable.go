package main

import (
	"strings"
	"unicode"
)

// printable replaces what a text from outside could do to a terminal, such as escape sequences and line feeds, by
// U+FFFD, except for the control characters in keep.
func printable(s, keep string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !strings.ContainsRune(keep, r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
