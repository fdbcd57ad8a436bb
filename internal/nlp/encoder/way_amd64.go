package encoder

import "golang.org/x/sys/cpu"

func best() way {
	switch x := cpu.X86; {
	case x.HasAVX2 && x.HasAVX512F && x.HasAVX512BW && x.HasAVX512VNNI:
		return vnni
	case x.HasAVX2:
		return avx2
	}
	return portable
}

// The functions below do by the processor's own way what those of the same name with "Portable" do. Before a kernel runs, the last elements
// that it touches are looked at, so that a short slice panics here and is not read past.

func (m *matrix) product(a []int8, out []int32, rows int, s *scratch) {
	if using == portable {
		m.productPortable(a, out, rows, s)
		return
	}
	_, _, _ = a[rows*m.inner-1], m.data[m.columns*m.inner-1], out[rows*m.columns-1]
	if using == vnni {
		productVNNI(&a[0], &m.data[0], &out[0], rows, m.inner, m.columns)
		return
	}
	for r := 0; r < rows; r += expandedRows {
		n := min(expandedRows, rows-r)
		_ = s.expanded[n*m.inner-1]
		expandAVX2(&a[r*m.inner], &s.expanded[0], n*m.inner)
		productAVX2(&s.expanded[0], &m.data[0], &out[r*m.columns], n, m.inner, m.columns)
	}
}

func quantize(x []float32, stride int, out []int8, scale []float32, offset []int32, rows, n int) {
	if using == portable {
		quantizePortable(x, stride, out, scale, offset, rows, n)
		return
	}
	_, _, _, _ = x[(rows-1)*stride+n-1], out[rows*n-1], scale[rows-1], offset[rows-1]
	quantizeAVX2(&x[0], &out[0], &scale[0], &offset[0], rows, n, stride)
}

func scale(sums []int32, scales, bias, out []float32, offset int32, f float32) {
	if using == portable {
		scalePortable(sums, scales, bias, out, offset, f)
		return
	}
	n := len(sums)
	_, _, _ = scales[n-1], bias[n-1], out[n-1]
	scaleAVX2(&sums[0], &scales[0], &bias[0], &out[0], n, offset, f)
}

func addScaled(sums []int32, scales, bias, out []float32, offset int32, f float32) {
	if using == portable {
		addScaledPortable(sums, scales, bias, out, offset, f)
		return
	}
	n := len(sums)
	_, _, _ = scales[n-1], bias[n-1], out[n-1]
	addScaledAVX2(&sums[0], &scales[0], &bias[0], &out[0], n, offset, f)
}

func scaleGELU(sums []int32, scales, bias, out []float32, offset int32, f float32) {
	if using == portable {
		scaleGELUPortable(sums, scales, bias, out, offset, f)
		return
	}
	n := len(sums)
	_, _, _ = scales[n-1], bias[n-1], out[n-1]
	geluAVX2(&sums[0], &scales[0], &bias[0], &out[0], &geluTable[0], n, offset, f)
}

func (n norm) apply(x []float32) {
	if using == portable {
		n.applyPortable(x)
		return
	}
	_, _ = n.gain[width-1], n.bias[width-1]
	for ; len(x) > 0; x = x[rowBlock*width:] {
		_ = x[rowBlock*width-1]
		normAVX2(&x[0], &n.gain[0], &n.bias[0])
	}
}

func weigh(sums []int32, keyScale, absent, scores []float32, out []int8, offset int32, scale float32) int32 {
	if using == portable {
		return weighPortable(sums, keyScale, absent, scores, out, offset, scale)
	}
	n := len(sums)
	_, _, _, _ = keyScale[n-1], absent[n-1], scores[n-1], out[n-1]
	return weighAVX2(&sums[0], &keyScale[0], &absent[0], &scores[0], &out[0], n, offset, int32(len(expTable)-1), scale*expSteps)
}

func columnTops(x []float32, stride, rows int, tops *[headDim]float32) {
	if using == portable {
		columnTopsPortable(x, stride, rows, tops)
		return
	}
	_ = x[(rows-1)*stride+headDim-1]
	columnTopsAVX2(&x[0], &tops[0], rows, stride)
}

func packValues(x []float32, stride, rows int, inverse *[headDim]float32, out []byte) {
	groups := 0
	if using != portable {
		groups = rows / 4
	}
	if groups > 0 {
		_, _ = x[(4*groups-1)*stride+headDim-1], out[4*groups*headDim-1]
		packValuesAVX2(&x[0], &inverse[0], &out[0], groups, stride)
	}
	if rows > 4*groups {
		packValuesPortable(x[4*groups*stride:], stride, rows-4*groups, inverse, out[4*groups*headDim:])
	}
}

func dots(a, b, out []float32) {
	n, rows := len(a), 0
	if using != portable {
		rows = len(out) &^ 3
	}
	if rows > 0 {
		_ = b[n*rows-1]
		dotsAVX2(&a[0], &b[0], &out[0], n, rows)
	}
	dotsPortable(a, b[n*rows:], out[rows:])
}
