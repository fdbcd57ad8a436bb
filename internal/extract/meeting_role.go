package extract

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/news"
	"graphload/internal/nlp"
)

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
		if roleNoun(w) && !nlp.FormOfAddress(w) && (!nlp.OfficeModifier(w) || !f.headAhead(k+1, end)) {
			break
		}
		switch {
		case nlp.OfficeModifier(w), nlp.Department(w) && w != "and" && w != "the", plainAdjective[w], w == "-" && k > i:
		case w == "and" && k > i && (nlp.OfficeModifier(d.Lower(k-1)) || nlp.Department(d.Lower(k-1))) && f.headAhead(k+1, end):
		case f.capital(k) && f.nameOf[k] == 0 && f.placeOf[k] == 0 && (k > d.SentenceOf(k).From || loose > 0) &&
			(f.headAhead(k+1, end) || f.officeAhead(k+1, end)): // "SICA leaders", "Marine Corps General NAME"
		case loose > 0 && d.Tokens[k].Word && !prepositionWords[w] && !has("the a an", w) && !clauseEnds[w] && !auxiliaries[w] && f.headAhead(k+1, end):
			loose--
		case loose > 0 && d.Tokens[k].Word && f.nameOf[k] == 0 && f.placeOf[k] == 0 && f.possessive(k+1) && f.namedBehind(k+2, end): // "the council's chief executive, NAME"
			k++
			loose = 0
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
	if k >= end || !roleNoun(d.Lower(k)) || notParty[d.Lower(k)] || f.tagAt(k) == "VERB" { // "heads to Oslo"
		return phrase{}, false
	}
	head := k
	for k < end && roleNoun(d.Lower(k)) && f.titleOf[k] == 0 && f.nameOf[k] == 0 {
		k++
	}
	if n := f.nameFrom(k); k < end && n >= 0 { // "the envoy NAME"
		p, ok := f.namePhrase(k, n, end)
		p.From = i
		return p, ok
	}
	if d.Word(k) == "-" && !d.Tokens[k].Spaced || d.Lower(k-1) == "official" && meetingNounAt(d.Lower(k)) { // "delegation-level talks", "an official visit"
		return phrase{}, false
	}
	p := phrase{Range: nlp.Range{From: i, To: k}, role: true}
	if d.Lower(k) == "of" && (d.Lower(k+1) == "the" && d.Lower(k+2) == "two" || d.Lower(k+1) == "both") { // "of the two countries"
		if q, ok := f.anaphorAt(k+1, end); ok {
			return phrase{Range: nlp.Range{From: i, To: q.To}, anaphor: true}, true
		}
	}
	if w := d.Lower(k); (w == "of" || w == "from") && k+1 < end {
		p.parties, p.To = f.bodies(k+1, end)
		if h := d.Lower(k - 1); len(p.parties) == 1 && p.parties[0].ref.Type == news.RefCountry && nlp.Office(h) { // "the President of Chile"
			p.parties[0].official = h
		}
	}
	if p.Len() == 0 || len(p.parties) == 0 {
		to := max(p.To, k)
		if d.Lower(head) == "leader" || !roleNoun(d.Lower(head)) {
			return phrase{}, false
		}
		from := i
		if d.Lower(from) == "the" {
			from++
		}
		if from >= k {
			return phrase{}, false
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

// namedBehind reports whether words of an office lead from token k to a role noun, and a comma and a person's name follow it.
func (f *meetingFinder) namedBehind(k, end int) bool {
	if !f.headAhead(k, end) {
		return false
	}
	for k < end && f.d.Word(k) != "," && f.nameOf[k] == 0 && f.placeOf[k] == 0 && !prepositionWords[f.d.Lower(k)] {
		k++
	}
	return k+1 < end && f.d.Word(k) == "," && f.nameFrom(k+1) >= 0
}

// roleNoun adds to nlp.RoleNoun those who act for a state in numbers.
func roleNoun(w string) bool { return nlp.RoleNoun(w) || w == "delegations" }

// bodies reads the countries and organizations in "of X, Y and Z" from token k.
func (f *meetingFinder) bodies(k, end int) (list []party, to int) {
	d := f.d
	to = k - 1
	for k < end {
		if w := d.Lower(k); w == "the" || w == "both" {
			k++
		}
		k = f.pastConstitution(k, end)
		if m, ok := f.placeAt(k); ok && m.Kind != country.Demonym {
			list = append(list, f.state(m.Code))
			k = f.matchEnd(m)
			if f.possessive(k) && stateBodies[d.Lower(k+1)] { // "from Chad's army"
				k += 2
			} else if f.possessive(k) && k+1 < end && f.nameOf[k+1] > 0 && d.Names[f.nameOf[k+1]-1].Kind == nlp.OrganizationName { // "of Chad's Transitional Council"
				k = d.Names[f.nameOf[k+1]-1].To
			}
		} else if n := f.nameOf[k]; n > 0 && f.portfolio(d.Names[n-1]) && d.Lower(d.Names[n-1].To) == "of" && len(list) == 0 { // "Minister of Foreign Affairs of Chile"
			to = d.Names[n-1].To
			k = to + 1
			continue
		} else if n > 0 && d.Names[n-1].Kind == nlp.OrganizationName {
			if ref, ok := f.organization(d.Names[n-1]); ok {
				list = append(list, party{ref: ref})
			}
			if k = d.Names[n-1].To; has("states countries members nations", d.Lower(k)) {
				k++
			}
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
		if k+2 < end && d.Word(k) == "," && d.Lower(k+1) != "and" && f.listEndsWithAnd(k+1, end) {
			k++
		} else if d.Lower(k) == "and" {
			k++
			if d.Lower(k) == "the" && has("rival rebel paramilitary", d.Lower(k+1)) {
				k += 2
			}
		} else if k+1 < end && d.Word(k) == "," && d.Lower(k+1) == "and" {
			k += 2
		} else {
			break
		}
	}
	return list, to
}

// pastConstitution returns the token of the country's name behind words for what kind of state it is: "Hashemite Kingdom of Jordan".
func (f *meetingFinder) pastConstitution(k, end int) int {
	for n := k; n+2 < end && n < k+4 && f.capital(n); n++ {
		if has("union kingdom republic state sultanate commonwealth federation emirate", f.d.Lower(n)) && f.d.Lower(n+1) == "of" {
			to := n + 2
			if f.d.Lower(to) == "the" {
				to++
			}
			if m, ok := f.placeAt(to); ok && m.Kind == country.Name {
				return to
			}
		}
	}
	return k
}

// stateBodies stand behind a country's possessive and are its organs.
var stateBodies = nlp.WordSet("army military government navy police parliament ministry treasury armed junta")

// listEndsWithAnd reports whether "and" follows within a few countries from token k, so that the comma before k parts a
// list and no clauses.
func (f *meetingFinder) listEndsWithAnd(k, end int) bool {
	for ; k < end; k++ {
		switch w := f.d.Lower(k); {
		case w == "and":
			return true
		case w != "," && w != "the" && f.placeOf[k] == 0:
			if to := f.pastConstitution(k, end); to > k {
				k = to
				continue
			}
			return false
		}
	}
	return false
}

// headAhead reports whether words of an office lead from token k to a role noun.
func (f *meetingFinder) headAhead(k, end int) bool {
	for n := 0; k < end && n < 4; n++ {
		w := f.d.Lower(k)
		if roleNoun(w) && f.titleOf[k] == 0 {
			return true
		}
		if !nlp.OfficeModifier(w) && !nlp.Department(w) && !plainAdjective[w] && w != "-" && f.placeOf[k] == 0 {
			return false
		}
		k++
	}
	return false
}

// officeAhead reports whether capitalized words lead from token k to a person's title.
func (f *meetingFinder) officeAhead(k, end int) bool {
	for n := 0; k < end && n < 3; n++ {
		if f.titleOf[k] > 0 {
			return true
		}
		if !f.capital(k) || f.nameOf[k] > 0 || f.placeOf[k] > 0 {
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
			if w := f.headOf(q); len(f.named(q.parties)) == 0 && !q.owner && strings.HasSuffix(w, "s") && nlp.Office(strings.TrimSuffix(w, "s")) {
				office := strings.TrimSuffix(w, "s")
				if b := d.Lower(q.To - 2); q.To-2 > i && (nlp.Department(b) || b == "foreign" || b == "prime") { // "their foreign ministers"
					office = b + " " + office
				}
				return phrase{Range: nlp.Range{From: i, To: q.To}, anaphor: true, theirs: office}, true
			}
			return q, len(f.named(q.parties)) > 0
		}
		return p, true
	case "the", "both":
		k := i + 1
		if n := d.Lower(k); w == "the" && (n == "two" || n == "three" || n == "four" || n == "pair" || n == "duo") {
			k++
			p.To = k
			p.number = map[string]int{"three": 3, "four": 4}[n]
		} else if w == "the" && n != "leaders" && n != "sides" && n != "ministers" && n != "presidents" && n != "delegations" {
			return phrase{}, false
		}
		for k < end && (nlp.OfficeModifier(d.Lower(k)) || plainAdjective[d.Lower(k)]) {
			if nlp.Department(d.Lower(k)) && !f.bearers(d.Lower(k)) { // "both foreign ministers", of whom the text names none
				if w := d.Lower(k + 1); w != "ministers" && w != "secretaries" {
					return phrase{}, false
				}
				p.theirs = d.Lower(k) + " minister"
			}
			k++
		}
		if k < end && anaphorHeads[d.Lower(k)] {
			p.To = k + 1
			p.sides = has("sides parties delegations negotiators teams", d.Lower(k))
			p.states = has("countries nations governments sides", d.Lower(k))
			p.leaders = d.Lower(k) == "leaders"
			if w := strings.TrimSuffix(d.Lower(k), "s"); p.theirs == "" && has("president premier chancellor", w) {
				p.office = w
			}
		} else if p.Len() < 2 || d.Lower(i+1) == "leaders" {
			return phrase{}, false
		}
		if d.Lower(p.To) == "of" || f.nameOf[p.To] > 0 {
			return phrase{}, false // "the leaders of Latvia and Estonia", "the presidents NAME and NAME"
		}
		if w := d.Lower(p.To); w == "'s" || w == "'" || w == "’" {
			p.To++
			p.owner = true
			if q, ok := f.rolePhrase(p.To, end); ok && q.role && !q.owner && len(f.named(q.parties)) == 0 { // "the two countries' energy ministers"
				if w := f.headOf(q); strings.HasSuffix(w, "s") && nlp.Office(strings.TrimSuffix(w, "s")) {
					return phrase{Range: nlp.Range{From: i, To: q.To}, anaphor: true, theirs: strings.TrimSuffix(w, "s")}, true
				}
			}
			for k := p.To; k < end && k < p.To+3; k++ { // "the two countries' defence ministries"
				if has("ministries delegations governments militaries armies navies parliaments negotiators officials", d.Lower(k)) {
					return phrase{Range: nlp.Range{From: i, To: k + 1}, anaphor: true, theirs: "ministry"}, true
				}
			}
		}
		return p, true
	}
	return phrase{}, false
}

// bearers reports whether two people of the article have a word in their titles.
func (f *meetingFinder) bearers(word string) bool {
	n := 0
	for _, p := range f.d.People {
		for _, t := range p.Titles {
			if has(strings.ToLower(t), word) {
				n++
				break
			}
		}
	}
	return n > 1
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

var (
	prepositionWords = nlp.WordSet(`in of for from at with on by to after before during under near inside about into against over amid between
		among via through across without within toward towards despite following`)
	// plainAdjective may stand between a country and a role noun.
	plainAdjective = nlp.WordSet(`senior retired top high ranking level key several two three four five six seven eight nine ten other fellow
		visiting new young western european african asian arab gulf baltic nordic regional local international world
		ruling supreme unnamed leading respective own veteran influential newly elected re then main government`)
	// pressWords end the names of newspapers and broadcasters.
	pressWords = nlp.WordSet(`post times journal news tribune herald ledger review magazine tv radio gazette chronicle guardian
		telegraph observer reuters rt agency press cnn bbc nbc cbs abc msnbc courier standard mail bloomberg politico axios
		weekly daily globe mirror express independent review television broadcasting`)
	anaphorHeads = nlp.WordSet(`leaders sides ministers presidents men women countries nations delegations officials diplomats
		negotiators envoys governments parties teams premiers chancellors counterparts`)
	// notParty are role nouns that name nobody who meets: bodies, papers, bystanders.
	notParty = nlp.WordSet(`wife husband mother father son daughter sister brother friend friends neighbor neighbour voters voter
		supporters supporter students student workers worker farmers doctors relatives survivors victims residents
		witnesses participants report statement study survey poll newspaper magazine website outlet media reporter reporters journalist
		journalists correspondent correspondents person people house school party chair chief head campaign office state
		source sources analyst analysts critic critics observer observers expert experts police union man woman men women`)
)
