package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"graphload/internal/graph/neo4j"
	"graphload/internal/news"
)

type deleteOptions struct {
	conn   connOptions
	format string
}

func newDeleteCmd(a *app) *cobra.Command {
	var o deleteOptions
	cmd := &cobra.Command{
		Use:   "delete ARTICLE...",
		Short: "Remove articles with all that rested on them",
		Long: `Remove articles with all that rested on them alone. What other articles say too stays.

An ARTICLE is its id, the beginning of its id that no other one shares, its name or its URL. One that is not in the
graph, or that could be several, is told on standard error; the others are removed, and the exit code is 1.`,
		Example: `  graphload delete https://news.example/2026/summit
  graphload delete 3f9c02 wire`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("no ARTICLE: give ids, beginnings of ids, names or URLs")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.runDelete(cmd, args, &o)
		},
	}
	o.conn.addFlags(cmd)
	addFormatFlag(cmd, &o.format, formatText, answerFormats, "how to print the summary")
	return cmd
}

func (a *app) runDelete(cmd *cobra.Command, articles []string, o *deleteOptions) error {
	if err := checkFormat(o.format, answerFormats); err != nil {
		return err
	}
	ctx := cmd.Context()
	db, err := o.conn.open(ctx, cmd)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(ctx))
	if err := db.CheckVersion(ctx); err != nil {
		return err
	}
	start := time.Now()
	rep := &reporter{w: a.err}
	var ids []string
	for _, article := range articles {
		found, err := findArticle(ctx, db, article)
		if err != nil {
			return err
		}
		switch len(found) {
		case 0:
			rep.report(fmt.Errorf("%s: no such article in the graph", article))
		case 1:
			ids = append(ids, found[0])
		default:
			rep.report(fmt.Errorf("%s: could be any of %d articles, give more of the id: %s", article, len(found),
				strings.Join(found, " ")))
		}
	}
	counts, unknown, err := db.Delete(ctx, ids)
	if err != nil {
		return err
	}
	for _, id := range unknown { // another program was faster
		rep.report(fmt.Errorf("%s: no such article in the graph", id))
	}
	if err := writeDeleted(a.out, o.format, counts, rep.failed, time.Since(start)); err != nil {
		return err
	}
	return rep.err()
}

// findArticles is asked for exact matches first, then for names and beginnings of ids.
const findArticles = `MATCH (a:Article) WHERE a.id IN $ids RETURN a.id AS id
UNION
MATCH (a:Article) WHERE a.name = $text RETURN a.id AS id
UNION
MATCH (a:Article) WHERE size($text) >= $shortest AND a.id STARTS WITH $text RETURN a.id AS id`

// shortestID is how much of an id has to be given at least.
const shortestID = 4

// findArticle returns the ids of the articles that a user can have meant.
func findArticle(ctx context.Context, db *neo4j.DB, text string) ([]string, error) {
	exact := []string{text, news.ArticleID(text, "", "", "")}
	result, err := db.Query(ctx, findArticles, map[string]any{"ids": exact, "text": text, "shortest": shortestID})
	if err != nil {
		return nil, err
	}
	var ids []string
	for row, err := range result.All() {
		if err != nil {
			return nil, err
		}
		id, _ := row[0].(string)
		if id == exact[0] || id == exact[1] {
			return []string{id}, nil
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// deletion is the JSON form of what a deletion did.
type deletion struct {
	Articles struct {
		Deleted int `json:"deleted"`
		Failed  int `json:"failed"`
	} `json:"articles"`
	Nodes         addedRemoved `json:"nodes"`
	Relationships addedRemoved `json:"relationships"`
	Seconds       float64      `json:"seconds"`
}

func writeDeleted(w io.Writer, format string, c neo4j.Counts, failed int, took time.Duration) error {
	d := deletion{Nodes: addedRemoved(c.Nodes), Relationships: addedRemoved(c.Relationships), Seconds: seconds(took)}
	d.Articles.Deleted, d.Articles.Failed = c.Articles.Deleted, failed
	if format == formatJSON {
		return json.NewEncoder(w).Encode(d)
	}
	_, err := fmt.Fprintf(w, "articles       %d deleted, %d failed\n%s%s", d.Articles.Deleted, failed,
		d.Nodes.line("nodes"), d.Relationships.line("relationships"))
	return err
}
