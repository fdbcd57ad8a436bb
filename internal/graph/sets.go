package graph

import (
	"cmp"
	"slices"
	"strings"
)

func sortRefs(refs []Ref) []Ref {
	slices.SortFunc(refs, Ref.Compare)
	return slices.Compact(refs)
}

// joinRefs returns the references of both, sorted as these are.
func joinRefs(a, b []Ref) []Ref {
	if !slices.ContainsFunc(b, func(r Ref) bool {
		_, known := slices.BinarySearchFunc(a, r, Ref.Compare)
		return !known
	}) {
		return a
	}
	return sortRefs(slices.Concat(a, b))
}

// sortAddressees sorts, those without a name first, and keeps each once.
func sortAddressees(list []Addressee) []Addressee {
	slices.SortFunc(list, func(a, b Addressee) int { return cmp.Or(a.Compare(b.Ref), strings.Compare(a.Text, b.Text)) })
	return slices.Compact(list)
}

// saidTo returns those of the addressees that have a name, sorted, each once.
func saidTo(list []Addressee) []Ref {
	var refs []Ref
	for _, a := range list {
		if a.Ref != (Ref{}) {
			refs = append(refs, a.Ref)
		}
	}
	return sortRefs(refs)
}

// sortParticipants sorts and keeps each participant once, with a role rather than without.
func sortParticipants(list []Participant) []Participant {
	slices.SortFunc(list, func(a, b Participant) int {
		if c := a.Compare(b.Ref); c != 0 {
			return c
		}
		return compareRoles(a.Role, b.Role)
	})
	return slices.CompactFunc(list, func(a, b Participant) bool { return a.Ref == b.Ref })
}

// compareRoles orders roles by name, with no role last.
func compareRoles(a, b string) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return 1
	case b == "":
		return -1
	}
	return strings.Compare(a, b)
}

// sortedSet returns the distinct non-empty elements, sorted.
func sortedSet(list []string) []string {
	out := make([]string, 0, len(list))
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// distinct returns the distinct non-empty elements in their order.
func distinct(list []string) []string {
	out := make([]string, 0, len(list))
	for _, s := range list {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
