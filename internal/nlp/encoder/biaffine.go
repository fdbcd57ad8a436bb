package encoder

// biaffineRows is how many dependents go through a biaffine head at a time.
const biaffineRows = 16

// headSpace is the part of a worker's space that the heads need.
type headSpace struct {
	input    input
	attr     []uint8   // labels of a window
	name     []uint8   //
	back     []uint8   // window × labels: of the Viterbi search
	relu     []float32 // biaffineRows × arcDim: the left side of a head
	halves   []float32 // biaffineRows × the widest head: dependents after a head
	to       []float32 // window × arcDim: governors
	scores   []float32 // window × window: of arcs; or of one row's relations or links
	at       []int     // rows of the window: of the tokens of a sentence, or of spans that are to be linked
	tokens   []int
	governor []int
	leads    []bool
	cues     []int
	sources  []int
}

func newHeadSpace(m *model) headSpace {
	return headSpace{
		input: input{ids: make([]int32, window), shape: make([]uint8, window), lead: make([]uint8, window)},
		attr:  make([]uint8, window), name: make([]uint8, window), back: make([]uint8, window*mostLabels),
		relu:   make([]float32, biaffineRows*arcDim),
		halves: make([]float32, biaffineRows*max(m.rel.columns, m.arc.columns, m.link.columns)),
		to:     make([]float32, window*arcDim), scores: make([]float32, max(window*window, len(m.relations))),
		at: make([]int, 0, window), tokens: make([]int, 0, window), governor: make([]int, window), leads: make([]bool, window),
		cues: make([]int, 0, window), sources: make([]int, 0, window),
	}
}

// projections are the heads' projections of the pieces of a window.
type projections struct {
	m      *model
	s      *space
	rows   []float32
	stride int
}

// dependents runs the dependent's half of a biaffine head over the pieces at the given rows, and calls then with the
// index and with what comes out, l.columns values, of each.
func (p projections) dependents(l *linear, at []int, column int, then func(i int, half []float32)) {
	s, h := p.s, &p.s.heads
	for from := 0; from < len(at); from += biaffineRows {
		n := min(biaffineRows, len(at)-from)
		rows := roundUp(n, rowBlock)
		clear(h.relu[n*l.inner : rows*l.inner])
		for i, r := range at[from : from+n] {
			relu(h.relu[i*l.inner:(i+1)*l.inner], p.rows[r*p.stride+column:])
		}
		quantize(h.relu, l.inner, s.small, s.scale, s.offset, rows, l.inner)
		l.product(s.small, s.sums, rows, &s.scratch)
		for i := range n {
			half := h.halves[i*l.columns : (i+1)*l.columns]
			scale(s.sums[i*l.columns:(i+1)*l.columns], l.scale, l.bias, half, s.offset[i], s.scale[i])
			then(from+i, half)
		}
	}
}

// governors returns the other half: the projections at the given rows, a row of dim each. The next call overwrites them.
func (p projections) governors(at []int, column, dim int) []float32 {
	out := p.s.heads.to[:len(at)*dim]
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
