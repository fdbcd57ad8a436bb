package country

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
)

// Unzip returns the text of a table that is embedded in the program packed by gzip. A fault in it is a fault of the program,
// and so a panic.
func Unzip(gz []byte) string {
	r, err := gzip.NewReader(bytes.NewReader(gz))
	if err != nil {
		panic(fmt.Sprintf("embedded table: %v", err))
	}
	text, err := io.ReadAll(r)
	if err != nil {
		panic(fmt.Sprintf("embedded table: %v", err))
	}
	return string(text)
}
