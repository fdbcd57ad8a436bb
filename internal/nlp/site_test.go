package nlp

import "testing"

func TestSiteAgency(t *testing.T) {
	for _, c := range []struct {
		address, code string
		world         bool
	}{
		{"https://www.straitstimes.com/asia/story", "SG", false},
		{"thehindu.com", "IN", false},
		{"https://www.bbc.com/news/1", "GB", true},
		{"https://bbc.skerry.com/news/1", "", false}, // three letters may be anybody's
		{"https://www.theguardian.com/world", "GB", true},
		{"http://ministry.example.gov.zm/speech?id=1", "ZM", false},
		{"https://news.example.co.uk:8080/a", "GB", false},
		{"https://www.example.gov/release", "US", false},
		{"https://example.tv/a", "", false}, // under it are sites of all the world
		{"https://example.com/a.pg", "", false},
		{"The Skerry Post", "", false},
		{"", "", false},
	} {
		if got := siteAgency(c.address); got.code != c.code || got.world != c.world {
			t.Errorf("siteAgency(%q) = %q, %t, want %q, %t", c.address, got.code, got.world, c.code, c.world)
		}
	}
}

func TestToldPaper(t *testing.T) {
	for text, want := range map[string]string{
		"The mayor told the National Government that he would leave.": "",
		"The mayor told Khaleej Times that he would leave.":           "AE",
		"The mayor told the Straits Times on Monday.":                 "SG",
		"The mayor told reporters nothing.":                           "",
	} {
		if got := toldPaper(&Doc{Clean: text}); got.code != want {
			t.Errorf("toldPaper(%q) = %q, want %q", text, got.code, want)
		}
	}
}
