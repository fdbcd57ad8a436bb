package main

import (
	"context"
	"errors"
	"slices"
	"testing"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
)

// retitled returns synthetic articles as another edition has them.
func retitled(t *testing.T, first, n int) []*graph.Fragment {
	t.Helper()
	var list []*graph.Fragment
	for i := first; i < first+n; i++ {
		r := syntheticRecord(i)
		r.Article.Title += ", second edition"
		list = append(list, fragment(t, r))
	}
	return list
}

// A batch is compared with what is stored while another one is loaded, and nobody knows what else comes in before its turn: the
// graph is the one of loads one after the other.
func TestGraphCompared(t *testing.T) {
	const n = 20
	db := openGraph(t)
	stored, batch := syntheticFragments(t, 0, n), retitled(t, n/2, n)
	var ids []string
	for _, f := range batch {
		ids = append(ids, f.Article.ID)
	}
	for _, x := range []struct {
		name      string
		meanwhile func() error
	}{
		{"nothing", func() error { return nil }},
		{"what they have in common", func() error { load(t, db, syntheticFragments(t, 2*n, n), n); return nil }},
		{"the same", func() error { load(t, db, batch, n/4); return nil }},
		{"the same articles otherwise", func() error { load(t, db, syntheticFragments(t, n/2, n), n); return nil }},
		{"their deletion", func() error { _, _, err := db.Delete(t.Context(), ids); return err }},
	} {
		loaded := func(batchLoad func() error) string {
			emptyDatabase(t)
			load(t, db, stored, n)
			if err := batchLoad(); err != nil {
				t.Fatalf("%s: %v", x.name, err)
			}
			return dump(t, db)
		}
		want := loaded(func() error {
			if err := x.meanwhile(); err != nil {
				return err
			}
			load(t, db, batch, n)
			return nil
		})
		sameGraph(t, x.name+" meanwhile", loaded(func() error {
			c, err := db.Compare(t.Context(), batch)
			if err != nil {
				return err
			}
			if err := x.meanwhile(); err != nil {
				return err
			}
			_, err = db.LoadCompared(t.Context(), c, "load", loadTime)
			return err
		}), want)
	}
}

// Batches that tell of the same people, meetings and statements, and now and then of an article of the batch before, are loaded
// one ahead of the other as one after the other.
func TestGraphAhead(t *testing.T) {
	const n, size = 60, 12
	db := openGraph(t)
	first, second := syntheticFragments(t, 0, n), retitled(t, 0, n)
	var list []*batch
	var inTurn []*graph.Fragment
	for i := 0; i < n; i += size {
		b := &batch{fragments: slices.Clone(first[i : i+size])}
		if i > 0 {
			b.fragments = append(b.fragments, second[i-1], first[i-2]) // changed since the last batch, and not
		}
		list = append(list, b)
		inTurn = append(inTurn, b.fragments...)
	}
	for i := range size {
		list = append(list, &batch{fragments: second[i : i+1]}, &batch{fragments: first[i : i+1]}) // and back
		inTurn = append(inTurn, second[i], first[i])
	}
	load(t, db, inTurn, 1)
	want := dump(t, db)
	emptyDatabase(t)
	for b := range ahead(t.Context(), compared(t.Context(), slices.Values(list), db.Compare)) {
		var err error
		if b.compared != nil {
			_, err = db.LoadCompared(t.Context(), b.compared, "load", loadTime)
		} else {
			_, err = db.Load(t.Context(), b.fragments, "load", loadTime)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	sameGraph(t, "ahead", dump(t, db), want)
}

// What cannot be compared is left to the loader, which tells of the article; a database that fails ends the load.
func TestCompared(t *testing.T) {
	fragments := func(keys ...string) *batch {
		b := &batch{}
		for _, key := range keys {
			b.fragments = append(b.fragments, &graph.Fragment{Article: graph.Article{ID: key}})
		}
		return b
	}
	gone := &neo4j.Error{Kind: neo4j.Unreachable, Message: "gone"}
	for _, x := range []struct {
		name     string
		list     []*batch
		fault    error
		compared []bool
		err      error
	}{
		{"others", []*batch{fragments("a", "b"), fragments("c"), fragments("a")}, nil, []bool{true, true, true}, nil},
		{"one of the last batch", []*batch{fragments("a", "b"), fragments("c", "b"), fragments("d")}, nil, []bool{true, false, true}, nil},
		{"nothing new", []*batch{{unchanged: 3}}, nil, []bool{false}, nil},
		{"an article's fault", []*batch{fragments("a")}, errTooMuch, []bool{false}, nil},
		{"the database's", []*batch{fragments("a")}, gone, []bool{false}, gone},
	} {
		var got []bool
		for b := range compared(t.Context(), slices.Values(x.list), func(context.Context, []*graph.Fragment) (*neo4j.Compared, error) {
			if x.fault != nil {
				return nil, x.fault
			}
			return &neo4j.Compared{}, nil
		}) {
			got = append(got, b.compared != nil)
			if !errors.Is(b.err, x.err) {
				t.Errorf("%s: error %v, expected %v", x.name, b.err, x.err)
			}
		}
		if !slices.Equal(got, x.compared) {
			t.Errorf("%s: %v, expected %v", x.name, got, x.compared)
		}
	}
}
