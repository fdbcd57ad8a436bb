package main

import (
	"cmp"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"graphload/internal/news"
)

type explainOptions struct {
	input  inputOptions
	format string
	layers bool
}

func newExplainCmd(a *app) *cobra.Command {
	var o explainOptions
	cmd := &cobra.Command{
		Use:   "explain PATH...",
		Short: "Show how an article was read, line by line",
		Long: `Show an article line by line: what was left out as no part of it and why, and what was found in each line.

Beside a line stands what it was taken for where that is not running text: the title, a header with its reason (a byline,
a date), or boilerplate with its reason (a menu, a newsletter). Below a line stand the parts of it that were looked past,
and the people, statements and meetings that begin in it; then what the encoder saw: names, the source, cue and content of
each attribution under its number, and each word with its part of speech and governor. --layers=false leaves that out.

` + pathsHelp,
		Example: `  graphload explain article.txt
  graphload explain page.html --layers=false
  graphload explain page.html --format json | jq '.lines[].marks[]?'`,
		Args: somePaths,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.runExplain(cmd, args, &o)
		},
	}
	o.input.addFlags(cmd)
	addFormatFlag(cmd, &o.format, formatText, answerFormats, "how to print it; json is one object an article")
	cmd.Flags().BoolVar(&o.layers, "layers", true, "print what the encoder saw, too, word by word")
	return cmd
}

func (a *app) runExplain(cmd *cobra.Command, paths []string, o *explainOptions) error {
	if err := checkFormat(o.format, answerFormats); err != nil {
		return err
	}
	ctx := cmd.Context()
	items, err := o.input.read(ctx, a, paths)
	if err != nil {
		return err
	}
	rep := &reporter{w: a.err}
	first := true
	for r := range records(ctx, items, newExtractor(nil), runtime.GOMAXPROCS(0)) {
		rep.warn(r)
		if r.err != nil {
			rep.report(r.err)
			continue
		}
		e := explain(r.record)
		if o.layers {
			if err := e.addLayers(ctx, &r.record.Article); err != nil {
				return err
			}
		}
		if err := e.write(a.out, o.format, first); err != nil {
			return err
		}
		first = false
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return rep.err()
}

// explanation is an article line by line. Offsets are code points of its text.
type explanation struct {
	Path      string          `json:"path"`
	Name      string          `json:"name"`
	URL       string          `json:"url"`
	Title     string          `json:"title"`
	Source    string          `json:"source"`
	Published string          `json:"published"`
	Language  string          `json:"language"`
	Lines     []explainedLine `json:"lines"`
}

// explainedLine is a line that is not blank.
type explainedLine struct {
	Line  int             `json:"line"` // counted from 1
	Start int             `json:"start"`
	End   int             `json:"end"`
	Text  string          `json:"text"`
	Marks []explainedMark `json:"marks,omitempty"`
	Found []finding       `json:"found,omitempty"`

	Seen   []seenSpan  `json:"seen,omitempty"`
	Tokens []seenToken `json:"tokens,omitempty"`
}

// explainedMark is a part of a line that is not running text.
type explainedMark struct {
	Kind   string `json:"kind"`
	Reason string `json:"reason"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Text   string `json:"text"`
}

// finding is what begins in a line: a person at the first mention, a statement, a meeting.
type finding struct {
	Type  string `json:"type"`
	ID    string `json:"id"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"` // the words of the article
	Says  string `json:"says"` // what they were taken for
	at    int    // byte
}

func explain(r *news.Record) *explanation {
	a := &r.Article
	e := &explanation{Path: a.Path, Name: a.Name, URL: a.URL, Title: a.Title, Source: a.Source, Published: a.Published,
		Language: a.Language}
	at := news.NewOffsets(a.Text)
	found := findings(r, at)
	marks := a.Marks
	number, from := 0, 0
	for text := range strings.Lines(a.Text) {
		number++
		whole := news.Span{Start: from, End: from + len(strings.TrimRight(text, "\r\n"))}
		from += len(text)
		l := explainedLine{Line: number, Start: at.Runes(whole.Start), End: at.Runes(whole.End), Text: whole.In(a.Text)}
		for len(marks) > 0 && marks[0].End <= whole.Start {
			marks = marks[1:]
		}
		for _, m := range marks {
			if m.Start >= whole.End {
				break
			}
			part := news.Span{Start: max(m.Start, whole.Start), End: min(m.End, whole.End)}
			if strings.TrimSpace(part.In(a.Text)) != "" {
				l.Marks = append(l.Marks, explainedMark{Kind: string(m.Kind), Reason: m.Reason, Start: at.Runes(part.Start),
					End: at.Runes(part.End), Text: part.In(a.Text)})
			}
		}
		for len(found) > 0 && found[0].at < from {
			l.Found = append(l.Found, found[0])
			found = found[1:]
		}
		if strings.TrimSpace(l.Text) != "" {
			e.Lines = append(e.Lines, l)
		}
	}
	return e
}

// findings returns what a record says, by place.
func findings(r *news.Record, at *news.Offsets) []finding {
	var found []finding
	add := func(kind, id, says string, s news.Span) {
		found = append(found, finding{Type: kind, ID: id, Start: at.Runes(s.Start), End: at.Runes(s.End),
			Text: s.In(r.Article.Text), Says: says, at: s.Start})
	}
	name := namer(r)
	for i := range r.People {
		p := &r.People[i]
		if len(p.Mentions) > 0 {
			says := strings.Join(append([]string{p.Name}, p.Titles...), ", ")
			if p.Represents != "" {
				says += " (" + p.Represents + ")"
			}
			add("person", p.ID, says, p.Mentions[0])
		}
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		if len(s.Content) > 0 {
			says := fmt.Sprintf("%s, %s", name(s.Speaker.Ref), s.Kind)
			if len(s.Addressees) > 0 {
				var to []string
				for _, a := range s.Addressees {
					to = append(to, name(a.Ref))
				}
				says += ", to " + strings.Join(to, " and ")
			}
			add("statement", s.ID, says, s.Content[0])
		}
	}
	for i := range r.Meetings {
		m := &r.Meetings[i]
		if len(m.Evidence) == 0 {
			continue
		}
		var parties []string
		for _, p := range m.Participants {
			parties = append(parties, name(p))
		}
		says := []string{fmt.Sprintf("%s, %s", m.Kind, m.Status), strings.Join(parties, " and "), m.Place, m.Country, m.Start}
		says = slices.DeleteFunc(says, func(s string) bool { return s == "" })
		add("meeting", m.ID, strings.Join(says, "; "), m.Evidence[0])
	}
	slices.SortStableFunc(found, func(x, y finding) int { return cmp.Compare(x.at, y.at) })
	return found
}

// namer returns how the record calls an actor.
func namer(r *news.Record) func(news.Ref) string {
	names := map[news.Ref]string{}
	for i := range r.People {
		names[news.Ref{Type: news.RefPerson, ID: r.People[i].ID}] = r.People[i].Name
	}
	for i := range r.Countries {
		names[news.Ref{Type: news.RefCountry, ID: r.Countries[i].Code}] = r.Countries[i].Name
	}
	for i := range r.Organizations {
		names[news.Ref{Type: news.RefOrganization, ID: r.Organizations[i].ID}] = r.Organizations[i].Name
	}
	return func(ref news.Ref) string {
		if ref.Type == news.RefUnnamed {
			return ref.Text
		}
		return names[news.Ref{Type: ref.Type, ID: ref.ID}]
	}
}

func (e *explanation) write(w io.Writer, format string, first bool) error {
	if format == formatJSON {
		line, err := jsonText(e)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(w, line)
		return err
	}
	_, err := io.WriteString(w, e.text(first))
	return err
}

// text draws the article for people: a column with what each line is, and the line.
func (e *explanation) text(first bool) string {
	const column = 26 // of a line's number and kind
	var b strings.Builder
	if !first {
		b.WriteString("\n")
	}
	row := func(label, text string) {
		pad := strings.Repeat(" ", max(1, column-utf8.RuneCountInString(label)))
		b.WriteString(printable(label+pad+"| "+text, "") + "\n")
	}
	fmt.Fprintf(&b, "%s\n", printable(e.Path, ""))
	for _, field := range [][2]string{{"title", e.Title}, {"publisher", e.Source}, {"published", e.Published},
		{"language", e.Language}, {"url", e.URL}} {
		if field[1] != "" {
			row("  "+field[0], field[1])
		}
	}
	b.WriteString("\n")
	for _, l := range e.Lines {
		label, whole := fmt.Sprintf("%4d ", l.Line), len(l.Marks) == 1 && strings.TrimSpace(l.Text) == strings.TrimSpace(l.Marks[0].Text)
		if whole {
			label += l.Marks[0].label()
		}
		row(label, strings.ReplaceAll(l.Text, "\t", " "))
		for _, m := range l.Marks {
			if !whole {
				row("       "+m.label(), "  “"+m.Text+"”")
			}
		}
		for _, f := range l.Found {
			row("       > "+f.Type, "  "+f.Says+f.quoted())
		}
		for _, r := range l.layerRows() {
			row(r[0], r[1])
		}
	}
	return b.String()
}

// label is why a part is no running text.
func (m *explainedMark) label() string {
	if m.Reason != "" {
		return m.Reason
	}
	return m.Kind
}

// quoted returns the words of a statement or the sentence of a meeting, shortened.
func (f *finding) quoted() string {
	const most = 70 // characters
	if f.Type == "person" {
		return ""
	}
	words := []rune(strings.Join(strings.Fields(f.Text), " "))
	if len(words) > most {
		words = append(words[:most-1], '…')
	}
	return ": “" + string(words) + "”"
}
