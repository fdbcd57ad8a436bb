package country

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/regions.tsv
var regionsTSV string

var regions = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, row := range rows(regionsTSV, 2) {
		for name := range strings.SplitSeq(row[1], "; ") {
			m[name] = row[0]
		}
	}
	return m
})

// Region returns the country of a state, a province or another part of a country by its English name or the word for its
// people: "Bavaria", "Bavarian", "Ohio".
func Region(name string) (code string, ok bool) {
	if code, ok = State(name); ok {
		return code, true
	}
	code, ok = regions()[name]
	return code, ok
}
