package graph

import (
	"maps"
	"slices"
	"strings"
)

// Store answers what [Assign] asks of the reports that are stored. More reports than asked for do no harm, nor does one that
// comes repeatedly.
type Store interface {
	// Find returns the reports that match at least one search.
	Find([]Search) ([]Report, error)
	// InArticles returns the reports that stand in articles, of which the keys are given.
	InArticles([]string) ([]Report, error)
	// Together returns the dated reports of the meetings of which dated reports are that Find returned, those of one
	// meeting together.
	Together([]Report) ([][]Report, error)
}

// Assignment says of which meeting a report is.
type Assignment struct {
	Report  Report
	Meeting string // key
}

// Assign returns, sorted by the report's key, every report whose meeting can depend on reports that have been added or
// removed, with the meeting that Cluster gives it among all reports of the graph. The reports of an article are added or
// removed all together. The store has no removed ones, and may lack the added ones.
//
// What is looked at is bounded in time and by what has changed. The days of the changed reports come first, as far as
// common parties lead. Where groups change there, the undated reports follow that such a group fits or did fit, with
// the others of their articles, which may be in their way; and last the dated groups that these could fit.
func Assign(added, removed []Report, store Store) ([]Assignment, error) {
	a := assigner{store: store, added: added, search: newSearcher(store.Find), floats: map[string]*Report{}}
	was, now, err := a.blocks(removed)
	if err != nil {
		return nil, err
	}
	if err := a.findFloats(changedUnits(was, now, slices.Concat(added, removed)), removed); err != nil {
		return nil, err
	}
	homes, err := a.homes(now)
	if err != nil {
		return nil, err
	}
	return a.assignments(now, homes), nil
}

type assigner struct {
	store  Store
	added  []Report
	search *searcher

	floats map[string]*Report // by key, undated reports of which the home is looked for
	open   map[string]bool    // names of the groups of those without a home that may have changed
}

// floating reports whether the report is undated, and is looked for by its parties.
func (r *Report) floating() bool { return r.known() && !r.Dated() }

// blocks returns the groups of dated reports, and of those that join none but their equals, in the changed reports'
// blocks, as far as common parties lead: as they were and as they are now.
func (a *assigner) blocks(removed []Report) (was, now []*unit, err error) {
	before, err := closeBlocks(a.search, fixed(slices.Concat(a.added, removed)))
	if err != nil {
		return nil, nil, err
	}
	after := maps.Clone(before)
	for i := range a.added {
		delete(before, a.added[i].Key)
		if r := &a.added[i]; !r.floating() {
			after[r.Key] = r
		}
	}
	for i := range removed {
		if r := &removed[i]; !r.floating() {
			before[r.Key] = r
		}
	}
	return fixedUnits(sortedReports(before)), fixedUnits(sortedReports(after)), nil
}

// closeBlocks finds what has two parties in common with reports in their own blocks, and again and again with what was found.
func closeBlocks(search *searcher, reports []Report) (map[string]*Report, error) {
	seen := map[string]*Report{}
	for searches := searchesFor(reports); len(searches) > 0; {
		found, err := search.ask(searches)
		if err != nil {
			return nil, err
		}
		var fresh []Report
		for i := range found {
			if r := &found[i]; seen[r.Key] == nil {
				seen[r.Key] = r
				fresh = append(fresh, *r)
			}
		}
		searches = searchesFor(fresh)
	}
	return seen, nil
}

// Regroup is Together of a [Store] that does not know the meetings: it works them out.
func Regroup(reports []Report, find func([]Search) ([]Report, error)) ([][]Report, error) {
	wanted := map[string]bool{}
	for i := range reports {
		wanted[reports[i].Key] = true
	}
	seen, err := closeBlocks(newSearcher(find), reports)
	if err != nil {
		return nil, err
	}
	var groups [][]Report
	for _, u := range fixedUnits(sortedReports(seen)) {
		var group []Report
		for _, r := range u.reports {
			group = append(group, *r)
		}
		if slices.ContainsFunc(group, func(r Report) bool { return wanted[r.Key] }) {
			groups = append(groups, group)
		}
	}
	return groups, nil
}

// fixed returns the reports that are not floating.
func fixed(reports []Report) []Report {
	return slices.DeleteFunc(reports, func(r Report) bool { return r.floating() })
}

// sortedReports returns reports by key.
func sortedReports(reports map[string]*Report) []*Report {
	out := make([]*Report, 0, len(reports))
	for _, key := range slices.Sorted(maps.Keys(reports)) {
		out = append(out, reports[key])
	}
	return out
}

// changedUnits returns the dated units that are in one list and not in the other, or have a changed report.
func changedUnits(was, now []*unit, changed []Report) []*unit {
	touched := map[string]bool{}
	for i := range changed {
		touched[changed[i].Key] = true
	}
	name := func(u *unit) string {
		keys := make([]string, 0, len(u.reports))
		for _, r := range u.reports {
			keys = append(keys, r.Key)
		}
		slices.Sort(keys)
		return strings.Join(keys, " ")
	}
	var out []*unit
	for _, list := range [][2][]*unit{{was, now}, {now, was}} {
		others := map[string]bool{}
		for _, u := range list[1] {
			others[name(u)] = true
		}
		for _, u := range list[0] {
			if u.dated && (!others[name(u)] ||
				slices.ContainsFunc(u.reports, func(r *Report) bool { return touched[r.Key] })) {
				out = append(out, u)
			}
		}
	}
	return out
}

// findFloats finds the undated reports that fit a changed unit, those that stand in one article with them, and those that
// may be together with one of either while they have no home.
func (a *assigner) findFloats(changed []*unit, removed []Report) error {
	a.open = map[string]bool{}
	for _, list := range [][]Report{a.added, removed} {
		for i := range list {
			if r := &list[i]; r.floating() {
				a.open[r.company()] = true
			}
		}
	}
	for i := range a.added {
		a.addFloat(&a.added[i])
	}
	var index unitIndex
	var searches []Search
	for _, u := range changed {
		index.append(u)
		for _, r := range u.reports {
			searches = append(searches, r.searchFloats()...)
		}
	}
	found, err := a.search.ask(searches)
	if err != nil {
		return err
	}
	var near []Report
	for i := range found {
		if r := &found[i]; r.floating() && a.floats[r.Key] == nil && len(index.fits(newUnit(r))) > 0 {
			a.addFloat(r)
			near = append(near, *r)
		}
	}
	beside, err := a.beside(near)
	if err != nil {
		return err
	}
	near = append(near, beside...)
	for i := range near {
		a.open[near[i].company()] = true
	}
	searches = nil
	for _, r := range slices.Concat(a.added, removed, near) {
		if r.floating() {
			searches = append(searches, r.searchCompany())
		}
	}
	found, err = newSearcher(a.store.Find).ask(searches)
	if err != nil {
		return err
	}
	var company []Report
	for i := range found {
		if r := &found[i]; r.floating() && a.floats[r.Key] == nil && a.open[r.company()] {
			a.addFloat(r)
			company = append(company, *r)
		}
	}
	_, err = a.beside(company)
	return err
}

// beside adds the undated reports of the articles of stored reports, and returns those that are new.
func (a *assigner) beside(reports []Report) ([]Report, error) {
	articles := map[string]bool{}
	for i := range reports {
		articles[reports[i].Article] = true
	}
	if len(articles) == 0 {
		return nil, nil
	}
	found, err := a.store.InArticles(slices.Sorted(maps.Keys(articles)))
	if err != nil {
		return nil, err
	}
	var fresh []Report
	for i := range found {
		if r := &found[i]; r.floating() && articles[r.Article] && a.floats[r.Key] == nil {
			a.addFloat(r)
			fresh = append(fresh, *r)
		}
	}
	return fresh, nil
}

func (a *assigner) addFloat(r *Report) {
	if r.floating() {
		a.floats[r.Key] = r
	}
}

// homes returns the dated units that a float could fit: those that have been worked out, and stored ones.
func (a *assigner) homes(now []*unit) ([]*unit, error) {
	var homes []*unit
	known := map[string]bool{}
	for _, u := range now {
		if u.dated {
			homes = append(homes, u)
			for _, r := range u.reports {
				known[r.Key] = true
			}
		}
	}
	var searches []Search
	var floats unitIndex
	for _, r := range sortedReports(a.floats) {
		if first, last, ok := r.Days(); ok {
			searches = append(searches, r.search(first, last, len(dayLayout), party.sharper))
			floats.append(newUnit(r))
		}
	}
	found, err := newSearcher(a.store.Find).ask(searches)
	if err != nil {
		return nil, err
	}
	var candidates []Report
	for i := range found {
		if r := &found[i]; r.Dated() && r.known() && !known[r.Key] && floats.near(newUnit(r)) {
			known[r.Key] = true
			candidates = append(candidates, *r)
		}
	}
	if len(candidates) == 0 {
		return homes, nil
	}
	groups, err := a.store.Together(candidates)
	if err != nil {
		return nil, err
	}
	for _, group := range groups {
		var members []*Report
		for i := range group {
			members = append(members, &group[i])
		}
		homes = append(homes, oneUnit(members))
	}
	return homes, nil
}

// assignments groups what was found.
func (a *assigner) assignments(now, homes []*unit) []Assignment {
	groups := gather(now, homes, sortedReports(a.floats), func(r *Report) bool { return a.open[r.company()] })
	var out []Assignment
	for _, g := range groups {
		for _, x := range g.Reports {
			out = append(out, Assignment{x, g.ID})
		}
	}
	slices.SortFunc(out, func(a, b Assignment) int { return strings.Compare(a.Report.Key, b.Report.Key) })
	return out
}
