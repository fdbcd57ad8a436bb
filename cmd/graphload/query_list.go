package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"graphload/queries"
)

func newQueryListCmd(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the queries",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := checkFormat(format, rowFormats); err != nil {
				return err
			}
			_, err := writeRows(a.out, format, []string{"name", "parameters", "what it answers"}, queryRows)
			return err
		},
	}
	addFormatFlag(cmd, &format, formatAuto, rowFormats, "how to print the list")
	return cmd
}

// queryRows are the rows of the list.
func queryRows(yield func([]any, error) bool) {
	for _, q := range queries.All() {
		var params []string
		for _, p := range q.Params {
			if p.Required {
				params = append(params, p.Name)
			} else {
				params = append(params, "["+p.Name+"]")
			}
		}
		if !yield([]any{q.Name, strings.Join(params, " "), q.Title}, nil) {
			return
		}
	}
}

func newQueryShowCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:               "show NAME",
		Short:             "Show what a query answers, its parameters, its columns and its Cypher",
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeQuery,
		RunE: func(_ *cobra.Command, args []string) error {
			q, err := queries.Get(args[0])
			if err != nil {
				return queryError(err, `"graphload query list" tells the queries`)
			}
			return showQuery(a.out, q)
		},
	}
}

func showQuery(w io.Writer, q queries.Query) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(out, "%s\n%s\n", q.Name, q.Title)
	if q.Doc != "" {
		fmt.Fprintf(out, "\n%s\n", q.Doc)
	}
	if len(q.Params) > 0 {
		fmt.Fprint(out, "\nParameters\n")
		for _, p := range q.Params {
			fmt.Fprintf(out, "  %s\t%s\t%s\t%s\n", p.Name, p.Type, paramDefault(p), p.Doc)
		}
	}
	fmt.Fprint(out, "\nColumns\n")
	for _, c := range q.Columns {
		fmt.Fprintf(out, "  %s\t%s\n", c.Name, c.Doc)
	}
	fmt.Fprintf(out, "\nCypher\n%s\n", strings.TrimSpace(q.Cypher))
	return out.Flush()
}

func paramDefault(p queries.Param) string {
	switch {
	case p.Required:
		return "required"
	case p.Default == "":
		return "default: none"
	}
	return "default: " + p.Default
}
