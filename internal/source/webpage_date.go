package source

import (
	"strings"

	"golang.org/x/net/html"
)

// printedDate returns the one day that is printed between the title and the text, or an empty string.
func (p *articlePart) printedDate() string {
	if p.title < 0 {
		return ""
	}
	const look = 12 // blocks
	for i, b := range p.blocks[p.title:min(len(p.blocks), p.title+1+look)] {
		text := b.text
		if i == 0 {
			_, text, _ = strings.Cut(text, "\n") // what stands below the title in its own block
		}
		if b.prose() && b.words > runningWords && i > 0 {
			break
		}
		if found := findDates(text); len(found) > 0 && found[0].iso != "" {
			return found[0].iso
		}
	}
	return ""
}

// onlyTime returns the day that all time elements about the article's title and in its text tell, or an empty string.
func (p *articlePart) onlyTime() string {
	day := ""
	for n := range p.around.Descendants() {
		if n.Type != html.ElementNode || n.Data != "time" {
			continue
		}
		switch d := pageDate(first(attr(n, "datetime"), textOf(n))); {
		case d == "":
		case day != "" && d != day:
			return ""
		default:
			day = d
		}
	}
	return day
}
