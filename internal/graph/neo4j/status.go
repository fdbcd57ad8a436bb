package neo4j

import (
	"cmp"
	"context"
	"slices"
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
	if s.Nodes, err = db.countEach(ctx, labelCounts); err != nil {
		return nil, err
	}
	if s.Relationships, err = db.countEach(ctx, typeCounts); err != nil {
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

// counting is how names are found and what they name is counted. The count store answers quickly, but only where the name
// stands in the query, NAME in its place.
type counting struct{ names, quick, slow cypher }

var (
	labelCounts = counting{"CALL db.labels() YIELD label AS name", "MATCH (n:`NAME`) RETURN count(n) AS n",
		"MATCH (n) WHERE $name IN labels(n) RETURN count(n) AS n"}
	typeCounts = counting{"CALL db.relationshipTypes() YIELD relationshipType AS name",
		"MATCH ()-[r:`NAME`]->() RETURN count(r) AS n", "MATCH ()-[r]->() WHERE type(r) = $name RETURN count(r) AS n"}
)

// of returns the query that counts by a name, which may be one that others have given. Text of others goes into no query,
// in backticks neither, out of which an escape leads.
func (c counting) of(name string) cypher {
	if plainName.MatchString(name) {
		return c.quick.with("NAME", name)
	}
	return c.slow
}

// countEach counts by name. Names that count nothing, which Neo4j remembers for ever, are left out.
func (db *DB) countEach(ctx context.Context, how counting) ([]Count, error) {
	found, err := db.read(ctx, how.names, nil)
	if err != nil {
		return nil, err
	}
	var counts []Count
	for _, r := range found {
		name := r.text("name")
		n, err := db.read(ctx, how.of(name), map[string]any{"name": name})
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
