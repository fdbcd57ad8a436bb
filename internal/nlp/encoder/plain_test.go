package encoder

import (
	"math"
	"testing"
)

// TestPlain computes the scores of the reference's text once more from the embedded weights, in floating point and without
// rounding what goes through them, and compares them with those of the training code: layers, heads, shapes and the order of
// the weights are those that were trained, whatever the 8-bit arithmetic does.
func TestPlain(t *testing.T) {
	want, m, in := readReference(t)
	x := plainScores(m, &in)
	if len(want.Plain) != len(x) {
		t.Fatalf("%d rows, the reference has %d", len(x), len(want.Plain))
	}
	differs := 0.0
	for i, row := range want.Plain {
		if len(row) != topArcDep {
			t.Fatalf("row %d has %d scores, want %d", i, len(row), topArcDep)
		}
		for j, v := range row {
			differs = max(differs, math.Abs(v-x[i][j]))
		}
	}
	t.Logf("measured: scores in floating point differ from those of the training code by %.1g at most", differs)
	if differs > 1e-4 {
		t.Errorf("a score differs from that of the training code by %g", differs)
	}
}

// plainScores returns the projections of all heads, a row a piece.
func plainScores(m *model, in *input) [][]float64 {
	x := make([][]float64, len(in.ids))
	for i, id := range in.ids {
		x[i] = make([]float64, width)
		for j := range width {
			word := float64(int8(m.word[int(id)*width+j])) * float64(m.wordScale[id])
			x[i][j] = word + float64(m.position[i*width+j]) + float64(m.shape[int(in.shape[i])*width+j]) + float64(m.lead[int(in.lead[i])*width+j])
		}
	}
	m.norm.plain(x)
	for i := range m.layers {
		l := &m.layers[i]
		addTo(x, l.out.plain(plainAttention(l.qkv.plain(x))))
		l.norm1.plain(x)
		h := l.up.plain(x)
		for _, row := range h {
			for j, v := range row {
				row[j] = v * 0.5 * (1 + math.Erf(v/math.Sqrt2))
			}
		}
		addTo(x, l.down.plain(h))
		l.norm2.plain(x)
	}
	return m.tops.plain(x)
}

// plain returns the products of l's weights with the rows of x, and the biases.
func (l *linear) plain(x [][]float64) [][]float64 {
	out := make([][]float64, len(x))
	for i := range out {
		out[i] = make([]float64, l.columns)
	}
	weights := make([]float64, l.inner)
	for n := range l.columns {
		for k := range weights {
			at := n/columnBlock*l.inner*columnBlock + k/4*4*columnBlock + n%columnBlock*4 + k%4
			weights[k] = (float64(l.data[at]) - 128) * float64(l.scale[n])
		}
		for i, row := range x {
			sum := float64(l.bias[n])
			for k, w := range weights {
				sum += w * row[k]
			}
			out[i][n] = sum
		}
	}
	return out
}

// plain normalizes the rows of x in place.
func (n norm) plain(x [][]float64) {
	for _, row := range x {
		mean, variance := 0.0, 0.0
		for _, v := range row {
			mean += v / width
		}
		for _, v := range row {
			variance += (v - mean) * (v - mean) / width
		}
		for j, v := range row {
			row[j] = (v-mean)/math.Sqrt(variance+1e-12)*float64(n.gain[j]) + float64(n.bias[j])
		}
	}
}

// plainAttention returns what each piece takes from all, for rows of queries, keys and values.
func plainAttention(x [][]float64) [][]float64 {
	out := make([][]float64, len(x))
	weights := make([]float64, len(x))
	for i := range x {
		out[i] = make([]float64, width)
		for h := range heads {
			total := 0.0
			for k := range x {
				score := 0.0
				for j := h * headDim; j < (h+1)*headDim; j++ {
					score += x[i][j] * x[k][width+j]
				}
				weights[k] = math.Exp(score / math.Sqrt(headDim))
				total += weights[k]
			}
			for k, w := range weights {
				for j := h * headDim; j < (h+1)*headDim; j++ {
					out[i][j] += w / total * x[k][2*width+j]
				}
			}
		}
	}
	return out
}

func addTo(x, y [][]float64) {
	for i, row := range x {
		for j := range row {
			row[j] += y[i][j]
		}
	}
}
