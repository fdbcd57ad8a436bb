package neo4j

import (
	"context"
	"fmt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"graphload/internal/graph"
)

// Finding is something in the graph that is not as the evidence demands.
type Finding struct {
	Kind     FindingKind
	Where    string // the node or relationship, by labels and keys
	Found    string // what is wrong, in words
	Expected string // what should be there, in words
	Todo     string // what to do where the evidence does not suffice for a repair, else empty
	Repaired bool
}

// FindingKind says what a finding is about.
type FindingKind string

// The kinds of findings.
const (
	FindSchema   FindingKind = "schema"   // a constraint or an index
	FindKey      FindingKind = "key"      // of a node
	FindEvidence FindingKind = "evidence" // MENTIONS, REPORTED_IN and articles
	FindValue    FindingKind = "value"    // a property that is derived from evidence
	FindLink     FindingKind = "link"     // a relationship that is derived from evidence
	FindOrphan   FindingKind = "orphan"   // a node without evidence
)

// Verified says what was looked at and what was found.
type Verified struct {
	Nodes         int
	Relationships int
	Findings      int
	Repaired      int
}

// Verify compares the graph with what its evidence demands, and calls tell for each difference. All that is derived is
// computed by the functions by which Load computes it. With repair it is set right, a page of nodes in a transaction, and
// tell is called when that is committed. Nodes, relationships and properties of others are neither looked at nor changed.
//
// It reads page by page, so that memory does not grow with the graph. A page in which something is wrong is looked at again
// while loads and deletions wait, so that a load beside it is no finding.
func (db *DB) Verify(ctx context.Context, repair bool, tell func(Finding) error) (Verified, error) {
	v := &verifier{db: db, ctx: ctx, repair: repair, tell: tell}
	whole, err := v.checkSchema()
	if err != nil || !whole {
		return v.sum, err
	}
	err = v.passes()
	return v.sum, err
}

// passes looks at all of the graph.
func (v *verifier) passes() error {
	for _, pass := range verifyPasses {
		if err := pass(v); err != nil {
			return err
		}
	}
	return nil
}

// ourLabels are the labels of the nodes that graphload loads.
func ourLabels() []graph.Label {
	return append([]graph.Label{graph.ArticleLabel, graph.StatementLabel, graph.MeetingLabel}, graph.Labels()...)
}

// verifyPasses are what is compared, in the order in which it is repaired: each rests on those before it.
var verifyPasses = []func(*verifier) error{
	(*verifier).keyless,
	byKey(checkArticles, 50, graph.ArticleLabel),
	byKey(checkAssignments, 100, graph.MeetingLabel),
	byKey(checkMeetings, 100, graph.MeetingLabel),
	byKey(checkShared, 200, graph.Labels()...),
	byKey(checkStatements, 200, graph.StatementLabel),
	(*verifier).quotes,
	byKey(checkCopies, 100, graph.ArticleLabel),
	(*verifier).misplaced,
	byKey(checkOrphans, 500, graph.Labels()...),
}

// verifier goes through a graph.
type verifier struct {
	db     *DB
	ctx    context.Context
	repair bool
	anew   bool // it is of an older version
	tell   func(Finding) error
	sum    Verified
}

// checkSchema returns false where the rest cannot be looked at, as the indexes that find it are missing.
func (v *verifier) checkSchema() (whole bool, err error) {
	items, err := v.db.Schema(v.ctx)
	if err != nil {
		return false, err
	}
	if err := checkVersion(items); err != nil {
		return false, err
	}
	missing := missingSchema(items)
	if len(missing) == 0 {
		return true, nil
	}
	if ours, err := v.db.anyOfOurs(v.ctx); err != nil || !ours {
		return false, err // nothing has been loaded
	}
	whole = v.repair
	if v.repair {
		done, err := v.db.ensureSchema(v.ctx, v.count)
		if err != nil {
			return false, err
		}
		if done.Derived.Nodes > 0 { // the rest has been looked at
			v.sum.Nodes, v.sum.Relationships, whole = done.Derived.Nodes, done.Derived.Relationships, false
		}
	}
	for _, statement := range missing {
		f := Finding{Kind: FindSchema, Where: schemaName.FindString(string(statement)), Found: "the constraint or index is missing",
			Expected: "what finds nodes by their keys; until it is there nothing else is looked at", Repaired: v.repair}
		if marksVersion(statement) {
			f.Found = fmt.Sprintf("the graph has not been derived by version %d", graph.Version)
			f.Expected = "what that version derives; until it is there nothing else is looked at"
		}
		if err := v.report([]Finding{f}); err != nil {
			return false, err
		}
	}
	return whole, nil
}

// byKey is a pass through all nodes with labels, in pages in the order of their keys.
func byKey(check func(*checker, graph.Label, []string) error, size int, labels ...graph.Label) func(*verifier) error {
	return func(v *verifier) error {
		for _, label := range labels {
			query := forLabel(verifyPage, label)
			for after := ""; ; {
				found, err := v.db.read(v.ctx, query, map[string]any{"after": after, "size": size})
				if err != nil {
					return err
				}
				if len(found) == 0 {
					break
				}
				keys := make([]string, 0, len(found))
				for _, r := range found {
					keys = append(keys, r.text("key"))
				}
				if err := v.page(func(c *checker) error { return check(c, label, keys) }); err != nil {
					return err
				}
				after = keys[len(keys)-1]
			}
		}
		return nil
	}
}

// page looks at a part of the graph, and where something is wrong once more in turn with loads, then with repairs.
func (v *verifier) page(check func(*checker) error) error {
	c, err := v.look(check)
	if err != nil {
		return err
	}
	v.sum.Nodes += c.nodes
	v.sum.Relationships += c.links
	if len(c.found) == 0 {
		return nil
	}
	var findings []Finding
	_, err = v.db.write(v.ctx, func(w *writer) error {
		findings = findings[:0]
		again := &checker{writer: w, repairs: v.repair, anew: v.anew}
		if err := check(again); err != nil {
			return err
		}
		for _, f := range again.found {
			if v.repair && f.fix != nil {
				done, err := f.fix(w)
				if err != nil {
					return fmt.Errorf("repair %s: %w", f.Where, err)
				}
				f.Repaired = done && f.Todo == ""
			}
			findings = append(findings, f.Finding)
		}
		return nil
	})
	switch {
	case err == nil:
		return v.report(findings)
	case !v.repair && mayOnlyRead(err):
		// Who cannot write cannot make loads wait either.
		for _, f := range c.found {
			findings = append(findings, f.Finding)
		}
		return v.report(findings)
	}
	return err
}

// mayOnlyRead reports whether an error says that the user or the database does not take what is written.
func mayOnlyRead(err error) bool {
	server, ok := serverError(err)
	return forbidsWrites(err) || ok && server.Code == "Neo.ClientError.Security.Forbidden"
}

// look looks at a part of the graph without waiting for anything.
func (v *verifier) look(check func(*checker) error) (*checker, error) {
	var c *checker
	err := v.db.reading(v.ctx, func(tx driver.ManagedTransaction) error {
		c = &checker{writer: newWriter(v.ctx, tx), anew: v.anew}
		return check(c)
	})
	return c, err
}

func (v *verifier) report(findings []Finding) error {
	for _, f := range findings {
		if err := v.count(f); err != nil {
			return err
		}
	}
	return nil
}

func (v *verifier) count(f Finding) error {
	v.sum.Findings++
	if f.Repaired {
		v.sum.Repaired++
	}
	return v.tell(f)
}

// checker compares a part of the graph within one transaction. It uses a writer to read what a load would read; only a fix
// writes.
type checker struct {
	*writer
	repairs bool // fixes will be made
	anew    bool // the graph is of an older version
	found   []found
	nodes   int
	links   int
}

// found is a finding with what repairs it.
type found struct {
	Finding
	fix fix // nil where nothing does
}

// fix changes the graph. It returns false where what it was to change is not there.
type fix func(w *writer) (done bool, err error)

// change is a fix by one statement, which returns a row for what it changed.
func change(statement cypher, params map[string]any) fix {
	return func(w *writer) (bool, error) {
		done, err := w.run(statement, params)
		return len(done) > 0, err
	}
}

func (c *checker) tell(f Finding, fix fix) { c.found = append(c.found, found{f, fix}) }
