package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// headerLine is what one line of a header says.
type headerLine struct {
	source    string
	author    string
	published string
	updated   string
	open      openDate // of publication, where published is not known
	dated     bool     // prints a day, even one that leaves open which number is the month
	label     bool     // names a section or a kind of text
	counter   bool     // of words, minutes
	bareBy    bool     // says "By", and the names stand below
}

// why is the reason for the mark of the line.
func (f *headerLine) why() string {
	switch {
	case f.dated:
		return whyDate
	case f.author != "", f.bareBy:
		return whyByline
	case f.source != "":
		return whyPublisher
	case f.counter:
		return whyCounter
	}
	return whySection
}

var (
	publisherLine = newPattern(`^(?i:published by|publisher:|source:)\s*(\S.*)$`)
	bylineLead    = newPattern(`^(?i:(?:(?:written|reported|reporting|posted|story|words|text|analysis)\s+)?by:?|` +
		`(?:author|writer|reporter|correspondent)s?:)\s+(\S.*)$`)
	dateLabels = newPattern(`(?i)\b(?:(?:first|last|originally)\s+)?(?:(published|posted|date|issued|released|` +
		`filed|publication date|release date)|(updated?|modified))\b(?:\s+(?:on|at|in))?\s*:?`)
	bracketed = newPattern(`\[([^\[\]]{2,60})\]`)
	// What a page prints below a headline and says nothing of the article.
	counters = newPattern(`(?i)^(?:\d+\s*[-–]?\s*min(?:ute)?s?\.?(?:\s+read(?:ing time)?)?|(?:estimated\s+)?read(?:ing)?\s+time` +
		`\b.{0,24}|[\d,.]+[km]?\s+(?:words|comments?|shares?|views?))$`)
	relativeTime = newPattern(`(?i)\b(?:\d+|an?|one|two|three|few)\s+(?:sec(?:ond)?|min(?:ute)?|hour|day|week|month)s?` +
		`\s+ago\b|\b(?:today|yesterday|just now)\b`)
	// The words by which a name is known to be a newspaper's, an agency's or a station's.
	masthead = newPattern(`(?i)\b(?:times|post|news|herald|tribune|gazette|journal|chronicle|observer|guardian|` +
		`telegraph|courier|ledger|daily|weekly|agencia|agence|agenzia|press agency|news agency|review|broadcasting|radio|television|` +
		`reporter|sentinel|examiner|inquirer|bulletin|dispatch|mirror|standard|wire|magazine|newspaper|media|mail|beacon|` +
		`independent|broadcasting service|public radio|network|globe|monitor|advocate|register|explained|tv|newsroom|letter)\b`)
	// What a press office prints above its releases.
	release = newPattern(`(?i)^(?:for immediate release|(?:press|media|news) (?:release|office|service|statement|` +
		`note|briefing)|read-?out|embargoed\b.{0,40})$`)
	// "our foreign affairs correspondent Jane Roe"
	deskAndName = newPattern(`^(?:[\p{L}'’.-]+ ){0,5}(?:reporter|correspondent|editor|writer) (\p{Lu}.*)$`)
	academic    = newPattern(`^(?:(?:Dr|Prof|Professor)\.? )+`)
	// What stands before the date of an issue, and in a sentence about the date.
	issueNumber = newPattern(`(?i)\b(?:vol(?:ume)?|no|nr|number|issue|edition)\b\.?\s*\d[\d/.-]*`)
	thisArticle = newPattern(`(?i)^this (?:article|story|piece|post|report) (?:was|is)\b`)
	joinedBy    = newPattern(`\((?i:with) [^()]{2,40}\)`) // "NAME (with AFP, dpa)"
	minutes     = newPattern(`(?i)\b\d+ min(?:ute)?s?\b(?: read)?`)
	bareBy      = newPattern(`^(?i:by:?)$`)
	editorLine  = newPattern(`^(?i:editor|heard on|filed from)\s?:? \S+(?: \S+){0,2}$`)
	// A label that says what kind of text follows, and "in Business, News" below a headline.
	kindLabel = newPattern(`^(?i:(?:live(?: updates| blog)?|opinion|interview|feature|analysis|explainer|editorial|commentary|op-ed|exclusive|region|column|perspective|` +
		`viewpoint|essay|profile|obituary|fact ?check|guest essay|letter from \p{Lu}\S+)(?: ?\| ?\p{L}+)?)$`)
	inSections = newPattern(`^in \p{Lu}\p{L}+(?:, \p{Lu}\p{L}+)*$`)
	partBreak  = newPattern(`[|•·—–/,;()]+|\s-\s`)
)

// agencies may stand alone in a line below the headline.
var agencies = map[string]bool{
	"reuters": true, "afp": true, "agence france-presse": true, "ap": true, "associated press": true,
	"the associated press": true, "dpa": true, "xinhua": true, "tass": true, "interfax": true, "upi": true,
	"bloomberg": true, "ani": true, "pti": true, "anadolu agency": true, "kyodo": true, "kyodo news": true,
	"yonhap": true, "efe": true, "ansa": true, "apa": true,
}

// readHeaderLine reads a byline, a publisher's or a date's line, a label or a counter. What could be a headline is
// told from a byline by whether the title is known to stand above.
func readHeaderLine(l *line, belowTitle bool) (headerLine, bool) {
	const mostWords, mostBytes = 25, 400
	if l.words > mostWords || l.words == 0 || len(l.text) > mostBytes {
		return headerLine{}, false
	}
	s := emphasis.ReplaceAllString(fold(l.text), "")
	if at := publisherLine.FindStringSubmatch(s); at != nil && len(findDates(s)) == 0 {
		publisher := strings.TrimRight(at[1], " .")
		return headerLine{source: publisher}, countWords(publisher) <= 6 && (allNames(publisher) || !strings.Contains(publisher, " "))
	}
	if f, ok := readDateLine(s, belowTitle); ok {
		return f, true
	}
	if author, ok := readByline(s); ok && (belowTitle || l.words <= 5) {
		f := headerLine{author: author}
		f.author, f.source = cutMasthead(author)
		return f, true
	}
	switch {
	case belowTitle && nameAndRole.MatchString(s):
		name, _, _ := strings.Cut(s, ",")
		return headerLine{author: name}, true
	case bareBy.MatchString(s):
		return headerLine{bareBy: true}, true
	case editorLine.MatchString(s):
		return headerLine{}, true
	case counters.MatchString(s):
		return headerLine{counter: true}, true
	case release.MatchString(s), kindLabel.MatchString(s) && !endsSentence(s), belowTitle && inSections.MatchString(s):
		return headerLine{label: kindLabel.MatchString(s)}, true
	case agencies[strings.ToLower(strings.Trim(s, "()[] "))]:
		return headerLine{source: strings.Trim(s, "()[] ")}, true
	case isLabel(s):
		f := headerLine{label: true}
		for part := range strings.SplitSeq(s, "|") {
			if part = strings.TrimSpace(part); isMasthead(part) {
				f.source = orElse(f.source, part)
			}
		}
		return f, true
	case relativeTime.MatchString(s) || dateLabels.MatchString(s):
		rest := relativeTime.ReplaceAllString(s, "")
		rest = dateCompany.ReplaceAllString(dateLabels.ReplaceAllString(rest, ""), "")
		return headerLine{}, rest != s && !strings.ContainsFunc(rest, isAlphanumeric)
	}
	return headerLine{}, false
}

// readByline returns the first writer of a line such as "By Jane Roe and John Doe in Oslo".
func readByline(s string) (string, bool) {
	at := bylineLead.FindStringSubmatch(s)
	if at == nil || countWords(at[1]) > 14 {
		return "", false
	}
	if desk := deskAndName.FindStringSubmatch(at[1]); desk != nil {
		at[1] = desk[1]
	}
	if !allNames(at[1]) {
		return "", false
	}
	author := academic.ReplaceAllString(partBreak.Split(at[1], 2)[0], "")
	for _, between := range []string{" and ", " in ", " with ", " for ", " & "} {
		author, _, _ = strings.Cut(author, between)
	}
	return strings.TrimSpace(author), true
}

// readDateLine reads a line that consists of one or more dates with what stands beside them: weekday, time, zone,
// label, a publisher in brackets, a writer, a section or a town.
func readDateLine(s string, belowTitle bool) (headerLine, bool) {
	dates := findDates(s)
	if len(dates) == 0 {
		return headerLine{}, false
	}
	f := headerLine{dated: true}
	var rest strings.Builder
	labelled := false
	from := 0
	for _, d := range dates {
		lead := s[from:d.start]
		rest.WriteString(lead + " | ")
		from = d.end
		labels := dateLabels.FindAllStringSubmatch(lead, -1)
		labelled = labelled || len(labels) > 0
		if len(labels) > 0 && labels[len(labels)-1][2] != "" {
			f.updated = orElse(f.updated, d.iso)
		} else {
			f.published = orElse(f.published, d.iso)
			if f.open == (openDate{}) {
				f.open = d.open
			}
		}
	}
	rest.WriteString(s[from:])
	left := joinedBy.ReplaceAllString(rest.String(), " ")
	if at := bracketed.FindStringSubmatch(left); at != nil {
		f.source = strings.TrimSpace(at[1])
		left = bracketed.ReplaceAllString(left, " ")
	}
	left = issueNumber.ReplaceAllString(thisArticle.ReplaceAllString(left, " "), " ")
	left = relativeTime.ReplaceAllString(left, " ")
	left = minutes.ReplaceAllString(left, " ")
	left = dateCompany.ReplaceAllString(dateLabels.ReplaceAllString(left, " "), " ")
	if at := publisherLine.FindStringSubmatch(strings.Trim(left, " |,.")); at != nil {
		f.source = orElse(f.source, at[1])
		return f, countWords(at[1]) <= 8
	}
	words := countWords(left)
	name := strings.Trim(left, " |,.–—-")
	author, written := readByline(name)
	switch {
	case words == 0:
		return f, true
	case dateInRow(s, dates) && words <= 8:
		for _, part := range partBreak.Split(left, -1) {
			if author, ok := readByline(strings.TrimSpace(part)); ok {
				f.author = orElse(f.author, author)
			} else if part = strings.TrimSpace(part); isMasthead(part) {
				f.source = orElse(f.source, part)
			}
		}
		return f, true
	case isMasthead(name):
		f.source = orElse(f.source, name)
		return f, true
	case written && !belowTitle && words <= 5:
		f.author = author
		return f, true
	case words > 10, !belowTitle && !labelled && words > 2, words > 3 && endsSentence(s):
		return headerLine{}, false
	}
	for _, part := range partBreak.Split(left, -1) {
		part = strings.TrimSpace(strings.TrimSuffix(" "+strings.TrimSpace(part), " on"))
		if author, ok := readByline(part); ok {
			f.author = author
			continue
		}
		if countWords(part) > 4 || countWords(part) > 0 && !allNames(part) {
			return headerLine{}, false
		}
		if isMasthead(part) {
			f.source = orElse(f.source, part)
		}
	}
	return f, true
}

// isDateLine reports whether the line could be the one of a header that tells the date: "14 July 2026 · 4 min read".
func (l *line) isDateLine() bool {
	_, ok := readDateLine(emphasis.ReplaceAllString(fold(l.text), ""), true)
	return ok
}

// dateInRow reports whether a day stands alone between bars or slashes: "Tuesday, March 3, 2026 | Ramadan 14, 1447".
func dateInRow(s string, dates []foundDate) bool {
	from := 0
	for _, part := range rowBreak.FindAllStringIndex(s+"|", -1) {
		for _, d := range dates {
			if from <= d.start && d.end <= part[0] && part[0] < len(s)+from {
				rest := s[from:d.start] + " " + s[d.end:part[0]]
				return (from > 0 || part[0] < len(s)) && countWords(dateCompany.ReplaceAllString(rest, " ")) == 0
			}
		}
		from = part[1]
	}
	return false
}

var rowBreak = newPattern(`\s*[|•·]\s*|\s+/\s+`)

// emphasis are the marks of Markdown about the words of a line: "*The Fjord Gazette, 3 March 2026*".
var emphasis = newPattern(`\*{1,3}|\b_{1,2}\B|\B_{1,2}\b`)

// isMasthead reports whether s is the name of a publisher: up to five capitalised words with one that such names have.
// A single word is none: it is a section's name.
func isMasthead(s string) bool {
	n := countWords(s)
	return 2 <= n && n <= 5 && allNames(s) && masthead.MatchString(s) && !sectionNews.MatchString(s) && !notMasthead.MatchString(s)
}

// notMasthead begins what holds a publisher's name and more, or a section's name.
var notMasthead = newPattern(`(?i)^(?:news |my |your |support |subscribe |join |on |letter |about |follow |more |from |download |by |/ )|\b(?:reporter|correspondent|editor|staff|desk|homepage|ministry of .*)$|^(?:live|watch) (?:tv|radio|news)$`)

// sectionNews are sections of a page that read as a publisher's name does.
var sectionNews = newPattern(`(?i)^(?:world|top|latest|breaking|local|national|international|business|sports?|` +
	`politics|political|foreign|more|other|related|daily|english|hindi|regional) news$`)

// isRole reports whether s is a writer's office: "Oslo correspondent, Northern News".
func isRole(s string) bool {
	return countWords(s) <= 8 && !endsSentence(s) && role.MatchString(s)
}

// nameAndRole is a byline without "By": "Jane Roe, staff reporter".
var nameAndRole = newPattern(`^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}, (?:[\p{L}'’-]+ ){0,3}(?i:correspondent|reporter|editor|staff writer|writer|columnist|bureau chief)$`)

var role = newPattern(`^(?:[\p{L}'’-]+ ){0,4}(?i:correspondent|reporter|editor|staff writer|writer|columnist|bureau chief|contributor)\b`)

// cutMasthead parts a byline's writer from the publisher that may follow: "Jane Roe Daily Mail".
func cutMasthead(author string) (writer, publisher string) {
	words := strings.Fields(author)
	if n := len(words); n == 4 {
		if last := strings.Join(words[n-2:], " "); isMasthead(last) {
			return strings.Join(words[:n-2], " "), last
		}
	} else if isMasthead(author) {
		return author, author
	}
	return author, ""
}

// isLabel reports whether s is short parts between vertical bars, as "Interview | Europe".
func isLabel(s string) bool {
	parts := strings.Split(s, "|")
	if len(parts) < 2 || endsSentence(s) {
		return false
	}
	for _, part := range parts {
		if n := countWords(part); n == 0 || n > 3 {
			return false
		}
	}
	return countWords(s) <= 7
}

// allNames reports whether every word of s is capitalised, or stands between names: "Jane van der Roe and John Doe".
func allNames(s string) bool {
	names := 0
	for word := range strings.FieldsSeq(s) {
		word = strings.Trim(word, `.,;|()[]"“”'’&–—-·•/›»>`)
		c, _ := utf8.DecodeRuneInString(word)
		switch {
		case word == "":
		case unicode.IsUpper(c), unicode.In(c, unicode.Lo), strings.Contains(word, "@"):
			names++
		case !betweenNames[word]:
			return false
		}
	}
	return names > 0
}

var betweenNames = map[string]bool{
	"and": true, "by": true, "in": true, "for": true, "of": true, "the": true, "with": true, "at": true, "de": true, "da": true,
	"di": true, "del": true, "der": true, "den": true, "van": true, "von": true, "al": true, "el": true, "bin": true,
	"ibn": true, "la": true, "le": true, "du": true, "dos": true, "y": true, "e": true, "ter": true, "ten": true,
}
