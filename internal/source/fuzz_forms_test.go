package source

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// fuzzForm holds that no input in a form brings reading down, and that what is read is sound or told as an error.
func fuzzForm(f *testing.F, format string, seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		opt := Options{Stdin: strings.NewReader(string(data)), MaxBytes: 1 << 16, Format: format}
		items := 0
		for item := range Read(context.Background(), []string{"-"}, opt) {
			items++
			switch {
			case item.Article != nil:
				checkArticle(t, item.Article)
			case item.Record == nil && item.Err == nil:
				t.Error("an empty item")
			case item.Err != nil && strings.ContainsAny(item.Err.Error(), "\n\r"):
				t.Errorf("an error of several lines: %q", item.Err.Error())
			}
		}
		if items == 0 && format != "warc" { // a crawl may hold nothing but pictures
			t.Error("nothing was said of the input")
		}
	})
}

func FuzzPage(f *testing.F) {
	var seeds []string
	pages, err := filepath.Glob("testdata/pages/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range pages {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		seeds = append(seeds, string(data))
	}
	fuzzForm(f, "html", append(seeds, smallPage, "<p>a<br>b<br><br>c", "\x00<html>", "<meta charset=utf-7>+AGE-")...)
}

func FuzzFeed(f *testing.F) {
	fuzzForm(f, "feed", smallFeed(prose), smallFeed("&lt;p&gt;x&lt;/p&gt;"), "<feed><entry><title>x</title></entry></feed>",
		`<rdf:RDF xmlns:rdf="x"><item><title>y</title></item></rdf:RDF>`, "<rss><![CDATA[", "{}")
}

func FuzzWARC(f *testing.F) {
	fuzzForm(f, "warc", answer("https://example.com/a", htmlHead, smallPage),
		answer("https://example.com/b", htmlHead+"Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n", chunked(brotlied(f, smallPage))),
		answer("https://example.com/c", htmlHead+"Content-Encoding: deflate\r\n", zlibbed(f, smallPage)),
		"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n", "WARC/1.0\r\nContent-Length: -1\r\n\r\nWARC/1.0\r\n")
}

// FuzzUnpack is for what is told by its content: gzip, zstd, bzip2 and zip.
func FuzzUnpack(f *testing.F) {
	fuzzForm(f, "", gzipped(f, prose), zstandard(f, prose), zipped(f, "a.txt", prose, "b.zip", zipped(f, "c.md", prose)),
		"BZh91AY&SY", gzipped(f, gzipped(f, prose)), "PK\x05\x06")
}

// FuzzRepair holds that a repair is what the damage came from, and that sound text stays as it is.
func FuzzRepair(f *testing.F) {
	f.Add("Chad’s café")
	f.Add("Ã©")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		damaged := asWindows1252(text)
		if repaired, warning := repairText(damaged); damaged != text && (repaired != text || warning == "") {
			t.Errorf("%q from %q came back as %q", damaged, text, repaired)
		}
		if repaired, _ := repairText(text); !utf8.ValidString(repaired) || repaired != text && asWindows1252(repaired) != text {
			t.Errorf("%q became %q", text, repaired)
		}
	})
}

// asWindows1252 reads the bytes of a text as Windows-1252.
func asWindows1252(text string) string {
	var damaged strings.Builder
	for _, b := range []byte(text) {
		c := rune(b)
		for candidate := range windows1252Characters {
			if got, ok := windows1252Byte(candidate); ok && got == b {
				c = candidate
			}
		}
		damaged.WriteRune(c)
	}
	return damaged.String()
}

// windows1252Characters are those that Windows-1252 puts where Latin-1 has control characters.
var windows1252Characters = func() map[rune]bool {
	set := map[rune]bool{}
	for _, c := range "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ" {
		set[c] = true
	}
	return set
}()

func FuzzFields(f *testing.F) {
	f.Add(`{"a":{"b":"text"}}`, "text=a.b")
	f.Add(`{"a":null}`, "text=a,id=a")
	f.Fuzz(func(t *testing.T, object, list string) {
		fields, err := ParseFields(list)
		if err != nil {
			return
		}
		for item := range Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(object), Fields: fields, Format: "jsonl"}) {
			if item.Article != nil {
				checkArticle(t, item.Article)
			}
		}
	})
}
