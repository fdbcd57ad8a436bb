package main

import (
	"errors"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"
	"github.com/rogpeppe/go-internal/testscript"

	"graphload/samples"
)

// The scripts in testdata/script need no database.
func TestScripts(t *testing.T) {
	testscript.Run(t, params("script", nil))
}

// The scripts in testdata/database use the tests' Neo4j, each an empty one.
func TestDatabaseScripts(t *testing.T) {
	info := testServer(t)
	testscript.RunT(serial{t}, params("database", func(env *testscript.Env) error {
		emptyDatabase(env.T().(testing.TB))
		env.Values[testKey{}] = env.T()
		env.Setenv(envURI, info.URI)
		env.Setenv(envUsername, info.Username)
		env.Setenv(envPassword, info.Password)
		env.Setenv(envDatabase, info.Database)
		return nil
	}))
}

// The scripts in testdata/local start a Neo4j of their own, in a data folder and on ports of their own.
func TestLocalScripts(t *testing.T) {
	testServer(t) // what it gets from the network, the local ones find in the cache
	testscript.RunT(serial{t}, params("local", func(env *testscript.Env) error {
		bolt, web, err := freePorts()
		if err != nil {
			return err
		}
		env.Setenv("BOLT", strconv.Itoa(bolt))
		env.Setenv("HTTP", strconv.Itoa(web))
		env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
		env.Setenv("XDG_CACHE_HOME", xdg.CacheHome)
		env.Setenv("HOME", xdg.Home)
		env.Defer(func() { wipe(env) })
		return nil
	}))
}

// wipe ends what a script that failed has left running.
func wipe(env *testscript.Env) {
	cmd := exec.Command("graphload", "db", "wipe", "--yes")
	cmd.Env = env.Vars
	if out, err := cmd.CombinedOutput(); err != nil {
		env.T().Log("wipe: ", err, string(out))
	}
}

// params are those of the scripts in one folder. Every script finds the sample articles in $WORK/samples.
func params(folder string, setup func(*testscript.Env) error) testscript.Params {
	return testscript.Params{
		Dir:                 filepath.Join("testdata", folder),
		RequireUniqueNames:  true,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			for _, name := range []string{envURI, envUsername, envPassword, envDatabase, envCAFile} {
				env.Setenv(name, "")
			}
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "no-data"))
			env.Setenv("COLUMNS", "120")
			if err := os.CopyFS(filepath.Join(env.WorkDir, "samples"), samples.Articles()); err != nil {
				return err
			}
			if setup == nil {
				return nil
			}
			return setup(env)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"cypher":   cypher,
			"exits":    exits,
			"generate": generate,
			"fetch":    fetch,
			"fill":     fill,
			"mode":     mode,
			"mute":     mute,
		},
	}
}

// serial runs scripts one after the other: they share a database.
type serial struct{ *testing.T }

func (serial) Parallel()     {}
func (serial) Verbose() bool { return testing.Verbose() }
func (s serial) Run(name string, f func(testscript.T)) {
	s.T.Run(name, func(t *testing.T) { f(serial{t}) })
}

// exits runs a command that has to end with an exit code, and where told within a time:
//
//	exits CODE [within DURATION] COMMAND...
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE [within DURATION] COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	args = args[1:]
	limit := time.Duration(0)
	if args[0] == "within" && len(args) > 2 {
		limit, err = time.ParseDuration(args[1])
		ts.Check(err)
		args = args[2:]
	}
	start := time.Now()
	err = ts.Exec(args[0], args[1:]...)
	took := time.Since(start)
	code := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		code = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%s: %v", args[0], err)
	}
	if code != want {
		ts.Fatalf("exit code %d, expected %d", code, want)
	}
	if limit > 0 && took > limit {
		ts.Fatalf("took %v, expected %v at most", took, limit)
	}
}

// testKey is the key of the value of a script in testdata/database that is its test.
type testKey struct{}

// cypher changes the tests' database as another program than graphload would:
//
//	cypher STATEMENT
func cypher(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: cypher STATEMENT")
	}
	t := ts.Value(testKey{}).(testing.TB)
	asAnother(t, testServer(t), args[0])
}

// generate writes articles as JSON Lines:
//
//	generate FILE FIRST COUNT
func generate(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: generate FILE FIRST COUNT")
	}
	first, err := strconv.Atoi(args[1])
	ts.Check(err)
	count, err := strconv.Atoi(args[2])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(writeGenerated(f, first, count))
	ts.Check(f.Close())
}

// fetch gets a page that has to be there and to hold a text:
//
//	fetch URL TEXT
func fetch(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: fetch URL TEXT")
	}
	client := http.Client{Timeout: 30 * time.Second}
	resp, err := client.Get(args[0])
	ts.Check(err)
	defer resp.Body.Close()
	page, err := io.ReadAll(resp.Body)
	ts.Check(err)
	if resp.StatusCode != http.StatusOK || !strings.Contains(string(page), args[1]) {
		ts.Fatalf("%s: %s, without %q", args[0], resp.Status, args[1])
	}
}

// fill writes a file of a size out of repeated bytes, given as a Go string without its quotes:
//
//	fill FILE SIZE BYTES
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: fill FILE SIZE BYTES")
	}
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	unit, err := strconv.Unquote(`"` + args[2] + `"`)
	ts.Check(err)
	data := make([]byte, 0, size+len(unit))
	for len(data) < size {
		data = append(data, unit...)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data[:size], 0o666))
}

// mode checks the permissions of a file:
//
//	mode OCTAL FILE
func mode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: mode OCTAL FILE")
	}
	want, err := strconv.ParseUint(args[0], 8, 32)
	ts.Check(err)
	info, err := os.Stat(ts.MkAbs(args[1]))
	ts.Check(err)
	if got := info.Mode().Perm(); got != fs.FileMode(want) {
		ts.Fatalf("%s has mode %o, expected %o", args[1], got, want)
	}
}

// mute starts a server that takes connections and never says a word, and sets $MUTE to its address.
func mute(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: mute")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Defer(func() { l.Close() })
	ts.Setenv("MUTE", l.Addr().String())
}
