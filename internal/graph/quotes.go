package graph

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// Newspapers cut quotations. Two statements of which one has the words of the other stay two, since the key of each is what
// was said and by whom; the shorter one leads to the longest that it is a part of. Statements whose words are the same and
// whose speakers are not are rivals: one of the articles is wrong. The package's documentation says why.
const (
	quoteWords = 8 // fewer words may be said twice by chance
	quoteDays  = 7 // and after more days again
)

// Quote is what tells whether a statement is a part of another one or its rival.
type Quote struct {
	Key     string
	Speaker string // as Ref writes it
	Words   string // normalised
	Days    []string

	numbers []int    // of the days
	within  string   // the words, where whole words are looked for
	pieces  []string // the words between the marks of what was left out, to be looked for
}

// Quote returns what is compared of a statement. It is not ok where nothing is: words that nobody printed in quotation
// marks on a known day, a speaker without a name, too few words.
func (s *Statement) Quote() (q Quote, ok bool) {
	if len(s.Days) == 0 || s.Speaker == (Ref{}) {
		return Quote{}, false
	}
	words := normalized(s.Text)
	if strings.Count(words, " ") < quoteWords-1 {
		return Quote{}, false
	}
	return newQuote(s.Key, s.Speaker.String(), s.Text, words, s.Days), true
}

// NewQuote returns a stored quote; text is the statement's, days are those of [Statement.Days]. What is no day, which no
// load stores, is left out.
func NewQuote(key, speaker, text string, days []string) Quote {
	days = slices.DeleteFunc(slices.Clone(days), func(day string) bool { return precision(day) != "day" })
	return newQuote(key, speaker, text, normalized(text), days)
}

func newQuote(key, speaker, text, words string, days []string) Quote {
	q := Quote{Key: key, Speaker: speaker, Words: words, Days: days, within: " " + words + " "}
	for _, day := range days {
		q.numbers = append(q.numbers, dayNumber(day))
	}
	for _, piece := range leftOut.Split(text, -1) {
		if piece = normalized(piece); piece != "" {
			q.pieces = append(q.pieces, " "+piece+" ")
		}
	}
	return q
}

// leftOut is how newspapers mark that they left out words.
var leftOut = regexp.MustCompile(`[\[(]?\s*(?:…|\.\s?\.\s?\.)[\s.…]*[\])]?`)

// WordsKey returns a key that rivals have in common.
func (q *Quote) WordsKey() string { return digest("words", q.Words) }

// Window returns the days between which another quote has to be reported to be near this one.
func (q *Quote) Window() (first, last string) {
	if len(q.numbers) == 0 {
		return "", ""
	}
	return date(q.numbers[0] - quoteDays), date(q.numbers[len(q.numbers)-1] + quoteDays)
}

// near reports whether an article that quotes the one and an article that quotes the other are at most a week apart. What
// is said again and again over months is not near to all that is said between the first time and the last.
func (q *Quote) near(o *Quote) bool {
	for i, k := 0, 0; i < len(q.numbers) && k < len(o.numbers); {
		switch apart := q.numbers[i] - o.numbers[k]; {
		case apart < -quoteDays:
			i++
		case apart > quoteDays:
			k++
		default:
			return true
		}
	}
	return false
}

// PartOf reports whether o has all words of q and more, said by the same speaker within a week. Where q says that it left
// words out, its pieces are in o in their order.
func (q *Quote) PartOf(o *Quote) bool {
	return q.Speaker == o.Speaker && len(q.Words) < len(o.Words) && o.has(q.pieces) && q.near(o)
}

// has reports whether pieces are among the words in their order, and do not overlap.
func (q *Quote) has(pieces []string) bool {
	rest := q.within
	for _, piece := range pieces {
		i := strings.Index(rest, piece)
		if i < 0 {
			return false
		}
		rest = rest[i+len(piece)-1:]
	}
	return true
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

// Wholes returns by the key of each quote that is a part of another one the key of its whole, among all the quotes, each of
// which has a day.
func Wholes(quotes []*Quote) map[string]string {
	bySpeaker := map[string][]*Quote{}
	for _, q := range quotes {
		bySpeaker[q.Speaker] = append(bySpeaker[q.Speaker], q)
	}
	wholes := map[string]string{}
	for _, list := range bySpeaker {
		slices.SortFunc(list, func(a, b *Quote) int { return strings.Compare(a.Days[0], b.Days[0]) })
		latest := make([]string, len(list)) // the last day on which any quote up to here was reported
		for i, q := range list {
			latest[i] = q.Days[len(q.Days)-1]
			if i > 0 {
				latest[i] = max(latest[i], latest[i-1])
			}
		}
		for _, q := range list {
			first, last := q.Window()
			end, _ := slices.BinarySearchFunc(list, last, func(o *Quote, day string) int {
				if o.Days[0] <= day {
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
