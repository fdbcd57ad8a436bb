package main

import "testing"

func TestMemoryLimit(t *testing.T) {
	for _, tt := range []struct{ live, want int64 }{
		{0, loadMemory},
		{loadMemory / 2, loadMemory},
		{loadMemory, loadMemory / 4 * 5},
		{8 * loadMemory, 10 * loadMemory},
	} {
		if got := memoryLimit(tt.live); got != tt.want {
			t.Errorf("%d bytes in use: limit %d, expected %d", tt.live, got, tt.want)
		}
	}
}
