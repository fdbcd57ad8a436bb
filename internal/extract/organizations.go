package extract

import (
	"strings"
	"unicode/utf8"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// organizations writes down the bodies that are no organ of a state, in order of appearance.
func (b *builder) organizations() {
	used := map[string]bool{}
	for i, n := range b.doc.Names {
		if n.Kind != nlp.OrganizationName || n.State != "" {
			continue
		}
		key := b.doc.BodyKey(n)
		b.organization(key, b.span(n.Range), used)
		form := n.Range
		if short := i + 1; short < len(b.doc.Names) && b.abbreviates(b.doc.Names[short], n.To, key) { // "the Lantern Council (LC)"
			form.To = b.doc.Names[short].To + 1
		}
		b.called(b.orgID[key], strings.Join(strings.Fields(b.doc.Words(form)), " "))
	}
	for _, s := range b.doc.Statements { // bodies that have no name and speak: "the electoral commission"
		if _, ok := b.orgID[s.Source.Key]; s.Source.Kind == nlp.OrganizationSource && !ok {
			b.organization(s.Source.Key, news.Span(s.Source.Span), used)
		}
	}
}

// abbreviates reports whether a name is another one of the organization with a key, in the brackets that open at a token.
func (b *builder) abbreviates(n nlp.Name, bracket int, key string) bool {
	return n.Kind == nlp.OrganizationName && n.Canon == key && n.From == bracket+1 && b.doc.Word(bracket) == "(" && b.doc.Word(n.To) == ")"
}

// called has an organization go by the fullest form that the text has of its name, whatever the key by which a table knows it.
func (b *builder) called(i int, form string) {
	o := &b.rec.Organizations[i]
	if strings.Contains(form, ".") { // "U.N."
		return
	}
	if len(o.Mentions) == 1 || utf8.RuneCountInString(form) > utf8.RuneCountInString(o.Name) {
		o.Name = form
	}
}

// organization writes down a mention of the organization with a key.
func (b *builder) organization(key string, at news.Span, used map[string]bool) {
	i, ok := b.orgID[key]
	if !ok {
		i = len(b.rec.Organizations)
		b.orgID[key] = i
		b.rec.Organizations = append(b.rec.Organizations, news.Organization{ID: unique(news.Slug(key), used), Name: key})
	}
	o := &b.rec.Organizations[i]
	o.Mentions = append(o.Mentions, at)
}
