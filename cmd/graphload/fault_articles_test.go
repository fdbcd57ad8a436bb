//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"golang.org/x/sync/errgroup"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
	"graphload/internal/news"
)

// Whatever becomes of an article, the graph is the one of its last form alone.
func TestArticleChanges(t *testing.T) {
	const n = 30
	db := openGraph(t)
	others := syntheticFragments(t, 100, n) // which share people, statements and meetings with the changed ones
	original := syntheticFragments(t, 0, n)
	for _, test := range []struct {
		name   string
		change func(r *news.Record)
	}{
		{"text", func(r *news.Record) { r.Article.Text += "Nothing more was known on Friday." }},
		{"date", func(r *news.Record) { r.Article.Published = "2024-02-29" }},
		{"no date", func(r *news.Record) { r.Article.Published = "" }},
		{"title", func(r *news.Record) { r.Article.Title = "Quite another title" }},
		{"publisher", func(r *news.Record) { r.Article.Source = "Another publisher" }},
		{"a newer extractor that finds less", func(r *news.Record) {
			r.Statements = r.Statements[:1]
			r.Statements[0].About, r.Statements[0].Addressees = nil, nil
			r.Meetings = nil
		}},
		{"a newer extractor that finds more", func(r *news.Record) {
			r.Organizations = append(r.Organizations, news.Organization{ID: "new-league", Name: "New League",
				Mentions: []news.Span{r.People[0].Mentions[0]}})
			s := r.Statements[0]
			s.ID, s.Kind, s.Speaker = "new", news.KindIndirect, news.Actor{Ref: news.Ref{Type: news.RefOrganization, ID: "new-league"}}
			r.Statements = append(r.Statements, s)
		}},
		{"a newer extractor that finds to whom it was said", func(r *news.Record) {
			p := r.People[0]
			for i := range r.Statements {
				r.Statements[i].Addressees = []news.Actor{{Ref: news.Ref{Type: news.RefPerson, ID: p.ID}, Span: p.Mentions[0]},
					{Ref: news.Ref{Type: news.RefUnnamed, Text: "the crew"}, Span: p.Mentions[0]}}
			}
		}},
		{"a newer extractor that reads otherwise", func(r *news.Record) {
			r.People[0].Titles = []string{"Chancellor"}
			r.People[0].Represents = "CH"
			for i := range r.Meetings {
				r.Meetings[i].Status, r.Meetings[i].Place, r.Meetings[i].Country = news.StatusPostponed, "Berne", "CH"
			}
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var changed []*graph.Fragment
			for i := range n {
				r := syntheticRecord(i)
				test.change(r)
				changed = append(changed, fragment(t, r))
			}
			emptyDatabase(t)
			load(t, db, slices.Concat(others, changed), 60)
			want := dump(t, db)
			emptyDatabase(t)
			load(t, db, slices.Concat(original, others), 60)
			if counts := load(t, db, changed, 20); counts.Articles != (neo4j.ArticleCounts{Changed: n}) {
				t.Errorf("counted %+v, changed %d", counts.Articles, n)
			}
			sameGraph(t, "changed", dump(t, db), want)
			if counts := load(t, db, changed, 20); counts != (neo4j.Counts{Articles: neo4j.ArticleCounts{Unchanged: n}}) {
				t.Errorf("loaded again: %+v", counts)
			}
			deleteArticles(t, db, changed[:n/2])
			load(t, db, changed[:n/2], 10)
			sameGraph(t, "half of them deleted and loaded again", dump(t, db), want)
		})
	}
}

// A tenth of the articles deleted leaves what loading the other nine tenths makes.
func TestDeleteTenth(t *testing.T) {
	const n = 1000
	db := openGraph(t)
	var kept, gone []*graph.Fragment
	all := syntheticFragments(t, 0, n)
	for i, f := range all {
		if i%10 == 3 {
			gone = append(gone, f)
		} else {
			kept = append(kept, f)
		}
	}
	load(t, db, kept, batchArticles)
	want := dump(t, db)
	load(t, db, gone, batchArticles)
	deleteArticles(t, db, gone)
	sameGraph(t, "100 of 1,000 deleted", dump(t, db), want)
}

// Several programs load the same and overlapping articles at the same time, each in another order.
func TestLoadsAtOnce(t *testing.T) {
	const n = 150
	db := openGraph(t)
	load(t, db, syntheticFragments(t, 0, n), batchArticles)
	want := dump(t, db)
	shuffled := func(k uint64, first, n int) string {
		var list []*news.Record
		for i := first; i < first+n; i++ {
			list = append(list, syntheticRecord(i))
		}
		rand.New(rand.NewPCG(k, 5)).Shuffle(n, func(i, j int) { list[i], list[j] = list[j], list[i] })
		return writeRecords(t, list...)
	}
	for _, test := range []struct {
		name  string
		paths []string
	}{
		{"two of overlapping articles", []string{shuffled(1, 0, 100), shuffled(2, 50, 100)}},
		{"three of the same articles", []string{shuffled(3, 0, n), shuffled(4, 0, n), shuffled(5, 0, n)}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for range times(1, 10) {
				emptyDatabase(t)
				var loads errgroup.Group
				var running []*runningLoad
				for _, path := range test.paths {
					l := startLoad(t, testServer(t), path)
					running = append(running, l)
					loads.Go(func() error {
						if code := l.exit(); code != exitFine {
							return fmt.Errorf("exit code %d: %s", code, &l.err)
						}
						return nil
					})
				}
				if err := loads.Wait(); err != nil {
					t.Fatal(err)
				}
				total := 0
				for _, l := range running {
					total += l.summary(t).Articles.New
				}
				if total != n {
					t.Errorf("%d articles were told to be new, %d are", total, n)
				}
				sameGraph(t, "loaded at once", dump(t, db), want)
			}
		})
	}
}
