package news

import (
	"regexp"
	"testing"
)

func TestCanonicalURL(t *testing.T) {
	tests := []struct{ raw, want string }{
		{"https://example.com/a", "https://example.com/a"},
		{" HTTP://WWW.Example.com:80/a/ ", "https://example.com/a"},
		{"https://example.com:443/a#comments", "https://example.com/a"},
		{"https://example.com:8443/a", "https://example.com:8443/a"},
		{"https://user:secret@example.com/a", "https://example.com/a"},
		{"https://example.com/a?utm_source=x&b=2&a=1&fbclid=y", "https://example.com/a?a=1&b=2"},
		{"https://example.com/a?UTM_Medium=x", "https://example.com/a"},
		{"https://example.com/", "https://example.com"},
		{"https://example.com/Caf%C3%A9/", "https://example.com/Caf%C3%A9"},
		{"https://example.com/a%2Fb/", "https://example.com/a%2Fb"},
		{"not a url", "not a url"},
		{"/path/only", "/path/only"},
		{"", ""},
	}
	for _, test := range tests {
		got := CanonicalURL(test.raw)
		if got != test.want {
			t.Errorf("%q: got %q, want %q", test.raw, got, test.want)
		}
		if again := CanonicalURL(got); again != got {
			t.Errorf("%q: not stable: %q, then %q", test.raw, got, again)
		}
	}
}

func TestArticleID(t *testing.T) {
	const text = "Some text."
	base := ArticleID("https://example.com/a", "Example News", "7", text)
	if !regexp.MustCompile(`^[0-9a-f]{64}$`).MatchString(base) {
		t.Fatalf("not 64 hexadecimal digits: %q", base)
	}
	tests := []struct {
		name     string
		id       string
		sameAs   string
		expected bool
	}{
		{"the URL alone counts", ArticleID("http://www.example.com/a/", "Other", "8", "Other."), base, true},
		{"another URL", ArticleID("https://example.com/b", "Example News", "7", text), base, false},
		{"publisher and id, whatever the text", ArticleID("", "Example News", "7", "x"), ArticleID("", "Example News", "7", "y"), true},
		{"the same id at another publisher", ArticleID("", "A", "7", text), ArticleID("", "B", "7", text), false},
		{"fields do not run together", ArticleID("", "ab", "c", text), ArticleID("", "a", "bc", text), false},
		{"the text alone", ArticleID("", "A", "", text), ArticleID("", "B", "", text), true},
		{"another text", ArticleID("", "", "", text), ArticleID("", "", "", text+" "), false},
		{"a text is no id", ArticleID("", "", "", "7"), ArticleID("", "", "7", ""), false},
	}
	for _, test := range tests {
		if got := test.id == test.sameAs; got != test.expected {
			t.Errorf("%s: same is %t, want %t", test.name, got, test.expected)
		}
	}
}
