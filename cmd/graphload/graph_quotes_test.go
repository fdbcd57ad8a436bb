package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"graphload/internal/graph"
	"graphload/internal/news"
)

// cutQuotes is an article that quotes one or two of a few long statements, whole or cut, on some day of six weeks, at times
// with something left out or with the wrong speaker.
func cutQuotes(i int) *news.Record {
	r := rand.New(rand.NewPCG(uint64(i), 31))
	w := &recordWriter{}
	speakers := []news.Ref{w.person("ada-lind", "Ada Lind", "NO", "president"), w.person("bo-ek", "Bo Ek", "", "minister")}
	w.say(fmt.Sprintf(" in report %d. ", i))
	for range 1 + r.IntN(2) {
		story := r.IntN(4)
		var words []string
		for k := range 24 {
			words = append(words, fmt.Sprintf("word%c-%c", 'a'+story, 'a'+k))
		}
		from := r.IntN(3) * 4
		to := len(words) - r.IntN(3)*3
		speaker := speakers[story%2]
		if r.IntN(5) == 0 {
			speaker = speakers[1-story%2]
		}
		words = words[from:to]
		if len(words) > 12 && r.IntN(4) == 0 {
			words = slices.Concat(words[:6], []string{"…"}, words[10:])
		}
		said := strings.Join(words, " ")
		if r.IntN(3) == 0 {
			said = strings.Replace(said, "-", "", 1) // as others write it, in one word
		}
		w.quote(speaker, said)
		w.say(" ")
	}
	day := time.Date(2026, 3, 1+r.IntN(45), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	if r.IntN(8) == 0 {
		day = ""
	}
	return w.record(fmt.Sprintf("quotes-%03d", i), day)
}

// TestGraphQuotes holds that cut quotations lead to the longest that they are a part of and that rivals are noted, whatever
// the order of loading, and also when some go or come.
func TestGraphQuotes(t *testing.T) {
	db := openGraph(t)
	var all []*graph.Fragment
	for i := range 75 {
		all = append(all, fragment(t, cutQuotes(i)))
	}
	load(t, db, all, 200)
	want := dump(t, db)
	if parts := askAll(t, db, `MATCH (part)-[:PART_OF]->(whole)
		WHERE NOT all(piece IN split(part.text, ' … ') WHERE replace(whole.text, '-', '') CONTAINS replace(piece, '-', '')) RETURN part.id`); len(parts) > 0 {
		t.Errorf("%d statements are a part of what does not have their words", len(parts))
	}
	// Two articles of a part or rival and its whole or rival are at most a week apart.
	if far := askAll(t, db, `MATCH (s:Statement) WHERE s.conflict OR (s)-[:PART_OF]->()
		MATCH (o:Statement) WHERE (s)-[:PART_OF]->(o)
			OR s.conflict AND EXISTS { (s)-[r:REPORTED_IN]->(), (o)-[q:REPORTED_IN]->() WHERE r.words = q.words AND r.speaker <> q.speaker }
		WITH s, collect(o) AS others WHERE NOT EXISTS {
			MATCH (s)-[:REPORTED_IN]->(a:Article), (o:Statement)-[:REPORTED_IN]->(b:Article)
			WHERE o IN others AND abs(duration.inDays(date(a.published), date(b.published)).days) <= 7 }
		RETURN s.id`); len(far) > 0 {
		t.Errorf("%d statements lead to what was said in no week of theirs", len(far))
	}
	for _, x := range []struct{ what, cypher string }{
		{"parts", "MATCH ()-[r:PART_OF]->() RETURN r"},
		{"parts with something left out", "MATCH (s:Statement)-[r:PART_OF]->() WHERE s.text CONTAINS '…' RETURN r"},
		{"parts that are printed otherwise", "MATCH (s:Statement)-[r:PART_OF]->(o) WHERE NOT s.text CONTAINS '…' AND NOT o.text CONTAINS s.text RETURN r"},
		{"statements quoted on several days", "MATCH (s:Statement)-[r:REPORTED_IN]->() WITH s, count(DISTINCT r.quotedOn) AS days WHERE days > 1 RETURN s.id"},
	} {
		if n := len(askAll(t, db, x.cypher)); n < 3 {
			t.Errorf("%d %s: too few to tell anything", n, x.what)
		}
	}
	sameInAnyOrder(t, db, all, want, 20, 1, 7, 23)
}
