package source

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
	"sort"

	"github.com/bits-and-blooms/bloom/v3"
)

// register remembers under keys where something was met first. A run may meet millions of articles: the keys beyond the
// most recent ones lie in a temporary file, and in memory only what tells most of the others from them, ten bits each.
// The zero value is empty; close removes the file.
type register struct {
	most   int // keys to hold in memory, mostRecent where 0
	recent map[digest]int64
	notes  tail
	runs   []keyRun
	file   *tempFile
	full   bool // no more goes to the file: there is no room for it
}

// mostRecent is the number of keys that a register holds in memory, some five megabytes with what is noted of them.
const mostRecent = 1 << 16

// digest is a SHA-256 sum, cut short.
type digest [16]byte

func digestOf(kind, s string) digest {
	sum := sha256.Sum256([]byte(kind + "\x00" + s))
	return digest(sum[:len(digest{})])
}

// keyRun is a part of the file: keys in order, with the places of their notes.
type keyRun struct {
	start int64
	n     int
	may   *bloom.BloomFilter // of the keys that are in it
}

const (
	runEntry    = len(digest{}) + 8 // bytes of a key and its note's place
	falseChance = 0.01              // of a filter's answer for a key that is not in the run
)

// find returns the note of the first of the keys that is known.
func (x *register) find(keys ...digest) (note string, known bool, err error) {
	for _, key := range keys {
		at, known, err := x.place(key)
		if err != nil {
			return "", false, err
		}
		if known {
			note, err := x.note(at)
			return note, err == nil, err
		}
	}
	return "", false, nil
}

func (x *register) place(key digest) (at int64, known bool, err error) {
	if at, known := x.recent[key]; known {
		return at, true, nil
	}
	for _, run := range x.runs {
		if !run.may.Test(key[:]) {
			continue
		}
		if at, known, err := x.file.search(run, key); known || err != nil {
			return at, known, err
		}
	}
	return 0, false, nil
}

// add notes something under keys that are not known.
func (x *register) add(note string, keys ...digest) {
	if x.recent == nil {
		x.recent = map[digest]int64{}
	}
	at := x.notes.add(note)
	for _, key := range keys {
		x.recent[key] = at
	}
	if !x.full && len(x.recent) >= cmp.Or(x.most, mostRecent) {
		// Without room for the file all stays in memory: that costs no article its place.
		x.full = x.store() != nil
	}
}

// store moves what is in memory to the file.
func (x *register) store() error {
	if x.file == nil {
		file, err := newTempFile()
		if err != nil {
			return err
		}
		x.file = file
	}
	run := keyRun{n: len(x.recent), may: bloom.NewWithEstimates(uint(len(x.recent)), falseChance)}
	keys := make([]digest, 0, len(x.recent))
	for key := range x.recent {
		keys = append(keys, key)
		run.may.Add(key[:])
	}
	slices.SortFunc(keys, func(a, b digest) int { return bytes.Compare(a[:], b[:]) })
	data := make([]byte, 0, len(keys)*runEntry)
	for _, key := range keys {
		data = binary.BigEndian.AppendUint64(append(data, key[:]...), uint64(x.recent[key]))
	}
	run.start = x.file.size + int64(len(x.notes.data))
	if err := x.file.append(slices.Concat(x.notes.data, data)); err != nil {
		return err
	}
	x.runs = append(x.runs, run)
	x.notes = tail{start: x.file.size, data: x.notes.data[:0]}
	clear(x.recent)
	return nil
}

func (x *register) note(at int64) (string, error) {
	if at >= x.notes.start {
		return x.notes.read(at), nil
	}
	return x.file.note(at)
}

func (x *register) close() error {
	if x.file == nil {
		return nil
	}
	return x.file.remove()
}

// tail is the notes that are in memory: each its length and its text. Their places are those that they will have in the
// file, which ends at start.
type tail struct {
	start int64
	data  []byte
}

func (t *tail) add(note string) int64 {
	at := t.start + int64(len(t.data))
	t.data = binary.BigEndian.AppendUint32(t.data, uint32(len(note)))
	t.data = append(t.data, note...)
	return at
}

func (t *tail) read(at int64) string {
	data := t.data[at-t.start:]
	return string(data[4 : 4+binary.BigEndian.Uint32(data)])
}

// tempFile is a file that only grows.
type tempFile struct {
	*os.File
	size int64
}

func newTempFile() (*tempFile, error) {
	f, err := os.CreateTemp("", "graphload-seen-*")
	if err != nil {
		return nil, err
	}
	// Where the system allows it, the file goes by itself when the program ends, however it ends.
	_ = os.Remove(f.Name())
	return &tempFile{File: f}, nil
}

func (f *tempFile) append(data []byte) error {
	if _, err := f.WriteAt(data, f.size); err != nil {
		return err
	}
	f.size += int64(len(data))
	return nil
}

// search looks for a key in a run.
func (f *tempFile) search(run keyRun, key digest) (at int64, known bool, err error) {
	var entry [runEntry]byte
	i := sort.Search(run.n, func(i int) bool {
		if err == nil {
			_, err = f.ReadAt(entry[:], run.start+int64(i*runEntry))
		}
		return err != nil || bytes.Compare(entry[:len(key)], key[:]) >= 0
	})
	if err == nil && i < run.n {
		_, err = f.ReadAt(entry[:], run.start+int64(i*runEntry))
	}
	if err != nil {
		return 0, false, f.fault(err)
	}
	known = i < run.n && bytes.Equal(entry[:len(key)], key[:])
	return int64(binary.BigEndian.Uint64(entry[len(key):])), known, nil
}

func (f *tempFile) note(at int64) (string, error) {
	var length [4]byte
	if _, err := f.ReadAt(length[:], at); err != nil {
		return "", f.fault(err)
	}
	text := make([]byte, binary.BigEndian.Uint32(length[:]))
	if _, err := f.ReadAt(text, at+int64(len(length))); err != nil {
		return "", f.fault(err)
	}
	return string(text), nil
}

func (f *tempFile) fault(err error) error {
	return fmt.Errorf("cannot tell whether it was read before (%w): run it again", err)
}

func (f *tempFile) remove() error {
	err := f.Close()
	if removed := os.Remove(f.Name()); !errors.Is(removed, os.ErrNotExist) {
		err = errors.Join(err, removed)
	}
	return err
}
