package graph

import (
	"iter"
	"maps"
	"slices"
	"strings"
)

// Graph is the graph of a set of articles, worked out in memory: what loading them into an empty database makes, but for
// when and by which load an article was written. It holds the articles' fragments and the keys of all nodes; properties
// are made as they are asked for.
type Graph struct {
	articles   []*Fragment // sorted by key
	names      map[Ref]Name
	ties       map[tieKey]Tie
	places     map[Ref]Ref // the countries where they lie
	statements []builtStatement
	meetings   []Meeting         // sorted by key
	meetingOf  map[string]string // by key of a report, the key of its meeting
	originals  map[string]string // by key of an article, the key of the one that it is a copy of
}

// tieKey is a person who represents a country.
type tieKey struct{ person, country Ref }

// builtStatement is a statement with what is told of it by comparison with others.
type builtStatement struct {
	Statement
	quote    *Quote // nil where it has none
	whole    string // key of the statement that it is a part of
	conflict bool
}

// Build works out the graph of articles, in any order. Of an article that comes twice the last one counts.
func Build(articles []*Fragment) *Graph {
	byID := map[string]*Fragment{}
	for _, f := range articles {
		byID[f.Article.ID] = f
	}
	g := &Graph{names: map[Ref]Name{}, ties: map[tieKey]Tie{}, places: map[Ref]Ref{}}
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		g.articles = append(g.articles, byID[id])
	}
	g.deriveNames()
	g.deriveMeetings()
	g.deriveStatements()
	g.deriveCopies()
	return g
}

// deriveNames works out the shared nodes, who represents whom, and where places lie.
func (g *Graph) deriveNames() {
	for _, f := range g.articles {
		for _, ref := range f.Refs() {
			if _, known := g.names[ref]; !known {
				g.names[ref] = Name{} // also of what nobody names
			}
		}
		for i := range f.Mentions {
			m := &f.Mentions[i]
			g.names[m.Target] = g.names[m.Target].Join(m.Named())
			if m.Represents != "" {
				k := tieKey{m.Target, Ref{Country, m.Represents}}
				g.ties[k] = g.ties[k].Join(m.Tie(f.Article.Published))
			}
		}
		for i := range f.Meetings {
			m := &f.Meetings[i]
			if key := m.PlaceKey(); key != "" && m.Country != "" {
				g.places[Ref{Place, key}] = Ref{Country, m.Country}
			}
		}
	}
}

func (g *Graph) deriveMeetings() {
	var reports []Report
	for _, f := range g.articles {
		reports = append(reports, f.Meetings...)
	}
	g.meetingOf = make(map[string]string, len(reports))
	for _, group := range Cluster(reports) {
		g.meetings = append(g.meetings, DeriveMeeting(group.ID, group.Reports))
		for i := range group.Reports {
			g.meetingOf[group.Reports[i].Key] = group.ID
		}
	}
}

func (g *Graph) deriveStatements() {
	reports := map[string][]StatementReport{}
	for _, f := range g.articles {
		for i := range f.Statements {
			reports[f.Statements[i].Key] = append(reports[f.Statements[i].Key], f.Statements[i])
		}
	}
	var quotes []*Quote
	for _, key := range slices.Sorted(maps.Keys(reports)) {
		s := builtStatement{Statement: DeriveStatement(reports[key])}
		if q, ok := s.Quote(); ok {
			s.quote = &q
			quotes = append(quotes, &q)
		}
		g.statements = append(g.statements, s)
	}
	wholes, rivals := Wholes(quotes), Rivals(quotes)
	for i := range g.statements {
		s := &g.statements[i]
		s.whole, s.conflict = wholes[s.Key], rivals[s.Key]
	}
}

func (g *Graph) deriveCopies() {
	copies := make([]*Copy, 0, len(g.articles))
	for _, f := range g.articles {
		copies = append(copies, &Copy{ID: f.Article.ID, Published: f.Article.Published, Sketch: f.Article.Sketch})
	}
	g.originals = Originals(copies)
}

// Nodes returns the nodes of a label, sorted by key.
func (g *Graph) Nodes(label Label) iter.Seq2[Node, error] {
	return func(yield func(Node, error) bool) {
		switch label {
		case ArticleLabel:
			for _, f := range g.articles {
				hash, err := f.Hash()
				if !yield(Node{Ref{ArticleLabel, f.Article.ID}, f.Article.Props(hash)}, err) {
					return
				}
			}
		case StatementLabel:
			for i := range g.statements {
				s := &g.statements[i]
				if !yield(Node{Ref{StatementLabel, s.Key}, s.props()}, nil) {
					return
				}
			}
		case MeetingLabel:
			for i := range g.meetings {
				if !yield(Node{Ref{MeetingLabel, g.meetings[i].ID}, g.meetings[i].Props()}, nil) {
					return
				}
			}
		default:
			for _, ref := range slices.SortedFunc(maps.Keys(g.names), Ref.Compare) {
				if ref.Label == label && !yield(Node{ref, g.names[ref].Props(ref)}, nil) {
					return
				}
			}
		}
	}
}

func (s *builtStatement) props() map[string]any {
	p := s.Props(s.quote)
	if s.conflict {
		p["conflict"] = true
	}
	return p
}

// Links returns the relationships of a type, in an order that depends on the graph alone.
func (g *Graph) Links(t LinkType) iter.Seq2[Link, error] {
	return func(yield func(Link, error) bool) {
		for l := range g.links(t) {
			l.Type = t
			if !yield(l, nil) {
				return
			}
		}
	}
}

// links returns the relationships of a type, without it.
func (g *Graph) links(t LinkType) iter.Seq[Link] {
	switch t {
	case Mentions, ReportedIn:
		return g.evidence(t)
	case Said, About, SaidTo, PartOf:
		return g.ofStatements(t)
	case TookPartIn, HeldIn:
		return g.ofMeetings(t)
	}
	return g.ofArticlesAndNames(t)
}

// evidence returns MENTIONS or REPORTED_IN.
func (g *Graph) evidence(t LinkType) iter.Seq[Link] {
	return func(yield func(Link) bool) {
		for _, f := range g.articles {
			article := Ref{ArticleLabel, f.Article.ID}
			if t == Mentions {
				for i := range f.Mentions {
					if !yield(Link{From: article, To: f.Mentions[i].Target, Props: f.Mentions[i].Props()}) {
						return
					}
				}
				continue
			}
			for i := range f.Statements {
				s := &f.Statements[i]
				if !yield(Link{From: Ref{StatementLabel, s.Key}, To: article, Props: s.Props()}) {
					return
				}
			}
			for i := range f.Meetings {
				r := &f.Meetings[i]
				if !yield(Link{From: Ref{MeetingLabel, g.meetingOf[r.Key]}, To: article, Props: r.Props()}) {
					return
				}
			}
		}
	}
}

// ofStatements returns SAID, ABOUT, SAID_TO or PART_OF.
func (g *Graph) ofStatements(t LinkType) iter.Seq[Link] {
	return func(yield func(Link) bool) {
		for i := range g.statements {
			s := &g.statements[i]
			self := Ref{StatementLabel, s.Key}
			var links []Link
			switch {
			case t == Said && s.Speaker != (Ref{}):
				links = []Link{{From: s.Speaker, To: self}}
			case t == PartOf && s.whole != "":
				links = []Link{{From: self, To: Ref{StatementLabel, s.whole}}}
			case t == About:
				for _, topic := range g.topics(s.About) {
					links = append(links, Link{From: self, To: topic})
				}
			case t == SaidTo:
				for _, addressee := range s.SaidTo {
					links = append(links, Link{From: self, To: addressee})
				}
			}
			for _, l := range links {
				if !yield(l) {
					return
				}
			}
		}
	}
}

// topics returns what statements are about, meetings in the place of their reports. Several reports may be of one
// meeting.
func (g *Graph) topics(about []Ref) []Ref {
	out := slices.Clone(about)
	for i, ref := range out {
		if ref.Label == MeetingReport {
			out[i] = Ref{MeetingLabel, g.meetingOf[ref.Key]}
		}
	}
	return sortRefs(out)
}

// ofMeetings returns TOOK_PART_IN or HELD_IN.
func (g *Graph) ofMeetings(t LinkType) iter.Seq[Link] {
	return func(yield func(Link) bool) {
		for i := range g.meetings {
			m := &g.meetings[i]
			self := Ref{MeetingLabel, m.ID}
			if t == TookPartIn {
				for k := range m.Participants {
					if !yield(Link{From: m.Participants[k].Ref, To: self, Props: m.Participants[k].Props()}) {
						return
					}
				}
				continue
			}
			for _, where := range m.HeldIn() {
				if !yield(Link{From: self, To: where}) {
					return
				}
			}
		}
	}
}

// ofArticlesAndNames returns REPRESENTS, IN or COPY_OF.
func (g *Graph) ofArticlesAndNames(t LinkType) iter.Seq[Link] {
	var links []Link
	switch t {
	case Represents:
		for k, tie := range g.ties {
			links = append(links, Link{From: k.person, To: k.country, Props: tie.Props()})
		}
	case In:
		for place, country := range g.places {
			links = append(links, Link{From: place, To: country})
		}
	case CopyOf:
		for id, original := range g.originals {
			links = append(links, Link{From: Ref{ArticleLabel, id}, To: Ref{ArticleLabel, original}})
		}
	}
	slices.SortFunc(links, func(a, b Link) int {
		if c := a.From.Compare(b.From); c != 0 {
			return c
		}
		return strings.Compare(a.To.Key, b.To.Key)
	})
	return slices.Values(links)
}
