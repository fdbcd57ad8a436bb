package coref

import (
	"strings"

	"graphload/internal/nlp"
)

// Offices in which nobody acts for a state: those that their bearer no longer has, and private ones.

// ended are words before an office that its bearer no longer has.
var ended = nlp.WordSet("former previous ex once late then retired ousted deposed toppled overthrown onetime one-time erstwhile exiled")

// past reports whether a title is one that its bearer no longer has.
func past(title string) bool {
	for i, w := range officeFields(title) {
		switch {
		case w == "former", i == 0 && (ended[w] || strings.HasPrefix(w, "ex-")): // "the first former president"
			return true
		case joinsOffice[w] || w == "and": // "adviser to the former president"
			return false
		}
	}
	return false
}

// current returns the titles of a person in which they act: no former ones, and none that a former one repeats, but those of
// who led a state.
func (r *resolver) current(person int) []string {
	p := &r.d.People[person]
	var out []string
	for _, t := range p.Titles {
		if !past(t) && !r.repeated(person, t) || ledState(t) {
			out = append(out, t)
		}
	}
	return out
}

// repeated reports whether a title is one that the text says to be over: all its words stand in a former one, or a verb tells so.
func (r *resolver) repeated(person int, title string) bool {
	if r.over[person][strings.ToLower(title)] {
		return true
	}
	for _, t := range r.d.People[person].Titles {
		if !past(t) {
			continue
		}
		words := nlp.WordSet(strings.ToLower(strings.ReplaceAll(t, "-", " ")))
		all := true
		for _, w := range strings.Fields(strings.ToLower(title)) {
			all = all && words[w]
		}
		if all {
			return true
		}
	}
	return false
}

// endedBeside notes the offices before a name that a word at the beginning of their phrase says to be over: "former Ohio Gov. NAME".
func (r *resolver) endedBeside(person int, m nlp.Mention) {
	title := r.d.Names[m.Name].Title
	if title.Len() == 0 {
		return
	}
	s := r.d.SentenceOf(m.From)
	const most = 6
	if k := title.From - 1; r.d.Lower(k) == "predecessor" || r.d.Word(k) == "," && r.d.Lower(k-1) == "predecessor" {
		r.setOver(person, r.officeText(title))
		return
	}
	for k := title.From - 1; k >= s.From && k >= title.From-most; k-- {
		w := r.d.Lower(k)
		if ended[w] && !(w == "then" && k == s.From) {
			r.setOver(person, r.officeText(title))
			return
		}
		if w == "and" || w == "now" || w == "," || !r.phraseWord(k) {
			return
		}
	}
}

// setOver notes that a person no longer has an office.
func (r *resolver) setOver(person int, title string) {
	if r.over[person] == nil {
		r.over[person] = map[string]bool{}
	}
	r.over[person][strings.ToLower(title)] = true
}

// standDown takes the country from those who have titles of which none is one to act in for a state.
func (r *resolver) standDown() {
	for i := range r.d.People {
		p := &r.d.People[i]
		if p.Represents == "" || len(p.Titles) == 0 || r.head[i] {
			continue
		}
		if len(r.current(i)) == 0 || r.private(i) {
			p.Represents = ""
		}
	}
}

// private reports whether all titles that a person has now are of private life or of private bodies.
func (r *resolver) private(person int) bool {
	titles := r.current(person)
	for _, t := range titles {
		if !r.privateTitle(person, t) {
			return false
		}
	}
	return len(titles) > 0
}

func (r *resolver) privateTitle(person int, title string) bool {
	t := strings.ToLower(title)
	words := strings.Fields(t)
	head := headWord(words)
	if i := strings.Index(t, " general"); i > 0 && head == "general" { // "secretary general": no rank
		head = headWord(strings.Fields(t[:i]))
	}
	switch {
	case private[head] && !(head == "ceo" && r.publicServant(person)) || clergy[head], head == "representative" && strings.Contains(t, "legal "), nlp.Spokesperson(head) && strings.HasPrefix(t, "party "):
		return true
	case (head == "leader" || head == "chief") && !leadsOpposition(title) && (strings.Contains(t, "opposition") || r.bodyBeside(person, opposition)):
		return true
	case r.d.People[person].Holder == "" && !tellsOffice(words):
		return true
	case strings.HasPrefix(t, "high representative"), ledBodies[head] && ofJointBody(words):
		return true
	case title == "captain": // of a team: a rank before a name has a capital
		return true
	case ledBodies[head] && !leadsOpposition(title) && !oneParty[r.d.People[person].Represents] && r.bodyBeside(person, parties) && !r.bodyBeside(person, chambers):
		return true
	case (head == "president" || head == "representative") && r.d.People[person].Holder == "" && r.bodyBefore(person):
		return true
	case ledBodies[head] && r.bodyBeside(person, privateBodies) && !r.publicServant(person):
		return true
	}
	return false
}

// ofJointBody reports whether the words of a title are an office of a body of many states: "head of the European Commission".
func ofJointBody(words []string) bool {
	for i, w := range words {
		if w != "of" || i+1 == len(words) {
			continue
		}
		if words[i+1] == "the" && i+2 < len(words) {
			i++
		}
		w := words[i+1]
		if w == "united" {
			return i+2 < len(words) && words[i+2] == "nations"
		}
		return w != "commission" && w != "union" && w != "who" && jointBodies[w]
	}
	return false
}

// tellsOffice reports whether one of the words of a title is an office, or tells a service of a state.
func tellsOffice(words []string) bool {
	for _, w := range words {
		if nlp.Office(w[strings.LastIndexByte(w, '-')+1:]) || stateNouns[w] {
			return true
		}
	}
	return false
}

// headWord returns the noun that says which office the words of a title are of: the last before "of" or "for".
func headWord(words []string) string {
	for i, w := range words {
		if i > 0 && (w == "of" || w == "for" || w == "to" || w == "at" || w == "in" || w == "with") {
			return words[i-1]
		}
	}
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

var (
	// stateNouns are what people are in the service of a state besides the offices.
	stateNouns = nlp.WordSet(`officer official diplomat delegate parliamentarian ruler monarch regulator ombudsman magistrate policeman policewoman soldier
		serviceman emissary attaché counsellor counselor strongman autocrat dictator spymaster guard member counterpart d'affaires chargé forecaster
		under-secretary whip commissar warden ranger agent marine sailor intelligence`)
	clergy = nlp.WordSet("bishop archbishop cardinal rabbi imam patriarch reverend rev. father sister brother nun monk priest")
	// ledBodies are offices that bodies of all kinds have.
	ledBodies = nlp.WordSet(`president vice-president chairman chairwoman chairperson chair director director-general head chief leader executive secretary manager secretary-general fellow
		superintendent vice-chairman`)
	opposition = nlp.WordSet("opposition")
	parties    = nlp.WordSet("party opposition")
	// oneParty are the countries in which the one party that there is has the state.
	oneParty = nlp.WordSet("CN CU ER KP LA VN")
	// privateBodies are words in the names of bodies for which nobody acts as a state.
	privateBodies = nlp.WordSet(`centre center academy observatory association federation club company university league chamber society charity institute hospital newspaper bank
		college festival orchestra museum airline airlines airways foundation refugee business businessmen manufacturers exporters employers
		traders farmers lawyers journalists team firm startup group corporation trust forum tank parishad samiti morcha mahasabha`)
	// jointBodies are words in the names of bodies of many states.
	jointBodies = nlp.WordSet(`eu european union nato un u.n. nations au imf iaea who osce ecowas asean commission ecb eurogroup bloc interpol unesco unicef unhcr
		mercosur caricom brics opec oecd wto icc`)
)

// bodyBeside reports whether one of the words stands in the phrase of an office beside one of a person's names.
func (r *resolver) bodyBeside(person int, words map[string]bool) bool {
	for _, m := range r.d.People[person].Mentions {
		if m.Name < 0 {
			continue
		}
		for _, x := range r.officePhrases(m) {
			for i := x.From; i < x.To; i++ {
				if w := r.d.Lower(i); words[w] && !r.stateBody(i) {
					return true
				}
			}
		}
	}
	return false
}

// stateBody reports whether a word of a body's name belongs to one of a state: "the central bank", "the state oil company", "the
// Bank of Norway".
func (r *resolver) stateBody(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch r.d.Lower(k) {
		case "parliament", "state", "central", "national", "reserve", "federal", "state-owned", "state-run":
			return true
		}
	}
	return r.d.Lower(i) == "bank" && r.d.Lower(i+1) == "of" && r.isCountryWord(i+2)
}

// officePhrases returns the words of the offices right before and right behind a name.
func (r *resolver) officePhrases(m nlp.Mention) []nlp.Range {
	const most = 12
	d := r.d
	s := d.SentenceOf(m.From)
	var out []nlp.Range
	to := r.titleStart(m)
	if m.From > to {
		out = append(out, nlp.Range{From: to, To: m.From})
	}
	from := to
	if d.Word(from-1) == "," && from-1 > s.From {
		from--
	}
	for from > s.From && to-from < most && !r.apartBy(from-1) && (r.phraseWord(from-1) || r.bracketed(from-1)) {
		from--
	}
	if w := d.Lower(to - 1); !joinsOffice[w] && (w != "," || r.tellsRole(from, to-1)) { // nor "a party for NAME" // "within the Union, NAME said" is no office
		out = append(out, nlp.Range{From: from, To: to})
	}
	if behind := r.behindName(m.To); d.Word(behind) == "," {
		end := behind + 1
		for end < s.To && end-behind < most && r.phraseWord(end) {
			end++
		}
		out = append(out, nlp.Range{From: behind + 1, To: end})
	}
	return out
}

// tellsRole reports whether one of the tokens names what a person is.
func (r *resolver) tellsRole(from, to int) bool {
	for i := from; i < to; i++ {
		if w := r.d.Lower(i); nlp.Office(w) || stateNouns[w] || lawmakers[w] || !capitalized(r.d.Word(i)) && personNoun(w) {
			return true
		}
	}
	return false
}

// phraseWord reports whether a token may stand in a noun phrase with its complements.
func (r *resolver) phraseWord(i int) bool {
	if i >= len(r.d.Tokens) || r.chainAt(i) >= 0 {
		return false
	}
	switch w := r.d.Lower(i); w {
	case "'s", "'", "-", "of", "the", "for", "a", "an", "at", "&", "/", "and", "representing":
		return true
	}
	if !r.d.Tokens[i].Word {
		return false
	}
	if r.d.Reading == nil {
		return capitalized(r.d.Word(i))
	}
	switch r.d.Reading.Tags[i] {
	case "NOUN", "PROPN", "ADJ", "NUM":
		return true
	}
	return false
}

// wasOnce reports whether the text says at a noun that somebody was it and no longer is: "NAME, who was minister until May",
// "NAME, once the minister".
func (r *resolver) wasOnce(noun int) bool {
	d := r.d
	for _, k := range r.tree.Kids(noun, "advmod") {
		if w := d.Lower(k); w == "once" || w == "formerly" || w == "previously" {
			return true
		}
	}
	cop := r.tree.Kid(noun, "cop")
	if cop < 0 || d.Lower(cop) != "was" && d.Lower(cop) != "been" {
		return false
	}
	if d.Lower(cop) == "been" {
		return d.Lower(cop-1) == "had"
	}
	s := d.SentenceOf(noun)
	for i := noun + 1; i < s.To && i < noun+9; i++ {
		if w := d.Lower(i); w == "until" || w == "till" || w == "from" || w == "between" || w == "when" || w == "before" || w == "under" {
			return true
		}
	}
	return d.Reading.Relations[noun] == "acl:relcl"
}

// untilYear reports whether the words from token i tell from when to when somebody had an office: "from 2012 to 2016", "until 2019".
func (r *resolver) untilYear(i int) bool {
	const most = 8
	s := r.d.SentenceOf(i)
	for k := i; k+1 < s.To && k < i+most; k++ {
		if w := r.d.Word(k + 1); len(w) == 4 && (w[:2] == "19" || w[:2] == "20") {
			switch r.d.Lower(k) {
			case "from", "until", "till", "between":
				return true
			}
		}
		if !r.phraseWord(k) && r.d.Lower(k) != "from" && r.d.Lower(k) != "in" {
			return false
		}
	}
	return false
}
