package main

import (
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"graphload/internal/server"
)

// secret is a password that is told from all else, also where formats, quotes or escapes have been at it.
const secret = `Zk9-%s-%d'"` + "`" + `\u0041-geheim`

// tellsSecret reports whether a text holds the secret, or enough of it.
func tellsSecret(text string) bool {
	return strings.Contains(text, "Zk9-") || strings.Contains(text, "geheim")
}

// No failure tells the password, whatever the command and however the connection fails.
func TestSecretInNoOutput(t *testing.T) {
	good := testServer(t)
	mute, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer mute.Close()
	web := httptest.NewServer(http.NotFoundHandler())
	defer web.Close()
	file := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(file, []byte(secret+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	records := recordsFile(t, 0, 2)
	at := func(uri string) server.Info {
		return server.Info{URI: uri, Username: "nobody", Password: secret, Database: "neo4j"}
	}
	inURI := strings.NewReplacer("%", "%25", `"`, "%22", "`", "%60", `\`, "%5C").Replace(secret)
	commands := [][]string{
		{"status"}, {"query", "--cypher", "RETURN 1"}, {"load", "--retry-for", "0", records},
		{"schema"}, {"load", "--dry-run", records}, {"delete", "x"}, {"people", "--why", "x"}, {"query", "who-said-what"},
		{"verify"}, {"export", "--from-graph", "--out", filepath.Join(t.TempDir(), "out")}, {"status", "--password-file", file},
	}
	for i, test := range []struct {
		name string
		info server.Info
		code int
	}{
		{"wrong password", at(good.URI), exitAuth},
		{"wrong password, routed", at(strings.Replace(good.URI, "bolt", "neo4j", 1)), exitAuth},
		{"nobody there", at("bolt://127.0.0.1:1"), exitUnreachable},
		{"no such host", at("neo4j://no-such-host.invalid"), exitUnreachable},
		{"a web server", at("bolt://" + web.Listener.Addr().String()), exitUnreachable},
		{"encrypted where the server is not", at(strings.Replace(good.URI, "bolt", "bolt+s", 1)), exitUnreachable},
		{"in the address", at("bolt://nobody:" + inURI + "@127.0.0.1:1"), exitUsage},
		{"in the address as it is", at("bolt://nobody:" + secret + "@127.0.0.1:1"), exitUsage},
		{"in place of the port", at("bolt://nobody:" + inURI), exitUsage},
		{"in place of the address", at(secret), exitUsage},
		{"in the address's query", at("neo4j://127.0.0.1:1?password=" + inURI), exitUsage},
		{"in another scheme's address", at("http://nobody:" + inURI + "/"), exitUsage},
	} {
		if i > 0 {
			commands = commands[:3] // they fail at the same place
		}
		for _, args := range commands {
			code, out, told := runAt(t, test.info, args...)
			if code != test.code {
				t.Errorf("%s, %q: exit code %d, expected %d: %s", test.name, args, code, test.code, told)
			}
			if tellsSecret(out + told) {
				t.Errorf("%s, %q: the password is told: %s%s", test.name, args, out, told)
			}
		}
	}

	// A program that is made to crash tells where it was, and not what it held.
	l := exec.CommandContext(t.Context(), "graphload", "load", records)
	l.Env = append(os.Environ(), "GOTRACEBACK=all", envURI+"=bolt://"+mute.Addr().String(), envUsername+"=nobody",
		envPassword+"="+secret)
	var told strings.Builder
	l.Stdout, l.Stderr = &told, &told
	if err := l.Start(); err != nil {
		t.Fatal(err)
	}
	conn, err := mute.Accept() // it has begun
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := l.Process.Signal(syscall.SIGQUIT); err != nil {
		t.Fatal(err)
	}
	_ = l.Wait()
	if !strings.Contains(told.String(), "goroutine ") || tellsSecret(told.String()) {
		t.Errorf("a crash tells this: %s", &told)
	}
}

// The password of a local server is in no list of processes, not while it is made either, and on the disk in the file for it
// alone. A server that is made read-only then refuses with words, and nothing of what is there is lost.
func TestLocalServer(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "server")
	seen := watchCommandLines(t)
	own := startOwnServerIn(t, dir)
	path := recordsFile(t, 0, 20)
	startLoad(t, own.info, path).fine(t)
	file := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(file, []byte(own.info.Password+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	again := own.info
	again.Password = ""
	startLoad(t, again, "--password-file", file, path).fine(t)
	lines := seen()
	for _, wanted := range []string{"graphload\x00load", "\x00--password-file\x00"} {
		if !slices.ContainsFunc(lines, func(s string) bool { return strings.Contains(s, wanted) }) {
			t.Errorf("no process %q was seen", wanted)
		}
	}
	if own.info.Engine == server.Java && !slices.ContainsFunc(lines, func(s string) bool { return strings.Contains(s, "password.args") }) {
		t.Error("the process that sets the first password was not seen")
	}
	for _, line := range lines {
		if strings.Contains(line, own.info.Password) {
			t.Errorf("the list of processes had the password: %q", line)
		}
	}
	var holding []string
	if err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		if strings.Contains(string(data), own.info.Password) {
			holding = append(holding, strings.TrimPrefix(path, dir))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(holding, []string{"/settings.json"}) {
		t.Errorf("the password is in %q", holding)
	}

	before := dump(t, own.open(t))
	if err := own.srv.Stop(t.Context()); err != nil { // one that needs recovery cannot be read-only
		t.Fatal(err)
	}
	own.set("server.databases.default_to_read_only=true")
	own.start(t)
	for _, args := range [][]string{{"load", recordsFile(t, 20, 5)}, {"load", path}, {"delete", syntheticRecord(3).Article.Name}} {
		code, _, told := runAt(t, own.info, args...)
		unchanged := args[1] == path
		switch {
		case unchanged && code == exitFine: // there is nothing to write
		case code != exitFailure || strings.Count(told, "graphload: error: ") != 1 || !strings.Contains(told, "is read-only") ||
			!strings.Contains(told, "server.databases.default_to_read_only"):
			t.Errorf("%q at a read-only server: exit code %d: %s", args, code, told)
		}
	}
	for _, args := range [][]string{{"status"}, {"query", "people"}, {"schema"}, {"verify"},
		{"export", "--from-graph", "--out", filepath.Join(t.TempDir(), "out")}} {
		if code, out, told := runAt(t, own.info, args...); code != exitFine || out+told == "" {
			t.Errorf("%q at a read-only server: exit code %d: %s", args, code, told)
		}
	}
	sameGraph(t, "read-only", dump(t, own.open(t)), before)
}

// watchCommandLines notes the command lines of all processes until the function that it returns is called, which gives them,
// with NUL between the arguments.
func watchCommandLines(t *testing.T) func() []string {
	t.Helper()
	stop, done := make(chan struct{}), make(chan []string)
	go func() {
		seen := map[string]bool{}
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			files, _ := filepath.Glob("/proc/[0-9]*/cmdline")
			for _, file := range files {
				if line, err := os.ReadFile(file); err == nil { // else the process has ended
					seen[string(line)] = true
				}
			}
			select {
			case <-tick.C:
			case <-stop:
				list := make([]string, 0, len(seen))
				for line := range seen {
					list = append(list, line)
				}
				done <- list
				return
			}
		}
	}()
	return func() []string {
		close(stop)
		return <-done
	}
}
