package export

import (
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graphload/internal/graph"
)

// source is a graph of people alone, which may end in an error.
type source struct {
	people []graph.Node
	err    error
}

func (s source) Nodes(label graph.Label) iter.Seq2[graph.Node, error] {
	return func(yield func(graph.Node, error) bool) {
		if label != graph.Person {
			return
		}
		for _, n := range s.people {
			if !yield(n, nil) {
				return
			}
		}
		if s.err != nil {
			yield(graph.Node{}, s.err)
		}
	}
}

func (s source) Links(graph.LinkType) iter.Seq2[graph.Link, error] {
	return func(func(graph.Link, error) bool) {}
}

func person(name string, titles ...string) graph.Node {
	return graph.Node{Ref: graph.Ref{Label: graph.Person, Key: "p"},
		Props: map[string]any{"id": "p", "name": name, "titles": titles}}
}

// write exports and returns the files by name, and the error.
func write(t *testing.T, format Format, s Source) (map[string]string, error) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	folder, err := NewFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Write(t.Context(), folder, format, nil, s)
	if err := folder.Close(); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	held, errRead := os.ReadDir(dir)
	if (errRead != nil) != (err != nil) {
		t.Errorf("the folder after an export that failed with %v: %v", err, errRead)
	}
	for _, f := range held {
		text, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name()] = string(text)
	}
	return files, err
}

func TestForms(t *testing.T) {
	s := source{people: []graph.Node{person("Ada \"A\"\nLind", "minister", "<chair>"), person("", "x")}}
	for _, test := range []struct {
		format     Format
		file, want string
	}{
		{CSV, "Person.csv", ":ID,id,name,aliases:string[],titles:string[]\n" +
			"\"Person:p\",\"p\",\"Ada \"\"A\"\"\nLind\",,\"minister\x1f<chair>\"\n" + `"Person:p","p","",,"x"` + "\n"},
		{JSONL, "Person.jsonl", `{"id":"p","name":"Ada \"A\"\nLind","titles":["minister","<chair>"]}` + "\n" +
			`{"id":"p","name":"","titles":["x"]}` + "\n"},
		{Cypher, "graph.cypher", "// Brings a graph into an empty database: cypher-shell --file graph.cypher\n" +
			"CALL db.awaitIndexes(600);\n" +
			`UNWIND [{id: 'p', name: 'Ada "A"\nLind', titles: ['minister', '<chair>']}, {id: 'p', name: '', titles: ['x']}] ` +
			"AS row MERGE (n:Person {id: row.id}) SET n = row;\n"},
	} {
		files, err := write(t, test.format, s)
		if err != nil {
			t.Fatal(err)
		}
		if got := files[test.file]; got != test.want {
			t.Errorf("%s is\n%q, want\n%q", test.file, got, test.want)
		}
	}
}

func TestCypherString(t *testing.T) {
	for in, want := range map[string]string{
		`it's`: `'it\'s'`, `a\`: `'a\\'`, `\n`: `'\\n'`, "\n\r\t": `'\n\r\u0009'`, "\x00\u0085\u2028\ufeff": `'\u0000\u0085\u2028\ufeff'`,
		`\u0027`: `'\\\u00750027'`, `\\u0041`: `'\\\\\u00750041'`, "`\"😀;//": "'`\"😀;//'", "\xff": "'\ufffd'",
	} {
		if got := cypherString(in); got != want {
			t.Errorf("%q is written as %s, want %s", in, got, want)
		}
	}
}

// What the import tool cannot read in an array is told, and nothing is left.
func TestCSVDelimiter(t *testing.T) {
	_, err := write(t, CSV, source{people: []graph.Node{person("Ada Lind", "min\x1fister")}})
	if err == nil || !strings.Contains(err.Error(), "Person:p: property titles: ") || !strings.Contains(err.Error(), "U+001F") {
		t.Errorf("error %v", err)
	}
}

func TestFailedSource(t *testing.T) {
	broken := errors.New("gone")
	for _, format := range Formats() {
		if _, err := write(t, Format(format), source{people: []graph.Node{person("Ada Lind")}, err: broken}); !errors.Is(err, broken) {
			t.Errorf("%s: error %v, want the source's", format, err)
		}
	}
}

// An export that is interrupted leaves an empty folder empty.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	folder, err := NewFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Write(ctx, folder, CSV, nil, source{people: []graph.Node{person("Ada Lind")}}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if err := folder.Close(); err != nil {
		t.Fatal(err)
	}
	if held, err := os.ReadDir(dir); err != nil || len(held) > 0 {
		t.Errorf("the folder holds %v (%v)", held, err)
	}
}
