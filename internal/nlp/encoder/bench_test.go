//go:build unix

package encoder

import (
	"strings"
	"syscall"
	"testing"
)

// Speeds are those of processor time, so that what else the machine does tells little.

func processorSeconds(b *testing.B) float64 {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// BenchmarkProduct tells the speed of the product by each way.
func BenchmarkProduct(b *testing.B) {
	for _, w := range ways() {
		b.Run(w.String(), func(b *testing.B) {
			setWay(b, w)
			product := newProduct()
			before := processorSeconds(b)
			for b.Loop() {
				product()
			}
			b.ReportMetric(productOperations*float64(b.N)/(processorSeconds(b)-before)/1e9, "Gop/cpu-s")
		})
	}
}

// BenchmarkRun tells the speed of the encoder by each way, and which share of the speed of products alone it reaches.
func BenchmarkRun(b *testing.B) {
	m, err := embedded()
	if err != nil {
		b.Fatal(err)
	}
	d := doc(strings.Repeat(story, 10))
	operations := 0
	for _, w := range newReader(m, d, newSpace(m)).windows() {
		operations += m.operations(w.to - w.from + 2)
	}
	for _, w := range ways() {
		b.Run(w.String(), func(b *testing.B) {
			setWay(b, w)
			run(b, d)
			product := newProduct()
			before, products := processorSeconds(b), 0
			for ; processorSeconds(b)-before < 0.2; products++ {
				product()
			}
			limit := productOperations * float64(products) / (processorSeconds(b) - before)
			b.ReportAllocs()
			before = processorSeconds(b)
			for b.Loop() {
				run(b, d)
			}
			runs := float64(b.N) / (processorSeconds(b) - before)
			b.ReportMetric(float64(len(d.Tokens))*runs, "tokens/cpu-s")
			b.ReportMetric(float64(operations)*runs/1e9, "Gop/cpu-s")
			b.ReportMetric(100*float64(operations)*runs/limit, "%-of-product")
		})
	}
}

// productOperations is the number of products and sums of a product of the size of the feed-forward layers'.
const productOperations = 2 * productRows * width * inner

// newProduct returns such a product.
func newProduct() func() {
	m := &matrix{columns: inner, inner: width, data: make([]byte, inner*width)}
	a, out, s := make([]int8, productRows*width), make([]int32, productRows*inner), newScratch()
	return func() { m.product(a, out, productRows, s) }
}

// operations returns how many products and sums of bytes the model needs for a window of n pieces.
func (m *model) operations(n int) int {
	rows, padded := roundUp(n, rowBlock), roundUp(n, columnBlock)
	layer := width*3*width + width*width + 2*width*inner + 2*padded*width
	return 2 * rows * (len(m.layers)*layer + width*m.tops.columns)
}
