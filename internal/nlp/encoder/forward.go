package encoder

// linear is a matrix of 8-bit weights with the scale and the bias of each column.
type linear struct {
	matrix
	scale, bias []float32
}

// input is the pieces of a window, [CLS] and [SEP] among them.
type input struct {
	ids         []int32
	shape, lead []uint8
}

// read runs the encoder over a window and leaves in s.wide the projections of all heads, a row of
// m.tops.columns each piece. It calls seen behind each layer, whose rows are in s.x.
func (m *model) read(in *input, s *space, seen func(layer int)) {
	n := len(in.ids)
	rows := roundUp(n, rowBlock)
	clear(s.x[n*width : rows*width])
	for i, id := range in.ids {
		row := s.x[i*width : (i+1)*width]
		w, f := m.word[int(id)*width:int(id+1)*width], m.wordScale[id]
		p, sh, l := m.position[i*width:], m.shape[int(in.shape[i])*width:], m.lead[int(in.lead[i])*width:]
		p, sh, l = p[:len(row)], sh[:len(row)], l[:len(row)]
		for j := range row {
			row[j] = float32(float32(int8(w[j]))*f) + p[j] + sh[j] + l[j]
		}
	}
	m.norm.apply(s.x[:rows*width])
	for i := range m.layers {
		l := &m.layers[i]
		s.apply(l.qkv, s.x, rows, func(r int, sums []int32) {
			scale(sums, l.qkv.scale, l.qkv.bias, s.wide[r*l.qkv.columns:], s.offset[r], s.scale[r])
		})
		s.attend(n, rows)
		s.apply(l.out, s.y, rows, func(r int, sums []int32) {
			addScaled(sums, l.out.scale, l.out.bias, s.x[r*width:], s.offset[r], s.scale[r])
		})
		l.norm1.apply(s.x[:rows*width])
		s.feed(l, rows)
		l.norm2.apply(s.x[:rows*width])
		seen(i)
	}
	s.apply(m.tops, s.x, rows, func(r int, sums []int32) {
		scale(sums, m.tops.scale, m.tops.bias, s.wide[r*m.tops.columns:], s.offset[r], s.scale[r])
	})
}

// apply computes the products of l with the rows of x and calls then with the sums of each.
func (s *space) apply(l *linear, x []float32, rows int, then func(r int, sums []int32)) {
	for from := 0; from < rows; from += productRows {
		n := min(productRows, rows-from)
		quantize(x[from*l.inner:], l.inner, s.small, s.scale[from:], s.offset[from:], n, l.inner)
		l.product(s.small, s.sums, n, &s.scratch)
		for r := range n {
			then(from+r, s.sums[r*l.columns:(r+1)*l.columns])
		}
	}
}

// feed adds to s.x what the feed-forward layers make of it.
func (s *space) feed(l *layer, rows int) {
	for from := 0; from < rows; from += productRows {
		n := min(productRows, rows-from)
		x := s.x[from*width:]
		quantize(x, width, s.small, s.scale, s.offset, n, width)
		l.up.product(s.small, s.sums, n, &s.scratch)
		for r := range n {
			scaleGELU(s.sums[r*inner:(r+1)*inner], l.up.scale, l.up.bias, s.hidden, s.offset[r], s.scale[r])
			quantize(s.hidden, inner, s.small[r*inner:], s.scale[r:], s.offset[r:], 1, inner)
		}
		l.down.product(s.small, s.sums, n, &s.scratch)
		for r := range n {
			addScaled(s.sums[r*width:(r+1)*width], l.down.scale, l.down.bias, x[r*width:], s.offset[r], s.scale[r])
		}
	}
}
