package encoder

// rowBlock and columnBlock are the rows and columns of a product that one call of the kernel computes.
const (
	rowBlock    = 8
	columnBlock = 32
)

// matrix is the right side of a product: columns × inner weights of 8 bits, in the order in which the kernel reads them:
// blocks of 32 columns; within a block groups of four inner indexes; within a group the columns, four bytes each. A byte
// is the weight plus 128, so that the processor's product of unsigned and signed bytes serves.
type matrix struct {
	data           []byte
	columns, inner int // padded: multiples of 32 and of 4
}

func roundUp(n, to int) int { return (n + to - 1) / to * to }

func (m *matrix) block(i int) []byte {
	size := m.inner * columnBlock
	return m.data[i*size : (i+1)*size]
}

// put stores the weight w in column n at inner index k.
func (m *matrix) put(n, k int, w int8) {
	m.data[n/columnBlock*m.inner*columnBlock+k/4*4*columnBlock+n%columnBlock*4+k%4] = byte(int(w) + 128)
}

// product writes a·m to out: a has rows × m.inner signed bytes, rows a multiple of 8, and out rows × m.columns sums.
// They are too large by 128 times the sum of a's row.
func (m *matrix) product(a []int8, out []int32, rows int) {
	for b := 0; b < m.columns/columnBlock; b++ {
		w := m.block(b)
		for r := 0; r < rows; r += rowBlock {
			kernel(a[r*m.inner:], w, out[r*m.columns+b*columnBlock:], m.inner, m.columns)
		}
	}
}

// kernelPortable computes 8 rows × 32 columns: rows of a are inner bytes apart, rows of out stride sums.
func kernelPortable(a []int8, w []byte, out []int32, inner, stride int) {
	for r := range rowBlock {
		var sums [columnBlock]int32
		row := a[r*inner : (r+1)*inner]
		for k := 0; k < inner; k += 4 {
			a0, a1, a2, a3 := int32(row[k]), int32(row[k+1]), int32(row[k+2]), int32(row[k+3])
			if a0|a1|a2|a3 == 0 {
				continue
			}
			g := w[k*columnBlock : k*columnBlock+4*columnBlock : k*columnBlock+4*columnBlock]
			for n := range sums {
				q := g[n*4 : n*4+4 : n*4+4]
				sums[n] += a0*int32(q[0]) + a1*int32(q[1]) + a2*int32(q[2]) + a3*int32(q[3])
			}
		}
		copy(out[r*stride:r*stride+columnBlock], sums[:])
	}
}
