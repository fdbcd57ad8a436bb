//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"graphload/internal/graph/neo4j"
)

// program is a graphload command on the tests' Neo4j.
func program(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	info := testServer(t)
	cmd := exec.CommandContext(t.Context(), "graphload", args...)
	cmd.Env = append(os.Environ(), envURI+"="+info.URI, envUsername+"="+info.Username, envPassword+"="+info.Password,
		envDatabase+"="+info.Database)
	return cmd
}

// loadFile runs load on a file and returns its summary, with the command for what else it did.
func loadFile(t testing.TB, path string) (summary, *exec.Cmd) {
	t.Helper()
	cmd := program(t, "load", "--format", "json", path)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("load: %v\n%s", err, stderrOf(err))
	}
	var s summary
	if err := json.Unmarshal(out, &s); err != nil {
		t.Fatalf("summary %q: %v", out, err)
	}
	return s, cmd
}

func generatedFile(t *testing.T, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "articles.jsonl")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(writeGenerated(f, 0, n), f.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// A thousand articles are loaded in one run, and what it took is told.
func TestLoadThousand(t *testing.T) {
	emptyDatabase(t)
	const articles = 1000
	path := generatedFile(t, articles)
	s, cmd := loadFile(t, path)
	if s.Articles.New != articles || s.Articles.Failed != 0 {
		t.Errorf("articles %+v, expected %d new ones", s.Articles, articles)
	}
	peak := peakMemory(cmd.ProcessState)
	t.Logf("measured: load of %d articles: %.0f articles/s, %d nodes, %d relationships, peak memory %d MB", articles,
		articles/s.Seconds, s.Nodes.Added, s.Relationships.Added, peak>>20)
	if peak > 512<<20 {
		t.Errorf("peak memory %d MB, expected less than 512 MB", peak>>20)
	}
	again, cmd := loadFile(t, path)
	if again.Articles.Unchanged != articles || again.Nodes != (addedRemoved{}) ||
		again.Relationships != (addedRemoved{}) {
		t.Errorf("the second load changed something: %+v", again)
	}
	t.Logf("measured: load of %d unchanged articles: %.0f articles/s, peak memory %d MB", articles, articles/again.Seconds,
		peakMemory(cmd.ProcessState)>>20)
}

// peakMemory is the largest resident set of a process that has ended, in bytes.
func peakMemory(p *os.ProcessState) int64 {
	most := int64(p.SysUsage().(*syscall.Rusage).Maxrss)
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return most
	}
	return most << 10
}

// A load that is interrupted stops between two batches, and a second run finishes the work: the graph is the same as
// without the interruption.
func TestLoadInterrupted(t *testing.T) {
	db := openGraph(t)
	const articles = batchArticles + 70
	path := generatedFile(t, articles)

	cmd := program(t, "load", "--format", "json", "-")
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	input, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// All articles come, but no end of the input: the program has loaded one batch and waits for a second one to fill.
	if err := writeGenerated(input, 0, articles); err != nil {
		t.Fatal(err)
	}
	waitFor(t, "the first batch", func() bool { return countArticles(t, db) == batchArticles })
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	err = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
		t.Fatalf("exit code %d (%v), expected %d\n%s", code, err, exitInterrupted, &errOut)
	}
	if !strings.Contains(errOut.String(), "the same command finishes the work") {
		t.Errorf("standard error does not say how to go on: %s", &errOut)
	}
	var s summary
	if err := json.Unmarshal(out.Bytes(), &s); err != nil || s.Articles.New != batchArticles {
		t.Errorf("summary %s, expected %d new articles: %v", &out, batchArticles, err)
	}
	if n := countArticles(t, db); n != batchArticles {
		t.Errorf("%d articles in the graph, expected one batch of %d", n, batchArticles)
	}

	s, _ = loadFile(t, path)
	if s.Articles.New != articles-batchArticles || s.Articles.Unchanged != batchArticles {
		t.Errorf("second run: %+v", s.Articles)
	}
	interrupted := dump(t, db)
	emptyDatabase(t)
	loadFile(t, path)
	sameGraph(t, "interrupted and run again", interrupted, dump(t, db))
}

// An interrupt ends a command that waits for input, too.
func TestExtractInterrupted(t *testing.T) {
	cmd := exec.CommandContext(t.Context(), "graphload", "extract", "-")
	input, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if err := writeGenerated(input, 0, 1); err != nil {
		t.Fatal(err)
	}
	first := make([]byte, 1)
	if _, err := io.ReadFull(out, first); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, out); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != exitInterrupted {
		t.Errorf("exit code %d (%v), expected %d", cmd.ProcessState.ExitCode(), err, exitInterrupted)
	}
}

func countArticles(t *testing.T, db *neo4j.DB) int {
	t.Helper()
	status, err := db.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range status.Nodes {
		if c.Name == "Article" {
			return c.Count
		}
	}
	return 0
}

// waitFor waits until something holds.
func waitFor(t *testing.T, what string, holds func() bool) {
	t.Helper()
	deadline := time.Now().Add(time.Minute)
	for !holds() {
		if time.Now().After(deadline) {
			t.Fatalf("waited a minute for %s", what)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// A file that may not be read is told, and the others are done. Root may read everything, so the program is run as
// another user then.
func TestNoRights(t *testing.T) {
	dir := t.TempDir()
	binary := filepath.Join(dir, "graphload")
	for name, mode := range map[string]os.FileMode{"good.txt": 0o644, "secret.txt": 0} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("Norway said "+name), mode); err != nil {
			t.Fatal(err)
		}
	}
	program, err := exec.LookPath("graphload")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(binary, data, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), binary, "extract", dir)
	cmd.Env = []string{"HOME=" + dir}
	if os.Getuid() == 0 {
		const nobody = 65534
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	var errOut bytes.Buffer
	cmd.Stderr = &errOut
	out, err := cmd.Output()
	if code := cmd.ProcessState.ExitCode(); code != exitPartly {
		t.Errorf("exit code %d (%v), expected %d", code, err, exitPartly)
	}
	if n := bytes.Count(out, []byte("\n")); n != 1 {
		t.Errorf("%d records, expected 1", n)
	}
	if want := "secret.txt: no right to read it"; !strings.Contains(errOut.String(), want) {
		t.Errorf("standard error %q, expected %q in it", &errOut, want)
	}
}
