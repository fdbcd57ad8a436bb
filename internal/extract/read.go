package extract

import (
	"graphload/internal/news"
	"graphload/internal/nlp"
	"graphload/internal/nlp/encoder"
	"graphload/internal/nlp/token"
)

// Read returns an article's tokens and what the encoder sees in them, without what the later stages make of it.
func Read(a *news.Article) *nlp.Doc {
	d := newDoc(a)
	token.Run(d)
	encoder.Run(d)
	return d
}
