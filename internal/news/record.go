package news

// Record is what one article says: the answer of extraction and the input of the graph.
type Record struct {
	Article       Article
	People        []Person
	Countries     []Country
	Organizations []Organization
	Meetings      []Meeting
	Statements    []Statement

	// Attitudes are what the article attributes to somebody without telling of anything said, in the form of statements. Nil where nobody
	// asked for them.
	Attitudes []Statement
}

// Person is a human being whom the article names.
type Person struct {
	// ID is the name as a slug ("ada-lind"); where office and country lead from a bare surname to one office
	// holder it is the slug of that person's full name.
	ID         string
	Name       string   // the fullest name that the text gives
	Aliases    []string // other forms of the name in the text, sorted
	Titles     []string // offices and roles that the text gives, without the country, in order of appearance
	Represents string   // ISO 3166-1 alpha-2 code of the country that the person acts for, or empty
	Mentions   []Span   // in order

	// Identity is the reason of an analyst who decided who this is, and so the id; empty where the rules did.
	Identity string
}

// Country is a state or territory to which the article refers.
type Country struct {
	Code     string // ISO 3166-1 alpha-2, XK for Kosovo
	Name     string // common English name
	Mentions []Span // in order: the name, a demonym, a capital or seat of power that stands for the government
}

// Organization is a body that the article names and that is no state.
type Organization struct {
	ID       string // the name as a slug
	Name     string
	Mentions []Span // in order
}

// RefType says which kind of actor a Ref points to.
type RefType string

// The kinds of actors.
const (
	RefPerson       RefType = "person"
	RefCountry      RefType = "country"
	RefOrganization RefType = "organization"
	RefUnnamed      RefType = "unnamed"
	RefMeeting      RefType = "meeting" // only as what a statement is about
)

// Ref points from a statement or a meeting to an actor of the same record.
type Ref struct {
	Type RefType
	ID   string // empty for RefUnnamed
	Text string // the words that say who, only for RefUnnamed
	Role string // "host", "guest" or "mediator" of a meeting where the text says so, else empty
}

// MeetingKind is the article's own word for a meeting, or the best fit.
type MeetingKind string

// The kinds of meetings.
const (
	KindSummit     MeetingKind = "summit"
	KindMeeting    MeetingKind = "meeting"
	KindTalks      MeetingKind = "talks"
	KindCall       MeetingKind = "call"
	KindVisit      MeetingKind = "visit"
	KindConference MeetingKind = "conference"
)

// MeetingStatus says what had become of a meeting as of the article's date.
type MeetingStatus string

// The statuses of meetings.
const (
	StatusHeld      MeetingStatus = "held"
	StatusOngoing   MeetingStatus = "ongoing"
	StatusPlanned   MeetingStatus = "planned"
	StatusProposed  MeetingStatus = "proposed"
	StatusCancelled MeetingStatus = "cancelled"
	StatusPostponed MeetingStatus = "postponed"
)

// Meeting is one occasion on which parties met, talked, or are or were to meet.
type Meeting struct {
	ID           string // unique in the record and made of its content
	Kind         MeetingKind
	Status       MeetingStatus
	Participants []Ref
	Place        string // city, venue or region as in the text, or empty
	Country      string // ISO 3166-1 alpha-2 code of the place, or empty
	Start, End   string // ISO 8601, as exact as certain: 2025-10-30, 2025-10, 2025 or empty
	DateText     string // the words that give the date
	Evidence     []Span // sentences, in order
}

// StatementKind says how a statement stands in the text.
type StatementKind string

// The kinds of statements.
const (
	KindDirect   StatementKind = "direct"   // in quotation marks, or a turn of an interview
	KindIndirect StatementKind = "indirect" // without quotation marks
	KindMixed    StatementKind = "mixed"    // indirect speech that quotes some of its words
)

// The kinds of attitudes.
const (
	KindJudgement StatementKind = "judgement" // for or against something: "praised the deal", "opponents of the deal"
	KindIntention StatementKind = "intention" // to do something or not to: "plans to sell", "refused to sign"
	KindThought   StatementKind = "thought"   // held, feared or felt: "doubts the figures"
	KindTopic     StatementKind = "topic"     // spoken of, nothing is told of what was said: "discussed the deal"
)

// Statement is what a speaker or writer is reported to have said, or an attitude that somebody is reported to have.
type Statement struct {
	ID      string // unique in the record and made of its content
	Kind    StatementKind
	Date    string // the day it was said, ISO 8601, as exact as certain, or empty
	Cue     Span   // the reporting words; empty where there are none
	Speaker Actor
	Content []Span // in order
	About   []Ref  // sorted

	// Addressees are those to whom it was said, as far as the text names them, in its order: "told reporters", "in a letter to the board".
	Addressees []Actor
}

// Actor is who speaks or is spoken to.
type Actor struct {
	Ref
	Span Span // the words in the text that name the actor; empty where none do
}
