package main

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func testRows(list ...[]any) rows {
	return func(yield func([]any, error) bool) {
		for _, row := range list {
			if !yield(row, nil) {
				return
			}
		}
	}
}

func TestWriteRows(t *testing.T) {
	columns := []string{"who", "n", "more"}
	all := testRows(
		[]any{"Ana \"Lu\"", int64(3), []any{"a", int64(1)}},
		[]any{"tab\there\nline\\", nil, map[string]any{"k": true}},
		[]any{"names", nil, []any{"a", "b,c"}},
		[]any{"esc\x1b[2J", 1.5, false},
	)
	for _, test := range []struct{ format, want string }{
		{"plain", "who\tn\tmore\n" +
			"Ana \"Lu\"\t3\t[\"a\",1]\n" +
			"tab\\there\\nline\\\\\t\t{\"k\":true}\n" +
			"names\t\t[\"a\",\"b,c\"]\n" +
			"esc\ufffd[2J\t1.5\tfalse\n"},
		{"csv", "who,n,more\n" +
			"\"Ana \"\"Lu\"\"\",3,\"[\"\"a\"\",1]\"\n" +
			"\"tab\there\nline\\\",,\"{\"\"k\"\":true}\"\n" +
			"names,,\"[\"\"a\"\",\"\"b,c\"\"]\"\n" +
			"esc\x1b[2J,1.5,false\n"},
		{"json", `[
 {"who": "Ana \"Lu\"", "n": 3, "more": ["a",1]},
 {"who": "tab\there\nline\\", "n": null, "more": {"k":true}},
 {"who": "names", "n": null, "more": ["a","b,c"]},
 {"who": "esc\u001b[2J", "n": 1.5, "more": false}
]
`},
		{"jsonl", `{"who": "Ana \"Lu\"", "n": 3, "more": ["a",1]}
{"who": "tab\there\nline\\", "n": null, "more": {"k":true}}
{"who": "names", "n": null, "more": ["a","b,c"]}
{"who": "esc\u001b[2J", "n": 1.5, "more": false}
`},
		{"table", `┌──────────┬─────┬────────────┐
│ who      │ n   │ more       │
├──────────┼─────┼────────────┤
│ Ana "Lu" │ 3   │ ["a",1]    │
├──────────┼─────┼────────────┤
│ tab here │     │ {"k":true} │
│ line\    │     │            │
├──────────┼─────┼────────────┤
│ names    │     │ a, b,c     │
├──────────┼─────┼────────────┤
│ esc�[2J  │ 1.5 │ false      │
└──────────┴─────┴────────────┘
`},
	} {
		var out strings.Builder
		n, err := writeRows(&out, test.format, columns, all)
		if err != nil || n != 4 {
			t.Errorf("%s: %d rows, error %v", test.format, n, err)
		}
		if diff := cmp.Diff(test.want, out.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.format, diff)
		}
	}
}

func TestWriteNoRows(t *testing.T) {
	for format, want := range map[string]string{
		"plain": "who\n", "csv": "who\n", "json": "[]\n", "jsonl": "",
	} {
		var out strings.Builder
		if n, err := writeRows(&out, format, []string{"who"}, testRows()); err != nil || n != 0 {
			t.Errorf("%s: %d rows, error %v", format, n, err)
		}
		if out.String() != want {
			t.Errorf("%s: %q, expected %q", format, out.String(), want)
		}
	}
}

// Rows that came before a fault are written, and the fault is told.
func TestWriteRowsFault(t *testing.T) {
	broken := errors.New("connection lost")
	all := func(yield func([]any, error) bool) {
		if yield([]any{"first"}, nil) {
			yield(nil, broken)
		}
	}
	var out strings.Builder
	n, err := writeRows(&out, "jsonl", []string{"who"}, all)
	if n != 1 || !errors.Is(err, broken) {
		t.Errorf("%d rows, error %v", n, err)
	}
	if out.String() != "{\"who\": \"first\"}\n" {
		t.Errorf("wrote %q", out.String())
	}
}

func TestColumnWidths(t *testing.T) {
	for _, test := range []struct {
		needs []need
		total int
		want  []int // nil where the table does not fit
	}{
		{[]need{{5, 5}, {8, 8}}, 80, []int{5, 8}},
		{[]need{{5, 5}, {200, 10}}, 80, []int{5, 68}},
		{[]need{{10, 10}, {210, 10}, {310, 10}}, 80, []int{10, 26, 34}},
		{[]need{{10, 10}, {200, 10}, {20_000, 10}}, 80, []int{10, 25, 34}},
		{[]need{{100, 16}, {100, 16}, {100, 16}}, 40, nil},
		{[]need{{0, 0}}, 80, []int{1}},
		{nil, 80, []int{}},
	} {
		got, ok := columnWidths(test.needs, test.total)
		if ok != (test.want != nil) || ok && !slices.Equal(got, test.want) {
			t.Errorf("columnWidths(%v, %d) = %v, %t, expected %v", test.needs, test.total, got, ok, test.want)
		}
	}
}

// Where there is no room for the columns beside each other, they stand below each other.
func TestNarrowTable(t *testing.T) {
	w := &strings.Builder{}
	tw := &tableWriter{w: w, columns: []string{"person", "statement", "id"}, width: 40}
	for _, row := range [][]any{
		{"Ana Lu", "an incomprehensible undertaking", "0123456789abcdef0123456789abcdef"},
		{"Bo", nil, "1"},
	} {
		if err := tw.row(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := tw.end(); err != nil {
		t.Fatal(err)
	}
	want := `┌───────────┬──────────────────────────┐
│ person    │ Ana Lu                   │
│ statement │ an incomprehensible      │
│           │ undertaking              │
│ id        │ 0123456789abcdef01234567 │
│           │ 89abcdef                 │
├───────────┼──────────────────────────┤
│ person    │ Bo                       │
│ statement │                          │
│ id        │ 1                        │
└───────────┴──────────────────────────┘
`
	if diff := cmp.Diff(want, w.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// No line of a table is wider than the terminal, and no word of a value is lost.
func TestTableFits(t *testing.T) {
	long := strings.Repeat("a long statement that somebody made ", 20)
	for _, width := range []int{40, 80, 200} {
		w := &strings.Builder{}
		tw := &tableWriter{w: w, columns: []string{"person", "statement", "article"}, width: width}
		if err := tw.row([]any{"Ana Lu", long, strings.Repeat("x", 64)}); err != nil {
			t.Fatal(err)
		}
		if err := tw.end(); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(w.String(), "\n") {
			if n := len([]rune(line)); n > width {
				t.Errorf("a line of %d columns in a table for %d: %s", n, width, line)
			}
		}
		if got := strings.Count(w.String(), "statement"); got < 20 {
			t.Errorf("width %d: %d of 21 words left", width, got)
		}
	}
}
