package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"graphload/internal/news"
)

// lineFactor is how many times longer than the largest article a line may be: a record repeats parts of its text, and
// JSON may write a character as six bytes.
const lineFactor = 8

// lines reads JSON Lines, one line in memory at a time.
func (r *reader) lines(path string, in *bufio.Reader) bool {
	var buf []byte
	any := false
	for n := 1; ; n++ {
		line, long, err := readLine(in, buf[:0], r.opt.MaxBytes*lineFactor)
		buf = line
		if err != nil && !errors.Is(err, io.EOF) {
			return r.fail(path, n, fileError(path, err))
		}
		atEnd := err != nil
		switch {
		case long:
			any = true
			if !r.fail(path, n, r.tooLarge()) {
				return false
			}
		case len(bytes.TrimSpace(line)) > 0:
			any = true
			if !r.object(path, n, line) {
				return false
			}
		}
		if atEnd {
			break
		}
	}
	if !any {
		return r.fail(path, 0, errEmpty)
	}
	return true
}

// readLine appends one line to buf, without its end. A line longer than limit is passed over, and long is true.
func readLine(in *bufio.Reader, buf []byte, limit int64) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if int64(len(buf)+len(part)) > limit {
			buf, long = buf[:0], true
		}
		if !long {
			buf = append(buf, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimRight(buf, "\r\n"), long, err
		}
	}
}

// json reads JSON that is printed over several lines: an object, several of them, or a list.
func (r *reader) json(path string, in io.Reader) bool {
	limit := r.opt.MaxBytes * lineFactor
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return r.fail(path, 0, fileError(path, err))
	}
	if int64(len(data)) > limit {
		return r.fail(path, 0, fmt.Errorf("JSON over several lines, larger than %s: print one object a line (JSONL)",
			sizeText(limit)))
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return r.fail(path, 0, errEmpty)
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	isList := bytes.HasPrefix(bytes.TrimSpace(data), []byte("["))
	if isList {
		if _, err := dec.Token(); err != nil {
			return r.fail(path, 1, objectError(err, r.fieldName))
		}
	}
	any := false
	for dec.More() {
		any = true
		var object json.RawMessage
		if err := dec.Decode(&object); err != nil {
			return r.fail(path, lineAt(data, dec.InputOffset()), objectError(err, r.fieldName))
		}
		if !r.object(path, lineAt(data, dec.InputOffset()-int64(len(object))), object) {
			return false
		}
	}
	if isList {
		if _, err := dec.Token(); err != nil {
			return r.fail(path, lineAt(data, int64(len(data))), objectError(err, r.fieldName))
		}
	}
	if rest := bytes.TrimSpace(data[dec.InputOffset():]); len(rest) > 0 {
		return r.fail(path, lineAt(data, dec.InputOffset()), fmt.Errorf("not valid JSON: %q where an object should begin",
			clip(string(rest))))
	}
	if !any {
		return r.fail(path, 0, errEmpty)
	}
	return true
}

// lineAt returns the number of the line that byte offset lies in.
func lineAt(data []byte, offset int64) int {
	return 1 + bytes.Count(data[:offset], []byte("\n"))
}

// jsonArticle is an article as a line of JSON. Other fields are passed over.
type jsonArticle struct {
	Schema    json.RawMessage `json:"schema"`
	ID        externalID      `json:"id"`
	Text      string          `json:"text"`
	Title     string          `json:"title"`
	URL       string          `json:"url"`
	Source    string          `json:"source"`
	Published jsonDate        `json:"published"`
}

// jsonDate is a printed date, or a number of seconds or milliseconds since 1970, which stands for its day in UTC.
type jsonDate string

func (d *jsonDate) UnmarshalJSON(data []byte) error {
	const milliseconds = 100_000_000_000 // as seconds the year 5138
	var n float64
	if json.Unmarshal(data, &n) == nil && n > milliseconds/1e3 {
		if n > milliseconds {
			n /= 1e3
		}
		*d = jsonDate(time.Unix(int64(n), 0).UTC().Format("2006-01-02"))
		return nil
	}
	if json.Unmarshal(data, (*string)(d)) != nil {
		return errors.New("the date of publication is neither a string nor a number")
	}
	return nil
}

// externalID is a publisher's own id of an article: a string, or a number that is kept as it is written.
type externalID string

func (id *externalID) UnmarshalJSON(data []byte) error {
	if number := string(data); data[0] == '-' || '0' <= data[0] && data[0] <= '9' {
		*id = externalID(number)
		return nil
	}
	var s string
	if err := json.Unmarshal(data, &s); err != nil {
		return errors.New("field id is neither a string nor a number")
	}
	*id = externalID(s)
	return nil
}

// object reads an article or a record from one JSON object.
func (r *reader) object(path string, line int, data []byte) bool {
	if err := validJSONText(data); err != nil {
		return r.fail(path, line, err)
	}
	if bytes.HasPrefix(data, recordStart) { // as ours are printed
		return r.record(path, line, slices.Clone(data)) // data is the next line's, too
	}
	own, err := renamed(data, r.opt.Fields)
	if err != nil {
		return r.fail(path, line, objectError(err, r.fieldName))
	}
	var j jsonArticle
	if err := json.Unmarshal(own, &j); err != nil {
		return r.fail(path, line, objectError(err, r.fieldName))
	}
	var schema string
	if json.Unmarshal(j.Schema, &schema) == nil && strings.HasPrefix(schema, schemaFamily) {
		return r.record(path, line, slices.Clone(data))
	}
	published, err := publishedDate(string(j.Published))
	switch {
	case err != nil:
		return r.fail(path, line, fmt.Errorf("field %s is %w", r.fieldName("published"), err))
	case strings.TrimSpace(j.Text) == "":
		return r.fail(path, line, fmt.Errorf("field %s is absent or empty: each line needs the article's text",
			r.fieldName("text")))
	case strings.ContainsRune(j.Text, 0):
		return r.fail(path, line, errBinary)
	case int64(len(j.Text)) > r.opt.MaxBytes:
		return r.fail(path, line, r.tooLarge())
	}
	text, warning := repairText(j.Text)
	title, _ := repairText(strings.TrimSpace(j.Title))
	a := &news.Article{
		Name:      orElse(string(j.ID), fmt.Sprintf("%s-%d", baseName(path), line)),
		Path:      path,
		URL:       strings.TrimSpace(j.URL),
		Title:     title,
		Source:    strings.TrimSpace(j.Source),
		Published: published,
		Text:      text,
	}
	return r.article(a, found{externalID: string(j.ID), line: line, warning: warning})
}

// schemaFamily begins the schema of every version of the record's form.
const schemaFamily = "graphload/"

// recordStart is how a record begins that nobody has printed anew.
var recordStart = []byte(`{"schema":"` + schemaFamily)

func orElse(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

func objectError(err error, fieldName func(string) string) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF),
		errors.As(err, &syntax) && strings.Contains(err.Error(), "unexpected end"):
		return errors.New("the JSON object breaks off: the file may be cut; write it again")
	case errors.As(err, &syntax):
		return fmt.Errorf("not valid JSON: %w", err)
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("a JSON %s, expected an object", kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("field %s is a %s, expected a string", fieldName(kind.Field), kind.Value)
	}
	return err
}

// validJSONText refuses what a JSON decoder would silently replace, so that two different ids or texts could become
// the same: bytes that are not UTF-8, and halves of surrogate pairs.
func validJSONText(data []byte) error {
	if !utf8.Valid(data) {
		return errors.New("not valid UTF-8: write the file as UTF-8")
	}
	for i := bytes.IndexByte(data, '\\'); i >= 0 && i+1 < len(data); {
		step := 2 // the backslash and what it escapes
		if unit, ok := surrogate(data[i:]); ok {
			low, paired := surrogate(data[i+6:])
			if !paired || utf16.DecodeRune(unit, low) == utf8.RuneError {
				return fmt.Errorf("%s is half of a character: write the whole surrogate pair", data[i:i+6])
			}
			step = 12
		}
		next := bytes.IndexByte(data[i+step:], '\\')
		if next < 0 {
			return nil
		}
		i += step + next
	}
	return nil
}

// surrogate returns the surrogate that data begins with as an escape, \ud800 to \udfff.
func surrogate(data []byte) (rune, bool) {
	if len(data) < 6 || data[0] != '\\' || data[1] != 'u' {
		return 0, false
	}
	unit, err := strconv.ParseUint(string(data[2:6]), 16, 16)
	return rune(unit), err == nil && utf16.IsSurrogate(rune(unit))
}
