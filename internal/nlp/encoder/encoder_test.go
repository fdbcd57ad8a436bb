package encoder

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"graphload/internal/nlp"
	"graphload/internal/nlp/token"
)

func doc(text string) *nlp.Doc {
	d := &nlp.Doc{Text: text, Clean: text}
	token.Run(d)
	return d
}

func run(t testing.TB, d *nlp.Doc) {
	t.Helper()
	if err := Run(t.Context(), d); err != nil {
		t.Fatal(err)
	}
}

const story = `Talks in Port Vell end without a deal

Foreign Minister Ilsabet Norrquist of Vendany said on Tuesday that the talks with the Tarsian government had failed.
"We came here to listen," she told reporters in Port Vell. "Nobody spoke."

The Tarsian embassy declined to comment. Bram Oduwale, who leads the Harbour Union, criticized the ministers.
`

// checkSentence fails where a sentence's means are above its greatest values.
func checkSentence(t *testing.T, i int, v []float32) {
	t.Helper()
	if v == nil {
		return
	}
	if len(v) != SentenceWidth {
		t.Fatalf("the vector of sentence %d has %d numbers, want %d", i, len(v), SentenceWidth)
	}
	for k := range pooledLayers {
		mean, top := v[2*k*width:][:width], v[(2*k+1)*width:][:width]
		for j := range mean {
			if mean[j] > top[j]+1e-3 {
				t.Fatalf("sentence %d, layer %d: a mean of %g above the greatest value %g", i, pooledLayers[k], mean[j], top[j])
			}
		}
	}
}

// check fails where a reading breaks what its fields promise.
func check(t *testing.T, d *nlp.Doc) {
	t.Helper()
	r := d.Reading
	n := len(d.Tokens)
	if len(r.Tags) != n || len(r.Heads) != n || len(r.Relations) != n {
		t.Fatalf("%d tokens have %d tags, %d heads, %d relations", n, len(r.Tags), len(r.Heads), len(r.Relations))
	}
	if len(r.Sentences) != len(d.Sentences) {
		t.Fatalf("%d sentences have %d vectors", len(d.Sentences), len(r.Sentences))
	}
	for i, v := range r.Sentences {
		checkSentence(t, i, v)
	}
	in := func(g nlp.Range) bool { return 0 <= g.From && g.From < g.To && g.To <= n }
	for _, s := range r.Names {
		if !in(s.Range) {
			t.Errorf("name %v of %d tokens", s, n)
		}
	}
	for _, c := range r.Claims {
		if len(c.Content) == 0 {
			t.Errorf("claim %v has no content", c)
		}
		for _, g := range append(c.Content[:len(c.Content):len(c.Content)], c.Source, c.Cue) {
			if g.Len() != 0 && !in(g) {
				t.Errorf("claim %v of %d tokens", c, n)
			}
		}
	}
	for i := range d.Tokens {
		k, steps := i, 0
		for r.Heads[k] != k {
			if d.Tokens[r.Heads[k]].Sentence != d.Tokens[i].Sentence {
				t.Fatalf("token %d leads out of its sentence", i)
			}
			if k, steps = r.Heads[k], steps+1; steps > n {
				t.Fatalf("token %d is on a circle", i)
			}
		}
	}
}

func TestRun(t *testing.T) {
	d := doc(story)
	run(t, d)
	check(t, d)
	var people, speakers []string
	for _, n := range d.Reading.Names {
		if n.Kind == nlp.SeenPerson {
			people = append(people, d.Words(n.Range))
		}
	}
	if want := []string{"Ilsabet Norrquist", "Bram Oduwale"}; !reflect.DeepEqual(people, want) {
		t.Errorf("people %q, want %q", people, want)
	}
	for _, c := range d.Reading.Claims {
		if c.Source.Len() > 0 && c.Cue.Len() > 0 {
			speakers = append(speakers, d.Words(c.Source)+" "+d.Words(c.Cue))
		}
	}
	if all := strings.Join(speakers, "\n"); !strings.Contains(all, "Norrquist") || !strings.Contains(all, "she told") {
		t.Errorf("sources and cues %q lack a speaker", speakers)
	}
	for i := range d.Tokens {
		if d.Lower(i) == "failed" && d.Reading.Tags[i] != "VERB" {
			t.Errorf("failed is %s", d.Reading.Tags[i])
		}
	}
}

// TestLong reads a text of many windows, and sentences that no window holds.
func TestLong(t *testing.T) {
	d := doc(strings.Repeat(story, 12) + strings.Repeat("harbour, ", 700) + "\n\n" + strings.Repeat("x", 5000))
	run(t, d)
	check(t, d)
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	d := doc(story)
	if err := Run(ctx, d); !errors.Is(err, context.Canceled) || d.Reading != nil {
		t.Errorf("error %v and reading %v, want the context's error and none", err, d.Reading)
	}
}

// TestWays holds that the answer does not depend on the processor.
func TestWays(t *testing.T) {
	text := strings.Repeat(story, 4)
	want := doc(text)
	run(t, want)
	eachWay(t, func(t *testing.T) {
		d := doc(text)
		run(t, d)
		if !reflect.DeepEqual(d.Reading, want.Reading) {
			t.Error("this way reads the text otherwise")
		}
	})
}

// TestWaysBits holds that not only the answer, but each score behind it has the same bits by each way, in windows of
// several lengths.
func TestWaysBits(t *testing.T) {
	m, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	d := doc(strings.Repeat(story, 2))
	for _, n := range []int{2, 7, 8, 33, 100} {
		in := input{ids: make([]int32, n), shape: make([]uint8, n), lead: make([]uint8, n)}
		for i, row := range newReader(m, d, nil).rows[:n] {
			in.ids[i], in.shape[i], in.lead[i] = row.id, row.shape, row.lead
		}
		scores := func() []float32 {
			s := newSpace(m)
			m.read(&in, s, func(int) {})
			return s.wide[:n*m.tops.columns]
		}
		want := scores()
		eachWay(t, func(t *testing.T) {
			if !sameBits(scores(), want) {
				t.Errorf("the scores of %d pieces have other bits", n)
			}
		})
	}
}

// TestAllocations holds that reading a window allocates nothing, whatever is found in it.
func TestAllocations(t *testing.T) {
	m, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	eachWay(t, func(t *testing.T) {
		d := doc(strings.Repeat(story, 2))
		r := newReader(m, d, newSpace(m))
		windows := r.windows()
		if n := testing.AllocsPerRun(2, func() {
			r.links = r.links[:0]
			for _, w := range windows {
				r.read(w)
			}
		}); n != 0 {
			t.Errorf("%v allocations in %d windows", n, len(windows))
		}
		if len(r.links) == 0 {
			t.Error("the text has no links, so that finding them was not measured")
		}
	})
}

// TestSpace holds the size of a worker's space that the package comment states.
func TestSpace(t *testing.T) {
	m, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	s := newSpace(m)
	runtime.ReadMemStats(&after)
	size := float64(after.TotalAlloc-before.TotalAlloc) / 1e6
	t.Logf("measured: a worker's space is %.1f MB", size)
	if size > 4 {
		t.Errorf("a worker's space is %.1f MB, want at most 4", size)
	}
	runtime.KeepAlive(s)
}

func TestDamaged(t *testing.T) {
	sign := func(b []byte) []byte {
		sum := sha256.Sum256(b)
		return append(b[:len(b):len(b)], sum[:]...)
	}
	body := weights[:len(weights)-sha256.Size]
	flipped := bytes.Clone(weights)
	flipped[len(flipped)/2] ^= 1
	other := bytes.Clone(body)
	other[len(magic)] = 9
	for _, c := range []struct {
		name, want string
		file       []byte
	}{
		{"empty", "not a file of", nil},
		{"other", "not a file of", []byte(strings.Repeat("text", 100))},
		{"cut", "damaged or cut", weights[:len(weights)/2]},
		{"flipped", "damaged or cut", flipped},
		{"version", "version 9", sign(other)},
		{"longer", "belong to no tensor", sign(append(bytes.Clone(body), "more"...))},
		{"shorter", "out of bounds", sign(body[:len(body)-100])},
		{"header", "longer than the file", sign(append([]byte(magic), 1, 0, 0, 0, 255, 255, 255, 0, '{'))},
	} {
		if _, err := load(c.file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

func FuzzRun(f *testing.F) {
	f.Add(story)
	f.Add("İstanbul’da \u0301é 漢字 \x00\xff “Zoë”…")
	f.Fuzz(func(t *testing.T, text string) {
		d := doc(text[:min(len(text), 2000)])
		run(t, d)
		check(t, d)
	})
}
