package graph

import (
	"maps"
	"slices"
	"strings"
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

// Finder answers searches: all reports that match at least one, in any order, also repeatedly. More reports than asked
// for do no harm.
type Finder func([]Search) ([]Report, error)

// Assignment says of which meeting a report is.
type Assignment struct {
	Report  Report
	Meeting string // key
}

// Assign returns, sorted by the report's key, every report whose meeting can depend on reports that have been added or
// removed, with the meeting that Cluster gives it among all reports of the graph. The finder sees added reports and no
// removed ones.
//
// What is looked at is bounded in time. The blocks of the changed reports come first, then the undated reports about
// their days, whose fit may have changed, and the dated ones that these could fit: at each of them another undated
// report may now be welcome or in the way. So the undated reports about these are needed, and the dated ones about
// those, among which each finds the one that it fits.
func Assign(changed []Report, find Finder) ([]Assignment, error) {
	r := reacher{find: find, seen: map[string]Report{}, done: map[where]*asked{}}
	if err := r.close(searchesFor(changed)); err != nil {
		return nil, err
	}
	if err := r.aroundDays(changed); err != nil {
		return nil, err
	}
	if err := r.aboutUndated(changed); err != nil {
		return nil, err
	}
	whole := map[string]bool{} // dated reports about which all undated ones will have been found
	for key, x := range r.seen {
		whole[key] = x.Dated()
	}
	if err := r.aroundDays(nil); err != nil {
		return nil, err
	}
	if err := r.aboutUndated(nil); err != nil {
		return nil, err
	}
	return r.assignments(whole), nil
}

// aroundDays finds the undated reports about the days of dated ones.
func (r *reacher) aroundDays(changed []Report) error {
	var searches []Search
	for _, x := range slices.Concat(changed, r.reports()) {
		if x.known() && x.Dated() {
			for _, block := range FloatBlocks(x.Start) {
				searches = append(searches, x.search(block, block, len(block)))
			}
		}
	}
	return r.close(searches)
}

// aboutUndated finds the dated reports about the time of undated ones.
func (r *reacher) aboutUndated(changed []Report) error {
	var searches []Search
	for _, x := range slices.Concat(changed, r.reports()) {
		if first, last, ok := x.Days(); ok {
			searches = append(searches, x.search(first, last, len(dayLayout)))
		}
	}
	return r.close(searches)
}

// assignments groups what was found. An undated report at a dated one that is not whole is left out: something that was
// not found may stand in its way, and nothing about it has changed.
func (r *reacher) assignments(whole map[string]bool) []Assignment {
	var out []Assignment
	for _, g := range Cluster(r.reports()) {
		complete := !slices.ContainsFunc(g.Reports, func(x Report) bool { return x.known() && x.Dated() && !whole[x.Key] })
		for _, x := range g.Reports {
			if complete || x.Dated() {
				out = append(out, Assignment{x, g.ID})
			}
		}
	}
	slices.SortFunc(out, func(a, b Assignment) int { return strings.Compare(a.Report.Key, b.Report.Key) })
	return out
}

type reacher struct {
	find Finder
	seen map[string]Report // by key
	done map[where]*asked
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

func (r *reacher) reports() []Report {
	keys := slices.Sorted(maps.Keys(r.seen))
	out := make([]Report, 0, len(keys))
	for _, k := range keys {
		out = append(out, r.seen[k])
	}
	return out
}

// close finds what matches and then, again and again, what has two parties in common with it in its own block.
func (r *reacher) close(searches []Search) error {
	for {
		if searches = r.unasked(searches); len(searches) == 0 {
			return nil
		}
		found, err := r.find(searches)
		if err != nil {
			return err
		}
		var fresh []Report
		for i := range found {
			if _, known := r.seen[found[i].Key]; !known && matchesAny(searches, &found[i]) {
				r.seen[found[i].Key] = found[i]
				fresh = append(fresh, found[i])
			}
		}
		searches = searchesFor(fresh)
	}
}

// unasked merges searches of the same blocks, so that their number does not grow with the batch, and leaves out what has
// been asked for: what that could find has been found.
func (r *reacher) unasked(searches []Search) []Search {
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
		searches = append(searches, reports[i].search(block, block, len(block)))
	}
	return searches
}

// mostPairs is the number of parties from which on a report is looked for by any two of its tokens: the pairs of a
// conference of hundreds would be too many.
const mostPairs = 12

func (r *Report) search(first, last string, size int) Search {
	s := Search{First: first, Last: last, Size: size, Any: !r.known() || r.Block()[0] == '='}
	if s.Any {
		return s
	}
	tokens := make([][]string, 0, len(r.Participants))
	for _, p := range r.Participants {
		tokens = append(tokens, p.party().looksFor())
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
