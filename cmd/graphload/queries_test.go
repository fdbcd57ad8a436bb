package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
	"graphload/internal/news"
	"graphload/queries"
)

var updateQueries = flag.Bool("update-queries", false, "write the answers of TestQueries to their golden files")

// stories is where the records of the story lie, and for each query a golden file with questions and their answers:
// a line "? NAME=VALUE  NAME=VALUE" and a row a line, as `query --format jsonl` prints it, without the ids.
const stories = "../../queries/testdata"

// TestQueries asks every query of one small story and compares the rows with the golden files.
func TestQueries(t *testing.T) {
	db := openStory(t)
	for _, q := range queries.All() {
		t.Run(q.Name, func(t *testing.T) {
			path := filepath.Join(stories, q.Name+".golden")
			golden, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			rows := 0
			for line := range strings.Lines(string(golden)) {
				if asked, ok := strings.CutPrefix(strings.TrimSpace(line), "?"); ok {
					got.WriteString(line)
					rows += ask(t, db, q, asked, &got)
				}
			}
			if rows == 0 {
				t.Error("no question of the golden file has an answer")
			}
			if *updateQueries {
				if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(golden), got.String()); diff != "" && !*updateQueries {
				t.Errorf("answers differ from %s (-), -update-queries writes them (+):\n%s", path, diff)
			}
		})
	}
}

// ask writes the answer to one question of a golden file, and returns the number of rows. It checks that each id in
// the answer leads to its evidence.
func ask(t *testing.T, db *neo4j.DB, q queries.Query, asked string, w *strings.Builder) int {
	t.Helper()
	raw := map[string]string{}
	for _, field := range strings.Split(asked, "  ") {
		if name, value, ok := strings.Cut(strings.TrimSpace(field), "="); ok {
			raw[name] = value
		}
	}
	columns, rows := answer(t, db, q, raw)
	id := slices.Index(columns, "id")
	for _, row := range rows {
		if id >= 0 {
			if leadsToEvidence(q) {
				checkEvidence(t, db, row[id])
			}
			row = slices.Delete(slices.Clone(row), id, id+1)
		}
		shown := slices.DeleteFunc(slices.Clone(columns), func(c string) bool { return c == "id" })
		object, err := jsonObject(shown, row)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(append(object, '\n'))
	}
	return len(rows)
}

// leadsToEvidence reports whether the query's column id is what the query evidence takes, as its header says.
func leadsToEvidence(q queries.Query) bool {
	return slices.ContainsFunc(q.Columns, func(c queries.Column) bool {
		return c.Name == "id" && strings.HasSuffix(c.Doc, ", for the query evidence")
	})
}

// answer runs a query and holds its columns against its header.
func answer(t *testing.T, db *neo4j.DB, q queries.Query, raw map[string]string) ([]string, [][]any) {
	t.Helper()
	params, err := q.Bind(raw)
	if err != nil {
		t.Fatal(err)
	}
	result, err := db.Query(t.Context(), q.Cypher, params)
	if err != nil {
		t.Fatalf("%v: %v", raw, err)
	}
	var rows [][]any
	for row, err := range result.All() {
		if err != nil {
			t.Fatalf("%v: %v", raw, err)
		}
		rows = append(rows, row)
	}
	var header []string
	for _, c := range q.Columns {
		header = append(header, c.Name)
	}
	if diff := cmp.Diff(header, result.Columns); diff != "" {
		t.Fatalf("columns of the header (-) and of the answer (+) differ:\n%s", diff)
	}
	return result.Columns, rows
}

func checkEvidence(t *testing.T, db *neo4j.DB, id any) {
	t.Helper()
	evidence, err := queries.Get("evidence")
	if err != nil {
		t.Fatal(err)
	}
	if _, rows := answer(t, db, evidence, map[string]string{"fact": fmt.Sprint(id)}); len(rows) == 0 {
		t.Errorf("there is no evidence for %v", id)
	}
}

// openStory loads the story's records into the tests' empty database.
func openStory(t *testing.T) *neo4j.DB {
	t.Helper()
	ctx := t.Context()
	info := testServer(t)
	emptyDatabase(t)
	db, err := neo4j.Open(ctx, neo4j.Config{URI: info.URI, Username: info.Username, Password: info.Password,
		Database: info.Database})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close(context.WithoutCancel(ctx)) })
	if _, err := db.EnsureSchema(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Load(ctx, storyFragments(t), "story", time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
	return db
}

func storyFragments(t *testing.T) []*graph.Fragment {
	t.Helper()
	lines, err := os.ReadFile(filepath.Join(stories, "story.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var fragments []*graph.Fragment
	for line := range strings.Lines(string(lines)) {
		record, err := news.DecodeRecord([]byte(line))
		if err != nil {
			t.Fatal(err)
		}
		fragment, err := graph.FromRecord(record)
		if err != nil {
			t.Fatal(err)
		}
		fragments = append(fragments, fragment)
	}
	return fragments
}
