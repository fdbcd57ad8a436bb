package encoder

import (
	"strings"
	"testing"
)

// BenchmarkRunPortable is BenchmarkRun on a processor without AVX-512 VNNI.
func BenchmarkRunPortable(b *testing.B) {
	defer setPortable()()
	d := doc(strings.Repeat(story, 10))
	for b.Loop() {
		run(b, d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
