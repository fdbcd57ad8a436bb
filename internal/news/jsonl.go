package news

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Schema names the JSON form of a Record.
const Schema = "graphload/1"

// Encoder writes Records as JSON Lines.
type Encoder struct{ w io.Writer }

// NewEncoder returns an Encoder that writes to w, one write a record.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{w} }

// Encode writes one record and a line feed. The same record gives the same bytes.
func (e *Encoder) Encode(r *Record) error {
	var line bytes.Buffer
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(toJSON(r)); err != nil {
		return err
	}
	_, err := e.w.Write(line.Bytes())
	return err
}

// DecodeRecord reads a record from one JSON line and validates it. An error says which field breaks the form, and how.
func DecodeRecord(line []byte) (*Record, error) {
	var j jsonRecord
	if err := json.Unmarshal(line, &j); err != nil {
		return nil, jsonError(err)
	}
	if j.Schema != Schema {
		return nil, fmt.Errorf("schema is %q, expected %q", j.Schema, Schema)
	}
	r, err := fromJSON(&j)
	if err != nil {
		return nil, err
	}
	if err := r.Validate(); err != nil {
		return nil, err
	}
	return r, nil
}

func jsonError(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("not valid JSON at byte %d: %w", syntax.Offset, err)
	case errors.As(err, &kind):
		return fmt.Errorf("field %s is a %s, expected %s", kind.Field, kind.Value, kind.Type)
	}
	return err
}

// The JSON form. Offsets are code points here.

type jsonRecord struct {
	Schema        string             `json:"schema"`
	Article       jsonArticle        `json:"article"`
	People        []jsonPerson       `json:"people"`
	Countries     []jsonCountry      `json:"countries"`
	Organizations []jsonOrganization `json:"organizations"`
	Meetings      []jsonMeeting      `json:"meetings"`
	Statements    []jsonStatement    `json:"statements"`
	Attitudes     []jsonStatement    `json:"attitudes,omitzero"`
}

type jsonArticle struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Path      string `json:"path"`
	URL       string `json:"url"`
	Title     string `json:"title"`
	Source    string `json:"source"`
	Published string `json:"published"`
	Language  string `json:"language"`
	Text      string `json:"text"`
}

type jsonSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type jsonPerson struct {
	ID         string     `json:"id"`
	Name       string     `json:"name"`
	Aliases    []string   `json:"aliases"`
	Titles     []string   `json:"titles"`
	Represents string     `json:"represents"`
	Identity   string     `json:"identity,omitempty"`
	Mentions   []jsonSpan `json:"mentions"`
}

type jsonCountry struct {
	Code     string     `json:"code"`
	Name     string     `json:"name"`
	Mentions []jsonSpan `json:"mentions"`
}

type jsonOrganization struct {
	ID       string     `json:"id"`
	Name     string     `json:"name"`
	Mentions []jsonSpan `json:"mentions"`
}

type jsonRef struct {
	Type string `json:"type"`
	ID   string `json:"id,omitempty"`
	Text string `json:"text,omitempty"`
	Role string `json:"role,omitempty"`
}

type jsonMeeting struct {
	ID           string     `json:"id"`
	Kind         string     `json:"kind"`
	Status       string     `json:"status"`
	Participants []jsonRef  `json:"participants"`
	Place        string     `json:"place"`
	Country      string     `json:"country"`
	Start        string     `json:"start"`
	End          string     `json:"end"`
	DateText     string     `json:"date_text"`
	Evidence     []jsonSpan `json:"evidence"`
}

type jsonStatement struct {
	ID         string      `json:"id"`
	Kind       string      `json:"kind"`
	Date       string      `json:"date"`
	Cue        *jsonSpan   `json:"cue,omitempty"`
	Speaker    jsonActor   `json:"speaker"`
	Addressees []jsonActor `json:"addressees,omitempty"`
	Content    []jsonSpan  `json:"content"`
	About      []jsonRef   `json:"about"`
}

type jsonActor struct {
	Type  string `json:"type"`
	ID    string `json:"id,omitempty"`
	Start *int   `json:"start,omitempty"`
	End   *int   `json:"end,omitempty"`
	Text  string `json:"text,omitempty"`
}

func toJSON(r *Record) *jsonRecord {
	a := r.Article
	at := NewOffsets(a.Text)
	span := func(s Span) jsonSpan {
		return jsonSpan{Start: at.Runes(s.Start), End: at.Runes(s.End), Text: s.In(a.Text)}
	}
	spans := func(list []Span) []jsonSpan { return mapped(list, span) }
	refs := func(list []Ref) []jsonRef {
		return mapped(list, func(x Ref) jsonRef {
			return jsonRef{Type: string(x.Type), ID: x.ID, Text: x.Text, Role: x.Role}
		})
	}
	actor := func(x Actor) jsonActor {
		j := jsonActor{Type: string(x.Type), ID: x.ID, Text: x.Text}
		if x.Span.Len() > 0 {
			words := span(x.Span)
			j.Start, j.End = &words.Start, &words.End
			if x.Type != RefUnnamed || x.Text == "" { // else the words may be a pronoun, and the text says who
				j.Text = words.Text
			}
		}
		return j
	}
	statement := func(s Statement) jsonStatement {
		j := jsonStatement{ID: s.ID, Kind: string(s.Kind), Date: s.Date, Speaker: actor(s.Speaker), Addressees: mapped(s.Addressees, actor),
			Content: spans(s.Content), About: refs(s.About)}
		if s.Cue.Len() > 0 {
			cue := span(s.Cue)
			j.Cue = &cue
		}
		return j
	}
	return &jsonRecord{
		Schema: Schema,
		Article: jsonArticle{ID: a.ID, Name: a.Name, Path: a.Path, URL: a.URL, Title: a.Title, Source: a.Source,
			Published: a.Published, Language: a.Language, Text: a.Text},
		People: mapped(r.People, func(p Person) jsonPerson {
			return jsonPerson{ID: p.ID, Name: p.Name, Aliases: orEmpty(p.Aliases), Titles: orEmpty(p.Titles),
				Represents: p.Represents, Identity: p.Identity, Mentions: spans(p.Mentions)}
		}),
		Countries: mapped(r.Countries, func(c Country) jsonCountry {
			return jsonCountry{Code: c.Code, Name: c.Name, Mentions: spans(c.Mentions)}
		}),
		Organizations: mapped(r.Organizations, func(o Organization) jsonOrganization {
			return jsonOrganization{ID: o.ID, Name: o.Name, Mentions: spans(o.Mentions)}
		}),
		Meetings: mapped(r.Meetings, func(m Meeting) jsonMeeting {
			return jsonMeeting{ID: m.ID, Kind: string(m.Kind), Status: string(m.Status),
				Participants: refs(m.Participants), Place: m.Place, Country: m.Country, Start: m.Start, End: m.End,
				DateText: m.DateText, Evidence: spans(m.Evidence)}
		}),
		Statements: mapped(r.Statements, statement),
		Attitudes:  mappedOrNil(r.Attitudes, statement),
	}
}

// fromJSON translates offsets and checks that every span's text stands in the article at its offsets. The first fault
// is the error.
func fromJSON(j *jsonRecord) (*Record, error) {
	a := j.Article
	at := NewOffsets(a.Text)
	var fault error
	span := func(what string) func(jsonSpan) Span {
		return func(s jsonSpan) Span {
			start, okStart := at.Bytes(s.Start)
			end, okEnd := at.Bytes(s.End)
			switch {
			case fault != nil:
			case !okStart || !okEnd || start >= end:
				fault = fmt.Errorf("%s: [%d, %d) is no span of article.text", what, s.Start, s.End)
			case a.Text[start:end] != s.Text:
				fault = fmt.Errorf("%s: article.text[%d:%d] is %q, not %q", what, s.Start, s.End,
					clip(a.Text[start:end]), clip(s.Text))
			}
			return Span{start, end}
		}
	}
	refs := func(list []jsonRef) []Ref {
		return mapped(list, func(x jsonRef) Ref {
			return Ref{Type: RefType(x.Type), ID: x.ID, Text: x.Text, Role: x.Role}
		})
	}
	actor := func(what string, j jsonActor) Actor {
		x := Actor{Ref: Ref{Type: RefType(j.Type), ID: j.ID}}
		if j.Start != nil && j.End != nil {
			words := jsonSpan{*j.Start, *j.End, j.Text}
			start, ok := at.Bytes(words.Start)
			if end, okEnd := at.Bytes(words.End); ok && okEnd && start < end && x.Type == RefUnnamed && strings.Contains(a.Text, j.Text) {
				words.Text = a.Text[start:end] // "they", for those whom the text names elsewhere
			}
			x.Span = span(what)(words)
		}
		if x.Type == RefUnnamed {
			x.Text = j.Text
		}
		return x
	}
	statement := func(s jsonStatement) Statement {
		x := Statement{ID: s.ID, Kind: StatementKind(s.Kind), Date: s.Date, About: refs(s.About),
			Content: mapped(s.Content, span("content of statement "+s.ID)), Speaker: actor("speaker of statement "+s.ID, s.Speaker)}
		for _, j := range s.Addressees {
			x.Addressees = append(x.Addressees, actor("addressee of statement "+s.ID, j))
		}
		if s.Cue != nil {
			x.Cue = span("cue of statement " + s.ID)(*s.Cue)
		}
		return x
	}
	r := &Record{
		Article: Article{ID: a.ID, Name: a.Name, Path: a.Path, URL: a.URL, Title: a.Title, Source: a.Source,
			Published: a.Published, Language: a.Language, Text: a.Text},
		People: mapped(j.People, func(p jsonPerson) Person {
			return Person{ID: p.ID, Name: p.Name, Aliases: p.Aliases, Titles: p.Titles, Represents: p.Represents, Identity: p.Identity,
				Mentions: mapped(p.Mentions, span("mention of person "+p.ID))}
		}),
		Countries: mapped(j.Countries, func(c jsonCountry) Country {
			return Country{Code: c.Code, Name: c.Name, Mentions: mapped(c.Mentions, span("mention of country "+c.Code))}
		}),
		Organizations: mapped(j.Organizations, func(o jsonOrganization) Organization {
			return Organization{ID: o.ID, Name: o.Name,
				Mentions: mapped(o.Mentions, span("mention of organization "+o.ID))}
		}),
		Meetings: mapped(j.Meetings, func(m jsonMeeting) Meeting {
			return Meeting{ID: m.ID, Kind: MeetingKind(m.Kind), Status: MeetingStatus(m.Status),
				Participants: refs(m.Participants), Place: m.Place, Country: m.Country, Start: m.Start, End: m.End,
				DateText: m.DateText, Evidence: mapped(m.Evidence, span("evidence of meeting "+m.ID))}
		}),
		Statements: mapped(j.Statements, statement),
		Attitudes:  mappedOrNil(j.Attitudes, statement),
	}
	if fault != nil {
		return nil, fault
	}
	return r, nil
}

// mapped applies f to every element. It never returns nil, so that the JSON form has [] and no null.
func mapped[A, B any](list []A, f func(A) B) []B {
	out := make([]B, 0, len(list))
	for _, x := range list {
		out = append(out, f(x))
	}
	return out
}

// mappedOrNil is mapped for a list that may not be there.
func mappedOrNil[A, B any](list []A, f func(A) B) []B {
	if list == nil {
		return nil
	}
	return mapped(list, f)
}

func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// clip shortens a text for an error message.
func clip(s string) string {
	const most = 40
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
