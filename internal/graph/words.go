package graph

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// normalized folds what newspapers change in other people's words: case, white space, punctuation and quotation marks, accents,
// British and American spelling, numbers in words and in digits, the percent sign, and four names that are abbreviated.
// What is shortened in speech ("don't") is other words than what is not.
func normalized(text string) string {
	return joinFolded(wordsOf(text))
}

func joinFolded(words []word) string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = w.folded
	}
	return strings.Join(list, " ")
}

// word is a word of a text.
type word struct {
	folded string
	joined bool // only white space or a hyphen stands between it and the word before
	ends   bool // a sentence
}

// wordsOf returns the words of a text, folded.
func wordsOf(text string) []word {
	if strings.Contains(text, "[") {
		text = firstLetter.ReplaceAllString(text, "$1$2")
	}
	text = norm.NFKC.String(text)
	if strings.Contains(text, "U.") {
		text = initials.ReplaceAllStringFunc(text, func(s string) string { return pointless.Replace(s) + " " })
		text = strings.TrimRight(text, " ")
	}
	const wordLength = 5 // about
	s := scanner{abbreviates: strings.ContainsFunc(text, func(r rune) bool { return unicode.ToUpper(r) != r }),
		words: make([]word, 0, len(text)/wordLength+1)}
	s.scan(text)
	return withNumbers(s.words)
}

var (
	// firstLetter is a letter that a newspaper made large or small.
	firstLetter = regexp.MustCompile(`\[(\pL)\](\pL)`)
	// initials are those of the names that are abbreviated, with their points.
	initials  = regexp.MustCompile(`\b(?:U\. ?S\. ?A\.|U\. ?S\.|U\. ?K\.|U\. ?N\.|E\. ?U\.)`)
	pointless = strings.NewReplacer(".", "", " ", "")
	// separated are digits in groups of three.
	separated = regexp.MustCompile(`^\d{1,3}(?:,\d{3})+$`)
)

// abbreviations are the names that newspapers shorten and write out at their pleasure. In small letters they are other words.
var abbreviations = map[string]string{"US": "united states", "USA": "united states", "UK": "united kingdom", "UN": "united nations",
	"EU": "european union"}

// scanner divides a text into words.
type scanner struct {
	abbreviates bool // the text is not in capitals throughout
	words       []word
	joined      bool
}

func (s *scanner) scan(text string) {
	start := -1 // of a word
	for i, r := range text {
		if inside(text, i, r, start >= 0) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			s.add(text[start:i])
			start = -1
		}
		s.between(r)
	}
	if start >= 0 {
		s.add(text[start:])
	}
}

// inside reports whether a rune of a text is a part of a word: also an apostrophe, and the point or comma within a number.
func inside(text string, at int, r rune, begun bool) bool {
	switch {
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || unicode.IsSymbol(r):
		return true
	case r == '\'' || r == '’' || r == '‘':
		return begun
	case r == '.' || r == ',':
		return begun && digitAt(text, at-1) && digitAt(text, at+1)
	}
	return false
}

func digitAt(text string, i int) bool {
	return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9'
}

// between notes what stands between two words.
func (s *scanner) between(r rune) {
	switch r {
	case '%':
		s.put("percent")
	case '&':
		s.put("and")
	case '.', '!', '?':
		if len(s.words) > 0 {
			s.words[len(s.words)-1].ends = true
		}
		s.joined = false
	default:
		s.joined = s.joined && (unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) && r != '–' && r != '—')
	}
}

// add adds a word as it is written.
func (s *scanner) add(written string) {
	if long := abbreviations[written]; long != "" && s.abbreviates {
		first, second, _ := strings.Cut(long, " ")
		s.put(first)
		s.put(second)
		return
	}
	w := strings.ToLower(written)
	ascii := isASCII(w)
	if !ascii || strings.Contains(w, "'") {
		w = apostrophes.Replace(w)
	}
	if strings.Contains(w, ",") && separated.MatchString(w) {
		w = strings.ReplaceAll(w, ",", "")
	}
	if !ascii {
		w = plain(w)
	}
	w = spelt(w)
	if n := len(s.words); w == "cent" && n > 0 && s.joined && s.words[n-1].folded == "per" {
		s.words[n-1].folded = "percent"
		return
	}
	if w != "" {
		s.put(w)
	}
}

func (s *scanner) put(folded string) {
	s.words = append(s.words, word{folded: folded, joined: s.joined})
	s.joined = true
}

var apostrophes = strings.NewReplacer("'", "", "’", "", "‘", "")

func isASCII(w string) bool {
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// plain returns a word without the accents on Latin letters.
func plain(w string) string {
	var b strings.Builder
	latin := false
	for _, r := range norm.NFD.String(w) {
		if unicode.Is(unicode.Mn, r) && latin {
			continue
		}
		latin = unicode.Is(unicode.Latin, r)
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}
