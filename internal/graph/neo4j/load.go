package neo4j

import (
	"context"
	"slices"
	"strings"
	"time"

	"graphload/internal/graph"
)

// Load writes a batch of articles in one transaction: all of it or, on an error, nothing. About 200 articles are a
// good size. Articles that are stored with the same content are left alone, changed ones replace what rested on the old
// form; of an article that comes twice in the batch the last one counts. The articles keep load and now as batch and
// loadedAt. EnsureSchema must have been called once before.
//
// Loads may run side by side, also of several programs: they take turns, and the graph is that of one after the other.
func (db *DB) Load(ctx context.Context, batch []*graph.Fragment, load string, now time.Time) (Counts, error) {
	incoming, err := hashed(batch)
	if err != nil {
		return Counts{}, err
	}
	changed, unchanged, err := db.unknown(ctx, incoming)
	if err != nil {
		return Counts{}, err
	}
	if len(changed) == 0 {
		return Counts{Articles: ArticleCounts{Unchanged: unchanged}}, nil
	}
	counts, err := db.write(ctx, func(w *writer) error { return w.load(changed, load, now) })
	if err != nil {
		return Counts{}, err
	}
	counts.Articles.Unchanged += unchanged
	return counts, nil
}

// Preview tells which articles of a batch are new, unchanged and changed, and writes nothing.
func (db *DB) Preview(ctx context.Context, batch []*graph.Fragment) (ArticleCounts, error) {
	incoming, err := hashed(batch)
	if err != nil {
		return ArticleCounts{}, err
	}
	stored, err := db.stored(ctx, incoming)
	if err != nil {
		return ArticleCounts{}, err
	}
	var counts ArticleCounts
	for _, x := range incoming {
		counts.add(x, stored)
	}
	return counts, nil
}

// add counts an article against the stored hashes.
func (c *ArticleCounts) add(x article, stored map[string]string) {
	hash, known := stored[x.Article.ID]
	switch {
	case !known:
		c.New++
	case hash == x.hash:
		c.Unchanged++
	default:
		c.Changed++
	}
}

// article is a fragment with the hash of its content.
type article struct {
	*graph.Fragment
	hash string
}

// hashed returns the articles sorted by key, each once.
func hashed(batch []*graph.Fragment) ([]article, error) {
	byID := map[string]*graph.Fragment{}
	for _, f := range batch {
		byID[f.Article.ID] = f
	}
	out := make([]article, 0, len(byID))
	for _, f := range byID {
		hash, err := f.Hash()
		if err != nil {
			return nil, err
		}
		out = append(out, article{f, hash})
	}
	slices.SortFunc(out, func(a, b article) int { return strings.Compare(a.Article.ID, b.Article.ID) })
	return out, nil
}

func ids(list []article) []string {
	out := make([]string, 0, len(list))
	for _, a := range list {
		out = append(out, a.Article.ID)
	}
	return out
}

// stored returns the hashes of the articles that are in the graph, by id.
func (db *DB) stored(ctx context.Context, list []article) (map[string]string, error) {
	known, err := db.read(ctx, articlesKnown, map[string]any{"ids": ids(list)})
	if err != nil {
		return nil, err
	}
	hashes := map[string]string{}
	for _, r := range known {
		hashes[r.text("id")] = r.text("hash")
	}
	return hashes, nil
}

// unknown returns the articles that are not stored as they are.
func (db *DB) unknown(ctx context.Context, list []article) (changed []article, unchanged int, err error) {
	stored, err := db.stored(ctx, list)
	if err != nil {
		return nil, 0, err
	}
	for _, a := range list {
		if hash, known := stored[a.Article.ID]; known && hash == a.hash {
			unchanged++
			continue
		}
		changed = append(changed, a)
	}
	return changed, unchanged, nil
}

// load writes articles, sorted by key.
func (w *writer) load(list []article, load string, now time.Time) error {
	list, err := w.lockArticles(list)
	if err != nil || len(list) == 0 {
		return err
	}
	var needed []graph.Ref
	for _, a := range list {
		needed = append(needed, a.Refs()...)
		for i := range a.Statements {
			needed = append(needed, graph.Ref{Label: statementLabel, Key: a.Statements[i].Key})
		}
	}
	if err := w.lock(needed); err != nil {
		return err
	}
	for _, step := range []func([]article) error{
		func(list []article) error { return w.writeArticles(list, load, now) },
		w.writeMentions,
		w.writeMeetings, // before the statements, which may be about them
		w.writeStatements,
	} {
		if err := step(list); err != nil {
			return err
		}
	}
	return w.removeOrphans()
}

// lockArticles makes and locks the articles and removes what rested on their old form. It returns those that have to be
// written: a load beside this one may have brought some of them meanwhile.
func (w *writer) lockArticles(list []article) ([]article, error) {
	found, err := each(w, articlesLock, "ids", ids(list))
	if err != nil {
		return nil, err
	}
	stored := map[string]string{}
	for _, r := range found {
		w.articles[r.text("id")] = r.text("node")
		if hash := r.text("hash"); hash != "" {
			stored[r.text("id")] = hash
		}
	}
	var open []article
	var replaced []string
	for _, a := range list {
		w.counts.Articles.add(a, stored)
		hash, known := stored[a.Article.ID]
		if known && hash == a.hash {
			continue
		}
		open = append(open, a)
		if known {
			replaced = append(replaced, a.Article.ID)
		}
	}
	return open, w.removeEvidence(replaced)
}

func (w *writer) writeArticles(list []article, load string, now time.Time) error {
	var changes []map[string]any
	for _, a := range list {
		x := &a.Article
		changes = append(changes, map[string]any{"node": w.articles[x.ID], "props": props(map[string]any{
			"id": x.ID, "name": x.Name, "url": x.URL, "title": x.Title, "source": x.Source, "published": x.Published,
			"language": x.Language, "text": x.Text, "textHash": x.TextHash, "hash": a.hash, "batch": load,
			"loadedAt": now.UTC()})})
	}
	_, err := each(w, nodeSet, "rows", changes)
	return err
}
