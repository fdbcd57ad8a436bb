package neo4j

import (
	"errors"
	"fmt"
	"io"
	"net"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestLost(t *testing.T) {
	for name, test := range map[string]struct {
		err  error
		lost bool
	}{
		"hung up":       {fmt.Errorf("read: %w", io.EOF), true},
		"no connection": {&net.OpError{Op: "dial", Err: errors.New("connection refused")}, true},
		"silent": {errors.New("Timeout while reading from connection [server-side timeout hint: 10s, user-provided context deadline: N/A]: " +
			"read tcp 127.0.0.1:1->127.0.0.1:2: i/o timeout"), true},
		"starting":    {&driver.Neo4jError{Code: "Neo.TransientError.General.DatabaseUnavailable"}, true},
		"wrong query": {&driver.Neo4jError{Code: "Neo.ClientError.Statement.SyntaxError"}, false},
		"anything":    {errors.New("the value is too large"), false},
	} {
		if got := lost(test.err); got != test.lost {
			t.Errorf("%s: %t", name, got)
		}
		if test.lost && !passes(test.err) {
			t.Errorf("%s: is given up at once", name)
		}
	}
}
