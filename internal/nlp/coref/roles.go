package coref

import (
	"slices"
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// roles fills a person's titles and country from the words around each of their names, those of the headline last: it leaves out
// what the body tells.
func (r *resolver) roles(person int) {
	p := &r.d.People[person]
	body := slices.IndexFunc(p.Mentions, func(m nlp.Mention) bool { return !r.d.SentenceOf(m.From).Title })
	for _, m := range slices.Concat(p.Mentions[max(0, body):], p.Mentions[:max(0, body)]) {
		name := r.d.Names[m.Name]
		if name.Title.Len() > 0 {
			r.endedBeside(person, m)
			r.title(p, name.Title, name.State)
			if office, code, ok := r.joinedOffice(name.Title.From); ok {
				r.title(p, office, code)
			}
			if code := r.countryOf(m.To); code != "" {
				setCountry(p, code)
			}
		}
		setCountry(p, r.counterpart(m.Range, name.Title))
		if office, code, ok := r.sharedOffice(m.Range); ok {
			if behind := r.countryBehind(m.To); behind != "" {
				code = behind
			}
			if _, _, apart := r.appositionAfter(m.Range); code != "" || name.Title.Len() == 0 && !apart {
				addTitle(p, office)
				setCountry(p, code)
			}
		}
		if office, code, ok := r.appositionAfter(m.Range); ok {
			if r.untilYear(office.To) {
				r.setOver(person, r.officeText(office))
			}
			r.title(p, office, code)
		} else if office, code, ok := r.appositionBefore(nlp.Range{From: r.titleStart(m), To: m.To}); ok {
			r.title(p, office, code)
		} else if office, code, ok := r.predicated(m.Range); ok {
			r.title(p, office, code)
		}
		r.addRoles(person, m)
	}
}

// titleStart returns the first token of a name with the title before it: "the prime minister, Prince NAME".
func (r *resolver) titleStart(m nlp.Mention) int {
	if t := r.d.Names[m.Name].Title; t.Len() > 0 && (t.To == m.From || r.d.Word(t.To) == "(") {
		return t.From
	}
	return m.From
}

// addRoles adds what the tree says of a person in one place.
func (r *resolver) addRoles(person int, m nlp.Mention) {
	p := &r.d.People[person]
	for _, x := range r.treeRoles(m) {
		if x.over {
			r.setOver(person, x.title)
		}
		if x.title != "" {
			addTitle(p, x.title)
		}
		if !x.over && !past(x.title) || ledState(x.title) {
			setCountry(p, x.code)
		}
	}
}

// title adds the office in the range to a person's titles, and the country.
func (r *resolver) title(p *nlp.Chain, office nlp.Range, code string) {
	text := r.officeText(office)
	if text != "" {
		tenure := r.tenure(office.From)
		addTitle(p, tenure+text)
		if past(tenure+text) && !ledState(text) { // who no longer has an office does not act in it, but for who led a state
			return
		}
		if code == "" {
			code = r.officeCountry(text)
		}
		if code == "" {
			code = seatIn(text)
		}
	}
	setCountry(p, code)
}

// tenure returns the word before an office, and before the country that stands there, which says that the person no longer
// has it or does not have it yet, with a space behind it: "former ".
func (r *resolver) tenure(i int) string {
	for i--; i > 0 && (r.isCountryWord(i) || r.d.Lower(i) == "u.s." || r.d.Word(i) == "-" && ended[r.d.Lower(i-1)]); i-- {
	}
	if r.d.Lower(i) == "then" && i == r.d.SentenceOf(i).From { // "Then President NAME left."
		return ""
	}
	if tenures[r.d.Lower(i)] {
		return r.d.Word(i) + " "
	}
	return ""
}

var tenures = nlp.WordSet("former previous ex acting interim outgoing incoming late then retired ousted deposed toppled overthrown onetime one-time exiled")

// addTitle adds a title that the person has not got yet. Of two titles of which one says more of the same office
// ("minister", "foreign minister"; "ambassador", "ambassador to Kenya") the fuller one stays.
func addTitle(p *nlp.Chain, title string) {
	before := title[:strings.LastIndexByte(title, ' ')+1]
	if last := title[len(before):]; !nlp.Office(strings.ToLower(last)) && nlp.Office(strings.ToLower(singular(last))) { // "Presidents NAME and NAME"
		title = before + singular(last)
	}
	for i, t := range p.Titles {
		if fuller(t, title) {
			return
		}
		if fuller(title, t) {
			p.Titles[i] = title
			return
		}
	}
	p.Titles = append(p.Titles, title)
}

// fuller reports whether title a says all that b says. A vice president is no president.
func fuller(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if a == b {
		return true
	}
	if rest, ok := strings.CutSuffix(a, " "+b); ok {
		return !strings.HasSuffix(rest, "vice") && !strings.HasSuffix(rest, "deputy") && !strings.HasSuffix(rest, "former")
	}
	rest, ok := strings.CutPrefix(a, b+" ")
	if !ok {
		return false
	}
	first, _, _ := strings.Cut(rest, " ")
	return first == "of" || first == "for" || first == "to" || first == "and"
}

// owners gives a country to those who stand behind a country's or another person's possessive: "Norway's envoy NAME",
// "President Ekberg's envoy NAME".
func (r *resolver) owners() {
	for i := range r.d.People {
		p := &r.d.People[i]
		for _, m := range p.Mentions {
			if name := r.d.Names[m.Name]; name.Title.Len() > 0 && name.State == "" {
				setCountry(p, r.ownerBefore(name.Title.From))
			}
		}
	}
}

func setCountry(p *nlp.Chain, code string) {
	if p.Represents == "" {
		p.Represents = code
	}
}

// officeText returns an office without the country before it and without forms of address: "Secretary of State".
func (r *resolver) officeText(office nlp.Range) string {
	d := r.d
	for office.From < office.To {
		w := d.Lower(office.From)
		if !nlp.FormOfAddress(w) && !nlp.HonorificAddress(d.Word(office.From)) && w != "the" && w != "a" && w != "an" && w != "-" && w != "'s" && !r.isCountryWord(office.From) {
			break
		}
		office.From++
	}
	for office.To > office.From && (nlp.FormOfAddress(d.Lower(office.To-1)) || nlp.HonorificAddress(d.Word(office.To-1)) || d.Lower(office.To-1) == "-") {
		office.To--
	}
	if office.Len() > 2 && nlp.HonorificPair(d.Word(office.To-2), d.Word(office.To-1)) { // "Speaker Tan Sri NAME"
		office.To -= 2
	}
	for i := office.From + 1; i < office.To; i++ { // cut "of Norway", with what follows: "of Norway to Kenya"
		if p, ok := r.placeAfter(i); ok && d.Lower(i) == "of" && p.Kind == country.Name {
			office.To = i
			break
		}
	}
	for i := office.From; i < office.To; i++ { // cut "for Norway"
		if w := d.Lower(i); (w == "of" || w == "for" || w == "to") && i+1 < office.To && r.isCountryWord(office.To-1) {
			rest := nlp.Range{From: i + 1, To: office.To}
			if r.allCountry(rest) {
				office.To = i
			}
		}
	}
	if office.Len() <= 0 || office.Len() == 1 && kin[d.Word(office.From)] {
		return ""
	}
	hasOffice := false
	for i := office.From; i < office.To; i++ {
		w := d.Lower(i)
		hasOffice = hasOffice || nlp.RoleNoun(w) || w == "ruler"
	}
	if !hasOffice {
		return ""
	}
	return r.withoutCountries(office)
}

// withoutCountries returns the words of a range less those that name a country: "top Irish diplomat" is a top diplomat.
func (r *resolver) withoutCountries(x nlp.Range) string {
	var parts []string
	from := x.From
	for i := x.From; i <= x.To; i++ {
		if i < x.To && !(r.isCountryWord(i) && i+1 < x.To && r.d.Lower(i+1) != "-" && r.d.Lower(i-1) != "to" && r.d.Lower(i-1) != "the") {
			continue
		}
		if i > from {
			parts = append(parts, strings.Fields(r.d.Words(nlp.Range{From: from, To: i}))...)
		}
		from = i + 1
	}
	return strings.Join(parts, " ")
}
