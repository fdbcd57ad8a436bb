package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// TestPlans holds that what loads and deletes run looks for nodes and relationships by their keys also where the server
// plans it for an empty graph or a small one, of which a scan costs nothing: the server is told to keep its plans. It has
// a plan of its own for transactions that have changed something before.
func TestPlans(t *testing.T) {
	db := openGraph(t)
	session := openSession(t, testServer(t))
	files, err := filepath.Glob("../../internal/graph/neo4j/cypher/*.cypher")
	if err != nil {
		t.Fatal(err)
	}
	stored := 0
	for _, articles := range []int{0, 10, 100, 400} {
		load(t, db, syntheticFragments(t, stored, articles-stored), batchArticles)
		stored = articles
		for name, before := range map[string]string{"fresh": "", "changed": "MERGE (a:Article {id: ''}) DELETE a"} {
			t.Run(fmt.Sprintf("%d articles/%s", articles, name), func(t *testing.T) { testPlans(t, session, files, before) })
		}
	}
}

// scan names operators that look at every node or relationship of a label, type or index.
var scan = regexp.MustCompile(`\w+Scan\b`)

// testPlans plans the statements of files within a transaction, before which another statement has been run in it.
func testPlans(t *testing.T, session neo4j.SessionWithContext, files []string, before string) {
	if _, err := session.Run(t.Context(), "CALL db.clearQueryCaches()", nil); err != nil {
		t.Fatal(err)
	}
	tx, err := session.BeginTransaction(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Close(t.Context())
	if before != "" {
		if _, err := tx.Run(t.Context(), before, nil); err != nil {
			t.Fatal(err)
		}
	}
	planned := 0
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "$in.") {
			continue // it is planned each time
		}
		planned++
		result, err := tx.Run(t.Context(), "CYPHER replan=skip EXPLAIN "+string(text), map[string]any{"in": map[string]any{}})
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		summary, err := result.Consume(t.Context())
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		plan, _ := summary.Plan().Arguments()["string-representation"].(string)
		if !strings.Contains(plan, "+ProduceResults") {
			t.Fatalf("%s: the server tells no plan: %v", path, summary.Plan().Arguments())
		}
		if found := scan.FindAllString(plan, -1); found != nil {
			t.Errorf("%s: %v\n%s", filepath.Base(path), found, plan)
		}
	}
	if planned < 20 {
		t.Errorf("only %d statements", planned)
	}
}
