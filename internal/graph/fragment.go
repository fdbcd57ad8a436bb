package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
)

// Label is the label of a node that articles share.
type Label string

// The labels, in the order in which nodes are locked and written.
const (
	Person       Label = "Person"
	Country      Label = "Country"
	Organization Label = "Organization"
	Place        Label = "Place"
	// MeetingReport is no label: it marks a topic that is a report of a meeting in the same article.
	MeetingReport Label = "Report"
)

// Labels returns the labels of the nodes that articles share, in the order in which they are locked and written.
func Labels() []Label { return []Label{Person, Country, Organization, Place} }

// KeyProperty returns the property that identifies a node.
func (l Label) KeyProperty() string {
	if l == Country {
		return "code"
	}
	return "id"
}

// Ref points to a node by its label and key.
type Ref struct {
	Label Label
	Key   string
}

// String returns the form of a Ref on a relationship, "person:ada-lind" or "country:HU".
func (r Ref) String() string {
	switch r.Label { // most of them without another text in between
	case Person:
		return "person:" + r.Key
	case Country:
		return "country:" + r.Key
	}
	return strings.ToLower(string(r.Label)) + ":" + r.Key
}

// ParseRef reads what String wrote.
func ParseRef(s string) (Ref, error) {
	kind, key, ok := strings.Cut(s, ":")
	if ok {
		for _, l := range append(Labels(), MeetingReport) {
			if strings.EqualFold(string(l), kind) {
				return Ref{l, key}, nil
			}
		}
	}
	return Ref{}, fmt.Errorf("%q is no reference to a person, country, organization, place or report", s)
}

// Compare orders references by label and key.
func (r Ref) Compare(o Ref) int {
	if c := strings.Compare(string(r.Label), string(o.Label)); c != 0 {
		return c
	}
	return strings.Compare(r.Key, o.Key)
}

// Fragment is one article's share of the graph: evidence, sorted by key.
type Fragment struct {
	Article    Article
	Mentions   []Mention
	Statements []StatementReport
	Meetings   []Report
}

// Article is the node of an article.
type Article struct {
	ID        string
	Name      string
	URL       string
	Title     string
	Source    string
	Published string
	Language  string
	Text      string
	TextHash  string
	Sketch    string // of the text, empty where it is short

	// ReadHash is the [news.Article.ReadHash] of the article as it was read, empty where a record was read. It is no
	// part of the content: it only tells, before extraction, that this would bring nothing new.
	ReadHash string `json:"-"`
}

// Spans are half-open ranges of code points into the article's text.
type Spans struct{ Starts, Ends []int }

// Mention is the evidence that an article speaks of a person, a country, an organization or a place.
type Mention struct {
	Target     Ref
	Key        string   // the name as resolved in the article: the record's own id
	Name       string   // the fullest name in the article
	Forms      []string // the words that name it, sorted, each once
	Aliases    []string // of a person: other forms of the name, sorted
	Titles     []string // of a person, in order of appearance
	Represents string   // of a person: code of a country
	Rule       string   // of a person: see [PersonRule]
	Reason     string   // of a person: an analyst's, where one decided
	Spans      Spans
}

// StatementReport is the evidence that an article reports a statement.
type StatementReport struct {
	Key         string // of the Statement
	Speaker     Ref    // zero for an unnamed speaker
	SpeakerText string // the words that name the speaker
	Kind        string
	Cue         string
	Text        string // the words said, the parts joined by a space
	Date        string
	Rule        string // the form in which it stands: see statementRule
	About       []Ref  // sorted
	Spans       Spans  // of the content
	Published   string // of the article

	Addressees []Addressee `json:",omitempty"` // sorted; without any, the hash is as it was before there were such

	Said *Saying `json:"-"` // of the text, where it has been found and is compared
}

// Addressee is whom an article names as one to whom a statement was said.
type Addressee struct {
	Ref         // zero for one without a name
	Text string // the words that name the addressee; of one without a name who it is, where the words are a pronoun
}

// Participant is who took part in a meeting, with what the article says of the part and the person.
type Participant struct {
	Ref
	Role       string // host, guest, mediator or empty
	Represents string // of a person: code of a country
}

// Report is the evidence that an article reports a meeting.
type Report struct {
	Key          string // unique among all reports
	Article      string // key of the article
	AsOf         string // date of the article
	Kind         string
	Status       string
	Participants []Participant // sorted
	Unnamed      []string      // participants without a name, sorted
	Place        string
	Country      string
	Start, End   string
	DateText     string
	Rule         string // what is known of the parties: see reportRule
	Spans        Spans  // of the evidence
}

// PlaceKey returns the key of the report's Place, "" where it names none.
func (r *Report) PlaceKey() string { return placeKey(r.Place, r.Country) }

// evidenceForm is part of every hash. Another one makes all stored articles count as changed, so that the next load of each
// writes it anew: for evidence that holds more than it did. Where only more is derived from it, [Version] is what changes.
const evidenceForm = "2"

// Hash returns a SHA-256 of all that the fragment holds, as hexadecimal digits. It tells whether an article has to be
// loaded again: also a better extractor's new answer for the same text does.
func (f *Fragment) Hash() (string, error) {
	h := sha256.New()
	h.Write([]byte(evidenceForm))
	if err := json.NewEncoder(h).Encode(f); err != nil {
		return "", fmt.Errorf("hash article %s: %w", f.Article.ID, err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Refs returns every shared node that the fragment needs, sorted, each once.
func (f *Fragment) Refs() []Ref {
	var refs []Ref
	country := func(code string) {
		if code != "" {
			refs = append(refs, Ref{Country, code})
		}
	}
	for i := range f.Mentions {
		refs = append(refs, f.Mentions[i].Target)
		country(f.Mentions[i].Represents)
	}
	for i := range f.Statements {
		s := &f.Statements[i]
		if s.Speaker != (Ref{}) {
			refs = append(refs, s.Speaker)
		}
		for _, about := range s.About {
			if about.Label != MeetingReport {
				refs = append(refs, about)
			}
		}
		refs = append(refs, saidTo(s.Addressees)...)
	}
	for i := range f.Meetings {
		m := &f.Meetings[i]
		for _, p := range m.Participants {
			refs = append(refs, p.Ref)
		}
		country(m.Country)
	}
	return sortRefs(refs)
}
