package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Offices that patterns of words tell: in an apposition, behind a verb, before a list.

// sharedOffice returns the office that a plural before a list gives to each of it, in the singular, and the country before it:
// "Presidents NAME of Rwanda and NAME of Angola", "the Norwegian lawmakers NAME and NAME".
func (r *resolver) sharedOffice(name nlp.Range) (office, code string, ok bool) {
	d := r.d
	s := d.SentenceOf(name.From)
	for k := name.From - 1; k >= s.From && k > name.From-36; k-- {
		if from := r.besideListed(k, s.From); from >= 0 {
			k = from
			continue
		}
		w := d.Lower(k)
		one := singular(w)
		if one != w && nlp.Office(one) {
			if d.Word(k+1) == "," { // "ministers, NAME and others"
				return "", "", false
			}
			office := singular(d.Word(k))
			for k > s.From && (nlp.OfficeModifier(d.Lower(k-1)) || nlp.Department(d.Lower(k-1))) && d.Lower(k-1) != "the" && d.Lower(k-1) != "and" {
				k--
				office = d.Word(k) + " " + office
			}
			code := r.ownerBefore(k)
			if p, place := r.placeAt(k - 1); place && p.Kind != country.Seat {
				if before := d.Lower(r.d.TokenAt(p.Start) - 1); before != "and" && before != "," { // of several, lists tells whose
					code = p.Code
				}
			}
			return office, code, true
		}
		if !d.Tokens[k].Word && !listMarks[w] {
			return "", "", false
		}
		if d.Tokens[k].Word && w != "and" && w != "of" && w != "the" && w != "including" && r.chainAt(k) < 0 && !r.isCountryWord(k) && !(d.Word(k-1) == "(" && nlp.Department(w)) {
			return "", "", false
		}
	}
	return "", "", false
}

// sharing returns those whom a list names with a person behind the plural of an office that has no country with it, and the office in small
// letters; nobody where the person stands alone.
func (r *resolver) sharing(m nlp.Mention) (people []int, office string) {
	office, code, ok := r.sharedOffice(m.Range)
	if !ok || code != "" {
		return nil, ""
	}
	s := r.d.SentenceOf(m.From)
	for k := m.From - 1; k >= s.From; k-- {
		if one := singular(r.d.Lower(k)); one != r.d.Lower(k) && nlp.Office(one) {
			if people = r.listedPeople(k+1, s.To); len(people) > 1 {
				return people, strings.ToLower(office)
			}
			break
		}
	}
	return nil, ""
}

// ofDifferentStates reports whether a name stands in a list behind the plural of an office that a state has one of, without a country: of
// "foreign ministers NAME and NAME" each acts for another state, and which for which is not told.
func (r *resolver) ofDifferentStates(m nlp.Mention) bool {
	people, office := r.sharing(m)
	return len(people) > 0 && oneInState(office)
}

// likeFirst returns the country of the one who is named first in a list behind the plural of an office: of "Ministers NAME and NAME" both
// act for the same state, or "".
func (r *resolver) likeFirst(m nlp.Mention) string {
	if people, office := r.sharing(m); len(people) > 0 && !oneInState(office) {
		return r.d.People[people[0]].Represents
	}
	return ""
}

// oneInState reports whether a state has one bearer of an office in small letters.
func oneInState(office string) bool {
	portfolio, minister := strings.CutSuffix(office, " minister")
	return minister && (portfolio == "prime" || portfolios[portfolio]) || office == "president" || office == "premier" || office == "chancellor"
}

// besideListed returns where the words begin that end at token k and stand behind a name of a list to tell more of it, or -1: "(Head of
// Legal Services)", "from the ruling Harbour Party".
func (r *resolver) besideListed(k, from int) int {
	const most = 10
	closed := r.d.Word(k) == ")"
	for i := k - 1; i > from && i > k-most; i-- {
		switch w := r.d.Lower(i); {
		case r.chainAt(i) >= 0, !closed && !r.phraseWord(i) && w != "from" && w != "ruling":
			return -1
		case closed && w == "(", !closed && w == "from":
			if r.chainAt(i-1) < 0 {
				return -1
			}
			return i
		}
	}
	return -1
}

var listMarks = nlp.WordSet(", : ( ) - -- – —")

// singular returns a plural's singular: "deputies", "senators".
func singular(w string) string {
	if stem, ok := strings.CutSuffix(w, "ies"); ok && len(stem) > 3 {
		return stem + "y"
	}
	return strings.TrimSuffix(w, "s")
}

// counterpart returns the country in "his Mongolian counterpart, NAME", or "".
func (r *resolver) counterpart(name, title nlp.Range) string {
	i := name.From - 1
	if title.Len() > 0 {
		i = title.To - 1
	}
	for nlp.FormOfAddress(r.d.Lower(i)) { // "her Kenyan counterpart Dr. NAME"
		i--
	}
	if r.d.Word(i) == "," {
		i--
	}
	if p, ok := r.placeAt(i); ok && p.Kind == country.Name { // "her counterpart from Kenya, NAME"
		k := r.d.TokenAt(p.Start) - 1
		if r.d.Lower(k) == "the" {
			k--
		}
		if w := r.d.Lower(k); (w == "from" || w == "of" || w == "in") && counterpart[r.d.Lower(k-1)] {
			return p.Code
		}
	}
	if !counterpart[r.d.Lower(i)] {
		return ""
	}
	if p, ok := r.placeAt(i - 1); ok && p.Kind != country.Seat { // "her Kenyan counterpart", "her Bangladesh counterpart"
		return p.Code
	}
	if w := r.d.Lower(i - 1); w == "his" || w == "her" { // "flies to Kenya, where she is to meet her counterpart NAME"
		for k := i - 2; k > i-14 && k >= r.d.SentenceOf(i).From; k-- {
			if p, ok := r.placeAt(k); ok {
				if w := r.d.Lower(k + 1); w == "," && r.d.Lower(k+2) == "where" {
					return p.Code
				}
				break
			}
		}
	}
	return ""
}

var counterpart = nlp.WordSet("counterpart peer homologue")

// appositionAfter reads the office in what follows a name between commas: "NAME, Norway's foreign minister," or
// "NAME, a professor of law at …".
func (r *resolver) appositionAfter(name nlp.Range) (office nlp.Range, code string, ok bool) {
	d := r.d
	s := d.SentenceOf(name.From)
	name.To = r.behindName(name.To)
	if name.To+1 >= s.To || d.Word(name.To) != "," || r.headlineList(name, s) {
		return office, "", false
	}
	return r.officeIn(name.To+1, s.To)
}

// headlineList reports whether the comma behind a name in a headline stands for "and", as no second comma follows: "Lind, Kenyan
// leader to meet".
func (r *resolver) headlineList(name nlp.Range, s nlp.Sentence) bool {
	if last := r.d.Word(s.To - 1); !s.Title && (last == "." || last == "?" || last == "!" || last == "”" || last == "\"") {
		return false
	}
	for k := name.To + 1; k < s.To; k++ {
		if r.d.Word(k) == "," {
			return false
		}
	}
	return true
}

// predicated reads the office that a verb gives to a name: "NAME became Norway's works minister", "NAME is the envoy".
func (r *resolver) predicated(name nlp.Range) (office nlp.Range, code string, ok bool) {
	d := r.d
	s := d.SentenceOf(name.From)
	k := name.To
	if d.Word(k) == "," && d.Lower(k+1) == "who" { // "NAME, who is also the envoy"
		k += 2
	}
	if w := d.Lower(k); w == "has" && d.Lower(k+1) == "been" || w == "was" && appointed[d.Lower(k+1)] || w == "serves" && d.Lower(k+1) == "as" {
		k += 2
	} else if w == "is" || w == "became" {
		k++
	} else {
		return office, "", false
	}
	if w := d.Lower(k); w == "as" || w == "also" || w == "now" || w == "currently" {
		k++
	}
	if k+1 >= s.To {
		return office, "", false
	}
	if p, isPlace := r.placeAt(k); isPlace && d.Lower(k+1) == "'s" && p.Kind == country.Name {
		office, _, ok = r.officeIn(k+2, s.To)
		return office, p.Code, ok
	}
	return r.officeIn(k, s.To)
}

var appointed = nlp.WordSet("appointed named elected sworn made re-elected confirmed")

// appositionBefore reads the office in what stands before a name and a comma: "the Norwegian foreign minister, NAME,".
func (r *resolver) appositionBefore(name nlp.Range) (office nlp.Range, code string, ok bool) {
	d := r.d
	s := d.SentenceOf(name.From)
	if name.From-2 < s.From || d.Word(name.From-1) != "," {
		return office, "", false
	}
	head := name.From - 2
	if at := r.headBefore(head, s.From); at >= 0 {
		whole := nlp.Range{From: at, To: name.From - 1}
		if office, code, ok = r.officeIn(at, whole.To); ok && !nlp.Spokesperson(r.d.Lower(at)) {
			if code == "" { // "Norway's ambassador to Kenya, NAME"
				code = r.ownerBefore(at)
			}
			return office, code, true
		}
		return nlp.Range{From: at, To: at + 1}, r.countryIn(whole), true
	}
	if !nlp.Office(d.Lower(head)) && !nlp.Department(d.Lower(head)) {
		return office, "", false
	}
	from := head
	for from > s.From && head-from < 8 {
		w := d.Lower(from - 1)
		if w == "the" || w == "'s" || w == "its" || w == "his" || w == "her" || w == "their" {
			if r.d.Lower(from-2) == "of" && kin[d.Lower(from-3)] { // "the widow of the late president, NAME"
				return nlp.Range{}, "", false
			}
			office = nlp.Range{From: from, To: head + 1}
			if w == "'s" {
				code = r.ownerBefore(from)
			} else {
				code = r.countryIn(office)
			}
			return office, code, r.hasOffice(office)
		}
		if !nlp.Office(w) && !nlp.OfficeModifier(w) && !nlp.Department(w) && w != "of" && w != "for" && !r.isCountryWord(from-1) {
			break
		}
		from--
	}
	if office = (nlp.Range{From: from, To: head + 1}); r.isCountryWord(from) && r.hasOffice(office) { // "Norwegian Prime Minister, NAME"
		return office, r.countryIn(office), true
	}
	return nlp.Range{}, "", false
}

// headBefore returns the first token of the office in "a spokesman for the Norwegian foreign ministry, NAME" or "the
// Minister of Foreign Affairs of Oman, NAME", where the words for whom end at token i, or -1.
func (r *resolver) headBefore(i, from int) int {
	for k := i; k > from && k > i-10; k-- {
		w := r.d.Lower(k)
		if !r.d.Tokens[k].Word || auxiliary[w] || isReporting(w) && !r.isCountryWord(k) || r.chainAt(k) >= 0 { // "the United States" reports nothing
			return -1
		}
		next := r.d.Lower(k + 1)
		if !nlp.Office(w) || nlp.FormOfAddress(w) || genericOffice[w] || next != "for" && next != "of" && next != "to" {
			continue
		}
		for k > from && (nlp.OfficeModifier(r.d.Lower(k-1)) || nlp.Department(r.d.Lower(k-1))) && r.d.Lower(k-1) != "and" && r.d.Lower(k-1) != "the" {
			k--
		}
		if r.d.Word(k-1) == "-" && k-2 > from { // "the Comptroller-General of Customs, NAME"
			k -= 2
		}
		country := k
		for country > from && r.isCountryWord(country-1) {
			country--
		}
		if r.d.Lower(country-1) == "the" && r.d.Lower(country-2) == "of" && nlp.Office(r.d.Lower(country-3)) { // "representative of the head of"
			k = country - 2
			continue
		}
		if b := r.d.Lower(country - 1); b != "a" && b != "an" && b != "the" && b != "'s" {
			return -1
		}
		return country
	}
	return -1
}

func (r *resolver) hasOffice(x nlp.Range) bool {
	for i := x.From; i < x.To; i++ {
		if nlp.Office(r.d.Lower(i)) {
			return true
		}
	}
	return false
}

// officeIn reads an office that begins at token i and ends before a comma or a verb.
func (r *resolver) officeIn(i, end int) (office nlp.Range, code string, ok bool) {
	d := r.d
	from := i
	switch w := d.Lower(i); {
	case w == "the" || w == "a" || w == "an" || w == "his" || w == "her" || w == "their":
		from++
	case nlp.Office(w) || nlp.OfficeModifier(w) || r.isCountryWord(i):
	default:
		return office, "", false
	}
	to, head := from, -1
	for to < end && to-from < 14 {
		w := d.Lower(to)
		if w == "," || w == "." || w == "who" || w == "which" || w == ";" || w == "—" || w == "–" || w == ")" || w == "\"" || w == "”" {
			break
		}
		if v, isVerb := nlp.Reporting(w); isVerb && v.Form != nlp.BaseForm && head >= 0 {
			break
		}
		if head < 0 && nlp.Office(w) && !nlp.FormOfAddress(w) && !kin[w] && !(w == "deputy" && to+1 < end && (d.Lower(to+1) == "speaker" || nlp.Office(d.Lower(to+1)))) {
			head = to
		} else if head < 0 && w == "speaker" && d.Lower(to-1) == "deputy" {
			head = to
		}
		to++
	}
	if head < 0 || head-from > 6 {
		return office, "", false
	}
	for k := from; k < head; k++ { // only words of an office stand before its head
		w := d.Lower(k)
		if !nlp.OfficeModifier(w) && !nlp.Office(w) && !nlp.Department(w) && !r.isCountryWord(k) && w != "'s" && w != "-" &&
			w != "top" && w != "country" && w != "new" && w != "u.s." && w != "us" {
			if _, seat := r.placeAt(k); !seat {
				return office, "", false
			}
		}
	}
	if r.chainIn(nlp.Range{From: head, To: to}) { // "the foreign minister NAME": another person's office
		return office, "", false
	}
	whole := nlp.Range{From: from, To: to}
	code = r.countryIn(whole)
	if d.Word(head+1) == "-" && head+2 < to && nlp.Office(d.Lower(head+2)) { // "secretary-general"
		head += 2
	}
	if head+1 < to && (d.Lower(head) == "general" && nlp.Office(d.Lower(head+1)) || d.Lower(head+1) == "general" && !ranks[d.Lower(head)]) { // "general secretary", "director general"
		head++
	}
	last := head + 1
	if w := d.Lower(last); last < to && (w == "of" || w == "for" || w == "to") {
		k := last + 1
		for k < to && (nlp.Department(d.Lower(k)) || r.isCountryWord(k) || capitalized(d.Word(k))) {
			k++
		}
		for k > last && (d.Lower(k-1) == "the" || d.Lower(k-1) == "and") {
			k--
		}
		if k > last+1 {
			last = k
		}
	}
	for k := from; k+1 < head; k++ { // "Norway's foreign minister": the office begins behind the possessive
		if d.Lower(k) == "'s" {
			from = k + 1
		}
	}
	return nlp.Range{From: from, To: last}, code, true
}

func capitalized(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c)
}
