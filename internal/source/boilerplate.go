package source

import (
	"slices"
	"strings"

	"graphload/internal/news"
)

var (
	wireCredit = newPattern(`^[(*]*(?:additional )?(?:reporting|writing|editing|compiled|edited|translated|translation|interview|interview conducted)(?: from (?:the )?\p{L}+)? by `)
	// The words of such a line that are no names.
	creditTerms = newPattern(`(?i)\b(?:staff|writers?|correspondents?|reporters?|journalists?|additional|reporting|writing|editing|edited|translated|from|conducted)\b`)
	capsLead    = newPattern(`^(?:READ|WATCH|LISTEN|RELATED|(?:ALSO )?(?:READ|SEE)(?: ALSO| MORE| NEXT)?|MORE)(?:\s*[:|]|$)`)
	// The name of a photographer and his agency's.
	nameAndSlash = newPattern(`^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3} ?/ ?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$`)
	creditLead   = newPattern(`^\(?(?:(?:photo|image|picture)s? (?:credits?|by|courtesy)|(?:photo|image|picture)s?\s*:)`)
)

const (
	phraseWords = 60  // longer lines are prose
	phraseBytes = 600 // as are these
	menuWords   = 30
	creditWords = 9 // a credit with more words is a caption, and that belongs to the article
)

// mark says why the line is not running text.
func (l *line) mark(kind news.MarkKind, why string) { l.kind, l.why = kind, why }

func (l *line) is(why string) bool { return l.kind == news.MarkBoilerplate && l.why == why }

// markPhrases marks the lines that are boilerplate by their words alone.
func (p *page) markPhrases() {
	start, weak := 0, false // of the lines that are boilerplate or could be
	for i := range p.lines {
		l := &p.lines[i]
		key := phraseKey(l.text)
		why, known := "", false
		if l.words <= phraseWords && len(l.text) <= phraseBytes {
			why, known = l.pageLine(key)
		}
		if !known && isConsent(key) {
			why, known = whyCookies, true
		}
		switch {
		case known:
			l.mark(news.MarkBoilerplate, why)
		case shareLines[key] != "":
			weak = true
		default:
			p.markTogether(start, i, weak)
			start, weak = i+1, false
		}
	}
	p.markTogether(start, len(p.lines), weak)
	p.markLists()
	p.markBetween()
	p.markCapitals()
}

// markLists marks the headings of lists of other stories that are known by a word of theirs and by what stands below:
// two lines or more like headlines.
func (p *page) markLists() {
	const longest, shortestHeadline, atLeast = 7, 3, 2 // words, words, lines
	for i := range p.lines {
		l := &p.lines[i]
		if l.kind != "" || l.words > longest || l.sentence || !listHead.MatchString(phraseKey(l.text)) {
			continue
		}
		n := 0
		for j := i + 1; j < len(p.lines) && n < atLeast; j++ {
			x := &p.lines[j]
			if x.sentence || x.running() || x.kind == "" && x.words < shortestHeadline {
				break
			}
			n++
		}
		if n >= atLeast {
			l.mark(news.MarkBoilerplate, whyRelated)
		}
	}
}

var listHead = newPattern(`^(?:this (?:might|may) (?:also )?interest you|more (?:from|in|on|for)\b.*|latest\b.*\b(?:news|stories|headlines|articles|posts|releases)|` +
	`recommended\b.*|related\b.*|(?:most |more )?popular\b.*|trending\b.*|(?:other|further|more|top|recent)\b.*\b(?:news|stories|headlines|articles|posts|comments)|` +
	`you (?:may|might)\b.*|what (?:others|people|readers) are\b.*|more to (?:discover|explore|see|read)|also\b.*|(?:what )?(?:to )?read\b.*\b(?:next|also|more)|(?:our |the )?editors'?\b.*|must[ -]reads?\b.*|in this (?:section|series|issue))$`)

// markBetween marks a single label between two buttons or items of a menu.
func (p *page) markBetween() {
	const short = 3 // words
	for i := 1; i+1 < len(p.lines); i++ {
		l, above, below := &p.lines[i], &p.lines[i-1], &p.lines[i+1]
		if l.kind == "" && l.words <= short && !l.sentence && above.isButton() && below.isButton() {
			l.mark(news.MarkBoilerplate, above.why)
		}
	}
}

func (l *line) isButton() bool { return l.is(whyShare) || l.is(whyPlayer) || l.is(whyMenu) }

// markCapitals marks links to other stories that a page sets in capitals between the paragraphs: two of them or more,
// longer than a heading is.
func (p *page) markCapitals() {
	const atLeast, shortest, longest = 2, 6, 20
	var found []int
	for i := range p.lines {
		l := &p.lines[i]
		if i > 0 && i+1 < len(p.lines) && l.kind == "" && shortest <= l.words && l.words <= longest && !l.sentence &&
			l.text == strings.ToUpper(l.text) && p.lines[i-1].running() && p.lines[i+1].running() {
			found = append(found, i)
		}
	}
	if len(found) < atLeast {
		return
	}
	for _, i := range found {
		p.lines[i].mark(news.MarkBoilerplate, whyRelated)
	}
}

// markTogether marks the lines from start to end, which are buttons or items of a menu, where there are two or more.
func (p *page) markTogether(start, end int, weak bool) {
	if !weak || end-start < 2 {
		return
	}
	for i := start; i < end; i++ {
		if l := &p.lines[i]; l.kind == "" {
			l.mark(news.MarkBoilerplate, shareLines[phraseKey(l.text)])
		}
	}
}

// phraseKey returns the form of a line under which phrases are looked up.
func phraseKey(s string) string {
	s = strings.ReplaceAll(strings.ToLower(fold(s)), "’", "'")
	return strings.Trim(s, " .:!?*»«>›→←…|•·-–—#_★☰")
}

// pageLine reports whether a line is boilerplate by its words, and of which kind.
func (l *line) pageLine(key string) (why string, ok bool) {
	if why, ok = pageLines[key]; ok {
		// A sentence of a word or two may be somebody's answer.
		return why, l.words > 2 || !strings.ContainsAny(l.text[len(l.text)-1:], ".?")
	}
	for i := range lineForms {
		f := &lineForms[i]
		if f.matches(l, key) {
			return f.why, true
		}
	}
	switch {
	case capsLead.MatchString(l.text):
		return whyRelated, true
	case l.words <= 6 && nameAndSlash.MatchString(l.text):
		return whyCredit, true
	case l.words <= 6 && strings.HasPrefix(key, "support ") && isMasthead(strings.TrimSpace(l.text[len("support "):])):
		return whyAppeal, true
	case l.words <= creditWords && !l.sentence && creditLead.MatchString(key):
		return whyCredit, true
	case l.words <= menuWords && !l.sentence && isMenu(l.text):
		return whyMenu, true
	case wireCredit.MatchString(key) && allNames(creditTerms.ReplaceAllString(strings.ReplaceAll(l.text, ";", " "), " ")):
		return whyAuthor, true
	}
	quoted := strings.ContainsAny(key, `"“”`) // maybe somebody's words
	if !quoted && !strings.Contains(key, "''") && !speaks.MatchString(key) && speaksToReader(key) {
		if toInbox.MatchString(key) {
			return whyNewsletter, true
		}
		return whyNotice, true
	}
	for _, group := range pageLeads {
		for _, lead := range group.list {
			if (!quoted || group.why == whyNotice) && (strings.HasPrefix(key, lead) || key == strings.TrimSpace(lead)) {
				return group.why, true
			}
		}
	}
	for _, group := range pagePhrases {
		if quoted && group.why != whyCookies && group.why != whyNotice {
			continue
		}
		if slices.ContainsFunc(group.list, func(phrase string) bool { return strings.Contains(key, phrase) }) {
			return group.why, true
		}
	}
	return "", false
}

// isConsent reports whether a line, however long, asks the reader for consent to be followed.
func isConsent(key string) bool {
	const atLeast = 4 // different terms
	if !strings.Contains(key, "cookie") && !strings.Contains(key, "our partners") && !strings.Contains(key, "partners store") ||
		!consents.MatchString(key) || speaks.MatchString(key) {
		return false
	}
	terms := map[string]bool{}
	for _, term := range consentTerms.FindAllString(key, -1) {
		terms[term] = true
	}
	return len(terms) >= atLeast
}

var (
	consents     = newPattern(`\b(?:we|our)\b`)
	consentTerms = newPattern(`\b(?:cookies?|partners|personal data|consent|device|identifiers|legitimate interest|privacy|personali[sz]ed|advertising|browsing|process|store|ads|preferences|vendors)\b`)
)

// speaksToReader reports whether in a line a site speaks to its readers of itself: it says "you" or "our", and names two
// things of a site's, of which one is hardly spoken of elsewhere. A turn of an interview is none.
func speaksToReader(key string) bool {
	const atLeast = 2
	if label := speakerLabel.FindString(key); !toReader.MatchString(key) || label != "" && !toReader.MatchString(label) {
		return false
	}
	things, own := map[string]bool{}, false
	for _, at := range siteThings.FindAllStringSubmatch(key, -1) {
		things[strings.TrimSuffix(at[0], "s")] = true
		own = own || at[1] != ""
	}
	return own && len(things) >= atLeast
}

var (
	toInbox      = newPattern(`\b(?:newsletters?|inbox|mailbox)\b`)
	toReader     = newPattern(`\b(?:you|your|our|us)\b`)
	speakerLabel = newPattern(`^[\p{L}.'’ -]{1,40}: `)
	siteThings   = newPattern(`\b(?:(newsletters?|inbox|mailbox|subscriptions?|subscribers?|subscribe|ad[- ]?block\w*|blocks ads|browser|javascript|cookies|` +
		`homepage|log in|sign in|sign up|password|donations?|donate|code of conduct|community guidelines|privacy policy|terms of (?:use|service)|` +
		`press ?room|unlimited access|free trial|notifications?|headlines|podcasts?|this page|website|membership)|` +
		`e-?mails?|account|app|journalism|journalists|newsroom|readers?|stories|story|articles?|content|comments?|releases|click|registering)\b`)
)

// isMenu reports whether a line is a menu, a row of buttons or a path of sections: short parts between bars, bullets or
// wide spaces. All of them are words that menus have; or, of four parts and more, one is, or the first of two is "Home".
func isMenu(s string) bool {
	parts := menuBreak.Split(strings.TrimSpace(s), -1)
	if len(parts) < 2 {
		return false
	}
	if strings.EqualFold(parts[0], "home") {
		return true // also with a headline at its end
	}
	known := 0
	for _, part := range parts {
		n := countWords(part)
		if n == 0 || n > 3 || strings.ContainsAny(part, "0123456789") {
			return false
		}
		if key := phraseKey(part); shareLines[key] != "" || pageLines[key] != "" {
			known++
		}
	}
	return known == len(parts) || known > 0 && len(parts) >= 4
}

var menuBreak = newPattern(`\s*[|•·»›>]\s*|\s+/\s+|\s{2,}|\t`)
