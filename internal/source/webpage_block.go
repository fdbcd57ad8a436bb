package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is a paragraph, a heading or an item of a list.
type block struct {
	node   *html.Node // the element that it is the text of
	text   string
	words  int
	linked int // words within links
	bold   int // words in bold type

	standfirst bool       // the summary between title and text
	caption    *html.Node // the caption of a picture that it stands in, nil elsewhere
	goesOn     bool       // it is not the first block of its caption
}

func (b *block) heading() bool {
	return len(b.node.Data) == 2 && b.node.Data[0] == 'h' && b.node.Data != "hr"
}

// prose reports whether the block is running text: a sentence that is not one link. A caption tells nothing of where the
// article stands, so it is none.
func (b *block) prose() bool {
	return !b.heading() && b.caption == nil && b.linked*2 < b.words &&
		(b.words >= runningWords && endsSentence(b.text) || b.words >= longLine)
}

// inlineElements do not end a paragraph.
var inlineElements = words(`a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp
	small span strike strong sub sup time tt u var wbr`)

// blocksOf returns the text in a node in its order.
func blocksOf(root *html.Node) []block {
	var c blockCollector
	c.node(root, root, 0, 0)
	c.flush(root)
	return c.blocks
}

type blockCollector struct {
	blocks []block
	text   []byte
	linked int
	bold   int
	breaks int // line breaks in a row

	caption *html.Node // that is being read
}

func (c *blockCollector) node(n, owner *html.Node, links, bolds int) {
	switch n.Type {
	case html.TextNode:
		c.add(n.Data, links > 0, bolds > 0)
		return
	case html.ElementNode:
		if neverText[n.Data] {
			return
		}
		switch n.Data {
		case "br":
			c.breaks++
			if c.breaks > 1 {
				c.flush(owner)
			}
			return
		case "a":
			links++
		case "b", "strong":
			bolds++
		}
	}
	opens := c.caption == nil && isCaption(n)
	isBlock := opens || n.Type == html.ElementNode && (!inlineElements[n.Data] || c.caption != nil && standsAlone(n))
	if isBlock {
		c.flush(owner)
		owner = n
	}
	if opens {
		c.caption = n
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.node(child, owner, links, bolds)
	}
	if isBlock {
		c.flush(owner)
	}
	if opens {
		c.caption = nil
	}
}

// add appends text with single spaces in place of white space, which in markup is layout.
func (c *blockCollector) add(s string, linked, bold bool) {
	opening, _ := utf8.DecodeRuneInString(s)
	for i, word := range strings.FieldsFunc(s, isMarkupSpace) {
		if i > 0 || isMarkupSpace(opening) {
			c.space()
		}
		if c.breaks == 1 && len(c.text) > 0 {
			c.text = append(bytes.TrimRight(c.text, " "), '\n')
		}
		c.breaks = 0
		word = strings.Map(visible, word)
		c.text = append(c.text, word...)
		if n := countWords(word); n > 0 {
			if linked {
				c.linked += n
			}
			if bold {
				c.bold += n
			}
		}
	}
	if closing, _ := utf8.DecodeLastRuneInString(s); isMarkupSpace(closing) {
		c.space()
	}
}

func (c *blockCollector) space() {
	if n := len(c.text); n > 0 && c.breaks == 0 && c.text[n-1] != ' ' && c.text[n-1] != '\n' {
		c.text = append(c.text, ' ')
	}
}

func (c *blockCollector) flush(owner *html.Node) {
	if text := string(bytes.TrimSpace(c.text)); text != "" {
		c.blocks = append(c.blocks, block{node: owner, text: text, words: countWords(text), linked: c.linked, bold: c.bold,
			caption: c.caption, goesOn: c.caption != nil && len(c.blocks) > 0 && c.blocks[len(c.blocks)-1].caption == c.caption})
	}
	c.text = c.text[:0]
	c.linked, c.bold, c.breaks = 0, 0, 0
}

func isMarkupSpace(r rune) bool {
	return r == ' ' || '\t' <= r && r <= '\r' || r == '\u00a0' || r == '\u2028'
}

// visible leaves out what only tells a browser where it may break a word.
func visible(r rune) rune {
	switch r {
	case '\u00ad', '\u200b', '\u2060', '\ufeff':
		return -1
	}
	return r
}

// fragmentText returns the text of a piece of markup, as an entry of a feed holds it, in paragraphs.
func fragmentText(markup string) string {
	if !strings.ContainsAny(markup, "<&") {
		return strings.TrimSpace(markup)
	}
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(markup), body)
	if err != nil {
		return "" // nested beyond what any text is
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	prune(body, func(n *html.Node) bool { return isAside(n, nil) }, func(*html.Node) bool { return false })
	var paragraphs []string
	for _, b := range blocksOf(body) {
		if b.caption == nil || b.tells() {
			paragraphs = append(paragraphs, b.text)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}
