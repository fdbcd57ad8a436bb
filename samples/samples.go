// Package samples holds ten news articles about invented people and real countries, in the forms that news comes in.
// The demo loads them, and tests use them as input that is close to real.
package samples

import (
	"embed"
	"io/fs"
)

//go:embed articles
var files embed.FS

// Articles returns the files with the articles: text, Markdown and JSON Lines, in one flat directory.
func Articles() fs.FS {
	articles, err := fs.Sub(files, "articles")
	if err != nil {
		panic(err) // the name is a constant and valid
	}
	return articles
}
