package country

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/states.tsv
var statesTSV string

// stateTable knows the states of the USA and the provinces of Canada.
type stateTable struct {
	code   map[string]string // of a full name
	postal map[string]string // of "TX"
	shorts map[string]string // of "Tex."
	words  int               // of the longest name
}

var states = sync.OnceValue(func() *stateTable {
	t := &stateTable{map[string]string{}, map[string]string{}, map[string]string{}, 1}
	for _, row := range rows(statesTSV, 4) {
		t.code[row[0]] = row[1]
		t.words = max(t.words, strings.Count(row[0], " ")+1)
		if row[2] != "" {
			t.postal[row[2]] = row[1]
		}
		if row[3] != "" {
			t.shorts[row[3]] = row[1]
		}
	}
	return t
})

// State returns the country, US or CA, of a state or province by its English name. Georgia is US here.
func State(name string) (code string, ok bool) {
	code, ok = states().code[name]
	return code, ok
}

// at returns the state at a position, in any of its forms, and where it ends. Names in capitals are looked for too if
// caps is set, postal codes only if it is not: "IN" and "OR" are words then.
func (t *stateTable) at(text string, start int, caps bool) (code string, end int, ok bool) {
	if stop := acronymEnd(text, start); stop > start {
		if code, ok := t.shorts[text[start:stop]]; ok {
			return code, stop, true
		}
	}
	end = start
	for n := 0; n < t.words; n++ {
		stop := wordEnd(text, end)
		if stop == end {
			break
		}
		name := text[start:stop]
		if code, ok := t.postal[name]; ok && !caps {
			return code, stop, true
		}
		if caps {
			name = titled(name)
		}
		if code, ok := t.code[name]; ok && name != "Washington" && name != "Georgia" {
			return code, stop, true
		}
		if stop == len(text) || text[stop] != ' ' {
			break
		}
		end = stop + 1
	}
	return "", 0, false
}

// acronymEnd returns the end of an abbreviation with full stops ("Tex.", "N.Y.", "W.Va.").
func acronymEnd(text string, start int) int {
	end := start
	for {
		stop := wordEnd(text, end)
		if stop == end || stop >= len(text) || text[stop] != '.' {
			return end
		}
		end = stop + 1
	}
}

// titled returns a name in capitals with capitals only at the beginning of its words.
func titled(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		_, size := utf8.DecodeRuneInString(w)
		words[i] = w[:size] + strings.ToLower(w[size:])
	}
	return strings.Join(words, " ")
}
