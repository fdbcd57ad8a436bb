package coref

import (
	"strings"

	"github.com/agnivade/levenshtein"

	"graphload/internal/nlp"
)

// joinMisspelt joins a chain whose surname is another's with a letter wrong, where the first names do not contradict
// each other. The form that stands more often is the right one.
func (r *resolver) joinMisspelt() {
	if len(r.chains) > mostChains {
		return
	}
	for a := range r.chains {
		for b := range r.chains {
			x, y := r.chains[a], r.chains[b]
			if a == b || x.gone || y.gone || count(x) < count(y) || !misspelt(x.words, y.words) {
				continue
			}
			r.join(a, b)
		}
	}
}

// join gives the names of chain b to chain a.
func (r *resolver) join(a, b int) {
	x, y := r.chains[a], r.chains[b]
	for n, c := range r.of {
		if c == b {
			r.of[n] = a
		}
	}
	for _, form := range y.order {
		if x.forms[form] == 0 {
			x.order = append(x.order, form)
		}
		x.forms[form] += y.forms[form]
	}
	y.gone = true
}

func count(c *chain) int {
	n := 0
	for _, k := range c.forms {
		n += k
	}
	return n
}

// respelt reports whether two full names of as many words are one in two usual spellings: "Mohammed", "Muhammad".
func respelt(a, b []string) bool {
	return len(a) == len(b) && len(a) > 1 && nlp.CanonicalName(strings.Join(a, " ")) == nlp.CanonicalName(strings.Join(b, " "))
}

// misspelt reports whether b is a's name with a slip in the surname. A final a that one has and the other has not
// makes two Slavic names, not a slip.
func misspelt(a, b []string) bool {
	x, y := nlp.Fold(a[len(a)-1]), nlp.Fold(b[len(b)-1])
	if x == y || len(x) < 5 || len(y) < 5 || !soundAlike(x[0], y[0]) || x+"a" == y || y+"a" == x || x+"s" == y || y+"s" == x {
		return false
	}
	if len(a) > 1 && len(b) > 1 && !equal(a[0], b[0]) {
		return false
	}
	if len(a) == 1 && len(b) > 1 {
		return false
	}
	return levenshtein.ComputeDistance(x, y) <= 1
}

// soundAlike reports whether two letters may begin one name, written by two people or taken from two alphabets.
func soundAlike(a, b byte) bool {
	if a == b {
		return true
	}
	for _, group := range []string{"gh", "ckq", "iyj", "vw", "sz"} {
		if strings.IndexByte(group, a) >= 0 && strings.IndexByte(group, b) >= 0 {
			return true
		}
	}
	return false
}
