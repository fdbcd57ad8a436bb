package source

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// scale is the number of articles of TestScale; -articles 1000000 is a stream of 2 GB, and a folder of 100,000 files.
var scale = flag.Int("articles", 3000, "how many articles TestScale reads")

// TestScale holds that the memory which reading takes does not grow with what is read, but for the filters that tell an
// article that comes twice, and that the order is that of the input.
func TestScale(t *testing.T) {
	const perArticle = 4 // bytes of filters
	text := strings.Repeat(prose+" ", 19)
	t.Run("lines", func(t *testing.T) {
		// The lines are made as they are read, so that no disk has to hold them.
		in := &generated{n: *scale, next: func(i int) string {
			return fmt.Sprintf(`{"id":"%09d","text":"Report %d. %s"}`+"\n", i, i, text)
		}}
		readScale(t, "-", Options{Stdin: in}, *scale, perArticle)
	})
	t.Run("folder", func(t *testing.T) {
		n := max(*scale/10, 500)
		folder := t.TempDir()
		for i := range n {
			content := fmt.Sprintf("Report %d. %s\n", i, text)
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%09d.txt", i)), []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		// A folder's names are sorted, so that they are all in memory.
		readScale(t, folder, Options{}, n, perArticle+150)
	})
}

// generated is a stream of n pieces that are made when they are read.
type generated struct {
	n, at int
	next  func(i int) string
	left  string
}

func (g *generated) Read(p []byte) (int, error) {
	if g.left == "" {
		if g.at == g.n {
			return 0, io.EOF
		}
		g.left = g.next(g.at)
		g.at++
	}
	n := copy(p, g.left)
	g.left = g.left[n:]
	return n, nil
}

func readScale(t *testing.T, path string, opt Options, n, perArticle int) {
	t.Helper()
	heap := func() int {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	const samples = 10
	start, read, bytes := time.Now(), 0, 0
	first, most := 0, 0
	for item := range Read(t.Context(), []string{path}, opt) {
		if item.Article == nil {
			t.Fatal(item.Err)
		}
		if want := fmt.Sprintf("%09d", read); item.Article.Name != want {
			t.Fatalf("article %s, want %s", item.Article.Name, want)
		}
		if read%(n/samples) == 0 {
			now := heap()
			if first == 0 {
				first = now
			}
			most = max(most, now)
		}
		read++
		bytes += len(item.Article.Text)
	}
	if read != n {
		t.Errorf("%d articles, want %d", read, n)
	}
	if grown := most - first; grown > 12<<20+n*perArticle {
		t.Errorf("the heap grew by %d bytes over %d articles", grown, n)
	}
	took := time.Since(start)
	t.Logf("%d articles, %d MB, %.1f s, %.0f MB/s; heap %.1f MB at first, %.1f MB at most; peak resident %s", read, bytes>>20,
		took.Seconds(), float64(bytes)/1e6/took.Seconds(), float64(first)/1e6, float64(most)/1e6, peakResident())
}

// peakResident is the most memory that this process has held, where the system tells.
func peakResident() string {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(status)) {
		if value, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			return strings.TrimSpace(value)
		}
	}
	return "unknown"
}
