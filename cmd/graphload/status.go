package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"graphload/internal/graph/neo4j"
)

type statusOptions struct {
	conn   connOptions
	format string
}

func newStatusCmd(a *app) *cobra.Command {
	var o statusOptions
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Count what is in the graph, and tell the last loads",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.runStatus(cmd, &o)
		},
	}
	o.conn.addFlags(cmd)
	addFormatFlag(cmd, &o.format, formatText, answerFormats, "how to print it")
	return cmd
}

func (a *app) runStatus(cmd *cobra.Command, o *statusOptions) error {
	if err := checkFormat(o.format, answerFormats); err != nil {
		return err
	}
	ctx := cmd.Context()
	db, err := o.conn.open(ctx, cmd)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(ctx))
	status, err := db.Status(ctx)
	if err != nil {
		return err
	}
	if o.format == formatJSON {
		return json.NewEncoder(a.out).Encode(statusJSON(status))
	}
	return writeStatus(a.out, status)
}

// statusAnswer is the JSON form of a status.
type statusAnswer struct {
	SchemaVersion int            `json:"schemaVersion"` // 0 before the first load
	Nodes         map[string]int `json:"nodes"`         // by label
	Relationships map[string]int `json:"relationships"` // by type
	Loads         []loadAnswer   `json:"loads"`         // the last ones, the newest first
}

type loadAnswer struct {
	Load     string    `json:"load"`
	At       time.Time `json:"at"`
	Articles int       `json:"articles"` // that it wrote last
}

func statusJSON(s *neo4j.Status) statusAnswer {
	answer := statusAnswer{SchemaVersion: s.SchemaVersion, Nodes: map[string]int{}, Relationships: map[string]int{},
		Loads: []loadAnswer{}}
	for _, c := range s.Nodes {
		answer.Nodes[c.Name] = c.Count
	}
	for _, c := range s.Relationships {
		answer.Relationships[c.Name] = c.Count
	}
	for _, l := range s.Loads {
		answer.Loads = append(answer.Loads, loadAnswer{l.ID, l.At, l.Articles})
	}
	return answer
}

func writeStatus(w io.Writer, s *neo4j.Status) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	schema := fmt.Sprintf("version %d", s.SchemaVersion)
	if s.SchemaVersion == 0 {
		schema = "none; the first load creates it"
	}
	fmt.Fprintf(out, "schema\t%s\n", schema)
	for _, part := range []struct {
		title  string
		counts []neo4j.Count
	}{{"nodes", s.Nodes}, {"relationships", s.Relationships}} {
		fmt.Fprintln(out, part.title)
		for _, c := range part.counts {
			fmt.Fprintf(out, "  %s\t%d\n", c.Name, c.Count)
		}
	}
	fmt.Fprintln(out, "last loads")
	for _, l := range s.Loads {
		fmt.Fprintf(out, "  %s\t%s\t%d articles\n", l.At.Local().Format(time.DateTime), l.ID, l.Articles)
	}
	return out.Flush()
}
