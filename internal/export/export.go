// Package export writes a graph as files: for Neo4j's import tool, for cypher-shell, and for notebooks.
package export

import (
	"context"
	"fmt"
	"iter"

	"graphload/internal/graph"
)

// Source is a graph. Each sequence ends after an error.
type Source interface {
	Nodes(graph.Label) iter.Seq2[graph.Node, error]
	Links(graph.LinkType) iter.Seq2[graph.Link, error]
}

// Format is the form of the files.
type Format string

// The formats.
const (
	CSV     Format = "csv"     // for "neo4j-admin database import full"
	Cypher  Format = "cypher"  // for cypher-shell
	JSONL   Format = "jsonl"   // an object a line
	Parquet Format = "parquet" // for data frames
)

// Formats returns the names of the formats.
func Formats() []string { return []string{string(CSV), string(JSONL), string(Cypher), string(Parquet)} }

// Counts is what was written.
type Counts struct{ Nodes, Relationships, Files int }

// writer writes a graph in a format: the nodes of each label, then the relationships of each type.
type writer interface {
	nodes(graph.NodeForm, iter.Seq2[graph.Node, error]) error
	links(graph.LinkForm, iter.Seq2[graph.Link, error]) error
	finish() error
}

func newWriter(format Format, f *Folder, schema []string) (writer, error) {
	switch format {
	case CSV:
		return newCSVWriter(f, schema), nil
	case Cypher:
		return newCypherWriter(f, schema)
	case JSONL:
		return &tables{folder: f, suffix: ".jsonl", open: newJSONLTable, nodeColumns: plainNode, linkColumns: plainLink}, nil
	case Parquet:
		return &tables{folder: f, suffix: ".parquet", open: newParquetTable, nodeColumns: plainNode, linkColumns: plainLink}, nil
	}
	return nil, fmt.Errorf("no writer for format %q", format)
}

// Write writes the graph into the folder, which stays as it was where that fails. Every label and type has its file,
// also where the graph has none of it. The schema is the statements that make constraints and indexes. The error is of a
// file, the source's own, or ctx's.
func Write(ctx context.Context, f *Folder, format Format, schema []string, source Source) (Counts, error) {
	var c Counts
	w, err := newWriter(format, f, schema)
	if err != nil {
		return c, err
	}
	for _, form := range graph.NodeForms() {
		if err := w.nodes(form, counted(ctx, source.Nodes(form.Label), &c.Nodes)); err != nil {
			return c, err
		}
	}
	for _, form := range graph.LinkForms() {
		if err := w.links(form, counted(ctx, source.Links(form.Type), &c.Relationships)); err != nil {
			return c, err
		}
	}
	if err := w.finish(); err != nil {
		return c, err
	}
	c.Files = len(f.files)
	return c, f.complete()
}

// counted counts a sequence, and ends it with ctx's error when ctx ends.
func counted[T any](ctx context.Context, seq iter.Seq2[T, error], n *int) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for x, err := range seq {
			if err == nil {
				err = ctx.Err()
			}
			if !yield(x, err) || err != nil {
				return
			}
			*n++
		}
	}
}
