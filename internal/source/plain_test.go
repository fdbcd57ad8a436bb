package source

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graphload/internal/news"
)

// plainPage is a text in the layout of a news site, from testdata/plain, with the answer. A file begins with "key: value"
// lines for what the page tells of itself, and after a line of three hyphens come the lines of the page, each behind a
// letter that says what it is: "T" the headline, "H" the header (section, byline, date, place line), "+" the article,
// "-" what does not belong to it. Within a line [[ and ]] enclose what is not the article's.
type plainPage struct {
	name   string
	fields map[string]string
	text   string
	kept   []bool // by byte of text, whether it is the article's
}

func readPlainPages(t *testing.T) []plainPage {
	t.Helper()
	files, err := filepath.Glob("testdata/plain/*.page")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d pages, %v", len(files), err)
	}
	var pages []plainPage
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, parsePlainPage(t, file, string(data)))
	}
	return pages
}

func parsePlainPage(t *testing.T, file, data string) plainPage {
	t.Helper()
	p := plainPage{name: strings.TrimSuffix(filepath.Base(file), ".page"), fields: map[string]string{}}
	header, lines, ok := strings.Cut(data, "---\n")
	if !ok {
		t.Fatalf("%s: no line of three hyphens", file)
	}
	for field := range strings.Lines(header) {
		key, value, _ := strings.Cut(field, ":")
		p.fields[key] = strings.TrimSpace(value)
	}
	var text strings.Builder
	add := func(s string, kept bool) {
		text.WriteString(s)
		p.kept = append(p.kept, slices.Repeat([]bool{kept}, len(s))...)
	}
	for l := range strings.Lines(lines) {
		mark, rest, _ := strings.Cut(l, " ")
		if strings.TrimSpace(mark) == "" {
			add("\n", false)
			continue
		}
		if !strings.Contains("TH+-", mark) {
			t.Fatalf("%s: a line begins with %q", file, mark)
		}
		for rest != "" {
			before, inner, found := strings.Cut(rest, "[[")
			add(before, mark == "T" || mark == "+")
			inner, rest, _ = strings.Cut(inner, "]]")
			if found {
				add(inner, false)
			}
		}
	}
	p.text = text.String()
	return p
}

// layoutScore counts words by what they are and what they were taken for.
type layoutScore struct {
	kept, dropped        int // rightly
	wrongKept, wrongDrop int
}

func (s *layoutScore) add(o layoutScore) {
	s.kept += o.kept
	s.dropped += o.dropped
	s.wrongKept += o.wrongKept
	s.wrongDrop += o.wrongDrop
}

func share(part, rest int) float64 { return float64(part) / float64(max(part+rest, 1)) }

func (s *layoutScore) String() string {
	return fmt.Sprintf("kept P %.4f R %.4f  dropped P %.4f R %.4f", share(s.kept, s.wrongKept), share(s.kept, s.wrongDrop),
		share(s.dropped, s.wrongDrop), share(s.dropped, s.wrongKept))
}

// check fails the test for each share of words that is below the floor.
func (s *layoutScore) check(t *testing.T, floor float64) {
	t.Helper()
	for name, x := range map[string]float64{
		"precision of kept words":    share(s.kept, s.wrongKept),
		"recall of kept words":       share(s.kept, s.wrongDrop),
		"precision of dropped words": share(s.dropped, s.wrongDrop),
		"recall of dropped words":    share(s.dropped, s.wrongKept),
	} {
		if x < floor {
			t.Errorf("%s is %.4f, the floor is %.4f", name, x, floor)
		}
	}
}

// score compares marks with the answer, word by word.
func (p *plainPage) score(a *news.Article) (s layoutScore, wrong []string) {
	got := slices.Repeat([]bool{true}, len(p.text))
	for _, m := range a.Marks {
		for i := m.Start; i < m.End && m.Kind != news.MarkTitle; i++ {
			got[i] = false
		}
	}
	from := 0
	for l := range strings.Lines(p.text) {
		inWord, kept, dropped := false, 0, 0
		for i, c := range l {
			if !isAlphanumeric(c) {
				inWord = inWord && c != ' ' && c != '\n'
				continue
			}
			if at := from + i; !inWord {
				switch {
				case p.kept[at] && got[at]:
					s.kept++
				case p.kept[at]:
					s.wrongDrop++
					dropped++
				case got[at]:
					s.wrongKept++
					kept++
				default:
					s.dropped++
				}
			}
			inWord = true
		}
		if kept > 0 {
			wrong = append(wrong, fmt.Sprintf("kept %d: %s", kept, strings.TrimSpace(l)))
		}
		if dropped > 0 {
			wrong = append(wrong, fmt.Sprintf("dropped %d: %s", dropped, strings.TrimSpace(l)))
		}
		from += len(l)
	}
	return s, wrong
}

// TestPlainPages holds the reader of plain text to what it has reached. Run it with -v to see what it gets wrong.
func TestPlainPages(t *testing.T) {
	const (
		floorWords  = 0.99 // precision and recall, of the words kept and of those dropped
		floorFields = 0.90 // share of the pages whose title, date, publisher are right
	)
	pages := readPlainPages(t)
	var all layoutScore
	right := map[string]int{}
	for i := range pages {
		p := &pages[i]
		a := &news.Article{Text: p.text}
		markText(a, 0)
		s, wrong := p.score(a)
		all.add(s)
		if len(wrong) > 0 {
			t.Logf("%s: %v\n\t%s", p.name, &s, strings.Join(wrong, "\n\t"))
		}
		for field, got := range map[string]string{"title": a.Title, "published": a.Published, "source": a.Source} {
			if strings.EqualFold(strings.TrimPrefix(got, "The "), strings.TrimPrefix(p.fields[field], "The ")) {
				right[field]++
			} else {
				t.Logf("%s: %s is %q, want %q", p.name, field, got, p.fields[field])
			}
		}
	}
	t.Logf("%d pages: %v; title %d, date %d, publisher %d", len(pages), &all, right["title"], right["published"], right["source"])
	all.check(t, floorWords)
	for _, field := range []string{"title", "published", "source"} {
		if x := float64(right[field]) / float64(len(pages)); x < floorFields {
			t.Errorf("%s is right on %.3f of the pages, the floor is %.3f", field, x, floorFields)
		}
	}
}
