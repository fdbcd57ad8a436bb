package extract

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"graphload/internal/nlp"
	"graphload/internal/nlp/date"
)

// laterWords tell a day by its distance from one that the text told before: "two days later", "the next day".
var laterWords = regexp.MustCompile(`(?i)\b(?:(a|one|two|three|four|five|six|seven|ten|\d{1,2}) (day|week)s? later|the (next|following|same) (?:day|morning|afternoon|evening))\b`)

var smallNumbers = map[string]int{"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}

// laterBack is how many sentences back the day may stand from which a later one is counted.
const laterBack = 3

// laterDay returns the day that words within a span give by their distance from the day told last before it, and the words.
// found is true as well where the text tells no such day.
func laterDay(d *nlp.Doc, s nlp.Span) (day, words string, found bool) {
	m := laterWords.FindStringSubmatchIndex(d.Clean[s.Start:s.End])
	if m == nil {
		return "", "", false
	}
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return strings.ToLower(d.Clean[s.Start+m[2*i] : s.Start+m[2*i+1]])
	}
	words = d.Clean[s.Start+m[0] : s.Start+m[1]]
	days := 1
	switch {
	case part(3) == "same":
		days = 0
	case part(1) != "":
		n, ok := smallNumbers[part(1)]
		if !ok {
			n, _ = strconv.Atoi(part(1))
		}
		days = n
		if part(2) == "week" {
			days *= 7
		}
	}
	at := d.Tokens[d.TokenAt(s.Start+m[0])].Sentence
	end := s.Start + m[0]
	for back := at; back >= 0 && back >= at-laterBack; back-- {
		from := d.SpanOf(d.Sentences[back].Range).Start
		if from >= end {
			continue
		}
		list := date.Find(d.Clean[from:end], d.Published, date.Past)
		for i := len(list) - 1; i >= 0; i-- {
			if list[i].From == list[i].To && len(list[i].From) == len(time.DateOnly) {
				anchor, err := time.Parse(time.DateOnly, list[i].From)
				if err != nil {
					return "", words, true
				}
				return anchor.AddDate(0, 0, days).Format(time.DateOnly), words, true
			}
		}
		end = from
	}
	return "", words, true
}
