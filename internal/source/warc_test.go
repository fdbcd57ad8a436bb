package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// warcRecordOf returns a record as crawlers write it.
func warcRecordOf(kind, url, media, block string, more ...string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, url, media, strings.Join(more, ""), len(block), block)
}

func answer(url, head, body string) string {
	return warcRecordOf("response", url, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n"+head+"\r\n"+body)
}

func chunked(body string) string {
	half := len(body) / 2
	return fmt.Sprintf("%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n", half, body[:half], len(body)-half, body[half:])
}

const htmlHead = "Content-Type: text/html; charset=utf-8\r\n"

func TestReadWARC(t *testing.T) {
	info := warcRecordOf("warcinfo", "", "application/warc-fields", "software: crawler\r\n")
	page := func(n int) string { return strings.ReplaceAll(smallPage, "Oslo", fmt.Sprintf("Oslo %d", n)) }
	tests := []struct {
		name, content string
		want          []string
	}{
		{"crawl.warc", info +
			warcRecordOf("request", "https://example.com/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
			answer("https://example.com/plain", htmlHead, page(1)) +
			answer("https://example.com/chunked", htmlHead+"Transfer-Encoding: chunked\r\n", chunked(page(2))) +
			answer("https://example.com/gzip", htmlHead+"Content-Encoding: gzip\r\n", gzipped(t, page(3))) +
			answer("https://example.com/both", htmlHead+"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzipped(t, page(4)))) +
			answer("https://example.com/deflate", htmlHead+"Content-Encoding: deflate\r\n", zlibbed(t, page(5))) +
			answer("https://example.com/brotli", htmlHead+"Content-Encoding: br\r\n", brotlied(t, page(6))) +
			answer("https://example.com/zstd", htmlHead+"Content-Encoding: zstd\r\n", zstandard(t, page(7))) +
			answer("https://example.com/undone", htmlHead+"Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n", page(8)) +
			answer("https://example.com/picture.png", "Content-Type: image/png\r\n", "\x89PNG") +
			warcRecordOf("response", "https://example.com/moved", "application/http", "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n"+smallPage) +
			warcRecordOf("response", "dns:example.com", "text/dns", "1.2.3.4") +
			answer("https://example.com/feed.xml", "Content-Type: application/rss+xml\r\n", smallFeed(prose)) +
			warcRecordOf("conversion", "https://example.com/text", "text/plain", prose+"\nOne more line.\n"),
			[]string{
				"article plain: crawl.warc!https://example.com/plain", "article chunked: crawl.warc!https://example.com/chunked",
				"article gzip: crawl.warc!https://example.com/gzip", "article both: crawl.warc!https://example.com/both",
				"article deflate: crawl.warc!https://example.com/deflate", "article brotli: crawl.warc!https://example.com/brotli",
				"article zstd: crawl.warc!https://example.com/zstd", "article undone: crawl.warc!https://example.com/undone",
				"article n-1: crawl.warc!https://example.com/feed.xml", "article text: crawl.warc!https://example.com/text"}},
		{"members.warc.gz", gzipped(t, info) + gzipped(t, answer("https://example.com/a", htmlHead, page(1))),
			[]string{"article a: members.warc.gz!https://example.com/a"}},
		{"cut.warc", answer("https://example.com/a", htmlHead, page(1)) + answer("https://example.com/b", htmlHead, page(2))[:300],
			[]string{"article a: cut.warc!https://example.com/a", "error cut.warc: record 2: breaks off: the file may be cut; get it again"}},
		{"damaged.warc", answer("https://example.com/a", htmlHead, page(1)) + "rubbish\r\nmore of it\r\n" +
			answer("https://example.com/b", htmlHead, page(2)) + "WARC/1.0\r\nContent-Length: x\r\n\r\n" +
			answer("https://example.com/c", htmlHead, page(3)),
			[]string{"article a: damaged.warc!https://example.com/a",
				"error damaged.warc: record 2: cannot be read: damaged: it does not begin with its version",
				"article b: damaged.warc!https://example.com/b", `error damaged.warc: record 4: damaged: Content-Length is "x"`,
				"article c: damaged.warc!https://example.com/c"}},
		{"large.warc", answer("https://example.com/film", "Content-Type: video/mp4\r\n", noise(200_000)) +
			answer("https://example.com/a", htmlHead, "<html>"+noise(200_000)) +
			answer("https://example.com/b", htmlHead+"Content-Encoding: gzip\r\n", gzipped(t, strings.Repeat("x", 200_000))) +
			answer("https://example.com/c", htmlHead, page(1)),
			[]string{"error large.warc!https://example.com/a: larger than 100000 bytes: split it into its articles",
				"error large.warc!https://example.com/b: larger than 100000 bytes: split it into its articles",
				"article c: large.warc!https://example.com/c"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			path := write(t, dir, test.name, test.content)
			if diff := cmp.Diff(test.want, outline(t, dir, Options{MaxBytes: 100_000}, path)); diff != "" {
				t.Error(diff)
			}
		})
	}
	t.Run("cut by the crawler", func(t *testing.T) {
		path := write(t, t.TempDir(), "a.warc", warcRecordOf("response", "https://example.com/a", "application/http",
			"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n"+smallPage, "WARC-Truncated: length\r\n"))
		for item := range Read(t.Context(), []string{path}, Options{}) {
			if item.Article == nil || item.Warning == nil {
				t.Errorf("got %+v", item)
			}
		}
	})
}
