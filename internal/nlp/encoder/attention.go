package encoder

import "math"

// expSteps is the resolution of the table of the exponential function, for a step of 1.
const expSteps = 256

// expTable has round(127·exp(-i/expSteps)), until that is 0. The kernel has a polynomial for it that gives the same.
var expTable = func() []int8 {
	var t []int8
	for i := 0; ; i++ {
		q := int8(math.Round(127 * math.Exp(-float64(i)/expSteps)))
		t = append(t, q)
		if q == 0 {
			return t
		}
	}
}()

// weighPortable turns the products of a query with keys into weights of 0 to 127, as softmax would, and returns their
// sum. absent is 0 for a key that is there and minus infinity for one that is not. It needs scores for its work.
func weighPortable(sums []int32, keyScale, absent, scores []float32, out []int8, offset int32, scale float32) int32 {
	n := len(sums)
	keyScale, absent, scores, out = keyScale[:n], absent[:n], scores[:n], out[:n]
	top := float32(math.Inf(-1))
	scale *= expSteps
	for i, s := range sums {
		x := float32(float32(float32(s-offset)*scale)*keyScale[i]) + absent[i]
		scores[i] = x
		if x > top {
			top = x
		}
	}
	total, last := int32(0), int32(len(expTable)-1)
	for i, x := range scores {
		k := last
		if d := top - x; d < float32(last) {
			k = int32(d)
		}
		out[i] = expTable[k]
		total += int32(out[i])
	}
	return total
}

// columnTopsPortable sets tops to the largest absolute value of each column of x, of which rows are stride apart.
func columnTopsPortable(x []float32, stride, rows int, tops *[headDim]float32) {
	var most [headDim]uint32
	for r := range rows {
		for j, v := range x[r*stride:][:headDim] {
			most[j] = max(most[j], math.Float32bits(v)&^(1<<31))
		}
	}
	for j, b := range most {
		tops[j] = math.Float32frombits(b)
	}
}

// packValuesPortable rounds the columns of x to bytes by their own factor and writes them as a matrix has its weights,
// with rows as the inner index. Those of a last group of less than four rows that are absent become weights of 0.
func packValuesPortable(x []float32, stride, rows int, inverse *[headDim]float32, out []byte) {
	for r := range roundUp(rows, 4) {
		to := out[r/4*4*headDim+r%4:]
		if r >= rows {
			for j := range headDim {
				to[4*j] = 128
			}
			continue
		}
		for j, v := range x[r*stride:][:headDim] {
			to[4*j] = byte(int32(float32(v*inverse[j]) + 128.5))
		}
	}
}

// attentionRows is how many queries go to all keys at a time.
const attentionRows = 32

// attend reads queries, keys and values from s.wide (rows of 3·width) and writes what each piece takes from the n pieces
// of the window to s.y.
func (s *space) attend(n, rows int) {
	padded := roundUp(n, columnBlock)
	keys := matrix{s.keys[:padded*headDim], padded, headDim}
	values := matrix{s.values[:padded*headDim], headDim, padded}
	for i := range padded {
		s.absent[i] = 0
		if i >= n {
			s.absent[i], s.keyScale[i] = float32(math.Inf(-1)), 0
		}
	}
	for i := range values.data[roundUp(n, 4)*headDim:] {
		values.data[roundUp(n, 4)*headDim+i] = 128
	}
	root := 1 / float32(math.Sqrt(headDim))
	var none [headDim]float32
	for h := range heads {
		query, key, value := s.wide[h*headDim:], s.wide[width+h*headDim:], s.wide[2*width+h*headDim:]
		quantize(key, 3*width, s.small, s.keyScale, s.offset, n, headDim)
		for i := range n {
			s.keyScale[i] *= root
			keys.put(i, s.small[i*headDim:(i+1)*headDim])
		}
		var tops, inverse, step [headDim]float32
		columnTops(value, 3*width, n, &tops)
		for j, t := range tops {
			step[j] = t / 127
			if t > 0 {
				inverse[j] = 127 / t
			}
		}
		packValues(value, 3*width, n, &inverse, values.data)
		quantize(query, 3*width, s.small, s.scale, s.offset, rows, headDim)
		for r := 0; r < rows; r += attentionRows {
			block := min(attentionRows, rows-r)
			keys.product(s.small[r*headDim:], s.sums, block, &s.scratch)
			for i := range block {
				s.totals[i] = weigh(s.sums[i*padded:(i+1)*padded], s.keyScale, s.absent, s.scores, s.weights[i*padded:], s.offset[r+i], s.scale[r+i])
			}
			values.product(s.weights, s.sums, block, &s.scratch)
			for i, total := range s.totals[:block] {
				scale(s.sums[i*headDim:(i+1)*headDim], step[:], none[:], s.y[(r+i)*width+h*headDim:], 128*total, 1/float32(total))
			}
		}
	}
}
