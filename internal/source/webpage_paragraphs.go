package source

import (
	"slices"
	"strings"
)

// paragraphs returns the article's blocks: running text, and what stands between it as it does.
func (p *articlePart) paragraphs() []block {
	blocks := p.candidates()
	kinds := map[string]bool{} // where running text stands: parent and element
	linkedHeadings, proseBlocks := 0, 0
	for i := range blocks {
		b := &blocks[i]
		if b.prose() {
			proseBlocks++
			kinds[b.kind()] = true
		} else if b.heading() && b.linked == b.words {
			linkedHeadings++
		}
	}
	// A list of articles, each with its link.
	if proseBlocks == 0 || !p.sure && linkedHeadings > 2 && linkedHeadings*2 >= proseBlocks {
		return nil
	}
	var kept []block
	var seen []string
	headings := 0 // at the end of kept
	started := false
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.standfirst:
		case b.caption != nil:
			if b.tells() && !slices.Contains(seen, fold(b.text)) {
				seen = append(seen, fold(b.text))
				kept = append(kept, *b)
			}
			continue
		case b.heading():
			if !b.noise() {
				kept = append(kept, *b)
				headings++
			}
			continue
		case !b.belongs(kinds) || !started && b.byline():
			continue
		case b.words > 3 && slices.Contains(seen, fold(b.text)): // drawn out of the text, or told twice
			continue
		}
		const remember = 200
		if len(seen) < remember {
			seen = append(seen, fold(b.text))
		}
		kept = append(kept, *b)
		headings = 0
		started = true
	}
	return kept[:len(kept)-headings] // a heading without a text below it is that of something else
}

// candidates returns the blocks of the text, with a standfirst that stands between the title and them.
func (p *articlePart) candidates() []block {
	from := 0
	if p.title >= 0 {
		after := 0
		for i := range p.blocks[p.title:] {
			if b := &p.blocks[p.title+i]; b.prose() && contains(p.main, b.node) {
				after += b.words
			}
		}
		if after*2 >= p.prose[p.main] { // some pages print the title once more below
			from = p.title + 1
		}
	}
	var blocks []block
	inMain := false
	for i, b := range p.blocks[from:] {
		switch {
		case contains(p.main, b.node):
			inMain = true
			b.standfirst = i == 0 && from > 0 && b.isStandfirst()
			blocks = append(blocks, b)
		case inMain || from == 0 || !contains(p.around, b.node):
		case b.caption != nil:
			blocks = append(blocks, b)
		case i == 0 && b.isStandfirst() || b.words > 3 && hasName(nodeName(b.node), standfirstNames) && b.isLine():
			b.standfirst = true
			blocks = append(blocks, b)
		case b.prose() && b.words > 9 && b.linked*4 < b.words:
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// isStandfirst reports whether the block that follows the title is a summary of the article: longer than a label, and
// neither a byline nor a date.
func (b *block) isStandfirst() bool {
	const least = 6 // words
	return b.words >= least && b.isLine()
}

// isLine reports whether a block is a line of text, and no link, byline, date or notice of the page.
func (b *block) isLine() bool {
	return b.words <= phraseWords && b.linked == 0 && !b.noise() && !b.byline() && b.label() == "" &&
		(endsSentence(b.text) || !aYear.MatchString(b.text))
}

// aYear stands in bylines of all languages.
var aYear = newPattern(`\b(?:19|20)\d\d\b`)

// standfirstNames are those of the summary between title and text.
var standfirstNames = words(`standfirst subtitle summary dek deck lede subhead subheadline subheading strapline sub-title article-lead
	article-intro`)

func (b *block) kind() string {
	s := b.node.Data
	if b.node.Parent != nil {
		s += " " + b.node.Parent.Data + " " + attr(b.node.Parent, "class")
	}
	return s
}

// belongs reports whether a block that is no heading is a part of the text.
func (b *block) belongs(kinds map[string]bool) bool {
	switch {
	case b.linked*3 > b.words*2 || b.noise():
		return false
	case b.prose():
		return true
	case endsSentence(b.text) && b.linked == 0:
		return b.words > 0
	case b.node.Data == "li" || b.node.Data == "td" || b.node.Data == "pre":
		return b.words > 0
	}
	// A subheading in bold type, a verse, a closing line in brackets.
	return kinds[b.kind()] && b.words > 1
}

// noisePhrases begin what a page puts between the paragraphs of its articles.
var noisePhrases = []string{"advertisement", "read more", "also read", "read also", "related", "recommended", "more on ",
	"share this", "share on", "sign up", "subscribe", "follow us", "most read", "most popular", "trending", "leave a ",
	"comments", "tags:", "topics:", "filed under", "photo:", "image:", "picture:", "credit:", "main image:", "join our", "watch:",
	"listen:", "see also", "don't miss", "click here", "copyright", "all rights reserved", "©", "our standards:"}

func (b *block) noise() bool {
	const most = 12 // words: a paragraph may well begin so
	if b.words > most {
		return false
	}
	text := strings.ToLower(b.text)
	return slices.ContainsFunc(noisePhrases, func(phrase string) bool { return strings.HasPrefix(text, phrase) })
}

// byline reports whether the block gives a date or a writer, where it stands above the text.
func (b *block) byline() bool {
	return !b.prose() && (strings.HasPrefix(strings.ToLower(b.text), "by ") || len(findDates(b.text)) > 0)
}
