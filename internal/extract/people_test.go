package extract

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"graphload/internal/news"
)

// toldPeople is what a text of the test data tells of people and countries.
type toldPeople struct {
	people        []toldPerson
	countries     []string // codes that have to be there
	optional      []string // codes that may be there
	organizations []string // nil where the text is not about them
}

type toldPerson struct {
	name       string
	also       []string
	represents string
	titles     []string
}

func readToldPeople(t *testing.T, told []string) toldPeople {
	t.Helper()
	var out toldPeople
	list := func(field string) []string {
		if field == "-" {
			return nil
		}
		return strings.Split(field, "; ")
	}
	for _, line := range told {
		kind, rest, _ := strings.Cut(line, " ")
		switch kind {
		case "person":
			fields := strings.Split(rest, " | ")
			if len(fields) != 4 {
				t.Fatalf("%q has %d fields, want 4", line, len(fields))
			}
			out.people = append(out.people, toldPerson{fields[0], list(fields[1]), strings.TrimPrefix(fields[2], "-"), list(fields[3])})
		case "countries":
			for code := range strings.FieldsSeq(rest) {
				if bare := strings.Trim(code, "()"); bare != code {
					out.optional = append(out.optional, bare)
				} else {
					out.countries = append(out.countries, code)
				}
			}
		case "organizations":
			out.organizations = list(rest)
		default:
			t.Fatalf("%q begins with none of person, countries, organizations", line)
		}
	}
	return out
}

// peopleFloors are the figures below which a change has made the listing of people and countries worse. Mentions are the
// forms of a person's name; represents and titles are measured on people who were found.
var peopleFloors = map[string]float64{"people": 0.96, "represents": 0.95, "countries": 0.98, "titles": 0.95, "forms": 0.92, "organizations": 0.85}

func TestPeople(t *testing.T) {
	scores := map[string]*score{}
	for name := range peopleFloors {
		scores[name] = &score{}
	}
	for _, story := range readOwnTexts(t, "people") {
		a := &news.Article{ID: news.ArticleID("", "", "", story.text), Name: story.name, Text: story.text, Published: story.published}
		r, err := New().Extract(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		want := readToldPeople(t, story.told)
		comparePeople(t, story.name, r.People, want.people, scores)
		var codes []string
		for _, c := range r.Countries {
			if !slices.Contains(want.optional, c.Code) {
				codes = append(codes, c.Code)
			}
		}
		compareLists(t, story.name+": country", codes, want.countries, scores["countries"])
		if want.organizations != nil {
			var names []string
			for _, o := range r.Organizations {
				names = append(names, o.Name)
			}
			compareLists(t, story.name+": organization", names, want.organizations, scores["organizations"])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(peopleFloors)) {
		s := scores[name]
		t.Logf("measured: own people, %-13s F1 %.3f (%d right of %d found and %d told)", name, s.f1(), s.right, s.found, s.all)
		if s.f1() < peopleFloors[name] {
			t.Errorf("%s: F1 %.3f is below the floor of %.3f", name, s.f1(), peopleFloors[name])
		}
	}
}

// comparePeople counts people by their full name, and for those who are right the country, the titles and the forms of
// the name.
func comparePeople(t *testing.T, story string, got []news.Person, want []toldPerson, scores map[string]*score) {
	t.Helper()
	scores["people"].found += len(got)
	scores["people"].all += len(want)
	used := make([]bool, len(got))
	for _, w := range want {
		i := slices.IndexFunc(got, func(p news.Person) bool { return p.Name == w.name })
		if w.represents != "" {
			scores["represents"].all++
		}
		if i < 0 {
			t.Logf("%s: missed %s", story, w.name)
			continue
		}
		used[i] = true
		g := got[i]
		scores["people"].right++
		if g.Represents != "" {
			scores["represents"].found++
			if g.Represents == w.represents {
				scores["represents"].right++
			}
		}
		if g.Represents != w.represents {
			t.Logf("%s: %s represents %q, want %q", story, w.name, g.Represents, w.represents)
		}
		compareLists(t, story+": title of "+w.name, g.Titles, w.titles, scores["titles"])
		compareLists(t, story+": form of "+w.name, g.Aliases, w.also, scores["forms"])
	}
	for i, p := range got {
		if !used[i] {
			t.Logf("%s: wrong %s", story, p.Name)
			if p.Represents != "" {
				scores["represents"].found++
			}
		}
	}
}

// compareLists counts the words of two lists that are equal but for case.
func compareLists(t *testing.T, what string, got, want []string, s *score) {
	t.Helper()
	s.found += len(got)
	s.all += len(want)
	missed := slices.Clone(want)
	for _, g := range got {
		if i := slices.IndexFunc(missed, func(w string) bool { return strings.EqualFold(w, g) }); i >= 0 {
			missed = slices.Delete(missed, i, i+1)
			s.right++
		} else {
			t.Logf("%s: wrong %q", what, g)
		}
	}
	for _, w := range missed {
		t.Logf("%s: missed %q", what, w)
	}
}
