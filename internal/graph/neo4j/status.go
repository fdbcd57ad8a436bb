package neo4j

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"
)

// Status is what is in the graph.
type Status struct {
	SchemaVersion int     // 0 where no constraints have been created
	Nodes         []Count // by label, sorted; also of labels that are not graphload's
	Relationships []Count // by type, sorted
	Loads         []Load  // the last ones first, ten at most
}

// Count is how many nodes of a label or relationships of a type there are.
type Count struct {
	Name  string
	Count int
}

// Load is a load, as told by the articles that it wrote last.
type Load struct {
	ID       string
	At       time.Time
	Articles int
}

const lastLoads = 10

// Status counts what is in the graph and tells the last loads.
func (db *DB) Status(ctx context.Context) (*Status, error) {
	items, err := db.Schema(ctx)
	if err != nil {
		return nil, err
	}
	s := &Status{SchemaVersion: schemaVersion(items)}
	if s.Nodes, err = db.countEach(ctx, "CALL db.labels() YIELD label AS name", func(name string) string {
		return "MATCH (n:" + name + ") RETURN count(n) AS n"
	}); err != nil {
		return nil, err
	}
	if s.Relationships, err = db.countEach(ctx, "CALL db.relationshipTypes() YIELD relationshipType AS name",
		func(name string) string { return "MATCH ()-[r:" + name + "]->() RETURN count(r) AS n" }); err != nil {
		return nil, err
	}
	loads, err := db.read(ctx, statusLoads, map[string]any{"most": lastLoads})
	if err != nil {
		return nil, err
	}
	for _, r := range loads {
		at, _ := r["at"].(time.Time)
		s.Loads = append(s.Loads, Load{ID: r.text("load"), At: at.UTC(), Articles: r.number("articles")})
	}
	return s, nil
}

// countEach counts by name, each count answered by the database's count store. Names that count nothing, which Neo4j
// remembers for ever, are left out.
func (db *DB) countEach(ctx context.Context, names string, query func(name string) string) ([]Count, error) {
	found, err := db.read(ctx, names, nil)
	if err != nil {
		return nil, err
	}
	var counts []Count
	for _, r := range found {
		name := r.text("name")
		n, err := db.read(ctx, query(quoteName(name)), nil)
		if err != nil {
			return nil, err
		}
		if count := n[0].number("n"); count > 0 {
			counts = append(counts, Count{name, count})
		}
	}
	slices.SortFunc(counts, func(a, b Count) int { return cmp.Compare(a.Name, b.Name) })
	return counts, nil
}

// quoteName returns a label or type, which cannot be a parameter, in Cypher's quotes.
func quoteName(name string) string { return "`" + strings.ReplaceAll(name, "`", "``") + "`" }
