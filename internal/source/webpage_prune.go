package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// neverText are the elements that hold no running text, wherever they stand.
var neverText = words(`script style noscript template button iframe svg canvas picture video audio object embed select
	option textarea input label dialog nav menu map applet frameset progress meter datalist`)

// asideElements and asideRoles stand beside an article, unless a page holds most of its text in one of them.
var (
	asideElements = words("aside footer form figure")
	asideRoles    = words("navigation complementary banner contentinfo dialog alertdialog search menu menubar button toolbar")
)

// asideNames are words in the class or id of an element that stands beside an article. A word of two parts stands for
// two words in a row.
var asideNames = words(`related recommended recommendations recirc
	recirculation promo promos promotion newsletter newsletters signup subscribe subscription share sharing
	sharedaddy social sidebar widget widgets advert adverts advertisement ad ads advertising sponsor sponsored outbrain
	taboola breadcrumb breadcrumbs menu nav navigation navbar pagination pager tags topics labels byline bio credit credits
	cookie cookies consent gdpr popup modal overlay footer masthead toolbar tools trending popular pullquote tweet
	twitter instagram facebook whatsapp telegram embed infobox contact poll quiz rating skip login banner
	author-box author-bio about-author author-info author-card read-next read-more more-stories more-from most-read
	most-viewed most-popular also-read rich-link pull-quote jp-relatedposts
	post-footer entry-footer post-meta entry-meta article-meta story-meta tag-list keep-reading up-next next-up
	paywall regwall barrier`)

// unseenNames are those of what only programs read aloud.
var unseenNames = words(`screen-reader sr-only visually-hidden off-screen offscreen`)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

// prune takes out what aside names, as far as it is not to be kept.
func prune(n *html.Node, aside, keep func(*html.Node) bool) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.CommentNode:
			n.RemoveChild(c)
		case c.Type != html.ElementNode:
		case aside(c) && !keep(c):
			if caption := liftCaption(c); caption != nil {
				prune(caption, aside, keep)
			}
			n.RemoveChild(c)
		default:
			prune(c, aside, keep)
		}
		c = next
	}
}

func isAside(n *html.Node, prose map[*html.Node]int) bool {
	if neverText[n.Data] {
		return true
	}
	if n.Data == "body" || n.Data == "main" || n.Data == "article" && !isNested(n, "article") {
		return false
	}
	// Where most of the text is, there the article is, whatever the element is called.
	if most := prose[nil]; most > 0 && prose[n]*2 > most {
		return false
	}
	name := nodeName(n)
	return asideElements[n.Data] || strings.HasPrefix(n.Data, "amp-") || asideRoles[attr(n, "role")] ||
		isFloat(n) || isHidden(n) ||
		hasName(name, unseenNames) || hasName(name, asideNames) && !hasName(name, bodyNames) && !inSentence(n) ||
		hasName(name, teaserNames) && findElement(n, "a") != nil
}

// inSentence reports whether an element stands within a sentence, as a name with a link to its owner's page does.
func inSentence(n *html.Node) bool {
	if !inlineElements[n.Data] || !isText(n.PrevSibling) || !isText(n.NextSibling) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(n.PrevSibling.Data))
	after, _ := utf8.DecodeRuneInString(strings.TrimSpace(n.NextSibling.Data))
	return (unicode.IsLetter(before) || before == ',') && (unicode.IsLower(after) || strings.ContainsRune(",.;", after))
}

// isHidden reports whether readers do not see an element.
func isHidden(n *html.Node) bool {
	return has(n, "hidden") || attr(n, "aria-hidden") == "true" ||
		strings.Contains(strings.ReplaceAll(attr(n, "style"), " ", ""), "display:none")
}

// isFloat reports whether an element is a table that text flows around, as old pages set pictures and lists of links.
func isFloat(n *html.Node) bool {
	side := strings.ToLower(attr(n, "align"))
	return n.Data == "table" && (side == "left" || side == "right")
}

// teaserNames are those of a few lines about another article, with a link to it. Without one they stand above the
// article that they tell of.
var teaserNames = words("teaser teasers")

// commentNames are those of what readers write, which may outgrow the article.
var commentNames = words("comments comment commentlist respond disqus discussion")

// bodyNames are those of an article's text itself, whatever else is said of it.
var bodyNames = words(`entry-content post-content article-content story-content article-body story-body post-body
	articlebody article-text story-text`)

// textNames are those and others that are said of an article's text, but also of other texts.
var textNames = words(`entry-content post-content article-content story-content article-body story-body post-body
	articlebody article-text story-text content-body body-content node-body name-body rich-text richtext body-text bodytext
	available-content`)

func nodeName(n *html.Node) string { return attr(n, "class") + " " + attr(n, "id") }

func isComments(n *html.Node) bool {
	return n.Data != "body" && n.Data != "main" && n.Data != "article" && hasName(nodeName(n), commentNames)
}

func isNested(n *html.Node, element string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == element {
			return true
		}
	}
	return false
}

// hasName reports whether a class or id is made of one of the names.
func hasName(class string, names map[string]bool) bool {
	for token := range strings.FieldsSeq(class) {
		if strings.HasPrefix(token, "elementor") { // a site builder that calls every part of a page a widget
			continue
		}
		parts := nameParts(token)
		for i, part := range parts {
			// What has comments is not the comments.
			if i > 0 && (parts[i-1] == "has" || parts[i-1] == "with" || parts[i-1] == "no") {
				continue
			}
			if names[part] || i > 0 && names[parts[i-1]+"-"+part] {
				return true
			}
		}
	}
	return false
}

// nameParts splits "articleBody", "article-body" and "article__body" alike.
func nameParts(token string) []string {
	var parts []string
	start := 0
	runes := []rune(token)
	flush := func(end int) {
		if start < end {
			parts = append(parts, strings.ToLower(string(runes[start:end])))
		}
		start = end
	}
	for i, c := range runes {
		switch {
		case !unicode.IsLetter(c) && !unicode.IsDigit(c):
			flush(i)
			start = i + 1
		case i > 0 && unicode.IsUpper(c) && unicode.IsLower(runes[i-1]):
			flush(i)
		}
	}
	flush(len(runes))
	return parts
}
