package neo4j

import (
	"context"
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// SchemaVersion is the version of labels, relationships and properties. The names of constraints and indexes carry it.
const SchemaVersion = 1

//go:embed cypher/schema.cypher
var schemaFile cypher

// SchemaStatements returns the Cypher that makes the constraints and indexes, each where it is missing.
func SchemaStatements() []string {
	var list []string
	for _, s := range statements(schemaFile) {
		list = append(list, string(s))
	}
	return list
}

var (
	schemaName = regexp.MustCompile(`(graphload_(\d+)_\w+)`)
	ourName    = regexp.MustCompile(`^graphload_(\d+)_\w+$`)
)

// SchemaItem is a constraint or an index of graphload.
type SchemaItem struct {
	Name       string
	Kind       string   // UNIQUENESS for a constraint; RANGE or FULLTEXT for an index
	On         string   // the label or relationship type
	Properties []string // in order
	State      string   // of the index: ONLINE, POPULATING or FAILED
}

// EnsureSchema creates the constraints and indexes that are missing, in the place of those of an older version, waits
// until they are ready, and returns the names of those that it created, sorted. Constraints and indexes of others are left
// alone. A graph of a newer version, and one that others have made with the same labels, are refused.
func (db *DB) EnsureSchema(ctx context.Context) (created []string, err error) {
	items, err := db.Schema(ctx)
	if err != nil {
		return nil, err
	}
	if err := checkVersion(items); err != nil {
		return nil, err
	}
	if len(items) == 0 {
		if err := db.refuseForeign(ctx); err != nil {
			return nil, err
		}
	}
	if err := db.dropOlder(ctx, items); err != nil {
		return nil, err
	}
	for _, statement := range missingSchema(items) {
		if err := db.run(ctx, statement); err != nil {
			return created, err
		}
		created = append(created, schemaName.FindString(string(statement)))
	}
	if len(created) > 0 {
		if err := db.run(ctx, "CALL db.awaitIndexes(600)"); err != nil {
			return created, err
		}
	}
	slices.Sort(created)
	return created, nil
}

// missingSchema returns the statements that create what is not among the items.
func missingSchema(items []SchemaItem) []cypher {
	return slices.DeleteFunc(statements(schemaFile), func(statement cypher) bool {
		name := schemaName.FindString(string(statement))
		return slices.ContainsFunc(items, func(i SchemaItem) bool { return i.Name == name })
	})
}

// CheckVersion makes sure that this program knows the form of the graph.
func (db *DB) CheckVersion(ctx context.Context) error {
	items, err := db.Schema(ctx)
	if err != nil {
		return err
	}
	return checkVersion(items)
}

func checkVersion(items []SchemaItem) error {
	if v := schemaVersion(items); v > SchemaVersion {
		return &Error{Kind: Other, Message: fmt.Sprintf("the graph has schema version %d, this program knows %d", v,
			SchemaVersion), Hint: "use the newer graphload that loaded it"}
	}
	return nil
}

// dropOlder drops the constraints and indexes of older versions, which may stand in the way of the present ones.
func (db *DB) dropOlder(ctx context.Context, items []SchemaItem) error {
	for _, i := range items {
		if schemaVersion([]SchemaItem{i}) >= SchemaVersion {
			continue
		}
		drop := cypher("DROP INDEX NAME IF EXISTS")
		if i.Kind == uniqueness {
			drop = "DROP CONSTRAINT NAME IF EXISTS"
		}
		if err := db.run(ctx, drop.with("NAME", i.Name)); err != nil {
			return err
		}
	}
	return nil
}

// uniqueness is the kind of a constraint.
const uniqueness = "UNIQUENESS"

// run runs a statement that does not go into a transaction with others, and that may be run again.
func (db *DB) run(ctx context.Context, statement cypher) error {
	err := db.try(ctx, func(id string) error {
		session := db.session(ctx, driver.AccessModeWrite)
		defer session.Close(context.WithoutCancel(ctx))
		_, err := session.ExecuteWrite(ctx, func(tx driver.ManagedTransaction) (any, error) {
			result, err := tx.Run(ctx, string(statement), nil)
			if err != nil {
				return nil, err
			}
			return result.Consume(ctx)
		}, carry(id))
		return err
	})
	if err != nil {
		return db.fault(ctx, err)
	}
	return nil
}

// Schema returns the constraints and indexes of graphload that are there, sorted by name.
func (db *DB) Schema(ctx context.Context) ([]SchemaItem, error) {
	found, err := db.read(ctx, `SHOW INDEXES YIELD name, type, labelsOrTypes, properties, state, owningConstraint
		RETURN name, CASE WHEN owningConstraint IS NULL THEN type ELSE 'UNIQUENESS' END AS kind,
		labelsOrTypes, properties, state ORDER BY name`, nil)
	if err != nil {
		return nil, err
	}
	var items []SchemaItem
	for _, r := range found {
		if !ourName.MatchString(r.text("name")) {
			continue
		}
		items = append(items, SchemaItem{Name: r.text("name"), Kind: r.text("kind"),
			On: strings.Join(r.texts("labelsOrTypes"), "|"), Properties: r.texts("properties"), State: r.text("state")})
	}
	return items, nil
}

// schemaVersion returns the highest version in the names of schema items, 0 where there are none.
func schemaVersion(items []SchemaItem) int {
	highest := 0
	for _, i := range items {
		if m := ourName.FindStringSubmatch(i.Name); m != nil {
			if v, err := strconv.Atoi(m[1]); err == nil {
				highest = max(highest, v)
			}
		}
	}
	return highest
}
