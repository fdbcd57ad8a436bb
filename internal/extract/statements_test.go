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
	addressees          string // joined by "+"; only where asked for
	asked               bool
}

func readToldStatement(t *testing.T, line string) toldStatement {
	t.Helper()
	fields := strings.Split(line, " | ")
	if len(fields) != 4 && len(fields) != 5 {
		t.Fatalf("%q has %d fields, want 4, or 5 with the addressees", line, len(fields))
	}
	s := toldStatement{kind: fields[0], speaker: fields[1], date: strings.TrimPrefix(fields[2], "-"), content: strings.Split(fields[3], " // ")}
	if len(fields) == 5 {
		s.addressees, s.asked = strings.TrimPrefix(fields[4], "-"), true
	}
	return s
}

// toldStatements returns statements or attitudes of a record in the form of the test data.
func toldStatements(r *news.Record, list []news.Statement) []toldStatement {
	people, orgs := map[string]string{}, map[string]string{}
	for _, p := range r.People {
		people[p.ID] = p.Name
	}
	for _, o := range r.Organizations {
		orgs[o.ID] = o.Name
	}
	text := func(s news.Span) string { return r.Article.Text[s.Start:s.End] }
	who := func(a news.Actor) string {
		switch a.Type {
		case news.RefPerson:
			return people[a.ID]
		case news.RefCountry:
			return "country:" + a.ID
		case news.RefOrganization:
			return "org:" + orgs[a.ID]
		}
		return "other:" + a.Text
	}
	var out []toldStatement
	for _, s := range list {
		x := toldStatement{kind: string(s.Kind), date: s.Date, speaker: who(s.Speaker)}
		var to []string
		for _, a := range s.Addressees {
			to = append(to, who(a))
		}
		x.addressees = strings.Join(to, "+")
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

// The figures below which a change has made the extraction of statements or of attitudes worse.
var (
	statementFloors = map[string]float64{"statements": 0.96, "kind": 0.97, "speaker": 0.95, "date": 0.94, "content": 0.97, "addressees": 0.95}
	attitudeFloors  = map[string]float64{"attitudes": 0.82, "kind": 0.95, "speaker": 0.95, "content": 0.95}
)

func TestStatements(t *testing.T) {
	testTold(t, "statements", statementFloors, func(r *news.Record) []news.Statement { return r.Statements })
}

func TestAttitudes(t *testing.T) {
	testTold(t, "attitudes", attitudeFloors, func(r *news.Record) []news.Statement { return r.Attitudes })
}

// testTold holds that the own texts of a folder are read at least as well as the floors say.
func testTold(t *testing.T, folder string, floors map[string]float64, list func(*news.Record) []news.Statement) {
	t.Helper()
	scores := map[string]*score{}
	for name := range floors {
		scores[name] = &score{}
	}
	for _, story := range readOwnTexts(t, folder) {
		text, titled := strings.CutPrefix(story.text, "# ")
		a := &news.Article{ID: news.ArticleID("", "", "", text), Name: story.name, Text: text, Published: story.published}
		if titled {
			a.Title, _, _ = strings.Cut(text, "\n")
			a.Marks = []news.Mark{{Span: news.Span{End: len(a.Title)}, Kind: news.MarkTitle, Reason: "title"}}
		}
		r, err := WithAttitudes().Extract(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		scoreTold(t, story, toldStatements(r, list(r)), scores, scores[folder])
	}
	for _, name := range slices.Sorted(maps.Keys(floors)) {
		s := scores[name]
		t.Logf("measured: own %s, %-10s F1 %.3f (%d right of %d found and %d told)", folder, name, s.f1(), s.right, s.found, s.all)
		if s.f1() < floors[name] {
			t.Errorf("%s: F1 %.3f is below the floor of %.3f", name, s.f1(), floors[name])
		}
	}
}

// scoreTold counts what was found of what a text tells, and tells the differences.
func scoreTold(t *testing.T, story ownText, got []toldStatement, scores map[string]*score, whole *score) {
	t.Helper()
	whole.found += len(got)
	whole.all += len(story.told)
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
		whole.right++
		scores["kind"].field(g.kind, w.kind)
		scores["content"].field(strings.Join(g.content, " // "), strings.Join(w.content, " // "))
		if dates := scores["date"]; dates != nil && (w.date != "" || g.date != "") {
			dates.field(g.date, w.date)
		}
		scores["speaker"].field(g.speaker, w.speaker)
		if w.asked && (w.addressees != "" || g.addressees != "") {
			scores["addressees"].field(g.addressees, w.addressees)
		}
		if g.kind != w.kind || g.speaker != w.speaker || g.date != w.date || !slices.Equal(g.content, w.content) || w.asked && g.addressees != w.addressees {
			t.Logf("%s: got %v, want %v", story.name, g, w)
		}
	}
	for i, g := range got {
		if !used[i] {
			t.Logf("%s: wrong %v", story.name, g)
		}
	}
}
