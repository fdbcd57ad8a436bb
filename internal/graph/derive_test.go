package graph

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNameJoin(t *testing.T) {
	names := []Name{
		{Name: "ADA LIND"},
		{Name: "Ada Lind", Aliases: []string{"Lind"}, Titles: []string{"minister"}},
		{Name: "Lind", Titles: []string{"chair", "minister"}},
		{Name: "ada lind"},
	}
	want := Name{Name: "Ada Lind", Aliases: []string{"ADA LIND", "Lind", "ada lind"},
		Titles: []string{"chair", "minister"}}
	for range 20 {
		rand.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		var left, right Name
		for i := range names {
			left = left.Join(names[i])
			right = names[len(names)-1-i].Join(right).Join(names[0])
		}
		if !left.Equal(want) || !right.Equal(want) {
			t.Fatalf("joined %+v and %+v, want %+v", left, right, want)
		}
	}
}

func TestCountryName(t *testing.T) {
	for _, test := range [][3]string{{"NO", "Norway", "NOR"}, {"XK", "Kosovo", "XKX"}, {"US", "United States", "USA"},
		{"QQ", "QQ", ""}} {
		name, iso3 := CountryName(test[0])
		if name != test[1] || iso3 != test[2] {
			t.Errorf("%s is %q, %q; want %q, %q", test[0], name, iso3, test[1], test[2])
		}
	}
	if got := CountryNamed("Türkiye", "Türkiye", "", "Turkey"); got != "Turkey" {
		t.Errorf("got %q; what articles say counts more", got)
	}
	if got := CountryNamed("Norway", "", "Norway"); got != "Norway" {
		t.Errorf("got %q, want the common name", got)
	}
}

func TestTieJoin(t *testing.T) {
	a := (&Mention{Titles: []string{"minister", "chair"}}).Tie("2025-03-01")
	b := (&Mention{Titles: []string{"minister"}}).Tie("")
	c := (&Mention{}).Tie("2024-01")
	want := Tie{Titles: []string{"chair", "minister"}, First: "2024-01", Last: "2025-03-01", Reports: 3}
	if got := a.Join(b).Join(c); !got.Equal(want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := c.Join(b.Join(a)); !got.Equal(want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestDeriveStatement(t *testing.T) {
	reports := []StatementReport{
		{Key: "k", Text: "We stay", Kind: "indirect", Date: "2025-10", Published: "2025-10-31",
			About: []Ref{{Country, "NO"}}, Addressees: []Addressee{{Ref{}, "reporters"}, {Ref{Person, "cy"}, "Cy"}, {Ref{Person, "cy"}, "him"}}},
		{Key: "k", Text: "We stay.", Kind: "direct", Date: "2025-10-30", Published: "2025-11-02", SpeakerText: "a diplomat",
			Addressees: []Addressee{{Ref{Country, "KE"}, "Kenya"}, {Ref{Person, "cy"}, "Cy Dahl"}}},
		{Key: "k", Text: "We stay.", Kind: "mixed", Published: "", About: []Ref{{Person, "bo"}, {Country, "NO"}}},
	}
	want := Statement{Key: "k", SpeakerText: "a diplomat", Text: "We stay.", Kind: "direct", Date: "2025-10-30",
		FirstReported: "2025-10-31", LastReported: "2025-11-02", Days: []string{"2025-11-02"}, Reports: 3, About: []Ref{{Country, "NO"}, {Person, "bo"}},
		SaidTo: []Ref{{Country, "KE"}, {Person, "cy"}}}
	for range 10 {
		rand.Shuffle(len(reports), func(i, j int) { reports[i], reports[j] = reports[j], reports[i] })
		if diff := cmp.Diff(want, DeriveStatement(reports)); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	}
}

func TestDeriveMeeting(t *testing.T) {
	reports := []Report{
		parse("a planned summit ada,bo 2025-10-30 2025-10-20 Ljubljana SI"),
		parse("b cancelled summit ada,bo - 2025-10-24 - -"),
		parse("c planned meeting ada,bo,cy 2025-10 2025-10-22 - SI"),
	}
	reports[0].End, reports[0].Participants[0].Role = "2025-10-31", "host"
	want := Meeting{ID: "m", Kind: "summit", Status: "cancelled", Start: "2025-10-30", End: "2025-10-31",
		DatePrecision: "day", Reports: 3, Conflict: true, Participants: []MeetingParticipant{
			{Ref{Person, "ada"}, "host", 3}, {Ref{Person, "bo"}, "", 3}, {Ref{Person, "cy"}, "", 1}},
		Places: []MeetingPlace{{"ljubljana@SI", "SI"}}, Countries: []string{"SI"}}
	for range 10 {
		rand.Shuffle(len(reports), func(i, j int) { reports[i], reports[j] = reports[j], reports[i] })
		if diff := cmp.Diff(want, DeriveMeeting("m", reports)); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	}
}

func TestOutcome(t *testing.T) {
	for _, test := range []struct {
		name     string
		reports  []string // status and date of the article
		status   string
		conflict bool
	}{
		{"one", []string{"planned 2025-10-01"}, "planned", false},
		{"as it goes", []string{"proposed 2025-10-01", "planned 2025-10-02", "ongoing 2025-10-03", "held 2025-10-04"},
			"held", false},
		{"called off", []string{"planned 2025-10-01", "cancelled 2025-10-02"}, "cancelled", true},
		{"called off and held", []string{"cancelled 2025-10-01", "held 2025-10-02"}, "held", true},
		{"only called off", []string{"postponed 2025-10-01", "cancelled 2025-10-02"}, "cancelled", false},
		{"ahead after it was held", []string{"held 2025-10-01", "planned 2025-10-02"}, "planned", true},
		{"on one day", []string{"held 2025-10-01", "planned 2025-10-01"}, "held", false},
		{"an undated article is the oldest", []string{"held", "planned 2025-10-01"}, "planned", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			var reports []Report
			for _, r := range test.reports {
				status, asOf, _ := strings.Cut(r, " ")
				reports = append(reports, Report{Status: status, AsOf: asOf})
			}
			status, conflict := outcome(reports)
			if status != test.status || conflict != test.conflict {
				t.Errorf("got %s, conflict %v", status, conflict)
			}
		})
	}
}

// The name that articles give a country wins over the common one, in whichever order and together with what they come.
func TestCountryProps(t *testing.T) {
	common, _ := CountryName("GB")
	given, stored := Name{Name: "Britain"}, Name{Name: common}
	for _, n := range []Name{given.Join(stored), stored.Join(given), Name{}.Join(stored.Join(given)), given} {
		if got := n.Props(Ref{Country, "GB"}); got["name"] != "Britain" || got["iso3"] != "GBR" || len(got) != 3 {
			t.Errorf("the properties are %v", got)
		}
	}
	if got := (Name{}).Props(Ref{Country, "GB"}); got["name"] != common {
		t.Errorf("what nobody names is %v", got)
	}
}
