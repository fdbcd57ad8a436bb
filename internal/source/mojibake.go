package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// repairText undoes the damage of UTF-8 that was taken for Windows-1252 ("â€™" for an apostrophe), and says so. It does
// it only where the whole text, turned back into the bytes it was read from, is valid UTF-8: one proper "é" in it
// shows that nothing is wrong.
func repairText(text string) (repaired, warning string) {
	first := strings.IndexFunc(text, func(c rune) bool { return c >= utf8.RuneSelf })
	if first < 0 {
		return text, ""
	}
	data := make([]byte, 0, len(text))
	data = append(data, text[:first]...)
	for i, c := range text[first:] {
		b, ok := windows1252Byte(c)
		if !ok || i == 0 && !utf8.RuneStart(b) {
			return text, "" // nearly every sound text ends here, at its first character beyond ASCII
		}
		data = append(data, b)
	}
	if !utf8.Valid(data) {
		return text, ""
	}
	return string(data), "its characters were damaged, as in \u201câ€™\u201d for an apostrophe, and have been repaired: " +
		"it is UTF-8 that was once taken for Windows-1252"
}

// windows1252Byte returns the byte that stands for a character. The five bytes that Windows-1252 does not use stand, as
// in browsers, for the control characters of the same number.
func windows1252Byte(c rune) (byte, bool) {
	switch c {
	case 0x81, 0x8d, 0x8f, 0x90, 0x9d:
		return byte(c), true
	case utf8.RuneError:
		return 0, false
	}
	return charmap.Windows1252.EncodeRune(c)
}
