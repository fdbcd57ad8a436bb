package source

import (
	"slices"
	"strings"

	"graphload/internal/news"
)

// Links and labels of a page that stand within a line of running text, and that their words give away.
var (
	// At the end of a line, behind a sentence: "… he said. ALSO READ: How it began".
	linkBehind = newPattern(`[.!?”"’)]\s*((?:ALSO READ|Also [Rr]ead|READ ALSO|Read [Aa]lso|READ MORE|Read [Mm]ore|SEE ALSO|See [Aa]lso|` +
		`RELATED|Related|WATCH|Click [Hh]ere|CLICK HERE|Subscribe (?:to|now)|SUBSCRIBE|Sign up (?:for|to)|Follow us)\b.*)$`)
	// Within a sentence, or glued to its neighbours.
	labelWithin = newPattern(`(?:[\p{Ll},;][ ]?|[.!?”"])(ADVERTISEMENT|Advertisement)(?:[ ]?[\p{Ll}]|[\p{Lu}“])`)
)

// dropHints are what a line has that holds one of these: looking for them is quick.
var dropHints = []string{"dvertisement", "DVERTISEMENT", "ALSO", "lso read", "lso Read", "Read ", "READ", "ee also", "ee Also", "RELATED",
	"Related", "WATCH", "lick here", "lick Here", "CLICK HERE", "Subscribe", "SUBSCRIBE", "Sign up", "Follow us"}

const (
	linkWords      = 14 // a link behind a sentence has no more
	mostLinks      = 20 // different ones that are looked for again
	linkWordsAgain = 4  // that many make a link known wherever it stands again
)

// droppedLinks returns the spans of links and labels within lines of prose.
func (p *page) droppedLinks() []news.Span {
	var spans []news.Span
	var links []string
	for i := range p.lines {
		l := &p.lines[i]
		if l.kind != "" {
			continue
		}
		if !slices.ContainsFunc(dropHints, func(hint string) bool { return strings.Contains(l.text, hint) }) {
			continue
		}
		for _, at := range labelWithin.FindAllStringSubmatchIndex(l.text, -1) {
			spans = append(spans, news.Span{Start: l.Start + at[2], End: l.Start + at[3]})
		}
		at := linkBehind.FindStringSubmatchIndex(l.text)
		if at == nil {
			continue
		}
		link := l.text[at[2]:at[3]]
		if countWords(link) > linkWords || strings.HasSuffix(link, ".") || countWords(l.text[:at[2]]) < runningWords {
			continue
		}
		spans = append(spans, news.Span{Start: l.Start + at[2], End: l.Start + at[3]})
		if countWords(link) >= linkWordsAgain && len(links) < mostLinks && !slices.Contains(links, link) {
			links = append(links, link)
		}
	}
	for _, link := range links {
		for from := 0; ; {
			n := strings.Index(p.text[from:], link)
			if n < 0 {
				break
			}
			spans = append(spans, news.Span{Start: from + n, End: from + n + len(link)})
			from += n + len(link)
		}
	}
	return spans
}

// The credit of a picture behind its caption: "… on Tuesday. (City Photo/Ada Brunvoll)", "… in Oslo. Pic: Reuters".
var creditBehind = newPattern(`[\pL\d.”"’)]\s*([(\[][^()\[\]]{0,50}(?:\pL ?/ ?\pL|\bvia\b|[Pp]hotos?\b|[Ii]mages\b|[Pp]ic:|[Cc]ourtesy\b)[^()\[\]]{0,50}[)\]]|` +
	`(?:\| )?(?:[Pp]ic|[Pp]hoto(?:graph)?|PHOTO|Picture|Image|Credit|(?:Pool )?[Pp]hoto by)[:]? ?\p{Lu}[\p{L}.' /&-]{2,50}|` +
	`©[^.]{3,60})$`)

// creditsBehind returns the spans of the credits of pictures at the ends of lines.
func (p *page) creditsBehind() []news.Span {
	var spans []news.Span
	for i := range p.lines {
		l := &p.lines[i]
		if l.kind != "" || !strings.ContainsAny(l.text, "/|:©") && !strings.Contains(l.text, "hoto") && !strings.Contains(l.text, "mages") &&
			!strings.Contains(l.text, "via") && !strings.Contains(l.text, "ourtesy") {
			continue
		}
		if at := creditBehind.FindStringSubmatchIndex(l.text); at != nil {
			spans = append(spans, news.Span{Start: l.Start + at[2], End: l.Start + at[3]})
		}
	}
	return spans
}
