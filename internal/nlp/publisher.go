package nlp

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"graphload/internal/country"
)

// agenciesText has the national news agencies and newspapers, a line a country: its ISO 3166-1 alpha-2 code, their names as
// they are printed at the head of an item, and the names of those that report from all the world; names are parted by
// semicolons. Behind a name "?" says that it means much else too.
//
//go:embed agencies.tsv
var agenciesText string

// agency is what is known of an agency or newspaper.
type agency struct {
	code  string
	world bool // reports from all the world
	// among are the countries of which it may be where the name tells none by itself.
	among []agency
	// capitals says that the name is printed in capitals alone: "SANA" is an agency, Sana a woman.
	capitals bool
}

// agencies are the known agencies and newspapers by paperKey.
var agencies = sync.OnceValue(func() map[string]agency {
	m := make(map[string]agency, 8000)
	for line := range strings.Lines(agenciesText) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(fields) < 2 {
			continue
		}
		for i, names := range fields[1:] {
			for name := range strings.SplitSeq(names, "; ") {
				if name == "-" {
					continue
				}
				name, unsure := strings.CutSuffix(name, "?")
				key, here := paperKey(name), agency{code: fields[0], world: i > 0}
				a, ok := m[key]
				switch {
				case ok:
					if a.code != "" {
						a.among = []agency{{code: a.code, world: a.world}}
					}
					a = agency{among: append(a.among, here)}
				case unsure:
					a = agency{among: []agency{here}}
				default:
					a = here
				}
				a.capitals = isCapitals(name)
				m[key] = a
			}
		}
	}
	return m
})

// isCapitals reports whether a name is one word of capitals.
func isCapitals(name string) bool {
	return strings.ToUpper(name) == name && !strings.ContainsAny(name, " 0123456789") && len(name) > 1
}

// agencyNamed returns the agency or newspaper of a name as printed.
func agencyNamed(name string) (agency, bool) {
	a, ok := agencies()[paperKey(name)]
	return a, ok && (!a.capitals || isCapitals(name))
}

// settled returns an agency with its country, which of several is the one that the article names, else that from which it
// reports from all the world.
func (a agency) settled(d *Doc) agency {
	if a.code != "" {
		return a
	}
	var found, far agency
	for _, b := range a.among {
		if b.world {
			far = b
		}
		if slices.ContainsFunc(d.Places, func(p country.Match) bool { return p.Code == b.code }) {
			if found.code != "" {
				return far
			}
			found = b
		}
	}
	if found.code != "" {
		return found
	}
	return far
}

// paperKey returns a newspaper's name in lower case without "The" and without the end of a web address.
func paperKey(name string) string {
	name = strings.TrimPrefix(strings.ToLower(strings.TrimSpace(name)), "the ")
	for _, end := range []string{".com", ".net", ".org"} {
		name = strings.TrimSuffix(name, end)
	}
	return name
}

// agencyMark is what stands around the name of an agency at the head of an item: "(Skerry)", "/Skerry/", "Oslo, SKERRY –".
var agencyMark = regexp.MustCompile(`(?:\(|/ ?|, |^|\n|\| ?|\nBy )(\p{Lu}[\p{L} ]{1,24}?) ?(?:\)|/| ?[—–-]|\n|\|| staff\n)`)

// publishedIn returns the news agency or newspaper that published an article, as its publisher, its head or what people told it
// tells; without a country where nothing does.
func publishedIn(d *Doc) agency {
	const head = 600 // bytes
	if a := publisherCountry(d.Publisher).settled(d); a.code != "" {
		return a
	}
	for _, address := range []string{d.Publisher, d.Site} {
		if a := siteAgency(address); a.code != "" {
			return a
		}
	}
	for _, m := range agencyMark.FindAllStringSubmatch(d.Text[:min(len(d.Text), head)], -1) {
		if a := publisherCountry(m[1]); a.code != "" {
			return a
		}
	}
	return toldPaper(d)
}

// Newspaper reports whether a name is that of a known newspaper, station or news agency.
func Newspaper(name string) bool {
	_, ok := agencies()[paperKey(name)]
	return ok
}

// toldPaper returns the newspaper that people told things to, as they tell them to the papers of their country, or none.
func toldPaper(d *Doc) agency {
	const most = 4 // words
	for text := d.Clean; ; {
		_, rest, ok := strings.Cut(text, " told ")
		if !ok {
			return agency{}
		}
		text = rest
		words := strings.Fields(rest[:min(len(rest), 60)])
		if len(words) > 0 && (words[0] == "the" || words[0] == "The") {
			words = words[1:]
		}
		n := 0
		for n < min(most, len(words)) && capitals.MatchString(words[n]) && (n == 0 || !strings.HasSuffix(words[n-1], ",")) {
			n++
		}
		if n > 0 { // the whole name: "the National Government" is not The National
			name := strings.TrimRight(strings.Join(words[:n], " "), ".,")
			if a, ok := agencyNamed(name); ok && len(a.among) < 2 { // of papers of several countries nobody knows which it was
				return agency{code: a.settled(d).code, world: true}
			}
		}
	}
}

// capitals is a name of words that all begin with a capital.
var capitals = regexp.MustCompile(`^\p{Lu}\S*(?: \p{Lu}\S*)*$`)

// publisherCountry returns what is known of an agency or newspaper: by the table, else by the town or the country in its
// name ("Oslo Herald", "The Norway Times", "Times of Norway"); or the one whose office publishes ("Ministry of Finance of
// Norway").
func publisherCountry(name string) agency {
	if a, ok := agencyNamed(name); ok {
		return a
	}
	if office.MatchString(name) {
		for _, c := range country.Find(name) {
			return agency{code: c.Code}
		}
	}
	m := paperName.FindStringSubmatch(name)
	if m == nil {
		return agency{}
	}
	where := m[1] + m[2]
	for _, c := range country.Find(where) {
		return agency{code: c.Code}
	}
	code, _ := country.City(where)
	return agency{code: code}
}

// office begins the name of a state's office.
var office = regexp.MustCompile(`(?i)^(?:the )?(?:(?:press )?(?:office|service) of the |press service, )?(?:ministry|government|presidency|president|prime minister|embassy|cabinet)\b`)

// paperName is a newspaper's name with the name of a place in it.
var paperName = regexp.MustCompile(`^(?:The )?(?:(\p{Lu}[\p{L} ]{2,20}) (?:Herald|Times|Post|Independent|Today|Daily|Gazette|Observer|Tribune|Standard|Guardian|Mirror|News|Journal)|(?:Times|Voice) of (\p{Lu}\p{L}{2,20}))$`)
