package main

import (
	"fmt"
	"testing"
	"time"

	"graphload/internal/graph"
	"graphload/internal/news"
)

// TestRetoldCost holds that a statement about a meeting whose id changes is led to the new one at the same cost whether a hundred
// articles have it or a thousand, each about a meeting of its own.
func TestRetoldCost(t *testing.T) {
	db := openGraph(t)
	session := openSession(t, testServer(t))
	var before int64
	loaded := 0
	for _, articles := range []int{100, 1000} {
		var list []*graph.Fragment
		for ; loaded < articles; loaded++ {
			day := time.Date(2015, 1, 1+4*loaded, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
			w := &recordWriter{}
			speaker := w.person(lind.id, lind.name, "NO")
			w.say(" in ")
			w.quote(speaker, longQuote, w.meeting(news.Meeting{Start: day, End: day}, speaker, w.country("KE", "Kenya")))
			list = append(list, fragment(t, w.record(fmt.Sprint("article ", loaded), day)))
		}
		load(t, db, list, batchArticles)
		expectRows(t, askAll(t, db, "MATCH (s:Statement)-[:ABOUT]->(m:Meeting) RETURN count(DISTINCT s), count(DISTINCT m)"),
			fmt.Sprint("1 ", articles))
		row := map[string]any{
			"statement": askAll(t, db, "MATCH (s:Statement) RETURN elementId(s)")[0],
			"meeting":   askAll(t, db, "MATCH (m:Meeting) RETURN elementId(m) ORDER BY m.id LIMIT 1")[0],
		}
		hits, rows := profiled(t, session, "retold_read", row)
		if rows != 1 {
			t.Errorf("retold_read finds %d rows of %d articles", rows, articles)
		}
		if before > 0 && hits > before+before/4 {
			t.Errorf("retold_read: %d database hits of %d articles, %d of fewer", hits, articles, before)
		}
		before = hits
	}
}
