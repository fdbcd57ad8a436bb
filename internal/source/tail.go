package source

import (
	"regexp"
	"strings"

	"graphload/internal/news"
)

const (
	bodyWords = 60 // words of prose above which a comment form or a list of stories can only follow the article
	bioLines  = 4  // last lines in which the writer or the publisher may be described
)

// commentForms begin what readers may write, and relatedHeads a list of other stories.
var (
	commentForms = set("leave a reply", "leave a comment", "leave a reply cancel reply", "post a comment",
		"add a comment", "comments", "join the conversation", "view comments", "show comments")
	relatedHeads = set("related", "related articles", "related stories", "related news", "related posts",
		"related content", "more on this story", "more from this section", "you may also like", "you might also like",
		"recommended", "recommended for you", "recommended stories", "read next", "up next", "most read",
		"most popular", "trending", "trending now", "trending stories", "top stories", "latest", "latest news",
		"latest stories", "latest headlines", "more news", "more stories", "editor's picks", "editors' picks",
		"don't miss", "read also", "also read", "see also")
	aboutHeads  = set("about the author", "about the authors", "about the writer", "about us")
	commentHead = regexp.MustCompile(`^(?:\d+ (?:comments|responses|replies)|comments \(\d+\)?)$`)
)

// markTail marks what follows the article: comment forms with what stands below them, lists of other stories, whole
// other stories, descriptions of the writer and of the publisher.
func (p *page) markTail(h *head) {
	all := 0 // words of prose
	for i := range p.lines {
		if p.lines[i].running() {
			all += p.lines[i].words
		}
	}
	words, sentences := 0, 0 // of prose above the line
	for i := 0; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.running() {
			words += l.words
			sentences++
			continue
		}
		if words < bodyWords || l.kind == news.MarkTitle || l.kind == news.MarkHeader {
			continue
		}
		key := phraseKey(l.text)
		switch {
		case sentences > 2 && p.repeats(h, l), aboutHeads[key] && len(p.lines)-i <= 1+bioLines:
			p.markFrom(i)
			return
		case all-words <= words && (commentForms[key] || commentHead.MatchString(key)):
			p.markFrom(i)
			return
		case relatedHeads[key]:
			i = p.markList(i) - 1
		}
	}
	p.markDescriptions(h)
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

func (p *page) markFrom(start int) {
	for i := start; i < len(p.lines); i++ {
		p.lines[i].kind = news.MarkBoilerplate
	}
}

// markList marks the heading of a list of stories with the headlines below it, up to the next sentence. A heading
// without headlines below it stays: it may be one of the article. It returns the line to go on with.
func (p *page) markList(start int) int {
	end := start + 1
	for end < len(p.lines) && !p.lines[end].sentence && !p.lines[end].running() {
		end++
	}
	if end == start+1 && p.lines[start].kind == "" {
		return end
	}
	if end < len(p.lines) && end-start > 1 {
		// The last line above a sentence may be a heading of the article.
		end--
	}
	for i := start; i < end; i++ {
		p.lines[i].kind = news.MarkBoilerplate
	}
	return end
}

var isDescribed = regexp.MustCompile(`^(?:,[^,]{3,60},)?\s*(?:is|was|has been|covers|writes|reports|works|joined)\b`)

// markDescriptions marks, among the last lines, those that describe a writer of the byline or the publisher.
func (p *page) markDescriptions(h *head) {
	names := append([]string{"The author", "The writer", "The reporter"}, h.authors...)
	if h.source != "" {
		names = append(names, h.source)
	}
	left := bioLines
	for i := len(p.lines) - 1; i > 0 && left > 0; i-- {
		l := &p.lines[i]
		if l.kind != "" {
			continue
		}
		left--
		if l.words > phraseWords || strings.ContainsAny(l.text, `"“”`) {
			continue
		}
		for _, name := range names {
			rest, isOf := strings.CutPrefix(l.text, name)
			if isOf && isDescribed.MatchString(rest) && describesWork(rest) {
				l.kind = news.MarkBoilerplate
			}
		}
	}
}

var work = regexp.MustCompile(`(?i)\b(?:reporter|correspondent|journalist|writer|editor|columnist|bureau chief|author|` +
	`fellow|analyst|freelance\w*|newspaper|news (?:site|agency|website|organi[sz]ation|outlet)|website|magazine|` +
	`publication|covers|writes|reports on|newsroom|broadcaster)\b`)

func describesWork(s string) bool { return work.MatchString(s) }
