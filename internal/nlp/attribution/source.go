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
	prosecutors court legislature lawmakers team command`)

// spokesNouns are people who speak for whom "for" or "of" behind them names.
var spokesNouns = nlp.WordSet("spokesman spokeswoman spokesperson spokespersons official officials adviser advisor aide aides envoy representative")

// prepositions end the core of a noun phrase.
var prepositions = nlp.WordSet("in of for from at with on by who which whose to after before during under near inside about into against as over whom amid")

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
	if last := c.To - 1; prepositions[d.Lower(c.From)] && f.person[last] > 0 { // "In a short statement Mr. NAME"
		for c.From < last && f.person[c.From] != f.person[last] {
			c.From++
		}
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
			if i+1 < core.To && d.Lower(i+1) == "administration" {
				break
			}
			to := i + 1
			return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[i] - 1, Span: d.SpanOf(nlp.Range{From: from, To: to})}, true
		}
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
			if m, ok := f.place(n.From); ok && m.Kind == country.Seat && n.State == "" { // "the White House"
				n.State = m.Code
			}
			if n.State != "" {
				return nlp.Source{Kind: nlp.CountrySource, Key: n.State, Span: span}, true
			}
			if i == core.To-1 || n.To == core.To || !nlp.RoleNoun(head) || papers[head] {
				return nlp.Source{Kind: nlp.OrganizationSource, Key: f.orgKey(n), Span: d.SpanOf(n.Range)}, true
			}
		}
	}
	if m, ok := f.lastPlace(core); ok {
		end := d.RangeOf(nlp.Span{Start: m.Start, End: m.End}).To
		if end >= core.To || stateNouns[head] && !f.contains(core, "former") || m.Kind == country.Seat {
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
		if p := f.person[i]; p > 0 && d.People[p-1].Represents != "" && (stateNouns[head] || head == "office") {
			return nlp.Source{Kind: nlp.CountrySource, Key: d.People[p-1].Represents, Span: span}, true
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
					return nlp.Source{Kind: nlp.OrganizationSource, Key: f.orgKey(d.Names[k-1]), Span: span}, true
				}
				if m, ok := f.place(i); ok {
					return nlp.Source{Kind: nlp.CountrySource, Key: m.Code, Span: span}, true
				}
				if p := f.person[i]; p > 0 && d.People[p-1].Represents != "" {
					return nlp.Source{Kind: nlp.CountrySource, Key: d.People[p-1].Represents, Span: span}, true
				}
			}
		}
	}
	i := whole.To + 1
	for i < len(d.Tokens) && f.inTitle[i] { // "a former minister, Prof. NAME"
		i++
	}
	if i < len(d.Tokens) && d.Word(whole.To) == "," && f.person[i] > 0 && f.nameOf[i] > 0 && !strings.HasSuffix(head, "s") {
		return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[i] - 1, Span: d.SpanOf(f.nameRange(i))}, true // "its director, NAME"
	}
	return nlp.Source{Kind: nlp.UnnamedSource, Span: span}, true
}

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
	if !ok || first.Kind != country.Name {
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

func (f *finder) orgKey(n nlp.Name) string {
	if n.Canon != "" {
		return n.Canon
	}
	return f.d.Words(n.Range)
}

// papers are what an organization speaks through: "a NAME poll indicated".
var papers = nlp.WordSet("poll survey study report statement analysis article")

// pointing are words that make a noun phrase point back at the text: "this statement".
var pointing = nlp.WordSet("this that these those such")

// betweenSubjectAndVerb are the auxiliaries and adverbs stand between a subject and its verb.
var betweenSubjectAndVerb = nlp.WordSet(`has have had also later then previously repeatedly recently again further today yesterday
	earlier already once simply likewise only just further separately tonight too all both himself herself itself
	nevertheless still always often sometimes initially first finally eventually immediately quickly subsequently do does did`)

// subjectBefore returns the source whose noun phrase ends before the verb at token c, and the first token of that noun
// phrase with what belongs to it; that is c where no noun phrase ends there at all.
func (f *finder) subjectBefore(c int, u unit) (src nlp.Source, from int, ok bool) {
	src, from, ok = f.phraseBefore(c, u)
	if who := c - 1; ok && src.Kind != nlp.UnnamedSource && who > from && f.d.Lower(who) == "who" { // "NAME, who said"
		src.Span = f.d.SpanOf(nlp.Range{From: who, To: c})
	}
	if d := f.d; !ok && from < c && d.Reading != nil {
		if np := f.subjectOf(nlp.Range{From: c, To: c + 1}); np.Len() > 0 && np.From > from && np.To <= c && conjunctions[d.Lower(np.From-1)] {
			if who, found := f.resolve(np); found && who.Kind != nlp.UnnamedSource { // "… was put off after Uganda asked"
				return who, np.From, true
			}
		}
	}
	if who, found := f.subjectNamed(c, u); found && from < c && (!ok || src.Kind != nlp.PersonSource) {
		return who, min(from, f.d.TokenAt(who.Span.Start)), true
	}
	return src, from, ok
}

// subjectNamed returns the person whose name is the subject of a verb in the tree.
func (f *finder) subjectNamed(c int, u unit) (src nlp.Source, ok bool) {
	if f.d.Reading == nil {
		return src, false
	}
	for i := c - 1; i >= u.From && i > c-40; i-- {
		if f.quoteOf[i] > 0 {
			return src, false
		}
		if f.d.Reading.Heads[i] == c && f.d.Reading.Relations[i] == "nsubj" {
			if f.person[i] == 0 || f.nameOf[i] == 0 || f.d.Lower(i+1) == "'s" {
				return src, false
			}
			return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[i] - 1, Span: f.d.SpanOf(f.nameRange(i))}, true
		}
	}
	return src, false
}

// phraseBefore does the same by the words alone.
func (f *finder) phraseBefore(c int, u unit) (src nlp.Source, from int, ok bool) {
	d := f.d
	k := c - 1
	for k >= u.From && f.quoteOf[k] == 0 && f.person[k] == 0 {
		w := d.Lower(k)
		if w == "not" || w == "never" || w == "n't" || strings.HasSuffix(w, "n't") {
			return src, c, false
		}
		if !(betweenSubjectAndVerb[w] || len(w) > 4 && strings.HasSuffix(w, "ly") && !nlp.RoleNoun(w) || nlp.Weekday(w) || w == "on" && nlp.Weekday(d.Lower(k+1))) {
			break
		}
		k--
	}
	if k < u.From || f.quoteOf[k] > 0 {
		return src, c, false
	}
	end := k + 1
	if w := d.Lower(k); (w == "who" || beForms[w] || w == "which" && d.Word(k-1) == ",") && k > u.From && f.quoteOf[k-1] == 0 {
		// "NAME, who said": the noun phrase before the relative pronoun; "NAME is calling": the one before the auxiliary
		end = k
		if d.Word(end-1) == "," {
			end--
		}
	} else if w := d.Word(k); w == "," || w == "—" || w == "–" || w == ")" { // the end of an apposition: "NAME, the minister, said"
		m := k - 1
		for m >= u.From && f.quoteOf[m] == 0 && d.Word(m) != "," && d.Word(m) != "—" && d.Word(m) != "–" && d.Word(m) != "(" {
			m--
		}
		if m < u.From || f.quoteOf[m] > 0 {
			return src, c, false
		}
		end = m
		if src, ok := f.nameInside(nlp.Range{From: m + 1, To: k}, u); ok { // "the president's spokesman, NAME, said"
			return src, d.TokenAt(src.Span.Start), true
		}
	}
	if d.Word(end-1) == ")" { // "NAME (R-Ohio), a member, said"
		for m := end - 1; m > u.From && m > end-12; m-- {
			if d.Word(m) == "(" {
				end = m
				break
			}
		}
	}
	from = end
	for from > u.From && f.quoteOf[from-1] == 0 {
		w := d.Lower(from - 1)
		if w == "," || w == ";" || w == ":" || w == "—" || w == "–" || w == "that" || w == "which" || w == "while" ||
			w == "to" && d.Lower(from-2) == "according" || w == "when" || w == "because" || w == "but" || w == "(" || w == "if" || w == "whether" || w == "as" && f.nameOf[from-1] == 0 {
			break
		}
		if (w == "and" || w == "or") && f.actorIn(nlp.Range{From: from, To: end}) && !f.actorEnds(from-2) {
			break
		}
		if v, isVerb := nlp.Reporting(w); isVerb && (v.Form == nlp.Gerund || v.Form != nlp.BaseForm && v.Class <= nlp.Tells) && f.person[from-1] == 0 {
			break
		}
		if finite[w] {
			break
		}
		from--
	}
	src, ok = f.resolve(nlp.Range{From: from, To: end})
	if !ok && from < end { // words of place or time before the subject without a comma
		for i := end - 1; i > from; i-- {
			if f.person[i] > 0 && i == end-1 {
				return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[i] - 1, Span: d.SpanOf(nlp.Range{From: i, To: i + 1})}, i, true
			}
		}
	}
	return src, from, ok
}

// nameInside returns the person whose name ends an apposition to a noun that names a human being by their role: "its chair for
// May, Oslo lawyer NAME,".
func (f *finder) nameInside(r nlp.Range, u unit) (src nlp.Source, ok bool) {
	d := f.d
	if p := f.person[r.To-1]; p == 0 || f.nameOf[r.To-1] == 0 || r.From-1 <= u.From || f.person[r.From-2] > 0 {
		return src, false
	}
	name := f.nameRange(r.To - 1)
	for i := r.From; i < name.From; i++ {
		if v := d.Lower(i); finite[v] || prepositions[v] && !f.inTitle[i] {
			return src, false
		}
	}
	for i := r.From - 2; i >= u.From && i > r.From-12 && f.quoteOf[i] == 0 && d.Word(i) != ","; i-- {
		if nlp.RoleNoun(d.Lower(i)) {
			return nlp.Source{Kind: nlp.PersonSource, Chain: f.person[r.To-1] - 1, Span: d.SpanOf(name)}, true
		}
	}
	return src, false
}

// anybody returns the noun phrase before token end as an unnamed source, for a quotation that ends right before it and a
// verb of saying right behind it: "…,” one fisherman shouted".
func (f *finder) anybody(from, end int) (nlp.Source, bool) {
	np := nlp.Range{From: from, To: end}
	for np.Len() > 0 && (!f.d.Tokens[np.From].Word || joining[f.d.Lower(np.From)]) {
		np.From++
	}
	if np.Len() == 0 || np.Len() > 8 || !f.hasWord(np) || prepositions[f.d.Lower(np.From)] || !f.d.Tokens[np.To-1].Word {
		return nlp.Source{}, false
	}
	switch f.d.Lower(np.From) {
	case "i", "you", "we", "it", "this", "that", "these", "those", "which", "what", "as", "to", "there", "he", "she":
		return nlp.Source{}, false
	}
	for i := np.From; i < np.To; i++ {
		if w := f.d.Lower(i); clauseVerbs[w] || w == "not" || w == "what" || w == "which" {
			return nlp.Source{}, false
		}
	}
	return nlp.Source{Kind: nlp.UnnamedSource, Span: f.d.SpanOf(f.withoutArticle(np))}, true
}

// finite are verb forms that cannot stand within a subject.
var finite = nlp.WordSet("is are was were will would can could should must may might am")

func (f *finder) actorIn(r nlp.Range) bool {
	for i := r.From; i < r.To; i++ {
		if f.person[i] > 0 || f.nameOf[i] > 0 || f.placeOf[i] > 0 || nlp.RoleNoun(f.d.Lower(i)) {
			return true
		}
	}
	return false
}

func (f *finder) actorEnds(i int) bool {
	return i >= 0 && f.actorIn(nlp.Range{From: i, To: i + 1})
}

// subjectAfter returns the source whose noun phrase begins behind the verb at token c, as in `…,” said NAME`, and the
// token behind it.
func (f *finder) subjectAfter(c int, u unit) (src nlp.Source, to int, ok bool) {
	d := f.d
	to = c + 1
	for to < u.To && f.quoteOf[to] == 0 {
		w := d.Lower(to)
		if w == "," || w == "." || w == ";" || w == ":" || w == "—" || w == "–" || w == "!" || w == "?" || w == "(" ||
			to > c+1 && f.person[to] == 0 && f.nameOf[to] == 0 && !f.inTitle[to] && (finite[w] || w == "who" || w == "that" || w == "when" ||
				w == "after" || w == "as" || w == "during" || w == "while" || w == "before" || nlp.Weekday(w) || w == "on") {
			break
		}
		to++
	}
	src, ok = f.resolve(nlp.Range{From: c + 1, To: to})
	return src, to, ok
}
