package extract

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

var (
	trainOccasions = flag.Bool("train", false, "train the classifier over sentences anew and write meeting_sentence.tsv")
	annotatedTexts = flag.String("annotated", "", "folders with texts and gold answers to train on besides, a comma between them")
)

// example is a sentence to learn from.
type example struct {
	seen  []float32
	tells bool
}

// TestOccasionClassifier holds that the classifier tells the sentences of the own texts that tell of a meeting from those that do
// not. With -train it first trains it; the weights that it writes are those of the next build.
func TestOccasionClassifier(t *testing.T) {
	own := ownExamples(t)
	if *trainOccasions {
		all := own
		for _, folder := range commaParted(*annotatedTexts) {
			all = append(all, annotatedExamples(t, folder)...)
		}
		all = append(all, newsExamples(t)...)
		weights := learnOccasions(all)
		writeSentenceWeights(t, weights)
		sentenceWeights = func() []float32 { return weights }
		t.Logf("trained on %d sentences, %d of them the own texts'", len(all), len(own))
	}
	right := 0
	for _, e := range own {
		r := &nlp.Reading{Sentences: [][]float32{e.seen}}
		if tellsOccasion(r, 0) > 0 == e.tells {
			right++
		}
	}
	const floor = 0.84
	share := float64(right) / float64(len(own))
	t.Logf("measured: own texts, %d of %d sentences judged right (%.3f)", right, len(own), share)
	if share < floor {
		t.Errorf("%.3f of the sentences are judged right, at least %.3f should be", share, floor)
	}
}

// commaParted returns the parts of a flag with commas between them, none for an empty one.
func commaParted(flag string) []string {
	return strings.FieldsFunc(flag, func(r rune) bool { return r == ',' })
}

// ownExamples are the sentences of the own texts, of which the rules find those that tell of a meeting.
func ownExamples(t *testing.T) []example {
	t.Helper()
	var all []example
	for _, s := range readOwnTexts(t, "meetings") {
		all = append(all, byRules(t, &news.Article{ID: "x", Name: s.name, Text: s.text, Published: s.published})...)
	}
	return all
}

// newsExamples are the sentences of running news, where few meetings are that the rules do not find.
func newsExamples(t *testing.T) []example {
	t.Helper()
	const every = 48
	var all []example
	for n, line := range corpusLines(t, "polnear-train.jsonl.gz") {
		var x struct{ ID, Text string }
		if err := json.Unmarshal([]byte(line), &x); err != nil {
			t.Fatal(err)
		}
		if n%every == 0 {
			all = append(all, byRules(t, &news.Article{ID: x.ID, Name: x.ID, Text: x.Text})...)
		}
	}
	return all
}

// byRules are the sentences of an article, of which the rules alone say which tell of a meeting.
func byRules(t *testing.T, a *news.Article) []example {
	t.Helper()
	learned := sentenceWeights
	sentenceWeights = func() []float32 { return nil }
	defer func() { sentenceWeights = learned }()
	d := read(t, a)
	b := newBuilder(a, d)
	b.people()
	b.countries()
	b.organizations()
	if err := b.meetings(t.Context()); err != nil {
		t.Fatal(err)
	}
	tells := make([]bool, len(d.Sentences))
	for _, m := range b.rec.Meetings {
		for _, e := range m.Evidence {
			markSentences(d, nlp.Span(e), tells)
		}
	}
	return examplesOf(d, tells)
}

// read lays the stages' layers over an article.
func read(t *testing.T, a *news.Article) *nlp.Doc {
	t.Helper()
	d := newDoc(a)
	for _, s := range stages {
		if err := s.run(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func markSentences(d *nlp.Doc, s nlp.Span, tells []bool) {
	r := d.RangeOf(s)
	for i := r.From; i < r.To; i++ {
		tells[d.Tokens[i].Sentence] = true
	}
}

func examplesOf(d *nlp.Doc, tells []bool) []example {
	var all []example
	for k, s := range d.Sentences {
		if v := d.Reading.Sentences[k]; v != nil && s.Len() > 2 {
			all = append(all, example{v, tells[k]})
		}
	}
	return all
}

// annotatedExamples are the sentences of annotated articles: FOLDER/texts/NAME.txt with FOLDER/gold/NAME.json.
func annotatedExamples(t *testing.T, folder string) []example {
	t.Helper()
	var all []example
	paths, err := filepath.Glob(filepath.Join(folder, "gold", "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no gold answers in %s: %v", folder, err)
	}
	for _, path := range paths {
		var gold struct {
			Published string
			Meetings  []struct{ Evidence []string }
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(raw, &gold); err != nil {
			t.Fatal(path, err)
		}
		text, err := os.ReadFile(filepath.Join(folder, "texts", strings.TrimSuffix(filepath.Base(path), ".json")+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		d := read(t, &news.Article{ID: "x", Text: string(text), Published: gold.Published})
		tells := make([]bool, len(d.Sentences))
		for _, m := range gold.Meetings {
			for _, e := range m.Evidence {
				if at := strings.Index(d.Text, e); at >= 0 {
					markSentences(d, nlp.Span{Start: at, End: at + len(e)}, tells)
				}
			}
		}
		all = append(all, examplesOf(d, tells)...)
	}
	return all
}

// learnOccasions fits a logistic regression with a square penalty by gradients with momentum, both answers weighing the same.
func learnOccasions(examples []example) []float32 {
	const (
		rounds, rate, momentum = 400, 0.05, 0.95
		penalty                = 300.0 // over the sum of all examples
	)
	width := len(examples[0].seen)
	mean, spread := make([]float64, width), make([]float64, width)
	told := 0.0
	for _, e := range examples {
		for i, v := range e.seen {
			mean[i] += float64(v) / float64(len(examples))
		}
		if e.tells {
			told++
		}
	}
	for _, e := range examples {
		for i, v := range e.seen {
			spread[i] += (float64(v) - mean[i]) * (float64(v) - mean[i]) / float64(len(examples))
		}
	}
	rows := make([][]float64, len(examples))
	for n, e := range examples {
		rows[n] = make([]float64, width)
		for i, v := range e.seen {
			rows[n][i] = (float64(v) - mean[i]) / (math.Sqrt(spread[i]) + 1e-6)
		}
	}
	w, speed, gradient := make([]float64, width+1), make([]float64, width+1), make([]float64, width+1)
	total := float64(len(examples))
	for range rounds {
		for i := range gradient {
			gradient[i] = 0
			if i < width {
				gradient[i] = penalty / total * w[i]
			}
		}
		for n, e := range examples {
			sum := w[width]
			for i, v := range rows[n] {
				sum += w[i] * v
			}
			g, share := 1/(1+math.Exp(-sum)), (total-told)*2
			if e.tells {
				g, share = g-1, told*2
			}
			g /= share
			for i, v := range rows[n] {
				gradient[i] += g * v
			}
			gradient[width] += g
		}
		for i := range w {
			speed[i] = momentum*speed[i] - rate*gradient[i]
			w[i] += speed[i]
		}
	}
	out := make([]float32, width+1)
	constant := w[width]
	for i := range width {
		x := w[i] / (math.Sqrt(spread[i]) + 1e-6)
		constant -= x * mean[i]
		out[i] = float32(x)
	}
	out[width] = float32(constant)
	return out
}

func writeSentenceWeights(t *testing.T, weights []float32) {
	t.Helper()
	var b strings.Builder
	for _, w := range weights {
		fmt.Fprintf(&b, "%.5g\n", w)
	}
	if err := os.WriteFile("meeting_sentence.tsv", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
