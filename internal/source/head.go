package source

import (
	"slices"
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
	open      openDate
	above     string // the date above the headline: of publication, or the day on which the page was printed
	updated   string // the first date of an update
	authors   []string
	labels    []string  // bylines and section labels, as a later repetition begins another story
	place     news.Span // the place line that opens wire copy
}

const (
	headLines     = 15 // lines that may hold a header
	headSentences = 4  // sentences and words of them after which no header line is looked for: the first may be captions
	headWords     = 45 // and summaries
	placeLines    = 3  // sentences that may open with a place line
)

// readHead marks title and header lines and returns what they say. A title that is known already is marked where it
// stands, and no other line is taken for it.
func (p *page) readHead(a *news.Article) *head {
	h := &head{}
	title := p.findTitle(a.Title)
	if title >= 0 {
		p.lines[title].mark(news.MarkTitle, whyTitle)
		h.title = headlineText(p.lines[title].text)
		p.markAboveTitle(title, h)
	}
	p.readHeaderLines(title, h)
	p.markBelowTitle(title)
	p.readPlaceLine(h)
	p.readFooter(h)
	p.readFirstLine(title, h)
	h.source = siteHandle.ReplaceAllString(h.source, "")
	if h.published == "" && h.open != (openDate{}) {
		h.published = p.decide(h.open)
	}
	h.published = orElse(h.published, h.above)
	return h
}

// siteHandle is a publisher's name in a network, behind its own name.
var siteHandle = newPattern(` \(@\w+\)$`)

// readHeaderLines marks bylines, dates and labels about the headline and up to the second sentence below it.
func (p *page) readHeaderLines(title int, h *head) {
	sentences, words, looked := 0, 0, 0
	for i := range p.lines {
		l := &p.lines[i]
		if l.kind == news.MarkTitle || l.kind == news.MarkBoilerplate {
			continue
		}
		if looked++; looked > headLines {
			return
		}
		below := title >= 0 && i > title
		if l.kind == news.MarkHeader {
			continue
		}
		if f, ok := readHeaderLine(l, below); ok {
			l.mark(news.MarkHeader, f.why())
			if !below && title >= 0 {
				h.above = orElse(h.above, f.published)
				f.published = ""
			}
			h.add(f)
			if f.label || f.author != "" {
				h.labels = append(h.labels, fold(l.text))
			}
			if f.bareBy {
				p.markNames(i+1, h)
			}
			if above := i - 1; f.dated && title >= 0 && above > title {
				p.markWriter(above, h)
			}
			continue
		}
		if below && i > 0 && isRole(l.text) && p.lines[i-1].kind == "" && p.lines[i-1].isName() && i-1 > title {
			h.authors = append(h.authors, writerName(p.lines[i-1].text))
			p.lines[i-1].mark(news.MarkHeader, whyByline)
			l.mark(news.MarkHeader, whyByline)
			if _, name, found := strings.Cut(l.text, ", "); found && isMasthead(name) {
				h.source = orElse(h.source, name)
			}
			continue
		}
		if below && p.lines[i-1].kind == news.MarkHeader && p.lines[i-1].why == whyByline && (isRole(l.text) || isMasthead(l.text)) {
			l.mark(news.MarkHeader, whyByline)
			if isMasthead(l.text) {
				h.source = orElse(h.source, fold(l.text))
			}
			continue
		}
		if l.kind == "" && l.sentence && l.words > 4 || l.running() {
			sentences++
			if words += l.words; sentences == headSentences || words >= headWords {
				return
			}
		}
	}
}

// markNames marks the lines from start that hold nothing but a name, below a line that says "By".
func (p *page) markNames(start int, h *head) {
	for i := start; i < len(p.lines) && p.lines[i].isName(); i++ {
		h.authors = append(h.authors, strings.Trim(fold(p.lines[i].text), ", "))
		p.lines[i].mark(news.MarkHeader, whyByline)
	}
}

// markWriter marks the line above a date as the writer's or the publisher's, if it holds nothing but a name.
func (p *page) markWriter(i int, h *head) {
	l := &p.lines[i]
	if !l.isName() && !(l.kind == "" && l.words <= 6 && !l.sentence && withAgency.MatchString(l.text)) {
		return
	}
	name := fold(l.text)
	if isMasthead(name) {
		l.mark(news.MarkHeader, whyPublisher)
		h.source = orElse(h.source, name)
		return
	}
	l.mark(news.MarkHeader, whyByline)
	h.authors = append(h.authors, name)
}

var withAgency = newPattern(`(?i)^\p{Lu}\S+ .*\b(?:with|and) (?:agencies|afp|dpa|reuters|ap|news agencies)\b`)

func (h *head) add(f headerLine) {
	h.source = orElse(h.source, f.source)
	h.published = orElse(h.published, f.published)
	h.updated = orElse(h.updated, f.updated)
	if h.open == (openDate{}) {
		h.open = f.open
	}
	if f.author != "" {
		h.authors = append(h.authors, f.author)
	}
}

// findTitle returns the line of the headline, or -1. It stands above all running text. Of the lines there that could
// be it, the first is taken that is no mere label: a section's or a publisher's name, a press office's letterhead or a
// picture's label often stands above it, or a whole menu.
func (p *page) findTitle(known string) int {
	first := p.firstAfterMenu()
	title, headers, titleHeaders := -1, 0, 0 // titleHeaders: how many header lines stood above the title
	prose, below := false, false             // below: a sentence stands above the line
	looked := 0
	for i := range p.lines {
		l := &p.lines[i]
		if l.kind == news.MarkBoilerplate || i < first {
			if known != "" && l.kind == "" && strings.EqualFold(headlineText(l.text), fold(known)) {
				return i
			}
			continue
		}
		looked++
		candidate := looked <= headLines && (l.isHeadline() || title < 0 && !below && p.headsHeader(i))
		if l.running() && !(candidate && (title < 0 || p.lines[title].isKicker()) && !below) {
			prose = true
			break
		}
		below = below || l.kind == "" && l.sentence && l.words >= 3 && !candidate
		if looked > headLines || l.kind != "" || below {
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
		if !candidate || isRole(l.text) && l.words < 4 {
			continue
		}
		switch {
		case isHeading && (title < 0 || !strings.HasPrefix(p.lines[title].text, "# ")),
			title < 0,
			p.lines[title].isKicker() && !l.isKicker(),
			p.headsHeader(i) && !p.headsHeader(title) && p.isRow(title+1, i),
			i == title+1 && p.lines[title].words < 4 && inTitleCase(l.text) && !l.isName(),
			p.lines[title].isLetterhead() && (headers > titleHeaders || stateOffice.MatchString(p.lines[title].text)) && !l.isKicker():
			title, titleHeaders = i, headers
		}
	}
	if !prose && !p.hasProse() || known != "" {
		// Lines without any prose are no article with a headline.
		return -1
	}
	return title
}

// firstProse returns the first line of prose, the number of lines where there is none.
func (p *page) firstProse() int {
	if i := slices.IndexFunc(p.lines, func(l line) bool { return l.prose() }); i >= 0 {
		return i
	}
	return len(p.lines)
}

// isShortLabel reports whether the line is a word or a few without a sentence, and no time of day.
func (l *line) isShortLabel() bool {
	const most = 4 // words
	return l.kind == "" && l.words <= most && !l.sentence && !strings.HasSuffix(l.text, ",") && !timeOfDay.MatchString(l.text)
}

var timeOfDay = newPattern(`^\d{1,2}[:.]\d\d`)

// isRow reports whether the lines from start to end are three or more labels, as the items of a menu are.
func (p *page) isRow(start, end int) bool {
	const atLeast = 3
	n := 0
	for i := start; i < end; i++ {
		if l := &p.lines[i]; l.words > atLeast || l.sentence || l.kind == news.MarkTitle {
			return false
		}
		n++
	}
	return n >= atLeast
}

func (p *page) hasProse() bool {
	return slices.ContainsFunc(p.lines, func(l line) bool { return l.prose() })
}

// headsHeader reports whether a short line stands directly above a byline or a date: also a sentence is a headline there.
func (p *page) headsHeader(i int) bool {
	const most = 12 // words
	if l := &p.lines[i]; l.words < 2 || l.words > most || strings.HasSuffix(l.text, ":") || i+1 == len(p.lines) {
		return false
	}
	f, ok := readHeaderLine(&p.lines[i+1], true)
	return ok && (f.dated || f.author != "" || f.label && p.lines[i].words > 2)
}

// markAboveTitle marks the short lines above the headline: three or more are a menu, fewer a section's name, a
// publisher's name or a picture's label.
func (p *page) markAboveTitle(title int, h *head) {
	const menu = 3
	var labels []int
	inMenu := p.firstAfterMenu() > 0
	for i := range p.lines[:title] {
		l := &p.lines[i]
		if f, isHeader := readHeaderLine(l, false); isHeader && !f.dated || l.kind != "" || l.sentence && !inMenu || l.prose() {
			continue
		}
		if l.words < 4 || inMenu || l.isKicker() || isMasthead(l.text) || l.isLetterhead() {
			labels = append(labels, i)
		}
	}
	for _, i := range labels {
		l := &p.lines[i]
		switch f, isHeader := readHeaderLine(l, false); {
		case isHeader:
			h.above = orElse(h.above, f.published)
			f.published = ""
			h.add(f)
			l.mark(news.MarkHeader, f.why())
		case isMasthead(l.text) || l.isLetterhead():
			l.mark(news.MarkHeader, whyPublisher)
			h.source = orElse(h.source, fold(l.text))
		case len(labels) >= menu || inMenu && i < title-1:
			l.mark(news.MarkBoilerplate, whyMenu)
		default:
			l.mark(news.MarkHeader, whySection)
		}
	}
}

// isKicker reports whether a line that could be a headline is rather a label above one: few words, all capitalised,
// without punctuation.
func (l *line) isKicker() bool {
	return isMasthead(l.text) || l.words <= 5 && strings.HasPrefix(l.text, "News ") && allNames(l.text) || l.words < 4 && allNames(l.text) && !strings.ContainsAny(l.text, "?!,:;")
}

// isLetterhead reports whether a line names an office as a press release's head does.
func (l *line) isLetterhead() bool {
	return l.words <= 12 && letterhead.MatchString(l.text) && allNames(l.text)
}

// stateOffice is a ministry with its state behind it, which is no headline.
var stateOffice = newPattern(`(?i)^(?:the )?ministry (?:of|for) [^,]+, (?:the )?(?:[\pL']+ )?(?:republic|kingdom|state|government|sultanate|federation) of (?:\pL+ ?){1,4}$`)

var letterhead = newPattern(`(?i)^(?:the )?(?:(?:press|private|permanent) )?(?:office|ministry|department|embassy|` +
	`government|council of|institute (?:for|of|on)|cent(?:er|re) (?:for|of|on)|foundation (?:for|of)|secretariat|directorate|bureau|delegation|permanent mission|mission|chancellery|cabinet|presidency) `)

// isHeadline reports whether the line could be a headline: two to thirty words that end without a full stop, unless
// they are capitalised as no sentence is.
func (l *line) isHeadline() bool {
	if l.words < 2 || l.words > longLine || l.words >= twoSentences && sentenceWithin.MatchString(l.text) || placeLineEnd(l.text) > 0 {
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

// writerName returns a name without the year of a class that a student's paper prints behind it.
func writerName(s string) string { return classYear.ReplaceAllString(fold(s), "") }

var classYear = newPattern(` ['’]\d\d$`)

// isName reports whether the line is two to four capitalised words, as a writer's name is.
func (l *line) isName() bool {
	return l.kind == "" && 2 <= l.words && l.words <= 4 && allNames(writerName(l.text))
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
