package coref

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"graphload/internal/nlp"
)

// A pronoun is led to the one of the people named before it for whom most speaks, by a log-linear model over what the text tells
// of each of them: how far back they were named last and as what, who spoke last, whom the last pronoun meant. That it means none
// of them is one of the choices. The model is that of mention rankers (Denis and Baldridge, 2008); its weights are learned, see
// TestAntecedents.

// Choice is a pronoun with the people whom it may mean.
type Choice struct {
	Token      int
	Candidates []Candidate // the last one is nobody of them
}

// Candidate is a person whom a pronoun may mean, and what the text tells of them with regard to it. There is a weight for each
// clue, and behind these one more for each, which counts besides where the pronoun is quoted.
type Candidate struct {
	Person int  // index into Doc.People; -1 for none of them
	Quoted bool // the pronoun stands within quotation marks
	Clues  [clues]float64
}

//go:embed antecedent.tsv
var antecedentFile string

// antecedentWeights are the weights of the clues.
var antecedentWeights = sync.OnceValue(func() []float64 {
	var weights []float64
	for row := range strings.FieldsSeq(antecedentFile) {
		w, _ := strconv.ParseFloat(row, 64)
		weights = append(weights, w)
	}
	return weights
})

// isPronoun reports whether a lower-case word is a pronoun of the third person in the singular.
func isPronoun(w string) bool { return thirdPerson[w] }

var thirdPerson = nlp.WordSet("he him his himself she her hers herself")

// Learned returns the person whom a pronoun means by the learned weights, or -1.
func Learned(c *Choice) int { return c.Best(antecedentWeights()) }

// Weigh returns what speaks for a candidate.
func (c *Candidate) Weigh(weights []float64) float64 {
	sum := 0.0
	for k, v := range c.Clues {
		if v == 0 {
			continue
		}
		sum += v * weights[k]
		if c.Quoted {
			sum += v * weights[clues+k]
		}
	}
	return sum
}

// Best returns the person for whom most speaks, or -1.
func (c *Choice) Best(weights []float64) int {
	best, most := -1, math.Inf(-1)
	for i := range c.Candidates {
		if x := c.Candidates[i].Weigh(weights); x > most {
			best, most = c.Candidates[i].Person, x
		}
	}
	return best
}
