package source

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
)

// warcHeader is the head of a record, with the names of its fields in lower case.
type warcHeader map[string]string

// warc reads the answers of web servers that a crawler kept: pages, texts and feeds. What else a crawl brings home
// (redirects, pictures, its own notes) is passed over.
func (r *reader) warc(path string, in *bufio.Reader) bool {
	any := false
	for n := 1; ; n++ {
		header, err := readWARCHeader(in)
		if errors.Is(err, io.EOF) {
			break
		}
		any = true
		if err != nil {
			if !r.fail(path, 0, fmt.Errorf("record %d: %w", n, fileError(path, err))) {
				return false
			}
			if nextWARCRecord(in) != nil {
				break
			}
			continue
		}
		length, err := strconv.ParseInt(header["content-length"], 10, 64)
		if err != nil || length < 0 {
			if !r.fail(path, 0, fmt.Errorf("record %d: damaged: Content-Length is %q", n, clip(header["content-length"]))) {
				return false
			}
			if nextWARCRecord(in) != nil {
				break
			}
			continue
		}
		block := io.LimitedReader{R: in, N: length}
		if !r.warcRecord(path, header, &block) {
			return false
		}
		if _, err := io.Copy(io.Discard, &block); err != nil {
			return r.fail(path, 0, fmt.Errorf("record %d: %w", n, fileError(path, err)))
		}
		if block.N > 0 {
			return r.fail(path, 0, fmt.Errorf("record %d: %w", n, errWARCCut))
		}
	}
	if !any {
		return r.fail(path, 0, errEmpty)
	}
	return true
}

var errWARCCut = &plainError{"breaks off: the file may be cut; get it again", io.ErrUnexpectedEOF}

const warcLine = 64 << 10 // bytes that a line of a header may have

// readWARCHeader reads to the blank line behind a header. It returns io.EOF where no record follows.
func readWARCHeader(in *bufio.Reader) (warcHeader, error) {
	const most = 1000 // lines
	var line []byte
	var header warcHeader
	for range most {
		var long bool
		var err error
		line, long, err = readLine(in, line[:0], warcLine)
		switch {
		case long:
			return nil, errors.New("damaged: a line of its header is too long")
		case errors.Is(err, io.EOF) && header == nil && len(bytes.TrimSpace(line)) == 0:
			return nil, io.EOF
		case errors.Is(err, io.EOF):
			return nil, errWARCCut
		case err != nil:
			return nil, err
		case header == nil && len(line) == 0: // two blank lines end a record
		case header == nil && warcStart.Match(line):
			header = warcHeader{}
		case header == nil:
			return nil, errors.New("damaged: it does not begin with its version")
		case len(line) == 0:
			return header, nil
		default:
			name, value, _ := strings.Cut(string(line), ":")
			header[strings.ToLower(strings.TrimSpace(name))] = strings.TrimSpace(value)
		}
	}
	return nil, errors.New("damaged: its header has too many lines")
}

// nextWARCRecord passes over what is damaged, to a line that begins a record.
func nextWARCRecord(in *bufio.Reader) error {
	for {
		if start, _ := in.Peek(len("WARC/1")); warcStart.Match(start) {
			return nil
		}
		if _, _, err := readLine(in, nil, 0); err != nil {
			return err
		}
	}
}

// warcRecord reads the article of a record, if it holds one.
func (r *reader) warcRecord(path string, header warcHeader, block *io.LimitedReader) bool {
	in := input{url: strings.Trim(header["warc-target-uri"], "<> "), media: header["content-type"], size: -1}
	if !strings.HasPrefix(in.url, "http") {
		return true
	}
	in.path = path + entryMark + strings.Map(printableRune, in.url)
	warning := ""
	if header["warc-truncated"] != "" {
		warning = "the crawler cut this page short: the end of the article may be missing"
	}
	kind := strings.ToLower(header["warc-type"])
	if kind != "response" && kind != "resource" && kind != "conversion" {
		return true
	}
	// More is never taken into memory: what is larger may be a film, and is told only where it is an article.
	const httpHeader = 64 << 10
	body, err := io.ReadAll(io.LimitReader(block, r.opt.MaxBytes+httpHeader))
	tooLarge := int64(len(body)) == r.opt.MaxBytes+httpHeader
	if err != nil || block.N > 0 && !tooLarge {
		return true // broken off, which is told where the record's end is looked for
	}
	if kind == "response" {
		in.media, body, err = r.httpBody(body)
	}
	switch {
	case !isArticleMedia(in.media):
		return true
	case tooLarge:
		return r.fail(in.path, 0, r.tooLarge())
	case err != nil:
		return r.fail(in.path, 0, err)
	case len(body) == 0:
		return true
	}
	in.warning = warning
	return r.crawled(in, body)
}

// crawled reads the body of an answer. Nothing in it is an archive again.
func (r *reader) crawled(in input, body []byte) bool {
	in.stream = bytes.NewReader(body)
	switch formOf(in, bytes.TrimPrefix(body[:min(len(body), headBytes)], utf8Mark)) {
	case formPage:
		return r.webPage(in)
	case formFeed:
		return r.feed(in)
	case formText:
		return r.text(in)
	}
	return true
}

// isArticleMedia reports whether a media type is one of the forms of an article.
func isArticleMedia(media string) bool {
	media, _, _ = strings.Cut(strings.ToLower(media), ";")
	switch strings.TrimSpace(media) {
	case "text/html", "application/xhtml+xml", "text/plain", "text/markdown",
		"application/rss+xml", "application/atom+xml", "application/xml", "text/xml":
		return true
	}
	return false
}

// httpBody returns the body of a server's answer with its media type; none where the answer is not the page itself.
func (r *reader) httpBody(answer []byte) (media string, body []byte, err error) {
	response, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(answer)), nil)
	if err != nil {
		return "", nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return "", nil, nil
	}
	media = response.Header.Get("Content-Type")
	body, err = io.ReadAll(response.Body)
	if err != nil {
		// Some crawlers keep the body without its chunks and the header that speaks of them.
		_, raw, _ := bytes.Cut(answer, []byte("\r\n\r\n"))
		if len(response.TransferEncoding) > 0 && !bytes.Contains(raw[:min(len(raw), 16)], []byte("\r\n")) {
			body = raw
		} else if len(body) == 0 {
			return media, nil, errors.New("the body of the answer cannot be read: " + err.Error())
		}
	}
	body, err = r.decoded(body, response.Header.Get("Content-Encoding"))
	return media, body, err
}

// decoded undoes the encoding of a body. Some crawlers undo it themselves and keep the header that speaks of it.
func (r *reader) decoded(body []byte, encoding string) ([]byte, error) {
	var stream io.Reader
	var err error
	encoding = strings.ToLower(strings.TrimSpace(encoding))
	switch packer := packerOf(body); {
	case packer != nil && packer.open != nil:
		stream, err = packer.open(bytes.NewReader(body))
	case encoding == "deflate":
		if stream, err = zlib.NewReader(bytes.NewReader(body)); err != nil {
			stream, err = flate.NewReader(bytes.NewReader(body)), nil
		}
	case encoding == "br":
		stream = brotli.NewReader(bytes.NewReader(body))
	default:
		return body, nil
	}
	if err != nil {
		return nil, unpackError(encoding, err)
	}
	plain, err := io.ReadAll(io.LimitReader(stream, r.opt.MaxBytes+1))
	switch {
	case int64(len(plain)) > r.opt.MaxBytes:
		return nil, r.tooLarge()
	case err != nil && len(plain) == 0 && bytes.HasPrefix(bytes.TrimSpace(body), []byte("<")):
		return body, nil // not encoded at all
	case err != nil:
		return nil, unpackError(encoding, err)
	}
	return plain, nil
}
