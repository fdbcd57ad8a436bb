package date

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func FuzzFind(f *testing.F) {
	for _, test := range findTests {
		f.Add(test.sentence, test.published, int(test.tense))
	}
	f.Add("from\xff March – 3-5 May 2025-", "2025-10-22T01:02:03Z", 1)
	f.Fuzz(func(t *testing.T, sentence, published string, tense int) {
		last := 0
		for _, m := range Find(sentence, published, Tense(tense)) {
			if m.Start < last || m.End <= m.Start || m.End > len(sentence) {
				t.Fatalf("mention %+v after byte %d of %d", m, last, len(sentence))
			}
			last = m.End
			for _, at := range []int{m.Start, m.End} {
				if utf8.ValidString(sentence) && at < len(sentence) && !utf8.RuneStart(sentence[at]) {
					t.Fatalf("mention %+v within a code point", m)
				}
			}
			if (m.From == "") != (m.To == "") || m.From > m.To || len(m.From) != len(m.To) && m.From != "" {
				t.Fatalf("mention %+v: no range", m)
			}
			for _, s := range []string{m.From, m.To} {
				if s == "" {
					continue
				}
				if _, err := time.Parse(time.DateOnly[:len(s)], s); err != nil {
					t.Fatalf("mention %+v: %v", m, err)
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var sentences []string
	size := 0
	for _, test := range findTests {
		sentences = append(sentences, test.sentence)
		size += len(test.sentence)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sentences {
			Find(s, "2025-10-22", Past)
		}
	}
}

// A word that is looked at from many places must not make the whole slow.
func TestFindLongSentence(t *testing.T) {
	long := strings.Repeat("from the early last next two May 3 and ", 20_000)
	start := time.Now()
	Find(long, "2025-10-22", Past)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("%d bytes took %v", len(long), took)
	}
}
