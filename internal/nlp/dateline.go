package nlp

import (
	_ "embed"
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
	regexp.MustCompile(`^\s*(\p{Lu}[\p{Lu} .'-]{2,30}\p{Lu})\s*(?:[,(—–:]|-)`),
	regexp.MustCompile(`^\s*(\p{Lu}[\p{L} .'-]{2,30}\p{L})(?:, [^—–\n-]{2,30})?\s*(?:\([\p{L} .]{2,30}\)|/ ?\p{Lu}[\p{L} ]{2,20}/)`),
	regexp.MustCompile(`^\s*(\p{Lu}[\p{L} .'-]{2,30}\p{L}), \p{Lu}[\p{L}. 0-9]{2,20} ?[—–-]`),
}

// ownLine is a town in capitals alone on the line above.
var ownLine = regexp.MustCompile(`\n(\p{Lu}[\p{Lu} .'-]{2,30}\p{Lu})\s*$`)

// Home tells whose offices and organs an article names without their country.
type Home struct {
	// Publisher is the country of the national news agency or newspaper that published the article, or empty.
	Publisher   string
	byParagraph []string
	most        string
}

// NewHome reads the homes of an article's paragraphs.
func NewHome(d *Doc) *Home {
	h := &Home{Publisher: publishedIn(d), most: mostNamed(d)}
	town := ""
	for _, p := range d.Paragraphs {
		start := d.Tokens[p.From].Start
		line := strings.LastIndexByte(d.Text[:start], '\n') + 1
		const longest = 80 // bytes
		if name := dateline(d.Text[line:min(len(d.Text), line+longest)], d.Text[max(0, line-longest):line]); name != "" {
			if code := townCountry(name); code != "" {
				town = code
			}
		}
		h.byParagraph = append(h.byParagraph, town)
	}
	return h
}

// Of returns the country whose offices a paragraph names without it, or "": that of the publisher, else that of the town in the
// nearest place line above that is no seat of international bodies, else the one of which the article speaks by far most.
func (h *Home) Of(paragraph int) string {
	switch {
	case h.Publisher != "":
		return h.Publisher
	case h.byParagraph[paragraph] != "":
		return h.byParagraph[paragraph]
	}
	return h.most
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
	best, second := "", ""
	for code, n := range count {
		switch {
		case best == "" || n > count[best] || n == count[best] && code < best:
			best, second = code, best
		case second == "" || n > count[second] || n == count[second] && code < second:
			second = code
		}
	}
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

// townCountry returns the country of a town printed in capitals or as usual.
func townCountry(town string) string {
	town = capitalize(town)
	if seats[town] {
		return ""
	}
	for _, c := range country.Find(town) {
		return c.Code
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

// agenciesText has the national news agencies and newspapers, a line a country: its ISO 3166-1 alpha-2 code, and their names as
// they are printed at the head of an item, parted by semicolons.
//
//go:embed agencies.tsv
var agenciesText string

var agencies = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(agenciesText) {
		code, names, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.SplitSeq(names, ";") {
			m[strings.ToLower(strings.TrimSpace(name))] = code
		}
	}
	return m
})

// agencyMark is what stands around the name of an agency at the head of an item: "(Skerry)", "/Skerry/", "Oslo, SKERRY –".
var agencyMark = regexp.MustCompile(`(?:\(|/ ?|, |^|\n)(\p{Lu}[\p{L} ]{1,24}?) ?(?:\)|/| ?[—–-]|\n)`)

// publishedIn returns the country of the national news agency or newspaper that published an article, as its publisher or its
// head tells, or "".
func publishedIn(d *Doc) string {
	const head = 600 // bytes
	if code := publisherCountry(d.Publisher); code != "" {
		return code
	}
	for _, m := range agencyMark.FindAllStringSubmatch(d.Text[:min(len(d.Text), head)], -1) {
		if code := publisherCountry(m[1]); code != "" {
			return code
		}
	}
	return ""
}

// publisherCountry returns the country of a national agency or newspaper: by the table, else by the town or the country in its
// name ("Oslo Herald", "The Norway Times", "Times of Norway"); or the one whose office publishes ("Ministry of Finance of
// Norway").
func publisherCountry(name string) string {
	if code := agencies()[strings.ToLower(name)]; code != "" {
		return code
	}
	if office.MatchString(name) {
		for _, c := range country.Find(name) {
			return c.Code
		}
	}
	m := paperName.FindStringSubmatch(name)
	if m == nil {
		return ""
	}
	where := m[1] + m[2]
	for _, c := range country.Find(where) {
		return c.Code
	}
	code, _ := country.City(where)
	return code
}

// office begins the name of a state's office.
var office = regexp.MustCompile(`(?i)^(?:the )?(?:(?:press )?(?:office|service) of the |press service, )?(?:ministry|government|presidency|president|prime minister|embassy|cabinet)\b`)

// paperName is a newspaper's name with the name of a place in it.
var paperName = regexp.MustCompile(`^(?:The )?(?:(\p{Lu}[\p{L} ]{2,20}) (?:Herald|Times|Post|Independent|Today|Daily|Gazette|Observer|Tribune|Standard|Guardian|Mirror|News|Journal)|(?:Times|Voice) of (\p{Lu}\p{L}{2,20}))$`)
