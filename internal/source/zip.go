package source

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// entryMark stands between the path of an archive and the name of an entry.
const entryMark = "!"

// zip reads the entries of a zip file, in their order.
func (r *reader) zip(in input, inner *packing) bool {
	file, size := in.file, in.size
	if file == nil {
		// The table of a zip file stands at its end.
		spool, err := os.CreateTemp("", "graphload-*.zip")
		if err != nil {
			return r.fail(in.path, 0, fmt.Errorf("unpacking it needs a temporary file: %w", err))
		}
		defer os.Remove(spool.Name())
		defer spool.Close()
		if size, err = io.Copy(spool, in.stream); err != nil {
			return r.fail(in.path, 0, fileError(in.path, err))
		}
		file = spool
	}
	archive, err := zip.NewReader(file, size)
	if err != nil {
		return r.fail(in.path, 0, unpackError("zip", err))
	}
	archive.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor(zstd.WithDecoderMaxWindow(zstdWindow)))
	any := false
	for _, entry := range archive.File {
		if r.ctx.Err() != nil {
			return false
		}
		if !wantedEntry(entry.Name) {
			continue
		}
		any = true
		if !r.zipEntry(in.path, entry, inner) {
			return false
		}
		if inner.sums.out > freeBytes && inner.sums.out/mostGrowth > inner.sums.size {
			break // said already
		}
	}
	if !any {
		return r.fail(in.path, 0, errors.New("the archive holds no article: expected files that end in "+
			strings.Join(endings, ", ")))
	}
	return true
}

// wantedEntry passes over folders, hidden files, and files that do not end as those of articles do.
func wantedEntry(name string) bool {
	if strings.HasSuffix(name, "/") || !hasEnding(name) {
		return false
	}
	for part := range strings.SplitSeq(path.Clean(name), "/") {
		if strings.HasPrefix(part, ".") && part != ".." || part == "__MACOSX" {
			return false
		}
	}
	return true
}

func (r *reader) zipEntry(archive string, entry *zip.File, inner *packing) bool {
	// The name of an entry is anybody's: it goes to terminals and into messages of one line.
	name := archive + entryMark + strings.ToValidUTF8(strings.Map(printableRune, entry.Name), "\ufffd")
	const encrypted = 1
	if entry.Flags&encrypted != 0 {
		return r.fail(name, 0, errors.New("encrypted: unpack the archive with its password first"))
	}
	stream, err := entry.Open()
	if err != nil {
		return r.fail(name, 0, unpackError("zip", err))
	}
	defer stream.Close() // read only: nothing can be lost
	return r.content(input{
		path:   name,
		stream: &unpackReader{stream, "zip", inner.sums},
		size:   -1, // what the archive says of the size is not to be trusted
		packed: inner,
	})
}

func printableRune(c rune) rune {
	if c < ' ' || c == 0x7f {
		return '_'
	}
	return c
}
