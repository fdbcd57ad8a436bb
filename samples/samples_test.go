package samples

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"testing"
	"unicode/utf8"
)

func TestArticles(t *testing.T) {
	entries, err := fs.ReadDir(Articles(), ".")
	if err != nil {
		t.Fatal(err)
	}
	articles := 0
	for _, entry := range entries {
		data, err := fs.ReadFile(Articles(), entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(data) {
			t.Errorf("%s is not valid UTF-8", entry.Name())
		}
		switch path.Ext(entry.Name()) {
		case ".txt", ".md":
			articles++
		case ".jsonl":
			articles += checkLines(t, entry.Name(), data)
		default:
			t.Errorf("%s is no kind of file that holds an article", entry.Name())
		}
	}
	if articles != 10 {
		t.Errorf("%d articles, the README promises 10", articles)
	}
}

// checkLines reports lines that are no article, and returns their number.
func checkLines(t *testing.T, name string, data []byte) int {
	t.Helper()
	lines := bytes.Split(bytes.TrimSpace(data), []byte("\n"))
	for i, line := range lines {
		var article struct{ ID, Text string }
		if err := json.Unmarshal(line, &article); err != nil {
			t.Errorf("%s:%d: %v", name, i+1, err)
		}
		if article.ID == "" || article.Text == "" {
			t.Errorf("%s:%d lacks an id or a text", name, i+1)
		}
	}
	return len(lines)
}
