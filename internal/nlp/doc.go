// Package nlp holds the Doc: one article's text with the layers that the stages of understanding lay over it. Each stage
// is a small package below this one; it reads the layers before it and writes its own, and knows no other stage.
package nlp

import (
	"fmt"
	"sort"
	"strings"

	"graphload/internal/country"
)

// Span is a half-open range [Start, End) of byte offsets into a Doc's text.
type Span struct{ Start, End int }

// Len returns the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Range is a half-open range [From, To) of token indexes.
type Range struct{ From, To int }

// Len returns the number of tokens in the range.
func (r Range) Len() int { return r.To - r.From }

// Has reports whether token i lies in the range.
func (r Range) Has(i int) bool { return r.From <= i && i < r.To }

// Doc is one article's text with its layers. A layer is nil until its stage has run.
type Doc struct {
	// Text is the article exactly as it was read.
	Text string
	// Clean is Text with every byte that is not the article's own replaced by white space, so that an offset into
	// one is an offset into the other. Stages read Clean.
	Clean string
	// Published is the article's date, ISO 8601, or empty.
	Published string
	// Publisher is the name of the agency or newspaper, as far as it is known, or empty.
	Publisher string
	// Site is the address of the page that the article was read from, or empty.
	Site string
	// Title is the headline's span, or empty.
	Title Span
	// Cuts are the ranges of Clean that stand in running text and are not the article's own: a span of words that
	// reaches over one has to be split there.
	Cuts []Span

	Tokens     []Token    // by package token
	Sentences  []Sentence // by package token
	Paragraphs []Range    // tokens of each paragraph, by package token
	Quotes     []Quote    // by package quote
	Places     []country.Match
	Names      []Name // by package ner
	People     []Chain
	Statements []Attribution
	Attitudes  []Attribution // what is attributed and no statement; see attribution.Run
	Reading    *Reading      // by package encoder
}

// Token is a word, a number or a punctuation mark.
type Token struct {
	Span
	Sentence int // index into Doc.Sentences
	Word     bool
	Spaced   bool // white space stands before the token
}

// Sentence is a sentence, a headline or another line that ends without a full stop.
type Sentence struct {
	Range
	Paragraph int  // index into Doc.Paragraphs
	Title     bool // part of the headline
}

// Quote is a stretch between quotation marks. A quotation that runs over several paragraphs, each with an opening mark
// of its own, is several Quotes of which all but the first continue the one before.
type Quote struct {
	Span            // from the opening mark to behind the closing mark
	Inner     Span  // without the marks
	Tokens    Range // tokens of Inner
	Continues bool  // the quotation goes on from the Quote before
	Closed    bool  // has a closing mark
	Opened    bool  // has an opening mark
}

// NameKind is the kind of a name.
type NameKind int

// The kinds of names.
const (
	PersonName NameKind = iota + 1
	OrganizationName
)

// Name is a name in the text.
type Name struct {
	Range // tokens of the name, without titles before it and without a possessive 's
	Kind  NameKind
	Canon string // for an organization that a table knows: its usual name
	Title Range  // words before the name that tell a person's office or form of address; may be empty
	State string // ISO 3166-1 alpha-2 code of the country that stands before a person's title or an organ of a state
	Sex   byte   // 'F' or 'M' where a person's first name or form of address tells it, else '-'
}

// Chain is everything in the text that names one person.
type Chain struct {
	Name       string   // fullest name
	Words      []string // of Name
	Mentions   []Mention
	Titles     []string
	Represents string // ISO 3166-1 alpha-2 code
	Holder     string // full name of the office holder to whom surname and country lead, or empty
	Known      string // ISO 3166-1 alpha-2 code of the country whose office holder, now or once, a table knows the person to be, or empty
	Sex        byte   // 'F' or 'M' where a first name or a form of address tells it, else '-'
}

// Mention is one place where a Chain's person is named.
type Mention struct {
	Range
	Name int // index into Doc.Names, or -1 for a title or a pronoun
}

// SourceKind says what kind of actor a Source is.
type SourceKind int

// The kinds of sources.
const (
	NoSource SourceKind = iota
	PersonSource
	CountrySource
	OrganizationSource
	UnnamedSource
)

// Source is the speaker of an Attribution.
type Source struct {
	Kind  SourceKind
	Chain int    // index into Doc.People, for PersonSource
	Key   string // country code, or the organization's canonical name
	Span  Span   // the words that name the speaker; empty where none do
	Text  string // for an UnnamedSource: words that say who, where those of Span do not
}

// Attribution is words with the speaker to whom the text attributes them.
type Attribution struct {
	Source   Source
	Cue      Span // empty where there are no reporting words
	Content  []Span
	Quoted   bool         // all of the content stands in quotation marks, or in a turn of an interview
	Mixed    bool         // a part of the content stands in quotation marks
	Attitude AttitudeKind // of one of Doc.Attitudes

	Addressees []Source // of one of Doc.Statements: to whom it was said, as far as the text names them; all have a Span
}

// Word returns token i as it stands in the text.
func (d *Doc) Word(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	t := d.Tokens[i]
	return d.Text[t.Start:t.End]
}

// Lower returns token i in lower case with a straight apostrophe.
func (d *Doc) Lower(i int) string {
	return strings.ReplaceAll(strings.ToLower(d.Word(i)), "’", "'")
}

// Words returns the text from the first to the last token of r.
func (d *Doc) Words(r Range) string {
	s := d.SpanOf(r)
	return d.Text[s.Start:s.End]
}

// SpanOf returns the span from the first to the last token of r; r must not be empty.
func (d *Doc) SpanOf(r Range) Span {
	return Span{d.Tokens[r.From].Start, d.Tokens[r.To-1].End}
}

// TokenAt returns the index of the first token that ends after byte offset b, or len(d.Tokens).
func (d *Doc) TokenAt(b int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > b })
}

// BodyKey returns what all names of an organization have in common: what a table or the text calls it in full, or else the words.
func (d *Doc) BodyKey(n Name) string {
	if n.Canon != "" {
		return n.Canon
	}
	return strings.Join(strings.Fields(d.Words(n.Range)), " ")
}

// RangeOf returns the tokens that lie in or overlap the span.
func (d *Doc) RangeOf(s Span) Range {
	from := d.TokenAt(s.Start)
	to := from
	for to < len(d.Tokens) && d.Tokens[to].Start < s.End {
		to++
	}
	return Range{from, to}
}

// SentenceOf returns the sentence of token i.
func (d *Doc) SentenceOf(i int) Sentence { return d.Sentences[d.Tokens[i].Sentence] }

// Check reports the first breach of what stages rely on: layers in order, within the text, without overlap.
func (d *Doc) Check() error {
	if len(d.Clean) != len(d.Text) {
		return fmt.Errorf("clean text has %d bytes, the text %d", len(d.Clean), len(d.Text))
	}
	end := 0
	for i, t := range d.Tokens {
		if t.Start < end || t.End <= t.Start || t.End > len(d.Text) {
			return fmt.Errorf("token %d [%d, %d) is empty, out of order or outside of the text", i, t.Start, t.End)
		}
		if s := d.Sentences[t.Sentence]; !s.Has(i) {
			return fmt.Errorf("token %d is not in its sentence %d", i, t.Sentence)
		}
		end = t.End
	}
	next := 0
	for i, s := range d.Sentences {
		if s.From != next || s.To <= s.From {
			return fmt.Errorf("sentence %d is empty or leaves out tokens", i)
		}
		next = s.To
	}
	if next != len(d.Tokens) {
		return fmt.Errorf("%d tokens are in no sentence", len(d.Tokens)-next)
	}
	for i, q := range d.Quotes {
		if !q.Contains(q.Inner) || q.Start < 0 || q.End > len(d.Text) {
			return fmt.Errorf("quote %d is out of order or outside of the text", i)
		}
	}
	for i, n := range d.Names {
		if n.From >= n.To || n.To > len(d.Tokens) || i > 0 && n.From < d.Names[i-1].To {
			return fmt.Errorf("name %d is empty or overlaps the one before", i)
		}
	}
	return nil
}
