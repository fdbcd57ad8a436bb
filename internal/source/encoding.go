package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

var utf8Mark = []byte("\xef\xbb\xbf")

var (
	errBinary   = errors.New("binary data, no text: save the article as text")
	errMarkup   = errors.New("XML that is neither a feed nor a web page: convert it to one of them, to text or to JSON Lines")
	errEncoding = errors.New("neither UTF-8 nor UTF-16 nor Windows-1252: save it as UTF-8")
)

// decodeText returns the text of a file: UTF-8 as it stands, without its mark; UTF-16 and Windows-1252 converted.
func decodeText(data []byte) (string, error) {
	if decoder := utf16Mark(data); decoder != nil {
		return decodeUTF16(data, decoder)
	}
	data = bytes.TrimPrefix(data, utf8Mark)
	if decoder := unmarkedUTF16(data); decoder != nil {
		return decodeUTF16(data, decoder)
	}
	if isBinary(data) {
		return "", errBinary
	}
	if bytes.HasPrefix(data, []byte("<?xml")) {
		return "", errMarkup
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	return decodeWindows1252(data)
}

// utf16Mark returns the decoder that a byte order mark asks for, or nil.
func utf16Mark(data []byte) transform.Transformer {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")): // UTF-32
		return nil
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
	}
	return nil
}

// unmarkedUTF16 tells UTF-16 without a mark by its zero bytes: in English nearly every other byte is one, and none of
// the others.
func unmarkedUTF16(data []byte) transform.Transformer {
	const look = 2048
	sample := data[:min(len(data), look)&^1]
	if len(sample) < 4 || len(data)%2 != 0 {
		return nil
	}
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	units := len(sample) / 2
	switch {
	case zeros[0] == 0 && zeros[1] > units*2/3:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder()
	case zeros[1] == 0 && zeros[0] > units*2/3:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
	}
	return nil
}

func decodeUTF16(data []byte, decoder transform.Transformer) (string, error) {
	text, _, err := transform.Bytes(decoder, data)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) || isBinary(text) {
		return "", errors.New("damaged UTF-16: save it as UTF-8")
	}
	return string(text), nil
}

// isBinary reports whether data holds a zero byte, the signature of a PDF file, or more control characters than the
// stray ones of a text.
func isBinary(data []byte) bool {
	if bytes.IndexByte(data, 0) >= 0 || bytes.HasPrefix(data, []byte("%PDF-")) {
		return true
	}
	control := 0
	for _, b := range data {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' {
			control++
		}
	}
	return control > 2 && control*100 > len(data)
}

// decodeWindows1252 converts what is not UTF-8 where it can be nothing but a Western text of one byte a character.
func decodeWindows1252(data []byte) (string, error) {
	var (
		broken    = -1 // the first byte that is not UTF-8
		invalid   int  // bytes that are not UTF-8
		multibyte int  // characters of several bytes that are valid UTF-8
		high      int  // bytes above ASCII
	)
	for i := 0; i < len(data); {
		c, size := utf8.DecodeRune(data[i:])
		switch {
		case c == utf8.RuneError && size == 1:
			if broken < 0 {
				broken = i
			}
			invalid++
			high++
		case size > 1:
			multibyte++
			high += size
		}
		i += size
	}
	cutOff := len(data)-broken > 1 && !utf8.FullRune(data[broken:])
	if multibyte >= invalid || cutOff {
		line := 1 + bytes.Count(data[:broken], []byte("\n"))
		return "", fmt.Errorf("damaged UTF-8 in line %d, byte %d of the file: save it as UTF-8", line, broken+1)
	}
	// Other scripts in one byte a character consist of high bytes; a Western text has a few.
	if high*5 > len(data) {
		return "", errEncoding
	}
	var text strings.Builder
	text.Grow(len(data) + high)
	for _, b := range data {
		c := charmap.Windows1252.DecodeByte(b)
		if c == utf8.RuneError || 0x80 <= c && c <= 0x9f { // a byte that Windows-1252 does not use
			return "", errEncoding
		}
		text.WriteRune(c)
	}
	return text.String(), nil
}
