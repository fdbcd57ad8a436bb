package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Newspapers cut quotations. Two statements of which one has the words of the other stay two, since the key of each is what
// was said and by whom; the shorter one leads to the longest that it is a part of. Statements whose words are the same and
// whose speakers cannot be one are rivals: one of the articles is wrong. The package's documentation says why.
const (
	quoteWords = 8 // fewer words may be said twice by chance
	quoteDays  = 7 // and after more days again
)

// Quote is what tells whether a statement is a part of another one or its rival.
type Quote struct {
	Key     string
	Speaker string // as Ref writes it
	Days    []string
	*Saying // never nil

	numbers []int // of the days
}

// Saying is what is compared of the words of a quotation. To find it takes longer than to compare it, so it goes with the text.
type Saying struct {
	Words string // normalised

	pieces []wording // what was said between what the newspaper left out or put in
	said   wording   // all pieces

	// as soon as they have been asked for
	prints   []string
	wordsKey string
}

func newSaying(text string, words []word) *Saying {
	s := &Saying{Words: joinFolded(words), pieces: pieces(text, words)}
	s.said = joinWordings(s.pieces)
	return s
}

// sayingOf returns what is compared of a text: what has been found of it, if that is known, else it is found now.
func sayingOf(text string, known *Saying) *Saying {
	if known != nil {
		return known
	}
	return newSaying(text, wordsOf(text))
}

// Quote returns what is compared of a statement. It is not ok where nothing is: words that nobody printed in quotation
// marks on a known day, a speaker without a name, too few words.
func (s *Statement) Quote() (q Quote, ok bool) {
	if len(s.Days) == 0 && !s.Quoted || s.Speaker == (Ref{}) {
		return Quote{}, false
	}
	q = newQuote(s.Key, s.Speaker.String(), sayingOf(s.Text, s.Said), s.Days)
	return q, q.said.words() >= quoteWords
}

// NewQuote returns a stored quote; text is the statement's, days are some on which articles quote it. What is no day, which
// no load stores, is left out.
func NewQuote(key, speaker, text string, days []string) Quote {
	days = slices.DeleteFunc(sortedSet(days), func(day string) bool { return precision(day) != "day" })
	return newQuote(key, speaker, sayingOf(text, nil), days)
}

func newQuote(key, speaker string, said *Saying, days []string) Quote {
	q := Quote{Key: key, Speaker: speaker, Saying: said}
	q.setDays(days)
	return q
}

func (q *Quote) setDays(days []string) {
	q.Days = days
	q.numbers = make([]int, 0, len(days))
	for _, day := range days {
		q.numbers = append(q.numbers, dayNumber(day))
	}
}

// AddDays adds days on which another form of the quote, with the same key, is quoted.
func (q *Quote) AddDays(o *Quote) { q.setDays(joinDays(q.Days, o.Days)) }

// WordsKey returns a key that rivals have in common. Should other words have the same, rivals are compared by their words still.
func (s *Saying) WordsKey() string {
	if s.wordsKey == "" {
		s.wordsKey = digest("words", s.Words)[:16]
	}
	return s.wordsKey
}

// searched returns by what the loader finds the reports of quotations that may be a part of another one or rivals: the day and a key
// of the words, besides the speaker. They are empty where the statement is no [Quote], whatever the form of the words.
func (r *StatementReport) searched() (day, words string) {
	if !r.quotes() {
		return "", ""
	}
	said := sayingOf(r.Text, r.Said)
	if strings.Count(said.Words, " ") < quoteWords-1 {
		return "", ""
	}
	return r.quotedOn(), said.WordsKey()
}

// quotes reports whether an article printed the words of somebody with a name in quotation marks on a known day.
func (r *StatementReport) quotes() bool { return r.quotedOn() != "" && r.Speaker != (Ref{}) }

// Window is the time from one day to another.
type Window struct{ First, Last string }

// QuoteWindows returns when other quotes have to be quoted to be near one that was quoted on days. They do not overlap.
func QuoteWindows(days []string) []Window {
	var list []Window
	last := 0 // day of the last one
	for _, day := range sortedSet(days) {
		n := dayNumber(day)
		if len(list) == 0 || n-quoteDays > last {
			list = append(list, Window{First: date(n - quoteDays)})
		}
		last = n + quoteDays
		list[len(list)-1].Last = date(last)
	}
	return list
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

// PartOf reports whether o has all words of q and more, said by the same speaker within a week. Where the newspaper left
// words out of q or put some in, the pieces between are in o in their order. Of two that have the same words, spelt or printed
// otherwise, one is a part of the other.
func (q *Quote) PartOf(o *Quote) bool {
	return q.Speaker == o.Speaker && q.shorter(o) && o.has(q.pieces) && q.near(o)
}

// has reports whether pieces are among the words in their order, and do not overlap.
func (q *Quote) has(pieces []wording) bool {
	at := 0
	for i := range pieces {
		end, ok := q.said.findCut(&pieces[i], at)
		if !ok {
			return false
		}
		at = end
	}
	return len(pieces) > 0
}

// shorter reports whether q has fewer words than o, or as many in more pieces, or in as many and the greater key.
func (q *Quote) shorter(o *Quote) bool {
	return cmp.Or(len(q.said.letters)-len(o.said.letters), len(o.pieces)-len(q.pieces), strings.Compare(o.Key, q.Key)) < 0
}

// Rival reports whether o has the same words within a week by a speaker who cannot be the one of q.
func (q *Quote) Rival(o *Quote) bool {
	return q.Words == o.Words && !mayBeOne(q.Speaker, o.Speaker) && q.near(o)
}

// mayBeOne reports whether two speakers contradict each other in nothing: they are one, one is a country or an organization
// and the other somebody who may speak for it, or one is told by no more than a surname.
func mayBeOne(a, b string) bool {
	kind, key, _ := strings.Cut(a, ":")
	otherKind, otherKey, _ := strings.Cut(b, ":")
	if a == b || kind != otherKind {
		return true
	}
	name, _, scoped := strings.Cut(key, "@")
	otherName, _, otherScoped := strings.Cut(otherKey, "@")
	return (scoped || otherScoped) && lastWord(name) == lastWord(otherName)
}

// lastWord returns the last word of a person's key, which may end in a number that tells namesakes apart.
func lastWord(key string) string {
	key = strings.TrimRight(key, "-0123456789")
	return key[strings.LastIndex(key, "-")+1:]
}

// Whole returns the longest of the quotes that q is a part of, nil where there is none. The answer depends on the set alone.
func (q *Quote) Whole(others []*Quote) *Quote {
	var whole *Quote
	for _, o := range others {
		if q.PartOf(o) && (whole == nil || o.Before(whole)) {
			whole = o
		}
	}
	return whole
}

// Before reports whether q goes before o where both have the words of a third.
func (q *Quote) Before(o *Quote) bool { return o.shorter(q) }

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
			first, last := date(q.numbers[0]-quoteDays), date(q.numbers[len(q.numbers)-1]+quoteDays)
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
