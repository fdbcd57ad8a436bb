package extract

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"graphload/internal/news"
	"graphload/internal/source"
	"graphload/samples"
)

func encode(t testing.TB, a *news.Article) []byte {
	t.Helper()
	r, err := WithAttitudes().Extract(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := news.NewEncoder(&b).Encode(r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func article(text string) *news.Article {
	return &news.Article{ID: news.ArticleID("", "", "", text), Name: "test", Text: text, Published: "2026-03-11"}
}

func TestSameBytes(t *testing.T) {
	for _, a := range sampleArticles(t) {
		first := encode(t, a)
		for range 3 {
			if diff := cmp.Diff(string(first), string(encode(t, a))); diff != "" {
				t.Fatalf("%s: two runs differ: %s", a.Name, diff)
			}
		}
	}
}

// sampleArticles reads the shipped samples through package source, as a user's files are read.
func sampleArticles(t testing.TB) []*news.Article {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, samples.Articles()); err != nil {
		t.Fatal(err)
	}
	var out []*news.Article
	for item := range source.Read(context.Background(), []string{dir}, source.Options{}) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		out = append(out, item.Article)
	}
	if len(out) != 10 {
		t.Fatalf("got %d sample articles, want 10", len(out))
	}
	return out
}

// What is marked as no part of the article gives no people, countries or statements, and a string dropped into a quotation
// splits it.
func TestMarks(t *testing.T) {
	text := "Read also: Kenya votes\n\n“The ships Advertisement here must go,” Ingrid Solfjell said."
	a := article(text)
	a.Marks = []news.Mark{
		{Span: news.Span{Start: 0, End: len("Read also: Kenya votes")}, Kind: news.MarkBoilerplate},
		{Span: spanOf(text, "Advertisement here "), Kind: news.MarkInjected},
	}
	r, err := New().Extract(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Countries) != 0 {
		t.Errorf("got %v, want no country out of the boilerplate", r.Countries)
	}
	if len(r.Statements) != 1 {
		t.Fatalf("got %d statements, want 1", len(r.Statements))
	}
	var content []string
	for _, c := range r.Statements[0].Content {
		content = append(content, c.In(text))
	}
	if got := strings.Join(content, "|"); got != "The ships|must go" {
		t.Errorf("got content %q, want it split around the dropped-in string", got)
	}
}

// Marks of emphasis and of quoted lines stand between no name and its verb.
func TestMarkup(t *testing.T) {
	text := "**President Solfjell** said in a letter:\n\n> \"The ships must go from the harbour.\"\n"
	r, err := New().Extract(context.Background(), article(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Statements) != 1 || r.Statements[0].Speaker.ID != "solfjell" ||
		r.Statements[0].Content[0].In(text) != "The ships must go from the harbour." {
		t.Errorf("got %+v, want the quoted line as a statement of Solfjell", r.Statements)
	}
}

// A country that only an office implies is none of the article's, and no reason to refuse it.
func TestImpliedCountry(t *testing.T) {
	r, err := New().Extract(context.Background(), article("A spokesman for Sen. Paula Harrowgate said that the ships must go."))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Statements) != 1 || r.Statements[0].Speaker.Type != news.RefUnnamed {
		t.Errorf("got %+v, want one statement of an unnamed speaker", r.Statements)
	}
}

// A ministry without a country is that of the newspaper's country, but not in a story that names another one only.
func TestHomeOfOrgans(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The harvest was bad. Wheat came from Kenya. The agriculture ministry said the rain was heavy.", "IN"},
		{"Norway had a bad harvest. In Norway the price rose, and Norway closed a port. The agriculture ministry said the rain was heavy.", "NO"},
	} {
		a := article(c.text)
		a.Source = "The Hindu"
		r, err := New().Extract(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Statements) != 1 || r.Statements[0].Speaker.ID != c.want {
			t.Errorf("%q: got %+v, want one statement of %s", c.text, r.Statements, c.want)
		}
	}
}

// A headline's infinitive is a plan, and the same occasion as the body's.
func TestHeadlinePlan(t *testing.T) {
	title := "Harbour chief Ruttersen to meet Solfjell"
	text := title + "\n\nMark Ruttersen will travel to Oslo on Monday for talks with Norwegian President Ingrid Solfjell."
	a := article(text)
	a.Marks = []news.Mark{{Span: spanOf(text, title), Kind: news.MarkTitle}}
	r, err := New().Extract(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Meetings) != 1 || r.Meetings[0].Status != news.StatusPlanned || r.Meetings[0].Country != "NO" {
		t.Errorf("got %+v, want one planned meeting in Norway", r.Meetings)
	}
}

// TestMeetingsCancelled holds that the search for meetings, which compares each with all before it, can be interrupted.
func TestMeetingsCancelled(t *testing.T) {
	a := article("The ministers of Peru and Chile met in Lima on Monday.")
	d := newDoc(a)
	for _, s := range stages {
		if err := s.run(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	b := newBuilder(a, d)
	b.countries()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := b.meetings(ctx); !errors.Is(err, context.Canceled) || len(b.rec.Meetings) != 0 {
		t.Errorf("error %v and %d meetings, want the context's error and none", err, len(b.rec.Meetings))
	}
	if err := b.meetings(t.Context()); err != nil || len(b.rec.Meetings) != 1 {
		t.Errorf("error %v and %d meetings, want one meeting", err, len(b.rec.Meetings))
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := New().Extract(ctx, article("Nobody came.")); err != context.Canceled {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

func TestStatementDates(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"“The ships must go,” Ingrid Solfjell said on Monday.", "2026-03-09"},
		{"On Monday, Ingrid Solfjell said that the ships must go.", "2026-03-09"},
		{"Ingrid Solfjell told reporters on March 4 that the ships must go.", "2026-03-04"},
		{"Ingrid Solfjell said on Monday that the ships must go. “They are late,” Solfjell said.", "2026-03-09|2026-03-09"},
		{"Ingrid Solfjell said on Monday that the ships must go. Solfjell had said they would stay.", "2026-03-09|"},
		{"Ingrid Solfjell, who came on Monday, told a newspaper that the ships must go.", ""},
		{"Ingrid Solfjell said the ships would leave on Monday.", ""},
		{"Ingrid Solfjell said on March 3, 2026 that the ships must go.", "2026-03-03"},
		{"Speaking at the yard in Bergen on Monday, Ingrid Solfjell said that the ships must go.", "2026-03-09"},
		{"Ingrid Solfjell told the captains to bring the old ships home in a speech on Monday.", "2026-03-09"},
		{"Ingrid Solfjell told the captains to bring the old ships home on Monday.", ""},
	} {
		r, err := New().Extract(context.Background(), article(c.text))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range r.Statements {
			got = append(got, s.Date)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: got dates %q, want %q", c.text, s, c.want)
		}
	}
}

// FuzzExtract holds the rule that whatever the text, the record is valid, its JSON form leads back to the same record
// and every span's text is the article's.
func FuzzExtract(f *testing.F) {
	for _, a := range sampleArticles(f) {
		f.Add(a.Text, uint16(0), uint16(0))
	}
	f.Add("“Ünïcödé 🚢,” Ingrid Solfjell said.\n\nÁ", uint16(3), uint16(9))
	f.Fuzz(func(t *testing.T, text string, from, to uint16) {
		text = strings.ToValidUTF8(text, "?")
		a := article(text)
		if s := (news.Span{Start: int(from), End: int(to)}); s.Start < s.End && s.End <= len(text) {
			a.Marks = []news.Mark{{Span: onRunes(text, s), Kind: news.MarkInjected}}
		}
		line := encode(t, a)
		r, err := news.DecodeRecord(line)
		if err != nil {
			t.Fatal(err)
		}
		var again bytes.Buffer
		if err := news.NewEncoder(&again).Encode(r); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(line, again.Bytes()) {
			t.Fatal("the record does not survive its JSON form")
		}
	})
}

// onRunes widens a span to code point boundaries.
func onRunes(text string, s news.Span) news.Span {
	for s.Start > 0 && text[s.Start]&0xC0 == 0x80 {
		s.Start--
	}
	for s.End < len(text) && text[s.End]&0xC0 == 0x80 {
		s.End++
	}
	return s
}

func spanOf(text, part string) news.Span {
	i := strings.Index(text, part)
	return news.Span{Start: i, End: i + len(part)}
}

func BenchmarkExtract(b *testing.B) {
	articles := sampleArticles(b)
	n := 0
	for _, a := range articles {
		n += len(a.Text)
	}
	x := New()
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range articles {
			if _, err := x.Extract(context.Background(), a); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.N*len(articles))/b.Elapsed().Seconds(), "articles/s")
}
