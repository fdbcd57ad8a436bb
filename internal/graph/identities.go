package graph

import (
	"cmp"
	"strings"

	"graphload/internal/news"
	"slices"
)

// Identities are an analyst's decisions about who is one person and who is not, across articles. They win over the
// rules ([PersonRule]). What they decide of an article depends on the article and on them alone, so that articles may
// come in any order. The nil *Identities decides nothing.
type Identities struct {
	decisions []decision
	digest    string
}

// Digest names the decisions: two files that say the same in the same bytes have the same one. It is empty for nil.
func (ids *Identities) Digest() string {
	if ids == nil {
		return ""
	}
	return ids.digest
}

// decision is who the people are whom a selector selects.
type decision struct {
	selector
	id     string
	reason string
}

// selector selects people of articles by name and, where given, by article and by the country that they represent there.
type selector struct {
	name       string // as the analyst wrote it
	slug, id   string // of the name; see news.Slug and news.PersonID
	article    string // id of at least articlePrefix characters, name or URL
	represents string // ISO 3166-1 alpha-2 code
}

// articlePrefix is how many characters of an article's id say which one is meant.
const articlePrefix = 8

// apart separates a name from the mark of one of its bearers whom an analyst tells from the others.
const apart = "~"

// same reports whether two selectors select alike.
func (s *selector) same(o *selector) bool {
	return s.slug == o.slug && s.article == o.article && s.represents == o.represents
}

// anywhere reports whether a name is selected wherever it stands.
func (s *selector) anywhere() bool { return s.article == "" && s.represents == "" }

func (s *selector) String() string {
	var b strings.Builder
	b.WriteString(s.name)
	if s.article != "" {
		b.WriteString(" in article " + s.article)
	}
	if s.represents != "" {
		b.WriteString(" of " + s.represents)
	}
	return b.String()
}

// key returns the key of people whom an analyst tells from others: the name as written, with initials, and a mark where
// the name alone does not tell.
func (s *selector) key() string {
	if s.anywhere() {
		return s.slug
	}
	return s.slug + apart + digest("identity", s.slug, s.article, s.represents)[:8]
}

// fit says how closely a selector fits a person of an article: the larger, the closer, and 0 where it does not. An
// article says more than a country, and either more than the exact spelling of a name.
func (s *selector) fit(p *news.Person, a *news.Article) int {
	const name, exact, country, article = 1, 2, 4, 8
	fit := 0
	switch {
	case numbered(p): // a name cannot say which of its two bearers in the article is meant
		return 0
	case s.slug == news.Slug(p.Name):
		fit = exact
	case s.id == p.ID || s.id == news.PersonID(p.Name):
		fit = name
	default:
		return 0
	}
	if s.represents != "" {
		if s.represents != p.Represents {
			return 0
		}
		fit += country
	}
	if s.article != "" {
		if s.article != a.Name && s.article != a.URL && (len(s.article) < articlePrefix || !strings.HasPrefix(a.ID, s.article)) {
			return 0
		}
		fit += article
	}
	return fit
}

// decide returns the closest decision about a person, or nil where there is none, also where two that differ are as
// close as each other.
func (ids *Identities) decide(p *news.Person, a *news.Article) *decision {
	var closest *decision
	best, tie := 0, false
	for i := range ids.decisions {
		d := &ids.decisions[i]
		switch fit := d.fit(p, a); {
		case fit > best:
			closest, best, tie = d, fit, false
		case fit == best && fit > 0:
			tie = tie || d.id != closest.id
		}
	}
	if tie {
		return nil
	}
	return closest
}

// Apply returns the record with the ids that the decisions give. People of one article who are the same become one. The
// record given stays as it is.
func (ids *Identities) Apply(r *news.Record) *news.Record {
	if ids == nil {
		return r
	}
	renamed := map[string]string{}
	decided := map[string]*decision{}
	for i := range r.People {
		p := &r.People[i]
		if d := ids.decide(p, &r.Article); d != nil {
			renamed[p.ID], decided[p.ID] = d.id, d
		}
	}
	if len(renamed) == 0 {
		return r
	}
	out := *r
	out.People = nil
	at := map[string]int{}
	for _, p := range r.People {
		if d := decided[p.ID]; d != nil {
			p.ID, p.Identity = d.id, d.reason
		}
		if i, ok := at[p.ID]; ok {
			out.People[i] = union(out.People[i], p)
			continue
		}
		at[p.ID] = len(out.People)
		out.People = append(out.People, p)
	}
	out.Meetings = nil
	for _, m := range r.Meetings {
		m.Participants = renameAll(m.Participants, renamed)
		out.Meetings = append(out.Meetings, m)
	}
	out.Statements, out.Attitudes = renameIn(r.Statements, renamed), renameIn(r.Attitudes, renamed)
	return &out
}

func renameIn(list []news.Statement, renamed map[string]string) []news.Statement {
	out := slices.Clone(list)
	for i := range out {
		s := &out[i]
		s.Speaker.Ref = rename(s.Speaker.Ref, renamed)
		s.About = renameAll(s.About, renamed)
		s.Addressees = slices.Clone(s.Addressees) // two who become one both stay: each tells where it stands
		for k := range s.Addressees {
			s.Addressees[k].Ref = rename(s.Addressees[k].Ref, renamed)
		}
	}
	return out
}

func rename(ref news.Ref, renamed map[string]string) news.Ref {
	if id, ok := renamed[ref.ID]; ok && ref.Type == news.RefPerson {
		ref.ID = id
	}
	return ref
}

// renameAll keeps of those who became one the first one, with a role rather than without.
func renameAll(refs []news.Ref, renamed map[string]string) []news.Ref {
	var out []news.Ref
	at := map[news.Ref]int{}
	for _, ref := range refs {
		ref = rename(ref, renamed)
		who := news.Ref{Type: ref.Type, ID: ref.ID, Text: ref.Text}
		if i, ok := at[who]; ok {
			out[i].Role = cmp.Or(out[i].Role, ref.Role)
			continue
		}
		at[who] = len(out)
		out = append(out, ref)
	}
	return out
}
