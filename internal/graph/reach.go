package graph

import (
	"maps"
	"slices"
	"strings"
)

// Search describes reports to be found: those whose block lies in [First, Last] and is Size bytes long, and, unless
// Any is set, whose parties ([Report.Parties]) have at least two of Tokens and one of Fresh.
type Search struct {
	First, Last string
	Size        int
	Any         bool
	Tokens      []string // what the parties are looked for by, sorted
	Fresh       []string // those of them for which the block has not been searched yet, sorted
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
	r := reacher{find: find, seen: map[string]Report{}, done: map[string]map[string]bool{}}
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
	seen map[string]Report          // by key
	done map[string]map[string]bool // by block, the tokens whose reports have been asked for
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

// unasked widens searches of one block to all tokens for which it has been searched, and leaves out those without a new
// one: what they could find has been found.
func (r *reacher) unasked(searches []Search) []Search {
	var open []Search
	for _, s := range mergeSearches(searches) {
		s.Fresh = s.Tokens
		if s.First != s.Last {
			open = append(open, s)
			continue
		}
		asked, again := r.done[s.First]
		if !again {
			asked = map[string]bool{}
			r.done[s.First] = asked
		}
		s.Fresh = slices.DeleteFunc(slices.Clone(s.Tokens), func(p string) bool { return asked[p] })
		if again && len(s.Fresh) == 0 {
			continue
		}
		for _, p := range s.Fresh {
			asked[p] = true
		}
		s.Tokens = slices.Sorted(maps.Keys(asked))
		open = append(open, s)
	}
	return open
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

func (r *Report) search(first, last string, size int) Search {
	s := Search{First: first, Last: last, Size: size, Any: !r.known() || r.Block()[0] == '='}
	for _, p := range r.Participants {
		s.Tokens = append(s.Tokens, p.party().looksFor()...)
	}
	return s
}

// matches reports whether a report of the searched block has two parties that are looked for. A finder that counts
// tokens finds more: a person bears several.
func (s *Search) matches(r *Report) bool {
	if s.Any {
		return true
	}
	n := 0
	for _, p := range r.Participants {
		if slices.ContainsFunc(p.party().bears(), func(token string) bool {
			_, wanted := slices.BinarySearch(s.Tokens, token)
			return wanted
		}) {
			n++
		}
	}
	return n >= 2
}

func matchesAny(searches []Search, r *Report) bool {
	block := r.Block()
	return slices.ContainsFunc(searches, func(s Search) bool {
		return block >= s.First && block <= s.Last && s.matches(r)
	})
}

// mergeSearches makes one search of those in the same blocks, so that their number does not grow with the batch.
func mergeSearches(searches []Search) []Search {
	type where struct {
		first, last string
		size        int
		any         bool
	}
	byPlace := map[where]map[string]bool{}
	for _, s := range searches {
		w := where{s.First, s.Last, s.Size, s.Any}
		if byPlace[w] == nil {
			byPlace[w] = map[string]bool{}
		}
		for _, token := range s.Tokens {
			byPlace[w][token] = true
		}
	}
	out := make([]Search, 0, len(byPlace))
	for w, tokens := range byPlace {
		out = append(out, Search{First: w.first, Last: w.last, Size: w.size, Any: w.any,
			Tokens: slices.Sorted(maps.Keys(tokens))})
	}
	slices.SortFunc(out, func(a, b Search) int {
		return slices.Compare([]string{a.First, a.Last}, []string{b.First, b.Last})
	})
	return out
}
