package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// suggest is the usage error for a name that is none of known. It adds the nearest ones that are, or otherwise.
func suggest(message, name string, known []string, otherwise string) error {
	near := nearest(name, known)
	if len(near) == 0 {
		return usagef("%s; %s", message, otherwise)
	}
	for i, n := range near {
		near[i] = fmt.Sprintf("%q", n)
	}
	return usagef("%s; did you mean %s?", message, joinOr(near))
}

// joinOr lists alternatives: "a", "a or b", "a, b or c".
func joinOr(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " or " + list[len(list)-1]
}

// nearest returns at most three of the known names that could have been meant by name, the likeliest first.
func nearest(name string, known []string) []string {
	const most = 3
	type candidate struct {
		name     string
		distance int
	}
	name = strings.ToLower(name)
	limit := max(2, len(name)/3)
	var near []candidate
	for _, k := range known {
		d := levenshtein.ComputeDistance(name, strings.ToLower(k))
		if len(name) > 2 && (strings.Contains(k, name) || strings.Contains(name, k)) {
			d = min(d, 1) // a part of a name is as good as one wrong letter
		}
		if d <= limit {
			near = append(near, candidate{k, d})
		}
	}
	slices.SortFunc(near, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.name, b.name))
	})
	var out []string
	for _, c := range near[:min(most, len(near))] {
		out = append(out, c.name)
	}
	return out
}
