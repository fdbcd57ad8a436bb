package encoder

import (
	"context"

	"graphload/internal/nlp"
)

// tagNames are the universal parts of speech in the order of the head.
var tagNames = [...]string{"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
	"SCONJ", "SYM", "VERB", "X"}

// Run fills d.Reading from d.Tokens and d.Sentences. It returns an error where ctx ends first, which it looks at before
// each window, or where the embedded weights are damaged.
func Run(ctx context.Context, d *nlp.Doc) error {
	m, err := embedded()
	if err != nil {
		return err
	}
	s := m.spaces.Get().(*space)
	defer m.spaces.Put(s)
	return m.run(ctx, d, s)
}

// row is one piece of the text.
type row struct {
	id          int32
	shape, lead uint8
	token       int32
}

// run reads the Doc window by window.
func (m *model) run(ctx context.Context, d *nlp.Doc, s *space) error {
	r := newReader(m, d, s)
	for _, w := range r.windows() {
		if err := ctx.Err(); err != nil {
			return err
		}
		r.read(w)
	}
	r.names()
	r.claims()
	r.average()
	d.Reading = r.out
	return nil
}

// reader is one Doc on its way through the model.
type reader struct {
	m      *model
	d      *nlp.Doc
	s      *space
	out    *nlp.Reading
	rows   []row
	first  []int   // index into rows of each token's first piece, or -1
	begins []int   // index into rows of each sentence's first piece, and len(rows) at the end
	attr   []uint8 // label of each row
	name   []uint8
	links  []link
	pooled []int // how many tokens of each sentence are in its vector
}

func newReader(m *model, d *nlp.Doc, s *space) *reader {
	r := &reader{m: m, d: d, s: s, out: &nlp.Reading{
		Tags: make([]string, len(d.Tokens)), Heads: make([]int, len(d.Tokens)), Relations: make([]string, len(d.Tokens)),
	}}
	for i := range d.Tokens {
		r.out.Heads[i], r.out.Tags[i], r.out.Relations[i] = i, "X", "dep"
	}
	r.cut()
	r.attr = make([]uint8, len(r.rows))
	r.name = make([]uint8, len(r.rows))
	r.pooled = make([]int, len(d.Sentences))
	r.out.Sentences = make([][]float32, len(d.Sentences))
	return r
}

// cut fills rows, first and begins.
func (r *reader) cut() {
	var ids []int32
	r.first = make([]int, len(r.d.Tokens))
	for i, t := range r.d.Tokens {
		if i == r.d.Sentences[t.Sentence].From {
			r.begins = append(r.begins, len(r.rows))
		}
		r.first[i] = len(r.rows)
		text := r.d.Clean[t.Start:t.End]
		eachWord(text, func(start, end int) {
			word := text[start:end]
			ids = r.m.appendPieces(ids[:0], word)
			shape, lead := shapeOf(word), leadOf(r.d.Clean, t.Start+start)
			for n, id := range ids {
				if n > 0 {
					lead = 0
				}
				r.rows = append(r.rows, row{id, shape, lead, int32(i)})
			}
		})
		if r.first[i] == len(r.rows) {
			r.rows = append(r.rows, row{unknownID, shapeOther, leadOf(r.d.Clean, t.Start), int32(i)})
		}
	}
	r.begins = append(r.begins, len(r.rows))
}

// span is a window: rows from to to are read, and what is seen of those from fresh on is kept.
type span struct{ from, fresh, to int }

// contextRows is how much before a window's fresh rows is read again.
const contextRows = 48

// windows packs whole sentences into windows, each with the sentences before it as far as they are short; a sentence
// that is too long for a window is cut.
func (r *reader) windows() []span {
	const size = window - 2
	var out []span
	begins := r.begins[:len(r.begins)-1]
	for i := 0; i < len(begins); {
		from := begins[i]
		for k := i; k > 0 && begins[i]-begins[k-1] <= contextRows; k-- {
			from = begins[k-1]
		}
		j := i + 1
		for j < len(begins) && r.begins[j+1]-from <= size {
			j++
		}
		if r.begins[j]-from > size { // one long sentence
			from = begins[i]
			for begin := from; begin < r.begins[j]; begin += size {
				out = append(out, span{begin, begin, min(begin+size, r.begins[j])})
			}
		} else {
			out = append(out, span{from, begins[i], r.begins[j]})
		}
		i = j
	}
	return out
}

// read runs the model over one window and keeps what it sees.
func (r *reader) read(w span) {
	n := w.to - w.from
	h := &r.s.heads
	in := input{h.input.ids[:n+2], h.input.shape[:n+2], h.input.lead[:n+2]}
	in.ids[0], in.shape[0], in.lead[0] = clsID, shapeSpecial, 0
	in.ids[n+1], in.shape[n+1], in.lead[n+1] = sepID, shapeSpecial, 0
	for i, p := range r.rows[w.from:w.to] {
		in.ids[i+1], in.shape[i+1], in.lead[i+1] = p.id, p.shape, p.lead
	}
	r.m.read(&in, r.s, func(layer int) { r.pool(w, layer) })
	stride := r.m.tops.columns
	tops := r.s.wide[stride : (n+1)*stride]
	attr, name := h.attr[:n], h.name[:n]
	r.m.attr.decode(attr, tops, stride, topAttr, h.back)
	r.m.name.decode(name, tops, stride, topName, h.back)
	copy(r.attr[w.fresh:w.to], attr[w.fresh-w.from:])
	copy(r.name[w.fresh:w.to], name[w.fresh-w.from:])
	heads := projections{m: r.m, s: r.s, rows: tops, stride: stride}
	r.link(w, attr, heads)
	r.parse(w, heads)
}

// tagOf returns the part of speech of a token whose projections are given.
func tagOf(top []float32) string {
	best := 0
	for i := range tagNames {
		if top[topPos+i] > top[topPos+best] {
			best = i
		}
	}
	return tagNames[best]
}
