//go:build unix

package main

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The server is killed in the middle of loads; in a soak it also falls silent, and is made read-only. A load that may wait
// goes on when the server is back; one that may not ends with the code for it and can be repeated. All that a load told to
// be written is there, and the graph is the same in the end.
func TestServerFaults(t *testing.T) {
	batches := times(3, 10)
	articles := batches*batchArticles + 70
	path := recordsFile(t, 0, articles)
	// How often the server shows a sign of life: clients find its silence out in twice that time.
	const alive = "server.bolt.connection_keep_alive=5s"
	own := startOwnServer(t, alive)
	startLoad(t, own.info, path).fine(t)
	want := dump(t, own.open(t))
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))

	t.Run("killed and waited for", func(t *testing.T) {
		for range times(1, 10) {
			emptyAt(t, own.info)
			db := own.open(t)
			l := startLoad(t, own.info, path)
			least := r.IntN(batches-1) * batchArticles
			waitFor(t, "some batches", func() bool { return countArticles(t, db) >= least })
			own.kill(t)
			own.start(t)
			s := l.fine(t)
			if s.Articles.New != articles || s.Articles.Unchanged != 0 {
				t.Errorf("killed after %d articles: %+v", least, s.Articles)
			}
			told := l.err.String()
			waits := strings.Count(told, "graphload: waiting up to 2m0s (--retry-for) for the database: ")
			if waits == 0 || strings.Count(told, "graphload: the database is back after ") != waits {
				t.Errorf("killed after %d articles, standard error: %s", least, told)
			}
			sameGraph(t, "server killed and started again", dump(t, own.open(t)), want)
		}
	})
	for range times(0, 3) {
		emptyAt(t, own.info)
		n, info := newNetwork(t, own.info)
		list := syntheticFragments(t, 0, articles)
		counts, waits := brokenLoad(t, info, list, batchArticles/2, func() {
			n.add(t, "timeout", "downstream", `{"timeout": 0}`) // all is lost, and nobody hears of it
		}, n.heal)
		if counts.Articles.New != articles || waits == 0 {
			t.Errorf("waited %d times and counted %+v", waits, counts.Articles)
		}
		sameGraph(t, "silent", dump(t, own.open(t)), want)
	}
	t.Run("killed and given up", func(t *testing.T) {
		for range times(1, 5) {
			emptyAt(t, own.info)
			db := own.open(t)
			l := startLoad(t, own.info, "--retry-for", "1s", path)
			least := (1 + r.IntN(batches-2)) * batchArticles
			waitFor(t, "some batches", func() bool { return countArticles(t, db) >= least })
			own.kill(t)
			if code := l.exit(); code != exitUnreachable {
				t.Fatalf("exit code %d\n%s", code, &l.err)
			}
			if told := l.err.String(); !strings.Contains(told, "tried for 1s") {
				t.Errorf("standard error: %s", told)
			}
			acknowledged := l.summary(t).Articles.New

			own.start(t)
			there := countArticles(t, own.open(t))
			if there < max(acknowledged, least) || there%batchArticles != 0 {
				t.Errorf("%d articles are there, %d were acknowledged, killed after %d", there, acknowledged, least)
			}
			s := startLoad(t, own.info, path).fine(t)
			if s.Articles.Unchanged != there || s.Articles.New != articles-there {
				t.Errorf("run again after %d articles: %+v", there, s.Articles)
			}
			sameGraph(t, "given up and run again", dump(t, own.open(t)), want)
		}
	})
	// One more start of the server belongs to the soak.
	for range times(0, 1) {
		if err := own.srv.Stop(t.Context()); err != nil { // one that needs recovery cannot be read-only
			t.Fatal(err)
		}
		own.set(alive, "server.databases.read_only=neo4j")
		own.start(t)
		l := startLoad(t, own.info, recordsFile(t, articles, 50))
		if code := l.exit(); code != exitFailure || !strings.Contains(l.err.String(), "is read-only") ||
			strings.Count(l.err.String(), "graphload: error: ") != 1 {
			t.Errorf("into a read-only database: exit code %d\n%s", code, &l.err)
		}
		sameGraph(t, "read-only", dump(t, own.open(t)), want)
		cmd := exec.CommandContext(t.Context(), "graphload", "export", "--from-graph", "--out", filepath.Join(t.TempDir(), "graph"))
		cmd.Env = append(os.Environ(), envURI+"="+own.info.URI, envUsername+"="+own.info.Username,
			envPassword+"="+own.info.Password, envDatabase+"="+own.info.Database)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("export of a read-only database: %v\n%s", err, out)
		}
	}
}
