package main

import (
	"context"
	"fmt"
	"io"
	"iter"

	"graphload/internal/extract"
	"graphload/internal/graph"
	"graphload/internal/news"
	"graphload/internal/source"
)

// result is one article's record, or why there is none.
type result struct {
	record  *news.Record
	err     error // says which article
	warning error // what had to be done to read it, nil where nothing had
}

// records turns what was read into records with a number of workers, in the order of the input. What is under way at
// one time is bounded by the number of workers, so that memory does not grow with the input. When ctx ends, the
// sequence ends too; the caller tells an end from a stop by ctx.Err.
func records(ctx context.Context, items iter.Seq[source.Item], ex extract.Extractor, workers int) iter.Seq[result] {
	return func(yield func(result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()

		type job struct {
			item source.Item
			done chan result // holds one, so that a worker never waits for a reader that has gone
		}
		jobs := make(chan job)
		ordered := make(chan job, 2*workers)
		for range workers {
			go func() {
				for j := range jobs {
					j.done <- record(ctx, j.item, ex)
				}
			}()
		}
		go func() {
			defer close(ordered)
			defer close(jobs)
			for item := range items {
				j := job{item, make(chan result, 1)}
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
			var r result
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
func record(ctx context.Context, item source.Item, ex extract.Extractor) (r result) {
	switch {
	case item.Err != nil:
		return result{err: item.Err}
	case item.Record != nil:
		return result{record: item.Record}
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
	return result{record: rec}
}

// batch groups articles so that one transaction has enough to do and not too much: at most batchArticles, and no
// further one once their texts exceed batchBytes.
type batch struct {
	fragments []*graph.Fragment
	paths     []string // where each came from
	bytes     int      // of their texts
}

const (
	batchArticles = 200
	batchBytes    = 8 << 20
)

func (b *batch) add(f *graph.Fragment, path string) {
	b.fragments = append(b.fragments, f)
	b.paths = append(b.paths, path)
	b.bytes += len(f.Article.Text)
}

func (b *batch) full() bool { return len(b.fragments) >= batchArticles || b.bytes >= batchBytes }

func (b *batch) reset() { *b = batch{} }

// reporter tells which articles failed, one line each, and counts them.
type reporter struct {
	w      io.Writer
	failed int
}

func (r *reporter) report(err error) {
	r.failed++
	fmt.Fprintln(r.w, printable(err.Error(), ""))
}

// warn tells what was done to read an article that is good.
func (r *reporter) warn(x result) {
	if x.warning != nil {
		fmt.Fprintln(r.w, printable("warning: "+x.warning.Error(), ""))
	}
}

// fragment is an article's share of the graph, or nil where the article failed, which is reported.
func (r *reporter) fragment(x result) *graph.Fragment {
	r.warn(x)
	if x.err != nil {
		r.report(x.err)
		return nil
	}
	f, err := graph.FromRecord(x.record)
	if err != nil {
		a := &x.record.Article
		r.report(fmt.Errorf("%s: %s: %w", a.Path, a.Name, err))
		return nil
	}
	return f
}

// err is what a command returns in the end: nil where every article is done.
func (r *reporter) err() error {
	if r.failed > 0 {
		return errPartly
	}
	return nil
}
