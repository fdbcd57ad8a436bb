package ner

import (
	"slices"
	"sort"
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// singles finds people named with one word: the surname of somebody whom the text names in full or with a title, or a
// word that a reporting verb, "the … administration" or an office holder's table vouches for.
func (f *finder) singles() {
	f.asianSurnames()
	list := f.placeCodes()
	for i := range f.d.Tokens {
		if f.singleCandidate(i) && !f.surname[nlp.Fold(f.d.Word(i))] && f.vouchedSingle(i, list) {
			f.surname[nlp.Fold(f.d.Word(i))] = true
		}
	}
	for i := range f.d.Tokens {
		if !f.singleCandidate(i) || !f.surname[nlp.Fold(f.d.Word(i))] {
			continue
		}
		s := f.d.SentenceOf(i)
		w := f.d.Lower(i)
		if (i == s.From || f.opensQuote(i) || f.titleCase[f.d.Tokens[i].Sentence]) && f.lx.words[w] && f.lower[w] {
			continue // an English word that the text also prints in lower case
		}
		c := nlp.Range{From: i, To: i + 1}
		if i+1 < s.To && !f.taken[i+1] && f.known[f.d.Word(i)+" "+f.d.Word(i+1)] {
			c.To++
		} else if i > s.From && !f.taken[i-1] && f.known[f.d.Word(i-1)+" "+f.d.Word(i)] {
			c.From-- // "He Lifang said", where "He" is the family name and opens the sentence
		}
		if f.isCredit(c, s) || f.partOfOther(i, s) {
			continue
		}
		title, state := f.titleBefore(c.From, s)
		f.add(nlp.Name{Range: c, Kind: nlp.PersonName, Title: title, State: state})
	}
}

// singleCandidate reports whether token i may name a person by itself.
func (f *finder) singleCandidate(i int) bool {
	w := f.d.Word(i)
	if len(w) > 1 && len(w) < 5 && strings.ToUpper(w) == w && !f.known[w] { // an acronym, not the surname "Rice"
		return false
	}
	return len(w) > 1 && startsUpper(w) && !f.taken[i] && !f.isPlace(i) && f.d.Tokens[i].Word && f.nameWord(i) &&
		!f.withinSeen(i) && !nlp.Office(strings.ToLower(w)) && !onlyMark(w) && !notName[strings.ToLower(w)] && !deities[w] && !strings.HasSuffix(w, "ism")
}

// partOfOther reports whether the surname at token i is a part of the name of something else: "Nansen Bridge".
func (f *finder) partOfOther(i int, s nlp.Sentence) bool {
	if i+1 >= s.To || f.titleCase[f.d.Tokens[i].Sentence] {
		return false
	}
	w := f.d.Word(i + 1)
	l := strings.ToLower(w)
	return startsUpper(w) && (orgHeads[l] || otherHeads[l]) && l != "administration" && l != "government"
}

// vouchedSingle reports whether a single capitalized word that is no known surname names a person.
func (f *finder) vouchedSingle(i int, codes []string) bool {
	d := f.d
	s := d.SentenceOf(i)
	w := d.Word(i)
	l := strings.ToLower(w)
	if f.thing[w] || f.placeName(i, s) || f.titleCase[d.Tokens[i].Sentence] || strings.ToUpper(w) == w || orgHeads[l] || otherHeads[l] || openingWord[l] ||
		f.namesThing(nlp.Range{From: i, To: i + 1}) {
		return false
	}
	prevCap := i > s.From && startsUpper(d.Word(i-1)) && d.Tokens[i-1].Word && !openingWord[d.Lower(i-1)] && !f.taken[i-1]
	nextCap := i+1 < s.To && startsUpper(d.Word(i+1)) && !f.taken[i+1]
	if prevCap || nextCap {
		return false
	}
	if f.holder(w, codes) && !f.lx.words[l] && !locative[d.Lower(i-1)] {
		return true
	}
	if v, ok := nlp.Reporting(d.Lower(i + 1)); ok && i > 0 && closesQuote(d.Word(i-1)) && v.Class <= nlp.Tells && v.Form != nlp.BaseForm &&
		(f.lx.first[w] != 0 || f.lx.surnames[w]) {
		return true
	}
	if f.lx.words[l] && !f.lx.surnames[w] || f.sawBody(w) {
		return false
	}
	if _, state := country.State(w); state {
		return false
	}
	if _, town := country.City(w); town {
		return false
	}
	atStart := i == s.From || f.opensQuote(i)
	next := d.Lower(i + 1)
	switch next {
	case "administration", "presidency":
		return d.Lower(i-1) == "the" && !f.lx.words[l]
	case "government", "cabinet", "regime": // or a town's, so that it must be no place for the encoder either
		return d.Lower(i-1) == "the" && !f.lx.words[l] && !f.sawPlace(i)
	}
	if f.lx.words[l] && atStart {
		return false
	}
	if v, ok := nlp.Reporting(next); ok && i+1 < s.To && v.Class <= nlp.Notes &&
		(v.Form == nlp.PastForm || v.Form == nlp.ThirdPerson) && d.Lower(i-1) != "the" {
		return v.Class == nlp.Says || v.Class == nlp.Tells || f.lx.surnames[w]
	}
	return f.reportedBefore(i) && i-2 >= s.From && closesQuote(d.Word(i-2))
}

// holder reports whether a word is the surname by which one of the countries knows the holder of an office.
func (f *finder) holder(w string, codes []string) bool {
	return slices.ContainsFunc(codes, func(code string) bool {
		_, ok := country.Holder(code, w, f.d.Published)
		return ok
	})
}

// placeCodes returns the countries that the text names.
func (f *finder) placeCodes() []string {
	codes := map[string]bool{}
	for _, p := range f.d.Places {
		codes[p.Code] = true
	}
	return sorted(codes)
}

// sawBody reports whether the encoder took a word more often for the name of a body than for anything else.
func (f *finder) sawBody(w string) bool { return f.bodies[w] > 0 }

// sawPlace reports whether the encoder took token i for a part of a place's name.
func (f *finder) sawPlace(i int) bool {
	k := f.seen[i]
	return k > 0 && f.d.Reading.Names[k-1].Kind == nlp.SeenLocation
}

func closesQuote(w string) bool {
	return w == "”" || w == "\"" || w == "’" || w == "'" || w == "»"
}

func sorted(m map[string]bool) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// asianSurnames adds the family names of Chinese and Korean names to the surnames: the first word, also behind a given name, "Adela Fung
// Wai-lam".
func (f *finder) asianSurnames() {
	for _, n := range f.names {
		if n.Kind != nlp.PersonName || n.Len() < 2 {
			continue
		}
		for i := n.From; i+1 < n.To; i++ {
			word, given := f.d.Word(i), f.d.Text[f.d.Tokens[i].End:f.d.SpanOf(n.Range).End]
			if i == n.From && nlp.FamilyFirst(word) || nlp.FamilyBefore(strings.TrimSpace(given)) {
				f.surname[nlp.Fold(word)] = true
			}
		}
	}
}
