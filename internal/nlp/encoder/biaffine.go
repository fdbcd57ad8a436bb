package encoder

// projections are the heads' projections of the pieces of a window.
type projections struct {
	m      *model
	s      *space
	rows   []float32
	stride int
}

// dependents runs the dependent's half of a biaffine head over the pieces at the given rows: out has l.columns values
// each. Eight rows at a time, so that the space for the sums stays small.
func (p projections) dependents(l *linear, at []int, column int) []float32 {
	out := make([]float32, roundUp(len(at), rowBlock)*l.columns)
	var x [window]float32
	for b := 0; b < len(at); b += rowBlock {
		for i := range rowBlock {
			p.s.scale[i], p.s.offset[i] = 0, 0
			small := p.s.small[i*l.inner : (i+1)*l.inner]
			if b+i >= len(at) {
				clear(small)
				continue
			}
			relu(x[:l.inner], p.rows[at[b+i]*p.stride+column:])
			p.s.scale[i], p.s.offset[i] = quantize(x[:l.inner], small)
		}
		p.s.applySmall(l, out[b*l.columns:], rowBlock)
	}
	return out
}

// governors returns the other half: the projections at the given rows, a row of dim each.
func (p projections) governors(at []int, column, dim int) []float32 {
	out := make([]float32, len(at)*dim)
	for i, r := range at {
		relu(out[i*dim:(i+1)*dim], p.rows[r*p.stride+column:])
	}
	return out
}

func relu(out, x []float32) {
	for i := range out {
		out[i] = max(0, x[i])
	}
}

// dot has a fixed order of its sums, four side by side.
func dot(a, b []float32) float32 {
	var s [4]float32
	b = b[:len(a)]
	for i := 0; i+4 <= len(a); i += 4 {
		s[0] += float32(a[i] * b[i])
		s[1] += float32(a[i+1] * b[i+1])
		s[2] += float32(a[i+2] * b[i+2])
		s[3] += float32(a[i+3] * b[i+3])
	}
	return (s[0] + s[1]) + (s[2] + s[3])
}
