package graph

import (
	"cmp"
	"maps"
	"slices"
)

// unitIndex finds units by their parties. The zero value is empty.
type unitIndex struct {
	units   []*unit
	byToken map[string][]int
}

func (x *unitIndex) append(u *unit) {
	x.units = append(x.units, u)
	x.add(len(x.units)-1, u)
}

// add notes that unit i has the parties of u too.
func (x *unitIndex) add(i int, u *unit) {
	if x.byToken == nil {
		x.byToken = map[string][]int{}
	}
	for _, set := range u.sets {
		for _, p := range set {
			for _, token := range p.bears() {
				if !slices.Contains(x.byToken[token], i) {
					x.byToken[token] = append(x.byToken[token], i)
				}
			}
		}
	}
}

// candidates returns the units that may have two parties of u or more, in order.
func (x *unitIndex) candidates(u *unit) []int {
	shared := map[int]int{}
	seen := map[party]bool{}
	for _, set := range u.sets {
		for _, p := range set {
			if seen[p] {
				continue
			}
			seen[p] = true
			here := map[int]bool{}
			for _, token := range p.looksFor() {
				for _, i := range x.byToken[token] {
					here[i] = true
				}
			}
			for i := range here {
				shared[i]++
			}
		}
	}
	maps.DeleteFunc(shared, func(_, n int) bool { return n < 2 })
	return slices.Sorted(maps.Keys(shared))
}

// placed is an undated unit and the name of the group to which it goes.
type placed struct {
	*unit
	seed string
}

// arrival is an undated unit that fits one dated unit best.
type arrival struct {
	unit, home *unit
	fitness    int
	similarity float64
}

// place finds for each undated unit the one dated unit that it fits, of several the one that agrees best. Where that
// are two, nobody knows which is meant, and the unit stays alone. So it does where another one that fits the same dated
// unit at least as well contradicts it.
func place(floating, dated []*unit) []placed {
	var homes unitIndex
	for _, u := range dated {
		homes.append(u)
	}
	arrivals := map[*unit][]arrival{} // by home
	var out []placed
	for _, u := range floating {
		home := homes.of(u)
		if home == nil {
			out = append(out, placed{u, u.seed})
			continue
		}
		arrivals[home] = append(arrivals[home], arrival{u, home, home.fitness(u), home.similarity(u)})
	}
	for home, list := range arrivals {
		for _, a := range list {
			seed := home.seed
			if slices.ContainsFunc(list, func(b arrival) bool { return b.unit != a.unit && b.excludes(a) }) {
				seed = a.unit.seed
			}
			out = append(out, placed{a.unit, seed})
		}
	}
	return out
}

// of returns the dated unit that u fits best, and nil where there is none or more than one.
func (x *unitIndex) of(u *unit) *unit {
	if !u.seeksDay {
		return nil
	}
	var fits []*unit
	for _, i := range x.candidates(u) {
		if home := x.units[i]; home.compatible(u) && home.similarity(u) > 0 &&
			(home.sameNames(u) > 0 || !home.rivals(u)) {
			fits = append(fits, home)
		}
	}
	home, ok := only(fits, func(home *unit) int { return home.fitness(u) })
	if !ok {
		return nil
	}
	return home
}

// excludes reports whether a and b cannot both be of their home, and a is no worse than b.
func (a arrival) excludes(b arrival) bool {
	named := a.home.sameNames(a.unit) > 0 && a.home.sameNames(b.unit) > 0
	agree := a.unit.sameEvent(b.unit) && a.unit.samePlace(b.unit, true) && (named || !a.unit.rivals(b.unit))
	return !agree && cmp.Or(cmp.Compare(a.fitness, b.fitness), cmp.Compare(a.similarity, b.similarity)) >= 0
}
