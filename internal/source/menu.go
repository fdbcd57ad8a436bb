package source

import (
	"strings"

	"graphload/internal/news"
)

// firstAfterMenu returns the first line below the menu at the top of a page: below lines that are known to be of a menu
// or a notice of cookies, or below a row of short lines without a sentence.
func (p *page) firstAfterMenu() int {
	const row, short = 4, 4             // lines, words
	first, run, headline := 0, 0, false // headline: a line that could be one has been seen
	for i := range p.lines {
		l := &p.lines[i]
		if l.prose() {
			break
		}
		switch {
		case l.is(whyMenu) || l.is(whyCookies):
			// Below a headline, one line like an item of a menu is something else.
			if !headline || i > 0 && p.lines[i-1].is(whyMenu) {
				first, run = i+1, run+1
			}
		case l.words <= short && !l.sentence && !strings.HasPrefix(l.text, "#"):
			if _, isHeader := readHeaderLine(l, false); isHeader || p.headsHeader(i) {
				run = 0
				continue
			}
			if run++; run >= row && !headline {
				first = i + 1
			}
		default:
			if first > 0 && !headline || i > headLines {
				return first
			}
			headline = headline || l.kind == "" && l.isHeadline()
			run = 0
		}
	}
	return first
}

// markBelowTitle marks what a page prints between headline and article and that belongs to neither: bare numbers.
func (p *page) markBelowTitle(title int) {
	if title < 0 {
		return
	}
	for i := title + 1; i < min(title+headLines, len(p.lines)); i++ {
		l := &p.lines[i]
		if l.kind != "" {
			continue
		}
		above := &p.lines[i-1]
		marked := above.kind != "" && above.kind != news.MarkTitle
		if why := shareLines[phraseKey(l.text)]; why != "" && !l.sentence && marked {
			l.mark(news.MarkBoilerplate, why)
		}
		if bareNumber.MatchString(l.text) && marked {
			l.mark(news.MarkBoilerplate, whyCounter)
		}
		if i+1 < len(p.lines) && marked && l.isShortLabel() && !p.lines[i+1].sentence && p.firstProse() > i+1 {
			l.mark(news.MarkBoilerplate, whyMenu)
		}
		if loneTown.MatchString(l.text) {
			l.mark(news.MarkHeader, whyPlaceLine)
		}
	}
}

var (
	// A place line that stands in a line of its own.
	loneTown   = newPattern(`^\p{Lu}[\p{Lu}.'’ -]{3,30}, \p{Lu}[\p{L}. ]{2,20}$`)
	bareNumber = newPattern(`^[\d.,]{1,7}[kKmM]?$`)
)
