package graph

import (
	"slices"
	"strings"

	"graphload/internal/news"
)

// Restored returns a fragment that was read back from a graph in the form in which FromRecord made it, so that its Hash is
// the one that it had when nothing was lost or altered.
func (f *Fragment) Restored() *Fragment {
	r := &Fragment{Article: f.Article, Mentions: slices.Clone(f.Mentions), Statements: slices.Clone(f.Statements),
		Meetings: slices.Clone(f.Meetings)}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		m.Forms, m.Spans = orEmpty(m.Forms), m.Spans.orEmpty()
		m.Aliases, m.Titles = orEmpty(m.Aliases), orEmpty(m.Titles)
		if m.Target.Label != Person {
			m.Aliases, m.Titles = nil, nil
		}
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		s.Spans = s.Spans.orEmpty()
		if len(s.About) == 0 {
			s.About = nil
		}
		if len(s.Addressees) == 0 {
			s.Addressees = nil
		}
	}
	for i := range r.Meetings {
		m := &r.Meetings[i]
		m.Spans, m.Unnamed = m.Spans.orEmpty(), orEmpty(m.Unnamed)
		if len(m.Participants) == 0 {
			m.Participants = nil
		}
	}
	slices.SortFunc(r.Mentions, func(x, y Mention) int { return x.Target.Compare(y.Target) })
	slices.SortFunc(r.Statements, func(x, y StatementReport) int { return strings.Compare(x.Key, y.Key) })
	slices.SortFunc(r.Meetings, func(x, y Report) int { return strings.Compare(x.Key, y.Key) })
	return r
}

func (s Spans) orEmpty() Spans { return Spans{orEmpty(s.Starts), orEmpty(s.Ends)} }

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// Recomputed returns the fragment, in its order, with what the text and the rest of the evidence determine computed again:
// the hash and sketch of the text, words at places, keys, dates, and rules, for an article with this key. Where the evidence
// is whole but for these, its Hash tells.
func (f *Fragment) Recomputed(articleKey string) *Fragment {
	r := &Fragment{Article: f.Article, Mentions: slices.Clone(f.Mentions), Statements: slices.Clone(f.Statements),
		Meetings: slices.Clone(f.Meetings)}
	a := &r.Article
	a.ID, a.TextHash, a.Sketch = articleKey, news.TextHash(a.Text), Sketch(a.Text)
	text := newWords(a.Text)
	for i := range r.Meetings {
		m := &r.Meetings[i]
		m.Article, m.AsOf, m.Rule = articleKey, a.Published, reportRule(m)
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if words, ok := text.at(m.Spans); ok {
			slices.Sort(words)
			m.Forms = slices.Compact(words)
		}
		if m.Target.Label == Person {
			m.Rule = string(ruleOf(&news.Person{ID: m.Key, Name: m.Name, Identity: m.Reason}))
		}
		m.Target.Key = r.targetKey(m)
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		s.Published = a.Published
		if words, ok := text.at(s.Spans); ok && len(words) > 0 {
			s.Text = strings.Join(words, " ")
		}
		s.Key = s.StatementKey()
	}
	return r
}

// Rekeyed returns the fragment, in its order, with the keys of statements that this version gives them, and by the place of a
// report that is then of the same statement as an earlier one in the text the place of that one, which gets its topics and
// addressees. The later ones are still there.
func (f *Fragment) Rekeyed() (r *Fragment, same map[int]int) {
	r, same = &Fragment{Article: f.Article, Mentions: f.Mentions, Statements: slices.Clone(f.Statements), Meetings: f.Meetings}, map[int]int{}
	inText := make([]int, len(r.Statements))
	for i := range inText {
		inText[i] = i
	}
	slices.SortStableFunc(inText, func(a, b int) int { return slices.Compare(r.Statements[a].Spans.Starts, r.Statements[b].Spans.Starts) })
	first := map[string]int{}
	for _, i := range inText {
		s := &r.Statements[i]
		s.Key = s.StatementKey()
		if at, again := first[s.Key]; again {
			same[i] = at
			r.Statements[at].About = sortRefs(slices.Concat(r.Statements[at].About, s.About))
			r.Statements[at].Addressees = sortAddressees(slices.Concat(r.Statements[at].Addressees, s.Addressees))
			continue
		}
		first[s.Key] = i
	}
	return r, same
}

// StatementKey returns the key of the statement that a report is of, as its speaker and words tell.
func (r *StatementReport) StatementKey() string {
	unnamed := ""
	if r.Speaker == (Ref{}) {
		unnamed = r.SpeakerText
	}
	return statementKey(r.Speaker, unnamed, normalized(r.Text))
}

// targetKey returns the key of what a mention is of, as the rest of the evidence tells it.
func (f *Fragment) targetKey(m *Mention) string {
	switch m.Target.Label {
	case Person:
		return personKey(&news.Person{ID: m.Key}, PersonRule(m.Rule), f.Article.ID)
	case Place:
		var possible []string
		for i := range f.Meetings {
			r := &f.Meetings[i]
			if news.Slug(r.Place) == m.Key && r.Place == strings.TrimSpace(m.Name) {
				possible = append(possible, r.PlaceKey())
			}
		}
		if len(possible) == 0 || slices.Contains(possible, m.Target.Key) {
			return m.Target.Key
		}
		return possible[0]
	default:
		return key(m.Key)
	}
}

// words are an article's text, of which parts are looked up.
type words struct {
	text    string
	offsets *news.Offsets
}

func newWords(text string) words { return words{text, news.NewOffsets(text)} }

// at returns the words at places, and false where there are no such places in the text.
func (w words) at(s Spans) ([]string, bool) {
	if len(s.Starts) != len(s.Ends) {
		return nil, false
	}
	list := make([]string, 0, len(s.Starts))
	for i := range s.Starts {
		start, ok := w.offsets.Bytes(s.Starts[i])
		end, there := w.offsets.Bytes(s.Ends[i])
		if !ok || !there || start > end {
			return nil, false
		}
		list = append(list, w.text[start:end])
	}
	return list, true
}

// PossibleKeys returns the keys that the article has where its id was made of its URL, of publisher and name, or of its text.
func (a *Article) PossibleKeys() []string {
	keys := []string{ArticleKey(news.ArticleID("", a.Source, a.Name, "")), ArticleKey(news.ArticleID("", "", "", a.Text))}
	if a.URL != "" {
		keys = append(keys, ArticleKey(news.ArticleID(a.URL, "", "", "")))
	}
	return keys
}

// Gaps tells in words what of the evidence obviously is not there or does not fit, sorted: parties, speakers, topics and
// addressees of which no mention is left, places that are not in the text, text that is not the one that was loaded.
func (f *Fragment) Gaps() []string {
	var gaps []string
	mentioned := map[Ref]bool{}
	text := newWords(f.Article.Text)
	for i := range f.Mentions {
		m := &f.Mentions[i]
		mentioned[m.Target] = true
		words, ok := text.at(m.Spans)
		slices.Sort(words)
		if !ok || !slices.Equal(slices.Compact(words), m.Forms) {
			gaps = append(gaps, "the text does not name "+m.Target.String()+" where its mention says")
		}
	}
	need := func(ref Ref, what string) {
		if ref != (Ref{}) && ref.Label != MeetingReport && !mentioned[ref] {
			gaps = append(gaps, what+" "+ref.String()+" is not mentioned any more")
		}
	}
	reports := map[string]bool{}
	for i := range f.Meetings {
		m := &f.Meetings[i]
		reports[m.Key] = true
		for _, p := range m.Participants {
			need(p.Ref, "the participant")
		}
		if key := m.PlaceKey(); key != "" {
			need(Ref{Place, key}, "the place")
		}
	}
	for i := range f.Statements {
		s := &f.Statements[i]
		need(s.Speaker, "the speaker")
		for _, topic := range s.About {
			need(topic, "the topic")
			if topic.Label == MeetingReport && !reports[topic.Key] {
				gaps = append(gaps, "the report "+topic.Key+" of a meeting, a topic, is gone")
			}
		}
		for _, addressee := range saidTo(s.Addressees) {
			need(addressee, "the addressee")
		}
	}
	if f.Article.TextHash != news.TextHash(f.Article.Text) {
		gaps = append(gaps, "its text is not the one of its textHash")
	}
	return sortedSet(gaps)
}
