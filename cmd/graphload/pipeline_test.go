package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"graphload/internal/news"
	"graphload/internal/source"
)

// extractFunc is an Extractor made of a function.
type extractFunc func(context.Context, *news.Article) (*news.Record, error)

func (f extractFunc) Extract(ctx context.Context, a *news.Article) (*news.Record, error) {
	return f(ctx, a)
}

func numbered(n int) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for i := range n {
			a := &news.Article{Name: fmt.Sprint(i), Path: fmt.Sprintf("%d.txt", i)}
			if !yield(source.Item{Article: a}) {
				return
			}
		}
	}
}

func plainRecord(a *news.Article) *news.Record { return &news.Record{Article: *a} }

// Whichever article is done first, the answers come in the order of the input.
func TestRecordsInOrder(t *testing.T) {
	const articles = 100
	slowest := extractFunc(func(_ context.Context, a *news.Article) (*news.Record, error) {
		if strings.HasSuffix(a.Name, "0") {
			time.Sleep(2 * time.Millisecond) // the other workers overtake
		}
		return plainRecord(a), nil
	})
	for _, workers := range []int{1, 2, 16} {
		i := 0
		for r := range records(t.Context(), numbered(articles), extractor{Extractor: slowest}, workers) {
			if r.err != nil || r.record.Article.Name != fmt.Sprint(i) {
				t.Fatalf("%d workers: place %d has %v, error %v", workers, i, r.record, r.err)
			}
			i++
		}
		if i != articles {
			t.Errorf("%d workers: %d records of %d", workers, i, articles)
		}
	}
}

// An article that cannot be extracted, or breaks the extractor, does not stop the others.
func TestRecordsFaults(t *testing.T) {
	ex := extractFunc(func(_ context.Context, a *news.Article) (*news.Record, error) {
		switch a.Name {
		case "1":
			return nil, errors.New("no sense in it")
		case "2":
			var none []int
			_ = none[len(a.Name)]
		}
		return plainRecord(a), nil
	})
	var got []string
	for r := range records(t.Context(), numbered(4), extractor{Extractor: ex}, 3) {
		if r.err != nil {
			got = append(got, r.err.Error())
		} else {
			got = append(got, r.record.Article.Name)
		}
	}
	if len(got) != 4 || got[0] != "0" || got[3] != "3" {
		t.Fatalf("got %q", got)
	}
	if got[1] != "1.txt: 1: no sense in it" {
		t.Errorf("fault: %s", got[1])
	}
	if !strings.HasPrefix(got[2], "2.txt: 2: extraction broke down") || !strings.Contains(got[2], "index out of range") {
		t.Errorf("panic: %s", got[2])
	}
}

// However long the input and slow the caller, only a few articles are under way.
func TestRecordsBounded(t *testing.T) {
	const workers = 3
	var read atomic.Int64
	endless := func(yield func(source.Item) bool) {
		for item := range numbered(1_000_000) {
			read.Add(1)
			if !yield(item) {
				return
			}
		}
	}
	ex := extractFunc(func(_ context.Context, a *news.Article) (*news.Record, error) { return plainRecord(a), nil })
	taken := int64(0)
	for range records(t.Context(), endless, extractor{Extractor: ex}, workers) {
		taken++
		if ahead := read.Load() - taken; ahead > 3*workers+2 {
			t.Fatalf("%d articles read ahead of the caller", ahead)
		}
		if taken == 1000 {
			break
		}
	}
}

// A stop ends the sequence at once, also while the input is silent and an article is under way.
func TestRecordsStop(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	release := make(chan struct{})
	defer close(release)
	silent := func(yield func(source.Item) bool) {
		for item := range numbered(3) {
			if !yield(item) {
				return
			}
		}
		<-release
	}
	ex := extractFunc(func(_ context.Context, a *news.Article) (*news.Record, error) {
		if a.Name == "2" {
			stop()
			<-release
		}
		return plainRecord(a), nil
	})
	n := 0
	for range records(ctx, silent, extractor{Extractor: ex}, 2) {
		n++
	}
	if n > 2 {
		t.Errorf("%d records after the stop", n)
	}
	if ctx.Err() == nil {
		t.Error("the sequence ended without the stop")
	}
}
