package source

import (
	"strings"

	"golang.org/x/net/html"
)

// A page may go on below its article with the beginnings of others: headlines that are links, each with a sentence or two.

const (
	leastTeasers = 3 // in a row
	teaserProse  = 2 // paragraphs below a headline at most
	teaserWords  = 4 // of a headline at least
)

// takeOutTeasers takes such lists out of the page, and reports whether there were any.
func (p *articlePart) takeOutTeasers() bool {
	if p.title < 0 {
		return false
	}
	found := false
	for from := p.title + 1; from < len(p.blocks); {
		to, teasers, prose := p.teasers(from)
		if teasers >= leastTeasers && prose > 0 && p.prose[nil]-prose >= leastWords {
			if list := p.holder(from, to, prose); list != nil {
				list.Parent.RemoveChild(list)
				found = true
			}
		}
		from = max(to, from+1)
	}
	return found
}

// teasers returns the end of the teasers that begin with a block, how many they are, and their words of running text.
func (p *articlePart) teasers(from int) (to, teasers, prose int) {
	paragraphs := 0
	for to = from; to < len(p.blocks); to++ {
		b := &p.blocks[to]
		switch {
		case b.isTeaser():
			teasers++
			paragraphs = 0
		case teasers == 0 || b.heading():
			return to, teasers, prose
		case b.prose():
			if paragraphs++; paragraphs > teaserProse {
				return to, teasers, prose
			}
			prose += b.words
		}
	}
	return to, teasers, prose
}

// isTeaser reports whether a block is a headline that leads to another page.
func (b *block) isTeaser() bool {
	if !b.heading() || b.words < teaserWords || b.linked < b.words {
		return false
	}
	link := findElement(b.node, "a")
	for n := b.node; link == nil && n != nil; n = n.Parent { // around the heading
		if n.Data == "a" {
			link = n
		}
	}
	if link == nil {
		return false
	}
	href := attr(link, "href")
	return href != "" && !strings.HasPrefix(href, "#")
}

// holder returns the smallest part of the page that holds blocks, where it holds no other running text and no title.
func (p *articlePart) holder(from, to, prose int) *html.Node {
	n := p.blocks[from].node
	for n != nil && !contains(n, p.blocks[to-1].node) {
		n = n.Parent
	}
	if n == nil || n.Parent == nil || n.Data == "body" || p.prose[n] > prose || contains(n, p.blocks[p.title].node) {
		return nil
	}
	return n
}
