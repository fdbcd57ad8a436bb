package graph

import (
	"slices"
	"strings"
)

// party is a participant as reports of different articles are compared: one may name the minister, another only the
// country or a surname that led to nobody.
type party struct {
	Ref
	represents string // of a person: code of the country that the article says the person represents
	surname    string // of a person: the last word of the name, "" where the name does not tell
	bare       bool   // nothing but the surname is known
}

func (p Participant) party() party {
	x := party{Ref: p.Ref, represents: p.Represents}
	if p.Label != Person {
		return x
	}
	name, _, scoped := strings.Cut(p.Key, "@")
	name, _, _ = strings.Cut(name, apart)
	if scoped {
		x.surname, x.bare = name, true
	} else if i := strings.LastIndexByte(name, '-'); i >= 0 {
		x.surname = name[i+1:]
	}
	return x
}

// vague reports whether another article can mean the same party by a name that says more.
func (p party) vague() bool { return p.bare || p.Label == Country }

// stands reports whether one is a country and the other a person who represents it.
func (p party) stands(o party) bool {
	return p.Label == Country && o.represents == p.Key || o.Label == Country && p.represents == o.Key
}

// rivals reports whether they are different people of one country or surname.
func (p party) rivals(o party) bool {
	return p.Label == Person && o.Label == Person && !p.bare && !o.bare && p.Ref != o.Ref &&
		(p.represents != "" && p.represents == o.represents || p.surname != "" && p.surname == o.surname)
}

// rivals reports whether somebody who is only in one list is a rival of somebody who is only in the other.
func rivals(a, b []party) bool {
	in := func(list []party, p party) bool {
		return slices.ContainsFunc(list, func(x party) bool { return x.Ref == p.Ref })
	}
	return slices.ContainsFunc(a, func(x party) bool {
		return !in(b, x) && slices.ContainsFunc(b, func(y party) bool { return x.rivals(y) && !in(a, y) })
	})
}

// namesake reports whether one is a bare surname and the other somebody with that surname, of the same country as far
// as both tell.
func (p party) namesake(o party) bool {
	return (p.bare || o.bare) && p.surname == o.surname && p.surname != "" &&
		(p.represents == "" || o.represents == "" || p.represents == o.represents)
}

// Tokens by which reports are found. A party bears some and looks for some: two can be the same party only if one
// bears what the other looks for.
const (
	ofCountry   = "of:"   // a person who represents the country
	withSurname = "name:" // a person whose full name ends in the surname
	bareSurname = "bare:" // a bare surname
)

func (p party) bears() []string {
	tokens := []string{p.String()}
	if p.represents != "" {
		tokens = append(tokens, ofCountry+p.represents)
	}
	switch {
	case p.bare:
		tokens = append(tokens, bareSurname+p.surname)
	case p.surname != "":
		tokens = append(tokens, withSurname+p.surname)
	}
	return tokens
}

func (p party) looksFor() []string { return append(p.vaguer(), p.sharper()[1:]...) }

// vaguer returns the tokens of the same party and of those that tell less of it.
func (p party) vaguer() []string {
	tokens := []string{p.String()}
	if p.represents != "" {
		tokens = append(tokens, Ref{Country, p.represents}.String())
	}
	if p.surname != "" {
		tokens = append(tokens, bareSurname+p.surname)
	}
	return tokens
}

// sharper returns the tokens of the same party and of those that tell more of it.
func (p party) sharper() []string {
	tokens := []string{p.String()}
	if p.Label == Country {
		tokens = append(tokens, ofCountry+p.Key)
	}
	if p.bare {
		tokens = append(tokens, bareSurname+p.surname, withSurname+p.surname)
	}
	return tokens
}

// Parties returns the tokens by which searches find the report, sorted.
func (r *Report) Parties() []string {
	var tokens []string
	for _, p := range r.Participants {
		tokens = append(tokens, p.party().bears()...)
	}
	return sortedSet(tokens)
}

// match says what two lists of parties have in common.
type match struct {
	same      int // parties named alike
	stands    int // countries here for whom one who represents them stands there
	namesakes int // bare surnames
}

// all counts the parties in common: at least two of them, one of which is more than a surname, or none.
func (m match) all() int {
	n := m.same + m.stands + m.namesakes
	if n < 2 || m.same+m.stands == 0 {
		return 0
	}
	return n
}

// compare matches two sorted lists. Each party counts once, and a country not at all that a common party represents.
func compare(a, b []party) match { return matchParties(a, b, false) }

// compareVague is compare, where a party of the first list is not matched with one of the second that says more.
func compareVague(a, b []party) match { return matchParties(a, b, true) }

func matchParties(a, b []party, vague bool) match {
	var m match
	var restA, restB []party
	represented := map[string]bool{}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch c := a[i].Compare(b[j].Ref); {
		case c == 0:
			m.same++
			represented[a[i].represents], represented[b[j].represents] = true, true
			i, j = i+1, j+1
		case c < 0:
			restA = append(restA, a[i])
			i++
		default:
			restB = append(restB, b[j])
			j++
		}
	}
	restA, restB = append(restA, a[i:]...), append(restB, b[j:]...)
	taken := make([]bool, len(restB))
	pair := func(alike func(x, y party) bool) (n int) {
		for i, x := range restA {
			for j, y := range restB {
				if !taken[j] && restA[i].Key != "" && (!vague || y.vague()) && alike(x, y) {
					taken[j], restA[i] = true, party{}
					n++
					break
				}
			}
		}
		return n
	}
	m.stands = pair(func(x, y party) bool {
		if !x.stands(y) {
			return false
		}
		country := x.Key
		if x.Label != Country {
			country = y.Key
		}
		return !represented[country]
	})
	m.namesakes = pair(party.namesake)
	return m
}
