package country

import (
	"regexp"
	"testing"
)

func TestHeads(t *testing.T) {
	year := regexp.MustCompile(`^[12]\d{3}$`)
	byName := map[string][]Head{}
	for _, h := range Heads() {
		if _, ok := ByCode(h.Code); !ok || !year.MatchString(h.From) || h.Name == "" {
			t.Errorf("%q of %q from %q", h.Name, h.Code, h.From)
		}
		for _, other := range byName[h.Name] {
			t.Errorf("%s of %s stands twice, also of %s", h.Name, h.Code, other.Code)
		}
		byName[h.Name] = append(byName[h.Name], h)
	}
	for _, c := range []struct {
		name, date string
		since      bool
	}{
		{"Angela Merkel", "2025-03-01", true},
		{"Angela Merkel", "", true},
		{"Angela Merkel", "2003-06", false},
		{"Nelson Mandela", "1994", true},
	} {
		if h := byName[c.name]; len(h) != 1 || h[0].Since(c.date) != c.since {
			t.Errorf("%s: %v, want since %q %v", c.name, h, c.date, c.since)
		}
	}
}
