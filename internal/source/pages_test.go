package source

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"graphload/internal/news"
)

// pageGold is what a page under testdata/pages says of itself; its text stands beside it.
type pageGold struct {
	Title, Publisher, Date, URL, Language string
}

func readGold(t *testing.T) map[string]pageGold {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "pages", "pages.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold map[string]pageGold
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	return gold
}

var wordPattern = regexp.MustCompile(`[\pL\pN_]+`)

func bagOfWords(text string) map[string]int {
	bag := map[string]int{}
	for _, word := range wordPattern.FindAllString(strings.ToLower(text), -1) {
		bag[word]++
	}
	return bag
}

// TestPages holds the main text of pages in the layouts of real sites, in words, and what they say of themselves.
func TestPages(t *testing.T) {
	gold := readGold(t)
	var right, found, wanted int
	for name, want := range gold {
		path := filepath.Join("testdata", "pages", name+".html")
		var a *news.Article
		for item := range Read(context.Background(), []string{path}, Options{AnyLanguage: true}) {
			if item.Err != nil {
				t.Fatal(item.Err)
			}
			a = item.Article
		}
		text, err := os.ReadFile(filepath.Join("testdata", "pages", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		r, f, w := 0, 0, 0
		wantWords := bagOfWords(string(text))
		for word, n := range bagOfWords(a.Text) {
			r += min(n, wantWords[word])
			f += n
		}
		for _, n := range wantWords {
			w += n
		}
		right, found, wanted = right+r, found+f, wanted+w
		t.Logf("%-14s precision %.3f, recall %.3f", name, float64(r)/float64(f), float64(r)/float64(w))
		if r*100 < f*90 || r*100 < w*90 {
			t.Errorf("%s: precision or recall below 0.90:\n%s", name, a.Text)
		}
		for _, field := range []struct{ name, got, want string }{
			{"title", a.Title, want.Title}, {"publisher", a.Source, want.Publisher}, {"date", a.Published, want.Date},
			{"url", a.URL, want.URL}, {"language", a.Language, want.Language},
		} {
			if field.got != field.want && field.want != "" {
				t.Errorf("%s: %s is %q, want %q", name, field.name, field.got, field.want)
			}
		}
	}
	if right*100 < found*97 || right*100 < wanted*97 {
		t.Error("precision or recall of all pages below 0.97")
	}
	t.Logf("all %d pages    precision %.4f, recall %.4f", len(gold), float64(right)/float64(found), float64(right)/float64(wanted))
}
