package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"sync"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
	"graphload/internal/news"
	"graphload/internal/source"
)

// result is one article's record, or why there is none.
type result struct {
	record  *news.Record
	err     error // says which article
	warning error // what had to be done to read it, nil where nothing had
}

// records turns what was read into records with a number of workers, in the order of the input.
func records(ctx context.Context, items iter.Seq[source.Item], ex extractor, workers int) iter.Seq[result] {
	return inOrder(ctx, items, workers, func(item source.Item) result { return record(ctx, item, ex) })
}

// inOrder has workers do something with each element, and gives what they return in the order of the input. What is
// under way at one time is bounded by the number of workers, so that memory does not grow with the input. When ctx
// ends, the sequence ends too; the caller tells an end from a stop by ctx.Err.
func inOrder[T, R any](ctx context.Context, items iter.Seq[T], workers int, work func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()

		type job struct {
			item T
			done chan R // holds one, so that a worker never waits for a reader that has gone
		}
		jobs := make(chan job)
		ordered := make(chan job, 2*workers)
		for range workers {
			go func() {
				for j := range jobs {
					j.done <- work(j.item)
				}
			}()
		}
		go func() {
			defer close(ordered)
			defer close(jobs)
			for item := range items {
				j := job{item, make(chan R, 1)}
				for _, queue := range []chan job{ordered, jobs} {
					select {
					case queue <- j:
					case <-ctx.Done():
						return
					}
				}
			}
		}()

		for {
			var r R
			select {
			case <-ctx.Done():
				return
			case j, ok := <-ordered:
				if !ok {
					return
				}
				select {
				case <-ctx.Done():
					return
				case r = <-j.done:
				}
			}
			if !yield(r) {
				return
			}
		}
	}
}

// record extracts one article. A panic of the extractor is that article's fault, not the batch's.
func record(ctx context.Context, item source.Item, ex extractor) (r result) {
	switch {
	case item.Err != nil:
		return result{err: item.Err}
	case item.Record != nil:
		return result{record: ex.identities.Apply(item.Record)}
	}
	a := item.Article
	defer func() {
		if item.Warning != nil {
			r.warning = item.Warning
		}
		if p := recover(); p != nil {
			r = result{err: fmt.Errorf("%s: %s: extraction broke down, please report this with the article: %v",
				a.Path, a.Name, p)}
		}
	}()
	rec, err := ex.Extract(ctx, a)
	if err != nil {
		return result{err: fmt.Errorf("%s: %s: %w", a.Path, a.Name, err)}
	}
	return result{record: ex.identities.Apply(rec)}
}

// batch groups articles so that one transaction has enough to do and not too much: at most batchArticles, and no
// further one once their texts exceed batchBytes.
type batch struct {
	fragments []*graph.Fragment
	paths     []string // where each came from
	bytes     int      // of their texts
	unchanged int      // articles of which the graph is known to hold all
	compared  *neo4j.Compared
	err       error // the graph could not be asked: nothing comes after this
}

const (
	batchArticles = 300
	batchBytes    = 8 << 20
)

// add takes an article's share of the graph. It reports whether the batch is full.
func (b *batch) add(p *prepared) (full bool) {
	b.fragments = append(b.fragments, p.fragment)
	b.paths = append(b.paths, p.path)
	b.bytes += len(p.fragment.Article.Text)
	return len(b.fragments) >= batchArticles || b.bytes >= batchBytes
}

// prepared is what is to be loaded of one article: nothing where it failed or is unchanged.
type prepared struct {
	result
	fragment  *graph.Fragment
	path      string
	unchanged bool
	askErr    error // see checked.err
}

// prepare works out an article's share of the graph.
func prepare(ctx context.Context, c checked, ex extractor) prepared {
	switch {
	case c.err != nil:
		return prepared{askErr: c.err}
	case c.unchanged:
		p := prepared{unchanged: true}
		if c.Warning != nil {
			p.warning = c.Warning
		}
		return p
	}
	p := prepared{result: record(ctx, c.Item, ex)}
	if p.err != nil {
		return p
	}
	a := &p.record.Article
	p.path = a.Path
	var err error
	if p.fragment, err = graph.FromRecord(p.record); err != nil {
		p.err = fmt.Errorf("%s: %s: %w", a.Path, a.Name, err)
		return p
	}
	p.fragment.Article.ReadHash = c.readHash
	p.record = nil
	return p
}

// batches groups what is to be loaded. Faults are told as they come.
func batches(articles iter.Seq[prepared], rep *reporter) iter.Seq[*batch] {
	return func(yield func(*batch) bool) {
		next := &batch{}
		for p := range articles {
			rep.count()
			rep.warn(p.result)
			switch {
			case p.askErr != nil:
				yield(&batch{err: p.askErr})
				return
			case p.err != nil:
				rep.report(p.err)
			case p.unchanged:
				next.unchanged++
			case next.add(&p):
				if !yield(next) {
					return
				}
				next = &batch{}
			}
		}
		if len(next.fragments)+next.unchanged > 0 {
			yield(next)
		}
	}
}

// compared has batches compared with what the graph holds. It may be one batch ahead of the loader, so that one with an article
// that the batch before it had too is left alone, as is one that cannot be compared because of an article.
func compared(ctx context.Context, list iter.Seq[*batch],
	compare func(context.Context, []*graph.Fragment) (*neo4j.Compared, error)) iter.Seq[*batch] {
	return func(yield func(*batch) bool) {
		before := map[string]bool{} // keys of the articles of the last batch
		for b := range list {
			again := false
			keys := map[string]bool{}
			for _, f := range b.fragments {
				keys[f.Article.ID] = true
				again = again || before[f.Article.ID]
			}
			before = keys
			if len(keys) > 0 && !again {
				var err error
				if b.compared, err = compare(ctx, b.fragments); err != nil && databaseFault(err) {
					b.err = err
				}
			}
			if !yield(b) {
				return
			}
		}
	}
}

// reporter tells which articles failed, one line each, and counts them. It is safe for concurrent use.
type reporter struct {
	w        io.Writer
	progress *progress // nil where nobody watches

	mu     sync.Mutex
	failed int
}

// count counts an article on the terminal.
func (r *reporter) count() {
	if r.progress != nil {
		r.progress.add(1)
	}
}

func (r *reporter) report(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failed++
	fmt.Fprintln(r.w, printable(err.Error(), ""))
}

// warn tells what was done to read an article that is good.
func (r *reporter) warn(x result) {
	if x.warning != nil {
		r.mu.Lock()
		defer r.mu.Unlock()
		fmt.Fprintln(r.w, printable("warning: "+x.warning.Error(), ""))
	}
}

// err is what a command returns in the end: nil where every article is done.
func (r *reporter) err() error {
	if r.failures() > 0 {
		return errPartly
	}
	return nil
}

// failures tells how many articles have failed so far.
func (r *reporter) failures() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.failed
}
