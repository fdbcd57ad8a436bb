package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"
	"time"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
	"graphload/internal/source"
)

// forecast is what a load would write: the articles, and what the new and changed ones among them bring.
type forecast struct {
	DryRun   bool `json:"dryRun"`
	Articles struct {
		New       int `json:"new"`
		Unchanged int `json:"unchanged"`
		Changed   int `json:"changed"`
		Failed    int `json:"failed"`
	} `json:"articles"`
	// Nodes counts what the articles speak of, by label. Some of it may be in the graph already.
	Nodes map[string]int `json:"nodes"`
	// Relationships counts evidence, by type: the rest is derived from it.
	Relationships map[string]int `json:"relationships"`
	Seconds       float64        `json:"seconds"`

	db       *neo4j.DB
	refs     map[graph.Ref]bool
	words    map[string]bool // keys of statements
	meetings []graph.Report
}

// dryRun extracts, compares with the graph, and writes nothing.
func (a *app) dryRun(ctx context.Context, db *neo4j.DB, items iter.Seq[source.Item], ex extractor, o *loadOptions,
	progress *progress) error {
	start := time.Now()
	rep := &reporter{w: progress, progress: progress}
	f := &forecast{DryRun: true, Nodes: map[string]int{}, Relationships: map[string]int{}, db: db,
		refs: map[graph.Ref]bool{}, words: map[string]bool{}}
	for b := range batches(toLoad(ctx, db, items, ex, o.workers), rep) {
		if err := f.compare(ctx, b); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	f.finish(rep.failures(), time.Since(start))
	if err := f.write(a.out, o.format); err != nil {
		return err
	}
	return rep.err()
}

// compare compares a batch with the graph. Only where a batch is mixed are its articles looked at one by one.
func (f *forecast) compare(ctx context.Context, b *batch) error {
	if b.err != nil {
		return b.err
	}
	f.Articles.Unchanged += b.unchanged
	if len(b.fragments) == 0 {
		return nil
	}
	counts, err := f.db.Preview(ctx, b.fragments)
	if err != nil {
		return err
	}
	f.Articles.New += counts.New
	f.Articles.Unchanged += counts.Unchanged
	f.Articles.Changed += counts.Changed
	for _, fragment := range b.fragments {
		one := counts
		if mixed := counts.Unchanged > 0 && counts.New+counts.Changed > 0; mixed {
			if one, err = f.db.Preview(ctx, []*graph.Fragment{fragment}); err != nil {
				return err
			}
		}
		if one.Unchanged == 0 {
			f.add(fragment)
		}
	}
	return nil
}

func (f *forecast) add(x *graph.Fragment) {
	f.Nodes["Article"]++
	for _, ref := range x.Refs() {
		f.refs[ref] = true
	}
	for i := range x.Statements {
		f.words[x.Statements[i].Key] = true
	}
	f.meetings = append(f.meetings, x.Meetings...)
	f.Relationships["MENTIONS"] += len(x.Mentions)
	f.Relationships["REPORTED_IN"] += len(x.Statements) + len(x.Meetings)
}

func (f *forecast) finish(failed int, took time.Duration) {
	f.Articles.Failed = failed
	for ref := range f.refs {
		f.Nodes[string(ref.Label)]++
	}
	f.Nodes["Statement"] = len(f.words)
	f.Nodes["Meeting"] = len(graph.Cluster(f.meetings))
	f.Seconds = seconds(took)
}

func (f *forecast) write(w io.Writer, format string) error {
	if format == formatJSON {
		return json.NewEncoder(w).Encode(f)
	}
	var text strings.Builder
	fmt.Fprintf(&text, "nothing is written; a load would find\narticles  %d new, %d unchanged, %d changed, %d failed\n",
		f.Articles.New, f.Articles.Unchanged, f.Articles.Changed, f.Articles.Failed)
	for _, part := range []struct {
		title  string
		counts map[string]int
	}{{"nodes of the new and changed ones, some of which may be in the graph", f.Nodes},
		{"evidence, from which the other relationships are derived", f.Relationships}} {
		fmt.Fprintln(&text, part.title)
		for _, name := range slices.Sorted(maps.Keys(part.counts)) {
			fmt.Fprintf(&text, "  %-13s %d\n", name, part.counts[name])
		}
	}
	_, err := io.WriteString(w, text.String())
	return err
}
