package source

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// packedBy returns data packed by a writer of a library.
func packedBy(t testing.TB, data string, open func(io.Writer) (io.WriteCloser, error)) string {
	t.Helper()
	var out bytes.Buffer
	w, err := open(&out)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func gzipped(t testing.TB, data string) string {
	return packedBy(t, data, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil })
}

func zstandard(t testing.TB, data string) string {
	return packedBy(t, data, func(w io.Writer) (io.WriteCloser, error) { return zstd.NewWriter(w) })
}

func brotlied(t testing.TB, data string) string {
	return packedBy(t, data, func(w io.Writer) (io.WriteCloser, error) { return brotli.NewWriter(w), nil })
}

func zlibbed(t testing.TB, data string) string {
	return packedBy(t, data, func(w io.Writer) (io.WriteCloser, error) { return zlib.NewWriter(w), nil })
}

// zipped returns a zip file of names and contents, which alternate.
func zipped(t testing.TB, entries ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(entries); i += 2 {
		entry, err := w.Create(entries[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(entry, entries[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

const smallPage = `<!DOCTYPE html><html><head><title>Norway and Chad talk</title></head><body><h1>Norway and Chad talk</h1>
<p>` + prose + `</p><p>They will meet again in the spring, both ministers said.</p></body></html>`

func smallFeed(body string) string {
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>Fjord News</title><item><title>One</title>` +
		`<guid>n-1</guid><link>https://example.com/1</link><pubDate>Fri, 14 Mar 2025 23:30:00 -0500</pubDate>` +
		`<description>` + body + `</description></item></channel></rss>`
}

// noise is text that hardly shrinks.
func noise(n int) string {
	var b strings.Builder
	for state := uint32(1); b.Len() < n; {
		state = state*1664525 + 1013904223
		fmt.Fprintf(&b, "%08x ", state)
	}
	return b.String()
}

func TestReadForms(t *testing.T) {
	lines := `{"id":"one","text":"First."}` + "\n" + `{"id":"two","text":"Second."}` + "\n"
	long := ""
	for i := range 2000 {
		long += fmt.Sprintf(`{"id":"%d","text":"Text of article %d in a long file: %x."}`+"\n", i, i, i*2654435761)
	}
	cut := gzipped(t, `{"id":"whole","text":"First."}`+"\n"+`{"id":"cut","text":"`+noise(400_000)+`"}`)
	tests := []struct {
		name, content string
		want          []string
	}{
		{"page.txt", smallPage, []string{"article page: page.txt"}},
		{"xhtml.xml", `<?xml version="1.0" encoding="utf-8"?>` + "\n<!-- x -->\n" + smallPage, []string{"article xhtml: xhtml.xml"}},
		{"index.html", `<html><body><a href="/a">One</a><a href="/b">Two</a></body></html>`, []string{
			"error index.html: a web page without an article: no text in paragraphs found; save the article's own page"}},
		{"deep.html", "<html>" + strings.Repeat("<div>", 10_000) + prose, []string{
			"error deep.html: elements more than 500 deep within one another, which no article has: not read"}},
		{"feed.xml", smallFeed(prose), []string{"article n-1: feed.xml"}},
		{"titles.xml", smallFeed(""), []string{`error titles.xml: entry 1 ("One") has no text: the feed may give only titles`}},
		{"deep.xml", "<rss>" + strings.Repeat("<a>", 10_000), []string{
			"error deep.xml: elements more than 500 deep within one another, which no article has: not read"}},
		{"cut.xml", smallFeed(prose)[:250], []string{"error cut.xml: the feed breaks off: the file may be cut; get it again"}},
		{"other.xml", `<?xml version="1.0"?><letter>Dear all</letter>`, []string{
			"error other.xml: XML that is neither a feed nor a web page: convert it to one of them, to text or to JSON Lines"}},
		{"a.jsonl.gz", gzipped(t, lines), []string{"article one: a.jsonl.gz", "article two: a.jsonl.gz"}},
		{"members.gz", gzipped(t, lines[:len(lines)/2]) + gzipped(t, lines[len(lines)/2:]), []string{
			"article one: members.gz", "article two: members.gz"}},
		{"b.txt.zst", zstandard(t, prose), []string{"article b: b.txt.zst"}},
		{"cut.gz", cut[:len(cut)/2], []string{"article whole: cut.gz",
			"error cut.gz:2: the gzip data breaks off: the file may be cut; get it again"}},
		{"cut.zst", zstandard(t, long)[:20], []string{
			"error cut.zst: the zstd data breaks off: the file may be cut; get it again"}},
		{"damaged.gz", gzipped(t, prose)[:12] + "\xff\xff\xff\xff", []string{
			"error damaged.gz: damaged gzip data: get the file again: flate: corrupt input before offset 5"}},
		{"five.gz", gzipped(t, gzipped(t, gzipped(t, gzipped(t, gzipped(t, prose))))), []string{
			"error five.gz: packed more than 4 times over: unpack it first"}},
		{"all.zip", zipped(t, "news/a.txt", prose, "news/b.html", smallPage, "news/c.jsonl.gz", gzipped(t, lines),
			"news/picture.png", "x", "news/.d.txt", "x", "inner.zip", zipped(t, "e.md", "Text.")), []string{
			"article a: all.zip!news/a.txt", "article b: all.zip!news/b.html", "article one: all.zip!news/c.jsonl.gz",
			"article two: all.zip!news/c.jsonl.gz", "article e: all.zip!inner.zip!e.md"}},
		{"empty.zip", zipped(t, "picture.png", "x"), []string{
			"error empty.zip: the archive holds no article: expected files that end in " + strings.Join(endings, ", ")}},
		{"cut.zip", zipped(t, "a.txt", prose)[:60], []string{
			"error cut.zip: damaged zip data: get the file again: zip: not a valid zip file"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			path := write(t, dir, test.name, test.content)
			if diff := cmp.Diff(test.want, outline(t, dir, Options{}, path)); diff != "" {
				t.Error(diff)
			}
			// What comes through a pipe says the same, under another name.
			piped := outline(t, dir, Options{Stdin: strings.NewReader(test.content)}, "-")
			if len(piped) != len(test.want) {
				t.Errorf("through a pipe: %q", piped)
			}
		})
	}
}

// TestReadBomb holds that what grows without end is left, at whatever depth it stands.
func TestReadBomb(t *testing.T) {
	const mega = 1 << 20
	zeros := packedBy(t, "", func(w io.Writer) (io.WriteCloser, error) {
		z, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
		if err != nil {
			return nil, err
		}
		line := []byte(strings.Repeat(" ", mega-1) + "\n")
		if _, err := io.WriteString(z, `{"id":"one","text":"One."}`+"\n"); err != nil {
			return nil, err
		}
		for range 300 {
			if _, err := z.Write(line); err != nil {
				return nil, err
			}
		}
		return z, nil
	})
	var flat bytes.Buffer // of one layer
	packer := zip.NewWriter(&flat)
	entry, err := packer.Create("a.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for i := range 300 {
		line := strings.Repeat(" ", mega-1) + "\n"
		if i == 0 {
			line = `{"id":"one","text":"One."}` + "\n"
		}
		if _, err := io.WriteString(entry, line); err != nil {
			t.Fatal(err)
		}
	}
	if err := packer.Close(); err != nil {
		t.Fatal(err)
	}
	const told = "grows to more than 200 times its size when it is unpacked, which no text does: the rest is not read"
	dir := t.TempDir()
	for name, content := range map[string]string{"bomb.jsonl.gz": zeros, "bomb.zip": zipped(t, "a.jsonl.gz", zeros), "flat.zip": flat.String()} {
		path := write(t, dir, name, content)
		got := outline(t, dir, Options{}, path)
		if len(got) != 2 || !strings.HasSuffix(got[1], told) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestReadFormat(t *testing.T) {
	dir := t.TempDir()
	path := write(t, dir, "a.txt", `{"id": "x", "text": "A note on JSON."}`)
	if got := outline(t, dir, Options{}, path); got[0] != "article x: a.txt" {
		t.Errorf("by its content: %q", got)
	}
	if got := outline(t, dir, Options{Format: "text"}, path); got[0] != "article a: a.txt" {
		t.Errorf("as text: %q", got)
	}
	got := outline(t, dir, Options{Format: "word"}, path)
	want := []string{"error word: not a form of articles: expected feed, html, json, jsonl, text, warc"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadFeedFields(t *testing.T) {
	atom := `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Fjord News</title><entry><title>A &amp;amp; B</title>
<id>tag:1</id><link href="https://example.com/a"/><published>2025-03-14T23:30:00-05:00</published>
<summary>Short.</summary><content type="html">&lt;p&gt;First &lt;b&gt;paragraph&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Second one.&lt;/p&gt;</content></entry></feed>`
	a := only(t, write(t, t.TempDir(), "atom.xml", atom))
	got := []string{a.Title, a.URL, a.Source, a.Published, a.Text}
	want := []string{"A & B", "https://example.com/a", "Fjord News", "2025-03-14", "First paragraph.\n\nSecond one."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadPageEncodings(t *testing.T) {
	page := func(head, word string) string {
		return "<html><head>" + head + "<title>x</title></head><body><p>The people of the town call it " + word +
			", and they have said so for as long as anybody can remember it.</p></body></html>"
	}
	tests := []struct{ name, content, want, warning string }{
		{"UTF-8 that declares Latin-1", page(`<meta charset="iso-8859-1">`, "Žižkov"), "Žižkov", ""},
		{"Latin-1 by declaration", page(`<meta charset="iso-8859-1">`, "Caf\xe9"), "Café", ""},
		{"Latin-2 by declaration", page(`<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">`, "\xaei\xbekov"), "Žižkov", ""},
		{"Cyrillic by declaration", page(`<meta charset="windows-1251">`, "\xcf\xf0\xe5\xf1\xed\xff"), "Пресня", ""},
		{"Latin-1 without declaration", page("", "Caf\xe9"), "Café", ""},
		{"one broken byte", page(`<meta charset="utf-8">`, "Žižkov žižkov \xff"), "Žižkov žižkov \ufffd", "damaged characters in 1 places"},
		{"mojibake", page(`<meta charset="utf-8">`, "CafÃ©"), "Café", "its characters were damaged"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := write(t, t.TempDir(), "a.html", test.content)
			for item := range Read(t.Context(), []string{path}, Options{}) {
				if item.Article == nil {
					t.Fatal(item.Err)
				}
				if !strings.Contains(item.Article.Text, "call it "+test.want+",") {
					t.Errorf("got %q", item.Article.Text)
				}
				warning := ""
				if item.Warning != nil {
					warning = item.Warning.Error()
				}
				if (warning == "") != (test.warning == "") || !strings.Contains(warning, test.warning) {
					t.Errorf("warning %q, want %q", warning, test.warning)
				}
			}
		})
	}
}

func TestRepairText(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Chadâ€™s minister", "Chad’s minister"},
		{"CafÃ© and naÃ¯ve", "Café and naïve"},
		{"â€œYesâ€\u009d", "“Yes”"},
		{"Café and Chadâ€™s", ""}, // not the whole text
		{"Chad’s café", ""},
		{"Plain text", ""},
		{"São Paulo", ""},
		{"Ã", ""},
		{"", ""},
	}
	for _, test := range tests {
		got, warning := repairText(test.text)
		if want := orElse(test.want, test.text); got != want || (warning != "") != (test.want != "") {
			t.Errorf("%q: got %q, warning %q", test.text, got, warning)
		}
	}
}

func TestReadOwnFields(t *testing.T) {
	dir := t.TempDir()
	path := write(t, dir, "a.jsonl", `{"key":7,"body":{"plain":"`+prose+`"},"a.b":"Title","when":1741910400,"source":"Fjord News"}
{"key":8,"body":7}
{"key":9,"when":true,"body":{"plain":"Some text."}}
`+recordLine(t))
	fields, err := ParseFields("id=key, text=body.plain,title=a.b,published=when")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for item := range Read(t.Context(), []string{path}, Options{Fields: fields}) {
		switch {
		case item.Article != nil:
			a := item.Article
			got = append(got, strings.Join([]string{a.Name, a.Title, a.Published, a.Source}, "|"))
		case item.Record != nil:
			got = append(got, item.Record.Article.ID)
		default:
			got = append(got, strings.TrimPrefix(item.Err.Error(), dir+"/"))
		}
	}
	want := []string{"7|Title|2025-03-14|Fjord News",
		"a.jsonl:2: field body.plain is absent or empty: each line needs the article's text",
		"a.jsonl:3: the date of publication is neither a string nor a number", "r1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for list, want := range map[string]string{
		"":                   `"" names no field: expected pairs such as text=body,url=link`,
		"text=":              `"text=" names no field: expected pairs such as text=body,url=link`,
		"body=text":          `an article has no field "body": expected id, text, title, url, source, published`,
		"text=body,text=two": `field "text" is named twice`,
	} {
		if _, err := ParseFields(list); err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", list, err, want)
		}
	}
}

func TestReadFilesFrom(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b*.txt", "c.txt", "sub/d.txt"} {
		write(t, dir, name, "Text of "+name)
	}
	names := func(end string) string {
		return strings.Join([]string{dir + "/b*.txt", dir + "/sub", dir + "/none.txt", dir + "/a.txt"}, end)
	}
	want := []string{"article c: c.txt", "article b*: b*.txt", "article d: sub/d.txt",
		"error none.txt: no such file or folder: check the path", "article a: a.txt"}
	for name, list := range map[string]string{"lines": names("\n") + "\n", "no end": names("\r\n"), "zero bytes": names("\x00") + "\x00"} {
		got := outline(t, dir, Options{FilesFrom: write(t, dir, "list", list)}, dir+"/c.txt")
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		got = outline(t, dir, Options{FilesFrom: "-", Stdin: strings.NewReader(list)}, dir+"/c.txt")
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s, on standard input: %s", name, diff)
		}
	}
	for list, want := range map[string]string{
		"\n\n":                     "error list: the list names no file",
		strings.Repeat("x", 70000): "error list:1: no list of files: a name longer than 65536 bytes",
	} {
		got := outline(t, dir, Options{FilesFrom: write(t, dir, "list", list)})
		if diff := cmp.Diff([]string{want}, got); diff != "" {
			t.Error(diff)
		}
	}
}
