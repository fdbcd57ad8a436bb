package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// A load lets garbage gather until the heap has this size, or is half as large again as what is in use: a batch and the answers
// about it are garbage a second later, and to collect it at the usual measure takes a fifth of the processor time of a load.
const (
	loadHeap          = 38 << 20
	leastGCPercent    = 50
	greatestGCPercent = 400
)

// saveMemory holds a load to loadHeap, unless the environment says how garbage is collected.
func saveMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(leastGCPercent)
		afterCollection(func() { debug.SetGCPercent(gcPercent(liveHeap())) })
	}
}

// gcPercent is how much garbage may gather, in percent of what is in use.
func gcPercent(live uint64) int {
	if live >= loadHeap {
		return leastGCPercent
	}
	return int(min(max((loadHeap-live)*100/max(live, 1), leastGCPercent), greatestGCPercent))
}

// liveHeap is what the last collection of garbage has left, in bytes.
func liveHeap() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// afterCollection does something after each collection of garbage.
func afterCollection(do func()) {
	type unused struct{ do func() }
	runtime.SetFinalizer(&unused{do}, func(*unused) {
		do()
		afterCollection(do)
	})
}
