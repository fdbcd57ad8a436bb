package source

import "testing"

func TestURLDay(t *testing.T) {
	for _, test := range []struct{ address, want string }{
		{"https://news.example/world/harbour-talks/2025/03/14/ab12_story.html", "2025-03-14"},
		{"https://news.example/2025/3/4/harbour-talks", "2025-03-04"},
		{"https://news.example/world/2025/mar/14/harbour-talks", "2025-03-14"},
		{"https://news.example/2025/03/14", "2025-03-14"},
		{"https://news.example/2025/03/harbour-talks", ""},
		{"https://news.example/2025/02/30/harbour-talks", ""},
		{"https://news.example/2025/13/01/harbour-talks", ""},
		{"https://news.example/harbour-talks?d=/2025/03/14/", ""},
		{"https://news.example/12025/03/14/", ""},
		{"%zz", ""},
		{"", ""},
	} {
		if got := urlDay(test.address); got != test.want {
			t.Errorf("urlDay(%q) = %q, want %q", test.address, got, test.want)
		}
	}
}
