package coref

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Who receives a visitor: "in Oslo for talks with Prime Minister NAME", "flew to Lima, where President NAME received him".

// host returns the country in which a visitor meets the bearer of an office of a state, where the words of the sentence tell a
// meeting and, nearest before the office, a place to be or to go to; or "".
func (r *resolver) host(m nlp.Mention) string {
	const most = 28
	d := r.d
	s := d.SentenceOf(m.From)
	if r.tree == nil || strings.HasPrefix(r.d.Reading.Relations[r.tree.Head(m.Range)], "nsubj") && !r.hasWord(s.From, m.From, where) {
		return "" // the visitor
	}
	i := r.nameStart(m)
	met := false
	if d.Lower(i-1) == "with" || d.Lower(i-1) == "by" {
		met = r.hasWord(s.From, i, meeting)
	}
	for k := i - 1; k >= s.From && k > i-most; k-- {
		w := d.Lower(k)
		met = met || meeting[w]
		if w == "where" && k > s.From && d.Word(k-1) == "," {
			met = true
		}
		if d.Word(k) == ";" || d.Word(k) == "”" || d.Word(k) == "\"" {
			return ""
		}
		if arriving[w] && k+1 < i {
			code, end := r.placeFrom(k + 1)
			if code == "" {
				continue
			}
			if strings.HasPrefix(w, "visit") { // "visited Oslo, meeting NAME"
				met = met || r.hasWord(end, i, meeting)
			}
			if met && w != "from" && d.Lower(k-1) != "from" {
				return code
			}
			return ""
		}
	}
	if w := d.Lower(i - 1); metWith[w] || metWith[d.Lower(i-2)] && w == "with" { // "met President NAME in Oslo"
		if at := m.To; d.Lower(at) == "in" {
			if p, ok := r.placeAt(at + 1); ok && p.Kind == country.Capital && !international[d.Word(at+1)] {
				return p.Code
			}
		}
	}
	return ""
}

// visitedBy returns the country to which the person goes whom the sentence of a mention names behind it, as a relative clause tells: "NAME
// received King NAME of Norway, who is on a visit to Kenya"; or "".
func (r *resolver) visitedBy(m nlp.Mention) string {
	s := r.d.SentenceOf(m.From)
	who := -1
	for k := m.To; k < s.To; k++ {
		if r.d.Lower(k) == "who" && r.d.Word(k-1) == "," && r.chainIn(nlp.Range{From: m.To, To: k}) {
			who = k
		}
		if p, ok := r.placeAt(k); ok && who >= 0 && k < who+12 && r.visited(p) && !homeward[r.d.Lower(k-2)] {
			return p.Code
		}
	}
	return ""
}

// hosts reports whether a title is that of the host of a gathering: "host president".
func hosts(titles []string) bool {
	for _, t := range titles {
		if strings.HasPrefix(strings.ToLower(t), "host ") {
			return true
		}
	}
	return false
}

// townAbove returns the country of the place in which the words before a mention last say that something is, or "".
func (r *resolver) townAbove(m nlp.Mention) string {
	for k := m.From - 1; k > 0; k-- {
		if r.d.Lower(k-1) == "in" {
			if code, _ := r.placeFrom(k); code != "" {
				return code
			}
		}
	}
	return ""
}

// placeFrom returns the country of the capital, town or country that stands at token i, and the token behind it.
func (r *resolver) placeFrom(i int) (string, int) {
	d := r.d
	if d.Lower(i) == "the" {
		i++
	}
	if international[d.Word(i)] {
		return "", i
	}
	if p, ok := r.placeAt(i); ok && p.Kind != country.Demonym && p.Start == d.Tokens[i].Start {
		for i < len(d.Tokens) && d.Tokens[i].Start < p.End {
			i++
		}
		return p.Code, i
	}
	return r.townCountry(i), i + 1
}

// townCountry returns the country of the town whose name of up to three words begins at token i, or "".
func (r *resolver) townCountry(i int) string {
	d := r.d
	for n := 3; n > 0; n-- {
		if i+n > len(d.Tokens) || !capitalized(d.Word(i)) || r.chainAt(i) >= 0 {
			continue
		}
		words := d.Words(nlp.Range{From: i, To: i + n})
		if code, ok := country.City(words); ok {
			return code
		}
		if code, ok := country.State(words); ok {
			return code
		}
	}
	return ""
}

var (
	where = nlp.WordSet("where")
	// meeting are words for what a visitor does with a host.
	meeting = nlp.WordSet(`met meet meets meeting talks received welcomed greeted hosted see saw seeing summit dinner lunch breakfast audience held
		visit sat sit call waited awaited flanked beside alongside joined consultations discussions negotiations`)
	metWith = nlp.WordSet("met meet meets meeting saw see seeing talks summit dinner lunch breakfast")
	// arriving stand before where somebody is or goes.
	arriving = nlp.WordSet("in to for visited visiting visit visits toured reached at from into")
	// international are towns in which the people of many states meet.
	international = map[string]bool{"Brussels": true, "Geneva": true, "Strasbourg": true, "New": true, "Davos": true, "Vienna": true, "Doha": true, "Hague": true}
)
