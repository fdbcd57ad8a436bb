package extract

import (
	"context"

	"graphload/internal/news"
	"graphload/internal/nlp"
	"graphload/internal/nlp/encoder"
	"graphload/internal/nlp/token"
)

// Read returns an article's tokens and what the encoder sees in them, without what the later stages make of it.
// Errors are those of encoder.Run.
func Read(ctx context.Context, a *news.Article) (*nlp.Doc, error) {
	d := newDoc(a)
	token.Run(d)
	return d, encoder.Run(ctx, d)
}
