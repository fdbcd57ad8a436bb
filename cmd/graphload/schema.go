package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"graphload/internal/graph/neo4j"
)

type schemaOptions struct {
	conn   connOptions
	format string
}

func newSchemaCmd(a *app) *cobra.Command {
	var o schemaOptions
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Create the constraints and indexes that are missing, and list them",
		Long: `Create the constraints and indexes that are missing, and list them. "graphload load" does the same before it
writes; constraints and indexes of others are left alone. A graph that an older graphload loaded is derived anew from its
evidence.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.runSchema(cmd, &o)
		},
	}
	o.conn.addFlags(cmd)
	addFormatFlag(cmd, &o.format, formatAuto, rowFormats, "how to print the list")
	return cmd
}

func (a *app) runSchema(cmd *cobra.Command, o *schemaOptions) error {
	if err := checkFormat(o.format, rowFormats); err != nil {
		return err
	}
	ctx := cmd.Context()
	db, err := o.conn.open(ctx, cmd)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(ctx))
	created, err := ensureSchema(ctx, db, a.err)
	if err != nil {
		return err
	}
	items, err := db.Schema(ctx)
	if err != nil {
		return err
	}
	_, err = writeRows(a.out, o.format, []string{"name", "kind", "on", "properties", "state", "created"},
		schemaRows(items, created))
	return err
}

// ensureSchema creates what is missing and derives anew what an older version derived, which it tells.
func ensureSchema(ctx context.Context, db *neo4j.DB, told io.Writer) (created []string, err error) {
	older, err := db.OlderVersion(ctx)
	if err != nil {
		return nil, err
	}
	if older {
		fmt.Fprintln(told, "graphload: the graph is of an older version: deriving it anew, 10 to 25 ms an article")
	}
	done, err := db.EnsureSchema(ctx)
	if err != nil {
		return nil, err
	}
	if older {
		fmt.Fprintf(told, "graphload: derived anew: %d nodes and relationships differed, %d are now as this version derives them\n",
			done.Derived.Findings, done.Derived.Repaired)
	}
	if done.Derived.Findings > done.Derived.Repaired {
		fmt.Fprintln(told, `graphload: "graphload verify" tells what to do about the others`)
	}
	return done.Created, nil
}

func schemaRows(items []neo4j.SchemaItem, created []string) rows {
	return func(yield func([]any, error) bool) {
		for _, i := range items {
			now := slices.Contains(created, i.Name)
			if !yield([]any{i.Name, i.Kind, i.On, strings.Join(i.Properties, " "), i.State, now}, nil) {
				return
			}
		}
	}
}
