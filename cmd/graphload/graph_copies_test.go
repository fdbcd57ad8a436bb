package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"graphload/internal/graph"
	"graphload/internal/news"
)

func printedStory(t *testing.T, story, print int) *graph.Fragment {
	return fragment(t, printedRecord(story, print))
}

// printedRecord is an article of a wire story, as one of its publishers prints it: with a headline of its own, cut by some
// of its last sentences. Some have no date.
func printedRecord(story, print int) *news.Record {
	r := rand.New(rand.NewPCG(uint64(story), 9))
	sentences := []string{fmt.Sprintf("Headline %d of publisher %d", story, print)}
	for range 20 - print%4 {
		var words []string
		for range 12 {
			words = append(words, fmt.Sprintf("word%d", r.IntN(900)))
		}
		sentences = append(sentences, strings.Join(words, " ")+".")
	}
	a := news.Article{ID: fmt.Sprintf("story-%d-%d", story, print), Name: "story", Text: strings.Join(sentences, "\n\n")}
	if print%3 > 0 {
		a.Published = fmt.Sprintf("2026-03-%02d", 20-print)
	}
	return &news.Record{Article: a}
}

// TestGraphCopies holds that near copies lead to the earliest of their story, whatever the order of loading, and also when
// that one goes or comes.
func TestGraphCopies(t *testing.T) {
	const stories, prints = 4, 7
	db := openGraph(t)
	var all []*graph.Fragment
	for story := range stories {
		for print := range prints {
			all = append(all, printedStory(t, story, print))
		}
	}
	load(t, db, all, 200)
	want := dump(t, db)
	links := func(text string) (n int) { return strings.Count(text, "-[COPY_OF]->") }
	if n := links(want); n != stories*(prints-1) {
		t.Errorf("%d articles are copies, want %d", n, stories*(prints-1))
	}
	for story := range stories {
		first := fmt.Sprintf("-[COPY_OF]->([Article] story-%d-5)", story) // the earliest date
		if n := strings.Count(strings.NewReplacer("(Article", "([Article]", "[[", "[", "]]", "]").Replace(want), first); n != prints-1 {
			t.Errorf("story %d: %d copies of the earliest print, want %d", story, n, prints-1)
		}
	}
	sameInAnyOrder(t, db, all, want, 10, 1, 3, 11)
}
