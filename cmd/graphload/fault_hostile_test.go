//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"graphload/internal/graph/neo4j"
	"graphload/internal/news"
	"graphload/queries"
)

// hostileTexts are texts that would end a string, a name or a statement of Cypher, of Lucene or of Go's formats, had they a
// way into one.
var hostileTexts = []string{
	`x'}) DETACH DELETE n //`,
	`x"}) DETACH DELETE n //`,
	"x`) DETACH DELETE n //",
	`x\u0027}) DETACH DELETE n //`,
	`x\u0060) DETACH DELETE n //`,
	`x\`, `x\'`, `'`, `"`, "`", `''`,
	`$name $ids {name} {{}} {{.Name}} ${HOME}`,
	`x; MATCH (n) DETACH DELETE n;`,
	`x */ MATCH (n) DETACH DELETE n /*`,
	"x\nMATCH (n)\r\nDETACH DELETE n",
	`+"a" AND (b OR *:* -c~ [x TO y] /d/ ^9`,
	`%s %d %v(MISSING) %`,
	`:param x => 1`,
}

// nul goes into no command line and no file name.
const nul = "x\x00'}) DETACH DELETE n //"

// hostileRecord has a text in all places where a record holds words of others.
func hostileRecord(i int, text string) *news.Record {
	w := &recordWriter{}
	speaker := w.person(text, text, "NO", text)
	w.say(" ")
	other := w.person(text+" 2", "Ida "+text, "")
	w.say(" ")
	organization := w.organization(text, text)
	w.say(" ")
	meeting := w.meeting(news.Meeting{Place: fmt.Sprintf("%s #%d", text, i), Country: "NO", Start: "2025-02-03"}, speaker, organization)
	w.quote(speaker, text, other, organization, meeting)
	w.to(&w.rec.Statements[0], other, news.Ref{Type: news.RefUnnamed, Text: text})
	w.quote(news.Ref{Type: news.RefUnnamed}, text+" again")
	r := w.record(text, "2025-02-03")
	r.Article.ID = fmt.Sprintf("%s #%d", text, i)
	r.Article.Title, r.Article.Source, r.Article.URL = text, text, text
	return r
}

// Texts of others stay texts: they are stored as they are, found again as they are, and nothing else happens, whichever way
// they take into the program.
func TestHostileTexts(t *testing.T) {
	info := testServer(t)
	db := openGraph(t)
	load(t, db, syntheticFragments(t, 0, 20), 20)
	alone := dump(t, db)
	names := schemaNames(t, db)
	var records []*news.Record
	for i, text := range append(slices.Clone(hostileTexts), nul) {
		records = append(records, hostileRecord(i, text))
	}
	path := writeRecords(t, records...)
	if code, _, told := runAt(t, info, "load", path); code != exitFine {
		t.Fatalf("exit code %d: %s", code, told)
	}
	with := dump(t, db)

	// What is stored is the text, to the byte.
	for i, r := range records {
		text := r.Article.Title
		result, err := db.Query(t.Context(), `MATCH (a:Article {id: $id})
MATCH (a)-[:MENTIONS]->(p:Person)-[:SAID]->(s:Statement)-[:REPORTED_IN]->(a)
MATCH (a)-[:MENTIONS]->(o:Organization)-[:TOOK_PART_IN]->(m:Meeting)-[:HELD_IN]->(place:Place)
RETURN a.name, a.title, a.source, a.url, p.name, p.titles[0], s.text, o.name, split(place.name, ' #')[0]`, map[string]any{"id": r.Article.ID})
		if err != nil {
			t.Fatal(err)
		}
		rows := 0
		for row, err := range result.All() {
			if err != nil {
				t.Fatal(err)
			}
			rows++
			for column, value := range row {
				if value != text {
					t.Errorf("%s of %q is %q", result.Columns[column], text, value)
				}
			}
		}
		if rows != 1 {
			t.Errorf("article %d, %q: %d rows", i, text, rows)
		}
	}

	// Asked by these texts, every query has an answer, and changes nothing.
	for _, text := range hostileTexts {
		for _, q := range queries.All() {
			raw := map[string]string{}
			for _, p := range q.Params {
				if p.Type == queries.TypeString || p.Type == queries.TypeList {
					raw[p.Name] = text
				}
			}
			answer(t, db, q, raw)
		}
		for _, args := range [][]string{
			{"people", "--why", text, "--format", "jsonl"},
			{"query", "article", "--param", "article=" + text, "--format", "jsonl"},
			{"query", "--cypher", "MATCH (p:Person {name: $name}) RETURN p.name", "--param", "name=" + strconv.Quote(text)},
		} {
			if code, out, told := runAt(t, info, args...); code != exitFine || out == "" || strings.Contains(told, "no rows") {
				t.Errorf("%q: exit code %d: %s%s", args, code, out, told)
			}
		}
	}
	absent := []string{"delete"}
	for _, text := range hostileTexts {
		absent = append(absent, "none "+text)
	}
	if code, out, told := runAt(t, info, absent...); code != exitPartly || !strings.Contains(out, "0 deleted") {
		t.Errorf("%q: exit code %d: %s%s", absent, code, out, told)
	}
	code, _, told := runAt(t, info, "query", "--cypher", "RETURN $x", "--param", "x'}) //=1")
	if code != exitFailure || !strings.Contains(told, "Expected parameter(s): x") {
		t.Errorf("a parameter with a hostile name: exit code %d: %s", code, told)
	}
	sameGraph(t, "asked with hostile texts", dump(t, db), with)

	// Written as Cypher for another database, they are what they were.
	out := filepath.Join(t.TempDir(), "out")
	if code, _, told := runAt(t, info, "export", "--from-graph", "--format", "cypher", "--out", out); code != exitFine {
		t.Fatalf("export: exit code %d: %s", code, told)
	}
	exported, err := os.ReadFile(filepath.Join(out, "graph.cypher"))
	if err != nil {
		t.Fatal(err)
	}
	emptyDatabase(t)
	for line := range strings.Lines(string(exported)) {
		if statement, ok := strings.CutSuffix(line, ";\n"); ok {
			asAnother(t, info, statement)
		}
	}
	sameGraph(t, "exported as Cypher", dump(t, db), with)

	// Deleted by name, or by id where a name goes into no command line, they leave nothing behind.
	byName := []string{"delete"}
	for _, r := range records {
		if r.Article.Name != nul {
			byName = append(byName, r.Article.Name)
		}
	}
	if code, _, told := runAt(t, info, byName...); code != exitFine {
		t.Errorf("%q: exit code %d: %s", byName, code, told)
	}
	deleteArticles(t, db, fragments(t, records[len(records)-1]))
	sameGraph(t, "hostile articles deleted", dump(t, db), alone)
	if got := schemaNames(t, db); !slices.Equal(got, names) {
		t.Errorf("constraints and indexes are %q, were %q", got, names)
	}
}

// The same for articles in files with such names, through extraction.
func TestHostileFiles(t *testing.T) {
	info := testServer(t)
	db := openGraph(t)
	load(t, db, syntheticFragments(t, 0, 20), 20)
	alone := dump(t, db)
	dir := t.TempDir()
	var want []string
	for _, text := range hostileTexts {
		name := strings.ReplaceAll(text, "/", "∕")
		article := fmt.Sprintf("Minister Ottar Brandvold of Norway said on Monday: “%s”\n\nHe met Ida %[1]s Mohn in Oslo.\n", text)
		if err := os.WriteFile(filepath.Join(dir, name+".txt"), []byte(article), 0o600); err != nil {
			t.Fatal(err)
		}
		want = append(want, name)
	}
	if code, _, told := runAt(t, info, "explain", dir); code != exitFine {
		t.Errorf("explain: exit code %d: %s", code, told)
	}
	if code, _, told := runAt(t, info, "load", dir); code != exitFine {
		t.Fatalf("exit code %d: %s", code, told)
	}
	slices.Sort(want)
	got := askAll(t, db, "MATCH (a:Article) WHERE NOT a.name STARTS WITH 'synthetic-' RETURN a.name ORDER BY a.name")
	if !slices.Equal(got, want) {
		t.Errorf("articles are named %q, expected %q", got, want)
	}
	if code, _, told := runAt(t, info, append([]string{"delete"}, want...)...); code != exitFine {
		t.Errorf("delete %q: exit code %d: %s", want, code, told)
	}
	sameGraph(t, "hostile files deleted", dump(t, db), alone)
}

// Labels, types and names of indexes are no parameters of Cypher, and others give them as they like, also to our nodes.
func TestHostileLabels(t *testing.T) {
	info := testServer(t)
	db := openGraph(t)
	defer emptyDatabase(t)
	list := syntheticFragments(t, 0, 20)
	for i, text := range hostileTexts {
		// The quote of a name is doubled in it, and an escape of an escape is a backslash.
		quoted := "`" + strings.ReplaceAll(strings.ReplaceAll(text, `\`, `\u005c`), "`", "``") + "`"
		asAnother(t, info, fmt.Sprintf("CREATE (:%s {n: %d})-[:%[1]s]->(:Other)", quoted, i))
	}
	theirs := dump(t, db)
	load(t, db, list, 20)
	status, err := db.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range hostileTexts {
		for _, counts := range [][]neo4j.Count{status.Nodes, status.Relationships} {
			if !slices.Contains(counts, neo4j.Count{Name: text, Count: 1}) {
				t.Errorf("%q is not counted: %v", text, counts)
			}
		}
	}
	asAnother(t, info, "MATCH (n:Person|Country|Organization|Place) SET n:"+olderLabel)
	deleteArticles(t, db, list)
	sameGraph(t, "articles whose people have further labels deleted", dump(t, db), theirs)
}
