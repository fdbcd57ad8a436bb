//go:build unix

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
	"graphload/internal/news"
	"graphload/samples"
)

// oddStrings are what ways to write a string get wrong.
var oddStrings = []string{
	`"`, `'`, "`", `\`, `\\`, `"""`, `''`, "``", `\'`, `\"`, `ends in \`, `\n`, `\u0041`, `\\u0041`, `\\\u0041`, `\u0027`, `\\u0027 }) //`,
	"line\nfeed", "carriage\r\nreturn", "\r", "tab\t", "\n\n", "comma, semicolon; colon:", "// comment", "/* comment */",
	"$param {brace} [bracket] (parenthesis)", "'}) DETACH DELETE n //", "\u2028\u2029", "\ufeff", "\uffff", "\x00", "\x01\x1b\x7f\u0085", "😀 é ø",
	" blank before and after ", "null", "NaN", "12", "-1", "true", "[1,2]", "=1+1",
}

// oddRecord is an article whose every string is odd.
func oddRecord() *news.Record {
	w := &recordWriter{}
	w.say("Odd: ")
	var people []news.Ref
	for i, odd := range oddStrings {
		people = append(people, w.person(fmt.Sprintf("odd-%d-%s", i, odd), "A"+odd+"B", "NO", odd, "title "+odd))
		w.say(" ")
		w.rec.People[i].Aliases = []string{odd + odd, "alias"}
		w.organization(odd, odd+".")
		w.say(" ")
	}
	for i, odd := range oddStrings {
		m := w.meeting(news.Meeting{Place: "P" + odd, Country: "NO", Start: "2025", DateText: odd}, people[i], people[(i+1)%len(people)])
		w.quote(people[i], strings.Repeat(odd+" nobody would say such a thing to a reporter ", 2), m, people[(i+3)%len(people)])
	}
	w.quote(news.Ref{Type: news.RefUnnamed}, strings.Join(oddStrings, " "))
	for i, odd := range oddStrings {
		w.to(&w.rec.Statements[i], news.Ref{Type: news.RefUnnamed, Text: odd})
		if i%2 > 0 {
			w.to(&w.rec.Statements[i], people[i], news.Ref{Type: news.RefOrganization, ID: odd})
		}
	}
	r := w.record("odd"+strings.Join(oddStrings, ""), "2025-01-01")
	r.Article.Title, r.Article.Source, r.Article.URL = strings.Join(oddStrings, "|"), oddStrings[0], `https://odd.example/\"`
	return r
}

// exportInput are records of all kinds: of the samples and of generated articles, synthetic and odd ones, and one of an
// article larger than what Neo4j's import tool reads at a time.
func exportInput(t *testing.T) []string {
	t.Helper()
	articles := filepath.Join(t.TempDir(), "samples")
	if err := os.CopyFS(articles, samples.Articles()); err != nil {
		t.Fatal(err)
	}
	records := []*news.Record{oddRecord(), longArticle("long", 4_500_000)}
	for i := range 25 {
		records = append(records, syntheticRecord(i), cutQuotes(i))
	}
	for story := range 2 {
		for print := range 5 {
			records = append(records, printedRecord(story, print))
		}
	}
	extracted, err := program(t, "extract", articles, generatedFile(t, 10)).Output()
	if err != nil {
		t.Fatalf("extract: %v\n%s", err, stderrOf(err))
	}
	path := filepath.Join(t.TempDir(), "extracted.jsonl")
	if err := os.WriteFile(path, extracted, 0o600); err != nil {
		t.Fatal(err)
	}
	return []string{path, writeRecords(t, records...)}
}

// loaded brings the input into the tests' database, and returns that with its dump.
func loaded(t *testing.T, paths []string) (*neo4j.DB, string) {
	t.Helper()
	db := openGraph(t)
	if out, err := program(t, append([]string{"load"}, paths...)...).CombinedOutput(); err != nil {
		t.Fatalf("load: %v\n%s", err, out)
	}
	return db, dump(t, db)
}

// exported runs export with arguments and returns the folder.
func exported(t *testing.T, args ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "graph")
	cmd := program(t, append([]string{"export", "--out", dir}, args...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("export %v: %v\n%s", args, err, out)
	}
	return dir
}

// TestExport holds that what is exported is the graph that a load makes, whether it comes from the database or is worked
// out without one, and that the graph that Neo4j's import tool makes of it is graphload's own: a load of the same articles
// into it changes nothing.
func TestExport(t *testing.T) {
	input := exportInput(t)
	db, want := loaded(t, input)
	from := map[string][]string{"graph": {"--from-graph"}, "articles": input}
	export := func(t *testing.T, source, format string) string {
		return exported(t, append([]string{"--format", format}, from[source]...)...)
	}
	csv := export(t, "graph", "csv")
	cypher := export(t, "graph", "cypher")
	for source := range from {
		t.Run("jsonl from "+source, func(t *testing.T) {
			sameGraph(t, "read back", dumpRows(t, jsonlRows(t, export(t, source, "jsonl"))), want)
		})
		t.Run("parquet from "+source, func(t *testing.T) {
			sameGraph(t, "read back", dumpRows(t, parquetRows(t, export(t, source, "parquet"))), want)
		})
	}
	t.Run("csv", func(t *testing.T) {
		info := startImported(t, csv)
		asAnother(t, info, statementsOf(t, filepath.Join(csv, "schema.cypher"))...)
		db := openAt(t, info)
		if items, err := db.Schema(t.Context()); err != nil || len(items) != len(neo4j.SchemaStatements()) {
			t.Errorf("schema.cypher made %d constraints and indexes of %d (%v)", len(items), len(neo4j.SchemaStatements()), err)
		}
		sameGraph(t, "imported", dump(t, db), want)
		s := startLoad(t, info, input...).fine(t)
		if s.Articles.New+s.Articles.Changed > 0 || s.Nodes != (addedRemoved{}) || s.Relationships != (addedRemoved{}) {
			t.Errorf("a load into the imported graph: %+v", s)
		}
		sameGraph(t, "imported and loaded again", dump(t, db), want)
	})
	t.Run("csv from articles", func(t *testing.T) {
		// Only the articles' table tells in which way it was made: by a load or by none.
		sameFiles(t, export(t, "articles", "csv"), csv, "Article.csv")
	})
	t.Run("cypher", func(t *testing.T) {
		emptyDatabase(t)
		run := statementsOf(t, filepath.Join(cypher, "graph.cypher"))
		asAnother(t, testServer(t), run...)
		sameGraph(t, "run", dump(t, db), want)
		asAnother(t, testServer(t), run[len(run)-len(run)/4:]...)
		sameGraph(t, "the last part run again", dump(t, db), want)
		asAnother(t, testServer(t), "MATCH (a:Article) REMOVE a.batch, a.loadedAt")
		if status, err := db.Status(t.Context()); err != nil || len(status.Loads) > 0 {
			t.Errorf("a graph that no load wrote tells of loads: %+v (%v)", status, err)
		}
	})
}

// sameFiles holds that two folders have the same files with the same lines, in any order, but for one of them.
func sameFiles(t *testing.T, got, want, but string) {
	t.Helper()
	files := func(dir string) map[string]string {
		held, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		for _, f := range held {
			text, err := os.ReadFile(filepath.Join(dir, f.Name()))
			if err != nil {
				t.Fatal(err)
			}
			texts[f.Name()] = strings.Join(slices.Sorted(strings.Lines(string(text))), "")
		}
		delete(texts, but)
		return texts
	}
	gotFiles, wantFiles := files(got), files(want)
	if names := slices.Sorted(maps.Keys(gotFiles)); !slices.Equal(names, slices.Sorted(maps.Keys(wantFiles))) {
		t.Errorf("the files are %v", names)
	}
	for name, text := range wantFiles {
		sameGraph(t, name, gotFiles[name], text)
	}
}

// statementsOf returns the statements of a file of Cypher, each of which ends a line.
func statementsOf(t *testing.T, path string) []string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(text), ";\n"), ";\n") // comments before the first are a part of it
}

// jsonlRows reads the files of an export as JSON Lines.
func jsonlRows(t *testing.T, dir string) func(name string) []map[string]any {
	return func(name string) (rows []map[string]any) {
		t.Helper()
		f, err := os.Open(filepath.Join(dir, name+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for dec := json.NewDecoder(f); ; {
			var row map[string]any
			switch err := dec.Decode(&row); {
			case errors.Is(err, io.EOF):
				return rows
			case err != nil:
				t.Fatal(err)
			}
			rows = append(rows, row)
		}
	}
}

// parquetRows reads the files of an export as Parquet.
func parquetRows(t *testing.T, dir string) func(name string) []map[string]any {
	return func(name string) (rows []map[string]any) {
		t.Helper()
		all, err := parquet.ReadFile[any](filepath.Join(dir, name+".parquet"))
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range all {
			row := x.(map[string]any)
			maps.DeleteFunc(row, func(_ string, v any) bool { return v == nil })
			rows = append(rows, row)
		}
		return rows
	}
}

// dumpRows dumps the rows of the files of an export.
func dumpRows(t *testing.T, read func(name string) []map[string]any) string {
	t.Helper()
	var d graph.Dump
	var errs []error
	for _, form := range graph.NodeForms() {
		for _, row := range read(string(form.Label)) {
			errs = append(errs, d.Node([]string{string(form.Label)}, row))
		}
	}
	for _, form := range graph.LinkForms() {
		for _, row := range read(string(form.Type)) {
			end := func(label, key string) graph.Ref {
				defer delete(row, label)
				defer delete(row, key)
				return graph.Ref{Label: graph.Label(row[label].(string)), Key: row[key].(string)}
			}
			from, to := end("fromLabel", "from"), end("toLabel", "to")
			errs = append(errs, d.Link(form.Type, from, to, row))
		}
	}
	var out strings.Builder
	if err := errors.Join(append(errs, d.Write(&out))...); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
