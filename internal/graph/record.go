package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"graphload/internal/news"
)

// FromRecord returns what a record says, as evidence. The answer depends only on what the record's JSON form holds, so
// that loading articles and loading their records give the same graph. A record that breaks the form is an error.
func FromRecord(r *news.Record) (*Fragment, error) {
	if err := r.Validate(); err != nil {
		return nil, fmt.Errorf("record of article %q: %w", r.Article.Name, err)
	}
	b := builder{
		rec:     r,
		offsets: news.NewOffsets(r.Article.Text),
		refs:    map[news.Ref]Ref{},
		frag:    &Fragment{Article: articleNode(&r.Article)},
	}
	b.mentions()
	b.meetings() // before the statements, which may be about them
	b.statements()
	return b.frag, nil
}

func articleNode(a *news.Article) Article {
	return Article{ID: ArticleKey(a.ID), Name: a.Name, URL: a.URL, Title: a.Title, Source: a.Source,
		Published: a.Published, Language: a.Language, Text: a.Text, TextHash: news.TextHash(a.Text), Sketch: Sketch(a.Text)}
}

type builder struct {
	rec     *news.Record
	offsets *news.Offsets
	refs    map[news.Ref]Ref // the record's actors and meetings to nodes; only type and id of the key are set
	frag    *Fragment
}

func (b *builder) spans(list []news.Span) Spans {
	s := Spans{Starts: make([]int, 0, len(list)), Ends: make([]int, 0, len(list))}
	for _, x := range list {
		s.Starts = append(s.Starts, b.offsets.Runes(x.Start))
		s.Ends = append(s.Ends, b.offsets.Runes(x.End))
	}
	return s
}

// words returns the distinct texts of spans, sorted.
func (b *builder) words(list []news.Span) []string {
	words := make([]string, 0, len(list))
	for _, s := range list {
		words = append(words, s.In(b.rec.Article.Text))
	}
	slices.Sort(words)
	return slices.Compact(words)
}

func (b *builder) mentions() {
	id := b.frag.Article.ID
	for i := range b.rec.People {
		p := &b.rec.People[i]
		rule := ruleOf(p)
		target := Ref{Person, personKey(p, rule, id)}
		b.refs[news.Ref{Type: news.RefPerson, ID: p.ID}] = target
		b.add(Mention{Target: target, Key: p.ID, Name: p.Name, Aliases: sortedSet(p.Aliases),
			Titles: distinct(p.Titles), Represents: p.Represents, Rule: string(rule), Reason: p.Identity}, p.Mentions)
	}
	for _, c := range b.rec.Countries {
		target := Ref{Country, c.Code}
		b.refs[news.Ref{Type: news.RefCountry, ID: c.Code}] = target
		b.add(Mention{Target: target, Key: c.Code, Name: c.Name}, c.Mentions)
	}
	for _, o := range b.rec.Organizations {
		target := Ref{Organization, key(o.ID)}
		b.refs[news.Ref{Type: news.RefOrganization, ID: o.ID}] = target
		b.add(Mention{Target: target, Key: o.ID, Name: o.Name}, o.Mentions)
	}
	places := map[string]bool{}
	for i := range b.rec.Meetings {
		m := &b.rec.Meetings[i]
		id := placeKey(m.Place, m.Country)
		if id != "" && !places[id] {
			places[id] = true
			b.add(Mention{Target: Ref{Place, id}, Key: news.Slug(m.Place), Name: m.Place},
				occurrences(b.rec.Article.Text, m.Place))
		}
	}
	slices.SortFunc(b.frag.Mentions, func(x, y Mention) int { return x.Target.Compare(y.Target) })
}

func (b *builder) add(m Mention, spans []news.Span) {
	m.Forms, m.Spans = b.words(spans), b.spans(spans)
	b.frag.Mentions = append(b.frag.Mentions, m)
}

func (b *builder) meetings() {
	article := b.frag.Article.ID
	represents := map[Ref]string{}
	for i := range b.frag.Mentions {
		represents[b.frag.Mentions[i].Target] = b.frag.Mentions[i].Represents
	}
	for i := range b.rec.Meetings {
		m := &b.rec.Meetings[i]
		report := Report{Article: article, AsOf: b.rec.Article.Published, Kind: string(m.Kind),
			Status: string(m.Status), Place: strings.TrimSpace(m.Place), Country: m.Country, Start: m.Start, End: m.End,
			DateText: m.DateText, Spans: b.spans(m.Evidence), Key: digest("report", article, m.ID)}
		b.refs[news.Ref{Type: news.RefMeeting, ID: m.ID}] = Ref{MeetingReport, report.Key}
		for _, p := range m.Participants {
			if p.Type == news.RefUnnamed {
				report.Unnamed = append(report.Unnamed, p.Text)
				continue
			}
			ref := b.ref(p)
			report.Participants = append(report.Participants, Participant{ref, p.Role, represents[ref]})
		}
		report.Participants = sortParticipants(report.Participants)
		report.Unnamed = sortedSet(report.Unnamed)
		report.Rule = reportRule(&report)
		b.frag.Meetings = append(b.frag.Meetings, report)
	}
	slices.SortFunc(b.frag.Meetings, func(x, y Report) int { return strings.Compare(x.Key, y.Key) })
}

func (b *builder) ref(r news.Ref) Ref { return b.refs[news.Ref{Type: r.Type, ID: r.ID}] }

// statements adds one report for each statement of the article. Equal words of one speaker are one statement: the
// most literal report is kept, of those the first, what any of them is about, and to whom any of them was said.
func (b *builder) statements() {
	text := b.rec.Article.Text
	byKey := map[string]int{}
	inOrder := slices.Clone(b.rec.Statements)
	slices.SortStableFunc(inOrder, func(x, y news.Statement) int {
		return cmp.Or(cmp.Compare(kindRank(string(x.Kind)), kindRank(string(y.Kind))),
			cmp.Compare(x.Content[0].Start, y.Content[0].Start), strings.Compare(x.ID, y.ID))
	})
	for i := range inOrder {
		s := &inOrder[i]
		report := StatementReport{Kind: string(s.Kind), Date: s.Date, Rule: statementRule(s, text),
			Spans: b.spans(s.Content), Published: b.rec.Article.Published, SpeakerText: s.Speaker.Text}
		if s.Cue.Len() > 0 {
			report.Cue = s.Cue.In(text)
		}
		if s.Speaker.Span.Len() > 0 {
			report.SpeakerText = s.Speaker.Span.In(text)
		}
		parts := make([]string, 0, len(s.Content))
		for _, c := range s.Content {
			parts = append(parts, c.In(text))
		}
		report.Text = strings.Join(parts, " ")
		unnamed := report.SpeakerText
		if s.Speaker.Type != news.RefUnnamed {
			report.Speaker, unnamed = b.ref(s.Speaker.Ref), ""
		}
		words := wordsOf(report.Text)
		if report.quotes() {
			report.Said = newSaying(report.Text, words)
			report.Said.Prints() // for all who ask later, maybe at the same time
			report.Said.WordsKey()
		}
		report.Key = statementKey(report.Speaker, unnamed, joinFolded(words))
		for _, about := range s.About {
			if about.Type != news.RefUnnamed {
				report.About = append(report.About, b.ref(about))
			}
		}
		report.About = sortRefs(report.About)
		report.Addressees = b.addressees(s.Addressees)
		if first, again := byKey[report.Key]; again {
			kept := &b.frag.Statements[first]
			kept.About = sortRefs(append(kept.About, report.About...))
			kept.Addressees = sortAddressees(append(kept.Addressees, report.Addressees...))
			continue
		}
		byKey[report.Key] = len(b.frag.Statements)
		b.frag.Statements = append(b.frag.Statements, report)
	}
	slices.SortFunc(b.frag.Statements, func(x, y StatementReport) int { return strings.Compare(x.Key, y.Key) })
}

// addressees returns to whom a statement was said. Of one without a name the record's text says who it is, which the words where
// it is said may not: "told them".
func (b *builder) addressees(list []news.Actor) []Addressee {
	var out []Addressee
	for i := range list {
		a := Addressee{Text: list[i].Text}
		if list[i].Type != news.RefUnnamed {
			a = Addressee{b.ref(list[i].Ref), list[i].Span.In(b.rec.Article.Text)}
		}
		out = append(out, a)
	}
	return sortAddressees(out)
}
