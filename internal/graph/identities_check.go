package graph

import (
	"fmt"
	"strings"
)

// decisions turns entries into one decision a selector, or says which entries contradict each other or decide nothing.
func decisions(same, notSame []group) ([]decision, error) {
	var out []decision
	lines := map[int]int{} // of a decision to its entry under same
	index := func(s *selector) int {
		for i := range out {
			if out[i].same(s) {
				return i
			}
		}
		return -1
	}
	for _, g := range same {
		if first := g.people[0]; len(g.people) == 1 && !bare(&first) {
			return nil, fmt.Errorf("line %d: %s is alone; expected two people, or one name of a single word that "+
				"means one person in all articles", g.line, &first)
		}
		for _, s := range g.people {
			if i := index(&s); i >= 0 {
				return nil, fmt.Errorf("line %d: %s stands in the entry of line %d as well; put all of them in one", g.line, &s, lines[i])
			}
			lines[len(out)] = g.line
			out = append(out, decision{s, g.people[0].id, g.reason})
		}
	}
	for _, g := range notSame {
		if len(g.people) < 2 {
			return nil, fmt.Errorf("line %d: %s is alone; expected two people or more", g.line, &g.people[0])
		}
		keys := map[string]*selector{}
		for i := range g.people {
			s := &g.people[i]
			at := index(s)
			k := s.key()
			if at >= 0 {
				k = out[at].id
			}
			if other := keys[k]; other != nil {
				return nil, fmt.Errorf("line %d: %s and %s are not the same, but line %d gives both the key %s; take one of the "+
					"entries out, or begin that one with a name that nobody else bears", g.line, other, s, max(lines[at], lines[index(other)]), k)
			}
			keys[k] = s
			// A single word without more means nobody in particular, and the rules keep it to its article.
			if at < 0 && !(bare(s) && s.anywhere()) {
				out = append(out, decision{*s, k, g.reason})
			}
		}
	}
	return out, nil
}

// bare reports whether a name is a single word.
func bare(s *selector) bool { return len(strings.Fields(s.name)) == 1 }
