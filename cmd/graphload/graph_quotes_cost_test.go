package main

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"graphload/internal/graph"
)

// TestQuotesCost holds that looking for what may be a part of a quotation or its rival costs the same after ten years of the
// speaker's quotations as after one: only those of the same days are looked at.
func TestQuotesCost(t *testing.T) {
	db := openGraph(t)
	session := openSession(t, testServer(t))
	row := map[string]any{"speaker": "person:ada-lind", "first": "2015-06-01", "last": "2015-06-15", "all": true, "prints": map[string]any{}}
	before := map[string]int64{}
	loaded := 0
	for _, articles := range []int{100, 1000} {
		var list []*graph.Fragment
		for ; loaded < articles; loaded++ {
			day := time.Date(2015, 1, 1+4*loaded, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
			said := fmt.Sprintf("%s and not before the year %d", longQuote, loaded)
			list = append(list, quoting(t, fmt.Sprint("article ", loaded), day, lind, said, longQuote))
		}
		load(t, db, list, batchArticles)
		row["words"] = askAll(t, db, "MATCH ()-[r:REPORTED_IN]->() WITH r.words AS words, count(*) AS n ORDER BY n DESC RETURN words LIMIT 1")[0]
		for _, name := range []string{"quotes_find", "rivals_find"} {
			hits, rows := profiled(t, session, name, row)
			if rows == 0 {
				t.Errorf("%s finds nothing of %d articles", name, articles)
			}
			if was, again := before[name]; again && hits > was+was/4 {
				t.Errorf("%s: %d database hits of %d articles, %d of fewer", name, hits, articles, was)
			}
			before[name] = hits
		}
	}
}

// profiled runs a statement of the loader for one row, and returns how many hits of the database it took for how many rows.
func profiled(t *testing.T, session neo4j.SessionWithContext, name string, row map[string]any) (hits int64, rows int) {
	t.Helper()
	text, err := os.ReadFile("../../internal/graph/neo4j/cypher/" + name + ".cypher")
	if err != nil {
		t.Fatal(err)
	}
	result, err := session.Run(t.Context(), "PROFILE "+string(text), map[string]any{"in": map[string]any{"rows": []any{row}}})
	if err != nil {
		t.Fatal(err)
	}
	for result.Next(t.Context()) {
		rows++
	}
	summary, err := result.Consume(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var sum func(neo4j.ProfiledPlan)
	sum = func(p neo4j.ProfiledPlan) {
		hits += p.DbHits()
		for _, c := range p.Children() {
			sum(c)
		}
	}
	sum(summary.Profile())
	return hits, rows
}
