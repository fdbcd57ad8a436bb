package attribution

import (
	"slices"
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

var (
	// unspecific are nouns for human beings that the text uses for those whom it does not name.
	unspecific = nlp.WordSet(`source insider official spokesman spokeswoman spokesperson aide adviser advisor expert analyst person
		witness resident relative observer critic supporter opponent participant user reader viewer voter passenger one`)
	// relational are nouns for somebody by whom they are to another, and for those who ask: they mean whom they name only by a title.
	relational = nlp.WordSet(`father mother son daughter wife husband brother sister widow widower uncle aunt cousin friend colleague
		counterpart ally neighbor neighbour boss partner employee employer lawyer attorney counsel judge prosecutor magistrate
		interviewer moderator reporter journalist correspondent host anchor presenter translator interpreter narrator author writer
		speaker leader member head officer doctor teacher child boy girl`)
	// posts are those of them that say what somebody is by themselves, where only one person is named: "the leader".
	posts = nlp.WordSet("leader head officer doctor teacher judge author writer host speaker")
	// others are words that tell a description from whoever was named before.
	others = nlp.WordSet("other another first second third next last latter same unnamed anonymous average typical ordinary late")
	// figures are nouns for somebody whom the public knows, which mean things as well.
	figures = nlp.WordSet("star legend icon veteran hero heavyweight driver champion")
	// styles are what stands behind "his" or "her" for who holds a high office.
	styles = nlp.WordSet("excellency majesty highness holiness eminence")
	// exclusive are offices of which a person is described by their own.
	exclusive = nlp.WordSet("president premier minister chancellor king queen senator governor mayor judge ambassador congressman congresswoman general")
	// shortTitles are the forms of offices that stand before names.
	shortTitles = map[string]string{"sen.": "senator", "sen": "senator", "gov.": "governor", "gov": "governor", "rep.": "congressman",
		"gen.": "general", "capt.": "captain", "amb.": "ambassador", "pm": "premier", "mp": "lawmaker", "ceo": "executive", "prof.": "professor"}
)

// describedReach is how many units back the one whom a description means may have spoken or been a subject.
const describedReach = 3

// leadUnits are the first units of a text, which tell the office of somebody whom the text names later.
const leadUnits = 5

// described gives a definite description of one human being, "the young striker", to the person whom it means, and reports
// whether it has: the one whose title it tells, else whoever spoke last or was the subject of the sentence before and is not
// named beside it.
func (f *finder) described(s *nlp.Source, np nlp.Range, before []int) bool {
	core, head, ok := f.description(np)
	if !ok {
		return f.counterpart(s, np) || f.headOf(s, np) || f.namedNext(s, np)
	}
	if f.person[np.From] > 0 && !styles[head] && s.Kind != nlp.CountrySource { // "his king"
		return false
	}
	code := ""
	if s.Kind == nlp.CountrySource {
		code = s.Key
	} else if m, found := f.lastPlace(core); found && (m.Kind == country.Name || m.Kind == country.Demonym) {
		code = m.Code
	}
	fits := func(p int) bool {
		sex := f.d.People[p].Sex
		return !(womanly(head) && sex == 'M' || manly(head) && sex == 'F' || code != "" && f.d.People[p].Represents != "" && f.d.People[p].Represents != code)
	}
	if styles[head] {
		fits = func(p int) bool {
			return f.mayBe(p, map[string]string{"his": "he", "her": "she"}[f.d.Lower(core.From)])
		}
	}
	holder, named := f.holder(np, head, code, fits)
	if named { // of several, rather the one who spoke last
		if last := f.salient(np, before, func(p int) bool { return fits(p) && titledSo(f.d.People[p], head) && !formerly(f.d.People[p], head) }); last >= 0 {
			holder = last
		}
	}
	who := holder
	if (!exclusive[head] || !named) && !f.bareOffice(np) {
		if (!relational[head] || posts[head] && f.onlyOne(np) || core.Len() > 1 && f.contains(core, "former")) && !f.introduced(np, head) {
			who = f.salient(np, before, func(p int) bool {
				return fits(p) && !f.holdsOther(p, head, core) && (s.Kind != nlp.CountrySource || f.d.People[p].Represents == code)
			})
		}
		if who < 0 {
			who = holder
		}
	}
	if who < 0 {
		return f.namedNext(s, np)
	}
	s.Kind, s.Chain = nlp.PersonSource, who
	return true
}

// counterpart gives "his Kenyan colleague" to the one who acts for that country and was named last, and reports whether it has.
func (f *finder) counterpart(s *nlp.Source, np nlp.Range) bool {
	core := f.coreOf(np)
	if head := f.d.Lower(core.To - 1); core.Len() < 3 || core.To < np.To || head != "colleague" && head != "counterpart" {
		return false
	}
	m, found := f.lastPlace(core)
	if !found || f.definite(np) {
		return false
	}
	who, at, _ := f.lastOf(np, func(p int) bool { return f.d.People[p].Represents == m.Code })
	if at < 0 {
		return false
	}
	s.Kind, s.Chain = nlp.PersonSource, who
	return true
}

// headOf gives "the head of government" and "the head of the Kenyan state" to the one person whose office that is, and reports
// whether it has.
func (f *finder) headOf(s *nlp.Source, np nlp.Range) bool {
	core := f.coreOf(np)
	last := f.d.Lower(np.To - 1)
	if f.d.Lower(core.To-1) != "head" || f.d.Lower(core.To) != "of" || last != "state" && last != "government" {
		return false
	}
	is := headsOfGovernment
	if last == "state" {
		is = headsOfState
	}
	code := ""
	if m, found := f.lastPlace(np); found {
		code = m.Code
	}
	who, at, many := -1, -1, false
	for p, c := range f.d.People {
		if code != "" && c.Represents != code || !titledAs(c, is) {
			continue
		}
		many = many || who >= 0
		if last := f.lastNamed(p, np.From); last > at {
			who, at = p, last
		}
	}
	if who < 0 || many && code == "" && f.unitOf[np.From]-f.unitOf[at] > describedReach {
		return false
	}
	s.Kind, s.Chain = nlp.PersonSource, who
	return true
}

// headsOfState and headsOfGovernment are the offices of those.
var (
	headsOfState      = []string{"president", "king", "queen", "emir", "sultan", "emperor", "head of state"}
	headsOfGovernment = []string{"prime minister", "premier", "chancellor", "head of government", "president of the government", "taoiseach"}
)

// topOffices are the offices of whom newspapers call the top ones of their kind.
var topOffices = map[string][]string{"diplomat": {"foreign minister", "minister of foreign affairs", "secretary of state", "foreign secretary", "external affairs minister"},
	"legislator": {"speaker", "chairman", "chairwoman"}, "lawmaker": {"speaker"}}

// titledAs reports whether one of a person's titles is one of the offices, and none of a deputy or of one who has left it.
func titledAs(c nlp.Chain, offices []string) bool {
	return slices.ContainsFunc(c.Titles, func(t string) bool {
		t = strings.ToLower(t)
		return slices.ContainsFunc(offices, func(o string) bool { return t == o || strings.HasSuffix(t, " "+o) }) &&
			!strings.Contains(t, "former") && !strings.Contains(t, "deputy") && !strings.Contains(t, "vice")
	})
}

// womanly and manly report whether a description's head tells the sex.
func womanly(head string) bool {
	return nlp.Female(head) || strings.HasSuffix(head, "woman") || head == "actress"
}

func manly(head string) bool {
	return nlp.Male(head) || strings.HasSuffix(head, "man") && !strings.HasSuffix(head, "woman")
}

// description reports whether a noun phrase describes one human being with "the", or with the style of a high office, and
// returns its core without the article and its head.
func (f *finder) description(np nlp.Range) (core nlp.Range, head string, ok bool) {
	d := f.d
	core = f.coreOf(np)
	for core.Len() > 0 && !d.Tokens[core.To-1].Word {
		core.To--
	}
	if core.Len() == 0 {
		return core, "", false
	}
	head = d.Lower(core.To - 1)
	if first := d.Lower(core.From); styles[head] && (first == "his" || first == "her") {
		return core, head, true
	}
	own := f.d.Lower(core.From) == "his" || f.d.Lower(core.From) == "her" || f.d.Lower(core.From) == "its"
	headline := f.units[f.unitOf[np.From]].title // which leaves the article out
	if own && !exclusive[head] || !own && !f.definite(np) && !headline && !f.bareOffice(np) || !nlp.Human(head) && !nlp.Office(head) && !figures[head] || unspecific[head] || f.nameOf[core.To-1] > 0 {
		return core, head, false
	}
	if d.Lower(core.From) == "the" || own {
		core.From++
	}
	for i := core.From; i < core.To; i++ {
		if others[d.Lower(i)] || d.Lower(i) == "'s" || f.person[i] > 0 ||
			d.Lower(i) == "and" && !(f.upper(i-1) && f.upper(i+1) && i+2 < core.To) { // "the former Harbour and Lanterns player"
			return core, head, false
		}
	}
	for i := core.To; i < np.To; i++ { // "the secretary of state"
		if d.Word(i) == "," && (d.Lower(i+1) == "who" || d.Lower(i+1) == "whose") {
			break
		}
		if w := d.Lower(i); !(i == core.To && w == "of") && !nlp.Department(w) {
			return core, head, false
		}
	}
	return core, head, true
}

// holder returns the person whose title has the head of a description, the one named last before it, and whether one was named
// before; one named only behind it where nobody else has the title and the head is an office; or -1.
func (f *finder) holder(np nlp.Range, head, code string, fits func(int) bool) (best int, named bool) {
	past := f.contains(np, "former") || f.contains(np, "ex")
	if offices := topOffices[head]; offices != nil && f.contains(np, "top") { // "the top Kenyan diplomat" is its foreign minister
		if who, at, _ := f.lastOf(np, func(p int) bool {
			return fits(p) && titledAs(f.d.People[p], offices) && (code == "" || f.d.People[p].Represents == code)
		}); at >= 0 {
			return who, true
		}
	}
	best, at, many := f.lastOf(np, func(p int) bool {
		c := f.d.People[p]
		return fits(p) && (past || !formerly(c, head)) && (code == "" || c.Represents == code) && titledSo(c, head)
	})
	if at < 0 && (many || !nlp.Office(head) || code == "" && f.unitOf[np.From] > leadUnits) {
		return -1, false
	}
	return best, at >= 0
}

// lastOf returns the one of those who fit and are not named beside a noun phrase who was named last before it, the token at which,
// -1 where nobody of them was, and whether there are several of them; or -1.
func (f *finder) lastOf(np nlp.Range, fits func(int) bool) (who, at int, many bool) {
	who, at = -1, -1
	for p := range f.d.People {
		if !fits(p) || f.namedBeside(p, np, np.From) {
			continue
		}
		last := f.lastNamed(p, np.From)
		many = many || who >= 0
		if who < 0 || last > at {
			who, at = p, last
		}
	}
	return who, at, many
}

// formerly reports whether a person has an office no more: every title of theirs with the word says so.
func formerly(c nlp.Chain, word string) bool {
	was := false
	for _, t := range c.Titles {
		if !slices.Contains(strings.Fields(strings.ToLower(t)), word) {
			continue
		}
		if !isOver(t) {
			return false
		}
		was = true
	}
	return was
}

// titledSo reports whether one of a person's titles has a word, or its short form.
func titledSo(c nlp.Chain, head string) bool {
	for _, t := range c.Titles {
		for _, w := range strings.Fields(strings.ToLower(t)) {
			if w == head || shortTitles[w] == head {
				return true
			}
		}
	}
	return false
}

// lastNamed returns the last token before token i that names a person, or -1.
func (f *finder) lastNamed(p, i int) int {
	at := -1
	for _, m := range f.d.People[p].Mentions {
		if m.From < i {
			at = max(at, m.From)
		}
	}
	return at
}

// holdsOther reports whether a person holds an office beside which the description's cannot be: the governor is not "the senator".
func (f *finder) holdsOther(p int, head string, core nlp.Range) bool {
	if !exclusive[head] || f.contains(core, "former") || f.contains(core, "ex") {
		return false
	}
	for other := range exclusive {
		if other != head && titledSo(f.d.People[p], other) {
			return true
		}
	}
	return false
}

// introduced reports whether the text spoke of somebody with the head of a description and without a name before: "a striker".
func (f *finder) introduced(np nlp.Range, head string) bool {
	d := f.d
	for i := np.From - 2; i > 0; i-- {
		if d.Lower(i) != head || f.person[i] > 0 || f.inTitle[i] {
			continue
		}
		if n := d.Word(i + 1); f.person[i+1] > 0 || n == "," && f.person[min(i+2, len(d.Tokens)-1)] > 0 {
			continue
		}
		if d.Reading != nil {
			h := d.Reading.Heads[i]
			if r := d.Reading.Relations[i]; r == "appos" || r == "root" || f.person[h] > 0 { // "NAME, a striker", "NAME is a striker"
				continue
			}
		}
		for k := i - 1; k >= 0 && k > i-6 && d.Tokens[k].Word && !prepositions[d.Lower(k)]; k-- {
			switch d.Lower(k) {
			case "a", "an", "one", "another":
				if w := d.Lower(k - 1); w != "as" && !(w == "," && k > 1 && f.person[k-2] > 0) {
					return true
				}
			}
		}
	}
	return false
}

// onlyOne reports whether the text names just one person before a noun phrase: "the leader" can be nobody else.
func (f *finder) onlyOne(np nlp.Range) bool {
	who := 0
	for i := 0; i < np.From; i++ {
		if p := f.person[i]; p > 0 && f.nameOf[i] > 0 {
			if who > 0 && p != who {
				return false
			}
			who = p
		}
	}
	return who > 0
}

// salient returns the person who spoke last or was the subject of a sentence shortly before a noun phrase, whichever was later,
// or -1.
func (f *finder) salient(np nlp.Range, before []int, fits func(int) bool) int {
	u := f.unitOf[np.From]
	who, at := -1, -1
	for k := len(before) - 1; k >= 0; k-- {
		a := f.out[before[k]]
		if u-a.unit > describedReach || a.Source.Kind != nlp.PersonSource {
			break
		}
		if a.unit < u && !f.units[a.unit].title {
			who, at = a.Source.Chain, a.unit
			break
		}
	}
	for k := u - 1; k > at && k >= 0 && u-k <= describedReach && !f.units[k].title; k-- {
		if p := f.subjectIn(f.units[k]); p >= 0 {
			who = p
			break
		}
	}
	if who < 0 || !fits(who) || f.namedBeside(who, np, f.units[u].From) {
		return -1
	}
	return who
}

// subjectIn returns the person who is the first subject of a unit outside of quotation marks, or -1.
func (f *finder) subjectIn(un unit) int {
	if f.d.Reading == nil {
		return -1
	}
	subject := func(i int) bool { return strings.HasPrefix(f.d.Reading.Relations[i], "nsubj") }
	for i := un.From; i < un.To; i++ {
		if f.quoteOf[i] > 0 || !f.inTitle[i] && f.person[i] == 0 || !subject(i) && !(f.d.Reading.Relations[i] == "appos" && subject(f.d.Reading.Heads[i])) {
			continue
		}
		for k := i; k < un.To && (f.inTitle[k] || f.person[k] > 0); k++ { // "candidate NAME"
			if f.person[k] > 0 {
				return f.person[k] - 1
			}
		}
	}
	return -1
}

// namedBeside reports whether a person is named in the unit of a noun phrase, from a token on or within quotation marks: nobody
// is described beside their own name.
func (f *finder) namedBeside(p int, np nlp.Range, from int) bool {
	un := f.units[f.unitOf[np.From]]
	for _, m := range f.d.People[p].Mentions {
		if m.Name >= 0 && un.Has(m.From) && (m.From >= from || f.quoteOf[m.From] > 0) {
			return true
		}
	}
	return false
}
