// Package extract turns an article into the Record of what it says: people, countries, organizations, meetings and
// statements, each with the places in the text that it rests on.
package extract

import (
	"context"
	"fmt"

	"graphload/internal/news"
	"graphload/internal/nlp"
	"graphload/internal/nlp/attribution"
	"graphload/internal/nlp/coref"
	"graphload/internal/nlp/encoder"
	"graphload/internal/nlp/ner"
	"graphload/internal/nlp/quote"
	"graphload/internal/nlp/token"
)

// Extractor answers what an article says. The same article gives the same record. An Extractor may be used by several
// goroutines at once.
type Extractor interface {
	// Extract returns an error where ctx ends before the answer is there, or where the answer would break the rules
	// of news.Record.Validate.
	Extract(ctx context.Context, a *news.Article) (*news.Record, error)
}

// New returns the extractor.
func New() Extractor { return rules{} }

// WithAttitudes returns an extractor that adds attitudes to what New's finds.
func WithAttitudes() Extractor { return rules{attitudes: true} }

type rules struct{ attitudes bool }

// stage lays one layer over a Doc.
type stage struct {
	name string
	run  func(context.Context, *nlp.Doc) error
}

// quick is a stage that never fails and whose time grows with the text alone: some two seconds for 10 MB.
func quick(run func(*nlp.Doc)) func(context.Context, *nlp.Doc) error {
	return func(_ context.Context, d *nlp.Doc) error {
		run(d)
		return nil
	}
}

// stages in order; each reads the layers of those before it.
var stages = []stage{
	{"token", quick(token.Run)},
	{"encoder", encoder.Run},
	{"quote", quick(quote.Run)},
	{"place", quick(places)},
	{"ner", quick(ner.Run)},
	{"coref", quick(coref.Run)},
	{"attribution", quick(attribution.Run)},
}

// Extract runs the stages and writes their layers down as a record.
func (x rules) Extract(ctx context.Context, a *news.Article) (*news.Record, error) {
	d := newDoc(a)
	for _, s := range stages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := s.run(ctx, d); err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
	}
	b := newBuilder(a, d)
	b.people()
	b.countries()
	b.organizations()
	if err := b.meetings(ctx); err != nil {
		return nil, err
	}
	b.statements()
	if x.attitudes {
		b.attitudes()
	}
	if err := b.rec.Validate(); err != nil {
		return nil, fmt.Errorf("extraction broke its own rules: %w", err)
	}
	return b.rec, nil
}

// newDoc lays out an article for the stages: what is not its running text becomes white space of the same length.
func newDoc(a *news.Article) *nlp.Doc {
	d := &nlp.Doc{Text: a.Text, Published: a.Published, Publisher: a.Source, Site: a.URL}
	clean := []byte(a.Text)
	for _, m := range a.Marks {
		span := nlp.Span(m.Span)
		switch m.Kind {
		case news.MarkTitle:
			d.Title = span
			continue
		case news.MarkInjected:
			d.Cuts = append(d.Cuts, span)
		}
		for i := m.Start; i < m.End; i++ {
			if clean[i] != '\n' {
				clean[i] = ' '
			}
		}
	}
	blankMarkup(clean)
	d.Clean = string(clean)
	return d
}

// blankMarkup makes white space of the marks by which plain text prints emphasis, headings and quoted lines ("**", "__", "*" and
// "_" around words, "##" and ">" at the head of a line), which would stand between a name and its verb.
func blankMarkup(text []byte) {
	head := true // nothing but white space so far on the line
	for i, c := range text {
		switch {
		case c == '>' && head, c == '#' && head && headingMark(text[i:]):
			text[i] = ' '
		case (c == '*' || c == '_') && i+1 < len(text) && text[i+1] == c:
			text[i], text[i+1] = ' ', ' '
		case (c == '*' || c == '_') && emphasis(text, i):
			text[i] = ' '
		}
		head = c == '\n' || head && (c == ' ' || c == '\t' || c == '>' || c == '#')
	}
}

// headingMark reports whether a text begins with "#" signs and white space.
func headingMark(text []byte) bool {
	i := 0
	for i < len(text) && text[i] == '#' {
		i++
	}
	return i < len(text) && text[i] == ' '
}

// emphasis reports whether the mark at offset i stands at the head of a line before a word, or at a line's end behind its last mark.
func emphasis(text []byte, i int) bool {
	first := i == 0 || text[i-1] == '\n'
	last := i+1 == len(text) || text[i+1] == '\n'
	return first && !last && text[i+1] > ' ' || last && !first && text[i-1] > ' '
}

// builder writes the layers of a Doc down as a Record.
type builder struct {
	doc      *nlp.Doc
	rec      *news.Record
	personID []string       // by index into doc.People
	orgID    map[string]int // organization's key to index into rec.Organizations
	toldOf   []actor        // the words that tell of the record's meetings
	actors   []actor        // every mention in the record and all of toldOf, by place
	codes    map[string]int // country's code to index into rec.Countries
}

func newBuilder(a *news.Article, d *nlp.Doc) *builder {
	return &builder{doc: d, rec: &news.Record{Article: *a}, orgID: map[string]int{}, codes: map[string]int{}}
}

func (b *builder) span(r nlp.Range) news.Span { return news.Span(b.doc.SpanOf(r)) }
