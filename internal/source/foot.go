package source

import (
	"strings"

	"graphload/internal/news"
)

// readFooter takes the publisher and the date of publication from the lines that name it at the end of a page, where nothing above did.
func (p *page) readFooter(h *head) {
	for i := range p.lines {
		if s := fold(p.lines[i].text); h.published == "" && i > headLines && firstPublished.MatchString(s) {
			if f, ok := readDateLine(s, true); ok {
				h.published = f.published
			}
		}
		if l := &p.lines[i]; h.source == "" && l.kind == news.MarkBoilerplate && l.words <= phraseWords {
			for _, form := range footerForms {
				if at := form.FindStringSubmatch(fold(l.text)); at != nil && allNames(at[1]) {
					h.source = companyForm.ReplaceAllString(strings.TrimRight(at[1], " .,"), "")
					break
				}
			}
		}
	}
}

// readFirstLine takes the publisher from the very first line, where a name stands there above a menu, as a site's own does.
func (p *page) readFirstLine(title int, h *head) {
	const menu = 3 // lines between it and the headline
	if h.source != "" || title <= menu {
		return
	}
	l := &p.lines[0]
	name := fold(l.text)
	if l.words < 2 || l.words > 4 || l.sentence || !allNames(name) || pageLines[phraseKey(name)] != "" || notMasthead.MatchString(name) ||
		sectionNews.MatchString(name) || len(findDates(name)) > 0 || isMenu(name) {
		return
	}
	h.source = name
}

var firstPublished = newPattern(`^(?i:(?:first )?(?:published|posted)(?: on)?:? )`)

// companyForm is what the law puts behind a publisher's name.
var companyForm = newPattern(`,? L\.P$`)

const properName = `(\p{Lu}[\p{L}\d'’.&-]*(?: (?:(?:of|the|and|for) )?\p{Lu}[\p{L}\d'’.&-]*){0,4})`

var footerForms = []*pattern{
	newPattern(`^(?:©|\([cC]\)|Copyright(?: ©)?) ?(?:20\d\d)?,? ?(?:Copyright )?` + properName + `(?:,? Inc\.?| Ltd\.?|,? LLC| L\.P\.?)?(?: - |\. |$)`),
	newPattern(`^Published in ` + properName + `, ` + monthName + ` \d`),
	newPattern(`^A [Mm]essage from ` + properName + `:?$`),
	newPattern(`(?:Latest News|[Uu]pdates|[Hh]eadlines) (?:at|from) ` + properName + `\.?$`),
	newPattern(`^` + properName + ` is not responsible for `),
	newPattern(`^Sign up for ` + properName + `$`),
	newPattern(`^(?:Most|MOST) (?:Read|READ) (?:From|from|FROM) ` + properName + `$`),
	newPattern(`(?:^|NEW )(?:You can now listen to|Listen to) ` + properName + ` (?:articles|news)`),
	newPattern(`created or edited by ` + properName + `\.?$`),
}
