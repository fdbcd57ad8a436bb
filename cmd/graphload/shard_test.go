//go:build unix

package main

import (
	"fmt"
	"testing"
)

// TestShards holds that four loads, each of a quarter of the input and all at the same time, give the graph of one load of
// all of it.
func TestShards(t *testing.T) {
	db := openGraph(t)
	const articles, shards = 2*batchArticles + 30, 4
	path := recordsFile(t, 0, articles)
	startLoad(t, testServer(t), path).fine(t)
	want := dump(t, db)

	emptyDatabase(t)
	var loads []*runningLoad
	for i := range shards {
		loads = append(loads, startLoad(t, testServer(t), "--shard", fmt.Sprintf("%d/%d", i+1, shards), path))
	}
	loaded := 0
	for i, l := range loads {
		n := l.fine(t).Articles.New
		if n == 0 || n > articles/2 {
			t.Errorf("shard %d has %d of %d articles", i+1, n, articles)
		}
		loaded += n
	}
	if loaded != articles {
		t.Errorf("the shards loaded %d articles, want %d", loaded, articles)
	}
	sameGraph(t, "four shards", dump(t, db), want)
}

func TestParseShard(t *testing.T) {
	for s, want := range map[string]shard{"": {}, "1/1": {1, 1}, "2/4": {2, 4}, "4/4": {4, 4}} {
		if got, err := parseShard(s); err != nil || got != want {
			t.Errorf("%q: %v %v, want %v", s, got, err, want)
		}
	}
	for _, s := range []string{"0/4", "5/4", "-1/4", "a/b", "2", "2/", "/4", "1/0", "1/4/2"} {
		if got, err := parseShard(s); err == nil {
			t.Errorf("%q is taken for %v", s, got)
		}
	}
}
