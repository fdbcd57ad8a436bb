package coref

import (
	"cmp"
	"slices"
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// fromContext gives a country to those who bear an office of a state whose country is not said with it ("President NAME
// swore in twelve ministers"). It asks in turn, and takes the first answer that may be: whom the sentence says that they act
// for or who receives whom in it; whose organ the words before name; the country of which the sentence or the one before
// speaks ("In Oslo, …"; "Norway's government was angry."); the only one that the article names; that of the publisher or of
// the town in the place line; what the sentence, the paragraph and the article leave. Where there are two, nobody knows.
func (r *resolver) fromContext() {
	only := onlyCountry(r.d, nlp.Range{To: len(r.d.Tokens)})
	if len(r.d.Places) == 0 {
		only = r.onlyKnown()
	}
	if len(r.d.Places) > 0 && !slices.ContainsFunc(r.d.Places, func(p country.Match) bool { return p.Code == only && !r.visited(p) }) {
		only = "" // where somebody goes
	}
	home := r.residence()
	for i := range r.d.People {
		p := &r.d.People[i]
		if p.Represents != "" {
			continue
		}
		m, ok := r.introduced(p)
		if !ok && len(p.Mentions) > 0 {
			m = p.Mentions[0]
		}
		if m.Name < 0 || r.private(i) || r.heir(m) >= 0 || r.ofDifferentStates(m) {
			continue
		}
		if code := cmp.Or(r.delegated(m), r.servedUnder(m)); code != "" {
			p.Represents = code
			continue
		}
		titles := r.current(i)
		for _, t := range titles {
			setCountry(p, r.officeCountry(t))
			setCountry(p, country.OnlyWithOffice(officeName(t)))
		}
		if p.Represents != "" {
			continue
		}
		o := standing{state: bearsState(titles), speaks: speaksFor(titles), federal: federal(titles)}
		o.acts = actsForState(titles) || (o.speaks || serves(titles)) && r.forMinistry(p) || r.chairs(i, titles)
		o.lawmaker = r.sits(m) || slices.ContainsFunc(titles, func(t string) bool { return lawmakers[headWord(officeFields(t))] })
		public := r.publicServant(i)
		o.acts = o.acts || o.lawmaker || public
		o.sent = isSent(titles)
		if code := r.located(i, m, titles, o.lawmaker, home.Told(r.d.SentenceOf(m.From).Paragraph)); code != "" {
			p.Represents = code
			continue
		}
		if code := r.usualOffice(titles); code != "" && code == home.Shown(r.d.SentenceOf(m.From).Paragraph) {
			p.Represents = code
			continue
		}
		if !o.state && !o.acts && !o.sent && ranked(titles) {
			if code := home.Shown(r.d.SentenceOf(m.From).Paragraph); r.foremost(code) {
				p.Represents = code
			}
			continue
		}
		if !o.state && !o.acts && !o.speaks && !o.sent || ok && r.ownedByOther(m.From) || r.owner(m) >= 0 && !r.officeApart(m) && !(public && r.localOwner(r.owner(m))) || !public && r.bodyBeside(i, jointBodies) {
			continue
		}
		for _, code := range r.candidates(i, m, ok, o, only, home) {
			if r.may(i, m, code) {
				p.Represents = code
				break
			}
		}
		if p.Represents == "" && o.state {
			p.Represents = r.likeFirst(m)
		}
	}
}

// onlyKnown returns the one country whose office holders, now or once, the article names, or "".
func (r *resolver) onlyKnown() string {
	found := ""
	for _, p := range r.d.People {
		if p.Known == "" || p.Known == found {
			continue
		}
		if found != "" {
			return ""
		}
		found = p.Known
	}
	return found
}

// residence returns the homes of the article's paragraphs.
func (r *resolver) residence() *nlp.Home {
	if r.homes == nil {
		r.homes = nlp.NewHome(r.d)
	}
	return r.homes
}

// standing is what the titles of a person tell of how they act for a state.
type standing struct {
	state    bool // an office that only states have
	acts     bool // one in which people act for the state in whose capital they are named
	speaks   bool // speaks for others
	lawmaker bool // sits in a parliament
	federal  bool // printed as those of American lawmakers are
	sent     bool // sent abroad: an ambassador, a consul
}

// candidates returns the countries that the context offers to the bearer of an office, likeliest first.
func (r *resolver) candidates(person int, m nlp.Mention, introduced bool, o standing, only string, home *nlp.Home) []string {
	const few = 4 // mentions of the only country that leave open whether the article is about it
	firm := o.state || o.acts
	var out []string
	add := func(when bool, code func() string) {
		if when {
			out = append(out, code())
		}
	}
	s := r.d.SentenceOf(m.From)
	add(firm, func() string { return r.host(m) })
	add(firm, func() string { return r.visitedBy(m) })
	add(firm && hosts(r.d.People[person].Titles), func() string { return r.townAbove(m) })
	add(introduced, func() string { return r.organAbove(m, r.current(person)) })
	add(firm && only != "" && r.count(only) < few, func() string { return home.Shown(s.Paragraph) })
	add(firm, func() string { return only })
	add(introduced, func() string { return r.spokenOf(m) })
	add(introduced && o.state && r.metBy(person, m, home.Shown(s.Paragraph)), func() string { return r.otherOf(person, m, home.Shown(s.Paragraph)) })
	add(introduced && firm, func() string { return home.Told(s.Paragraph) })
	add(firm, func() string { return r.toldElsewhere(person, r.current(person)) })
	add(introduced && firm, func() string { return home.Shown(s.Paragraph) })
	add(introduced && o.state, func() string { return r.sentenceAbove(m) })
	add(introduced && firm, func() string { return r.tells(m) })
	add(introduced && firm && !o.federal, func() string { return home.Of(s.Paragraph) })
	add(introduced && o.state, func() string { return r.otherOf(person, m, home.Shown(s.Paragraph)) })
	add(introduced && o.state, func() string { return r.organIn(s.Range) })
	add(introduced && o.state, func() string {
		return r.onlyFree(person, nlp.Range{From: r.d.Paragraphs[s.Paragraph].From, To: s.To})
	})
	add(introduced && o.state, r.headlineOpens)
	add(o.federal, func() string { return home.Of(s.Paragraph) })
	add(o.lawmaker && r.count(home.Abroad) > 0, func() string { return home.Abroad })
	add(firm, func() string { return r.onlyHaving(r.current(person)) })
	add(o.federal && r.koreanLawmaker(person), func() string { return "KR" })
	add(o.federal && !r.namesFederal(), func() string { return "US" })
	add(introduced && o.state, func() string {
		if code := r.onlyFree(person, nlp.Range{To: len(r.d.Tokens)}); code != "" && (r.count(code) >= few-1 || len(r.d.Places) <= 2*few) {
			return code
		}
		return ""
	})
	add(true, func() string { return r.usualOffice(r.d.People[person].Titles) })
	add(introduced && firm, func() string { return r.leading(m) })
	return out
}

// sentenceAbove returns the only country that the sentence before that of a mention names, in the same paragraph, or "".
func (r *resolver) sentenceAbove(m nlp.Mention) string {
	at := r.d.Tokens[m.From].Sentence
	above := r.above(at)
	if above < 0 || r.d.Sentences[above].Paragraph != r.d.Sentences[at].Paragraph {
		return ""
	}
	return onlyCountry(r.d, r.d.Sentences[above].Range)
}

// organAbove returns the country whose organ the sentence of a mention or the one before names as that of the office:
// "the Kenyan transport ministry … Deputy Transport Minister NAME", "Norway's ministry … Spokeswoman NAME".
func (r *resolver) organAbove(m nlp.Mention, titles []string) string {
	d := r.d
	at := d.Tokens[m.From].Sentence
	speaks, sent := speaksFor(titles), isSent(titles)
	for i := m.From - 1; i >= 0 && d.Tokens[i].Sentence >= r.above(at); i-- {
		if sent && (missions[d.Lower(i)] || ministries[d.Lower(i)] && (d.Lower(i-1) == "foreign" || d.Lower(i+2) == "foreign")) {
			if code := r.organCountry(i); code != "" || missions[d.Lower(i)] {
				return code
			}
			return r.residence().Shown(d.SentenceOf(m.From).Paragraph) // of other countries' ministries it is said whose they are
		}
		if sent && envoys[d.Lower(i)] && d.Lower(i+1) != "in" && d.Tokens[i].Sentence < at && r.chainAt(i) < 0 { // "summoned Norway's ambassador. Ambassador NAME"
			if code := r.organCountry(i); code != "" {
				return code
			}
		}
		if p, ok := r.placeAt(i); ok && speaks && p.Kind == country.Seat && d.Tokens[i].Sentence < at {
			return p.Code
		}
		if !ministries[d.Lower(i)] && !(speaks && stateOrgans[d.Lower(i)]) {
			continue
		}
		code := r.organCountry(i)
		if code == "" {
			continue
		}
		if speaks {
			if d.Tokens[i].Sentence < at || !d.Sentences[at].Has(i) {
				return code
			}
			continue
		}
		for _, t := range titles {
			for _, w := range strings.Fields(strings.ToLower(t)) {
				if portfolios[w] && (d.Lower(i-1) == w || d.Lower(i+2) == w) {
					return code
				}
			}
		}
	}
	return ""
}

// isSent reports whether one of the titles is that of somebody whom a state has sent to another.
func isSent(titles []string) bool {
	return slices.ContainsFunc(titles, func(t string) bool { return envoys[headWord(officeFields(t))] })
}

var (
	ministries = nlp.WordSet("ministry department office")
	missions   = nlp.WordSet("embassy consulate mission")
	envoys     = nlp.WordSet("ambassador consul chargé consul-general ambassador-designate")
)

// ownedByOther reports whether the ministry before the name at token i is of somebody who is no state: "the Brotherhood's foreign
// minister, NAME".
func (r *resolver) ownedByOther(i int) bool {
	k, minister := i-1, false
	for k > 0 && (r.d.Word(k) == "," || nlp.Office(r.d.Lower(k)) || nlp.OfficeModifier(r.d.Lower(k))) {
		minister = minister || r.d.Lower(k) == "minister"
		k--
	}
	if k == 0 || !minister || r.d.Lower(k) != "'s" {
		return false
	}
	_, place := r.placeAt(k - 1)
	return !place && r.chainAt(k-1) < 0
}

// onlyFree returns the one country named in a range that has nobody else in the person's office, or "" where there is none or
// more: "Norway and Kenya will talk, Defence Minister NAME said after meeting his Kenyan counterpart".
func (r *resolver) onlyFree(person int, x nlp.Range) string {
	return only(r.d, x, func(p country.Match) bool {
		return !nlp.Town(r.d, p) && !r.visited(p) && !r.taken(person, p.Code)
	})
}

// visited reports whether a country is one to which somebody goes: "travelling in Norway".
func (r *resolver) visited(p country.Match) bool {
	if w := r.d.Lower(r.d.TokenAt(p.End)); p.Kind != country.Demonym && (w == "trip" || w == "visit") { // "cancels Oslo trip"
		return true
	}
	i := r.d.TokenAt(p.Start) - 1
	if r.d.Lower(i) == "the" {
		i--
	}
	switch r.d.Lower(i) {
	case "in", "to", "for", "from", "into":
		return going[r.d.Lower(i-1)]
	}
	return going[r.d.Lower(i)]
}

var going = nlp.WordSet("travelling traveling travelled traveled travel travels trip visit visits visited visiting flew flying fly flies headed heading tour toured touring returned returning arrived arriving arrives landed lands landing touched")

// introduced returns the first place outside of headlines where a person is named with an office, else where they are named.
func (r *resolver) introduced(p *nlp.Chain) (nlp.Mention, bool) {
	named := -1
	for k, m := range p.Mentions {
		if m.Name < 0 || r.d.SentenceOf(m.From).Title {
			continue
		}
		if r.d.Names[m.Name].Title.Len() > 0 || r.beside(m.Range) {
			return m, true
		}
		if named < 0 {
			named = k
		}
	}
	if named < 0 {
		return nlp.Mention{}, false
	}
	return p.Mentions[named], true
}

// spokenOf returns the country of which the sentence of a mention speaks by its first words, "In Oslo, ", or the sentence
// before it in its paragraph by its subject: "Norway's government was angry.", or "".
func (r *resolver) spokenOf(m nlp.Mention) string {
	d := r.d
	at := d.Tokens[m.From].Sentence
	s := d.Sentences[at]
	if w := d.Lower(s.From); (w == "and" || w == "but") && d.Lower(s.From+1) == "in" {
		s.From++
	}
	if p, ok := r.placeAt(s.From + 1); ok && d.Lower(s.From) == "in" && p.Kind == country.Capital { // "In Oslo they know that"
		return p.Code
	}
	for k := s.From + 1; k < s.From+5 && k < m.From; k++ {
		if d.Word(k) != "," || d.Lower(s.From) != "in" && d.Lower(k-2) != "to" { // "In Oslo, "; "Turning to Norway, "
			continue
		}
		if p, ok := r.placeAt(k - 1); ok {
			return p.Code
		}
		code, _ := country.City(d.Words(nlp.Range{From: s.From + 1, To: k}))
		return code
	}
	above := r.above(at)
	if above < 0 || r.tree == nil || d.Sentences[above].Paragraph != s.Paragraph {
		return ""
	}
	before := d.Sentences[above]
	for k := before.From; k < before.To && k < before.From+12; k++ {
		if relation := d.Reading.Relations[k]; relation == "nsubj" || relation == "nsubj:pass" {
			from := before.From
			for i := from; i < k && d.Lower(from) != "in"; i++ { // "With Oslo's house under repair, the ambassador"
				if d.Word(i) == "," {
					from = i
				}
			}
			code := onlyCountry(d, nlp.Range{From: from, To: k + 1})
			for i := before.From; i <= k; i++ { // of a person's country the next sentence need not speak
				if r.chainAt(i) >= 0 {
					return ""
				}
			}
			if code == "" && d.Lower(k+1) == "in" { // "Lawmakers in Norway were divided."
				if p, ok := r.placeAt(k + 2); ok {
					return p.Code
				}
			}
			return code
		}
	}
	return ""
}

// taken reports whether another person represents the country in the same office: a state has one of each, at a time. Of
// lawmakers and spokespeople it has many.
func (r *resolver) taken(person int, code string) bool {
	if len(r.d.People) > mostChains {
		return false
	}
	for i := range r.d.People {
		q := &r.d.People[i]
		if i == person || code == "" || q.Represents != code {
			continue
		}
		for _, a := range q.Titles {
			for _, b := range r.d.People[person].Titles {
				if sameOffice(a, b, code) && !(anyMinister(a) && !(strings.EqualFold(a, "minister") && anyMinister(b))) && !ofMany[readOffice(a).head] && !ofMany[headWord(officeFields(a))] && !past(a) && !past(b) {
					return true
				}
			}
		}
	}
	return false
}

// anyMinister reports whether a title does not say which minister or secretary its bearer is.
func anyMinister(title string) bool {
	switch strings.ToLower(title) {
	case "minister", "secretary", "cabinet secretary", "permanent secretary", "principal secretary":
		return true
	}
	return false
}

// beside reports whether an office stands right before a name and a comma: "the president, NAME".
func (r *resolver) beside(name nlp.Range) bool {
	return r.d.Word(name.From-1) == "," && nlp.Office(r.d.Lower(name.From-2))
}

// onlyCountry returns the one country that is named in a range of tokens, or "" where there is none or more.
func onlyCountry(d *nlp.Doc, x nlp.Range) string {
	return only(d, x, func(country.Match) bool { return true })
}

// only returns the one country in a range of tokens among the matches that count, or "" where there is none or more.
func only(d *nlp.Doc, x nlp.Range, counts func(country.Match) bool) string {
	found := ""
	for _, p := range d.Places {
		if i := d.TokenAt(p.Start); i < x.From || i >= x.To || p.Code == "" || p.Code == found || !counts(p) {
			continue
		}
		if found != "" {
			return ""
		}
		found = p.Code
	}
	return found
}

// pronounRoles adds what is said of a person by a pronoun: "She has been Norway's envoy since May."
func (r *resolver) pronounRoles() {
	if r.tree == nil {
		return
	}
	for i := range r.d.People {
		p := &r.d.People[i]
		for _, m := range p.Mentions {
			if m.Name < 0 && m.Len() == 1 {
				r.addRoles(i, m)
			}
		}
	}
}
