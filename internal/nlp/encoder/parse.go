package encoder

// parse lays parts of speech and the dependency tree over the sentences of a window's fresh rows.
func (r *reader) parse(w span, p projections) {
	for row := w.fresh; row < w.to; {
		first := int(r.rows[row].token)
		sentence := r.d.Sentences[r.d.Tokens[first].Sentence]
		at, tokens := r.s.heads.at[:0], r.s.heads.tokens[:0]
		for t := first; t < sentence.To && r.first[t] < w.to; t++ {
			if r.first[t] < row { // a sentence that was cut within a token
				continue
			}
			at, tokens = append(at, r.first[t]-w.from), append(tokens, t)
			r.out.Tags[t] = tagOf(p.rows[(r.first[t]-w.from)*p.stride:])
		}
		if len(at) > 0 {
			r.tree(at, tokens, p)
		}
		if sentence.To == len(r.d.Tokens) {
			break
		}
		row = max(row+1, min(w.to, r.first[sentence.To]))
	}
}

// tree finds governor and relation of each token of one sentence: the best governor by itself, and where that makes
// a circle, the circle is opened where it costs least.
func (r *reader) tree(at, tokens []int, p projections) {
	n := len(at)
	h := &r.s.heads
	scores, head := h.scores[:n*n], h.governor[:n]
	to := p.governors(at, topArcHead, arcDim)
	p.dependents(p.m.arc, at, topArcDep, func(i int, half []float32) {
		of := scores[i*n : (i+1)*n]
		dots(half[:arcDim], to, of)
		head[i] = 0
		for j, v := range of {
			if v > of[head[i]] {
				head[i] = j
			}
		}
	})
	root := 0
	for i := range n {
		if scores[i*n+i]-scores[i*n+head[i]] > scores[root*n+root]-scores[root*n+head[root]] {
			root = i
		}
	}
	for i := range n {
		if i != root && head[i] == i {
			head[i] = root
		}
		for j := range n {
			if i != root && j != i && scores[i*n+j] > scores[i*n+head[i]] {
				head[i] = j
			}
		}
	}
	head[root] = root
	openCircles(head, scores, root, h.leads[:n])
	governors := p.governors(at, topRelHead, relDim)
	p.dependents(p.m.rel, at, topRelDep, func(i int, half []float32) {
		of := scores[:len(p.m.relations)]
		dots(governors[head[i]*relDim:(head[i]+1)*relDim], half, of)
		best := 0
		for k, v := range of {
			if v > of[best] {
				best = k
			}
		}
		t := tokens[i]
		r.out.Heads[t], r.out.Relations[t] = tokens[head[i]], p.m.relations[best]
		if i == root {
			r.out.Relations[t] = "root"
		}
	})
}

// openCircles gives words on a circle another governor until all lead to the root. It needs leads, a bool each, for its
// work.
func openCircles(head []int, scores []float32, root int, leads []bool) {
	n := len(head)
	for {
		lost := -1
		for i := range leads {
			k := i
			for range n {
				if k == root {
					break
				}
				k = head[k]
			}
			if leads[i] = k == root; !leads[i] {
				lost = k // k is on a circle
			}
		}
		if lost < 0 {
			return
		}
		from, to, least := -1, -1, float32(0)
		for i := lost; ; {
			for j := range n {
				if cost := scores[i*n+head[i]] - scores[i*n+j]; leads[j] && (from < 0 || cost < least) {
					from, to, least = i, j, cost
				}
			}
			if i = head[i]; i == lost {
				break
			}
		}
		head[from] = to
	}
}
