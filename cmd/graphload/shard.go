package main

import (
	"hash/fnv"
	"iter"
	"strconv"
	"strings"

	"graphload/internal/source"
)

// shard is one of several parts of the input, told by the articles' ids alone, so that several machines that read the same
// input share the work: together they do what one would. The zero value is all of it.
type shard struct{ number, of int }

// parseShard reads "2/4", the second of four parts; "" is all of the input.
func parseShard(s string) (shard, error) {
	if s == "" {
		return shard{}, nil
	}
	number, of, ok := strings.Cut(s, "/")
	i, err := strconv.Atoi(number)
	n, err2 := strconv.Atoi(of)
	if !ok || err != nil || err2 != nil || n < 1 || i < 1 || i > n {
		return shard{}, usagef("--shard is %q; expected I/N with I from 1 to N, such as 2/4", s)
	}
	return shard{i, n}, nil
}

// items leaves out the articles of other shards. What cannot be read has no id: the first shard tells it.
func (s shard) items(items iter.Seq[source.Item]) iter.Seq[source.Item] {
	if s.of <= 1 {
		return items
	}
	return func(yield func(source.Item) bool) {
		for item := range items {
			id := ""
			switch {
			case item.Article != nil:
				id = item.Article.ID
			case item.Record != nil:
				id = item.Record.Article.ID
			}
			mine := s.number == 1
			if id != "" {
				h := fnv.New64a()
				h.Write([]byte(id))
				mine = int(h.Sum64()%uint64(s.of)) == s.number-1
			}
			if mine && !yield(item) {
				return
			}
		}
	}
}
