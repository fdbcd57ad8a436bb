package encoder

import "encoding/binary"

// rowBlock and columnBlock are the rows and columns that a product is padded to.
const (
	rowBlock    = 8
	columnBlock = 32
)

// matrix is the right side of a product: columns × inner weights of 8 bits, in the order in which the kernels read them:
// blocks of 32 columns; within a block groups of four inner indexes; within a group the columns, four bytes each. A byte
// is the weight plus 128, so that the processor's product of unsigned and signed bytes serves.
type matrix struct {
	data           []byte
	columns, inner int // padded: multiples of 32
}

func roundUp(n, to int) int { return (n + to - 1) / to * to }

// put stores the weights of column n: a byte each inner index, a multiple of four of them.
func (m *matrix) put(n int, weights []int8) {
	to := m.data[n/columnBlock*m.inner*columnBlock+n%columnBlock*4:]
	for k := 0; k < len(weights); k += 4 {
		w := weights[k : k+4 : k+4]
		four := uint32(uint8(w[0])) | uint32(uint8(w[1]))<<8 | uint32(uint8(w[2]))<<16 | uint32(uint8(w[3]))<<24
		binary.LittleEndian.PutUint32(to[k*columnBlock:], four^0x80808080)
	}
}

// scratch is what the products need for their work: the left side and the weights in the order in which a way reads them.
type scratch struct {
	expanded []int16         // expandedRows × inner: the left side for AVX2
	signed   []lane          // productRows: the same for plain Go
	lanes    [laneCount]lane // of weights
	sums     []int32         // productRows: 128 times the sums of the left side
}

// expandedRows is how many rows go through all columns before the next ones do, so that they stay in the cache.
const expandedRows = 64

func newScratch() *scratch {
	return &scratch{
		expanded: make([]int16, expandedRows*inner), signed: make([]lane, productRows), sums: make([]int32, productRows),
	}
}
