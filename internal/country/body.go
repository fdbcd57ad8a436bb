package country

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/bodies.tsv
var bodiesTSV string

// bodyTable has the countries of organs of states, of parties in parliaments and of what else is known without its country, by
// name, as written.
var bodyTable = sync.OnceValue(func() (b struct{ organs, parties, known map[string]string }) {
	b.organs, b.parties, b.known = map[string]string{}, map[string]string{}, map[string]string{}
	for _, row := range rows(bodiesTSV, 4) {
		for i, names := range []map[string]string{b.organs, b.parties, b.known} {
			for name := range strings.SplitSeq(row[i+1], "; ") {
				if name != "-" {
					names[name] = row[0]
				}
			}
		}
	}
	return b
})

// Organ returns the country of an organ of a state by the name under which it is known without its country: "Knesset", "FBI".
func Organ(name string) (code string, ok bool) {
	code, ok = bodyTable().organs[name]
	return code, ok
}

// Party returns the country in whose parliament a party sits by its name: "Fidesz", "Tory".
func Party(name string) (code string, ok bool) {
	code, ok = bodyTable().parties[name]
	return code, ok
}

// Body returns the country of a seat, an enterprise or another body that its papers name without it: "Hofburg", "Petronas".
func Body(name string) (code string, ok bool) {
	code, ok = bodyTable().known[name]
	return code, ok
}
