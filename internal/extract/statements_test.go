package extract

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"graphload/internal/news"
)

// toldStatement is a statement as the test data writes it.
type toldStatement struct {
	kind, speaker, date string
	content             []string
}

func readToldStatement(t *testing.T, line string) toldStatement {
	t.Helper()
	fields := strings.Split(line, " | ")
	if len(fields) != 4 {
		t.Fatalf("%q has %d fields, want 4", line, len(fields))
	}
	return toldStatement{fields[0], fields[1], strings.TrimPrefix(fields[2], "-"), strings.Split(fields[3], " // ")}
}

// toldStatements returns the record's statements in the form of the test data.
func toldStatements(r *news.Record) []toldStatement {
	people, orgs := map[string]string{}, map[string]string{}
	for _, p := range r.People {
		people[p.ID] = p.Name
	}
	for _, o := range r.Organizations {
		orgs[o.ID] = o.Name
	}
	text := func(s news.Span) string { return r.Article.Text[s.Start:s.End] }
	var out []toldStatement
	for _, s := range r.Statements {
		x := toldStatement{kind: string(s.Kind), date: s.Date}
		switch s.Speaker.Type {
		case news.RefPerson:
			x.speaker = people[s.Speaker.ID]
		case news.RefCountry:
			x.speaker = "country:" + s.Speaker.ID
		case news.RefOrganization:
			x.speaker = "org:" + orgs[s.Speaker.ID]
		case news.RefUnnamed:
			x.speaker = "other:" + s.Speaker.Text
		}
		for _, c := range s.Content {
			x.content = append(x.content, text(c))
		}
		out = append(out, x)
	}
	return out
}

// alike reports whether two contents have at least four fifths of their words in common.
func alike(a, b []string) bool {
	x, y := strings.Fields(strings.Join(a, " ")), strings.Fields(strings.Join(b, " "))
	return 5*2*common(x, y) >= 4*(len(x)+len(y))
}

// statementFloors are the figures below which a change has made the extraction of statements worse.
var statementFloors = map[string]float64{"statements": 0.96, "kind": 0.97, "speaker": 0.95, "date": 0.94, "content": 0.97}

func TestStatements(t *testing.T) {
	scores := map[string]*score{}
	for name := range statementFloors {
		scores[name] = &score{}
	}
	for _, story := range readOwnTexts(t, "statements") {
		text, titled := strings.CutPrefix(story.text, "# ")
		a := &news.Article{ID: news.ArticleID("", "", "", text), Name: story.name, Text: text, Published: story.published}
		if titled {
			a.Title, _, _ = strings.Cut(text, "\n")
			a.Marks = []news.Mark{{Span: news.Span{End: len(a.Title)}, Kind: news.MarkTitle, Reason: "title"}}
		}
		r, err := New().Extract(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		got := toldStatements(r)
		scores["statements"].found += len(got)
		scores["statements"].all += len(story.told)
		used := make([]bool, len(got))
		for _, line := range story.told {
			w := readToldStatement(t, line)
			i := slices.IndexFunc(got, func(g toldStatement) bool { return alike(g.content, w.content) })
			if i < 0 || used[i] {
				t.Logf("%s: missed %v", story.name, w)
				continue
			}
			used[i] = true
			g := got[i]
			scores["statements"].right++
			scores["kind"].field(g.kind, w.kind)
			scores["content"].field(strings.Join(g.content, " // "), strings.Join(w.content, " // "))
			if w.date != "" || g.date != "" {
				scores["date"].field(g.date, w.date)
			}
			scores["speaker"].field(g.speaker, w.speaker)
			if g.kind != w.kind || g.speaker != w.speaker || g.date != w.date || !slices.Equal(g.content, w.content) {
				t.Logf("%s: got %v, want %v", story.name, g, w)
			}
		}
		for i, g := range got {
			if !used[i] {
				t.Logf("%s: wrong %v", story.name, g)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(statementFloors)) {
		s := scores[name]
		t.Logf("measured: own statements, %-10s F1 %.3f (%d right of %d found and %d told)", name, s.f1(), s.right, s.found, s.all)
		if s.f1() < statementFloors[name] {
			t.Errorf("%s: F1 %.3f is below the floor of %.3f", name, s.f1(), statementFloors[name])
		}
	}
}
