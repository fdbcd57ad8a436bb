package encoder

import (
	"math"
	"slices"
)

// pooledLayers are the layers whose vectors a sentence is judged by: early ones, which still tell what words mean; the last is
// made for the heads. A sentence's vector has for each of them the mean and the greatest value over its tokens.
var pooledLayers = [...]int{1, 3}

// SentenceWidth is the length of the vectors in nlp.Reading.Sentences.
const SentenceWidth = 2 * len(pooledLayers) * width

// pool adds the fresh rows of a window to the vectors of their sentences, behind one of the pooled layers.
func (r *reader) pool(w span, layer int) {
	n := slices.Index(pooledLayers[:], layer)
	if n < 0 {
		return
	}
	for k := w.fresh; k < w.to; k++ {
		token := r.rows[k].token
		if r.first[token] != k {
			continue
		}
		s := r.d.Tokens[token].Sentence
		if r.out.Sentences[s] == nil {
			r.out.Sentences[s] = emptySentence()
		}
		at := (k - w.from + 1) * width
		x := r.s.x[at : at+width]
		sum := r.out.Sentences[s][2*n*width:][:width]
		top := r.out.Sentences[s][(2*n+1)*width:][:width]
		for i, v := range x {
			sum[i] += v
			top[i] = max(top[i], v)
		}
		if n == len(pooledLayers)-1 {
			r.pooled[s]++
		}
	}
}

// emptySentence returns the vector of a sentence of which no token has been seen.
func emptySentence() []float32 {
	v := make([]float32, SentenceWidth)
	for n := range pooledLayers {
		top := v[(2*n+1)*width:][:width]
		for i := range top {
			top[i] = -math.MaxFloat32
		}
	}
	return v
}

// average makes means of the sums.
func (r *reader) average() {
	for s, v := range r.out.Sentences {
		if v == nil { // no token of its own
			continue
		}
		for n := range pooledLayers {
			sum := v[2*n*width:][:width]
			for i := range sum {
				sum[i] /= float32(r.pooled[s])
			}
		}
	}
}
