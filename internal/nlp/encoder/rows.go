package encoder

import "math"

// What is done to each value of a row. The processor's own way (AVX-512) does the same operations on each value, so
// that its answers are equal; lengths are multiples of 16 there, and what is left over goes the portable way.

// absMax returns the largest absolute value of x as its bits, which order as the values do.
func absMax(x []float32) uint32 {
	var bits uint32
	n := wide(len(x))
	if n > 0 {
		bits = absMaxAVX512(&x[0], n)
	}
	for _, v := range x[n:] {
		bits = max(bits, math.Float32bits(v)&^(1<<31))
	}
	return bits
}

// quantize rounds x to signed bytes and returns the value of one step and 128 times the sum of the bytes.
func quantize(x []float32, out []int8) (float32, int32) {
	top := math.Float32frombits(absMax(x))
	if top == 0 {
		clear(out)
		return 0, 0
	}
	inverse, sum := 127/top, int32(0)
	out = out[:len(x)]
	n := wide(len(x))
	if n > 0 {
		sum = toBytesAVX512(&x[0], &out[0], n, inverse)
	}
	for i, v := range x[n:] {
		q := int32(float32(v*inverse)+128.5) - 128
		out[n+i] = int8(q)
		sum += q
	}
	return top / 127, 128 * sum
}

// scaleRow turns a row of sums of products into values.
func scaleRow(sums []int32, scale, bias, out []float32, offset int32, f float32) {
	scale, bias, out = scale[:len(sums)], bias[:len(sums)], out[:len(sums)]
	n := wide(len(sums))
	if n > 0 {
		scaleRowAVX512(&sums[0], &scale[0], &bias[0], &out[0], n, offset, f)
	}
	for j := n; j < len(sums); j++ {
		out[j] = float32(float32(float32(sums[j]-offset)*f)*scale[j]) + bias[j]
	}
}

// expSteps is the resolution of the table of the exponential function, for a step of 1.
const expSteps = 256

// expTable has round(127·exp(-i/expSteps)), until that is 0.
var expTable = func() []int32 {
	var t []int32
	for i := 0; ; i++ {
		q := int32(math.Round(127 * math.Exp(-float64(i)/expSteps)))
		t = append(t, q)
		if q == 0 {
			return t
		}
	}
}()

// weigh turns the products of a query with keys into weights of 0 to 127, as softmax would, and returns their sum. It
// needs scores for its work.
func weigh(sums []int32, keyScale, scores []float32, out []int8, scale float32, offset int32) int32 {
	keyScale, scores = keyScale[:len(sums)], scores[:len(sums)]
	top := float32(math.Inf(-1))
	scale *= expSteps
	n := wide(len(sums))
	if n > 0 {
		top = scoreAVX512(&sums[0], &keyScale[0], &scores[0], n, offset, scale)
	}
	for i := n; i < len(sums); i++ {
		x := float32(float32(sums[i]-offset)*scale) * keyScale[i]
		scores[i] = x
		if x > top {
			top = x
		}
	}
	total, last := int32(0), int32(len(expTable)-1)
	if n > 0 {
		total = expAVX512(&scores[0], &out[0], &expTable[0], n, top, last)
	}
	for i := n; i < len(sums); i++ {
		k := last
		if d := top - scores[i]; d < float32(last) {
			k = int32(d)
		}
		out[i] = int8(expTable[k])
		total += expTable[k]
	}
	clear(out[len(sums):])
	return total
}
