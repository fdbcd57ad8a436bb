package source

import (
	"bytes"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// form is how a file holds its articles.
type form int

const (
	formText  form = iota // one article, as plain text or Markdown
	formPage              // one article, as a web page
	formFeed              // RSS or Atom
	formLines             // one JSON object a line
	formJSON              // JSON that spans lines: an object, several, or a list of objects
	formWARC              // the answers of web servers to a crawler
)

// forms are the forms by the names under which a user knows them.
var forms = map[string]form{
	"text": formText, "html": formPage, "feed": formFeed, "jsonl": formLines, "json": formJSON, "warc": formWARC,
}

// Formats returns the names of the forms that Options.Format may ask for, sorted.
func Formats() []string { return slices.Sorted(maps.Keys(forms)) }

// endings are those of the files that are taken from a folder or a zip file.
var endings = []string{".txt", ".md", ".markdown", ".jsonl", ".ndjson", ".json", ".html", ".htm", ".xhtml", ".xml",
	".rss", ".atom", ".warc", ".gz", ".zst", ".zip"}

func hasEnding(name string) bool {
	return slices.Contains(endings, strings.ToLower(filepath.Ext(name)))
}

// headBytes is how much of a file is looked at to tell its form.
const headBytes = 4096

var (
	jsonObject = newPattern(`^\s*\{\s*["}]`)
	jsonList   = newPattern(`^\s*\[\s*[{\]]`)
	// What may stand before the root of a document: a declaration, comments, instructions.
	markupStart = newPattern(`^\s*(?:<\?(?s:.*?)\?>\s*|<!--(?s:.*?)-->\s*|<!DOCTYPE\s+(?:rss|feed|rdf)[^>]*>\s*)*`)
	pageRoot    = newPattern(`(?i)^<(?:!doctype\s+html\b|html[\s>]|head[\s>]|body[\s>])`)
	feedRoot    = newPattern(`^<(?:rss[\s>]|(?:\w+:)?feed[\s>]|rdf:RDF[\s>])`)
	warcStart   = newPattern(`^WARC/\d`)
)

// formOf tells the form by the content; the media type and the ending decide only where the content leaves it open,
// as where the first line of a JSON Lines file is cut off.
func formOf(in input, head []byte) form {
	root := head[len(markupStart.Find(head)):]
	switch {
	case warcStart.Match(head):
		return formWARC
	case pageRoot.Match(root):
		return formPage
	case feedRoot.Match(root):
		return formFeed
	case jsonList.Match(head):
		return formJSON
	case jsonObject.Match(head):
		line, _, whole := bytes.Cut(bytes.TrimSpace(head), []byte("\n"))
		line = bytes.TrimSpace(line)
		if whole && bytes.ContainsAny(line[len(line)-1:], "{[,") {
			return formJSON
		}
		return formLines
	case strings.Contains(in.media, "html"):
		return formPage
	}
	switch strings.ToLower(filepath.Ext(in.path)) {
	case ".jsonl", ".ndjson":
		return formLines
	case ".json":
		return formJSON
	case ".html", ".htm", ".xhtml":
		if bytes.HasPrefix(root, []byte("<")) {
			return formPage
		}
	}
	return formText
}
