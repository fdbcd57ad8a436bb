package source

import (
	"context"
	"fmt"
	"iter"
	"runtime"
)

// outcome is what reading one article came to, and where it stands.
type outcome struct {
	item Item
	path string
	line int
}

// task is an article that is being read.
type task struct {
	path string
	line int
	work func() outcome
	done chan outcome // holds one, so that a worker never waits for a caller that has gone
}

// queues lead from the one goroutine that reads files to the workers that read articles, and to the caller, who gets
// them in the order of the files. What is under way at one time is bounded, so that memory does not grow with the
// input.
type queues struct {
	tasks   chan task // for the workers
	ordered chan task // for the caller
}

// inOrder runs read, which calls later and now, and returns the outcomes in the order of its calls. It ends when ctx
// does. A read that waits for a pipe then may outlive it, until the pipe says something.
func (q *queues) inOrder(ctx context.Context, read func(context.Context)) iter.Seq[outcome] {
	return func(yield func(outcome) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		workers := runtime.GOMAXPROCS(0)
		q.tasks, q.ordered = make(chan task), make(chan task, 2*workers)
		for range workers {
			go func() {
				for t := range q.tasks {
					t.run()
				}
			}()
		}
		go func() {
			defer close(q.ordered)
			defer close(q.tasks)
			read(ctx)
		}()
		for t := range q.ordered {
			select {
			case <-ctx.Done():
				return
			case o := <-t.done:
				if ctx.Err() != nil || !yield(o) {
					return
				}
			}
		}
	}
}

// later has an article read by a worker. It reports false where the run is to end.
func (q *queues) later(ctx context.Context, path string, line int, work func() outcome) bool {
	t := task{path, line, work, make(chan outcome, 1)}
	return send(ctx, q.ordered, t) && send(ctx, q.tasks, t)
}

// now hands out what is read already. It reports false where the run is to end.
func (q *queues) now(ctx context.Context, o outcome) bool {
	t := task{done: make(chan outcome, 1)}
	t.done <- o
	return send(ctx, q.ordered, t)
}

func send(ctx context.Context, queue chan<- task, t task) bool {
	if ctx.Err() != nil {
		return false
	}
	select {
	case queue <- t:
		return true
	case <-ctx.Done():
		return false
	}
}

// run reads an article. A panic is that article's fault, not the run's.
func (t *task) run() {
	defer func() {
		if p := recover(); p != nil {
			t.done <- failed(t.path, t.line, fmt.Errorf("reading broke down, please report this with the file: %v", p))
		}
	}()
	t.done <- t.work()
}

func failed(path string, line int, err error) outcome {
	return outcome{Item{Err: &Error{Path: path, Line: line, Err: err}}, path, line}
}
