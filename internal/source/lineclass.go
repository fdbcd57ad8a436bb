package source

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"graphload/internal/news"
)

// A page's furniture is worded in more ways than lists of phrases hold. What the rules leave is judged by a classifier
// over lines, a logistic regression over features of layout, position and words (the approach of Kohlschütter,
// Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features", WSDM 2010, for text without markup). It is
// trained by `make lines` on the pages under testdata/plain and, for what is never to be dropped, on running news
// text.

//go:embed lineweights.tsv
var lineWeightsFile string

// lineWeights maps a feature to its weight, in hundredths of a unit of log odds.
var lineWeights = sync.OnceValue(func() map[string]int {
	weights := map[string]int{}
	for row := range strings.Lines(lineWeightsFile) {
		if name, value, ok := strings.Cut(strings.TrimSuffix(row, "\n"), "\t"); ok {
			weights[name], _ = strconv.Atoi(value)
		}
	}
	return weights
})

const (
	lineRounds    = 3  // a line that is marked tells something of its neighbours
	lineThreshold = 70 // hundredths of log odds: two to one
	proseMargin   = 80 // more than that for prose: a sentence that is lost is worse than one too many
)

// markByClassifier marks the lines that the classifier takes for a part of the page.
func (p *page) markByClassifier() {
	for range lineRounds {
		c := p.lineContext()
		var found []int
		for i := range p.lines {
			l := &p.lines[i]
			if l.kind != "" || l.quotes() || p.isSummary(i) {
				continue
			}
			threshold := lineThreshold
			if l.running() {
				threshold += proseMargin
			}
			if lineScore(c.features(i)) > threshold {
				found = append(found, i)
			}
		}
		if len(found) == 0 {
			return
		}
		for _, i := range found {
			p.lines[i].mark(news.MarkBoilerplate, whyPage)
		}
	}
}

// titleIsFurniture reports whether the line that was taken for the headline is a part of the page.
func (p *page) titleIsFurniture(title int) bool {
	const alike = 3 // longer words that the article has too: it is its headline
	if p.lineContext().shared(&p.lines[title]) >= alike {
		return false
	}
	return lineScore(p.titleFeatures(title)) > lineThreshold
}

// titleFeatures returns the features of the headline as they would be if it had not been taken for it.
func (p *page) titleFeatures(title int) []string {
	l := &p.lines[title]
	kind := l.kind
	l.kind = ""
	defer func() { l.kind = kind }()
	return append(p.lineContext().features(title), "title")
}

func lineScore(features []string) int {
	weights, sum := lineWeights(), 0
	for _, f := range features {
		sum += weights[f]
	}
	return sum
}

// quotes reports whether a line tells what somebody said: that is never left to the classifier.
func (l *line) quotes() bool {
	return l.words >= runningWords && strings.ContainsAny(l.text, `"“”`) && says.MatchString(l.text)
}

// isSummary reports whether a line stands directly below the headline as the article's summary does, and speaks neither
// to the reader nor of the site. Whether it belongs to the article cannot be told by its words.
func (p *page) isSummary(i int) bool {
	const shortest = 6 // words
	l := &p.lines[i]
	if i == 0 || p.lines[i-1].kind != news.MarkTitle || l.words < shortest || strings.HasSuffix(l.text, ":") {
		return false
	}
	key := phraseKey(l.text)
	return !strings.Contains(key, ":") && !strings.Contains(key, "@") && !siteThings.MatchString(key)
}

var says = newPattern(`\b(?:said|says|told|wrote|asked|added|called)\b`)

// lineContext is what the features of a page's lines have in common.
type lineContext struct {
	p           *page
	words       map[string]int // in how many lines of prose a word stands
	first, last int            // line of prose; -1 where there is none
	marked      []int          // marked lines above each line
	title       int
}

func (p *page) lineContext() *lineContext {
	c := &lineContext{p: p, words: map[string]int{}, first: -1, last: -1, title: -1, marked: make([]int, len(p.lines)+1)}
	for i := range p.lines {
		l := &p.lines[i]
		c.marked[i+1] = c.marked[i]
		switch {
		case l.kind == news.MarkTitle:
			c.title = i
		case l.kind != "":
			c.marked[i+1]++
		case l.running():
			if c.first < 0 {
				c.first = i
			}
			c.last = i
		}
		if l.kind == news.MarkTitle || l.prose() {
			for word := range l.contentWords() {
				c.words[word]++
			}
		}
	}
	return c
}

// contentWords returns the longer words of a line in small letters.
func (l *line) contentWords() map[string]bool {
	const long = 4 // characters
	words := map[string]bool{}
	for word := range strings.FieldsFuncSeq(strings.ToLower(l.text), func(c rune) bool { return !isAlphanumeric(c) }) {
		if utf8.RuneCountInString(word) >= long {
			words[word] = true
		}
	}
	return words
}

// features returns the names of a line's features.
func (c *lineContext) features(i int) []string {
	l := &c.p.lines[i]
	size := bucket(l.words, 1, 2, 3, 4, 6, 9, 14, 24, 39)
	end := "open"
	if l.sentence {
		end = "sentence"
	}
	shape := end + size
	where := "within"
	switch {
	case c.first < 0 || i < c.first:
		where = "above"
		if c.title >= 0 && i > c.title {
			where = "head"
		}
	case i > c.last || i == c.last && c.p.above(i) != "prose":
		where = "below"
	}
	overlap := "overlap" + c.overlap(l)
	above, below := c.p.above(i), c.p.below(i)
	around := "-" + c.share(0, i) + "-" + c.share(i+1, len(c.p.lines))
	f := []string{"bias", "shape=" + shape, "where=" + where, "where=" + where + shape, overlap, overlap + end, overlap + where + end,
		"above=" + above, "below=" + below, "between=" + above + "," + below, "between=" + above + "," + below + end,
		"around=" + around, "around=" + around + where + end, "shares=" + c.share(0, len(c.p.lines)) + end,
		"last=" + bucket(len(c.p.lines)-i, 1, 2, 3, 6, 12) + end, "gap=" + strconv.FormatBool(l.gap) + where}
	if l.own == nil { // they are asked for again in every round
		l.own = append(l.marksOfText(), l.wordFeatures()...)
	}
	return append(f, l.own...)
}

// shared returns how many of a headline's longer words stand in the prose as well.
func (c *lineContext) shared(l *line) int {
	n := 0
	for word := range l.contentWords() {
		if c.words[word] > 1 { // once in the headline itself
			n++
		}
	}
	return n
}

// overlap tells which share of a line's longer words stand in the prose of other lines too.
func (c *lineContext) overlap(l *line) string {
	self := 0
	if l.prose() {
		self = 1
	}
	all, shared := 0, 0
	for word := range l.contentWords() {
		all++
		if c.words[word] > self {
			shared++
		}
	}
	if all == 0 {
		return "none"
	}
	return bucket(shared*100/all, 0, 20, 40, 60)
}

// share tells which share of the lines from start to end are marked.
func (c *lineContext) share(start, end int) string {
	if end <= start {
		return "none"
	}
	return bucket((c.marked[end]-c.marked[start])*100/(end-start), 0, 20, 40, 60, 80)
}

// above tells what the line above a line is.
func (p *page) above(i int) string {
	if i == 0 {
		return "edge"
	}
	return p.lines[i-1].sort()
}

func (p *page) below(i int) string {
	if i+1 == len(p.lines) {
		return "edge"
	}
	return p.lines[i+1].sort()
}

func (l *line) sort() string {
	switch {
	case l.kind == news.MarkBoilerplate:
		return "boilerplate"
	case l.kind != "":
		return string(l.kind)
	case l.running():
		return "prose"
	case l.sentence:
		return "sentence"
	}
	return "label"
}

// marksOfText returns the features of a line's characters.
func (l *line) marksOfText() []string {
	var f []string
	add := func(name string, holds bool) {
		if holds {
			f = append(f, name)
		}
	}
	key := phraseKey(l.text)
	first, _ := utf8.DecodeRuneInString(l.text)
	quoted := strings.ContainsAny(l.text, `"“”`)
	add("quoted", quoted)
	add("speaks", speaks.MatchString(l.text))
	add("reader", !quoted && toReader.MatchString(key))
	add("button", shareLines[key] != "" || pageLines[key] != "")
	add("caps", l.text == strings.ToUpper(l.text) && l.text != strings.ToLower(l.text))
	add("names", l.words < 6 && allNames(l.text))
	add("titlecase", inTitleCase(l.text))
	add("lower", unicode.IsLower(first))
	add("symbol", !isAlphanumeric(first) && !strings.ContainsRune(`"“‘'«([`, first))
	add("digits", unicode.IsDigit(first))
	add("asks", strings.HasSuffix(l.text, "?"))
	add("colon", strings.HasSuffix(l.text, ":"))
	add("ellipsis", strings.HasSuffix(l.text, "…") || strings.HasSuffix(l.text, "..."))
	add("at", strings.Contains(l.text, "@"))
	add("address", strings.Contains(key, "www.") || strings.Contains(key, "http"))
	add("copyright", strings.ContainsAny(l.text, "©®™"))
	add("bar", strings.ContainsAny(l.text, "|•∙·/"))
	add("time", timeOfDay.MatchString(l.text))
	if !quoted {
		if n := len(siteThings.FindAllString(key, 4)); n > 0 {
			f = append(f, "things="+strconv.Itoa(n))
		}
	}
	return f
}

// wordFeatures returns a feature for every word and every pair of words of a line that is not quoted.
func (l *line) wordFeatures() []string {
	if l.words > phraseWords || strings.ContainsAny(l.text, `"“”`) {
		return nil
	}
	size := "long"
	if l.words < runningWords {
		size = "short"
	}
	seen := map[string]bool{}
	var f []string
	before := "^"
	for word := range strings.FieldsFuncSeq(phraseKey(l.text), func(c rune) bool { return !isAlphanumeric(c) && c != '\'' }) {
		if strings.ContainsAny(word, "0123456789") {
			word = "0"
		}
		for _, name := range []string{"w:" + word, "w:" + size + " " + word, "w:" + before + " " + word} {
			if !seen[name] {
				seen[name] = true
				f = append(f, name)
			}
		}
		before = word
	}
	return append(f, "w:"+before+" $")
}

// bucket names the first bound that n does not exceed.
func bucket(n int, bounds ...int) string {
	for _, bound := range bounds {
		if n <= bound {
			return strconv.Itoa(bound)
		}
	}
	return "more"
}
