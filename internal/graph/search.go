package graph

import (
	"maps"
	"slices"
)

// Search describes reports to be found: those whose block lies in [First, Last] and is Size bytes long, and, unless
// Any is set, whose parties ([Report.Parties]) have both tokens of one of Pairs, or two of Tokens.
type Search struct {
	First, Last string
	Size        int
	Any         bool
	Pairs       Pairs
	Tokens      map[string]bool // what the parties of reports are looked for by that have too many for pairs
}

// Pairs is a set of pairs of tokens, each by which two parties of one report are looked for. The smaller token of a
// pair leads to the larger one.
type Pairs map[string]map[string]bool

// add adds a pair, and reports whether it is new.
func (p Pairs) add(a, b string) bool {
	if a > b {
		a, b = b, a
	}
	if p[a] == nil {
		p[a] = map[string]bool{}
	}
	known := p[a][b]
	p[a][b] = true
	return !known
}

func (p Pairs) has(a, b string) bool {
	if a > b {
		a, b = b, a
	}
	return p[a][b]
}

// Add adds the pairs of another set.
func (p Pairs) Add(o Pairs) {
	for a, others := range o {
		for b := range others {
			p.add(a, b)
		}
	}
}

// where is the blocks of a search.
type where struct {
	first, last string
	size        int
	any         bool
}

// asked is what blocks have been searched for.
type asked struct {
	all    bool
	pairs  Pairs
	tokens map[string]bool
}

// searcher asks a store, never twice for the same.
type searcher struct {
	find func([]Search) ([]Report, error)
	done map[where]*asked
}

func newSearcher(find func([]Search) ([]Report, error)) *searcher {
	return &searcher{find, map[where]*asked{}}
}

// ask returns what matches, once or more.
func (r *searcher) ask(searches []Search) ([]Report, error) {
	searches = r.unasked(searches)
	if len(searches) == 0 {
		return nil, nil
	}
	found, err := r.find(searches)
	return slices.DeleteFunc(found, func(x Report) bool { return !matchesAny(searches, &x) }), err
}

// unasked merges searches of the same blocks, so that their number does not grow with the batch, and leaves out what has
// been asked for: what that could find has been found.
func (r *searcher) unasked(searches []Search) []Search {
	open := map[where]*Search{}
	for i := range searches {
		s := &searches[i]
		w := where{s.First, s.Last, s.Size, s.Any}
		before := r.done[w]
		if before == nil {
			before = &asked{pairs: Pairs{}, tokens: map[string]bool{}}
			r.done[w] = before
		}
		merged := open[w]
		if merged == nil {
			merged = &Search{First: s.First, Last: s.Last, Size: s.Size, Any: s.Any, Pairs: Pairs{}, Tokens: map[string]bool{}}
		}
		news := s.Any && !before.all
		before.all = before.all || s.Any
		for a, others := range s.Pairs {
			for b := range others {
				if before.pairs.add(a, b) {
					merged.Pairs.add(a, b)
					news = true
				}
			}
		}
		if slices.ContainsFunc(slices.Collect(maps.Keys(s.Tokens)), func(token string) bool { return !before.tokens[token] }) {
			maps.Copy(before.tokens, s.Tokens)
			maps.Copy(merged.Tokens, before.tokens) // any two of them, also of those asked for before
			news = true
		}
		if news {
			open[w] = merged
		}
	}
	out := make([]Search, 0, len(open))
	for _, s := range open {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b Search) int {
		return slices.Compare([]string{a.First, a.Last}, []string{b.First, b.Last})
	})
	return out
}

// searchesFor returns the searches for what lies in the blocks of reports and may have parties in common with them.
func searchesFor(reports []Report) []Search {
	searches := make([]Search, 0, len(reports))
	for i := range reports {
		block := reports[i].Block()
		searches = append(searches, reports[i].search(block, block, len(block), party.looksFor))
	}
	return searches
}

// mostPairs is the number of parties from which on a report is looked for by any two of its tokens: the pairs of a
// conference of hundreds would be too many.
const mostPairs = 12

// search looks for reports with two parties that one of this report's may be, as the tokens tell that are looked for.
func (r *Report) search(first, last string, size int, looksFor func(party) []string) Search {
	s := Search{First: first, Last: last, Size: size, Any: !r.known() || r.Block()[0] == '='}
	if s.Any {
		return s
	}
	tokens := make([][]string, 0, len(r.Participants))
	for _, p := range r.Participants {
		tokens = append(tokens, looksFor(p.party()))
	}
	if len(tokens) > mostPairs {
		s.Tokens = map[string]bool{}
		for _, token := range slices.Concat(tokens...) {
			s.Tokens[token] = true
		}
		return s
	}
	s.Pairs = Pairs{}
	for i, these := range tokens {
		for _, those := range tokens[i+1:] {
			for _, a := range these {
				for _, b := range those {
					s.Pairs.add(a, b)
				}
			}
		}
	}
	return s
}

// matches reports whether a report of the searched blocks has two parties that are looked for. A finder that looks at
// tokens alone finds more: a person bears several.
func (s *Search) matches(bears [][]string) bool {
	if s.Any {
		return true
	}
	n := 0
	for i, these := range bears {
		if slices.ContainsFunc(these, func(token string) bool { return s.Tokens[token] }) {
			if n++; n == 2 {
				return true
			}
		}
		for _, those := range bears[i+1:] {
			for _, a := range these {
				for _, b := range those {
					if s.Pairs.has(a, b) {
						return true
					}
				}
			}
		}
	}
	return false
}

func matchesAny(searches []Search, r *Report) bool {
	block := r.Block()
	var bears [][]string
	for _, p := range r.Participants {
		bears = append(bears, p.party().bears())
	}
	return slices.ContainsFunc(searches, func(s Search) bool {
		return block >= s.First && block <= s.Last && len(block) == s.Size && s.matches(bears)
	})
}
