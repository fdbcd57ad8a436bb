package source

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadGigabyte holds that a line, a text and a page of a gigabyte are told as too large, that memory stays bounded
// meanwhile, and that what follows a line is read.
func TestReadGigabyte(t *testing.T) {
	const (
		megabytes = 1000
		bound     = 400 << 20 // bytes the program may take more from the system: a line of JSON is held up to 80 MB
	)
	defer debug.SetGCPercent(debug.SetGCPercent(20)) // on busy cores what is garbage would stay long enough to count
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	filler := strings.Repeat("word ", 200_000) // a megabyte
	stream := func(head, tail string) *generated {
		return &generated{n: megabytes + 2, next: func(i int) string {
			switch i {
			case 0:
				return head
			case megabytes + 1:
				return tail
			}
			return filler
		}}
	}
	for _, test := range []struct {
		name, format, head, tail string
		want                     []string
	}{
		{"line", "", `{"id":"one","text":"One."}` + "\n" + `{"id":"two","text":"`, `"}` + "\n" + `{"id":"three","text":"Three."}` + "\n", []string{
			"article one: -", "error standard input:2: larger than 10 MB: split it into its articles", "article three: -"}},
		{"object", "json", `[{"id":"one","text":"One."},` + "\n" + `{"id":"two","text":"`, `"}]`, []string{
			"error standard input: JSON over several lines, larger than 80 MB: print one object a line (JSONL)"}},
		{"text", "", "A headline\n\n", ".", []string{"error standard input: larger than 10 MB: split it into its articles"}},
		{"page", "", "<!doctype html><html><body><p>", "</p></body></html>", []string{"error standard input: larger than 10 MB: split it into its articles"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			runtime.GC() // what the input before left behind is none of this one's
			var got []string
			for item := range Read(t.Context(), []string{"-"}, Options{Stdin: stream(test.head, test.tail), Format: test.format}) {
				if item.Err != nil {
					got = append(got, "error "+item.Err.Error())
				} else {
					got = append(got, fmt.Sprintf("article %s: %s", item.Article.Name, item.Article.Path))
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	runtime.ReadMemStats(&after)
	if after.Sys-before.Sys > bound {
		t.Errorf("the program took %d MB more from the system", (after.Sys-before.Sys)>>20)
	}
}

// FuzzNames holds that the names of a list are what stands between its ends, whatever comes in between.
func FuzzNames(f *testing.F) {
	f.Add("a.txt\nb.txt\n")
	f.Add("a b.txt\x00c\nd.txt\x00")
	f.Fuzz(func(t *testing.T, list string) {
		split := splitNames()
		var names []string
		for rest := []byte(list); ; {
			n, name, err := split(rest, true)
			if err != nil || n > len(rest) || n < 0 {
				t.Fatalf("%d of %d bytes, %v", n, len(rest), err)
			}
			if n == 0 {
				break
			}
			names, rest = append(names, string(name)), rest[n:]
		}
		end := "\n"
		if strings.Contains(list, "\x00") {
			end = "\x00"
		}
		if want := strings.TrimSuffix(list, end); want != "" && strings.Join(names, end) != want {
			t.Errorf("%q from %q", names, list)
		}
	})
}
