package coref

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// fromContext gives a country to those who bear an office of a state whose country is not said with it ("President NAME
// swore in twelve ministers"): the only country that the article names, else that of the town in the place line of the item,
// else the only one that the paragraph names up to that sentence. Where there are two, nobody knows.
func (r *resolver) fromContext() {
	only := onlyCountry(r.d, nlp.Range{To: len(r.d.Tokens)})
	for i := range r.d.People {
		p := &r.d.People[i]
		if p.Represents != "" || !bearsState(p.Titles) {
			continue
		}
		if only != "" {
			p.Represents = only
			continue
		}
		for _, m := range p.Mentions {
			if m.Name < 0 || r.d.Names[m.Name].Title.Len() == 0 && !r.beside(m.Range) {
				continue
			}
			s := r.d.SentenceOf(m.From)
			if s.Title {
				continue
			}
			p.Represents = datelineCountry(r.d, s.Paragraph)
			if p.Represents == "" {
				p.Represents = onlyCountry(r.d, nlp.Range{From: r.d.Paragraphs[s.Paragraph].From, To: s.To})
			}
			if r.taken(i, p.Represents) {
				p.Represents = ""
			}
			break
		}
	}
}

// taken reports whether another person represents the country in the same office: a state has one of each.
func (r *resolver) taken(person int, code string) bool {
	for i := range r.d.People {
		q := &r.d.People[i]
		if i == person || code == "" || q.Represents != code {
			continue
		}
		for _, a := range q.Titles {
			for _, b := range r.d.People[person].Titles {
				if sameOffice(a, b) {
					return true
				}
			}
		}
	}
	return false
}

// sameOffice reports whether two titles are of offices of which a state has one: "foreign minister" and "minister of foreign
// affairs", but not "interior minister". A bare "minister" may be any of them.
func sameOffice(a, b string) bool {
	x, y := officeWords(a), officeWords(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	for w := range x {
		if !y[w] {
			return false
		}
	}
	return true
}

// officeWords returns the words of a title that tell which office it is.
func officeWords(title string) map[string]bool {
	words := nlp.WordSet(strings.ToLower(title))
	for _, w := range []string{"of", "for", "the", "and", "affairs"} {
		delete(words, w)
	}
	return words
}

// placeLine is the town that opens an item of wire copy: "OSLO, March 3 -", "OSLO (Skerry News) —".
var placeLine = regexp.MustCompile(`^\s*(\p{Lu}[\p{Lu} .'-]{2,30}\p{Lu})\s*(?:[,(—–]|-)`)

// datelineCountry returns the country of the town in the place line of a paragraph, or of the nearest one above it that has
// one; "" where no table knows the town.
func datelineCountry(d *nlp.Doc, paragraph int) string {
	for p := paragraph; p >= 0; p-- {
		start := d.Tokens[d.Paragraphs[p].From].Start
		line := strings.LastIndexByte(d.Text[:start], '\n') + 1
		if m := placeLine.FindStringSubmatch(d.Text[line:min(len(d.Text), line+80)]); m != nil {
			town := m[1]
			for _, c := range country.Find(town) {
				return c.Code
			}
			code, _ := country.City(title(town))
			return code
		}
	}
	return ""
}

// title writes words in capitals with small letters behind the first.
func title(words string) string {
	list := strings.Fields(strings.ToLower(words))
	for i, w := range list {
		r, size := utf8.DecodeRuneInString(w)
		list[i] = string(unicode.ToUpper(r)) + w[size:]
	}
	return strings.Join(list, " ")
}

// beside reports whether an office stands right before a name and a comma: "the president, NAME".
func (r *resolver) beside(name nlp.Range) bool {
	return r.d.Word(name.From-1) == "," && nlp.Office(r.d.Lower(name.From-2))
}

// onlyCountry returns the one country that is named in a range of tokens, or "" where there is none or more.
func onlyCountry(d *nlp.Doc, x nlp.Range) string {
	found := ""
	for _, p := range d.Places {
		if i := d.TokenAt(p.Start); i < x.From || i >= x.To || p.Code == "" || p.Code == found {
			continue
		}
		if found != "" {
			return ""
		}
		found = p.Code
	}
	return found
}

// bearsState reports whether one of the titles is an office that only a state has.
func bearsState(titles []string) bool {
	for _, t := range titles {
		t = strings.ToLower(t)
		words := strings.Fields(t)
		if strings.Contains(t, "minister") || strings.Contains(t, "head of state") {
			return true
		}
		switch words[len(words)-1] {
		case "premier", "chancellor", "king", "queen", "emir", "sultan":
			return true
		case "president":
			return len(words) == 1 || len(words) == 2 && (words[0] == "vice" || words[0] == "interim" || words[0] == "acting" || words[0] == "former")
		}
	}
	return false
}

// pronounRoles adds what is said of a person by a pronoun: "She has been Norway's envoy since May."
func (r *resolver) pronounRoles() {
	if r.tree == nil {
		return
	}
	for i := range r.d.People {
		p := &r.d.People[i]
		for _, m := range p.Mentions {
			if m.Name < 0 && m.Len() == 1 {
				r.addRoles(p, m)
			}
		}
	}
}
