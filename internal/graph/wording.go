package graph

import (
	"regexp"
	"slices"
	"strings"
)

// wording are words without the blanks between them, so that "cease-fire", "cease fire" and "ceasefire" are the same, and with
// the places where they begin, so that none is found in the middle of another.
type wording struct {
	letters string
	starts  []int // of each word, and behind them the end
}

// newWording takes words apart that normalized made.
func newWording(words string) wording {
	w := wording{letters: strings.ReplaceAll(words, " ", ""), starts: make([]int, 1, 1+(len(words)+3)/4)}
	if words == "" {
		return w
	}
	for i := range len(words) {
		if words[i] == ' ' {
			w.starts = append(w.starts, i-len(w.starts)+1)
		}
	}
	w.starts = append(w.starts, len(w.letters))
	return w
}

func (w *wording) words() int { return len(w.starts) - 1 }

// part returns the letters of the words from one up to another.
func (w *wording) part(from, to int) string { return w.letters[w.starts[from]:w.starts[to]] }

// find returns the end of letters that stand in w as whole words, from a place on.
func (w *wording) find(letters string, from int) (end int, ok bool) {
	for {
		i := strings.Index(w.letters[from:], letters)
		if i < 0 {
			return 0, false
		}
		from += i
		if end := from + len(letters); w.divided(from) && w.divided(end) {
			return end, true
		}
		from++
	}
}

// divided reports whether a word begins or ends at a place.
func (w *wording) divided(at int) bool {
	_, ok := slices.BinarySearch(w.starts, at)
	return ok
}

// findCut returns the end of a piece in w, from a place on, also of one out of the middle of which something was left out
// without a mark, as newspapers do where the cue stands between two sentences. What is left on both sides must be enough to be
// no chance.
func (w *wording) findCut(piece *wording, from int) (end int, ok bool) {
	if end, ok = w.find(piece.letters, from); ok {
		return end, true
	}
	n := piece.words()
	if n < 2*quoteWords {
		return 0, false
	}
	if _, ok = w.find(piece.part(0, quoteWords), from); !ok {
		return 0, false
	}
	if _, ok = w.find(piece.part(n-quoteWords, n), from); !ok {
		return 0, false
	}
	for cut := quoteWords; cut <= n-quoteWords; cut++ {
		if middle, ok := w.find(piece.part(0, cut), from); ok {
			if end, ok := w.find(piece.part(cut, n), middle); ok {
				return end, true
			}
		}
	}
	return 0, false
}

var (
	// gaps is how newspapers mark that they left words out of a quotation, and what they put in.
	gaps = regexp.MustCompile(`\[[^\[\]]*\]|\(?(?:…|\.\s?\.\s?\.)[\s.…]*\)?`)
	// firstLetter is a letter that they made large or small.
	firstLetter = regexp.MustCompile(`\[(\pL)\](\pL)`)
)

// pieces returns what was said between what the newspaper left out or put in.
func pieces(text string) []wording {
	text = strings.ReplaceAll(text, "%", " percent")
	parts := []string{text}
	if strings.ContainsAny(text, "[…") || strings.Contains(text, "..") || strings.Contains(text, ". .") {
		parts = gaps.Split(firstLetter.ReplaceAllString(text, "$1$2"), -1)
	}
	var list []wording
	for _, part := range parts {
		if w := newWording(normalized(part)); w.words() > 0 {
			list = append(list, w)
		}
	}
	return list
}

// joinWordings returns the words of all pieces.
func joinWordings(pieces []wording) wording {
	if len(pieces) == 1 {
		return pieces[0]
	}
	all := wording{starts: []int{0}}
	for i := range pieces {
		for _, start := range pieces[i].starts[1:] {
			all.starts = append(all.starts, len(all.letters)+start)
		}
		all.letters += pieces[i].letters
	}
	return all
}
