package neo4j

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	mathrand "math/rand/v2"
	"net"
	"strings"
	"sync"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Patience says how long to go on when a database that has been opened does not answer any more, or turns a
// transaction down for a reason that passes: a lock, a restart, a change of leader. The zero value is a few seconds.
//
// Each try is a whole transaction, after what is left of the one before was ended. What is written is compared with
// what is stored first, so that a transaction of which nobody knows whether it was committed can be run again.
type Patience struct {
	For  time.Duration   // how long one transaction is tried; defaultPatience where 0
	Stop <-chan struct{} // ends a wait, but no transaction that is under way; may be nil
	Tell func(Waiting)   // is called when a wait for the database begins and when it ends; may be nil
}

// Waiting tells of a wait for the database.
type Waiting struct {
	Err error         // why; nil when the wait is over
	For time.Duration // for how long at most, or how long it took
}

const (
	defaultPatience = 30 * time.Second

	// Waits grow from the first to the longest, each changed at random by up to a half, so that several programs do not
	// come back at the same moment.
	firstWait   = 50 * time.Millisecond
	longestWait = 3 * time.Second

	// endWithin is how long the end of a lost transaction may take.
	endWithin = 5 * time.Second
)

// attemptKey is the name under which transactions carry what tells them from all others.
const attemptKey = "graphload"

// try runs a transaction, which has to carry the id that it is given, until it succeeds, fails for good, or patience is
// at its end. An error is of the driver's kind, or a *gaveUpError.
func (db *DB) try(ctx context.Context, transaction func(id string) error) error {
	var began time.Time // of the first failure
	wait := firstWait
	for {
		id := rand.Text()
		err := transaction(id)
		if err == nil || ctx.Err() != nil || !passes(err) {
			if err == nil || !lost(err) {
				db.outage.ends(db.config.Patience.Tell)
			}
			return err
		}
		if began.IsZero() {
			began = time.Now()
		}
		limit := db.config.Patience.limit(lost(err))
		if lost(err) {
			db.outage.begins(db.config.Patience.Tell, Waiting{Err: db.explain(err), For: limit})
		}
		pause := time.Duration(float64(wait) * (0.5 + mathrand.Float64()))
		if time.Since(began)+pause > limit {
			return &gaveUpError{err: err, after: limit}
		}
		wait = min(2*wait, longestWait)
		if !db.pause(ctx, pause) {
			return err
		}
		if lost(err) {
			db.end(ctx, id)
		}
	}
}

// limit is how long to try. What another transaction stands in the way of always gets some seconds.
func (p Patience) limit(lost bool) time.Duration {
	switch {
	case p.For == 0:
		return defaultPatience
	case !lost:
		return max(p.For, defaultPatience)
	}
	return p.For
}

// pause waits, and returns false where it was stopped.
func (db *DB) pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
	case <-db.config.Patience.Stop:
	}
	return false
}

// outage is a time without the database, told once, whoever else waits for it meanwhile.
type outage struct {
	mu    sync.Mutex
	began time.Time // zero while the database is there
}

func (o *outage) begins(tell func(Waiting), w Waiting) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.began.IsZero() {
		return
	}
	o.began = time.Now()
	if tell != nil {
		tell(w)
	}
}

func (o *outage) ends(tell func(Waiting)) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.began.IsZero() {
		return
	}
	took := time.Since(o.began)
	o.began = time.Time{}
	if tell != nil {
		tell(Waiting{For: took})
	}
}

// end ends a transaction whose connection is lost, if the server has not noticed: its locks would be held for ever. That
// it cannot be done now is no fault; the next try tells what is wrong.
func (db *DB) end(ctx context.Context, id string) {
	ctx, cancel := context.WithTimeout(ctx, endWithin)
	defer cancel()
	session := db.session(ctx, driver.AccessModeRead)
	defer session.Close(context.WithoutCancel(ctx))
	result, err := session.Run(ctx, string(endTransaction), map[string]any{"key": attemptKey, "id": id})
	if err == nil {
		_, _ = result.Consume(ctx)
	}
}

// transactionLimit ends a transaction on the server whose client has gone without a word, and whose locks would be held
// for ever otherwise. A batch takes about a second.
const transactionLimit = 10 * time.Minute

// carry gives a transaction its id and its limit.
func carry(id string) func(*driver.TransactionConfig) {
	return func(c *driver.TransactionConfig) {
		c.Timeout = transactionLimit
		c.Metadata = map[string]any{attemptKey: id}
	}
}

// gaveUpError is a failure that did not pass in time.
type gaveUpError struct {
	err   error
	after time.Duration
}

func (e *gaveUpError) Error() string { return fmt.Sprintf("%v; tried for %v", e.err, e.after) }

func (e *gaveUpError) Unwrap() error { return e.err }

// passes reports whether the same transaction may succeed later.
func passes(err error) bool {
	if lost(err) || errors.Is(err, errVanished) {
		return true
	}
	server, ok := serverError(err)
	if !ok {
		return false
	}
	switch {
	case server.Code == "Neo.TransientError.General.MemoryPoolOutOfMemoryError", // it asks for too much, also the next time
		forbidsWrites(err): // the driver hopes for another member of a cluster
		return false
	}
	return server.IsRetriable()
}

// lost reports whether an error says that the database is not there: no connection, or a server that stops or starts.
func lost(err error) bool { return disconnected(err) || paused(err) }

// disconnected reports whether an error is of the connection. The driver calls most of these, but not all, by its own name.
func disconnected(err error) bool {
	var connectivity *driver.ConnectivityError
	var network net.Error
	err = last(err)
	return errors.As(err, &connectivity) || errors.As(err, &network) || errors.Is(err, io.EOF) ||
		errors.Is(err, io.ErrUnexpectedEOF) || strings.Contains(err.Error(), silence)
}

// silence is in the text of the driver's error of a server that was heard no more of, whose type is its own.
const silence = "Timeout while reading from connection"

// paused reports whether the server answers, and its database is not available: it is about to stop, or starting.
func paused(err error) bool {
	server, ok := serverError(err)
	if !ok {
		return false
	}
	switch server.Code {
	case "Neo.TransientError.General.DatabaseUnavailable",
		"Neo.TransientError.Database.DatabaseUnavailable",
		"Neo.ClientError.Transaction.Terminated", "Neo.ClientError.Transaction.LockClientStopped",
		"Neo.ClientError.Cluster.NotALeader":
		return true
	}
	return strings.HasPrefix(server.Code, "Neo.TransientError.Cluster.")
}

func serverError(err error) (*driver.Neo4jError, bool) {
	var server *driver.Neo4jError
	ok := errors.As(last(err), &server)
	return server, ok
}

// last returns the last one of the errors of what the driver tried again and again.
func last(err error) error {
	var limit *driver.TransactionExecutionLimit
	if errors.As(err, &limit) && len(limit.Errors) > 0 {
		return limit.Errors[len(limit.Errors)-1]
	}
	return err
}
