//go:build !amd64

package encoder

func best() way { return portable }

func (m *matrix) product(a []int8, out []int32, rows int, s *scratch) {
	m.productPortable(a, out, rows, s)
}

func quantize(x []float32, stride int, out []int8, scale []float32, offset []int32, rows, n int) {
	quantizePortable(x, stride, out, scale, offset, rows, n)
}

func scale(sums []int32, scales, bias, out []float32, offset int32, f float32) {
	scalePortable(sums, scales, bias, out, offset, f)
}

func addScaled(sums []int32, scales, bias, out []float32, offset int32, f float32) {
	addScaledPortable(sums, scales, bias, out, offset, f)
}

func scaleGELU(sums []int32, scales, bias, out []float32, offset int32, f float32) {
	scaleGELUPortable(sums, scales, bias, out, offset, f)
}

func (n norm) apply(x []float32) { n.applyPortable(x) }

func weigh(sums []int32, keyScale, absent, scores []float32, out []int8, offset int32, scale float32) int32 {
	return weighPortable(sums, keyScale, absent, scores, out, offset, scale)
}

func columnTops(x []float32, stride, rows int, tops *[headDim]float32) {
	columnTopsPortable(x, stride, rows, tops)
}

func packValues(x []float32, stride, rows int, inverse *[headDim]float32, out []byte) {
	packValuesPortable(x, stride, rows, inverse, out)
}

func dots(a, b, out []float32) { dotsPortable(a, b, out) }
