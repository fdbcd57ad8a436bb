package source

import (
	"fmt"
	"strings"

	"graphload/internal/news"
)

// frontMatter reads the block of "key: value" lines between two lines of three hyphens that may open a Markdown file:
// title, date or published, source or publisher, url or link. It returns where the article's text begins, 0 where
// there is no such block, and an error where the date cannot be read.
func frontMatter(a *news.Article) (body int, err error) {
	const most = 100 // lines
	text := a.Text
	line, next := lineFrom(text, 0)
	if line != "---" {
		return 0, nil
	}
	fields := map[string]string{}
	for n := 0; ; n++ {
		if next >= len(text) || n == most {
			return 0, nil
		}
		line, next = lineFrom(text, next)
		if line == "---" || line == "..." {
			break
		}
		key, value, isField := strings.Cut(line, ":")
		switch {
		case line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "- "):
		case line[0] == ' ' || line[0] == '\t': // goes on with the field above
		case !isField || strings.ContainsAny(strings.TrimSpace(key), " \t"):
			return 0, nil
		default:
			fields[strings.ToLower(strings.TrimSpace(key))] = unquote(strings.TrimSpace(value))
		}
	}
	a.Title = fields["title"]
	a.Source = orElse(fields["source"], fields["publisher"])
	a.URL = orElse(fields["url"], fields["link"])
	date := orElse(fields["published"], fields["date"])
	if a.Published, err = publishedDate(date); err != nil {
		return 0, fmt.Errorf("the date of publication at the top of the file is %w", err)
	}
	return next, nil
}

// lineFrom returns the line of text that begins at a byte offset, without white space at its end, and the offset of
// the line after it.
func lineFrom(text string, from int) (line string, next int) {
	line, _, found := strings.Cut(text[from:], "\n")
	next = from + len(line)
	if found {
		next++
	}
	return strings.TrimRight(line, " \t\r"), next
}

// unquote takes off the quotation marks of a YAML value.
func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		quote := s[:1]
		s = s[1 : len(s)-1]
		if quote == "'" {
			return strings.ReplaceAll(s, "''", "'")
		}
		return strings.ReplaceAll(strings.ReplaceAll(s, `\"`, `"`), `\\`, `\`)
	}
	return s
}
