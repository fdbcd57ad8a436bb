package extract

import (
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// organizations writes down the bodies that are no organ of a state, in order of appearance.
func (b *builder) organizations() {
	used := map[string]bool{}
	for _, n := range b.doc.Names {
		if n.Kind != nlp.OrganizationName || n.State != "" {
			continue
		}
		key := n.Canon
		if key == "" {
			key = strings.Join(strings.Fields(b.doc.Words(n.Range)), " ")
		}
		i, ok := b.orgID[key]
		if !ok {
			i = len(b.rec.Organizations)
			b.orgID[key] = i
			b.rec.Organizations = append(b.rec.Organizations, news.Organization{ID: unique(news.Slug(key), used), Name: key})
		}
		o := &b.rec.Organizations[i]
		o.Mentions = append(o.Mentions, b.span(n.Range))
	}
}
