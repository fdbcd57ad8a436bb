package main

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"graphload/internal/extract"
	"graphload/internal/source"
)

// BenchmarkReadingShare tells how much of the time from files to records goes into reading them: the sample articles are
// read, then read and extracted.
func BenchmarkReadingShare(b *testing.B) {
	folder := filepath.Join("..", "..", "samples", "articles")
	x := extract.New()
	var reading, all time.Duration
	articles, bytes := 0, 0
	for b.Loop() {
		start := time.Now()
		n := 0
		for item := range source.Read(context.Background(), []string{folder}, source.Options{}) {
			if item.Article == nil {
				b.Fatal(item.Err)
			}
			n++
			bytes += len(item.Article.Text)
		}
		reading += time.Since(start)
		start = time.Now()
		for item := range source.Read(context.Background(), []string{folder}, source.Options{}) {
			if _, err := x.Extract(context.Background(), item.Article); err != nil {
				b.Fatal(fmt.Errorf("%s: %w", item.Article.Name, err))
			}
		}
		all += time.Since(start)
		articles += n
	}
	b.ReportMetric(float64(reading.Microseconds())/float64(articles), "reading-µs/article")
	b.ReportMetric(float64(all.Microseconds())/float64(articles), "all-µs/article")
	b.ReportMetric(100*reading.Seconds()/all.Seconds(), "reading-%")
	b.ReportMetric(float64(bytes)/float64(articles), "B/article")
	b.ReportMetric(0, "ns/op")
}
