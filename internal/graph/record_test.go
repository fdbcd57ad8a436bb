package graph

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"graphload/internal/news"
)

// find returns the n-th occurrence of words, counted from 0.
func find(t *testing.T, text, words string, n int) news.Span {
	t.Helper()
	from := 0
	for range n {
		from += strings.Index(text[from:], words) + len(words)
	}
	i := strings.Index(text[from:], words)
	if i < 0 {
		t.Fatalf("%q has no %q", text, words)
	}
	return news.Span{Start: from + i, End: from + i + len(words)}
}

const sampleText = "Übertal, 30 October — Ada Lind, the foreign minister, met Korr in Oslo. " +
	"“We stay,” Lind said 😀. “WE  stay!” A diplomat in Oslo: “No comment.”"

func sample(t *testing.T) *news.Record {
	at := func(words string, n int) news.Span { return find(t, sampleText, words, n) }
	lind := news.Ref{Type: news.RefPerson, ID: "ada-lind"}
	korr := news.Ref{Type: news.RefPerson, ID: "korr"}
	return &news.Record{
		Article: news.Article{ID: "a1", Name: "sample", Published: "2025-10-31", Text: sampleText},
		People: []news.Person{
			{ID: "ada-lind", Name: "Ada Lind", Aliases: []string{"Lind"}, Titles: []string{"foreign minister"},
				Represents: "NO", Mentions: []news.Span{at("Ada Lind", 0), at("Lind", 1)}},
			{ID: "korr", Name: "Korr", Mentions: []news.Span{at("Korr", 0)}},
		},
		Meetings: []news.Meeting{{ID: "m", Kind: news.KindMeeting, Status: news.StatusHeld, Place: "Oslo", Country: "NO",
			Start: "2025-10-30", End: "2025-10-30", Participants: []news.Ref{korr, lind,
				{Type: news.RefUnnamed, Text: "others"}}, Evidence: []news.Span{at("Ada Lind", 0)}}},
		Statements: []news.Statement{
			{ID: "s2", Kind: news.KindDirect, Content: []news.Span{at("WE  stay!", 0)}, Speaker: news.Actor{Ref: lind},
				About: []news.Ref{{Type: news.RefMeeting, ID: "m"}}},
			{ID: "s1", Kind: news.KindDirect, Content: []news.Span{at("We stay,", 0)}, Cue: at("said", 0),
				Speaker: news.Actor{Ref: lind, Span: at("Lind", 1)}, About: []news.Ref{korr}},
			{ID: "s3", Kind: news.KindDirect, Content: []news.Span{at("No comment.", 0)}, Speaker: news.Actor{
				Ref: news.Ref{Type: news.RefUnnamed, Text: "A diplomat in Oslo"}, Span: at("A diplomat in Oslo", 0)}},
		},
	}
}

func TestFromRecord(t *testing.T) {
	f, err := FromRecord(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	var mentions []string
	for _, m := range f.Mentions {
		mentions = append(mentions, m.Target.String()+" "+strings.Join(m.Forms, "/"))
		runes := []rune(sampleText)
		for i, start := range m.Spans.Starts {
			if got := string(runes[start:m.Spans.Ends[i]]); !strings.Contains(strings.Join(m.Forms, "/"), got) {
				t.Errorf("%s is at %d, where the text has %q", m.Name, start, got)
			}
		}
	}
	if diff := cmp.Diff([]string{"person:ada-lind Ada Lind/Lind", "person:korr@a1 Korr", "place:oslo@NO Oslo"},
		mentions); diff != "" {
		t.Errorf("mentions (-want +got):\n%s", diff)
	}
	if len(f.Statements) != 2 {
		t.Fatalf("%d statements; the same words are one", len(f.Statements))
	}
	for _, s := range f.Statements {
		switch s.Text {
		case "We stay,":
			if s.Rule != "quote+cue" || len(s.About) != 2 || s.Cue != "said" || s.SpeakerText != "Lind" {
				t.Errorf("the statement is %+v", s)
			}
		case "No comment.":
			if s.Rule != "turn" || s.Speaker != (Ref{}) || s.SpeakerText != "A diplomat in Oslo" {
				t.Errorf("the unnamed speaker's statement is %+v", s)
			}
		default:
			t.Errorf("the statement %q is unexpected", s.Text)
		}
	}
	m := f.Meetings[0]
	want := []Participant{{Ref: Ref{Person, "ada-lind"}, Represents: "NO"}, {Ref: Ref{Person, "korr@a1"}}}
	if diff := cmp.Diff(want, m.Participants); diff != "" || m.Unnamed[0] != "others" || m.Rule != "parties" {
		t.Errorf("the meeting is %+v", m)
	}
	refs := ""
	for _, r := range f.Refs() {
		refs += r.String() + " "
	}
	if refs != "country:NO person:ada-lind person:korr@a1 place:oslo@NO " {
		t.Errorf("the nodes are %s", refs)
	}
}

// addressed is the sample with those to whom its statements were said. Two of the statements have the same words.
func addressed(t *testing.T) *news.Record {
	r := sample(t)
	to := func(ref news.Ref, words string, n int) news.Actor {
		return news.Actor{Ref: ref, Span: find(t, sampleText, words, n)}
	}
	lind, korr := news.Ref{Type: news.RefPerson, ID: "ada-lind"}, news.Ref{Type: news.RefPerson, ID: "korr"}
	diplomat := news.Ref{Type: news.RefUnnamed, Text: "A diplomat in Oslo"}
	r.Statements[0].Addressees = []news.Actor{to(korr, "Korr", 0), to(diplomat, "the", 0)}
	r.Statements[1].Addressees = []news.Actor{to(korr, "We", 0), to(diplomat, "We", 0), to(korr, "Korr", 0)}
	r.Statements[2].Addressees = []news.Actor{to(lind, "Lind", 1)}
	return r
}

// Equal words of one speaker were said to all to whom any of them was; one without a name is who it is, and no pronoun.
func TestAddressees(t *testing.T) {
	f, err := FromRecord(addressed(t))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]Addressee{
		"We stay,":    {{Ref{}, "A diplomat in Oslo"}, {Ref{Person, "korr@a1"}, "Korr"}, {Ref{Person, "korr@a1"}, "We"}},
		"No comment.": {{Ref{Person, "ada-lind"}, "Lind"}},
	}
	for i := range f.Statements {
		s := &f.Statements[i]
		if diff := cmp.Diff(want[s.Text], s.Addressees); diff != "" {
			t.Errorf("%q was said to (-want +got):\n%s", s.Text, diff)
		}
		if s.Text == "We stay," {
			p := s.Props()
			if diff := cmp.Diff([]any{[]string{"", "person:korr@a1", "person:korr@a1"}, []string{"A diplomat in Oslo", "Korr", "We"}},
				[]any{p["addressees"], p["addresseeTexts"]}); diff != "" {
				t.Errorf("properties (-want +got):\n%s", diff)
			}
		}
	}
	unnamed := StatementReport{Addressees: []Addressee{{Text: "reporters"}}}
	if p := unnamed.Props(); p["addressees"] != nil || p["addresseeTexts"] == nil {
		t.Errorf("where nobody has a name, the properties are %v", p)
	}
	if p := (&StatementReport{}).Props(); p["addressees"] != nil || p["addresseeTexts"] != nil {
		t.Errorf("where it was said to nobody, the properties are %v", p)
	}
}

// A record without addressees has the hash that it had before there were any, so that a stored article stays unchanged.
func TestHashWithoutAddressees(t *testing.T) {
	f, err := FromRecord(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	const want = "ec67d204f90e2646a2fc9410c949aed829f86d8a79b11f5d0ca4029bafc16e15"
	if got, err := f.Hash(); err != nil || got != want {
		t.Errorf("the hash is %s, %v; it was %s", got, err, want)
	}
}

// TestRecordFormIsEnough loads a record as extraction made it and as it was read back from its JSON form.
func TestRecordFormIsEnough(t *testing.T) {
	r := addressed(t)
	var line bytes.Buffer
	if err := news.NewEncoder(&line).Encode(r); err != nil {
		t.Fatal(err)
	}
	decoded, err := news.DecodeRecord(line.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	hash := func(r *news.Record) string {
		f, err := FromRecord(r)
		if err != nil {
			t.Fatal(err)
		}
		h, err := f.Hash()
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	if hash(r) != hash(decoded) {
		t.Error("a record gives another fragment once it was written and read")
	}
	for _, change := range []func(*news.Record){
		func(r *news.Record) { r.People[0].Titles = nil },
		func(r *news.Record) { r.Statements[2].Addressees = nil },
		func(r *news.Record) { r.Statements[0].Addressees[1].Text = "A diplomat" },
	} {
		changed := addressed(t)
		change(changed)
		if hash(r) == hash(changed) {
			t.Errorf("a changed record gives the same hash: %+v", changed)
		}
	}
}

func TestFromRecordRefusesBrokenRecords(t *testing.T) {
	r := sample(t)
	r.Statements[0].Content[0].End = len(sampleText) + 1
	if _, err := FromRecord(r); err == nil {
		t.Error("a span beyond the text is accepted")
	}
}

func TestPersonKey(t *testing.T) {
	for _, test := range []struct{ id, name, want string }{
		{"ada-lind", "Ada Lind", "ada-lind"},
		{"lind", "Lind", "lind@0123456789abcdef"},
		{"oddny-strand", "Strand", "oddny-strand"}, // led to the holder of an office
		{"muller", "Müller", "muller@0123456789abcdef"},
		{"müller", "Müller", "müller@0123456789abcdef"},
		{"jean-luc", "Jean-Luc", "jean-luc@0123456789abcdef"},
	} {
		p := &news.Person{ID: test.id, Name: test.name}
		if got := personKey(p, ruleOf(p), "0123456789abcdef01"); got != test.want {
			t.Errorf("%s (%s): key %q, want %q", test.name, test.id, got, test.want)
		}
	}
}

func TestLongKeys(t *testing.T) {
	long := strings.Repeat("ä", 9000)
	a, b := key(long), key(long+"b")
	if len(a) > maxKey || a == b || key(a) != a {
		t.Errorf("keys of long names: %q, %q", a, b)
	}
	if a, b := key("x\xff"), key("x\xfe"); a == b || !utf8.ValidString(a) {
		t.Errorf("keys that are not valid UTF-8: %q, %q", a, b)
	}
}

func TestStatementKey(t *testing.T) {
	key := func(speaker Ref, unnamed, words string) string {
		return (&StatementReport{Speaker: speaker, SpeakerText: unnamed, Text: words}).StatementKey()
	}
	speaker := Ref{Person, "ada-lind"}
	same := []string{"We don't know, yet.", "we don’t know – yet", "“We   don't know… yet!”", "WE DON'T KNOW\nYET"}
	for _, words := range same {
		if key(speaker, "", words) != key(speaker, "", same[0]) {
			t.Errorf("%q is another statement than %q", words, same[0])
		}
	}
	for _, words := range []string{"We do not know yet", "We don't know", "We don't know yet, $5"} {
		if key(speaker, "", words) == key(speaker, "", same[0]) {
			t.Errorf("%q is the same statement as %q", words, same[0])
		}
	}
	if key(Ref{}, "a diplomat", "No") == key(Ref{}, "an official", "No") ||
		key(speaker, "", "No") == key(Ref{Person, "bo-ek"}, "", "No") {
		t.Error("the speaker makes no difference")
	}
}

func TestStatementRule(t *testing.T) {
	const text = `Ada Lind: We stay. According to Lind they stay, "in peace", said Lind.`
	at := func(words string) news.Span { return find(t, text, words, 0) }
	for _, test := range []struct {
		want string
		s    news.Statement
	}{
		{"turn", news.Statement{Kind: news.KindDirect, Content: []news.Span{at("We stay")},
			Speaker: news.Actor{Span: at("Ada Lind")}}},
		{"quote", news.Statement{Kind: news.KindDirect, Content: []news.Span{at("We stay")}}},
		{"quote+cue", news.Statement{Kind: news.KindDirect, Content: []news.Span{at("in peace")}, Cue: at("said")}},
		{"according-to", news.Statement{Kind: news.KindIndirect, Content: []news.Span{at("they stay")},
			Cue: at("According to")}},
		{"clause", news.Statement{Kind: news.KindIndirect, Content: []news.Span{at("they stay")}, Cue: at("said")}},
		{"context", news.Statement{Kind: news.KindIndirect, Content: []news.Span{at("they stay")}}},
		{"fragments+cue", news.Statement{Kind: news.KindMixed, Content: []news.Span{at("in peace")}, Cue: at("said")}},
		{"fragments", news.Statement{Kind: news.KindMixed, Content: []news.Span{at("in peace")}}},
	} {
		if got := statementRule(&test.s, text); got != test.want {
			t.Errorf("%v: rule %q, want %q", test.s, got, test.want)
		}
	}
}

func TestOccurrences(t *testing.T) {
	const text = "Oslo, Oslofjord, old Oslo; OSLO"
	var starts []int
	for _, s := range occurrences(text, "Oslo") {
		starts = append(starts, s.Start)
	}
	if diff := cmp.Diff([]int{0, 21}, starts); diff != "" {
		t.Error(diff)
	}
}
