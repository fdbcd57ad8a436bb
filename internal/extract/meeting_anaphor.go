package extract

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// Who the words mean that point back without naming anybody: "they", "the two leaders", "a second round".

// resolveAnaphor finds who "they" and "the two leaders" are: the parties of the latest occasion, else the two actors of
// the sentence before.
func (f *meetingFinder) resolveAnaphor(m *mention) {
	if named(m.parties) >= 2 || f.theyOfBody(m) {
		return
	}
	if pair := f.inThatOffice(m); len(pair) == 2 {
		m.parties = f.distinct(append(m.parties, pair...))
		return
	}
	if pair := f.twoLeaders(m); len(pair) == 2 {
		m.parties = f.distinct(append(m.parties, pair...))
		return
	}
	if m.sides && len(m.parties) == 0 && len(f.process) > 1 && m.number == 0 {
		m.parties = f.senders(f.process)
		return
	}
	if last := f.latestParties(); named(last) > 1 && m.number <= 2 && !m.states && f.says(m, min(m.at+7, f.d.SentenceOf(m.at).To), "again") {
		m.parties = f.distinct(append(m.parties, last...))
		return
	}
	s := f.d.Tokens[m.at].Sentence
	for back := 0; back <= 1 && s-back >= 0; back++ {
		sentence := f.d.Sentences[s-back]
		var people, states []party
		first := sort.Search(len(f.phrase), func(n int) bool { return f.phrase[n].From >= sentence.From })
		for _, p := range f.phrase[first:] {
			if p.To > sentence.To || p.From >= m.clause.From {
				break
			}
			if f.quoteOf[p.From] > 0 || back == 0 && m.at > p.To+1 && f.tells(p) {
				continue
			}
			for _, x := range p.parties {
				switch x.ref.Type {
				case news.RefPerson:
					people = f.distinct(append(people, x))
				case news.RefCountry:
					states = f.distinct(append(states, x))
				}
			}
		}
		if pair := f.latestPair(); len(people) == 2 && m.number <= 2 && len(pair) == 2 && (indexOf(pair, people[0]) >= 0) != (indexOf(pair, people[1]) >= 0) {
			m.parties = f.distinct(append(m.parties, pair...)) // one of the two, who spoke of them
			return
		}
		if len(people) == 2 && m.number <= 2 || m.number == len(people) && m.number > 2 {
			m.parties = f.distinct(append(m.parties, people...))
			return
		}
		if len(people) == 0 && (len(states) == 2 || m.number == len(states) && m.number > 2) {
			m.parties = f.distinct(append(m.parties, states...))
			return
		}
		if len(people) > 0 || len(states) > 0 {
			break
		}
	}
	if m.number > 2 {
		return
	}
	if pair := f.latestPair(); len(pair) > 0 {
		m.parties = f.distinct(append(m.parties, pair...))
		return
	}
	m.parties = f.distinct(append(m.parties, f.twoBefore(m)...))
}

// inThatOffice returns the two people of different countries, and no others, whom the text names before a mention in the office of "the two
// presidents", or nil.
func (f *meetingFinder) inThatOffice(m *mention) []party {
	if m.office == "" || m.theirs != "" {
		return nil
	}
	var pair []party
	for c := range f.d.People {
		x := &f.d.People[c]
		bears := slices.ContainsFunc(x.Titles, func(t string) bool { return strings.EqualFold(t, m.office) })
		if !bears || x.Represents == "" || !slices.ContainsFunc(x.Mentions, func(at nlp.Mention) bool { return at.Name >= 0 && at.From < m.clause.From }) {
			continue
		}
		pair = append(pair, f.person(c))
	}
	if len(pair) != 2 || pair[0].code == pair[1].code {
		return nil
	}
	return pair
}

// twoLeaders returns the two people, and no others, whom the text names before "both leaders" as those who lead two states, where one of those
// who met last leads none; or nil.
func (f *meetingFinder) twoLeaders(m *mention) []party {
	last := f.latestPair()
	if !m.leaders || m.number > 2 || len(last) == 0 {
		return nil
	}
	var pair []party
	leads := map[news.Ref]bool{}
	for c := range f.d.People {
		x := &f.d.People[c]
		named := slices.ContainsFunc(x.Mentions, func(at nlp.Mention) bool { return at.Name >= 0 && at.From < m.clause.From })
		if x.Represents != "" && named && slices.ContainsFunc(x.Titles, leadsState) {
			pair = append(pair, f.person(c))
			leads[pair[len(pair)-1].ref] = true
		}
	}
	if len(pair) != 2 || pair[0].code == pair[1].code || !slices.ContainsFunc(last, func(p party) bool { return p.ref.Type == news.RefPerson && !leads[p.ref] }) {
		return nil
	}
	return pair
}

// leadsState reports whether a title is that of one who leads a state or its government.
func leadsState(title string) bool {
	return has("president prime-minister premier chancellor king queen emir sultan taoiseach", strings.ReplaceAll(strings.ToLower(title), " ", "-"))
}

// tells reports whether a phrase is the subject of "said" or the like: who speaks of others is none of them.
func (f *meetingFinder) tells(p phrase) bool {
	k := p.To
	if f.d.Word(k) == "," {
		return false
	}
	v, ok := nlp.Reporting(f.d.Lower(k))
	return ok && v.Class == nlp.Says && (v.Form == nlp.PastForm || v.Form == nlp.ThirdPerson) && !p.anaphor && len(p.parties) == 1 && f.d.Lower(p.From-1) != "and"
}

// theyOfBody finds the people of a body of whom the same sentence has spoken before "they": "EU ministers will decide when they
// gather in Oslo". What these are is known, whoever met before.
func (f *meetingFinder) theyOfBody(m *mention) bool {
	first := f.d.SentenceOf(m.at).From
	last := sort.Search(len(f.phrase), func(n int) bool { return f.phrase[n].From >= m.clause.From })
	for n := last - 1; n >= 0 && f.phrase[n].From >= first; n-- {
		p := f.phrase[n]
		if p.anaphor || p.owner || p.site {
			continue
		}
		if !p.role || !strings.HasSuffix(f.headOf(p), "s") {
			return false
		}
		if len(p.parties) == 1 && p.parties[0].ref.Type != news.RefUnnamed {
			m.parties, m.collective = p.parties, true
			return true
		}
		return false
	}
	return false
}

// twoBefore returns the two people of different countries whom the sentences before a mention name last, or nil.
func (f *meetingFinder) twoBefore(m *mention) []party {
	const sentences = 4
	var people []party
	last := sort.Search(len(f.phrase), func(n int) bool { return f.phrase[n].From >= m.clause.From })
	for n := last - 1; n >= 0; n-- {
		p := f.phrase[n]
		if f.d.Tokens[m.at].Sentence-f.d.Tokens[p.From].Sentence > sentences {
			break
		}
		for _, x := range p.parties {
			if x.ref.Type == news.RefPerson && x.code != "" && f.quoteOf[p.From] == 0 {
				people = f.distinct(append(people, x))
			}
		}
		if len(people) == 2 && people[0].code != people[1].code {
			return people
		}
		if len(people) > 2 {
			break
		}
	}
	return nil
}

// yearsAgo reports whether a meeting whose parties are not told lies two years back or more: whom the text named last need not have been
// there.
func (f *meetingFinder) yearsAgo(m *mention) bool {
	const year = len("2025")
	if len(m.date.from) < year || len(f.d.Published) < year {
		return false
	}
	then, err := strconv.Atoi(m.date.from[:year])
	now, err2 := strconv.Atoi(f.d.Published[:year])
	return err == nil && err2 == nil && now-then > 1
}

// latestParties returns those of the talks told last, else those who took part in the latest occasion of two or more that was
// no call and no visit, less those who mediated it. Where the words named states or bodies, these may send others.
func (f *meetingFinder) latestParties() []party {
	if named(f.process) > 1 {
		return f.senders(f.process)
	}
	for _, calls := range []bool{false, true} {
		for i := len(f.occasions) - 1; i >= 0; i-- {
			o := f.occasions[i]
			if named(o.parties) < 2 || !calls && (o.kind == news.KindCall || o.kind == news.KindVisit) {
				continue
			}
			return f.senders(o.parties)
		}
	}
	return nil
}

// senders returns the states and bodies among parties where there are two or more, else all, without roles and mediators.
func (f *meetingFinder) senders(parties []party) []party {
	var bodies, all []party
	for _, p := range parties {
		if p.ref.Role == "mediator" || p.ref.Type == news.RefUnnamed {
			continue
		}
		p.ref.Role = ""
		all = append(all, p)
		if p.ref.Type != news.RefPerson {
			bodies = append(bodies, p)
		}
	}
	if len(bodies) > 1 {
		return bodies
	}
	return all
}

// latestPair returns the two of the latest occasion that two took part in, without their roles.
func (f *meetingFinder) latestPair() []party {
	for i := len(f.occasions) - 1; i >= 0; i-- {
		if both := f.occasions[i].participants(); named(both) == 2 {
			pair := append([]party(nil), both...)
			for k := range pair {
				pair[k].ref.Role = ""
			}
			return pair
		}
	}
	return nil
}
