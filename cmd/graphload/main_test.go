package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain puts a graphload command on the PATH of the tests, which is this test binary under another name.
func TestMain(m *testing.M) {
	testscript.Main(suite{m}, map[string]func(){
		"graphload": func() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// suite ends the tests' Neo4j after the last test.
type suite struct{ m *testing.M }

func (s suite) Run() int {
	os.Unsetenv(envCAFile) // the tests' servers are not the developer's
	defer stopTestServer()
	return s.m.Run()
}
