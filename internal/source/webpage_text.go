package source

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

const (
	// leastWords is what an article has at least, in running text.
	leastWords = 15
	// A part of a page holds the article where it has so large a share of the running text, in percent.
	headingShare = 40 // around the heading
	dominant     = 75 // within that, to be the text itself
)

// mainText returns the running text of a page's article in paragraphs with a blank line between them, and an empty
// string where there is none. It changes doc, and sets the date where the article prints one and meta has none.
//
// What stands beside an article is taken out by its element, role or name. In what is left, the article is the
// smallest part of the page that holds its heading and a good share of the running text; its text is the part of that
// in which nearly all of it stands.
func mainText(doc *html.Node, meta *pageMeta) string {
	given := givenParagraphs(meta.body)
	var kept []string
	if body := findElement(doc, "body"); body != nil {
		p := newArticlePart(body, meta)
		p.narrow()
		if meta.published == "" {
			meta.published = p.printedDate()
		}
		kept = p.paragraphs()
	}
	// What the page gives to search engines is the article where the page shows a part of it only, or draws it by a
	// script; else it tells what of the page does not belong.
	switch sum := countAll(kept); {
	case sum*5 < countAll(given)*3:
		kept = given
	default:
		if covered := within(kept, given); countAll(covered)*10 >= sum*7 {
			kept = covered
		}
	}
	if countAll(kept) < leastWords {
		return ""
	}
	return strings.Join(kept, "\n\n")
}

// articlePart is the part of a page in which its article is looked for.
type articlePart struct {
	blocks []block
	prose  map[*html.Node]int // words of running text below a node; of the whole page below nil
	title  int                // the block that is the article's title, -1 where there is none
	around *html.Node         // the part with the title in it
	main   *html.Node         // the part with the text in it
	sure   bool               // the page calls itself an article
}

func newArticlePart(body *html.Node, meta *pageMeta) *articlePart {
	p := &articlePart{sure: meta.article || meta.published != ""}
	p.read(body, meta.title)
	holdsTitle := func(n *html.Node) bool { return p.title >= 0 && contains(n, p.blocks[p.title].node) }
	comments := 0
	for n := range body.Descendants() {
		if n.Type == html.ElementNode && isComments(n) && (n.Parent == nil || !isComments(n.Parent)) && !holdsTitle(n) {
			comments += p.prose[n]
		}
	}
	// A report minute by minute may call its entries comments.
	if p.prose[nil]-comments >= leastWords {
		prune(body, isComments, holdsTitle)
		p.read(body, meta.title)
	}
	prune(body, func(n *html.Node) bool { return isAside(n, p.prose) }, holdsTitle)
	p.read(body, meta.title)
	p.around, p.main = body, body
	return p
}

func (p *articlePart) read(body *html.Node, title string) {
	p.blocks = blocksOf(body)
	p.prose = map[*html.Node]int{}
	p.title = -1
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.prose() {
			p.prose[nil] += b.words
			for n := b.node; n != nil; n = n.Parent {
				p.prose[n] += b.words
			}
		}
		if title == "" || !sameTitle(b.text, title) {
			continue
		}
		// The highest heading counts; a title in a list of articles is a link or a lower heading.
		if p.title < 0 || b.heading() && (!p.blocks[p.title].heading() || b.node.Data < p.blocks[p.title].node.Data) {
			p.title = i
		}
	}
}

func sameTitle(text, title string) bool {
	text, title = fold(text), fold(title)
	return strings.EqualFold(text, title) ||
		countWords(text) > 3 && len(title) > len(text) && strings.EqualFold(title[:len(text)], text)
}

// narrow finds the parts of the page with the title and with the text in them.
func (p *articlePart) narrow() {
	if p.title >= 0 {
		least := max(leastWords, p.prose[nil]*headingShare/100)
		for n := p.blocks[p.title].node.Parent; n != nil && n.Type == html.ElementNode; n = n.Parent {
			p.around = n
			if p.prose[n] >= least || n.Data == "body" {
				break
			}
		}
	}
	p.main = p.around
	for n := range p.around.Descendants() {
		if strings.EqualFold(attr(n, "itemprop"), "articleBody") && p.prose[n]*3 >= p.prose[p.around] {
			p.main = n
			break
		}
	}
	for {
		next := p.dominantChild(p.main)
		if next == nil {
			return
		}
		p.main = next
	}
}

// dominantChild returns the child in which most of a node's running text stands in several blocks.
func (p *articlePart) dominantChild(n *html.Node) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && p.prose[c]*100 >= p.prose[n]*dominant && p.prose[c] > 0 {
			if slices.ContainsFunc(p.blocks, func(b block) bool { return b.node == c && b.prose() }) {
				return nil // the text stands in it as it is
			}
			for sibling := n.FirstChild; sibling != nil; sibling = sibling.NextSibling {
				if sibling != c && p.prose[sibling] > 0 && sibling.Data == c.Data && attr(sibling, "class") == attr(c, "class") {
					return nil // one section of several
				}
			}
			return c
		}
	}
	return nil
}

// paragraphs returns the article's blocks: running text, and what stands between it as it does.
func (p *articlePart) paragraphs() []string {
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
	var kept []string
	var seen []string
	headings := 0 // at the end of kept
	started := false
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.heading():
			if !b.noise() {
				kept = append(kept, b.text)
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
		kept = append(kept, b.text)
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
	for _, b := range p.blocks[from:] {
		switch {
		case contains(p.main, b.node):
			inMain = true
			blocks = append(blocks, b)
		case !inMain && from > 0 && contains(p.around, b.node) && b.prose() && b.words > 9 && b.linked*4 < b.words:
			blocks = append(blocks, b)
		}
	}
	return blocks
}

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
		return b.words > 0 && b.linked*2 < b.words
	}
	// A subheading in bold type, a verse, a closing line in brackets.
	return kinds[b.kind()] && b.words > 1
}

// noisePhrases begin what a page puts between the paragraphs of its articles.
var noisePhrases = []string{"advertisement", "read more", "also read", "read also", "related", "recommended", "more on ",
	"share this", "share on", "sign up", "subscribe", "follow us", "most read", "most popular", "trending", "leave a ",
	"comments", "tags:", "topics:", "filed under", "photo:", "image:", "picture:", "credit:", "join our", "watch:",
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

// printedDate returns the one day that is printed between the title and the text, or an empty string.
func (p *articlePart) printedDate() string {
	if p.title < 0 {
		return ""
	}
	const look = 12 // blocks
	for _, b := range p.blocks[p.title+1 : min(len(p.blocks), p.title+1+look)] {
		if b.prose() && b.words > runningWords {
			break
		}
		if found := findDates(b.text); len(found) > 0 && found[0].iso != "" {
			return found[0].iso
		}
	}
	return ""
}

// givenParagraphs splits a text that a page gives to search engines, which some write with markup.
func givenParagraphs(body string) []string {
	if strings.Contains(body, "</") || strings.Contains(body, "&") {
		body = fragmentText(body)
	}
	var paragraphs []string
	for line := range strings.SplitSeq(body, "\n") {
		if line = fold(line); line != "" {
			paragraphs = append(paragraphs, line)
		}
	}
	return paragraphs
}

// within returns the paragraphs whose words stand in the given text.
func within(paragraphs, given []string) []string {
	const most = 1 << 18 // bytes: each paragraph is looked for in all of it
	all := onlyWords(strings.Join(given, " "))
	if len(all) > most {
		return nil
	}
	var covered []string
	for _, text := range paragraphs {
		if strings.Contains(all, onlyWords(text)) {
			covered = append(covered, text)
		}
	}
	return covered
}

// onlyWords returns the letters and digits of a text, by which it is found whatever its quotation marks and spaces.
func onlyWords(s string) string {
	return strings.Map(func(c rune) rune {
		if isAlphanumeric(c) {
			return c
		}
		return -1
	}, s)
}

func countAll(paragraphs []string) int {
	n := 0
	for _, text := range paragraphs {
		n += countWords(text)
	}
	return n
}

func findElement(root *html.Node, name string) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			return n
		}
	}
	return nil
}

// contains reports whether n is outer or stands within it.
func contains(outer, n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == outer {
			return true
		}
	}
	return false
}
