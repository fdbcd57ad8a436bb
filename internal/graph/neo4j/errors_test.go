package neo4j

import (
	"errors"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// The codes and messages are those of a Neo4j 5.26 whose disk was full.
func TestExplainBroken(t *testing.T) {
	db := &DB{}
	for _, server := range []driver.Neo4jError{
		{Code: "Neo.DatabaseError.Transaction.TransactionLogError", Msg: "Could not append transaction to log."},
		{Code: "Neo.DatabaseError.General.UnknownError", Msg: "The database has encountered a critical error, and needs to be restarted. Please see database logs for more details."},
	} {
		if err := db.explain(&server); !errors.Is(err, ErrBroken) || errors.Is(err, ErrUnreachable) {
			t.Errorf("%s: %v", server.Code, err)
		}
	}
	if err := db.explain(&driver.Neo4jError{Code: "Neo.DatabaseError.General.UnknownError", Msg: "anything"}); errors.Is(err, ErrBroken) {
		t.Errorf("another fault: %v", err)
	}
}
