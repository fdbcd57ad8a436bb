//go:build unix

package main

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// The server is killed in the middle of loads. A load that may wait goes on when the server is back; one that may not ends
// with the code for it and can be repeated. All that a load told to be written is there, and the graph is the same in the
// end.
func TestServerKilled(t *testing.T) {
	const articles = 3*batchArticles + 70
	shared := openGraph(t)
	load(t, shared, syntheticFragments(t, 0, articles), batchArticles)
	want := dump(t, shared)
	path := recordsFile(t, 0, articles)
	own := startOwnServer(t)
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))

	t.Run("waits", func(t *testing.T) {
		for range times(1, 10) {
			emptyAt(t, own.info)
			db := own.open(t)
			l := startLoad(t, own.info, path)
			least := r.IntN(3) * batchArticles
			waitFor(t, "some batches", func() bool { return countArticles(t, db) >= least })
			own.kill(t)
			own.start(t)
			s := l.fine(t)
			if s.Articles.New != articles || s.Articles.Unchanged != 0 {
				t.Errorf("killed after %d articles: %+v", least, s.Articles)
			}
			told := l.err.String()
			if strings.Count(told, "graphload: waiting up to 2m0s (--retry-for) for the database: ") != 1 ||
				strings.Count(told, "graphload: the database is back after ") != 1 {
				t.Errorf("killed after %d articles, standard error: %s", least, told)
			}
			sameGraph(t, "server killed and started again", dump(t, own.open(t)), want)
		}
	})
	t.Run("gives up", func(t *testing.T) {
		for range times(1, 5) {
			emptyAt(t, own.info)
			db := own.open(t)
			l := startLoad(t, own.info, "--retry-for", "1s", path)
			least := (1 + r.IntN(2)) * batchArticles
			waitFor(t, "some batches", func() bool { return countArticles(t, db) >= least })
			own.kill(t)
			if code := l.exit(); code != exitUnreachable {
				t.Fatalf("exit code %d\n%s", code, &l.err)
			}
			acknowledged := l.summary(t).Articles.New
			own.start(t)
			there := countArticles(t, own.open(t))
			if there < max(acknowledged, least) || there%batchArticles != 0 {
				t.Errorf("%d articles are there, %d were acknowledged, killed after %d", there, acknowledged, least)
			}
			if told := l.err.String(); !strings.Contains(told, "tried for 1s") {
				t.Errorf("standard error: %s", told)
			}
			s := startLoad(t, own.info, path).fine(t)
			if s.Articles.Unchanged != there || s.Articles.New != articles-there {
				t.Errorf("run again after %d articles: %+v", there, s.Articles)
			}
			sameGraph(t, "given up and run again", dump(t, own.open(t)), want)
		}
	})
}
