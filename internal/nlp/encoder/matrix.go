package encoder

// rowBlock and columnBlock are the rows and columns of a product that one call of the processor's kernel computes.
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
	if !fast {
		m.productPortable(a, out, rows)
		return
	}
	for b := range m.columns / columnBlock {
		w := m.block(b)
		for r := 0; r < rows; r += rowBlock {
			kernel(a[r*m.inner:], w, out[r*m.columns+b*columnBlock:], m.inner, m.columns)
		}
	}
}

// Three columns share a 64-bit number in the portable product, 21 bits each: so much hold the products of laneInner pairs
// of unsigned bytes, added up.
const (
	laneBits  = 21
	laneMask  = 1<<laneBits - 1
	laneInner = 32
	laneCount = (columnBlock + 2) / 3
)

// lanes are the weights of one block of columns at one inner index, three columns a number; the last has two.
type lanes [laneCount]uint64

// productPortable is product for any processor. One product of 64-bit numbers does for three columns; for that the bytes of
// a have 128 added, which is taken off again at the end.
func (m *matrix) productPortable(a []int8, out []int32, rows int) {
	block := make([]lanes, m.inner)
	for b := range m.columns / columnBlock {
		columns := spread(m.block(b), block)
		for r := range rows {
			row := out[r*m.columns+b*columnBlock:][:columnBlock]
			for c := range row {
				row[c] = -128 * columns[c]
			}
			for from := 0; from < m.inner; from += laneInner {
				to := min(from+laneInner, m.inner)
				addLanes(a[r*m.inner+from:r*m.inner+to], block[from:to], row)
			}
		}
	}
}

// spread lays the weights of a block of columns out in lanes and returns the sum of each column.
func spread(w []byte, out []lanes) (columns [columnBlock]int32) {
	for k := range out {
		at := w[k/4*4*columnBlock+k%4:]
		for c := 0; c < columnBlock; c += 3 {
			v := uint64(at[4*c]) | uint64(at[4*c+4])<<laneBits
			if c+2 < columnBlock {
				v |= uint64(at[4*c+8]) << (2 * laneBits)
			}
			out[k][c/3] = v
		}
		for c := range columns {
			columns[c] += int32(at[4*c])
		}
	}
	return columns
}

// addLanes adds to row the products of at most laneInner bytes of a with their lanes.
func addLanes(a []int8, block []lanes, row []int32) {
	var s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10 uint64
	block = block[:len(a)]
	for k, v := range a {
		x, l := uint64(uint8(v)^128), &block[k]
		s0 += x * l[0]
		s1 += x * l[1]
		s2 += x * l[2]
		s3 += x * l[3]
		s4 += x * l[4]
		s5 += x * l[5]
		s6 += x * l[6]
		s7 += x * l[7]
		s8 += x * l[8]
		s9 += x * l[9]
		s10 += x * l[10]
	}
	for g, s := range (lanes{s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10}) {
		c := 3 * g
		row[c] += int32(s & laneMask)
		row[c+1] += int32(s >> laneBits & laneMask)
		if c+2 < columnBlock {
			row[c+2] += int32(s >> (2 * laneBits))
		}
	}
}
