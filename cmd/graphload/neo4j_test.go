package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/testcontainers/testcontainers-go"
	"github.com/testcontainers/testcontainers-go/wait"

	"graphload/internal/server"
)

// shared is the one Neo4j of this package's tests: started by the first test that asks, ended by TestMain.
var shared struct {
	once sync.Once
	info server.Info
	stop func(context.Context) error
	err  error
}

// olderLabel is a label that the tests' server knew before graphload's, and so tells first of a node that has both.
const olderLabel = "Older"

// testServer gives the Neo4j of this package's tests. Tests that use it share its one database, so they do not run in
// parallel, and begin with emptyDatabase.
func testServer(t testing.TB) server.Info {
	t.Helper()
	shared.once.Do(func() {
		// Not the test's context: the server outlives it.
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
		defer cancel()
		if server.DockerAnswers(ctx) {
			shared.info, shared.stop, shared.err = startContainer(ctx)
		} else {
			shared.info, shared.stop, shared.err = startJava(ctx)
		}
		if shared.err == nil {
			asAnother(t, shared.info, "CREATE (n:"+olderLabel+") DELETE n")
		}
	})
	if shared.err != nil {
		t.Fatalf("no Neo4j to test with: %v", shared.err)
	}
	return shared.info
}

// stopTestServer ends the server of testServer, if there is one. TestMain calls it after the tests.
func stopTestServer() {
	if shared.stop == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	if err := shared.stop(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "stop the tests' Neo4j:", err)
	}
}

func startContainer(ctx context.Context, with ...testcontainers.ContainerCustomizer) (server.Info, func(context.Context) error, error) {
	const bolt, web = "7687/tcp", "7474/tcp"
	info := server.Info{Username: "neo4j", Password: rand.Text(), Database: "neo4j", Engine: server.Docker}
	c, err := testcontainers.Run(ctx, "neo4j:5.26-community", append(with,
		testcontainers.WithExposedPorts(bolt, web),
		testcontainers.WithEnv(map[string]string{"NEO4J_AUTH": info.Username + "/" + info.Password}),
		testcontainers.WithWaitStrategyAndDeadline(3*time.Minute, wait.ForLog("Started."), wait.ForListeningPort(bolt)))...)
	stop := func(ctx context.Context) error {
		return testcontainers.TerminateContainer(c, testcontainers.StopContext(ctx))
	}
	if err != nil {
		return info, stop, err
	}
	var errURI, errBrowser error
	info.URI, errURI = c.PortEndpoint(ctx, bolt, "bolt")
	info.BrowserURL, errBrowser = c.PortEndpoint(ctx, web, "http")
	info.BrowserURL += "/browser/"
	return info, stop, errors.Join(errURI, errBrowser)
}

func startJava(ctx context.Context) (server.Info, func(context.Context) error, error) {
	if err := server.Prepare(ctx, os.Stderr); err != nil {
		return server.Info{}, nil, err
	}
	bolt, web, err := freePorts()
	if err != nil {
		return server.Info{}, nil, err
	}
	dir, err := os.MkdirTemp("", "graphload-test-*")
	if err != nil {
		return server.Info{}, nil, err
	}
	remove := func(context.Context) error { return os.RemoveAll(dir) }
	srv, err := server.New(server.Config{Dir: dir, BoltPort: bolt, HTTPPort: web, Attached: true})
	if err != nil {
		return server.Info{}, remove, err
	}
	info, err := srv.Start(ctx, os.Stderr)
	return info, func(ctx context.Context) error { return errors.Join(srv.Stop(ctx), os.RemoveAll(dir)) }, err
}

// freePorts gives two ports that nothing listens on. The system deals them out in turn, so tests of several
// checkouts at once do not meet.
func freePorts() (int, int, error) {
	var ports [2]int
	for i := range ports {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return 0, 0, err
		}
		defer l.Close() // after both are known, so that they differ
		ports[i] = l.Addr().(*net.TCPAddr).Port
	}
	return ports[0], ports[1], nil
}

// emptyDatabase removes every node and relationship of the tests' server. Constraints and indexes stay.
func emptyDatabase(t testing.TB) {
	t.Helper()
	emptyAt(t, testServer(t))
}

func emptyAt(t testing.TB, info server.Info) {
	t.Helper()
	// A transaction of its own for each batch, which only an auto-commit query can have.
	asAnother(t, info, "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")
}

// asAnother runs statements in the way of another program than graphload.
func asAnother(t testing.TB, info server.Info, statements ...string) {
	t.Helper()
	for _, statement := range statements {
		if err := tryAsAnother(t, info, statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// openSession opens a session of another program than ours until the test ends.
func openSession(t testing.TB, info server.Info) neo4j.SessionWithContext {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(info.URI, neo4j.BasicAuth(info.Username, info.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	session := driver.NewSession(t.Context(), neo4j.SessionConfig{DatabaseName: info.Database})
	t.Cleanup(func() {
		ctx := context.Background()
		session.Close(ctx)
		driver.Close(ctx)
	})
	return session
}

// tryAsAnother runs a statement that may fail.
func tryAsAnother(t testing.TB, info server.Info, statement string) error {
	t.Helper()
	ctx := t.Context()
	driver, err := neo4j.NewDriverWithContext(info.URI, neo4j.BasicAuth(info.Username, info.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(ctx)
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: info.Database})
	defer session.Close(ctx)
	result, err := session.Run(ctx, statement, nil)
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}

// runAt runs the program within the test against a server, and returns what it said.
func runAt(t testing.TB, info server.Info, args ...string) (code int, out, errOut string) {
	t.Helper()
	t.Setenv(envURI, info.URI)
	t.Setenv(envUsername, info.Username)
	t.Setenv(envPassword, info.Password)
	t.Setenv(envDatabase, info.Database)
	var stdout, stderr strings.Builder
	code = run(args, strings.NewReader(""), &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}
