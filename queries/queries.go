// Package queries holds the questions that graphload answers from the graph: one Cypher file a question, with a header
// that says what it answers, which parameters it takes and which columns it returns. The files can be pasted into
// Neo4j Browser as they are, once their parameters are set there.
//
// They all keep to the same habits: a person is named by part of a name or alias in any case, a country by code or name,
// a period by two dates as exact as wanted, where an unknown date falls in no period; rows have an order that is the
// same whenever the graph is; a column leads to the article.
package queries

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed *.cypher
var files embed.FS

// Query is one question.
type Query struct {
	Name    string // the file's name without its extension
	Title   string // one line: what it answers
	Doc     string // what there is to know besides, paragraphs of one line each; may be empty
	Params  []Param
	Columns []Column // in the order of the answer
	Cypher  string   // what follows the header
}

// Param is a parameter of a query.
type Param struct {
	Name     string
	Type     string // one of the types below
	Default  string // in the form that Bind reads; empty for none
	Doc      string
	Required bool
}

// The types of parameters, and what they become for the driver.
const (
	TypeString = "string" // string
	TypeInt    = "int"    // int64, not negative
	TypeDate   = "date"   // string, an ISO 8601 date as exact as a year, a month or a day; may be empty
	TypeList   = "list"   // []string, written with commas
)

// Column is a column of a query's answer.
type Column struct{ Name, Doc string }

// UnknownError says that there is no query or parameter of a name.
type UnknownError struct {
	What  string   // "query", or "parameter of query NAME"
	Name  string   // as given
	Known []string // the names that there are
}

func (e *UnknownError) Error() string { return fmt.Sprintf("there is no %s called %q", e.What, e.Name) }

// load parses the embedded files once. The tests parse every file, so that no fault in them reaches a user.
var load = sync.OnceValue(func() []Query {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err)
	}
	list := make([]Query, 0, len(entries))
	for _, entry := range entries {
		text, err := files.ReadFile(entry.Name())
		if err != nil {
			panic(err)
		}
		query, err := parse(strings.TrimSuffix(entry.Name(), path.Ext(entry.Name())), string(text))
		if err != nil {
			panic(err)
		}
		list = append(list, query)
	}
	return list
})

// All returns the queries, sorted by name.
func All() []Query { return slices.Clone(load()) }

// Get returns the query of a name. The error is an UnknownError.
func Get(name string) (Query, error) {
	var known []string
	for _, q := range load() {
		if q.Name == name {
			return q, nil
		}
		known = append(known, q.Name)
	}
	return Query{}, &UnknownError{What: "query", Name: name, Known: known}
}
