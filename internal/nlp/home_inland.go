package nlp

import (
	"strings"

	"graphload/internal/country"
)

// inland returns the country in which an article is at home by its own words, or "". Of its own country an article names
// provinces, towns and bodies without saying where they are, and ministers without the country; those of others it
// introduces with theirs ("Kenyan Foreign Minister NAME").
func inland(d *Doc) string {
	const (
		least  = 3 // evidence below which nothing is known
		town   = 1
		region = 2
		organ  = 2
		marked = 1 // how much somebody introduced with the country tells against it
	)
	evidence := map[string]int{}
	seen := map[string]bool{}
	count := func(what, code string, weight int) {
		if what = code + what; !seen[what] {
			seen[what] = true
			evidence[code] += weight
		}
	}
	for _, c := range country.FindCities(d.Clean) {
		name := d.Clean[c.Start:c.End]
		if name == "Washington" { // mostly a government
			continue
		}
		if _, ok := country.Region(name); ok {
			count(name, c.Code, region)
			continue
		}
		count(name, c.Code, town)
	}
	const most = 4 // words
	for i := range d.Tokens {
		if !capitals.MatchString(d.Word(i)) {
			continue
		}
		for n := 1; n <= most && i+n <= len(d.Tokens); n++ {
			words := strings.ReplaceAll(d.Words(Range{From: i, To: i + n}), "’", "'")
			if code, ok := country.Organ(words); ok {
				count(words, code, organ)
			}
			if code, ok := country.Region(words); ok && words != "Washington" {
				count(words, code, region)
			}
		}
	}
	for _, n := range d.Names {
		if n.Kind == PersonName && n.State != "" {
			count("marked "+strings.ToLower(d.Word(n.To-1)), n.State, -marked)
		}
	}
	best, second := foremost(evidence)
	if evidence[best] < least || evidence[best] < 2*evidence[second] {
		return ""
	}
	return best
}
