package neo4j

import (
	_ "embed"
	"slices"

	"graphload/internal/graph"
)

var (
	//go:embed cypher/verify_page.cypher
	verifyPage cypher
	//go:embed cypher/verify_exists.cypher
	verifyExists cypher
	//go:embed cypher/verify_any.cypher
	anyOfOurs cypher
	//go:embed cypher/verify_keyless.cypher
	verifyKeyless cypher
	//go:embed cypher/verify_keyless_article.cypher
	verifyKeylessArticle cypher
	//go:embed cypher/verify_sizes.cypher
	verifySizes cypher
	//go:embed cypher/verify_articles.cypher
	verifyArticles cypher
	//go:embed cypher/verify_meetings.cypher
	verifyMeetings cypher
	//go:embed cypher/verify_shared.cypher
	verifyShared cypher
	//go:embed cypher/verify_mentions.cypher
	verifyMentions cypher
	//go:embed cypher/verify_places.cypher
	verifyPlaces cypher
	//go:embed cypher/verify_statements.cypher
	verifyStatements cypher
	//go:embed cypher/verify_reports.cypher
	verifyReports cypher
	//go:embed cypher/verify_topics.cypher
	verifyTopics cypher
	//go:embed cypher/verify_quotes.cypher
	verifyQuotes cypher
	//go:embed cypher/verify_quotes_of_day.cypher
	verifyQuotesOfDay cypher
	//go:embed cypher/verify_parts.cypher
	verifyParts cypher
	//go:embed cypher/verify_near.cypher
	verifyNear cypher
	//go:embed cypher/verify_copies.cypher
	verifyCopies cypher
	//go:embed cypher/verify_claims.cypher
	verifyClaims cypher
	//go:embed cypher/verify_misplaced.cypher
	verifyMisplaced cypher
	//go:embed cypher/verify_orphans.cypher
	verifyOrphans cypher

	//go:embed cypher/fix_node_set.cypher
	fixNodeSet cypher
	//go:embed cypher/fix_node_make.cypher
	fixNodeMake cypher
	//go:embed cypher/fix_node_delete.cypher
	fixNodeDelete cypher
	//go:embed cypher/fix_node_empty.cypher
	fixNodeEmpty cypher
	//go:embed cypher/fix_node_emptied.cypher
	fixNodeEmptied cypher
	//go:embed cypher/fix_link_make.cypher
	fixLinkMake cypher
	//go:embed cypher/fix_link_set.cypher
	fixLinkSet cypher
	//go:embed cypher/fix_link_delete.cypher
	fixLinkDelete cypher
	//go:embed cypher/fix_link_move.cypher
	fixLinkMove cypher
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
