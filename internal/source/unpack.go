package source

import (
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

const (
	// deepest is how often what is unpacked may itself be packed: a .warc.gz within a .zip is two.
	deepest = 4
	// What is unpacked may become so many times larger than what was packed, once it is larger than freeBytes. Text
	// shrinks to a tenth, pages that repeat one another to a fiftieth; a bomb to less than a thousandth.
	mostGrowth = 200
	freeBytes  = 256 << 20
	// zstdWindow is how far back a zstd stream may refer, which is what unpacking it holds in memory.
	zstdWindow = 128 << 20
)

// packed are the endings that stand behind an article's own.
var packed = map[string]bool{".gz": true, ".zst": true, ".bz2": true}

// packer is a form that holds another one.
type packer struct {
	name string
	open func(io.Reader) (io.ReadCloser, error) // nil for an archive with several entries
}

var packers = []struct {
	magic string
	packer
}{
	{"\x1f\x8b\x08", packer{"gzip", func(r io.Reader) (io.ReadCloser, error) { return gzip.NewReader(r) }}},
	{"\x28\xb5\x2f\xfd", packer{"zstd", openZstd}},
	{"BZh", packer{"bzip2", func(r io.Reader) (io.ReadCloser, error) { return io.NopCloser(bzip2.NewReader(r)), nil }}},
	{"PK\x03\x04", packer{name: "zip"}},
	{"PK\x05\x06", packer{name: "zip"}}, // without entries
}

func packerOf(head []byte) *packer {
	for i := range packers {
		if bytes.HasPrefix(head, []byte(packers[i].magic)) {
			return &packers[i].packer
		}
	}
	return nil
}

func openZstd(r io.Reader) (io.ReadCloser, error) {
	// One goroutine: several would read ahead, and hold a window each.
	d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(zstdWindow))
	if err != nil {
		return nil, err
	}
	return d.IOReadCloser(), nil
}

// packing is what is known of the outermost packed stream, shared by all that is unpacked from it.
type packing struct {
	depth int
	sums  *packingSums
}

type packingSums struct {
	size int64 // of the outermost file, or how much of it has been read where its size is not known
	out  int64 // bytes unpacked, at all depths
}

// unpack reads what is in a packed stream.
func (r *reader) unpack(in input, p *packer) bool {
	inner := packing{depth: 1}
	if in.packed != nil {
		inner = packing{in.packed.depth + 1, in.packed.sums}
	} else {
		inner.sums = &packingSums{size: max(in.size, 0)}
		if in.size < 0 {
			in.stream = &countingReader{in.stream, &inner.sums.size}
		}
	}
	if inner.depth > deepest {
		return r.fail(in.path, 0, fmt.Errorf("packed more than %d times over: unpack it first", deepest))
	}
	if p.open == nil {
		return r.zip(in, &inner)
	}
	stream, err := p.open(in.stream)
	if err != nil {
		return r.fail(in.path, 0, unpackError(p.name, err))
	}
	defer stream.Close() // read only: nothing can be lost
	in.stream, in.size, in.file, in.packed = &unpackReader{stream, p.name, inner.sums}, -1, nil, &inner
	return r.content(in)
}

type countingReader struct {
	r io.Reader
	n *int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	*c.n += int64(n)
	return n, err
}

// unpackReader holds what is unpacked against its bounds, and says in plain words what is wrong with it.
type unpackReader struct {
	r    io.Reader
	name string
	sums *packingSums
}

func (u *unpackReader) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	u.sums.out += int64(n)
	if u.sums.out > freeBytes && u.sums.out/mostGrowth > u.sums.size {
		return 0, &plainError{fmt.Sprintf("grows to more than %d times its size when it is unpacked, which no text does: "+
			"the rest is not read", mostGrowth), errBomb}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = unpackError(u.name, err)
	}
	return n, err
}

var errBomb = errors.New("too much unpacked")

func unpackError(name string, err error) error {
	var plain *plainError
	switch {
	case errors.As(err, &plain):
		return plain
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return &plainError{fmt.Sprintf("the %s data breaks off: the file may be cut; get it again", name), err}
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return &plainError{fmt.Sprintf("the zstd data needs more than %s of memory: pack it again without --long",
			sizeText(zstdWindow)), err}
	}
	return &plainError{fmt.Sprintf("damaged %s data: get the file again: %v", name, err), err}
}
