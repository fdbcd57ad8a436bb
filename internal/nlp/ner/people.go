package ner

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// people finds the names of people in one sentence of running text.
func (f *finder) people(s nlp.Sentence) {
	for i := s.From; i < s.To; i++ {
		r := f.run(i, s.To)
		if r.Len() == 0 {
			continue
		}
		f.peopleIn(r, s)
		i = r.To - 1
	}
}

// peopleIn finds the people in a run of capitalized words: it looks past the opening word of a sentence, countries,
// offices and departments ("Turkish Minister of Foreign Affairs NAME"), and judges what is left.
func (f *finder) peopleIn(r nlp.Range, s nlp.Sentence) {
	d := f.d
	from := r.From
	if from == s.From || f.opensQuote(from) {
		w := d.Lower(from)
		if openingWord[w] || r.Len() > 1 && f.lx.words[w] && f.lx.first[d.Word(from)] == 0 && !nlp.Office(w) && !f.familySun(from) ||
			(w == "will" || w == "may") && r.Len() < 3 {
			from++
		}
	}
	for from < r.To {
		for from < r.To && f.beforeName(from, r) {
			from++
		}
		to := from
		for to < r.To && !f.isPlace(to) && !(to > from && f.endsName(to)) {
			to++
		}
		if to == from {
			from++
			continue
		}
		c := f.withoutPostNominals(nlp.Range{From: from, To: to})
		honoured := c.To < to
		title, state := f.titleBefore(from, s)
		if title.Len() > 0 && f.afterDepartment(title, from) {
			c.From = f.skipDepartments(c)
			title.To = c.From
			switch d.Lower(c.From - 1) {
			case "of", "for", "the", "to", "and": // "president of NAME": another's office
				title, state = nlp.Range{}, ""
			}
		}
		if c.Len() > 0 && f.isPerson(c, title.Len() > 0 || honoured, s) && !f.isCredit(c, s) && !(title.Len() == 0 && !honoured && f.doubted(c)) {
			if d.Lower(c.To-1) == "-" {
				c.To--
			}
			f.add(nlp.Name{Range: c, Kind: nlp.PersonName, Title: title, State: state})
		}
		from = to
	}
}

// opensQuote reports whether token i is the first behind an opening quotation mark.
func (f *finder) opensQuote(i int) bool {
	if i == 0 || f.d.Tokens[i].Spaced {
		return false
	}
	switch f.d.Word(i - 1) {
	case "“", "\"", "‘", "'", "«":
		return true
	}
	return false
}

// beforeName reports whether token i of a run stands before a name and is no part of it.
func (f *finder) beforeName(i int, r nlp.Range) bool {
	w := f.d.Lower(i)
	if f.isPlace(i) || nlp.Office(w) || nlp.OfficeModifier(w) && i+1 < r.To || f.burmeseAddress(nlp.Range{From: i, To: r.To}) || f.honorific(i, r.To) ||
		i == r.To-1 && onlyMark(f.d.Word(i)) {
		return true
	}
	return w == "-" || notName[w]
}

// burmeseAddress reports whether a name begins with the form of address of Burmese adults: "U Thet Naing", "Daw Khin Mar".
func (f *finder) burmeseAddress(r nlp.Range) bool {
	w := f.d.Word(r.From)
	return (w == "U" || w == "Daw") && r.Len() >= 3
}

// endsName reports whether token i cannot go on a name: an office after it ("Lee Minister" does not occur in names).
func (f *finder) endsName(i int) bool {
	w := f.d.Lower(i)
	return nlp.Office(w) && !f.lx.surnames[f.d.Word(i)] && !withinName[w]
}

// withinName are offices that are also parts of names: "Hassan Sheikh Omar".
var withinName = nlp.WordSet("sheikh shaikh sultan emir imam king prince duke bishop pope judge dean baron earl count marshal")

// isPerson judges a run of capitalized words.
func (f *finder) isPerson(c nlp.Range, titled bool, s nlp.Sentence) bool {
	d := f.d
	words := f.words(c)
	n := 0 // words as printed: "Jean-Luc" is one
	for i := c.From; i < c.To; i++ {
		if d.Tokens[i].Word && (i == c.From || d.Tokens[i].Spaced) {
			n++
		}
	}
	last := words[len(words)-1]
	lastLower := strings.ToLower(last)
	first := words[0]
	firstName := f.lx.first[first] != 0
	initial := isInitial(first)
	surname := f.lx.surnames[last] || n > 1 && nlp.FamilyFirst(first)
	lastIsWord := f.lx.words[lastLower] || f.lower[lastLower]
	acronym := len(last) > 1 && len(last) <= 5 && strings.ToUpper(last) == last && strings.ContainsAny(last, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") && !generation[lastLower]
	if f.headIn(c, surname && (firstName || titled)) || strings.ContainsAny(last, "0123456789") {
		return false
	}
	for _, w := range words {
		if notName[strings.ToLower(w)] {
			return false
		}
	}
	if len(first) == 1 && len(words) > 1 && words[1] == "-" || f.onlyInitials(c) { // "(R-Ohio)"
		return false
	}
	if f.namesThing(c) {
		return false
	}
	if _, state := country.State(first); state && (n == 1 || !titled) || placeOpeners[first] && !titled && !f.vouched(c, s) {
		return false
	}
	before := d.Lower(c.From - 1)
	if n == 1 {
		if f.thing[last] {
			return false
		}
		if !titled || utf8.RuneCountInString(last) == 1 || openingWord[lastLower] || acronym || nlp.OfficeModifier(lastLower) || nlp.Department(lastLower) {
			return false
		}
		return !lastIsWord || surname || firstName
	}
	if acronym && !titled {
		return false
	}
	if _, town := country.City(strings.Join(words, " ")); town && !titled {
		return false
	}
	switch {
	case titled:
		return firstName || surname || !lastIsWord
	case before == "the" && c.From > s.From:
		return false
	case firstName:
		return !lastIsWord || surname || before == "," || f.vouched(c, s)
	case initial:
		return !lastIsWord || surname
	case f.lx.words[strings.ToLower(first)] && !f.lx.surnames[first]:
		return false
	case lastIsWord && !surname:
		return false
	}
	return f.vouched(c, s) || !locative[before] && (surname || !f.lx.words[strings.ToLower(first)])
}

// isInitial reports whether a word is an initial or two: "J.", "H", "BM".
func isInitial(w string) bool {
	w = strings.TrimSuffix(w, ".")
	return len(w) <= 2 && w != "" && strings.ToUpper(w) == w && unicode.IsLetter(rune(w[0]))
}

// placeOpeners are words that open the names of places rather than of people: "San Bernardino", "Fort Worth".
var placeOpeners = nlp.WordSet("San Santa Las Los Fort Port Saint St. Mount Mt. New North South East West Lake Little Grand Great Upper Lower Old Big Cape El Villa Puerto Cerro Ras Wadi Kafr Deir Jabal Oued Pulau Kampung")

// locative are the prepositions before a place rather than a person.
var locative = nlp.WordSet("in at near from to into around across outside inside through via towards toward on")

// headIn reports whether a word of the run is the head of an organization, a place or a work. A surname that is such a
// word as well ("Hill", "Banks") counts only where nothing else speaks for a person.
func (f *finder) headIn(c nlp.Range, surnameVouched bool) bool {
	for i := c.From; i < c.To; i++ {
		w := f.d.Lower(i)
		if !orgHeads[w] && !otherHeads[w] {
			continue
		}
		if i == c.To-1 && surnameVouched && !strongHeads[w] {
			continue
		}
		if i == c.From && i < c.To-1 && f.lx.first[f.d.Word(i)] != 0 {
			continue
		}
		return true
	}
	return false
}

// strongHeads are heads that hardly ever are surnames.
var strongHeads = nlp.WordSet(`street bridge university party ministry department council airport river island county district beach
	hospital avenue road college stadium museum foundation institute act prize award church square drive municipality chowk divas yatra mutt mandir
	bhavan parishad samiti sangh morcha mahasabha`)

// vouched reports whether the words behind the run speak of a person: a reporting verb, an apposition with a role, an
// age, "who".
func (f *finder) vouched(c nlp.Range, s nlp.Sentence) bool {
	d := f.d
	i := c.To
	if i >= s.To {
		return f.reportedBefore(c.From)
	}
	w := d.Lower(i)
	if v, ok := nlp.Reporting(w); ok && (v.Form == nlp.PastForm || v.Form == nlp.ThirdPerson) {
		return true
	}
	if w == "who" || w == "whose" || w == "himself" || w == "herself" {
		return true
	}
	if w == "," {
		for k := i + 1; k < s.To && k < i+8; k++ {
			x := d.Lower(k)
			if x == "," {
				break
			}
			if x == "who" || nlp.RoleNoun(x) {
				return true
			}
			if len(x) == 2 && x[0] >= '1' && x[0] <= '9' && d.Word(k+1) == "," {
				return true
			}
		}
	}
	return f.reportedBefore(c.From)
}

// reportedBefore reports whether a reporting verb stands right before token i, as in `…,” said NAME`.
func (f *finder) reportedBefore(i int) bool {
	v, ok := nlp.Reporting(f.d.Lower(i - 1))
	return ok && (v.Form == nlp.PastForm || v.Form == nlp.ThirdPerson) && v.Class <= nlp.Notes
}

// isCredit reports whether a name is that of a picture's author: before a slash with an agency, or behind "Photo by".
func (f *finder) isCredit(c nlp.Range, s nlp.Sentence) bool {
	d := f.d
	if next := d.Word(c.To); c.To < s.To && next == "/" {
		return true
	}
	before := d.Lower(c.From - 1)
	if f.isByline(s) || f.credit[c.From] || f.credit[c.To-1] {
		return true
	}
	if before == ":" || before == "by" {
		switch d.Lower(c.From - 2) {
		case "photo", "photograph", "photos", "image", "picture", "credit", "illustration", "reporting", "editing", "writing":
			return true
		}
	}
	if before == "|" && d.Word(c.To) == "(" { // "… in Oslo. | NAME (Skerry)"
		return true
	}
	return before == "/"
}

// headline finds people in a sentence whose words nearly all have a capital letter: names that the running text has, or
// a first name with a word behind it that is no English word.
func (f *finder) headline(s nlp.Sentence) {
	d := f.d
	for i := s.From; i < s.To; i++ {
		if f.taken[i] || !f.nameWord(i) || f.isPlace(i) {
			continue
		}
		if n := f.knownAt(i, s.To); n > 0 {
			f.add(nlp.Name{Range: nlp.Range{From: i, To: i + n}, Kind: nlp.PersonName})
			i += n - 1
			continue
		}
		if i+1 < s.To && f.lx.first[d.Word(i)] != 0 && f.nameWord(i+1) && !f.isPlace(i+1) {
			c := nlp.Range{From: i, To: i + 2}
			if w := d.Lower(i + 1); !f.isCredit(c, s) && !f.lx.words[w] && !f.lower[w] && f.isPerson(c, false, s) {
				title, state := f.titleBefore(i, s)
				f.add(nlp.Name{Range: c, Kind: nlp.PersonName, Title: title, State: state})
				i++
			}
		}
	}
}

// knownAt returns the length of the longest name found so far that stands at token i.
func (f *finder) knownAt(i, end int) int {
	best := 0
	for n := 2; n <= 6 && i+n <= end; n++ {
		if f.known[strings.Join(f.words(nlp.Range{From: i, To: i + n}), " ")] {
			best = n
		}
	}
	return best
}
