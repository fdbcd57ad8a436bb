package nlp

import (
	_ "embed"
	"strings"
	"sync"

	"graphload/internal/country"
)

// humansGz lists nouns for human beings, a line each; HUMANS.md says where they come from.
//
//go:embed humans.txt.gz
var humansGz []byte

// humans is the list, unpacked once.
var humans = sync.OnceValue(func() map[string]bool { return WordSet(country.Unzip(humansGz)) })

// Human reports whether a lower-case noun in the singular mostly means a human being: "senator", "striker", "widow".
func Human(w string) bool { return humans()[w] || strings.HasSuffix(w, "-year-old") }
