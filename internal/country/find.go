package country

import (
	"slices"
	"strings"
	"unicode"
)

// Find returns the mentions of countries in a text, the longest on word boundaries, in order and without overlap.
//
// Give it a whole article rather than a sentence: what a name means may be told elsewhere ("Georgia" by "Tbilisi",
// "Jordan" by "Jim Jordan", "Korea" by "Seoul").
//
// Names in small letters count where no other word is written so (ukraine, not turkey), and beside another country
// ("between turkey and Syria"). What stands within a person's name, a publisher's name, an address on the web or a
// fixed term is no mention, nor is a town of that name in a state of the USA ("Paris, Texas"), nor a language
// ("in Russian"). A bare "Congo" is the Democratic Republic unless the text names the other alone; a bare "Korea" is
// South or North Korea where the text names one of the two alone, else nothing.
func Find(text string) []Match {
	f := &finder{text: text, hits: table().names.find(text)}
	f.local()
	f.neighbours()
	f.document()
	f.seatsAbroad()
	var out []Match
	for i, h := range f.hits {
		if f.state[i] == kept {
			out = append(out, Match{h.start, h.end, f.codes[i], h.phrase.kind})
		}
	}
	return out
}

// verdict on a hit.
type verdict int

const (
	kept    verdict = iota
	open            // decided by its neighbours or by the whole text
	dropped         // no mention
)

type finder struct {
	text  string
	hits  []hit
	state []verdict
	codes []string
	named map[string]bool // forms that the text also uses as a person's name
	// language is the last hit so far that names a language, or -1.
	language int
}

// isLanguage tells whether hit i, with these words around it, names a language, by itself or behind others in a list:
// "translated into French, Turkish and Korean".
func (f *finder) isLanguage(i int, c *context) bool {
	p := f.hits[i].phrase
	if !c.isLanguage(p) && !(p.kind == Demonym && i > 0 && f.language == i-1 && f.listed(i-1) && c.endsPhrase()) {
		return false
	}
	f.language = i
	return true
}

// local judges every hit by the words around it.
func (f *finder) local() {
	f.state = make([]verdict, len(f.hits))
	f.codes = make([]string, len(f.hits))
	f.named = map[string]bool{}
	f.language = -1
	for i, h := range f.hits {
		p := h.phrase
		f.codes[i] = p.code
		switch c := around(f.text, h.start, h.end); {
		case p.term || inAddress(f.text, h.start, h.end):
			f.state[i] = dropped
		case c.isPerson(p, h.letters):
			f.state[i] = dropped
			f.named[p.key] = true
		case c.isPublisher(p) || c.isTownInState(p, h.letters) || f.isLanguage(i, c) || c.isPronoun(p, h.letters) || c.isCurrency(p):
			f.state[i] = dropped
		case h.letters == allLow && p.flags&lowerIsWord != 0, p.flags&needsCountry != 0, p.among != nil,
			p.flags&(isFirstName|isSurname) != 0, p.code == "GE" && p.kind == Name:
			f.state[i] = open
		}
	}
}

// neighbours settles names in small letters by the countries they are listed with.
func (f *finder) neighbours() {
	settle := func(i, other int) {
		h := f.hits[i]
		if h.letters != allLow || h.phrase.flags&lowerIsWord == 0 || f.state[i] == dropped {
			return
		}
		if h.phrase.kind == Name && f.isCountry(other) && f.listed(min(i, other)) {
			f.state[i] = kept
		}
	}
	for i := 1; i < len(f.hits); i++ {
		settle(i, i-1)
	}
	for i := len(f.hits) - 2; i >= 0; i-- {
		settle(i, i+1)
	}
	for i, h := range f.hits {
		if f.state[i] == open && h.letters == allLow && h.phrase.flags&lowerIsWord != 0 {
			f.state[i] = dropped
		}
	}
}

// isCountry tells whether hit i means a country by its name, as far as is known yet.
func (f *finder) isCountry(i int) bool {
	h := f.hits[i]
	if h.phrase.kind != Name || f.state[i] == dropped || h.phrase.flags&needsCountry != 0 {
		return false
	}
	return f.state[i] == kept || h.letters != allLow
}

// listed tells whether only a comma, "and" or the like stands between hit i and the next.
func (f *finder) listed(i int) bool {
	gap := f.text[f.hits[i].end:f.hits[i+1].start]
	if len(gap) > 16 {
		return false
	}
	return connectors[strings.Join(strings.Fields(gap), " ")]
}

var connectors = map[string]bool{
	",": true, "and": true, "or": true, ", and": true, ", or": true, "&": true, "/": true, "-": true, "–": true,
	"vs": true, "vs.": true, "versus": true, "nor": true, "than": true, ", the": true, "and the": true, "or the": true,
}

// inList tells whether a hit stands in a list with another country or capital.
func (f *finder) inList(i int) bool {
	other := func(k int) bool {
		capital := f.hits[k].phrase.kind == Capital && f.state[k] == kept
		return (f.isCountry(k) || capital) && f.codes[k] != f.codes[i]
	}
	return i > 0 && other(i-1) && f.listed(i-1) || i+1 < len(f.hits) && other(i+1) && f.listed(i)
}

// document settles what only the whole text can tell.
func (f *finder) document() {
	if !slices.Contains(f.state, open) {
		return
	}
	certain := map[string]bool{}
	for i, h := range f.hits {
		if f.state[i] == kept && h.phrase.code != "" {
			certain[h.phrase.code] = true
		}
	}
	// What is also a name comes before what needs a certain mention, and is certain where it stands as a country.
	for i, h := range f.hits {
		if f.state[i] != open || h.phrase.among != nil || h.phrase.flags&needsCountry != 0 {
			continue
		}
		switch {
		case h.phrase.code == "GE" && h.phrase.kind == Name && f.isStateOfGeorgia(i, certain["GE"]):
			f.state[i] = dropped
		case f.named[h.phrase.key] && !f.inList(i) && !f.readsAsCountry(i):
			f.state[i] = dropped
		default:
			f.state[i] = kept
			certain[h.phrase.code] = true
		}
	}
	for i, h := range f.hits {
		if f.state[i] != open {
			continue
		}
		f.state[i] = kept
		if p := h.phrase; p.among != nil {
			f.codes[i] = p.meaning(certain)
		}
		if f.codes[i] == "" || h.phrase.flags&needsCountry != 0 && !certain[f.codes[i]] ||
			f.named[h.phrase.key] && !f.readsAsCountry(i) {
			f.state[i] = dropped
		}
	}
}

// seatsAbroad drops what another country's name stands before: "the German Foreign Office", "Canada's House of Commons".
func (f *finder) seatsAbroad() {
	for i := 1; i < len(f.hits); i++ {
		before, h := f.hits[i-1], f.hits[i]
		if h.phrase.kind != Seat || f.state[i-1] != kept || f.codes[i-1] == f.codes[i] {
			continue
		}
		switch gap := f.text[before.end:h.start]; {
		case gap == " " && before.phrase.kind == Demonym, gap == "'s ", gap == "’s ":
			f.state[i] = dropped
		}
	}
}

// meaning returns the country that a shared form means in a text with these certain mentions.
func (p *phrase) meaning(certain map[string]bool) string {
	found := ""
	for _, code := range p.among {
		if !certain[code] {
			continue
		}
		if found != "" {
			return p.otherwise
		}
		found = code
	}
	if found == "" {
		return p.otherwise
	}
	return found
}

// readsAsCountry tells whether the words around a hit speak of a country rather than of a person: a word before it that a
// country follows and a person rarely does, or "its" soon behind it ("Chad closed its border").
func (f *finder) readsAsCountry(i int) bool {
	if placeWords[strings.ToLower(wordBefore(f.text, f.hits[i].start))] {
		return true
	}
	const words = 3
	at := f.hits[i].end
	for range words {
		from, to := nextWord(f.text, at)
		if from == to || strings.ContainsAny(f.text[at:from], ".;!?,\n") {
			return false
		}
		if f.text[from:to] == "its" {
			return true
		}
		at = to
	}
	return false
}

var placeWords = set(`in into from to across inside outside within throughout neighbouring neighboring near via visit
	visiting visited leave leaving left reach reached of`)

// isStateOfGeorgia tells whether "Georgia" means the state of the USA.
func (f *finder) isStateOfGeorgia(i int, certain bool) bool {
	h := f.hits[i]
	if h.end-h.start > len("Georgia") { // "Republic of Georgia"
		return false
	}
	c := around(f.text, h.start, h.end)
	if c.afterTownOfState() || stateWords[c.next] || stateWords[strings.ToLower(c.next)] && c.nextGap == " " ||
		georgianPlaces[c.prev] || c.prev == "County" {
		return true
	}
	if !certain && !f.inList(i) && afterPolitician(f.text, h.start) {
		return true
	}
	if certain || f.inList(i) {
		return false
	}
	for _, sign := range countrySigns {
		if strings.Contains(f.text, sign) {
			return false
		}
	}
	for _, sign := range stateSigns {
		if strings.Contains(f.text, sign) {
			return true
		}
	}
	for name, code := range states().code {
		if code == "US" && name != "Georgia" && name != "Washington" && name != "New York" && strings.Contains(f.text, name) {
			return true
		}
	}
	return false
}

// afterPolitician tells whether the words before speak of politics within the USA ("a Democrat from Georgia").
func afterPolitician(text string, at int) bool {
	const words = 4
	for range words {
		from, to := prevWord(text, at)
		if from == to || strings.ContainsAny(text[to:at], ".;!?\n") && !strings.HasPrefix(text[to:at], ". ") {
			return false
		}
		if politicians[strings.ToLower(text[from:to])] {
			return true
		}
		at = from
	}
	return false
}

var (
	stateWords = set(`senator governor sen gov rep republican republicans democrat democrats voters legislature
		runoff congressman congresswoman county bulldogs tech prosecutors primary gop senators statehouse institute`)
	georgianPlaces = set(`Southern Coastal Rural Atlanta Savannah Augusta Macon Athens Columbus Marietta Valdosta`)
	countrySigns   = []string{"Tbilisi", "Georgian", "Saakashvili", "Ivanishvili", "Kobakhidze", "Kavelashvili",
		"Zourabichvili", "Zurabishvili", "Garibashvili", "Abkhazia", "Ossetia", "Batumi", "Caucasus"}
	stateSigns  = []string{"Atlanta", "Savannah", "Fulton County", "Raffensperger", "Warnock", "Ossoff", "Marjorie Taylor"}
	politicians = set(`congressman congresswoman congressmen democrat democrats republican republicans senator senators
		sen rep governor gov voters primary delegates caucus lawmaker district county`)
)

// inAddress tells whether a span lies within an address on the web, an e-mail address or a handle.
func inAddress(text string, start, end int) bool {
	const farthest = 200 // bytes looked at on either side
	from, to := start, end
	for from > 0 && start-from < farthest && text[from-1] > ' ' {
		from--
	}
	for to < len(text) && to-end < farthest && text[to] > ' ' {
		to++
	}
	token := strings.TrimLeft(text[from:to], "\"'([{<“‘")
	if strings.Contains(token, "://") || strings.HasPrefix(token, "www.") || strings.HasPrefix(token, "@") {
		return true
	}
	before, after := text[from:start], text[end:to]
	if strings.ContainsAny(before+after, "@") {
		return true
	}
	// "russia.example" and "example.co.uk", but neither "Russia.The" nor "U.S.and"
	domainAfter := len(after) > 2 && after[0] == '.' && isLower(after[1]) && text[end-1] != '.' && isLower(text[end-1])
	domainBefore := len(before) > 1 && before[len(before)-1] == '.' && isLower(before[len(before)-2]) &&
		isLower(text[start])
	return domainAfter && isLower(text[start]) || domainBefore
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		m[word] = true
	}
	return m
}

func isTitle(word string) bool {
	for i, r := range word {
		if i == 0 {
			if !unicode.IsUpper(r) {
				return false
			}
			continue
		}
		if unicode.IsLower(r) {
			return true
		}
	}
	return false
}
