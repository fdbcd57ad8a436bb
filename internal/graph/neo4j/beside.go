package neo4j

import (
	"context"
	"maps"
	"sync"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// beside works out two parts of what a transaction writes. As long as it has removed nothing, both rest on what was stored when
// it took its turn; and since nobody else writes before it ends, whoever asks the database meanwhile is told the same. So the
// second part, which must only read, then goes on beside the first one, by another connection, and the server writes what the
// first part brings while the second is worked out. Neither finds anything of the other, in whatever order they go.
func (w *writer) beside(first, second func(*writer) error) error {
	if w.removes {
		if err := first(w); err != nil {
			return err
		}
		return second(w)
	}
	ctx, cancel := context.WithCancel(w.ctx)
	defer cancel()
	side, err := w.openSide(ctx)
	if err != nil {
		return err
	}
	defer side.close()
	other := w.reader(ctx, side)
	done := make(chan error, 1)
	go func() { done <- second(other) }()
	nodes, err := w.firstPart(first)
	if err != nil {
		cancel()
	}
	otherErr := <-done
	if err != nil {
		return err
	}
	if otherErr != nil {
		return otherErr
	}
	nodes.settle() // not before: the other part takes them for what was stored
	w.adopt(other)
	return nil
}

func (w *writer) firstPart(work func(*writer) error) (written, error) {
	if err := work(w); err != nil {
		return nil, err
	}
	return w.write()
}

// reader returns a writer that knows what w has found, reads by a connection of its own, and notes what is to be written.
func (w *writer) reader(ctx context.Context, side *side) *writer {
	r := newWriter(ctx, side.tx)
	r.nodes, r.stored, r.articles = maps.Clone(w.nodes), w.stored, w.articles
	return r
}

// adopt takes over what a reader has noted, where nothing else is noted any more.
func (w *writer) adopt(r *writer) {
	w.changes, w.nodes, w.quotes, w.statements = r.changes, r.nodes, r.quotes, r.statements
	maps.Copy(w.orphans, r.orphans)
}

// side is a transaction that reads beside another one.
type side struct {
	tx    driver.ExplicitTransaction
	close func()
}

// openSide begins a transaction that reads beside the one that carries an id. It goes to the server that takes writes, as that
// one does, and so need not wait for anything to arrive there.
func (db *DB) openSide(ctx context.Context, id string) (*side, error) {
	session := db.driver.NewSession(ctx, driver.SessionConfig{AccessMode: driver.AccessModeWrite, DatabaseName: db.config.Database})
	end := context.WithoutCancel(ctx)
	tx, err := session.BeginTransaction(ctx, carry(id))
	if err != nil {
		_ = session.Close(end)
		return nil, err
	}
	return &side{tx, func() {
		end, cancel := context.WithTimeout(end, endWithin)
		defer cancel()
		// It has only read: that it does not end well is no fault.
		_ = tx.Close(end)
		_ = session.Close(end)
	}}, nil
}

// storedNodes are nodes by the database's id, each one once. It is safe for concurrent use.
type storedNodes struct {
	mu   sync.Mutex
	byID map[string]*node
}

func (s *storedNodes) node(id string) *node {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.byID == nil {
		s.byID = map[string]*node{}
	}
	if s.byID[id] == nil {
		s.byID[id] = &node{id: id}
	}
	return s.byID[id]
}
