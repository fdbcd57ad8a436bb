package country

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/person-names.txt
var personNamesText string

// personNames are common first names and surnames that are no common English word.
var personNames = sync.OnceValue(func() (n struct{ first, last map[string]bool }) {
	n.first, n.last = map[string]bool{}, map[string]bool{}
	for _, row := range rows(personNamesText, 2) {
		if strings.Contains(row[0], "f") {
			n.first[row[1]] = true
		}
		if strings.Contains(row[0], "s") {
			n.last[row[1]] = true
		}
	}
	return n
})

// context is what stands around a span.
type context struct {
	text             string
	start, end       int
	prev, next       string // the words before and after, empty beyond the ends of the text
	prevGap, nextGap string // what stands between, spaces as one
	afterNext        string // the word after next
	initial          bool   // next is an initial with a full stop ("Jordan B. Peterson")
}

func around(text string, start, end int) *context {
	c := &context{text: text, start: start, end: end}
	from, to := prevWord(text, start)
	c.prev, c.prevGap = text[from:to], gap(text[to:start])
	from, to = nextWord(text, end)
	c.next, c.nextGap = text[from:to], gap(text[end:from])
	c.initial = to-from == 1 && isUpper(text[from]) && to < len(text) && text[to] == '.'
	from, to = nextWord(text, to)
	c.afterNext = text[from:to]
	return c
}

// gap returns what stands between two words, white space without a line feed as one space.
func gap(s string) string {
	if strings.TrimSpace(s) == "" && s != "" {
		if strings.Contains(s, "\n") {
			return "\n"
		}
		return " "
	}
	return s
}

const farthestWord = 24 // bytes between two words beyond which they are no neighbours

func prevWord(text string, at int) (start, end int) {
	end = at
	for end > 0 && at-end <= farthestWord {
		r, size := utf8.DecodeLastRuneInString(text[:end])
		if isWordRune(r) {
			start = end
			for start > 0 {
				r, size := utf8.DecodeLastRuneInString(text[:start])
				if !isWordRune(r) {
					break
				}
				start -= size
			}
			return start, end
		}
		end -= size
	}
	return at, at
}

func nextWord(text string, at int) (start, end int) {
	start = at
	for start < len(text) && start-at <= farthestWord {
		if end = wordEnd(text, start); end > start {
			return start, end
		}
		_, size := utf8.DecodeRuneInString(text[start:])
		start += size
	}
	return at, at
}

func wordBefore(text string, at int) string {
	start, end := prevWord(text, at)
	return text[start:end]
}

// isPerson tells whether the span is a first name or a surname.
func (c *context) isPerson(p *phrase, letters letterCase) bool {
	if letters == allLow || strings.Contains(p.key, " ") {
		return false
	}
	if p.flags&isSurname != 0 {
		if c.prevGap == " " && isTitle(c.prev) && (personNames().first[c.prev] || honorifics[c.prev]) {
			return true
		}
		// an initial ("Booker T. Washington") or a shortened title ("Rep. Jordan")
		if c.prevGap == ". " && (len(c.prev) == 1 && isUpper(c.prev[0]) || honorifics[c.prev]) && !c.endsAcronym() {
			return true
		}
	}
	if p.flags&isFirstName == 0 || c.nextGap != " " {
		return false
	}
	if c.initial {
		return true
	}
	if !isTitle(c.next) {
		return false
	}
	if bodies[c.next] || offices[c.next] {
		return false
	}
	if personNames().last[c.next] {
		return true
	}
	if p.flags&mostlyPerson != 0 && !headlineVerb(c.next) {
		return true
	}
	return c.prevGap == " " && offices[c.prev]
}

// headlineVerb tells whether a word may be the verb of a headline in title case ("Jordan Calls for Calm").
func headlineVerb(word string) bool {
	return strings.HasSuffix(word, "s") || strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing") || len(word) < 3
}

// endsAcronym tells whether the initial before the span belongs to an abbreviation ("the U.S. Israel backs").
func (c *context) endsAcronym() bool {
	at := c.start - len(c.prevGap) - len(c.prev)
	return len(c.prev) == 1 && at > 0 && c.text[at-1] == '.'
}

var (
	honorifics = set(`Mr Mrs Ms Miss Dr Sen Rep Gov Judge Justice Sir Dame Lady Lord Rev Prof Professor Capt Captain Sgt
		Lt Col Maj Congressman Congresswoman Detective Coach`)
	offices = set(`Minister Secretary Senator Congressman Congresswoman Governor Judge Justice Ambassador Coach
		President Chancellor General Colonel Major Captain Lieutenant Sergeant Professor Doctor Mayor Envoy
		Representative Sen Rep Gov Gen Mr Mrs Ms Dr Leader Chairman Chairwoman Speaker Spokesman Spokeswoman`)
	// bodies begin what belongs to a country and are surnames as well.
	bodies = set(`Police Bank Parliament Airlines Airways Air Army Navy Post Times Television Radio Defense Defence Foreign
		Prime President King Queen Prince Minister Ministry Embassy Court Supreme National State Free West East North
		South River Valley Street Church Cross Marathon Fashion Stock Exchange Olympics Games Cup Peace Summit Day
		House Park Hill Bridge Station Deputy Vice Crown Interior Finance Government Premier Cabinet Fair Aid Press Wall Land Power Reserve Union Council Congress Forum Week`)
)

// isPublisher tells whether the span belongs to a newspaper's or a broadcaster's name.
func (c *context) isPublisher(p *phrase) bool {
	if c.nextGap == " " && papers[c.next] && p.kind != Seat {
		return true
	}
	if c.prevGap == " " && c.prev == "of" && (p.kind == Name || p.kind == Capital) {
		return paperOf[wordBefore(c.text, c.start-len(" of"))]
	}
	return false
}

var (
	papers = set(`Times Post Daily Herald Tribune Gazette Observer Examiner Chronicle Mirror Telegraph Journal Review
		Star Globe Insider Courier Inquirer Bulletin Sun Standard`)
	paperOf = set(`Times Voice Radio`)
)

// isTownInState tells whether the span is a town of that name in North America ("Paris, Texas", "Lebanon, Pa.").
func (c *context) isTownInState(p *phrase, letters letterCase) bool {
	if p.kind == Demonym || letters == allLow {
		return false
	}
	_, end, ok := stateAfter(c.text, c.end, letters == allCaps)
	if !ok {
		return false
	}
	// "trade with Mexico, Texas and California" is a list, "in Mexico, Missouri, and" is none
	rest := strings.TrimLeft(c.text[end:], " ")
	return p.kind != Name || !strings.HasPrefix(rest, "and ") && !strings.HasPrefix(rest, "or ")
}

// stateAfter returns the state or province that follows a position after a comma, by its name or abbreviation.
// "Washington" and "Georgia" are not taken for one: they rather stand in a list of capitals or countries.
func stateAfter(text string, at int, caps bool) (code string, end int, ok bool) {
	if at >= len(text) || text[at] != ',' {
		return "", 0, false
	}
	start := at + 1
	for start < len(text) && (text[start] == ' ' || text[start] == '\n') && start-at < 4 {
		start++
	}
	return states().at(text, start, caps)
}

// afterTownOfState tells whether the span follows a town of the USA and a comma ("Atlanta, Georgia").
func (c *context) afterTownOfState() bool {
	if c.prevGap != ", " {
		return false
	}
	code, ok := City(c.prev)
	return ok && code == "US" || georgianPlaces[c.prev]
}

// isLanguage tells whether the span names a language: "in Russian", "speaks French", "English-language".
func (c *context) isLanguage(p *phrase) bool {
	if p.kind != Demonym {
		return false
	}
	next := strings.ToLower(c.next)
	if (c.nextGap == "-" || c.nextGap == " ") && (next == "language" || next == "speaking" || next == "speaker" ||
		next == "speakers" || p.key == "english" && (next == "professor" || next == "student") || next == "translation" || next == "subtitles" ||
		next == "medium" || next == "dialect" || next == "grammar" || next == "dictionary" || next == "alphabet") {
		return true
	}
	if c.prevGap != " " || !languageWords[strings.ToLower(c.prev)] {
		return false
	}
	return c.endsPhrase()
}

// endsPhrase tells whether no noun follows that the span stands before.
func (c *context) endsPhrase() bool {
	return c.nextGap != " " && c.nextGap != "-" && !strings.HasPrefix(c.nextGap, "’") &&
		!strings.HasPrefix(c.nextGap, "'") || functionWords[strings.ToLower(c.next)]
}

// isCurrency tells whether the span is the name before the sign of a currency: "US$45", "U.S. $45".
func (c *context) isCurrency(p *phrase) bool {
	return p.kind == Name && strings.HasPrefix(strings.TrimPrefix(c.text[c.end:], " "), "$")
}

var (
	languageWords = set(`in into speak speaks speaking spoke spoken fluent broken perfect learn learned learning teach
		teaches taught translated understands`)
	functionWords = set(`and or but on at to that with while when as for from by during about because he she they who
		is was were are`)
)

// isPronoun tells whether "US" is the word "us" in a line of capitals ("WHAT THEY TELL US ABOUT IT").
func (c *context) isPronoun(p *phrase, letters letterCase) bool {
	if p.form != "US" || letters != asForm || len(c.prev) < 2 || strings.ToUpper(c.prev) != c.prev {
		return false
	}
	return objectWords[strings.ToLower(c.prev)] && (c.next == "" || strings.ToUpper(c.next) == c.next)
}

var objectWords = set(`tell tells told give gives gave let lets contact about follow join help helps show shows ask asks
	make makes made for all between both among of unite unites divides divide take takes teach`)
