package source

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"graphload/internal/news"
)

// checkArticle holds what every reader of an Article relies on.
func checkArticle(t *testing.T, a *news.Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title) || !utf8.ValidString(a.Source) || !utf8.ValidString(a.Name) {
		t.Errorf("not valid UTF-8: %+v", a)
	}
	if a.ID == "" || a.Name == "" || strings.TrimSpace(a.Text) == "" {
		t.Errorf("incomplete: %+v", a)
	}
	if !news.ValidDate(a.Published) {
		t.Errorf("published is %q", a.Published)
	}
	end := 0
	for _, m := range a.Marks {
		if m.Start < end || m.End <= m.Start || m.End > len(a.Text) {
			t.Fatalf("marks are not sorted, overlap or leave the text of %d bytes: %+v", len(a.Text), a.Marks)
		}
		if !utf8.ValidString(m.In(a.Text)) {
			t.Errorf("mark %+v cuts a character", m)
		}
		end = m.End
	}
}

// FuzzRead holds that no input brings reading down, and that what is read is sound or told as an error.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", body, "---\ntitle: A\n---\n" + body, "\xff\xfeA\x00 \x00b\x00", "\xfe\xff\x00A", "\x93Caf\xe9\x94",
		`{"id":"a","text":"One \ud83d\ude00.","published":"2025-03-14"}` + "\n" + `{"id":"b","te`,
		`[{"id":1,"text":"One."},{"text":"Two."}]`, "{\n\"text\":\n\"One.\"\n}", `{"schema":"graphload/1"}`,
		"Norway and Chad go on\nBy Ola Rimstad\n14.03.2025\nOSLO, March 5, 2025 (Fjord News) - " + body + "\n\nLeave a Reply\n\nName",
		"Rose.Minister of State Ada Roe .\nWent.Minister of State Ada Roe .\nof( Minister of State Ada Roe )the",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		opt := Options{Stdin: strings.NewReader(string(data)), MaxBytes: 1 << 16}
		items := 0
		for item := range Read(context.Background(), []string{"-"}, opt) {
			items++
			switch {
			case item.Article != nil:
				checkArticle(t, item.Article)
			case item.Record != nil:
				if err := item.Record.Validate(); err != nil {
					t.Error(err)
				}
			case item.Err == nil:
				t.Error("an empty item")
			case strings.ContainsAny(item.Err.Error(), "\n\r"):
				t.Errorf("an error of several lines: %q", item.Err.Error())
			}
		}
		if items == 0 {
			t.Error("nothing was said of the input")
		}
	})
}

// FuzzMarks holds that marks are sound for every text, and that a second look finds the same.
func FuzzMarks(f *testing.F) {
	const who = "Foreign Minister of Norway Ada Brunvoll"
	for _, seed := range []string{
		body,
		"Follow us\nEurope\nNorway and Chad go on talking\nBy Ola Rimstad | 23-10-2025 [Fjord 24]\n" + body + "\nShare\nTweet",
		"Talks\u00a0in Oslo\n\u200b\nMiami, FL – " + body + "\n\nRelated\nA b c\n\nComments (2)\n© 2026",
		"A ferry that came late\nMarch 2, 2007; 18 years ago (2007-03-02)\n" + body,
		"Several( " + who + " )boats.“We go.”" + who + " .\n(é" + who + " )ways. Rose. " + who + ", However, no.",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.TrimSpace(text) == "" {
			return
		}
		first := &news.Article{ID: "x", Name: "x", Text: text}
		markText(first, 0)
		checkArticle(t, first)
		second := &news.Article{ID: "x", Name: "x", Text: text}
		markText(second, 0)
		if len(first.Marks) != len(second.Marks) || first.Title != second.Title || first.Published != second.Published {
			t.Errorf("first %+v, then %+v", first, second)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := "Norway and Chad go on talking\n\nBy Ola Rimstad\nMarch 14, 2025\n\nOSLO (Fjord News) - " +
		strings.Repeat(body+"\n\n", 8) + "Leave a Reply\n\nYour email address will not be published.\n"
	line, err := json.Marshal(map[string]string{"text": text})
	if err != nil {
		b.Fatal(err)
	}
	in := string(line)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		for item := range Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(in)}) {
			if item.Article == nil {
				b.Fatal(item.Err)
			}
		}
	}
}
