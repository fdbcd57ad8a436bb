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

func TestPlaceLine(t *testing.T) {
	for text, want := range map[string]string{
		"OSLO - The ferry left.":                           "OSLO - ",
		"OSLO, March 3 (Skerry News) - The ferry left.":    "OSLO, March 3 (Skerry News) - ",
		"Oslo (Skerry News) — The ferry left.":             "Oslo (Skerry News) — ",
		"The ferry left Oslo - an hour late.":              "",
		"NATO — an alliance — has met.":                    "",
		"Oslo. The ferry - an old one - left.":             "",
		"OSLO\nThe ferry - an old one - left in the rain.": "",
	} {
		if got := text[:PlaceLine(text)]; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
