package neo4j

import (
	"context"
	"io"

	"graphload/internal/graph"
)

// Dump writes the whole graph, nodes and relationships of others too, in the form of [graph.Dump]. It holds the graph in
// memory.
func (db *DB) Dump(ctx context.Context, out io.Writer) error {
	nodes, err := db.read(ctx, dumpNodes, nil)
	if err != nil {
		return err
	}
	links, err := db.read(ctx, dumpLinks, nil)
	if err != nil {
		return err
	}
	var d graph.Dump
	for _, r := range nodes {
		if err := d.Node(r.texts("labels"), values(r.row("props"))); err != nil {
			return err
		}
	}
	for _, r := range links {
		from := graph.Ref{Label: graph.Label(r.text("fromLabel")), Key: r.text("from")}
		to := graph.Ref{Label: graph.Label(r.text("toLabel")), Key: r.text("to")}
		if err := d.Link(graph.LinkType(r.text("type")), from, to, values(r.row("props"))); err != nil {
			return err
		}
	}
	return d.Write(out)
}
