package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
	"graphload/internal/news"
	"graphload/queries"
)

// column returns columns of the answer to a query, a row a line.
func column(t *testing.T, db *neo4j.DB, name string, params map[string]string, names ...string) []string {
	t.Helper()
	q, err := queries.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	columns, rows := answer(t, db, q, params)
	var list []string
	for _, row := range rows {
		var cells []string
		for i, c := range columns {
			for _, n := range names {
				if c == n {
					cells = append(cells, fmt.Sprint(row[i]))
				}
			}
		}
		list = append(list, strings.Join(cells, " | "))
	}
	return list
}

// A wire quote in many newspapers counts each of them once: whole and cut, cut from what is cut itself, twice in one article, and
// near copies.
func TestQueriesCountQuotes(t *testing.T) {
	db := openGraph(t)
	var all []*graph.Fragment
	r := rand.New(rand.NewPCG(11, 1))
	quoting := func(id, day string, quotes ...string) {
		record := quotingRecord(id, day, lind, quotes...)
		for range 200 { // so that nobody takes it for a copy of another
			record.Article.Text += fmt.Sprintf(" word%d", r.IntN(900))
		}
		all = append(all, fragment(t, record))
	}
	marks := []string{"%s", "%s.", "“%s”", "%s!", "...%s..."}
	for i := range 10 {
		quoting(fmt.Sprintf("wire-%d", i), fmt.Sprintf("2026-03-%02d", 1+i%3), fmt.Sprintf(marks[i%5], longQuote))
	}
	quoting("cut-0", "2026-03-05", cutQuote)
	quoting("cut-1", "2026-03-08", cutQuote)
	quoting("both", "2026-03-04", longQuote, cutQuote) // counts once
	quoting("chain", "2026-03-15", shorterQuote)       // a week after the last cut, more after the last whole
	quoting("late", "2026-03-25", shorterQuote+" in", "Nobody asked us, and nobody asked them either, as far as I know")
	long := ""
	for range 200 {
		long += fmt.Sprintf(" word%d", r.IntN(900))
	}
	for i := range 3 {
		r := quotingRecord(fmt.Sprintf("copy-%d", i), fmt.Sprintf("2026-03-%02d", 2+i), lind, longQuote)
		r.Article.Text += long + fmt.Sprint(" Printed by number ", i)
		all = append(all, fragment(t, r))
	}
	load(t, db, all, 7)
	sameGraph(t, "loaded", dump(t, db), built(t, all))
	expectRows(t, askAll(t, db, "MATCH (:Article)-[:COPY_OF]->(:Article) RETURN count(*)"), "2")
	// 10 wires, 2 cuts, 1 with both, 1 chain, 3 near copies that count as 1.
	parts := fmt.Sprintf("[%s %s]", shorterQuote, cutQuote)
	expectRows(t, column(t, db, "shared-quotes", map[string]string{}, "reports", "parts", "last"), "15 | "+parts+" | 2026-03-15")
	expectRows(t, column(t, db, "most-quoted", map[string]string{}, "person", "statements", "reports", "last"), "Ada Lind | 3 | 17 | 2026-03-25")
	expectRows(t, column(t, db, "most-quoted", map[string]string{"since": "2026-03-04", "until": "2026-03-15"}, "statements", "reports"), "1 | 4")
	expectRows(t, column(t, db, "cut-quotes", map[string]string{"speaker": "lind"}, "kept", "cut"),
		shorterQuote+" | [Article chain]", cutQuote+" | [Article cut-0 Article cut-1]")
	expectRows(t, column(t, db, "rival-speakers", map[string]string{}, "speaker"))
}

// What was told to somebody is one row with all its cuts, whichever of the articles says to whom, and counts near copies once.
func TestQueriesCountTold(t *testing.T) {
	db := openGraph(t)
	r := rand.New(rand.NewPCG(12, 1))
	filler := func() (words string) {
		for range 200 {
			words += fmt.Sprintf(" word%d", r.IntN(900))
		}
		return words
	}
	ek := func(w *recordWriter) news.Ref { return w.person("bo-ek", "Bo Ek", "") }
	somebody := func(text string) func(*recordWriter) news.Ref {
		return func(*recordWriter) news.Ref { return news.Ref{Type: news.RefUnnamed, Text: text} }
	}
	quoting := func(id, day, quote, filler string, to ...func(*recordWriter) news.Ref) *graph.Fragment {
		w := &recordWriter{}
		w.quote(w.person(lind.id, lind.name, "NO"), quote)
		for _, who := range to {
			w.to(&w.rec.Statements[0], who(w))
		}
		w.say(filler)
		return fragment(t, w.record(id, day))
	}
	copied := filler()
	all := []*graph.Fragment{
		quoting("whole", "2026-03-01", longQuote, filler()), // does not say to whom
		quoting("press", "2026-03-01", longQuote, copied, somebody("Reporters")),
		quoting("copy", "2026-03-02", longQuote, copied, somebody("Reporters")),
		quoting("cut", "2026-03-03", cutQuote, filler(), ek, somebody("the board")),
		quoting("cut again", "2026-03-04", cutQuote, filler()),
		quoting("other", "2026-03-04", "It rains", filler()), // to nobody
	}
	load(t, db, all, 2)
	sameGraph(t, "loaded", dump(t, db), built(t, all))
	expectRows(t, askAll(t, db, "MATCH (:Article)-[:COPY_OF]->(:Article) RETURN count(*)"), "1")
	one := "2026-03-01 | Ada Lind | [Bo Ek Reporters the board] | " + longQuote + " | 4 | [Article press Article copy Article cut]"
	for _, to := range []string{"", "reporters", "bo", "BOARD"} {
		expectRows(t, column(t, db, "who-told-whom", map[string]string{"to": to}, "date", "speaker", "to", "said", "reports", "articles"), one)
	}
	expectRows(t, column(t, db, "who-told-whom", map[string]string{"to": "editors"}, "said"))
}

// Rivals are told two by two, and only those whose articles are at most a week apart.
func TestQueriesRivals(t *testing.T) {
	db := openGraph(t)
	stig := speaker{"stig-lund", "Stig Lund"}
	mia := speaker{"mia-ask", "Mia Ask"}
	all := []*graph.Fragment{
		quoting(t, "a", "2026-03-01", lind, longQuote), quoting(t, "b", "2026-03-05", ek, longQuote), quoting(t, "c", "2026-03-06", ek, longQuote),
		quoting(t, "d", "2026-09-01", stig, longQuote), quoting(t, "e", "2026-09-03", mia, longQuote),
		quoting(t, "f", "2026-03-02", speaker{"lind", "Lind"}, longQuote), quoting(t, "g", "2026-06-02", mia, cutQuote)}
	load(t, db, all, 3)
	sameGraph(t, "loaded", dump(t, db), built(t, all))
	expectRows(t, column(t, db, "rival-speakers", map[string]string{}, "speaker", "articles", "other", "other_articles", "first"),
		"Ada Lind | [Article a] | Bo Ek | [Article b Article c] | 2026-03-01",
		"Bo Ek | [Article b Article c] | Lind | [Article f] | 2026-03-02",
		"Mia Ask | [Article e] | Stig Lund | [Article d] | 2026-09-01")
}
