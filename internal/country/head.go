package country

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/heads.tsv
var headsTSV string

// Head is one who is or was head of a state or of its government.
type Head struct {
	Name, Code string
	From       string // the year in which they first were it
	Common     bool   // others bear the name too
}

// Heads returns the heads of state and of government since 1945, of large countries also earlier ones.
var Heads = sync.OnceValue(func() []Head {
	var heads []Head
	for _, row := range rows(headsTSV, 2) {
		for entry := range strings.SplitSeq(row[1], "; ") {
			k := strings.LastIndexByte(entry, ' ')
			name, common := strings.CutSuffix(entry[:k], "?")
			heads = append(heads, Head{Name: name, Code: row[0], From: entry[k+1:], Common: common})
		}
	}
	return heads
})

// Since reports whether the head was in office on a date, ISO 8601 as exact as known or empty, or had been before.
func (h Head) Since(date string) bool {
	return len(date) < len(h.From) || date[:len(h.From)] >= h.From
}
