package extract

import (
	"encoding/json"
	"os"
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
// GUIDE.md does not, and do not count what it does. Read one by one, 60 of the 86 sentences of events-m2e2 that are annotated and
// not found are rallies, news conferences, interviews, vigils and bodies of one country, and 51 of the 59 that are found and not
// annotated are calls, visits and meetings told of before: an answer without fault would have F1 0.57 there. Of meetings-plv, which
// has one code a sentence (a visit, a plan and a cancellation have others), 14 of 27 and 41 of 45 are such, and that answer
// would have 0.75. The 10 sentences that are found and not annotated since sittings of one body and talks with one who bears an office are
// read all tell of such an occasion.
func TestMeetingSentences(t *testing.T) {
	floors := map[string]float64{"events-m2e2": 0.47, "meetings-plv": 0.68}
	for _, corpus := range []string{"meetings-plv", "events-m2e2"} {
		var s score
		for _, x := range readSentences(t, corpus+".jsonl.gz") {
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

func readSentences(t *testing.T, name string) []annotatedSentence {
	t.Helper()
	var out []annotatedSentence
	for _, line := range corpusLines(t, name) {
		var x annotatedSentence
		if err := json.Unmarshal([]byte(line), &x); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		x.Text = strings.TrimSpace(x.Text)
		if x.Text != "" {
			out = append(out, x)
		}
	}
	return out
}
