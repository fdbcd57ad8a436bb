package source

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

func TestRegister(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	x := register{most: 100}
	defer func() {
		if err := x.close(); err != nil {
			t.Error(err)
		}
		left, err := os.ReadDir(os.TempDir())
		if err != nil || len(left) > 0 {
			t.Errorf("left behind: %v, %v", left, err)
		}
	}()
	notes := map[int]string{}
	r := rand.New(rand.NewPCG(1, 2))
	for range 10_000 {
		n := r.IntN(5000)
		keys := []digest{digestOf("id", fmt.Sprint(n)), digestOf("text", fmt.Sprint(n))}
		note, known, err := x.find(keys...)
		if err != nil {
			t.Fatal(err)
		}
		if want, is := notes[n]; known != is || note != want {
			t.Fatalf("find(%d) = %q, %v; want %q, %v", n, note, known, want, is)
		}
		if !known {
			notes[n] = fmt.Sprintf("file %d:%d", n, len(notes))
			x.add(notes[n], keys...)
		}
	}
	for n, want := range notes { // each by its second key as well
		if note, known, err := x.find(digestOf("text", fmt.Sprint(n))); err != nil || !known || note != want {
			t.Fatalf("find(text %d) = %q, %v, %v; want %q", n, note, known, err, want)
		}
	}
	if len(x.recent) > 100 || len(x.runs) < 50 {
		t.Errorf("%d keys in memory and %d runs in the file, of %d keys", len(x.recent), len(x.runs), 2*len(notes))
	}
}

func TestRegisterWithoutRoom(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "missing"))
	x := register{most: 10}
	for n := range 100 {
		x.add(fmt.Sprint(n), digestOf("id", fmt.Sprint(n)))
	}
	for n := range 100 {
		if note, known, err := x.find(digestOf("id", fmt.Sprint(n))); err != nil || !known || note != fmt.Sprint(n) {
			t.Fatalf("find(%d) = %q, %v, %v", n, note, known, err)
		}
	}
}

func TestRegisterUnreadable(t *testing.T) {
	x := register{most: 1}
	x.add("first", digestOf("id", "first"))
	if err := x.file.Close(); err != nil {
		t.Fatal(err)
	}
	if note, known, err := x.find(digestOf("id", "first")); err == nil {
		t.Errorf("find = %q, %v; want an error", note, known)
	}
}
