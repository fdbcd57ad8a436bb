//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"graphload/internal/graph"
	"graphload/internal/news"
	"graphload/internal/server"
)

// The server's disk is full in the middle of a load. Once there is room again and the server is started, all that was told
// to be written is there, and the same load finishes the work. It needs the right to mount, so it is a part of the soak.
func TestDiskFull(t *testing.T) {
	if !*soak {
		return
	}
	disk := filepath.Join(t.TempDir(), "disk")
	if err := os.Mkdir(disk, 0o700); err != nil {
		t.Fatal(err)
	}
	mount := func(options string) {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), "mount", "-t", "tmpfs", "-o", options, "tmpfs", disk)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Skipf("no right to mount a small disk: %v: %s", err, out)
		}
	}
	mount("size=64m")
	t.Cleanup(func() {
		if out, err := exec.Command("umount", disk).CombinedOutput(); err != nil {
			t.Errorf("umount: %v: %s", err, out)
		}
	})
	const articles = 250
	var list []*news.Record
	var fragments []*graph.Fragment
	for i := range articles {
		r := longArticle(fmt.Sprintf("long-%03d", i), 400_000+i)
		list = append(list, r)
		fragments = append(fragments, fragment(t, r))
	}
	path := writeRecords(t, list...)
	db := openGraph(t)
	load(t, db, fragments, 20)
	want := dump(t, db)
	emptyDatabase(t)

	own := startOwnServerIn(t, filepath.Join(disk, "server"))
	if own.info.Engine == server.Docker {
		t.Skip("the disk of a container cannot be filled")
	}
	l := startLoad(t, own.info, "--retry-for", "10s", path)
	code := l.exit()
	if code != exitFailure && code != exitUnreachable {
		t.Fatalf("exit code %d\n%s", code, &l.err)
	}
	t.Logf("exit code %d\n%s", code, &l.err)
	acknowledged := l.summary(t).Articles.New
	if acknowledged == 0 || acknowledged == articles {
		t.Errorf("%d articles were acknowledged of %d", acknowledged, articles)
	}
	own.kill(t)
	mount("remount,size=1g")
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
	if n := strings.Count(l.err.String(), "graphload: error: "); n != 1 {
		t.Errorf("%d errors are told", n)
	}
}
