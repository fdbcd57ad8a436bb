package encoder

// Three columns share a 64-bit number in the portable product, 21 bits each and a sign that borrows from the next: so
// much hold the sums of laneInner products of signed bytes, 64 · 127 · 128 < 2^20.
const (
	laneBits  = 21
	laneInner = 64
)

// lanes are the weights of one block of columns at one inner index, three columns a number: 18 columns in the first half,
// 14 in the second, whose last number has two. A half has the length of a power of two, which makes for cheap indexes.
type lanes [2][8]uint64

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
				addFirst(a[r*m.inner+from:][:n], s.lanes[:n], row)
				addSecond(a[r*m.inner+from:][:n], s.lanes[:n], row)
			}
		}
	}
}

// spread lays the weights of a block of columns out in lanes.
func spread(w []byte, out []lanes) {
	for k := range out {
		at := w[k/4*4*columnBlock+k%4:][:4*columnBlock-3]
		weight := func(c int) int64 { return int64(at[4*c]) - 128 }
		for g := range 10 {
			out[k][g/6][g%6] = uint64(weight(3*g) + weight(3*g+1)<<laneBits + weight(3*g+2)<<(2*laneBits))
		}
		out[k][1][4] = uint64(weight(30) + weight(31)<<laneBits)
	}
}

// addFirst adds to row the products of at most laneInner bytes of a with the first half of their lanes. The halves have
// functions of their own because of the sums, which have to fit the registers.
func addFirst(a []int8, block []lanes, row *[columnBlock]int32) {
	var s0, s1, s2, s3, s4, s5 uint64
	block = block[:len(a)]
	for k, v := range a {
		x, l := uint64(v), &block[k][0]
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
}

// addSecond is addFirst for the second half.
func addSecond(a []int8, block []lanes, row *[columnBlock]int32) {
	var s0, s1, s2, s3, s4 uint64
	block = block[:len(a)]
	for k, v := range a {
		x, l := uint64(v), &block[k][1]
		s0 += x * l[0]
		s1 += x * l[1]
		s2 += x * l[2]
		s3 += x * l[3]
		s4 += x * l[4]
	}
	addLane(s0, row, 18)
	addLane(s1, row, 21)
	addLane(s2, row, 24)
	addLane(s3, row, 27)
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
