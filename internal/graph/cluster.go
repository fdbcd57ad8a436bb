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
	var fixed, floats []*Report
	for i := range reports {
		if r := &reports[i]; r.floating() {
			floats = append(floats, r)
		} else {
			fixed = append(fixed, r)
		}
	}
	units := fixedUnits(fixed)
	homes := slices.DeleteFunc(slices.Clone(units), func(u *unit) bool { return !u.dated })
	return gather(units, homes, floats, func(*Report) bool { return true })
}

// gather groups units of fixed reports with the undated reports that go to one of the homes. Of those that go nowhere, the
// ones that are wanted join their like.
func gather(units, homes []*unit, floats []*Report, wanted func(*Report) bool) []Group {
	groups := map[string][]*Report{}
	settled, left := place(floatingUnits(floats), homes)
	left = slices.DeleteFunc(left, func(u *unit) bool { return !wanted(u.reports[0]) })
	for _, u := range slices.Concat(units, company(left)) {
		groups[u.seed] = append(groups[u.seed], u.reports...)
	}
	for _, p := range settled {
		groups[p.seed] = append(groups[p.seed], p.reports...)
	}
	return sortedGroups(groups)
}

// fixedUnits groups reports that are dated or join none but their equals.
func fixedUnits(reports []*Report) []*unit {
	blocks := map[string][]*Report{}
	for _, r := range reports {
		block := r.Block()
		blocks[block] = append(blocks[block], r)
	}
	var units []*unit
	for _, block := range slices.Sorted(maps.Keys(blocks)) {
		members := blocks[block]
		slices.SortFunc(members, compareReports)
		if !strings.HasPrefix(block, "=") {
			units = append(units, clusterBlock(members)...)
			continue
		}
		units = append(units, oneUnit(members))
	}
	return units
}

// oneUnit makes one unit of reports.
func oneUnit(reports []*Report) *unit {
	u := newUnit(reports[0])
	for _, r := range reports[1:] {
		u.merge(newUnit(r))
	}
	return u
}

// floatingUnits makes a unit of each report.
func floatingUnits(reports []*Report) []*unit {
	units := make([]*unit, 0, len(reports))
	for _, r := range reports {
		units = append(units, newUnit(r))
	}
	return units
}

// company groups undated reports that have no home: those of one block with the same participants, as far as nothing
// keeps them apart.
func company(units []*unit) []*unit {
	slices.SortFunc(units, func(a, b *unit) int { return compareReports(a.reports[0], b.reports[0]) })
	groups := map[string][]*unit{}
	var out []*unit
	for _, u := range units {
		name := u.reports[0].company()
		if into := closestPlace(groups[name], u); into != nil {
			into.merge(u)
			continue
		}
		groups[name] = append(groups[name], u)
		out = append(out, u)
	}
	return out
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
// which it was held. Last come groups that name the parties otherwise.
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
	var merged unitIndex
	for _, u := range groups {
		if into := mostSimilar(&merged, u); into >= 0 {
			merged.units[into].merge(u)
			merged.add(into, u)
			continue
		}
		merged.append(u)
	}
	return joinVague(merged.units)
}

// joinVague lets units join that name parties otherwise: each goes to the one that it fits, of several to the one
// that agrees best in place; where that are two, nobody knows which is meant, and it stays alone. Units that name
// parties best come first, so that the vague ones find all that they could mean.
func joinVague(units []*unit) []*unit {
	slices.SortStableFunc(units, compareUnits)
	var out unitIndex
	for _, u := range units {
		var fits []int
		for _, i := range out.candidates(u) {
			if x := out.units[i]; x.compatible(u) && x.similarity(u) > 0 && !x.rivals(u) {
				fits = append(fits, i)
			}
		}
		best, ok := only(fits, func(i int) int { return out.units[i].agreement(u) })
		if !ok {
			out.append(u)
			continue
		}
		out.units[best].merge(u)
		out.add(best, u)
	}
	return out.units
}

// only returns the element with the highest score, and false where there is none or more than one.
func only[T any](list []T, score func(T) int) (best T, ok bool) {
	most := 0
	for i, x := range list {
		switch n := score(x); {
		case i == 0 || n > most:
			best, most, ok = x, n, true
		case n == most:
			ok = false
		}
	}
	return best, ok
}

// closestPlace returns the compatible unit that agrees best in place and then in kind, the first one of equals, or nil.
func closestPlace(units []*unit, u *unit) *unit {
	var closest *unit
	most := -1
	for _, x := range units {
		n := 2 * x.agreement(u)
		if overlap(x.kinds, u.kinds) {
			n++
		}
		if n > most && x.compatible(u) {
			closest, most = x, n
		}
	}
	return closest
}

// mostSimilar returns the compatible unit whose participants are most similar by name, the first one of equals, or -1.
func mostSimilar(units *unitIndex, u *unit) int {
	closest, most := -1, 0.0
	for _, i := range units.candidates(u) {
		x := units.units[i]
		if !x.compatible(u) {
			continue
		}
		if s := x.sameNames(u); s > most {
			closest, most = i, s
		}
	}
	return closest
}
