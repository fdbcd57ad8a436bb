package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"graphload/internal/graph/neo4j"
	"graphload/queries"
)

type queryOptions struct {
	conn   connOptions
	params []string
	cypher string
	format string
}

func newQueryCmd(a *app) *cobra.Command {
	var o queryOptions
	cmd := &cobra.Command{
		Use:   "query NAME",
		Short: "Ask the graph a question",
		Long: `Run one of the queries that graphload brings, or Cypher of your own. Queries only read.

Rows are printed as a table on a terminal, and elsewhere as "plain": a line with the columns' names and a line a row,
with tabs between the values. A table too wide for the terminal has the columns of each row below each other. Lists and
maps stand in plain and in csv as JSON.`,
		Example: `  graphload query list
  graphload query show who-said-what
  graphload query who-said-what --param person='Ana Example' --format csv
  graphload query --cypher 'MATCH (p:Person) RETURN p.name ORDER BY p.name LIMIT $n' --param n=10`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeQuery,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.runQuery(cmd, args, &o)
		},
	}
	o.conn.addFlags(cmd)
	cmd.Flags().StringArrayVarP(&o.params, "param", "p", nil, "a parameter as NAME=VALUE; may be given several times")
	cmd.Flags().StringVar(&o.cypher, "cypher", "", "Cypher to run instead of a query by name; "+
		"a parameter's value is JSON, or a string where it is not")
	addFormatFlag(cmd, &o.format, formatAuto, rowFormats, "how to print the rows")
	cmd.AddCommand(newQueryListCmd(a), newQueryShowCmd(a))
	return cmd
}

// completeQuery completes the name of a query in a shell.
func completeQuery(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []cobra.Completion
	for _, q := range queries.All() {
		names = append(names, cobra.CompletionWithDesc(q.Name, q.Title))
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

func (a *app) runQuery(cmd *cobra.Command, args []string, o *queryOptions) error {
	if err := checkFormat(o.format, rowFormats); err != nil {
		return err
	}
	cypher, params, err := o.question(cmd, args)
	if err != nil {
		return err
	}
	return a.ask(cmd, &o.conn, cypher, params, o.format)
}

// ask opens the database, and prints the rows of a question.
func (a *app) ask(cmd *cobra.Command, conn *connOptions, cypher string, params map[string]any, format string) error {
	ctx := cmd.Context()
	db, err := conn.open(ctx, cmd)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(ctx))
	return a.answer(ctx, db, cypher, params, format)
}

// question is the Cypher to run with its parameters.
func (o *queryOptions) question(cmd *cobra.Command, args []string) (string, map[string]any, error) {
	raw, err := parseParams(o.params)
	if err != nil {
		return "", nil, err
	}
	own := cmd.Flags().Changed("cypher")
	switch {
	case own && len(args) > 0:
		return "", nil, usagef("a query by name (%s) and --cypher exclude each other", args[0])
	case own && strings.TrimSpace(o.cypher) == "":
		return "", nil, usagef("--cypher is empty")
	case own:
		return o.cypher, cypherParams(raw), nil
	case len(args) == 0:
		return "", nil, usagef(`no query: give the NAME of one ("graphload query list" tells them) or --cypher`)
	}
	return namedQuestion(args[0], raw)
}

func namedQuestion(name string, raw map[string]string) (string, map[string]any, error) {
	q, err := queries.Get(name)
	if err != nil {
		return "", nil, queryError(err, `"graphload query list" tells the queries`)
	}
	params, err := q.Bind(raw)
	if err != nil {
		return "", nil, queryError(err, fmt.Sprintf(`"graphload query show %s" tells its parameters`, name))
	}
	return q.Cypher, params, nil
}

// queryError makes what package queries finds wrong an error of usage, with the nearest names for an unknown one.
func queryError(err error, otherwise string) error {
	var u *queries.UnknownError
	if errors.As(err, &u) {
		return suggest(u.Error(), u.Name, u.Known, otherwise)
	}
	return usageError{err}
}

// parseParams reads NAME=VALUE.
func parseParams(list []string) (map[string]string, error) {
	raw := map[string]string{}
	for _, p := range list {
		name, value, ok := strings.Cut(p, "=")
		name = strings.TrimSpace(name)
		if !ok || name == "" {
			return nil, usagef("--param %q: expected NAME=VALUE", p)
		}
		if _, twice := raw[name]; twice {
			return nil, usagef("--param %s is given twice", name)
		}
		raw[name] = value
	}
	return raw, nil
}

// cypherParams gives the values of the user's own Cypher their types: what is JSON is that, all else is a string.
func cypherParams(raw map[string]string) map[string]any {
	params := make(map[string]any, len(raw))
	for name, text := range raw {
		var value any
		dec := json.NewDecoder(strings.NewReader(text))
		dec.UseNumber()
		if err := dec.Decode(&value); err != nil || dec.More() {
			value = text
		}
		params[name] = exactNumbers(value)
	}
	return params
}

// exactNumbers turns JSON numbers into int64 where they are whole, else into float64.
func exactNumbers(v any) any {
	switch v := v.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		if f, err := v.Float64(); err == nil {
			return f
		}
		return v.String()
	case []any:
		for i := range v {
			v[i] = exactNumbers(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = exactNumbers(v[k])
		}
	}
	return v
}

// answer runs a read-only query and prints its rows.
func (a *app) answer(ctx context.Context, db *neo4j.DB, cypher string, params map[string]any, format string) error {
	result, err := db.Query(ctx, cypher, params)
	if err != nil {
		return err
	}
	defer func() { _ = result.Close() }() // after All there is nothing left to tell
	n, err := writeRows(a.out, format, result.Columns, result.All())
	if err == nil && n == 0 {
		fmt.Fprintln(a.err, "graphload: no rows")
	}
	return err
}
