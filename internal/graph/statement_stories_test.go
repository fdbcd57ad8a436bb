package graph

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"graphload/internal/news"
)

// The floors under which the stories' scores must not fall: what was measured.
const (
	floorStatementPrecision, floorStatementRecall = 0.918, 0.766
	floorConflictPrecision, floorConflictRecall   = 1.0, 0.714
)

// quoteStory is a story that several newspapers tell: testdata/statements/README.md explains the form.
type quoteStory struct {
	name     string
	articles map[string]*news.Record
	names    map[string][]string // by article, the names of its reports in order
	truth    [][]string          // the names of the reports of each statement
	rivals   []string            // the names of the reports that others contradict
}

// TestStatementStories loads all stories at once and counts the pairs of reports that stand at one statement or lead to one by
// PART_OF, and the reports at statements with a conflict.
func TestStatementStories(t *testing.T) {
	stories := readQuoteStories(t)
	var fragments []*Fragment
	nameOf := map[string]string{} // by article and key of the statement
	truth := map[string]string{}  // by the name of a report, a name of its statement
	contradicted := map[string]bool{}
	for _, s := range stories {
		for _, letter := range slices.Sorted(maps.Keys(s.articles)) {
			f, err := FromRecord(s.articles[letter])
			if err != nil {
				t.Fatalf("%s: %v", s.name, err)
			}
			fragments = append(fragments, f)
			if len(f.Statements) != len(s.names[letter]) {
				t.Fatalf("%s: article %s has %d statements of %d reports", s.name, letter, len(f.Statements), len(s.names[letter]))
			}
			order := slices.Clone(f.Statements) // sorted by key; in the text they stand as the story has them
			slices.SortFunc(order, func(a, b StatementReport) int { return a.Spans.Starts[0] - b.Spans.Starts[0] })
			for i := range order {
				nameOf[f.Article.ID+order[i].Key] = s.name + " / " + s.names[letter][i]
			}
		}
		for _, group := range s.truth {
			for _, name := range group {
				truth[s.name+" / "+name] = s.name + " / " + group[0]
			}
		}
		for _, name := range s.rivals {
			contradicted[s.name+" / "+name] = true
		}
	}
	if len(truth) != len(nameOf) {
		t.Fatalf("the truth names %d reports of %d", len(truth), len(nameOf))
	}
	found, conflicts := joined(t, fragments, nameOf)
	pairs := pairScore(t, found, truth)
	rivals := setScore(t, conflicts, contradicted)
	t.Logf("%d stories, %d reports, %d pairs of one statement: precision %.3f, recall %.3f; %d reports contradicted: precision %.3f, recall %.3f",
		len(stories), len(truth), pairs.wanted, pairs.precision(), pairs.recall(), rivals.wanted, rivals.precision(), rivals.recall())
	if pairs.precision() < floorStatementPrecision || pairs.recall() < floorStatementRecall {
		t.Errorf("one statement: they were %.3f and %.3f", floorStatementPrecision, floorStatementRecall)
	}
	if rivals.precision() < floorConflictPrecision || rivals.recall() < floorConflictRecall {
		t.Errorf("contradictions: they were %.3f and %.3f", floorConflictPrecision, floorConflictRecall)
	}
	for range 20 {
		rand.Shuffle(len(fragments), func(i, j int) { fragments[i], fragments[j] = fragments[j], fragments[i] })
		again, conflictsAgain := joined(t, fragments, nameOf)
		if !maps.Equal(again, found) || !maps.Equal(conflictsAgain, conflicts) {
			t.Fatal("the order matters")
		}
	}
}

// joined returns by the name of each report the key of the statement to which it leads in the end, and the names of those at
// statements with a conflict.
func joined(t *testing.T, fragments []*Fragment, nameOf map[string]string) (found map[string]string, conflicts map[string]bool) {
	t.Helper()
	g := Build(fragments)
	whole := map[string]string{}
	for l := range g.links(PartOf) {
		whole[l.From.Key] = l.To.Key
	}
	rival := map[string]bool{}
	for n, err := range g.Nodes(StatementLabel) {
		if err != nil {
			t.Fatal(err)
		}
		rival[n.Key] = n.Props["conflict"] == true
	}
	found, conflicts = map[string]string{}, map[string]bool{}
	for l := range g.links(ReportedIn) {
		name, key := nameOf[l.To.Key+l.From.Key], l.From.Key
		for whole[key] != "" {
			key = whole[key]
		}
		found[name] = key
		if rival[l.From.Key] {
			conflicts[name] = true
		}
	}
	return found, conflicts
}

// score counts what was found against what should have been.
type score struct{ right, found, wanted int }

func (s score) precision() float64 { return float64(s.right) / float64(s.found) }
func (s score) recall() float64    { return float64(s.right) / float64(s.wanted) }

// pairScore counts the pairs of names that lead to one thing, and logs the errors.
func pairScore(t *testing.T, found, truth map[string]string) (s score) {
	t.Helper()
	names := slices.Sorted(maps.Keys(found))
	for i, a := range names {
		for _, b := range names[:i] {
			same, one := found[a] == found[b], truth[a] == truth[b]
			switch {
			case same && one:
				s.right++
			case same:
				t.Logf("joined, but two: %s and %s", b, a)
			case one:
				t.Logf("one, but apart: %s and %s", b, a)
			}
			if same {
				s.found++
			}
			if one {
				s.wanted++
			}
		}
	}
	return s
}

// setScore counts names, and logs the errors.
func setScore(t *testing.T, found, truth map[string]bool) score {
	t.Helper()
	s := score{found: len(found), wanted: len(truth)}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		if truth[name] {
			s.right++
		} else {
			t.Logf("nobody contradicts it: %s", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(truth)) {
		if !found[name] {
			t.Logf("contradicted, and not noted: %s", name)
		}
	}
	return s
}

func readQuoteStories(t *testing.T) []*quoteStory {
	t.Helper()
	var stories []*quoteStory
	var s *quoteStory
	readStoryLines(t, "testdata/statements/*.txt", func(name string) {
		s = &quoteStory{name: name, articles: map[string]*news.Record{}, names: map[string][]string{}}
		stories = append(stories, s)
	}, func(line string) {
		switch {
		case strings.HasPrefix(line, "="):
			s.truth = append(s.truth, storyGroups(line[1:])...)
		case strings.HasPrefix(line, "!"):
			s.rivals = strings.Fields(line[1:])
		default:
			s.report(t, line)
		}
	})
	return stories
}

// report adds a report to the record of its article.
func (s *quoteStory) report(t *testing.T, line string) {
	t.Helper()
	f := strings.SplitN(line, "|", 5)
	if len(f) != 5 {
		t.Fatalf("%s: %q has %d fields, expected 5", s.name, line, len(f))
	}
	for i := range f {
		if f[i] = strings.TrimSpace(f[i]); f[i] == "-" {
			f[i] = ""
		}
	}
	letter, _, _ := strings.Cut(f[0], ".")
	r := s.articles[letter]
	if r == nil {
		r = &news.Record{Article: news.Article{ID: news.ArticleID("", "Tests", s.name+" "+letter, ""), Name: s.name + " " + letter, Published: f[1]}}
		s.articles[letter] = r
	}
	write := func(words string) news.Span {
		start := len(r.Article.Text)
		r.Article.Text += words + " "
		return news.Span{Start: start, End: start + len(words)}
	}
	said := news.Statement{ID: fmt.Sprintf("s%d", len(r.Statements)), Kind: news.StatementKind(f[2])}
	if words, unnamed := strings.CutPrefix(f[3], "?"); unnamed {
		said.Speaker = news.Actor{Ref: news.Ref{Type: news.RefUnnamed, Text: words}, Span: write(words)}
	} else {
		surname, bare := strings.CutSuffix(f[3], "*")
		said.Speaker = news.Actor{Ref: participant(r, surname), Span: write(surname)}
		if bare && ruleOf(&r.People[len(r.People)-1]) != ByBareName {
			t.Fatalf("%s: %q is more than a surname", s.name, f[3])
		}
	}
	for _, words := range strings.Split(f[4], " // ") {
		said.Content = append(said.Content, write(words))
	}
	r.Statements = append(r.Statements, said)
	s.names[letter] = append(s.names[letter], f[0])
}
