package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// tableWriter draws a table that fits a width. Long values are wrapped, not cut. Where the columns have too little room
// beside each other, each row becomes a list of its columns.
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

func (t *tableWriter) end() error {
	var drawn string
	if widths, ok := columnWidths(t.needs(), t.width); ok {
		drawn = t.beside(widths)
	} else {
		drawn = t.below()
	}
	_, err := fmt.Fprintln(t.w, drawn)
	return err
}

// beside draws a column for each column.
func (t *tableWriter) beside(widths []int) string {
	tw := newTable(widths)
	tw.Style().Options.SeparateRows = true
	tw.AppendHeader(tableRow(t.columns))
	for _, cells := range t.cells {
		tw.AppendRow(tableRow(cells))
	}
	return tw.Render()
}

// below draws a line for each column, row after row.
func (t *tableWriter) below() string {
	name := 0
	for _, c := range t.columns {
		name = max(name, text.StringWidthWithoutEscSequences(c))
	}
	const borders = 7
	tw := newTable([]int{name, max(t.width-name-borders, shortestWord)})
	for _, cells := range t.cells {
		for i, c := range cells {
			tw.AppendRow(table.Row{t.columns[i], c})
		}
		tw.AppendSeparator()
	}
	return tw.Render()
}

func newTable(widths []int) table.Writer {
	tw := table.NewWriter()
	tw.SetStyle(table.StyleLight)
	tw.Style().Format.Header = text.FormatDefault
	var configs []table.ColumnConfig
	for i, width := range widths {
		configs = append(configs, table.ColumnConfig{Number: i + 1, WidthMax: width, WidthMaxEnforcer: text.WrapSoft})
	}
	tw.SetColumnConfigs(configs)
	return tw
}

func tableRow(cells []string) table.Row {
	row := make(table.Row, len(cells))
	for i, c := range cells {
		row[i] = c
	}
	return row
}

// need is how much room a column needs: for its longest line, and for its longest word, so that only lines are broken.
type need struct{ line, word int }

// shortestWord is the length from which a word may be broken: it is an id or an address.
const shortestWord = 16

func (t *tableWriter) needs() []need {
	needs := make([]need, len(t.columns))
	for _, cells := range slices.Concat([][]string{t.columns}, t.cells) {
		for i, c := range cells {
			n := &needs[i]
			n.line = max(n.line, text.LongestLineLen(c))
			for word := range strings.FieldsSeq(c) {
				n.word = max(n.word, min(text.StringWidthWithoutEscSequences(word), shortestWord))
			}
		}
	}
	return needs
}

// columnWidths shares the width of a table, less borders and padding, among its columns: each gets room for its words,
// and the rest goes to those with longer lines in proportion to what they lack, so that they wrap to about equally many
// lines. It reports false where there is no room for the words.
func columnWidths(needs []need, total int) ([]int, bool) {
	const most = 4 // times the width is the longest line that counts: one long value must not starve the others
	rest := total - 1 - 3*len(needs)
	lacking := 0
	lack := func(n need) int { return min(n.line, most*total) - min(n.word, n.line) }
	for _, n := range needs {
		rest -= min(n.word, n.line)
		lacking += lack(n)
	}
	widths := make([]int, len(needs))
	for i, n := range needs {
		widths[i] = max(n.word, 1)
		if lacking > 0 && rest > 0 {
			widths[i] += min(lack(n), rest*lack(n)/lacking)
		}
	}
	return widths, rest >= 0
}
