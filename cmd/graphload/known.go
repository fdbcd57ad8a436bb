package main

import (
	"context"
	"iter"

	"graphload/internal/source"
)

// checked is what was read, with whether the graph holds already what it would bring.
type checked struct {
	source.Item
	readHash  string // of an article; see news.Article.ReadHash
	unchanged bool
	err       error // the graph could not be asked: nothing comes after this
}

// readHashes asks the graph for the read hashes of articles, by id.
type readHashes func(ctx context.Context, ids []string) (map[string]string, error)

// check tells before extraction which articles have not changed: those that the graph holds, read as the same text with
// the same marks, title and so on by the same program. It asks for a group of articles at a time, one group ahead of
// the caller. Records pass unchecked: they cost no extraction, and the loader compares them. The order stays.
//
// An answer stays true until the article is loaded, as source.Read gives no article twice.
func check(ctx context.Context, items iter.Seq[source.Item], program func() string, ask readHashes) iter.Seq[checked] {
	return func(yield func(checked) bool) {
		compared := func(yield func([]checked) bool) {
			for group := range groups(items) {
				if err := compare(ctx, group, program, ask); err != nil {
					yield([]checked{{err: err}})
					return
				}
				if !yield(group) {
					return
				}
			}
		}
		for group := range ahead(ctx, compared) {
			for _, c := range group {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// groups cuts a sequence into groups about which one question is asked, each within the bounds of a batch.
func groups(items iter.Seq[source.Item]) iter.Seq[[]checked] {
	return func(yield func([]checked) bool) {
		var group []checked
		bytes := 0
		for item := range items {
			group = append(group, checked{Item: item})
			if item.Article != nil {
				bytes += len(item.Article.Text)
			}
			if len(group) < batchArticles && bytes < batchBytes {
				continue
			}
			if !yield(group) {
				return
			}
			group, bytes = nil, 0
		}
		if len(group) > 0 {
			yield(group)
		}
	}
}

// compare fills in what the graph knows of a group.
func compare(ctx context.Context, group []checked, program func() string, ask readHashes) error {
	var ids []string
	for i := range group {
		a := group[i].Article
		if a == nil || program() == "" {
			continue
		}
		hash, err := a.ReadHash(program())
		if err != nil {
			return err
		}
		group[i].readHash = hash
		ids = append(ids, a.ID)
	}
	if len(ids) == 0 {
		return nil
	}
	known, err := ask(ctx, ids)
	if err != nil {
		return err
	}
	for i := range group {
		c := &group[i]
		c.unchanged = c.readHash != "" && known[c.Article.ID] == c.readHash
	}
	return nil
}

// ahead lets a sequence go on beside its consumer, one element ahead. It ends when ctx does.
func ahead[T any](ctx context.Context, seq iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		queue := make(chan T) // what is ready waits at the sender
		go func() {
			defer close(queue)
			for x := range seq {
				select {
				case queue <- x:
				case <-ctx.Done():
					return
				}
			}
		}()
		for {
			select {
			case <-ctx.Done():
				return
			case x, ok := <-queue:
				if !ok || ctx.Err() != nil || !yield(x) {
					return
				}
			}
		}
	}
}
