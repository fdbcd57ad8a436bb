package export

import (
	"bufio"
	"errors"
	"iter"

	"graphload/internal/graph"
)

// table is a file of rows. A row has a value for each column: string, int, bool, time.Time, []string, []int, or nil where
// there is none.
type table interface {
	row(values []any) error
	end() error
}

// tables writes a table for each label and each type.
type tables struct {
	folder *Folder
	suffix string // of the files' names
	open   func(w *bufio.Writer, columns []graph.Property) (table, error)

	// The columns before a node's properties or a relationship's, and their values.
	nodeColumns columnsOf[graph.Node]
	linkColumns columnsOf[graph.Link]
}

type columnsOf[T any] struct {
	columns []graph.Property
	values  func(*T) []any
}

// Nodes for notebooks have their properties, the key among them; relationships the keys and labels at both ends.
var (
	plainNode = columnsOf[graph.Node]{values: func(*graph.Node) []any { return nil }}
	plainLink = columnsOf[graph.Link]{
		columns: []graph.Property{{Name: "fromLabel"}, {Name: "from"}, {Name: "toLabel"}, {Name: "to"}},
		values: func(l *graph.Link) []any {
			return []any{string(l.From.Label), l.From.Key, string(l.To.Label), l.To.Key}
		}}
)

func (t *tables) nodes(form graph.NodeForm, nodes iter.Seq2[graph.Node, error]) error {
	return writeTable(t, string(form.Label), t.nodeColumns, form.Properties, nodes,
		func(n *graph.Node) map[string]any { return n.Props })
}

func (t *tables) links(form graph.LinkForm, links iter.Seq2[graph.Link, error]) error {
	return writeTable(t, string(form.Type), t.linkColumns, form.Properties, links,
		func(l *graph.Link) map[string]any { return l.Props })
}

func (t *tables) finish() error { return nil }

func writeTable[T any](t *tables, name string, before columnsOf[T], form []graph.Property, seq iter.Seq2[T, error],
	props func(*T) map[string]any) (err error) {
	out, err := t.folder.create(name+t.suffix, 0o666)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.close()) }()
	columns := append(before.columns[:len(before.columns):len(before.columns)], form...)
	rows, err := t.open(out.Writer, columns)
	if err != nil {
		return err
	}
	for x, err := range seq {
		if err != nil {
			return err
		}
		values := before.values(&x)
		for _, p := range form {
			values = append(values, props(&x)[p.Name])
		}
		if err := rows.row(values); err != nil {
			return err
		}
	}
	return rows.end()
}
