package graph

import (
	"cmp"
	"slices"

	"graphload/internal/news"
)

// union returns two people of an article who are one, under the better of their names.
func union(a, b news.Person) news.Person {
	u := news.Person{ID: a.ID, Name: better(a.Name, b.Name), Titles: distinct(slices.Concat(a.Titles, b.Titles)),
		Represents: cmp.Or(a.Represents, b.Represents), Mentions: slices.Concat(a.Mentions, b.Mentions),
		Identity: cmp.Or(a.Identity, b.Identity)}
	u.Aliases = Name{Name: u.Name}.Join(Name{Aliases: slices.Concat(a.Aliases, b.Aliases, []string{a.Name, b.Name})}).Aliases
	slices.SortFunc(u.Mentions, func(x, y news.Span) int { return cmp.Or(x.Start-y.Start, x.End-y.End) })
	u.Mentions = slices.Compact(u.Mentions)
	return u
}
