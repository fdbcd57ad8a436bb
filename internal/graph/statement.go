package graph

import "slices"

// Statement is what all reports of a statement say together.
type Statement struct {
	Key           string
	Speaker       Ref // zero for an unnamed speaker
	SpeakerText   string
	Text          string
	Kind          string
	Date          string
	FirstReported string
	LastReported  string
	Days          []string // on which articles printed the words in quotation marks, sorted; of a stored one, those that came
	Quoted        bool     // a stored one has such days
	Reports       int
	About         []Ref   // sorted; topics that are reports of meetings stay reports here
	SaidTo        []Ref   // the addressees that have a name, sorted
	Said          *Saying // of the text, where it has been found
}

// DeriveStatement computes a statement from all its reports, in any order. There must be at least one.
func DeriveStatement(reports []StatementReport) Statement {
	s := reports[0].statement()
	for i := range reports[1:] {
		s = s.Join(reports[1+i].statement())
	}
	return s
}

// statement returns what one report says.
func (r *StatementReport) statement() Statement {
	s := Statement{Key: r.Key, Speaker: r.Speaker, Text: r.Text, Kind: r.Kind, Date: r.Date,
		FirstReported: r.Published, LastReported: r.Published, Reports: 1, About: r.About, SaidTo: saidTo(r.Addressees), Said: r.Said}
	if r.Speaker == (Ref{}) {
		s.SpeakerText = r.SpeakerText
	}
	if day := r.quotedOn(); day != "" {
		s.Days = []string{day}
	}
	return s
}

// quotedOn returns the day on which an article printed the words in quotation marks, "" where it did not or nobody knows the day.
func (r *StatementReport) quotedOn() string {
	if r.Kind != "direct" || precision(r.Published) != "day" {
		return ""
	}
	return r.Published
}

// Join returns what the reports of both say together; they are of one statement. The order does not matter, except
// that Reports counts.
//
// The text is the better one to show. The kind is the most literal one: who printed the words without quotation marks
// proves nothing against those who quoted them. The date is the most exact one, of those the first.
func (s Statement) Join(o Statement) Statement {
	j := s
	j.SpeakerText, j.Text = better(s.SpeakerText, o.SpeakerText), better(s.Text, o.Text)
	if j.Text != s.Text || j.Said == nil && j.Text == o.Text {
		j.Said = o.Said
	}
	if kindRank(o.Kind) < kindRank(s.Kind) {
		j.Kind = o.Kind
	}
	if len(o.Date) > len(s.Date) || len(o.Date) == len(s.Date) && o.Date < s.Date {
		j.Date = o.Date
	}
	j.FirstReported, j.LastReported = firstDate(s.FirstReported, o.FirstReported), max(s.LastReported, o.LastReported)
	j.Days, j.Quoted = joinDays(s.Days, o.Days), s.Quoted || o.Quoted
	j.Reports = s.Reports + o.Reports
	j.About, j.SaidTo = joinRefs(s.About, o.About), joinRefs(s.SaidTo, o.SaidTo)
	return j
}

// joinDays returns the days of both.
func joinDays(a, b []string) []string {
	if len(a) == 0 || slices.Equal(a, b) {
		return b
	}
	if len(b) == 0 {
		return a
	}
	return sortedSet(slices.Concat(a, b))
}

// kindRank orders the kinds of statements from the most literal one.
func kindRank(kind string) int {
	switch kind {
	case "direct":
		return 0
	case "mixed":
		return 1
	default:
		return 2
	}
}
