package coref

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Members of parliaments whose country is not said with them.

// onlyFederal returns the only country that the article names among those that have lawmakers printed as American ones are.
func (r *resolver) onlyFederal() string {
	return only(r.d, nlp.Range{To: len(r.d.Tokens)}, func(p country.Match) bool { return fewHave["sen."][p.Code] })
}

// chairs reports whether a person heads a committee or a house of a parliament.
func (r *resolver) chairs(person int, titles []string) bool {
	for _, t := range titles {
		switch headWord(strings.Fields(strings.ToLower(t))) {
		case "chair", "chairman", "chairwoman", "chairperson", "president", "leader":
			return r.bodyBeside(person, chambers)
		}
	}
	return false
}

var chambers = nlp.WordSet("committee senate parliament parliamentary house assembly congress minority majority")

// namesFederal reports whether the article names a country besides the USA that has lawmakers printed as theirs are.
func (r *resolver) namesFederal() bool {
	for code := range fewHave["sen."] {
		if code != "US" && r.count(code) > r.count("US") {
			return true
		}
	}
	return false
}
