package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
)

// longestName is how many bytes a name of a list may have.
const longestName = 64 << 10

// listed reads the files and folders whose names a list holds. The list itself streams.
func (r *reader) listed(list string) bool {
	in := r.openStdin()
	if list != stdinPath {
		f, err := os.Open(list)
		if err != nil {
			return r.fail(list, 0, fileError(list, err))
		}
		defer f.Close() // read only: nothing can be lost
		in = f
	} else if r.stdinRead {
		return r.fail(list, 0, errors.New("read as an article already, cannot be the list of files as well"))
	}
	names := bufio.NewScanner(in)
	names.Buffer(nil, longestName)
	names.Split(splitNames())
	any := false
	n := 0
	for names.Scan() {
		n++
		name := strings.TrimSuffix(names.Text(), "\r")
		if name == "" {
			continue
		}
		any = true
		if !r.literal(name) {
			return false
		}
	}
	switch err := names.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return r.fail(list, n+1, fmt.Errorf("no list of files: a name longer than %s", sizeText(longestName)))
	case err != nil:
		return r.fail(list, n+1, fileError(list, err))
	case !any:
		return r.fail(list, 0, errors.New("the list names no file"))
	}
	return true
}

// splitNames ends names at line breaks, or at zero bytes where there is one, as find -print0 writes them.
func splitNames() bufio.SplitFunc {
	end := byte('\n')
	return func(data []byte, atEOF bool) (advance int, name []byte, err error) {
		if bytes.IndexByte(data, 0) >= 0 {
			end = 0
		}
		if i := bytes.IndexByte(data, end); i >= 0 {
			return i + 1, data[:i], nil
		}
		if atEOF && len(data) > 0 {
			return len(data), data, nil
		}
		return 0, nil, nil
	}
}

// literal reads a file or folder by its name; no character of it stands for another.
func (r *reader) literal(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return r.fail(path, 0, fileError(path, err))
	}
	return r.named(path, info)
}
