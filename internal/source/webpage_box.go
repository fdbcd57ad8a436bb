package source

import (
	"golang.org/x/net/html"
)

// A box on a page may have no name that tells what it is, but its first words do: "Related", "Subscribe to read on",
// "About the author". The same words give a line away in plain text.

// boxLabelWords is the most that a box's label has.
const boxLabelWords = 12

// summaryByMachine marks a summary of the article that the article does not need: what it tells is told twice.
var summaryByMachine = newPattern(`(?i)\bAI[- ](?:generated|assisted|powered|written)\b|\b(?:generated|summari[sz]ed|written) (?:by|with|using) (?:AI|artificial|an AI|a machine)\b|` +
	`^takeaways by .{2,30} AI$`)

// label returns the reason why a block that is no running text is furniture, an empty string where it is none.
func (b *block) label() string {
	if b.prose() || b.words == 0 || b.words > boxLabelWords {
		return ""
	}
	l := line{text: fold(b.text), words: b.words, sentence: endsSentence(b.text)}
	why, _ := l.pageLine(phraseKey(l.text))
	return why
}

// takeOutBoxes takes boxes out of the page that their label gives away, and reports whether there were any. A box with
// running text needs a label that is beyond doubt: an article may have a section "Recommended steps".
func (p *articlePart) takeOutBoxes() bool {
	opens := map[*html.Node]int{} // the first block in a node
	for i := range p.blocks {
		for n := p.blocks[i].node; n != nil; n = n.Parent {
			if _, seen := opens[n]; seen {
				break
			}
			opens[n] = i
		}
	}
	const mostSummaries = 5
	found, summaries := false, 0
	for i := range p.blocks {
		b := &p.blocks[i]
		if i == p.title || b.node.Parent == nil {
			continue
		}
		var box *html.Node
		switch why := b.label(); {
		case why == "" && summaries < mostSummaries && b.words <= boxLabelWords && !b.prose() && summaryByMachine.MatchString(b.text):
			box = p.smallest(b.node)
			summaries++
		case why == whyRelated || why == whyNewsletter || why == whyAppeal || why == whyAuthor || why == whyComments:
			sure := b.heading() || pageLines[phraseKey(b.text)] != ""
			for n := b.node.Parent; n != nil && opens[n] == i && p.isBox(n) && (sure || p.prose[n] == 0); n = n.Parent {
				box = n
			}
		}
		if box != nil {
			box.Parent.RemoveChild(box)
			found = true
		}
	}
	return found
}

// smallest returns the smallest part about a node that holds running text and is a box, nil where there is none.
func (p *articlePart) smallest(n *html.Node) *html.Node {
	for ; n != nil && p.isBox(n); n = n.Parent {
		if p.prose[n] > 0 {
			return n
		}
	}
	return nil
}

// isBox reports whether a part of the page is small enough to be one beside its article.
func (p *articlePart) isBox(n *html.Node) bool {
	return n.Parent != nil && n.Data != "body" && n.Data != "main" && p.prose[n]*2 <= p.prose[nil] &&
		!(p.title >= 0 && contains(n, p.blocks[p.title].node))
}
