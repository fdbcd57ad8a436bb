package source

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"graphload/internal/news"

	"github.com/google/go-cmp/cmp"
)

const prose = "The ministers of Norway and Chad met in Oslo on the first day of the week, and they agreed on very little."

func TestReadBadInput(t *testing.T) {
	record := recordLine(t)
	tests := []struct {
		name    string // of the file
		content string
		want    []string
	}{
		{"empty.txt", "", []string{"error empty.txt: no text: the article is empty"}},
		{"blank.txt", " \n\t\r\n", []string{"error blank.txt: no text: the article is empty"}},
		{"only-front-matter.md", "---\ntitle: x\n---\n \n", []string{"error only-front-matter.md: no text: the article is empty"}},
		{"zero.txt", "abc\x00def and so on", []string{"error zero.txt: binary data, no text: save the article as text"}},
		{"control.txt", strings.Repeat("a\x01\x02", 20), []string{"error control.txt: binary data, no text: save the article as text"}},
		{"a.pdf", "%PDF-1.7\n1 0 obj", []string{"error a.pdf: binary data, no text: save the article as text"}},
		{"page.html", "\n<!DOCTYPE html><html>", []string{
			"error page.html: a web page without an article: no text in paragraphs found; save the article's own page"}},
		{"damaged.txt", "Čeština\nje řeč \xff a", []string{
			"error damaged.txt: damaged UTF-8 in line 2, byte 20 of the file: save it as UTF-8"}},
		{"cut.txt", "It ends in a dash \xe2\x80", []string{
			"error cut.txt: damaged UTF-8 in line 1, byte 19 of the file: save it as UTF-8"}},
		{"cyrillic.txt", "\xcf\xf0\xe5\xe7\xe8\xe4\xe5\xed\xf2 \xf1\xea\xe0\xe7\xe0\xeb", []string{
			"error cyrillic.txt: neither UTF-8 nor UTF-16 nor Windows-1252: save it as UTF-8"}},
		{"unused-byte.txt", "It is a text with one odd byte \x81 in it", []string{
			"error unused-byte.txt: neither UTF-8 nor UTF-16 nor Windows-1252: save it as UTF-8"}},
		{"large.txt", strings.Repeat("word ", 500), []string{
			"error large.txt: larger than 2000 bytes: split it into its articles"}},
		{"front.md", "---\ntitle: A\ndate: 03/04/2025\n---\n" + prose, []string{
			`error front.md: the date of publication at the top of the file is "03/04/2025", ` +
				"expected a date such as 2025-10-30: correct it or leave it out"}},
		{"empty.jsonl", "\n \n", []string{"error empty.jsonl: no text: the article is empty"}},
		{"lines.jsonl", strings.Join([]string{
			`{"id":"one","text":"First text."}`,
			``,
			`{"id":"two","text":"Sec`,
			`not JSON`,
			`["a list"]`,
			`{"id":"three","text":7}`,
			`{"id":"four","text":"  "}`,
			`{"id":"five"}`,
			`{"id":"six","text":"Sixth.","published":"yesterday"}`,
			`{"id":"seven","text":"lone \ud83d half"}`,
			`{"id":"eight","text":"reversed \udc00\ud800 pair"}`,
			`{"id":"nine","text":"broken ` + "\xc3" + ` byte"}`,
			`{"id":"ten","text":"zero \u0000 byte"}`,
			`{"id":["no"],"text":"x"}`,
			`{"id":"long","text":"` + strings.Repeat("word ", 500) + `"}`,
			`{"id":"longer","text":"` + strings.Repeat("word ", 5000) + `"}`,
			`{"schema":"graphload/1","article":{}}`,
			`{"schema":"graphload/99"}`,
			`{"id":"whole","text":"whole \ud83d\ude00 pair and \\ud800 as letters"}`,
			record,
			record,
			`{"id":"last","text":"It ends with`,
		}, "\n"), []string{
			"article one: lines.jsonl",
			"error lines.jsonl:3: the JSON object breaks off: the file may be cut; write it again",
			"error lines.jsonl:4: not valid JSON: invalid character 'o' in literal null (expecting 'u')",
			"error lines.jsonl:5: a JSON array, expected an object",
			"error lines.jsonl:6: field text is a number, expected a string",
			"error lines.jsonl:7: field text is absent or empty: each line needs the article's text",
			"error lines.jsonl:8: field text is absent or empty: each line needs the article's text",
			`error lines.jsonl:9: field published is "yesterday", expected a date such as 2025-10-30: correct it or leave it out`,
			`error lines.jsonl:10: \ud83d is half of a character: write the whole surrogate pair`,
			`error lines.jsonl:11: \udc00 is half of a character: write the whole surrogate pair`,
			"error lines.jsonl:12: not valid UTF-8: write the file as UTF-8",
			"error lines.jsonl:13: binary data, no text: save the article as text",
			"error lines.jsonl:14: field id is neither a string nor a number",
			"error lines.jsonl:15: larger than 2000 bytes: split it into its articles",
			"error lines.jsonl:16: larger than 2000 bytes: split it into its articles",
			"error lines.jsonl:17: not a record of graphload/1: article.id is empty",
			`error lines.jsonl:18: not a record of graphload/1: schema is "graphload/99", expected "graphload/1"`,
			"article whole: lines.jsonl",
			"record sample: elsewhere.txt",
			"error lines.jsonl:21: same article as lines.jsonl:20: the first one counts, remove this one",
			"error lines.jsonl:22: the JSON object breaks off: the file may be cut; write it again",
		}},
		{"no-object.jsonl", `tex": "the first line is cut"}` + "\n" + `{"text":"The second is not."}`, []string{
			"error no-object.jsonl:1: not valid JSON: invalid character 'e' in literal true (expecting 'r')",
			"article no-object-2: no-object.jsonl"}},
		{"list.json", "[\n {\"id\": 1, \"text\": \"One.\"},\n {\"id\": 2,\n  \"text\": \"\"}\n]\n", []string{
			"article 1: list.json",
			"error list.json:3: field text is absent or empty: each line needs the article's text"}},
		{"list-cut.json", "[\n {\"id\": 1, \"text\": \"One.\"},\n {\"id\": 2,\n", []string{
			"article 1: list-cut.json",
			"error list-cut.json:2: the JSON object breaks off: the file may be cut; write it again"}},
		{"list-open.json", "[\n {\"id\": 1, \"text\": \"One.\"}\n", []string{
			"article 1: list-open.json",
			"error list-open.json:3: the JSON object breaks off: the file may be cut; write it again"}},
		{"pretty.json", "{\n  \"id\": \"a\",\n  \"text\": \"One.\"\n}\n{\n  \"text\": \"Two.\"\n}\n} ", []string{
			"article a: pretty.json", "article pretty-5: pretty.json",
			`error pretty.json:8: not valid JSON: "}" where an object should begin`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			path := write(t, dir, test.name, test.content)
			got := outline(t, dir, Options{MaxBytes: 2000}, path)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func recordLine(t *testing.T) string {
	t.Helper()
	var line bytes.Buffer
	rec := &news.Record{Article: news.Article{ID: "r1", Name: "sample", Path: "elsewhere.txt", Text: "Some text."}}
	if err := news.NewEncoder(&line).Encode(rec); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(line.String())
}

func TestReadSameArticle(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.txt", prose)
	write(t, dir, "b.txt", prose)
	write(t, dir, "c.jsonl", `{"id":"7","source":"Example News","text":"One."}
{"id":"7","source":"Other News","text":"Two."}
{"id":7,"source":"Example News","text":"Three."}
{"url":"http://www.example.com/x/?utm_source=y","text":"Four."}
{"url":"https://example.com/x#top","text":"Five."}`)
	want := []string{
		"article a: a.txt",
		"error b.txt: same article as a.txt: the first one counts, remove this one",
		"article 7: c.jsonl",
		"article 7: c.jsonl",
		"error c.jsonl:3: same article as c.jsonl:1: the first one counts, remove this one",
		"article c-4: c.jsonl",
		"error c.jsonl:5: same article as c.jsonl:4: the first one counts, remove this one",
	}
	got := outline(t, dir, Options{}, dir)
	for i := range got {
		got[i] = strings.ReplaceAll(got[i], dir+"/", "")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadEncodings(t *testing.T) {
	const text = "“Café” – the minister’s own word for it, as the people of the town say, cost 5 €."
	utf16Bytes := func(bigEndian bool, text string) string {
		var b []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			high, low := byte(unit>>8), byte(unit)
			if bigEndian {
				b = append(b, high, low)
			} else {
				b = append(b, low, high)
			}
		}
		return string(b)
	}
	tests := []struct{ name, content, want string }{
		{"UTF-8", text, text},
		{"UTF-8 with mark", "\ufeff" + text, text},
		{"UTF-16 little endian with mark", utf16Bytes(false, "\ufeff"+text), text},
		{"UTF-16 big endian with mark", utf16Bytes(true, "\ufeff"+text), text},
		{"UTF-16 little endian without mark", utf16Bytes(false, text), text},
		{"UTF-16 big endian without mark", utf16Bytes(true, text), text},
		{"Windows-1252", "\x93Caf\xe9\x94 \x96 the minister\x92s own word for it, as the people of the town say, cost 5 \x80.", text},
		{"carriage returns stay", "One.\r\nTwo.\r\n", "One.\r\nTwo.\r\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			article := only(t, write(t, t.TempDir(), "a.txt", test.content))
			if article.Text != test.want {
				t.Errorf("got %q, want %q", article.Text, test.want)
			}
		})
	}
	t.Run("JSON Lines in UTF-16", func(t *testing.T) {
		line := `{"id":"a","text":"` + text + `"}` + "\n"
		article := only(t, write(t, t.TempDir(), "a.jsonl", utf16Bytes(false, "\ufeff"+line)))
		if article.Text != text {
			t.Errorf("got %q, want %q", article.Text, text)
		}
	})
	t.Run("JSON Lines with mark", func(t *testing.T) {
		if article := only(t, write(t, t.TempDir(), "a.jsonl", "\ufeff"+`{"id":"a","text":"x y"}`)); article.Text != "x y" {
			t.Errorf("got %q", article.Text)
		}
	})
	t.Run("half a surrogate pair in UTF-16", func(t *testing.T) {
		path := write(t, t.TempDir(), "a.txt", "\xff\xfea\x00\x00\xd8b\x00")
		got := outline(t, filepath.Dir(path), Options{}, path)
		if diff := cmp.Diff([]string{"error a.txt: damaged UTF-16: save it as UTF-8"}, got); diff != "" {
			t.Error(diff)
		}
	})
}

// only reads a path that holds one article.
func only(t *testing.T, path string) *news.Article {
	t.Helper()
	var article *news.Article
	for item := range Read(context.Background(), []string{path}, Options{}) {
		if item.Article == nil || article != nil {
			t.Fatalf("expected one article, got %+v", item)
		}
		article = item.Article
	}
	if article == nil {
		t.Fatal("no article")
	}
	return article
}

func TestReadFields(t *testing.T) {
	dir := t.TempDir()
	t.Run("JSON Lines", func(t *testing.T) {
		path := write(t, dir, "a.jsonl", `{"id":"x-1","text":"`+prose+`","title":" A title ","url":"https://example.com/a",`+
			`"source":"Example News","published":"2025-03-14T23:30:00-05:00","score":0.5,"tags":["a"]}`)
		want := &news.Article{
			ID:        news.ArticleID("https://example.com/a", "Example News", "x-1", prose),
			Name:      "x-1",
			Path:      path,
			URL:       "https://example.com/a",
			Title:     "A title",
			Source:    "Example News",
			Published: "2025-03-14",
			Language:  "en",
			Text:      prose,
		}
		if diff := cmp.Diff(want, only(t, path)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("Markdown with front matter", func(t *testing.T) {
		front := "---\ntitle: \"The \\\"long\\\" night\"\nDate: 14 March 2025\npublisher: 'Example News'\n" +
			"link: https://example.com/b\ntags:\n  - one\n---"
		text := front + "\n\n# The long night\n\n" + prose + "\n"
		path := write(t, dir, "b.md", text)
		want := &news.Article{
			ID:        news.ArticleID("https://example.com/b", "", "", ""),
			Name:      "b",
			Path:      path,
			URL:       "https://example.com/b",
			Title:     `The "long" night`,
			Source:    "Example News",
			Published: "2025-03-14",
			Language:  "en",
			Text:      text,
			Marks: []news.Mark{
				{Span: news.Span{Start: 0, End: len(front)}, Kind: news.MarkHeader, Reason: whyFrontMatter},
				{Span: news.Span{Start: len(front) + 2, End: len(front) + 2 + len("# The long night")}, Kind: news.MarkTitle, Reason: whyTitle},
			},
		}
		if diff := cmp.Diff(want, only(t, path)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestReadStdin(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"text", prose, []string{"article stdin: -"}},
		{"JSON Lines", `{"id":"a","text":"One."}` + "\n" + `{"text":"Two."}` + "\n{", []string{
			"article a: -", "article stdin-2: -",
			"error standard input:3: the JSON object breaks off: the file may be cut; write it again"}},
		{"empty", "", []string{"error standard input: no text: the article is empty"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := outline(t, "", Options{Stdin: strings.NewReader(test.in)}, "-", "-")
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestReadStopsWhenCancelled holds that a read which waits for a pipe ends with its context.
func TestReadStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	defer out.Close()
	if _, err := out.WriteString(`{"text":"One."}` + "\n"); err != nil {
		t.Fatal(err)
	}
	items := 0
	for range Read(ctx, []string{"-", "no-such-file.txt"}, Options{Stdin: in}) {
		items++
		cancel() // the pipe stays open: the next read waits for more
	}
	if items != 1 {
		t.Errorf("got %d items, want the one before the context was done", items)
	}
}

func TestReadStopsWithItsCaller(t *testing.T) {
	n := 0
	for range Read(context.Background(), []string{"no-1", "no-2", "no-3"}, Options{}) {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("got %d items, want 2", n)
	}
}

// TestReadLongLine holds that a line far above the limit is passed over in pieces.
func TestReadLongLine(t *testing.T) {
	const limit, length = 1000, 50 << 20
	in := bufio.NewReader(io.MultiReader(strings.NewReader(strings.Repeat("x", length)), strings.NewReader("\nnext\n")))
	line, long, err := readLine(in, nil, limit)
	if !long || err != nil || cap(line) > 100*limit {
		t.Errorf("long is %t, error %v, %d bytes held", long, err, cap(line))
	}
	if line, long, err = readLine(in, line[:0], limit); long || err != nil || string(line) != "next" {
		t.Errorf("after it: %q, long is %t, error %v", line, long, err)
	}
}
