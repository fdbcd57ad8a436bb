package graph

import (
	"slices"
	"strings"
	"testing"
)

func TestQuotes(t *testing.T) {
	const long = "We shall not sell the harbour, and nobody who asks me in spring will hear anything else in autumn."
	quote := func(speaker, text string, days ...string) *Quote {
		s := Statement{Key: speaker + text, Speaker: Ref{Person, speaker}, Text: text, Kind: "direct", Days: days}
		q, ok := s.Quote()
		if !ok {
			return nil
		}
		return &q
	}
	whole := quote("ada-lind", long, "2026-03-10")
	for _, x := range []struct {
		name   string
		q      *Quote
		part   bool
		rivals bool
	}{
		{"a part of it", quote("ada-lind", "we shall not sell the harbour, and nobody who asks me", "2026-03-12"), true, false},
		{"the middle of it", quote("ada-lind", "nobody who asks me in spring will hear anything else", "2026-03-03"), true, false},
		{"a week later", quote("ada-lind", "We shall not sell the harbour, and nobody who asks me", "2026-03-17"), true, false},
		{"eight days later", quote("ada-lind", "We shall not sell the harbour, and nobody who asks me", "2026-03-18"), false, false},
		{"weeks before and weeks after", quote("ada-lind", "We shall not sell the harbour, and nobody who asks me", "2026-02-01", "2026-04-01"), false, false},
		{"weeks before, in the week and weeks after", quote("ada-lind", "We shall not sell the harbour, and nobody who asks me",
			"2026-02-01", "2026-03-04", "2026-04-01"), true, false},
		{"the same words by another, weeks before and weeks after", quote("rui-belmorais", long, "2026-02-01", "2026-04-01"), false, false},
		{"something left out", quote("ada-lind", "We shall not sell the harbour … will hear anything else", "2026-03-12"), true, false},
		{"left out twice, in dots and brackets", quote("ada-lind", "...not sell the harbour [...] asks me in spring (. . .) in autumn...", "2026-03-12"), true, false},
		{"something put in", quote("ada-lind", "[W]e shall not sell the harbour [of Ellory], and nobody who asks [me] in spring", "2026-03-12"), true, false},
		{"all of it, and something put in", quote("ada-lind", strings.Replace(long, "harbour", "harbour [of Ellory]", 1), "2026-03-12"), true, false},
		{"all of it put in", quote("ada-lind", "We [shall not sell the harbour, and nobody who asks me]", "2026-03-12"), false, false},
		{"left out without a mark, too little to be no chance", quote("ada-lind", "We shall not sell the harbour will hear anything else in autumn", "2026-03-12"), false, false},
		{"a blank more and one less", quote("ada-lind", "sell the harbour and no body who asks me in", "2026-03-12"), true, false},
		{"left out, and otherwise", quote("ada-lind", "We shall not sell the harbour … will see anything else", "2026-03-12"), false, false},
		{"left out, in another order", quote("ada-lind", "will hear anything else … We shall not sell the harbour", "2026-03-12"), false, false},
		{"one word for two", quote("ada-lind", "nobody who asks me … me in spring will hear anything else", "2026-03-12"), false, false},
		{"two weeks later", quote("ada-lind", "We shall not sell the harbour, and nobody who asks me", "2026-03-24"), false, false},
		{"by another speaker", quote("rui-belmorais", "We shall not sell the harbour, and nobody who asks me", "2026-03-12"), false, false},
		{"half a word", quote("ada-lind", "e shall not sell the harbour, and nobody who asks me", "2026-03-12"), false, false},
		{"other words", quote("ada-lind", "We shall sell the harbour, and nobody who asks me will mind", "2026-03-12"), false, false},
		{"the same words by another", quote("rui-belmorais", "we shall not sell the harbour and nobody who asks me in spring will hear anything else in autumn", "2026-03-11"), false, true},
		{"the same words by another in autumn", quote("rui-belmorais", long, "2026-09-11"), false, false},
		{"the same words", quote("ada-lind", long, "2026-03-11"), false, false},
	} {
		if x.q == nil {
			x.q = &Quote{Saying: &Saying{}} // nothing is compared
		}
		if got := x.q.PartOf(whole); got != x.part {
			t.Errorf("%s: part %t, want %t", x.name, got, x.part)
		}
		if got := x.q.Rival(whole); got != x.rivals {
			t.Errorf("%s: rival %t, want %t", x.name, got, x.rivals)
		}
	}
	for name, q := range map[string]*Quote{
		"seven words": quote("ada-lind", "We shall not sell the harbour, never", "2026-03-10"),
		"no day":      quote("ada-lind", long),
	} {
		if q != nil {
			t.Errorf("%s: is compared", name)
		}
	}
	said := func(kind, day string) StatementReport {
		return StatementReport{Key: "x", Speaker: Ref{Person, "ada-lind"}, Text: long, Kind: kind, Published: day}
	}
	indirect := DeriveStatement([]StatementReport{said("indirect", "2026-03-10")})
	if _, ok := indirect.Quote(); ok {
		t.Error("indirect speech is compared")
	}
	both := DeriveStatement([]StatementReport{said("indirect", "2026-03-10"), said("direct", "2026-06-10"), said("direct", "2026-05")})
	if q, ok := both.Quote(); !ok || !slices.Equal(q.Days, []string{"2026-06-10"}) {
		t.Errorf("the days on which it was quoted are %v", q.Days)
	}
	for _, x := range []struct {
		a, b   Ref
		rivals bool
	}{
		{Ref{Person, "ada-lind"}, Ref{Person, "bo-lind"}, true},
		{Ref{Person, "ada-lind"}, Ref{Person, "lind@0123456789abcdef"}, false},
		{Ref{Person, "ek@0123456789abcdef"}, Ref{Person, "lind@0123456789abcdef"}, true},
		{Ref{Person, "ada-lind"}, Ref{Person, "ada-lind-2@0123456789abcdef"}, false},
		{Ref{Person, "ada-lind"}, Ref{Country, "NO"}, false},
		{Ref{Organization, "harbour-league"}, Ref{Country, "NO"}, false},
		{Ref{Country, "SE"}, Ref{Country, "NO"}, true},
		{Ref{Organization, "harbour-league"}, Ref{Organization, "skerry-lines"}, true},
	} {
		a, b := NewQuote("a", x.a.String(), long, []string{"2026-03-10"}), NewQuote("b", x.b.String(), long, []string{"2026-03-10"})
		if a.Rival(&b) != x.rivals || b.Rival(&a) != x.rivals {
			t.Errorf("%v and %v: rivals %t, want %t", x.a, x.b, !x.rivals, x.rivals)
		}
	}
	longest := quote("ada-lind", "He asked. "+long, "2026-03-09")
	if got := quote("ada-lind", "nobody who asks me in spring will hear anything else", "2026-03-08").Whole([]*Quote{whole, longest}); got != longest {
		t.Errorf("the whole is %v, want the longest", got)
	}
}
