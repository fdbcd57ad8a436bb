package graph

import (
	"strconv"
	"strings"

	"graphload/internal/news"
	"graphload/internal/personname"
)

// PersonRule names what led an article's person to a key, and so to the other articles' persons with that key. It is
// told from the record alone. The first rule that fits holds.
type PersonRule string

// The rules, in order.
const (
	// ByIdentities: an analyst decided; see [Identities].
	ByIdentities PersonRule = "identities"
	// ByNamesake: the second of two people with one name in the article. Nobody knows whether another article means
	// this one: the key is scoped to the article.
	ByNamesake PersonRule = "namesake"
	// ByBareName: a single word that led to nobody. Two articles need not mean the same person by it: the key is scoped to
	// the article.
	ByBareName PersonRule = "bare-name"
	// ByFullName: the key is the name, whatever its case, diacritics, hyphens and apostrophes.
	ByFullName PersonRule = "full-name"
	// ByInitials: the key is the name without the initials in its middle.
	ByInitials PersonRule = "initials"
	// BySpelling: the key is the form that all usual spellings of the name share; see [personname.Canonical].
	BySpelling PersonRule = "spelling"
	// ByOffice: the key is another name, which the record gives: office, country and date led extraction to the one who
	// held the office.
	ByOffice PersonRule = "office-holder"
)

func ruleOf(p *news.Person) PersonRule {
	switch {
	case p.Identity != "":
		return ByIdentities
	case numbered(p):
		return ByNamesake
	case len(strings.Fields(p.Name)) == 1 && news.Slug(p.ID) == news.Slug(p.Name):
		return ByBareName
	case news.Slug(p.Name) == p.ID:
		return ByFullName
	case news.Slug(personname.WithoutInitials(p.Name)) == p.ID:
		return ByInitials
	case news.PersonID(p.Name) == p.ID:
		return BySpelling
	}
	return ByOffice
}

// numbered reports whether extraction told the person from another one of the same name in the article by a number.
func numbered(p *news.Person) bool {
	n, ok := strings.CutPrefix(p.ID, news.PersonID(p.Name)+"-")
	if !ok {
		return false
	}
	i, err := strconv.Atoi(n)
	return err == nil && i > 1
}

// personKey returns the key of a person of an article.
func personKey(p *news.Person, rule PersonRule, articleKey string) string {
	if rule == ByNamesake || rule == ByBareName {
		return key(p.ID + "@" + articleKey[:min(16, len(articleKey))])
	}
	return key(p.ID)
}
