package coref

import (
	"sort"
	"unicode/utf8"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// What stands at a token: a country, a person, or whose it is.

// placeAfter returns the country match that begins behind token i, with or without "the" between.
func (r *resolver) placeAfter(i int) (country.Match, bool) {
	if r.d.Lower(i+1) == "the" {
		i++
	}
	p, ok := r.placeAt(i + 1)
	return p, ok && p.Start == r.d.Tokens[i+1].Start
}

// isCountryWord reports whether token i is part of a country's name or demonym (not of a seat of power).
func (r *resolver) isCountryWord(i int) bool {
	p, ok := r.placeAt(i)
	return ok && p.Kind != country.Seat
}

func (r *resolver) allCountry(x nlp.Range) bool {
	for i := x.From; i < x.To; i++ {
		if !r.isCountryWord(i) && r.d.Lower(i) != "the" {
			return false
		}
	}
	return true
}

// placeAt returns the country match that covers token i.
func (r *resolver) placeAt(i int) (country.Match, bool) {
	if i < 0 || i >= len(r.d.Tokens) {
		return country.Match{}, false
	}
	t := r.d.Tokens[i]
	k := sort.Search(len(r.d.Places), func(k int) bool { return r.d.Places[k].End > t.Start })
	if k < len(r.d.Places) && r.d.Places[k].Start < t.End {
		return r.d.Places[k], true
	}
	return country.Match{}, false
}

// ownerBefore returns the country whose possessive stands right before token i: "Norway's", or that of a person who
// represents one ("Ekberg's envoy").
func (r *resolver) ownerBefore(i int) string {
	if w := r.d.Lower(i - 1); w != "'s" && w != "'" {
		return ""
	}
	if p, ok := r.placeAt(i - 2); ok {
		return p.Code
	}
	if w := r.d.Lower(i - 2); w == "regime" || stateOrgans[w] { // "the Kenyan government's envoy"
		return r.organCountry(i - 2)
	}
	if c := r.chainAt(i - 2); c >= 0 {
		return r.d.People[c].Represents
	}
	return ""
}

// countryOf returns the country in "of COUNTRY" that begins at token i, as in "President NAME of Norway".
func (r *resolver) countryOf(i int) string {
	if r.d.Lower(i) != "of" {
		return ""
	}
	if r.d.Lower(i+1) == "the" {
		i++
	}
	if p, ok := r.placeAt(i + 1); ok && p.Kind == country.Name {
		return p.Code
	}
	return ""
}

// countryBehind returns the country in "of COUNTRY" or "(COUNTRY)" that begins at token i.
func (r *resolver) countryBehind(i int) string {
	if code := r.countryOf(i); code != "" {
		return code
	}
	if p, ok := r.placeAt(i + 1); ok && r.d.Word(i) == "(" && p.Kind == country.Name {
		return p.Code
	}
	return ""
}

// chainAt returns the person whose name covers token i, or -1.
func (r *resolver) chainAt(i int) int {
	k := sort.Search(len(r.d.Names), func(k int) bool { return r.d.Names[k].To > i })
	if k < len(r.d.Names) && r.d.Names[k].Has(i) {
		return r.of[k]
	}
	return -1
}

func (r *resolver) chainIn(x nlp.Range) bool {
	for i := x.From; i < x.To; i++ {
		if r.chainAt(i) >= 0 {
			return true
		}
	}
	return false
}

// countryIn returns the country that the range names first and that is not merely where somebody is sent, or "".
func (r *resolver) countryIn(x nlp.Range) string {
	for i := x.From; i < x.To; i++ {
		if code := r.organAt(i, x.To); code != "" { // "director of the Crown-Kenya Affairs Office"
			return code
		}
		if p, ok := r.placeAt(i); ok && !r.destination(i, x.From, p) {
			return p.Code
		}
	}
	return ""
}

// organAt returns the country of the organ of a state whose name of several words begins at token i, or "". The name may have another
// country's within it.
func (r *resolver) organAt(i, end int) string {
	const most = 6
	for n := min(most, end-i); n > 1; n-- {
		if code, ok := country.Organ(r.d.Words(nlp.Range{From: i, To: i + n})); ok {
			return code
		}
	}
	return ""
}

// behindName returns the first token behind a name and the brackets in which it is written in other letters: "NAME (林志陵), the director".
func (r *resolver) behindName(i int) int {
	const most = 8
	if r.d.Word(i) != "(" || i+1 >= len(r.d.Tokens) || r.d.Word(i + 1)[0] < utf8.RuneSelf {
		return i
	}
	for k := i + 2; k < i+most && k < len(r.d.Tokens); k++ {
		if r.d.Word(k) == ")" {
			return k + 1
		}
	}
	return i
}

// destination reports whether the country at token i of an office that begins at token from is the one to which its bearer
// is sent: "ambassador to Kenya", "special envoy for the Sudan". Nobody acts for that one.
func (r *resolver) destination(i, from int, p country.Match) bool {
	if p.Kind == country.Demonym {
		return false
	}
	for i > from && r.d.Tokens[i].Start > p.Start { // the first token of the name
		i--
	}
	k := i - 1
	if r.d.Lower(k) == "the" {
		k--
	}
	w := r.d.Lower(k)
	if w != "to" && w != "for" && w != "in" || k < from {
		return false
	}
	if p.Kind == country.Capital && w == "in" { // "chairman of the club in Oslo"
		return true
	}
	for ; k >= from; k-- {
		if nlp.Sent(r.d.Lower(k)) {
			return true
		}
	}
	return false
}
