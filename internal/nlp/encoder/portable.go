package encoder

// Three columns share a 64-bit number in the portable product, 21 bits each and a sign that borrows from the next: so
// much hold the sums of laneInner products of signed bytes, 64 · 127 · 128 < 2^20.
const (
	laneBits  = 21
	laneInner = 64
	laneCount = (columnBlock + 2) / 3
	laneHalf  = (laneCount + 1) / 2
)

// lanes are the weights of one block of columns at one inner index, three columns a number; the last has two.
type lanes [laneCount]uint64

// productPortable writes a·m to out, for any processor: a has rows × m.inner signed bytes, out rows × m.columns sums, which
// are too large by 128 times the sum of a's row, because the weights are. One product of 64-bit numbers does for three
// columns. Weights are taken a block of 32 columns × 64 inner indexes at a time, which the cache holds for all rows.
func (m *matrix) productPortable(a []int8, out []int32, rows int, s *scratch) {
	for r := range rows {
		var sum int32
		for _, v := range a[r*m.inner : (r+1)*m.inner] {
			sum += int32(v)
		}
		s.sums[r] = 128 * sum
	}
	for b := range m.columns / columnBlock {
		for r := range rows {
			row := out[r*m.columns+b*columnBlock:][:columnBlock]
			for c := range row {
				row[c] = s.sums[r]
			}
		}
		w := m.data[b*m.inner*columnBlock:][:m.inner*columnBlock]
		for from := 0; from < m.inner; from += laneInner {
			n := min(laneInner, m.inner-from)
			spread(w[from*columnBlock:], s.lanes[:n])
			for r := range rows {
				row := (*[columnBlock]int32)(out[r*m.columns+b*columnBlock:])
				addLanes(a[r*m.inner+from:][:n], s.lanes[:n], row)
			}
		}
	}
}

// spread lays the weights of a block of columns out in lanes.
func spread(w []byte, out []lanes) {
	for k := range out {
		at := w[k/4*4*columnBlock+k%4:][:4*columnBlock-3]
		for g := range laneCount {
			c := 12 * g
			v := int64(at[c]) - 128 + (int64(at[c+4])-128)<<laneBits
			if g+1 < laneCount {
				v += (int64(at[c+8]) - 128) << (2 * laneBits)
			}
			out[k][g] = uint64(v)
		}
	}
}

// addLanes adds to row the products of at most laneInner bytes of a with their lanes, half of the columns at a time, so
// that the sums fit the registers.
func addLanes(a []int8, block []lanes, row *[columnBlock]int32) {
	var s0, s1, s2, s3, s4, s5 uint64
	block = block[:len(a)]
	for k, v := range a {
		x, l := uint64(v), &block[k]
		s0 += x * l[0]
		s1 += x * l[1]
		s2 += x * l[2]
		s3 += x * l[3]
		s4 += x * l[4]
		s5 += x * l[5]
	}
	addLane(s0, row, 0)
	addLane(s1, row, 3)
	addLane(s2, row, 6)
	addLane(s3, row, 9)
	addLane(s4, row, 12)
	addLane(s5, row, 15)
	s0, s1, s2, s3, s4 = 0, 0, 0, 0, 0
	for k, v := range a {
		x, l := uint64(v), &block[k]
		s0 += x * l[laneHalf]
		s1 += x * l[laneHalf+1]
		s2 += x * l[laneHalf+2]
		s3 += x * l[laneHalf+3]
		s4 += x * l[laneHalf+4]
	}
	addLane(s0, row, 18)
	addLane(s1, row, 21)
	addLane(s2, row, 24)
	addLane(s3, row, 27)
	// The last number has two columns.
	low := int64(s4) << (64 - laneBits) >> (64 - laneBits)
	row[30] += int32(low)
	row[31] += int32((int64(s4) - low) >> laneBits)
}

// addLane adds the three sums of s to row from column c on.
func addLane(s uint64, row *[columnBlock]int32, c int) {
	low := int64(s) << (64 - laneBits) >> (64 - laneBits)
	rest := (int64(s) - low) >> laneBits
	middle := rest << (64 - laneBits) >> (64 - laneBits)
	row[c] += int32(low)
	row[c+1] += int32(middle)
	row[c+2] += int32((rest - middle) >> laneBits)
}
