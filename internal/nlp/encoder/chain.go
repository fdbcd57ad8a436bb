package encoder

// The kinds of spans of the two chains, in the order of their labels: label 0 is outside, 2k+1 begins a span of kind k,
// 2k+2 goes on.
const (
	roles     = 3 // source, cue, content
	nameKinds = 4 // person, location, organization, other
)

// chain is a linear-chain conditional random field over BIO labels (Lafferty et al. 2001): the score of each move from
// one label to the next.
type chain struct {
	labels int
	move   []float32 // labels × labels
}

const forbidden = -1e4

// mostLabels is how many labels a chain has at most.
const mostLabels = 2*nameKinds + 1

// decode sets path to the best labels of its rows of scores: stride apart, labels beginning at column at. It needs back,
// a label for each row and label, for its work.
func (c chain) decode(path []uint8, scores []float32, stride, at int, back []uint8) {
	rows := len(path)
	if rows == 0 {
		return
	}
	var a, next [mostLabels]float32
	for y := range c.labels {
		a[y] = scores[at+y]
		if y > 0 && y%2 == 0 {
			a[y] += forbidden
		}
	}
	for i := 1; i < rows; i++ {
		for y := range c.labels {
			best, from := float32(-1e30), 0
			for z := range c.labels {
				s := a[z] + c.move[z*c.labels+y]
				if y > 0 && y%2 == 0 && z != y && z != y-1 {
					s += forbidden
				}
				if s > best {
					best, from = s, z
				}
			}
			next[y] = best + scores[i*stride+at+y]
			back[i*c.labels+y] = uint8(from)
		}
		a = next
	}
	best := 0
	for y := range c.labels {
		if a[y] > a[best] {
			best = y
		}
	}
	for i := rows - 1; i >= 0; i-- {
		path[i] = uint8(best)
		best = int(back[i*c.labels+best])
	}
}
