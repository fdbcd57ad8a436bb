package neo4j

import (
	"maps"
	"slices"

	"graphload/internal/graph"
)

// storedCopy is an article, stored or about to be, as one that may be a copy of another.
type storedCopy struct {
	graph.Copy
	node *node
}

func (w *writer) readCopy(r row) *storedCopy {
	return &storedCopy{graph.Copy{ID: r.text("id"), Published: r.text("published"), Sketch: r.text("sketch")},
		w.storedNode(r.text("node"))}
}

// removeCopies removes what leads from articles that change or go to their originals and from their copies to them.
func (w *writer) removeCopies(ids []string) error {
	lost, err := each(w, copiesLost, "ids", ids)
	if err != nil {
		return err
	}
	for _, r := range lost {
		if c := w.readCopy(r); !slices.Contains(ids, c.ID) {
			w.copies[c.ID] = c
		}
	}
	return nil
}

// writeCopies leads the written articles, and those that lost their original, to the article of which they are near
// copies, and other articles to a written one that is an earlier original of theirs.
func (w *writer) writeCopies(list []article) error {
	open := maps.Clone(w.copies)
	for i := range list {
		a := &list[i].Article
		if a.Sketch != "" {
			open[a.ID] = &storedCopy{graph.Copy{ID: a.ID, Published: a.Published, Sketch: a.Sketch}, w.articles[a.ID]}
		}
	}
	known := maps.Clone(open)
	originals, err := w.findCopies(known)
	if err != nil {
		return err
	}
	near := map[string][]*graph.Copy{}
	type band struct {
		place int
		hash  string
	}
	byBand := map[band][]string{} // ids
	keys := slices.Sorted(maps.Keys(known))
	for _, id := range keys {
		for i, hash := range graph.Bands(known[id].Sketch) {
			byBand[band{i, hash}] = append(byBand[band{i, hash}], id)
		}
	}
	for _, id := range keys {
		if open[id] == nil {
			continue
		}
		a := &known[id].Copy
		seen := map[string]bool{id: true}
		for i, hash := range graph.Bands(a.Sketch) {
			for _, other := range byBand[band{i, hash}] {
				if seen[other] {
					continue
				}
				seen[other] = true
				b := &known[other].Copy
				near[id] = append(near[id], b)
				if open[other] == nil {
					near[other] = append(near[other], a)
				}
			}
		}
	}
	var changed []string
	for _, id := range keys {
		first, old := known[id].Original(near[id]), originals[id]
		if first == nil || old != nil && !first.Before(old) {
			continue
		}
		if old != nil {
			changed = append(changed, id)
		}
		w.link(graph.CopyOf, known[id].node, known[first.ID].node, nil)
	}
	_, err = each(w, copiesUnlink, "ids", changed)
	return err
}

// findCopies adds to articles the stored ones that have a band in common with one of them, and returns the originals of
// these.
func (w *writer) findCopies(known map[string]*storedCopy) (originals map[string]*graph.Copy, err error) {
	if len(known) == 0 {
		return nil, nil
	}
	var bands [graph.CopyBands]map[string]bool
	for i := range bands {
		bands[i] = map[string]bool{}
	}
	for _, c := range known {
		for i, band := range graph.Bands(c.Sketch) {
			bands[i][band] = true
		}
	}
	params := map[string]any{}
	for i := range bands {
		params[graph.BandProperty(i)] = slices.Sorted(maps.Keys(bands[i]))
	}
	found, err := w.keep(copiesFind, params)
	if err != nil {
		return nil, err
	}
	originals = map[string]*graph.Copy{}
	for _, r := range found {
		id := r.text("id")
		if known[id] != nil || w.articles[id] != nil { // what is written is not as it is stored
			continue
		}
		known[id] = w.readCopy(r)
		if original := r.text("original"); original != "" {
			originals[id] = &graph.Copy{ID: original, Published: r.text("originalPublished")}
		}
	}
	return originals, nil
}
