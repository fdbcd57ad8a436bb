package graph

import (
	"cmp"
	"slices"
)

// unitIndex finds units by their parties. The zero value is empty.
type unitIndex struct {
	units   []*unit
	byToken map[string][]int

	shared []int // how many parties a unit may have in common with one that is looked for
	last   []int // the last one of these parties, by its number
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
	for len(x.shared) < len(x.units) {
		x.shared, x.last = append(x.shared, 0), append(x.last, 0)
	}
	var met []int
	var parties []party
	for _, set := range u.sets {
		for _, p := range set {
			if slices.Contains(parties, p) {
				continue
			}
			parties = append(parties, p)
			for _, token := range p.looksFor() {
				for _, i := range x.byToken[token] {
					if x.last[i] == len(parties) {
						continue
					}
					x.last[i] = len(parties)
					if x.shared[i]++; x.shared[i] == 1 {
						met = append(met, i)
					}
				}
			}
		}
	}
	var found []int
	for _, i := range met {
		if x.shared[i] >= 2 {
			found = append(found, i)
		}
		x.shared[i], x.last[i] = 0, 0
	}
	slices.Sort(found)
	return found
}

// placed is an undated unit and the name of the dated one to which it goes.
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

// place finds for each undated report, a unit of its own, the one dated unit that it fits, of several the one that agrees
// best. Where that are two, nobody knows which is meant, and it is left. So it is where another one of its article fits
// the same dated unit at least as well.
func place(floating, dated []*unit) (settled []placed, left []*unit) {
	var homes unitIndex
	for _, u := range dated {
		homes.append(u)
	}
	arrivals := map[*unit][]arrival{} // by home
	for _, u := range floating {
		home := homes.of(u)
		if home == nil {
			left = append(left, u)
			continue
		}
		arrivals[home] = append(arrivals[home], arrival{u, home, home.fitness(u), home.similarity(u)})
	}
	for _, list := range arrivals {
		for _, a := range list {
			if slices.ContainsFunc(list, func(b arrival) bool { return b.unit != a.unit && b.excludes(a) }) {
				left = append(left, a.unit)
				continue
			}
			settled = append(settled, placed{a.unit, a.home.seed})
		}
	}
	return settled, left
}

// fits returns the units that an undated one can be of.
func (x *unitIndex) fits(u *unit) []*unit {
	if !u.seeksDay {
		return nil
	}
	var fits []*unit
	for _, i := range x.candidates(u) {
		if home := x.units[i]; home.compatible(u) && home.confirms(u) && (home.sameNames(u) > 0 || !home.rivals(u)) {
			fits = append(fits, home)
		}
	}
	return fits
}

// of returns the dated unit that u fits best, and nil where there is none or more than one.
func (x *unitIndex) of(u *unit) *unit {
	home, ok := only(x.fits(u), func(home *unit) int { return home.fitness(u) })
	if !ok {
		return nil
	}
	return home
}

// near reports whether some unit can be of the same meeting as u by its parties and time.
func (x *unitIndex) near(u *unit) bool {
	return slices.ContainsFunc(x.candidates(u), func(i int) bool {
		return !x.units[i].window.intersect(u.window).empty() && u.similarity(x.units[i]) > 0
	})
}

// excludes reports whether a and b stand in one article, so that they cannot both be of their home, and a is no worse than b.
func (a arrival) excludes(b arrival) bool {
	return overlap(a.unit.articles, b.unit.articles) &&
		cmp.Or(cmp.Compare(a.fitness, b.fitness), cmp.Compare(a.similarity, b.similarity)) >= 0
}
