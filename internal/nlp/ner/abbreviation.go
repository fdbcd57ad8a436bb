package ner

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/nlp"
)

// abbreviations adds what the text puts in brackets behind a body's name, "the Lantern Inspection Directorate (LID)", as that body's
// name wherever it stands.
func (f *finder) abbreviations() {
	d := f.d
	full := map[string]string{}
	for i := 2; i+1 < len(d.Tokens); i++ {
		w := d.Word(i)
		if d.Word(i-1) != "(" || d.Word(i+1) != ")" || !f.abbreviationLike(i) {
			continue
		}
		if key := f.abbreviated(i-1, w); key != "" && full[w] == "" {
			full[w] = key
		}
	}
	if len(full) == 0 {
		return
	}
	for i := range d.Tokens {
		if key := full[d.Word(i)]; key != "" && !f.taken[i] && !f.isPlace(i) && !f.withinSeen(i) {
			f.add(nlp.Name{Range: nlp.Range{From: i, To: i + 1}, Kind: nlp.OrganizationName, Canon: key})
		}
	}
}

// abbreviationLike reports whether a token may be a short form: a word with two capital letters, or one that no list has.
func (f *finder) abbreviationLike(i int) bool {
	w := f.d.Word(i)
	if !f.d.Tokens[i].Word || f.taken[i] || f.isPlace(i) || !startsUpper(w) || utf8.RuneCountInString(w) < 2 {
		return false
	}
	if capitals(w) > 1 {
		return true
	}
	l := strings.ToLower(w)
	return len(w) > 3 && !f.lower[l] && !f.lx.words[l] && f.lx.first[w] == 0 && !f.lx.surnames[w] && !nlp.Month(l) && !nlp.Weekday(l)
}

func capitals(w string) int {
	n := 0
	for _, c := range w {
		if unicode.IsUpper(c) {
			n++
		}
	}
	return n
}

// abbreviated returns the key of the body whose name ends before the bracket at token end and that an abbreviation stands for, or "". The
// name is added where it is none yet. Organs for which their state speaks have none.
func (f *finder) abbreviated(end int, short string) string {
	d := f.d
	if d.Lower(end-1) == "'s" { // "the Lantern Inspection Directorate's (LID) boats"
		end--
	}
	for _, n := range f.names {
		if n.To != end || n.Kind != nlp.OrganizationName {
			continue
		}
		if n.State != "" {
			return ""
		}
		if n.Canon != "" || n.Len() > 1 {
			return d.BodyKey(n)
		}
	}
	r := f.spelt(end, short)
	if r.Len() == 0 || !f.bodyLike(r) && !f.sawBody(short) && !f.partlySeen(r) {
		r = f.seenBody(end)
	}
	if r.Len() < 2 {
		return ""
	}
	if last := d.Lower(r.To - 1); nlp.Office(last) || nlp.Human(last) || otherHeads[last] { // "Harbour Relief Officer (HRO)"
		return ""
	}
	for i := r.From; i < r.To; i++ {
		if w := d.Lower(i); ministerial[w] || f.person[i] || w == "congress" && d.Lower(i-2) == "people" {
			return ""
		}
	}
	f.names = slices.DeleteFunc(f.names, func(n nlp.Name) bool { return n.From >= r.From && n.To <= r.To }) // "the Lantern Center" of it
	n := nlp.Name{Range: r, Kind: nlp.OrganizationName}
	f.add(n)
	return d.BodyKey(n)
}

// initial returns the first letter of a word.
func initial(w string) string {
	_, size := utf8.DecodeRuneInString(w)
	return w[:size]
}

// withinSeen reports whether the encoder saw a longer name of a body around token i: "the LID Coast".
func (f *finder) withinSeen(i int) bool {
	if f.seen[i] == 0 {
		return false
	}
	n := f.d.Reading.Names[f.seen[i]-1]
	return n.Kind == nlp.SeenOrganization && n.Len() > 1
}

// ministerial are words of names of organs that speak for their state.
var ministerial = nlp.WordSet("ministry government army navy parliament senate embassy treasury cabinet presidency")

// withinBody are words in lower case within the name of a body.
var withinBody = nlp.WordSet("of for and the on & in to - against")

// spelt returns the words before token end whose initials are an abbreviation, or an empty range.
func (f *finder) spelt(end int, short string) nlp.Range {
	d := f.d
	letters := upperOf(short)
	if len(letters) < 2 {
		letters = strings.ToUpper(short)
	}
	s := d.SentenceOf(end)
	for from, initials := end-1, ""; from >= s.From && (startsUpper(d.Word(from)) || withinBody[d.Lower(from)]); from-- {
		if !startsUpper(d.Word(from)) {
			continue
		}
		if initials = initial(d.Word(from)) + initials; initials == letters && end-from > 1 {
			r := nlp.Range{From: from, To: end}
			if f.lx.first[d.Word(from)] != 0 && !f.bodyLike(r) { // "Tova Bergstad (TB)"
				return nlp.Range{}
			}
			return r
		}
		if len(initials) > len(letters) {
			break
		}
	}
	return nlp.Range{}
}

// upperOf returns a word without its letters in lower case: "LIoS" is of three words with capitals.
func upperOf(w string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLower(r) {
			return -1
		}
		return r
	}, w)
}

// seenBody returns the words of the organization that the encoder saw before token end, where one of them tells a body, or an empty
// range.
func (f *finder) seenBody(end int) nlp.Range {
	k := f.seen[end-1]
	if k == 0 || f.d.Reading.Names[k-1].Kind != nlp.SeenOrganization || f.d.Reading.Names[k-1].To != end {
		return nlp.Range{}
	}
	r := f.withoutHead(f.d.Reading.Names[k-1].Range)
	if !f.bodyLike(r) {
		return nlp.Range{}
	}
	return r
}

// withoutHead leaves out the article and words in lower case at the beginning of a name that the encoder saw.
func (f *finder) withoutHead(r nlp.Range) nlp.Range {
	for r.Len() > 1 && (!startsUpper(f.d.Word(r.From)) || f.d.Lower(r.From) == "the") {
		r.From++
	}
	return r
}

// partlySeen reports whether the encoder saw a word of a name as part of a body's.
func (f *finder) partlySeen(r nlp.Range) bool {
	for i := r.From; i < r.To; i++ {
		if k := f.seen[i]; k > 0 && f.d.Reading.Names[k-1].Kind == nlp.SeenOrganization {
			return true
		}
	}
	return false
}

// bodyLike reports whether a word of a name tells that it is a body's.
func (f *finder) bodyLike(r nlp.Range) bool {
	for i := r.From; i < r.To; i++ {
		if orgHeads[f.d.Lower(i)] {
			return true
		}
	}
	return false
}

// joinAcronyms gives a body that is named by capitals alone, "LID" or "LIoS", the key of the one body in the text whose words begin with
// them, and one that is named without what it is of, "the Reserve Bank", the key of the one that is named with it.
func (f *finder) joinAcronyms() {
	const (
		longest = 6
		several = "?" // bodies are called so
	)
	byForm := map[string]string{}
	note := func(name, key string) {
		if old := byForm[name]; old != "" && old != key {
			key = several
		}
		byForm[name] = key
	}
	for _, n := range f.names {
		if n.Kind != nlp.OrganizationName || n.State != "" || n.Len() < 2 {
			continue
		}
		initials, key := "", f.d.BodyKey(n)
		for i := n.From; i < n.To; i++ {
			if w := f.d.Word(i); startsUpper(w) {
				initials += initial(w)
			}
		}
		note(initials, key)
		words := strings.Fields(f.d.Words(n.Range))
		if of := slices.IndexFunc(words, func(w string) bool { return whatFor[w] }); of > 0 {
			for words = words[:of]; len(words) > 1; words = words[1:] {
				note(strings.Join(words, " "), key)
			}
		}
	}
	for k := range f.names {
		n := &f.names[k]
		w := f.d.Word(n.From)
		if n.Kind != nlp.OrganizationName || n.Canon != "" || n.State != "" {
			continue
		}
		if n.Len() > 1 {
			w = strings.Join(strings.Fields(f.d.Words(n.Range)), " ")
		} else if short := capitals(w); short < 2 || short < len(w) && short < 3 || len(w) > longest {
			continue
		} else if short < len(w) {
			w = upperOf(w)
		}
		if key := byForm[w]; key != "" && key != several && key != w {
			n.Canon = key
		}
	}
}
