package extract

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"testing"

	"graphload/internal/news"
)

// toldMeeting is a meeting as the test data writes it, and as a record's is written to be compared with it.
type toldMeeting struct {
	kind, status, place, country, date string
	participants                       []string
}

func readTold(t *testing.T, line string) toldMeeting {
	t.Helper()
	fields := strings.Split(line, " | ")
	if len(fields) != 4 {
		t.Fatalf("%q has %d fields, want 4", line, len(fields))
	}
	var m toldMeeting
	m.kind, m.status, _ = strings.Cut(fields[0], " ")
	m.participants = strings.Split(fields[1], ", ")
	place, code, _ := strings.Cut(fields[2], ", ")
	m.place, m.country = strings.TrimPrefix(place, "-"), code
	m.date = strings.TrimPrefix(fields[3], "-")
	return m
}

// told returns the record's meetings in the form of the test data.
func told(r *news.Record) []toldMeeting {
	names := map[news.Ref]string{}
	for _, p := range r.People {
		names[news.Ref{Type: news.RefPerson, ID: p.ID}] = p.Name
	}
	for _, o := range r.Organizations {
		names[news.Ref{Type: news.RefOrganization, ID: o.ID}] = "org:" + o.Name
	}
	var out []toldMeeting
	for _, m := range r.Meetings {
		x := toldMeeting{kind: string(m.Kind), status: string(m.Status), place: m.Place, country: m.Country, date: m.Start}
		for _, p := range m.Participants {
			switch p.Type {
			case news.RefCountry:
				x.participants = append(x.participants, p.ID)
			case news.RefPerson, news.RefOrganization:
				x.participants = append(x.participants, names[news.Ref{Type: p.Type, ID: p.ID}])
			}
		}
		out = append(out, x)
	}
	return out
}

// score counts what was found, what of it is right, and what there is.
type score struct{ right, found, all int }

func (s score) f1() float64 {
	if s.found+s.all == 0 {
		return 1
	}
	return 2 * float64(s.right) / float64(s.found+s.all)
}

func (s *score) field(got, want string) {
	if got != "" {
		s.found++
	}
	if want != "" {
		s.all++
	}
	if got == want && got != "" {
		s.right++
	}
}

// floors are the figures below which a change has made the extraction of meetings worse.
var floors = map[string]float64{
	"meetings": 0.97, "participants": 0.97, "kind": 0.97, "status": 0.97, "place": 0.95, "country": 0.95, "date": 0.95}

func TestMeetings(t *testing.T) { measureMeetings(t, "meetings", floors) }

// TestSittings measures texts by which the classifier over sentences is not measured: sittings and who led them, hosts, headlines, and
// what is none.
func TestSittings(t *testing.T) { measureMeetings(t, "sittings", floors) }

// articleFloors are those of longer articles, where the parties of a meeting, its place and its date often stand in different
// sentences.
var articleFloors = map[string]float64{
	"meetings": 0.87, "participants": 0.90, "kind": 0.86, "status": 0.84, "place": 0.80, "country": 0.78, "date": 0.84}

func TestMeetingArticles(t *testing.T) { measureMeetings(t, "articles", articleFloors) }

// measureMeetings compares the meetings found in the texts of a folder with those told.
func measureMeetings(t *testing.T, folder string, floors map[string]float64) {
	t.Helper()
	scores := map[string]*score{}
	for name := range floors {
		scores[name] = &score{}
	}
	for _, s := range readOwnTexts(t, folder) {
		r, err := New().Extract(context.Background(), &news.Article{ID: news.ArticleID("", "", "", s.text), Name: s.name, Text: s.text, Published: s.published})
		if err != nil {
			t.Fatal(err)
		}
		var want []toldMeeting
		for _, line := range s.told {
			want = append(want, readTold(t, line))
		}
		for _, line := range compare(scores, told(r), want) {
			t.Logf("%s: %s", s.name, line)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(floors)) {
		s := scores[name]
		t.Logf("measured: own %s, %-13s F1 %.3f (%d right of %d found and %d told)", folder, name, s.f1(), s.right, s.found, s.all)
		if s.f1() < floors[name] {
			t.Errorf("%s: F1 %.3f is below the floor of %.3f", name, s.f1(), floors[name])
		}
	}
}

// compare pairs the meetings found with those told by their participants, adds to the scores and returns the errors.
func compare(scores map[string]*score, got, want []toldMeeting) (errors []string) {
	used := make([]bool, len(got))
	scores["meetings"].found += len(got)
	scores["meetings"].all += len(want)
	for _, w := range want {
		best, shared := -1, 0
		for i, g := range got {
			n := common(g.participants, w.participants)
			if !used[i] && n*2 >= max(len(g.participants), len(w.participants)) && (n > shared || n == shared && best >= 0 && g.date == w.date) {
				best, shared = i, n
			}
		}
		if best < 0 {
			errors = append(errors, fmt.Sprintf("missed %v", w))
			continue
		}
		g := got[best]
		used[best] = true
		scores["meetings"].right++
		p := scores["participants"]
		p.right, p.found, p.all = p.right+shared, p.found+len(g.participants), p.all+len(w.participants)
		scores["kind"].field(g.kind, w.kind)
		scores["status"].field(g.status, w.status)
		scores["place"].field(g.place, w.place)
		scores["country"].field(g.country, w.country)
		scores["date"].field(g.date, w.date)
		sort.Strings(w.participants)
		sort.Strings(g.participants)
		if fmt.Sprint(g) != fmt.Sprint(w) {
			errors = append(errors, fmt.Sprintf("got %v, want %v", g, w))
		}
	}
	for i, g := range got {
		if !used[i] {
			errors = append(errors, fmt.Sprintf("wrong %v", g))
		}
	}
	return errors
}

func common(a, b []string) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			if x == y {
				n++
				break
			}
		}
	}
	return n
}

// TestGuestsWithoutNames holds that a conference at a place is told where the text says only what kind of people were there.
func TestGuestsWithoutNames(t *testing.T) {
	const text = "Drones were the main topic of a recent scientific conference in Nairobi, Kenya, attracting researchers and farmers from across Africa."
	r, err := New().Extract(context.Background(), &news.Article{ID: news.ArticleID("", "", "", text), Name: "drones", Text: text, Published: "2026-03-04"})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Meetings) != 1 {
		t.Fatalf("got %v, want one meeting", r.Meetings)
	}
	want := []news.Ref{{Type: news.RefUnnamed, Text: "researchers"}}
	if m := r.Meetings[0]; m.Kind != news.KindConference || m.Country != "KE" || !slices.Equal(m.Participants, want) {
		t.Errorf("got %v, want a conference of %v in KE", m, want)
	}
}
