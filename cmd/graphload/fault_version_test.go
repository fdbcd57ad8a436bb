//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
)

// mark is the constraint or index that tells that a graph is of this version.
var mark = fmt.Sprintf("graphload_%d_version", graph.Version)

// older makes the tests' graph one of an older version: without what that did not know, with what it derived otherwise.
func older(t *testing.T) {
	t.Helper()
	asAnother(t, testServer(t), "DROP INDEX "+mark, "MATCH (s:Statement) REMOVE s.conflict",
		"MATCH (s:Statement)-[r:REPORTED_IN]->() WHERE r.quotedOn IS NOT NULL SET s.quoted = r.speaker, s.words = r.words, s.quotedOn = [r.quotedOn] REMOVE r.quotedOn, r.words",
		"MATCH ()-[r:PART_OF|SAID_TO]->() DELETE r", "MATCH (p:Person) SET p.titles = ['of an older version']",
		"MATCH (m:Meeting) SET m.status = 'older'",
		"MATCH (s:Statement), (o:Statement) WHERE s.id < o.id WITH s, o ORDER BY s.id, o.id LIMIT 5 CREATE (s)-[:PART_OF]->(o)")
}

// A graph of an older version is derived anew before anything else is done with it, also where that is broken off. It has
// the constraints and indexes of this version then, and no others.
func TestOlderVersion(t *testing.T) {
	info := testServer(t)
	db := openGraph(t)
	all := everyKind(t)
	load(t, db, all, 200)
	want, names := dump(t, db), schemaNames(t, db)
	isThisVersion := func(t *testing.T, db *neo4j.DB) {
		t.Helper()
		sameGraph(t, "of an older version", dump(t, db), want)
		if got := schemaNames(t, db); !slices.Equal(got, names) {
			t.Errorf("the schema is %v, expected %v", got, names)
		}
	}

	t.Run("schema", func(t *testing.T) {
		older(t)
		asAnother(t, info, "DROP INDEX graphload_3_report_words", "CREATE INDEX graphload_0_gone FOR (n:Article) ON (n.gone)",
			"CREATE INDEX graphload_0_words FOR (n:Statement) ON (n.words)", "CREATE CONSTRAINT graphload_0_day FOR (n:Day) REQUIRE n.id IS UNIQUE",
			"CREATE INDEX theirs FOR (n:Day) ON (n.name)")
		defer asAnother(t, info, "DROP INDEX theirs IF EXISTS")
		out, err := program(t, "schema").CombinedOutput()
		if err != nil || !strings.Contains(string(out), "older version") || !strings.Contains(string(out), "derived anew") {
			t.Fatalf("%v: %s", err, out)
		}
		if !slices.Contains(schemaNames(t, db), "theirs") {
			t.Error("their index is gone")
		}
		asAnother(t, info, "DROP INDEX theirs")
		isThisVersion(t, db)
	})
	t.Run("load", func(t *testing.T) {
		older(t)
		if out, err := program(t, "load", recordsFile(t, 0, 2)).CombinedOutput(); err != nil || !strings.Contains(string(out), "2 unchanged") {
			t.Fatalf("%v: %s", err, out)
		}
		isThisVersion(t, db)
	})
	t.Run("verify", func(t *testing.T) {
		older(t)
		told, sum := verify(t, db, false)
		if len(told) != 1 || !strings.Contains(told[0], mark) || sum.Repaired > 0 {
			t.Errorf("%+v: %v", sum, told)
		}
		told, sum = verify(t, db, true)
		if sum.Findings != sum.Repaired || sum.Findings != len(told) || sum.Findings < 10 || sum.Nodes == 0 {
			t.Errorf("%+v: %.2000s", sum, strings.Join(told, "\n"))
		}
		isThisVersion(t, db)
	})
	t.Run("broken off", func(t *testing.T) {
		older(t)
		broken := errors.New("broken off")
		looked := 0
		_, err := db.Verify(t.Context(), true, func(neo4j.Finding) error {
			if looked++; looked == 8 {
				return broken
			}
			return nil
		})
		if !errors.Is(err, broken) {
			t.Fatalf("the error is %v", err)
		}
		if slices.Contains(schemaNames(t, db), mark) {
			t.Error("half of it is marked as this version")
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := db.EnsureSchema(ctx); err == nil {
			t.Error("is done though it was stopped")
		}
		if _, err := db.EnsureSchema(t.Context()); err != nil {
			t.Fatal(err)
		}
		isThisVersion(t, db)
	})
	t.Run("refused", func(t *testing.T) {
		older(t)
		before := dump(t, db)
		for _, args := range [][]string{{"delete", syntheticRecord(3).Article.ID}, {"export", "--from-graph", "--out", t.TempDir()}} {
			refused(t, program(t, args...), fmt.Sprintf("has not been derived by version %d", graph.Version))
		}
		sameGraph(t, "refused", dump(t, db), before)
		if _, err := db.EnsureSchema(t.Context()); err != nil {
			t.Fatal(err)
		}
		isThisVersion(t, db)
	})
	t.Run("no schema at all", func(t *testing.T) {
		older(t)
		dropSchema(t)
		done, err := db.EnsureSchema(t.Context())
		if err != nil || !slices.Equal(done.Created, names) {
			t.Errorf("created %v, %v; expected %v", done.Created, err, names)
		}
		isThisVersion(t, db)
	})
}

// A graph of a newer version is left alone.
func TestNewerVersion(t *testing.T) {
	db := openGraph(t)
	load(t, db, syntheticFragments(t, 0, 40), 30)
	asAnother(t, testServer(t), "DROP INDEX "+mark, "CREATE INDEX graphload_99_version FOR (n:Graphload) ON (n.version)")
	defer dropSchema(t)
	before := dump(t, db)
	for _, args := range [][]string{{"load", recordsFile(t, 0, 50)}, {"delete", syntheticRecord(3).Article.ID}, {"schema"},
		{"verify", "--repair"}, {"export", "--from-graph", "--out", t.TempDir()}} {
		refused(t, program(t, args...), "schema version 99")
	}
	sameGraph(t, "refused a newer version", dump(t, db), before)
}

func refused(t *testing.T, cmd *exec.Cmd, told string) {
	t.Helper()
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != exitFailure || !strings.Contains(string(out), told) {
		t.Errorf("%v: exit code %d, %v: %s", cmd.Args, code, err, out)
	}
}
