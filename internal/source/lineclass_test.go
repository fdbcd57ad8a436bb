package source

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graphload/internal/news"
)

var trainLines = flag.Bool("train", false, "train the classifier over lines anew and write lineweights.tsv")

// example is a line to learn from.
type example struct {
	features []string
	dropped  bool
	page     int
}

// lineExamples returns the lines of a page that the rules leave, with their neighbours marked by the rules alone, and
// again with some and with most of what does not belong to the article marked: so they are met in the later rounds.
func lineExamples(p *plainPage, id int, r *rand.Rand) []example {
	var all []example
	for _, share := range []float64{0, 0.5, 0.9} {
		a := &news.Article{Text: p.text}
		marked, h := readPlain(a, 0)
		if title := marked.lineContext().title; title >= 0 && share == 0 {
			all = append(all, example{marked.titleFeatures(title), !p.keeps(marked.lines[title].Span), id})
		}
		marked.markTail(h)
		var rest []int
		for i := range marked.lines {
			if l := &marked.lines[i]; l.kind == "" {
				if !p.keeps(l.Span) && r.Float64() < share {
					l.mark(news.MarkBoilerplate, whyPage)
				} else {
					rest = append(rest, i)
				}
			}
		}
		c := marked.lineContext()
		for _, i := range rest {
			all = append(all, example{c.features(i), !p.keeps(marked.lines[i].Span), id})
		}
	}
	return all
}

// keeps reports whether most of a span is the article's.
func (p *plainPage) keeps(s news.Span) bool {
	n := 0
	for i := s.Start; i < s.End; i++ {
		if p.kept[i] {
			n++
		}
	}
	return n*2 >= s.Len()
}

// learn fits a logistic regression by stochastic gradients with a rate for each feature (AdaGrad). Features that stand in
// fewer than three pages are left out.
func learn(examples []example) map[string]float64 {
	const (
		rounds, rate, decay = 12, 0.15, 2e-5
		atLeast             = 3
	)
	pages := map[string]map[int]bool{}
	for _, e := range examples {
		for _, f := range e.features {
			if pages[f] == nil {
				pages[f] = map[int]bool{}
			}
			if len(pages[f]) < atLeast {
				pages[f][e.page] = true
			}
		}
	}
	weights, squares := map[string]float64{}, map[string]float64{}
	r := rand.New(rand.NewPCG(1, 2))
	order := r.Perm(len(examples))
	for range rounds {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &examples[i]
			sum := 0.0
			for _, f := range e.features {
				sum += weights[f]
			}
			gradient := 1 / (1 + math.Exp(-sum))
			if e.dropped {
				gradient--
			}
			for _, f := range e.features {
				if len(pages[f]) < atLeast {
					continue
				}
				g := gradient + decay*weights[f]
				squares[f] += g * g
				weights[f] -= rate * g / math.Sqrt(squares[f]+1e-2)
			}
		}
	}
	return weights
}

func rounded(weights map[string]float64) map[string]int {
	m := map[string]int{}
	for name, w := range weights {
		if n := int(math.Round(w * 100)); n != 0 && (n > 3 || n < -3) {
			m[name] = n
		}
	}
	return m
}

// newsTexts returns running news text, of which nothing may be dropped but what the rules drop.
func newsTexts(t *testing.T, name string) []string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "corpora", name))
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("no running news text: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var x struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, x.Text)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return texts
}

// TestLineClassifier holds that nothing of running news text is dropped by the classifier. With -train it first trains it.
func TestLineClassifier(t *testing.T) {
	if *trainLines {
		train(t)
	}
	dropped := 0
	for _, text := range newsTexts(t, "polnear-dev.jsonl.gz") {
		a := &news.Article{Text: text}
		markText(a, 0)
		for _, m := range a.Marks {
			if m.Kind == news.MarkBoilerplate && m.Reason == whyPage {
				dropped += countWords(m.In(text))
				t.Logf("dropped: %.120s", m.In(text))
			}
		}
	}
	if most := 30; dropped > most {
		t.Errorf("%d words of running text are dropped, at most %d may be", dropped, most)
	}
}

// train tells how well the classifier does on pages it was not trained on, in five parts of whole pages, and writes its
// weights, trained on all pages. The weights that it writes are those of the next build.
func train(t *testing.T) {
	t.Helper()
	const parts = 5
	r := rand.New(rand.NewPCG(3, 4))
	pages := readPlainPages(t)
	weights := lineWeights
	lineWeights = func() map[string]int { return nil } // the lines are those that the rules leave
	var examples []example
	for i := range pages {
		examples = append(examples, lineExamples(&pages[i], i%parts*10000+i, r)...)
	}
	var negatives []example
	for i, text := range newsTexts(t, "polnear-train.jsonl.gz") {
		if i%2 == 1 {
			continue // half of them says as much
		}
		p := &plainPage{text: text, kept: slices.Repeat([]bool{true}, len(text))}
		negatives = append(negatives, lineExamples(p, 1_000_000+i, r)...)
	}
	// The three passes over running text are one.
	negatives = slices.DeleteFunc(negatives, func(e example) bool { return r.IntN(3) > 0 })
	t.Logf("%d lines of pages, %d of news", len(examples), len(negatives))
	defer func() { lineWeights = weights }()
	var rules, both layoutScore
	for part := range parts {
		train := slices.Clone(negatives)
		for _, e := range examples {
			if e.page/10000 != part {
				train = append(train, e)
			}
		}
		weights := rounded(learn(train))
		for i := range pages {
			if i%parts != part {
				continue
			}
			lineWeights = func() map[string]int { return nil }
			a := &news.Article{Text: pages[i].text}
			markText(a, 0)
			s, _ := pages[i].score(a)
			rules.add(s)
			lineWeights = func() map[string]int { return weights }
			a = &news.Article{Text: pages[i].text}
			markText(a, 0)
			s, wrong := pages[i].score(a)
			both.add(s)
			t.Logf("%s\n\t%s", pages[i].name, strings.Join(wrong, "\n\t"))
		}
	}
	t.Logf("rules alone:     %v", &rules)
	t.Logf("with classifier: %v (pages held out)", &both)

	final := rounded(learn(append(examples, negatives...)))
	var out strings.Builder
	for _, name := range slices.Sorted(maps.Keys(final)) {
		fmt.Fprintf(&out, "%s\t%d\n", name, final[name])
	}
	if err := os.WriteFile("lineweights.tsv", []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d weights", len(final))
}
