package main

import (
	"os"
	"runtime/debug"
)

// loadGCPercent is how much garbage a load lets gather, in percent of what is in use. A batch and the answers about it are garbage
// a second later; with half the usual measure a load holds a fifth less, for two to four percent more work of extraction.
const loadGCPercent = 50

// saveMemory sets loadGCPercent, unless the environment has another.
func saveMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(loadGCPercent)
	}
}
