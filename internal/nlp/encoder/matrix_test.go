package encoder

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestProduct compares the product by each way with that by definition.
func TestProduct(t *testing.T) {
	for _, size := range []struct{ rows, inner, columns int }{{8, 32, 32}, {16, 64, 64}, {8, 96, 96}, {136, 160, 64}, {24, 1536, 32}} {
		for _, extreme := range []bool{false, true} {
			rng := rand.New(rand.NewPCG(1, 2))
			number := func() int8 {
				if extreme {
					return 127
				}
				return int8(rng.IntN(255) - 127)
			}
			m := &matrix{columns: size.columns, inner: size.inner, data: make([]byte, size.columns*size.inner)}
			want := make([]int32, size.rows*size.columns)
			a := make([]int8, size.rows*size.inner)
			for i := range a {
				a[i] = number()
			}
			column := make([]int8, size.inner)
			for n := range size.columns {
				for k := range column {
					column[k] = number()
					if extreme && n%2 == 1 {
						column[k] = -128
					}
					for r := range size.rows {
						want[r*size.columns+n] += int32(a[r*size.inner+k]) * (int32(column[k]) + 128)
					}
				}
				m.put(n, column)
			}
			eachWay(t, func(t *testing.T) {
				got := make([]int32, len(want))
				m.product(a, got, size.rows, newScratch())
				if !slices.Equal(got, want) {
					t.Errorf("%v, extreme %v: the product differs from the definition", size, extreme)
				}
			})
		}
	}
}
