package encoder

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// values returns n values of many sizes, among them 0 and those at the edges of GELU's table.
func values(rng *rand.Rand, n int) []float32 {
	edges := []float32{0, float32(math.Copysign(0, -1)), 6, -6, 5.9999995, -5.9999995, 6.5, -7, 1e-30, 3e4}
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(rng.NormFloat64() * math.Exp2(float64(rng.IntN(6)-3)))
		if rng.IntN(16) == 0 {
			x[i] = edges[rng.IntN(len(edges))]
		}
	}
	return x
}

func sameBits(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return math.Float32bits(x) == math.Float32bits(y) })
}

// TestTables holds that the tables have the same bits on every processor, whose ways to exponentials and error functions
// may differ.
func TestTables(t *testing.T) {
	var table []byte
	for _, v := range geluTable {
		table = binary.LittleEndian.AppendUint32(table, math.Float32bits(v))
	}
	for _, v := range expTable {
		table = append(table, byte(v))
	}
	if got, want := crc32.ChecksumIEEE(table), uint32(0xf269574f); got != want {
		t.Errorf("the tables have the checksum %#x, want %#x", got, want)
	}
}

// TestRows compares what each way does to rows with the plain Go, bit by bit.
func TestRows(t *testing.T) {
	eachWay(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(3, 4))
		for range 50 {
			const rows, stride = 8, 512
			x := values(rng, rows*stride)
			clear(x[2*stride : 3*stride]) // a row of zeros
			n := 32 * (1 + rng.IntN(12))
			testQuantize(t, x, stride, rows, n)
			testScales(t, rng, n)
			testValues(t, x, stride, 1+rng.IntN(rows))
			testDots(t, rng, 4*(1+rng.IntN(40)), rng.IntN(12))
			testNorm(t, rng)
		}
	})
}

func testQuantize(t *testing.T, x []float32, stride, rows, n int) {
	var bytes [2][]int8
	var scales [2][]float32
	var offsets [2][]int32
	for i, f := range []func([]float32, int, []int8, []float32, []int32, int, int){quantize, quantizePortable} {
		bytes[i], scales[i], offsets[i] = make([]int8, rows*n), make([]float32, rows), make([]int32, rows)
		f(x, stride, bytes[i], scales[i], offsets[i], rows, n)
	}
	if !slices.Equal(bytes[0], bytes[1]) || !sameBits(scales[0], scales[1]) || !slices.Equal(offsets[0], offsets[1]) {
		t.Errorf("quantize of %d values differs", n)
	}
}

func testScales(t *testing.T, rng *rand.Rand, n int) {
	sums := make([]int32, n)
	for i := range sums {
		sums[i] = int32(rng.IntN(1<<22)) - 1<<21
	}
	scales, bias, before := values(rng, n), values(rng, n), values(rng, n)
	type function = func([]int32, []float32, []float32, []float32, int32, float32)
	for name, f := range map[string][2]function{
		"scale": {scale, scalePortable}, "addScaled": {addScaled, addScaledPortable}, "scaleGELU": {scaleGELU, scaleGELUPortable},
	} {
		got, want := slices.Clone(before), slices.Clone(before)
		f[0](sums, scales, bias, got, 12345, 1e-5)
		f[1](sums, scales, bias, want, 12345, 1e-5)
		if !sameBits(got, want) {
			t.Errorf("%s of %d values differs", name, n)
		}
	}
}

func testValues(t *testing.T, x []float32, stride, rows int) {
	var got, want [headDim]float32
	columnTops(x, stride, rows, &got)
	columnTopsPortable(x, stride, rows, &want)
	if !sameBits(got[:], want[:]) {
		t.Errorf("columnTops of %d rows differs", rows)
	}
	var inverse [headDim]float32
	for i, top := range want {
		if top > 0 {
			inverse[i] = 127 / top
		}
	}
	a, b := make([]byte, 8*headDim), make([]byte, 8*headDim)
	packValues(x, stride, rows, &inverse, a)
	packValuesPortable(x, stride, rows, &inverse, b)
	if !slices.Equal(a, b) {
		t.Errorf("packValues of %d rows differs", rows)
	}
}

func testDots(t *testing.T, rng *rand.Rand, n, rows int) {
	a, b := values(rng, n), values(rng, n*rows)
	got, want := make([]float32, rows), make([]float32, rows)
	dots(a, b, got)
	dotsPortable(a, b, want)
	if !sameBits(got, want) {
		t.Errorf("dots of %d rows of %d differs", rows, n)
	}
}

func testNorm(t *testing.T, rng *rand.Rand) {
	n := norm{values(rng, width), values(rng, width)}
	got := values(rng, 2*rowBlock*width)
	clear(got[width : 2*width])
	want := slices.Clone(got)
	n.apply(got)
	n.applyPortable(want)
	if !sameBits(got, want) {
		t.Error("normalization differs")
	}
}

// TestWeigh compares the weights for all distances from the best key, and for keys that are absent.
func TestWeigh(t *testing.T) {
	eachWay(t, func(t *testing.T) {
		n := roundUp(len(expTable)+100, columnBlock)
		sums, absent, keyScale := make([]int32, n), make([]float32, n), make([]float32, n)
		for i := range sums {
			sums[i], keyScale[i] = 70-int32(i), 1
			if i > len(expTable)+50 {
				absent[i], keyScale[i], sums[i] = float32(math.Inf(-1)), 0, 1<<20
			}
		}
		for _, scale := range []float32{1. / expSteps, 0.37 / expSteps, 1e9, 0} {
			got, want := make([]int8, n), make([]int8, n)
			scores := make([]float32, n)
			a := weigh(sums, keyScale, absent, scores, got, 70, scale)
			b := weighPortable(sums, keyScale, absent, scores, want, 70, scale)
			if a != b || !slices.Equal(got, want) {
				t.Errorf("scale %g: weights differ, sums %d and %d", scale, a, b)
			}
			if scale == 1./expSteps && !slices.Equal(want[:len(expTable)], expTable) {
				t.Error("the weights of all distances are not the table")
			}
		}
	})
}
