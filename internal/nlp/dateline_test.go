package nlp

import "testing"

func TestPublisherCountry(t *testing.T) {
	for name, want := range map[string]string{
		"KNA":                                 "KE",
		"Oslo Herald":                         "NO",
		"Times of Oman":                       "OM",
		"Ministry of Foreign Affairs of Chad": "TD",
		"Ministry of Foreign Affairs, Republic of Korea": "KR",
		"Press Service of the President of Kazakhstan":   "KZ",
		"The Skerry Gazette":                             "",
		"Nation":                                         "", // a section of many papers
		"Institute for the Study of Norway":              "",
		"Council of the European Union":                  "",
	} {
		if got := publisherCountry(name).code; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
