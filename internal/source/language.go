package source

import "strings"

// englishWords are frequent words of English that its neighbours do not share.
var englishWords = map[string]bool{
	"the": true, "of": true, "and": true, "to": true, "that": true, "with": true, "for": true, "was": true,
	"said": true, "his": true, "her": true, "has": true, "had": true, "from": true, "by": true, "it": true,
	"not": true, "at": true, "be": true, "are": true, "this": true, "which": true, "were": true, "have": true,
	"will": true, "he": true, "she": true, "they": true, "their": true, "would": true, "who": true, "been": true,
	"but": true, "we": true, "you": true, "its": true, "on": true, "is": true, "in": true, "an": true, "as": true,
}

// language returns "en" where the frequent words of English make up a good share of the text's beginning, and an empty
// string where they do not or where the text is too short to tell.
func language(text string) string {
	const (
		look     = 8192 // bytes
		atLeast  = 10   // words
		oneIn    = 6    // English prose has one in two or three
		longWord = 8
	)
	words, english := 0, 0
	for word := range strings.FieldsSeq(text[:min(len(text), look)]) {
		words++
		word = strings.Trim(word, `.,;:!?"'()“”‘’`)
		if len(word) < longWord && englishWords[strings.ToLower(word)] {
			english++
		}
	}
	if words < atLeast || english*oneIn < words {
		return ""
	}
	return "en"
}
