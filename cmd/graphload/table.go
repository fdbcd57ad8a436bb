package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// tableWriter draws a table that fits a width; long values are wrapped, not cut.
type tableWriter struct {
	w       io.Writer
	columns []string
	width   int
	cells   [][]string
}

func (t *tableWriter) begin() error { return nil }

func (t *tableWriter) row(values []any) error {
	cells, err := cellTexts(values)
	if err != nil {
		return err
	}
	for i, v := range values {
		if list, ok := listText(v); ok {
			cells[i] = list
		}
		cells[i] = printable(strings.ReplaceAll(cells[i], "\t", " "), "\n")
	}
	t.cells = append(t.cells, cells)
	return nil
}

func (t *tableWriter) end() error {
	tw := table.NewWriter()
	tw.SetStyle(table.StyleLight)
	tw.Style().Format.Header = text.FormatDefault
	tw.Style().Options.SeparateRows = true
	header := make(table.Row, len(t.columns))
	for i, c := range t.columns {
		header[i] = c
	}
	tw.AppendHeader(header)
	for _, cells := range t.cells {
		row := make(table.Row, len(cells))
		for i, c := range cells {
			row[i] = c
		}
		tw.AppendRow(row)
	}
	var configs []table.ColumnConfig
	for i, width := range columnWidths(t.natural(), t.width) {
		configs = append(configs, table.ColumnConfig{Number: i + 1, WidthMax: width, WidthMaxEnforcer: text.WrapSoft})
	}
	tw.SetColumnConfigs(configs)
	_, err := fmt.Fprintln(t.w, tw.Render())
	return err
}

// natural is the width of each column's widest line.
func (t *tableWriter) natural() []int {
	widths := make([]int, len(t.columns))
	for _, cells := range slices.Concat([][]string{t.columns}, t.cells) {
		for i, c := range cells {
			widths[i] = max(widths[i], text.LongestLineLen(c))
		}
	}
	return widths
}

// listText joins a list of strings, which people read better than its JSON.
func listText(v any) (string, bool) {
	list, ok := v.([]any)
	if !ok {
		return "", false
	}
	texts := make([]string, len(list))
	for i, x := range list {
		if texts[i], ok = x.(string); !ok {
			return "", false
		}
	}
	return strings.Join(texts, ", "), true
}

// columnWidths shares the width of a table, less borders and padding, among its columns. A column that needs no more
// than an even share gets what it needs; the others share the rest in proportion to what they need, so that their
// values wrap to about equally many lines.
func columnWidths(natural []int, total int) []int {
	const narrowest, most = 8, 4
	left := total - 1 - 3*len(natural)
	widths := make([]int, len(natural))
	open := len(natural)
	for found := true; found && open > 0; {
		found = false
		share := max(left/open, narrowest)
		for i, n := range natural {
			if widths[i] == 0 && n <= share {
				widths[i] = max(n, 1)
				left -= widths[i]
				open--
				found = true
			}
		}
	}
	// No column counts for more than some times the width: one very long value must not starve the others.
	rest, needed := max(left-open*narrowest, 0), 0
	need := func(i int) int { return min(natural[i], most*total) }
	for i := range natural {
		if widths[i] == 0 {
			needed += need(i)
		}
	}
	for i := range natural {
		if widths[i] == 0 {
			widths[i] = narrowest + rest*need(i)/needed
		}
	}
	return widths
}
