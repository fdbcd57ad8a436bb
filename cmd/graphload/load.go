package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"graphload/internal/extract"
	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
	"graphload/internal/source"
)

type loadOptions struct {
	conn    connOptions
	input   inputOptions
	format  string
	workers int
	dryRun  bool
	retry   time.Duration

	identities identitiesOptions
}

var answerFormats = []string{formatText, formatJSON}

const pathsHelp = `A PATH is a file, a folder with everything in it, a pattern such as 'news/**/*.txt', or - for
standard input. Files are plain text, Markdown, web pages, RSS or Atom feeds, WARC archives of crawls, JSON Lines, and
gzip, zstd or zip files of these; what a file is, its content tells. JSON Lines are articles with "id" and "text" and,
where known, "title", "url", "source" and "published", or records as "graphload extract" prints them.`

func newLoadCmd(a *app) *cobra.Command {
	var o loadOptions
	cmd := &cobra.Command{
		Use:   "load PATH...",
		Short: "Load articles into the graph",
		Long: "Extract what articles say and load it into the graph.\n\n" + pathsHelp + `

An article that is in the graph already and has not changed is left alone, a changed one replaces what the old one
brought. An article that cannot be read is told on standard error; the others are loaded, and the exit code is 1.
The summary goes to standard output.

A database that goes away meanwhile is waited for, and the load goes on when it is back; when that takes longer than
--retry-for, the exit code is 3. What was loaded is whole, and the same command finishes the work.`,
		Example: `  graphload load articles/
  graphload load 'news/2026-*.jsonl' --dry-run
  graphload extract archive/ | graphload load - --format json`,
		Args: somePaths,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.runLoad(cmd, args, &o)
		},
	}
	o.conn.addFlags(cmd)
	o.input.addFlags(cmd)
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "show what would be written, and write nothing")
	addFormatFlag(cmd, &o.format, formatText, answerFormats, "how to print the summary")
	addWorkersFlag(cmd, &o.workers)
	addRetryFlag(cmd, &o.retry)
	o.identities.addFlag(cmd)
	return cmd
}

// somePaths is the Args of a command that reads articles.
func somePaths(cmd *cobra.Command, args []string) error {
	list, err := cmd.Flags().GetString(filesFromFlag)
	if err != nil {
		return err
	}
	if list == "-" && slices.Contains(args, "-") {
		return usagef("standard input cannot be both an article and the list of --" + filesFromFlag)
	}
	if len(args) == 0 && list == "" {
		return usagef("no PATH: name files, folders or patterns, or - for standard input")
	}
	return nil
}

func addWorkersFlag(cmd *cobra.Command, workers *int) {
	cmd.Flags().IntVar(workers, "workers", runtime.GOMAXPROCS(0), "how many articles to extract at a time")
}

func addFormatFlag(cmd *cobra.Command, format *string, value string, known []string, what string) {
	cmd.Flags().StringVar(format, "format", value, fmt.Sprintf("%s: %s", what, joinOr(known)))
	// The flag exists, so that completing it cannot be refused.
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(known, cobra.ShellCompDirectiveNoFileComp))
}

func checkWorkers(n int) error {
	const most = 1024
	if n < 1 || n > most {
		return usagef("--workers is %d; expected 1 to %d", n, most)
	}
	return nil
}

func (a *app) runLoad(cmd *cobra.Command, paths []string, o *loadOptions) error {
	if err := checkFormat(o.format, answerFormats); err != nil {
		return err
	}
	if err := checkWorkers(o.workers); err != nil {
		return err
	}
	saveMemory()
	ctx := cmd.Context()
	items, err := o.input.read(ctx, a, paths)
	if err != nil {
		return err
	}
	if o.conn.patience.For, err = retryFor(o.retry); err != nil {
		return err
	}
	ids, err := o.identities.read()
	if err != nil {
		return err
	}
	ex := newExtractor(ids)
	progress := newProgress(a.err)
	defer progress.close()
	o.conn.patience.Tell = tellWaiting(progress)
	db, err := o.conn.open(ctx, cmd)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(ctx))
	if o.dryRun {
		return a.dryRun(ctx, db, items, ex, o, progress)
	}
	sum, err := a.load(ctx, db, items, ex, o.workers, progress)
	if sum != nil {
		if err := sum.write(a.out, o.format); err != nil {
			return err
		}
	}
	return err
}

// load extracts and loads. Once the database is open there is a summary, also of a load that was stopped.
func (a *app) load(ctx context.Context, db *neo4j.DB, items iter.Seq[source.Item], ex extractor, workers int,
	progress *progress) (*summary, error) {
	start := time.Now()
	if _, err := ensureSchema(ctx, db, progress); err != nil {
		return nil, err
	}
	id, err := newLoadID(start)
	if err != nil {
		return nil, err
	}
	rep := &reporter{w: progress, progress: progress}
	l := &loader{rep: rep, write: func(ctx context.Context, b *batch) (neo4j.Counts, error) {
		if b.compared != nil {
			return db.LoadCompared(ctx, b.compared, id, start)
		}
		return db.Load(ctx, b.fragments, id, start)
	}}
	// The next batch is extracted, and compared with what is stored, while this one is written.
	for b := range ahead(ctx, compared(ctx, batches(toLoad(ctx, db, items, ex, workers), rep), db.Compare)) {
		if err = l.load(ctx, b); err != nil {
			break
		}
	}
	if err == nil {
		err = ctx.Err()
	}
	sum := newSummary(l.counts, rep.failures(), id, time.Since(start))
	if err != nil {
		return sum, err
	}
	return sum, rep.err()
}

// extractor is an Extractor with an analyst's decisions about people, and a name: two of one name make the same of an
// article; see programID. The name is told when it is asked for, which takes a moment, and records need none.
type extractor struct {
	extract.Extractor
	identities *graph.Identities
	program    func() string
}

func newExtractor(ids *graph.Identities) extractor {
	return extractor{extract.New(), ids, sync.OnceValue(func() string {
		program := programID()
		if digest := ids.Digest(); digest != "" && program != "" {
			program += " " + digest
		}
		return program
	})}
}

// toLoad extracts what is new or has changed, in the order of the input.
func toLoad(ctx context.Context, db *neo4j.DB, items iter.Seq[source.Item], ex extractor, workers int) iter.Seq[prepared] {
	return extractAll(ctx, items, ex, workers, db.ReadHashes)
}

// extractAll extracts what is not known as unchanged, in the order of the input.
func extractAll(ctx context.Context, items iter.Seq[source.Item], ex extractor, workers int, ask readHashes) iter.Seq[prepared] {
	return inOrder(ctx, check(ctx, items, ex.program, ask), workers, func(c checked) prepared {
		return prepare(ctx, c, ex)
	})
}

// newLoadID names a load: the time, and something random, so that two loads in one second differ.
func newLoadID(now time.Time) (string, error) {
	var b [4]byte
	if _, err := rand.Read(b[:]); err != nil {
		return "", err
	}
	return now.UTC().Format("20060102T150405Z-") + hex.EncodeToString(b[:]), nil
}

// loader writes records in batches, one transaction each.
type loader struct {
	write  func(context.Context, *batch) (neo4j.Counts, error)
	rep    *reporter
	counts neo4j.Counts
}

// load writes a batch. It finishes what it began also when ctx ends meanwhile, so that a stop falls between batches;
// see finishing. An error is of the database and ends the load; an article's fault is only reported.
func (l *loader) load(ctx context.Context, b *batch) error {
	if b.err != nil {
		return b.err
	}
	l.counts.Articles.Unchanged += b.unchanged
	if len(b.fragments) == 0 {
		return nil
	}
	finish, cancel := finishing(ctx)
	defer cancel()
	counts, err := l.write(finish, b)
	if err == nil {
		l.counts.Add(counts)
		return nil
	}
	if databaseFault(err) {
		return err
	}
	return l.oneByOne(ctx, finish, b, err)
}

// oneByOne loads the articles of a batch that failed each by itself, so that one which the database does not take stops
// no other. Where none of the first few is taken the fault is not an article's, and the batch's error stands.
func (l *loader) oneByOne(ctx, finish context.Context, b *batch, batchErr error) error {
	const few = 3
	taken := 0
	var faults []error
	for i, f := range b.fragments {
		counts, err := l.write(finish, &batch{fragments: []*graph.Fragment{f}})
		switch {
		case err == nil:
			taken++
			l.counts.Add(counts)
		case databaseFault(err):
			return err
		default:
			faults = append(faults, fmt.Errorf("%s: %s: %w", b.paths[i], f.Article.Name, err))
		}
		if tried := i + 1; taken == 0 && tried == min(few, len(b.fragments)) && tried > 1 {
			return batchErr
		}
		if ctx.Err() != nil {
			break
		}
	}
	for _, err := range faults {
		l.rep.report(err)
	}
	return nil
}

// databaseFault reports whether an error is of the database and would be the same for every article.
func databaseFault(err error) bool {
	for _, target := range []error{neo4j.ErrUnreachable, neo4j.ErrAuth, neo4j.ErrDatabase, neo4j.ErrBroken, context.Canceled} {
		if errors.Is(err, target) {
			return true
		}
	}
	return false
}
