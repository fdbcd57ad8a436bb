package extract

import (
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// Officials without a name, who may be named elsewhere in the article.

// nameOfficials puts the name of the one who bears an office in the place of a country that the words name by an official
// alone ("his Kenyan counterpart", and the name in the next sentence).
func (f *meetingFinder) nameOfficials(o *occasion) {
	for i, p := range o.parties {
		if p.official == "" || p.ref.Type != news.RefCountry {
			continue
		}
		if c := f.official(o, p); c >= 0 {
			x := f.person(c)
			x.ref.Role = p.ref.Role
			o.parties[i] = x
		}
	}
	o.parties = f.distinct(o.parties)
}

// official returns the one person who represents a party's country in the office that the party's words name, or -1.
func (f *meetingFinder) official(o *occasion, p party) int {
	found := -1
	for c := range f.d.People {
		x := &f.d.People[c]
		if x.Represents != p.code || indexOf(o.parties, f.person(c)) >= 0 || !f.bears(x, p.official, o) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = c
	}
	return found
}

// bears reports whether a person has an office by its head, or where that is "counterpart" an office of another party.
func (f *meetingFinder) bears(x *nlp.Chain, office string, o *occasion) bool {
	for _, t := range x.Titles {
		head := strings.ToLower(t)
		if office != "counterpart" {
			if strings.HasSuffix(head, office) && !strings.HasPrefix(head, "vice") {
				return true
			}
			continue
		}
		for c := range f.d.People {
			if indexOf(o.parties, f.person(c)) < 0 {
				continue
			}
			for _, other := range f.d.People[c].Titles {
				if words := strings.Fields(strings.ToLower(other)); len(words) > 0 && strings.HasSuffix(head, words[len(words)-1]) {
					return true
				}
			}
		}
	}
	return false
}

// otherOffice makes officials of their countries of those to whom words point that name an office which none of them bears: "the
// two presidents" behind the names of two ministers.
func (f *meetingFinder) otherOffice(m *mention) {
	if m.states && m.theirs == "" && len(m.parties) == 2 && (m.status == news.StatusPlanned || m.status == news.StatusProposed) &&
		f.hasCountry(m.parties[0].code) && f.hasCountry(m.parties[1].code) && m.parties[0].code != m.parties[1].code {
		m.theirs = "side" // whom the two sides will send is not told
	}
	if m.office == "" || m.theirs != "" {
		return
	}
	for _, p := range m.parties {
		if p.ref.Type != news.RefPerson || p.code == "" {
			return
		}
		for c := range f.d.People {
			if f.b.personID[c] != p.ref.ID {
				continue
			}
			for _, t := range f.d.People[c].Titles {
				if strings.HasSuffix(strings.ToLower(t), m.office) || strings.HasSuffix(strings.ToLower(t), "leader") || strings.HasSuffix(strings.ToLower(t), "minister") && m.office == "premier" {
					return
				}
			}
			if len(f.d.People[c].Titles) == 0 {
				return
			}
		}
	}
	if len(m.parties) == 2 {
		m.theirs = m.office
	}
}

// officialsOf puts the countries of the parties in their place: "their foreign ministers" are not they.
func (f *meetingFinder) officialsOf(m *mention) {
	var out []party
	for _, p := range m.parties {
		if p.code == "" || !f.hasCountry(p.code) {
			m.parties = nil
			return
		}
		x := f.state(p.code)
		x.official = m.theirs
		out = append(out, x)
	}
	m.parties, m.anaphor = f.distinct(out), false
}
