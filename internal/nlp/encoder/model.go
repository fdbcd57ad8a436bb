package encoder

import (
	"bytes"
	_ "embed"
	"sync"
)

// Sizes of the encoder.
const (
	width   = 384 // of a piece's vector
	heads   = 12  // of attention
	headDim = width / heads
	inner   = 1536 // of the feed-forward layers
	window  = 256  // pieces of a window, [CLS] and [SEP] among them

	vocabularySize = 30522
	positions      = 512

	arcDim, relDim, linkDim = 128, 64, 96 // of the biaffine heads
)

//go:embed weights.bin
var weights []byte

// model is the encoder with its heads; read-only, shared by all goroutines.
type model struct {
	pieces    map[string]int32
	wordScale []float32
	word      []byte
	position  []float32
	shape     []float32
	lead      []float32
	norm      norm
	layers    []layer
	tops      *linear // all heads' projections of a piece in one product; where each begins: see top
	attr      chain
	name      chain
	arc       *linear // the dependent's half of the biaffine scores (Dozat and Manning 2017)
	rel       *linear // the same, relDim columns for each relation
	link      *linear
	relations []string
	spaces    sync.Pool // of *space, kept between articles
}

// layer is one layer of the encoder.
type layer struct {
	qkv, out, up, down *linear
	norm1, norm2       norm
}

// Columns of model.tops.
const (
	topAttr    = 0
	topName    = topAttr + 2*roles + 1
	topPos     = topName + 2*nameKinds + 1
	topArcDep  = topPos + 17
	topArcHead = topArcDep + arcDim
	topRelDep  = topArcHead + arcDim
	topRelHead = topRelDep + relDim
	topLinkDep = topRelHead + relDim
	topLinkTo  = topLinkDep + linkDim
	topEnd     = topLinkTo + linkDim
)

// load reads a file of weights.
func load(file []byte) (*model, error) {
	c, err := open(file)
	if err != nil {
		return nil, err
	}
	m := &model{pieces: make(map[string]int32, vocabularySize), relations: c.Relations}
	for i, line := range bytes.Split(bytes.TrimSuffix(c.data["vocabulary"], []byte("\n")), []byte("\n")) {
		m.pieces[string(line)] = int32(i)
	}
	m.wordScale, m.word = c.rows8("word", vocabularySize, width)
	m.position = c.float32("position", positions, width)
	m.shape = c.float32("shape", 7, width)
	m.lead = c.float32("lead", 3, width)
	m.norm = c.norm("norm")
	for i := range c.Layers {
		p := "layers." + string(rune('0'+i)) + "."
		m.layers = append(m.layers, layer{
			qkv: c.linear(p+"qkv", 3*width, width), out: c.linear(p+"out", width, width),
			up: c.linear(p+"up", inner, width), down: c.linear(p+"down", width, inner),
			norm1: c.norm(p + "norm1"), norm2: c.norm(p + "norm2"),
		})
	}
	m.tops = c.linear("tops", topEnd, width)
	m.attr = chain{2*roles + 1, c.float32("attr_crf", 2*roles+1, 2*roles+1)}
	m.name = chain{2*nameKinds + 1, c.float32("name_crf", 2*nameKinds+1, 2*nameKinds+1)}
	m.arc = c.linear("arc", arcDim, arcDim)
	m.rel = c.linear("rel", max(1, len(c.Relations))*relDim, relDim)
	m.link = c.linear("link", linkDim, linkDim)
	if c.err != nil {
		return nil, c.err
	}
	m.spaces.New = func() any { return newSpace(m) }
	return m, nil
}

// embedded returns the model of the embedded weights, read at first use.
var embedded = sync.OnceValues(func() (*model, error) { return load(weights) })
