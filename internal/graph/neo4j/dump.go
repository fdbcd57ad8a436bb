package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"graphload/internal/graph"
)

// Dump writes every node and every relationship with all properties, one a line, sorted, without what differs from run
// to run: when and by which load an article was written and as what it was read, and the ids that meetings had before,
// which tell of the way to the graph and not of what is in it. Two graphs are equal if their dumps are. It holds the graph in memory.
func (db *DB) Dump(ctx context.Context, out io.Writer) error {
	nodes, err := db.read(ctx, dumpNodes, nil)
	if err != nil {
		return err
	}
	links, err := db.read(ctx, dumpLinks, nil)
	if err != nil {
		return err
	}
	lines := make([]string, 0, len(nodes)+len(links))
	for _, list := range [][]row{nodes, links} {
		for _, r := range list {
			props := r.row("props")
			for _, name := range []string{"loadedAt", "batch", "readHash", "formerIds"} {
				delete(props, name)
			}
			if props["sketch"] != nil { // the bands are parts of it
				for i := range graph.CopyBands {
					delete(props, fmt.Sprintf("band%d", i+1))
				}
			}
			text, err := json.Marshal(values(props))
			if err != nil {
				return fmt.Errorf("dump the graph: %w", err)
			}
			if r["type"] == nil {
				lines = append(lines, fmt.Sprintf("(%v) %s", r["labels"], text))
				continue
			}
			lines = append(lines, fmt.Sprintf("(%v %v)-[%v]->(%v %v) %s", r["fromLabel"], r["from"], r["type"],
				r["toLabel"], r["to"], text))
		}
	}
	slices.Sort(lines)
	for _, line := range lines {
		if _, err := fmt.Fprintln(out, line); err != nil {
			return err
		}
	}
	return nil
}
