package source

import (
	"slices"
	"strings"

	"graphload/internal/news"
)

const (
	bodyWords = 60 // words of prose above which a comment form or a list of stories can only follow the article
	bioLines  = 4  // last lines in which the writer or the publisher may be described
)

var (
	// What begins the readers' comments; only comments follow.
	commentsHead = newPattern(`^(?:\d+ (?:comments|responses|replies|thoughts)(?: (?:on|to) .*)?|comments ?\(\d+\)|` +
		`leave a reply.*|leave comment|post a comment|join the conversation|comments)$`)
	aboutAuthor = newPattern(`^about (?:the (?:author|writer)s?|us)$`)
	listEnd     = newPattern(`^end of list$`)
)

// markTail marks what follows the article or interrupts it: comment forms with what stands below them, lists of other
// stories, whole other stories, descriptions of the writer and of the publisher.
func (p *page) markTail(h *head) {
	p.markDescriptions(h)
	p.markTeasers()
	p.markBelow(h)
	p.markUnended()
	p.markDescriptions(h) // the last lines may be others now
}

// markUnended marks the labels and headlines below the last sentence, where at least some of them are known to be no part
// of the article, or where the article is of prose alone, without short lines of its own, and many of them follow.
func (p *page) markUnended() {
	const (
		known = 2 // lines
		many  = 4 // lines
		dense = 3 // in four lines of the article
	)
	last, prose, short := -1, 0, 0
	for i := range p.lines {
		l := &p.lines[i]
		switch {
		case l.kind != "":
		case l.prose():
			last, prose = i, prose+1
		case l.sentence && l.words >= 3 || speaks.MatchString(l.text):
			last, short = i, short+1
		}
	}
	for i := range p.lines[:last+1] {
		if l := &p.lines[i]; l.kind == "" && !l.prose() && !l.sentence {
			short++
		}
	}
	if prose == 0 {
		return
	}
	first, marked, why := len(p.lines), 0, whyRelated
	for i := last + 1; i < len(p.lines); i++ {
		if p.lines[i].ends() {
			if marked++; marked == 1 {
				first, why = i, p.lines[i].why
			}
		}
	}
	isDense := prose*4 >= (prose+short)*dense && len(p.lines)-last-1 >= many
	if marked < known && !isDense {
		return
	}
	for i := last + 1; i < first; i++ {
		if l := &p.lines[i]; l.kind == "" {
			l.mark(news.MarkBoilerplate, why)
		}
	}
	if first < len(p.lines) {
		p.markEnd(first)
	}
}

func (p *page) markBelow(h *head) {
	all := 0 // words of prose
	for i := range p.lines {
		if p.lines[i].prose() {
			all += p.lines[i].words
		}
	}
	p.markBoxes()
	below := p.remainders()
	words, sentences := 0, 0 // of prose above the line
	for i := 0; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.prose() {
			words += l.words
			sentences++
			continue
		}
		if words < min(bodyWords, all/2) || l.kind == news.MarkTitle || l.kind == news.MarkHeader {
			continue
		}
		key := phraseKey(l.text)
		switch {
		case sentences > 2 && p.repeats(h, l):
			p.markFrom(i, whyRelated)
			return
		case aboutAuthor.MatchString(key) && len(p.lines)-i <= 1+bioLines:
			p.markFrom(i, whyAuthor)
			return
		case l.is(whyComments) && commentsHead.MatchString(key) && (all-words <= words && key != "comments" || all == words):
			p.markFrom(i, whyComments)
			return
		case l.ends() && below[i].onlyPage(words):
			p.markEnd(i)
			return
		case l.is(whyRelated) || l.is(whyTags):
			i = p.markList(i) - 1
		case slices.Contains(h.authors, strings.TrimPrefix(fold(l.text), "About ")):
			l.mark(news.MarkBoilerplate, whyAuthor)
		case words == all && l.kind == "":
			if f, ok := readDateLine(fold(l.text), false); ok && dateLabels.MatchString(l.text) {
				l.mark(news.MarkBoilerplate, f.why())
			}
		}
	}
}

// markTeasers marks other stories below the article, each a headline, a sentence or two, and a button to read on.
func (p *page) markTeasers() {
	const atLeast = 2
	var buttons []int
	words := 0 // of prose above the first
	for i := range p.lines {
		switch l := &p.lines[i]; {
		case i > 1 && l.is(whyRelated) && readOn[phraseKey(l.text)] && p.lines[i-1].prose() && !p.lines[i-2].sentence && p.lines[i-2].words > 2 && !p.lines[i-2].prose() && p.lines[i-2].kind != news.MarkTitle:
			if len(buttons) == 0 {
				words -= p.lines[i-1].words
			}
			buttons = append(buttons, i)
		case l.prose() && len(buttons) == 0:
			words += l.words
		}
	}
	if len(buttons) < atLeast || words < bodyWords {
		return
	}
	for _, i := range buttons {
		p.lines[i-1].mark(news.MarkBoilerplate, whyRelated)
		p.lines[i-2].mark(news.MarkBoilerplate, whyRelated)
	}
}

var readOn = map[string]bool{"read more": true, "continue reading": true, "keep reading": true, "read the full story": true, "read full story": true,
	"read full article": true, "full story": true}

// prose reports whether the line is running text that nothing has marked.
func (l *line) prose() bool { return l.kind == "" && l.running() }

// ends reports whether a line often is the first below an article.
func (l *line) ends() bool {
	switch l.why {
	case whyRelated, whyTags, whyNewsletter, whyCopyright, whyAuthor, whyShare, whyMenu, whyAppeal, whyNotice, whyComments:
		return l.kind == news.MarkBoilerplate
	}
	return false
}

// remainder is what stands from a line to the end of the text.
type remainder struct {
	prose   int  // words of prose
	other   int  // words and lines of headlines, labels and what has been marked already
	loose   int  // teasers that are followed by nothing of teasers
	article bool // holds prose that is no teaser of another story
}

// remainders returns what stands from each line to the end.
func (p *page) remainders() []remainder {
	all := make([]remainder, len(p.lines)+1)
	for i := len(p.lines) - 1; i >= 0; i-- {
		l, r := &p.lines[i], all[i+1]
		const shortSentence = 7 // words
		if !l.prose() && !(l.kind == "" && l.sentence && l.words >= shortSentence) {
			r.other += l.words + 1
			all[i] = r
			continue
		}
		r.prose += l.words
		// The teaser of another story stands between its headline and something else.
		last := i+1 == len(p.lines)
		if i == 0 || !last && p.lines[i+1].prose() || speaks.MatchString(l.text) {
			r.article = true
		} else if headline := &p.lines[i-1]; headline.kind != "" || headline.prose() || headline.words < 3 {
			r.article = true
		}
		if last || !p.lines[i+1].is(whyRelated) {
			r.loose++
		}
		all[i] = r
	}
	return all[:len(p.lines)]
}

// onlyPage reports whether it is no part of the article: little prose, in teasers, and less of it than of the rest. The
// words are those of prose above it.
func (r remainder) onlyPage(words int) bool {
	const share = 2
	return !r.article && r.prose*share <= words && r.prose <= r.other && r.loose != 1
}

// speaks finds that somebody is quoted, as teasers of other stories seldom do.
var speaks = newPattern(`["“”]|\b(?:said|says|told|wrote|asked)\b`)

// markEnd marks all lines from start as the end of a page. What is not known by its words is so for the reason of the
// line above.
func (p *page) markEnd(start int) {
	why := p.lines[start].why
	for i := start; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.kind != "" {
			why = l.why
			continue
		}
		l.mark(news.MarkBoilerplate, why)
	}
}

// repeats reports whether the line is a byline or a section label that stood in the head of the text: a page on which
// it stands again goes on with another story.
func (p *page) repeats(h *head, l *line) bool {
	for _, label := range h.labels {
		if fold(l.text) == label {
			return true
		}
	}
	return false
}

func (p *page) markFrom(start int, why string) {
	for i := start; i < len(p.lines); i++ {
		p.lines[i].mark(news.MarkBoilerplate, why)
	}
}

// markBoxes marks short lines that stand between two lines of one box: a form for a newsletter, an appeal, a notice of
// cookies.
func (p *page) markBoxes() {
	const gap, longest = 3, 30 // lines between, words of each
	last := -1
	for i := range p.lines {
		l := &p.lines[i]
		if l.kind != news.MarkBoilerplate || l.why != whyNewsletter && l.why != whyAppeal && l.why != whyCookies {
			continue
		}
		if last >= 0 && i-last <= gap+1 && p.lines[last].why == l.why {
			for j := last + 1; j < i; j++ {
				if p.lines[j].kind == "" && p.lines[j].words <= longest {
					p.lines[j].mark(news.MarkBoilerplate, l.why)
				}
			}
		}
		if i > 0 && l.why == whyNewsletter && p.lines[i-1].kind == "" && invites.MatchString(p.lines[i-1].text) && !p.lines[i-1].running() {
			p.lines[i-1].mark(news.MarkBoilerplate, whyNewsletter)
		}
		last = i
	}
}

var invites = newPattern(`(?i)^(?:sign up|subscribe|get|join|stay|never miss)\b`)

// markList marks the headlines below the heading of a list of stories, up to the next sentence. It returns the line to
// go on with.
func (p *page) markList(start int) int {
	why := p.lines[start].why
	end := start + 1
	for end < len(p.lines) && !p.lines[end].sentence && !p.lines[end].running() && p.lines[end].couldBeHeadline() {
		if p.lines[end].is(whyComments) {
			break
		}
		if end++; listEnd.MatchString(phraseKey(p.lines[end-1].text)) {
			break
		}
	}
	const heading = 4 // words
	if last := &p.lines[end-1]; end < len(p.lines) && end-start > 1 && last.kind == "" && shareLines[phraseKey(last.text)] == "" &&
		(last.words <= heading || last.gap && !p.lines[end-2].gap || end-start == 2 && why != whyRelated) {
		// The last line above a sentence may be a heading of the article.
		end--
	}
	for i := start; i < end; i++ {
		if p.lines[i].kind == "" {
			p.lines[i].mark(news.MarkBoilerplate, why)
		}
	}
	return end
}

// couldBeHeadline reports whether the line is not longer than headlines are, and no sentence ends within it.
func (l *line) couldBeHeadline() bool {
	const longest = 20 // words
	return l.words <= longest && !sentenceWithin.MatchString(l.text)
}

var isDescribed = newPattern(`^(?:,[^,]{3,60},)?\s*(?:is|was|has been|has contributed|covers|writes|reports|works|joined)\b`)

// markDescriptions marks, among the last lines, those that describe a writer of the byline or the publisher; and the
// very last one where it describes somebody by his work as a writer whom the article does not name.
func (p *page) markDescriptions(h *head) {
	names := append([]string{"The author", "The writer", "The reporter"}, h.authors...)
	if h.source != "" {
		names = append(names, h.source)
	}
	left, last := bioLines, true
	for i := len(p.lines) - 1; i > 0 && left > 0; i-- {
		l := &p.lines[i]
		if l.kind != "" {
			continue
		}
		if l.words < 5 {
			continue
		}
		left--
		if l.words > phraseWords || strings.ContainsAny(l.text, `"`) {
			continue
		}
		for _, name := range names {
			rest, isOf := strings.CutPrefix(l.text, name)
			if isOf && isDescribed.MatchString(rest) && (work.MatchString(rest) || name != h.source) {
				why := whyAuthor
				if name == h.source {
					why = whyPublisher
				}
				l.mark(news.MarkBoilerplate, why)
			}
		}
		if aboutLead.MatchString(l.text) || h.source != "" && isOfPublisher(l.text, h.source) {
			l.mark(news.MarkBoilerplate, whyAuthor)
		}
		if name := leadingName.FindString(l.text); last && l.kind == "" && name != "" &&
			isDescribed.MatchString(l.text[len(name):]) && byline.MatchString(l.text) && !p.names(name, i) {
			l.mark(news.MarkBoilerplate, whyAuthor)
		}
		last = l.kind != ""
	}
}

var aboutLead = newPattern(`^(?i:about the (?:author|writer|reporter)|written by)\b`)

// isOfPublisher reports whether a sentence says what the publisher is, wherever in it the name stands: "This is produced
// by the Institute, a private body".
func isOfPublisher(s, publisher string) bool {
	return strings.Contains(s, publisher) && ofPublisher.MatchString(s)
}

var ofPublisher = newPattern(`(?i)\b(?:is|was) (?:a|an|the) (?:[\w-]+ ){0,3}(?:fellow|researcher|director|analyst|scholar|intern|associate) (?:at|of|with)|` +
	`\b(?:nonpartisan|nonprofit|non-profit|tax-exempt|is (?:produced|published|owned|run|funded) by)\b`)

// names reports whether a line of prose above the given one holds the last word of a name.
func (p *page) names(name string, before int) bool {
	surname := name[strings.LastIndexByte(name, ' ')+1:]
	for i := range p.lines[:before] {
		if p.lines[i].prose() && strings.Contains(p.lines[i].text, surname) {
			return true
		}
	}
	return false
}

var (
	leadingName = newPattern(`^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}`)
	work        = newPattern(`(?i)\b(?:reporter|correspondent|journalist|writer|editor|columnist|bureau chief|author|` +
		`fellow|analyst|freelance\w*|newspaper|news (?:site|agency|website|organi[sz]ation|outlet)|website|magazine|` +
		`publication|covers|writes|reports on|newsroom|broadcaster)\b`)
	byline = newPattern(`(?i)\b(?:(?:is|was) an? (?:[\w'’-]+ ){0,5}(?:reporter|correspondent|journalist|writer|editor|columnist|fellow)\b|` +
		`the author of|covers \w+|writes (?:about|on|for)|reports on|contribut)`)
)
