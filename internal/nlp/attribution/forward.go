package attribution

import (
	"strings"

	"graphload/internal/nlp"
)

// forward adds the content that follows a cue, and reports whether there is any.
func (f *finder) forward(src nlp.Source, cue nlp.Range, v nlp.ReportingVerb, u int) bool {
	un := f.units[u]
	start, explicit, ok := f.contentStart(cue.To, v, un)
	if !ok || un.title && v.Form == nlp.PastForm && v.Class != nlp.Notes && v.Class != nlp.Says && f.infinitive(cue.To) { // "Former minister asked to appear"
		return false
	}
	if !explicit && nouns[v.Lemma] && (v.Form == nlp.BaseForm || v.Form == nlp.ThirdPerson) && f.quoteOf[start] == 0 && !un.title {
		return false
	}
	region := nlp.Range{From: start, To: f.clauseEnd(start, un)}
	if v.Class == nlp.Calls && !callsFor[f.d.Lower(start-1)] {
		region.To = max(f.lastName(region), f.seenEnd(cue, region))
	} else {
		region.To = f.otherCue(cue, region)
	}
	region.To = f.beforeVenue(nlp.Range{From: region.From, To: f.wholeQuoted(region)}, un)
	if region.Len() == 0 || !f.acceptable(region, v, explicit) {
		return false
	}
	if q := f.quoteOf[region.From]; q > 0 && f.claimed[q-1] > 0 {
		return false
	}
	return f.add(src, cue, region, u) >= 0
}

// wholeQuoted returns where a content that begins with a quotation ends: behind it where that is a sentence with its mark and nothing that is
// joined or quoted follows, `said, “We stay,” until the rain came`, else where the content did.
func (f *finder) wholeQuoted(r nlp.Range) int {
	if r.Len() == 0 || f.quoteOf[r.From] == 0 {
		return r.To
	}
	end := f.quoteTo(r.From, unit{Range: r})
	in := f.d.Quotes[f.quoteOf[r.From]-1].Inner
	if end >= r.To || in.Len() == 0 || !strings.ContainsAny(f.d.Text[in.End-1:in.End], ",.!?") || joinsQuote[f.d.Lower(end)] || f.quotes(nlp.Range{From: end, To: r.To}) {
		return r.To
	}
	return end
}

// callsFor are words behind "call" with which it names nothing: "called for “clean” water".
var callsFor = nlp.WordSet("for on upon")

// lastName returns where the quoted names end that somebody is called: behind the first quotation, or behind another
// one that "and" joins to it.
func (f *finder) lastName(r nlp.Range) int {
	end := r.To
	for i := r.From; i < r.To; i++ {
		if f.quoteOf[i] == 0 {
			continue
		}
		end = f.quoteTo(i, unit{Range: r})
		next := end
		for next < r.To && f.quoteOf[next] == 0 && f.d.Word(next) != "." && f.d.Word(next) != "," && next < end+10 {
			next++
		}
		if next >= r.To || f.quoteOf[next] == 0 || f.d.Lower(end) != "and" {
			if plain := f.trimPlain(nlp.Range{From: end, To: r.To}); plain.Len() > 0 && f.quoteOf[plain.To-1] == 0 && next >= r.To {
				return r.To // words that go on behind the quotation: `called it “vital” for the coast`
			}
			return end
		}
		i = next - 1
	}
	return end
}

// contentStart returns the token at which the content of a cue that ends before token i begins. It looks past the
// listener, the time and the place; explicit tells that "that", "whether", a colon or a quotation mark announces it.
func (f *finder) contentStart(i int, v nlp.ReportingVerb, un unit) (start int, explicit, ok bool) {
	d, cue := f.d, i-1
	if v.Lemma == "ask" && f.orders(nlp.Range{From: i, To: un.To}) {
		return i, true, true
	}
	if v.Class == nlp.Tells && !(promising[v.Lemma] && f.promised(nlp.Range{From: i, To: un.To})) || v.Class == nlp.Asks && !questionWord[d.Lower(i)] && d.Lower(i) != "for" {
		i = f.listener(i, un)
	}
	switch {
	case v.Lemma == "point" && d.Lower(i) == "out",
		(v.Lemma == "ask" || v.Lemma == "appeal") && d.Lower(i) == "for",
		nominal[v.Lemma] && d.Lower(i) == "on",
		v.Lemma == "appeal" && d.Lower(i) == "to",
		v.Lemma == "call" && (d.Lower(i) == "for" || d.Lower(i) == "on" || d.Lower(i) == "upon"),
		v.Lemma == "warn" && (d.Lower(i) == "against" || d.Lower(i) == "of"),
		v.Lemma == "insist" && d.Lower(i) == "on" && !nlp.Weekday(d.Lower(i+1)) && !nlp.Month(d.Lower(i+1)):
		i++
	}
	if w := d.Word(i); w == "—" || w == "–" || w == "," && v.Class <= nlp.Notes { // "indicated — and this is new — that"
		for t := i + 1; t < un.To-1 && t < i+16 && f.quoteOf[t] == 0; t++ {
			if d.Word(t) == w && d.Lower(t+1) == "that" {
				return t + 2, true, true
			}
		}
	}
	i = f.afterTime(i, un)
	if t := f.complementizer(cue, un); t >= i {
		return t + 1, true, true
	}
	for t := i; t < un.To && t < i+18; t++ {
		w := d.Lower(t)
		if q := f.quoteOf[t]; q > 0 {
			if t == i || f.adverbial(nlp.Range{From: i, To: t}) && !f.infinitive(i) {
				return t, true, true
			}
			break
		}
		if w == "that" && !f.points(t) && !f.tellsOfVenue(t) && t+1 < un.To && (t == i || v.Class == nlp.Tells || f.circumstance(nlp.Range{From: i, To: t})) {
			return t + 1, true, true
		}
		if w == ":" && t+1 < un.To && d.Tokens[t+1].Spaced {
			if f.complement(nlp.Range{From: i, To: t}) { // "said she had one wish: “Peace”"
				break
			}
			return t + 1, true, true
		}
		if (w == "whether" || w == "if") && t == i && (v.Class == nlp.Asks || v.Class <= nlp.Notes && w == "whether") {
			return t + 1, true, true
		}
		if other, ok := nlp.Reporting(w); v.Class != nlp.Says && ok && other.Form == nlp.Gerund && t > i && d.Word(t-1) == "," { // "advised her to wait, saying that"
			break
		}
		if finite[w] || f.person[t] > 0 && t > i && v.Class != nlp.Tells || t > i && f.joinedCue(t) {
			break
		}
	}
	for i < un.To {
		w := d.Lower(i)
		if (w == "in" || w == "at" || w == "during") && venueOpens[d.Lower(i+1)] {
			if j, found := f.endOfVenue(i, un); found {
				i = f.afterTime(j, un)
				continue
			}
		}
		break
	}
	if f.onlyWhere(i, un) || i < un.To && d.Lower(i) == "that" && f.tellsOfVenue(i) {
		return 0, false, false
	}
	if i >= un.To || f.quoteOf[i] == 0 && !d.Tokens[i].Word && !openBracket(d.Word(i)) {
		return 0, false, false
	}
	return i, false, true
}

var questionWord = nlp.WordSet("if whether why how what when where who about")

// tellsOfVenue reports whether a "that" tells more of where something was said: "in a speech that was broadcast live".
func (f *finder) tellsOfVenue(t int) bool {
	next := f.d.Lower(t + 1)
	return venues[f.d.Lower(t-1)] && (finite[next] || next == "has" || next == "had")
}

// complementizer returns the "that" that opens a clause of the cue in the tree, "said before she left that", or -1.
func (f *finder) complementizer(cue int, un unit) int {
	r := f.d.Reading
	for t := cue + 1; r != nil && t < un.To-1 && t < cue+25 && f.quoteOf[t] == 0; t++ {
		if r.Relations[t] == "ccomp" && r.Heads[t] == cue { // a clause without "that" came first
			break
		}
		if f.d.Lower(t) == "that" && !f.tellsOfVenue(t) && r.Relations[t] == "mark" && r.Relations[r.Heads[t]] == "ccomp" && r.Heads[r.Heads[t]] == cue {
			return t
		}
	}
	return -1
}

// points reports whether a "that" points at something: "that argument", "that is likely".
func (f *finder) points(i int) bool {
	if f.d.Reading == nil {
		return false
	}
	rel := f.d.Reading.Relations[i]
	return rel == "det" || rel == "obj" || rel == "nsubj" && f.d.Reading.Heads[i] > i && finite[f.d.Lower(i+1)]
}

// listener returns the token behind the noun phrase of those to whom something is told.
func (f *finder) listener(i int, un unit) int {
	d := f.d
	switch d.Lower(i) {
	case "him", "her", "them", "us", "me", "you", "it":
		return i + 1
	}
	if to := f.object(i, un); to > i {
		return to
	}
	seen := -1
	for k := i; k < un.To && k < i+14 && f.quoteOf[k] == 0; k++ {
		w := d.Lower(k)
		if w == "that" || w == "," || w == ":" || w == "." || finite[w] {
			break
		}
		actor := f.actorIn(nlp.Range{From: k, To: k + 1})
		switch {
		case actor:
			if seen >= 0 && k > seen+1 && !linksActors(d.Lower(k-1)) && !linksActors(d.Lower(seen+1)) {
				return seen + 1
			}
			if seen == k-1 && seen >= 0 && f.person[k] > 0 && f.person[k] != f.person[seen] && f.nameOf[k] != f.nameOf[seen] {
				return seen + 1
			}
			seen = k
		case seen >= 0 && !linksActors(w) && k > seen:
			return seen + 1
		}
	}
	if seen < 0 {
		return f.namedListener(i, un)
	}
	if seen < 0 {
		return i
	}
	return seen + 1
}

// namedListener returns the token behind a proper noun that no list knows and is an object of the verb before it, "told Kestrel on Monday",
// or i.
func (f *finder) namedListener(i int, un unit) int {
	r := f.d.Reading
	if r == nil || i == 0 || i >= un.To || r.Tags[i] != "PROPN" || r.Heads[i] != i-1 || r.Relations[i] != "obj" && r.Relations[i] != "iobj" {
		return i
	}
	to := i + 1
	for to < un.To && r.Tags[to] == "PROPN" && f.under(to, i) {
		to++
	}
	return to
}

// infinitive reports whether an infinitive begins at token i: `vowed to punish “those who …”`.
func (f *finder) infinitive(i int) bool {
	if f.d.Reading == nil || f.d.Lower(i) != "to" || f.d.Reading.Relations[i] != "mark" {
		return false
	}
	return f.quoteOf[i] == 0 && f.quoteOf[f.d.Reading.Heads[i]] == 0
}

// object returns the token behind the noun phrase that begins at token i and is an object of the verb before it, where a clause of that
// verb follows: "told state radio the port was open". Else it returns i.
func (f *finder) object(i int, un unit) int {
	r := f.d.Reading
	if r == nil || i == 0 {
		return i
	}
	verb := i - 1
	for k := i; k < un.To && k < i+8 && f.quoteOf[k] == 0; k++ {
		if r.Heads[k] != verb || r.Relations[k] != "obj" && r.Relations[k] != "iobj" {
			continue
		}
		to := k + 1
		for to < un.To && f.under(to, k) && r.Tags[to] != "PUNCT" {
			if r.Relations[to] == "acl:relcl" || r.Relations[to] == "mark" || r.Tags[to] == "AUX" {
				return i
			}
			to++
		}
		for t := to; t < un.To && t < to+20; t++ {
			if r.Heads[t] == verb && (r.Relations[t] == "ccomp" || r.Relations[t] == "xcomp" && f.d.Lower(to) == "to") {
				return to
			}
		}
		break
	}
	return i
}

func linksActors(w string) bool {
	return w == "and" || w == "of" || w == "from" || w == "at" || w == "'s" || w == "the" || w == "in" || w == "-"
}
