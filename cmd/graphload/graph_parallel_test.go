package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sync/errgroup"

	"graphload/internal/graph"
	"graphload/internal/news"
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

// TestGraphTiedByThird deletes and loads at the same time what shares nobody, and decides all the same of which meeting
// a stored report is.
func TestGraphTiedByThird(t *testing.T) {
	const n = 20
	db := openGraph(t)
	told := func(i int, article, start string, people ...string) *graph.Fragment {
		w := &recordWriter{}
		var party []news.Ref
		for _, p := range people {
			name := fmt.Sprintf("%s Tied %d", p, i)
			party = append(party, w.person(fmt.Sprintf("%s-tied-%d", strings.ToLower(p), i), name, ""))
			w.say(", ")
		}
		w.meeting(news.Meeting{Kind: news.KindTalks, Start: start}, party...)
		return fragment(t, w.record(fmt.Sprintf("%s-%d", article, i), "2025-03-07"))
	}
	var stay, gone, come []*graph.Fragment
	for i := range n {
		stay = append(stay, told(i, "undated", "", "Ada", "Bo", "Cy", "Di"), told(i, "second", "2025-03-02", "Ada", "Bo"))
		gone = append(gone, told(i, "first", "2025-03-01", "Ada", "Bo"))
		come = append(come, told(i, "third", "2025-03-03", "Cy", "Di"))
	}
	load(t, db, slices.Concat(stay, come), 200)
	want := dump(t, db)
	emptyDatabase(t)
	load(t, db, slices.Concat(stay, gone), 200)
	for i := range n {
		var both errgroup.Group
		both.Go(func() error {
			_, _, err := db.Delete(t.Context(), []string{gone[i].Article.ID})
			return err
		})
		both.Go(func() error {
			_, err := db.Load(t.Context(), come[i:i+1], "side by side", loadTime)
			return err
		})
		if err := both.Wait(); err != nil {
			t.Fatal(err)
		}
	}
	sameGraph(t, "tied by a third", dump(t, db), want)
}
