package neo4j

import (
	"context"
	"fmt"
	"iter"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"graphload/internal/graph"
)

// Snapshot is the graph as it is at one moment, for reading. Nodes of others, and properties and relationships that
// others have added, are no part of it.
type Snapshot struct {
	ctx context.Context
	tx  driver.ExplicitTransaction
	db  *DB
}

// snapshotLimit is how long a snapshot may be read; see transactionLimit.
const snapshotLimit = 2 * time.Hour

// Read gives the graph to a function. Loads and deletions under way are waited for, and others wait until the function
// returns, so that what it reads belongs together. The error is the function's or the database's.
func (db *DB) Read(ctx context.Context, read func(*Snapshot) error) error {
	var fault error
	try := func(turn cypher) error {
		return db.snapshot(ctx, turn, func(s *Snapshot) { fault = read(s) })
	}
	err := try(turnTake)
	if forbidsWrites(err) {
		err = try("") // nobody writes, so there is nothing to wait for
	}
	if err != nil {
		return db.fault(ctx, err)
	}
	return fault
}

// snapshot runs a statement that takes the turn, and then the function, in one transaction, which is rolled back.
func (db *DB) snapshot(ctx context.Context, turn cypher, read func(*Snapshot)) error {
	mode := driver.AccessModeRead
	if turn != "" {
		mode = driver.AccessModeWrite
	}
	session := db.session(ctx, mode)
	defer session.Close(context.WithoutCancel(ctx))
	tx, err := session.BeginTransaction(ctx, func(c *driver.TransactionConfig) { c.Timeout = snapshotLimit })
	if err != nil {
		return err
	}
	defer tx.Close(context.WithoutCancel(ctx))
	if turn != "" {
		result, err := tx.Run(ctx, string(turn), nil)
		if err == nil {
			_, err = result.Consume(ctx)
		}
		if err != nil {
			return err
		}
	}
	read(&Snapshot{ctx, tx, db})
	return nil
}

// Nodes returns the nodes of a label, sorted by key. An error is the last element.
func (s *Snapshot) Nodes(label graph.Label) iter.Seq2[graph.Node, error] {
	return func(yield func(graph.Node, error) bool) {
		var form graph.NodeForm
		for _, f := range graph.NodeForms() {
			if f.Label == label {
				form = f
			}
		}
		for r, err := range s.rows(forLabel(snapshotNodes, label)) {
			n := graph.Node{Ref: graph.Ref{Label: label, Key: r.text("key")}}
			if err == nil {
				n.Props, err = formed(r.row("props"), form.Properties)
			}
			if err != nil {
				yield(n, fmt.Errorf("read %s %s: %w", label, n.Key, err))
				return
			}
			if !yield(n, nil) {
				return
			}
		}
	}
}

// Links returns the relationships of a type, those between nodes of the same labels together, sorted by their keys. An
// error is the last element.
func (s *Snapshot) Links(t graph.LinkType) iter.Seq2[graph.Link, error] {
	return func(yield func(graph.Link, error) bool) {
		for _, form := range graph.LinkForms() {
			if form.Type != t {
				continue
			}
			for _, ends := range form.Ends {
				if !s.links(&form, ends, yield) {
					return
				}
			}
		}
	}
}

// links yields the relationships of a type between nodes of two labels, and reports whether more are wanted.
func (s *Snapshot) links(form *graph.LinkForm, ends graph.Ends, yield func(graph.Link, error) bool) bool {
	statement := snapshotLinks.with("TYPE", string(form.Type), "FROM", string(ends.From), "FKEY", ends.From.KeyProperty(),
		"TO", string(ends.To), "TKEY", ends.To.KeyProperty())
	if distinct := form.Distinct[ends.From]; distinct != "" {
		statement += cypher(", r.NAME").with("NAME", distinct)
	}
	for r, err := range s.rows(statement) {
		l := graph.Link{Type: form.Type, From: graph.Ref{Label: ends.From, Key: r.text("from")},
			To: graph.Ref{Label: ends.To, Key: r.text("to")}}
		if err == nil {
			l.Props, err = formed(r.row("props"), form.Properties)
		}
		if err != nil {
			yield(l, fmt.Errorf("read %s of %s %s: %w", form.Type, ends.From, l.From.Key, err))
			return false
		}
		if !yield(l, nil) {
			return false
		}
	}
	return true
}

// rows returns the rows of a query as the server sends them.
func (s *Snapshot) rows(statement cypher) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		result, err := s.tx.Run(s.ctx, string(statement), nil)
		if err == nil {
			for result.Next(s.ctx) {
				if !yield(result.Record().AsMap(), nil) {
					return
				}
			}
			err = result.Err()
		}
		if err != nil {
			yield(nil, s.db.fault(s.ctx, err))
		}
	}
}

// formed returns those of stored properties that have a place in the form, as values of its kinds.
func formed(stored row, form []graph.Property) (map[string]any, error) {
	props := make(map[string]any, len(stored))
	for _, p := range form {
		v, there := stored[p.Name]
		if !there {
			continue
		}
		fits := true
		switch p.Kind {
		case graph.Text:
			_, fits = v.(string)
		case graph.Flag:
			_, fits = v.(bool)
		case graph.Time:
			_, fits = v.(time.Time)
		case graph.Number:
			_, fits = v.(int64)
			v = stored.number(p.Name)
		case graph.Texts:
			list := stored.texts(p.Name)
			fits = len(list) == listLength(v)
			v = list
		case graph.Numbers:
			list := stored.numbers(p.Name)
			fits = len(list) == listLength(v)
			v = list
		}
		if !fits {
			return nil, fmt.Errorf("property %s is of another type than graphload writes: load the article again", p.Name)
		}
		props[p.Name] = v
	}
	return props, nil
}

// listLength is the length of a list, -1 for what is none.
func listLength(v any) int {
	list, ok := v.([]any)
	if !ok {
		return -1
	}
	return len(list)
}
