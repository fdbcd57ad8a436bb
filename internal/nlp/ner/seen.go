package ner

import (
	"slices"
	"strings"
	"unicode/utf8"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// readSeen fills f.seen and f.bodies with the names that the encoder saw.
func (f *finder) readSeen() {
	f.seen, f.bodies = make([]int, len(f.d.Tokens)), map[string]int{}
	if f.d.Reading == nil {
		return
	}
	for k, n := range f.d.Reading.Names {
		for i := n.From; i < n.To; i++ {
			f.seen[i] = k + 1
		}
		if n.Len() != 1 {
			continue
		}
		if n.Kind == nlp.SeenOrganization {
			f.bodies[f.d.Word(n.From)]++
		} else {
			f.bodies[f.d.Word(n.From)]--
		}
	}
}

// seenPeople adds the people whom the encoder saw and no table takes for an organization: full names first, since they
// vouch for the single words.
func (f *finder) seenPeople() {
	if f.d.Reading == nil {
		return
	}
	var singles []nlp.Range
	votes := map[string]int{} // by single word: how much more often it was seen as a person than as something else
	for _, n := range f.acrossNicknames(f.joinedNames()) {
		if n.Len() == 1 {
			if n.Kind == nlp.SeenPerson {
				votes[f.d.Word(n.From)]++
			} else {
				votes[f.d.Word(n.From)]--
			}
		}
		if n.Kind != nlp.SeenPerson {
			continue
		}
		if r, ok := f.seenPerson(n.Range); ok && r.Len() == 1 {
			singles = append(singles, r)
		} else if ok {
			f.addSeen(r)
		}
	}
	for _, r := range singles {
		if f.spokenFor(r.From) {
			f.thing[f.d.Word(r.From)] = true
		}
	}
	for _, r := range singles {
		w := f.d.Word(r.From)
		if f.surname[nlp.Fold(w)] || votes[w] > 0 && f.standsAlone(r.From) {
			f.addSeen(r)
		}
	}
}

// joinedNames returns the names that the encoder saw, where a person's name that goes on with a particle ("Joost", "van der
// Heijde") is one.
func (f *finder) joinedNames() []nlp.SeenName {
	var out []nlp.SeenName
	for _, n := range f.d.Reading.Names {
		if last := len(out) - 1; last >= 0 && n.Kind == nlp.SeenPerson && out[last].Kind == n.Kind && out[last].To == n.From &&
			particles[f.d.Word(n.From)] && f.d.Tokens[n.From].Sentence == f.d.Tokens[out[last].From].Sentence {
			out[last].To = n.To
			continue
		}
		out = append(out, n)
	}
	return out
}

// standsAlone reports whether a single word that the encoder took for a person is no town ("in Redwick") and no part of a
// longer name ("Fort Redwick").
func (f *finder) standsAlone(i int) bool {
	d := f.d
	s := d.SentenceOf(i)
	if f.thing[d.Word(i)] {
		return false
	}
	if i == s.From {
		return true
	}
	before := d.Word(i - 1)
	if locative[strings.ToLower(before)] || f.placeName(i, s) || f.behindArticle(i) || f.opensBody(i, s) {
		return false
	}
	title, _ := f.titleBefore(i, s)
	return !startsUpper(before) || i-1 == s.From || title.Len() > 0
}

// opensBody reports whether a single word opens the name of a body, a building or a thing: "King Hadi Maritime Complex".
func (f *finder) opensBody(i int, s nlp.Sentence) bool {
	const most = 5
	for k := i + 1; k < s.To && k <= i+most && startsUpper(f.d.Word(k)); k++ {
		if w := f.d.Lower(k); orgHeads[w] || otherHeads[w] {
			return w != "administration" && w != "government"
		}
		if nlp.Office(f.d.Lower(k)) {
			return false
		}
	}
	return false
}

// behindArticle reports whether an article stands before a single word that belongs to no noun behind it, as before a team, a people or a
// family: "the Solfjells", but not "the Solfjell cabinet".
func (f *finder) behindArticle(i int) bool {
	if w := f.d.Lower(i - 1); w != "the" && w != "a" && w != "an" {
		return false
	}
	tag := f.d.Reading.Tags
	return !(i+1 < len(tag) && tag[i+1] == "NOUN" && startsLower(f.d.Word(i+1)))
}

// placeName reports whether the words before a single word make it a place or a thing: "University of NAME", "in NAME and NAME",
// "the NAME,".
func (f *finder) placeName(i int, s nlp.Sentence) bool {
	d := f.d
	w := d.Word(i)
	if _, region := country.Region(w); region || marketNames[w] {
		return true
	}
	switch d.Lower(i - 1) {
	case "of":
		return i-2 >= s.From && startsUpper(d.Word(i-2)) && orgHeads[d.Lower(i-2)]
	case "and", "or":
		return i-3 >= s.From && startsUpper(d.Word(i-2)) && !f.person[i-2] && locative[d.Lower(i-3)]
	case "the":
		return d.Word(i+1) == "," || d.Word(i+1) == "."
	}
	return false
}

// marketNames are names of goods and indexes that are people's names too.
var marketNames = map[string]bool{"Brent": true, "Nikkei": true, "Nasdaq": true, "Dow": true, "Hang": true}

func (f *finder) addSeen(r nlp.Range) {
	title, state := f.titleBefore(r.From, f.d.SentenceOf(r.From))
	f.add(nlp.Name{Range: r, Kind: nlp.PersonName, Title: title, State: state})
}

// seenPerson returns the tokens of a person's name within a range that the encoder saw: offices and forms of address
// before it are no part of it, and neither is what no name is printed like.
func (f *finder) seenPerson(r nlp.Range) (nlp.Range, bool) {
	d := f.d
	for r.Len() > 1 && f.beforeName(r.From, r) {
		r.From++
	}
	r = f.withoutTail(r)
	if k := r.From - 1; k > d.SentenceOf(r.From).From && f.seen[k] == 0 && (f.lx.first[d.Word(k)] != 0 || wordNames[d.Word(k)]) && f.nameWord(k) && !nlp.Office(d.Lower(k)) && !nlp.Honorific(d.Word(k)) && d.SentenceOf(k).Has(r.From) && !f.taken[k] {
		r.From = k // a given name that the encoder took for another word: "Else"
	}
	if d.Word(r.To) == "-" && !d.Tokens[r.To].Spaced && r.To+1 < len(d.Tokens) && !d.Tokens[r.To+1].Spaced && startsLower(d.Word(r.To+1)) && f.hyphenated(r.To) {
		r.To += 2 // "Hye-won"
	}
	for i := r.From; i < r.To; i++ {
		if f.taken[i] {
			return r, false
		}
	}
	s := d.SentenceOf(r.From)
	if next := d.Lower(r.To); next == "/" || next == "via" { // a photographer and an agency
		return r, false
	}
	if !f.nameWord(r.From) && !openParticles[d.Word(r.From)] || r.To > s.To || f.isCredit(r, s) {
		return r, false
	}
	if f.onlyInitials(r) || f.onlyOffice(r) || f.onlyDeity(r) {
		return r, false
	}
	place := d.Words(r)
	if r.Len() == 1 && strings.ToUpper(place) == place { // "OSLO:"
		place = place[:1] + strings.ToLower(place[1:])
	}
	if _, town := country.City(place); town && !f.surname[nlp.Fold(d.Word(r.To-1))] {
		if title, _ := f.titleBefore(r.From, s); title.Len() == 0 {
			return r, false
		}
	}
	if r.Len() == 1 && f.acronym(r.From) {
		return r, false
	}
	if w := d.Lower(r.From); r.Len() == 1 && (f.isPlace(r.From) || notName[w] || onlyMark(d.Word(r.From)) || nlp.HonorificPair(d.Word(r.From), d.Word(r.To)) || nlp.Office(w) || f.lower[w] || strings.HasSuffix(w, "ism")) {
		return r, false
	}
	return r, !f.namesThing(r) && !f.endsThing(r)
}

// wordNames are given names that English has as words.
var wordNames = map[string]bool{"Else": true, "Even": true, "Odd": true, "Bent": true, "Per": true}

// endsThing reports whether the last word of a longer name says that it is a place's or a body's: "Lal Chowk", "Skerry Bridge".
func (f *finder) endsThing(r nlp.Range) bool {
	last := f.d.Word(r.To - 1)
	return r.Len() > 1 && strongHeads[strings.ToLower(last)] && !f.lx.surnames[last]
}

// acronym reports whether token i is a short word of capitals beside words that are none: "By JT", "AMLO opened the week".
func (f *finder) acronym(i int) bool {
	const longest = 4
	w := f.d.Word(i)
	if len(w) > longest || strings.ToUpper(w) != w || f.known[w] {
		return false
	}
	s := f.d.SentenceOf(i)
	for _, k := range []int{i - 1, i + 1} {
		if k >= s.From && k < s.To && f.d.Tokens[k].Word && len(f.d.Word(k)) > 1 {
			return strings.ToUpper(f.d.Word(k)) != f.d.Word(k)
		}
	}
	return true
}

// onlyInitials reports whether no word of a name has more than a letter, or letters with a full stop behind each ("R.A.").
func (f *finder) onlyInitials(r nlp.Range) bool {
	for i := r.From; i < r.To; i++ {
		w := f.d.Word(i)
		stops := strings.Count(w, ".")
		if letters := utf8.RuneCountInString(w) - stops; letters > 1 && letters > stops {
			return false
		}
	}
	return true
}

// onlyDeity reports whether all words of a name are those of gods and saviours.
func (f *finder) onlyDeity(r nlp.Range) bool {
	return !slices.ContainsFunc(f.words(r), func(w string) bool { return !deities[w] })
}

// onlyOffice reports whether all words of a name are of an office or a rank: "Air Vice Marshal".
func (f *finder) onlyOffice(r nlp.Range) bool {
	head := false
	for i := r.From; i < r.To; i++ {
		w := f.d.Lower(i)
		head = head || nlp.Office(w) && !withinName[w]
		mark := nlp.Honorific(f.d.Word(i)) || i+1 < r.To && nlp.HonorificPair(f.d.Word(i), f.d.Word(i+1))
		if !nlp.Office(w) && !nlp.OfficeModifier(w) && w != "air" && w != "marshal" && !mark {
			return false
		}
		head = head || mark
	}
	return head || r.Len() > 2
}

// withoutTail leaves out a possessive 's and marks at the end of a name.
func (f *finder) withoutTail(r nlp.Range) nlp.Range {
	for r.Len() > 1 && (f.d.Lower(r.To-1) == "'s" || !f.d.Tokens[r.To-1].Word) {
		r.To--
	}
	return f.withoutPostNominals(r)
}

// doubted reports whether the encoder saw no person in a range that rules take for one.
func (f *finder) doubted(r nlp.Range) bool {
	if f.d.Reading == nil {
		return false
	}
	for i := r.From; i < r.To; i++ {
		if k := f.seen[i]; k > 0 && f.d.Reading.Names[k-1].Kind == nlp.SeenPerson {
			return false
		}
	}
	return true
}

// sawPerson reports whether the encoder took token i for a part of a person's name.
func (f *finder) sawPerson(i int) bool {
	k := f.seen[i]
	return k > 0 && f.d.Reading.Names[k-1].Kind == nlp.SeenPerson
}

// withoutUnseen leaves out the people in whose name the encoder never saw a person's, wherever it stands: only places, or for names of
// two words and more only bodies and places.
func (f *finder) withoutUnseen() {
	if f.d.Reading == nil {
		return
	}
	person, unseen := map[string]bool{}, map[string]bool{}
	codes := f.placeCodes()
	for _, n := range f.names {
		for i := n.From; i < n.To && n.Kind == nlp.PersonName; i++ {
			person[f.d.Word(i)] = person[f.d.Word(i)] || f.sawPerson(i)
			k := f.seen[i]
			body := k > 0 && f.d.Reading.Names[k-1].Kind == nlp.SeenOrganization
			unseen[f.d.Word(i)] = unseen[f.d.Word(i)] || k == 0 || f.d.Reading.Names[k-1].Kind == nlp.SeenOther || body && n.Len() == 1
		}
	}
	f.names = slices.DeleteFunc(f.names, func(n nlp.Name) bool {
		if f.nameTold(n) || n.Len() == 1 && f.holder(f.d.Word(n.From), codes) {
			return false
		}
		for i := n.From; i < n.To; i++ {
			if w := f.d.Word(i); n.Kind != nlp.PersonName || person[w] || unseen[w] {
				return false
			}
		}
		return true
	})
}

// nameTold reports whether a first name of the lists or an office before a longer name tells more than the encoder.
func (f *finder) nameTold(n nlp.Name) bool {
	first, last := f.d.Word(n.From), f.d.Lower(n.To-1)
	if n.Len() == 1 || f.lx.first[first] == 0 && (orgHeads[last] || otherHeads[last]) || particles[strings.ToLower(first)] || f.lx.words[last] && !f.lx.surnames[f.d.Word(n.To-1)] {
		return false
	}
	return f.lx.first[first] != 0 || n.Title.Len() > 0
}

// seenBegins reports whether the encoder saw the name of a person that begins at token i.
func (f *finder) seenBegins(i int) bool {
	k := f.seen[i]
	return k > 0 && f.d.Reading.Names[k-1].Kind == nlp.SeenPerson && f.d.Reading.Names[k-1].From == i
}

// portfolio reports whether what begins at token i is what a minister or a ministry is of: "Minister of Foreign Affairs".
func (f *finder) portfolio(i int) bool {
	return f.d.Lower(i-1) == "of" && ministers[f.d.Lower(i-2)]
}

var ministers = nlp.WordSet("minister ministers ministry secretary undersecretary")

// portfolioBefore reports whether a range is what the minister whose name follows is minister of: "Basic Education Minister NAME".
func (f *finder) portfolioBefore(r nlp.Range) bool {
	return portfolios[f.d.Lower(r.To-1)] && f.d.Word(r.To) == "Minister" && startsUpper(f.d.Word(r.To+1))
}

// portfolios are words of what ministers are of, and of no body's name.
var portfolios = nlp.WordSet(`foreign affairs defence defense interior finance treasury energy commerce labor labour justice health education agriculture
	transport trade economy environment culture cabinet external home`)

// onlyPortfolio reports whether all words of a range are of portfolios and stand behind an office: "Secretary for Foreign Affairs", "Clerk to
// the Cabinet".
func (f *finder) onlyPortfolio(r nlp.Range) bool {
	for i := r.From; i < r.To; i++ {
		if !portfolios[f.d.Lower(i)] {
			return false
		}
	}
	k := r.From - 1
	if f.d.Lower(k) == "the" {
		k--
	}
	w := f.d.Lower(k)
	return r.Len() > 0 && (w == "of" || w == "for" || w == "to") && nlp.Office(f.d.Lower(k-1))
}

// seenOrganizations adds the organizations that the encoder saw and that neither a table nor the form of the name tells.
// What names a country or an organ of a state stays with the rules: there it stands for the state.
func (f *finder) seenOrganizations() {
	if f.d.Reading == nil {
		return
	}
	for _, n := range f.d.Reading.Names {
		r := n.Range
		rest := false // of a name that rules have found
		for r.Len() > 1 && (!f.nameWord(r.From) || f.d.Lower(r.From) == "the") {
			rest = rest || f.taken[r.From] && !f.person[r.From]
			r.From++
		}
		r = f.withoutTail(r)
		ok := !rest && n.Kind == nlp.SeenOrganization && !(stormWords[f.d.Lower(r.From)] && r.Len() == 2) && f.nameWord(r.From) && !f.portfolio(r.From) && !f.onlyPortfolio(r) && !f.portfolioBefore(r)
		for i := r.From; i < r.To; i++ {
			w := f.d.Lower(i)
			ok = ok && !f.taken[i] && !f.isPlace(i) && !stateOrgan[w] && !nlp.Office(w)
		}
		if word := f.d.Lower(r.From); ok && !(r.Len() == 1 && (f.lower[word] || f.d.SentenceOf(r.From).From == r.From && nlp.Human(strings.TrimSuffix(word, "s")))) {
			f.add(nlp.Name{Range: r, Kind: nlp.OrganizationName})
		}
	}
}
