package news

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const sampleText = "“Møtet in Oslo 😀 was good,” Ada Brunvoll said. Norway hosts Chad’s envoy for the Fjord Club."

// at returns the span of the first occurrence of words in the sample text.
func at(words string) Span {
	start := strings.Index(sampleText, words)
	if start < 0 {
		panic("not in the sample text: " + words)
	}
	return Span{start, start + len(words)}
}

// sample is a record that uses every field.
func sample() *Record {
	return &Record{
		Article: Article{ID: "a1", Name: "sample", Path: "dir/sample.txt", URL: "https://example.com/?a=1&b=<2>",
			Title: "Møtet", Source: "Fjord News", Published: "2025-03-14", Language: "en", Text: sampleText},
		People: []Person{{ID: "ada-brunvoll", Name: "Ada Brunvoll", Aliases: []string{"Brunvoll"},
			Titles: []string{"minister"}, Represents: "NO", Mentions: []Span{at("Ada Brunvoll")}}},
		Countries: []Country{
			{Code: "NO", Name: "Norway", Mentions: []Span{at("Norway")}},
			{Code: "TD", Name: "Chad", Mentions: []Span{at("Chad")}}},
		Organizations: []Organization{{ID: "fjord-club", Name: "Fjord Club", Mentions: []Span{at("Fjord Club")}}},
		Meetings: []Meeting{{ID: "m1", Kind: KindMeeting, Status: StatusHeld,
			Participants: []Ref{{Type: RefCountry, ID: "NO", Role: "host"}, {Type: RefUnnamed, Text: "Chad’s envoy"}},
			Place:        "Oslo", Country: "NO", Start: "2025-03", End: "2025-03", DateText: "this month",
			Evidence: []Span{at("Norway hosts Chad’s envoy for the Fjord Club.")}}},
		Statements: []Statement{
			{ID: "s1", Kind: KindDirect, Date: "2025", Cue: at("said"),
				Speaker: Actor{Ref: Ref{Type: RefPerson, ID: "ada-brunvoll"}, Span: at("Ada Brunvoll")},
				Content: []Span{at("Møtet in Oslo"), at("😀 was good,")},
				About:   []Ref{{Type: RefMeeting, ID: "m1"}, {Type: RefOrganization, ID: "fjord-club"}}},
			{ID: "s2", Kind: KindIndirect, Speaker: Actor{Ref: Ref{Type: RefUnnamed, Text: "Chad’s envoy"}, Span: at("Chad’s envoy")},
				Content: []Span{at("was good")}, About: []Ref{}},
			{ID: "s3", Kind: KindIndirect, Speaker: Actor{Ref: Ref{Type: RefUnnamed, Text: "Chad’s envoy"}, Span: at("the")}, // as a pronoun
				Content: []Span{at("Norway")}, About: []Ref{}, Addressees: []Actor{
					{Ref: Ref{Type: RefUnnamed, Text: "Chad’s envoy"}, Span: at("Chad’s envoy")},
					{Ref: Ref{Type: RefOrganization, ID: "fjord-club"}, Span: at("Fjord Club")}}},
		},
	}
}

func TestRecordRoundTrip(t *testing.T) {
	want := sample()
	if err := want.Validate(); err != nil {
		t.Fatal(err)
	}
	var line bytes.Buffer
	if err := NewEncoder(&line).Encode(want); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(line.String(), "\n"); n != 1 || !strings.HasSuffix(line.String(), "\n") {
		t.Errorf("%d line feeds, want one, at the end", n)
	}
	got, err := DecodeRecord(line.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	// Offsets are code points: the emoji, four bytes and two UTF-16 units, is one.
	if !strings.Contains(line.String(), `{"start":15,"end":26,"text":"😀 was good,"}`) {
		t.Errorf("no code point offsets in %s", &line)
	}
	var again bytes.Buffer
	if err := NewEncoder(&again).Encode(got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(line.String(), again.String()); diff != "" {
		t.Error(diff)
	}
}

// Attitudes are there for those who asked for them, also where there is none.
func TestRecordRoundTripAttitudes(t *testing.T) {
	for _, attitudes := range [][]Statement{nil, {}, {{ID: "a-1", Kind: KindJudgement, Speaker: sample().Statements[0].Speaker,
		Content: sample().Statements[0].Content, About: []Ref{}}}} {
		want := sample()
		want.Attitudes = attitudes
		if err := want.Validate(); err != nil {
			t.Fatal(err)
		}
		var line bytes.Buffer
		if err := NewEncoder(&line).Encode(want); err != nil {
			t.Fatal(err)
		}
		got, err := DecodeRecord(line.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestEncodeEmptyListsAreNoNull(t *testing.T) {
	var line bytes.Buffer
	if err := NewEncoder(&line).Encode(&Record{People: []Person{{}}}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(line.String(), "null") {
		t.Errorf("null in %s", &line)
	}
}

func TestDecodeRecordErrors(t *testing.T) {
	var whole bytes.Buffer
	if err := NewEncoder(&whole).Encode(sample()); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, from, to, want string }{
		{"another schema", `"graphload/1"`, `"graphload/2"`, `schema is "graphload/2", expected "graphload/1"`},
		{"a type", `"name":"sample"`, `"name":7`, "field article.name is a number, expected string"},
		{"no JSON", `{"schema"`, `{schema`, "not valid JSON at byte 2: invalid character 's' looking for beginning of object key string"},
		{"words that are not there", `"text":"Norway"`, `"text":"Sweden"`, `mention of country NO: article.text[47:53] is "Norway", not "Sweden"`},
		{"an offset outside", `"start":47`, `"start":500`, "mention of country NO: [500, 53) is no span of article.text"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if !strings.Contains(whole.String(), test.from) {
				t.Fatalf("%s is not in %s", test.from, &whole)
			}
			_, err := DecodeRecord([]byte(strings.Replace(whole.String(), test.from, test.to, 1)))
			if err == nil || err.Error() != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

func TestValidate(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*Record)
		want  string
	}{
		{"no id", func(r *Record) { r.Article.ID = "" }, "article.id is empty"},
		{"no name", func(r *Record) { r.Article.Name = "" }, "article.name is empty"},
		{"text not UTF-8", func(r *Record) { r.Article.Text += "\xff" }, "article.text is not valid UTF-8"},
		{"date of publication", func(r *Record) { r.Article.Published = "2025-02-30" },
			`article.published is "2025-02-30", expected an ISO 8601 date`},
		{"person without id", func(r *Record) { r.People[0].ID = "" }, "a person has no id"},
		{"person without name", func(r *Record) { r.People[0].Name = "" }, "person ada-brunvoll has no name"},
		{"person twice", func(r *Record) { r.People = append(r.People, r.People[0]) }, "person ada-brunvoll occurs twice"},
		{"country of a person", func(r *Record) { r.People[0].Represents = "Norway" },
			`person ada-brunvoll represents "Norway", expected an ISO 3166-1 alpha-2 code`},
		{"country code", func(r *Record) { r.Countries[1].Code = "tcd" },
			`country code "tcd", expected ISO 3166-1 alpha-2`},
		{"span outside", func(r *Record) { r.People[0].Mentions[0].End = 1000 },
			"mention of person ada-brunvoll: [36, 1000) is no span of the text"},
		{"span within a character", func(r *Record) { r.Countries[0].Mentions[0] = Span{1, 5} },
			"mention of country NO: [1, 5) is no span of the text"},
		{"empty span", func(r *Record) { r.Organizations[0].Mentions[0] = Span{3, 3} },
			"mention of organization fjord-club: [3, 3) is no span of the text"},
		{"organization without name", func(r *Record) { r.Organizations[0].Name = "" }, "organization fjord-club has no name"},
		{"kind of meeting", func(r *Record) { r.Meetings[0].Kind = "party" }, `meeting m1: unknown kind "party"`},
		{"status", func(r *Record) { r.Meetings[0].Status = "" }, `meeting m1: unknown status ""`},
		{"participant that is not there", func(r *Record) { r.Meetings[0].Participants[0].ID = "SE" },
			`participant of meeting m1: country "SE" is not in the record`},
		{"meeting in a meeting", func(r *Record) { r.Meetings[0].Participants[0] = Ref{Type: RefMeeting, ID: "m1"} },
			"meeting m1: a meeting takes no part in a meeting"},
		{"unnamed with id", func(r *Record) { r.Meetings[0].Participants[1].ID = "x" },
			`participant of meeting m1: an unnamed actor has no id, got "x"`},
		{"unnamed without words", func(r *Record) { r.Meetings[0].Participants[1].Text = "" },
			"participant of meeting m1: an unnamed actor has no text"},
		{"unknown type", func(r *Record) { r.Meetings[0].Participants[1].Type = "robot" },
			`participant of meeting m1: type is "robot", expected person, country, organization or unnamed`},
		{"country of a meeting", func(r *Record) { r.Meetings[0].Country = "Oslo" },
			`meeting m1: country is "Oslo", expected an ISO 3166-1 alpha-2 code`},
		{"start", func(r *Record) { r.Meetings[0].Start = "soon" }, `meeting m1: start is "soon", expected an ISO 8601 date`},
		{"end", func(r *Record) { r.Meetings[0].End = "25-01-01" }, `meeting m1: end is "25-01-01", expected an ISO 8601 date`},
		{"no evidence", func(r *Record) { r.Meetings[0].Evidence = nil }, "meeting m1 has no evidence"},
		{"kind of statement", func(r *Record) { r.Statements[0].Kind = "loud" }, `statement s1: unknown kind "loud"`},
		{"attitude among the statements", func(r *Record) { r.Statements[0].Kind = KindTopic }, `statement s1: unknown kind "topic"`},
		{"statement among the attitudes", func(r *Record) { r.Attitudes, r.Statements = r.Statements[:1], r.Statements[1:] },
			`statement s1: unknown kind "direct"`},
		{"statement twice", func(r *Record) { r.Statements[1].ID = "s1" }, "statement s1 occurs twice"},
		{"date of a statement", func(r *Record) { r.Statements[0].Date = "2025-13" },
			`statement s1: date is "2025-13", expected an ISO 8601 date`},
		{"meeting that speaks", func(r *Record) { r.Statements[0].Speaker.Ref = Ref{Type: RefMeeting, ID: "m1"} },
			"statement s1: a meeting does not speak"},
		{"speaker that is not there", func(r *Record) { r.Statements[0].Speaker.ID = "nobody" },
			`speaker of statement s1: person "nobody" is not in the record`},
		{"meeting that is spoken to", func(r *Record) { r.Statements[2].Addressees[0].Ref = Ref{Type: RefMeeting, ID: "m1"} },
			"statement s3: nothing is said to a meeting"},
		{"addressee that is not there", func(r *Record) { r.Statements[2].Addressees[1].ID = "nobody" },
			`addressee of statement s3: organization "nobody" is not in the record`},
		{"addressee whom no words name", func(r *Record) { r.Statements[2].Addressees[0].Span = Span{} },
			"addressee of statement s3: [0, 0) is no span of the text"},
		{"no content", func(r *Record) { r.Statements[0].Content = nil }, "statement s1 has no content"},
		{"cue", func(r *Record) { r.Statements[0].Cue = Span{5, 4} }, "statement s1: [5, 4) is no span of the text"},
		{"topic that is not there", func(r *Record) { r.Statements[0].About[0].ID = "m2" },
			`topic of statement s1: meeting "m2" is not in the record`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := sample()
			test.spoil(r)
			if err := r.Validate(); err == nil || err.Error() != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

func TestValidDate(t *testing.T) {
	for _, s := range []string{"", "2025", "2025-10", "2025-10-30", "2024-02-29"} {
		if !ValidDate(s) {
			t.Errorf("%q is refused", s)
		}
	}
	for _, s := range []string{"25", "2025-1", "2025-13", "2025-02-29", "2025-10-30T10:00:00Z", "2025/10/30", "yesterday", "20251030"} {
		if ValidDate(s) {
			t.Errorf("%q is taken", s)
		}
	}
}
