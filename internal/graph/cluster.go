package graph

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Group is the reports of one meeting.
type Group struct {
	ID      string   // key of the Meeting
	Reports []Report // sorted by key
}

// Cluster groups reports by meeting. The groups come sorted by ID and depend on the set of reports alone, not on
// their order; the package's documentation tells the method. Keys of reports must be unique.
func Cluster(reports []Report) []Group {
	blocks := map[string][]*Report{}
	for i := range reports {
		r := &reports[i]
		block := r.Block()
		blocks[block] = append(blocks[block], r)
	}
	var dated, floating []*unit
	for block, members := range blocks {
		slices.SortFunc(members, compareReports)
		switch {
		case strings.HasPrefix(block, "="):
			u := newUnit(members[0])
			for _, r := range members[1:] {
				u.merge(newUnit(r))
			}
			floating = append(floating, u)
		case members[0].Dated():
			dated = append(dated, clusterBlock(members)...)
		default:
			floating = append(floating, clusterBlock(members)...)
		}
	}
	groups := map[string][]*Report{}
	for _, u := range dated {
		groups[u.seed] = append(groups[u.seed], u.reports...)
	}
	homes := newHomes(dated)
	for _, u := range floating {
		seed := u.seed
		if home := homes.of(u); home != nil {
			seed = home.seed
		}
		groups[seed] = append(groups[seed], u.reports...)
	}
	return sortedGroups(groups)
}

func sortedGroups(groups map[string][]*Report) []Group {
	out := make([]Group, 0, len(groups))
	for seed, members := range groups {
		g := Group{ID: digest("meeting", seed)}
		for _, r := range members {
			g.Reports = append(g.Reports, *r)
		}
		slices.SortFunc(g.Reports, func(a, b Report) int { return strings.Compare(a.Key, b.Key) })
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b Group) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// compareReports orders the reports of a block: those that say most come first and found the groups.
func compareReports(a, b *Report) int {
	return cmp.Or(
		len(b.Participants)-len(a.Participants),
		located(b)-located(a),
		strings.Compare(a.Key, b.Key))
}

// located says how much a report tells of where: 0 nothing, 1 the place or the country, 2 both.
func located(r *Report) int {
	n := 0
	if r.Place != "" {
		n++
	}
	if r.Country != "" {
		n++
	}
	return n
}

// clusterBlock groups sorted reports of one block: first those with the same participants, then smaller groups with
// the most similar larger one. A report of a bilateral meeting thus joins others of its kind before the summit beside
// which it was held.
func clusterBlock(reports []*Report) []*unit {
	bySet := map[string][]*unit{}
	var groups []*unit
	for _, r := range reports {
		u := newUnit(r)
		set := setKey(u.sets[0])
		if into := closestPlace(bySet[set], u); into != nil {
			into.merge(u)
			continue
		}
		bySet[set] = append(bySet[set], u)
		groups = append(groups, u)
	}
	// The order of reports is also the order of groups: each was founded by its first report.
	index := map[Ref][]int{}
	var merged []*unit
	for _, u := range groups {
		if into := mostSimilar(merged, index, u); into >= 0 {
			merged[into].merge(u)
			addToIndex(index, into, u)
			continue
		}
		merged = append(merged, u)
		addToIndex(index, len(merged)-1, u)
	}
	return merged
}

// closestPlace returns the compatible unit that agrees best in place, the first one of equals, or nil.
func closestPlace(units []*unit, u *unit) *unit {
	var closest *unit
	most := -1
	for _, x := range units {
		if n := x.agreement(u); n > most && x.compatible(u) {
			closest, most = x, n
		}
	}
	return closest
}

// mostSimilar returns the compatible unit whose participants are most similar, the first one of equals, or -1.
func mostSimilar(units []*unit, index map[Ref][]int, u *unit) int {
	closest, most := -1, 0.0
	for _, i := range candidates(index, u) {
		x := units[i]
		if s := x.similarity(u); s > most && x.compatible(u) {
			closest, most = i, s
		}
	}
	return closest
}

// candidates returns the units that have two participants of u or more, in order.
func candidates(index map[Ref][]int, u *unit) []int {
	shared := map[int]int{}
	for _, p := range u.participants() {
		for _, i := range index[p] {
			shared[i]++
		}
	}
	maps.DeleteFunc(shared, func(_, n int) bool { return n < 2 })
	return slices.Sorted(maps.Keys(shared))
}

func addToIndex(index map[Ref][]int, i int, u *unit) {
	for _, p := range u.participants() {
		if !slices.Contains(index[p], i) {
			index[p] = append(index[p], i)
		}
	}
}

// homes finds the dated unit that an undated one is of.
type homes struct {
	units []*unit
	index map[Ref][]int
}

func newHomes(dated []*unit) *homes {
	h := &homes{units: dated, index: map[Ref][]int{}}
	for i, u := range dated {
		addToIndex(h.index, i, u)
	}
	return h
}

// of returns the one dated unit that u fits, and nil where there is none or more than one.
func (h *homes) of(u *unit) *unit {
	if !u.seeksDay {
		return nil
	}
	var home *unit
	for _, i := range candidates(h.index, u) {
		x := h.units[i]
		if x.similarity(u) == 0 || !x.compatible(u) || !x.supports(u) {
			continue
		}
		if home != nil {
			return nil
		}
		home = x
	}
	return home
}
