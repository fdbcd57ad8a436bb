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

	"graphload/internal/graph"
)

//go:embed cypher/schema.cypher
var schemaFile cypher

// schema returns the statements that make the constraints and indexes, each where it is missing; the mark of the version is
// the last.
func schema() []cypher {
	list := statements(schemaFile)
	for i := range list {
		list[i] = list[i].with("VERSION", strconv.Itoa(graph.Version))
	}
	return list
}

// SchemaStatements returns the Cypher that makes the constraints and indexes of a graph of this version.
func SchemaStatements() []string {
	var list []string
	for _, s := range schema() {
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

// Ensured says what EnsureSchema did.
type Ensured struct {
	Created []string // the names of the constraints and indexes that it created, sorted
	Derived Verified // what of an older version it derived anew; where more was found than repaired, articles have to be loaded again
}

// EnsureSchema creates the constraints and indexes that are missing, in the place of those of an older version, and waits
// until they are ready. What an older version derived is derived anew; broken off, that is done from the beginning the next
// time. Constraints and indexes of others are left alone. A graph of a newer version, and one that others have made with
// the same labels, are refused.
func (db *DB) EnsureSchema(ctx context.Context) (Ensured, error) {
	return db.ensureSchema(ctx, func(Finding) error { return nil })
}

func (db *DB) ensureSchema(ctx context.Context, tell func(Finding) error) (done Ensured, err error) {
	items, err := db.Schema(ctx)
	if err != nil {
		return done, err
	}
	if err := checkVersion(items); err != nil {
		return done, err
	}
	if len(items) == 0 {
		if err := db.refuseForeign(ctx); err != nil {
			return done, err
		}
	}
	if err := db.dropOlder(ctx, items); err != nil {
		return done, err
	}
	missing := missingSchema(items)
	if len(missing) == 0 {
		return done, nil
	}
	rest, mark := missing[:len(missing)-1], missing[len(missing)-1]
	if !marksVersion(mark) {
		rest, mark = missing, ""
	}
	if err := db.create(ctx, rest, &done); err != nil || mark == "" {
		return done, err
	}
	// Nobody has marked the graph: it is of an older version, or there is none yet.
	if done.Derived, err = db.deriveAnew(ctx, tell); err != nil {
		return done, err
	}
	err = db.create(ctx, []cypher{mark}, &done)
	slices.Sort(done.Created)
	return done, err
}

// create runs statements of the schema.
func (db *DB) create(ctx context.Context, list []cypher, done *Ensured) error {
	for _, statement := range list {
		if err := db.run(ctx, statement); err != nil {
			return err
		}
		done.Created = append(done.Created, schemaName.FindString(string(statement)))
	}
	slices.Sort(done.Created)
	if len(list) == 0 {
		return nil
	}
	return db.run(ctx, "CALL db.awaitIndexes(600)")
}

// deriveAnew derives all anew, where there is anything.
func (db *DB) deriveAnew(ctx context.Context, tell func(Finding) error) (Verified, error) {
	ours, err := db.anyOfOurs(ctx)
	if err != nil || !ours {
		return Verified{}, err
	}
	v := &verifier{db: db, ctx: ctx, repair: true, anew: true, tell: tell}
	err = v.passes()
	return v.sum, err
}

// anyOfOurs reports whether there is any node with one of graphload's labels.
func (db *DB) anyOfOurs(ctx context.Context) (bool, error) {
	found, err := db.read(ctx, anyOfOurs, map[string]any{"labels": ourLabels()})
	return len(found) > 0, err
}

// marksVersion reports whether a statement of the schema makes the mark of the version.
func marksVersion(statement cypher) bool {
	return schemaName.FindString(string(statement)) == versionMark
}

var versionMark = fmt.Sprintf("graphload_%d_version", graph.Version)

// missingSchema returns the statements that create what is not among the items.
func missingSchema(items []SchemaItem) []cypher {
	return slices.DeleteFunc(schema(), func(statement cypher) bool {
		name := schemaName.FindString(string(statement))
		return slices.ContainsFunc(items, func(i SchemaItem) bool { return i.Name == name })
	})
}

// OlderVersion reports whether there is a graph that an older version loaded, which EnsureSchema would derive anew.
func (db *DB) OlderVersion(ctx context.Context) (bool, error) {
	items, err := db.Schema(ctx)
	if err != nil || len(items) == 0 || slices.ContainsFunc(items, func(i SchemaItem) bool { return i.Name == versionMark }) {
		return false, err
	}
	return db.anyOfOurs(ctx)
}

// CheckVersion makes sure that the graph, if there is one, is of the version of this program.
func (db *DB) CheckVersion(ctx context.Context) error {
	items, err := db.Schema(ctx)
	if err != nil {
		return err
	}
	if err := checkVersion(items); err != nil {
		return err
	}
	older, err := db.OlderVersion(ctx)
	if older {
		return &Error{Kind: Other, Message: fmt.Sprintf("the graph has not been derived by version %d, which is this program's",
			graph.Version), Hint: `"graphload schema" derives it anew, as does the next load`}
	}
	return err
}

// checkVersion refuses a graph of a newer version.
func checkVersion(items []SchemaItem) error {
	if v := schemaVersion(items); v > graph.Version {
		return &Error{Kind: Other, Message: fmt.Sprintf("the graph has schema version %d, this program knows %d", v,
			graph.Version), Hint: "use the newer graphload that loaded it"}
	}
	return nil
}

// dropOlder drops the constraints and indexes of older versions that this one does not have, which may stand in the way of
// its own.
func (db *DB) dropOlder(ctx context.Context, items []SchemaItem) error {
	for _, i := range items {
		if slices.ContainsFunc(schema(), func(s cypher) bool { return schemaName.FindString(string(s)) == i.Name }) {
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
