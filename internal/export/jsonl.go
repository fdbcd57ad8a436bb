package export

import (
	"bufio"
	"bytes"
	"encoding/json"

	"graphload/internal/graph"
)

// jsonlTable writes an object a line, its keys in the order of the columns, without those that have no value.
type jsonlTable struct {
	w       *bufio.Writer
	columns []graph.Property
	line    bytes.Buffer
}

func newJSONLTable(w *bufio.Writer, columns []graph.Property) (table, error) {
	return &jsonlTable{w: w, columns: columns}, nil
}

func (t *jsonlTable) row(values []any) error {
	t.line.Reset()
	enc := json.NewEncoder(&t.line) // ends each value with a line feed, which is taken away again
	enc.SetEscapeHTML(false)
	t.line.WriteByte('{')
	for i, v := range values {
		if v == nil {
			continue
		}
		if t.line.Len() > 1 {
			t.line.WriteByte(',')
		}
		t.line.WriteString(`"` + t.columns[i].Name + `":`)
		if err := enc.Encode(v); err != nil {
			return err
		}
		t.line.Truncate(t.line.Len() - 1)
	}
	t.line.WriteString("}\n")
	_, err := t.w.Write(t.line.Bytes())
	return err
}

func (t *jsonlTable) end() error { return nil }
