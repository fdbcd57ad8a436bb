package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// statements writes the statements down.
func (b *builder) statements() {
	b.indexActors()
	b.rec.Statements = b.attributions(b.doc.Statements, b.statementDates(), "s-", statementKind)
}

// attitudes writes the attitudes down, without a date: they last.
func (b *builder) attitudes() {
	b.rec.Attitudes = b.attributions(b.doc.Attitudes, make([]string, len(b.doc.Attitudes)), "a-", attitudeKind)
	if b.rec.Attitudes == nil {
		b.rec.Attitudes = []news.Statement{}
	}
}

// attributions returns what attributions and their dates say, each once, with ids that begin with a prefix.
func (b *builder) attributions(list []nlp.Attribution, dates []string, prefix string, kind func(nlp.Attribution) news.StatementKind) []news.Statement {
	var out []news.Statement
	seen := map[string]bool{}
	for i, a := range list {
		speaker, ok := b.actor(a.Source)
		if !ok {
			continue
		}
		s := news.Statement{Kind: kind(a), Cue: news.Span(a.Cue), Speaker: speaker}
		words := []string{string(speaker.Type), speaker.ID, speaker.Text}
		for _, c := range a.Content {
			s.Content = append(s.Content, news.Span(c))
			words = append(words, strings.Join(strings.Fields(b.doc.Text[c.Start:c.End]), " "))
		}
		s.ID = prefix + shortHash(words...)
		if seen[s.ID] {
			continue // the same words of the same speaker again
		}
		seen[s.ID] = true
		s.About = b.about(s)
		for _, to := range a.Addressees {
			if x, ok := b.actor(to); ok {
				s.Addressees = append(s.Addressees, x)
			}
		}
		s.Date = dates[i]
		out = append(out, s)
	}
	return out
}

func attitudeKind(a nlp.Attribution) news.StatementKind {
	switch a.Attitude {
	case nlp.Judgement:
		return news.KindJudgement
	case nlp.Intention:
		return news.KindIntention
	case nlp.Thought:
		return news.KindThought
	}
	return news.KindTopic
}

func statementKind(a nlp.Attribution) news.StatementKind {
	switch {
	case a.Quoted:
		return news.KindDirect
	case a.Mixed:
		return news.KindMixed
	}
	return news.KindIndirect
}

// shortHash makes an id of content: 16 hexadecimal digits of a SHA-256.
func shortHash(fields ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(fields, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// actor returns who speaks or is spoken to.
func (b *builder) actor(s nlp.Source) (news.Actor, bool) {
	out := news.Actor{Span: news.Span(s.Span)}
	switch s.Kind {
	case nlp.PersonSource:
		out.Ref = news.Ref{Type: news.RefPerson, ID: b.personID[s.Chain]}
	case nlp.CountrySource:
		if _, ok := b.codes[s.Key]; !ok { // no words name it
			s.Kind = nlp.UnnamedSource
			return b.actor(s)
		}
		out.Ref = news.Ref{Type: news.RefCountry, ID: s.Key}
	case nlp.OrganizationSource:
		i, ok := b.orgID[s.Key]
		if !ok {
			return out, false
		}
		out.Ref = news.Ref{Type: news.RefOrganization, ID: b.rec.Organizations[i].ID}
	case nlp.UnnamedSource:
		text := s.Text
		if text == "" && s.Span.Len() > 0 {
			text = b.doc.Text[s.Span.Start:s.Span.End]
		}
		out.Ref = news.Ref{Type: news.RefUnnamed, Text: text}
		return out, text != ""
	default:
		return out, false
	}
	return out, true
}

// actor is one place where the article names somebody, or tells of a meeting.
type actor struct {
	at  news.Span
	ref news.Ref
}

// indexActors fills b.actors, sorted by place.
func (b *builder) indexActors() {
	add := func(kind news.RefType, id string, mentions []news.Span) {
		for _, m := range mentions {
			b.actors = append(b.actors, actor{m, news.Ref{Type: kind, ID: id}})
		}
	}
	for _, p := range b.rec.People {
		add(news.RefPerson, p.ID, p.Mentions)
	}
	for _, c := range b.rec.Countries {
		add(news.RefCountry, c.Code, c.Mentions)
	}
	for _, o := range b.rec.Organizations {
		add(news.RefOrganization, o.ID, o.Mentions)
	}
	for i, c := range b.doc.People { // pronouns and bare offices, which name nobody and so are no mentions of the record
		for _, m := range c.Mentions {
			if m.Name < 0 {
				b.actors = append(b.actors, actor{b.span(m.Range), news.Ref{Type: news.RefPerson, ID: b.personID[i]}})
			}
		}
	}
	b.actors = append(b.actors, b.toldOf...)
	sort.SliceStable(b.actors, func(i, j int) bool { return b.actors[i].at.Start < b.actors[j].at.Start })
}

// about returns the people, countries and organizations that the content names or points to, without the speaker, and the meetings of which it
// tells, sorted.
func (b *builder) about(s news.Statement) []news.Ref {
	found := map[news.Ref]bool{}
	for _, c := range s.Content {
		i := sort.Search(len(b.actors), func(i int) bool { return b.actors[i].at.Start >= c.Start })
		for ; i < len(b.actors) && b.actors[i].at.Start < c.End; i++ {
			if m := b.actors[i]; m.at.End <= c.End && m.ref != s.Speaker.Ref {
				found[m.ref] = true
			}
		}
	}
	out := make([]news.Ref, 0, len(found))
	for ref := range found {
		out = append(out, ref)
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].Type != out[j].Type {
			return out[i].Type < out[j].Type
		}
		return out[i].ID < out[j].ID
	})
	return out
}
