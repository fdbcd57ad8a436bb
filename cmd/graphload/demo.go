package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"graphload/internal/graph/neo4j"
	"graphload/internal/server"
	"graphload/internal/source"
	"graphload/queries"
	"graphload/samples"
)

// demoQuestions are the queries that the demo runs, with their parameters.
var demoQuestions = []struct {
	query  string
	params []string
}{
	{"most-quoted", []string{"limit=5"}},
	{"who-said-what", []string{"about=Iceland", "limit=5"}},
	{"meeting-changes", []string{"limit=5"}},
}

func newDemoCmd(a *app) *cobra.Command {
	var conf server.Config
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Start a local database, load sample articles and ask three questions",
		Long: `Get what a local Neo4j needs, start it, load ten sample articles about invented people, and ask the graph
three questions. It may be run again. "graphload db wipe" removes what it made.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.runDemo(cmd.Context(), conf)
		},
	}
	addPortFlags(cmd, &conf)
	return cmd
}

func (a *app) runDemo(ctx context.Context, conf server.Config) error {
	srv, info, err := a.startServer(ctx, conf)
	if err != nil {
		return err
	}
	db, err := neo4j.Open(ctx, localSettings(info).config())
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(ctx))
	if err := a.loadSamples(ctx, db); err != nil {
		return err
	}
	for _, question := range demoQuestions {
		if err := a.demoQuestion(ctx, db, question.query, question.params); err != nil {
			return err
		}
	}
	fmt.Fprint(a.out, "\nThe database goes on. Look at it, or ask more:\n\n")
	if err := a.tellDB(ctx, srv, info); err != nil {
		return err
	}
	_, err = fmt.Fprint(a.out, `
graphload query list     the questions
graphload load PATH...   your own articles
graphload db stop        stop the database; "graphload db wipe" removes it
`)
	return err
}

// demoQuestion shows a question, how to ask it, and the answer.
func (a *app) demoQuestion(ctx context.Context, db *neo4j.DB, name string, params []string) error {
	q, err := queries.Get(name)
	if err != nil {
		return err
	}
	raw, err := parseParams(params)
	if err != nil {
		return err
	}
	cypher, bound, err := namedQuestion(name, raw)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(a.out, "\n%s\n$ graphload query %s --param %s\n", q.Title, name,
		strings.Join(params, " --param ")); err != nil {
		return err
	}
	return a.answer(ctx, db, cypher, bound, formatTable)
}

// loadSamples loads the articles that the program carries. They are put into a folder for it, so that they are read
// in the same way as a user's.
func (a *app) loadSamples(ctx context.Context, db *neo4j.DB) error {
	dir, err := os.MkdirTemp("", "graphload-demo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := os.CopyFS(filepath.Join(dir, "samples"), samples.Articles()); err != nil {
		return fmt.Errorf("unpack the sample articles: %w", err)
	}
	fmt.Fprintln(a.out, "Loading ten sample articles")
	progress := newProgress(a.err)
	defer progress.close()
	sum, err := a.load(ctx, db, source.Read(ctx, []string{dir}, source.Options{}), newExtractor(nil), 1, progress)
	if err != nil {
		return err
	}
	return sum.write(a.out, formatText)
}

// localSettings are those of the local database, whatever the environment names.
func localSettings(info server.Info) settings {
	return settings{uri: info.URI, username: info.Username, password: info.Password, database: info.Database}
}
