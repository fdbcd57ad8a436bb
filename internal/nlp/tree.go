package nlp

import (
	"slices"
	"strings"
)

// Tree gives the dependents of each token by the heads and relations of a Reading. Labels are those of Universal
// Dependencies, version 2.
type Tree struct {
	d    *Doc
	from []int // by token: where its dependents begin in list; one more at the end
	list []int
}

// NewTree lists the dependents in order of the text. It is nil where nothing has read the text.
func NewTree(d *Doc) *Tree {
	if d.Reading == nil {
		return nil
	}
	t := &Tree{d: d, from: make([]int, len(d.Tokens)+2)}
	for i, h := range d.Reading.Heads {
		if h != i {
			t.from[h+2]++
		}
	}
	for i := 1; i < len(t.from); i++ {
		t.from[i] += t.from[i-1]
	}
	t.list = make([]int, t.from[len(t.from)-1])
	for i, h := range d.Reading.Heads {
		if h != i {
			t.list[t.from[h+1]] = i
			t.from[h+1]++
		}
	}
	return t
}

// Of returns all dependents of token i, in order. The slice must not be changed.
func (t *Tree) Of(i int) []int { return t.list[t.from[i]:t.from[i+1]] }

// Relation returns a token's relation to its governor without its subtype.
func (t *Tree) Relation(i int) string {
	bare, _, _ := strings.Cut(t.d.Reading.Relations[i], ":")
	return bare
}

// is reports whether token i has one of the relations, with or without a subtype.
func (t *Tree) is(i int, relations []string) bool {
	return slices.Contains(relations, t.Relation(i)) || slices.Contains(relations, t.d.Reading.Relations[i])
}

// Kids returns the dependents of token i that have one of the relations, with or without a subtype.
func (t *Tree) Kids(i int, relations ...string) []int {
	var out []int
	for _, k := range t.Of(i) {
		if t.is(k, relations) {
			out = append(out, k)
		}
	}
	return out
}

// Kid returns the first of Kids, or -1.
func (t *Tree) Kid(i int, relations ...string) int {
	for _, k := range t.Of(i) {
		if t.is(k, relations) {
			return k
		}
	}
	return -1
}

// Case returns the preposition of token i in lower case, or "".
func (t *Tree) Case(i int) string {
	if k := t.Kid(i, "case"); k >= 0 {
		return t.d.Lower(k)
	}
	return ""
}

// Head returns the first token of the range whose governor lies outside of it.
func (t *Tree) Head(r Range) int {
	for i := r.From; i < r.To; i++ {
		if h := t.d.Reading.Heads[i]; h == i || !r.Has(h) {
			return i
		}
	}
	return r.From
}

// Below reports whether token k is token i or depends on it, over at most most governors.
func (t *Tree) Below(k, i, most int) bool {
	for range most {
		if k == i {
			return true
		}
		k = t.d.Reading.Heads[k]
	}
	return k == i
}
