package country

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed data/officials.tsv
var officialsTSV string

// official is one term of office.
type official struct {
	name     string
	from, to string // ISO 8601 as exact as known; to is empty for who was in office when the table was made
}

// officials are the terms of office by country and folded surname.
var officials = sync.OnceValue(func() map[[2]string][]official {
	terms := map[[2]string][]official{}
	for _, row := range rows(officialsTSV, 6) {
		o := official{name: row[2], from: row[4], to: row[5]}
		for surname := range strings.SplitSeq(row[3], "; ") {
			key := [2]string{row[0], plain(surname)}
			terms[key] = append(terms[key], o)
		}
	}
	return terms
})

// Holder returns the full name of a country's head of state or government, vice president or foreign minister by
// surname. Marks on letters, upper and lower case do not matter, and usual spellings of one surname are known
// (Erdogan, Erdoğan). The date, ISO 8601 and as exact as known (2025-10-30, 2025-10, 2025 or empty), must touch the
// term of office. ok is false where nobody fits or several people do. The table covers heads of state and government
// of all countries at the beginning of 2026, and those of larger states with foreign ministers from 2015.
func Holder(code, surname, date string) (fullName string, ok bool) {
	for _, o := range officials()[[2]string{code, plain(surname)}] {
		if !o.inOffice(date) || o.name == fullName {
			continue
		}
		if fullName != "" {
			return "", false
		}
		fullName = o.name
	}
	return fullName, fullName != ""
}

// inOffice compares dates over the part that both give: "2025" touches a term from "2025-05-06".
func (o official) inOffice(date string) bool {
	if n := min(len(date), len(o.from)); date[:n] < o.from[:n] {
		return false
	}
	n := min(len(date), len(o.to))
	return date[:n] <= o.to[:n]
}

// plain returns a surname in small letters without marks, hyphens as spaces.
func plain(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(strings.TrimSpace(s))) {
		switch {
		case unicode.Is(unicode.Mn, r) || isApostrophe(r):
		case isHyphen(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
