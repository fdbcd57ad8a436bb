package nlp

import (
	"strings"

	"graphload/internal/country"
)

// How much different evidence tells of the home of an article.
const (
	weak   = 1 // of what others name too, as towns
	strong = 2
	marked = -1 // of somebody introduced with the country
)

// inland returns the country in which an article is at home by its own words, or "". Of its own country an article names
// provinces, towns, bodies, newspapers and money without saying where they are, and ministers without the country; those of
// others it introduces with theirs ("Kenyan Foreign Minister NAME", "the Minister of Trade of Kenya").
func inland(d *Doc) string {
	const least = 3 // evidence below which nothing is known
	sum := map[string]int{}
	seen := map[string]bool{}
	count := func(what, code string, weight int) {
		if what = code + what; !seen[what] {
			seen[what] = true
			sum[code] += weight
		}
	}
	for _, c := range country.FindCities(d.Clean) {
		name := d.Clean[c.Start:c.End]
		if name == "Washington" { // mostly a government
			continue
		}
		if _, ok := country.Region(name); ok {
			count(name, c.Code, strong)
			continue
		}
		count(name, c.Code, weak)
	}
	for i := range d.Tokens {
		word := d.Word(i)
		if code, ok := country.Mark(strings.TrimRight(word, "0123456789.,")); ok { // "RM12.5"
			count(word, code, strong)
		}
		if capitals.MatchString(word) {
			for _, k := range knownAt(d, i) {
				count(k.name, k.code, k.weight)
			}
		}
	}
	for _, p := range d.People {
		if p.Known != "" && !introduced(d, p) {
			weight := strong
			if spokenOfAll[p.Known] {
				weight = weak
			}
			count("known "+p.Name, p.Known, weight)
		}
	}
	for _, m := range siteEnd.FindAllStringSubmatch(d.Text, -1) {
		if code := siteCountry(m[1]); code != "" {
			count("site", code, weak)
		}
	}
	for _, n := range d.Names {
		if n.Kind == PersonName && n.State != "" {
			count("marked "+strings.ToLower(d.Word(n.To-1)), n.State, marked)
		}
	}
	for _, p := range d.Places {
		if p.Kind == country.Name && officeOf(d, p) {
			count("office", p.Code, marked)
		}
	}
	best, second := Foremost(sum)
	if sum[best] < least || sum[best] < 2*sum[second] {
		return ""
	}
	return best
}

// spokenOfAll are the countries whose leaders all the world names without them.
var spokenOfAll = WordSet("US RU CN UA FR DE GB KP IL")

// introduced reports whether a person is ever named with the country.
func introduced(d *Doc, p Chain) bool {
	for _, m := range p.Mentions {
		if m.Name >= 0 && d.Names[m.Name].State != "" {
			return true
		}
	}
	return false
}

// known is the name of something that is known without its country.
type known struct {
	name, code string
	weight     int
}

// knownAt returns what is known by the names of up to four words that begin at token i.
func knownAt(d *Doc, i int) []known {
	const most = 4
	var out []known
	for n := 1; n <= most && i+n <= len(d.Tokens); n++ {
		words := strings.ReplaceAll(d.Words(Range{From: i, To: i + n}), "’", "'")
		if code, ok := country.Organ(words); ok {
			out = append(out, known{words, code, strong})
		}
		if code, ok := country.Region(words); ok && words != "Washington" {
			out = append(out, known{words, code, strong})
		}
		if code, ok := country.Party(words); ok && (n > 1 || isCapitals(words)) {
			out = append(out, known{words, code, strong})
		}
		if code, ok := country.Body(words); ok {
			out = append(out, known{words, code, weak})
		}
		if n == 1 {
			continue // a newspaper's name of one word is a word too
		}
		if n == 2 && d.Lower(i) == "the" {
			continue
		}
		if a, ok := agencyNamed(words); ok && !a.world && a.code != "" && !partOfName(d, i, i+n) {
			out = append(out, known{words, a.code, weak})
		}
	}
	return out
}

// partOfName reports whether the words from one token to another are only some of a name: "Skerry Post" of "Skerry Post Office".
func partOfName(d *Doc, from, to int) bool {
	return from > d.SentenceOf(from).From && capitals.MatchString(d.Word(from-1)) && d.Lower(from-1) != "the" ||
		to < len(d.Tokens) && capitals.MatchString(d.Word(to))
}

// officeOf reports whether a country's name stands behind an office and "of": "Minister of Trade of Kenya".
func officeOf(d *Doc, p country.Match) bool {
	const most = 7 // words of an office
	i := d.TokenAt(p.Start) - 1
	if d.Lower(i) == "the" {
		i--
	}
	if i < 0 || d.Lower(i) != "of" {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-most && d.Tokens[k].Sentence == d.Tokens[i].Sentence; k-- {
		if w := d.Lower(k); Office(w) {
			return true
		} else if w != "of" && w != "for" && w != "and" && w != "the" && !capitals.MatchString(d.Word(k)) {
			return false
		}
	}
	return false
}
