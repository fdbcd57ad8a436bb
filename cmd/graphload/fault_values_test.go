//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
	"graphload/internal/news"
)

// longArticle is an article of a size whose last words name somebody.
func longArticle(name string, size int) *news.Record {
	w := &recordWriter{}
	sentence := "Rain fell on the harbour and nobody said a word. "
	w.say(strings.Repeat(sentence, size/len(sentence)))
	speaker := w.person("ottar-brandvold", "Ottar Brandvold", "NO")
	w.quote(speaker, "That is the end of it")
	return w.record(name, "2025-03-01")
}

// Odd values of records are stored as they are, again without a change, and leave nothing behind when they are deleted.
func TestOddValues(t *testing.T) {
	db := openGraph(t)
	neighbour := fragment(t, syntheticRecord(7))
	load(t, db, []*graph.Fragment{neighbour}, 1)
	alone := dump(t, db)
	manyPeople := times(1_000, 10_000)
	person := func(id, name string) func(*recordWriter) {
		return func(w *recordWriter) {
			if name == strings.TrimSpace(name) {
				w.quote(w.person(id, name, ""), "It is a name")
				return
			}
			w.say("The one without a name. ")
			w.rec.People = append(w.rec.People, news.Person{ID: id, Name: name})
		}
	}
	for _, test := range []struct {
		name  string
		build func(*recordWriter)
		ask   string
		want  string
	}{
		{"NUL in the text and in a name", person("nul\x00nul", "Nul\x00Nul"),
			"MATCH (p:Person)<-[:MENTIONS]-(a) " +
				"WHERE p.id STARTS WITH 'nul\\u0000nul' AND a.text CONTAINS p.name RETURN size(p.name)", "7"},
		{"a name of spaces", person("spaces", " \t "),
			"MATCH (p:Person) WHERE p.id STARTS WITH 'spaces' RETURN p.name", " \t "},
		{"a name of marks", person("»", "»"), "MATCH (p:Person {name: '»'}) RETURN count(p)", "1"},
		{"a name of 100 kB", person(strings.Repeat("x", 100_000), strings.Repeat("Long ", 20_000)+"Name"),
			"MATCH (p:Person) WHERE size(p.name) > 99999 RETURN size(p.name), size(p.id) < 300", "100004 true"},
		{"a name outside the first plane", person("😀-𝔘", "😀 𝔘"), "MATCH (p:Person {id: '😀-𝔘'}) RETURN p.name", "😀 𝔘"},
		{"10,000 mentions of one", func(w *recordWriter) {
			for range 10_000 {
				w.person("ida", "Ida Mohn", "")
				w.say(", ")
			}
		}, "MATCH (:Person {id: 'ida'})<-[m:MENTIONS]-() RETURN m.count, size(m.starts), m.forms", "10000 10000 [Ida Mohn]"},
		{"many people", func(w *recordWriter) {
			for i := range manyPeople {
				w.person(fmt.Sprintf("p-%d", i), fmt.Sprintf("Person %d", i), "")
				w.say(", ")
			}
		}, "MATCH (:Article {name: 'odd'})-[m:MENTIONS]->(p:Person) RETURN count(p)", fmt.Sprint(manyPeople)},
		{"the first and the last day", func(w *recordWriter) {
			a, b := w.person("a-one", "A One", ""), w.person("b-two", "B Two", "")
			w.meeting(news.Meeting{Start: "0001-01-01", End: "9999-12-31"}, a, b)
			w.meeting(news.Meeting{Start: "9999", End: "9999"}, a, b)
		}, "MATCH (m:Meeting)-[:REPORTED_IN]->(:Article {name: 'odd'}) RETURN min(m.start), max(m.end)", "0001-01-01 9999-12-31"},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := &recordWriter{}
			test.build(w)
			checkOdd(t, db, w.record("odd", "2025-01-01"), alone, test.ask, test.want)
		})
	}
	t.Run("10 MB", func(t *testing.T) {
		checkOdd(t, db, longArticle("odd", 9_999_000), alone, "MATCH (a:Article {name: 'odd'}) RETURN size(a.text) > 9990000", "true")
	})
}

func checkOdd(t *testing.T, db *neo4j.DB, r *news.Record, alone, ask, want string) {
	t.Helper()
	list := []*graph.Fragment{fragment(t, r), fragment(t, syntheticRecord(7))}
	if counts := load(t, db, list, 2); counts.Articles.New != 1 {
		t.Errorf("counted %+v", counts.Articles)
	}
	expectRows(t, askAll(t, db, ask), want)
	if counts := load(t, db, list, 2); (counts != neo4j.Counts{Articles: neo4j.ArticleCounts{Unchanged: 2}}) {
		t.Errorf("loaded again: %+v", counts)
	}
	deleteArticles(t, db, list[:1])
	sameGraph(t, "deleted again", dump(t, db), alone)
}

// What is no value at all is told with its line, and the other articles are loaded.
func TestBadValues(t *testing.T) {
	db := openGraph(t)
	record := func(article, people string) string {
		return `{"schema": "graphload/1", "article": {` + article + `}, "people": [` + people + `]}`
	}
	lines := []struct{ line, told string }{
		{`{"id": "first", "text": "Norway said on Monday that it would wait."}`, ""},
		{`{"id": "half", "text": "A broken \ud83d character said no."}`, `half of a character`},
		{"{\"id\": \"bytes\", \"text\": \"A broken \xff byte said no.\"}", "not valid UTF-8"},
		{`{"id": "nul", "text": "A \u0000 said no."}`, "binary data"},
		{record(`"id": "a", "name": "a", "text": "Oslo", "published": "2025-02-30"`, ""), `2025-02-30`},
		{record(`"id": "b", "name": "b", "text": "Oslo", "published": "10000-01-01"`, ""), `10000-01-01`},
		{record(`"id": "c", "name": "c", "text": "Oslo", "published": "-0044-03-15"`, ""), `-0044-03-15`},
		{record(`"id": "d", "name": "d", "text": "Oslo"`, `{"id": "x", "name": "", "mentions": []}`), `has no name`},
		{record(`"id": "e", "name": "e", "text": "Oslo"`, `{"id": "", "name": "x", "mentions": []}`), `has no id`},
		{record(`"id": "f", "name": "f", "text": "Oslo"`, `{"id": "x", "name": "x", "mentions": [{"start": 2, "end": 9, "text": "lo"}]}`), `no span`},
		{`{"id": "last", "text": "Kenya said on Monday that it would not wait."}`, ""},
	}
	var file strings.Builder
	bad := 0
	for _, l := range lines {
		file.WriteString(l.line + "\n")
		if l.told != "" {
			bad++
		}
	}
	path := filepath.Join(t.TempDir(), "bad.jsonl")
	if err := os.WriteFile(path, []byte(file.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	l := startLoad(t, testServer(t), path)
	if code := l.exit(); code != exitPartly {
		t.Fatalf("exit code %d\n%s", code, &l.err)
	}
	if s := l.summary(t); s.Articles.New != len(lines)-bad || s.Articles.Failed != bad {
		t.Errorf("%+v\n%s", s.Articles, &l.err)
	}
	told := strings.Split(strings.TrimSuffix(l.err.String(), "\n"), "\n")
	for i, l := range lines {
		if l.told == "" {
			continue
		}
		at := fmt.Sprintf("bad.jsonl:%d: ", i+1)
		if !slices.ContainsFunc(told, func(x string) bool {
			return strings.Contains(x, at) && strings.Contains(strings.ToLower(x), strings.ToLower(l.told))
		}) {
			t.Errorf("line %d is not told with %q: %q", i+1, l.told, told)
		}
	}
	expectRows(t, askAll(t, db, "MATCH (a:Article) RETURN a.name ORDER BY a.name"), "first", "last")
}
