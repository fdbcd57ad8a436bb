package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
	"graphload/internal/news"
	"graphload/internal/source"
)

// errTooMuch stands for what a database says about one article.
var errTooMuch = errors.New("property value is too large")

// loadNumbered loads articles named 0, 1, … through write, one batch of them.
func loadNumbered(t *testing.T, n int, write func(batch []*graph.Fragment) error) (neo4j.Counts, *reporter, error) {
	t.Helper()
	rep := &reporter{w: &strings.Builder{}}
	l := &loader{rep: rep, write: func(_ context.Context, b *batch) (neo4j.Counts, error) {
		if err := write(b.fragments); err != nil {
			return neo4j.Counts{}, err
		}
		return neo4j.Counts{Articles: neo4j.ArticleCounts{New: len(b.fragments)}}, nil
	}}
	articles := func(yield func(prepared) bool) {
		for i := range n {
			name := fmt.Sprint(i)
			a := &news.Record{Article: news.Article{ID: "article-" + name, Name: name, Path: name + ".txt", Text: "text"}}
			if !yield(prepare(t.Context(), checked{Item: source.Item{Record: a}}, extractor{})) {
				return
			}
		}
	}
	var err error
	for b := range batches(articles, rep) {
		if err = l.load(t.Context(), b); err != nil {
			break
		}
	}
	return l.counts, rep, err
}

// An article that the database does not take stops no other one.
func TestLoaderOneRefused(t *testing.T) {
	counts, rep, err := loadNumbered(t, 5, func(batch []*graph.Fragment) error {
		for _, f := range batch {
			if f.Article.Name == "0" {
				return errTooMuch
			}
		}
		return nil
	})
	if err != nil || counts.Articles.New != 4 || rep.failed != 1 {
		t.Fatalf("%d articles loaded, %d failed, error %v; expected 4, 1 and none", counts.Articles.New, rep.failed, err)
	}
	if told := fmt.Sprint(rep.w); told != "0.txt: 0: property value is too large\n" {
		t.Errorf("told %q", told)
	}
}

// A fault of the database itself ends the load, and is not told once for each article.
func TestLoaderDatabaseFault(t *testing.T) {
	for _, test := range []struct {
		name  string
		fault error
		most  int // attempts
	}{
		{"unreachable", &neo4j.Error{Kind: neo4j.Unreachable, Message: "gone"}, 1},
		{"login no longer valid", &neo4j.Error{Kind: neo4j.Auth, Message: "refused"}, 1},
		{"cannot go on", &neo4j.Error{Kind: neo4j.Broken, Message: "broken"}, 1},
		{"every article is refused", errTooMuch, 4},
	} {
		attempts := 0
		counts, rep, err := loadNumbered(t, 100, func([]*graph.Fragment) error {
			attempts++
			return test.fault
		})
		if !errors.Is(err, test.fault) || counts.Articles.New != 0 || rep.failed != 0 {
			t.Errorf("%s: %d articles loaded, %d failed, error %v", test.name, counts.Articles.New, rep.failed, err)
		}
		if attempts > test.most {
			t.Errorf("%s: %d attempts, expected %d at most", test.name, attempts, test.most)
		}
	}
}

// A database that breaks while the articles of a failed batch are loaded one by one is told once, and the rest is not tried.
func TestLoaderBreaks(t *testing.T) {
	broken := &neo4j.Error{Kind: neo4j.Broken, Message: "broken"}
	attempts := 0
	counts, rep, err := loadNumbered(t, 20, func(batch []*graph.Fragment) error {
		attempts++
		switch {
		case len(batch) > 1:
			return errTooMuch
		case attempts > 5:
			return broken
		}
		return nil
	})
	if !errors.Is(err, neo4j.ErrBroken) || counts.Articles.New != 4 || rep.failed != 0 || attempts != 6 {
		t.Errorf("%d articles loaded, %d failed, %d attempts, error %v", counts.Articles.New, rep.failed, attempts, err)
	}
}
