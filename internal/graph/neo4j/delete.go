package neo4j

import (
	"context"
	"slices"

	"graphload/internal/graph"
)

// Delete removes articles with all that rests on them alone, in one transaction. What other articles say too stays and
// is computed again. It returns also which of the ids are unknown, sorted.
func (db *DB) Delete(ctx context.Context, ids []string) (counts Counts, unknown []string, err error) {
	given := map[string]string{}
	var keys []string
	for _, id := range ids {
		key := graph.ArticleKey(id)
		given[key] = id
		keys = append(keys, key)
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	counts, err = db.write(ctx, func(w *writer) error {
		unknown = nil
		known, err := each(w, articlesKnown, "ids", keys)
		if err != nil {
			return err
		}
		var there []string
		for _, r := range known {
			there = append(there, r.text("id"))
		}
		for _, key := range keys {
			if !slices.Contains(there, key) {
				unknown = append(unknown, given[key])
			}
		}
		w.counts.Articles.Deleted = len(there)
		return w.deleteArticles(there)
	})
	slices.Sort(unknown)
	return counts, unknown, err
}

// deleteArticles removes stored articles; ids are sorted.
func (w *writer) deleteArticles(ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	if err := w.removeEvidence(ids); err != nil {
		return err
	}
	if _, err := each(w, articlesDelete, "ids", ids); err != nil {
		return err
	}
	return w.derive(nil)
}
