package coref

import "graphload/internal/nlp"

// joinKnownAs joins a person with the other name that the text says them to go by: "Ada Lind, better known as Lindy,".
func (r *resolver) joinKnownAs() {
	d := r.d
	for i := 1; i+2 < len(d.Tokens); i++ {
		if d.Lower(i) != "known" || d.Lower(i+1) != "as" {
			continue
		}
		a, b := r.nameEnding(i), r.nameAt(i+2)
		if a < 0 || b < 0 || a == b || len(r.chains[a].words) > 1 && len(r.chains[b].words) > 1 {
			continue
		}
		if len(r.chains[b].words) > len(r.chains[a].words) {
			a, b = b, a
		}
		r.join(a, b)
	}
}

// nameEnding returns the chain of the name before "known" at token i with nothing but adverbs and marks between, or -1.
func (r *resolver) nameEnding(i int) int {
	const most = 4
	for k := i - 1; k >= 0 && k >= i-most; k-- {
		if c := r.chainAt(k); c >= 0 {
			return c
		}
		if w := r.d.Lower(k); r.d.Tokens[k].Word && !knownHow[w] {
			return -1
		}
	}
	return -1
}

// nameAt returns the chain of the name at token i, or behind a mark or an article there, or -1.
func (r *resolver) nameAt(i int) int {
	if w := r.d.Lower(i); !r.d.Tokens[i].Word || w == "the" {
		i++
	}
	return r.chainAt(i)
}

// knownHow are words before "known as".
var knownHow = nlp.WordSet("also better best more most commonly popularly widely simply usually affectionately often otherwise locally sometimes")
