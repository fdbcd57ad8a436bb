package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"graphload/internal/graph"
	"graphload/internal/news"
	"graphload/internal/server"
)

// The server's files may grow no more in the middle of a load, as on a full disk. Once there is room again and the server is
// started, all that was told to be written is there, and the same load finishes the work.
func TestDiskFull(t *testing.T) {
	const articles, size, room = 170, 100_000, 12 << 20 // two batches and room for one
	var list []*news.Record
	var fragments []*graph.Fragment
	for i := range articles {
		r := bigRecord(i, size)
		list = append(list, r)
		fragments = append(fragments, fragment(t, r))
	}
	path := writeRecords(t, list...)
	db := openGraph(t)
	load(t, db, fragments, 40)
	want := dump(t, db)
	emptyDatabase(t)

	own := newOwnServer(t, filepath.Join(t.TempDir(), "server"))
	own.most = room
	own.set()
	own.start(t)
	own.limitFiles(t, room)
	l := startLoad(t, own.info, "--retry-for", "2s", path)
	if code := l.exit(); code != exitFailure && code != exitUnreachable {
		t.Fatalf("exit code %d\n%s", code, &l.err)
	}
	if told := l.err.String(); strings.Count(told, "graphload: error: ") != 1 || !strings.Contains(told, "whether its disk is full") {
		t.Errorf("standard error: %s", told)
	}
	acknowledged := l.summary(t).Articles.New
	if acknowledged == 0 || acknowledged == articles {
		t.Errorf("%d articles were acknowledged of %d", acknowledged, articles)
	}

	own.kill(t)
	own.most = 0
	own.set()
	own.start(t)
	there := countArticles(t, own.open(t))
	if there < acknowledged {
		t.Errorf("%d articles are there, %d were acknowledged", there, acknowledged)
	}
	s := startLoad(t, own.info, path).fine(t)
	if s.Articles.Unchanged != there || s.Articles.New != articles-there {
		t.Errorf("run again after %d articles: %+v", there, s.Articles)
	}
	sameGraph(t, "disk full, then not", dump(t, own.open(t)), want)
	t.Logf("measured: %d of %d articles were acknowledged before the disk was full, %d were there after", acknowledged, articles,
		there)
}

// bigRecord is an article of a size that has nothing in common with others.
func bigRecord(i, size int) *news.Record {
	w := &recordWriter{}
	r := rand.New(rand.NewPCG(uint64(i), 11))
	for w.text.Len() < size {
		w.say(strconv.FormatUint(r.Uint64(), 36) + " ")
	}
	w.quote(w.person("ottar-brandvold", "Ottar Brandvold", "NO"), "That is the end of it")
	return w.record(fmt.Sprintf("big-%03d", i), "2025-03-01")
}

// limitFiles lets no file of a running server grow over a size; a container has got its limit at its start. It takes no right
// that the user lacks who runs the tests, other than mounting a small disk.
func (o *ownServer) limitFiles(t *testing.T, most uint64) {
	t.Helper()
	if o.info.Engine == server.Docker {
		return
	}
	if err := unix.Prlimit(o.pid(t), unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: most, Max: most}, nil); err != nil {
		t.Fatal(err)
	}
}
