package nlp

import (
	"slices"
	"testing"
)

func TestTree(t *testing.T) {
	// "Norway 's envoy met her with care"
	d := &Doc{Text: "Norway's envoy met her with care", Tokens: []Token{
		{Span: Span{0, 6}}, {Span: Span{6, 8}}, {Span: Span{9, 14}}, {Span: Span{15, 18}}, {Span: Span{19, 22}}, {Span: Span{23, 27}},
		{Span: Span{28, 32}}}}
	if NewTree(d) != nil {
		t.Error("a tree of what nobody read")
	}
	d.Reading = &Reading{Heads: []int{2, 0, 3, 3, 3, 6, 3},
		Relations: []string{"nmod:poss", "case", "nsubj", "root", "obj", "case", "obl"}}
	tree := NewTree(d)
	for i, want := range [][]int{{1}, {}, {0}, {2, 4, 6}, {}, {}, {5}} {
		if got := tree.Of(i); !slices.Equal(got, want) {
			t.Errorf("dependents of %q: %v, want %v", d.Word(i), got, want)
		}
	}
	if got := tree.Kids(2, "nmod"); !slices.Equal(got, []int{0}) {
		t.Errorf("a relation with a subtype: %v", got)
	}
	if got := tree.Kid(2, "nmod:desc"); got != -1 {
		t.Errorf("another subtype: %d", got)
	}
	if got := tree.Kid(3, "obl", "obj"); got != 4 {
		t.Errorf("the first of two: %d", got)
	}
	if got := tree.Case(6); got != "with" {
		t.Errorf("preposition %q", got)
	}
	if got := tree.Head(Range{0, 3}); got != 2 {
		t.Errorf("head %d", got)
	}
	if !tree.Below(1, 3, 3) || tree.Below(1, 3, 2) || tree.Below(4, 2, 9) {
		t.Error("who depends on whom")
	}
}
