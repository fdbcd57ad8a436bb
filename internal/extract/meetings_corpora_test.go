package extract

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graphload/internal/news"
)

// annotatedSentence is a text of the event corpora with the events that it tells.
type annotatedSentence struct {
	ID, Text string
	Events   []struct{ Meeting bool }
}

// TestMeetingSentences measures on other people's annotations whether a sentence tells of a meeting. They count what
// GUIDE.md does not (rallies, press conferences, greetings, a code a sentence), so the figures are reported and kept from
// falling, and are no goal of their own.
func TestMeetingSentences(t *testing.T) {
	floors := map[string]float64{"events-m2e2": 0.33, "meetings-plv": 0.63}
	for _, corpus := range []string{"meetings-plv", "events-m2e2"} {
		path := filepath.Join("../../../shared/corpora", corpus+".jsonl.gz")
		if _, err := os.Stat(path); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatalf("the annotated sentences are not there: %v", err)
			}
			t.Skipf("the annotated sentences are not there: %v", err)
		}
		var s score
		for _, x := range readSentences(t, path) {
			told := false
			for _, e := range x.Events {
				told = told || e.Meeting
			}
			r, err := New().Extract(t.Context(), &news.Article{ID: news.ArticleID("", "", x.ID, x.Text), Name: x.ID, Text: x.Text})
			if err != nil {
				t.Fatalf("%s: %v", x.ID, err)
			}
			found := len(r.Meetings) > 0
			switch {
			case found && told:
				s.right++
			case found && os.Getenv("SHOW") != "":
				t.Logf("only found: %s", x.Text)
			case told && os.Getenv("SHOW") != "":
				t.Logf("only annotated: %s", x.Text)
			}
			if found {
				s.found++
			}
			if told {
				s.all++
			}
		}
		t.Logf("measured: %s, sentence tells of a meeting: F1 %.3f (%d right of %d found and %d annotated)",
			corpus, s.f1(), s.right, s.found, s.all)
		if s.f1() < floors[corpus] {
			t.Errorf("%s: F1 %.3f is below the floor of %.3f", corpus, s.f1(), floors[corpus])
		}
	}
}

func readSentences(t *testing.T, path string) []annotatedSentence {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []annotatedSentence
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var x annotatedSentence
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		x.Text = strings.TrimSpace(x.Text)
		if x.Text != "" {
			out = append(out, x)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
