package export

import (
	"bufio"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"

	"graphload/internal/graph"
)

// parquetTable writes rows as Parquet. Each column may be null, and lists are lists of what may not.
type parquetTable struct {
	w     *parquet.GenericWriter[any]
	order []int // by column of the table, that of the file, where columns are sorted by name
	bytes int   // of the row group that is under way
}

// parquetGroup is the size from which on a row group is written: a writer holds it in memory.
const parquetGroup = 32 << 20

// parquetNodes are the types of columns.
var parquetNodes = map[graph.Kind]parquet.Node{
	graph.Text:    parquet.String(),
	graph.Number:  parquet.Int(64),
	graph.Flag:    parquet.Leaf(parquet.BooleanType),
	graph.Time:    parquet.Timestamp(parquet.Microsecond),
	graph.Texts:   parquet.List(parquet.String()),
	graph.Numbers: parquet.List(parquet.Int(64)),
}

func newParquetTable(out *bufio.Writer, columns []graph.Property) (table, error) {
	group := parquet.Group{}
	names := make([]string, 0, len(columns))
	for _, c := range columns {
		group[c.Name] = parquet.Optional(parquetNodes[c.Kind])
		names = append(names, c.Name)
	}
	slices.Sort(names)
	t := &parquetTable{w: parquet.NewGenericWriter[any](out, parquet.NewSchema("graphload", group),
		parquet.Compression(&parquet.Zstd))}
	for _, c := range columns {
		t.order = append(t.order, slices.Index(names, c.Name))
	}
	return t, nil
}

func (t *parquetTable) row(values []any) error {
	columns := make([][]parquet.Value, len(values))
	for i, v := range values {
		at := t.order[i]
		var err error
		if columns[at], err = parquetValues(v, at); err != nil {
			return err
		}
		for _, x := range columns[at] {
			t.bytes += len(x.Bytes()) + 8
		}
	}
	if _, err := t.w.WriteRows([]parquet.Row{slices.Concat(columns...)}); err != nil {
		return err
	}
	if t.bytes < parquetGroup {
		return nil
	}
	t.bytes = 0
	return t.w.Flush()
}

func (t *parquetTable) end() error { return t.w.Close() }

// Definition levels: nothing there, an empty list or a value that is no list, an element of a list.
const (
	parquetNull = iota
	parquetThere
	parquetElement
)

// parquetValues returns a value of a row as what the column holds of it.
func parquetValues(v any, column int) ([]parquet.Value, error) {
	one := func(v parquet.Value) ([]parquet.Value, error) {
		return []parquet.Value{v.Level(0, parquetThere, column)}, nil
	}
	switch x := v.(type) {
	case nil:
		return []parquet.Value{parquet.NullValue().Level(0, parquetNull, column)}, nil
	case string:
		return one(parquetText(x))
	case int:
		return one(parquet.Int64Value(int64(x)))
	case bool:
		return one(parquet.BooleanValue(x))
	case time.Time:
		return one(parquet.Int64Value(x.UnixMicro()))
	case []string:
		return parquetList(x, parquetText, column), nil
	case []int:
		return parquetList(x, func(n int) parquet.Value { return parquet.Int64Value(int64(n)) }, column), nil
	}
	return nil, fmt.Errorf("a %T has no form in Parquet", v)
}

func parquetText(s string) parquet.Value {
	return parquet.ByteArrayValue([]byte(strings.ToValidUTF8(s, "\ufffd")))
}

func parquetList[T any](list []T, value func(T) parquet.Value, column int) []parquet.Value {
	if len(list) == 0 {
		return []parquet.Value{parquet.NullValue().Level(0, parquetThere, column)}
	}
	values := make([]parquet.Value, 0, len(list))
	for i, x := range list {
		values = append(values, value(x).Level(min(i, 1), parquetElement, column))
	}
	return values
}
