package coref

import (
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// roles fills a person's titles and country from the words around each of their names.
func (r *resolver) roles(p *nlp.Chain) {
	for _, m := range p.Mentions {
		name := r.d.Names[m.Name]
		if name.Title.Len() > 0 {
			r.title(p, name.Title, name.State)
			if code := r.countryOf(m.To); code != "" {
				setCountry(p, code)
			}
		}
		setCountry(p, r.counterpart(m.Range, name.Title))
		if office, ok := r.sharedOffice(m.Range); ok {
			if code := r.countryBehind(m.To); code != "" {
				addTitle(p, office)
				setCountry(p, code)
			}
		}
		if office, code, ok := r.appositionAfter(m.Range); ok {
			r.title(p, office, code)
		} else if office, code, ok := r.appositionBefore(nlp.Range{From: r.titleStart(m), To: m.To}); ok {
			r.title(p, office, code)
		} else if office, code, ok := r.predicated(m.Range); ok {
			r.title(p, office, code)
		}
		r.addRoles(p, m)
	}
}

// titleStart returns the first token of a name with the title before it: "the prime minister, Prince NAME".
func (r *resolver) titleStart(m nlp.Mention) int {
	if t := r.d.Names[m.Name].Title; t.Len() > 0 && t.To == m.From {
		return t.From
	}
	return m.From
}

// addRoles adds what the tree says of a person in one place.
func (r *resolver) addRoles(p *nlp.Chain, m nlp.Mention) {
	for _, x := range r.treeRoles(m) {
		if x.title != "" {
			addTitle(p, x.title)
		}
		setCountry(p, x.code)
	}
}

// sharedOffice returns the office that a plural before a list gives to each of it, in the singular: "Presidents NAME of
// Rwanda and NAME of Angola".
func (r *resolver) sharedOffice(name nlp.Range) (string, bool) {
	d := r.d
	s := d.SentenceOf(name.From)
	for k := name.From - 1; k >= s.From && k > name.From-16; k-- {
		w := d.Lower(k)
		one := strings.TrimSuffix(w, "s")
		if one != w && nlp.Office(one) {
			office := strings.TrimSuffix(d.Word(k), "s")
			for k > s.From && (nlp.OfficeModifier(d.Lower(k-1)) || nlp.Department(d.Lower(k-1))) && capitalized(d.Word(k-1)) {
				k--
				office = d.Word(k) + " " + office
			}
			return office, true
		}
		if w != "and" && w != "," && w != "of" && w != "(" && w != ")" && w != "the" && r.chainAt(k) < 0 && !r.isCountryWord(k) {
			return "", false
		}
	}
	return "", false
}

// counterpart returns the country in "his Mongolian counterpart, NAME", or "".
func (r *resolver) counterpart(name, title nlp.Range) string {
	i := name.From - 1
	if title.Len() > 0 {
		i = title.To - 1
	}
	for nlp.FormOfAddress(r.d.Lower(i)) { // "her Kenyan counterpart Dr. NAME"
		i--
	}
	if r.d.Word(i) == "," {
		i--
	}
	if w := r.d.Lower(i); w != "counterpart" && w != "peer" && w != "homologue" {
		return ""
	}
	if p, ok := r.placeAt(i - 1); ok && p.Kind != country.Seat { // "her Kenyan counterpart", "her Bangladesh counterpart"
		return p.Code
	}
	if w := r.d.Lower(i - 1); w == "his" || w == "her" { // "flies to Kenya, where she is to meet her counterpart NAME"
		for k := i - 2; k > i-14 && k >= r.d.SentenceOf(i).From; k-- {
			if p, ok := r.placeAt(k); ok {
				if w := r.d.Lower(k + 1); w == "," && r.d.Lower(k+2) == "where" {
					return p.Code
				}
				break
			}
		}
	}
	return ""
}

// title adds the office in the range to a person's titles, and the country.
func (r *resolver) title(p *nlp.Chain, office nlp.Range, code string) {
	text := r.officeText(office)
	if text != "" {
		tenure := r.tenure(office.From)
		addTitle(p, tenure+text)
		if tenure == "former " || tenure == "ex " || tenure == "Former " { // who no longer has an office does not act in it
			return
		}
		if code == "" {
			code = officeCountry(text)
		}
		if code == "" {
			code = seatIn(text)
		}
	}
	setCountry(p, code)
}

// tenure returns the word before an office, and before the country that stands there, which says that the person no longer
// has it or does not have it yet, with a space behind it: "former ".
func (r *resolver) tenure(i int) string {
	for i--; i >= 0 && (r.isCountryWord(i) || r.d.Lower(i) == "u.s."); i-- {
	}
	if tenures[r.d.Lower(i)] {
		return r.d.Word(i) + " "
	}
	return ""
}

var tenures = nlp.WordSet("former ex acting interim outgoing incoming late then")

// addTitle adds a title that the person has not got yet. Of two titles of which one says more of the same office
// ("minister", "foreign minister"; "ambassador", "ambassador to Kenya") the fuller one stays.
func addTitle(p *nlp.Chain, title string) {
	for i, t := range p.Titles {
		if fuller(t, title) {
			return
		}
		if fuller(title, t) {
			p.Titles[i] = title
			return
		}
	}
	p.Titles = append(p.Titles, title)
}

// fuller reports whether title a says all that b says. A vice president is no president.
func fuller(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if a == b {
		return true
	}
	if rest, ok := strings.CutSuffix(a, " "+b); ok {
		return !strings.HasSuffix(rest, "vice") && !strings.HasSuffix(rest, "deputy") && !strings.HasSuffix(rest, "former")
	}
	rest, ok := strings.CutPrefix(a, b+" ")
	if !ok {
		return false
	}
	first, _, _ := strings.Cut(rest, " ")
	return first == "of" || first == "for" || first == "to" || first == "and"
}

// owners gives a country to those who stand behind a country's or another person's possessive: "Norway's envoy NAME",
// "President Ekberg's envoy NAME".
func (r *resolver) owners() {
	for i := range r.d.People {
		p := &r.d.People[i]
		for _, m := range p.Mentions {
			if name := r.d.Names[m.Name]; name.Title.Len() > 0 && name.State == "" {
				setCountry(p, r.ownerBefore(name.Title.From))
			}
		}
	}
}

func setCountry(p *nlp.Chain, code string) {
	if p.Represents == "" {
		p.Represents = code
	}
}

// officeText returns an office without the country before it and without forms of address: "Secretary of State".
func (r *resolver) officeText(office nlp.Range) string {
	d := r.d
	for office.From < office.To {
		w := d.Lower(office.From)
		if !nlp.FormOfAddress(w) && w != "the" && w != "a" && w != "an" && w != "-" && w != "'s" && !r.isCountryWord(office.From) {
			break
		}
		office.From++
	}
	for office.To > office.From && (nlp.FormOfAddress(d.Lower(office.To-1)) || d.Lower(office.To-1) == "-") {
		office.To--
	}
	for i := office.From + 1; i < office.To; i++ { // cut "of Norway", with what follows: "of Norway to Kenya"
		if p, ok := r.placeAfter(i); ok && d.Lower(i) == "of" && p.Kind == country.Name {
			office.To = i
			break
		}
	}
	for i := office.From; i < office.To; i++ { // cut "for Norway"
		if w := d.Lower(i); (w == "of" || w == "for" || w == "to") && i+1 < office.To && r.isCountryWord(office.To-1) {
			rest := nlp.Range{From: i + 1, To: office.To}
			if r.allCountry(rest) {
				office.To = i
			}
		}
	}
	if office.Len() <= 0 || office.Len() == 1 && kin[d.Word(office.From)] {
		return ""
	}
	hasOffice := false
	for i := office.From; i < office.To; i++ {
		w := d.Lower(i)
		hasOffice = hasOffice || nlp.RoleNoun(w)
	}
	if !hasOffice {
		return ""
	}
	return r.withoutCountries(office)
}

// withoutCountries returns the words of a range less those that name a country: "top Irish diplomat" is a top diplomat.
func (r *resolver) withoutCountries(x nlp.Range) string {
	var parts []string
	from := x.From
	for i := x.From; i <= x.To; i++ {
		if i < x.To && !(r.isCountryWord(i) && i+1 < x.To && r.d.Lower(i+1) != "-" && r.d.Lower(i-1) != "to" && r.d.Lower(i-1) != "the") {
			continue
		}
		if i > from {
			parts = append(parts, strings.Fields(r.d.Words(nlp.Range{From: from, To: i}))...)
		}
		from = i + 1
	}
	return strings.Join(parts, " ")
}

// placeAfter returns the country match that begins behind token i, with or without "the" between.
func (r *resolver) placeAfter(i int) (country.Match, bool) {
	if r.d.Lower(i+1) == "the" {
		i++
	}
	p, ok := r.placeAt(i + 1)
	return p, ok && p.Start == r.d.Tokens[i+1].Start
}

// isCountryWord reports whether token i is part of a country's name or demonym (not of a seat of power).
func (r *resolver) isCountryWord(i int) bool {
	p, ok := r.placeAt(i)
	return ok && p.Kind != country.Seat
}

func (r *resolver) allCountry(x nlp.Range) bool {
	for i := x.From; i < x.To; i++ {
		if !r.isCountryWord(i) && r.d.Lower(i) != "the" {
			return false
		}
	}
	return true
}

// placeAt returns the country match that covers token i.
func (r *resolver) placeAt(i int) (country.Match, bool) {
	if i < 0 || i >= len(r.d.Tokens) {
		return country.Match{}, false
	}
	t := r.d.Tokens[i]
	k := sort.Search(len(r.d.Places), func(k int) bool { return r.d.Places[k].End > t.Start })
	if k < len(r.d.Places) && r.d.Places[k].Start < t.End {
		return r.d.Places[k], true
	}
	return country.Match{}, false
}

// ownerBefore returns the country whose possessive stands right before token i: "Norway's", or that of a person who
// represents one ("Ekberg's envoy").
func (r *resolver) ownerBefore(i int) string {
	if w := r.d.Lower(i - 1); w != "'s" && w != "'" {
		return ""
	}
	if p, ok := r.placeAt(i - 2); ok {
		return p.Code
	}
	if c := r.chainAt(i - 2); c >= 0 {
		return r.d.People[c].Represents
	}
	return ""
}

// countryOf returns the country in "of COUNTRY" that begins at token i, as in "President NAME of Norway".
func (r *resolver) countryOf(i int) string {
	if r.d.Lower(i) != "of" {
		return ""
	}
	if r.d.Lower(i+1) == "the" {
		i++
	}
	if p, ok := r.placeAt(i + 1); ok && p.Kind == country.Name {
		return p.Code
	}
	return ""
}

// countryBehind returns the country in "of COUNTRY" or "(COUNTRY)" that begins at token i.
func (r *resolver) countryBehind(i int) string {
	if code := r.countryOf(i); code != "" {
		return code
	}
	if p, ok := r.placeAt(i + 1); ok && r.d.Word(i) == "(" && p.Kind == country.Name {
		return p.Code
	}
	return ""
}

// chainAt returns the person whose name covers token i, or -1.
func (r *resolver) chainAt(i int) int {
	k := sort.Search(len(r.d.Names), func(k int) bool { return r.d.Names[k].To > i })
	if k < len(r.d.Names) && r.d.Names[k].Has(i) {
		return r.of[k]
	}
	return -1
}

// appositionAfter reads the office in what follows a name between commas: "NAME, Norway's foreign minister," or
// "NAME, a professor of law at …".
func (r *resolver) appositionAfter(name nlp.Range) (office nlp.Range, code string, ok bool) {
	d := r.d
	s := d.SentenceOf(name.From)
	if name.To+1 >= s.To || d.Word(name.To) != "," || r.headlineList(name, s) {
		return office, "", false
	}
	return r.officeIn(name.To+1, s.To)
}

// headlineList reports whether the comma behind a name in a headline stands for "and", as no second comma follows: "Lind, Kenyan
// leader to meet".
func (r *resolver) headlineList(name nlp.Range, s nlp.Sentence) bool {
	if last := r.d.Word(s.To - 1); !s.Title && (last == "." || last == "?" || last == "!" || last == "”" || last == "\"") {
		return false
	}
	for k := name.To + 1; k < s.To; k++ {
		if r.d.Word(k) == "," {
			return false
		}
	}
	return true
}

// predicated reads the office that a verb gives to a name: "NAME became Norway's works minister", "NAME is the envoy".
func (r *resolver) predicated(name nlp.Range) (office nlp.Range, code string, ok bool) {
	d := r.d
	s := d.SentenceOf(name.From)
	k := name.To
	if w := d.Lower(k); w == "has" && d.Lower(k+1) == "been" || w == "was" && appointed[d.Lower(k+1)] || w == "serves" && d.Lower(k+1) == "as" {
		k += 2
	} else if w == "is" || w == "became" {
		k++
	} else {
		return office, "", false
	}
	if d.Lower(k) == "as" {
		k++
	}
	if k+1 >= s.To {
		return office, "", false
	}
	if p, isPlace := r.placeAt(k); isPlace && d.Lower(k+1) == "'s" && p.Kind == country.Name {
		office, _, ok = r.officeIn(k+2, s.To)
		return office, p.Code, ok
	}
	return r.officeIn(k, s.To)
}

var appointed = nlp.WordSet("appointed named elected sworn made re-elected confirmed")

// appositionBefore reads the office in what stands before a name and a comma: "the Norwegian foreign minister, NAME,".
func (r *resolver) appositionBefore(name nlp.Range) (office nlp.Range, code string, ok bool) {
	d := r.d
	s := d.SentenceOf(name.From)
	if name.From-2 < s.From || d.Word(name.From-1) != "," {
		return office, "", false
	}
	head := name.From - 2
	if at := r.headBefore(head, s.From); at >= 0 {
		whole := nlp.Range{From: at, To: name.From - 1}
		if office, code, ok = r.officeIn(at, whole.To); ok && !speaks[r.d.Lower(at)] {
			if code == "" { // "Norway's ambassador to Kenya, NAME"
				code = r.ownerBefore(at)
			}
			return office, code, true
		}
		return nlp.Range{From: at, To: at + 1}, r.countryIn(whole), true
	}
	if !nlp.Office(d.Lower(head)) && !nlp.Department(d.Lower(head)) {
		return office, "", false
	}
	from := head
	for from > s.From && head-from < 8 {
		w := d.Lower(from - 1)
		if w == "the" || w == "'s" || w == "its" || w == "his" || w == "her" || w == "their" {
			office = nlp.Range{From: from, To: head + 1}
			if w == "'s" {
				code = r.ownerBefore(from)
			} else {
				code = r.countryIn(office)
			}
			return office, code, r.hasOffice(office)
		}
		if !nlp.Office(w) && !nlp.OfficeModifier(w) && !nlp.Department(w) && w != "of" && w != "for" && !r.isCountryWord(from-1) {
			break
		}
		from--
	}
	if office = (nlp.Range{From: from, To: head + 1}); r.isCountryWord(from) && r.hasOffice(office) { // "Norwegian Prime Minister, NAME"
		return office, r.countryIn(office), true
	}
	return nlp.Range{}, "", false
}

// speaks are offices that are named without those for whom they speak.
var speaks = nlp.WordSet("spokesman spokeswoman spokesperson")

// headBefore returns the first token of the office in "a spokesman for the Norwegian foreign ministry, NAME" or "the
// Minister of Foreign Affairs of Oman, NAME", where the words for whom end at token i, or -1.
func (r *resolver) headBefore(i, from int) int {
	for k := i; k > from && k > i-10; k-- {
		w := r.d.Lower(k)
		if !r.d.Tokens[k].Word || auxiliary[w] || isReporting(w) || r.chainAt(k) >= 0 {
			return -1
		}
		next := r.d.Lower(k + 1)
		if !nlp.Office(w) || nlp.FormOfAddress(w) || genericOffice[w] || next != "for" && next != "of" && next != "to" {
			continue
		}
		for k > from && (nlp.OfficeModifier(r.d.Lower(k-1)) || nlp.Department(r.d.Lower(k-1))) && r.d.Lower(k-1) != "and" && r.d.Lower(k-1) != "the" {
			k--
		}
		country := k
		for country > from && r.isCountryWord(country-1) {
			country--
		}
		if b := r.d.Lower(country - 1); b != "a" && b != "an" && b != "the" && b != "'s" {
			return -1
		}
		return country
	}
	return -1
}

func (r *resolver) hasOffice(x nlp.Range) bool {
	for i := x.From; i < x.To; i++ {
		if nlp.Office(r.d.Lower(i)) {
			return true
		}
	}
	return false
}

// officeIn reads an office that begins at token i and ends before a comma or a verb.
func (r *resolver) officeIn(i, end int) (office nlp.Range, code string, ok bool) {
	d := r.d
	from := i
	switch w := d.Lower(i); {
	case w == "the" || w == "a" || w == "an" || w == "his" || w == "her" || w == "their":
		from++
	case nlp.Office(w) || nlp.OfficeModifier(w) || r.isCountryWord(i):
	default:
		return office, "", false
	}
	to, head := from, -1
	for to < end && to-from < 14 {
		w := d.Lower(to)
		if w == "," || w == "." || w == "who" || w == "which" || w == ";" || w == "—" || w == "–" || w == ")" || w == "\"" || w == "”" {
			break
		}
		if v, isVerb := nlp.Reporting(w); isVerb && v.Form != nlp.BaseForm && head >= 0 {
			break
		}
		if head < 0 && nlp.Office(w) && !nlp.FormOfAddress(w) && !kin[w] && !(w == "deputy" && to+1 < end && (d.Lower(to+1) == "speaker" || nlp.Office(d.Lower(to+1)))) {
			head = to
		} else if head < 0 && w == "speaker" && d.Lower(to-1) == "deputy" {
			head = to
		}
		to++
	}
	if head < 0 || head-from > 6 {
		return office, "", false
	}
	for k := from; k < head; k++ { // only words of an office stand before its head
		w := d.Lower(k)
		if !nlp.OfficeModifier(w) && !nlp.Office(w) && !nlp.Department(w) && !r.isCountryWord(k) && w != "'s" && w != "-" &&
			w != "top" && w != "country" && w != "new" && w != "u.s." && w != "us" {
			if _, seat := r.placeAt(k); !seat {
				return office, "", false
			}
		}
	}
	if r.chainIn(nlp.Range{From: head, To: to}) { // "the foreign minister NAME": another person's office
		return office, "", false
	}
	whole := nlp.Range{From: from, To: to}
	code = r.countryIn(whole)
	last := head + 1
	if w := d.Lower(last); last < to && (w == "of" || w == "for" || w == "to") {
		k := last + 1
		for k < to && (nlp.Department(d.Lower(k)) || r.isCountryWord(k) || capitalized(d.Word(k))) {
			k++
		}
		for k > last && (d.Lower(k-1) == "the" || d.Lower(k-1) == "and") {
			k--
		}
		if k > last+1 {
			last = k
		}
	}
	for k := from; k+1 < head; k++ { // "Norway's foreign minister": the office begins behind the possessive
		if d.Lower(k) == "'s" {
			from = k + 1
		}
	}
	return nlp.Range{From: from, To: last}, code, true
}

func capitalized(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c)
}

func (r *resolver) chainIn(x nlp.Range) bool {
	for i := x.From; i < x.To; i++ {
		if r.chainAt(i) >= 0 {
			return true
		}
	}
	return false
}

// countryIn returns the country that the range names first and that is not merely where somebody is sent, or "".
func (r *resolver) countryIn(x nlp.Range) string {
	for i := x.From; i < x.To; i++ {
		if p, ok := r.placeAt(i); ok && !r.destination(i, x.From, p) {
			return p.Code
		}
	}
	return ""
}

// destination reports whether the country at token i of an office that begins at token from is the one to which its bearer
// is sent: "ambassador to Kenya", "special envoy for the Sudan". Nobody acts for that one.
func (r *resolver) destination(i, from int, p country.Match) bool {
	if p.Kind == country.Demonym {
		return false
	}
	for i > from && r.d.Tokens[i].Start > p.Start { // the first token of the name
		i--
	}
	k := i - 1
	if r.d.Lower(k) == "the" {
		k--
	}
	w := r.d.Lower(k)
	if w != "to" && w != "for" && w != "in" || k < from {
		return false
	}
	for ; k >= from; k-- {
		if nlp.Sent(r.d.Lower(k)) {
			return true
		}
	}
	return false
}

// officeCountry returns the country of an office that only one country has.
func officeCountry(title string) string {
	t := strings.ToLower(title)
	switch {
	case strings.Contains(t, "secretary of state") && !strings.Contains(t, "parliamentary"),
		strings.Contains(t, "secretary of defense"), strings.Contains(t, "secretary of the treasury"),
		strings.HasPrefix(t, "treasury secretary"), strings.HasPrefix(t, "defense secretary"):
		return "US"
	case t == "taoiseach":
		return "IE"
	case t == "bundeskanzler":
		return "DE"
	case t == "pope":
		return "VA"
	}
	return ""
}

// seatIn returns the country of a seat of power that a title names: "Kremlin spokesman".
func seatIn(title string) string {
	for _, p := range country.Find(title) {
		if p.Kind == country.Seat {
			return p.Code
		}
	}
	return ""
}

// countries gives a country to the people whom a table of office holders knows: an article that names the country and a
// president's, premier's or minister's surname leaves no other reading. The holder's full name is kept, so that the same
// person has one key in all articles however the name is spelt.
func (r *resolver) countries() {
	count := map[string]int{}
	for _, p := range r.d.Places {
		count[p.Code]++
	}
	codes := make([]string, 0, len(count))
	for code := range count {
		codes = append(codes, code)
	}
	sort.Strings(codes)
	for i := range r.d.People {
		p := &r.d.People[i]
		if p.Represents != "" {
			codes := []string{p.Represents}
			r.holder(p, codes)
			continue
		}
		r.holder(p, codes)
		if p.Represents == "" && len(p.Words) > 1 && bearsState(p.Titles) { // a full name with an office needs no country beside it
			r.holder(p, allCodes())
		}
	}
}

var allCodes = sync.OnceValue(func() []string {
	var codes []string
	for _, c := range country.All() {
		codes = append(codes, c.Code)
	}
	return codes
})

// holder looks a person up among the office holders of some countries.
func (r *resolver) holder(p *nlp.Chain, codes []string) {
	surname, first := p.Words[len(p.Words)-1], p.Words[0]
	if len(p.Words) > 1 && nlp.FamilyFirst(p.Words[0]) {
		surname, first = first, surname
	}
	var found, full string
	for _, code := range codes {
		name, ok := country.Holder(code, surname, r.d.Published)
		if !ok || len(p.Words) > 1 && !hasName(name, first) {
			continue
		}
		if found != "" {
			return // two countries' holders bear the name
		}
		found, full = code, name
	}
	if found == "" {
		return
	}
	setCountry(p, found)
	p.Holder = full
}

// hasName reports whether a full name has the first name among its words, as an initial or in another way to write it in
// Latin letters ("Sergei", "Sergey") too.
func hasName(full, first string) bool {
	a := nlp.Fold(strings.TrimSuffix(first, "."))
	for _, w := range strings.FieldsFunc(full, func(r rune) bool { return r == ' ' || r == '-' }) {
		b := nlp.Fold(strings.TrimSuffix(w, "."))
		if a == b || len(a) == 1 && strings.HasPrefix(b, a) ||
			a[0] == b[0] && len(a) > 4 && len(b) > 4 && levenshtein.ComputeDistance(a, b) <= 2 {
			return true
		}
	}
	return nlp.Fold(strings.ReplaceAll(full, "-", "")) == a || strings.Contains(nlp.Fold(full), a) && len(a) > 3
}
