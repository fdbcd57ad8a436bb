package news

import (
	"fmt"
	"regexp"
	"slices"
	"time"
	"unicode/utf8"
)

var countryCode = regexp.MustCompile(`^[A-Z]{2}$`)

// Validate checks what every later stage relies on: valid UTF-8, spans that lie in the text, ids that are present and
// unique, references that lead to an actor of the record, known kinds and statuses, and ISO 8601 dates. The error names
// the first fault.
func (r *Record) Validate() error {
	v := validator{text: r.Article.Text, actors: map[Ref]bool{}}
	v.article(&r.Article)
	for _, p := range r.People {
		v.actor(RefPerson, p.ID)
		v.check(p.Name != "", "person %s has no name", p.ID)
		v.check(p.Represents == "" || countryCode.MatchString(p.Represents),
			"person %s represents %q, expected an ISO 3166-1 alpha-2 code", p.ID, p.Represents)
		v.spans("mention of person ", p.ID, p.Mentions)
	}
	for _, c := range r.Countries {
		v.actor(RefCountry, c.Code)
		v.check(countryCode.MatchString(c.Code), "country code %q, expected ISO 3166-1 alpha-2", c.Code)
		v.spans("mention of country ", c.Code, c.Mentions)
	}
	for _, o := range r.Organizations {
		v.actor(RefOrganization, o.ID)
		v.check(o.Name != "", "organization %s has no name", o.ID)
		v.spans("mention of organization ", o.ID, o.Mentions)
	}
	for i := range r.Meetings {
		v.meeting(&r.Meetings[i])
	}
	for i := range r.Statements {
		v.statement(&r.Statements[i], KindDirect, KindIndirect, KindMixed)
	}
	for i := range r.Attitudes {
		v.statement(&r.Attitudes[i], KindJudgement, KindIntention, KindThought, KindTopic)
	}
	return v.fault
}

type validator struct {
	text   string
	actors map[Ref]bool // the actors of the record, by type and id
	fault  error
}

func (v *validator) check(ok bool, format string, args ...any) {
	if !ok {
		v.fail(format, args...)
	}
}

// fail is check for what is asked of every span and reference: what a fault needs to be told is not put together without one.
func (v *validator) fail(format string, args ...any) {
	if v.fault == nil {
		v.fault = fmt.Errorf(format, args...)
	}
}

func (v *validator) article(a *Article) {
	v.check(a.ID != "", "article.id is empty")
	v.check(a.Name != "", "article.name is empty")
	v.check(utf8.ValidString(a.Text), "article.text is not valid UTF-8")
	v.check(ValidDate(a.Published), "article.published is %q, expected an ISO 8601 date", a.Published)
}

func (v *validator) actor(kind RefType, id string) {
	ref := Ref{Type: kind, ID: id}
	switch {
	case id == "":
		v.fail("a %s has no id", kind)
	case v.actors[ref]:
		v.fail("%s %s occurs twice", kind, id)
	}
	v.actors[ref] = true
}

// spans checks those of what the two words name.
func (v *validator) spans(what, id string, list []Span) {
	for _, s := range list {
		if !s.fits(v.text) {
			v.fail("%s%s: [%d, %d) is no span of the text", what, id, s.Start, s.End)
		}
	}
}

// ref checks who or what has a part in what the two words name.
func (v *validator) ref(what, id string, x Ref) {
	switch x.Type {
	case RefUnnamed:
		switch {
		case x.ID != "":
			v.fail("%s%s: an unnamed actor has no id, got %q", what, id, x.ID)
		case x.Text == "":
			v.fail("%s%s: an unnamed actor has no text", what, id)
		}
	case RefPerson, RefCountry, RefOrganization, RefMeeting:
		if !v.actors[Ref{Type: x.Type, ID: x.ID}] {
			v.fail("%s%s: %s %q is not in the record", what, id, x.Type, x.ID)
		}
	default:
		v.fail("%s%s: type is %q, expected person, country, organization or unnamed", what, id, x.Type)
	}
}

func (v *validator) meeting(m *Meeting) {
	v.actor(RefMeeting, m.ID)
	switch m.Kind {
	case KindSummit, KindMeeting, KindTalks, KindCall, KindVisit, KindConference:
	default:
		v.check(false, "meeting %s: unknown kind %q", m.ID, m.Kind)
	}
	switch m.Status {
	case StatusHeld, StatusOngoing, StatusPlanned, StatusProposed, StatusCancelled, StatusPostponed:
	default:
		v.check(false, "meeting %s: unknown status %q", m.ID, m.Status)
	}
	for _, p := range m.Participants {
		v.check(p.Type != RefMeeting, "meeting %s: a meeting takes no part in a meeting", m.ID)
		v.ref("participant of meeting ", m.ID, p)
	}
	v.check(m.Country == "" || countryCode.MatchString(m.Country),
		"meeting %s: country is %q, expected an ISO 3166-1 alpha-2 code", m.ID, m.Country)
	v.check(ValidDate(m.Start), "meeting %s: start is %q, expected an ISO 8601 date", m.ID, m.Start)
	v.check(ValidDate(m.End), "meeting %s: end is %q, expected an ISO 8601 date", m.ID, m.End)
	v.check(len(m.Evidence) > 0, "meeting %s has no evidence", m.ID)
	v.spans("evidence of meeting ", m.ID, m.Evidence)
}

func (v *validator) statement(s *Statement, kinds ...StatementKind) {
	v.actor("statement", s.ID)
	v.check(slices.Contains(kinds, s.Kind), "statement %s: unknown kind %q", s.ID, s.Kind)
	v.check(ValidDate(s.Date), "statement %s: date is %q, expected an ISO 8601 date", s.ID, s.Date)
	v.check(s.Speaker.Type != RefMeeting, "statement %s: a meeting does not speak", s.ID)
	v.ref("speaker of statement ", s.ID, s.Speaker.Ref)
	v.check(len(s.Content) > 0, "statement %s has no content", s.ID)
	v.spans("content of statement ", s.ID, s.Content)
	for _, x := range []Span{s.Cue, s.Speaker.Span} {
		if x != (Span{}) {
			v.spans("statement ", s.ID, []Span{x})
		}
	}
	for _, x := range s.About {
		v.ref("topic of statement ", s.ID, x)
	}
	for _, x := range s.Addressees {
		v.check(x.Type != RefMeeting, "statement %s: nothing is said to a meeting", s.ID)
		v.ref("addressee of statement ", s.ID, x.Ref)
		v.spans("addressee of statement ", s.ID, []Span{x.Span})
	}
}

// ValidDate reports whether s is empty or an ISO 8601 calendar date as exact as a year, a month or a day.
func ValidDate(s string) bool {
	layout := "2006-01-02"
	switch len(s) {
	case 0:
		return true
	case len("2006"), len("2006-01"), len("2006-01-02"):
		layout = layout[:len(s)]
	default:
		return false
	}
	_, err := time.Parse(layout, s)
	return err == nil
}
