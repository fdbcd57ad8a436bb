package graph

import "testing"

func TestQuotes(t *testing.T) {
	const long = "We shall not sell the harbour, and nobody who asks me in spring will hear anything else in autumn."
	quote := func(speaker, text, day string) *Quote {
		s := Statement{Key: speaker + text, Speaker: Ref{Person, speaker}, Text: text, Kind: "direct", FirstReported: day, LastReported: day}
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
		{"two weeks later", quote("ada-lind", "We shall not sell the harbour, and nobody who asks me", "2026-03-24"), false, false},
		{"by another speaker", quote("rui-belmorais", "We shall not sell the harbour, and nobody who asks me", "2026-03-12"), false, false},
		{"half a word", quote("ada-lind", "e shall not sell the harbour, and nobody who asks me", "2026-03-12"), false, false},
		{"other words", quote("ada-lind", "We shall sell the harbour, and nobody who asks me will mind", "2026-03-12"), false, false},
		{"the same words by another", quote("rui-belmorais", "we shall not sell the harbour and nobody who asks me in spring will hear anything else in autumn", "2026-03-11"), false, true},
		{"the same words by another in autumn", quote("rui-belmorais", long, "2026-09-11"), false, false},
		{"the same words", quote("ada-lind", long, "2026-03-11"), false, false},
	} {
		if got := x.q.PartOf(whole); got != x.part {
			t.Errorf("%s: part %t, want %t", x.name, got, x.part)
		}
		if got := x.q.Rival(whole); got != x.rivals {
			t.Errorf("%s: rival %t, want %t", x.name, got, x.rivals)
		}
	}
	for name, q := range map[string]*Quote{
		"seven words": quote("ada-lind", "We shall not sell the harbour, never", "2026-03-10"),
		"no day":      quote("ada-lind", long, "2026-03"),
	} {
		if q != nil {
			t.Errorf("%s: is compared", name)
		}
	}
	indirect := Statement{Key: "x", Speaker: Ref{Person, "ada-lind"}, Text: long, Kind: "indirect", FirstReported: "2026-03-10", LastReported: "2026-03-10"}
	if _, ok := indirect.Quote(); ok {
		t.Error("indirect speech is compared")
	}
	longest := quote("ada-lind", "He asked. "+long, "2026-03-09")
	if got := quote("ada-lind", "nobody who asks me in spring will hear anything else", "2026-03-08").Whole([]*Quote{whole, longest}); got != longest {
		t.Errorf("the whole is %v, want the longest", got)
	}
}
