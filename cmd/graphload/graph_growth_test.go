//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"graphload/internal/news"
)

var growthArticles = flag.Int("growth-articles", 5000, "how many articles BenchmarkGrowth loads")

// BenchmarkGrowth loads many articles in one run, made on the fly and streamed as records, and tells for each tenth of
// them how fast they went, what they cost the server, and how much memory the program held. A load must not become
// half as fast while the graph grows, nor hold more than a bounded memory. The first tenth warms the server up.
func BenchmarkGrowth(b *testing.B) {
	const parts = 10
	n := *growthArticles
	openGraph(b)
	cmd := program(b, "load", "--format", "json", "-")
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	input, err := cmd.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	enc := news.NewEncoder(input)
	start, cpu := time.Now(), serverTime(b)
	var took, costs [parts]time.Duration // a tenth's
	for part := range parts {
		for i := part * n / parts; i < (part+1)*n/parts; i++ {
			if err := enc.Encode(bigWorld.record(i)); err != nil {
				b.Fatalf("%v\n%s", err, &errOut)
			}
		}
		now, nowCPU := time.Now(), serverTime(b)
		took[part], costs[part] = now.Sub(start), nowCPU-cpu
		start, cpu = now, nowCPU
		b.Logf("%8d articles: %6.0f articles/s, server %6.0f µs an article, client %4d MB", (part+1)*n/parts,
			float64(n/parts)/took[part].Seconds(), float64(costs[part].Microseconds())/float64(n/parts),
			memory(cmd.Process.Pid, "VmRSS")>>20)
	}
	// The system counts what the parent held at the start to the usage of a process that has ended, but not to this.
	peak := memory(cmd.Process.Pid, "VmHWM")
	if err := input.Close(); err != nil {
		b.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		b.Fatalf("%v\n%s", err, &errOut)
	}
	var s summary
	if err := json.Unmarshal(out.Bytes(), &s); err != nil || s.Articles.New != n {
		b.Errorf("summary %s, expected %d new articles: %v", &out, n, err)
	}
	b.Logf("%d nodes, %d relationships, %.0f articles/s, peak memory of the client %d MB", s.Nodes.Added,
		s.Relationships.Added, float64(n)/s.Seconds, peak>>20)
	b.ReportMetric(float64(n)/s.Seconds, "articles/s")
	b.ReportMetric(float64(peak>>20), "client-MB")
	b.ReportMetric(0, "ns/op")
	// Some batches are on their way when the first tenths have been sent.
	early, late := costs[2]+costs[3]+costs[4], costs[7]+costs[8]+costs[9]
	if n/parts >= 2*batchArticles && late > 2*early {
		b.Errorf("tenths 8 to 10 cost the server %v, 3 to 5 %v: loading slows down as the graph grows", late, early)
	}
}

// memory is what Linux tells of a process's memory, in bytes: what it holds now or held at most. It is 0 elsewhere.
func memory(pid int, field string) int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), field+":")
	line, _, _ := strings.Cut(rest, "\n")
	kilobytes, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(line), " kB"), 10, 64)
	if err != nil {
		return 0
	}
	return kilobytes << 10
}
