package encoder

// Three columns share a 64-bit number in the portable product, 21 bits each and a sign that borrows from the next: so
// much hold the sums of laneInner products of signed bytes, 64 · 127 · 128 < 2^20.
const (
	laneBits  = 21
	laneCount = (columnBlock + 2) / 3
	laneInner = 64
)

// lane has numbers at laneInner inner indexes: those of a row, or three columns of weights each, and two in the last lane
// of a block.
type lane [laneInner]uint64

// productPortable writes a·m to out, for any processor: a has rows × m.inner signed bytes, out rows × m.columns sums, which
// are too large by 128 times the sum of a's row, because the weights are. One product of 64-bit numbers does for three
// columns. Weights are taken a block of 32 columns × 64 inner indexes at a time, which the cache holds for all rows.
func (m *matrix) productPortable(a []int8, out []int32, rows int, s *scratch) {
	for ; rows > 0; rows -= productRows {
		n := min(productRows, rows)
		m.productRows(a, out, n, s)
		a, out = a[n*m.inner:], out[n*m.columns:]
	}
}

func (m *matrix) productRows(a []int8, out []int32, rows int, s *scratch) {
	clear(out[:rows*m.columns])
	for from := 0; from < m.inner; from += laneInner {
		n := min(laneInner, m.inner-from)
		for r := range rows {
			sum := int32(0)
			for k, v := range a[r*m.inner+from:][:n] {
				s.signed[r][k] = uint64(v)
				sum += int32(v)
			}
			s.sums[r] = 128 * sum
		}
		for b := range m.columns / columnBlock {
			spread(m.data[(b*m.inner+from)*columnBlock:][:n*columnBlock], &s.lanes)
			for r := range rows {
				row := (*[columnBlock]int32)(out[r*m.columns+b*columnBlock:])
				addLanes(&s.signed[r], n, &s.lanes, row, s.sums[r])
			}
		}
	}
}

// spread lays the weights of a block of columns out in lanes.
func spread(w []byte, out *[laneCount]lane) {
	for k := range len(w) / columnBlock {
		at := w[k/4*4*columnBlock+k%4:][:4*columnBlock-3]
		weight := func(c int) int64 { return int64(at[4*c]) - 128 }
		for g := range laneCount - 1 {
			out[g][k] = uint64(weight(3*g) + weight(3*g+1)<<laneBits + weight(3*g+2)<<(2*laneBits))
		}
		out[laneCount-1][k] = uint64(weight(columnBlock-2) + weight(columnBlock-1)<<laneBits)
	}
}

// addLanes adds to row the products of n bytes with their lanes, and bias to each.
func addLanes(a *lane, n int, l *[laneCount]lane, row *[columnBlock]int32, bias int32) {
	for g := 0; g+2 < laneCount; g += 2 {
		s, t := twoLanes(a, &l[g], &l[g+1], n)
		addLane(s, row[3*g:], bias)
		addLane(t, row[3*g+3:], bias)
	}
	s := oneLane(a, &l[laneCount-1], n)
	low := int64(s) << (64 - laneBits) >> (64 - laneBits)
	row[columnBlock-2] += int32(low) + bias
	row[columnBlock-1] += int32((int64(s)-low)>>laneBits) + bias
}

// twoLanes returns the products of a with two lanes, so that each number of a is loaded once for both. n is a multiple of
// 8; the mask spares a look at the bounds.
func twoLanes(a, p, q *lane, n int) (s, t uint64) {
	for i := 0; i < n; i += 8 {
		k := i & (laneInner - 8)
		s, t = s+a[k]*p[k], t+a[k]*q[k]
		s, t = s+a[k+1]*p[k+1], t+a[k+1]*q[k+1]
		s, t = s+a[k+2]*p[k+2], t+a[k+2]*q[k+2]
		s, t = s+a[k+3]*p[k+3], t+a[k+3]*q[k+3]
		s, t = s+a[k+4]*p[k+4], t+a[k+4]*q[k+4]
		s, t = s+a[k+5]*p[k+5], t+a[k+5]*q[k+5]
		s, t = s+a[k+6]*p[k+6], t+a[k+6]*q[k+6]
		s, t = s+a[k+7]*p[k+7], t+a[k+7]*q[k+7]
	}
	return s, t
}

// oneLane is twoLanes for the last lane.
func oneLane(a, p *lane, n int) (s uint64) {
	for i := 0; i < n; i += 8 {
		k := i & (laneInner - 8)
		s += a[k] * p[k]
		s += a[k+1] * p[k+1]
		s += a[k+2] * p[k+2]
		s += a[k+3] * p[k+3]
		s += a[k+4] * p[k+4]
		s += a[k+5] * p[k+5]
		s += a[k+6] * p[k+6]
		s += a[k+7] * p[k+7]
	}
	return s
}

// addLane adds the three sums of s, and bias to each, to the columns of row.
func addLane(s uint64, row []int32, bias int32) {
	row = row[:3]
	low := int64(s) << (64 - laneBits) >> (64 - laneBits)
	rest := (int64(s) - low) >> laneBits
	middle := rest << (64 - laneBits) >> (64 - laneBits)
	row[0] += int32(low) + bias
	row[1] += int32(middle) + bias
	row[2] += int32((rest-middle)>>laneBits) + bias
}
