package extract

import (
	"bufio"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corpusLines returns the lines of a packed file of annotated text. Where it is not there, the test is skipped, but in CI
// it fails.
func corpusLines(t *testing.T, name string) []string {
	t.Helper()
	file, err := os.Open(filepath.Join("../../../shared/corpora", name))
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("the annotated text is not there: %v", err)
		}
		t.Skipf("the annotated text is not there: %v", err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		out = append(out, lines.Text())
	}
	if err := lines.Err(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out
}

// ownText is a text of testdata, with the lines behind "> " that tell what it says.
type ownText struct {
	name, published, text string
	told                  []string
}

// readOwnTexts reads the files of a folder of testdata; its README tells the form.
func readOwnTexts(t *testing.T, folder string) []ownText {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in %s: %v", folder, err)
	}
	var out []ownText
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range strings.Split("\n"+string(data), "\n== ")[1:] {
			lines := strings.Split(strings.TrimSpace(block), "\n")
			x := ownText{name: lines[0], published: strings.TrimPrefix(lines[1], "-")}
			var text []string
			for _, line := range lines[2:] {
				if told, ok := strings.CutPrefix(line, "> "); ok {
					x.told = append(x.told, told)
				} else {
					text = append(text, line)
				}
			}
			x.text = strings.Join(text, "\n")
			out = append(out, x)
		}
	}
	return out
}
