package encoder

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
)

// The file of weights: magic, version (uint32), length of the header (uint32), header (JSON), the tensors one behind the
// other, and the SHA-256 of all that. Numbers are little-endian.
const (
	magic   = "GLREADER"
	version = 1
)

// tensor is one table of the file. An "int8" tensor of rows × columns has a float32 scale for each row before its bytes;
// "float32" and "bytes" are what they say.
type tensor struct {
	Name  string `json:"name"`
	Type  string `json:"type"`
	Shape []int  `json:"shape"`
}

type header struct {
	Layers    int      `json:"layers"`
	Relations []string `json:"relations"`
	Tensors   []tensor `json:"tensors"`
}

// size returns the number of bytes of t in the file, or -1 where its type or shape cannot be.
func (t tensor) size() int {
	n := 1
	for _, d := range t.Shape {
		if d <= 0 || d > 1<<26/n {
			return -1
		}
		n *= d
	}
	switch {
	case t.Type == "bytes" && len(t.Shape) == 1:
		return n
	case t.Type == "float32":
		return 4 * n
	case t.Type == "int8" && len(t.Shape) == 2:
		return n + 4*t.Shape[0]
	}
	return -1
}

// contents is a file of weights taken apart.
type contents struct {
	header
	data map[string][]byte
	by   map[string]tensor
	err  error // the first fault met while taking tensors out
}

// open checks a file of weights and finds its tensors.
func open(file []byte) (*contents, error) {
	const fixed = len(magic) + 8
	if len(file) < fixed+sha256.Size || string(file[:len(magic)]) != magic {
		return nil, fmt.Errorf("the weights are not a file of %q: %d bytes; build the program again from a whole checkout", magic, len(file))
	}
	if v := binary.LittleEndian.Uint32(file[len(magic):]); v != version {
		return nil, fmt.Errorf("the weights have version %d, this program reads version %d", v, version)
	}
	body := file[:len(file)-sha256.Size]
	if sum := sha256.Sum256(body); string(sum[:]) != string(file[len(body):]) {
		return nil, fmt.Errorf("the weights are damaged or cut: their checksum does not fit their %d bytes", len(file))
	}
	n := int(binary.LittleEndian.Uint32(file[len(magic)+4:]))
	if n > len(body)-fixed {
		return nil, fmt.Errorf("the header of the weights is longer than the file")
	}
	c := &contents{data: map[string][]byte{}, by: map[string]tensor{}}
	if err := json.Unmarshal(body[fixed:fixed+n], &c.header); err != nil {
		return nil, fmt.Errorf("the header of the weights: %w", err)
	}
	rest := body[fixed+n:]
	for _, t := range c.Tensors {
		size := t.size()
		if size < 0 || size > len(rest) {
			return nil, fmt.Errorf("the tensor %s of the weights is out of bounds", t.Name)
		}
		c.data[t.Name], c.by[t.Name] = rest[:size], t
		rest = rest[size:]
	}
	if len(rest) != 0 {
		return nil, fmt.Errorf("%d bytes of the weights belong to no tensor", len(rest))
	}
	return c, nil
}

// take returns a tensor's bytes where it has the type and the shape; else it notes the fault and returns zeros.
func (c *contents) take(name, kind string, shape ...int) []byte {
	want := tensor{name, kind, shape}
	if got := c.by[name]; fmt.Sprint(got) != fmt.Sprint(want) {
		if c.err == nil {
			c.err = fmt.Errorf("the weights have the tensor %v where %v is needed", got, want)
		}
		return make([]byte, want.size())
	}
	return c.data[name]
}

func floats(b []byte) []float32 {
	out := make([]float32, len(b)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}

func (c *contents) float32(name string, shape ...int) []float32 {
	return floats(c.take(name, "float32", shape...))
}

// rows8 returns the scales and the bytes of an int8 tensor.
func (c *contents) rows8(name string, rows, columns int) ([]float32, []byte) {
	b := c.take(name, "int8", rows, columns)
	return floats(b[:4*rows]), b[4*rows:]
}

// linear returns the layer whose weights and bias are NAME.weight and NAME.bias.
func (c *contents) linear(name string, out, in int) *linear {
	l := &linear{scale: make([]float32, roundUp(out, columnBlock)), bias: make([]float32, roundUp(out, columnBlock))}
	scale, w := c.rows8(name+".weight", out, in)
	copy(l.scale, scale)
	copy(l.bias, c.float32(name+".bias", out))
	l.columns, l.inner = roundUp(out, columnBlock), in
	l.data = make([]byte, l.columns*in)
	for i := range l.data {
		l.data[i] = 128
	}
	column := make([]int8, in)
	for n := range out {
		for k, v := range w[n*in : (n+1)*in] {
			column[k] = int8(v)
		}
		l.put(n, column)
	}
	return l
}

func (c *contents) norm(name string) norm {
	return norm{c.float32(name+".weight", width), c.float32(name+".bias", width)}
}
