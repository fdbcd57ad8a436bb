package extract

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"graphload/internal/nlp"
)

// A sentence makes people parties of a meeting in more ways than patterns hold ("took the president aside for an hour of talks").
// What the rules leave is judged by a classifier over sentences, a logistic regression over what the encoder sees of them. `make occasions` trains it on the texts under testdata/meetings and on annotated articles.

//go:embed meeting_sentence.tsv
var sentenceWeightsFile string

// sentenceWeights are the weights of nlp.Reading.Sentences, and behind them the constant.
var sentenceWeights = sync.OnceValue(func() []float32 {
	var weights []float32
	for row := range strings.FieldsSeq(sentenceWeightsFile) {
		w, _ := strconv.ParseFloat(row, 32)
		weights = append(weights, float32(w))
	}
	return weights
})

// tellsOccasion returns the log odds that a sentence tells of a meeting; far below zero where nothing has read it.
func tellsOccasion(r *nlp.Reading, sentence int) float32 {
	const unread = -100
	if r == nil || r.Sentences[sentence] == nil {
		return unread
	}
	weights := sentenceWeights()
	x := r.Sentences[sentence]
	if len(weights) != len(x)+1 {
		return unread
	}
	sum := weights[len(x)]
	for i, v := range x {
		sum += float32(weights[i] * v)
	}
	return sum
}
