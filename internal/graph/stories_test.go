package graph

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graphload/internal/news"
)

// The floors under which the stories' scores must not fall: what was measured.
const (
	floorPrecision = 1.0
	floorRecall    = 0.922
)

// story is a story that several newspapers tell: testdata/stories/README.md explains the form.
type story struct {
	name     string
	articles map[string]*news.Record
	names    map[string][]string // by article, the names of its reports in order
	truth    [][]string          // the names of the reports of each meeting
}

// TestStories joins the reports of all stories at once and counts the pairs of reports that stand in one meeting.
func TestStories(t *testing.T) {
	var reports []Report
	nameOf := map[string]string{}
	truth := map[string]string{} // by the name of a report, a name of its meeting
	stories := readStories(t)
	for _, s := range stories {
		for _, letter := range slices.Sorted(maps.Keys(s.articles)) {
			f, err := FromRecord(s.articles[letter])
			if err != nil {
				t.Fatalf("%s: %v", s.name, err)
			}
			for i := range s.articles[letter].Meetings {
				key := digest("report", f.Article.ID, s.articles[letter].Meetings[i].ID)
				nameOf[key] = s.name + " / " + s.names[letter][i]
			}
			reports = append(reports, f.Meetings...)
		}
		for _, group := range s.truth {
			for _, name := range group {
				truth[s.name+" / "+name] = s.name + " / " + group[0]
			}
		}
	}
	if len(truth) != len(reports) {
		t.Fatalf("the truth names %d reports of %d", len(truth), len(reports))
	}
	found := map[string]string{}
	for _, g := range Cluster(reports) {
		for _, r := range g.Reports {
			if truth[nameOf[r.Key]] == "" {
				t.Fatalf("the truth does not name %s", nameOf[r.Key])
			}
			found[nameOf[r.Key]] = g.ID
		}
	}
	pairs := pairScore(t, found, truth)
	precision, recall := pairs.precision(), pairs.recall()
	t.Logf("%d stories, %d reports, %d pairs of one meeting: precision %.3f, recall %.3f", len(stories), len(reports),
		pairs.wanted, precision, recall)
	if precision < floorPrecision || recall < floorRecall {
		t.Errorf("precision %.3f, recall %.3f; they were %.3f and %.3f", precision, recall, floorPrecision, floorRecall)
	}
	for range 20 {
		rand.Shuffle(len(reports), func(i, j int) { reports[i], reports[j] = reports[j], reports[i] })
		for _, g := range Cluster(reports) {
			for _, r := range g.Reports {
				if found[nameOf[r.Key]] != g.ID {
					t.Fatalf("the order matters for %s", nameOf[r.Key])
				}
			}
		}
	}
}

func readStories(t *testing.T) []*story {
	t.Helper()
	var stories []*story
	var s *story
	readStoryLines(t, "testdata/stories/*.txt", func(name string) {
		s = &story{name: name, articles: map[string]*news.Record{}, names: map[string][]string{}}
		stories = append(stories, s)
	}, func(line string) {
		if groups, ok := strings.CutPrefix(line, "="); ok {
			s.truth = append(s.truth, storyGroups(groups)...)
			return
		}
		s.report(t, line)
	})
	return stories
}

// readStoryLines reads files of stories: it gives the name with which each begins, and its lines but for empty ones and
// comments.
func readStoryLines(t *testing.T, pattern string, begin, take func(string)) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if name, ok := strings.CutPrefix(line, "== "); ok {
				begin(name)
			} else if line != "" && !strings.HasPrefix(line, "#") {
				take(line)
			}
		}
	}
}

// storyGroups parts the names of reports that belong together: "a b | c".
func storyGroups(line string) (groups [][]string) {
	for _, group := range strings.Split(line, "|") {
		groups = append(groups, strings.Fields(group))
	}
	return groups
}

// report adds a report to the record of its article.
func (s *story) report(t *testing.T, line string) {
	t.Helper()
	f := strings.Split(line, "|")
	if len(f) != 6 {
		t.Fatalf("%s: %q has %d fields, expected 6", s.name, line, len(f))
	}
	for i := range f {
		if f[i] = strings.TrimSpace(f[i]); f[i] == "-" {
			f[i] = ""
		}
	}
	letter, _, _ := strings.Cut(f[0], ".")
	status, kind, _ := strings.Cut(f[2], " ")
	place, country, _ := strings.Cut(f[4], ", ")
	start, end, _ := strings.Cut(f[5], " ")
	r := s.articles[letter]
	if r == nil {
		id := news.ArticleID("", "Tests", s.name+" "+letter, "")
		r = &news.Record{Article: news.Article{ID: id, Name: s.name + " " + letter, Published: f[1], Text: "Text."}}
		s.articles[letter] = r
	}
	m := news.Meeting{ID: fmt.Sprintf("m%d", len(r.Meetings)), Kind: news.MeetingKind(kind),
		Status: news.MeetingStatus(status), Place: strings.TrimPrefix(place, "-"), Country: country, Start: start, End: end,
		Evidence: []news.Span{{Start: 0, End: 5}}}
	for _, p := range strings.Split(f[3], ";") {
		m.Participants = append(m.Participants, participant(r, strings.TrimSpace(p)))
	}
	r.Meetings = append(r.Meetings, m)
	s.names[letter] = append(s.names[letter], f[0])
}

// participant adds who is named by "NO", "org:Harbour League", or "Ada Lind (NO, host)" to a record.
func participant(r *news.Record, words string) news.Ref {
	if name, ok := strings.CutPrefix(words, "org:"); ok {
		ref := news.Ref{Type: news.RefOrganization, ID: news.Slug(name)}
		r.Organizations = append(r.Organizations, news.Organization{ID: ref.ID, Name: name})
		return ref
	}
	if len(words) == 2 && strings.ToUpper(words) == words {
		r.Countries = append(r.Countries, news.Country{Code: words, Name: words})
		return news.Ref{Type: news.RefCountry, ID: words}
	}
	name, rest, _ := strings.Cut(words, " (")
	ref := news.Ref{Type: news.RefPerson, ID: news.Slug(name)}
	represents := ""
	for _, x := range strings.Split(strings.TrimSuffix(rest, ")"), ", ") {
		if len(x) == 2 {
			represents = x
		} else {
			ref.Role = x
		}
	}
	known := slices.ContainsFunc(r.People, func(p news.Person) bool { return p.ID == ref.ID })
	if !known {
		r.People = append(r.People, news.Person{ID: ref.ID, Name: name, Represents: represents})
	}
	return ref
}
