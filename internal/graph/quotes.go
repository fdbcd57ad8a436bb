package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Newspapers cut quotations. Two statements of which one has the words of the other stay two, since the key of each is what
// was said and by whom; the shorter one leads to the longest that it is a part of. Statements whose words are the same and
// whose speakers are not are rivals: one of the articles is wrong.
const (
	quoteWords = 8 // fewer words may be said twice by chance
	quoteDays  = 7 // and after more days again
)

// Quote is what tells whether a statement is a part of another one or its rival.
type Quote struct {
	Key         string
	Speaker     string // as Ref writes it
	Words       string // normalised
	First, Last string // the days on which it was first and last reported
}

// Quote returns what is compared of a statement. It is not ok where nothing is: words that nobody printed in quotation
// marks, a speaker without a name, too few words, no day.
func (s *Statement) Quote() (q Quote, ok bool) {
	if s.Kind != "direct" || s.Speaker == (Ref{}) || precision(s.FirstReported) != "day" || precision(s.LastReported) != "day" {
		return Quote{}, false
	}
	words := normalized(s.Text)
	if strings.Count(words, " ") < quoteWords-1 {
		return Quote{}, false
	}
	return Quote{s.Key, s.Speaker.String(), words, s.FirstReported, s.LastReported}, true
}

// NewQuote returns a stored quote; text is the statement's.
func NewQuote(key, speaker, text, first, last string) Quote {
	return Quote{key, speaker, normalized(text), first, last}
}

// WordsKey returns a key that rivals have in common.
func (q *Quote) WordsKey() string { return digest("words", q.Words) }

// Days returns the days between which another quote has to be reported to be near this one.
func (q *Quote) Days() (first, last string) {
	return date(dayNumber(q.First) - quoteDays), date(dayNumber(q.Last) + quoteDays)
}

// near reports whether some report of one and some report of the other may be a week apart.
func (q *Quote) near(o *Quote) bool {
	first, last := q.Days()
	return o.Last >= first && o.First <= last
}

// PartOf reports whether o has all words of q and more, said by the same speaker within a week.
func (q *Quote) PartOf(o *Quote) bool {
	return q.Speaker == o.Speaker && len(q.Words) < len(o.Words) && q.near(o) &&
		strings.Contains(" "+o.Words+" ", " "+q.Words+" ")
}

// Rival reports whether o has the same words by another speaker within a week.
func (q *Quote) Rival(o *Quote) bool {
	return q.Speaker != o.Speaker && q.Words == o.Words && q.near(o)
}

// Whole returns the longest of the quotes that q is a part of, of equally long ones the one with the smallest key, nil where
// there is none. The answer depends on the set alone.
func (q *Quote) Whole(others []*Quote) *Quote {
	var whole *Quote
	for _, o := range others {
		if q.PartOf(o) && (whole == nil || o.Longer(whole)) {
			whole = o
		}
	}
	return whole
}

// Longer reports whether q comes before o where both have the words of a third.
func (q *Quote) Longer(o *Quote) bool {
	return cmp.Or(len(o.Words)-len(q.Words), strings.Compare(q.Key, o.Key)) < 0
}

// Wholes returns by the key of each quote that is a part of another one the key of its whole, among all the quotes.
func Wholes(quotes []*Quote) map[string]string {
	bySpeaker := map[string][]*Quote{}
	for _, q := range quotes {
		bySpeaker[q.Speaker] = append(bySpeaker[q.Speaker], q)
	}
	wholes := map[string]string{}
	for _, list := range bySpeaker {
		slices.SortFunc(list, func(a, b *Quote) int { return strings.Compare(a.First, b.First) })
		latest := make([]string, len(list)) // the last day on which any quote up to here was reported
		for i, q := range list {
			latest[i] = q.Last
			if i > 0 {
				latest[i] = max(q.Last, latest[i-1])
			}
		}
		for _, q := range list {
			first, last := q.Days()
			end, _ := slices.BinarySearchFunc(list, last, func(o *Quote, day string) int {
				if o.First <= day {
					return -1
				}
				return 1
			})
			begin, _ := slices.BinarySearch(latest, first) // all before were last reported earlier
			if whole := q.Whole(list[begin:end]); whole != nil {
				wholes[q.Key] = whole.Key
			}
		}
	}
	return wholes
}

// Rivals returns the keys of the quotes that have a rival, among all the quotes.
func Rivals(quotes []*Quote) map[string]bool {
	byWords := map[string][]*Quote{}
	for _, q := range quotes {
		byWords[q.Words] = append(byWords[q.Words], q)
	}
	rivals := map[string]bool{}
	for _, list := range byWords {
		for _, q := range list {
			if slices.ContainsFunc(list, q.Rival) {
				rivals[q.Key] = true
			}
		}
	}
	return rivals
}
