package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"graphload/internal/news"
)

// maxKey is the length in bytes up to which a key is stored as it is. Neo4j's indexes hold some 8,000 bytes.
const maxKey = 256

// key returns a key that fits an index: s itself, or, where s is long, its beginning and a hash. So too where s is not
// valid UTF-8, which databases repair, so that two keys could become one.
func key(s string) string {
	if len(s) <= maxKey && utf8.ValidString(s) {
		return s
	}
	return strings.ToValidUTF8(s[:min(32, len(s))], "") + "#" + digest(s)
}

// ArticleKey returns the key under which an article's id is stored.
func ArticleKey(id string) string { return key(id) }

// digest returns a hash of fields, none of which contains NUL, as 32 hexadecimal digits.
func digest(fields ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(fields, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// placeKey returns the key of a place in a country, "" for none.
func placeKey(place, country string) string {
	s := news.Slug(place)
	if s == "" {
		if strings.TrimSpace(place) == "" {
			return ""
		}
		s = digest(place)
	}
	if country != "" {
		s += "@" + country
	}
	return key(s)
}

// statementKey returns the key of the words, normalised, that a speaker said.
func statementKey(speaker Ref, unnamed, words string) string {
	return digest("statement", speaker.String(), normalized(unnamed), words)
}
