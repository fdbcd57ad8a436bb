//go:build unix

package extract

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"syscall"
	"testing"

	"graphload/internal/news"
)

// BenchmarkAnnotated extracts the 84 articles of a corpus that lies beside the repository, and tells articles a second of
// processor time. GODEBUG=cpu.avx512vnni=off and GODEBUG=cpu.avx2=off take the encoder's fast ways from it.
func BenchmarkAnnotated(b *testing.B) {
	file, err := os.Open("../../../shared/corpora/polnear-dev.jsonl.gz")
	if err != nil {
		b.Skipf("the annotated articles are not there: %v", err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		b.Fatal(err)
	}
	var articles []*news.Article
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var a struct{ ID, Text string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			b.Fatal(err)
		}
		articles = append(articles, &news.Article{ID: a.ID, Name: a.ID, Text: a.Text})
	}
	if err := lines.Err(); err != nil {
		b.Fatal(err)
	}
	x := New()
	before := processorSeconds(b)
	for b.Loop() {
		for _, a := range articles {
			if _, err := x.Extract(b.Context(), a); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(articles)*b.N)/(processorSeconds(b)-before), "articles/cpu-s")
}

// processorSeconds returns the processor time that this process has used.
func processorSeconds(b *testing.B) float64 {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}
