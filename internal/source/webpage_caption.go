package source

import (
	"strings"

	"golang.org/x/net/html"
)

// The caption of a picture belongs to the article, the picture's credit and buttons do not.

// captionWords is the least that a caption has; a shorter one is a label, such as "Play video".
const captionWords = 5

var captionNames = words("caption captions")

// isCaption reports whether an element is the caption of a picture.
func isCaption(n *html.Node) bool {
	if n.Type != html.ElementNode || n.Data == "body" || n.Data == "table" {
		return false
	}
	name := nodeName(n)
	return n.Data == "figcaption" || strings.Contains(name, "aption") && hasName(name, captionNames)
}

// standsAlone reports whether an element of a line stands between other elements and not in running text: what a
// caption says, and whose picture it is.
func standsAlone(n *html.Node) bool {
	return !isText(n.PrevSibling) && !isText(n.NextSibling)
}

// isText reports whether a node is text with anything to read in it.
func isText(n *html.Node) bool {
	return n != nil && n.Type == html.TextNode && strings.TrimSpace(n.Data) != ""
}

// liftCaption puts the caption of a figure in front of it, so that it stays when the figure goes, and returns it: nil
// where there is none, or where the figure's own name tells that it belongs to something else.
func liftCaption(figure *html.Node) *html.Node {
	if figure.Data != "figure" || hasName(nodeName(figure), asideNames) || isHidden(figure) {
		return nil
	}
	for n := range figure.Descendants() {
		if isCaption(n) {
			n.Parent.RemoveChild(n)
			figure.Parent.InsertBefore(n, figure)
			return n
		}
	}
	return nil
}

// tells reports whether a block of a caption says what the picture shows: its first words, or a sentence.
func (b *block) tells() bool {
	return b.words >= captionWords && b.linked*2 < b.words && (!b.goesOn || endsSentence(b.text)) && !b.noise() && b.label() == ""
}
