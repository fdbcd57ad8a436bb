package export

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Folder is a folder that is filled as a whole or left as it was: files are written into a folder of their own within
// it, and come to their places when all of them are complete.
type Folder struct {
	path  string
	part  string // where files are written
	made  bool   // the folder was not there
	done  bool
	files []string // names, in the order in which they were begun
	open  *file    // the last one, until it is closed
}

// NewFolder makes a folder, or takes one that is empty. Its parent has to be there.
func NewFolder(path string) (*Folder, error) {
	f := &Folder{path: path}
	switch err := os.Mkdir(path, 0o777); {
	case err == nil:
		f.made = true
	case !errors.Is(err, fs.ErrExist):
		return nil, err
	default:
		held, err := os.ReadDir(path)
		if err != nil {
			return nil, err
		}
		if len(held) > 0 {
			return nil, fmt.Errorf("the folder %s is not empty, it holds %s: name one that is new or empty", path, held[0].Name())
		}
	}
	var err error
	if f.part, err = os.MkdirTemp(path, ".part-"); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// create begins a file. There is one at a time.
func (f *Folder) create(name string, mode fs.FileMode) (*file, error) {
	out, err := os.OpenFile(filepath.Join(f.part, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		return nil, err
	}
	f.files = append(f.files, name)
	f.open = &file{bufio.NewWriterSize(out, 1<<16), out, f}
	return f.open, nil
}

// write writes a whole file.
func (f *Folder) write(name, text string, mode fs.FileMode) error {
	out, err := f.create(name, mode)
	if err != nil {
		return err
	}
	_, err = out.WriteString(text)
	return errors.Join(err, out.close())
}

// complete brings the files to their places.
func (f *Folder) complete() error {
	for i, name := range f.files {
		if err := os.Rename(filepath.Join(f.part, name), filepath.Join(f.path, name)); err != nil {
			for _, there := range f.files[:i] {
				err = errors.Join(err, os.Remove(filepath.Join(f.path, there)))
			}
			return err
		}
	}
	f.done = true
	return nil
}

// Close takes away what is not complete, and the folder itself where it was not there before.
func (f *Folder) Close() error {
	var err error
	if f.open != nil {
		err = f.open.file.Close()
	}
	if f.part != "" {
		err = errors.Join(err, os.RemoveAll(f.part))
	}
	if f.made && !f.done {
		err = errors.Join(err, os.Remove(f.path))
	}
	return err
}

// file is a file that is being written.
type file struct {
	*bufio.Writer
	file   *os.File
	folder *Folder
}

// close ends the file. The error tells also what went wrong when something was written before.
func (f *file) close() error {
	f.folder.open = nil
	return errors.Join(f.Flush(), f.file.Close())
}
