package country

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/marks.tsv
var marksTSV string

var marks = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, row := range rows(marksTSV, 4) {
		for _, words := range row[1:] {
			for word := range strings.SplitSeq(words, "; ") {
				if word != "-" {
					m[word] = row[0]
				}
			}
		}
	}
	return m
})

// Mark returns the country that alone has a word of money, a form of address or a zone of time: "naira", "Datuk", "SAST".
func Mark(word string) (code string, ok bool) {
	code, ok = marks()[word]
	return code, ok
}
