package main

import (
	"math/rand/v2"
	"slices"
	"testing"

	"golang.org/x/sync/errgroup"
)

// TestGraphSideBySide runs loads of overlapping articles at the same time. The graph must be that of one after the
// other.
func TestGraphSideBySide(t *testing.T) {
	db := openGraph(t)
	all := syntheticFragments(t, 0, 160)
	load(t, db, all, 200)
	want := dump(t, db)
	emptyDatabase(t)
	var loads errgroup.Group
	for k := range 3 {
		mine := slices.Clone(all)
		r := rand.New(rand.NewPCG(uint64(k), 3))
		r.Shuffle(len(mine), func(i, j int) { mine[i], mine[j] = mine[j], mine[i] })
		loads.Go(func() error {
			for batch := range slices.Chunk(mine[:120], 20) {
				if _, err := db.Load(t.Context(), batch, "side by side", loadTime); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := loads.Wait(); err != nil {
		t.Fatal(err)
	}
	load(t, db, all, 200)
	sameGraph(t, "side by side", dump(t, db), want)
}
