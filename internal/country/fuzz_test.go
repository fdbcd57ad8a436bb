package country

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"The U.S.and Côte d’Ivoire, Lebanon, Pa., met Jim Jordan in Georgia.", "TURKEY\xff, US\n\nKOREA", "İRAN Élysée",
		"Guinea-", "South\n\n Korea", "Washington, D.C.", "St. John's", "Congo and Brazzaville", "theU.S.",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for name, find := range map[string]func(string) []Match{"Find": Find, "FindCities": FindCities} {
			last := 0
			for _, m := range find(text) {
				if m.Start < last || m.End <= m.Start || m.End > len(text) {
					t.Fatalf("%s: %+v after byte %d of %d", name, m, last, len(text))
				}
				last = m.End
				for _, at := range []int{m.Start, m.End} {
					if utf8.ValidString(text) && at < len(text) && !utf8.RuneStart(text[at]) {
						t.Fatalf("%s: %+v within a code point", name, m)
					}
				}
				if _, ok := ByCode(m.Code); !ok {
					t.Fatalf("%s: no country %q", name, m.Code)
				}
				Metonym(text, m)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) { benchmark(b, Find) }

func BenchmarkFindCities(b *testing.B) { benchmark(b, FindCities) }

func benchmark(b *testing.B, find func(string) []Match) {
	text := strings.Repeat(`The two ministers met on the sidelines of a conference in Vienna to talk about grain, and about
the long border that their countries share. "We have come a good part of the way," the Kenyan minister told reporters
after the talks, which lasted for three hours. Her colleague from Norway said that the next round would be held within
weeks, and that nobody had walked out. Officials in Nairobi were less certain. `, 20)
	find(text) // reads the tables
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		find(text)
	}
}
