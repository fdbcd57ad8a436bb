package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"graphload/internal/export"
	"graphload/internal/graph/neo4j"
)

type exportOptions struct {
	conn      connOptions
	fromGraph bool
	format    string
	out       string
}

const fromGraphFlag = "from-graph"

func newExportCmd(a *app) *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the graph as files, for Neo4j's import tool or for notebooks",
		Long: `Write the graph in the database as files into a folder that is new or empty.

csv     a file for each label and each relationship type, for "neo4j-admin database import full", with import.sh, which
        runs it, and schema.cypher
jsonl   the same files as JSON Lines

Loads and deletions wait meanwhile, so that what is written belongs together. Nodes of others, and what others have added
to graphload's, are left out. Where something fails, the folder stays as it was.`,
		Example: `  graphload export --from-graph --format csv --out graph/
  graph/import.sh neo4j --overwrite-destination`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.runExport(cmd, &o)
		},
	}
	o.conn.addFlags(cmd)
	cmd.Flags().BoolVar(&o.fromGraph, fromGraphFlag, false, "write what is in the database")
	cmd.Flags().StringVar(&o.out, "out", "", "the `folder` to write into, new or empty")
	addFormatFlag(cmd, &o.format, string(export.CSV), export.Formats(), "the form of the files")
	return cmd
}

func (a *app) runExport(cmd *cobra.Command, o *exportOptions) error {
	if err := checkFormat(o.format, export.Formats()); err != nil {
		return err
	}
	if o.out == "" {
		return usagef("no folder to write into: name one by --out")
	}
	if !o.fromGraph {
		return usagef("nothing to write: --" + fromGraphFlag + " writes what is in the database")
	}
	return a.exportGraph(cmd, o)
}

// exportGraph writes what is in the database.
func (a *app) exportGraph(cmd *cobra.Command, o *exportOptions) error {
	ctx := cmd.Context()
	db, err := o.conn.open(ctx, cmd)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(ctx))
	if err := db.CheckVersion(ctx); err != nil {
		return err
	}
	return a.intoFolder(o, func(folder *export.Folder) error {
		return db.Read(ctx, func(s *neo4j.Snapshot) error { return a.writeExport(ctx, o, folder, s) })
	})
}

// intoFolder makes the folder for what is to be written, or takes it away again where that fails.
func (a *app) intoFolder(o *exportOptions, write func(*export.Folder) error) error {
	folder, err := export.NewFolder(o.out)
	if err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	return errors.Join(write(folder), folder.Close())
}

// writeExport writes a graph, and tells what was written.
func (a *app) writeExport(ctx context.Context, o *exportOptions, folder *export.Folder, source export.Source) error {
	start := time.Now()
	counts, err := export.Write(ctx, folder, export.Format(o.format), neo4j.SchemaStatements(), source)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, "nodes          %d\nrelationships  %d\nfiles          %d in %s\ntime           %.1f s\n",
		counts.Nodes, counts.Relationships, counts.Files, o.out, seconds(time.Since(start)))
	return err
}
