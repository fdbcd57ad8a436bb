package export

import (
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"
	"unicode"

	"graphload/internal/graph"
)

// A statement of a file of Cypher has so many rows, and no further one once they are so many bytes long: each is a
// transaction, and is parsed as a whole.
const (
	cypherRows  = 500
	cypherBytes = 256 << 10
)

// cypherWriter writes one file for cypher-shell: the schema, the nodes, the relationships. Each statement is a line and a
// transaction of its own, and merges, so that a run that was cut off can be repeated.
type cypherWriter struct {
	folder *Folder
	out    *file
}

// cypherFile is the file's name.
const cypherFile = "graph.cypher"

func newCypherWriter(f *Folder, schema []string) (*cypherWriter, error) {
	out, err := f.create(cypherFile, 0o666)
	if err != nil {
		return nil, err
	}
	w := &cypherWriter{f, out}
	fmt.Fprintf(out, "// Brings a graph into an empty database: cypher-shell --file %s\n", cypherFile)
	for _, s := range append(schema, "CALL db.awaitIndexes(600)") {
		fmt.Fprintf(out, "%s;\n", strings.Join(strings.Fields(s), " "))
	}
	return w, nil
}

func (w *cypherWriter) nodes(form graph.NodeForm, nodes iter.Seq2[graph.Node, error]) error {
	key := form.Label.KeyProperty()
	s := statement{out: w.out, tail: fmt.Sprintf("MERGE (n:%s {%s: row.%[2]s}) SET n = row", form.Label, key)}
	for n, err := range nodes {
		if err != nil {
			return err
		}
		row, err := cypherMap(form.Properties, n.Props)
		if err != nil {
			return fmt.Errorf("%s %s: %w", form.Label, n.Key, err)
		}
		if err := s.add(row); err != nil {
			return err
		}
	}
	return s.end()
}

func (w *cypherWriter) links(form graph.LinkForm, links iter.Seq2[graph.Link, error]) error {
	open := map[graph.Ends]*statement{} // a statement is of nodes of two labels
	for _, ends := range form.Ends {
		open[ends] = &statement{out: w.out, tail: mergeLink(&form, ends)}
	}
	for l, err := range links {
		if err != nil {
			return err
		}
		props, err := cypherMap(form.Properties, l.Props)
		if err != nil {
			return fmt.Errorf("%s of %s %s: %w", form.Type, l.From.Label, l.From.Key, err)
		}
		row := "{a: " + cypherString(l.From.Key) + ", b: " + cypherString(l.To.Key)
		if len(form.Properties) > 0 {
			row += ", p: " + props
		}
		if err := open[graph.Ends{From: l.From.Label, To: l.To.Label}].add(row + "}"); err != nil {
			return err
		}
	}
	for _, ends := range form.Ends {
		if err := open[ends].end(); err != nil {
			return err
		}
	}
	return nil
}

// mergeLink returns the end of a statement that makes relationships of a form between nodes of two labels.
func mergeLink(form *graph.LinkForm, ends graph.Ends) string {
	which, set := "", ""
	if distinct := form.Distinct[ends.From]; distinct != "" {
		which = fmt.Sprintf(" {%s: row.p.%[1]s}", distinct)
	}
	if len(form.Properties) > 0 {
		set = " SET r = row.p"
	}
	return fmt.Sprintf("MATCH (a:%s {%s: row.a}) MATCH (b:%s {%s: row.b}) MERGE (a)-[r:%s%s]->(b)%s",
		ends.From, ends.From.KeyProperty(), ends.To, ends.To.KeyProperty(), form.Type, which, set)
}

func (w *cypherWriter) finish() error { return w.out.close() }

// statement collects the rows of one statement after the other.
type statement struct {
	out  *file
	tail string // what is done with each row
	rows []string
	size int // bytes of the rows
}

func (s *statement) add(row string) error {
	s.rows = append(s.rows, row)
	s.size += len(row)
	if len(s.rows) < cypherRows && s.size < cypherBytes {
		return nil
	}
	return s.end()
}

// end writes the statement that is under way, if there is one.
func (s *statement) end() error {
	if len(s.rows) == 0 {
		return nil
	}
	_, err := fmt.Fprintf(s.out, "UNWIND [%s] AS row %s;\n", strings.Join(s.rows, ", "), s.tail)
	s.rows, s.size = nil, 0
	return err
}

// cypherMap returns properties as a map, in the order of the form.
func cypherMap(form []graph.Property, props map[string]any) (string, error) {
	var list []string
	for _, p := range form {
		v, there := props[p.Name]
		if !there {
			continue
		}
		text, err := cypherValue(v)
		if err != nil {
			return "", fmt.Errorf("property %s: %w", p.Name, err)
		}
		list = append(list, p.Name+": "+text)
	}
	return "{" + strings.Join(list, ", ") + "}", nil
}

func cypherValue(v any) (string, error) {
	switch x := v.(type) {
	case string:
		return cypherString(x), nil
	case int:
		return strconv.Itoa(x), nil
	case bool:
		return strconv.FormatBool(x), nil
	case time.Time:
		return "datetime('" + x.Format(time.RFC3339Nano) + "')", nil
	case []string:
		return cypherList(x, cypherString), nil
	case []int:
		return cypherList(x, strconv.Itoa), nil
	}
	return "", fmt.Errorf("a %T has no form in Cypher", v)
}

func cypherList[T any](list []T, form func(T) string) string {
	parts := make([]string, 0, len(list))
	for _, x := range list {
		parts = append(parts, form(x))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// cypherString returns a string as a literal that stands on one line. Neo4j replaces \u and four digits before it looks
// for strings, also after a backslash that is escaped, so that a u after a backslash is never written as itself, and no
// character that would end or change a string is written in that way.
func cypherString(s string) string {
	var b strings.Builder
	b.WriteByte('\'')
	before := rune(0)
	for _, c := range s {
		switch {
		case c == '\'' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case before == '\\' && (c == 'u' || c == 'U'), unicode.IsControl(c), c == '\u2028', c == '\u2029', c == '\ufeff',
			c == '\ufffe', c == '\uffff':
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			b.WriteRune(c)
		}
		before = c
	}
	b.WriteByte('\'')
	return b.String()
}
