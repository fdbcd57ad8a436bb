package country

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/state-offices.txt
var stateOfficesText string

var stateOffices = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, row := range rows(stateOfficesText, 1) {
		m[row[0]] = true
	}
	return m
})

// StateOffice reports whether a title is that of an office of a state's civil or armed services, whichever state's: "Permanent
// Secretary", "Attorney General", "Chief Secretary of Skerry". What stands before the office is a standing ("acting", "deputy") or nothing.
func StateOffice(title string) bool {
	t := strings.ReplaceAll(strings.ToLower(title), "-", " ")
	for _, standing := range []string{"acting ", "deputy ", "assistant ", "additional ", "senior "} {
		t = strings.TrimPrefix(t, standing)
	}
	if stateOffices()[t] || stateOffices()[strings.ToLower(title)] {
		return true
	}
	for _, join := range []string{" of ", " for ", " in "} {
		for i := 0; ; {
			k := strings.Index(t[i:], join)
			if k < 0 {
				break
			}
			if stateOffices()[t[:i+k]] {
				return true
			}
			i += k + len(join)
		}
	}
	return false
}
