package source

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graphload/internal/news"
)

// span is a range of lines, from 1, or of bytes.
type span struct{ from, to int }

// givenArticles are the annotated articles in the folder beside the repository, with what in them is not running text:
// whole lines, and ranges of bytes within lines. The articles themselves are not ours to print.
var givenArticles = map[string]struct {
	furniture []span // lines
	header    []span // lines: publisher, date, section
	within    []span // bytes: strings that a script dropped, credits around a caption, place lines
}{
	"000_bf1d479c699654fc": {
		furniture: []span{{109, 111}},
		header:    []span{{5, 5}},
		within:    []span{{2018, 2053}, {2514, 2549}, {2953, 2988}, {3425, 3460}, {5250, 5285}},
	},
	"001_33e7247bf968c7c4": {furniture: []span{{51, 51}}, header: []span{{2, 2}}, within: []span{{135, 148}}},
	"002_d9d260c6567328dd": {},
	"003_0270e515499af2e3": {header: []span{{3, 3}}},
	"004_5a2d07a62335c90c": {
		furniture: []span{{1, 3}, {41, 41}, {45, 90}},
		header:    []span{{9, 9}},
		within:    []span{{5525, 5542}, {5734, 5765}},
	},
}

// TestGivenArticles holds that of the annotated articles the words of the article are kept and those of the page dropped, and that
// nothing is dropped that the annotations call a statement or the evidence of a meeting.
func TestGivenArticles(t *testing.T) {
	const floor = 0.97
	folder := filepath.Join("..", "..", "..", "shared")
	if _, err := os.Stat(folder); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("no annotated articles: ", err)
	}
	var all layoutScore
	for name, gold := range givenArticles {
		data, err := os.ReadFile(filepath.Join(folder, "articles", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		p := &plainPage{name: name, text: string(data)}
		line := 0
		for l := range strings.Lines(p.text) {
			line++
			out := slices.ContainsFunc(slices.Concat(gold.furniture, gold.header), func(s span) bool { return s.from <= line && line <= s.to })
			p.kept = append(p.kept, slices.Repeat([]bool{!out}, len(l))...)
		}
		for _, s := range gold.within {
			for i := s.from; i < s.to; i++ {
				p.kept[i] = false
			}
		}
		a := &news.Article{Text: p.text}
		markText(a, 0)
		s, wrong := p.score(a)
		all.add(s)
		t.Logf("%s: %v\n\t%s", name, &s, strings.Join(wrong, "\n\t"))
		checkEvidence(t, a, filepath.Join(folder, "gold", name+".json"))
	}
	t.Logf("all: %v", &all)
	all.check(t, floor)
}

// checkEvidence holds that no line is marked as boilerplate in which a statement or the evidence of a meeting stands.
func checkEvidence(t *testing.T, a *news.Article, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var gold struct {
		Statements []struct{ Content []string }
		Meetings   []struct{ Evidence []string }
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	var quoted []string
	for _, s := range gold.Statements {
		quoted = append(quoted, s.Content...)
	}
	for _, m := range gold.Meetings {
		quoted = append(quoted, m.Evidence...)
	}
	if len(quoted) == 0 {
		t.Fatalf("%s: no statements or meetings", file)
	}
	kept := []byte(a.Text)
	for _, m := range a.Marks {
		if m.Kind == news.MarkBoilerplate {
			for i := m.Start; i < m.End; i++ {
				kept[i] = ' '
			}
		}
	}
	for _, q := range quoted {
		if !strings.Contains(string(kept), q) {
			t.Errorf("%s: dropped, or not in the text: %s", file, q)
		}
	}
}
