//go:build unix

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"graphload"
	"graphload/internal/graph/neo4j"
	"graphload/internal/server"
)

// ownServer is a Neo4j that one test may kill, stop and start again, with settings of its own.
type ownServer struct {
	srv  *server.Server
	conf server.Config
	info server.Info

	scheme string // how clients reach it
	files  string // a folder that a container gets to see, or empty
	most   int    // bytes that a file of a container may grow to, or 0; see limitFiles
}

// startOwnServer starts an empty Neo4j with further settings, "name=value", and ends it with the test.
func startOwnServer(t *testing.T, settings ...string) *ownServer {
	t.Helper()
	return startOwnServerIn(t, filepath.Join(t.TempDir(), "server"), settings...)
}

// startOwnServerIn keeps the server's data in a folder.
func startOwnServerIn(t *testing.T, dir string, settings ...string) *ownServer {
	t.Helper()
	o := newOwnServer(t, dir)
	o.set(settings...)
	o.start(t)
	return o
}

// newOwnServer makes a server that is still to be set and started.
func newOwnServer(t *testing.T, dir string) *ownServer {
	t.Helper()
	if err := server.Prepare(t.Context(), os.Stderr); err != nil {
		t.Fatal(err)
	}
	bolt, web, err := freePorts()
	if err != nil {
		t.Fatal(err)
	}
	o := &ownServer{conf: server.Config{Dir: dir, BoltPort: bolt, HTTPPort: web, Attached: true}, scheme: "bolt"}
	// Not the test's context, which has ended when this runs.
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		if err := o.srv.Wipe(ctx); err != nil {
			t.Error(err)
		}
	})
	return o
}

// address is the server's for a scheme.
func (o *ownServer) address(scheme string) string {
	return fmt.Sprintf("%s://127.0.0.1:%d", scheme, o.conf.BoltPort)
}

// set changes the settings that the next start takes.
func (o *ownServer) set(settings ...string) {
	o.conf.Settings = settings
	const last = `      NEO4J_dbms_usage__report_enabled: "false"` + "\n"
	env := last
	for _, s := range settings {
		name, value, _ := strings.Cut(s, "=")
		name = strings.ReplaceAll(strings.ReplaceAll(name, "_", "__"), ".", "_")
		env += fmt.Sprintf("      NEO4J_%s: %q\n", name, value)
	}
	if o.most > 0 {
		env += `      NEO4J_db_tx__log_preallocate: "false"` + "\n" // a file of 256 MB else
	}
	if server.DockerAnswers(context.Background()) {
		o.conf.Compose = strings.Replace(graphload.Compose(), last, env, 1)
		if o.files != "" {
			const data = "      - data:/data\n"
			o.conf.Compose = strings.Replace(o.conf.Compose, data, fmt.Sprintf("%s      - %s:%[2]s:ro\n", data, o.files), 1)
		}
		if o.most > 0 {
			const grace = "    stop_grace_period: 1m\n"
			o.conf.Compose = strings.Replace(o.conf.Compose, grace, fmt.Sprintf("%s    ulimits:\n      fsize: %d\n", grace, o.most), 1)
		}
	}
	srv, err := server.New(o.conf)
	if err != nil {
		panic(err) // the configuration is the test's own
	}
	o.srv = srv
}

func (o *ownServer) start(t *testing.T) {
	t.Helper()
	var err error
	if o.info, err = o.srv.Start(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	o.info.URI = o.address(o.scheme)
	// A cold server on a busy machine may take its time over the first question.
	waitFor(t, "an answer of the database", func() bool {
		db, err := neo4j.Open(t.Context(), configOf(o.info))
		if err != nil {
			return false
		}
		_ = db.Close(t.Context())
		return true
	})
}

// kill ends the server at once, as a power cut does.
func (o *ownServer) kill(t *testing.T) {
	t.Helper()
	if o.info.Engine == server.Docker {
		port := o.conf.BoltPort
		out, err := exec.CommandContext(t.Context(), "sh", "-c",
			fmt.Sprintf("docker kill $(docker ps --quiet --filter publish=%d)", port)).CombinedOutput()
		if err != nil {
			t.Fatalf("kill the container at port %d: %v\n%s", port, err, out)
		}
		return
	}
	if err := syscall.Kill(o.pid(t), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	waitFor(t, "the server's end", func() bool {
		status, err := o.srv.Status(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return status.State == server.Stopped
	})
}

// pid is the process of a server on Java.
func (o *ownServer) pid(t *testing.T) int {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(o.conf.Dir, "server.pid"))
	if err != nil {
		t.Fatal(err)
	}
	var process struct {
		PID int `json:"pid"`
	}
	if err := json.Unmarshal(data, &process); err != nil || process.PID <= 1 {
		t.Fatalf("the server's process: %s: %v", data, err)
	}
	return process.PID
}

// open opens the server's database.
func (o *ownServer) open(t *testing.T) *neo4j.DB { return openAt(t, o.info) }

func configOf(info server.Info) neo4j.Config {
	return neo4j.Config{URI: info.URI, Username: info.Username, Password: info.Password, Database: info.Database}
}

// openAt opens a database for the time of a test.
func openAt(t *testing.T, info server.Info) *neo4j.DB {
	t.Helper()
	db, err := neo4j.Open(t.Context(), configOf(info))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.Background()) }) // its server may have gone
	return db
}
