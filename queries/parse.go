package queries

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A header is the comment lines at the top of a file:
//
//	// What it answers, in one line.
//	//
//	// What there is to know besides.
//	//
//	// Parameters:
//	//   NAME  TYPE  DEFAULT  meaning
//	//
//	// Columns:
//	//   NAME  meaning
//
// Fields stand apart by two or more spaces. DEFAULT is "required", a quoted string or date, a number, or a list in
// brackets.

const required = "required"

var (
	fieldGap  = regexp.MustCompile(` {2,}`)
	fieldName = regexp.MustCompile(`^[a-z][a-z_]*$`)
)

// parse reads a query file. The error names the query and the line of the header that is wrong.
func parse(name, text string) (Query, error) {
	header, body := splitHeader(text)
	q := Query{Name: name, Cypher: body}
	if len(header) == 0 || header[0] == "" {
		return q, fmt.Errorf("query %s: the first line is no comment that says what the query answers", name)
	}
	q.Title = header[0]
	var err error
	section, paragraph := "", []string{}
	endParagraph := func() {
		if len(paragraph) > 0 {
			q.Doc = strings.TrimPrefix(q.Doc+"\n"+strings.Join(paragraph, " "), "\n")
			paragraph = nil
		}
	}
	for i, line := range header[1:] {
		switch fields := fieldGap.Split(strings.TrimSpace(line), -1); {
		case line == "":
			endParagraph()
		case line == "Parameters:" || line == "Columns:":
			section = line
		case section == "":
			paragraph = append(paragraph, line)
		case section == "Parameters:":
			err = q.addParam(fields)
		default:
			err = q.addColumn(fields)
		}
		if err != nil {
			return q, fmt.Errorf("query %s: line %d: %w", name, i+2, err)
		}
	}
	endParagraph()
	if len(q.Columns) == 0 {
		return q, fmt.Errorf("query %s: the header lists no columns", name)
	}
	return q, nil
}

// splitHeader returns the comment lines at the top of text without their slashes, and what follows them.
func splitHeader(text string) (header []string, body string) {
	body = text
	for line := range strings.Lines(text) {
		comment, ok := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "//")
		if !ok {
			break
		}
		header = append(header, strings.TrimPrefix(comment, " "))
		body = body[len(line):]
	}
	return header, body
}

func (q *Query) addParam(fields []string) error {
	if len(fields) != 4 {
		return fmt.Errorf("a parameter has a name, a type, a default and a meaning, got %q", fields)
	}
	p := Param{Name: fields[0], Type: fields[1], Doc: fields[3], Required: fields[2] == required}
	if !fieldName.MatchString(p.Name) {
		return fmt.Errorf("%q is no name of a parameter", p.Name)
	}
	if !p.Required {
		var err error
		if p.Default, err = parseDefault(p.Type, fields[2]); err != nil {
			return fmt.Errorf("default of parameter %s: %w", p.Name, err)
		}
		if _, err := p.value(p.Default); err != nil {
			return fmt.Errorf("default of parameter %s: %w", p.Name, err)
		}
	}
	q.Params = append(q.Params, p)
	return nil
}

// parseDefault turns a default as a header writes it into the form that Bind reads.
func parseDefault(kind, text string) (string, error) {
	switch kind {
	case TypeString, TypeDate:
		return strconv.Unquote(text)
	case TypeList:
		list, ok := strings.CutPrefix(text, "[")
		list, closed := strings.CutSuffix(list, "]")
		if !ok || !closed {
			return "", fmt.Errorf("%s is no list in brackets", text)
		}
		return list, nil
	}
	return text, nil
}

func (q *Query) addColumn(fields []string) error {
	if len(fields) != 2 {
		return fmt.Errorf("a column has a name and a meaning, got %q", fields)
	}
	if !fieldName.MatchString(fields[0]) {
		return fmt.Errorf("%q is no name of a column", fields[0])
	}
	q.Columns = append(q.Columns, Column{Name: fields[0], Doc: fields[1]})
	return nil
}
