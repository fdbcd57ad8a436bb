package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"graphload/internal/server"
)

// A query reads the graph and does nothing else: not to the graph, not to the schema, the users and the databases, not to
// the work of others, and not to files and other servers through this one.
func TestQueryOnlyReads(t *testing.T) {
	info := testServer(t)
	db := openGraph(t)
	load(t, db, syntheticFragments(t, 0, 20), 20)
	id, commit := openTransaction(t, info)
	var asked atomic.Int32
	web := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer web.Close()
	state := func() string {
		list := []string{dump(t, db)}
		for _, question := range []string{"SHOW INDEXES YIELD name", "SHOW CONSTRAINTS YIELD name", "SHOW USERS",
			"SHOW DATABASES YIELD name, currentStatus", "MATCH (a:Article) RETURN count(a)"} {
			list = append(list, askAll(t, db, question)...)
		}
		return strings.Join(list, "\n")
	}
	before := state()
	const writes, calls = "the query writes, and queries may only read", "queries may only call procedures of Neo4j that read"
	for _, test := range []struct{ cypher, told string }{
		// What the server refuses in a read transaction.
		{"CREATE (n:Intruder) RETURN n", writes},
		{"MERGE (n:Intruder {id: 1})", writes},
		{"MATCH (n:Article) SET n.title = 'other'", writes},
		{"MATCH (n:Article) REMOVE n.title", writes},
		{"MATCH (n) DETACH DELETE n", writes},
		{"MATCH (n:Article) FOREACH (x IN [1] | CREATE (:Intruder))", writes},
		{"MATCH (n:Article) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1 ROWS", writes},
		{"CALL { CREATE (:Intruder) }", writes},
		{"INSERT (n:Intruder)", writes},
		{"CYPHER runtime=slotted CREATE (:Intruder)", writes},
		{"USE neo4j CREATE (:Intruder)", writes},
		{"PROFILE CREATE (:Intruder)", writes},
		{"EXPLAIN CREATE (:Intruder)", writes},
		{"EXPLAIN MATCH (n) SET n.x = 1 RETURN n", writes},
		{"EXPLAIN CREATE INDEX intruder FOR (n:Article) ON (n.x)", writes},
		{"CREATE INDEX intruder FOR (n:Article) ON (n.x)", writes},
		{"CREATE CONSTRAINT intruder FOR (n:Article) REQUIRE n.x IS UNIQUE", writes},
		{"DROP INDEX graphload_1_article_published", writes},
		{"DROP CONSTRAINT graphload_1_article_id", writes},
		{"CREATE USER intruder SET PASSWORD 'abcdefgh' CHANGE NOT REQUIRED", writes},
		{"ALTER USER neo4j SET PASSWORD 'abcdefgh'", writes},
		{"ALTER CURRENT USER SET PASSWORD FROM 'abcdefgh' TO 'bcdefghi'", writes},
		{"RENAME USER neo4j TO intruder", writes},
		{"DROP USER neo4j", writes},
		{"CREATE DATABASE intruder", writes},
		{"STOP DATABASE neo4j", writes},
		{"DROP DATABASE neo4j", writes},
		{"RETURN 1 AS one; CREATE (:Intruder)", "exactly one statement"},
		{"RETURN 1 AS one; RETURN 2 AS two", "exactly one statement"},
		// What it lets pass there.
		{"LOAD CSV FROM '" + web.URL + "' AS row RETURN row", "LOAD CSV"},
		{"RETURN [x IN [1] | COLLECT { LOAD CSV FROM '" + web.URL + "' AS row RETURN row }] AS x", "LOAD CSV"},
		{`LOAD CS\u0056 FROM '` + web.URL + `' AS row RETURN row`, `\u0056`},
		{`LOAD\u0000CSV FROM '` + web.URL + `' AS row RETURN row`, "Invalid input"},
		{`RETURN '\u0027 AS x UNION LOAD CSV FROM '` + web.URL + `' AS x RETURN x //'`, `\u0027`},
		{"TERMINATE TRANSACTIONS '" + id + "'", "TERMINATE"},
		{"SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t YIELD message RETURN message", "TERMINATE"},
		{"CALL db.clearQueryCaches()", calls},
		{"CALL dbms.killConnections(['bolt-1'])", calls},
		{"CALL db.stats.clear('QUERIES')", calls},
		{"CALL db.prepareForReplanning(1)", calls},
		{"CALL tx.setMetaData({graphload: 'x'})", calls},
		// What it refuses too, and what it may have by plugins.
		{"CALL db.createLabel('Intruder')", calls},
		{"MATCH (n:Article) CALL db.create.setNodeVectorProperty(n, 'x', [1.0]) RETURN n", calls},
		{"CALL dbms.setConfigValue('db.transaction.timeout', '1s')", calls},
		{"CALL apoc.cypher.runWrite('CREATE (:Intruder)', {})", calls},
		{"CALL apoc.export.csv.all('all.csv', {})", calls},
	} {
		code, _, told := runAt(t, info, "query", "--cypher", test.cypher)
		if code != exitFailure || !strings.Contains(told, test.told) {
			t.Errorf("%s: exit code %d: %s", test.cypher, code, told)
		}
	}
	commit()
	if after := state(); after != before {
		t.Errorf("refused queries have changed this:\n%s\n\nto this:\n%s", before, after)
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("the server asked another one %d times", n)
	}

	for _, test := range []struct{ cypher, rows string }{
		{"RETURN 1 AS one;", "one\n1\n"},
		{"USE neo4j RETURN 1 AS one", "one\n1\n"},
		{"PROFILE RETURN 1 AS one", "one\n1\n"},
		{"UNWIND [1, 2] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y", "y\n1\n2\n"},
		{"CALL db.labels() YIELD label WITH label WHERE label = 'Article' RETURN label", "label\nArticle\n"},
		{"RETURN 'CALL x, LOAD CSV' AS `TERMINATE TRANSACTIONS` // CREATE", "TERMINATE TRANSACTIONS\nCALL x, LOAD CSV\n"},
		{"SHOW USERS YIELD user WHERE user = 'neo4j' RETURN user", "user\nneo4j\n"},
	} {
		code, rows, told := runAt(t, info, "query", "--cypher", test.cypher)
		if code != exitFine || rows != test.rows {
			t.Errorf("%s: exit code %d: %q, expected %q: %s", test.cypher, code, rows, test.rows, told)
		}
	}

	// A server asks others where it is let, and a local one reads no files of the machine whoever asks.
	if info.Engine == server.Java {
		asAnother(t, info, "LOAD CSV FROM '"+web.URL+"' AS row RETURN row")
		if n := asked.Load(); n != 1 {
			t.Errorf("the server asked another one %d times, expected once", n)
		}
	}
	if err := tryAsAnother(t, info, "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row"); err == nil {
		t.Error("the server reads files of the machine")
	}
}

// openTransaction begins a transaction that waits, and returns its id and how to commit it.
func openTransaction(t *testing.T, info server.Info) (id string, commit func()) {
	t.Helper()
	ctx := t.Context()
	d, err := neo4j.NewDriverWithContext(info.URI, neo4j.BasicAuth(info.Username, info.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	session := d.NewSession(ctx, neo4j.SessionConfig{DatabaseName: info.Database})
	tx, err := session.BeginTransaction(ctx, neo4j.WithTxMetadata(map[string]any{"test": t.Name()}))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Run(ctx, "RETURN 1", nil); err != nil {
		t.Fatal(err)
	}
	db := openAt(t, info)
	list := askAll(t, db, "SHOW TRANSACTIONS YIELD transactionId, metaData WHERE metaData.test IS NOT NULL RETURN transactionId")
	if len(list) != 1 {
		t.Fatalf("transactions that wait: %q", list)
	}
	return list[0], func() {
		t.Helper()
		if err := tx.Commit(ctx); err != nil {
			t.Errorf("the transaction of another was ended: %v", err)
		}
		_ = session.Close(ctx)
		_ = d.Close(ctx)
	}
}
