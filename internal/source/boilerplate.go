package source

import (
	"regexp"
	"strings"

	"graphload/internal/news"
)

// What pages print around articles, in small letters, with straight apostrophes and without the marks at the ends.

// pageLines are boilerplate wherever they stand alone in a line.
var pageLines = set("advertisement", "advertisements", "advertisement - continue reading below",
	"article continues after this advertisement", "story continues below advertisement", "story continues below",
	"article continues below", "sponsored", "sponsored content", "skip to content", "skip to main content",
	"toggle navigation", "main menu", "log in", "login", "sign in", "sign up", "my account", "back to top",
	"read more", "read more here", "read the full story", "read full article", "keep reading", "continue reading",
	"show more", "show less", "see more", "see all", "view all", "load more", "learn more", "click here",
	"follow us", "follow us on", "follow us on social", "follow us on social media", "connect with us", "share this",
	"share this article", "share this story", "share this post", "share on facebook", "share on twitter",
	"share on x", "share on linkedin", "share via email", "copy link", "print this article", "email this article",
	"subscribe", "subscribe now", "subscribe today", "leave a reply", "leave a comment", "leave a reply cancel reply",
	"post a comment", "add a comment", "post comment", "join the conversation", "view comments", "show comments",
	"related", "related articles", "related stories", "related news", "related posts", "related content",
	"related topics", "more on this story", "more from this section", "you may also like", "you might also like",
	"recommended", "recommended for you", "recommended stories", "read next", "up next", "most read",
	"most popular", "trending", "trending now", "trending stories", "top stories", "latest news", "latest stories",
	"latest headlines", "more news", "more stories", "editor's picks", "editors' picks", "don't miss",
	"all rights reserved", "terms of use", "terms of service", "terms and conditions", "privacy policy",
	"cookie policy", "cookie settings", "contact us", "about us", "accept all cookies", "accept cookies",
	"listen to this article", "listen to article", "save for later", "previous article", "next article",
	"previous post", "next post", "sign up for our newsletter", "subscribe to our newsletter", "getty images",
	"download our app", "get the app", "donate now", "become a member")

// shareLines are boilerplate where two or more of them, or of pageLines, stand together.
var shareLines = set("share", "tweet", "print", "email", "e-mail", "save", "pin", "post", "facebook", "twitter", "x",
	"whatsapp", "linkedin", "telegram", "reddit", "instagram", "youtube", "messenger", "pinterest", "home", "menu",
	"search", "news", "world", "politics", "business", "sport", "sports", "opinion", "culture", "video", "videos",
	"contact", "newsletter", "newsletters", "comments", "latest", "tags", "topics", "about", "careers", "advertise",
	"rss", "cookies", "privacy", "terms", "copyright", "close", "name", "website", "your name", "your email",
	"enter your email", "email address")

// pageLeads begin lines of boilerplate, whatever follows.
var pageLeads = []string{"subscribe to our ", "subscribe to the ", "subscribe now to ", "subscribe for ",
	"sign up to our ", "sign up for our ", "sign up to receive ", "sign up to get ", "sign up here", "get the latest news ", "get our daily ", "get the day's ", "join our whatsapp",
	"join our telegram", "join our newsletter", "follow us on ", "like us on ", "follow us @", "find us on ",
	"share this article", "share this story", "share your thoughts", "your email address will not be published",
	"required fields are marked", "this site uses cookies", "this website uses cookies", "we use cookies",
	"by continuing to use this site", "by clicking ", "all rights reserved", "copyright ©", "copyright (c)", "(c) 20",
	"© ", "related:", "also read:", "read also:", "read more:", "read more |", "see also:", "also read |", "read | ", "watch |",
	"watch:", "click here to ", "click here for ", "download our ", "filed under:", "tags:", "keywords:",
	"the views expressed in this ", "the opinions expressed in this ", "opinions expressed in this ",
	"views expressed in this ", "our standards: ", "support our journalism", "support independent journalism",
	"become a member ", "please enable javascript", "you have reached your limit of"}

// pagePhrases give a line away wherever in it they stand.
var pagePhrases = []string{"in the comments below", "in the comments section", "in the comment section",
	"your email address will not be published", "required fields are marked", "all rights reserved",
	"may not be published, broadcast, rewritten", "do not necessarily reflect the view",
	"do not necessarily reflect those of", "do not necessarily represent the view", "subscribe to our newsletter",
	"sign up for our newsletter", "sign up to our newsletter", "straight to your inbox", "delivered to your inbox", "in your inbox every", "enter your email address",
	"enable javascript", "unsubscribe at any time", "don't miss a beat"}

var (
	// Buttons whose words ran together: "keep readingShow less".
	buttonWords = regexp.MustCompile(`^(?:(?:keep reading|continue reading|read more|read less|show more|show less|see more|see less)\s*)+$`)
	copyright   = regexp.MustCompile(`^(?:copyright\b.{0,12}\b(?:19|20)\d\d\b|(?:©|\(c\)) ?(?:copyright )?(?:19|20)\d\d\b)`)
	signUp      = regexp.MustCompile(`^sign up (?:to|for) .*\b(?:newsletter|email|e-mail|alerts|briefing|updates|inbox)\b`)
	wireCredit  = regexp.MustCompile(`^\(?(?:additional )?(?:reporting|writing|editing|compiled) by `)
	creditLead  = regexp.MustCompile(`^\(?(?:(?:photo|image|picture)s? (?:credits?|by|courtesy)|(?:photo|image|picture)s?\s*:)`)
)

const (
	phraseWords = 60  // longer lines are prose
	phraseBytes = 600 // as are these
	menuWords   = 30
	creditWords = 9 // a credit with more words is a caption, and that belongs to the article
)

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// markPhrases marks the lines that are boilerplate by their words alone.
func (p *page) markPhrases() {
	together := 0 // lines up to here that are boilerplate or could be
	weak := false
	for i := range p.lines {
		l := &p.lines[i]
		if l.words > phraseWords || len(l.text) > phraseBytes {
			p.markTogether(i-together, i, weak)
			together, weak = 0, false
			continue
		}
		key := phraseKey(l.text)
		switch {
		case pageLines[key], isPageLine(l, key):
			l.kind = news.MarkBoilerplate
		case shareLines[key]:
			weak = true
		default:
			p.markTogether(i-together, i, weak)
			together, weak = 0, false
			continue
		}
		together++
	}
	p.markTogether(len(p.lines)-together, len(p.lines), weak)
}

// markTogether marks the lines from start to end, which are buttons or items of a menu, where there are two or more.
func (p *page) markTogether(start, end int, weak bool) {
	if !weak || end-start < 2 {
		return
	}
	for i := start; i < end; i++ {
		p.lines[i].kind = news.MarkBoilerplate
	}
}

// phraseKey returns the form of a line under which phrases are looked up.
func phraseKey(s string) string {
	s = strings.ReplaceAll(strings.ToLower(fold(s)), "’", "'")
	return strings.Trim(s, " .:!?*»«>›→…|•-–—#_")
}

func isPageLine(l *line, key string) bool {
	switch {
	case buttonWords.MatchString(key), copyright.MatchString(key), signUp.MatchString(key):
		return true
	case l.words <= creditWords && creditLead.MatchString(key):
		return true
	case l.words <= menuWords && !l.sentence && isMenu(l.text), wireCredit.MatchString(key) && allNames(l.text):
		return true
	}
	if strings.ContainsAny(key, `"“”`) {
		return false // somebody's words
	}
	for _, lead := range pageLeads {
		if strings.HasPrefix(key, lead) || key == strings.TrimSpace(lead) {
			return true
		}
	}
	for _, phrase := range pagePhrases {
		if strings.Contains(key, phrase) {
			return true
		}
	}
	return false
}

// isMenu reports whether a line is a menu, a row of buttons or a path of sections: short parts between bars, bullets or
// wide spaces. All of them are words that menus have; or, of four parts and more, one is, or the first of two is "Home".
func isMenu(s string) bool {
	parts := menuBreak.Split(strings.TrimSpace(s), -1)
	if len(parts) < 2 {
		return false
	}
	known := 0
	for _, part := range parts {
		n := countWords(part)
		if n == 0 || n > 3 || strings.ContainsAny(part, "0123456789") {
			return false
		}
		if key := phraseKey(part); shareLines[key] || pageLines[key] {
			known++
		}
	}
	return known == len(parts) || known > 0 && len(parts) >= 4 || strings.EqualFold(parts[0], "home")
}

var menuBreak = regexp.MustCompile(`\s*[|•·»›>]\s*|\s{2,}|\t`)
