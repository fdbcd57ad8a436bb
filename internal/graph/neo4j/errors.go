package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Kind says what went wrong.
type Kind int

// The kinds of errors.
const (
	Other       Kind = iota // the server failed at what it was asked
	Unreachable             // nothing that speaks Bolt answers at the address
	Auth                    // user name and password are refused, or the user may not do it
	Query                   // the Cypher of the user is wrong, or writes
	Database                // the server has no such database
	Untrusted               // the server's certificate is not valid, or nobody trusted vouches for it
	Broken                  // the server cannot go on before it is started again
)

// To be told by errors.Is.
var (
	ErrUnreachable = errors.New("the database does not answer")
	ErrAuth        = errors.New("the database refuses user name and password")
	ErrQuery       = errors.New("the query is wrong")
	ErrDatabase    = errors.New("there is no such database")
	ErrUntrusted   = errors.New("the server's certificate is not trusted")
	ErrBroken      = errors.New("the database cannot go on before it is started again")
)

// Error is a fault of the database or of what it was asked. It never holds the password.
type Error struct {
	Kind    Kind
	Message string // what happened, to what
	Hint    string // what to do, or empty
	Err     error
}

func (e *Error) Error() string {
	if e.Hint == "" {
		return e.Message
	}
	return e.Message + "; " + e.Hint
}

func (e *Error) Unwrap() error { return e.Err }

// Is matches the error of the kind.
func (e *Error) Is(target error) bool {
	switch target {
	case ErrUnreachable:
		return e.Kind == Unreachable
	case ErrAuth:
		return e.Kind == Auth
	case ErrQuery:
		return e.Kind == Query
	case ErrDatabase:
		return e.Kind == Database
	case ErrUntrusted:
		return e.Kind == Untrusted
	case ErrBroken:
		return e.Kind == Broken
	}
	return false
}

// addressError is of an address that the driver cannot even parse.
func addressError(c Config, err error) error {
	return &Error{Kind: Unreachable, Err: err,
		Message: fmt.Sprintf("cannot use %q as the address of Neo4j: %v", c.URI, err),
		Hint:    "give it as bolt://HOST:7687 or neo4j://HOST:7687, with +s after the scheme for TLS"}
}

// otherProtocol is the hint where something listens and does not speak.
const otherProtocol = "check that it is Neo4j, and whether its address takes TLS (bolt+s://) or not (bolt://)"

// explain makes an *Error of what the driver says.
func (db *DB) explain(err error) error {
	if err == nil {
		return nil
	}
	var known *Error
	if errors.As(err, &known) {
		return err
	}
	var gaveUp *gaveUpError
	if errors.As(err, &gaveUp) {
		return db.explainGivenUp(gaveUp)
	}
	err = last(err)
	uri := db.config.URI
	var server *driver.Neo4jError
	if errors.As(err, &server) {
		return db.explainServer(server, err)
	}
	text := err.Error() // the driver keeps only the text of what went wrong below it
	e := &Error{Kind: Unreachable, Err: err,
		Message: fmt.Sprintf("Neo4j at %s cannot be reached: %s", uri, firstLine(text))}
	var usage *driver.UsageError
	var connectivity *driver.ConnectivityError
	_, certificate, untrusted := strings.Cut(firstLine(text), "x509: ")
	switch {
	case untrusted:
		e.Kind = Untrusted
		e.Message = fmt.Sprintf("Neo4j at %s shows a certificate that is not trusted: %s", uri, certificate)
	case strings.Contains(text, "server responded HTTP"):
		e.Message = fmt.Sprintf("%s is a web server, not Neo4j's Bolt port", uri)
		e.Hint = "Bolt is on port 7687 unless the server is set up otherwise"
	case strings.Contains(text, context.DeadlineExceeded.Error()) || strings.Contains(text, "i/o timeout"):
		e.Message = fmt.Sprintf("what listens at %s does not answer", uri)
		e.Hint = otherProtocol
	case strings.Contains(text, "no such host"):
		e.Message = fmt.Sprintf("the host of %s is not known", uri)
		e.Hint = "check the host's name"
	case strings.Contains(text, "connection refused"):
		e.Message = fmt.Sprintf("nothing listens at %s", uri)
		e.Hint = "check that Neo4j is running there"
	case strings.HasSuffix(text, "EOF"):
		e.Message = fmt.Sprintf("what listens at %s hung up", uri)
		e.Hint = otherProtocol
	case strings.Contains(text, "TLS"):
		e.Hint = "bolt:// and neo4j:// go without TLS, bolt+s:// and neo4j+s:// with it"
	case errors.As(err, &usage) && !errors.As(err, &connectivity):
		e.Kind = Other
		e.Message = "the database driver refuses a value: " + firstLine(text)
	}
	return e
}

// explainGivenUp says also for how long it was tried. A database that could not be had all the time counts as
// unreachable, whatever the server said of it.
func (db *DB) explainGivenUp(gaveUp *gaveUpError) error {
	err := db.explain(gaveUp.err)
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	told := *e
	told.Message = fmt.Sprintf("%s; tried for %v", e.Message, gaveUp.after)
	if lost(gaveUp.err) {
		told.Kind = Unreachable
	}
	return &told
}

// needsRestart is how the server says, under several codes, that it stopped at an earlier fault.
const needsRestart = "critical error, and needs to be restarted"

// forbidsWrites reports whether an error says that the whole database is read-only.
func forbidsWrites(err error) bool {
	server, ok := serverError(err)
	return ok && (server.Code == "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" ||
		server.Code == "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase")
}

func (db *DB) explainServer(server *driver.Neo4jError, err error) error {
	e := &Error{Kind: Other, Err: err, Message: "Neo4j: " + server.Msg}
	code := server.Code
	switch {
	case code == "Neo.ClientError.Security.AuthenticationRateLimit":
		e.Kind = Auth
		e.Message = fmt.Sprintf("Neo4j at %s accepts no login for some seconds after several wrong passwords", db.config.URI)
		e.Hint = "wait, then try again with the right one"
	case code == "Neo.ClientError.Security.CredentialsExpired":
		e.Kind = Auth
		e.Message = fmt.Sprintf("the password of %q has to be changed first", db.config.Username)
		e.Hint = "change it in Neo4j Browser or by cypher-shell"
	case code == "Neo.ClientError.Security.Forbidden":
		e.Kind = Auth
		e.Message = fmt.Sprintf("user %q may not do this: %s", db.config.Username, server.Msg)
	case strings.HasPrefix(code, "Neo.ClientError.Security.") && db.config.Username == "":
		e.Kind = Auth
		e.Message = fmt.Sprintf("Neo4j at %s asks for user name and password, and none is given", db.config.URI)
	case strings.HasPrefix(code, "Neo.ClientError.Security."):
		e.Kind = Auth
		e.Message = fmt.Sprintf("Neo4j at %s refuses the password of user %q", db.config.URI, db.config.Username)
		e.Hint = "check user name and password"
	case code == "Neo.ClientError.Database.DatabaseNotFound":
		e.Kind = Database
		e.Message = fmt.Sprintf("Neo4j at %s has no database %q", db.config.URI, db.config.Database)
		e.Hint = `Community Edition has one, named "neo4j" unless it is set up otherwise`
	case forbidsWrites(err):
		e.Message = fmt.Sprintf("the database %q of Neo4j at %s is read-only", db.config.Database, db.config.URI)
		e.Hint = "the server's settings server.databases.read_only and server.databases.default_to_read_only make it so"
	case code == "Neo.ClientError.Statement.AccessMode":
		return writeRefused()
	case strings.HasPrefix(code, "Neo.ClientError.Statement.") || strings.HasPrefix(code, "Neo.ClientError.Procedure."):
		e.Kind = Query
		e.Message = server.Msg
	case code == "Neo.DatabaseError.Transaction.TransactionLogError", strings.Contains(server.Msg, needsRestart):
		e.Kind = Broken
		e.Hint = "the server cannot write: see whether its disk is full, and start it again when there is room"
	case code == "Neo.TransientError.General.MemoryPoolOutOfMemoryError":
		e.Hint = "give the server more memory, or ask for less at once"
	}
	return e
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
