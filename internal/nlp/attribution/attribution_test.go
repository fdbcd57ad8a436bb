package attribution_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"graphload/internal/country"
	"graphload/internal/nlp"
	"graphload/internal/nlp/attribution"
	"graphload/internal/nlp/coref"
	"graphload/internal/nlp/ner"
	"graphload/internal/nlp/quote"
	"graphload/internal/nlp/token"
)

func doc(text string) *nlp.Doc {
	d := &nlp.Doc{Text: text, Clean: text}
	token.Run(d)
	quote.Run(d)
	d.Places = country.Find(d.Clean)
	ner.Run(d)
	coref.Run(d)
	attribution.Run(d)
	return d
}

// source prints a speaker: a person's name, a country's code, an organization's name, or the words for somebody unnamed.
func source(d *nlp.Doc, s nlp.Source) string {
	switch s.Kind {
	case nlp.PersonSource:
		return d.People[s.Chain].Name
	case nlp.UnnamedSource:
		if s.Span.Len() > 0 {
			return "?" + d.Text[s.Span.Start:s.Span.End]
		}
		return "?" + s.Text
	}
	return "@" + s.Key
}

// statements prints each attribution as "SOURCE [CUE] kind: content / content".
func statements(d *nlp.Doc) []string {
	var out []string
	for _, a := range d.Statements {
		kind := "indirect"
		switch {
		case a.Quoted:
			kind = "direct"
		case a.Mixed:
			kind = "mixed"
		}
		var content []string
		for _, c := range a.Content {
			content = append(content, strings.Join(strings.Fields(d.Text[c.Start:c.End]), " "))
		}
		out = append(out, fmt.Sprintf("%s [%s] %s: %s", source(d, a.Source), d.Text[a.Cue.Start:a.Cue.End], kind, strings.Join(content, " / ")))
	}
	return out
}

// cases reads testdata/cases.txt: a name after "==", the text, then after "--" the statements, one a line.
func cases(t *testing.T) (names []string, text, want map[string]string) {
	f, err := os.Open("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, want = map[string]string{}, map[string]string{}
	name, inWant := "", false
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		switch line := lines.Text(); {
		case strings.HasPrefix(line, "== "):
			name, inWant = line[3:], false
			names = append(names, name)
		case line == "--":
			inWant = true
		case inWant:
			want[name] += line + "\n"
		default:
			text[name] += line + "\n"
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return names, text, want
}

func TestRun(t *testing.T) {
	names, text, want := cases(t)
	if len(names) < 40 {
		t.Fatalf("only %d cases read", len(names))
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			got := strings.Join(statements(doc(strings.TrimSpace(text[name]))), "\n")
			if w := strings.TrimSpace(want[name]); got != w {
				t.Errorf("got\n%s\nwant\n%s", got, w)
			}
		})
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"“A,” said B. “C.”", "Q: A?\nA: B.\nQ: C?", "According to A, B said, C.", "A: “b", "she said, adding that", "“”, he said"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := doc(strings.ToValidUTF8(text, "?"))
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
		for _, a := range d.Statements {
			if len(a.Content) == 0 || a.Source.Kind == nlp.NoSource {
				t.Fatalf("a statement lacks content or source: %+v", a)
			}
			for _, c := range append([]nlp.Span{a.Cue, a.Source.Span}, a.Content...) {
				if c.Start < 0 || c.End < c.Start || c.End > len(text) || !strings.Contains(d.Text, d.Text[c.Start:c.End]) {
					t.Fatalf("span %v lies outside of the text", c)
				}
			}
			for _, c := range a.Content {
				if strings.TrimSpace(d.Text[c.Start:c.End]) == "" {
					t.Fatal("empty content")
				}
			}
		}
	})
}
