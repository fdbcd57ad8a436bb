package news

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
)

// Article is a news article as it was read.
type Article struct {
	ID        string // stable key; see ArticleID
	Name      string // base name of the file without its extension, or the id of a JSONL line
	Path      string // the path as the user gave it, "-" for standard input
	URL       string
	Title     string
	Source    string // publisher
	Published string // ISO 8601 date, as exact as known: 2025-10-30, 2025-10, 2025 or empty
	Language  string // ISO 639-1 code, or empty
	Text      string // exactly as read, valid UTF-8

	// Marks are the parts of Text that are not running text of the article, in order and without overlap. They are
	// told by the reader, looked past by extraction, and are no part of the JSON form.
	Marks []Mark
}

// MarkKind says why a part of an article's text is not running text.
type MarkKind string

const (
	// MarkTitle is the headline: it belongs to the article, but is no sentence of its body.
	MarkTitle MarkKind = "title"
	// MarkHeader is a byline, a publisher's or a date's line, or the place line that opens wire copy.
	MarkHeader MarkKind = "header"
	// MarkBoilerplate is what does not belong to the article: menus, teasers of other stories, forms, credits.
	MarkBoilerplate MarkKind = "boilerplate"
	// MarkInjected is a string that a page's script dropped into running text.
	MarkInjected MarkKind = "injected"
)

// Mark is a part of an article's text with the reason why it is not running text.
type Mark struct {
	Span
	Kind   MarkKind
	Reason string // what it is, in a word or two: "menu", "newsletter", "byline"
}

// ArticleID returns the stable key of an article, 64 hexadecimal digits: the SHA-256 of its canonical URL, else of
// publisher and external id, else of its text.
func ArticleID(rawURL, source, externalID, text string) string {
	switch {
	case rawURL != "":
		return digest("url", CanonicalURL(rawURL))
	case externalID != "":
		return digest("id", source, externalID)
	default:
		return digest("text", text)
	}
}

// TextHash returns the SHA-256 of the article's text as 64 hexadecimal digits.
func TextHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// ReadHash returns a SHA-256, as 64 hexadecimal digits, of all that extraction by a program sees: the article with its
// marks, without the path by which it was reached, and what names the program. What extraction answers for two articles
// with the same hash is the same.
func (a *Article) ReadHash(program string) (string, error) {
	seen := *a
	seen.Path = ""
	h := sha256.New()
	if err := json.NewEncoder(h).Encode(struct {
		Program string
		Article Article
	}{program, seen}); err != nil {
		return "", fmt.Errorf("hash article %s: %w", a.ID, err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// digest hashes fields with a separator that none of them contains, so that ("a", "bc") and ("ab", "c") differ.
func digest(fields ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(fields, "\x00")))
	return hex.EncodeToString(sum[:])
}

// CanonicalURL returns the form of a URL under which an article is known: scheme and host in lower case, http as
// https, without "www.", default port, fragment, trailing slash and the parameters that only track the reader. What is
// not a URL is returned unchanged.
func CanonicalURL(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" {
		return raw
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme == "http" {
		u.Scheme = "https"
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	u.Host = host
	u.Fragment, u.RawFragment, u.User = "", "", nil
	u.Path = strings.TrimSuffix(u.Path, "/")
	u.RawPath = strings.TrimSuffix(u.RawPath, "/")
	query := u.Query()
	for key := range query {
		if trackingParameter(key) {
			query.Del(key)
		}
	}
	u.RawQuery = query.Encode()
	return u.String()
}

func trackingParameter(key string) bool {
	key = strings.ToLower(key)
	switch key {
	case "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "cmpid", "ref_src":
		return true
	}
	return strings.HasPrefix(key, "utm_")
}
