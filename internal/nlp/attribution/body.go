package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

var (
	// bodies are nouns for organizations that speak for themselves.
	bodies = nlp.WordSet(`agency commission federation union association council committee bank institute foundation bureau league club
		company firm society chamber watchdog regulator newspaper paper daily weekly broadcaster charity party corporation
		consortium conglomerate insurer brokerage consultancy retailer carmaker automaker airline operator supplier publisher
		university college school hospital museum organization organisation network station channel magazine website
		tabloid outlet group alliance coalition movement cooperative co-op guild syndicate academy think-tank confederation
		secretariat directorate shipbroker shipowner shipyard lender manufacturer startup utility exchange trust nonprofit ngo
		clinic diocese church theatre orchestra festival gallery zoo department tribunal board court city county town municipality
		temple platform developer giant chain team airport body`)
	// loose are bodies that a describing word does not yet make one organization: "the second group".
	loose = nlp.WordSet(`group school church movement alliance coalition hospital party network website paper department channel
		station firm company board court city county town municipality temple platform developer giant chain team airport body`)
	// byName are those of which the name has the noun: "the court" is no company of the sentence before.
	byName = nlp.WordSet("court city county town municipality temple airport board")
	// houses are people who speak for the body at which they work where several do.
	houses = nlp.WordSet("economists analysts strategists researchers forecasters scientists engineers")
)

// body gives a noun phrase that is an organization to it, and reports whether it has: one that bears a name which no list knows
// ("the daily El Faro"), one that the text named before ("the bank"), or one that a definite description tells from others of
// its kind ("the electoral commission").
func (f *finder) body(s *nlp.Source, np nlp.Range, before []int) bool {
	for i := np.From + 1; i < np.To; i++ { // "the Lund Group, a consultancy,"
		if f.d.Word(i) == "," {
			np.To = i
			break
		}
	}
	core := f.coreOf(np)
	for core.Len() > 0 && !f.d.Tokens[core.To-1].Word {
		core.To--
	}
	if core.Len() == 0 || f.units[f.unitOf[np.From]].title {
		return false
	}
	if own := (nlp.Range{From: core.From, To: np.To - 1}); core.To < np.To && own.Len() > 2 && outlets[f.d.Lower(own.To)] && f.definite(np) && f.allUpper(own) {
		return f.organization(s, f.d.Words(own)) // "the Lamp of Norway newspaper"
	}
	head := f.d.Lower(core.To - 1)
	if w := f.d.Lower(core.To); houses[head] && (w == "at" || w == "from" || w == "with") {
		for i := core.To + 1; i < np.To; i++ {
			if k := f.nameOf[i]; k > 0 && f.d.Names[k-1].Kind == nlp.OrganizationName && f.d.Names[k-1].State == "" {
				return f.organization(s, f.d.BodyKey(f.d.Names[k-1]))
			}
		}
	}
	if papers[head] && core.Len() > 1 && f.upper(core.To-2) && bodies[f.d.Lower(core.To-2)] { // "a Commission readout"
		return f.organization(s, f.d.Word(core.To-2))
	}
	if name, ok := f.properName(np, core); ok {
		return f.organization(s, f.d.Words(name))
	}
	if own := f.withoutArticle(core); own.Len() > 1 && f.definite(np) && (core.To == np.To || f.d.Lower(core.To) == "of") {
		if key := f.namedBody(own); key != "" { // "the harbour watchers" of the Lund Harbour Watchers
			return f.organization(s, key)
		}
	}
	if own := f.namedInFull(core); own.Len() > 0 && f.definite(np) && f.isOrgan(own) {
		if code := f.home(own); code != "" {
			s.Kind, s.Key = nlp.CountrySource, code
			return true
		}
	}
	if !bodies[head] || !f.definite(np) || core.To < np.To && !prepositions[f.d.Lower(core.To)] {
		return false
	}
	if f.d.Lower(core.From) == "the" {
		core.From++
	}
	for i := core.From; i < core.To; i++ {
		if w := f.d.Lower(i); others[w] || f.person[i] > 0 || w == "'s" || w == "and" {
			return false
		}
	}
	if key := f.namedBody(core); key != "" {
		return f.organization(s, key)
	}
	if key := f.qualified(core); key != "" {
		return f.organization(s, key)
	}
	if own := (nlp.Range{From: core.From, To: core.To - 1}); own.Len() > 0 && outlets[head] && f.allUpper(own) { // "the Lund Foundation website"
		return f.organization(s, f.d.Words(own))
	}
	if core.Len() == 1 && f.upper(core.From) { // "the Commission"
		return f.organization(s, f.d.Words(core))
	}
	if was := *s; byName[head] && (core.Len() == 1 || loose[head]) {
		if f.bodyBefore(s, np, before) && slices.Contains(strings.Fields(strings.ToLower(s.Key)), head) {
			return true
		}
		*s = was
		return false
	}
	if core.Len() == 1 || loose[head] {
		return f.bodyBefore(s, np, before)
	}
	if core.To < np.To && f.d.Lower(core.To) != "of" && f.d.Lower(core.To) != "in" {
		return false
	}
	return f.organization(s, f.d.Words(core))
}

func (f *finder) organization(s *nlp.Source, key string) bool {
	s.Kind, s.Key = nlp.OrganizationSource, strings.Join(strings.Fields(key), " ")
	return true
}

// properName returns the capitalized words at the end of a noun phrase that name a body: behind a noun that tells its kind
// ("shipbroker Lund & Sons"), or behind "the" ("the Harbour Watch").
func (f *finder) properName(np, core nlp.Range) (nlp.Range, bool) {
	d := f.d
	end := core.To
	for end < np.To && (d.Lower(end) == "of" || d.Lower(end) == "for") && (f.upper(end+1) || d.Lower(end+1) == "the" && f.upper(end-1) && f.upper(end+2)) { // "Alternative for Norway"
		end++
		if !f.upper(end) {
			end++
		}
		for end < np.To && f.upper(end) {
			end++
		}
	}
	if end < np.To && d.Word(end) != "(" && d.Word(end) != "," && !prepositions[d.Lower(end)] {
		return nlp.Range{}, false
	}
	name := nlp.Range{From: end, To: end}
	for name.From > np.From && (f.upper(name.From-1) || name.From < end && name.From-1 > np.From && joins[d.Lower(name.From-1)] && (f.upper(name.From-2) || joins[d.Lower(name.From-2)] && f.upper(name.From-3))) {
		name.From--
	}
	sentence := d.SentenceOf(np.From).From
	kind := ""
	for i := name.From; i < name.To && bodies[d.Lower(i)] && i == sentence; i++ { // "Shipbroker Lund & Sons said"
		kind = d.Lower(i)
		name.From++
	}
	if name.Len() == 0 {
		return name, false
	}
	if d.Word(end) == "(" && d.Word(end+2) == ")" && f.initials(name, d.Word(end+1)) && !nlp.Office(d.Lower(name.To-1)) {
		return name, true // "the Norwegian Conference of Dockers (NCD)"
	}
	for i := name.From; i < name.To; i++ {
		if m, ok := f.place(i); f.person[i] > 0 || f.inTitle[i] || ok && m.Kind == country.Demonym || f.nameOf[i] > 0 && !f.partOfBody(i, name) {
			return name, false
		}
	}
	last := d.Lower(name.To - 1)
	if nlp.Human(last) || nlp.Office(last) || nlp.RoleNoun(last) && !bodies[last] || nlp.Human(strings.TrimSuffix(last, "s")) || papers[last] || documents[last] {
		return name, false
	}
	if _, ok := f.place(name.To - 1); ok && name.Len() == 1 {
		return name, false
	}
	if kind == "" && name.From > np.From {
		kind = d.Lower(name.From - 1)
	}
	if d.Word(end) == "(" && d.Word(end+2) == ")" && f.definite(np) && name.Len() > 1 && acronym(d.Word(end+1)) {
		return name, true // "the far-left Alliance for Norway (AfN)"
	}
	if name.From == core.From && d.Lower(name.From-1) == "to" && d.Lower(name.From-2) == "according" && !nlp.Human(strings.TrimSuffix(last, "s")) {
		return name, true // "according to Lampenwerk"
	}
	if name == np && name.Len() > 1 {
		return name, true // "Lund Lantern Temple said"
	}
	the := name.From > 0 && d.Lower(name.From-1) == "the"
	return name, bodies[kind] || the && (name.Len() > 1 || strings.ToUpper(d.Word(name.From)) == d.Word(name.From) && len(d.Word(name.From)) > 2)
}

// partOfBody reports whether a token is in the name of a body behind "of" in a longer one, "the Office of the Harbour Commission".
func (f *finder) partOfBody(i int, name nlp.Range) bool {
	n := f.d.Names[f.nameOf[i]-1]
	before := n.From - 1
	if f.d.Lower(before) == "the" {
		before--
	}
	return n.Kind == nlp.OrganizationName && n.State == "" && before > name.From && n.To == name.To && f.d.Lower(before) == "of"
}

// acronym reports whether a word has two capital letters or more: "AfN".
func acronym(w string) bool {
	n := 0
	for _, c := range w {
		if unicode.IsUpper(c) {
			n++
		}
	}
	return n > 1
}

// initials reports whether an abbreviation has the first letters of a name's words with capitals, three or more.
func (f *finder) initials(name nlp.Range, short string) bool {
	letters := ""
	for i := name.From; i < name.To; i++ {
		if f.upper(i) {
			letters += f.d.Word(i)[:1]
		}
	}
	return len(letters) > 2 && letters == short
}

// joins are words within the name of a body.
var joins = nlp.WordSet("& of for and the")

// upper reports whether a token is a word with a capital letter.
func (f *finder) upper(i int) bool {
	if i < 0 || i >= len(f.d.Tokens) || !f.d.Tokens[i].Word {
		return false
	}
	r, _ := utf8.DecodeRuneInString(f.d.Word(i))
	return unicode.IsUpper(r) && f.d.Lower(i) != "the"
}

func (f *finder) allUpper(r nlp.Range) bool {
	for i := r.From; i < r.To; i++ {
		if !f.upper(i) && !(i > r.From && i < r.To-1 && joins[f.d.Lower(i)]) {
			return false
		}
	}
	return true
}

// namedBody returns the key of the organization, named last before a description, whose name has all its words, or "".
func (f *finder) namedBody(core nlp.Range) string {
	for k := len(f.d.Names) - 1; k >= 0; k-- {
		n := f.d.Names[k]
		if n.Kind != nlp.OrganizationName || n.State != "" || n.From >= core.From {
			continue
		}
		words := strings.Fields(strings.ToLower(f.d.Words(n.Range) + " " + n.Canon))
		has := map[string]bool{}
		for _, w := range words {
			has[w] = true
		}
		all := true
		for i := core.From; i < core.To; i++ {
			all = all && has[f.d.Lower(i)]
		}
		if all {
			return f.d.BodyKey(n)
		}
	}
	return ""
}

// namedInFull returns the words with capitals before that end in the one word of a description, "the National Archives" for "the archives", or
// an empty range.
func (f *finder) namedInFull(core nlp.Range) nlp.Range {
	if core.Len() > 2 || core.Len() == 2 && f.d.Lower(core.From) != "the" {
		return nlp.Range{}
	}
	head, u := f.d.Lower(core.To-1), f.unitOf[core.From]
	for i := core.From - 1; i > 0 && u-f.unitOf[i] <= paperReach; i-- {
		if f.d.Lower(i) == head && f.upper(i) && f.upper(i-1) {
			return nlp.Range{From: i - 1, To: i + 1}
		}
	}
	return nlp.Range{}
}

// qualified returns the key of the organization that the text names behind the words before a description's head, "the ruling party" of
// "the ruling Lantern Party", or "".
func (f *finder) qualified(core nlp.Range) string {
	own := nlp.Range{From: core.From, To: core.To - 1}
	if own.Len() == 0 || f.allUpper(own) {
		return ""
	}
	for k := len(f.d.Names) - 1; k >= 0; k-- {
		n := f.d.Names[k]
		if n.Kind == nlp.OrganizationName && n.State == "" && n.From > own.Len() && strings.EqualFold(f.d.Words(nlp.Range{From: n.From - own.Len(), To: n.From}), f.d.Words(own)) {
			return f.d.BodyKey(n)
		}
	}
	return ""
}

// bodyBefore gives "the company" to the organization that spoke last, or is the only one in the sentences right before.
func (f *finder) bodyBefore(s *nlp.Source, np nlp.Range, before []int) bool {
	u := f.unitOf[np.From]
	if len(before) > 0 {
		a := f.out[before[len(before)-1]]
		reports := a.Cue.Len() > 0 && strings.HasPrefix(f.d.Text[a.Cue.Start:], "report") // by a newspaper, about the company
		if a.Source.Kind == nlp.OrganizationSource && u-a.unit <= describedReach && (!reports || outlets[f.d.Lower(np.To-1)]) {
			return f.organization(s, a.Source.Key)
		}
	}
	key := ""
	for k := max(0, u-2); k <= u; k++ {
		for i := f.units[k].From; i < min(f.units[k].To, np.From); i++ {
			n := f.nameOf[i]
			if n == 0 || f.d.Names[n-1].Kind != nlp.OrganizationName || f.d.Names[n-1].From != i {
				continue
			}
			if own := f.d.BodyKey(f.d.Names[n-1]); f.d.Names[n-1].State != "" || key != "" && own != key {
				return false
			} else {
				key = own
			}
		}
	}
	return key != "" && f.organization(s, key)
}
