// Package ner finds the names of people and organizations in a Doc.
//
// People are told by the title before the name, by lists of first names and surnames, by what stands around the name,
// and by repetition: a bare surname counts where the full name, a title or a reporting verb vouches for it.
package ner

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Run fills d.Names. It needs tokens, sentences and places.
func Run(d *nlp.Doc) {
	f := &finder{d: d, lx: lists(), taken: make([]bool, len(d.Tokens)), person: make([]bool, len(d.Tokens)), place: make([]country.Match, len(d.Tokens)),
		known: map[string]bool{}, surname: map[string]bool{}}
	f.readPlaces()
	f.titleCase = make([]bool, len(d.Sentences))
	f.lower = map[string]bool{}
	for i, s := range d.Sentences {
		f.titleCase[i] = titleCased(d, s)
	}
	for i := range d.Tokens {
		if w := d.Word(i); startsLower(w) && d.Word(i-1) != "-" {
			f.lower[w] = true
		}
	}
	f.readSeen()
	f.readThings()
	f.readCredits()
	f.organizations()
	f.abbreviations()
	f.outlets()
	f.seenPeople()
	for i, s := range d.Sentences { // running text first: it tells the names that headlines then repeat
		if !f.titleCase[i] {
			f.people(s)
		}
	}
	for i, s := range d.Sentences {
		if f.titleCase[i] {
			f.headline(s)
		}
	}
	f.singles()
	f.withoutUnseen()
	f.seenOrganizations()
	f.joinAcronyms()
	sort.Slice(f.names, func(i, j int) bool { return f.names[i].From < f.names[j].From })
	d.Names = f.names
}

type finder struct {
	d         *nlp.Doc
	lx        *lexicon
	names     []nlp.Name
	taken     []bool          // tokens that belong to a name
	person    []bool          // those that belong to a person's name
	place     []country.Match // by token; Code is empty where there is none
	titleCase []bool          // by sentence
	lower     map[string]bool // words that the text prints in lower case
	known     map[string]bool // full names found so far, words parted by a space
	surname   map[string]bool // last words of the names found so far, folded
	thing     map[string]bool // single words that the text says to be ships, storms, newspapers and the like
	credit    []bool          // by token: names who made the article
	bodies    map[string]int  // by single word: how much more often the encoder saw it as a body's name than as another
	seen      []int           // by token: index into the encoder's names plus one; 0 outside
}

func (f *finder) readPlaces() {
	for _, p := range f.d.Places {
		r := f.d.RangeOf(nlp.Span{Start: p.Start, End: p.End})
		for i := r.From; i < r.To; i++ {
			f.place[i] = p
		}
	}
}

func (f *finder) isPlace(i int) bool { return f.place[i].Code != "" }

// titleCased reports whether most words of a sentence are printed with a capital letter, as in a headline. A sentence
// with a full stop is none, unless it is marked as one: it may just be full of names.
func titleCased(d *nlp.Doc, s nlp.Sentence) bool {
	if d.Word(s.To-1) == "." && !s.Title {
		return false
	}
	upper, words := 0, 0
	for i := s.From; i < s.To; i++ {
		if w := d.Word(i); d.Tokens[i].Word && utf8.RuneCountInString(w) > 3 {
			words++
			if !startsLower(w) {
				upper++
			}
		}
	}
	return words >= 4 && upper*4 >= words*3
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func startsLower(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

// add keeps a name and claims its tokens.
func (f *finder) add(n nlp.Name) {
	for i := n.From; i < n.To; i++ {
		f.taken[i] = true
		f.person[i] = n.Kind == nlp.PersonName
	}
	if n.Kind == nlp.PersonName {
		if n.Len() == 1 && nlp.HonorificPair(f.d.Word(n.From-1), f.d.Word(n.From)) { // the second half of "Tan Sri"
			return
		}
		if w := f.d.Lower(n.Title.To - 1); n.Title.Len() > 0 && n.Title.To == n.From && (w == "for" || w == "of" || w == "to" || w == "from") {
			n.Title, n.State = nlp.Range{}, "" // "a spokesman for NAME" is somebody else
		}
		n.Sex = f.sex(n)
		words := strings.Join(f.words(n.Range), " ")
		f.known[words] = true
		last := f.d.Word(n.To - 1)
		if generation[strings.ToLower(last)] && n.Len() > 1 {
			last = f.d.Word(n.To - 2)
		}
		f.surname[nlp.Fold(last)] = true
	}
	f.names = append(f.names, n)
}

// sex tells a person's sex by the form of address before the name, else by the first name, else gives '-'.
func (f *finder) sex(n nlp.Name) byte {
	for i := n.Title.From; i < n.Title.To; i++ {
		switch w := f.d.Lower(i); {
		case nlp.Female(w):
			return 'F'
		case nlp.Male(w):
			return 'M'
		}
	}
	w := f.d.Word(n.From)
	if f.d.Word(n.From+1) == "-" && !f.d.Tokens[n.From+1].Spaced && n.Len() > 2 { // Jean-Baptiste is no Jean
		w += "-" + f.d.Word(n.From+2)
	}
	if w == "Al" { // rather the article of an Arabic surname
		return '-'
	}
	if sex := f.lx.first[w]; sex != 0 && (n.Len() > 1 || !f.lx.surnames[w]) {
		return sex
	}
	return '-'
}

var generation = nlp.WordSet("jr jr. sr sr. ii iii iv")

func (f *finder) words(r nlp.Range) []string {
	out := make([]string, 0, r.Len())
	for i := r.From; i < r.To; i++ {
		out = append(out, f.d.Word(i))
	}
	return out
}

// organizations finds the organizations of the table and the runs of capitalized words that end with an
// organization's head ("Northern Fishermen's Union").
func (f *finder) organizations() {
	for _, s := range f.d.Sentences {
		for i := s.From; i < s.To; i++ {
			if canon, n := f.lx.orgs.known(f.d, i, s.To); n > 0 && acceptOrg(f.d, i, n) && !f.onlyPortfolio(nlp.Range{From: i, To: i + n}) {
				if i > s.From && f.isPlace(i-1) && strings.HasSuffix(canon, "Party") && f.place[i-1].Code != "US" {
					f.add(nlp.Name{Range: nlp.Range{From: i - 1, To: i + n}, Kind: nlp.OrganizationName}) // another country's
					i += n - 1
					continue
				}
				f.add(nlp.Name{Range: nlp.Range{From: i, To: i + n}, Kind: nlp.OrganizationName, Canon: canon})
				i += n - 1
			}
		}
		if f.titleCase[f.d.Tokens[s.From].Sentence] {
			continue
		}
		for i := s.From; i < s.To; i++ {
			r := f.run(i, s.To)
			if r.Len() == 0 {
				continue
			}
			if f.d.Lower(r.To) == "'s" && r.To+1 < s.To { // "the Northern Fishermen's Union"
				if rest := f.run(r.To+1, s.To); rest.Len() > 0 && orgHeads[f.d.Lower(rest.To-1)] && !f.personLike(r) {
					r.To = rest.To
				}
			}
			f.organizationIn(r)
			i = r.To - 1
		}
	}
}

// personLike reports whether a run begins with a first name or an office, so that its possessive is a person's.
func (f *finder) personLike(r nlp.Range) bool {
	return f.lx.first[f.d.Word(r.From)] != 0 || nlp.Office(f.d.Lower(r.From)) || r.Len() == 1
}

// organizationIn adds the organization that a run of capitalized words names, if it does.
func (f *finder) organizationIn(r nlp.Range) {
	for k := r.To - 1; k > r.From; k-- {
		if !orgHeads[f.d.Lower(k)] || f.taken[k] {
			continue
		}
		from := r.From
		if first := f.d.Lower(from); f.d.SentenceOf(from).From == from && (openingWord[first] || f.lower[first]) {
			from++
		}
		if from >= k || nlp.Office(f.d.Lower(from)) || f.onlyPortfolio(nlp.Range{From: from, To: k + 1}) {
			return
		}
		n := nlp.Name{Range: nlp.Range{From: from, To: k + 1}, Kind: nlp.OrganizationName}
		for i := n.From; i < n.To; i++ {
			if f.taken[i] {
				return
			}
			if f.isPlace(i) && n.State == "" {
				n.State = f.place[i].Code
			}
		}
		if head := f.d.Lower(k); !stateOrgan[head] || civil[head] && !f.ofState(nlp.Range{From: from + 1, To: k}) || nlp.PartOfState(f.d.Lower(k-1)) {
			n.State = ""
		}
		if n.State == "" && !stateOrgan[f.d.Lower(k)] {
			n.Range = f.withWhatOf(n.Range)
		}
		f.add(n)
		return
	}
}

// whatFor stand between a body and what it is of or for.
var whatFor = nlp.WordSet("of for on")

// withWhatOf returns the name of a body with what it is of, where the encoder saw both as one: "the Reserve Bank of Norway".
func (f *finder) withWhatOf(r nlp.Range) nlp.Range {
	k := f.seen[r.From]
	if k == 0 || !whatFor[f.d.Lower(r.To)] || f.d.Reading.Names[k-1].Kind != nlp.SeenOrganization {
		return r
	}
	all := f.withoutTail(f.d.Reading.Names[k-1].Range)
	all.From = min(r.From, f.withoutHead(all).From)
	if all.To <= r.To {
		return r
	}
	for i := all.From; i < all.To; i++ {
		if f.taken[i] || nlp.Office(f.d.Lower(i)) {
			return r
		}
	}
	return all
}

// stateOrgan are heads of names that are organs of a state where a country stands before them: "Turkish Foreign
// Ministry".
var stateOrgan = nlp.WordSet(`ministry department parliament assembly senate congress army navy forces force police treasury embassy
	government administration office court guard command council agency service authority chamber`)

// civil are those of them that clubs and charities are, too, where no word tells what the state has them for: "Irish Choir Council".
var civil = nlp.WordSet("council agency service authority chamber")

// ofState reports whether one of the words before the head of such a name is of offices and ministries, or there are none.
func (f *finder) ofState(r nlp.Range) bool {
	if w := f.d.Lower(r.To - 1); w == "news" || w == "press" {
		return false
	}
	for i := r.From; i < r.To; i++ {
		if w := f.d.Lower(i); nlp.OfficeModifier(w) || nlp.Department(w) || startsLower(f.d.Word(i)) {
			return true
		}
	}
	return r.Len() == 0
}

// openingWord are words that open a sentence with a capital letter and belong to no name.
var openingWord = nlp.WordSet(`the a an in on at by for from with after before when while as if since although though however but
	and or so yet he she it they we you i his her its their our this that these those there here what who why how
	where which no not both some many most several all any each every other another such only even also then now
	just asked speaking according to under over during despite meanwhile moreover earlier later last next today
	yesterday tomorrow because until unless among between following without within near instead still once one two
	three four five first second third former president-elect said says saying according per via amid against`)

// run returns the maximal run of capitalized words, with hyphens and particles between them, that begins at token i; an
// empty range where none does.
func (f *finder) run(i, end int) nlp.Range {
	d := f.d
	start := i
	if !f.nameWord(i) {
		// al-Rashidi: an Arabic article in lower case, glued by a hyphen
		if !(openParticles[d.Word(i)] && i+2 < end && d.Word(i+1) == "-" && f.nameWord(i+2)) {
			return nlp.Range{}
		}
		i += 2
	}
	j := i + 1
	for j < end {
		w := d.Word(j)
		switch {
		case f.nameWord(j):
			j++
		case (w == "-" || w == "‑") && !d.Tokens[j].Spaced && j+1 < end && !d.Tokens[j+1].Spaced && d.Tokens[j+1].Word &&
			(f.nameWord(j+1) || startsLower(d.Word(j+1)) && f.hyphenated(j)):
			j += 2
		case f.nickname(j, end) > 0:
			j = f.nickname(j, end)
		case particles[w] && d.Tokens[j].Spaced && f.afterParticles(j, end) > 0:
			j = f.afterParticles(j, end)
		default:
			return nlp.Range{From: start, To: j}
		}
	}
	return nlp.Range{From: start, To: j}
}

// hyphenated reports whether the word behind the hyphen at token j goes on a name ("Jong-un") and is no English word
// ("Berlin-based").
func (f *finder) hyphenated(j int) bool {
	w := f.d.Word(j + 1)
	if compounds[w] {
		return false
	}
	return len(w) <= 6 && !f.lx.words[w] || len(w) <= 4 && !f.lx.words[f.d.Lower(j-1)]
}

// compounds are words that a hyphen joins to a name without being part of it: "Berlin-led".
var compounds = nlp.WordSet("led based born run era wide like style made held backed area type only bound owned ruled built dyed free fed aged")

// afterParticles returns the token behind the name word that follows the particles at token j, or 0.
func (f *finder) afterParticles(j, end int) int {
	k := j
	for k < end && k < j+3 && particles[f.d.Word(k)] {
		k++
		if k < end && f.d.Word(k) == "-" {
			k++
		}
	}
	if k < end && f.nameWord(k) {
		return k + 1
	}
	return 0
}

// nameWord reports whether token i may be part of a name: a capitalized word that is no month, weekday or place.
func (f *finder) nameWord(i int) bool {
	w := f.d.Word(i)
	if !startsUpper(w) || f.taken[i] {
		return false
	}
	l := strings.ToLower(w)
	if l == "i" || contraction(l) || nlp.Weekday(l) && !f.familySun(i) || nlp.Month(l) && l != "may" && l != "april" && l != "june" && l != "august" && l != "jan" && l != "mar" {
		return false
	}
	if strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) > 2 && !generation[l] && !nlp.Office(l) && strings.Count(w, ".") < 2 {
		return l == "st."
	}
	return true
}

// contraction reports whether a lower-case word is a pronoun or an auxiliary with another verb or "not" in short: "i'm", "you'll".
func contraction(l string) bool {
	l = strings.ReplaceAll(l, "’", "'")
	base, end, found := strings.Cut(l, "'")
	switch end {
	case "m", "ll", "ve", "re":
		return found
	case "d":
		return pronouns[base]
	case "t":
		return strings.HasSuffix(base, "n")
	case "s":
		return pronouns[base] || base == "let"
	}
	return false
}

var pronouns = nlp.WordSet("i you he she it we they that there who what where how")

// familySun reports whether token i is the Chinese family name rather than the day of the week: a word of a name follows.
func (f *finder) familySun(i int) bool {
	next := f.d.Word(i + 1)
	return f.d.Word(i) == "Sun" && startsUpper(next) && !nlp.Month(strings.ToLower(next)) && f.d.Tokens[i+1].Word && strings.ToUpper(next) != next
}

// notName are capitalized words that belong to no person's name.
var notName = nlp.WordSet(`africa asia europe america americas african africans asian asians european europeans western eastern northern southern arab arabs muslim
	muslims islamic christian christians jewish jews jew latin hispanic catholic protestant orthodox buddhist hindu sunni
	shiite shia soviet nazi zionist zionists communist karabakh nations people covid internet ok tv`)

// deities are the names of no human being where they stand alone.
var deities = nlp.WordSet("God Allah Ganesha Mazu Matsu Guanyin Yahweh Zeus Satan")
