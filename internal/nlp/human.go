package nlp

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"
)

// humansGz lists nouns for human beings, a line each; HUMANS.md says where they come from.
//
//go:embed humans.txt.gz
var humansGz []byte

// humans is the list, unpacked once. It is part of the program, so a fault in it is a panic.
var humans = sync.OnceValue(func() map[string]bool {
	r, err := gzip.NewReader(bytes.NewReader(humansGz))
	if err != nil {
		panic(fmt.Sprintf("embedded list: %v", err))
	}
	text, err := io.ReadAll(r)
	if err != nil {
		panic(fmt.Sprintf("embedded list: %v", err))
	}
	return WordSet(string(text))
})

// Human reports whether a lower-case noun in the singular mostly means a human being: "senator", "striker", "widow".
func Human(w string) bool { return humans()[w] || strings.HasSuffix(w, "-year-old") }
