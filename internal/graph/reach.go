package graph

import (
	"maps"
	"slices"
)

// Search describes reports to be found: those whose block lies in [First, Last] and is Size bytes long, and, unless
// Any is set, of whose participants at least two are in Participants and one is in Fresh.
type Search struct {
	First, Last  string
	Size         int
	Any          bool
	Participants []string // as Ref.String gives them, sorted
	Fresh        []string // those of them for which the block has not been searched yet, sorted
}

// Finder answers searches: all reports that match at least one, in any order, also repeatedly. More reports than asked
// for do no harm.
type Finder func([]Search) ([]Report, error)

// Reach returns, sorted by key, every report whose meeting can depend on reports that have been added or removed, and
// all that is needed to tell it: Cluster gives each of the returned reports the meeting that it would have among all
// reports of the graph. The finder sees added reports and no removed ones.
//
// What is looked at is bounded in time: the blocks of the changed reports, the undated reports about their days, and
// the dated reports about the undated ones' dates.
func Reach(changed []Report, find Finder) ([]Report, error) {
	r := reacher{find: find, seen: map[string]Report{}, done: map[string]map[string]bool{}}
	if err := r.close(searchesFor(changed)); err != nil {
		return nil, err
	}
	// Undated reports may come or go where a dated group has changed.
	var near []Report
	near = append(near, changed...)
	near = append(near, r.reports()...)
	var searches []Search
	for i := range near {
		if x := &near[i]; x.known() && x.Dated() {
			for _, block := range FloatBlocks(x.Start) {
				searches = append(searches, x.search(block, block, len(block)))
			}
		}
	}
	if err := r.close(searches); err != nil {
		return nil, err
	}
	// An undated group goes to the one dated group that it fits, so all that it could fit are needed.
	searches = searches[:0]
	for _, x := range r.reports() {
		if first, last, ok := x.Days(); ok {
			searches = append(searches, x.search(first, last, len(dayLayout)))
		}
	}
	if err := r.close(searches); err != nil {
		return nil, err
	}
	return r.reports(), nil
}

type reacher struct {
	find Finder
	seen map[string]Report          // by key
	done map[string]map[string]bool // by block, the participants whose reports have been asked for
}

func (r *reacher) reports() []Report {
	keys := slices.Sorted(maps.Keys(r.seen))
	out := make([]Report, 0, len(keys))
	for _, k := range keys {
		out = append(out, r.seen[k])
	}
	return out
}

// close finds what matches and then, again and again, what shares two participants with it in its own block.
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
			if _, known := r.seen[found[i].Key]; !known {
				r.seen[found[i].Key] = found[i]
				fresh = append(fresh, found[i])
			}
		}
		searches = searchesFor(fresh)
	}
}

// unasked widens searches of one block to all participants for whom it has been searched, and leaves out those without
// a new one: what they could find has been found.
func (r *reacher) unasked(searches []Search) []Search {
	var open []Search
	for _, s := range mergeSearches(searches) {
		s.Fresh = s.Participants
		if s.First != s.Last {
			open = append(open, s)
			continue
		}
		asked, again := r.done[s.First]
		if !again {
			asked = map[string]bool{}
			r.done[s.First] = asked
		}
		s.Fresh = slices.DeleteFunc(slices.Clone(s.Participants), func(p string) bool { return asked[p] })
		if again && len(s.Fresh) == 0 {
			continue
		}
		for _, p := range s.Fresh {
			asked[p] = true
		}
		s.Participants = slices.Sorted(maps.Keys(asked))
		open = append(open, s)
	}
	return open
}

// searchesFor returns the searches for what lies in the blocks of reports and shares participants with them.
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
		s.Participants = append(s.Participants, p.String())
	}
	return s
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
		for _, p := range s.Participants {
			byPlace[w][p] = true
		}
	}
	out := make([]Search, 0, len(byPlace))
	for w, participants := range byPlace {
		out = append(out, Search{First: w.first, Last: w.last, Size: w.size, Any: w.any,
			Participants: slices.Sorted(maps.Keys(participants))})
	}
	slices.SortFunc(out, func(a, b Search) int {
		return slices.Compare([]string{a.First, a.Last}, []string{b.First, b.Last})
	})
	return out
}
