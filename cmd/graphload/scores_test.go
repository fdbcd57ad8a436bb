package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

var updateScores = flag.Bool("update", false, "write the scores of TestScores to their golden file")

// The annotated articles and the scorer are no part of the repository: they lie beside it.
const (
	goldFolder   = "../../../shared"
	goldenScores = "../../internal/extract/testdata/scores.json"
	// The same for attributions, on articles of a corpus.
	goldenAttributions = "../../internal/extract/testdata/attribution_scores.json"
	// And for what is attributed with what is no statement.
	goldenAttitudes = "../../internal/extract/testdata/attitude_scores.json"
	// The same for newspaper articles of a corpus to which the repository has answers: those that have been read, and those that
	// nobody reads.
	annotations  = "../../training/annotations"
	goldenRead   = "../../internal/extract/testdata/newswire_scores.json"
	goldenUnread = "../../internal/extract/testdata/newswire_unread_scores.json"
)

// score is how well extraction finds one kind of fact.
type score struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
	Gold      int     `json:"gold"` // how many there are
}

// The quality of extraction is a golden file: no score falls unseen, and a better one is written with -update.
func TestScores(t *testing.T) {
	articles := annotated(t, "articles")
	answer := extracted(t, articles)
	out := printed(t, filepath.Join(goldFolder, "eval", "score.py"), filepath.Join(goldFolder, "gold"), articles, answer, "--json")
	compareScores(t, parseScores(t, out), goldenScores)
}

// TestAttributionScores scores who said what on the 84 dev articles of PolNeAR (Newell et al. 2018).
func TestAttributionScores(t *testing.T) {
	gold := annotated(t, filepath.Join("corpora", "polnear-dev.jsonl.gz"))
	answer := extracted(t, "--any-language", "--attitudes", gold)
	scorer := filepath.Join(goldFolder, "eval", "score_attributions.py")
	for _, part := range []struct{ name, answer, golden string }{
		{"statements", answer, goldenAttributions},
		// The annotators of PolNeAR took judgements, intentions, thoughts and topics for attributions, too.
		{"statements and attitudes", withAttitudes(t, answer), goldenAttitudes},
	} {
		t.Run(part.name, func(t *testing.T) {
			compareScores(t, parseScores(t, printed(t, scorer, gold, part.answer, "--json")), part.golden)
		})
	}
}

// withAttitudes returns a file of records with the attitudes of those of another one among their statements.
func withAttitudes(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	attitudes := 0
	for line := range bytes.Lines(data) {
		var r struct {
			Article    json.RawMessage   `json:"article"`
			Statements []json.RawMessage `json:"statements"`
			Attitudes  []json.RawMessage `json:"attitudes,omitempty"`
		}
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		attitudes += len(r.Attitudes)
		r.Statements, r.Attitudes = append(r.Statements, r.Attitudes...), nil
		if err := json.NewEncoder(&out).Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	if attitudes == 0 {
		t.Fatal("no attitude in any record")
	}
	joined := filepath.Join(t.TempDir(), "joined.jsonl")
	if err := os.WriteFile(joined, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return joined
}

// TestNewswireScores scores the newspaper articles of training/annotations, of which two sets are only there to report.
func TestNewswireScores(t *testing.T) {
	corpora := annotated(t, "corpora")
	sets := t.TempDir()
	printed(t, filepath.Join(annotations, "restore.py"), corpora, sets)
	for _, part := range []struct{ name, sets, golden string }{
		{"read", "[lmn]*", goldenRead},
		{"unread", "b*", goldenUnread},
	} {
		t.Run(part.name, func(t *testing.T) {
			all := t.TempDir()
			for _, folder := range []string{"texts", "gold"} {
				if err := os.Mkdir(filepath.Join(all, folder), 0o700); err != nil {
					t.Fatal(err)
				}
				files, err := filepath.Glob(filepath.Join(sets, part.sets, folder, "*"))
				if err != nil || len(files) == 0 {
					t.Fatalf("no %s: %v", folder, err)
				}
				for _, file := range files {
					if err := os.Rename(file, filepath.Join(all, folder, filepath.Base(file))); err != nil {
						t.Fatal(err)
					}
				}
			}
			texts := filepath.Join(all, "texts")
			answer := extracted(t, "--any-language", texts)
			out := printed(t, filepath.Join(goldFolder, "eval", "score.py"), filepath.Join(all, "gold"), texts, answer, "--json")
			compareScores(t, parseScores(t, out), part.golden)
		})
	}
}

// annotated returns the path of annotated articles, and skips the test where they are not there.
func annotated(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(goldFolder, name)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("the annotated articles are not there: %v", err)
		}
		t.Skipf("the annotated articles are not there, scores are not computed: %v", err)
	}
	return path
}

// extracted returns a file with the records of what extract prints.
func extracted(t *testing.T, args ...string) string {
	t.Helper()
	answer := filepath.Join(t.TempDir(), "records.jsonl")
	file, err := os.Create(answer)
	if err != nil {
		t.Fatal(err)
	}
	var errOut bytes.Buffer
	if code := run(append([]string{"extract"}, args...), nil, file, &errOut); code != exitFine {
		t.Fatalf("extract: exit code %d: %s", code, &errOut)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return answer
}

// printed returns what a Python script prints.
func printed(t *testing.T, args ...string) []byte {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "python3", args...).Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", args[0], err, stderrOf(err))
	}
	return out
}

// compareScores fails where scores are not those of a golden file, which -update writes.
func compareScores(t *testing.T, got map[string]score, file string) {
	t.Helper()
	for _, kind := range slices.Sorted(maps.Keys(got)) {
		s := got[kind]
		t.Logf("scores: %-27s precision %.3f  recall %.3f  F1 %.3f  of %d", kind, s.Precision, s.Recall, s.F1, s.Gold)
	}
	if *updateScores {
		writeScores(t, got, file)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; -update writes it", err)
	}
	var golden map[string]score
	if err := json.Unmarshal(data, &golden); err != nil {
		t.Fatal(err)
	}
	for _, kind := range slices.Sorted(maps.Keys(golden)) {
		if got[kind].F1 < golden[kind].F1 {
			t.Errorf("%s: F1 fell from %.4f to %.4f", kind, golden[kind].F1, got[kind].F1)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(got)) {
		if golden[kind] != got[kind] {
			t.Errorf("%s: %+v, the golden file has %+v; -update writes it", kind, got[kind], golden[kind])
		}
	}
}

// parseScores reads the scorer's answer: a score for each kind of fact, among figures of the whole.
func parseScores(t *testing.T, out []byte) map[string]score {
	t.Helper()
	var all map[string]json.RawMessage
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatalf("score.py printed %q: %v", out, err)
	}
	broken := -1
	if err := json.Unmarshal(all["broken_spans"], &broken); err != nil || broken != 0 {
		t.Errorf("%d spans are not the text at their offsets: %v", broken, err)
	}
	// One scorer lists the articles without an answer, the other counts them.
	if absent := string(all["absent"]); absent != "[]" && absent != "0" {
		t.Errorf("no answer for %s", absent)
	}
	delete(all, "broken_spans")
	delete(all, "absent")
	delete(all, "articles")
	scores := map[string]score{}
	for kind, value := range all {
		var s score
		if err := json.Unmarshal(value, &s); err != nil {
			t.Fatalf("score.py: %s: %v", kind, err)
		}
		scores[kind] = s
	}
	if len(scores) == 0 {
		t.Fatalf("score.py gave no score: %s", out)
	}
	return scores
}

func writeScores(t *testing.T, scores map[string]score, file string) {
	t.Helper()
	data, err := json.MarshalIndent(scores, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(data, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

// stderrOf is what a failed command said.
func stderrOf(err error) []byte {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.Stderr
	}
	return nil
}
