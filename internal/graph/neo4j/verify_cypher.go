package neo4j

import (
	_ "embed"
	"slices"

	"graphload/internal/graph"
)

var (
	//go:embed cypher/verify_page.cypher
	verifyPage string
	//go:embed cypher/verify_exists.cypher
	verifyExists string
	//go:embed cypher/verify_any.cypher
	anyOfOurs string
	//go:embed cypher/verify_keyless.cypher
	verifyKeyless string
	//go:embed cypher/verify_keyless_article.cypher
	verifyKeylessArticle string
	//go:embed cypher/verify_sizes.cypher
	verifySizes string
	//go:embed cypher/verify_articles.cypher
	verifyArticles string
	//go:embed cypher/verify_meetings.cypher
	verifyMeetings string
	//go:embed cypher/verify_shared.cypher
	verifyShared string
	//go:embed cypher/verify_mentions.cypher
	verifyMentions string
	//go:embed cypher/verify_places.cypher
	verifyPlaces string
	//go:embed cypher/verify_statements.cypher
	verifyStatements string
	//go:embed cypher/verify_reports.cypher
	verifyReports string
	//go:embed cypher/verify_topics.cypher
	verifyTopics string
	//go:embed cypher/verify_quotes.cypher
	verifyQuotes string
	//go:embed cypher/verify_quotes_of_day.cypher
	verifyQuotesOfDay string
	//go:embed cypher/verify_parts.cypher
	verifyParts string
	//go:embed cypher/verify_copies.cypher
	verifyCopies string
	//go:embed cypher/verify_claims.cypher
	verifyClaims string
	//go:embed cypher/verify_misplaced.cypher
	verifyMisplaced string
	//go:embed cypher/verify_orphans.cypher
	verifyOrphans string

	//go:embed cypher/fix_node_set.cypher
	fixNodeSet string
	//go:embed cypher/fix_node_make.cypher
	fixNodeMake string
	//go:embed cypher/fix_node_delete.cypher
	fixNodeDelete string
	//go:embed cypher/fix_node_empty.cypher
	fixNodeEmpty string
	//go:embed cypher/fix_node_emptied.cypher
	fixNodeEmptied string
	//go:embed cypher/fix_link_make.cypher
	fixLinkMake string
	//go:embed cypher/fix_link_set.cypher
	fixLinkSet string
	//go:embed cypher/fix_link_delete.cypher
	fixLinkDelete string
	//go:embed cypher/fix_link_move.cypher
	fixLinkMove string
)

// ourTypes are the types of the relationships that graphload writes.
func ourTypes() []graph.LinkType {
	var types []graph.LinkType
	for _, form := range graph.LinkForms() {
		types = append(types, form.Type)
	}
	return types
}

// allowed reports whether relationships of a type lead from a node with one label to one with the other.
func allowed(t graph.LinkType, from, to graph.Ref) bool {
	return slices.ContainsFunc(graph.LinkForms(), func(form graph.LinkForm) bool {
		return form.Type == t && slices.Contains(form.Ends, graph.Ends{From: from.Label, To: to.Label})
	})
}
