package encoder

import "math"

// What is done to each value of a row. The processor's own way does the same operations on each value in the same order,
// so that its answers are equal: a product and a sum are rounded each by itself, which float32(a*b) + c asks for.

// quantizePortable rounds rows of n values, stride apart, to signed bytes, and keeps of each row the value of one step and
// 128 times the sum of the bytes.
func quantizePortable(x []float32, stride int, out []int8, scale []float32, offset []int32, rows, n int) {
	for r := range rows {
		row, to := x[r*stride:][:n], out[r*n:][:n]
		var most uint32 // the largest absolute value as its bits, which order as the values do
		for _, v := range row {
			most = max(most, math.Float32bits(v)&^(1<<31))
		}
		top := math.Float32frombits(most)
		var inverse float32
		if top > 0 {
			inverse = 127 / top
		}
		var sum int32
		for i, v := range row {
			q := int32(float32(v*inverse)+128.5) - 128
			to[i] = int8(q)
			sum += q
		}
		scale[r], offset[r] = top/127, 128*sum
	}
}

// scalePortable turns a row of sums of products into values.
func scalePortable(sums []int32, scales, bias, out []float32, offset int32, f float32) {
	scales, bias, out = scales[:len(sums)], bias[:len(sums)], out[:len(sums)]
	for j, s := range sums {
		out[j] = float32(float32(float32(s-offset)*f)*scales[j]) + bias[j]
	}
}

// addScaledPortable is scale that adds to out.
func addScaledPortable(sums []int32, scales, bias, out []float32, offset int32, f float32) {
	scales, bias, out = scales[:len(sums)], bias[:len(sums)], out[:len(sums)]
	for j, s := range sums {
		out[j] += float32(float32(float32(s-offset)*f)*scales[j]) + bias[j]
	}
}

// geluSteps is the resolution of the table of GELU, for a step of 1.
const geluSteps = 512

// geluTable has GELU (Hendrycks and Gimpel 2016) from -6 to 6; below it is 0, above the value itself.
var geluTable = func() []float32 {
	t := make([]float32, 12*geluSteps+1)
	for i := range t {
		x := float64(i-6*geluSteps) / geluSteps
		t[i] = float32(x * 0.5 * (1 + math.Erf(x/math.Sqrt2)))
	}
	return t
}()

// scaleGELUPortable is scale with GELU behind it.
func scaleGELUPortable(sums []int32, scales, bias, out []float32, offset int32, f float32) {
	scales, bias, out = scales[:len(sums)], bias[:len(sums)], out[:len(sums)]
	for j, s := range sums {
		v := float32(float32(float32(s-offset)*f)*scales[j]) + bias[j]
		switch {
		case v <= -6:
			v = 0
		case v < 6:
			v = geluTable[int32(float32((v+6)*geluSteps)+0.5)]
		}
		out[j] = v
	}
}

// norm is layer normalization (Ba et al. 2016).
type norm struct{ gain, bias []float32 }

// applyPortable normalizes rows of width values.
func (n norm) applyPortable(x []float32) {
	for ; len(x) > 0; x = x[width:] {
		row := x[:width]
		var sum float32
		for _, v := range row {
			sum += v
		}
		mean := sum / width
		var squares float32
		for _, v := range row {
			d := v - mean
			squares += float32(d * d)
		}
		f := 1 / float32(math.Sqrt(float64(squares/width+1e-12)))
		gain, bias := n.gain[:width], n.bias[:width]
		for i, v := range row {
			row[i] = float32(float32((v-mean)*f)*gain[i]) + bias[i]
		}
	}
}

// dotsPortable writes the products of a with the rows of b to out.
func dotsPortable(a, b, out []float32) {
	for i := range out {
		out[i] = dot(a, b[i*len(a):])
	}
}

// dot has a fixed order of its sums, four side by side.
func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	b = b[:len(a)]
	for i := 0; i+4 <= len(a); i += 4 {
		x, y := a[i:i+4:i+4], b[i:i+4:i+4]
		s0 += float32(x[0] * y[0])
		s1 += float32(x[1] * y[1])
		s2 += float32(x[2] * y[2])
		s3 += float32(x[3] * y[3])
	}
	return (s0 + s1) + (s2 + s3)
}
