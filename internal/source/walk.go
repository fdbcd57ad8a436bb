package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// path reads what one path of the caller stands for.
func (r *reader) path(path string) bool {
	if path == stdinPath {
		return r.stdin()
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(path, "*?[{") {
		return r.glob(path)
	}
	if err != nil {
		return r.fail(path, 0, fileError(path, err))
	}
	return r.named(path, info)
}

// named reads a file or folder that the caller named: a file is taken whatever its name ends in.
func (r *reader) named(path string, info fs.FileInfo) bool {
	real, err := realPath(path)
	if err != nil {
		return r.fail(path, 0, fileError(path, err))
	}
	if !info.IsDir() {
		return r.file(path, real)
	}
	if r.folders[real] {
		return true
	}
	before := r.held
	if !r.folder(path, real, nil) {
		return false
	}
	if r.held == before {
		return r.fail(path, 0, errors.New("the folder holds no article: expected files that end in "+
			strings.Join(endings, ", ")))
	}
	return true
}

func (r *reader) glob(pattern string) bool {
	// A pattern with ** reaches the files below a folder by itself. Links are not followed, for they may form a loop.
	options := []doublestar.GlobOption{doublestar.WithNoHidden(), doublestar.WithNoFollow()}
	if strings.Contains(pattern, "**") {
		options = append(options, doublestar.WithFilesOnly())
	}
	matches, err := doublestar.FilepathGlob(pattern, options...)
	if err != nil {
		return r.fail(pattern, 0, fmt.Errorf("not a valid pattern: %w", err))
	}
	if len(matches) == 0 {
		return r.fail(pattern, 0, errors.New("no such file, and as a pattern it matches nothing: check the path"))
	}
	slices.Sort(matches)
	for _, path := range matches {
		info, err := os.Stat(path)
		if err != nil {
			if !r.fail(path, 0, fileError(path, err)) {
				return false
			}
			continue
		}
		if !r.named(path, info) {
			return false
		}
	}
	return true
}

// folder reads the files in and below a folder. Its parents are the real paths of the folders that led to it.
func (r *reader) folder(path, real string, parents []string) bool {
	if slices.Contains(parents, real) {
		return r.fail(path, 0, errors.New("a link back to a folder that holds it: not followed"))
	}
	if r.folders[real] {
		return true
	}
	r.folders[real] = true
	// Entries that could be read before the error are still good.
	entries, err := os.ReadDir(path)
	if err != nil {
		r.held++ // the folder may well hold articles
		if !r.fail(path, 0, fileError(path, err)) {
			return false
		}
	}
	parents = append(slices.Clone(parents), real)
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		if r.ctx.Err() != nil || !r.entry(path, real, entry, parents) {
			return false
		}
	}
	return true
}

func (r *reader) entry(folder, realFolder string, entry fs.DirEntry, parents []string) bool {
	path, real := filepath.Join(folder, entry.Name()), filepath.Join(realFolder, entry.Name())
	wanted := hasEnding(entry.Name())
	kind := entry.Type()
	if kind&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err == nil {
			real, err = realPath(path)
		}
		if err != nil {
			if !wanted {
				return true
			}
			r.held++
			return r.fail(path, 0, fileError(path, err))
		}
		kind = info.Mode().Type()
	}
	switch {
	case kind.IsDir():
		return r.folder(path, real, parents)
	case wanted && kind.IsRegular():
		return r.file(path, real)
	}
	return true
}

// file reads one file, once.
func (r *reader) file(path, real string) bool {
	r.held++
	key := digestOf("file", real)
	_, again, err := r.files.find(key)
	if err != nil {
		return r.fail(path, 0, err)
	}
	if again {
		return true
	}
	r.files.add("", key)
	f, err := os.Open(path)
	if err != nil {
		return r.fail(path, 0, fileError(path, err))
	}
	defer f.Close() // read only: nothing can be lost
	size := int64(-1)
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		size = info.Size()
	}
	in := input{path: path, stream: f, size: size}
	if size >= 0 {
		in.file = f
	}
	return r.content(in)
}

func realPath(path string) (string, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(full)
}

// fileError says in plain words what kept a file or folder from being read.
func fileError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, linkErr := os.Lstat(path); linkErr == nil {
			return &plainError{"a link to a file that does not exist: remove it or correct its target", err}
		}
		return &plainError{"no such file or folder: check the path", err}
	case errors.Is(err, fs.ErrPermission):
		return &plainError{"no right to read it: change its permissions or run as its owner", err}
	}
	// The path stands in front of the message already.
	var plain *plainError
	if errors.As(err, &plain) {
		return plain
	}
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return fmt.Errorf("cannot be read: %w", pathErr.Err)
	}
	return fmt.Errorf("cannot be read: %w", err)
}

// plainError replaces the text of an error and keeps the error.
type plainError struct {
	text string
	err  error
}

func (e *plainError) Error() string { return e.text }
func (e *plainError) Unwrap() error { return e.err }
