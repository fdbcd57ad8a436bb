package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// TestPlans holds that what loads and deletes run looks for nodes and relationships by their keys also where the server
// plans it for an empty graph: the server is told to keep its plans.
func TestPlans(t *testing.T) {
	openGraph(t)
	info := testServer(t)
	d, err := neo4j.NewDriverWithContext(info.URI, neo4j.BasicAuth(info.Username, info.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(t.Context())
	session := d.NewSession(t.Context(), neo4j.SessionConfig{DatabaseName: info.Database})
	defer session.Close(t.Context())
	files, err := filepath.Glob("../../internal/graph/neo4j/cypher/*.cypher")
	if err != nil {
		t.Fatal(err)
	}
	scan := regexp.MustCompile(`\w+Scan\b`)
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
		result, err := session.Run(t.Context(), "EXPLAIN "+string(text), map[string]any{"in": map[string]any{}})
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
