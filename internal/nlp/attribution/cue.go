package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/nlp"
)

// cues finds the reporting words of one unit and what they report.
func (f *finder) cues(u int) {
	un := f.units[u]
	for _, glosses := range []bool{false, true} { // a gloss takes its source from the finite verbs
		for i := un.From; i < un.To; i++ {
			if f.quoteOf[i] > 0 || f.nameOf[i] > 0 || f.inTurn[i] {
				continue
			}
			w := f.d.Lower(i)
			if n := f.citing(i, un); n > 0 && !glosses {
				f.accordingTo(i, n, u)
				continue
			}
			if !glosses && f.quotedAs(i, u) {
				continue
			}
			if w == "that" && glosses {
				f.nounCue(i, u)
				continue
			}
			v, ok := nlp.Reporting(w)
			if c, _ := utf8.DecodeRuneInString(f.d.Word(i)); unicode.IsUpper(c) && i > un.From && !un.title {
				continue // "the Islamic State"
			}
			switch {
			case !ok || (v.Form == nlp.Gerund) != glosses || f.named(i):
			case glosses:
				f.gerund(i, v, u)
			default:
				f.finite(i, v, u)
			}
		}
	}
}

// named reports whether the tree's tags make a word that looks like a verb a noun: "the rest of the states".
func (f *finder) named(i int) bool {
	if f.d.Reading == nil {
		return false
	}
	tag := f.d.Reading.Tags[i]
	return tag == "NOUN" || tag == "PROPN"
}

// attributive reports whether a participle stands before a noun that it tells more of: "the proposed visit".
func (f *finder) attributive(i int) bool {
	r := f.d.Reading
	return r != nil && r.Relations[i] == "amod" && r.Tags[i+1] != "DET"
}

// reduced reports whether a participle tells of the noun right before it what was done to it: "the men accused of theft".
func (f *finder) reduced(i int) bool {
	r := f.d.Reading
	return r != nil && r.Relations[i] == "acl" && r.Heads[i] == i-1 && f.subjectOf(nlp.Range{From: i, To: i + 1}).Len() == 0
}

// nobody are words of subjects that said nothing.
var nobody = nlp.WordSet("neither nobody none nor")

// unreal are words before a verb after which nothing was said: infinitives, conditions, wishes.
var unreal = nlp.WordSet("to would could may might should must can will shall cannot let's did doesn't don't didn't won't not never")

// beForms make a passive of the participle behind them.
var beForms = nlp.WordSet("is are was were be been being gets got am")

// habit handles “…,” NAME would say, which tells what somebody often said. Without a quotation before it, nobody may have said it.
func (f *finder) habit(c, would int, v nlp.ReportingVerb, u int) {
	un := f.units[u]
	if src, from, ok := f.subjectBefore(would, un); ok && v.Class <= nlp.Tells {
		if q := f.quoteEnding(from-1, un); q > 0 {
			f.backward(src, nlp.Range{From: c, To: c + 1}, q, u, c+1)
		}
	}
}

// finite handles a reporting verb in a finite form.
func (f *finder) finite(c int, v nlp.ReportingVerb, u int) {
	d, un := f.d, f.units[u]
	k := c - 1
	for k >= un.From && f.adverb(k) {
		k--
	}
	joined := k // the word before the auxiliaries
	for joined > un.From && betweenSubjectAndVerb[d.Lower(joined)] {
		joined--
	}
	if f.embargoed(k, nlp.Range{From: k, To: c + 1}, u) {
		return
	}
	if k >= un.From && f.quoteOf[k] == 0 && (unreal[d.Lower(k)] || v.Form == nlp.PastForm && beForms[d.Lower(k)]) {
		if !unreal[d.Lower(k)] {
			f.askedBy(c, v, u)
		} else if d.Lower(k) == "would" && v.Form == nlp.BaseForm {
			f.habit(c, k, v, u)
		}
		return
	}
	if was := f.pastAdverbs(c - 1); was < k && was >= un.From && f.quoteOf[was] == 0 && v.Form == nlp.PastForm && beForms[d.Lower(was)] { // "were often accused of"
		f.askedBy(c, v, u)
		return
	}
	if f.attributive(c) || v.Form == nlp.PastForm && f.reduced(c) {
		return
	}
	cue := nlp.Range{From: c, To: c + 1}
	if w := d.Lower(joined); w == "and" || w == "but" || w == "," && f.listed(c, joined, un) { // a second verb of the same subject
		src, ok := f.conjoined(c)
		if last := f.outermost(f.lastIn(u)); last >= 0 && !(ok && f.out[last].region.Has(c)) {
			f.forward(f.out[last].Source, cue, v, u)
			return
		}
		if ok {
			f.forward(src, cue, v, u)
			return
		}
		if src, ok := f.unitSubject(u, c); ok && joined > un.From && !f.actorEnds(joined-1) {
			f.forward(src, cue, v, u)
			return
		}
	}
	src, from, okLeft := f.subjectBefore(c, un)
	inverted := v.Class <= nlp.Notes && f.inverted(c, un)
	okLeft = okLeft && !inverted
	if okLeft && (nobody[d.Lower(from)] || from > un.From && nobody[d.Lower(from-1)]) {
		return
	}
	if okLeft && from > un.From {
		if w := d.Lower(from - 1); w == "if" || w == "whether" || w == "unless" {
			return // what somebody might have said
		}
		if g, ok := nlp.Reporting(d.Lower(from - 1)); ok && g.Form == nlp.Gerund {
			return // "calling Norwegian demands …": the object of another cue
		}
	}
	if !okLeft && !inverted && v.Class <= nlp.Notes && (v.Form != nlp.BaseForm || v.Lemma == "say" && strings.HasSuffix(d.Lower(joined), "s")) {
		start := f.behindQuote(c, un)
		if start < 0 && (v.Lemma == "say" || v.Lemma == "tell") {
			start = from // no list knows who says it, but somebody does
		}
		if start >= 0 && start < c {
			src, okLeft = f.anybody(start, joined+1)
			from = start
			if okLeft && f.onlyVerb(src) {
				np := f.pastClause(c, un)
				if okLeft = np.Len() > 0; okLeft {
					src.Span, from = f.d.SpanOf(f.withoutArticle(np)), np.From
				}
			}
		}
		if !okLeft && (v.Lemma == "say" || v.Lemma == "tell") {
			src, from, okLeft = f.subjectInTree(c, un)
		}
	}
	if v.Form == nlp.BaseForm && (!okLeft || src.Kind == nlp.PersonSource && d.Lower(k) != "i") {
		return
	}
	if okLeft && from > un.From {
		if q := f.quoteEnding(from-1, un); q > 0 {
			f.backward(src, cue, q, u, c+1)
			return
		}
	}
	if okLeft {
		f.withSubject(src, from, cue, v, u)
		return
	}
	if prepositions[d.Lower(c+1)] || d.Lower(c+1) == "that" { // "posted on a site": no subject stands there
		return
	}
	after, to, ok := f.subjectAfter(c, un)
	if ok && f.subjectOfOther(nlp.Range{From: c + 1, To: to}) {
		return
	}
	before := c - 1
	for before > un.From && f.adverb(before) { // "…,” officially announced the university"
		before--
	}
	if !ok && c > un.From && f.quoteOf[before] > 0 && v.Class <= nlp.Tells {
		after, ok = f.anybody(c+1, to)
	}
	if ok && c > un.From && v.Class != nlp.Calls {
		if q := f.quoteEnding(before, un); q > 0 {
			f.backward(after, cue, q, u, to)
			return
		}
		if f.interrupted(after, cue, f.insertionAt(c, to, cue, v, un), u) { // "The ships, said NAME, will stay"
			return
		}
		if d.Word(c-1) == "," && c-un.From > 5 && f.clauseLike(nlp.Range{From: un.From, To: c - 1}) {
			f.add(after, cue, nlp.Range{From: un.From, To: c - 1}, u)
			return
		}
	}
	if d.Lower(joined) == "then" {
		if last := f.lastIn(u); last >= 0 {
			f.forward(f.out[last].Source, cue, v, u)
		}
	}
}

// subjectOfOther reports whether a pronoun behind a cue is the subject of another verb: "announced they would freeze".
func (f *finder) subjectOfOther(np nlp.Range) bool {
	r := f.d.Reading
	if r == nil || np.Len() != 1 || r.Tags[np.From] != "PRON" {
		return false
	}
	return r.Relations[np.From] == "nsubj" && r.Heads[np.From] > np.From
}

// quotedAs handles "quoted NAME as saying", whose speaker is NAME.
func (f *finder) quotedAs(c, u int) bool {
	d, un := f.d, f.units[u]
	if w := d.Lower(c); w != "quoted" && w != "quotes" && w != "cited" && w != "cites" {
		return false
	}
	if next := d.Lower(c + 1); next == "by" || next == "in" {
		return false
	}
	for k := c + 2; k+2 < un.To && k < c+12; k++ {
		if d.Lower(k) != "as" || d.Lower(k+1) != "saying" {
			continue
		}
		src, ok := f.resolve(nlp.Range{From: c + 1, To: k})
		says, known := nlp.Reporting("saying")
		if ok && known {
			if _, from, told := f.subjectBefore(c, un); told && from > un.From { // `“We stay,” the agency quoted NAME as saying`
				if q := f.quoteEnding(from-1, un); q > 0 {
					f.backward(src, nlp.Range{From: k + 1, To: k + 2}, q, u, k+2)
					return true
				}
			}
			f.forward(src, nlp.Range{From: k + 1, To: k + 2}, says, u)
		}
		return ok && known
	}
	return false
}

// hasCue reports whether a statement found so far in the unit of the range has its cue in the range.
func (f *finder) hasCue(r nlp.Range) bool {
	if r.Len() == 0 {
		return false
	}
	span := f.d.SpanOf(r)
	for _, n := range f.ofUnit[f.unitOf[r.From]] {
		if a := f.out[n]; a.Cue.Len() > 0 && span.Contains(a.Cue) {
			return true
		}
	}
	return false
}

// withSubject handles a verb whose subject stands before it: the content follows, or it came before a comma.
func (f *finder) withSubject(src nlp.Source, from int, cue nlp.Range, v nlp.ReportingVerb, u int) {
	d, un := f.d, f.units[u]
	if f.interrupted(src, cue, f.insertionAt(from, cue.To, cue, v, un), u) || f.forward(src, cue, v, u) {
		return
	}
	if v.Class > nlp.Notes || from-1 <= un.From || d.Word(from-1) != "," {
		return
	}
	before := nlp.Range{From: un.From, To: from - 1}
	if n := f.offered(before); n >= 0 && f.clauseLike(before) {
		f.fill(&f.out[n], src, cue, before)
		return
	}
	if tail := un.To - cue.To; tail > 14 || before.Len() < 4 || f.hasCue(before) || !f.clauseLike(before) || introduces[d.Lower(before.From)] && !f.mainClause(before) {
		return
	}
	f.add(src, cue, before, u)
}

// offered returns the one statement with its cue in the range, if that is what somebody did by words, "Norway offered to pay, its minister
// said", or -1.
func (f *finder) offered(r nlp.Range) int {
	if r.Len() == 0 {
		return -1
	}
	span, found := f.d.SpanOf(r), -1
	for _, n := range f.ofUnit[f.unitOf[r.From]] {
		a := f.out[n]
		if a.Cue.Len() == 0 || !span.Contains(a.Cue) {
			continue
		}
		v, _ := nlp.Reporting(f.d.Lower(f.d.TokenAt(a.Cue.Start)))
		if found >= 0 || v.Class != nlp.Demands && v.Lemma != "agree" || a.Quoted || a.Mixed || a.region.To < r.To-1 {
			return -1
		}
		found = n
	}
	return found
}

// mainClause reports whether a clause follows the comma behind an adverbial: "If nobody comes, the plan is dead".
func (f *finder) mainClause(r nlp.Range) bool {
	for i := r.From + 1; i < r.To-3; i++ {
		if f.d.Word(i) == "," && f.clauseLike(nlp.Range{From: i + 1, To: r.To}) {
			return true
		}
	}
	return false
}

// introduces are words that open an adverbial rather than a clause that somebody said.
var introduces = nlp.WordSet("in on at during after before speaking when as while asked since by with from citing according following despite if although though")

// nouns are verbs whose base form and third person are more often nouns: they report only with "that", a colon or a
// quotation behind them.
var nouns = nlp.WordSet(`email text state point remark demand report comment note claim charge hope fear call show find post label
	estimate question request offer promise pledge challenge threat signal dispute doubt blast echo praise blame brand
	boast joke quip relay forecast sing appeal`)

// lastIn returns the latest attribution of unit u, or -1.
func (f *finder) lastIn(u int) int {
	if list := f.ofUnit[u]; len(list) > 0 {
		return list[len(list)-1]
	}
	return -1
}

// outermost returns the attribution of the same unit in whose content attribution n has its cue, or n: "NAME confirmed that
// Tirana had asked for it but denied".
func (f *finder) outermost(n int) int {
	if n < 0 || f.out[n].Cue.Len() == 0 {
		return n
	}
	cue := f.d.TokenAt(f.out[n].Cue.Start)
	for _, m := range f.ofUnit[f.out[n].unit] {
		if m != n && f.out[m].region.Has(cue) {
			return m
		}
	}
	return n
}

// conjoined returns the subject of the verb to which the tree joins another: "NAME held talks and said".
func (f *finder) conjoined(c int) (src nlp.Source, ok bool) {
	if f.d.Reading == nil || f.d.Reading.Relations[c] != "conj" {
		return src, false
	}
	verb := f.d.Reading.Heads[c]
	np := f.subjectOf(nlp.Range{From: verb, To: verb + 1})
	if np.Len() == 0 || np.From > c {
		return src, false
	}
	return f.resolve(np)
}

// inverted reports whether a comma stands before a verb and its subject behind it: "…, said NAME".
func (f *finder) inverted(c int, un unit) bool {
	d := f.d
	if d.Reading == nil || d.Word(c-1) != "," {
		return false
	}
	const near = 6
	for i := c + 1; i < un.To && i < c+near; i++ {
		if d.Reading.Heads[i] == c && d.Reading.Relations[i] == "nsubj" {
			return true
		}
	}
	return false
}

// unitSubject returns the actor that the unit's main clause begins with: the first one outside of quotation marks.
func (f *finder) unitSubject(u, before int) (nlp.Source, bool) {
	d, un := f.d, f.units[u]
	for i := un.From; i < before; i++ {
		if f.quoteOf[i] > 0 {
			continue
		}
		if p := f.person[i]; p > 0 && d.Lower(i+1) != "'s" && (!prepositions[d.Lower(i-1)] || conjunctions[d.Lower(i-1)]) {
			to := i + 1
			for to < before && f.person[to] == p {
				to++
			}
			return nlp.Source{Kind: nlp.PersonSource, Chain: p - 1, Span: d.SpanOf(nlp.Range{From: i, To: to})}, true
		}
		if m, ok := f.place(i); ok && !f.inTitle[i] && !nlp.Office(d.Lower(i+1)) && !nlp.OfficeModifier(d.Lower(i+1)) && !prepositions[d.Lower(i-1)] {
			to := d.RangeOf(nlp.Span{Start: m.Start, End: m.End}).To
			if d.Lower(to) == "'s" {
				continue
			}
			if stateNouns[d.Lower(to)] {
				to++
			}
			if src, ok := f.resolve(nlp.Range{From: i, To: to}); ok {
				return src, true
			}
		}
		if k := f.nameOf[i]; k > 0 && d.Names[k-1].Kind == nlp.OrganizationName && !prepositions[d.Lower(i-1)] && !f.inTitle[i] {
			next := d.Names[k-1].To
			for d.Word(next) == "(" { // its abbreviation
				for next < before && d.Word(next) != ")" {
					next++
				}
				next++
			}
			for next < before && nlp.RoleNoun(d.Lower(next)) {
				next++
			}
			if next > d.Names[k-1].To && f.person[next] > 0 { // "Alliance spokesman NAME"
				continue
			}
			return f.resolve(d.Names[k-1].Range)
		}
	}
	return nlp.Source{}, false
}

// conjunctions are prepositions that also open a clause.
var conjunctions = nlp.WordSet("after before as for")
