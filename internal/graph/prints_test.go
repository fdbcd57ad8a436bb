package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestPrints cuts random quotations in many ways. Whatever is a part of another one must have a print in common with it.
func TestPrints(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 8))
	words := strings.Fields("a I we the har-bour harbour cease-fire ceasefire never sell signed agreement on quotas with nobody Österreich " +
		"autumn of in as it is to do so be by 12 % percent shall not")
	say := func(n int) []string {
		var list []string
		for range n {
			list = append(list, words[r.IntN(len(words))])
		}
		return list
	}
	quote := func(key, text string) *Quote {
		q := NewQuote(key, "person:ada-lind", text, []string{"2026-03-10"})
		return &q
	}
	parts, missed := 0, 0
	for i := range 4000 {
		long := say(10 + r.IntN(30))
		from := r.IntN(len(long) - 8)
		part := slices.Clone(long[from : from+8+r.IntN(len(long)-from-7)])
		if len(part) > 16 && i%3 == 0 { // out of the middle, without a mark
			part = slices.Delete(part, 8, 9+r.IntN(len(part)-16))
		}
		if i%5 == 0 {
			part[len(part)/2] = "…"
		}
		q, o := quote("part", strings.Join(part, " ")), quote("whole", strings.Join(long, " "))
		if !q.PartOf(o) {
			continue
		}
		parts++
		prints := o.Prints()
		if !slices.ContainsFunc(q.Prints(), func(p string) bool { return p == AnyPrint || slices.Contains(prints, p) }) {
			t.Errorf("%q and %q have no print in common", part, long)
		}
		if slices.Contains(q.Prints(), AnyPrint) {
			missed++
		}
	}
	if parts < 2000 || missed == parts {
		t.Errorf("only %d parts, of which %d have any print: nothing is tested", parts, missed)
	}
	few := quote("other", fmt.Sprint(strings.Repeat("nobody has asked me for a list of names and ", 2), "I have none"))
	if n := len(few.Prints()); n < 3 || n > 15 {
		t.Errorf("%d prints: %v", n, few.Prints())
	}
}
