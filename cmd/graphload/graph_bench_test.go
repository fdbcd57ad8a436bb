//go:build unix

package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"graphload/internal/graph"
	"graphload/internal/server"
)

var benchArticles = flag.Int("bench-articles", 2000, "how many articles BenchmarkLoad loads in each way")

// benchRounds is how often each way is measured, in turn with the others: other programs on the machine slow all of them, and
// a median leaves out the round that they hit.
var benchRounds = flag.Int("bench-rounds", 5, "how often BenchmarkLoad measures each way, of which it tells the median")

// warmUps is how often each way loads all articles before it is measured: until then the server still makes plans and compiles.
const warmUps = 3

// BenchmarkLoad compares ways to bring one graph into a warm server: this program's, from records in a process of its
// own and from within; and two that are given all that this program works out, above all which reports are of one
// meeting: a query for each label and type with UNWIND and MERGE, in batches of 5,000, and the one of least work for
// the server, a transaction a batch that creates everything by FOREACH over lists. Last comes Neo4j's import tool, which
// writes the files of a database that does not run. Processor time is the server's, where it runs as a child of the
// tests, and tells more than the rate where other programs run beside. rate-of-foreach and
// server-of-foreach are shares of what that way did in the same round.
func BenchmarkLoad(b *testing.B) {
	n := *benchArticles
	db := openGraph(b)
	list := syntheticFragments(b, n, n)
	load(b, db, list, batchArticles)
	want := dump(b, db)
	plain := readPlainGraph(b, list)
	records := recordsFile(b, n, n)
	ways := []struct {
		name string
		work func(b *testing.B)
	}{
		{"program", func(b *testing.B) { loadFile(b, records) }},
		{"loader", func(b *testing.B) { load(b, db, list, batchArticles) }},
		{"merge", plain.merge},
		{"foreach", plain.foreach},
	}
	for range warmUps {
		for _, way := range ways {
			emptyDatabase(b)
			way.work(b)
			expectSameGraph(b, way.name, dump(b, db), want)
		}
	}
	first, again := map[string][]loadCost{}, map[string][]loadCost{}
	for range *benchRounds {
		for _, way := range ways {
			emptyDatabase(b)
			first[way.name] = append(first[way.name], costOf(b, n, way.work))
			if way.name != "foreach" { // which makes all relationships anew
				again[way.name] = append(again[way.name], costOf(b, n, way.work))
			}
		}
	}
	for _, way := range ways {
		b.Run(way.name+"/first", func(b *testing.B) { reportCosts(b, first[way.name], first["foreach"]) })
		if costs := again[way.name]; costs != nil {
			b.Run(way.name+"/again", func(b *testing.B) { reportCosts(b, costs, nil) })
		}
	}
	b.Run("import/first", func(b *testing.B) {
		if testServer(b).Engine == server.Docker {
			b.Skip("the import tool is not there: it comes with a Neo4j on Java")
		}
		dir := exportedFiles(b, list)
		for b.Loop() {
			p := importInto(b, dir, b.TempDir()).ProcessState
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
			b.ReportMetric(float64((p.UserTime()+p.SystemTime()).Microseconds())/float64(n), "server-µs/article")
		}
		b.ReportMetric(0, "ns/op")
	})
}

// loadCost is what a load took an article.
type loadCost struct {
	seconds, server float64 // server is processor time, 0 where it is not known
}

func costOf(b *testing.B, articles int, work func(*testing.B)) loadCost {
	b.Helper()
	cpu, start := serverTime(b), time.Now()
	work(b)
	return loadCost{time.Since(start).Seconds() / float64(articles), (serverTime(b) - cpu).Seconds() / float64(articles)}
}

// reportCosts tells the medians of what rounds took, and of their shares of what the best way took in the same rounds.
func reportCosts(b *testing.B, costs, best []loadCost) {
	b.Helper()
	median := func(of func(i int) float64) float64 {
		values := make([]float64, 0, len(costs))
		for i := range costs {
			values = append(values, of(i))
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	b.ReportMetric(1/median(func(i int) float64 { return costs[i].seconds }), "articles/s")
	if best != nil {
		b.ReportMetric(median(func(i int) float64 { return best[i].seconds / costs[i].seconds }), "rate-of-foreach")
	}
	if costs[0].server > 0 {
		b.ReportMetric(1e6*median(func(i int) float64 { return costs[i].server }), "server-µs/article")
		if best != nil {
			b.ReportMetric(median(func(i int) float64 { return costs[i].server / best[i].server }), "server-of-foreach")
		}
	}
	b.ReportMetric(0, "ns/op")
}

func expectSameGraph(b *testing.B, what, got, want string) {
	b.Helper()
	if got != want {
		b.Errorf("%s makes another graph: %d lines, expected %d", what, strings.Count(got, "\n"), strings.Count(want, "\n"))
	}
}

// serverTime is the processor time that the tests' server has taken, 0 where it is no child of this process or the
// system does not tell.
func serverTime(t testing.TB) time.Duration {
	t.Helper()
	if testServer(t).Engine == server.Docker {
		return 0
	}
	const ticks = 100 // a second, on every Linux
	parent := strconv.Itoa(os.Getpid())
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range stats {
		line, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended meanwhile
		}
		comm, rest, ok := strings.Cut(string(line), ") ")
		if f := strings.Fields(rest); ok && strings.HasSuffix(comm, "(java") && f[1] == parent {
			user, errUser := strconv.Atoi(f[11])
			system, errSystem := strconv.Atoi(f[12])
			if errUser == nil && errSystem == nil {
				return time.Duration(user+system) * time.Second / ticks
			}
		}
	}
	return 0
}

// plainGraph is a graph as rows, for loaders that work nothing out.
type plainGraph struct {
	driver   neo4j.DriverWithContext
	database string
	nodes    []plainNode
	links    []plainLink
	batches  int
}

type plainNode struct {
	label, id string
	props     map[string]any
	batch     int // the first one that needs it
}

type plainLink struct {
	from, to int // by index into nodes
	kind     string
	props    map[string]any
}

// readPlainGraph reads the graph of articles that have been loaded.
func readPlainGraph(b *testing.B, list []*graph.Fragment) *plainGraph {
	b.Helper()
	ctx, info := b.Context(), testServer(b)
	driver, err := neo4j.NewDriverWithContext(info.URI, neo4j.BasicAuth(info.Username, info.Password, ""))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { driver.Close(context.WithoutCancel(ctx)) })
	g := &plainGraph{driver: driver, database: info.Database, batches: (len(list) + batchArticles - 1) / batchArticles}
	batchOf := map[string]int{}
	for i, f := range list {
		batchOf["Article "+f.Article.ID] = i / batchArticles
	}
	index := map[string]int{}
	for _, r := range g.ask(b, "MATCH (n) RETURN labels(n)[0] AS label, coalesce(n.id, n.code) AS id, properties(n) AS props "+
		"ORDER BY label, id") {
		n := plainNode{r.Values[0].(string), r.Values[1].(string), r.Values[2].(map[string]any), g.batches - 1}
		if batch, ok := batchOf[n.label+" "+n.id]; ok {
			n.batch = batch
		}
		index[n.label+" "+n.id] = len(g.nodes)
		g.nodes = append(g.nodes, n)
	}
	for _, r := range g.ask(b, "MATCH (a)-[r]->(b) RETURN labels(a)[0] + ' ' + coalesce(a.id, a.code) AS a, "+
		"labels(b)[0] + ' ' + coalesce(b.id, b.code) AS b, type(r) AS kind, properties(r) AS props ORDER BY kind, a, b") {
		l := plainLink{index[r.Values[0].(string)], index[r.Values[1].(string)], r.Values[2].(string),
			r.Values[3].(map[string]any)}
		for _, ends := range [][2]int{{l.from, l.to}, {l.to, l.from}} {
			if g.nodes[ends[0]].label == "Article" {
				other := &g.nodes[ends[1]]
				other.batch = min(other.batch, g.nodes[ends[0]].batch)
			}
		}
		g.links = append(g.links, l)
	}
	return g
}

func (g *plainGraph) session(ctx context.Context) neo4j.SessionWithContext {
	return g.driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: g.database})
}

func (g *plainGraph) ask(b *testing.B, cypher string) []*neo4j.Record {
	b.Helper()
	session := g.session(b.Context())
	defer session.Close(b.Context())
	result, err := session.Run(b.Context(), cypher, nil)
	if err != nil {
		b.Fatal(err)
	}
	records, err := result.Collect(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return records
}

func (g *plainGraph) write(b *testing.B, cypher string, params map[string]any) {
	b.Helper()
	session := g.session(b.Context())
	defer session.Close(b.Context())
	if _, err := session.ExecuteWrite(b.Context(), func(tx neo4j.ManagedTransaction) (any, error) {
		result, err := tx.Run(b.Context(), cypher, params)
		if err != nil {
			return nil, err
		}
		return result.Consume(b.Context())
	}); err != nil {
		b.Fatal(err)
	}
}

// byKind sorts what is to be written by a text.
func byKind[T any](list []T, kind func(T) string) map[string][]T {
	sorted := map[string][]T{}
	for _, x := range list {
		sorted[kind(x)] = append(sorted[kind(x)], x)
	}
	return sorted
}

// merge is the plain way: a query for each label and type, UNWIND and MERGE, 5,000 rows a transaction.
func (g *plainGraph) merge(b *testing.B) {
	b.Helper()
	const rows = 5000
	for label, list := range byKind(g.nodes, func(n plainNode) string { return n.label }) {
		key := graph.Label(label).KeyProperty()
		for chunk := range slices.Chunk(list, rows) {
			params := make([]map[string]any, 0, len(chunk))
			for _, n := range chunk {
				params = append(params, map[string]any{"id": n.id, "props": n.props})
			}
			g.write(b, fmt.Sprintf("UNWIND $rows AS row MERGE (n:%s {%s: row.id}) SET n = row.props", label, key),
				map[string]any{"rows": params})
		}
	}
	ends := func(l plainLink) string {
		from, to := &g.nodes[l.from], &g.nodes[l.to]
		return fmt.Sprintf("UNWIND $rows AS row MATCH (a:%s {%s: row.from}) MATCH (b:%s {%s: row.to}) "+
			"MERGE (a)-[r:%s]->(b) SET r = row.props", from.label, graph.Label(from.label).KeyProperty(), to.label,
			graph.Label(to.label).KeyProperty(), l.kind)
	}
	for cypher, list := range byKind(g.links, ends) {
		for chunk := range slices.Chunk(list, rows) {
			params := make([]map[string]any, 0, len(chunk))
			for _, l := range chunk {
				params = append(params, map[string]any{"from": g.nodes[l.from].id, "to": g.nodes[l.to].id, "props": l.props})
			}
			g.write(b, cypher, map[string]any{"rows": params})
		}
	}
}

// foreach is the way of least work: a transaction for each batch of articles, in which the nodes are merged once and collected
// into a list, and the relationships are created by FOREACH over its indexes. Its parameters are one map, so that the server
// keeps its plan.
func (g *plainGraph) foreach(b *testing.B) {
	b.Helper()
	labels := []string{"Article", "Person", "Country", "Organization", "Place", "Statement", "Meeting"}
	kinds := []string{"MENTIONS", "REPORTED_IN", "SAID", "ABOUT", "SAID_TO", "TOOK_PART_IN", "HELD_IN", "REPRESENTS", "IN",
		"COPY_OF", "PART_OF"}
	var cypher strings.Builder
	cypher.WriteString("CYPHER replan=skip ")
	for _, label := range labels {
		fmt.Fprintf(&cypher, "CALL () { UNWIND $in.%s AS x MERGE (n:%[1]s {%s: x.id}) SET n = x.props RETURN collect(n) AS %[1]s }\n",
			label, graph.Label(label).KeyProperty())
	}
	fmt.Fprintf(&cypher, "WITH %s AS n\n", strings.Join(labels, " + "))
	for _, kind := range kinds {
		fmt.Fprintf(&cypher, "FOREACH (l IN $in.%s | FOREACH (a IN [n[l.from]] | FOREACH (b IN [n[l.to]] | "+
			"CREATE (a)-[r:%[1]s]->(b) SET r = l.props)))\n", kind)
	}
	later := func(l plainLink) int { return max(g.nodes[l.from].batch, g.nodes[l.to].batch) }
	links := make([][]plainLink, g.batches)
	for _, l := range g.links {
		links[later(l)] = append(links[later(l)], l)
	}
	for batch := range g.batches {
		needed := map[int]bool{}
		for i := range g.nodes {
			if g.nodes[i].batch == batch {
				needed[i] = true
			}
		}
		for _, l := range links[batch] {
			needed[l.from], needed[l.to] = true, true
		}
		params := map[string]any{}
		at := map[int]int{}
		for _, label := range labels {
			rows := []map[string]any{}
			for i := range g.nodes {
				if n := &g.nodes[i]; n.label == label && needed[i] {
					at[i] = len(at)
					rows = append(rows, map[string]any{"id": n.id, "props": n.props})
				}
			}
			params[label] = rows
		}
		for _, kind := range kinds {
			params[kind] = []map[string]any{}
		}
		for _, l := range links[batch] {
			params[l.kind] = append(params[l.kind].([]map[string]any),
				map[string]any{"from": at[l.from], "to": at[l.to], "props": l.props})
		}
		g.write(b, cypher.String(), map[string]any{"in": params})
	}
}
