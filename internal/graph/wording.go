package graph

import (
	"regexp"
	"slices"
	"strings"
)

// wording are words without the blanks between them, so that "cease-fire", "cease fire" and "ceasefire" are the same, and with
// the places where they begin, so that none is found in the middle of another. Two numbers keep their blank.
type wording struct {
	letters string
	starts  []int // of each word, and behind them the end
	ends    []int // how many words there are up to the end of each sentence but the last
}

func newWording(words []word) wording {
	var w wording
	var letters strings.Builder
	for i := range words {
		if i > 0 && bothDigits(words[i-1].folded, words[i].folded) {
			letters.WriteByte(' ')
		}
		w.starts = append(w.starts, letters.Len())
		letters.WriteString(words[i].folded)
		if words[i].ends && i+1 < len(words) {
			w.ends = append(w.ends, i+1)
		}
	}
	w.letters = letters.String()
	w.starts = append(w.starts, len(w.letters))
	return w
}

// bothDigits reports whether one word ends in a digit and the next one begins with one.
func bothDigits(a, b string) bool { return digitAt(a, len(a)-1) && digitAt(b, 0) }

func (w *wording) words() int { return len(w.starts) - 1 }

// part returns the letters of the words from one up to another.
func (w *wording) part(from, to int) string {
	return strings.TrimSuffix(w.letters[w.starts[from]:w.starts[to]], " ")
}

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
	return ok || w.letters[at] == ' '
}

// findCut returns the end of a piece in w, from a place on, also of one out of the middle of which something was left out
// without a mark, as newspapers do where the cue stands between two sentences. What is left on both sides must be enough to be
// no chance, or on one side so and whole sentences on the other.
func (w *wording) findCut(piece *wording, from int) (end int, ok bool) {
	if end, ok = w.find(piece.letters, from); ok {
		return end, true
	}
	n := piece.words()
	if n < quoteWords+sentenceWords {
		return 0, false
	}
	_, first := w.find(piece.part(0, min(n, quoteWords)), from)
	_, last := w.find(piece.part(n-quoteWords, n), from)
	for cut := quoteWords; first && last && cut <= n-quoteWords; cut++ {
		if end, ok = w.findHalves(piece, cut, from); ok {
			return end, true
		}
	}
	for _, cut := range piece.ends {
		if (cut >= quoteWords && first || n-cut >= quoteWords && last) && cut >= sentenceWords && n-cut >= sentenceWords {
			if end, ok = w.findHalves(piece, cut, from); ok {
				return end, true
			}
		}
	}
	return 0, false
}

// sentenceWords are as many as whole sentences must have at least of which the newspaper does not say that others were between.
const sentenceWords = 4

// findHalves returns the end of a piece that is divided after so many words.
func (w *wording) findHalves(piece *wording, cut, from int) (end int, ok bool) {
	if end, ok = w.find(piece.part(0, cut), from); !ok {
		return 0, false
	}
	return w.find(piece.part(cut, piece.words()), end)
}

var (
	// gaps is how newspapers mark that they left words out of a quotation, and what they put in.
	gaps = regexp.MustCompile(`\[[^\[\]]*\]|\(?(?:…|\.\s?\.\s?\.)[\s.…]*\)?`)
)

// pieces returns what was said between what the newspaper left out of a text, which has these words, or put in.
func pieces(text string, words []word) []wording {
	if !strings.ContainsAny(text, "[…") && !strings.Contains(text, "..") && !strings.Contains(text, ". .") {
		if len(words) == 0 {
			return nil
		}
		return []wording{newWording(words)}
	}
	var list []wording
	for _, part := range gaps.Split(firstLetter.ReplaceAllString(text, "$1$2"), -1) {
		if w := newWording(wordsOf(part)); w.words() > 0 {
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
		if bothDigits(all.letters, pieces[i].letters) {
			all.letters += " "
			all.starts[all.words()] = len(all.letters)
		}
		for _, n := range pieces[i].ends {
			all.ends = append(all.ends, all.words()+n)
		}
		for _, start := range pieces[i].starts[1:] {
			all.starts = append(all.starts, len(all.letters)+start)
		}
		all.letters += pieces[i].letters
	}
	return all
}
