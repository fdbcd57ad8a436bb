package neo4j

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// What a query may do, the server decides: it is sent in a read transaction, in which the server refuses to write, to change
// the schema, and to change users and databases. Three things it lets pass there, in Community Edition to everybody, that
// are no reading of the graph: LOAD CSV, which reads the server's files and asks other servers on its behalf; TERMINATE
// TRANSACTIONS, which ends the loads of others; and procedures, of which the ones of the server clear its caches and cut its
// connections, and those of plugins do anything. So these are looked for in the query's words.

// readingProcedures are the procedures of Neo4j that read and change nothing, also outside of the graph.
var readingProcedures = []string{
	"db.awaitIndex", "db.awaitIndexes", "db.index.fulltext.awaitEventuallyConsistentIndexRefresh",
	"db.index.fulltext.listAvailableAnalyzers", "db.index.fulltext.queryNodes", "db.index.fulltext.queryRelationships",
	"db.index.vector.queryNodes", "db.index.vector.queryRelationships", "db.info", "db.labels", "db.ping", "db.propertyKeys",
	"db.relationshipTypes", "db.schema.nodeTypeProperties", "db.schema.relTypeProperties", "db.schema.visualization",
	"dbms.components", "dbms.info", "dbms.listCapabilities", "dbms.listConfig", "dbms.listConnections", "dbms.queryJmx",
	"dbms.showCurrentUser", "tx.getMetaData",
}

// escapedASCII is an escape of a character that could belong to Cypher's syntax. The server replaces escapes before it tells
// strings from keywords, so that a quote or a keyword could hide in one. NUL is no part of it, and not to be had otherwise.
var escapedASCII = regexp.MustCompile(`\\u+00(?:0[1-9A-Fa-f]|[1-7][0-9A-Fa-f])`)

// checkReads returns an *Error of kind Query where a query would do more than read the graph.
func checkReads(cypher string) error {
	if found := escapedASCII.FindString(cypher); found != "" {
		return refused(fmt.Sprintf("the query holds the escape %s", found), "write the character itself, or use a parameter")
	}
	list := words(cypher)
	for i, w := range list {
		var next string
		if i+1 < len(list) {
			next = list[i+1]
		}
		switch {
		case strings.EqualFold(w, "LOAD") && strings.EqualFold(next, "CSV"):
			return refused("the query has the server read a file (LOAD CSV), and queries may only read the graph", "")
		case strings.EqualFold(w, "TERMINATE") && (strings.EqualFold(next, "TRANSACTION") || strings.EqualFold(next, "TRANSACTIONS")):
			return refused("the query ends transactions (TERMINATE), and queries may only read the graph", "")
		case strings.EqualFold(w, "CALL") && next != "" && next != "{" && next != "(":
			if name := dotted(list[i+1:]); !slices.Contains(readingProcedures, name) {
				return refused(fmt.Sprintf("the query calls %s, and queries may only call procedures of Neo4j that read", name),
					"where CALL is a name, put it in backticks")
			}
		}
	}
	return nil
}

// writeRefused is the error of a query that would write.
func writeRefused() error {
	return refused("the query writes, and queries may only read", "change the graph by loading or deleting articles")
}

func refused(message, hint string) error { return &Error{Kind: Query, Message: message, Hint: hint} }

// dotted returns the name at the beginning of words, with the dots between its parts.
func dotted(list []string) string {
	name := list[0]
	for i := 1; i+1 < len(list) && list[i] == "."; i += 2 {
		name += "." + list[i+1]
	}
	return name
}

// lexeme is a comment, a string, a name in backticks, a word or another sign of Cypher, as the server's lexer cuts them. What
// is not ASCII counts as no lexeme, and with that as space: the server takes some of it for space.
var lexeme = regexp.MustCompile("(?s)" + strings.Join([]string{
	`//[^\n\r]*`, `/\*.*?(?:\*/|$)`,
	`'(?:[^'\\]|\\.)*(?:'|\\?$)`, `"(?:[^"\\]|\\.)*(?:"|\\?$)`, "`[^`]*(?:`|$)",
	`\w+`, `[!-~]`,
}, "|"))

// words returns the lexemes of a query without comments, and with nothing in its strings.
func words(cypher string) []string {
	var list []string
	for _, t := range lexeme.FindAllString(cypher, -1) {
		switch {
		case strings.HasPrefix(t, "//"), strings.HasPrefix(t, "/*"):
		case t[0] == '\'', t[0] == '"':
			list = append(list, "''")
		default:
			list = append(list, t)
		}
	}
	return list
}
