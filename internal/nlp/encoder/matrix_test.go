package encoder

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestKernels compares the processor's kernel with the portable one, and that with the product by definition.
func TestKernels(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, size := range []struct{ rows, inner, columns int }{{8, 4, 32}, {16, 32, 64}, {8, 384, 96}, {24, 1536, 32}} {
		m := &matrix{columns: size.columns, inner: size.inner, data: make([]byte, size.columns*size.inner)}
		want := make([]int32, size.rows*size.columns)
		a := make([]int8, size.rows*size.inner)
		for i := range a {
			a[i] = int8(rng.IntN(255) - 127)
		}
		for n := range size.columns {
			for k := range size.inner {
				w := int8(rng.IntN(255) - 127)
				m.put(n, k, w)
				for r := range size.rows {
					want[r*size.columns+n] += int32(a[r*size.inner+k]) * (int32(w) + 128)
				}
			}
		}
		got := make([]int32, len(want))
		m.product(a, got, size.rows)
		if !slices.Equal(got, want) {
			t.Errorf("%v: the processor's kernel differs from the definition", size)
		}
		clear(got)
		m.productPortable(a, got, size.rows)
		if !slices.Equal(got, want) {
			t.Errorf("%v: the portable kernel differs from the definition", size)
		}
	}
}

func BenchmarkProduct(b *testing.B) {
	m := &matrix{columns: 1536, inner: 384, data: make([]byte, 1536*384)}
	a, out := make([]int8, 256*384), make([]int32, 256*1536)
	for b.Loop() {
		m.product(a, out, 256)
	}
	b.ReportMetric(2*256*384*1536*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gop/s")
}
