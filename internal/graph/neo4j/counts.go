package neo4j

// Counts says what loading or deleting changed.
type Counts struct {
	Articles      ArticleCounts
	Nodes         Change
	Relationships Change
}

// ArticleCounts counts articles.
type ArticleCounts struct {
	New, Unchanged, Changed, Deleted int
}

// Change counts what came and what went.
type Change struct{ Added, Removed int }

// Add adds the counts of another batch.
func (c *Counts) Add(o Counts) {
	c.Articles.New += o.Articles.New
	c.Articles.Unchanged += o.Articles.Unchanged
	c.Articles.Changed += o.Articles.Changed
	c.Articles.Deleted += o.Articles.Deleted
	c.Nodes.Added += o.Nodes.Added
	c.Nodes.Removed += o.Nodes.Removed
	c.Relationships.Added += o.Relationships.Added
	c.Relationships.Removed += o.Relationships.Removed
}

// changed reports whether anything was changed.
func (c Counts) changed() bool {
	return c.Articles.New+c.Articles.Changed+c.Articles.Deleted > 0 || c.Nodes != Change{} || c.Relationships != Change{}
}
