package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// A load lets garbage gather until the runtime's memory has this size, or is a quarter more than what is in use: a batch and the answers about
// it are garbage a second later, and to collect it at the usual measure takes a fifth of the processor time of a load.
const loadMemory = 60 << 20

// saveMemory holds a load to loadMemory, unless the environment says how garbage is collected.
func saveMemory() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(-1)
		debug.SetMemoryLimit(loadMemory)
		afterCollection(func() { debug.SetMemoryLimit(memoryLimit(liveHeap())) })
	}
}

// memoryLimit is how much memory the runtime may take, in bytes. It leaves room above what is in use: close to the limit
// collections would follow one another.
func memoryLimit(live int64) int64 { return max(loadMemory, live+live/4) }

// liveHeap is what the last collection of garbage has left, in bytes.
func liveHeap() int64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64())
}

// afterCollection does something after each collection of garbage.
func afterCollection(do func()) {
	type unused struct{ do func() }
	runtime.SetFinalizer(&unused{do}, func(*unused) {
		do()
		afterCollection(do)
	})
}
