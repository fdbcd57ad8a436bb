//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"graphload/internal/news"
	"graphload/internal/server"
)

// recordsFile writes synthetic records, so that a load of them is the database's work alone.
func recordsFile(t testing.TB, first, n int) string {
	t.Helper()
	var list []*news.Record
	for i := first; i < first+n; i++ {
		list = append(list, syntheticRecord(i))
	}
	return writeRecords(t, list...)
}

func writeRecords(t testing.TB, list ...*news.Record) string {
	t.Helper()
	var out bytes.Buffer
	enc := news.NewEncoder(&out)
	for _, r := range list {
		if err := enc.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "records.jsonl")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// run is a load that has been started.
type runningLoad struct {
	*exec.Cmd
	out, err bytes.Buffer
	ended    chan struct{}
}

// startLoad starts a load of files into a server's database.
func startLoad(t *testing.T, info server.Info, args ...string) *runningLoad {
	t.Helper()
	l := &runningLoad{Cmd: exec.CommandContext(t.Context(), "graphload", append([]string{"load", "--format", "json"}, args...)...),
		ended: make(chan struct{})}
	l.Env = append(os.Environ(), envURI+"="+info.URI, envUsername+"="+info.Username, envPassword+"="+info.Password,
		envDatabase+"="+info.Database)
	l.Stdout, l.Stderr = &l.out, &l.err
	if err := l.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = l.Wait() // the exit code tells
		close(l.ended)
	}()
	return l
}

// exit waits for the end and returns the exit code, -1 where the load was killed.
func (l *runningLoad) exit() int {
	<-l.ended
	return l.ProcessState.ExitCode()
}

// summary is what the load printed.
func (l *runningLoad) summary(t *testing.T) summary {
	t.Helper()
	var s summary
	if err := json.Unmarshal(l.out.Bytes(), &s); err != nil {
		t.Fatalf("summary %q: %v\n%s", &l.out, err, &l.err)
	}
	return s
}

// fine expects that a load ended without a fault.
func (l *runningLoad) fine(t *testing.T) summary {
	t.Helper()
	if code := l.exit(); code != exitFine {
		t.Fatalf("exit code %d\n%s", code, &l.err)
	}
	return l.summary(t)
}

// signalAfter sends a signal at a point of time, if the load has not ended before.
func (l *runningLoad) signalAfter(t *testing.T, d time.Duration, signal os.Signal) {
	t.Helper()
	select {
	case <-l.ended:
	case <-time.After(d):
		if err := l.Process.Signal(signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
	}
}

// A load that is killed or interrupted at any point and run again leaves the graph as if nothing had happened. In between
// the graph holds whole batches.
func TestLoadKilled(t *testing.T) {
	db := openGraph(t)
	const articles = 3*batchArticles + 70
	path := recordsFile(t, 0, articles)
	var whole time.Duration // of a load into a warm server
	for range 2 {
		emptyDatabase(t)
		began := time.Now()
		startLoad(t, testServer(t), path).fine(t)
		whole = time.Since(began)
	}
	want := dump(t, db)

	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))
	tries, stopped, halfway := 0, 0, 0
	for _, test := range []struct {
		signal os.Signal
		exit   int
		n      int
	}{{syscall.SIGKILL, -1, times(3, 20)}, {os.Interrupt, exitInterrupted, times(2, 20)}} {
		for range test.n {
			emptyDatabase(t)
			l := startLoad(t, testServer(t), path)
			least := r.IntN(4) * batchArticles
			after := time.Duration(r.Int64N(int64(whole / 4)))
			waitFor(t, "some batches", func() bool { return countArticles(t, db) >= least })
			l.signalAfter(t, after, test.signal)
			code := l.exit()
			if code != test.exit && code != exitFine {
				t.Fatalf("%v %v after %d articles: exit code %d\n%s", test.signal, after, least, code, &l.err)
			}
			n := countArticles(t, db)
			if n%batchArticles != 0 && n != articles {
				t.Errorf("%v %v after %d articles: %d articles are no whole batches", test.signal, after, least, n)
			}
			// A signal before the program is ready for it ends it without a summary.
			if code == exitInterrupted && l.out.Len() > 0 {
				if s := l.summary(t); s.Articles.New != n {
					t.Errorf("interrupted %v after %d articles: told of %d, %d are there", after, least, s.Articles.New, n)
				}
			}
			tries++
			if code != exitFine {
				stopped++
			}
			if 0 < n && n < articles {
				halfway++
			}
			s := startLoad(t, testServer(t), path).fine(t)
			if s.Articles.New+s.Articles.Unchanged != articles || s.Articles.New > articles-n {
				t.Errorf("%v %v after %d articles, run again after %d: %+v", test.signal, after, least, n, s.Articles)
			}
			sameGraph(t, "stopped and run again", dump(t, db), want)
		}
	}
	t.Logf("measured: %d loads were killed or interrupted, %d before their end, %d of them halfway; nothing was lost", tries, stopped,
		halfway)
	if stopped == 0 {
		t.Error("no load was stopped before its end")
	}
}
