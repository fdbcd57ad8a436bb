package source

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"graphload/internal/news"

	"github.com/mmcdole/gofeed"
)

const (
	// feedFactor is how many times larger than the largest article a feed may be, which is read as a whole.
	feedFactor = 8
	// deepestElement is how deep elements may stand within one another.
	deepestElement = 500
)

// feed reads the entries of an RSS or Atom feed, each an article.
func (r *reader) feed(in input) bool {
	limit := r.opt.MaxBytes * feedFactor
	data, err := io.ReadAll(io.LimitReader(in.stream, limit+1))
	switch {
	case err != nil && len(data) == 0:
		return r.fail(in.path, 0, fileError(in.path, err))
	case int64(len(data)) > limit:
		return r.fail(in.path, 0, fmt.Errorf("a feed larger than %s: split it", sizeText(limit)))
	case tooDeep(data):
		return r.fail(in.path, 0, errTooDeep)
	}
	feed, parseErr := gofeed.NewParser().Parse(bytes.NewReader(data))
	if parseErr != nil {
		return r.fail(in.path, 0, feedError(parseErr))
	}
	for i, item := range feed.Items {
		if !r.feedItem(in, feed, item, i+1) {
			return false
		}
	}
	if err != nil {
		return r.fail(in.path, 0, fileError(in.path, err))
	}
	if len(feed.Items) == 0 {
		return r.fail(in.path, 0, errors.New("a feed without entries"))
	}
	return true
}

func (r *reader) feedItem(in input, feed *gofeed.Feed, item *gofeed.Item, n int) bool {
	// A feed that gives the whole text gives it beside a summary, or in the summary's place.
	text := fragmentText(item.Content)
	if other := fragmentText(item.Description); countWords(other) > countWords(text) {
		text = other
	}
	text, warning := repairText(text)
	if strings.TrimSpace(text) == "" {
		return r.fail(in.path, 0, fmt.Errorf("entry %d (%q) has no text: the feed may give only titles", n, clip(fold(item.Title))))
	}
	if int64(len(text)) > r.opt.MaxBytes {
		return r.fail(in.path, 0, fmt.Errorf("entry %d: %w", n, r.tooLarge()))
	}
	title, _ := repairText(fold(fragmentText(item.Title)))
	a := &news.Article{
		Name:      orElse(strings.TrimSpace(item.GUID), fmt.Sprintf("%s-%d", baseName(in.path), n)),
		Path:      in.path,
		URL:       strings.TrimSpace(item.Link),
		Title:     title,
		Source:    fold(feed.Title),
		Published: feedDate(item),
		Language:  languageCode(feed.Language),
		Text:      text,
	}
	return r.article(a, found{externalID: strings.TrimSpace(item.GUID), warning: orElse(warning, in.warning)})
}

// feedDate is the day of an entry in the time zone that the feed names.
func feedDate(item *gofeed.Item) string {
	printed, at := item.Published, item.PublishedParsed
	if printed == "" {
		printed, at = item.Updated, item.UpdatedParsed
	}
	if day, err := publishedDate(printed); err == nil && day != "" {
		return day
	}
	if at == nil {
		return ""
	}
	day := at.Format("2006-01-02")
	if !news.ValidDate(day) {
		return ""
	}
	return day
}

var errTooDeep = fmt.Errorf("elements more than %d deep within one another, which no article has: not read", deepestElement)

// tooDeep reports whether elements of an XML document stand too deep for a parser that calls itself for each.
func tooDeep(data []byte) bool {
	depth := 0
	for {
		i := bytes.IndexByte(data, '<')
		if i < 0 || i+1 == len(data) {
			return false
		}
		data = data[i+1:]
		end := ">"
		switch {
		case bytes.HasPrefix(data, []byte("![CDATA[")):
			end = "]]>"
		case bytes.HasPrefix(data, []byte("!--")):
			end = "-->"
		}
		n := bytes.Index(data, []byte(end))
		if n < 0 {
			return false
		}
		switch {
		case data[0] == '!' || data[0] == '?':
		case data[0] == '/':
			depth--
		case n == 0 || data[n-1] != '/':
			if depth++; depth > deepestElement {
				return true
			}
		}
		data = data[n+len(end):]
	}
}

func feedError(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF),
		errors.As(err, &syntax) && strings.Contains(syntax.Msg, "unexpected EOF"):
		return &plainError{"the feed breaks off: the file may be cut; get it again", err}
	case errors.Is(err, gofeed.ErrFeedTypeNotDetected):
		return errMarkup
	}
	return &plainError{"not a valid feed: " + fold(err.Error()), err}
}
