package source

import (
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
	var kept []block
	if body := findElement(doc, "body"); body != nil {
		p := newArticlePart(body, meta)
		p.narrow()
		if meta.published == "" {
			meta.published = orElse(p.printedDate(), p.onlyTime())
		}
		kept = p.paragraphs()
	}
	// What the page gives to search engines is the article where the page shows a part of it only, or draws it by a
	// script; else it tells what of the page does not belong.
	switch sum := countBlocks(kept); {
	case sum*5 < countAll(given)*3:
		return articleText(given)
	default:
		if covered := within(kept, given); countBlocks(covered)*10 >= sum*7 {
			kept = covered
		}
	}
	return articleText(texts(kept))
}

// articleText joins paragraphs, if they are enough for an article.
func articleText(paragraphs []string) string {
	if countAll(paragraphs) < leastWords {
		return ""
	}
	return strings.Join(paragraphs, "\n\n")
}

// articlePart is the part of a page in which its article is looked for.
type articlePart struct {
	blocks []block
	prose  map[*html.Node]int  // words of running text below a node; of the whole page below nil
	speaks map[*html.Node]bool // whether running text below a node tells what somebody said
	links  map[*html.Node]int  // headlines below a node that are links
	title  int                 // the block that is the article's title, -1 where there is none
	around *html.Node          // the part with the title in it
	main   *html.Node          // the part with the text in it
	sure   bool                // the page calls itself an article
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
	if p.takeOutBoxes() {
		p.read(body, meta.title)
	}
	if p.takeOutTeasers() {
		p.read(body, meta.title)
	}
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
		if b.caption != nil {
			continue
		}
		text := b.text
		if !b.prose() {
			text, _, _ = strings.Cut(text, "\n") // with a byline in the same paragraph
		}
		if title == "" || !sameTitle(text, title) {
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
	if n := p.namedText(); n != nil {
		p.main = n
	}
	p.readParts()
	for {
		next := p.dominantChild(p.main)
		if next == nil {
			return
		}
		p.main = next
	}
}

// namedText returns the part around the title that the page itself calls the article's text, by microdata or by a class,
// where it holds a good share of the running text; nil where there is none, or several of one name.
func (p *articlePart) namedText() *html.Node {
	given, named := 33, 40 // percent
	body := p.mostOf(given, func(n *html.Node) bool { return strings.EqualFold(attr(n, "itemprop"), "articleBody") })
	if body != nil {
		return body
	}
	return p.mostOf(named, func(n *html.Node) bool {
		return hasName(strings.ReplaceAll(nodeName(n), "elementor-widget-", ""), textNames)
	})
}

// mostOf returns the part around the title with most of the running text among those that are so called: nil where it has
// less than a share of all, in percent, or others of them have a good part too.
func (p *articlePart) mostOf(share int, called func(*html.Node) bool) *html.Node {
	var best *html.Node
	other := 0 // words of running text in others
	for n := range p.around.Descendants() {
		if n.Type != html.ElementNode || p.prose[n] == 0 || !called(n) || best != nil && contains(best, n) {
			continue
		}
		if best == nil || p.prose[n] > p.prose[best] {
			best, n = n, best
		}
		if n != nil {
			other += p.prose[n]
		}
	}
	if best == nil || p.prose[best]*100 < p.prose[p.around]*share || other*4 > p.prose[best] {
		return nil
	}
	return best
}

// dominantChild returns the child in which most of a node's running text stands in several blocks.
func (p *articlePart) dominantChild(n *html.Node) *html.Node {
	const mostEnds = 10
	prose := p.prose[n] // less that of the page's end
	for c, ends := n.LastChild, 0; c != nil && ends < mostEnds; c = c.PrevSibling {
		if p.prose[c] == 0 {
			continue
		}
		if !p.isPageEnd(c) {
			break
		}
		prose -= p.prose[c]
		ends++
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && p.prose[c]*100 >= prose*dominant && p.prose[c]*2 >= p.prose[n] && p.prose[c] > 0 {
			direct := 0 // paragraphs that are no elements of their own
			for i := range p.blocks {
				if p.blocks[i].node == c && p.blocks[i].prose() {
					direct++
				}
			}
			if direct == 1 {
				return nil // it is a paragraph itself
			}
			for sibling := n.FirstChild; sibling != nil; sibling = sibling.NextSibling {
				if sibling == c || p.prose[sibling] == 0 {
					continue
				}
				if sibling.Data == "p" || sibling.Data == c.Data && attr(sibling, "class") == attr(c, "class") || p.speaks[sibling] {
					return nil // paragraphs beside it, one section of several, or what somebody said
				}
			}
			return c
		}
	}
	return nil
}

// isPageEnd reports whether a part of the page, which stands last, holds links to other articles and nobody's words.
func (p *articlePart) isPageEnd(n *html.Node) bool {
	const atLeast = 2 // links
	return p.links[n] >= atLeast && !p.speaks[n]
}

// readParts notes what dominantChild asks of each part of the page.
func (p *articlePart) readParts() {
	p.speaks, p.links = map[*html.Node]bool{}, map[*html.Node]int{}
	for i := range p.blocks {
		b := &p.blocks[i]
		says, links := b.prose() && speaks.MatchString(b.text), 0
		if b.words > 2 && b.linked == b.words {
			links = 1
		}
		for n := b.node; n != nil && (says || links > 0); n = n.Parent {
			p.speaks[n] = p.speaks[n] || says
			p.links[n] += links
		}
	}
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
