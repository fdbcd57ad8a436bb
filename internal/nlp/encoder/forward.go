package encoder

import "math"

// linear is a matrix of 8-bit weights with the scale and the bias of each column.
type linear struct {
	matrix
	scale, bias []float32
}

// norm is layer normalization (Ba et al. 2016).
type norm struct{ gain, bias []float32 }

// space is what one worker needs to read windows: about 6 MB, made once and used again for every window.
type space struct {
	x, y      []float32 // window × width
	wide      []float32 // window × max(3·width, inner, columns of the heads)
	sums      []int32   // the same, as the kernel leaves it
	small     []int8    // window × inner: the left side of a product
	scale     []float32 // of each row of small
	offset    []int32   // 128 times the sum of each row of small
	keys      matrix    // of one head of attention
	values    matrix
	keyScale  []float32
	scores    []float32 // of one query
	attention []int8    // 8 rows × window
}

func newSpace() *space {
	widest := max(inner, 3*width, roundUp(topEnd, columnBlock))
	return &space{
		x: make([]float32, window*width), y: make([]float32, window*width),
		wide: make([]float32, window*widest), sums: make([]int32, window*widest),
		small: make([]int8, window*inner), scale: make([]float32, window), offset: make([]int32, window),
		keys: matrix{data: make([]byte, window*headDim)}, values: matrix{data: make([]byte, window*headDim)},
		keyScale: make([]float32, window), scores: make([]float32, window), attention: make([]int8, rowBlock*window),
	}
}

// input is the pieces of a window, [CLS] and [SEP] among them.
type input struct {
	ids         []int32
	shape, lead []uint8
}

// read runs the encoder over a window and leaves in s.wide the projections of all heads, a row of
// m.tops.columns each piece.
func (m *model) read(in *input, s *space) {
	n := len(in.ids)
	rows := roundUp(n, rowBlock)
	clear(s.x[n*width : rows*width])
	for i, id := range in.ids {
		row := s.x[i*width : (i+1)*width]
		w, scale := m.word[int(id)*width:int(id+1)*width], m.wordScale[id]
		p, sh, l := m.position[i*width:], m.shape[int(in.shape[i])*width:], m.lead[int(in.lead[i])*width:]
		for j := range row {
			row[j] = float32(float32(int8(w[j]))*scale) + p[j] + sh[j] + l[j]
		}
		m.norm.apply(row)
	}
	for i := range m.layers {
		l := &m.layers[i]
		s.apply(l.qkv, s.x, s.wide, rows)
		s.attend(n, rows)
		s.apply(l.out, s.y, s.wide, rows)
		s.add(l.out.columns, l.norm1, rows)
		s.apply(l.up, s.x, s.wide, rows)
		gelu(s.wide[:rows*inner])
		s.apply(l.down, s.wide, s.wide, rows)
		s.add(l.down.columns, l.norm2, rows)
	}
	s.apply(m.tops, s.x, s.wide, rows)
}

// add adds s.wide to s.x and normalizes.
func (s *space) add(columns int, n norm, rows int) {
	for r := range rows {
		x, d := s.x[r*width:(r+1)*width], s.wide[r*columns:r*columns+width]
		for j := range x {
			x[j] += d[j]
		}
		n.apply(x)
	}
}

// apply writes l of each row of x to out; x and out may be the same.
func (s *space) apply(l *linear, x, out []float32, rows int) {
	for r := range rows {
		s.scale[r], s.offset[r] = quantize(x[r*l.inner:(r+1)*l.inner], s.small[r*l.inner:(r+1)*l.inner])
	}
	s.applySmall(l, out, rows)
}

func (s *space) applySmall(l *linear, out []float32, rows int) {
	l.product(s.small, s.sums, rows)
	for r := range rows {
		at, end := r*l.columns, (r+1)*l.columns
		scaleRow(s.sums[at:end], l.scale, l.bias, out[at:end], s.offset[r], s.scale[r])
	}
}

func (n norm) apply(x []float32) {
	var sum float32
	for _, v := range x {
		sum += v
	}
	mean := sum / width
	var squares float32
	for _, v := range x {
		d := v - mean
		squares += float32(d * d)
	}
	f := 1 / float32(math.Sqrt(float64(squares/width+1e-12)))
	gain, bias := n.gain[:len(x)], n.bias[:len(x)]
	for i, v := range x {
		x[i] = float32(float32((v-mean)*f)*gain[i]) + bias[i]
	}
}

// geluSteps is the resolution of the table of GELU, for a step of 1.
const geluSteps = 512

// geluTable has GELU (Hendrycks and Gimpel 2016) from -6 to 6; below it is 0, above the value itself.
var geluTable = func() []float32 {
	t := make([]float32, 12*geluSteps+1)
	for i := range t {
		x := float64(i)/geluSteps - 6
		t[i] = float32(x * 0.5 * (1 + math.Erf(x/math.Sqrt2)))
	}
	return t
}()

func gelu(x []float32) {
	for i, v := range x {
		switch {
		case v <= -6:
			x[i] = 0
		case v < 6:
			x[i] = geluTable[int32(float32((v+6)*geluSteps)+0.5)]
		}
	}
}

// attend reads queries, keys and values from s.wide (rows of 3·width) and writes what each piece takes from the n pieces
// of the window to s.y.
func (s *space) attend(n, rows int) {
	padded := roundUp(n, columnBlock)
	s.keys.columns, s.keys.inner = padded, headDim
	s.values.columns, s.values.inner = headDim, padded
	var small [rowBlock * headDim]int8
	var scales [rowBlock]float32
	var offsets [rowBlock]int32
	var row [headDim]int8
	var valueScale [headDim]float32
	keys, values := s.keys, s.values
	keys.data, values.data = keys.data[:padded*headDim], values.data[:padded*headDim]
	root := 1 / float32(math.Sqrt(headDim))
	for h := range heads {
		at := h * headDim
		for i := range keys.data {
			keys.data[i], values.data[i] = 128, 128
		}
		var top [headDim]float32
		for i := range n {
			k := s.wide[i*3*width+width+at:][:headDim]
			f, _ := quantize(k, row[:])
			s.keyScale[i] = f * root
			for j, q := range row {
				keys.put(i, j, q)
			}
			for j, v := range s.wide[i*3*width+2*width+at:][:headDim] {
				top[j] = max(top[j], v, -v)
			}
		}
		var inverse [headDim]float32
		for j, t := range top {
			valueScale[j] = t / 127
			if t > 0 {
				inverse[j] = 127 / t
			}
		}
		for i := range n {
			for j, v := range s.wide[i*3*width+2*width+at:][:headDim] {
				values.put(j, i, int8(int32(float32(v*inverse[j])+128.5)-128))
			}
		}
		for r := 0; r < rows; r += rowBlock {
			for i := range rowBlock {
				q := s.wide[(r+i)*3*width+at:][:headDim]
				scales[i], offsets[i] = quantize(q, small[i*headDim:(i+1)*headDim])
			}
			keys.product(small[:], s.sums, rowBlock)
			for i := range rowBlock {
				offsets[i] = weigh(s.sums[i*padded:i*padded+n], s.keyScale, s.scores, s.attention[i*padded:(i+1)*padded], scales[i], offsets[i])
			}
			values.product(s.attention[:rowBlock*padded], s.sums, rowBlock)
			for i := range rowBlock {
				f := 1 / float32(offsets[i])
				out := s.y[(r+i)*width+at:][:headDim]
				for j := range out {
					out[j] = float32(float32(s.sums[i*headDim+j]-128*offsets[i])*f) * valueScale[j]
				}
			}
		}
	}
}
