// Package coref joins the names of a Doc to chains, one a person, and gives each person the offices and the country that
// the text tells.
//
// It works in sieves, most precise first: equal full names, a shorter form of a full name, a surname, a misspelt name
// that also stands rightly, then offices ("the secretary") and pronouns, which need a chain to lead to.
package coref

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"graphload/internal/nlp"
)

// Run fills d.People. It needs tokens, sentences, quotes, places and names.
func Run(d *nlp.Doc) {
	RunWith(d, Learned)
}

// RunWith is [Run] with another decision on whom a pronoun means: the person's index, or -1.
func RunWith(d *nlp.Doc, choose func(*Choice) int) {
	r := &resolver{d: d, choose: choose, stateWords: -1, tree: nlp.NewTree(d), of: make([]int, len(d.Names)), bySurname: map[string][]int{}, over: map[int]map[string]bool{}, head: map[int]bool{}}
	for i := range r.of {
		r.of[i] = -1
	}
	r.fullNames()
	r.shortNames()
	r.joinKnownAs()
	r.joinMisspelt()
	r.joinVariants()
	r.build()
	for i := range d.People {
		r.roles(i)
	}
	r.lists()
	r.shareBodies()
	r.countries()
	r.heads()
	r.owners()
	r.standDown()
	r.fromContext()
	r.anaphora()
	r.owned()
	r.succession()
	r.pronounRoles()
	r.standDown()
}

type resolver struct {
	d      *nlp.Doc
	choose func(*Choice) int
	sexed  []bool // by person: it was a pronoun that told the sex
	of     []int  // chain of each name, -1 where there is none
	chains []*chain
	tree   *nlp.Tree
	// stateWords is how many words of the article speak of offices of states, -1 before they are counted.
	stateWords  int
	homes       *nlp.Home               // where the article is at home, nil before it is asked
	bare        []role                  // offices named with a country and without a name, nil before they are read
	over        map[int]map[string]bool // by person: titles, in lower case, that a verb says to be over
	head        map[int]bool            // by person: known as one who leads or led a state or its government
	offices     [][]office              // by person: what the titles tell, read before offices are resolved
	home        []bool                  // by person: introduced as "the minister, NAME", without a country
	bracketedAt map[string][]int        // by word: where it stands alone in brackets, nil before it is asked
	bySurname   map[string][]int        // chains by the last word, and the first where the family name stands first, in lower case
}

// chain is a person in the making.
type chain struct {
	forms map[string]int // words of each form, parted by a space, and how often it stands
	order []string       // forms in order of appearance
	words []string       // words of the fullest form
	sex   byte
	full  []int // indexes of its names of two words or more, in order
	last  int   // index of its latest name of one word, or -1
	gone  bool
	// generation is the "Jr." of a full name, as printed.
	generation string
}

// nameWords returns the words of name n without hyphens between them and without "Jr.".
func (r *resolver) nameWords(n int) []string {
	name := r.d.Names[n]
	var out []string
	for i := name.From; i < name.To; i++ {
		w := r.d.Word(i)
		if !r.d.Tokens[i].Word && w != "-" && w != "/" { // `Ada “Red” Lind`
			for k := i + 1; k < name.To; k++ {
				if !r.d.Tokens[k].Word && r.d.Word(k) != "-" {
					i = k
					break
				}
			}
			continue
		}
		if generations[strings.ToLower(strings.TrimSuffix(w, "."))] && i > name.From+1 {
			continue
		}
		if before := r.d.Word(i - 1); len(out) > 0 && (w == "-" || w == "/" || !r.d.Tokens[i].Spaced && (r.d.Tokens[i-1].Word || before == "-" || before == "/")) {
			out[len(out)-1] += w // Jean-Luc, al-Rashidi, Siva a/l Raman
			continue
		}
		out = append(out, w)
	}
	return out
}

var generations = nlp.WordSet("jr sr ii iii iv")

// fullNames makes the chains of names with two words or more.
func (r *resolver) fullNames() {
	for n, name := range r.d.Names {
		if name.Kind != nlp.PersonName {
			continue
		}
		words := r.nameWords(n)
		if len(words) < 2 {
			continue
		}
		r.assign(n, words, r.find(words, name.Sex))
	}
}

// find returns the chain of a full name, or -1.
func (r *resolver) find(words []string, sex byte) int {
	for _, c := range r.bySurname[nlp.Fold(words[len(words)-1])] {
		if ch := r.chains[c]; (sameFull(ch.words, words) || respelt(ch.words, words)) && !(sex != '-' && ch.sex != '-' && sex != ch.sex) {
			return c
		}
	}
	for _, c := range r.bySurname[nlp.Fold(words[0])] {
		if beginsLike(r.chains[c].words, words) {
			return c
		}
	}
	return -1
}

// beginsLike reports whether the words of one name of two or more are the first of the other: "Lucía Ferreyra" is Lucía
// Ferreyra Montalbán, where people have two surnames.
func beginsLike(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 2 {
		return false
	}
	for i, w := range a {
		if !equal(w, b[i]) {
			return false
		}
	}
	return true
}

// sameFull reports whether two full names are of one person: the same last word, and the words of one among the
// other's, where an initial stands for any word that begins with it.
func sameFull(a, b []string) bool {
	if !equal(a[len(a)-1], b[len(b)-1]) {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 2 {
		return false
	}
	for _, w := range a {
		found := false
		for _, x := range b {
			found = found || equal(w, x) || initialOf(w, x) || initialOf(x, w)
		}
		if !found {
			return false
		}
	}
	return true
}

// equal compares two words without regard to case and to marks on letters.
func equal(a, b string) bool { return nlp.Fold(a) == nlp.Fold(b) }

func initialOf(initial, word string) bool {
	r, size := utf8.DecodeRuneInString(initial)
	return strings.HasSuffix(initial, ".") && size+1 == len(initial) && strings.HasPrefix(word, string(r))
}

// assign puts name n into chain c, or into a new one where c is -1.
func (r *resolver) assign(n int, words []string, c int) {
	if c < 0 {
		c = len(r.chains)
		r.chains = append(r.chains, &chain{forms: map[string]int{}, sex: '-', last: -1})
		r.index(c, words)
	}
	ch := r.chains[c]
	form := strings.Join(words, " ")
	if ch.forms[form] == 0 {
		ch.order = append(ch.order, form)
	}
	ch.forms[form]++
	if len(words) > len(ch.words) {
		ch.words = words
	}
	if ch.sex == '-' {
		ch.sex = r.d.Names[n].Sex
	}
	if len(words) > 1 {
		ch.full = append(ch.full, n)
		if last := r.d.Word(r.d.Names[n].To - 1); last != words[len(words)-1] && generations[strings.ToLower(strings.TrimSuffix(last, "."))] {
			ch.generation = " " + last
		}
	} else {
		ch.last = n
	}
	r.of[n] = c
}

// index makes a chain findable by the words that may stand for it alone.
func (r *resolver) index(c int, words []string) {
	last := nlp.Fold(words[len(words)-1])
	keys := []string{last}
	if bare := withoutArticle(last); bare != last {
		keys = append(keys, bare)
	}
	if first := nlp.Fold(words[0]); len(words) > 1 && first != last {
		keys = append(keys, first)
	}
	if other := otherArticle(last); other != "" {
		keys = append(keys, other)
	}
	if family := familyWithin(words); family != "" {
		keys = append(keys, nlp.Fold(family))
	}
	for _, key := range keys {
		r.bySurname[key] = append(r.bySurname[key], c)
	}
}

// shortNames gives each name of one word to the chain of a fuller name, else to a chain of its own.
func (r *resolver) shortNames() {
	for n, name := range r.d.Names {
		if name.Kind != nlp.PersonName || r.of[n] >= 0 {
			continue
		}
		words := r.nameWords(n)
		r.assign(n, words, r.short(n, words[0], name))
	}
}

// short returns the chain that a name of one word belongs to, or -1. Where several people share the surname it is the
// one named last in full before, unless that one is named in passing, else the one named most.
func (r *resolver) short(n int, word string, name nlp.Name) int {
	if name.Title.Len() == 0 {
		name.Sex = '-' // what is a first name elsewhere tells nothing of a surname
	}
	best, bestAt, bestFit := -1, -1, 0
	for _, c := range r.bySurname[nlp.Fold(word)] {
		ch := r.chains[c]
		if name.Sex != '-' && ch.sex != '-' && name.Sex != ch.sex || !shortFor(word, ch.words) || r.otherReign(word, name, ch) {
			continue
		}
		at := ch.lastBefore(n)
		fit := r.fits(name, ch)
		if name.Sex != '-' && ch.sex == name.Sex { // "Mrs. NAME" is rather a woman than somebody of unknown sex
			fit++
		}
		if best < 0 || fit > bestFit || at > bestAt && fit == bestFit && !r.passing(ch, r.chains[best], word) && !r.oneSentence(at, bestAt) {
			best, bestAt, bestFit = c, at, fit
		}
	}
	if best < 0 {
		if best = r.only(word, name.Sex); best >= 0 && r.otherReign(word, name, r.chains[best]) {
			return -1
		}
	}
	return best
}

// oneSentence reports whether two names stand in one sentence, of which the first one's bearer is rather spoken of again.
func (r *resolver) oneSentence(a, b int) bool {
	return a >= 0 && b >= 0 && r.d.Tokens[r.d.Names[a].From].Sentence == r.d.Tokens[r.d.Names[b].From].Sentence
}

// passing reports whether the text names somebody just once while it calls another person by their common surname: "Marrowby", of whom it
// tells, stays Marrowby behind "his father, Lindqvarn Marrowby,".
func (r *resolver) passing(ch, other *chain, word string) bool {
	return len(ch.full) == 1 && ch.forms[word] == 0 && other.forms[word] > 0 && !r.speaks(ch.full[0]) || r.relative(ch) && !r.relative(other)
}

// relative reports whether a text names somebody only to say whose relative another person is: "the son of the shipbuilder NAME".
func (r *resolver) relative(ch *chain) bool {
	for _, n := range ch.full {
		name := r.d.Names[n]
		i := name.From - 1
		if name.Title.Len() > 0 {
			i = name.Title.From - 1
		}
		for i > 0 && i > name.From-relativeReach && r.d.Tokens[i].Word && r.d.Lower(i) != "of" {
			i--
		}
		if i < 1 || r.d.Lower(i) != "of" || !family[r.d.Lower(i-1)] {
			return false
		}
	}
	return len(ch.full) > 0
}

// relativeReach is how many words may stand between "of" and the name of whose relative somebody is.
const relativeReach = 7

// family are relatives of whom a text tells by another's name.
var family = nlp.WordSet(`father mother son daughter wife husband spouse widow widower brother sister grandmother grandfather grandson
	granddaughter stepson stepdaughter uncle aunt cousin nephew niece fiancée fiancé heir child`)

// speaks reports whether the encoder saw a name as one who says something.
func (r *resolver) speaks(n int) bool {
	return r.d.Reading != nil && slices.ContainsFunc(r.d.Reading.Claims, func(c nlp.Claim) bool { return c.Source.Has(r.d.Names[n].From) })
}

// only returns the one chain of a fuller name that has the word, or -1 where there is none or more: the first of two
// surnames, a family name that stands first, or the name by which a culture calls people for short.
func (r *resolver) only(word string, sex byte) int {
	best := -1
	for c, ch := range r.chains {
		if len(ch.words) < 2 || sex != '-' && ch.sex != '-' && sex != ch.sex ||
			!slices.ContainsFunc(ch.words, func(w string) bool { return equal(w, word) }) {
			continue
		}
		if best >= 0 {
			return -1
		}
		best = c
	}
	return best
}

// shortFor reports whether a single word may stand for a full name: its last word, or the first of a name whose family
// name stands first ("Xi Jinping"), or the surname without its particle.
func shortFor(word string, full []string) bool {
	last := full[len(full)-1]
	if equal(word, last) || nlp.Fold(word) == withoutArticle(nlp.Fold(last)) || word == familyWithin(full) || nlp.Fold(word) == otherArticle(nlp.Fold(last)) {
		return true
	}
	return len(full) > 1 && len(full) <= 3 && word == full[0] && (nlp.FamilyFirst(word) || nlp.FamilyBefore(full[1]))
}

// familyWithin returns the family name that stands between two given names, "Adela Fung Wai-lam", or "".
func familyWithin(full []string) string {
	if last := len(full) - 1; last > 1 && nlp.FamilyBefore(full[last]) {
		return full[last-1]
	}
	return ""
}

// otherArticle returns a folded surname that is written together with the Arabic article as it is written in the other way, "almurabi" for
// "elmurabi", or "".
func otherArticle(surname string) string {
	const shortest = len("alnasi")
	if len(surname) >= shortest {
		switch surname[:2] {
		case "al":
			return "el" + surname[2:]
		case "el":
			return "al" + surname[2:]
		}
	}
	return ""
}

// withoutArticle returns a folded surname without the Arabic article in front: "al-sisi" and "el-sisi" are Sisi.
func withoutArticle(surname string) string {
	if bare, ok := strings.CutPrefix(surname, "el-"); ok {
		return bare
	}
	return strings.TrimPrefix(surname, "al-")
}

// lastBefore returns the index of the chain's latest name before name n, or -1.
func (c *chain) lastBefore(n int) int {
	at := c.last
	if i := sort.SearchInts(c.full, n); i > 0 {
		at = max(at, c.full[i-1])
	}
	return at
}

// mostChains is the most people whose names are compared with each other for slips; a text with more is a list.
const mostChains = 1000

// build turns the chains into d.People, in order of appearance.
func (r *resolver) build() {
	d := r.d
	index := map[int]int{}
	for n, name := range d.Names {
		c := r.of[n]
		if c < 0 {
			continue
		}
		p, ok := index[c]
		if !ok {
			p = len(d.People)
			index[c] = p
			ch := r.chains[c]
			form := fullest(ch)
			d.People = append(d.People, nlp.Chain{Name: form + ch.generation, Words: strings.Fields(form), Sex: ch.sex})
		}
		r.of[n] = p
		d.People[p].Mentions = append(d.People[p].Mentions, nlp.Mention{Range: name.Range, Name: n})
	}
}

// fullest returns the form with the most words; among equals the one that stands most often, then the first.
func fullest(c *chain) string {
	best, words := "", 0
	for _, form := range c.order {
		n := len(strings.Fields(form))
		if n > words || n == words && c.forms[form] > c.forms[best] {
			best, words = form, n
		}
	}
	return best
}
