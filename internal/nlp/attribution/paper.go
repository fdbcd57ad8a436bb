package attribution

import (
	"graphload/internal/nlp"
)

// issued are papers that somebody issues, by what they are: two words of one kind may mean one paper.
var issued = map[string]string{"statement": "statement", "communique": "statement", "communiqué": "statement", "readout": "statement", "release": "statement",
	"letter": "letter", "report": "report", "study": "report", "survey": "poll", "poll": "poll", "post": "post", "tweet": "post", "message": "message", "note": "note"}

// anyPaper are nouns that mean a paper cited before, whatever that was called.
var anyPaper = nlp.WordSet("report document study survey poll paper index audit review analysis findings figures data statement")

// againReach is how many units back that paper may have been cited.
const againReach = 20

// issuing are what is done with a paper by whom "by" behind them names.
var issuing = nlp.WordSet("issued released published signed posted carried sent written conducted commissioned made given drafted prepared compiled circulated")

// farthestBy is how many words may stand between what is done with a paper and "by".
const farthestBy = 5

// paperReach is how many units back the paper that "the statement" means may have been told of.
const paperReach = 8

// paper gives "the statement" and "the poll" to whoever issued it, by the sentence that told of it last, "in a statement", "a poll by", and
// "a readout" to the state or the organization that spoke last; and reports whether it has.
func (f *finder) paper(s *nlp.Source, np nlp.Range, before []int) bool {
	core := f.coreOf(np)
	if s.Kind != nlp.UnnamedSource || core.Len() == 0 || core.To < np.To {
		return false
	}
	return f.paperTold(s, core, before) || f.paperAgain(s, core, before)
}

// paperTold gives a paper to whoever issued it, by the sentences before it; see paper.
func (f *finder) paperTold(s *nlp.Source, core nlp.Range, before []int) bool {
	kind := issued[f.d.Lower(core.To-1)]
	if kind == "" {
		return false
	}
	u := f.unitOf[core.From]
	if f.definite(core) {
		for i := core.From - 1; i >= 0 && u-f.unitOf[i] <= paperReach; i-- {
			if issued[f.d.Lower(i)] != kind || f.quoteOf[i] > 0 {
				continue
			}
			if src, ok := f.issuedBy(i, before); ok && src.Kind != nlp.UnnamedSource {
				s.Kind, s.Key, s.Chain = src.Kind, src.Key, src.Chain
				return true
			}
		}
	}
	if kind != "statement" || core.Len() > 2 || !f.definite(core) && !readouts[f.d.Lower(core.To-1)] {
		return false
	}
	if len(before) == 0 {
		return false
	}
	a := f.out[before[len(before)-1]]
	if u-a.unit > 2 || a.Source.Kind != nlp.CountrySource && a.Source.Kind != nlp.OrganizationSource {
		return false
	}
	s.Kind, s.Key = a.Source.Kind, a.Source.Key
	return true
}

// paperAgain gives "the report" to the body whose paper the text has cited last, and reports whether it has.
func (f *finder) paperAgain(s *nlp.Source, core nlp.Range, before []int) bool {
	u := f.unitOf[core.From]
	if core.Len() > 2 || !f.definite(core) || !anyPaper[f.d.Lower(core.To-1)] {
		return false
	}
	for k := len(before) - 1; k >= 0 && u-f.out[before[k]].unit <= againReach; k-- {
		a := f.out[before[k]]
		if words := f.d.RangeOf(a.Source.Span); !isPaper(f.d.Lower(words.To-1)) && !isPaper(f.d.Lower(words.To)) && !f.citesPaper(words) {
			continue
		}
		if a.Source.Kind != nlp.OrganizationSource && a.Source.Kind != nlp.CountrySource {
			return false
		}
		s.Kind, s.Key = a.Source.Kind, a.Source.Key
		return true
	}
	return false
}

// citesPaper reports whether a noun phrase is a paper, and what belongs to it: "a board report from July".
func (f *finder) citesPaper(np nlp.Range) bool {
	core := f.coreOf(np)
	return core.Len() > 0 && isPaper(f.d.Lower(core.To-1))
}

// isPaper reports whether a noun is something written that speaks for whoever wrote it.
func isPaper(noun string) bool {
	return issued[noun] != "" || papers[noun] || documents[noun] || documentNouns[noun]
}

// issuedBy returns who issued the paper that the noun at token i tells of: by the words behind it, "a statement published by", by those
// before it, "the bank's statement", as the one who says something "in a statement", or as the subject of the verb whose object it is.
func (f *finder) issuedBy(i int, before []int) (src nlp.Source, ok bool) {
	d := f.d
	s := d.SentenceOf(i)
	k := i + 1
	if d.Word(k) == "," {
		k++
	}
	if issuing[d.Lower(k)] {
		k++
		for by := k; by < min(s.To, k+farthestBy) && d.Tokens[by].Word && !f.verb(by); by++ { // "a statement issued in Oslo by"
			if d.Lower(by) == "by" {
				k = by
				break
			}
		}
	}
	if w := d.Lower(k); k < s.To && (w == "by" || (w == "from" || w == "of") && k == i+1) {
		if src, ok = f.actorAt(nlp.Range{From: k + 1, To: f.phraseEnd(k+1, s)}); ok {
			return src, true
		}
	}
	from := i
	for from > s.From && i-from < 6 && d.Tokens[from-1].Word && !prepositions[d.Lower(from-1)] && !f.verb(from-1) {
		from--
		if w := d.Lower(from); w == "a" || w == "an" {
			break
		}
	}
	own := nlp.Range{From: from, To: i}
	if own.Len() > 0 && d.Lower(own.To-1) == "'s" {
		own.To--
	}
	if f.actorIn(own) {
		if src, ok = f.actorAt(own); ok {
			return src, true
		}
	}
	if w := d.Lower(from - 1); from > s.From && (w == "in" || w == "through" || w == "via") {
		for k := len(before) - 1; k >= 0 && f.out[before[k]].unit >= f.unitOf[i]; k-- {
			if a := f.out[before[k]]; a.unit == f.unitOf[i] && a.Source.Kind != nlp.UnnamedSource {
				return a.Source, true
			}
		}
	}
	if d.Reading != nil && d.Reading.Relations[i] == "obj" {
		verb := d.Reading.Heads[i]
		return f.actorAt(f.subjectOf(nlp.Range{From: verb, To: verb + 1}))
	}
	return src, false
}

// actorAt returns the source that a noun phrase names, the state where it is an organ of one.
func (f *finder) actorAt(np nlp.Range) (src nlp.Source, ok bool) {
	for np.Len() > 0 && (f.d.Lower(np.From) == "a" || f.d.Lower(np.From) == "an") {
		np.From++
	}
	if np.Len() == 0 {
		return src, false
	}
	if src, ok = f.resolve(np); ok && src.Kind != nlp.UnnamedSource {
		return src, true
	}
	if code := f.organState(np, nil); code != "" {
		return nlp.Source{Kind: nlp.CountrySource, Key: code, Span: f.d.SpanOf(np)}, true
	}
	src = nlp.Source{Kind: nlp.UnnamedSource, Span: f.d.SpanOf(np)}
	return src, f.body(&src, np, nil)
}

// phraseEnd returns where the noun phrase that begins at token i ends: before a punctuation mark, a verb or a quotation.
func (f *finder) phraseEnd(i int, s nlp.Sentence) int {
	k := i
	for k < s.To && f.quoteOf[k] == 0 && f.d.Tokens[k].Word && (f.nameOf[k] > 0 || !f.verb(k)) {
		k++
	}
	return k
}

// verb reports whether a token is a verb by the tree or by its form.
func (f *finder) verb(i int) bool {
	if r := f.d.Reading; r != nil {
		return (r.Tags[i] == "VERB" || r.Tags[i] == "AUX") && f.nameOf[i] == 0
	}
	_, reports := nlp.Reporting(f.d.Lower(i))
	return finite[f.d.Lower(i)] || reports && issued[f.d.Lower(i)] == ""
}
