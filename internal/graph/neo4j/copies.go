package neo4j

import (
	"maps"
	"slices"

	"graphload/internal/graph"
)

// removeCopies removes what leads from articles to their originals and from their copies to them.
func (w *writer) removeCopies(ids []string) error {
	lost, err := each(w, copiesLost, "ids", ids)
	if err != nil {
		return err
	}
	for _, r := range lost {
		w.copies[r.text("id")] = true
	}
	return nil
}

// writeCopies leads the written articles, and those that lost their original, to the article of which they are near
// copies, and other articles to a written one that is an earlier original of theirs.
func (w *writer) writeCopies(list []article) error {
	open := maps.Clone(w.copies)
	for i := range list {
		if list[i].Article.Sketch != "" {
			open[list[i].Article.ID] = true
		}
	}
	found, err := each(w, copiesFind, "ids", slices.Sorted(maps.Keys(open)))
	if err != nil {
		return err
	}
	nodes := map[string]string{}
	near := map[*graph.Copy][]*graph.Copy{}
	known := map[string]*graph.Copy{}
	originals := map[string]*graph.Copy{} // of articles that keep what they are a copy of, unless an earlier one came
	note := func(id, published, sketch, node string) *graph.Copy {
		if known[id] == nil {
			known[id] = &graph.Copy{ID: id, Published: published, Sketch: sketch}
			nodes[id] = node
		}
		return known[id]
	}
	for _, r := range found {
		a := note(r.text("id"), r.text("published"), r.text("sketch"), r.text("node"))
		b := note(r.text("other"), r.text("otherPublished"), r.text("otherSketch"), r.text("otherNode"))
		near[a] = append(near[a], b)
		if open[b.ID] || !a.Alike(b) {
			continue
		}
		near[b] = append(near[b], a)
		if id := r.text("original"); id != "" {
			originals[b.ID] = &graph.Copy{ID: id, Published: r.text("originalPublished")}
		}
	}
	var changed []string
	var links []map[string]any
	for _, id := range slices.Sorted(maps.Keys(known)) {
		c := known[id]
		first, old := c.Original(near[c]), originals[id]
		if first == nil || old != nil && !first.Before(old) {
			continue
		}
		if old != nil {
			changed = append(changed, id)
		}
		links = append(links, newLink(nodes[id], nodes[first.ID], nil))
	}
	if _, err := each(w, copiesUnlink, "ids", changed); err != nil {
		return err
	}
	return w.create(graph.CopyOf, links)
}
