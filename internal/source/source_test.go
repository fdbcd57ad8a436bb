package source

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// write makes a file, with the folders above it, in dir.
func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// outline reads paths and says in a line each what was found; paths below dir are given relative to it.
func outline(t *testing.T, dir string, opt Options, paths ...string) []string {
	t.Helper()
	var found []string
	for item := range Read(context.Background(), paths, opt) {
		switch {
		case item.Article != nil:
			found = append(found, fmt.Sprintf("article %s: %s", item.Article.Name, item.Article.Path))
		case item.Record != nil:
			found = append(found, fmt.Sprintf("record %s: %s", item.Record.Article.Name, item.Record.Article.Path))
		case item.Err != nil:
			found = append(found, "error "+item.Err.Error())
		}
	}
	for i := range found {
		found[i] = strings.ReplaceAll(found[i], dir+string(filepath.Separator), "")
	}
	return found
}

func TestReadPaths(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.md", "sub/c.TXT", "sub/deep/d.markdown", "sub/.hidden/e.txt", ".f.txt",
		"picture.png", "empty-folder/readme.pdf", "stars/x1.txt", "stars/x2.txt", "stars/y.log"} {
		write(t, dir, name, "Text of "+name)
	}
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := os.Symlink(dir, at("sub/deep/loop")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(at("b.txt"), at("sub/again.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(at("nothing.txt"), at("sub/lost.txt")); err != nil {
		t.Fatal(err)
	}

	tests := []struct {
		name  string
		paths []string
		want  []string
	}{
		{"folder, sorted, hidden and other files passed over, links", []string{dir}, []string{
			"article a: a.md",
			"article b: b.txt",
			"article x1: stars/x1.txt",
			"article x2: stars/x2.txt",
			"article c: sub/c.TXT",
			"article d: sub/deep/d.markdown",
			"error sub/deep/loop: a link back to a folder that holds it: not followed",
			"error sub/lost.txt: a link to a file that does not exist: remove it or correct its target",
		}},
		{"files in the order given, each once", []string{at("b.txt"), at("a.md"), at("sub/again.txt"), at("b.txt")},
			[]string{"article b: b.txt", "article a: a.md"}},
		{"a named file whatever its ending, and a hidden one", []string{at("stars/y.log"), at(".f.txt")},
			[]string{"article y: stars/y.log", "article .f: .f.txt"}},
		{"glob", []string{at("stars/x?.txt")},
			[]string{"article x1: stars/x1.txt", "article x2: stars/x2.txt"}},
		{"double star", []string{at("**/*.{TXT,markdown}")},
			[]string{"article c: sub/c.TXT", "article d: sub/deep/d.markdown"}},
		{"glob that matches folders", []string{at("star*")},
			[]string{"article x1: stars/x1.txt", "article x2: stars/x2.txt"}},
		{"glob without a match, and the next path", []string{at("*.doc"), at("b.txt")}, []string{
			"error *.doc: no such file, and as a pattern it matches nothing: check the path",
			"article b: b.txt",
		}},
		{"bad glob", []string{at("[b.txt")},
			[]string{"error [b.txt: not a valid pattern: syntax error in pattern"}},
		{"no such file", []string{at("missing.txt")},
			[]string{"error missing.txt: no such file or folder: check the path"}},
		{"folder without articles", []string{at("empty-folder")}, []string{
			"error empty-folder: the folder holds no article: expected files that end in " +
				".txt, .md, .markdown, .jsonl, .ndjson, .json, .html, .htm, .xhtml, .xml, .rss, .atom, .warc, .gz, .zst, .zip"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := outline(t, strings.TrimSuffix(dir, "/"), Options{}, test.paths...)
			for i := range got {
				got[i] = strings.ReplaceAll(got[i], dir, ".")
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
