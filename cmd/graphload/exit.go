package main

import (
	"context"
	"errors"
	"fmt"

	"graphload/internal/graph/neo4j"
)

// The exit codes.
const (
	exitFine        = 0
	exitPartly      = 1   // some articles failed, the others are done
	exitFailure     = 2   // anything that has no code of its own
	exitUnreachable = 3   // the database does not answer
	exitAuth        = 4   // the database refuses user name and password
	exitUnsound     = 5   // "graphload verify" found what is not repaired
	exitUsage       = 64  // the command line is wrong
	exitInterrupted = 130 // stopped by Ctrl-C or a request to end
)

// fault is how an error looks to the user beside its message.
type fault struct {
	code  int
	hint  string
	quiet bool // the error was told already
}

// faultOf is the one table from errors to exit codes and hints. The first row that fits holds. The command is what the
// user typed of it, such as "graphload db start".
func faultOf(err error, command string) fault {
	var usage usageError
	var interrupted interruptedError
	switch {
	case err == nil:
		return fault{code: exitFine}
	case errors.As(err, &interrupted):
		return fault{code: exitInterrupted,
			hint: "nothing is half done; the same command finishes the work"}
	case errors.Is(err, errPartly):
		return fault{code: exitPartly, quiet: true}
	case errors.Is(err, errUnsound):
		return fault{code: exitUnsound, quiet: true}
	case errors.As(err, &usage):
		return fault{code: exitUsage, hint: fmt.Sprintf(`"%s --help" says what goes`, command)}
	case errors.Is(err, neo4j.ErrAuth):
		return fault{code: exitAuth, hint: "user name and password come from --username and --password-file, " +
			"or NEO4J_USERNAME and NEO4J_PASSWORD"}
	case errors.Is(err, neo4j.ErrUntrusted):
		return fault{code: exitFailure, hint: "the certificate has to be valid for the host's name; --ca-file FILE or " +
			"NEO4J_CA_FILE names the authority that signed it, where this system does not know it"}
	case errors.Is(err, neo4j.ErrUnreachable):
		return fault{code: exitUnreachable, hint: `"graphload db start" starts a local database; ` +
			"--uri or NEO4J_URI names another one"}
	}
	return fault{code: exitFailure}
}

// errPartly says that some articles failed. Each was told with its own line when it did.
var errPartly = errors.New("some articles failed")

// errUnsound says that the graph differs from its evidence. Each finding was told.
var errUnsound = errors.New("the graph is not sound")

// usageError is a fault in the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// interruptedError is what a command returns that stopped because it was asked to.
type interruptedError struct{ error }

func (e interruptedError) Unwrap() error { return e.error }

func (e interruptedError) Error() string {
	if errors.Is(e.error, context.Canceled) {
		return "interrupted"
	}
	return "interrupted: " + e.error.Error()
}
