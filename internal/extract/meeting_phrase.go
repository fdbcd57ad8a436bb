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
	for n, p := range f.phrase {
		f.startsAt[p.From] = n + 1
		f.endsAt[p.To] = n + 1
	}
}

// phraseAt reads the noun phrase that begins at token i.
func (f *meetingFinder) phraseAt(i, end int) (phrase, bool) {
	d := f.d
	if i >= end {
		return phrase{}, false
	}
	if p, ok := f.anaphorAt(i, end); ok {
		return p, true
	}
	if n := f.nameFrom(i); n >= 0 {
		return f.namePhrase(i, n, end)
	}
	if c := f.personAt(i); c >= 0 && f.nameOf[i] == 0 {
		return f.pronounPhrase(i, c, end)
	}
	if k := f.nameOf[i]; k > 0 && d.Names[k-1].Kind == nlp.OrganizationName {
		return f.organizationPhrase(i, d.Names[k-1], end)
	}
	if m, ok := f.placeAt(i); ok {
		return f.countryPhrase(i, m, end)
	}
	return f.rolePhrase(i, end)
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
	if f.chainOf[n] < 0 {
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
	q, ok := f.phraseAt(next, end)
	if !ok || q.site || q.anaphor || q.owner && !q.full {
		p.To, p.owner = next, true
		return p, true
	}
	q.From = p.From
	if q.role && q.parties[0].ref.Type == news.RefUnnamed && len(p.parties) == 1 {
		if c := p.parties[0]; c.code != "" {
			q.parties = []party{f.state(c.code)}
		} else if c.ref.Type == news.RefOrganization {
			q.parties = p.parties
		}
	}
	return q, true
}

func (f *meetingFinder) pronounPhrase(i, c, end int) (phrase, bool) {
	d := f.d
	m := f.mentionAt(i)
	p := phrase{Range: m, parties: []party{f.person(c)}}
	switch w := d.Lower(i); {
	case m.Len() > 1:
		p.full = true
		if f.possessive(m.To) {
			return f.owned(p, end)
		}
	case w == "his", w == "her" && f.startsNoun(m.To):
		q, ok := f.phraseAt(m.To, end)
		if ok && !q.site && !q.anaphor && (q.role || q.full) {
			if q.role && q.parties[0].ref.Type == news.RefUnnamed && !has("counterpart counterparts", f.headOf(q)) {
				q.parties = f.delegates(c, q)
			}
			q.From = i
			return q, true
		}
		p.owner = true
	}
	return p, true
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
		if nlp.RoleNoun(f.d.Lower(i)) {
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
	switch {
	case n.State != "" && f.hasCountry(n.State):
		p.parties = []party{f.state(n.State)}
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
		if !ok || next.Kind != m.Kind && d.Lower(k) != "-" && d.Lower(k) != "–" {
			break
		}
		if w := d.Lower(k); m.Kind != country.Demonym && w != "-" && w != "–" && w != "/" {
			// "Iceland and Ireland": a list of phrases, unless a role noun makes them adjectives ("U.S. and UK officials")
			q, ok := f.rolePhrase(f.matchEnd(next), end)
			if !ok || !q.role {
				break
			}
		}
		p.parties = append(p.parties, f.state(next.Code))
		k = f.matchEnd(next)
	}
	for n := 0; n < 2 && k+1 < end && f.capital(k) && f.nameOf[k] == 0 && f.titleOf[k] == 0 && f.placeOf[k] == 0 && !nlp.RoleNoun(d.Lower(k)) &&
		!nlp.OfficeModifier(d.Lower(k)); n++ { // "Japanese Fisheries Minister"
		k++
	}
	if q, ok := f.phraseAt(k, end); ok && (q.role || q.full && f.nameOf[k] == 0) && !q.owner {
		q.From = i
		if q.role {
			q.parties = append(p.parties, f.named(q.parties)...)
		}
		return q, true
	}
	if m.Kind == country.Demonym {
		if len(p.parties) > 1 && k > to { // "Israeli-Palestinian talks"
			p.To = k
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

// rolePhrase reads people who are named by their role alone: "the prime ministers of Latvia and Estonia".
func (f *meetingFinder) rolePhrase(i, end int) (phrase, bool) {
	d := f.d
	k, loose := i, 0
	if w := d.Lower(k); w == "the" || w == "a" || w == "an" || w == "his" || w == "her" || w == "their" || w == "its" || w == "some" || w == "all" || w == "both" {
		k++
		loose = 2
		if k < end {
			if n := f.nameFrom(k); n >= 0 {
				p, ok := f.namePhrase(k, n, end)
				p.From = i
				return p, ok
			}
			if f.nameOf[k] > 0 || f.placeOf[k] > 0 {
				p, ok := f.phraseAt(k, end)
				p.From = i
				return p, ok
			}
		}
	}
	for k < end {
		w := d.Lower(k)
		if nlp.RoleNoun(w) && !nlp.FormOfAddress(w) && (!nlp.OfficeModifier(w) || !f.headAhead(k+1, end)) {
			break
		}
		switch {
		case nlp.OfficeModifier(w), nlp.Department(w) && w != "and" && w != "the", plainAdjective[w], w == "-" && k > i:
		case w == "and" && k > i && (nlp.OfficeModifier(d.Lower(k-1)) || nlp.Department(d.Lower(k-1))) && f.headAhead(k+1, end):
		case loose > 0 && d.Tokens[k].Word && !prepositionWords[w] && !clauseEnds[w] && !auxiliaries[w] && f.headAhead(k+1, end):
			loose--
		default:
			if f.placeOf[k] > 0 || f.nameOf[k] > 0 || f.titleOf[k] > 0 { // "former Norwegian minister", "visiting Prime Minister NAME"
				if p, ok := f.phraseAt(k, end); ok && k > i && (p.role || p.full) && !p.site {
					p.From = i
					return p, true
				}
			}
			return phrase{}, false
		}
		k++
	}
	if k >= end || !nlp.RoleNoun(d.Lower(k)) || notParty[d.Lower(k)] {
		return phrase{}, false
	}
	head := k
	for k < end && nlp.RoleNoun(d.Lower(k)) && f.titleOf[k] == 0 && f.nameOf[k] == 0 {
		k++
	}
	if n := f.nameFrom(k); k < end && n >= 0 { // "the envoy NAME"
		p, ok := f.namePhrase(k, n, end)
		p.From = i
		return p, ok
	}
	p := phrase{Range: nlp.Range{From: i, To: k}, role: true}
	if d.Lower(k) == "of" && (d.Lower(k+1) == "the" && d.Lower(k+2) == "two" || d.Lower(k+1) == "both") { // "of the two countries"
		if q, ok := f.anaphorAt(k+1, end); ok {
			return phrase{Range: nlp.Range{From: i, To: q.To}, anaphor: true}, true
		}
	}
	if w := d.Lower(k); (w == "of" || w == "from") && k+1 < end {
		p.parties, p.To = f.bodies(k+1, end)
	}
	if p.Len() == 0 || len(p.parties) == 0 {
		to := max(p.To, k)
		if d.Lower(head) == "leader" || !nlp.RoleNoun(d.Lower(head)) {
			return phrase{}, false
		}
		from := i
		if d.Lower(from) == "the" {
			from++
		}
		p.To = to
		p.parties = []party{{ref: news.Ref{Type: news.RefUnnamed, Text: d.Words(nlp.Range{From: from, To: k})}}}
	}
	for n := 0; n < 3 && p.To == k && k < end && f.capital(k) && f.nameOf[k] == 0 && f.placeOf[k] == 0 && d.Tokens[k].Word; n++ {
		k++ // a name that no list vouches for
		p.To = k
	}
	if f.possessive(p.To) {
		p.To++
		p.owner = true
	}
	return p, true
}

// bodies reads the countries and organizations in "of X, Y and Z" from token k.
func (f *meetingFinder) bodies(k, end int) (list []party, to int) {
	d := f.d
	to = k - 1
	for k < end {
		if w := d.Lower(k); w == "the" || w == "both" {
			k++
		}
		if m, ok := f.placeAt(k); ok && m.Kind != country.Demonym {
			list = append(list, f.state(m.Code))
			k = f.matchEnd(m)
		} else if n := f.nameOf[k]; n > 0 && d.Names[n-1].Kind == nlp.OrganizationName {
			if ref, ok := f.organization(d.Names[n-1]); ok {
				list = append(list, party{ref: ref})
			}
			k = d.Names[n-1].To
		} else {
			from := k
			for k < end && nlp.Department(d.Lower(k)) && len(list) == 0 { // "ministers of foreign affairs of Chile"
				k++
			}
			if k == from || len(list) > 0 {
				return list, to
			}
			to = k
			if d.Lower(k) != "of" {
				return list, to
			}
			k++
			continue
		}
		to = k
		if k+1 < end && d.Word(k) == "," && f.placeOf[k+1] > 0 && f.listEndsWithAnd(k+1, end) {
			k++
		} else if d.Lower(k) == "and" {
			k++
		} else if k+1 < end && d.Word(k) == "," && d.Lower(k+1) == "and" {
			k += 2
		} else {
			break
		}
	}
	return list, to
}

// listEndsWithAnd reports whether "and" follows within a few countries from token k, so that the comma before k parts a
// list and no clauses.
func (f *meetingFinder) listEndsWithAnd(k, end int) bool {
	for ; k < end; k++ {
		switch w := f.d.Lower(k); {
		case w == "and":
			return true
		case w != "," && w != "the" && f.placeOf[k] == 0:
			return false
		}
	}
	return false
}

// headAhead reports whether words of an office lead from token k to a role noun.
func (f *meetingFinder) headAhead(k, end int) bool {
	for n := 0; k < end && n < 4; n++ {
		w := f.d.Lower(k)
		if nlp.RoleNoun(w) && f.titleOf[k] == 0 {
			return true
		}
		if !nlp.OfficeModifier(w) && !nlp.Department(w) && !plainAdjective[w] && w != "-" && f.placeOf[k] == 0 {
			return false
		}
		k++
	}
	return false
}

// anaphorAt reads "they", "the two leaders", "both sides".
func (f *meetingFinder) anaphorAt(i, end int) (phrase, bool) {
	d := f.d
	p := phrase{Range: nlp.Range{From: i, To: i + 1}, anaphor: true}
	switch w := d.Lower(i); w {
	case "they", "them":
		return p, true
	case "their":
		p.owner = true
		if q, ok := f.rolePhrase(i+1, end); ok && q.role { // "their foreign ministers"
			return q, len(f.named(q.parties)) > 0
		}
		return p, true
	case "the", "both":
		k := i + 1
		if n := d.Lower(k); w == "the" && (n == "two" || n == "three" || n == "four" || n == "pair" || n == "duo") {
			k++
			p.To = k
		} else if w == "the" && n != "leaders" && n != "sides" && n != "ministers" && n != "presidents" && n != "delegations" {
			return phrase{}, false
		}
		for k < end && (nlp.OfficeModifier(d.Lower(k)) || plainAdjective[d.Lower(k)]) {
			k++
		}
		if k < end && anaphorHeads[d.Lower(k)] {
			p.To = k + 1
		} else if p.Len() < 2 || d.Lower(i+1) == "leaders" {
			return phrase{}, false
		}
		if d.Lower(p.To) == "of" || f.nameOf[p.To] > 0 {
			return phrase{}, false // "the leaders of Latvia and Estonia", "the presidents NAME and NAME"
		}
		if w := d.Lower(p.To); w == "'s" || w == "'" || w == "’" {
			p.To++
			p.owner = true
		}
		return p, true
	}
	return phrase{}, false
}

// appositions puts the names behind a role in its place ("the leaders of Latvia and Estonia, NAME and NAME,") and makes
// the role behind a name part of its phrase ("NAME, the Chilean minister,").
func (f *meetingFinder) appositions() {
	var out []phrase
	for n := 0; n < len(f.phrase); n++ {
		p := f.phrase[n]
		if (p.role || p.anaphor) && !p.owner && f.d.Word(p.To) == "," {
			m := n
			var people []party
			to := p.To
			for m+1 < len(f.phrase) && f.phrase[m+1].From == to+1 && f.phrase[m+1].full && f.allPeople(f.phrase[m+1]) && !f.phrase[m+1].owner &&
				(m == n || f.d.Lower(to) == "and" || f.d.Word(to) == ",") {
				m++
				people = append(people, f.phrase[m].parties...)
				to = f.phrase[m].To
			}
			if m > n && f.closes(to) {
				p.parties, p.role, p.anaphor, p.full = people, false, false, true
				p.To = f.pastComma(to)
				n = m
			}
		}
		if p.full && !p.owner && n+1 < len(f.phrase) && f.allPeople(p) && f.d.Word(p.To) == "," {
			if q := f.phrase[n+1]; q.From == p.To+1 && !q.owner && (q.role || len(q.parties) == 1 && indexOf(p.parties, q.parties[0]) >= 0 && f.nameOf[q.To-1] == 0) {
				if to := f.pastModifiers(q.To); f.closes(to) {
					p.To = f.pastComma(to)
					n++
				}
			}
		}
		out = append(out, p)
	}
	f.phrase = out
}

func (f *meetingFinder) allPeople(p phrase) bool {
	for _, x := range p.parties {
		if x.ref.Type != news.RefPerson {
			return false
		}
	}
	return len(p.parties) > 0
}

// pastModifiers returns the token behind the words that go with a role ("of foreign affairs", "for the region").
func (f *meetingFinder) pastModifiers(k int) int {
	end := f.d.SentenceOf(k - 1).To
	for n := 0; k < end && n < 10 && f.d.Word(k) != "," && f.d.Word(k) != "." && !auxiliaries[f.d.Lower(k)]; n++ {
		k++
	}
	return k
}

// closes reports whether an apposition may end before token k.
func (f *meetingFinder) closes(k int) bool {
	w := f.d.Word(k)
	return k >= len(f.d.Tokens) || w == "," || w == "." || w == ";" || w == "—" || w == "–" || k == f.d.SentenceOf(k-1).To
}

func (f *meetingFinder) pastComma(k int) int {
	if f.d.Word(k) == "," {
		return k + 1
	}
	return k
}

func (f *meetingFinder) possessive(i int) bool {
	w := f.d.Lower(i)
	return w == "'s" || (w == "'" || w == "’") && strings.HasSuffix(f.d.Lower(i-1), "s")
}

var (
	prepositionWords = set(`in of for from at with on by to after before during under near inside about into against over amid between
		among via through across without within toward towards despite following`)
	// plainAdjective may stand between a country and a role noun.
	plainAdjective = set(`senior top high ranking level key several two three four five six seven eight nine ten other fellow
		visiting new young western european african asian arab gulf baltic nordic regional local international world
		ruling unnamed leading respective own veteran influential newly elected re then main government`)
	anaphorHeads = set(`leaders sides ministers presidents men women countries nations delegations officials diplomats
		negotiators envoys governments parties teams premiers chancellors counterparts`)
	// notParty are role nouns that name nobody who meets: bodies, papers, bystanders.
	notParty = set(`wife husband mother father son daughter sister brother friend friends neighbor neighbour voters voter
		supporters supporter students student workers worker farmers doctors relatives survivors victims residents
		witnesses participants report statement study survey poll newspaper magazine website outlet media reporter reporters journalist
		journalists correspondent correspondents person people house school party chair chief head campaign office state
		source sources analyst analysts critic critics observer observers expert experts police union man woman men women`)
)
