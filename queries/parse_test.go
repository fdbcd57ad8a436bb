package queries

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const example = `// Who was there.
//
// Everybody counts,
// also the host.
//
// And so on.
//
// Parameters:
//   place   string  required        where
//   since   date    "2026-05"       first day
//   status  list    [held,ongoing]  which
//   limit   int     20              how many, at most
//
// Columns:
//   name  who
MATCH (n) RETURN n.name AS name
// no header any more
`

func TestParse(t *testing.T) {
	got, err := parse("who", example)
	if err != nil {
		t.Fatal(err)
	}
	want := Query{
		Name:  "who",
		Title: "Who was there.",
		Doc:   "Everybody counts, also the host.\nAnd so on.",
		Params: []Param{
			{Name: "place", Type: TypeString, Doc: "where", Required: true},
			{Name: "since", Type: TypeDate, Default: "2026-05", Doc: "first day"},
			{Name: "status", Type: TypeList, Default: "held,ongoing", Doc: "which"},
			{Name: "limit", Type: TypeInt, Default: "20", Doc: "how many, at most"},
		},
		Columns: []Column{{"name", "who"}},
		Cypher:  "MATCH (n) RETURN n.name AS name\n// no header any more\n",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"no title", "// Who was there.\n", "", "the first line is no comment"},
		{"no header", example, "RETURN 1 AS one\n", "the first line is no comment"},
		{"no columns", "//   name  who\n", "", "the header lists no columns"},
		{"column without meaning", "//   name  who\n", "//   name\n", "line 15: a column has a name and a meaning"},
		{"odd column", "//   name  who\n", "//   Name!  who\n", `"Name!" is no name of a column`},
		{"parameter without meaning", "  how many, at most", "", "line 12: a parameter has a name"},
		{"odd parameter", "place   string", "$place   string", `"$place" is no name of a parameter`},
		{"unknown type", "int     20", "number  20", `default of parameter limit: unknown type "number"`},
		{"default of no number", "int     20", "int     many", `"many" is no whole number`},
		{"default of no date", `"2026-05" `, `"May 2026" `, `"May 2026" is no date`},
		{"default without quotes", `"2026-05" `, `2026-05 `, "default of parameter since: invalid syntax"},
		{"default of no list", "[held,ongoing]", "held,ongoing", "is no list in brackets"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(example, test.old, test.new, 1)
			if text == example {
				t.Fatalf("the example has no %q", test.old)
			}
			_, err := parse("who", text)
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "query who: ") {
				t.Errorf("got %v, expected %q", err, test.want)
			}
		})
	}
}
