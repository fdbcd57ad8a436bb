package graph

import (
	"slices"
	"strconv"
)

// small are the numbers below twenty, tens the others of one word, ordinals those in order.
var (
	small = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
	tens     = []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	ordinals = map[string]string{"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th",
		"seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th"}
)

// numerals is what each word below a hundred counts.
var numerals = func() map[string]int {
	m := map[string]int{}
	for i, w := range small {
		m[w] = i
	}
	for i, w := range tens {
		m[w] = 20 + 10*i
	}
	return m
}()

// withNumbers returns words with numbers in digits, up to 999,999: "five", "twenty-one", "three hundred and four". Millions
// are words everywhere.
func withNumbers(words []word) []word {
	counts := slices.ContainsFunc(words, func(w word) bool {
		_, ok := numerals[w.folded]
		return ok || ordinals[w.folded] != "" || w.folded == "hundred" || w.folded == "thousand"
	})
	if !counts {
		return words
	}
	var list []word
	for i := 0; i < len(words); {
		w := words[i]
		if s := ordinals[w.folded]; s != "" {
			w.folded = s
		}
		value, n := numeral(words[i:])
		if n > 0 {
			w.folded, w.ends = strconv.Itoa(value), words[i+n-1].ends
		}
		list = append(list, w)
		i += max(n, 1)
	}
	return list
}

// numeral reads a number at the beginning of words and returns how many of them it takes, 0 where none begins.
func numeral(words []word) (value, n int) {
	part := 0 // of it, below a thousand
	for i, w := range words {
		if i > 0 && !w.joined {
			break
		}
		count, counts := numerals[w.folded]
		switch {
		case counts && fits(part, count, i):
			part += count
		case i == 0 && digits(w.folded):
			part, _ = strconv.Atoi(w.folded)
		case w.folded == "hundred" && i > 0 && part > 0 && part < 100 && n == i:
			part *= 100
		case w.folded == "thousand" && i > 0 && part > 0 && value == 0 && n == i:
			value, part = part*1000, 0
		case w.folded == "and" && i > 0 && (words[i-1].folded == "hundred" || words[i-1].folded == "thousand"):
			continue // it is a part of the number where more of it follows
		default:
			return value + part, n
		}
		n = i + 1
	}
	return value + part, n
}

// fits reports whether a number below a hundred may follow what has been counted of one, in so many words.
func fits(part, count, words int) bool {
	switch {
	case words == 0:
		return true
	case count == 0:
		return false
	case count < 10 && part%100 >= 20:
		return part%10 == 0
	}
	return part%100 == 0
}

// digits reports whether a word is a whole number below a million.
func digits(w string) bool {
	for _, r := range w {
		if r < '0' || r > '9' {
			return false
		}
	}
	return len(w) > 0 && len(w) < 7
}
