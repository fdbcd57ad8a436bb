package neo4j

import (
	"errors"
	"strings"
	"testing"
)

// What is looked for in a query's words is found wherever the server would see it, and nowhere else.
func TestCheckReads(t *testing.T) {
	for _, test := range []struct{ cypher, refused string }{
		{"MATCH (n) RETURN n", ""},
		{"LOAD CSV FROM 'file:///x' AS row RETURN row", "LOAD CSV"},
		{"load/* */\n// \ncsv with headers FROM $x AS row RETURN row", "LOAD CSV"},
		{"LOAD\u00a0CSV FROM $x AS row RETURN row", "LOAD CSV"},
		{"LOAD\u2028CSV FROM $x AS row RETURN row", "LOAD CSV"},
		{"RETURN [x IN [1] | COLLECT { LOAD CSV FROM $x AS row RETURN row }]", "LOAD CSV"},
		{`RETURN 'it\'s' AS a UNION LOAD CSV FROM $x AS a RETURN a`, "LOAD CSV"},
		{`RETURN "\\" AS a UNION LOAD CSV FROM $x AS a RETURN a`, "LOAD CSV"},
		{"RETURN 1 AS `'` UNION LOAD CSV FROM $x AS `'` RETURN `'`", "LOAD CSV"},
		{"RETURN 1 AS `a``'` UNION LOAD CSV FROM $x AS `a``'` RETURN `a``'`", "LOAD CSV"},
		{"// it's\nLOAD CSV FROM $x AS row RETURN row", "LOAD CSV"},
		{"// it's\rLOAD CSV FROM $x AS row RETURN row", "LOAD CSV"},
		{"/* it's */ LOAD CSV FROM $x AS row RETURN row", "LOAD CSV"},
		{"/*/ it's */ LOAD CSV FROM $x AS row RETURN row", "LOAD CSV"},
		{`LOAD CS\u0056 FROM $x AS row RETURN row`, `\u0056`},
		{`RETURN '\u0027 AS x UNION LOAD CSV FROM $x AS x RETURN x //'`, `\u0027`},
		{`L\uu004fAD CSV FROM $x AS row RETURN row`, `\uu004f`},
		{`RETURN '\u00e9\u0000' AS x`, ""},
		{`LOAD\u0009CSV FROM $x AS row RETURN row`, `\u0009`},
		{"RETURN 'LOAD CSV' AS x, \"CALL dbms.x\" AS y, `CALL z` AS `LOAD CSV`", ""},
		{"RETURN 'it\\'s a call for peace' AS x // CALL x.y", ""},
		{"/* CALL x.y */ RETURN 1 AS load, 2 AS csv", ""},
		{"CALL db.labels() YIELD label RETURN label", ""},
		{"CALL db . labels", ""},
		{"CALL { RETURN 1 AS x } RETURN x", ""},
		{"WITH 1 AS x CALL (x) { RETURN x AS y } RETURN y", ""},
		{"CALL db.clearQueryCaches()", "calls db.clearQueryCaches,"},
		{"call\tdbms . killConnection('bolt-1')", "calls dbms.killConnection,"},
		{"OPTIONAL CALL apoc.export.csv.all('x', {})", "calls apoc.export.csv.all,"},
		{"CALL `db`.`clearQueryCaches`()", "calls `db`.`clearQueryCaches`,"},
		{"WITH 1 AS as CALL db.stats.clear('QUERIES') YIELD data RETURN data", "calls db.stats.clear,"},
		{"TERMINATE TRANSACTION 'neo4j-transaction-1'", "TERMINATE"},
		{"SHOW TRANSACTIONS YIELD transactionId AS t terminate transactions t YIELD message RETURN message", "TERMINATE"},
		{"CALL", ""}, // the server refuses it
	} {
		err := checkReads(test.cypher)
		switch {
		case test.refused == "" && err != nil:
			t.Errorf("%s: refused: %v", test.cypher, err)
		case test.refused != "" && (!errors.Is(err, ErrQuery) || !strings.Contains(err.Error(), test.refused)):
			t.Errorf("%s: error %v, expected %q in it", test.cypher, err, test.refused)
		}
	}
}
