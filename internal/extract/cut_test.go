package extract

import (
	"math/rand/v2"
	"strings"
	"testing"

	"graphload/internal/news"
)

// TestCutTexts reads texts that break off at any word, as half of a file does: what looks ahead must not look beyond the end.
func TestCutTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, folder := range []string{"meetings", "people", "statements"} {
		for _, own := range readOwnTexts(t, folder) {
			words := strings.SplitAfter(own.text, " ")
			text := strings.TrimSpace(strings.Join(words[:1+r.IntN(len(words))], ""))
			if text == "" {
				continue
			}
			rec, err := New().Extract(t.Context(), &news.Article{ID: news.ArticleID("", "", own.name, text), Name: own.name,
				Published: own.published, Language: "en", Text: text})
			if err != nil {
				t.Fatalf("%s: %q: %v", own.name, text, err)
			}
			if err := rec.Validate(); err != nil {
				t.Errorf("%s: %q: %v", own.name, text, err)
			}
		}
	}
}
