package main

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/term"
)

// The formats of rows.
const (
	formatAuto  = "auto" // table on a terminal, plain elsewhere
	formatTable = "table"
	formatPlain = "plain" // tab separated
	formatJSON  = "json"
	formatJSONL = "jsonl"
	formatCSV   = "csv"
	formatText  = "text" // of commands that print an answer of their own form
)

var rowFormats = []string{formatAuto, formatTable, formatPlain, formatJSON, formatJSONL, formatCSV}

// checkFormat returns a usage error where a command does not know the format.
func checkFormat(format string, known []string) error {
	if slices.Contains(known, format) {
		return nil
	}
	return suggest(fmt.Sprintf("unknown format %q", format), format, known, "expected "+joinOr(known))
}

// rows is what a query answers, row by row; each has a value for every column.
type rows = iter.Seq2[[]any, error]

// writeRows writes rows in one of rowFormats. All but the table are written as the rows come. It returns the number
// of rows.
func writeRows(w io.Writer, format string, columns []string, all rows) (int, error) {
	if format == formatAuto {
		format = formatPlain
		if isTerminal(w) {
			format = formatTable
		}
	}
	buffered := bufio.NewWriter(w)
	var out rowWriter
	switch format {
	case formatTable:
		out = &tableWriter{w: buffered, columns: columns, width: terminalWidth(w)}
	case formatPlain:
		out = &plainWriter{w: buffered, columns: columns}
	case formatJSON:
		out = &jsonWriter{w: buffered, columns: columns}
	case formatJSONL:
		out = &jsonlWriter{w: buffered, columns: columns}
	case formatCSV:
		out = &csvWriter{w: csv.NewWriter(buffered), columns: columns}
	default:
		return 0, fmt.Errorf("no writer for format %q", format)
	}
	n, err := copyRows(out, all)
	if err := buffered.Flush(); err != nil {
		return n, err
	}
	return n, err
}

func copyRows(out rowWriter, all rows) (n int, err error) {
	if err := out.begin(); err != nil {
		return 0, err
	}
	for row, err := range all {
		if err != nil {
			return n, err
		}
		if err := out.row(row); err != nil {
			return n, err
		}
		n++
	}
	return n, out.end()
}

type rowWriter interface {
	begin() error
	row(values []any) error
	end() error
}

// plainWriter writes a line with the columns' names and a line a row. Tabs, line feeds and backslashes in values are
// escaped, so that a row is always one line.
type plainWriter struct {
	w       io.Writer
	columns []string
}

var escapePlain = strings.NewReplacer("\\", `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)

func (p *plainWriter) begin() error { return p.line(p.columns) }

func (p *plainWriter) row(values []any) error {
	cells, err := cellTexts(values)
	if err != nil {
		return err
	}
	return p.line(cells)
}

func (p *plainWriter) line(cells []string) error {
	escaped := make([]string, len(cells))
	for i, c := range cells {
		escaped[i] = printable(escapePlain.Replace(c), "")
	}
	_, err := fmt.Fprintln(p.w, strings.Join(escaped, "\t"))
	return err
}

func (p *plainWriter) end() error { return nil }

type csvWriter struct {
	w       *csv.Writer
	columns []string
}

func (c *csvWriter) begin() error { return c.w.Write(c.columns) }

func (c *csvWriter) row(values []any) error {
	cells, err := cellTexts(values)
	if err != nil {
		return err
	}
	return c.w.Write(cells)
}

func (c *csvWriter) end() error {
	c.w.Flush()
	return c.w.Error()
}

type jsonlWriter struct {
	w       io.Writer
	columns []string
}

func (j *jsonlWriter) begin() error { return nil }

func (j *jsonlWriter) row(values []any) error {
	object, err := jsonObject(j.columns, values)
	if err != nil {
		return err
	}
	_, err = j.w.Write(append(object, '\n'))
	return err
}

func (j *jsonlWriter) end() error { return nil }

// jsonWriter writes one array of objects, one a line.
type jsonWriter struct {
	w       io.Writer
	columns []string
	started bool
}

func (j *jsonWriter) begin() error {
	_, err := io.WriteString(j.w, "[")
	return err
}

func (j *jsonWriter) row(values []any) error {
	object, err := jsonObject(j.columns, values)
	if err != nil {
		return err
	}
	before := ",\n "
	if !j.started {
		before = "\n "
	}
	j.started = true
	_, err = fmt.Fprintf(j.w, "%s%s", before, object)
	return err
}

func (j *jsonWriter) end() error {
	after := "]\n"
	if j.started {
		after = "\n]\n"
	}
	_, err := io.WriteString(j.w, after)
	return err
}

// jsonObject is a row as an object whose keys stand in the order of the columns.
func jsonObject(columns []string, values []any) ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, column := range columns {
		if i > 0 {
			b.WriteString(", ")
		}
		key, err := jsonText(column)
		if err != nil {
			return nil, err
		}
		value, err := jsonText(values[i])
		if err != nil {
			return nil, err
		}
		b.WriteString(key + ": " + value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func jsonText(v any) (string, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// cellTexts are the values of a row for formats that know text alone: nothing for null, JSON for lists and maps.
func cellTexts(values []any) ([]string, error) {
	cells := make([]string, len(values))
	for i, v := range values {
		switch v := v.(type) {
		case nil:
		case string:
			cells[i] = v
		case int64:
			cells[i] = strconv.FormatInt(v, 10)
		default:
			text, err := jsonText(v)
			if err != nil {
				return nil, err
			}
			cells[i] = strings.Trim(text, `"`)
		}
	}
	return cells, nil
}

// isTerminal reports whether a stream of the command is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// terminalWidth is the number of columns to fill: the terminal's, else COLUMNS, else 120.
func terminalWidth(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return width
		}
	}
	if width, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && width > 0 {
		return width
	}
	return 120
}
