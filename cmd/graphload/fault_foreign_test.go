//go:build unix

package main

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"graphload/internal/graph/neo4j"
)

// dropSchema drops all constraints and indexes, apart from those that the server itself needs.
func dropSchema(t *testing.T) {
	t.Helper()
	info := testServer(t)
	db := openAt(t, info)
	var drop []string
	for _, name := range askAll(t, db, "SHOW CONSTRAINTS YIELD name") {
		drop = append(drop, "DROP CONSTRAINT "+name)
	}
	asAnother(t, info, drop...)
	drop = nil
	for _, name := range askAll(t, db, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name") {
		drop = append(drop, "DROP INDEX "+name)
	}
	asAnother(t, info, drop...)
}

func schemaNames(t *testing.T, db *neo4j.DB) []string {
	t.Helper()
	return askAll(t, db, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name ORDER BY name")
}

// A graph of others in the same database is left as it is.
func TestForeignGraph(t *testing.T) {
	info := testServer(t)
	fresh := func(t *testing.T) *neo4j.DB {
		emptyDatabase(t)
		dropSchema(t)
		return openAt(t, info)
	}
	defer dropSchema(t)

	t.Run("other labels", func(t *testing.T) {
		db := fresh(t)
		asAnother(t, info, "CREATE CONSTRAINT theirs FOR (n:Customer) REQUIRE n.id IS UNIQUE",
			"CREATE INDEX theirs_too FOR (n:Product) ON (n.name)",
			"UNWIND range(1, 50) AS i CREATE (:Customer {id: i, name: 'Customer ' + i})-[:BOUGHT {at: i}]->(:Product {name: 'P' + i})",
			"CREATE (:Customer)", "CREATE ({lonely: true})", "CREATE (:Country_ {code: 'NO'})-[:MENTIONS]->(:Person_ {id: 'x'})")
		theirs, theirSchema := dump(t, db), schemaNames(t, db)
		if _, err := db.EnsureSchema(t.Context()); err != nil {
			t.Fatal(err)
		}
		list := syntheticFragments(t, 0, 40)
		load(t, db, list, 20)
		with := dump(t, db)
		for line := range strings.Lines(theirs) {
			if !strings.Contains(with, line) {
				t.Fatalf("after loading, this is gone: %s", line)
			}
		}
		for i := range 10 { // changed ones, too
			r := syntheticRecord(500 + i)
			r.Article.ID = syntheticRecord(i).Article.ID
			load(t, db, fragments(t, r), 1)
		}
		deleteArticles(t, db, list)
		sameGraph(t, "all articles deleted", dump(t, db), theirs)
		for _, name := range theirSchema {
			if !slices.Contains(schemaNames(t, db), name) {
				t.Errorf("their %s is gone", name)
			}
		}
	})
	t.Run("same labels", func(t *testing.T) {
		for _, theirs := range []string{"(:Article {id: 'theirs', hash: 'x'})", "(:Person {id: 'lars-olsen', name: 'Lars'})",
			"(:Person {name: 'Lars'})-[:SAID]->(:Thing)", "(:Country {code: 'NO'})", "(:Organization)", "(:Place {id: 'oslo'})",
			"(:Statement {id: 'x'})-[:REPORTED_IN]->(:Paper)", "(:Meeting {id: 'x'})"} {
			db := fresh(t)
			asAnother(t, info, "CREATE "+theirs)
			before := dump(t, db)
			_, err := db.EnsureSchema(t.Context())
			var told *neo4j.Error
			if !errors.As(err, &told) || !strings.Contains(err.Error(), "that graphload has not loaded") {
				t.Errorf("%s: %v", theirs, err)
			}
			if names := schemaNames(t, db); len(names) > 0 {
				t.Errorf("%s: refused, and yet made %v", theirs, names)
			}
			sameGraph(t, theirs, dump(t, db), before)
		}
	})
	t.Run("an index in the way", func(t *testing.T) {
		db := fresh(t)
		asAnother(t, info, "CREATE INDEX theirs FOR (n:Person) ON (n.id)")
		if _, err := db.EnsureSchema(t.Context()); err == nil || !strings.Contains(err.Error(), "(:Person {id})") {
			t.Errorf("the error is %v", err)
		}
		if !slices.Contains(schemaNames(t, db), "theirs") {
			t.Error("their index is gone")
		}
	})
}
