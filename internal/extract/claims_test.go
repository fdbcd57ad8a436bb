package extract

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"graphload/internal/news"
)

// TestClaims tells what the encoder's claims score alone, every one of them kept: how much of what is missing the rules drop because it
// is no statement, and how much the encoder did not see.
func TestClaims(t *testing.T) {
	var out bytes.Buffer
	for _, line := range corpusLines(t, "polnear-dev.jsonl.gz") {
		var a struct{ ID, Text string }
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		r := claimed(t, &news.Article{ID: a.ID, Name: a.ID, Text: a.Text})
		if err := news.NewEncoder(&out).Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(t.TempDir(), "claims.jsonl")
	if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	const shared = "../../../shared"
	scores, err := exec.CommandContext(t.Context(), "python3", filepath.Join(shared, "eval/score_attributions.py"),
		filepath.Join(shared, "corpora/polnear-dev.jsonl.gz"), file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, scores)
	}
	t.Logf("scores:\n%s", scores)
}

// claimed returns a record with the encoder's claims as its statements.
func claimed(t *testing.T, a *news.Article) *news.Record {
	t.Helper()
	d, err := Read(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	r := &news.Record{Article: *a}
	for _, c := range d.Reading.Claims {
		var s news.Statement
		if c.Cue.Len() > 0 {
			s.Cue = news.Span(d.SpanOf(c.Cue))
		}
		if c.Source.Len() > 0 {
			s.Speaker.Span = news.Span(d.SpanOf(c.Source))
		}
		for _, x := range c.Content {
			s.Content = append(s.Content, news.Span(d.SpanOf(x)))
		}
		r.Statements = append(r.Statements, s)
	}
	return r
}
