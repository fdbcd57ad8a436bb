package main

import (
	"github.com/spf13/cobra"

	"graphload/internal/extract"
	"graphload/internal/news"
)

type extractOptions struct {
	input   inputOptions
	format  string
	workers int

	attitudes bool

	identities identitiesOptions
}

func newExtractCmd(a *app) *cobra.Command {
	var o extractOptions
	cmd := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Print what articles say, without a database",
		Long:  "Print what articles say as JSON Lines, one record an article, in the order of the input.\n\n" + pathsHelp,
		Example: `  graphload extract article.txt | jq .people
  graphload extract archive/ > records.jsonl`,
		Args: somePaths,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.runExtract(cmd, args, &o)
		},
	}
	o.input.addFlags(cmd)
	addFormatFlag(cmd, &o.format, formatJSONL, []string{formatJSONL}, "how to print the records")
	addWorkersFlag(cmd, &o.workers)
	cmd.Flags().BoolVar(&o.attitudes, "attitudes", false, "print also who judges, intends, thinks or speaks of what, where nothing is told of anything "+
		"said; load passes it over")
	o.identities.addFlag(cmd)
	return cmd
}

func (a *app) runExtract(cmd *cobra.Command, paths []string, o *extractOptions) error {
	if err := checkFormat(o.format, []string{formatJSONL}); err != nil {
		return err
	}
	if err := checkWorkers(o.workers); err != nil {
		return err
	}
	ctx := cmd.Context()
	items, err := o.input.read(ctx, a, paths)
	if err != nil {
		return err
	}
	ids, err := o.identities.read()
	if err != nil {
		return err
	}
	ex := newExtractor(ids)
	if o.attitudes {
		ex.Extractor = extract.WithAttitudes()
	}
	rep := &reporter{w: a.err}
	enc := news.NewEncoder(a.out)
	for r := range records(ctx, items, ex, o.workers) {
		rep.warn(r)
		if r.err != nil {
			rep.report(r.err)
			continue
		}
		if err := enc.Encode(r.record); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return rep.err()
}
