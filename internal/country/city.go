package country

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
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
	for _, row := range rows(unzip(townsGZ), 2) {
		for name := range strings.SplitSeq(row[1], "; ") {
			add(row[0], form{text: name})
		}
	}
	for _, row := range rows(termsText, 1) {
		t.index.add(phrase{form: row[0], term: true})
	}
	t.index.build()
	return t
})

func unzip(data []byte) string {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		panic(fmt.Sprintf("country: embedded table: %v", err))
	}
	out, err := io.ReadAll(r)
	if err != nil {
		panic(fmt.Sprintf("country: embedded table: %v", err))
	}
	return string(out)
}

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
	for _, h := range cities().index.find(text) {
		c := around(text, h.start, h.end)
		p := h.phrase
		if p.term || h.letters == allLow || p.flags&needsCountry != 0 || c.isPublisher(p) ||
			c.isNamesake(p, h.letters) || inAddress(text, h.start, h.end) {
			continue
		}
		m := Match{h.start, h.end, p.code, Town}
		if code, end, ok := stateAfter(text, h.end, h.letters == allCaps); ok {
			m.Code, m.End = code, end
		}
		out = append(out, m)
	}
	return out
}

// isNamesake tells whether a town's name is part of a person's: any town may be a surname after a first name, as most
// are.
func (c *context) isNamesake(p *phrase, letters letterCase) bool {
	surname := *p
	surname.flags |= isSurname
	return c.isPerson(&surname, letters)
}
