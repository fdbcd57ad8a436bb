package encoder

// productRows is how many rows of a window go through a product at a time: their sums stay in the cache.
const productRows = 128

// space is what one worker needs to read windows: made once and used again for every window.
type space struct {
	x, y    []float32 // window × width
	wide    []float32 // window × max(3·width, columns of the heads)
	sums    []int32   // productRows × the widest product, as the kernel leaves it
	small   []int8    // productRows × inner: the left side of a product
	hidden  []float32 // inner: one row between the feed-forward layers
	scale   []float32 // of each row of small
	offset  []int32   // 128 times the sum of each row of small
	scratch scratch

	keys     []byte // window × headDim: of one head of attention
	values   []byte
	keyScale []float32
	absent   []float32
	scores   []float32 // of one query
	weights  []int8    // attentionRows × window
	totals   [attentionRows]int32

	heads headSpace
}

func newSpace(m *model) *space {
	return &space{
		x: make([]float32, window*width), y: make([]float32, window*width),
		wide: make([]float32, window*max(3*width, m.tops.columns)), sums: make([]int32, max(productRows*inner, biaffineRows*m.rel.columns)),
		small: make([]int8, productRows*inner), hidden: make([]float32, inner),
		scale: make([]float32, window), offset: make([]int32, window),
		scratch: *newScratch(),
		keys:    make([]byte, window*headDim), values: make([]byte, window*headDim),
		keyScale: make([]float32, window), absent: make([]float32, window), scores: make([]float32, window),
		weights: make([]int8, attentionRows*window),
		heads:   newHeadSpace(m),
	}
}
