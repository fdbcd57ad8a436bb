package source

import (
	"context"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"graphload/internal/news"
)

// pageGold is what a page under testdata/pages says of itself; its text stands beside it.
type pageGold struct {
	Title, Publisher, Author, Date, URL, Language string
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

// keptText returns the words of an article that are the article's own: its text without what is marked as the page's.
func keptText(a *news.Article) string {
	kept := []byte(a.Text)
	for _, m := range a.Marks {
		if m.Kind != news.MarkTitle && m.Reason != whyPlaceLine {
			for i := m.Start; i < m.End; i++ {
				kept[i] = ' '
			}
		}
	}
	return string(kept)
}

// TestPages holds the main text of pages in the layouts of real sites, in words, and what they say of themselves. Run it
// with -v for the figures of each page.
func TestPages(t *testing.T) {
	const (
		floorWords = 0.985 // precision and recall of all pages together
		floorPage  = 0.90  // and of each
	)
	gold := readGold(t)
	if len(gold) < 30 {
		t.Errorf("%d pages, want 30", len(gold))
	}
	var right, found, wanted int
	for _, name := range slices.Sorted(maps.Keys(gold)) {
		want := gold[name]
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
		kept := keptText(a)
		r, f, w := 0, 0, 0
		wantWords := bagOfWords(string(text))
		for word, n := range bagOfWords(kept) {
			r += min(n, wantWords[word])
			f += n
		}
		for _, n := range wantWords {
			w += n
		}
		right, found, wanted = right+r, found+f, wanted+w
		precision, recall := float64(r)/float64(f), float64(r)/float64(w)
		t.Logf("%-21s precision %.3f, recall %.3f", name, precision, recall)
		if precision < floorPage || recall < floorPage {
			t.Errorf("%s: precision or recall below %.2f:\n%s", name, floorPage, kept)
		}
		for _, field := range []struct{ name, got, want string }{
			{"title", a.Title, want.Title}, {"publisher", a.Source, want.Publisher}, {"date", a.Published, want.Date},
			{"url", a.URL, want.URL}, {"language", a.Language, want.Language},
		} {
			if field.got != field.want && field.want != "" {
				t.Errorf("%s: %s is %q, want %q", name, field.name, field.got, field.want)
			}
		}
		if want.Author != "" && strings.Contains(kept, want.Author) && !strings.Contains(string(text), want.Author) {
			t.Errorf("%s: the byline of %s is left in the text:\n%s", name, want.Author, kept)
		}
	}
	precision, recall := float64(right)/float64(found), float64(right)/float64(wanted)
	t.Logf("all %d pages precision %.4f, recall %.4f", len(gold), precision, recall)
	if precision < floorWords || recall < floorWords {
		t.Errorf("precision %.4f or recall %.4f of all pages below %.3f", precision, recall, floorWords)
	}
}
