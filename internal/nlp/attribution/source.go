package attribution

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// stateNouns are the nouns that, behind a country's name, mean its government or those who act for it.
var stateNouns = nlp.WordSet(`presidency official officials government ministry minister ministers president premier chancellor authorities
	authority embassy administration delegation intelligence agencies military army navy police parliament state
	spokesman spokeswoman spokesperson spokespersons diplomat diplomats negotiator negotiators forces department
	leadership regime foreign-ministry side king leaders leader envoy ambassador secretary troops cabinet commander
	prosecutors court legislature lawmakers team command representative delegate`)

// spokesNouns are people who speak for whom "for" or "of" behind them names.
var spokesNouns = nlp.WordSet("spokesman spokeswoman spokesperson spokespersons official officials adviser advisor aide aides envoy representative representatives delegate members leaders management executives")

// namedKinds are nouns that stand behind a body's name to say what it is.
var namedKinds = nlp.WordSet("magazine newspaper daily weekly broadcaster network channel website tabloid outlet group company firm team party airline")

// membersOf are people who speak for the body whose name stands before them: "LID officials".
var membersOf = nlp.WordSet("official officials members management executives representatives authorities staff")

// prepositions end the core of a noun phrase.
var prepositions = nlp.WordSet("like unlike in of for from at with on by who which whose to after before during under near inside about into against as over whom amid")

// resolve tells the source that a noun phrase names: the words of the chunk up to its first preposition decide.
func (f *finder) resolve(c nlp.Range) (nlp.Source, bool) {
	d := f.d
	for c.Len() > 0 && (joining[d.Lower(c.From)] || !d.Tokens[c.From].Word) {
		c.From++
	}
	for c.Len() > 0 && !d.Tokens[c.To-1].Word {
		c.To--
	}
	if c.Len() == 0 {
		return nlp.Source{}, false
	}
	if w := d.Lower(c.From); c.Len() == 1 && (w == "they" || w == "it") {
		return f.collective(c), true
	} else if c.Len() == 1 && (w == "he" || w == "she") && f.person[c.From] == 0 { // whoever it is, the words are theirs
		return nlp.Source{Kind: nlp.UnnamedSource, Span: d.SpanOf(c)}, true
	}
	if indefinite[d.Lower(c.From)] && (c.Len() == 1 || prepositions[d.Lower(c.From+1)]) {
		return nlp.Source{Kind: nlp.UnnamedSource, Span: d.SpanOf(c)}, true
	}
	if last := c.To - 1; prepositions[d.Lower(c.From)] && f.person[last] > 0 { // "In a short statement Mr. NAME"
		for c.From < last && f.person[c.From] != f.person[last] {
			c.From++
		}
	}
	if name, ok := f.namedBehind(c); ok {
		return name, true
	}
	if name, ok := f.namedBehindBrackets(c); ok {
		return name, true
	}
	if body, ok := f.ownedBody(c); ok {
		return body, true
	}
	core := c
	for i := c.From; i < c.To; i++ {
		if i > c.From && prepositions[d.Lower(i)] && f.nameOf[i] == 0 && !f.inTitle[i] && f.person[i] == 0 && f.placeOf[i] == 0 {
			core.To = i
			break
		}
	}
	for core.Len() > 1 && !d.Tokens[core.To-1].Word && d.Word(core.To-1) != ")" {
		core.To--
	}
	return f.core(core, c)
}

// namedBehind returns the person whose name ends a noun phrase that tells their role and for what, "the leader of the Dockers' Union NAME",
// "the envoy for the lakes, NAME,".
func (f *finder) namedBehind(c nlp.Range) (src nlp.Source, ok bool) {
	d, last := f.d, c.To-1
	if d.Reading == nil || f.person[last] == 0 || f.nameOf[last] == 0 || last < c.From+3 {
		return src, false
	}
	name := f.nameRange(last)
	before := name.From - 1
	if d.Names[f.nameOf[last]-1].Title.Len() > 0 && before > c.From && f.inTitle[before] {
		return f.departments(c, name)
	}
	if before <= c.From || f.inTitle[before] || d.Lower(before) == "and" {
		return src, false
	}
	if d.Word(before) != "," && f.nameOf[before] == 0 && f.placeOf[before] == 0 && !f.upper(before) {
		return src, false
	}
	for i := c.From; i < before; i++ {
		if prepositions[d.Lower(i)] && !f.inTitle[i] {
			return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[last] - 1, Span: d.SpanOf(name)}, i > c.From && (nlp.RoleNoun(d.Lower(i-1)) || nlp.Human(d.Lower(i-1)))
		}
	}
	return src, false
}

// ownedBody returns the body whose name stands behind that of another one, "the Council of Lanterns' Harbour Agency".
func (f *finder) ownedBody(c nlp.Range) (src nlp.Source, ok bool) {
	d, k := f.d, f.nameOf[c.To-1]
	if k == 0 {
		return src, false
	}
	n := d.Names[k-1]
	owner := nlp.Range{From: f.withoutArticle(c).From, To: n.From - 1}
	if n.Kind != nlp.OrganizationName || n.To != c.To || n.State != "" || owner.To <= c.From+1 || d.Lower(owner.To) != "'s" && d.Word(owner.To) != "’" {
		return src, false
	}
	if f.names(nlp.Range{From: c.From, To: owner.To}) || !f.allUpper(owner) {
		return src, false
	}
	return nlp.Source{Kind: nlp.OrganizationSource, Key: d.BodyKey(n), Span: d.SpanOf(n.Range)}, true
}

// namedBehindBrackets returns the person whose name stands behind their office and its abbreviation, "the Chief Harbour Officer (CHO) NAME".
func (f *finder) namedBehindBrackets(c nlp.Range) (src nlp.Source, ok bool) {
	d := f.d
	open := c.To
	if d.Word(open-1) == ")" || d.Word(open) == ")" { // the chunk may end within the brackets or behind them
		for open > c.From && d.Word(open) != "(" {
			open--
		}
	}
	name := open + 3
	if d.Word(open) != "(" || d.Word(open+2) != ")" || name >= len(d.Tokens) || !f.upper(open+1) || f.person[name] == 0 || f.nameOf[name] == 0 {
		return src, false
	}
	if head := d.Lower(open - 1); open <= c.From || !nlp.Office(head) && !nlp.Human(head) && !f.departmentOf(c.From, open-1) {
		return src, false
	}
	return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[name] - 1, Span: d.SpanOf(f.nameRange(name))}, true
}

// departmentOf reports whether the words up to token last are an office and what it is of, "director general of police".
func (f *finder) departmentOf(from, last int) bool {
	for i := last - 1; i > from && i > last-3; i-- {
		if f.d.Lower(i) == "of" {
			return nlp.Office(f.d.Lower(i - 1))
		}
	}
	return false
}

// departments returns the person before whose title stands the body in which they hold it, "Department of Lanterns Director NAME", all in
// capitals.
func (f *finder) departments(c, name nlp.Range) (src nlp.Source, ok bool) {
	title := f.d.Names[f.nameOf[name.From]-1].Title
	if title.To != name.From || title.From <= c.From {
		return src, false
	}
	for i := c.From; i < title.From; i++ {
		if !f.upper(i) && (i == c.From || !joins[f.d.Lower(i)]) {
			return src, false
		}
	}
	return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[name.From] - 1, Span: f.d.SpanOf(nlp.Range{From: c.From, To: name.To})}, true
}

// indefinite are pronouns for somebody without a name.
var indefinite = nlp.WordSet("someone somebody one another others many several some most few both")

// collective resolves "they" and "it": the latest source before that is no single person, else nobody known.
func (f *finder) collective(c nlp.Range) nlp.Source {
	span := f.d.SpanOf(c)
	u := f.unitOf[c.From]
	if last := f.lastBefore(c.From); last >= 0 {
		if s := f.out[last].Source; s.Kind != nlp.PersonSource && u-f.out[last].unit <= 3 {
			if s.Kind == nlp.UnnamedSource && s.Text == "" {
				s.Text = f.d.Text[s.Span.Start:s.Span.End]
			}
			s.Span = span
			return s
		}
	}
	return nlp.Source{Kind: nlp.UnnamedSource, Span: span}
}

// joining are words before a noun phrase that are no part of it.
var joining = nlp.WordSet("but and or so yet meanwhile however then now still moreover afterwards indeed instead also later earlier when while as because if although though after before since where that")

func (f *finder) core(core, whole nlp.Range) (nlp.Source, bool) {
	d := f.d
	// People, where no possessive makes them an attribute ("Ekberg's spokesman").
	for i := core.To - 1; i >= core.From; i-- {
		if f.person[i] > 0 && d.Lower(i+1) != "'s" && !f.possessivePronoun(i, core) {
			from := i
			for from > core.From && f.person[from-1] == f.person[i] {
				from--
			}
			if w := d.Lower(i + 1); i+1 < core.To && ownedBy[w] {
				break
			}
			to := i + 1
			return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[i] - 1, Span: d.SpanOf(nlp.Range{From: from, To: to})}, true
		}
	}
	if p := f.bySurname(core); p >= 0 {
		return nlp.Source{Kind: nlp.PersonSource, Chain: p, Span: d.SpanOf(nlp.Range{From: core.To - 1, To: core.To})}, true
	}
	if src, ok := f.nameWithin(core, whole); ok {
		return src, true
	}
	head := d.Lower(core.To - 1)
	for i := core.To - 2; i >= core.From && !nlp.RoleNoun(head) && f.nameOf[core.To-1] == 0 && f.placeOf[core.To-1] == 0; i-- {
		if w := d.Lower(i); nlp.RoleNoun(w) { // "two sources familiar with the matter"
			head = w
		}
	}
	span := d.SpanOf(f.withoutArticle(whole))
	for i := core.From; i < core.To; i++ {
		if k := f.nameOf[i]; k > 0 && d.Names[k-1].Kind == nlp.OrganizationName {
			n := d.Names[k-1]
			if to := n.To; to+1 < core.To && d.Lower(to) == "'s" && f.nameOf[core.To-1] > 0 && d.Names[f.nameOf[core.To-1]-1].Kind == nlp.OrganizationName {
				continue // "the Fishery Council's Lantern Agency"
			}
			if m, ok := f.place(n.From); ok && m.Kind == country.Seat && n.State == "" { // "the White House"
				n.State = m.Code
			}
			if n.State != "" {
				return nlp.Source{Kind: nlp.CountrySource, Key: n.State, Span: span}, true
			}
			if i == core.To-1 || n.To == core.To || !nlp.RoleNoun(head) && !(nlp.Human(head) && f.contains(core, "former")) || papers[head] || nlp.Spokesperson(head) || membersOf[head] {
				return nlp.Source{Kind: nlp.OrganizationSource, Key: d.BodyKey(n), Span: d.SpanOf(n.Range)}, true
			}
			if word := d.Lower(core.To - 1); n.To == core.To-1 && namedKinds[word] && f.placeOf[n.From] == 0 { // "the Harbour magazine"
				return nlp.Source{Kind: nlp.OrganizationSource, Key: d.BodyKey(n), Span: span}, true
			}
			if head == "leaders" || documents[d.Lower(core.To-1)] { // "World Bank data"
				return nlp.Source{Kind: nlp.OrganizationSource, Key: d.BodyKey(n), Span: span}, true
			}
		}
	}
	if m, ok := f.lastPlace(core); ok {
		end := d.RangeOf(nlp.Span{Start: m.Start, End: m.End}).To
		if end < core.To && f.ofPart(core) && f.allUpper(f.withoutArticle(core)) { // "Oslo City Government"
			return nlp.Source{Kind: nlp.OrganizationSource, Key: d.Words(f.withoutArticle(core)), Span: span}, true
		}
		if end >= core.To || stateNouns[head] && !f.contains(core, "former") && !(head == "court" && m.Kind == country.Capital) || m.Kind == country.Seat {
			if end >= core.To && m.Kind == country.Demonym && !strings.HasSuffix(head, "s") {
				return nlp.Source{}, false
			}
			if end >= core.To && m.Kind == country.Demonym { // "Americans say"
				return nlp.Source{Kind: nlp.UnnamedSource, Span: span}, true
			}
			return nlp.Source{Kind: nlp.CountrySource, Key: f.firstJoined(core, m).Code, Span: span}, true
		}
	}
	if papers[head] { // "a Norwegian government statement"
		if m, ok := f.lastPlace(core); ok && m.Kind != country.Capital {
			for i := d.RangeOf(nlp.Span{Start: m.Start, End: m.End}).To; i < core.To-1; i++ {
				if stateNouns[d.Lower(i)] {
					return nlp.Source{Kind: nlp.CountrySource, Key: m.Code, Span: span}, true
				}
			}
		}
	}
	for i := core.From; i < core.To; i++ { // "Ekberg's office", "the Ekberg administration"
		if code := f.stateOf(i); code != "" && (stateNouns[head] || head == "office") {
			return nlp.Source{Kind: nlp.CountrySource, Key: code, Span: span}, true
		}
	}
	if !nlp.RoleNoun(head) || pointing[d.Lower(core.From)] {
		return nlp.Source{}, false
	}
	if papers[head] && whole.To > core.To+1 { // "a statement by the Norwegian presidency"
		if w := d.Lower(core.To); w == "by" || w == "from" || w == "of" {
			if s, ok := f.resolve(nlp.Range{From: core.To + 1, To: whole.To}); ok && s.Kind != nlp.UnnamedSource {
				return s, true
			}
		}
	}
	if spokesNouns[head] && whole.To > core.To {
		if w := d.Lower(core.To); w == "for" || w == "of" || w == "at" || w == "from" || w == "with" {
			rest := nlp.Range{From: core.To + 1, To: whole.To}
			for i := rest.From; i < rest.To; i++ {
				if k := f.nameOf[i]; k > 0 && d.Names[k-1].Kind == nlp.OrganizationName && d.Names[k-1].State == "" {
					return nlp.Source{Kind: nlp.OrganizationSource, Key: d.BodyKey(d.Names[k-1]), Span: span}, true
				}
				if m, ok := f.place(i); ok {
					return nlp.Source{Kind: nlp.CountrySource, Key: m.Code, Span: span}, true
				}
				if code := f.stateOf(i); code != "" && !f.leftOffice(i) {
					return nlp.Source{Kind: nlp.CountrySource, Key: code, Span: span}, true
				}
			}
		}
	}
	i := whole.To + 1
	for i < len(d.Tokens) && f.inTitle[i] { // "a former minister, Prof. NAME"
		i++
	}
	if f.upper(i) && f.nameOf[i] == 0 && f.placeOf[i] == 0 && i+1 < len(d.Tokens) && f.person[i+1] > 0 { // a title that no list has
		i++
	}
	if i < len(d.Tokens) && d.Word(whole.To) == "," && f.person[i] > 0 && f.nameOf[i] > 0 && !strings.HasSuffix(head, "s") && !papers[head] {
		return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[i] - 1, Span: d.SpanOf(f.nameRange(i))}, true // "its director, NAME"
	}
	return nlp.Source{Kind: nlp.UnnamedSource, Span: span}, true
}

// ownedBy are nouns that a person's name before them makes those around that person.
var ownedBy = nlp.WordSet("administration family camp campaign team clan government estate regime brothers foundation")

func (f *finder) possessivePronoun(i int, core nlp.Range) bool {
	w := f.d.Lower(i)
	return (w == "his" || w == "her") && i+1 < core.To
}

// firstJoined returns the first of several states that speak together, "the UAE and Kenya", or else the last.
func (f *finder) firstJoined(r nlp.Range, last country.Match) country.Match {
	from := r.From
	if f.d.Lower(from) == "the" {
		from++
	}
	first, ok := f.place(from)
	if !ok || first.Kind != country.Name && first.Kind != last.Kind {
		return last
	}
	if next := f.d.RangeOf(nlp.Span{Start: first.Start, End: first.End}).To; next < r.To && (f.d.Lower(next) == "and" || f.d.Word(next) == ",") {
		return first
	}
	return last
}

func (f *finder) lastPlace(r nlp.Range) (country.Match, bool) {
	for i := r.To - 1; i >= r.From; i-- {
		if m, ok := f.place(i); ok {
			return m, true
		}
	}
	return country.Match{}, false
}

// withoutArticle leaves "the" at the head of a noun phrase out.
func (f *finder) withoutArticle(r nlp.Range) nlp.Range {
	if r.Len() > 1 && f.d.Lower(r.From) == "the" {
		r.From++
	}
	return r
}

// papers are what an organization speaks through: "a NAME poll indicated".
var papers = nlp.WordSet("poll survey study report statement analysis article readout communique communiqué")

// pointing are words that make a noun phrase point back at the text: "this statement".
var pointing = nlp.WordSet("this that these those such")
