package neo4j

import (
	_ "embed"
	"strings"

	"graphload/internal/graph"
)

var (
	//go:embed cypher/transaction_end.cypher
	endTransaction string
	//go:embed cypher/foreign_find.cypher
	foreignFind string
	//go:embed cypher/turn_take.cypher
	turnTake string
	//go:embed cypher/articles_known.cypher
	articlesKnown string
	//go:embed cypher/articles_reread.cypher
	articlesReread string
	//go:embed cypher/articles_lock.cypher
	articlesLock string
	//go:embed cypher/articles_delete.cypher
	articlesDelete string
	//go:embed cypher/evidence_mentions.cypher
	evidenceMentions string
	//go:embed cypher/evidence_statements.cypher
	evidenceStatements string
	//go:embed cypher/evidence_meetings.cypher
	evidenceMeetings string
	//go:embed cypher/evidence_delete.cypher
	evidenceDelete string
	//go:embed cypher/copies_lost.cypher
	copiesLost string
	//go:embed cypher/copies_find.cypher
	copiesFind string
	//go:embed cypher/copies_unlink.cypher
	copiesUnlink string
	//go:embed cypher/quotes_lost.cypher
	quotesLost string
	//go:embed cypher/quotes_find.cypher
	quotesFind string
	//go:embed cypher/quotes_unlink.cypher
	quotesUnlink string
	//go:embed cypher/rivals_find.cypher
	rivalsFind string
	//go:embed cypher/rivals_set.cypher
	rivalsSet string
	//go:embed cypher/nodes_merge.cypher
	nodesMerge string
	//go:embed cypher/node_set.cypher
	nodeSet string
	//go:embed cypher/node_delete.cypher
	nodeDelete string
	//go:embed cypher/link.cypher
	link string
	//go:embed cypher/link_bare.cypher
	linkBare string
	//go:embed cypher/link_merge.cypher
	linkMerge string
	//go:embed cypher/link_set.cypher
	linkSet string
	//go:embed cypher/link_delete.cypher
	linkDelete string
	//go:embed cypher/mentions_of.cypher
	mentionsOf string
	//go:embed cypher/represents_of.cypher
	representsOf string
	//go:embed cypher/statements_read.cypher
	statementsRead string
	//go:embed cypher/statements_about.cypher
	statementsAbout string
	//go:embed cypher/meetings_of_articles.cypher
	meetingsOfArticles string
	//go:embed cypher/meetings_read.cypher
	meetingsRead string
	//go:embed cypher/reports_find.cypher
	reportsFind string
	//go:embed cypher/reports_move.cypher
	reportsMove string
	//go:embed cypher/places_delete.cypher
	placesDelete string
	//go:embed cypher/orphans_delete.cypher
	orphansDelete string
	//go:embed cypher/status_loads.cypher
	statusLoads string
	//go:embed cypher/snapshot_nodes.cypher
	snapshotNodes string
	//go:embed cypher/snapshot_links.cypher
	snapshotLinks string
	//go:embed cypher/dump_nodes.cypher
	dumpNodes string
	//go:embed cypher/dump_links.cypher
	dumpLinks string
)

// mergeNodes returns the statement that makes and locks nodes of one label. Labels and types cannot be parameters of
// Cypher; they come from constants only.
func mergeNodes(label graph.Label) string { return forLabel(nodesMerge, label) }

// forLabel puts a label and its key's property into a statement.
func forLabel(cypher string, label graph.Label) string {
	return strings.NewReplacer("LABEL", string(label), "KEY", label.KeyProperty()).Replace(cypher)
}

// forType puts the type of a relationship into a statement.
func forType(cypher string, t graph.LinkType) string {
	return strings.ReplaceAll(cypher, "TYPE", string(t))
}

// createLinks returns the statement that makes relationships of a type.
func createLinks(t graph.LinkType) string {
	switch t {
	case graph.Said, graph.About, graph.HeldIn, graph.CopyOf, graph.PartOf: // they have no properties
		return forType(linkBare, t)
	}
	return forType(link, t)
}

// mergeLinks returns the statement that makes those relationships of a type that are missing. They have no properties.
func mergeLinks(t graph.LinkType) string { return forType(linkMerge, t) }
