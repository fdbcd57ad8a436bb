package export

import (
	"bufio"
	_ "embed"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"time"

	"graphload/internal/graph"
)

// csvWriter writes tables in the form of Neo4j's import tool, a script that runs it, and the schema. A node is told by
// label and key there, so that all relationships of a type are in one table.
type csvWriter struct {
	tables
	after   []string // statements that are to be run after the import
	script  importScript
	longest int // bytes of a row
}

// importScript is what import.sh is made of.
type importScript struct {
	Labels, Types []string
	Delimiter     string // of arrays
	Buffer        int    // bytes that a field may have
}

//go:embed import.sh.tmpl
var importText string

// arrayDelimiter stands between the elements of an array. The import tool knows no way to write it within one.
const arrayDelimiter = '\x1f'

func newCSVWriter(f *Folder, schema []string) *csvWriter {
	w := &csvWriter{after: slices.Clone(schema)}
	w.tables = tables{folder: f, suffix: ".csv",
		open: func(out *bufio.Writer, columns []graph.Property) (table, error) {
			return newCSVTable(out, columns, &w.longest)
		},
		nodeColumns: columnsOf[graph.Node]{columns: []graph.Property{{Name: ":ID"}},
			values: func(n *graph.Node) []any { return []any{importID(n.Ref)} }},
		linkColumns: columnsOf[graph.Link]{columns: []graph.Property{{Name: ":START_ID"}, {Name: ":END_ID"}},
			values: func(l *graph.Link) []any { return []any{importID(l.From), importID(l.To)} }}}
	return w
}

// importID is what the import tool knows a node by. It is not stored.
func importID(r graph.Ref) string { return string(r.Label) + ":" + r.Key }

func (w *csvWriter) nodes(form graph.NodeForm, nodes iter.Seq2[graph.Node, error]) error {
	w.script.Labels = append(w.script.Labels, string(form.Label))
	return w.tables.nodes(form, nodes)
}

func (w *csvWriter) links(form graph.LinkForm, links iter.Seq2[graph.Link, error]) error {
	w.script.Types = append(w.script.Types, string(form.Type))
	for _, label := range slices.Sorted(maps.Keys(form.Always)) { // the import tool leaves out empty lists
		w.after = append(w.after, fmt.Sprintf("MATCH (:%s)-[r:%s]->() WHERE r.%s IS NULL SET r.%[3]s = []", label, form.Type,
			form.Always[label]))
	}
	return w.tables.links(form, links)
}

func (w *csvWriter) finish() error {
	const usual = 4 << 20 // the import tool's own
	w.script.Delimiter = fmt.Sprintf("U+%04X", arrayDelimiter)
	w.script.Buffer = (1 + 2*w.longest/usual) * usual
	script, err := template.New("import.sh").Parse(importText)
	if err != nil {
		return err
	}
	var text strings.Builder
	if err := script.Execute(&text, w.script); err != nil {
		return err
	}
	if err := w.folder.write("import.sh", text.String(), 0o777); err != nil {
		return err
	}
	return w.folder.write("schema.cypher", strings.Join(w.after, ";\n")+";\n", 0o666)
}

// csvTable writes rows as the import tool reads them: what is not there is nothing between two commas, and what is
// there, the empty string too, stands in quotation marks where it is no number.
type csvTable struct {
	w       *bufio.Writer
	columns []graph.Property
	longest *int
}

func newCSVTable(out *bufio.Writer, columns []graph.Property, longest *int) (*csvTable, error) {
	t := &csvTable{w: out, columns: columns, longest: longest}
	types := map[graph.Kind]string{graph.Number: ":long", graph.Flag: ":boolean", graph.Time: ":datetime",
		graph.Texts: ":string[]", graph.Numbers: ":long[]"}
	for i, c := range columns {
		if i > 0 {
			t.w.WriteByte(',')
		}
		t.w.WriteString(c.Name + types[c.Kind])
	}
	return t, t.w.WriteByte('\n')
}

func (t *csvTable) row(values []any) error {
	size := 0
	for i, v := range values {
		if i > 0 {
			t.w.WriteByte(',')
		}
		text, err := csvValue(v)
		if err != nil {
			return fmt.Errorf("%v: property %s: %w", values[0], t.columns[i].Name, err)
		}
		size += len(text)
		t.w.WriteString(text)
	}
	*t.longest = max(*t.longest, size)
	return t.w.WriteByte('\n') // which tells also what went wrong before
}

func (t *csvTable) end() error { return nil }

func csvValue(v any) (string, error) {
	switch x := v.(type) {
	case nil:
		return "", nil
	case string:
		return csvQuote(x), nil
	case int:
		return strconv.Itoa(x), nil
	case bool:
		return strconv.FormatBool(x), nil
	case time.Time:
		return x.Format(time.RFC3339Nano), nil
	case []string:
		for _, s := range x {
			if strings.ContainsRune(s, arrayDelimiter) {
				return "", fmt.Errorf("%q has the character U+%04X, which Neo4j's import tool cannot read in an array: "+
					"use another format", s, arrayDelimiter)
			}
		}
		return csvQuote(strings.Join(x, string(arrayDelimiter))), nil
	case []int:
		parts := make([]string, 0, len(x))
		for _, n := range x {
			parts = append(parts, strconv.Itoa(n))
		}
		return csvQuote(strings.Join(parts, string(arrayDelimiter))), nil
	}
	return "", fmt.Errorf("a %T has no form in CSV", v)
}

func csvQuote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
