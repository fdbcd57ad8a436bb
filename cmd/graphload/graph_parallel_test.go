package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

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

// TestGraphTiedByThird loads at the same time what shares nobody and is of one meeting all the same, because a stored
// report ties it together.
func TestGraphTiedByThird(t *testing.T) {
	const n = 100
	db := openGraph(t)
	story := func(i int, article string, people ...string) *graph.Fragment {
		w := &recordWriter{}
		var party []news.Ref
		for _, p := range people {
			name := fmt.Sprintf("%s Tied %d", p, i)
			party = append(party, w.person(fmt.Sprintf("%s-tied-%d", strings.ToLower(p), i), name, ""))
			w.say(", ")
		}
		day := loadTime.AddDate(0, 0, i).Format(time.DateOnly)
		w.meeting(news.Meeting{Kind: news.KindSummit, Start: day}, party...)
		return fragment(t, w.record(fmt.Sprintf("%s-%d", article, i), day))
	}
	var stored, left, right []*graph.Fragment
	for i := range n {
		stored = append(stored, story(i, "stored", "Ada", "Bo", "Cy", "Di"))
		left = append(left, story(i, "left", "Ada", "Bo"))
		right = append(right, story(i, "right", "Cy", "Di"))
	}
	load(t, db, slices.Concat(stored, left, right), 200)
	want := dump(t, db)
	emptyDatabase(t)
	load(t, db, stored, 200)
	var loads errgroup.Group
	for _, list := range [][]*graph.Fragment{left, right} {
		loads.Go(func() error {
			_, err := db.Load(t.Context(), list, "side by side", loadTime)
			return err
		})
	}
	if err := loads.Wait(); err != nil {
		t.Fatal(err)
	}
	sameGraph(t, "tied by a third", dump(t, db), want)
}
