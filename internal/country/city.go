package country

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/cities.tsv
var citiesTSV string

//go:embed data/towns.tsv.gz
var townsGZ []byte

// places is the index of towns, states and provinces.
type places struct {
	code  map[string]string
	index *index
}

var cities = sync.OnceValue(func() *places {
	t := &places{map[string]string{}, newIndex()}
	add := func(code string, f form) {
		if _, known := t.code[f.text]; known || f.text == "" {
			return
		}
		t.code[f.text] = code
		t.index.add(phrase{form: f.text, code: code, kind: Town, flags: f.flags})
	}
	for _, row := range rows(citiesTSV, 2) {
		for _, f := range forms(row[1]) {
			add(row[0], f)
		}
	}
	for _, row := range rows(countriesTSV, 8) {
		for _, f := range forms(row[6]) {
			add(row[0], f)
		}
	}
	for _, row := range rows(Unzip(townsGZ), 2) {
		for name := range strings.SplitSeq(row[1], "; ") {
			add(row[0], form{text: name})
		}
	}
	for _, row := range rows(statesTSV, 4) {
		if _, known := t.code[row[0]]; !known && row[0] != "Georgia" { // rather the country
			t.index.add(phrase{form: row[0], code: row[1], kind: Town})
		}
	}
	for _, row := range rows(termsText, 1) {
		t.index.add(phrase{form: row[0], term: true})
	}
	t.index.build()
	return t
})

// City returns the country of a town by its English name: of well-known towns the one that is meant where a text says
// no more (Paris is FR), of others only if no other country has a town of that name.
func City(name string) (code string, ok bool) {
	code, ok = cities().code[name]
	return code, ok
}

// FindCities returns the towns, states and provinces that a text names, the longest on word boundaries, in order and
// without overlap; Kind is Town. A state after a town belongs to the mention and decides its country: "Paris, Texas".
func FindCities(text string) []Match {
	var out []Match
	end := 0
	for _, h := range cities().index.find(text) {
		c := around(text, h.start, h.end)
		p := h.phrase
		if h.start < end || p.term || h.letters == allLow || c.isPublisher(p) || c.isNamesake(p, h.letters) ||
			p.flags&lowerIsWord != 0 && opensSentence(text, h.start) || inAddress(text, h.start, h.end) {
			continue
		}
		m := Match{h.start, h.end, p.code, Town}
		if code, stop, ok := stateAfter(text, h.end, h.letters == allCaps); ok && !isOtherState(p, text[h.end:stop]) {
			m.Code, m.End = code, stop
		} else if p.flags&needsCountry != 0 && !countryAfter(text, h.end, p.code) {
			continue
		}
		out = append(out, m)
		end = m.End
	}
	return out
}

// isOtherState tells whether a state's name before a comma is the first of a list of states ("Ohio, Iowa") rather than
// a town in the state after it ("New York, New York").
func isOtherState(p *phrase, after string) bool {
	_, ok := State(p.form)
	return ok && p.form != "Washington" && !strings.HasSuffix(after, p.form)
}

// opensSentence tells whether a position begins a sentence, where any word has a capital.
func opensSentence(text string, at int) bool {
	before := strings.TrimRight(text[:at], " \"“‘'(")
	return before == "" || strings.ContainsRune(".!?:\n\r\t", rune(before[len(before)-1]))
}

// countryAfter tells whether a country's name follows after a comma ("Victoria, Seychelles").
func countryAfter(text string, at int, code string) bool {
	if !strings.HasPrefix(text[at:], ", ") {
		return false
	}
	at += len(", ")
	end := wordEnd(text, at)
	if end == at {
		return false
	}
	h, ok := longestAt(text, at, table().names.byWord[strings.ToLower(text[at:end])])
	return ok && h.phrase.code == code && h.phrase.kind == Name
}

// isNamesake tells whether a town's name is part of a person's: any town may be a surname after a first name, as most
// are.
func (c *context) isNamesake(p *phrase, letters letterCase) bool {
	surname := *p
	surname.flags |= isSurname
	return c.isPerson(&surname, letters)
}
