package coref

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Offices of the public service, told by what stands beside a name: "Skerry county education director NAME", "NAME, a media officer
// with the police", "NAME of the City of Skerry". Whose they are is told by where the article is at home.

// publicServant reports whether the words beside one of a person's names tell an office in a service of a state, of its provinces or
// of its towns, whichever state's.
func (r *resolver) publicServant(person int) bool {
	for _, m := range r.d.People[person].Mentions {
		if m.Name < 0 {
			continue
		}
		if r.publicOffice(r.phraseBefore(m.From)) || r.publicOffice(r.phraseBefore(r.listStart(m.From))) || r.publicOffice(r.phraseBefore(r.titleStart(m))) {
			return true
		}
		if x := r.phraseBehind(m); r.publicOffice(x) || r.d.Lower(m.To) == "of" && r.publicBody(x) {
			return true
		}
	}
	return false
}

// listStart returns the first token of the list of names in which the name at a token stands: "the lawmakers NAME, NAME (SP) and NAME".
func (r *resolver) listStart(i int) int {
	const most = 40
	s := r.d.SentenceOf(i)
	first := i
	for k := i - 1; k >= s.From && k > i-most; k-- {
		if r.chainAt(k) >= 0 {
			first = k
		} else if w := r.d.Lower(k); w != "," && w != "and" && !r.bracketed(k) && !capitalized(r.d.Word(k)) {
			break
		}
	}
	return first
}

// phraseBefore returns the noun phrase that ends right before a name, with the title; the body that it names may be shortened in
// brackets behind: "the head of the Skerry Fisheries Board (SFB), NAME".
func (r *resolver) phraseBefore(from int) nlp.Range {
	const most = 14
	s := r.d.SentenceOf(from)
	for from > s.From && nlp.FormOfAddress(r.d.Lower(from-1)) {
		from--
	}
	if from > s.From && r.d.Word(from-1) == "," {
		from--
	}
	to := from
	if r.modifies(to) {
		return nlp.Range{}
	}
	for from > s.From && to-from < most && (r.phraseWord(from-1) || r.bracketed(from-1)) {
		from--
	}
	return nlp.Range{From: from, To: to}
}

// modifies reports whether the name that begins at a token stands before a noun in lower case to which the words before it belong:
// "the court's NAME case".
func (r *resolver) modifies(i int) bool {
	for r.chainAt(i) >= 0 {
		i++
	}
	return r.d.Reading != nil && i < len(r.d.Tokens) && !capitalized(r.d.Word(i)) && r.d.Reading.Tags[i] == "NOUN"
}

// bracketed reports whether token i is a bracket around a single word.
func (r *resolver) bracketed(i int) bool {
	switch r.d.Word(i) {
	case ")":
		return r.d.Word(i-2) == "("
	case "(":
		return r.d.Word(i+2) == ")"
	}
	return false
}

// phraseBehind returns the noun phrase behind a name: between commas, behind "who is", or one that "of" joins to it.
func (r *resolver) phraseBehind(m nlp.Mention) nlp.Range {
	const most = 14
	s := r.d.SentenceOf(m.From)
	from := r.behindName(m.To)
	switch comma := r.d.Word(from) == ","; {
	case comma && r.d.Lower(from+1) == "who" && (r.d.Lower(from+2) == "is" || r.d.Lower(from+2) == "heads"):
		from += 3
		if w := r.d.Lower(from); w == "also" || w == "now" || w == "currently" {
			from++
		}
	case comma, r.d.Lower(from) == "of":
		from++
	default:
		return nlp.Range{}
	}
	from = min(from, s.To)
	to := from
	for to < s.To && to-from < most && (r.phraseWord(to) || r.bracketed(to) || servingAt[r.d.Lower(to)] || capitalized(r.d.Word(to)) && r.chainAt(to) < 0) {
		to++
	}
	return nlp.Range{From: from, To: to}
}

// servedUnder returns the country of the person under whom the office behind a name is said to be: "NAME, the finance secretary under
// President NAME".
func (r *resolver) servedUnder(m nlp.Mention) string {
	x := r.phraseBehind(m)
	if x.Len() == 0 || r.d.Lower(x.To) != "under" || !r.tellsRole(x.From, x.To) {
		return ""
	}
	k := x.To + 1
	for r.phraseWord(k) && k < x.To+4 {
		k++
	}
	if c := r.chainAt(k); c >= 0 {
		return r.d.People[c].Represents
	}
	return ""
}

// servingAt join an office to the body in which somebody serves.
var servingAt = nlp.WordSet("with in from at within to")

// publicOffice reports whether a noun phrase is an office of a public body, or one that only public bodies have.
func (r *resolver) publicOffice(x nlp.Range) bool {
	head := -1
	for i := x.From; i < x.To; i++ {
		w := r.d.Lower(i)
		switch {
		case ended[w] && w != "late":
			return false
		case r.possessive(i): // "the police chief's brother"
			head = -1
		case joinsOffice[w] || servingAt[w]:
			if head >= 0 {
				return r.headsPublic(head, x)
			}
		case kin[w] && w != "member" || private[w] && w != "ceo" || nlp.Spokesperson(w) && parties[r.d.Lower(i-1)]:
			return false
		case publicHead(w), publicHead(singular(w)):
			head = i
		}
	}
	if w := r.d.Lower(x.To - 1); w == "and" || x.Len() == 0 { // "a police officer and NAME"
		return false
	}
	return head >= 0 && r.headsPublic(head, x) || r.publicTitle(x)
}

// publicHead reports whether a lower-case word is the head of an office in which people may serve.
func publicHead(w string) bool {
	return nlp.Office(w) && !nlp.FormOfAddress(w) || stateNouns[w] || publicHeads[w]
}

// headsPublic reports whether the office whose head is a token of a phrase is one of a public body.
func (r *resolver) headsPublic(head int, x nlp.Range) bool {
	w := r.d.Lower(head)
	if w == "attorney" { // for whom, the body does not tell: "an immigration attorney"
		return r.publicTitle(x)
	}
	return !clergy[w] && (elected[w] || elected[singular(w)] || r.publicTitle(x) || r.publicBody(x))
}

// publicTitle reports whether a phrase has an office of two words or more that only a state has.
func (r *resolver) publicTitle(x nlp.Range) bool {
	const most = 5
	for i := x.From; i < x.To; i++ {
		for n := min(most, x.To-i); n > 1; n-- {
			if country.StateOffice(r.d.Words(nlp.Range{From: i, To: i + n})) {
				return true
			}
		}
	}
	return false
}

// publicBody reports whether a phrase names a body of a state, of its provinces or of its towns. What a body is, the last of its words
// tells; behind "of" nothing private may stand.
func (r *resolver) publicBody(x nlp.Range) bool { return r.namesPublic(x, true) }

// namesPublic is publicBody, which looks up what stands for a longer name only where it is told to.
func (r *resolver) namesPublic(x nlp.Range, short bool) bool {
	public, found := false, false
	for i := x.From; i < x.To; i++ {
		switch w := r.d.Lower(i); {
		case joinsOffice[w] || servingAt[w]:
			if found && !public {
				return false
			}
		case r.ofParty(i, x.To), jointBodies[w] && w != "commission" && w != "who", w == "european":
			return false
		case r.publicWord(i, x.To), short && r.namesPublic(r.shortened(i), false):
			public, found = true, true
		case privateBodies[w] || parties[w] || unofficial[w]:
			public, found = false, true
		}
	}
	return public
}

// ofParty reports whether the name of a party begins at token i.
func (r *resolver) ofParty(i, end int) bool {
	const most = 4
	for n := min(most, end-i); n > 0; n-- {
		if _, party := country.Party(r.d.Words(nlp.Range{From: i, To: i + n})); party {
			return true
		}
	}
	return false
}

// publicWord reports whether a word or two that begin at token i tell a body of a state, a province or a town: by themselves, or with
// "national" or the like before them.
func (r *resolver) publicWord(i, end int) bool {
	w := r.d.Lower(i)
	if w == "commission" { // whose alone it is, is not told: "Commission President NAME"
		return i > 0 && r.phraseWord(i-1) && capitalized(r.d.Word(i-1)) && !nlp.Office(r.d.Lower(i-1))
	}
	if publicWords[w] || nationalWords[w] && r.stateBody(i) || i+1 < end && publicPairs[w+" "+r.d.Lower(i+1)] || localLands[w] && r.possessive(i+1) {
		return true
	}
	_, organ := country.Organ(r.d.Word(i))
	return organ
}

// shortened returns the words of which token i is the short form that stands in brackets behind them: "Department of Fish Disease
// Control (DFDC) … DFDC". It is empty where the article has none.
func (r *resolver) shortened(i int) nlp.Range {
	const (
		most    = 8
		longest = 5 // letters of a short form that is not all capitals
	)
	d := r.d
	word := d.Word(i)
	if len(word) < 3 || !capitalized(word) || len(word) > longest && strings.ToUpper(word) != word {
		return nlp.Range{}
	}
	for _, k := range r.inBrackets(word) {
		if k == i {
			continue
		}
		from := k - 1
		for from > 0 && k-1-from < most && (capitalized(d.Word(from-1)) || nameJoins[d.Lower(from-1)]) && d.Tokens[from-1].Word {
			from--
		}
		return nlp.Range{From: from, To: k - 1}
	}
	return nlp.Range{}
}

// inBrackets returns the tokens at which a word stands alone in brackets.
func (r *resolver) inBrackets(word string) []int {
	if r.bracketedAt == nil {
		r.bracketedAt = map[string][]int{}
		for k := 3; k+1 < len(r.d.Tokens); k++ {
			if r.d.Word(k-1) == "(" && r.d.Word(k+1) == ")" {
				r.bracketedAt[r.d.Word(k)] = append(r.bracketedAt[r.d.Word(k)], k)
			}
		}
	}
	return r.bracketedAt[word]
}

var (
	nameJoins = nlp.WordSet("of for and the on &")
	// publicHeads are heads of offices in a public service besides those that others have too.
	publicHeads = nlp.WordSet("registrar spokesperson convener convenor pathologist clerk assistant engineer commandant caucus")
	// elected are offices that are a state's, a province's or a town's by themselves.
	elected = nlp.WordSet("mayor councillor councilor councilman councilwoman magistrate lawmaker legislator senator parliamentarian mla")
	// publicWords are words in the names of bodies and offices of a state, its provinces and its towns.
	publicWords = nlp.WordSet(`police ministry municipal municipality provincial prefectural prefecture county district township borough governorate upazila
		tehsil customs immigration prison prisons correctional treasury parliament parliamentary legislature legislative army navy military gendarmerie judiciary
		procuratorate embassy consulate government directorate department authority court administration federal`)
	// nationalWords are such words where "national", "state" or the like stands before them.
	nationalWords = nlp.WordSet("museum institute library archives agency bureau centre center theatre theater gallery observatory council bank")
	// publicPairs are such words that count only together.
	publicPairs = map[string]bool{"public health": true, "city council": true, "town council": true, "city government": true, "city hall": true, "city of": true,
		"fire service": true, "fire brigade": true, "civil defence": true, "civil defense": true, "civil protection": true, "coast guard": true,
		"border guard": true, "national assembly": true, "house committee": true, "senate committee": true, "air force": true, "weather service": true,
		"weather station": true, "executive council": true, "disease control": true, "school board": true}
	// localLands are those within a state that have offices.
	localLands = nlp.WordSet("territory province region state city town county district municipality prefecture village governorate")
	// unofficial are words in the names of bodies that are no state's.
	unofficial = nlp.WordSet(`union league confederation church diocese parish archdiocese forum network news travel ngo charity trust campaign school hospitals clinic fund parishad`)
)
