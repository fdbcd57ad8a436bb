package neo4j

import (
	"slices"

	"graphload/internal/graph"
)

// nearby is what is stored near the quotations that articles bring, read before it is known what becomes of these.
type nearby struct {
	quotes       // those of the articles
	found  []row // by quotes_find
	rivals []row // by rivals_find
}

// lookAround reads what is stored near the quotations that articles tell, beside the work on the statements. The statements that
// are stored change only with the last write, so that it is the same whenever it is read.
func (w *writer) lookAround(told map[string]*graph.Statement) error {
	near := nearby{quotes: newQuotes()}
	for key, d := range told {
		if q, ok := d.Quote(); ok {
			near.open[key] = &quote{Quote: q, days: q.Days}
		}
	}
	var err error
	if near.found, err = each(w, quotesFind, "rows", near.windows(false)); err != nil {
		return err
	}
	near.rivals, err = each(w, rivalsFind, "rows", near.rivalWindows())
	w.near = near
	return err
}

// without returns the quotations of q about which more is to be read than has been: those that also have other days, or other
// prints as their text is now.
func (n *nearby) without(q *quotes) *quotes {
	rest := quotes{open: map[string]*quote{}, words: q.words}
	for key, x := range q.open {
		if known := n.open[key]; known == nil || !within(x.days, known.days) || !within(x.Prints(), known.Prints()) {
			rest.open[key] = x
		}
	}
	return &rest
}

// within reports whether a sorted list has all of some texts.
func within(some, all []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool {
		_, there := slices.BinarySearch(all, s)
		return !there
	})
}
