package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"graphload/internal/graph/neo4j"
	"graphload/internal/news"
	"graphload/internal/source"
)

// generatedItems are generated articles as they are read.
func generatedItems(n int, change func(i int, a *news.Article)) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for i := range n {
			title, text, day := generatedText(i)
			a := &news.Article{ID: news.ArticleID("", "Tests", fmt.Sprint(i), ""), Name: fmt.Sprint(i),
				Path: fmt.Sprintf("%d.txt", i), Title: title, Text: text, Language: "en", Published: day.Format("2006-01-02")}
			if change != nil {
				change(i, a)
			}
			if !yield(source.Item{Article: a}) {
				return
			}
		}
	}
}

// Only what has changed is extracted, and the graph is the same as if all had been.
func TestLoadExtractsChangedOnly(t *testing.T) {
	const n = batchArticles + 20
	db := openGraph(t)
	var extracted atomic.Int64
	counting := extractFunc(func(ctx context.Context, a *news.Article) (*news.Record, error) {
		extracted.Add(1)
		return quickRecord(a), nil
	})
	loadItems := func(program string, items iter.Seq[source.Item]) neo4j.ArticleCounts {
		t.Helper()
		extracted.Store(0)
		rep := &reporter{w: &strings.Builder{}}
		l := &loader{rep: rep, write: func(ctx context.Context, b *batch) (neo4j.Counts, error) {
			return db.Load(ctx, b.fragments, "load", loadTime)
		}}
		ex := extractor{Extractor: counting, program: named(program)}
		for b := range ahead(t.Context(), batches(toLoad(t.Context(), db, items, ex, 2), rep)) {
			if err := l.load(t.Context(), b); err != nil {
				t.Fatal(err)
			}
		}
		if rep.failed > 0 {
			t.Fatal(rep.w)
		}
		return l.counts.Articles
	}
	expect := func(what string, got, want neo4j.ArticleCounts, extractions int64) {
		t.Helper()
		if got != want || extracted.Load() != extractions {
			t.Errorf("%s: %+v with %d extractions, expected %+v with %d", what, got, extracted.Load(), want, extractions)
		}
	}
	expect("first", loadItems("one", generatedItems(n, nil)), neo4j.ArticleCounts{New: n}, n)
	first := dump(t, db)
	expect("again", loadItems("one", generatedItems(n, nil)), neo4j.ArticleCounts{Unchanged: n}, 0)
	expect("moved", loadItems("one", generatedItems(n, func(_ int, a *news.Article) { a.Path = "else/" + a.Path })),
		neo4j.ArticleCounts{Unchanged: n}, 0)
	expect("another program", loadItems("two", generatedItems(n, nil)), neo4j.ArticleCounts{Unchanged: n}, n)
	expect("another program again", loadItems("two", generatedItems(n, nil)), neo4j.ArticleCounts{Unchanged: n}, 0)
	expect("a program without a name", loadItems("", generatedItems(n, nil)), neo4j.ArticleCounts{Unchanged: n}, n)
	sameGraph(t, "loaded again in many ways", dump(t, db), first)

	changes := []func(a *news.Article){
		func(a *news.Article) { a.Title += "!" },
		func(a *news.Article) { a.Published = "2024-02-29" },
		func(a *news.Article) { a.Text += " More." },
		func(a *news.Article) { a.URL = "https://news.example/7" },
	}
	changed := generatedItems(n, func(i int, a *news.Article) {
		if i < len(changes) {
			changes[i](a)
		}
	})
	k := len(changes)
	expect("changed", loadItems("two", changed), neo4j.ArticleCounts{Changed: k, Unchanged: n - k}, int64(k))
	// Marks are no part of what is stored, but extraction sees them.
	marked := generatedItems(n, func(i int, a *news.Article) {
		if i == 0 {
			a.Marks = []news.Mark{{Span: news.Span{Start: 0, End: 5}, Kind: news.MarkHeader}}
		}
	})
	expect("changed back, with a mark", loadItems("two", marked), neo4j.ArticleCounts{Changed: k, Unchanged: n - k}, int64(k))
	sameGraph(t, "changed back", dump(t, db), first)

	// What records brought is not known to come from the same article until it has been extracted once.
	emptyDatabase(t)
	records := func(yield func(source.Item) bool) {
		for item := range generatedItems(n, nil) {
			if !yield(source.Item{Record: quickRecord(item.Article)}) {
				return
			}
		}
	}
	expect("records", loadItems("one", records), neo4j.ArticleCounts{New: n}, 0)
	expect("records again", loadItems("one", records), neo4j.ArticleCounts{Unchanged: n}, 0)
	expect("their articles", loadItems("one", generatedItems(n, nil)), neo4j.ArticleCounts{Unchanged: n}, n)
	expect("their articles again", loadItems("one", generatedItems(n, nil)), neo4j.ArticleCounts{Unchanged: n}, 0)
	sameGraph(t, "from records", dump(t, db), first)
}

// quickRecord names whom generated articles speak of by a look at the words.
func quickRecord(a *news.Article) *news.Record {
	r := &news.Record{Article: *a}
	for _, name := range surnames {
		if i := strings.Index(a.Text, name); i >= 0 {
			r.People = append(r.People, news.Person{ID: strings.ToLower(name) + "-x", Name: name,
				Mentions: []news.Span{{Start: i, End: i + len(name)}}})
		}
	}
	return r
}

func named(program string) func() string { return func() string { return program } }

// A database that fails ends the load, and is not taken for one that knows nothing.
func TestCheckFails(t *testing.T) {
	gone := errors.New("gone")
	asked := 0
	items := check(t.Context(), numbered(3*batchArticles), named("program"), func(context.Context, []string) (map[string]string, error) {
		asked++
		if asked > 1 {
			return nil, gone
		}
		return nil, nil
	})
	list := slices.Collect(items)
	if len(list) != batchArticles+1 || list[batchArticles].err != gone {
		t.Errorf("%d items, the last one with error %v", len(list), list[len(list)-1].err)
	}
	var last error
	for b := range batches(func(yield func(prepared) bool) {
		yield(prepare(t.Context(), list[batchArticles], extractor{}))
	}, &reporter{w: &strings.Builder{}}) {
		last = (&loader{}).load(t.Context(), b)
	}
	if !errors.Is(last, gone) {
		t.Errorf("the load ends with %v", last)
	}
}
