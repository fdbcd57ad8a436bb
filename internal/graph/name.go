package graph

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Name is what articles call a person, an organization, a country or a place, derived from MENTIONS. The zero value is
// the name of what nobody mentions. Join knows no order: joining the same evidence in any order, also repeatedly,
// gives the same name.
type Name struct {
	Name    string
	Aliases []string // the other names and forms, sorted
	Titles  []string // of a person, sorted
}

// Join returns the name by which both are known.
func (n Name) Join(o Name) Name {
	j := Name{Name: better(n.Name, o.Name), Titles: sortedSet(slices.Concat(n.Titles, o.Titles))}
	others := append(slices.Concat(n.Aliases, o.Aliases), n.Name, o.Name)
	j.Aliases = slices.DeleteFunc(sortedSet(others), func(s string) bool { return s == j.Name })
	return j
}

// Equal reports whether n and o are the same.
func (n Name) Equal(o Name) bool {
	return n.Name == o.Name && slices.Equal(n.Aliases, o.Aliases) && slices.Equal(n.Titles, o.Titles)
}

// Named returns the name that a mention gives to its target.
func (m *Mention) Named() Name {
	switch m.Target.Label {
	case Person:
		return Name{Name: m.Name, Titles: m.Titles}.Join(Name{Aliases: m.Aliases})
	default:
		return Name{Name: m.Name}
	}
}

// better returns the name to show: the longer one, of equally long ones the one that is not all in capitals or all in
// small letters, of those the first by code points.
func better(a, b string) string {
	la, lb := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	switch {
	case la != lb:
		if la > lb {
			return a
		}
		return b
	case mixedCase(a) != mixedCase(b):
		if mixedCase(a) {
			return a
		}
		return b
	}
	return min(a, b)
}

func mixedCase(s string) bool {
	return strings.ContainsFunc(s, unicode.IsUpper) && strings.ContainsFunc(s, unicode.IsLower)
}

// CountryName returns a common English name and the ISO 3166-1 alpha-3 code for an alpha-2 code. It serves for
// countries to which articles refer without naming them, such as the one where a city lies. What is no code is
// returned as the name, with an empty alpha-3 code.
func CountryName(code string) (name, iso3 string) {
	region, err := language.ParseRegion(code)
	if err != nil || !region.IsCountry() && code != kosovo {
		return code, ""
	}
	name, iso3 = display.English.Regions().Name(region), region.ISO3()
	if code == kosovo {
		iso3 = "XKX" // in common use; ISO 3166-1 has none
	}
	if iso3 == "ZZZ" {
		iso3 = ""
	}
	return name, iso3
}

const kosovo = "XK"

// Tie is what articles say of a person who represents a country, derived from MENTIONS. Join knows no order, except
// that Reports counts.
type Tie struct {
	Titles      []string // sorted
	First, Last string   // dates of the first and the last article that has a date
	Reports     int      // number of articles
}

// Join returns what both say together.
func (t Tie) Join(o Tie) Tie {
	j := Tie{Titles: sortedSet(slices.Concat(t.Titles, o.Titles)), Reports: t.Reports + o.Reports}
	j.First, j.Last = firstDate(t.First, o.First), max(t.Last, o.Last)
	return j
}

// Equal reports whether t and o are the same.
func (t Tie) Equal(o Tie) bool {
	return slices.Equal(t.Titles, o.Titles) && t.First == o.First && t.Last == o.Last && t.Reports == o.Reports
}

// Tie returns what a mention of a person that represents a country adds; published is the article's date.
func (m *Mention) Tie(published string) Tie {
	return Tie{Titles: m.Titles, First: published, Last: published, Reports: 1}.Join(Tie{})
}

// firstDate returns the earlier of two dates, where an empty one is no date.
func firstDate(a, b string) string {
	if a == "" || b == "" {
		return max(a, b)
	}
	return min(a, b)
}

// CountryNamed returns the name of a country from its common name and the names in the articles, of which any may be
// empty, in any order: theirs, or the common one where they give none.
func CountryNamed(common string, names ...string) string {
	name := ""
	for _, n := range names {
		if n != common {
			name = better(name, n)
		}
	}
	if name == "" {
		return common
	}
	return name
}
