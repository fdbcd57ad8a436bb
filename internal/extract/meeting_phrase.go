package extract

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/news"
	"graphload/internal/nlp"
)

// party is one who takes part in a meeting.
type party struct {
	ref  news.Ref
	code string // the country that the party is or represents, or empty
	// private tells that it is a person of whom the text tells neither an office nor a country acted for.
	private bool
	// official is the head of the words by which one unnamed official of a country is named ("minister"): somebody whom the
	// text may name later.
	official string
}

// phrase is a noun phrase that names actors.
type phrase struct {
	nlp.Range
	parties []party
	// owner tells that the phrase stands before the thing that it has: "Ekberg's", "his".
	owner bool
	// site tells that it is the bare name of a country, a capital or a seat of power, which may be a place as well.
	site bool
	// anaphor tells that it points back to several actors without naming them: "they", "the two leaders".
	anaphor bool
	// theirs is the head of an anaphor that means an official of each of those it points to: "their foreign ministers".
	theirs string
	// office is the head of an anaphor that names an office: "the two presidents".
	office string
	// leaders tells that an anaphor names those who lead states: "both leaders".
	leaders bool
	// states tells that an anaphor names states or their sides: "the two countries".
	states bool
	// sides tells that it names those who negotiate: "the sides".
	sides bool
	// number is how many an anaphor says they are: "the three".
	number int
	// role tells that the phrase names a role and nobody's name.
	role bool
	// full tells that it names somebody by a name rather than by a pronoun or a role.
	full bool
}

// phrases fills f.phrase: the noun phrases that name actors, in order.
func (f *meetingFinder) phrases() {
	for _, s := range f.d.Sentences {
		for i := s.From; i < s.To; {
			p, ok := f.phraseAt(i, s.To)
			if !ok {
				i++
				continue
			}
			f.phrase = append(f.phrase, p)
			i = p.To
		}
	}
	f.appositions()
	f.startsAt = make([]int, len(f.d.Tokens)+1)
	f.endsAt = make([]int, len(f.d.Tokens)+1)
	f.phraseOf = make([]int, len(f.d.Tokens)+1)
	for n, p := range f.phrase {
		f.startsAt[p.From] = n + 1
		f.endsAt[p.To] = n + 1
		for i := p.From; i < p.To; i++ {
			f.phraseOf[i] = n + 1
		}
	}
}

// phraseAt reads the noun phrase that begins at token i.
func (f *meetingFinder) phraseAt(i, end int) (phrase, bool) {
	d := f.d
	if i >= end {
		return phrase{}, false
	}
	if k := f.pastHonour(i); k > i && k < end {
		if p, ok := f.phraseAt(k, end); ok && !p.site && !p.anaphor {
			p.From = i
			return p, true
		}
	}
	if p, ok := f.popeAt(i, end); ok {
		return p, true
	}
	if p, ok := f.anaphorAt(i, end); ok {
		return p, true
	}
	if p, ok := f.bodyAgain(i, end); ok {
		return p, true
	}
	if n := f.nameFrom(i); n >= 0 {
		return f.namePhrase(i, n, end)
	}
	if p, ok := f.officeBefore(i, end); ok {
		return p, true
	}
	if c := f.personAt(i); c >= 0 && f.nameOf[i] == 0 {
		return f.pronounPhrase(i, c, end)
	}
	if m, ok := f.placeAt(i); ok && m.Kind == country.Seat { // "the White House" is the government's, whatever else it is
		return f.countryPhrase(i, m, end)
	}
	if k := f.nameOf[i]; k > 0 && d.Names[k-1].Kind == nlp.OrganizationName {
		if p, ok := f.officeBefore(d.Names[k-1].To, end); ok { // "UNESCO Director-General NAME"
			p.From = i
			return p, true
		}
		return f.organizationPhrase(i, d.Names[k-1], end)
	}
	if m, ok := f.placeAt(i); ok {
		return f.countryPhrase(i, m, end)
	}
	return f.rolePhrase(i, end)
}

// pastHonour returns the token behind an honour that begins at token i and is no possession: "His Highness", "Her Majesty".
func (f *meetingFinder) pastHonour(i int) int {
	if has("his her their", f.d.Lower(i)) && f.capital(i) && has("highness majesty excellency holiness eminence highnesses majesties excellencies", f.d.Lower(i+1)) {
		return i + 2
	}
	return i
}

// popeAt reads "the Pope", who acts for the Holy See where the text names it.
func (f *meetingFinder) popeAt(i, end int) (phrase, bool) {
	k := i
	if f.d.Lower(k) == "the" {
		k++
	}
	if k >= end || !has("pope pontiff", f.d.Lower(k)) || f.nameOf[k] > 0 || f.titleOf[k] > 0 || f.personAt(k) >= 0 || f.nameFrom(k+1) >= 0 || f.possessive(k+1) || !f.hasCountry("VA") {
		return phrase{}, false
	}
	x := f.state("VA")
	x.official = "pope"
	return phrase{Range: nlp.Range{From: i, To: k + 1}, parties: []party{x}, role: true}, true
}

// nameFrom returns the index of the person's name that token i begins or whose title it begins or continues, or -1.
func (f *meetingFinder) nameFrom(i int) int {
	if k := f.titleOf[i]; k > 0 {
		return k - 1
	}
	if k := f.nameOf[i]; k > 0 && f.d.Names[k-1].Kind == nlp.PersonName && f.chainOf[k-1] >= 0 {
		return k - 1
	}
	return -1
}

func (f *meetingFinder) namePhrase(i, n, end int) (phrase, bool) {
	d, name := f.d, f.d.Names[n]
	if f.chainOf[n] < 0 || d.Lower(i-1) == "'s" && i > 1 && f.nameOf[i-2] > 0 && pressWords[d.Lower(i-2)] { // "the Post's NAME"
		return phrase{}, false
	}
	p := phrase{Range: nlp.Range{From: i, To: name.To}, parties: f.compound(n), full: true}
	if f.possessive(name.To) {
		return f.owned(p, end)
	}
	if code := p.parties[0].code; code != "" && has("administration government cabinet team", d.Lower(name.To)) { // "the Ekberg administration"
		for {
			q, ok := f.rolePhrase(p.To, end)
			if !ok || !q.role {
				break
			}
			p.To = q.To
		}
		p.parties, p.role, p.full = []party{f.state(code)}, true, false
		return p, f.hasCountry(code)
	}
	for d.Lower(p.To) == "(" { // a party or an age in brackets
		k := p.To
		for k < end && k < p.To+8 && d.Word(k) != ")" {
			k++
		}
		if d.Word(k) != ")" {
			break
		}
		p.To = k + 1
	}
	if d.Lower(p.To) == "of" {
		k := p.To + 1
		if d.Lower(k) == "the" {
			k++
		}
		if m, ok := f.placeAt(k); ok && m.Kind == country.Name {
			p.To = f.matchEnd(m)
		}
	}
	return p, true
}

// compound returns the people of a name: two where both halves of a hyphenated one are surnames of the article's people
// ("the Ekberg-Orlan summit").
func (f *meetingFinder) compound(n int) []party {
	d, name := f.d, f.d.Names[n]
	if name.Len() == 3 && (d.Word(name.From+1) == "-" || d.Word(name.From+1) == "–") {
		a, b := f.bySurname(d.Word(name.From)), f.bySurname(d.Word(name.From+2))
		if a >= 0 && b >= 0 && a != b {
			return []party{f.person(a), f.person(b)}
		}
	}
	return []party{f.person(f.chainOf[n])}
}

func (f *meetingFinder) bySurname(w string) int {
	for c, p := range f.d.People {
		if p.Words[len(p.Words)-1] == w {
			return c
		}
	}
	return -1
}

// owned reads what stands behind a possessive: "Ekberg's envoy NAME" names the envoy, "Ekberg's envoy" the country
// that Ekberg represents; of anything else the phrase is the owner.
func (f *meetingFinder) owned(p phrase, end int) (phrase, bool) {
	next := p.To + 1
	if isNumber(f.d.Lower(next)) { // "the EU's 27 leaders"
		next++
	}
	q, ok := f.phraseAt(next, end)
	if !ok || q.site || q.anaphor || q.owner && !q.full {
		p.To, p.owner = p.To+1, true
		return p, true
	}
	q.From = p.From
	if len(p.parties) == 1 && p.parties[0].ref.Type == news.RefCountry && !q.role && len(q.parties) == 1 && q.parties[0].ref.Type == news.RefOrganization &&
		has("ministry government cabinet presidency", f.d.Lower(q.To-1)) { // "Norway's Foreign Ministry"
		q.parties = p.parties
	}
	if q.role && !has("neighbours neighbors neighbour neighbor allies ally partners rivals rival foes enemies", f.headOf(q)) && q.parties[0].ref.Type == news.RefUnnamed && len(p.parties) == 1 {
		if c := p.parties[0]; c.code != "" {
			q.parties = []party{f.state(c.code)}
			if w := f.headOf(q); !strings.HasSuffix(w, "s") {
				q.parties[0].official = w
			}
		} else if c.ref.Type == news.RefOrganization {
			q.parties = p.parties
		}
	}
	return q, true
}

// delegates are the unnamed people of a person: those of the country that the person represents.
func (f *meetingFinder) delegates(c int, q phrase) []party {
	if code := f.d.People[c].Represents; code != "" && f.hasCountry(code) {
		return []party{f.state(code)}
	}
	return q.parties
}

func (f *meetingFinder) headOf(p phrase) string {
	for i := p.From; i < p.To; i++ {
		if roleNoun(f.d.Lower(i)) {
			return f.d.Lower(i)
		}
	}
	return ""
}

func (f *meetingFinder) startsNoun(i int) bool {
	w := f.d.Lower(i)
	return i < len(f.d.Tokens) && f.d.Tokens[i].Word && !prepositionWords[w] && !auxiliaries[w] && !clauseEnds[w] &&
		w != "and" && w != "or" && !nlp.Weekday(w) && w != "here" && w != "there"
}

func (f *meetingFinder) organizationPhrase(i int, n nlp.Name, end int) (phrase, bool) {
	p := phrase{Range: nlp.Range{From: i, To: n.To}, full: true}
	if f.portfolio(n) {
		return phrase{}, false
	}
	if pressWords[f.d.Lower(n.To-1)] || has("daily newspaper broadcaster channel weekly magazine website network station", f.d.Lower(i-1)) { // journalists ask and do not meet
		return phrase{}, false
	}
	switch {
	case n.State != "" && f.hasCountry(n.State):
		p.parties = []party{f.state(n.State)}
		p.To = f.pastDepartments(n.To, end)
		n.To = p.To
	default:
		ref, ok := f.organization(n)
		if !ok {
			return phrase{}, false
		}
		p.parties = []party{{ref: ref}}
	}
	if f.possessive(n.To) {
		return f.owned(p, end)
	}
	if q, ok := f.phraseAt(n.To, end); ok && (q.role || q.full && f.titleOf[n.To] > 0) {
		q.From = i
		if q.role {
			q.parties = p.parties
		}
		return q, true
	}
	return p, true
}

// pastDepartments returns the token behind what an organ of a state that ends before token k is for: "of Trade and Fisheries".
func (f *meetingFinder) pastDepartments(k, end int) int {
	if !has("of for", f.d.Lower(k)) {
		return k
	}
	to := k
	for has("of for and", f.d.Lower(to)) && to+1 < end && f.capital(to+1) && f.nameOf[to+1] == 0 && f.placeOf[to+1] == 0 {
		for to++; to < end && f.capital(to) && f.nameOf[to] == 0 && f.placeOf[to] == 0; to++ {
		}
	}
	return to
}

// countryPhrase reads what a country's name or demonym begins: "U.S. officials", "Norway's minister NAME", "Chile".
func (f *meetingFinder) countryPhrase(i int, m country.Match, end int) (phrase, bool) {
	d := f.d
	to := f.matchEnd(m)
	p := phrase{Range: nlp.Range{From: i, To: to}, parties: []party{f.state(m.Code)}, site: m.Kind != country.Demonym}
	if f.possessive(to) && m.Kind != country.Demonym {
		p.site = false
		return f.owned(p, end)
	}
	k := to
	for k+1 < end && (has("and or ,", d.Lower(k)) || has("- – /", d.Lower(k)) && !d.Tokens[k].Spaced) { // "Ukrainian and European officials", "U.S.-Russia"
		if w := d.Lower(k + 1); w == "european" || w == "western" || w == "arab" {
			k += 2
			break
		}
		next, ok := f.placeAt(k + 1)
		if !ok || next.Kind != m.Kind && d.Lower(k) != "-" && d.Lower(k) != "–" && !(next.Kind == country.Name && strings.Contains(d.Words(nlp.Range{From: k + 1, To: k + 2}), ".") || has("us uk", d.Lower(k+1)) && f.capital(k+1)) {
			break
		}
		if w := d.Lower(k); (m.Kind != country.Demonym || next.Kind != m.Kind) && w != "-" && w != "–" && w != "/" {
			// "Iceland and Ireland": a list of phrases, unless a role noun makes them adjectives ("U.S. and UK officials")
			q, ok := f.rolePhrase(f.matchEnd(next), end)
			if !ok || !q.role {
				break
			}
		}
		p.parties = append(p.parties, f.state(next.Code))
		k = f.matchEnd(next)
	}
	for n := 0; n < 2 && k+1 < end && f.capital(k) && f.nameOf[k] == 0 && f.titleOf[k] == 0 && f.placeOf[k] == 0 && !roleNoun(d.Lower(k)) &&
		!nlp.OfficeModifier(d.Lower(k)); n++ { // "Japanese Fisheries Minister"
		k++
	}
	if q, ok := f.phraseAt(k, end); ok && (q.role || q.full && f.nameOf[k] == 0) && !q.owner {
		q.From = i
		if q.role {
			if w := f.headOf(q); len(p.parties) == 1 && !strings.HasSuffix(w, "s") {
				p.parties[0].official = w
			}
			q.parties = append(p.parties, f.named(q.parties)...)
		}
		return q, true
	}
	if m.Kind == country.Demonym {
		if len(p.parties) > 1 && k > to { // "Israeli-Palestinian talks"
			p.To = k
			return p, true
		}
		if w := d.Lower(to - 1); d.Lower(i-1) == "the" && (strings.HasSuffix(w, "ns") || strings.HasSuffix(w, "is")) { // "the Kenyans"
			p.role = true
			return p, true
		}
		if next := d.Lower(to); len(p.parties) == 1 && (d.Word(to-1) == "" || !meetingNounAt(next)) {
			return phrase{}, false
		}
		p.owner = true // "Norwegian talks with"
		return p, true
	}
	p.To = to
	if len(p.parties) > 1 {
		p.To = k
	}
	return p, true
}

func meetingNounAt(w string) bool { _, ok := meetingNouns[w]; return ok }

// named leaves only the parties that are no unnamed people.
func (f *meetingFinder) named(list []party) []party {
	var out []party
	for _, p := range list {
		if p.ref.Type != news.RefUnnamed {
			out = append(out, p)
		}
	}
	return out
}

func (f *meetingFinder) possessive(i int) bool {
	w := f.d.Lower(i)
	return w == "'s" || (w == "'" || w == "’") && strings.HasSuffix(f.d.Lower(i-1), "s")
}
