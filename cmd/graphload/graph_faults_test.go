package main

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
)

func TestGraphUnreachable(t *testing.T) {
	info := testServer(t)
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	nobody, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody.Close()
	web := strings.TrimSuffix(strings.TrimPrefix(info.BrowserURL, "http://"), "/browser/")
	for _, test := range []struct{ name, uri, says string }{
		{"nothing listens", "bolt://" + nobody.Addr().String(), "nothing listens"},
		{"nothing listens, routed", "neo4j://" + nobody.Addr().String(), "nothing listens"},
		{"silent server", "bolt://" + silent.Addr().String(), "does not answer"},
		{"web port", "bolt://" + web, "web server"},
		{"no such host", "bolt://no-such-host.invalid:7687", "not known"},
		{"no scheme", "localhost:7687", "bolt://HOST"},
		{"wrong scheme", "http://localhost:7687", "bolt://HOST"},
		{"nothing", "", "bolt://HOST"},
		{"TLS to a plain server", strings.Replace(info.URI, "bolt://", "bolt+s://", 1), "TLS"},
	} {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			_, err := neo4j.Open(t.Context(), neo4j.Config{URI: test.uri, Username: "neo4j", Password: "very-secret"})
			if !errors.Is(err, neo4j.ErrUnreachable) || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, expected an unreachable database and %q", err, test.says)
			}
			if strings.Contains(err.Error(), "very-secret") {
				t.Error("the error tells the password")
			}
			if took := time.Since(start); took > 15*time.Second {
				t.Errorf("it took %v to find out", took)
			}
		})
	}
}

func TestGraphRefused(t *testing.T) {
	info := testServer(t)
	open := func(password, database string) error {
		db, err := neo4j.Open(t.Context(), neo4j.Config{URI: info.URI, Username: info.Username, Password: password,
			Database: database})
		if err == nil {
			return db.Close(t.Context())
		}
		if strings.Contains(err.Error(), password) {
			t.Errorf("the error tells the password: %v", err)
		}
		return err
	}
	if err := open("very-secret", ""); !errors.Is(err, neo4j.ErrAuth) {
		t.Errorf("a wrong password gives %v", err)
	}
	if err := open(info.Password, "elsewhere"); !errors.Is(err, neo4j.ErrDatabase) ||
		!strings.Contains(err.Error(), `"elsewhere"`) {
		t.Errorf("a wrong database gives %v", err)
	}
	config := neo4j.Config{URI: info.URI, Username: "neo4j", Password: "very-secret"}
	if strings.Contains(config.String()+config.GoString(), "very-secret") {
		t.Error("a printed Config tells the password")
	}
}

func TestGraphQuery(t *testing.T) {
	db := openGraph(t)
	load(t, db, syntheticFragments(t, 0, 5), 5)
	before := dump(t, db)

	t.Run("reads only", func(t *testing.T) {
		for _, cypher := range []string{"CREATE (n:Person {id: 'x'})", "MATCH (n) DETACH DELETE n",
			"MATCH (n:Person) SET n.name = 'x' RETURN n", "CREATE INDEX x FOR (n:X) ON (n.x)", "RETRUN 1", "RETURN x",
			"RETURN $missing", "RETURN 1/0", "CALL no.such()"} {
			result, err := db.Query(t.Context(), cypher, nil)
			if err == nil {
				for _, e := range result.All() {
					err = errors.Join(err, e)
				}
			}
			if !errors.Is(err, neo4j.ErrQuery) {
				t.Errorf("%s gives %v", cypher, err)
			}
		}
		sameGraph(t, "after queries that write", dump(t, db), before)
	})
	t.Run("values", func(t *testing.T) {
		result, err := db.Query(t.Context(), `MATCH p = (a:Person)-[r:REPRESENTS]->(c:Country) WITH p, r, c LIMIT 1
			RETURN {z: [1, 2.5, true, null], a: $p} AS map, date('2025-10-30') AS date, c.code = c.code AS same,
			duration('P1DT2H') AS long, point({x: 1, y: 2}) AS point, datetime('2025-10-30T01:02:03Z') AS at,
			localtime('01:02') AS clock, size(nodes(p)) AS n, p AS path, 0.0 / 0.0 AS nan`, map[string]any{"p": []string{"ä"}})
		if err != nil {
			t.Fatal(err)
		}
		if want := []string{"map", "date", "same", "long", "point", "at", "clock", "n", "path", "nan"}; !slices.Equal(
			result.Columns, want) {
			t.Errorf("columns are %v", result.Columns)
		}
		n := 0
		for row, err := range result.All() {
			if err != nil {
				t.Fatal(err)
			}
			n++
			text, err := json.Marshal(row)
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range []string{`[{"a":["ä"],"z":[1,2.5,true,null]},"2025-10-30",true,`, `{"srid":7203,"x":1,"y":2}`,
				`"2025-10-30T01:02:03Z"`, `"01:02:00"`, `{"labels":["Person"],"properties":{`, `"type":"REPRESENTS"`, `"NaN"]`} {
				if !strings.Contains(string(text), want) {
					t.Errorf("%s has no %s", text, want)
				}
			}
		}
		if n != 1 {
			t.Errorf("%d rows", n)
		}
	})
	t.Run("stopped", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		result, err := db.Query(ctx, "UNWIND range(1, 100000000) AS n RETURN n", nil)
		if err != nil {
			t.Fatal(err)
		}
		var last error
		for _, err := range result.All() {
			cancel()
			last = err
		}
		if !errors.Is(last, context.Canceled) {
			t.Errorf("a query that is stopped gives %v", last)
		}
	})
	t.Run("left early", func(t *testing.T) {
		result, err := db.Query(t.Context(), "UNWIND range(1, 100000000) AS n RETURN n", nil)
		if err != nil {
			t.Fatal(err)
		}
		for range result.All() {
			break
		}
		expectRows(t, askAll(t, db, "RETURN 1"), "1")
	})
}

func TestGraphStatus(t *testing.T) {
	db := openGraph(t)
	list := syntheticFragments(t, 0, 30)
	for i, name := range []string{"first", "second", "third"} {
		if _, err := db.Load(t.Context(), list[:10*(i+1)], name, loadTime.AddDate(0, 0, i)); err != nil {
			t.Fatal(err)
		}
	}
	s, err := db.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if s.SchemaVersion != graph.Version || len(s.Loads) != 3 || s.Loads[0].ID != "third" ||
		s.Loads[0].Articles != 10 || !s.Loads[0].At.Equal(loadTime.AddDate(0, 0, 2)) {
		t.Errorf("the status is %+v", s)
	}
	if !slices.Contains(s.Nodes, neo4j.Count{Name: "Article", Count: 30}) {
		t.Errorf("nodes are %v", s.Nodes)
	}
	total := 0
	for _, c := range append(s.Nodes, s.Relationships...) {
		total += c.Count
	}
	if lines := strings.Count(dump(t, db), "\n"); total != lines {
		t.Errorf("the status counts %d, the graph has %d", total, lines)
	}
	changed := fragment(t, syntheticRecord(0))
	changed.Article.Title = "Another title"
	counts, err := db.Preview(t.Context(), append(syntheticFragments(t, 1, 30), changed))
	if err != nil || (counts != neo4j.ArticleCounts{New: 1, Unchanged: 29, Changed: 1}) {
		t.Errorf("the preview counts %+v, %v", counts, err)
	}
}

func TestGraphSchema(t *testing.T) {
	db := openGraph(t)
	items, err := db.Schema(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	for _, i := range items {
		kinds[i.Kind]++
		if i.State != "ONLINE" || i.On == "" || len(i.Properties) == 0 {
			t.Errorf("%+v is not ready", i)
		}
	}
	if kinds["UNIQUENESS"] != 7 || kinds["RANGE"] != 8+graph.CopyBands || kinds["FULLTEXT"] != 5 {
		t.Errorf("the schema is %v", kinds)
	}
	done, err := db.EnsureSchema(t.Context())
	if err != nil || len(done.Created) > 0 {
		t.Errorf("created again: %+v, %v", done, err)
	}
}
