package neo4j

import (
	"context"
	"errors"
	"iter"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Result is the answer to a query. Its rows are read from the server as All goes on; Close ends it before.
type Result struct {
	Columns []string // in the order of the query

	db      *DB
	ctx     context.Context
	session driver.SessionWithContext
	result  driver.ResultWithContext
}

// Query runs a query that only reads. A fault of the query is an *Error of kind Query, an attempt to do anything else than
// read the graph too.
//
// Values come as plain Go values that encode well to JSON: nil, bool, int64, float64, string, []any and
// map[string]any; see value for nodes, relationships, paths, dates and points.
func (db *DB) Query(ctx context.Context, cypher string, params map[string]any) (*Result, error) {
	if err := checkReads(cypher); err != nil {
		return nil, err
	}
	r := &Result{db: db, ctx: ctx, session: db.session(ctx, driver.AccessModeRead)}
	var err error
	if r.result, err = r.session.Run(ctx, cypher, params); err == nil {
		r.Columns, err = r.result.Keys()
	}
	if err != nil {
		return nil, errors.Join(r.fault(err), r.Close())
	}
	return r, nil
}

// All returns the rows, once, and then closes the result. An error is the last element.
func (r *Result) All() iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		// An error of closing can tell nothing about rows that have been read.
		defer func() { _ = r.Close() }()
		for r.result.Next(r.ctx) {
			record := r.result.Record()
			row := make([]any, 0, len(record.Values))
			for _, v := range record.Values {
				row = append(row, value(v))
			}
			if !yield(row, nil) {
				return
			}
		}
		summary, err := r.result.Consume(r.ctx)
		switch {
		case err != nil:
			yield(nil, r.fault(err))
		case r.writes(summary.StatementType()): // and was only explained, or the server would have refused it
			yield(nil, writeRefused())
		}
	}
}

// writes reports whether a query writes to the graph, or changes the schema or the system. The server counts what shows
// users and databases to the latter, but that has columns.
func (r *Result) writes(t driver.StatementType) bool {
	return t == driver.StatementTypeReadWrite || t == driver.StatementTypeWriteOnly ||
		t == driver.StatementTypeSchemaWrite && len(r.Columns) == 0
}

// Close ends the query. It may be called again.
func (r *Result) Close() error {
	return r.db.explain(r.session.Close(context.WithoutCancel(r.ctx)))
}

func (r *Result) fault(err error) error {
	if r.ctx.Err() != nil {
		return r.ctx.Err()
	}
	return r.db.explain(err)
}
