package neo4j

import (
	"graphload/internal/graph"
)

// checkCopies compares which articles are near copies of which. Of a story that a thousand newspapers print only the earliest
// is kept in mind for each.
func checkCopies(c *checker, _ graph.Label, ids []string) error {
	rows, err := c.run(verifyCopies, map[string]any{"ids": ids})
	if err != nil {
		return err
	}
	first := map[string]*graph.Copy{}
	if err := c.stream(verifyNear, given("ids", ids), func(r row) error {
		a := &graph.Copy{ID: r.text("id"), Published: r.text("published"), Sketch: r.text("sketch")}
		b := &graph.Copy{ID: r.text("other"), Published: r.text("otherPublished"), Sketch: r.text("otherSketch")}
		others := []*graph.Copy{b}
		if before := first[a.ID]; before != nil {
			others = append(others, before)
		}
		first[a.ID] = a.Original(others)
		return nil
	}); err != nil {
		return err
	}
	for _, r := range rows {
		l := derivedLinks{self: graph.Ref{Label: graph.ArticleLabel, Key: r.text("id")}, kind: graph.CopyOf, stored: r.rows("originals"),
			wanted: map[graph.Ref]map[string]any{}}
		if original := first[r.text("id")]; original != nil {
			l.wanted[graph.Ref{Label: graph.ArticleLabel, Key: original.ID}] = nil
		}
		if err := c.compareLinks(l); err != nil {
			return err
		}
	}
	return nil
}
