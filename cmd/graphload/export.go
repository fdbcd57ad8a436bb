package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"graphload/internal/export"
	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
)

type exportOptions struct {
	conn      connOptions
	input     inputOptions
	fromGraph bool
	format    string
	out       string
	workers   int
	start     time.Time

	identities identitiesOptions
}

const fromGraphFlag = "from-graph"

func newExportCmd(a *app) *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use:   "export {PATH... | --" + fromGraphFlag + "}",
		Short: "Write the graph as files, for Neo4j's import tool, cypher-shell or notebooks",
		Long: `Write a graph as files into a folder that is new or empty: the graph that a load of the articles would make, without any
database, or with --from-graph what is in the database.

csv      a file for each label and each relationship type, for "neo4j-admin database import full", with import.sh, which
         runs it, and schema.cypher, which makes constraints and indexes afterwards
jsonl    the same files as JSON Lines
parquet  the same files as Parquet
cypher   graph.cypher, for cypher-shell and a database that is empty

` + pathsHelp + `

Without a database the articles are held in memory with all that they say, some 40 KB an article of usual length; for more
articles than fit, load them and export the graph. With --from-graph loads and deletions wait meanwhile, so that what is
written belongs together; nodes of others, and what others have added to graphload's, are left out. Where something fails,
the folder stays as it was.`,
		Example: `  graphload export archive/ --format csv --out graph/
  graph/import.sh neo4j --overwrite-destination
  graphload export --from-graph --format parquet --out graph/`,
		Args: func(cmd *cobra.Command, args []string) error {
			if err := exportSource(cmd, args, &o); err != nil || o.fromGraph {
				return err
			}
			return somePaths(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.runExport(cmd, args, &o)
		},
	}
	o.input.addFlags(cmd)
	addWorkersFlag(cmd, &o.workers)
	o.identities.addFlag(cmd)
	cmd.Flags().BoolVar(&o.fromGraph, fromGraphFlag, false, "write what is in the database")
	o.conn.addFlags(cmd)
	cmd.Flags().StringVar(&o.out, "out", "", "the `folder` to write into, new or empty")
	addFormatFlag(cmd, &o.format, string(export.CSV), export.Formats(), "the form of the files")
	return cmd
}

// exportSource makes sure that either articles are named or the database is, and no flags of the other.
func exportSource(cmd *cobra.Command, args []string, o *exportOptions) error {
	var connection, articles exportOptions
	others := &cobra.Command{}
	what := "goes with --" + fromGraphFlag + " alone"
	if o.fromGraph {
		if len(args) > 0 {
			return usagef("a PATH (%s) and --%s exclude each other", args[0], fromGraphFlag)
		}
		articles.input.addFlags(others)
		addWorkersFlag(others, &articles.workers)
		articles.identities.addFlag(others)
		what = "and --" + fromGraphFlag + " exclude each other"
	} else {
		connection.conn.addFlags(others)
	}
	var err error
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if others.Flags().Lookup(f.Name) != nil && err == nil {
			err = usagef("--%s %s", f.Name, what)
		}
	})
	return err
}

func (a *app) runExport(cmd *cobra.Command, paths []string, o *exportOptions) error {
	if err := checkFormat(o.format, export.Formats()); err != nil {
		return err
	}
	if err := checkWorkers(o.workers); err != nil {
		return err
	}
	if o.out == "" {
		return usagef("no folder to write into: name one by --out")
	}
	o.start = time.Now()
	if o.fromGraph {
		return a.exportGraph(cmd, o)
	}
	return a.exportArticles(cmd.Context(), paths, o)
}

// exportArticles writes the graph that a load of articles would make.
func (a *app) exportArticles(ctx context.Context, paths []string, o *exportOptions) error {
	items, err := o.input.read(ctx, a, paths)
	if err != nil {
		return err
	}
	ids, err := o.identities.read()
	if err != nil {
		return err
	}
	return a.intoFolder(o, func(folder *export.Folder) error { // before the work of hours
		progress := newProgress(a.err)
		defer progress.close()
		rep := &reporter{w: progress, progress: progress}
		var all []*graph.Fragment
		for b := range batches(extractAll(ctx, items, newExtractor(ids), o.workers, nothingKnown), rep) {
			if b.err != nil {
				return b.err
			}
			all = append(all, b.fragments...)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := a.writeExport(ctx, o, folder, graph.Build(all)); err != nil {
			return err
		}
		return rep.err()
	})
}

// nothingKnown stands for a graph without articles.
func nothingKnown(context.Context, []string) (map[string]string, error) { return nil, nil }

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
	counts, err := export.Write(ctx, folder, export.Format(o.format), neo4j.SchemaStatements(), source)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, "nodes          %d\nrelationships  %d\nfiles          %d in %s\ntime           %.1f s\n",
		counts.Nodes, counts.Relationships, counts.Files, o.out, seconds(time.Since(o.start)))
	return err
}
