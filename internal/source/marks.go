package source

import (
	"cmp"
	"slices"

	"graphload/internal/news"
)

// markText finds what in a plain text is not its running text, and marks it. Title, publisher and date that the text
// prints at its head are set where they are not known yet. Text before the byte offset body is the file's front
// matter.
func markText(a *news.Article, body int) {
	p, head := readPlain(a, body)
	p.markTail(head)
	p.markByClassifier()
	a.Title = orElse(a.Title, head.title)
	a.Source = orElse(a.Source, head.source)
	a.Published = orElse(a.Published, orElse(head.published, head.updated))

	marks := p.lineMarks()
	if body > 0 {
		marks = append(marks, news.Mark{Span: trimmed(a.Text, news.Span{End: body}), Kind: news.MarkHeader, Reason: whyFrontMatter})
	}
	if head.place.Len() > 0 {
		marks = append(marks, news.Mark{Span: head.place, Kind: news.MarkHeader, Reason: whyPlaceLine})
	}
	for _, span := range p.droppedLinks() {
		marks = append(marks, news.Mark{Span: span, Kind: news.MarkInjected, Reason: whyRelated})
	}
	for _, span := range p.creditsBehind() {
		marks = append(marks, news.Mark{Span: span, Kind: news.MarkInjected, Reason: whyCredit})
	}
	for _, span := range p.injected() {
		marks = append(marks, news.Mark{Span: span, Kind: news.MarkInjected, Reason: whyDropped})
	}
	a.Marks = disjoint(marks)
}

// readPlain finds the lines that are boilerplate by their words, and the head of a page. A headline that is rather an item
// of the page's menu or a box is marked as such, and the headline looked for again.
func readPlain(a *news.Article, body int) (*page, *head) {
	const tries = 4
	var furniture []int
	for {
		p := newPage(a.Text, body)
		p.markPhrases()
		for _, i := range furniture {
			p.lines[i].mark(news.MarkBoilerplate, whyPage)
		}
		h := p.readHead(a)
		title := p.lineContext().title
		if title < 0 || len(furniture) == tries || !p.titleIsFurniture(title) {
			return p, h
		}
		furniture = append(furniture, title)
	}
}

// lineMarks returns the marks of whole lines; adjacent lines of boilerplate for one reason are one.
func (p *page) lineMarks() []news.Mark {
	var marks []news.Mark
	joins := "" // the reason of the line above, if it is boilerplate
	for _, l := range p.lines {
		switch {
		case l.kind == "":
		case joins != "" && joins == l.why && l.kind == news.MarkBoilerplate:
			marks[len(marks)-1].End = l.End
		default:
			marks = append(marks, news.Mark{Span: l.Span, Kind: l.kind, Reason: l.why})
		}
		joins = ""
		if l.kind == news.MarkBoilerplate {
			joins = l.why
		}
	}
	return marks
}

// disjoint sorts marks and leaves out those that overlap an earlier one.
func disjoint(marks []news.Mark) []news.Mark {
	slices.SortStableFunc(marks, func(a, b news.Mark) int { return cmp.Compare(a.Start, b.Start) })
	kept := marks[:0]
	for _, m := range marks {
		if m.Len() > 0 && (len(kept) == 0 || kept[len(kept)-1].End <= m.Start) {
			kept = append(kept, m)
		}
	}
	return kept
}

// trimmed returns the span without the white space at its ends.
func trimmed(text string, s news.Span) news.Span {
	for s.Start < s.End && isSpaceByte(text[s.Start]) {
		s.Start++
	}
	for s.Start < s.End && isSpaceByte(text[s.End-1]) {
		s.End--
	}
	return s
}

func isSpaceByte(b byte) bool { return b == ' ' || '\t' <= b && b <= '\r' }
