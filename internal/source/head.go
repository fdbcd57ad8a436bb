package source

import (
	"regexp"
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
		p.markAboveTitle(title, h)
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
				if name := fold(p.lines[above].text); isMasthead(name) {
					h.source = orElse(h.source, name)
				} else {
					h.authors = append(h.authors, name)
				}
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

// findTitle returns the line of the headline, or -1. It stands above all running text. Of the lines there that could
// be it, the first is taken that is no mere label: a section's or a publisher's name, a press office's letterhead or a
// picture's label often stands above it.
func (p *page) findTitle(known string) int {
	title, headers, titleHeaders := -1, 0, 0 // titleHeaders: how many header lines stood above the title
	prose, below := false, false             // below: a sentence stands above the line
	for i := range p.lines {
		l := &p.lines[i]
		candidate := i < headLines && l.kind == "" && l.isHeadline()
		if l.running() && !(candidate && title < 0 && !below) {
			prose = true
			break
		}
		below = below || l.kind == "" && l.sentence && l.words >= 3 && !candidate
		if i >= headLines || l.kind != "" || below {
			continue
		}
		isHeading := strings.HasPrefix(l.text, "# ")
		if known != "" && (isHeading || strings.EqualFold(headlineText(l.text), fold(known))) {
			return i
		}
		if _, isHeader := readHeaderLine(l, title >= 0); isHeader {
			headers++
			continue
		}
		if !candidate {
			continue
		}
		switch {
		case isHeading && (title < 0 || !strings.HasPrefix(p.lines[title].text, "# ")),
			title < 0,
			p.lines[title].isKicker() && !l.isKicker(),
			p.lines[title].isLetterhead() && headers > titleHeaders && !l.isKicker():
			title, titleHeaders = i, headers
		}
	}
	if !prose || known != "" {
		// Lines without any prose are no article with a headline.
		return -1
	}
	return title
}

// markAboveTitle marks the short lines above the headline: three or more are a menu, fewer a section's name, a
// publisher's name or a picture's label.
func (p *page) markAboveTitle(title int, h *head) {
	const menu = 3
	var labels []int
	for i := range p.lines[:title] {
		l := &p.lines[i]
		if _, isHeader := readHeaderLine(l, false); isHeader || l.kind != "" || l.sentence {
			continue
		}
		if l.words < 4 || isMasthead(l.text) || l.isLetterhead() {
			labels = append(labels, i)
		}
	}
	kind := news.MarkHeader
	if len(labels) >= menu {
		kind = news.MarkBoilerplate
	}
	for _, i := range labels {
		l := &p.lines[i]
		l.kind = kind
		if isMasthead(l.text) || l.isLetterhead() {
			l.kind = news.MarkHeader
			h.source = orElse(h.source, fold(l.text))
		}
	}
}

// isKicker reports whether a line that could be a headline is rather a label above one: few words, all capitalised,
// without punctuation.
func (l *line) isKicker() bool {
	return isMasthead(l.text) || l.words < 4 && allNames(l.text) && !strings.ContainsAny(l.text, "?!,:;")
}

// isLetterhead reports whether a line names an office as a press release's head does.
func (l *line) isLetterhead() bool {
	return l.words <= 12 && letterhead.MatchString(l.text) && allNames(l.text)
}

var letterhead = regexp.MustCompile(`(?i)^(?:the )?(?:(?:press|private|permanent) )?(?:office|ministry|department|embassy|` +
	`government|secretariat|directorate|bureau|delegation|permanent mission|mission|chancellery|cabinet|presidency) `)

// isHeadline reports whether the line could be a headline: two to thirty words that end without a full stop, unless
// they are capitalised as no sentence is.
func (l *line) isHeadline() bool {
	if l.words < 2 || l.words > longLine || placeLineEnd(l.text) > 0 {
		return false
	}
	body := strings.TrimRight(l.text, `"'”’»)] `)
	if body == "" || strings.ContainsAny(body[len(body)-1:], ":;,") || strings.HasSuffix(body, "…") {
		return false
	}
	if l.sentence && !strings.ContainsAny(body[len(body)-1:], "?!") && !inTitleCase(l.text) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.text, `#*_"'“‘«[( `))
	return unicode.IsUpper(c) || unicode.IsDigit(c) || unicode.In(c, unicode.Lo)
}

// inTitleCase reports whether nearly all long words of s are capitalised.
func inTitleCase(s string) bool {
	const long, most = 4, 20
	words, capitals := 0, 0
	for word := range strings.FieldsSeq(s) {
		word = strings.TrimFunc(word, func(c rune) bool { return !isAlphanumeric(c) })
		if utf8.RuneCountInString(word) < long {
			continue
		}
		words++
		if c, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(c) || unicode.IsDigit(c) {
			capitals++
		}
	}
	return words >= 3 && words <= most && capitals*10 >= words*9
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
