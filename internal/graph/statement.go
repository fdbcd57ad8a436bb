package graph

import (
	"cmp"
	"maps"
	"slices"
	"unicode/utf8"
)

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
	Reports       int
	About         []Ref // sorted; topics that are reports of meetings stay reports here
}

// DeriveStatement computes a statement from all its reports, in any order. There must be at least one.
//
// The text is the one printed most often, the kind the most literal one (who printed the words without quotation marks
// proves nothing against those who quoted them), the date the most exact one.
func DeriveStatement(reports []StatementReport) Statement {
	s := Statement{Key: reports[0].Key, Speaker: reports[0].Speaker, Reports: len(reports), Kind: reports[0].Kind}
	texts, dates, speakers := map[string]int{}, map[string]int{}, map[string]int{}
	for i := range reports {
		r := &reports[i]
		texts[r.Text]++
		dates[r.Date]++
		if r.Speaker == (Ref{}) && r.SpeakerText != "" {
			speakers[r.SpeakerText]++
		}
		if kindRank(r.Kind) < kindRank(s.Kind) {
			s.Kind = r.Kind
		}
		s.FirstReported = firstDate(s.FirstReported, r.Published)
		s.LastReported = max(s.LastReported, r.Published)
		s.About = append(s.About, r.About...)
	}
	s.About = sortRefs(s.About)
	s.Text = mostOften(texts)
	s.Date = mostExact(dates)
	s.SpeakerText = mostOften(speakers)
	return s
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

// mostOften returns the string with the highest count, of those the longest, of those the first by bytes, or "".
func mostOften(counts map[string]int) string {
	return best(counts, func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], utf8.RuneCountInString(b)-utf8.RuneCountInString(a), cmp.Compare(a, b))
	})
}

// mostExact returns the date of the finest precision, of those the one given most often, of those the first.
func mostExact(counts map[string]int) string {
	return best(counts, func(a, b string) int {
		return cmp.Or(len(b)-len(a), counts[b]-counts[a], cmp.Compare(a, b))
	})
}

func best(counts map[string]int, order func(a, b string) int) string {
	if len(counts) == 0 {
		return ""
	}
	return slices.MinFunc(slices.Collect(maps.Keys(counts)), order)
}
