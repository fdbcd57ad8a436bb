// Package neo4j keeps the graph in a Neo4j database. It is the only package that speaks to one. Community Edition
// suffices, without plugins.
package neo4j

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
)

// Config says which database to use and as whom.
type Config struct {
	URI      string // bolt://, neo4j://, or one of them with +s or +ssc for TLS
	Username string // empty for a server without authentication
	Password string
	Database string // empty for the user's home database
	// Authorities are those that may vouch for a server reached with +s; the system's where nil.
	Authorities *x509.CertPool
	Patience    Patience
}

// String leaves out the password.
func (c Config) String() string {
	return fmt.Sprintf("%s database %q as %q", c.URI, c.Database, c.Username)
}

// GoString leaves out the password.
func (c Config) GoString() string { return c.String() }

// DB is an open database. It is safe for concurrent use.
type DB struct {
	driver driver.DriverWithContext
	config Config
	outage outage

	// bookmarks make each session wait for what those before it wrote, also at another member of a cluster.
	bookmarks driver.BookmarkManager
}

// The times within which the server must answer before it counts as unreachable.
const (
	connectTimeout = 5 * time.Second
	verifyTimeout  = 8 * time.Second
	acquireTimeout = 15 * time.Second
)

// Open connects, and makes sure that the server answers and accepts user name and password: an error comes within
// seconds, without retries. It is an *Error of kind Unreachable, Untrusted, Auth or Database, or ctx's own error.
func Open(ctx context.Context, c Config) (*DB, error) {
	auth := driver.NoAuth()
	if c.Username != "" || c.Password != "" {
		auth = driver.BasicAuth(c.Username, c.Password, "")
	}
	d, err := driver.NewDriverWithContext(c.URI, auth, func(o *config.Config) {
		o.SocketConnectTimeout = connectTimeout
		o.ConnectionAcquisitionTimeout = acquireTimeout
		o.MaxTransactionRetryTime = 0 // try does it, and tells
		o.NotificationsMinSeverity = notifications.DisabledLevel
		o.TelemetryDisabled = true
		o.UserAgent = "graphload"
		o.TlsConfig = &tls.Config{RootCAs: c.Authorities, MinVersion: tls.VersionTLS12}
	})
	if err != nil {
		return nil, addressError(c, err)
	}
	db := &DB{driver: d, config: c, bookmarks: driver.NewBookmarkManager(driver.BookmarkManagerConfig{})}
	if err := db.verify(ctx); err != nil {
		// What Close could say adds nothing to why the database does not answer.
		_ = d.Close(context.WithoutCancel(ctx))
		return nil, err
	}
	return db, nil
}

// verify runs a query, which other than a handshake also tells a database that does not exist.
func (db *DB) verify(ctx context.Context) error {
	limited, cancel := context.WithTimeout(ctx, verifyTimeout)
	defer cancel()
	err := db.driver.VerifyConnectivity(limited)
	if err == nil {
		session := db.session(limited, driver.AccessModeRead)
		_, err = session.Run(limited, "RETURN 1", nil)
		_ = session.Close(limited)
	}
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return db.explain(err)
}

// Close ends all connections.
func (db *DB) Close(ctx context.Context) error { return db.driver.Close(ctx) }

func (db *DB) session(ctx context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return db.driver.NewSession(ctx, driver.SessionConfig{AccessMode: mode, DatabaseName: db.config.Database,
		BookmarkManager: db.bookmarks})
}

// write runs work in one transaction, in turn with all others, and again from its start where that may help.
func (db *DB) write(ctx context.Context, work func(*writer) error) (Counts, error) {
	var counts Counts
	var doubtful *Counts // of a transaction that may have been committed, as its connection was lost at the end
	err := db.try(ctx, func(id string) error {
		session := db.session(ctx, driver.AccessModeWrite)
		defer session.Close(context.WithoutCancel(ctx))
		committing := false
		_, err := session.ExecuteWrite(ctx, func(tx driver.ManagedTransaction) (any, error) {
			w := newWriter(ctx, tx)
			w.openSide = func(ctx context.Context) (*side, error) { return db.openSide(ctx, id) }
			err := w.takeTurn()
			if err == nil {
				err = work(w)
			}
			counts = w.counts
			committing = err == nil
			return nil, err
		}, carry(id))
		switch {
		case err != nil && committing && doubtful == nil:
			lost := counts
			doubtful = &lost
		case err == nil && doubtful != nil && !counts.changed():
			counts = *doubtful // it was committed
		}
		return err
	})
	if err != nil {
		return Counts{}, db.fault(ctx, err)
	}
	return counts, nil
}

// read collects the rows of a query as maps.
func (db *DB) read(ctx context.Context, statement cypher, params map[string]any) ([]row, error) {
	var list []row
	err := db.reading(ctx, func(tx driver.ManagedTransaction) error {
		var err error
		list, err = rows(ctx, tx, statement, params)
		return err
	})
	return list, err
}

// reading runs work in one transaction that only reads, and again from its start where that may help.
func (db *DB) reading(ctx context.Context, work func(tx driver.ManagedTransaction) error) error {
	err := db.try(ctx, func(id string) error {
		session := db.session(ctx, driver.AccessModeRead)
		defer session.Close(context.WithoutCancel(ctx))
		_, err := session.ExecuteRead(ctx, func(tx driver.ManagedTransaction) (any, error) {
			return nil, work(tx)
		}, carry(id))
		return err
	})
	if err != nil {
		return db.fault(ctx, err)
	}
	return nil
}

// fault is ctx's own error where ctx has ended, else an *Error.
func (db *DB) fault(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return db.explain(err)
}

// runner is a transaction.
type runner interface {
	Run(ctx context.Context, cypher string, params map[string]any) (driver.ResultWithContext, error)
}

// rows runs a query and returns its rows by column.
func rows(ctx context.Context, tx runner, statement cypher, params map[string]any) ([]row, error) {
	result, err := tx.Run(ctx, string(statement), params)
	if err != nil {
		return nil, err
	}
	var list []row
	for result.Next(ctx) {
		list = append(list, result.Record().AsMap())
	}
	return list, result.Err()
}

// row is one row of an answer, or another map that came from the database. A value that is missing or of another kind
// reads as zero: what we read, we have written.
type row map[string]any

func (r row) text(name string) string {
	s, _ := r[name].(string)
	return s
}

func (r row) number(name string) int {
	n, _ := r[name].(int64)
	return int(n)
}

func (r row) texts(name string) []string {
	list, _ := r[name].([]any)
	out := make([]string, 0, len(list))
	for _, x := range list {
		if s, ok := x.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

func (r row) numbers(name string) []int {
	list, _ := r[name].([]any)
	out := make([]int, 0, len(list))
	for _, x := range list {
		if n, ok := x.(int64); ok {
			out = append(out, int(n))
		}
	}
	return out
}

func (r row) row(name string) row {
	m, _ := r[name].(map[string]any)
	return m
}

func (r row) rows(name string) []row {
	list, _ := r[name].([]any)
	out := make([]row, 0, len(list))
	for _, x := range list {
		if m, ok := x.(map[string]any); ok {
			out = append(out, m)
		}
	}
	return out
}

// statements splits a file of Cypher at its semicolons, without comments.
func statements(file cypher) []cypher {
	var code strings.Builder
	for line := range strings.Lines(string(file)) {
		if !strings.HasPrefix(line, "//") {
			code.WriteString(line)
		}
	}
	var list []cypher
	for s := range strings.SplitSeq(code.String(), ";") {
		if s = strings.TrimSpace(s); s != "" {
			list = append(list, cypher(s))
		}
	}
	return list
}
