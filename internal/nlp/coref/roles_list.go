package coref

import (
	"strings"

	"graphload/internal/nlp"
)

// Offices that a plural gives to each of a list: "her Kenyan and Norwegian counterparts, NAME and NAME", "the presidents of Kenya
// and Norway, NAME and NAME".

// lists gives each name of a list its country, and the office, where a plural tells as many countries as there are names.
func (r *resolver) lists() {
	d := r.d
	for i := range d.Tokens {
		one := strings.TrimSuffix(d.Lower(i), "s")
		if one == d.Lower(i) || !counterparts[one] && !nlp.Office(one) {
			continue
		}
		codes, to := r.listedCountries(i)
		people := r.listedPeople(to, d.SentenceOf(i).To)
		if len(codes) < 2 || len(codes) != len(people) {
			continue
		}
		office := one
		if counterparts[one] {
			office = r.officeBefore(i)
		} else {
			for k := i - 1; nlp.OfficeModifier(d.Lower(k)); k-- {
				office = d.Word(k) + " " + office
			}
		}
		for n, c := range people {
			setCountry(&d.People[c], codes[n])
			if office != "" {
				addTitle(&d.People[c], office)
			}
		}
	}
}

// shareBodies gives the members of one body whom a list names the country of the first: "two members of Kenya's senate, NAME and
// NAME".
func (r *resolver) shareBodies() {
	d := r.d
	for i := range d.Tokens {
		if !membersOf[d.Lower(i)] {
			continue
		}
		k := i + 1
		for k < len(d.Tokens) && r.phraseWord(k) {
			k++
		}
		if w := d.Word(k); w != "," && w != ":" || d.Tokens[k].Sentence != d.Tokens[i].Sentence {
			continue
		}
		if people := r.listedPeople(k+1, d.SentenceOf(i).To); len(people) > 1 {
			for _, c := range people[1:] {
				setCountry(&d.People[c], d.People[people[0]].Represents)
			}
		}
	}
}

// membersOf are the plurals for those who sit in one body.
var membersOf = nlp.WordSet("members lawmakers parliamentarians legislators senators deputies mps")

// listedCountries returns the countries that a plural office at token i is of, in order: those right before it, or those behind
// "of"; and the token behind all that.
func (r *resolver) listedCountries(i int) ([]string, int) {
	d := r.d
	var codes []string
	k := i - 1
	for nlp.OfficeModifier(d.Lower(k)) {
		k--
	}
	for ; k >= 0; k-- {
		p, ok := r.placeAt(k)
		if !ok && d.Lower(k) != "and" && d.Word(k) != "," {
			break
		}
		if ok && p.Start == d.Tokens[k].Start {
			codes = append([]string{p.Code}, codes...)
		}
	}
	if len(codes) > 1 || d.Lower(i+1) != "of" && d.Lower(i+1) != "from" {
		return codes, i + 1
	}
	codes, k = nil, i+2
	for ; k < len(d.Tokens); k++ {
		p, ok := r.placeAt(k)
		if !ok && d.Lower(k) != "and" && d.Word(k) != "," && d.Lower(k) != "the" {
			break
		}
		if ok && p.Start == d.Tokens[k].Start {
			codes = append(codes, p.Code)
		}
	}
	return codes, k
}

// listedPeople returns the people whose names follow token i one behind the other.
func (r *resolver) listedPeople(i, end int) []int {
	d := r.d
	var people []int
	for k := i; k < end; k++ {
		c := r.chainAt(k)
		switch w := d.Word(k); {
		case c >= 0:
			if r.chainAt(k-1) != c {
				people = append(people, c)
			}
		case w != "," && w != "—" && w != "–" && w != "-" && w != ":" && w != "(" && w != "and" && !nlp.Office(d.Lower(k)):
			return people
		case len(people) > 0 && (w == "—" || w == "–" || w == ")"):
			return people
		}
	}
	return people
}
