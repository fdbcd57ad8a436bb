package coref

import (
	"slices"

	"github.com/agnivade/levenshtein"

	"graphload/internal/nlp"
)

// One person under two full names that no usual spelling makes equal: a letter less in a name of three words, an Arabic article
// more, a second surname.

// joinVariants joins two full names that are one person's where they never stand in one sentence, as those of two people would.
func (r *resolver) joinVariants() {
	if len(r.chains) > mostChains {
		return
	}
	words := make([][]string, len(r.chains))
	for i, c := range r.chains {
		for _, w := range c.words {
			words[i] = append(words[i], withoutArticle(nlp.Fold(w)))
		}
	}
	for a, x := range r.chains {
		for b, y := range r.chains {
			if a == b || x.gone || y.gone || count(x) < count(y) || count(x) == count(y) && a > b || x.sex != '-' && y.sex != '-' && x.sex != y.sex {
				continue
			}
			if variant(words[a], words[b]) && !nlp.FamilyFirst(x.words[0]) && !r.together(a, b) {
				r.join(a, b)
			}
		}
	}
}

// variant reports whether two full names, folded, are one but for a letter in one of three words or more, or but for a second
// surname and names between that one leaves out: "omar quirol" is Omar Ernesto Quirol Santander.
func variant(a, b []string) bool {
	const shortest = 4 // letters of a word with a slip
	if len(a) < 2 || len(b) < 2 || a[0] != b[0] && a[len(a)-1] != b[len(b)-1] {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < len(b) {
		return len(b) > 3 && a[0] == b[0] && a[len(a)-1] == b[len(b)-2] && within(a, b)
	}
	differ := 0
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		if differ++; differ > 1 || min(len(a[i]), len(b[i])) < shortest || a[i][0] != b[i][0] || levenshtein.ComputeDistance(a[i], b[i]) > 1 {
			return false
		}
	}
	return len(a) > 2 && (differ == 0 || !slices.Contains(a, "bin"))
}

// together reports whether full names of two chains stand in one sentence.
func (r *resolver) together(a, b int) bool {
	in := map[int]bool{}
	for _, n := range r.chains[a].full {
		in[r.d.Tokens[r.d.Names[n].From].Sentence] = true
	}
	return slices.ContainsFunc(r.chains[b].full, func(n int) bool { return in[r.d.Tokens[r.d.Names[n].From].Sentence] })
}
