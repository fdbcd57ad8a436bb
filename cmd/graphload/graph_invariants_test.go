package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
)

// sameGraph compares two dumps, and tells some of the lines that only one has.
func sameGraph(t *testing.T, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	has := func(text string) map[string]bool {
		lines := map[string]bool{}
		for line := range strings.Lines(text) {
			lines[strings.TrimSuffix(line, "\n")] = true
		}
		return lines
	}
	inGot, inWant := has(got), has(want)
	told := 0
	for line := range strings.Lines(got) {
		if line = strings.TrimSuffix(line, "\n"); !inWant[line] && told < 6 {
			told++
			t.Logf("only in the graph: %.300s", line)
		}
	}
	told = 0
	for line := range strings.Lines(want) {
		if line = strings.TrimSuffix(line, "\n"); !inGot[line] && told < 6 {
			told++
			t.Logf("missing from it:   %.300s", line)
		}
	}
	t.Errorf("%s: the graphs differ", what)
}

// sameInAnyOrder loads articles in batches of each of the sizes, each time in another order, and holds that the graph is the
// wanted one; that it is so again when the first few are deleted and come back; and that without them it is that of the others.
func sameInAnyOrder(t *testing.T, db *neo4j.DB, all []*graph.Fragment, want string, few int, sizes ...int) {
	t.Helper()
	sameGraph(t, "without a database", built(t, all), want)
	for _, size := range sizes {
		emptyDatabase(t)
		shuffled := slices.Clone(all)
		r := rand.New(rand.NewPCG(uint64(size), 1))
		r.Shuffle(len(all), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		load(t, db, shuffled, size)
		sameGraph(t, fmt.Sprintf("in batches of %d", size), dump(t, db), want)

		gone, stay := shuffled[:few], shuffled[few:]
		deleteArticles(t, db, gone)
		less := dump(t, db)
		load(t, db, gone, size)
		sameGraph(t, "some deleted and loaded again", dump(t, db), want)
		emptyDatabase(t)
		load(t, db, stay, size)
		sameGraph(t, "without some", less, dump(t, db))
		sameGraph(t, "without some and without a database", built(t, stay), less)
	}
}

func deleteArticles(t *testing.T, db *neo4j.DB, list []*graph.Fragment) neo4j.Counts {
	t.Helper()
	var ids []string
	for _, f := range list {
		ids = append(ids, f.Article.ID)
	}
	counts, unknown, err := db.Delete(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	if len(unknown) > 0 {
		t.Fatalf("unknown articles: %v", unknown)
	}
	return counts
}

// TestGraphInvariants holds what everything rests on: the graph depends on the set of articles alone.
func TestGraphInvariants(t *testing.T) {
	const n = 160
	db := openGraph(t)
	all := syntheticFragments(t, 0, n)
	a, b := all[:n/2], all[n/2:]

	first := load(t, db, all, 200)
	want := dump(t, db)
	added := first.Nodes.Added + first.Relationships.Added - first.Nodes.Removed - first.Relationships.Removed
	if lines := strings.Count(want, "\n"); added != lines {
		t.Errorf("counted %+v, the graph has %d nodes and relationships", first, lines)
	}
	if first.Articles.New != n {
		t.Errorf("the first load counts %+v", first.Articles)
	}

	t.Run("without a database", func(t *testing.T) {
		shuffled := slices.Clone(all)
		r := rand.New(rand.NewPCG(3, 1))
		r.Shuffle(n, func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		sameGraph(t, "without a database", built(t, shuffled), want)
	})
	t.Run("load twice", func(t *testing.T) {
		again := load(t, db, all, 50)
		if (again != neo4j.Counts{Articles: neo4j.ArticleCounts{Unchanged: n}}) {
			t.Errorf("the second load counts %+v", again)
		}
		sameGraph(t, "loaded twice", dump(t, db), want)
	})
	t.Run("any order and batch size", func(t *testing.T) {
		for _, size := range []int{1, 23, 97} {
			emptyDatabase(t)
			shuffled := slices.Clone(all)
			r := rand.New(rand.NewPCG(uint64(size), 1))
			r.Shuffle(n, func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			load(t, db, shuffled[:n-20], max(size, 20))
			load(t, db, shuffled[n-20:], size)
			sameGraph(t, "shuffled", dump(t, db), want)
		}
	})
	t.Run("delete", func(t *testing.T) {
		emptyDatabase(t)
		load(t, db, a, 60)
		onlyA := dump(t, db)
		load(t, db, b, 60)
		sameGraph(t, "A then B", dump(t, db), want)
		counts := deleteArticles(t, db, b)
		if counts.Articles.Deleted != len(b) {
			t.Errorf("deleted %d articles of %d", counts.Articles.Deleted, len(b))
		}
		sameGraph(t, "A, B, delete B", dump(t, db), onlyA)
		left := deleteArticles(t, db, a)
		sameGraph(t, "all deleted", dump(t, db), "")
		if lines := strings.Count(onlyA, "\n"); left.Nodes.Removed+left.Relationships.Removed != lines {
			t.Errorf("removed %d nodes and %d relationships of %d", left.Nodes.Removed, left.Relationships.Removed, lines)
		}
	})
	t.Run("change", func(t *testing.T) {
		emptyDatabase(t)
		// Every article comes first with the content of another one.
		var old []*graph.Fragment
		for i := range all {
			r := syntheticRecord(1000 + i)
			r.Article.ID = syntheticRecord(i).Article.ID
			old = append(old, fragment(t, r))
		}
		load(t, db, old, 70)
		counts := load(t, db, all, 45)
		if counts.Articles.Changed != n {
			t.Errorf("counted %+v, changed all %d", counts.Articles, n)
		}
		sameGraph(t, "changed", dump(t, db), want)
	})
	t.Run("interrupt", func(t *testing.T) {
		emptyDatabase(t)
		load(t, db, all[:60], 40)
		interruptedLoad(t, db, all[60:])
		before := dump(t, db)
		load(t, db, all[:60], 200)
		sameGraph(t, "interrupted", dump(t, db), before)
		load(t, db, all, 40)
		sameGraph(t, "interrupted and run again", dump(t, db), want)
	})
}

// interruptedLoad cancels loads while their transaction is under way. Each must have written all or nothing.
func interruptedLoad(t *testing.T, db *neo4j.DB, batch []*graph.Fragment) {
	t.Helper()
	counts := func() []string { return askAll(t, db, "MATCH (n) RETURN count(n)") }
	stopped := 0
	for range 5 {
		before := counts()
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error, 1)
		go func() {
			_, err := db.Load(ctx, batch, "stopped", loadTime)
			done <- err
		}()
		waitForTransaction(t, db)
		cancel()
		err := <-done
		after := counts()
		if err != nil && !slices.Equal(before, after) { // stopped while the server's answer was on its way
			if again := load(t, db, batch, len(batch)); again.Articles.Unchanged != len(batch) {
				t.Fatalf("a load that failed with %q left %v nodes of %v", err, after, before)
			}
			err = nil
		}
		if err == nil {
			deleteArticles(t, db, batch) // it was done before it could be stopped
			continue
		}
		stopped++
		if !errors.Is(err, context.Canceled) {
			t.Errorf("a load that is stopped fails with %v", err)
		}
	}
	if stopped == 0 {
		t.Error("no load could be stopped while it was under way")
	}
}

// waitForTransaction waits until a load's transaction is seen on the server.
func waitForTransaction(t *testing.T, db *neo4j.DB) {
	t.Helper()
	for range 1000 {
		if len(askAll(t, db, "SHOW TRANSACTIONS YIELD currentQuery AS q WHERE q CONTAINS 'MERGE' OR q CONTAINS 'CREATE' "+
			"RETURN q")) > 0 {
			return
		}
	}
}
