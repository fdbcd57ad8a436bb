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
	"graphload/internal/nlp/coref"
)

var (
	trainAntecedents  = flag.Bool("train-antecedents", false, "learn the weights of antecedent.tsv anew")
	annotatedPronouns = flag.String("pronouns", "", "JSON Lines of texts with pronouns to learn from besides, a comma between the files")
)

// TestAntecedents holds whom pronouns mean in texts of our own. With -train-antecedents it first learns the weights from GUM's
// texts, but for the news and interviews on which TestCoreference measures, and from -pronouns.
func TestAntecedents(t *testing.T) {
	choose := coref.Learned
	if *trainAntecedents {
		var all []pronounText
		for _, file := range commaParted(*annotatedPronouns) {
			all = append(all, readPronouns(t, file)...)
		}
		all = append(all, gumPronouns(t)...)
		weights := learnAntecedents(t, all)
		writeAntecedentWeights(t, weights)
		choose = func(c *coref.Choice) int { return c.Best(weights) }
	}
	for _, c := range []struct{ name, text, pronoun, want string }{
		{"who speaks goes on", "Rui Belmorais, the mayor, said Tomas Grelheiro had signed the paper. The court would decide soon, he added.", "he", "Rui Belmorais"},
		{"who is spoken of does not speak", "“I have no idea why Tomas Grelheiro came,” Rui Belmorais said.\n\nTomas Grelheiro should stay at home, he said.", "he", "Rui Belmorais"},
		{"subject of the clause", "Rui Belmorais met Tomas Grelheiro and showed his garden.", "his", "Rui Belmorais"},
		{"of a relative clause", "The guests remembered Rui Belmorais, who led the club until his death.", "his", "Rui Belmorais"},
		{"subject of the last clause", "Mark Quillander spoke after Ivan Morozinsky abruptly cancelled his visit.", "his", "Ivan Morozinsky"},
		{"the other sex", "Helena Quintarola thanked Rui Belmorais. She left early.", "She", "Helena Quintarola"},
		{"in front", "Rui Belmorais opened the fair. For Tomas Grelheiro, he said, it was all about bread.", "he", "Tomas Grelheiro"},
		{"within what is said", "Rui Belmorais praised Tomas Grelheiro. “I know him well,” Rui Belmorais said.", "him", "Tomas Grelheiro"},
		{"the subject of the sentence before", "Rui Belmorais wrote to Tomas Grelheiro on Monday. He asked for a reply.", "He", "Rui Belmorais"},
		{"somebody without a name", "Thomas Belmorais opened the fair. A baker waited at the gate. She wanted to sell bread.", "She", ""},
	} {
		d := corefDoc(t, c.name, c.text, decideAlone(choose))
		at := strings.Index(c.text, " "+c.pronoun+" ") + 1
		got := ""
		if p := chainOf(d, gumMention{head: nlp.Span{Start: at, End: at + len(c.pronoun)}}); p >= 0 {
			got = d.People[p].Name
		}
		if got != c.want {
			t.Errorf("%s: %q means %q, want %q", c.name, c.pronoun, got, c.want)
		}
	}
}

// pronounText is a text with pronouns and whom they mean: names of that person, none for somebody without a name.
type pronounText struct {
	ID, Text string
	Pronouns []pronoun
}

type pronoun struct {
	Start, End int // in bytes
	Names      []string
}

func readPronouns(t *testing.T, file string) []pronounText {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []pronounText
	for lines := json.NewDecoder(f); lines.More(); {
		var x pronounText
		if err := lines.Decode(&x); err != nil {
			t.Fatal(file, err)
		}
		all = append(all, x)
	}
	return all
}

func gumPronouns(t *testing.T) []pronounText {
	t.Helper()
	var all []pronounText
	for _, doc := range readGUM(t, "ud-gum-train.conllu.gz") {
		if strings.Contains(doc.id, "_news_") || strings.Contains(doc.id, "_interview_") {
			continue
		}
		x := pronounText{ID: doc.id, Text: doc.text}
		for _, m := range doc.mentions {
			if m.pronoun {
				p := pronoun{Start: m.Start, End: m.End}
				for _, words := range doc.names[m.entity] {
					p.Names = append(p.Names, strings.Join(words, " "))
				}
				x.Pronouns = append(x.Pronouns, p)
			}
		}
		all = append(all, x)
	}
	return all
}

// decision says whom a pronoun of a text means.
type decision func(*nlp.Doc, *coref.Choice) int

// decideAlone is a decision by the choice alone.
func decideAlone(choose func(*coref.Choice) int) decision {
	return func(_ *nlp.Doc, c *coref.Choice) int { return choose(c) }
}

// corefDoc runs the stages up to coreference, with a decision on whom pronouns mean.
func corefDoc(t *testing.T, name, text string, choose decision) *nlp.Doc {
	t.Helper()
	d := newDoc(&news.Article{ID: "x", Name: name, Text: text})
	for _, s := range stages {
		if s.name == "coref" {
			coref.RunWith(d, func(c *coref.Choice) int { return choose(d, c) })
			break
		}
		if err := s.run(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// decided is a choice of which the right candidates are known.
type decided struct {
	candidates []coref.Candidate
	right      []bool
}

// learnAntecedents fits the weights twice: to choices after which each pronoun is led to the right one, then also to those that
// come of the weights' own decisions, wrong ones among them.
func learnAntecedents(t *testing.T, texts []pronounText) []float64 {
	t.Helper()
	all := choicesOf(t, texts, nil)
	weights := fitAntecedents(all)
	all = append(all, choicesOf(t, texts, weights)...)
	weights = fitAntecedents(all)
	right := 0
	for _, x := range all {
		c := coref.Choice{Candidates: x.candidates}
		best := c.Best(weights)
		for k, y := range x.candidates {
			if y.Person == best && x.right[k] {
				right++
			}
		}
	}
	t.Logf("learned from %d choices, of which %.3f come out right", len(all), float64(right)/float64(len(all)))
	return weights
}

// choicesOf collects the choices of annotated pronouns. Without weights the choice goes to the right one.
func choicesOf(t *testing.T, texts []pronounText, weights []float64) []decided {
	t.Helper()
	var all []decided
	for _, x := range texts {
		corefDoc(t, x.ID, x.Text, func(d *nlp.Doc, c *coref.Choice) int {
			for _, p := range x.Pronouns {
				if at := d.Tokens[c.Token].Start; p.Start > at || at >= p.End {
					continue
				}
				one := decided{candidates: append([]coref.Candidate(nil), c.Candidates...)}
				right := -2
				for _, y := range c.Candidates {
					ok := meant(d, y.Person, p.Names)
					one.right = append(one.right, ok)
					if ok {
						right = y.Person
					}
				}
				if right == -2 {
					return -1 // whoever it is was not found
				}
				all = append(all, one)
				if weights == nil {
					return right
				}
			}
			if weights == nil {
				return -1
			}
			return c.Best(weights)
		})
	}
	return all
}

// meant reports whether a person, -1 for none of them, is the one with these names.
func meant(d *nlp.Doc, person int, names []string) bool {
	if person < 0 {
		return len(names) == 0
	}
	own := nameWords(d.People[person].Name)
	for _, n := range names {
		if words := nameWords(n); within(words, own) || within(own, words) {
			return true
		}
	}
	return false
}

// fitAntecedents maximizes the likelihood of the right candidates, less a square penalty, by Adam over all choices at once.
func fitAntecedents(all []decided) []float64 {
	const (
		rounds, rate = 400, 0.05
		penalty      = 2.0
	)
	width := 2 * len(coref.Candidate{}.Clues)
	weights, mean, square := make([]float64, width), make([]float64, width), make([]float64, width)
	for round := 1; round <= rounds; round++ {
		slope := make([]float64, width)
		for k := range slope {
			slope[k] = penalty * weights[k]
		}
		for _, x := range all {
			odds := make([]float64, len(x.candidates))
			sum, sumRight := 0.0, 0.0
			for k := range x.candidates {
				odds[k] = math.Exp(x.candidates[k].Weigh(weights))
				sum += odds[k]
				if x.right[k] {
					sumRight += odds[k]
				}
			}
			for k := range x.candidates {
				pull := odds[k] / sum
				if x.right[k] {
					pull -= odds[k] / sumRight
				}
				for c, v := range x.candidates[k].Clues {
					slope[c] += pull * v
					if x.candidates[k].Quoted {
						slope[len(slope)/2+c] += pull * v
					}
				}
			}
		}
		for k, s := range slope {
			mean[k] = 0.9*mean[k] + 0.1*s
			square[k] = 0.99*square[k] + 0.01*s*s
			weights[k] -= rate * mean[k] / (1 - math.Pow(0.9, float64(round))) /
				(math.Sqrt(square[k]/(1-math.Pow(0.99, float64(round)))) + 1e-8)
		}
	}
	return weights
}

func writeAntecedentWeights(t *testing.T, weights []float64) {
	t.Helper()
	var b strings.Builder
	for _, w := range weights {
		fmt.Fprintf(&b, "%.4g\n", w)
	}
	if err := os.WriteFile(filepath.Join("..", "nlp", "coref", "antecedent.tsv"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
