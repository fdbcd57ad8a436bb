package neo4j

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"

	"graphload/internal/graph"
)

// cypher is Cypher that the program brings. Constants are of this type where they are used; a text that comes from elsewhere
// is not, and goes into a parameter. TestCypherIsFixed lists the few places that make one out of texts.
type cypher string

// plainName is a name that means nothing else in Cypher.
var plainName = regexp.MustCompile(`^\w+$`)

// with puts names of labels, types and properties, which cannot be parameters, in the place of others: WORD, NAME and so on.
// They come from constants; that a name of others never gets here, which could be anything, is made sure of again.
func (c cypher) with(namesInPlaces ...string) cypher {
	for i := 1; i < len(namesInPlaces); i += 2 {
		if !plainName.MatchString(namesInPlaces[i]) {
			panic(fmt.Sprintf("%q in the place of %s is no name for Cypher", namesInPlaces[i], namesInPlaces[i-1]))
		}
	}
	return cypher(strings.NewReplacer(namesInPlaces...).Replace(string(c)))
}

var (
	//go:embed cypher/transaction_end.cypher
	endTransaction cypher
	//go:embed cypher/foreign_find.cypher
	foreignFind cypher
	//go:embed cypher/turn_take.cypher
	turnTake cypher
	//go:embed cypher/articles_known.cypher
	articlesKnown cypher
	//go:embed cypher/articles_reread.cypher
	articlesReread cypher
	//go:embed cypher/articles_delete.cypher
	articlesDelete cypher
	//go:embed cypher/evidence_mentions.cypher
	evidenceMentions cypher
	//go:embed cypher/evidence_statements.cypher
	evidenceStatements cypher
	//go:embed cypher/evidence_meetings.cypher
	evidenceMeetings cypher
	//go:embed cypher/evidence_delete.cypher
	evidenceDelete cypher
	//go:embed cypher/copies_lost.cypher
	copiesLost cypher
	//go:embed cypher/copies_find.cypher
	copiesFind cypher
	//go:embed cypher/copies_unlink.cypher
	copiesUnlink cypher
	//go:embed cypher/quotes_lost.cypher
	quotesLost cypher
	//go:embed cypher/quotes_find.cypher
	quotesFind cypher
	//go:embed cypher/quotes_whole.cypher
	quotesWhole cypher
	//go:embed cypher/quotes_unlink.cypher
	quotesUnlink cypher
	//go:embed cypher/rivals_find.cypher
	rivalsFind cypher
	//go:embed cypher/rivals_set.cypher
	rivalsSet cypher
	//go:embed cypher/nodes_find.cypher
	nodesFind cypher
	//go:embed cypher/graph_write.cypher
	graphWrite cypher
	//go:embed cypher/node_delete.cypher
	nodeDelete cypher
	//go:embed cypher/link_set.cypher
	linkSet cypher
	//go:embed cypher/link_delete.cypher
	linkDelete cypher
	//go:embed cypher/mentions_of.cypher
	mentionsOf cypher
	//go:embed cypher/represents_of.cypher
	representsOf cypher
	//go:embed cypher/statements_read.cypher
	statementsRead cypher
	//go:embed cypher/statements_reports.cypher
	statementsReports cypher
	//go:embed cypher/statements_ends.cypher
	statementsEnds cypher
	//go:embed cypher/retold_read.cypher
	retoldRead cypher
	//go:embed cypher/statements_about.cypher
	statementsAbout cypher
	//go:embed cypher/meetings_of_articles.cypher
	meetingsOfArticles cypher
	//go:embed cypher/meetings_read.cypher
	meetingsRead cypher
	//go:embed cypher/reports_find.cypher
	reportsFind cypher
	//go:embed cypher/reports_move.cypher
	reportsMove cypher
	//go:embed cypher/reports_of_articles.cypher
	reportsOfArticles cypher
	//go:embed cypher/reports_of_meetings.cypher
	reportsOfMeetings cypher
	//go:embed cypher/places_delete.cypher
	placesDelete cypher
	//go:embed cypher/orphans_delete.cypher
	orphansDelete cypher
	//go:embed cypher/status_loads.cypher
	statusLoads cypher
	//go:embed cypher/snapshot_nodes.cypher
	snapshotNodes cypher
	//go:embed cypher/snapshot_links.cypher
	snapshotLinks cypher
	//go:embed cypher/dump_nodes.cypher
	dumpNodes cypher
	//go:embed cypher/dump_links.cypher
	dumpLinks cypher
)

// forLabel puts a label and its key's property into a statement. Labels and types cannot be parameters of Cypher; they
// come from constants only.
func forLabel(statement cypher, label graph.Label) cypher {
	return statement.with("LABEL", string(label), "KEY", label.KeyProperty())
}

// forType puts the type of a relationship into a statement.
func forType(statement cypher, t graph.LinkType) cypher { return statement.with("TYPE", string(t)) }

// foundLabels returns the labels of the nodes that are looked for by their keys.
func foundLabels() []graph.Label { return append(graph.Labels(), graph.StatementLabel) }

// writtenLabels returns all labels, in the order in which new nodes are numbered.
func writtenLabels() []graph.Label {
	return append([]graph.Label{graph.ArticleLabel, graph.MeetingLabel}, foundLabels()...)
}
