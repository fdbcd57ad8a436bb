package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// wireStory is a text of n sentences in words of their own.
func wireStory(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 7))
	var sentences []string
	for range n {
		var words []string
		for range 14 {
			words = append(words, fmt.Sprintf("word%d", r.IntN(500)))
		}
		sentences = append(sentences, strings.Join(words, " ")+".")
	}
	return sentences
}

func TestCopies(t *testing.T) {
	story := wireStory(1, 20)
	copyOf := func(id, published string, sentences ...string) *Copy {
		return &Copy{ID: id, Published: published, Sketch: Sketch(strings.Join(sentences, "\n\n"))}
	}
	wire := copyOf("wire", "2026-03-02", story...)
	for _, test := range []struct {
		name  string
		other *Copy
		alike bool
	}{
		{"other case and white space", copyOf("b", "", strings.ToUpper(strings.Join(story, "  "))), true},
		{"own headline and last lines", copyOf("b", "", append(append([]string{"Another headline of ours"}, story[:18]...), wireStory(2, 2)...)...), true},
		{"cut to three quarters", copyOf("b", "", story[:15]...), true},
		{"cut to a third", copyOf("b", "", story[:7]...), false},
		{"one paragraph in common", copyOf("b", "", append(wireStory(3, 18), story[:2]...)...), false},
		{"another story", copyOf("b", "", wireStory(4, 20)...), false},
		{"too short", copyOf("b", "", story[0]), false},
	} {
		if got := wire.Alike(test.other); got != test.alike {
			t.Errorf("%s: alike is %t", test.name, got)
		}
		shared := false
		for i, band := range Bands(test.other.Sketch) {
			shared = shared || band == Bands(wire.Sketch)[i]
		}
		if test.alike && !shared {
			t.Errorf("%s: no band in common", test.name)
		}
	}
}

func TestOriginal(t *testing.T) {
	sketch, other := Sketch(strings.Join(wireStory(1, 20), " ")), Sketch(strings.Join(wireStory(5, 20), " "))
	a, b := &Copy{"b", "2026-03-01", sketch}, &Copy{"a", "2026-03-02", sketch}
	undated, stranger := &Copy{"0", "", sketch}, &Copy{"1", "2026-01-01", other}
	all := []*Copy{a, b, undated, stranger}
	for range 5 {
		rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for c, want := range map[*Copy]*Copy{a: nil, b: a, undated: a, stranger: nil} {
			if got := c.Original(all); got != want {
				t.Errorf("the original of %s is %v, want %v", c.ID, got, want)
			}
		}
	}
	if slices.Contains(Bands(""), "") {
		t.Error("a text without a sketch has bands")
	}
}
