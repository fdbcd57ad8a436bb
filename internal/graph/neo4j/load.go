package neo4j

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"graphload/internal/graph"
)

// Load writes a batch of articles in one transaction: all of it or, on an error, nothing. Some 300 articles are a
// good size. Articles that are stored with the same content are left alone, changed ones replace what rested on the old
// form; of an article that comes twice in the batch the last one counts. The articles keep load and now as batch and
// loadedAt. EnsureSchema must have been called once before.
//
// Loads may run side by side, also of several programs: they take turns, and the graph is that of one after the other.
func (db *DB) Load(ctx context.Context, batch []*graph.Fragment, load string, now time.Time) (Counts, error) {
	c, err := db.Compare(ctx, batch)
	if err != nil {
		return Counts{}, err
	}
	return db.LoadCompared(ctx, c, load, now)
}

// Compared is a batch that has been compared with what is stored.
type Compared struct {
	changed   []article
	reread    []article // stored with the same content, and read in another way
	unchanged int       // those that were read again included
}

// Compare is the part of [DB.Load] that can be done while another batch is loaded that has no article in common with this
// one: it tells which articles have to be written.
func (db *DB) Compare(ctx context.Context, batch []*graph.Fragment) (*Compared, error) {
	incoming, err := hashed(batch)
	if err != nil {
		return nil, err
	}
	stored, err := db.stored(ctx, ids(incoming))
	if err != nil {
		return nil, err
	}
	var c Compared
	for _, a := range incoming {
		switch s := stored[a.Article.ID]; {
		case s.hash != a.hash:
			c.changed = append(c.changed, a)
		case a.Article.ReadHash != "" && s.readHash != a.Article.ReadHash:
			c.reread = append(c.reread, a)
		}
	}
	c.unchanged = len(incoming) - len(c.changed)
	return &c, nil
}

// LoadCompared is [DB.Load] for a batch that has been compared.
func (db *DB) LoadCompared(ctx context.Context, c *Compared, load string, now time.Time) (Counts, error) {
	var counts Counts
	if len(c.changed)+len(c.reread) > 0 {
		var err error
		if counts, err = db.write(ctx, func(w *writer) error {
			if err := w.noteReading(c.reread); err != nil {
				return err
			}
			return w.load(c.changed, load, now)
		}); err != nil {
			return Counts{}, err
		}
	}
	counts.Articles.Unchanged += c.unchanged
	return counts, nil
}

// ReadHashes returns the hashes under which articles that are in the graph were read, by the ids of those that have
// one: an article with the same hash need not be extracted again.
func (db *DB) ReadHashes(ctx context.Context, articleIDs []string) (map[string]string, error) {
	keys := make([]string, 0, len(articleIDs))
	byKey := map[string]string{}
	for _, id := range articleIDs {
		key := graph.ArticleKey(id)
		keys = append(keys, key)
		byKey[key] = id
	}
	stored, err := db.stored(ctx, keys)
	if err != nil {
		return nil, err
	}
	hashes := map[string]string{}
	for key, s := range stored {
		if s.readHash != "" {
			hashes[byKey[key]] = s.readHash
		}
	}
	return hashes, nil
}

// Preview tells which articles of a batch are new, unchanged and changed, and writes nothing.
func (db *DB) Preview(ctx context.Context, batch []*graph.Fragment) (ArticleCounts, error) {
	incoming, err := hashed(batch)
	if err != nil {
		return ArticleCounts{}, err
	}
	stored, err := db.stored(ctx, ids(incoming))
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
func (c *ArticleCounts) add(x article, stored map[string]version) {
	s, known := stored[x.Article.ID]
	switch {
	case !known:
		c.New++
	case s.hash == x.hash:
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

// version tells which form of an article is stored.
type version struct{ hash, readHash string }

// stored returns the forms of those of the articles that are in the graph, by key.
func (db *DB) stored(ctx context.Context, keys []string) (map[string]version, error) {
	known, err := db.read(ctx, keepPlan+articlesKnown, given("ids", keys))
	if err != nil {
		return nil, err
	}
	versions := map[string]version{}
	for _, r := range known {
		versions[r.text("id")] = versionOf(r)
	}
	return versions, nil
}

func versionOf(r row) version { return version{r.text("hash"), r.text("readHash")} }

// noteReading notes under which hash articles were read that are stored as they are.
func (w *writer) noteReading(list []article) error {
	var changes []map[string]any
	for _, a := range list {
		changes = append(changes, map[string]any{"id": a.Article.ID, "hash": a.hash, "readHash": a.Article.ReadHash})
	}
	_, err := each(w, articlesReread, "rows", changes)
	return err
}

// load writes articles, sorted by key.
func (w *writer) load(list []article, load string, now time.Time) error {
	list, err := w.openArticles(list)
	if err != nil || len(list) == 0 {
		return err
	}
	var needed []graph.Ref
	for _, a := range list {
		needed = append(needed, a.Refs()...)
		for i := range a.Statements {
			needed = append(needed, graph.Ref{Label: graph.StatementLabel, Key: a.Statements[i].Key})
		}
	}
	if err := w.find(needed); err != nil {
		return err
	}
	w.writeArticles(list, load, now)
	return w.derive(list)
}

// derive writes what articles bring, and computes again what rested on those that changed or went.
func (w *writer) derive(list []article) error {
	told := toldBy(list)
	if err := w.beside(func(w *writer) error {
		if err := w.writeCopies(list); err != nil {
			return err
		}
		if err := w.writeMentions(list); err != nil {
			return err
		}
		return w.lookAround(told)
	}, func(w *writer) error {
		if err := w.writeMeetings(list); err != nil { // before the statements, which may be about them
			return err
		}
		return w.writeStatements(list, maps.Clone(told))
	}); err != nil {
		return err
	}
	if err := w.unlinkQuotes(); err != nil {
		return err
	}
	if err := w.writeQuotes(); err != nil {
		return err
	}
	return w.finish()
}

// openArticles returns those of the articles that have to be written: a load beside this one may have brought some of them
// meanwhile. It removes what rested on their old form.
func (w *writer) openArticles(list []article) ([]article, error) {
	found, err := each(w, articlesKnown, "ids", ids(list))
	if err != nil {
		return nil, err
	}
	stored := map[string]version{}
	nodes := map[string]*node{}
	for _, r := range found {
		stored[r.text("id")] = versionOf(r)
		nodes[r.text("id")] = w.storedNode(r.text("node"))
	}
	var open []article
	var replaced []string
	for _, a := range list {
		w.counts.Articles.add(a, stored)
		s, known := stored[a.Article.ID]
		switch {
		case !known:
			w.articles[a.Article.ID] = newNode(graph.ArticleLabel, a.Article.ID)
		case s.hash == a.hash:
			continue
		default:
			w.articles[a.Article.ID] = nodes[a.Article.ID]
			replaced = append(replaced, a.Article.ID)
		}
		open = append(open, a)
	}
	return open, w.removeEvidence(replaced)
}

func (w *writer) writeArticles(list []article, load string, now time.Time) {
	for _, a := range list {
		x := &a.Article
		set := x.Props(a.hash)
		set["batch"], set["loadedAt"] = load, now.UTC()
		w.set(w.articles[x.ID], set)
	}
}
