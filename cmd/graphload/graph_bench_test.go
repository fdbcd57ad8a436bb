package main

import (
	"testing"
)

// BenchmarkLoad loads articles that share people, countries, quotes and meetings into a warm server, 200 a batch.
func BenchmarkLoad(b *testing.B) {
	const n, warmUp = 1000, 400
	db := openGraph(b)
	load(b, db, syntheticFragments(b, 0, warmUp), 200)
	list := syntheticFragments(b, warmUp, n)
	for b.Loop() {
		b.StopTimer()
		emptyDatabase(b)
		b.StartTimer()
		load(b, db, list, 200)
	}
	b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkLoadAgain loads articles that are stored already.
func BenchmarkLoadAgain(b *testing.B) {
	const n = 1000
	db := openGraph(b)
	list := syntheticFragments(b, 0, n)
	load(b, db, list, 200)
	for b.Loop() {
		load(b, db, list, 200)
	}
	b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "articles/s")
}
