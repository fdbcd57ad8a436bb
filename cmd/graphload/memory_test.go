package main

import "testing"

// Garbage gathers up to a heap of one size, and never beyond half of what is in use where that is more.
func TestGCPercent(t *testing.T) {
	for _, x := range []struct {
		live uint64
		want int
	}{
		{0, greatestGCPercent},
		{loadHeap / 10, greatestGCPercent},
		{loadHeap / 4, 300},
		{loadHeap / 2, 100},
		{loadHeap * 3 / 4, leastGCPercent},
		{loadHeap, leastGCPercent},
		{10 * loadHeap, leastGCPercent},
	} {
		if got := gcPercent(x.live); got != x.want {
			t.Errorf("%d bytes in use: %d %%, expected %d", x.live, got, x.want)
		}
	}
}
