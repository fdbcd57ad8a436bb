package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"graphload/internal/news"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/transform"
)

// webPage reads a stream that is one web page: its main text as paragraphs with a blank line between them, and what its
// own metadata say of it.
func (r *reader) webPage(in input) bool {
	data, err := r.whole(in)
	if err != nil {
		return r.fail(in.path, 0, err)
	}
	return r.later(r.ctx, in.path, 0, func() outcome { return readPage(in, data) })
}

func readPage(in input, data []byte) outcome {
	markup, warning, err := decodePage(data, in.media)
	if err != nil {
		return failed(in.path, 0, err)
	}
	if strings.TrimSpace(markup) == "" {
		return failed(in.path, 0, errEmpty)
	}
	doc, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return failed(in.path, 0, pageError(err))
	}
	meta := readPageMeta(doc, in.url)
	text := mainText(doc, &meta)
	if text == "" {
		return failed(in.path, 0, errNoArticle)
	}
	text, repaired := repairText(text)
	title, _ := repairText(meta.title)
	publisher, _ := repairText(meta.publisher)
	a := &news.Article{
		Name:      pageName(in.path),
		Path:      in.path,
		URL:       orElse(meta.url, in.url),
		Title:     title,
		Source:    publisher,
		Published: meta.published,
		Language:  meta.language,
		Text:      text,
	}
	return complete(a, found{warning: orElse(orElse(warning, repaired), in.warning)})
}

var errNoArticle = errors.New("a web page without an article: no text in paragraphs found; save the article's own page")

// pageName is the name of an article that was read from a page: the last part of its path or URL that says something.
func pageName(path string) string {
	if _, url, ok := strings.Cut(path, entryMark+"http"); ok {
		url, _, _ = strings.Cut(url, "?")
		return baseName(strings.TrimRight(url, "/"))
	}
	return baseName(path)
}

func pageError(err error) error {
	if strings.Contains(err.Error(), "open stack of elements") { // the parser's own bound, which has no error of its own
		return errTooDeep
	}
	return &plainError{"not a valid web page: " + fold(err.Error()), err}
}

var metaCharset = newPattern(`(?i)<meta[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w:-]+)`)

// decodePage returns the markup of a page. What is valid UTF-8 is UTF-8 whatever the page declares; else holds what the
// page, or the server with it, declares.
func decodePage(data []byte, media string) (markup, warning string, err error) {
	if decoder := utf16Mark(data); decoder != nil {
		markup, err = decodeUTF16(data, decoder)
		return markup, "", err
	}
	if decoder := unmarkedUTF16(data); decoder != nil {
		markup, err = decodeUTF16(data, decoder)
		return markup, "", err
	}
	if zeros := bytes.Count(data, []byte{0}); zeros > 0 && zeros*100 < len(data) {
		data = bytes.ReplaceAll(data, []byte{0}, nil) // as browsers do
	}
	if isBinary(data) && !isShifted(data) {
		return "", "", errBinary
	}
	const look = 8 << 10
	_, name, _ := charset.DetermineEncoding(data[:min(len(data), look)], media)
	if found := metaCharset.FindSubmatch(data[:min(len(data), look)]); found != nil && !strings.Contains(media, "charset") {
		name = string(found[1])
	}
	encoding, name := charset.Lookup(name)
	if utf8.Valid(data) && name != "iso-2022-jp" { // the one encoding of the web that is ASCII to look at
		return strings.TrimPrefix(string(data), string(utf8Mark)), "", nil
	}
	if encoding != nil && name != "utf-8" && name != "replacement" {
		if text, _, err := transform.Bytes(encoding.NewDecoder(), data); err == nil {
			return string(text), damagedWarning(string(text)), nil
		}
	}
	if text, err := decodeWindows1252(data); err == nil {
		return text, "", nil
	}
	text := strings.ToValidUTF8(string(data), string(utf8.RuneError))
	// A broken byte or two, often in a page's margin, is no reason to lose the article.
	if broken := strings.Count(text, string(utf8.RuneError)); broken > 3 && broken*1000 > len(text) {
		return "", "", fmt.Errorf("damaged UTF-8, in %d places: save the page as UTF-8", broken)
	}
	return text, damagedWarning(text), nil
}

func damagedWarning(text string) string {
	if n := strings.Count(text, string(utf8.RuneError)); n > 0 {
		return fmt.Sprintf("damaged characters in %d places of the page, each read as \ufffd", n)
	}
	return ""
}

// isShifted reports whether text changes its alphabet by escapes, as ISO-2022-JP does.
func isShifted(data []byte) bool {
	return strings.Contains(string(data[:min(len(data), 4096)]), "\x1b$B")
}

// languageCode returns the ISO 639-1 code that a tag such as "en-GB" or "en_GB" begins with, or an empty string.
func languageCode(tag string) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
	code, _, _ = strings.Cut(code, "_")
	if len(code) != 2 || strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return code
}
