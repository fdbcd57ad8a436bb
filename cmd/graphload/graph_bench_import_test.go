//go:build unix

package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// importGraph brings the graph into a database that does not run, by Neo4j's own import tool: the limit for any loader.
// It returns the processor time that the tool took, the start of Java included, and false where the tool is not there,
// as with a server in a container.
func (g *plainGraph) importGraph(b *testing.B) (time.Duration, bool) {
	b.Helper()
	java, errJava := exec.LookPath("java")
	cache, errCache := os.UserCacheDir()
	jars, err := filepath.Glob(filepath.Join(cache, "graphload", "neo4j-*", "neo4j-import-tool-*.jar"))
	if errors.Join(errJava, errCache, err) != nil || len(jars) == 0 {
		return 0, false
	}
	home := b.TempDir()
	args := []string{"--add-opens=java.base/java.nio=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-Xmx1g", "-cp",
		filepath.Join(filepath.Dir(jars[0]), "*"), "org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j",
		"--multiline-fields=true", "--array-delimiter=U+001F"}
	for label, list := range byKind(g.nodes, func(n plainNode) string { return n.label }) {
		t := newCSVTable("nodeID:ID(" + label + ")")
		for _, n := range list {
			t.add(n.props, n.id)
		}
		args = append(args, "--nodes="+label+"="+t.write(b, home))
	}
	ends := func(l plainLink) string {
		return strings.Join([]string{l.kind, g.nodes[l.from].label, g.nodes[l.to].label}, " ")
	}
	for key, list := range byKind(g.links, ends) {
		f := strings.Fields(key)
		t := newCSVTable(":START_ID("+f[1]+")", ":END_ID("+f[2]+")")
		for _, l := range list {
			t.add(l.props, g.nodes[l.from].id, g.nodes[l.to].id)
		}
		args = append(args, "--relationships="+f[0]+"="+t.write(b, home))
	}
	b.ResetTimer() // the files are there
	cmd := exec.CommandContext(b.Context(), java, args...)
	cmd.Dir = home // it leaves a report there
	cmd.Env = append(os.Environ(), "NEO4J_HOME="+home, "NEO4J_CONF="+filepath.Join(home, "conf"))
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out[max(0, len(out)-3000):])
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), true
}

// csvTable is a table in the form of the import tool.
type csvTable struct {
	keys    []string
	columns map[string]string // property to its header
	rows    []csvRow
}

type csvRow struct {
	keys  []string
	props map[string]any
}

func newCSVTable(keys ...string) *csvTable {
	return &csvTable{keys: keys, columns: map[string]string{}}
}

func (t *csvTable) add(props map[string]any, keys ...string) {
	for name, v := range props {
		kind := ""
		switch x := v.(type) {
		case int64:
			kind = ":long"
		case bool:
			kind = ":boolean"
		case time.Time:
			kind = ":datetime"
		case []any:
			kind = ":string[]"
			if len(x) > 0 {
				if _, number := x[0].(int64); number {
					kind = ":long[]"
				}
			}
		}
		t.columns[name] = name + kind
	}
	t.rows = append(t.rows, csvRow{keys, props})
}

// write writes the table into a folder and returns its path.
func (t *csvTable) write(b *testing.B, dir string) string {
	b.Helper()
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	names := slices.Sorted(maps.Keys(t.columns))
	header := slices.Clone(t.keys)
	for _, name := range names {
		header = append(header, t.columns[name])
	}
	records := [][]string{header}
	for _, r := range t.rows {
		record := slices.Clone(r.keys)
		for _, name := range names {
			record = append(record, csvValue(r.props[name]))
		}
		records = append(records, record)
	}
	f, err := os.CreateTemp(dir, "*.csv")
	if err != nil {
		b.Fatal(err)
	}
	err = w.WriteAll(records)
	_, errWrite := f.Write(out.Bytes())
	if err := errors.Join(err, errWrite, f.Close()); err != nil {
		b.Fatal(err)
	}
	return f.Name()
}

func csvValue(v any) string {
	switch x := v.(type) {
	case nil:
		return ""
	case time.Time:
		return x.Format(time.RFC3339)
	case []any:
		parts := make([]string, 0, len(x))
		for _, e := range x {
			parts = append(parts, fmt.Sprint(e))
		}
		return strings.Join(parts, "\x1f")
	}
	return fmt.Sprint(v)
}
