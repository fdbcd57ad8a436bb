package news

import (
	"bytes"
	"testing"
	"unicode/utf8"
)

// FuzzDecodeRecord holds that what decodes is sound and comes back as the same bytes once it is written.
func FuzzDecodeRecord(f *testing.F) {
	var line bytes.Buffer
	if err := NewEncoder(&line).Encode(sample()); err != nil {
		f.Fatal(err)
	}
	f.Add(line.Bytes())
	f.Add([]byte(`{"schema":"graphload/1","article":{"id":"a","name":"b","text":"é"}}`))
	f.Add([]byte(`{"schema":"graphload/1"`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := DecodeRecord(data)
		if err != nil {
			return
		}
		if err := r.Validate(); err != nil {
			t.Fatal(err)
		}
		var first, second bytes.Buffer
		if err := NewEncoder(&first).Encode(r); err != nil {
			t.Fatal(err)
		}
		again, err := DecodeRecord(first.Bytes())
		if err != nil {
			t.Fatalf("what was written does not decode: %v\n%s", err, &first)
		}
		if err := NewEncoder(&second).Encode(again); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("first %s\nthen %s", &first, &second)
		}
	})
}

// FuzzOffsets holds the translation between bytes and code points against the plain count.
func FuzzOffsets(f *testing.F) {
	f.Add("", 0)
	f.Add("Møtet 😀", 3)
	f.Add(string(bytes.Repeat([]byte("é"), offsetStep)), offsetStep)
	f.Fuzz(func(t *testing.T, text string, n int) {
		if !utf8.ValidString(text) {
			return
		}
		o := NewOffsets(text)
		runes := 0
		for b := range text {
			if got := o.Runes(b); got != runes {
				t.Fatalf("byte %d: code point %d, want %d", b, got, runes)
			}
			if got, ok := o.Bytes(runes); !ok || got != b {
				t.Fatalf("code point %d: byte %d, %t, want %d", runes, got, ok, b)
			}
			runes++
		}
		if got := o.Runes(len(text)); got != runes {
			t.Errorf("end: code point %d, want %d", got, runes)
		}
		if got, ok := o.Bytes(runes); !ok || got != len(text) {
			t.Errorf("end: byte %d, %t, want %d", got, ok, len(text))
		}
		if _, ok := o.Bytes(n); ok != (0 <= n && n <= runes) {
			t.Errorf("code point %d of %d: %t", n, runes, ok)
		}
	})
}
