package source

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"strings"

	"graphload/internal/news"

	"golang.org/x/text/transform"
)

// form is how a file holds its articles.
type form int

const (
	formText  form = iota // one article, as plain text or Markdown
	formLines             // one JSON object a line
	formJSON              // JSON that spans lines: an object, several, or a list of objects
)

// headBytes is how much of a file is looked at to tell its form.
const headBytes = 4096

func (r *reader) stdin() bool {
	if r.files[stdinPath] {
		return true
	}
	r.files[stdinPath] = true
	r.held++
	in := r.opt.Stdin
	if in == nil {
		in = strings.NewReader("")
	}
	return r.content(stdinPath, &cancelReader{ctx: r.ctx, r: in}, -1)
}

// content reads the articles of one stream. The size is -1 where it is not known.
func (r *reader) content(path string, in io.Reader, size int64) bool {
	buffered := bufio.NewReaderSize(in, 64<<10)
	head, err := firstLine(buffered)
	if err != nil && !errors.Is(err, io.EOF) {
		return r.fail(path, 0, fileError(path, err))
	}
	decoder := utf16Mark(head)
	if decoder != nil {
		head, _, _ = transform.Bytes(decoder, head) // the head may end within a character
	} else if bytes.HasPrefix(head, utf8Mark) {
		head = head[len(utf8Mark):]
	}
	form := formOf(path, head)
	if form == formText {
		return r.text(path, buffered, size)
	}
	// JSON is UTF-8, with UTF-16 as what some editors and shells write.
	if decoder != nil {
		decoder.Reset()
		buffered = bufio.NewReaderSize(transform.NewReader(buffered, decoder), 64<<10)
	} else if mark, _ := buffered.Peek(len(utf8Mark)); bytes.Equal(mark, utf8Mark) {
		buffered.Discard(len(utf8Mark))
	}
	if form == formJSON {
		return r.json(path, buffered)
	}
	return r.lines(path, buffered)
}

// firstLine returns what has been read when the first line that is not blank has ended, at most headBytes. It waits for
// no more: what comes through a pipe may come slowly.
func firstLine(in *bufio.Reader) ([]byte, error) {
	for n := 1; ; n = in.Buffered() + 1 {
		head, err := in.Peek(min(n, headBytes))
		if err == nil {
			head, err = in.Peek(min(in.Buffered(), headBytes))
		}
		if err != nil || len(head) == headBytes || bytes.IndexByte(bytes.TrimLeft(head, " \t\r\n"), '\n') >= 0 {
			return head, err
		}
	}
}

var (
	jsonObject = regexp.MustCompile(`^\s*\{\s*["}]`)
	jsonList   = regexp.MustCompile(`^\s*\[\s*[{\]]`)
)

// formOf tells the form by the content; the ending decides only where the content does not look like JSON at all,
// as where the first line of a JSON Lines file is cut off.
func formOf(path string, head []byte) form {
	switch {
	case jsonList.Match(head):
		return formJSON
	case jsonObject.Match(head):
		line, _, whole := bytes.Cut(bytes.TrimSpace(head), []byte("\n"))
		line = bytes.TrimSpace(line)
		if whole && bytes.ContainsAny(line[len(line)-1:], "{[,") {
			return formJSON
		}
		return formLines
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".jsonl", ".ndjson":
		return formLines
	case ".json":
		return formJSON
	}
	return formText
}

// text reads a stream that is one article.
func (r *reader) text(path string, in io.Reader, size int64) bool {
	if size > r.opt.MaxBytes {
		return r.fail(path, 0, r.tooLarge())
	}
	var data bytes.Buffer
	if size > 0 {
		data.Grow(int(size) + bytes.MinRead)
	}
	if _, err := data.ReadFrom(io.LimitReader(in, r.opt.MaxBytes+1)); err != nil {
		return r.fail(path, 0, fileError(path, err))
	}
	if int64(data.Len()) > r.opt.MaxBytes {
		return r.fail(path, 0, r.tooLarge())
	}
	text, err := decodeText(data.Bytes())
	if err != nil {
		return r.fail(path, 0, err)
	}
	a := &news.Article{Name: baseName(path), Path: path, Text: text}
	body, err := frontMatter(a)
	if err != nil {
		return r.fail(path, 0, err)
	}
	if strings.TrimSpace(text[body:]) == "" {
		return r.fail(path, 0, errEmpty)
	}
	return r.article(a, "", 0, body)
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
	base := filepath.Base(path)
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
