package source

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"graphload/internal/news"

	"golang.org/x/text/transform"
)

// input is one stream of bytes with what is known of it before it is read.
type input struct {
	path    string // with the place in an archive after an exclamation mark
	stream  io.Reader
	size    int64       // in bytes, -1 where it is not known
	file    io.ReaderAt // the same bytes, where they can be read in any order
	packed  *packing    // what holds it, nil where nothing does
	url     string      // where an archive says it came from
	warning string      // what had to be done already to read it
	media   string      // the media type that came with it, with its charset
}

func (r *reader) stdin() bool {
	if r.stdinRead {
		return true
	}
	r.stdinRead = true
	r.held++
	return r.content(input{path: stdinPath, stream: r.openStdin(), size: -1})
}

func (r *reader) openStdin() io.Reader {
	if r.opt.Stdin == nil {
		return strings.NewReader("")
	}
	return &cancelReader{ctx: r.ctx, r: r.opt.Stdin}
}

// content reads the articles of one stream.
func (r *reader) content(in input) bool {
	buffered := bufio.NewReaderSize(in.stream, 64<<10)
	head, err := firstLine(buffered)
	if err != nil && !errors.Is(err, io.EOF) {
		return r.fail(in.path, 0, fileError(in.path, err))
	}
	in.stream = buffered
	if packer := packerOf(head); packer != nil {
		return r.unpack(in, packer)
	}
	decoder := utf16Mark(head)
	if decoder != nil {
		head, _, _ = transform.Bytes(decoder, head) // the head may end within a character
	} else {
		head = bytes.TrimPrefix(head, utf8Mark)
	}
	form, forced := forms[r.opt.Format]
	if !forced {
		form = formOf(in, head)
	}
	switch form {
	case formText:
		return r.text(in)
	case formPage:
		return r.webPage(in)
	case formFeed:
		return r.feed(in)
	case formWARC:
		return r.warc(in.path, buffered)
	}
	// JSON is UTF-8, with UTF-16 as what some editors and shells write.
	if decoder != nil {
		decoder.Reset()
		buffered = bufio.NewReaderSize(transform.NewReader(buffered, decoder), 64<<10)
	} else if mark, _ := buffered.Peek(len(utf8Mark)); bytes.Equal(mark, utf8Mark) {
		buffered.Discard(len(utf8Mark))
	}
	if form == formJSON {
		return r.json(in.path, buffered)
	}
	return r.lines(in.path, buffered)
}

// firstLine returns what has been read when the first line that is not blank has ended, at most headBytes. It waits for
// no more: what comes through a pipe may come slowly. Only markup tells what it is by more than its first line.
func firstLine(in *bufio.Reader) ([]byte, error) {
	for n := 1; ; n = in.Buffered() + 1 {
		head, err := in.Peek(min(n, headBytes))
		if err == nil {
			head, err = in.Peek(min(in.Buffered(), headBytes))
		}
		start := bytes.TrimLeft(bytes.TrimPrefix(head, utf8Mark), " \t\r\n")
		if err != nil || len(head) == headBytes || bytes.IndexByte(start, '\n') >= 0 && start[0] != '<' {
			return head, err
		}
	}
}

// text reads a stream that is one article.
func (r *reader) text(in input) bool {
	data, err := r.whole(in)
	if err != nil {
		return r.fail(in.path, 0, err)
	}
	text, err := decodeText(data)
	if err != nil {
		return r.fail(in.path, 0, err)
	}
	text, warning := repairText(text)
	a := &news.Article{Name: baseName(in.path), Path: in.path, URL: in.url, Text: text}
	body, err := frontMatter(a)
	if err != nil {
		return r.fail(in.path, 0, err)
	}
	if strings.TrimSpace(text[body:]) == "" {
		return r.fail(in.path, 0, errEmpty)
	}
	return r.article(a, found{body: body, warning: orElse(warning, in.warning)})
}

// whole returns all bytes of a stream that is one article. The error is for the user.
func (r *reader) whole(in input) ([]byte, error) {
	if in.size > r.opt.MaxBytes {
		return nil, r.tooLarge()
	}
	var data bytes.Buffer
	if in.size > 0 {
		data.Grow(int(in.size) + bytes.MinRead)
	}
	if _, err := data.ReadFrom(io.LimitReader(in.stream, r.opt.MaxBytes+1)); err != nil {
		return nil, fileError(in.path, err)
	}
	if int64(data.Len()) > r.opt.MaxBytes {
		return nil, r.tooLarge()
	}
	return data.Bytes(), nil
}

var errEmpty = errors.New("no text: the article is empty")

func (r *reader) tooLarge() error {
	return fmt.Errorf("larger than %s: split it into its articles", sizeText(r.opt.MaxBytes))
}

func sizeText(n int64) string {
	if n >= 1_000_000 {
		return fmt.Sprintf("%.4g MB", float64(n)/1_000_000)
	}
	return fmt.Sprintf("%d bytes", n)
}

// baseName is the name of an article that has none but its file's.
func baseName(path string) string {
	if path == stdinPath {
		return "stdin"
	}
	base := filepath.Base(path[strings.LastIndex(path, entryMark)+1:])
	for packed[strings.ToLower(filepath.Ext(base))] {
		base = strings.TrimSuffix(base, filepath.Ext(base))
	}
	if name := strings.TrimSuffix(base, filepath.Ext(base)); name != "" {
		return name
	}
	return base
}

// cancelReader ends a read that waits for a terminal or a pipe when its context is done. The read itself cannot be
// called back: its goroutine ends with the process or with the next bytes.
type cancelReader struct {
	ctx context.Context
	r   io.Reader
	buf []byte // not the caller's, who may use its own again while a read still waits
}

func (c *cancelReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	if len(c.buf) < len(p) {
		c.buf = make([]byte, len(p))
	}
	type result struct {
		n   int
		err error
	}
	done := make(chan result, 1)
	go func() {
		n, err := c.r.Read(c.buf[:len(p)])
		done <- result{n, err}
	}()
	select {
	case got := <-done:
		return copy(p, c.buf[:got.n]), got.err
	case <-c.ctx.Done():
		return 0, c.ctx.Err()
	}
}
