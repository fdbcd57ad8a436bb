package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"graphload/internal/graph/neo4j"
)

type verifyOptions struct {
	conn   connOptions
	format string
	repair bool
}

// verifyFormats are those of rows, and a line of words for each finding.
var verifyFormats = slices.Concat([]string{formatText}, rowFormats)

func newVerifyCmd(a *app) *cobra.Command {
	var o verifyOptions
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Compare the graph with its evidence; --repair sets right what differs",
		Long: `Compare the graph with its evidence: whether what was loaded of each article is whole, and whether all that is
derived from it is what a load would derive. Each finding is told with the node or relationship that it is of, what is
wrong and what was expected. Memory does not grow with the graph.

With --repair, what is derived is set right from the evidence, in transactions of some hundred nodes. Where evidence is
lost, the finding says what to do: most often to load the article again, which --repair makes count as changed. Nodes,
relationships and properties of others in the same database are left alone.

The exit code is 0 where the graph is sound, or is now, and 5 where findings remain.`,
		Example: `  graphload verify
  graphload verify --repair --format jsonl > findings.jsonl`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.runVerify(cmd, &o)
		},
	}
	o.conn.addFlags(cmd)
	cmd.Flags().BoolVar(&o.repair, "repair", false, "set right what the evidence suffices for")
	addFormatFlag(cmd, &o.format, formatText, verifyFormats, "how to print the findings")
	return cmd
}

func (a *app) runVerify(cmd *cobra.Command, o *verifyOptions) error {
	if err := checkFormat(o.format, verifyFormats); err != nil {
		return err
	}
	ctx := cmd.Context()
	db, err := o.conn.open(ctx, cmd)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(ctx))
	var sum neo4j.Verified
	all := func(yield func([]any, error) bool) {
		var err error
		if sum, err = db.Verify(ctx, o.repair, func(f neo4j.Finding) error {
			if !yield([]any{string(f.Kind), f.Where, f.Found, f.Expected, outcome(&f)}, nil) {
				return errStopped
			}
			return nil
		}); err != nil && !errors.Is(err, errStopped) {
			yield(nil, err)
		}
	}
	if o.format == formatText {
		out := bufio.NewWriter(a.out)
		_, err = copyRows(&findingWriter{out}, all)
		err = errors.Join(err, out.Flush())
	} else {
		_, err = writeRows(a.out, o.format, []string{"kind", "where", "found", "expected", "outcome"}, all)
	}
	if err != nil {
		return err
	}
	return a.tellVerified(sum)
}

// errStopped ends a verification whose findings cannot be written.
var errStopped = errors.New("nobody reads on")

// outcome says what became of a finding, or what to do about it.
func outcome(f *neo4j.Finding) string {
	switch {
	case f.Repaired:
		return "repaired"
	case f.Todo != "":
		return f.Todo
	}
	return "--repair sets it right"
}

// findingWriter writes a line of words for each finding.
type findingWriter struct{ w *bufio.Writer }

func (f *findingWriter) begin() error { return nil }

func (f *findingWriter) row(values []any) error {
	cells, err := cellTexts(values)
	if err != nil {
		return err
	}
	for i := range cells {
		cells[i] = printable(escapePlain.Replace(cells[i]), "")
	}
	_, err = fmt.Fprintf(f.w, "%s: %s: %s; expected: %s; %s\n", cells[0], cells[1], cells[2], cells[3], cells[4])
	return err
}

func (f *findingWriter) end() error { return nil }

// tellVerified sums up on standard error, and returns errUnsound where findings remain.
func (a *app) tellVerified(sum neo4j.Verified) error {
	fmt.Fprintf(a.err, "graphload: looked at %d nodes and %d relationships: %d findings, %d repaired\n", sum.Nodes,
		sum.Relationships, sum.Findings, sum.Repaired)
	if sum.Findings > sum.Repaired {
		return errUnsound
	}
	return nil
}
