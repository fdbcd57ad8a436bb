package main

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"graphload/internal/graph/neo4j"
)

// summary is what a load did.
type summary struct {
	Articles struct {
		New       int `json:"new"`
		Unchanged int `json:"unchanged"`
		Changed   int `json:"changed"`
		Failed    int `json:"failed"`
	} `json:"articles"`
	Nodes         addedRemoved `json:"nodes"`
	Relationships addedRemoved `json:"relationships"`
	Seconds       float64      `json:"seconds"`
	Load          string       `json:"load"`
}

type addedRemoved struct {
	Added   int `json:"added"`
	Removed int `json:"removed"`
}

// line is the form in a text for people.
func (x addedRemoved) line(what string) string {
	return fmt.Sprintf("%-14s %d added, %d removed\n", what, x.Added, x.Removed)
}

func newSummary(c neo4j.Counts, failed int, load string, took time.Duration) *summary {
	s := &summary{Load: load, Seconds: seconds(took)}
	s.Articles.New, s.Articles.Unchanged, s.Articles.Changed = c.Articles.New, c.Articles.Unchanged, c.Articles.Changed
	s.Articles.Failed = failed
	s.Nodes = addedRemoved(c.Nodes)
	s.Relationships = addedRemoved(c.Relationships)
	return s
}

func (s *summary) write(w io.Writer, format string) error {
	if format == formatJSON {
		return json.NewEncoder(w).Encode(s)
	}
	done := s.Articles.New + s.Articles.Unchanged + s.Articles.Changed + s.Articles.Failed
	_, err := fmt.Fprintf(w, "articles       %d new, %d unchanged, %d changed, %d failed\n%s%s"+
		"time           %.1f s, %.0f articles a second\nload           %s\n",
		s.Articles.New, s.Articles.Unchanged, s.Articles.Changed, s.Articles.Failed,
		s.Nodes.line("nodes"), s.Relationships.line("relationships"),
		s.Seconds, float64(done)/max(s.Seconds, 0.001), s.Load)
	return err
}

// seconds are exact to the millisecond.
func seconds(d time.Duration) float64 { return float64(d.Milliseconds()) / 1000 }
