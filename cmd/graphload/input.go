package main

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"graphload/internal/source"
)

// inputOptions say what a command reads beside its paths, and how.
type inputOptions struct {
	fields    string
	format    string
	filesFrom string
	language  bool // any language
	shard     string
}

func (o *inputOptions) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&o.filesFrom, filesFromFlag, "", "read also the files and folders that a `file` lists, one a line; - for "+
		"standard input")
	flags.StringVar(&o.format, "input-format", "", fmt.Sprintf("what the input is, where its content does not tell: %s",
		joinOr(source.Formats())))
	flags.StringVar(&o.fields, "fields", "", "which `fields` of JSON hold an article's, such as "+
		"text=body,url=link,published=meta.date")
	flags.BoolVar(&o.language, "any-language", false, "take also articles that are not in English")
	flags.StringVar(&o.shard, "shard", "", "take only the articles of the `I/N`th part of the input, such as 2/4, so that several "+
		"machines share it")
	// The flag exists, so that completing it cannot be refused.
	_ = cmd.RegisterFlagCompletionFunc("input-format",
		cobra.FixedCompletions(source.Formats(), cobra.ShellCompDirectiveNoFileComp))
}

const filesFromFlag = "files-from"

// read returns the articles that paths name.
func (o *inputOptions) read(ctx context.Context, a *app, paths []string) (iter.Seq[source.Item], error) {
	opt, err := o.source(a)
	if err != nil {
		return nil, err
	}
	part, err := parseShard(o.shard)
	if err != nil {
		return nil, err
	}
	return part.items(source.Read(ctx, paths, opt)), nil
}

// source returns the options under which the articles are read.
func (o *inputOptions) source(a *app) (source.Options, error) {
	opt := source.Options{Stdin: a.in, Format: o.format, FilesFrom: o.filesFrom, AnyLanguage: o.language}
	if known := source.Formats(); o.format != "" && !slices.Contains(known, o.format) {
		return opt, suggest(fmt.Sprintf("unknown input format %q", o.format), o.format, known, "expected "+joinOr(known))
	}
	if o.fields == "" {
		return opt, nil
	}
	fields, err := source.ParseFields(o.fields)
	if err != nil {
		return opt, usagef("--fields: %w", err)
	}
	opt.Fields = fields
	return opt, nil
}
