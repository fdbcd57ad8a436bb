package main

import (
	"io"

	"github.com/schollz/progressbar/v3"
)

// progress counts articles on a terminal and shows nothing elsewhere. It is a writer too, so that a message stands on
// a line of its own above the count.
type progress struct {
	w   io.Writer
	bar *progressbar.ProgressBar // nil where w is no terminal
}

func newProgress(w io.Writer) *progress {
	p := &progress{w: w}
	if isTerminal(w) {
		// How many articles there are is known only when the last one is read.
		p.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription("loading"),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"),
			progressbar.OptionSetElapsedTime(true), progressbar.OptionSpinnerType(14),
			progressbar.OptionClearOnFinish())
	}
	return p
}

func (p *progress) add(n int) {
	if p.bar != nil {
		_ = p.bar.Add(n) // a count that cannot be shown is no reason to stop
	}
}

func (p *progress) Write(b []byte) (int, error) {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	return p.w.Write(b)
}

func (p *progress) close() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
