package coref

import (
	"cmp"

	"graphload/internal/nlp"
)

// Which country an article speaks of first or most.

// leading returns the country that an article names first, if it names no other more often, or "". That to which the sentence of a mention
// says that somebody goes does not count.
func (r *resolver) leading(m nlp.Mention) string {
	count := map[string]int{}
	first := ""
	for _, p := range r.d.Places {
		if p.Code != "" && !nlp.Town(r.d, p) && !r.visited(p) && !r.goesTo(m, p.Code) {
			count[p.Code]++
			first = cmp.Or(first, p.Code)
		}
	}
	if best, _ := nlp.Foremost(count); count[first] == count[best] {
		return first
	}
	return ""
}

// count returns how often an article names a country.
func (r *resolver) count(code string) int {
	n := 0
	for _, p := range r.d.Places {
		if p.Code == code {
			n++
		}
	}
	return n
}

// foremost reports whether an article speaks of no other country half as often as of this one.
func (r *resolver) foremost(code string) bool {
	const least = 3
	count := map[string]int{}
	for _, p := range r.d.Places {
		count[p.Code]++
	}
	best, second := nlp.Foremost(count)
	return best == code && count[code] >= least && 2*count[second] < count[code]
}

// headlineOpens returns the country with which the headline begins: "Oslo recalls its envoy".
func (r *resolver) headlineOpens() string {
	if len(r.d.Sentences) == 0 || !r.d.Sentences[0].Title {
		return ""
	}
	p, _ := r.placeAt(r.d.Sentences[0].From)
	return p.Code
}
