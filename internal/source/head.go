package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/news"
)

// head is what the first lines of a text tell.
type head struct {
	title     string
	source    string
	published string // the first date of publication
	updated   string // the first date of an update
	authors   []string
	labels    []string  // bylines and section labels, as a later repetition begins another story
	place     news.Span // the place line that opens wire copy
}

const (
	headLines     = 15 // lines that may hold a header
	headSentences = 2  // sentences after which no header line is looked for: the first may be a caption or a summary
	placeLines    = 3  // sentences that may open with a place line
)

// readHead marks title and header lines and returns what they say. A title that is known already is marked where it
// stands, and no other line is taken for it.
func (p *page) readHead(a *news.Article) *head {
	h := &head{}
	title := p.findTitle(a.Title)
	if title >= 0 {
		p.lines[title].kind = news.MarkTitle
		h.title = headlineText(p.lines[title].text)
		p.markAboveTitle(title)
	}
	sentences := 0
	for i := range p.lines[:min(len(p.lines), headLines)] {
		l := &p.lines[i]
		if l.kind == news.MarkTitle || l.kind == news.MarkBoilerplate {
			continue
		}
		if f, ok := readHeaderLine(l, title >= 0 && i > title); ok {
			l.kind = news.MarkHeader
			h.add(f)
			if f.label || f.author != "" {
				h.labels = append(h.labels, fold(l.text))
			}
			if above := i - 1; f.dated && above > title && title >= 0 && p.lines[above].isName() {
				p.lines[above].kind = news.MarkHeader
				h.authors = append(h.authors, fold(p.lines[above].text))
			}
			continue
		}
		if l.kind == "" && l.sentence && l.words > 4 || l.running() {
			if sentences++; sentences == headSentences {
				break
			}
		}
	}
	p.readPlaceLine(h)
	return h
}

func (h *head) add(f headerLine) {
	h.source = orElse(h.source, f.source)
	h.published = orElse(h.published, f.published)
	h.updated = orElse(h.updated, f.updated)
	if f.author != "" {
		h.authors = append(h.authors, f.author)
	}
}

// findTitle returns the line of the headline, or -1. The headline stands above all running text; of the lines there
// that could be it, the first with four words or more is taken, so that a section's name or a picture's label above
// it is not.
func (p *page) findTitle(known string) int {
	const enough = 4
	first, prose := -1, false
	for i := range p.lines {
		l := &p.lines[i]
		if l.running() && !(first < 0 && l.isHeadline()) {
			prose = true
			break
		}
		if l.kind != "" || i >= headLines {
			continue
		}
		if _, isHeader := readHeaderLine(l, first >= 0); isHeader {
			continue
		}
		switch {
		case known != "":
			if strings.EqualFold(headlineText(l.text), fold(known)) {
				return i
			}
		case l.isHeadline() && (first < 0 || p.lines[first].words < enough && l.words >= enough):
			first = i
		}
	}
	if !prose {
		// Lines without any prose are no article with a headline.
		return -1
	}
	return first
}

// markAboveTitle marks the short lines above the headline: three or more are a menu, fewer a section's name or a
// picture's label.
func (p *page) markAboveTitle(title int) {
	const menu = 3
	var short []int
	for i := range p.lines[:title] {
		if p.lines[i].kind == "" && p.lines[i].words < 4 {
			short = append(short, i)
		}
	}
	kind := news.MarkHeader
	if len(short) >= menu {
		kind = news.MarkBoilerplate
	}
	for _, i := range short {
		p.lines[i].kind = kind
	}
}

// isHeadline reports whether the line could be a headline: two to thirty words, no full stop at the end.
func (l *line) isHeadline() bool {
	if l.words < 2 || l.words > longLine {
		return false
	}
	body := strings.TrimRight(l.text, `"'”’»)] `)
	if body == "" || strings.ContainsAny(body[len(body)-1:], ":;,") || strings.HasSuffix(body, "…") {
		return false
	}
	if l.sentence && !strings.ContainsAny(body[len(body)-1:], "?!") {
		return false
	}
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.text, `#*_"'“‘«[( `))
	return unicode.IsUpper(c) || unicode.IsDigit(c) || unicode.In(c, unicode.Lo)
}

// isName reports whether the line is two to four capitalised words, as a writer's name is.
func (l *line) isName() bool {
	return l.kind == "" && 2 <= l.words && l.words <= 4 && allNames(l.text)
}

// headlineText returns a headline without the marks of a Markdown heading.
func headlineText(s string) string {
	s = fold(strings.TrimLeft(s, "# "))
	s = strings.TrimSpace(strings.TrimRight(s, "#"))
	for _, mark := range []string{"**", "__"} {
		if len(s) > 2*len(mark) && strings.HasPrefix(s, mark) && strings.HasSuffix(s, mark) {
			s = s[len(mark) : len(s)-len(mark)]
		}
	}
	return s
}
