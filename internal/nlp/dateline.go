package nlp

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"graphload/internal/country"
)

// placeLines are the forms of the place line that opens an item of wire copy: a town in capitals, "OSLO, March 3 -", "OSLO
// (Skerry News) —"; or as it is usually written, with an agency or a date and a dash, "Oslo, Mar 3 (Skerry) -", "Oslo / SKERRY
// /".
var placeLines = []*regexp.Regexp{
	regexp.MustCompile(`^\s*(\p{Lu}[\p{Lu} .'-]{2,30}\p{Lu})\s*(?:[,(—–―:]|-)`),
	regexp.MustCompile(`^\s*(\p{Lu}[\p{L} .'-]{2,30}\p{L})(?:, [^—–\n-]{2,30})?\s*(?:\([\p{L} .]{2,30}\)|/ ?\p{Lu}[\p{L} ]{2,20}/)`),
	regexp.MustCompile(`^\s*(\p{Lu}[\p{L} .'-]{2,30}\p{L}), \p{Lu}[\p{L}. ]{2,14}\d[\d ]{0,5}[—–-]`),
}

// ownLine is a town in capitals alone on the line above.
var ownLine = regexp.MustCompile(`\n(\p{Lu}[\p{Lu} .'-]{2,30}\p{Lu})\s*$`)

// Home tells whose offices and organs an article names without their country.
type Home struct {
	// Publisher is the country of the national news agency or newspaper that published the article, or empty.
	Publisher string
	// Abroad is the country of a publisher that reports from all the world, or empty.
	Abroad      string
	byParagraph []string
	inland      func() string // the country that the text shows by its towns, bodies and the like
	leaves      func() string // the country that the text leaves where nothing tells one
}

// NewHome reads the homes of an article's paragraphs.
func NewHome(d *Doc) *Home {
	h := &Home{}
	h.inland = sync.OnceValue(func() string {
		code := inland(d)
		if h.Abroad != "" && code != h.Abroad { // who reports from all the world is at home in no story but their own country's
			return ""
		}
		return code
	})
	h.leaves = sync.OnceValue(func() string {
		if code := h.inland(); code != "" {
			return code
		}
		return mostNamed(d)
	})
	if a := publishedIn(d); a.world {
		h.Abroad = a.code
	} else {
		h.Publisher = a.code
	}
	town := ""
	for _, p := range d.Paragraphs {
		start := d.Tokens[p.From].Start
		line := strings.LastIndexByte(d.Text[:start], '\n') + 1
		const longest = 80 // bytes
		if name := dateline(d.Text[line:min(len(d.Text), line+longest)], d.Text[max(0, line-longest):line]); name != "" {
			if code := townCountry(name, afterTown(d.Text[line:min(len(d.Text), line+longest)], name)); code != "" {
				town = code
			}
		}
		h.byParagraph = append(h.byParagraph, town)
	}
	return h
}

// Of returns the country whose offices a paragraph names without it, or "": that of the publisher, else that of the town in the
// nearest place line above that is no seat of international bodies, else the one whose towns and bodies it names, else the one of
// which it speaks by far most.
func (h *Home) Of(paragraph int) string {
	if code := h.Told(paragraph); code != "" {
		return code
	}
	return h.leaves()
}

// Shown returns the country of the publisher, else that of the town in the nearest place line above a paragraph, else the one whose
// towns and bodies the article names, or "".
func (h *Home) Shown(paragraph int) string {
	if code := h.Told(paragraph); code != "" {
		return code
	}
	return h.inland()
}

// Told returns the country of the publisher, else that of the town in the nearest place line above a paragraph, or "".
func (h *Home) Told(paragraph int) string {
	if h.Publisher != "" {
		return h.Publisher
	}
	return h.byParagraph[paragraph]
}

// mostNamed returns the country that an article names at least four times and half as often again as any other, or "". Less is
// enough where the people of the other are introduced with their country and its own are not. A capital behind a preposition
// is a town and not counted.
func mostNamed(d *Doc) string {
	const least = 4
	count := map[string]int{}
	for _, p := range d.Places {
		if p.Code != "" && !Town(d, p) {
			count[p.Code]++
		}
	}
	best, second := Foremost(count)
	foreign := map[string]bool{}
	for _, n := range d.Names {
		foreign[n.State] = foreign[n.State] || n.Kind == PersonName
	}
	switch {
	case count[best] < least:
		return ""
	case 2*count[best] >= 3*count[second], count[best] > count[second] && foreign[second] && !foreign[best]:
		return best
	}
	return ""
}

// Foremost returns the codes with the two highest counts, the lesser code first where they are equal, and "" where there is none.
func Foremost(count map[string]int) (best, second string) {
	for code, n := range count {
		switch {
		case best == "" || n > count[best] || n == count[best] && code < best:
			best, second = code, best
		case second == "" || n > count[second] || n == count[second] && code < second:
			second = code
		}
	}
	return best, second
}

// Town reports whether a match is a capital in which something is rather than a government: "in Oslo", "to Oslo".
func Town(d *Doc, p country.Match) bool {
	if p.Kind != country.Capital {
		return false
	}
	i := d.TokenAt(p.Start) - 1
	if i < 0 {
		return false
	}
	switch d.Lower(i) {
	case "in", "to", "from", "at", "near", "outside", "for", "leaving":
		return true
	}
	return false
}

// dateline returns the town in the place line with which a text begins, or that stands alone on the line before it.
func dateline(text, before string) string {
	for _, form := range placeLines {
		if m := form.FindStringSubmatch(text); m != nil {
			return m[1]
		}
	}
	if m := ownLine.FindStringSubmatch(before); m != nil {
		return m[1]
	}
	return ""
}

// PlaceLine returns how many bytes of a text are the place line with which it begins, up to behind its dash, or 0: "OSLO, March 3
// (Skerry News) - The ferry".
func PlaceLine(text string) int {
	const longest = 80 // bytes
	line, _, _ := strings.Cut(text[:min(len(text), longest)], "\n")
	town := dateline(line, "")
	if town == "" {
		return 0
	}
	after := afterTown(line, town)
	dash := spacedDash.FindStringIndex(after)
	if dash == nil || townCountry(town, after) == "" && !strings.Contains(after[:dash[0]], "(") {
		return 0
	}
	return strings.Index(line, town) + len(town) + dash[1]
}

// spacedDash is a dash between a place line and what it opens.
var spacedDash = regexp.MustCompile(`^[^—–―.!?]{0,40}?(?: - | ?[—–―] ?)`)

// afterTown returns what stands on a line behind the town that opens it, if it does.
func afterTown(line, town string) string {
	_, after, _ := strings.Cut(line, town)
	return after
}

// townCountry returns the country of a town printed in capitals or as usual; the words behind it may name a state: "OSLO, Minn.".
func townCountry(town, after string) string {
	town = capitalize(town)
	if seats[town] {
		return ""
	}
	if strings.HasPrefix(after, ", ") {
		if c := country.FindCities(town + after); len(c) > 0 && c[0].Start == 0 && c[0].End > len(town)+1 {
			return c[0].Code
		}
	}
	if c := country.Find(town); len(c) > 0 && c[0].Start == 0 && c[0].Kind != country.Demonym { // no other words: "A NIGHT IN OSLO:"
		return c[0].Code
	}
	code, _ := country.City(town)
	return code
}

// seats are towns from which is reported what bodies of many states do.
var seats = map[string]bool{"Brussels": true, "Geneva": true, "Strasbourg": true, "New York": true, "United Nations": true, "The Hague": true, "Davos": true}

// capitalize writes words with small letters behind the first.
func capitalize(words string) string {
	list := strings.Fields(strings.ToLower(words))
	for i, w := range list {
		r, size := utf8.DecodeRuneInString(w)
		list[i] = string(unicode.ToUpper(r)) + w[size:]
	}
	return strings.Join(list, " ")
}
