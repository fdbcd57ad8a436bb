package coref

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Whose office it is, where a pronoun or another office tells: "its spokesman, NAME", "the minister's aide NAME", "the
// country's president, NAME".

// owner returns the last token of the words that say whose the office beside a name is, and where that office begins, or -1:
// "its", "her", the "'s" of "the minister's".
func (r *resolver) owner(m nlp.Mention) int {
	const most = 8
	d := r.d
	s := d.SentenceOf(m.From)
	i := r.titleStart(m) - 1
	for n := 0; n < most && i >= s.From; n++ {
		w := d.Lower(i)
		if counterparts[w] || r.apartBy(i) { // who is of another country, or another one's
			return -1
		}
		if possessives[w] || r.possessive(i) {
			if capitalized(d.Word(i-1)) && !possessives[w] && !homeOrgans[d.Lower(i-1)] && !lands[d.Lower(i-1)] && r.chainAt(i-1) < 0 && i-1 > s.From { // a name that tells nothing
				return -1
			}
			return i
		}
		if p, ok := r.placeAt(i); ok && p.Kind != country.Demonym { // "its ambassador in Oslo, NAME"
			k := r.d.TokenAt(p.Start) - 1
			if d.Lower(k) == "the" {
				k--
			}
			if w := d.Lower(k); w != "in" && w != "to" {
				break
			}
			i = k - 1
			continue
		}
		if w != "," && w != "for" && !delegations[w] && !stateOrgans[w] && !nlp.RoleNoun(w) && !nlp.OfficeModifier(w) && !nlp.Department(w) && w != "of" && w != "-" {
			break
		}
		i--
	}
	return -1
}

// apartBy reports whether an "and" at token i parts the words before it from an office in capitals: "between their union and Education
// Minister NAME".
func (r *resolver) apartBy(i int) bool {
	return r.d.Lower(i) == "and" && capitalized(r.d.Word(i+1)) && i > 0 && r.d.Tokens[i-1].Word && !capitalized(r.d.Word(i-1))
}

// localOwner reports whether the possessive that ends at token i is that of a place or a service within a state: "the town's mayor".
func (r *resolver) localOwner(i int) bool {
	w := r.d.Lower(i - 1)
	return localLands[w] || publicWords[w] || w == "community" || w == "station"
}

// possessive reports whether token i is the mark of a possessive: "Norway's", "the ministers'".
func (r *resolver) possessive(i int) bool {
	d := r.d
	w := d.Lower(i)
	return w == "'s" || w == "'" && i > 0 && !d.Tokens[i].Spaced && strings.HasSuffix(d.Word(i-1), "s")
}

var possessives = nlp.WordSet("its their his her")

// owned gives a country to those whose office is said to be somebody's, once it is known whom a pronoun or an office means.
func (r *resolver) owned() {
	for i := range r.d.People {
		p := &r.d.People[i]
		titles := r.current(i)
		if p.Represents != "" || len(titles) == 0 {
			continue
		}
		for _, m := range p.Mentions {
			if m.Name < 0 {
				continue
			}
			if k := r.owner(m); k >= 0 && !r.private(i) {
				setCountry(p, r.ownerCountry(k))
				if !possessives[r.d.Lower(k)] && homeOrgans[r.d.Lower(k-1)] { // "the ministry's spokesman"
					setCountry(p, r.spokenOf(m))
					setCountry(p, r.residence().Shown(r.d.SentenceOf(m.From).Paragraph))
				}
			}
		}
	}
}

// homeOrgans are organs of a state that are named without it where it is at home.
var homeOrgans = nlp.WordSet("government ministry army military navy police presidency parliament cabinet senate")

// ownerCountry returns the country of the owner whose possessive ends at token k, or "".
func (r *resolver) ownerCountry(k int) string {
	d := r.d
	switch d.Lower(k) {
	case "its", "their":
		return r.before(k)
	case "his", "her":
		return r.countryOfMention(k)
	}
	w := d.Lower(k - 1)
	switch {
	case lands[w]:
		if code := r.residence().Shown(d.SentenceOf(k).Paragraph); code != "" && capitalized(d.Word(k-1)) { // "the Kingdom's ambassador"
			return code
		}
		if code := r.before(k - 1); code != "" {
			return code
		}
		if code := r.spokenLast(k - 1); code != "" {
			return code
		}
		return onlyCountry(r.d, nlp.Range{To: len(r.d.Tokens)})
	case stateOrgans[w]:
		return r.organLast(w, k-1)
	}
	if code := r.ownerBefore(k + 1); code != "" {
		return code
	}
	if code := r.countryOfMention(k - 1); code != "" {
		return code
	}
	return r.bearerBefore(w, k-1)
}

// lands are the words that stand for a country that was named before.
var lands = nlp.WordSet("country nation state republic kingdom island emirate sultanate federation government")

// bearerBefore returns the country of the person named last before token k who has an office of that noun: "the minister's".
func (r *resolver) bearerBefore(noun string, k int) string {
	o := readOffice(noun)
	for i := k - 1; i >= 0; i-- {
		c := r.chainAt(i)
		if c < 0 {
			continue
		}
		for _, t := range r.d.People[c].Titles {
			if o.standsFor(readOffice(t)) {
				return r.d.People[c].Represents
			}
		}
	}
	return ""
}

// countryOfMention returns the country of the person whom the pronoun or office at token k means, or "".
func (r *resolver) countryOfMention(k int) string {
	if i := r.personAt(k); i >= 0 {
		return r.d.People[i].Represents
	}
	return ""
}

// before returns the country or the organ of one that "its" at token k means: the subject of the words before it in its
// sentence, else that of the sentence before. An organization or a person there leaves it open.
func (r *resolver) before(k int) string {
	if r.tree == nil {
		return ""
	}
	at := r.d.Tokens[k].Sentence
	above := r.above(at)
	for n := at; n >= 0; n = above {
		s := r.d.Sentences[n]
		for i := s.From; i < s.To && i < k; i++ {
			if relation := r.d.Reading.Relations[i]; relation != "nsubj" && relation != "nsubj:pass" {
				continue
			}
			if r.chainAt(i) >= 0 || personalPronoun[r.d.Lower(i)] {
				if n == at && n > 0 {
					continue
				}
				return ""
			}
			if code := r.countryOfPhrase(i); code != "" {
				return code
			}
			if n < at {
				return ""
			}
		}
		if n < at {
			break
		}
	}
	return ""
}

// above returns the sentence before another, or -1. A quotation mark that the splitting left alone is none.
func (r *resolver) above(sentence int) int {
	const least = 3 // tokens
	for n := sentence - 1; n >= 0; n-- {
		if r.d.Sentences[n].Len() >= least {
			return n
		}
	}
	return -1
}

var personalPronoun = nlp.WordSet("he she they it who i we you")

// countryOfPhrase returns the country of a noun: its own, or the one that stands before it or behind "of" or "in".
func (r *resolver) countryOfPhrase(noun int) string {
	if p, ok := r.placeAt(noun); ok {
		return p.Code
	}
	if code := r.nounCountry(noun); code != "" {
		return code
	}
	for _, k := range r.tree.Kids(noun, "nmod") {
		if c := r.tree.Case(k); c == "of" || c == "in" {
			if p, ok := r.placeAt(k); ok {
				return p.Code
			}
		}
	}
	return ""
}

// spokenLast returns the country that is named last before token k in its sentence or the one before, or else next behind it.
func (r *resolver) spokenLast(k int) string {
	at := r.d.Tokens[k].Sentence
	for i := k - 1; i >= 0 && r.d.Tokens[i].Sentence >= at-1; i-- {
		if p, ok := r.placeAt(i); ok && p.Kind != country.Seat {
			return p.Code
		}
	}
	return ""
}

// organLast returns the country whose organ of that name stands last before token k: "Sudan's army … the army's".
func (r *resolver) organLast(organ string, k int) string {
	const most = 150
	for i := k - 1; i >= 0 && i > k-most; i-- {
		if r.d.Lower(i) == organ {
			if code := r.organCountry(i); code != "" {
				return code
			}
		}
	}
	return ""
}

// stateOrgans are the nouns of what acts for a state.
var stateOrgans = nlp.WordSet(`government ministry army military navy police presidency parliament cabinet junta senate
	court embassy delegation intelligence coalition palace legislature secretariat agency`)

// organCountry returns the country that stands right before the organ at token i with words of its name between, or "":
// "Norway's foreign ministry", "the Egyptian Ministry"; or behind it: "the ministry of Norway".
func (r *resolver) organCountry(i int) string {
	const most = 5
	d := r.d
	for k := i - 1; k >= 0 && k >= i-most && d.Tokens[k].Sentence == d.Tokens[i].Sentence; k-- {
		if p, ok := r.placeAt(k); ok {
			return p.Code
		}
		if w := d.Lower(k); w != "'s" && w != "'" && w != "-" && w != "and" && !nlp.OfficeModifier(w) && !nlp.Department(w) && !portfolios[w] {
			return ""
		}
	}
	for k := i + 1; k < len(d.Tokens) && k <= i+most+2 && d.Tokens[k].Sentence == d.Tokens[i].Sentence; k++ {
		w := d.Lower(k)
		if p, ok := r.placeAt(k); ok && (d.Lower(k-1) == "of" || d.Lower(k-1) == "the" || d.Lower(k-1) == "in") {
			return p.Code
		}
		if w != "of" && w != "the" && w != "in" && w != "and" && w != "affairs" && !nlp.Department(w) && !portfolios[w] {
			return ""
		}
	}
	return ""
}
