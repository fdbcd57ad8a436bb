package neo4j

import (
	"maps"
	"slices"
	"strings"

	"graphload/internal/graph"
)

// quotes are the quotations that a transaction touches.
type quotes struct {
	open    map[string]*quote // by key: those whose whole is to be found
	touched map[string]bool   // keys of stored statements that change or go: what leads to and from them is found anew
	words   map[string]bool   // keys of the words of these
}

type quote struct {
	graph.Quote
	node  *node
	lost  bool     // it is as it is stored, but for its whole, which changed or went
	grows bool     // it is as it is stored, but for more reports: it keeps its whole, or gets a longer one
	days  []string // about which its neighbours are looked for: those of all its reports, or of the new ones where it grows
}

func newQuotes() quotes {
	return quotes{open: map[string]*quote{}, touched: map[string]bool{}, words: map[string]bool{}}
}

// note notes a statement as it was and as it will be; it goes where d is nil. It returns the quotation, nil where there is none.
func (q *quotes) note(s storedStatement, d *graph.Statement) (quotation *graph.Quote) {
	stored := s.props["prints"] != nil
	if d != nil {
		if x, ok := d.Quote(); ok {
			quotation = &x
		}
	}
	if quotation != nil {
		q.open[d.Key] = &quote{Quote: *quotation, node: s.node, days: quotation.Days, grows: stored && s.grows}
	}
	if stored && !s.grows {
		was := graph.NewQuote(s.props.text("id"), "", s.props.text("text"), nil)
		q.touched[was.Key] = true
		q.words[was.WordsKey()] = true
	}
	return quotation
}

// unlinkQuotes removes what leads to and from the touched quotations, whose parts have to find another whole.
func (w *writer) unlinkQuotes() error {
	lost, err := each(w, quotesLost, "ids", slices.Sorted(maps.Keys(w.quotes.touched)))
	if err != nil {
		return err
	}
	for _, r := range lost {
		q := w.storedQuote(r)
		if open := w.quotes.open[q.Key]; open != nil {
			open.AddDays(&q.Quote)
			open.grows, open.days = false, open.Days
		} else if !w.quotes.touched[q.Key] {
			q.lost, q.days = true, q.Days
			w.quotes.open[q.Key] = q
		}
	}
	return nil
}

func (w *writer) storedQuote(r row) *quote {
	return &quote{Quote: quoteOf(r), node: w.storedNode(r.text("node"))}
}

// neighbour returns a stored quotation that was found, nil where it is not as it is stored. One that is open has been quoted on
// the days too on which it was found.
func (w *writer) neighbour(r row) *quote {
	q := w.storedQuote(r)
	if w.quotes.touched[q.Key] {
		return nil
	}
	if open := w.quotes.open[q.Key]; open != nil {
		open.AddDays(&q.Quote)
		return nil
	}
	return q
}

// writeQuotes leads the open quotations, and those that an open one has the words of, to the longest one that they are a part
// of, and notes rivals.
func (w *writer) writeQuotes() error {
	rest := w.near.without(&w.quotes)
	found, err := each(w, quotesFind, "rows", rest.windows(false))
	if err != nil {
		return err
	}
	others := map[string]*quote{} // by key
	for _, r := range slices.Concat(w.near.found, found) {
		if q := w.neighbour(r); q != nil {
			if before := others[q.Key]; before != nil { // on other days
				q.AddDays(&before.Quote)
			}
			others[q.Key] = q
		}
	}
	opened := map[string][]*graph.Quote{} // by speaker
	for _, key := range slices.Sorted(maps.Keys(w.quotes.open)) {
		q := w.quotes.open[key]
		opened[q.Speaker] = append(opened[q.Speaker], &q.Quote)
	}
	all := maps.Clone(w.quotes.open)
	bySpeaker := map[string][]*graph.Quote{}
	for speaker, list := range opened {
		bySpeaker[speaker] = slices.Clone(list)
	}
	for _, q := range others {
		all[q.Key] = q
		bySpeaker[q.Speaker] = append(bySpeaker[q.Speaker], &q.Quote)
	}
	longer := map[string]*graph.Quote{} // by key of the part, an open whole or one about an open part's days
	var kept []string                   // those that may have one already
	for key, q := range w.quotes.open {
		if whole := q.Whole(bySpeaker[q.Speaker]); whole != nil {
			longer[key] = whole
			if q.grows {
				kept = append(kept, key)
			}
		}
	}
	for _, q := range others {
		if whole := q.Whole(opened[q.Speaker]); whole != nil {
			longer[q.Key] = whole
			kept = append(kept, q.Key)
		}
	}
	wholes, err := w.wholes(kept)
	if err != nil {
		return err
	}
	links := map[string]string{} // by key of the part, the key of the whole
	var moved []string
	for key, whole := range longer {
		now := wholes[key]
		if now != nil && !whole.Before(now) {
			continue
		}
		if now != nil {
			moved = append(moved, key)
		}
		links[key] = whole.Key
	}
	slices.Sort(moved)
	if _, err := each(w, quotesUnlink, "ids", moved); err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(links)) {
		w.link(graph.PartOf, all[key].node, all[links[key]].node, nil)
	}
	return w.writeRivals(rest)
}

// wholes returns by key what stored quotations are a part of now.
func (w *writer) wholes(keys []string) (map[string]*graph.Quote, error) {
	slices.Sort(keys)
	found, err := each(w, quotesWhole, "ids", keys)
	if err != nil {
		return nil, err
	}
	wholes := map[string]*graph.Quote{}
	for _, r := range found {
		q := graph.NewQuote(r.text("whole"), "", r.text("text"), nil)
		wholes[r.text("id")] = &q
	}
	return wholes, nil
}

// windows returns for each speaker of an open quotation the days between which its neighbours are quoted, with the prints of
// which a neighbour has one, if it is a part of the quotation or the other way round; windows that overlap are one. Where
// prints are not to be trusted, all are looked for.
func (q *quotes) windows(all bool) []map[string]any {
	type window struct {
		graph.Window
		prints []string
	}
	of := map[string][]window{}
	for _, x := range q.open {
		if len(x.days) == 0 {
			continue
		}
		prints := x.Prints()
		for _, w := range graph.QuoteWindows(x.days) {
			of[x.Speaker] = append(of[x.Speaker], window{w, prints})
		}
	}
	var rows []map[string]any
	for _, speaker := range slices.Sorted(maps.Keys(of)) {
		list := of[speaker]
		slices.SortFunc(list, func(a, b window) int { return strings.Compare(a.First, b.First) })
		for i := 0; i < len(list); {
			first, last := list[i].First, list[i].Last
			prints := map[string]bool{graph.AnyPrint: true}
			all := all
			for ; i < len(list) && list[i].First <= last; i++ {
				last = max(last, list[i].Last)
				for _, p := range list[i].prints {
					prints[p] = true
					all = all || p == graph.AnyPrint
				}
			}
			rows = append(rows, map[string]any{"speaker": speaker, "first": first, "last": last, "prints": prints, "all": all})
		}
	}
	return rows
}

// writeRivals notes on quotations whether the same words are reported of another speaker. Where none of those that had the words
// changed or went, rivals come and do not go: they are looked for about the new days alone. What is near most of them is known.
func (w *writer) writeRivals(rest *quotes) error {
	found, err := each(w, rivalsFind, "rows", rest.rivalWindows())
	if err != nil {
		return err
	}
	byWords := map[string][]*quote{}
	conflict := map[string]bool{} // as it is noted
	others := map[string]*quote{} // by key
	for _, r := range slices.Concat(w.near.rivals, found) {
		q := w.neighbour(r)
		if open := w.quotes.open[r.text("id")]; open != nil && open.lost {
			q = open
		}
		switch {
		case q == nil:
			continue
		case others[q.Key] != nil: // on other days
			others[q.Key].AddDays(&q.Quote)
			continue
		}
		others[q.Key] = q
		byWords[q.Words] = append(byWords[q.Words], q)
		conflict[q.Key], _ = r["conflict"].(bool)
	}
	for _, key := range slices.Sorted(maps.Keys(w.quotes.open)) {
		if q := w.quotes.open[key]; !q.lost {
			byWords[q.Words] = append(byWords[q.Words], q)
			conflict[key], _ = q.node.props["conflict"].(bool)
		}
	}
	var rows []map[string]any
	for _, words := range slices.Sorted(maps.Keys(byWords)) {
		for _, q := range byWords[words] {
			rival := slices.ContainsFunc(byWords[words], func(o *quote) bool { return q.Rival(&o.Quote) }) ||
				conflict[q.Key] && !w.quotes.words[q.WordsKey()]
			if rival == conflict[q.Key] {
				continue
			}
			var noted any // nothing, where there is no rival any more
			if rival {
				noted = true
			}
			if q.node.wanted != nil {
				q.node.wanted["conflict"] = noted
			} else {
				rows = append(rows, map[string]any{"node": q.node.id, "conflict": noted})
			}
		}
	}
	w.quotes = newQuotes()
	_, err = each(w, rivalsSet, "rows", rows)
	return err
}

// rivalWindows returns by key of words the days between which rivals are looked for.
func (q *quotes) rivalWindows() []map[string]any {
	days := map[string][]string{}
	for _, x := range q.open {
		if !x.lost && !q.words[x.WordsKey()] {
			days[x.WordsKey()] = append(days[x.WordsKey()], x.days...)
		}
	}
	var rows []map[string]any
	row := func(words string, w graph.Window) {
		rows = append(rows, map[string]any{"words": words, "first": w.First, "last": w.Last})
	}
	for _, words := range slices.Sorted(maps.Keys(days)) {
		for _, w := range graph.QuoteWindows(days[words]) {
			row(words, w)
		}
	}
	for _, words := range slices.Sorted(maps.Keys(q.words)) {
		row(words, graph.Window{Last: endOfDays})
	}
	return rows
}

// endOfDays sorts behind all days.
const endOfDays = "9999-12-31"
