package nlp

import (
	"strings"
	"testing"

	"graphload/internal/country"
)

// TestAgencies holds the form of the table of agencies: countries by their codes in order, no name twice with one country, and what
// many papers are called, "Daily News", with several countries or as a name that tells none by itself.
func TestAgencies(t *testing.T) {
	last := ""
	for line := range strings.Lines(agenciesText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		code := fields[0]
		if _, ok := country.ByCode(code); !ok || code <= last || len(fields) > 3 {
			t.Errorf("%q behind %q", code, last)
		}
		last = code
		seen := map[string]bool{}
		for i, names := range fields[1:] {
			for name := range strings.SplitSeq(names, "; ") {
				name, unsure := strings.CutSuffix(name, "?")
				key := paperKey(name)
				if key == "" || strings.TrimSpace(name) != name || seen[key] {
					t.Errorf("%s: %q is empty or stands twice", code, name)
				}
				seen[key] = true
				if i == 0 && !unsure && commonPaper(key) && agencies()[key].code != "" {
					t.Errorf("%s: many papers are called %q", code, name)
				}
			}
		}
	}
}

// commonPaper reports whether papers of any country may bear a name.
func commonPaper(key string) bool {
	nouns := WordSet(`times news star sun post mail herald guardian independent observer standard nation tribune telegraph mirror express chronicle
		citizen reporter voice monitor press journal record leader gazette argus mercury courier echo examiner advertiser bulletin review`)
	before := WordSet("daily sunday saturday friday weekly weekend morning evening new")
	words := strings.Fields(key)
	return len(words) == 1 && nouns[key] || len(words) == 2 && before[words[0]] && nouns[words[1]]
}

func TestSettled(t *testing.T) {
	for _, c := range []struct {
		name string
		of   []string // countries that the article names
		want string
	}{
		{"Dawn", nil, "PK"},
		{"Daily News", nil, ""},
		{"Daily News", []string{"LK"}, "LK"},
		{"Daily News", []string{"LK", "TZ"}, ""},
		{"The Guardian", nil, "GB"},
		{"The Guardian", []string{"NG"}, "NG"},
		{"The Guardian", []string{"NG", "GB"}, "GB"},
		{"MENA", []string{"EG"}, "EG"},
		{"SANA", []string{"SY"}, "SY"},
		{"Sana", []string{"SY"}, ""},
	} {
		d := &Doc{}
		for _, code := range c.of {
			d.Places = append(d.Places, country.Match{Code: code})
		}
		a, ok := agencyNamed(c.name)
		if !ok {
			a = agency{}
		}
		if got := a.settled(d).code; got != c.want {
			t.Errorf("%s in an article about %v: %q, want %q", c.name, c.of, got, c.want)
		}
	}
}
