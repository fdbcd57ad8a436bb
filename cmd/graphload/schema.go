package main

import (
	"context"
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
writes; constraints and indexes of others are left alone.`,
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
	created, err := db.EnsureSchema(ctx)
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
