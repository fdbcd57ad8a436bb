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
	words   map[string]bool   // keys of words whose rivals are to be compared
}

type quote struct {
	graph.Quote
	node *node
	lost bool // it is as it is stored, but for its whole, which changed or went
}

func newQuotes() quotes {
	return quotes{open: map[string]*quote{}, touched: map[string]bool{}, words: map[string]bool{}}
}

// note notes a statement as it was and as it will be; it goes where d is nil.
func (q *quotes) note(s storedStatement, d *graph.Statement) {
	if s.props["reports"] != nil {
		if words := s.props.text("words"); words != "" {
			q.touched[s.props.text("id")] = true
			q.words[words] = true
		}
	}
	if d == nil {
		return
	}
	if x, ok := d.Quote(); ok {
		q.open[d.Key] = &quote{Quote: x, node: s.node}
		q.words[x.WordsKey()] = true
	}
}

// unlinkQuotes removes what leads to and from the touched quotations, whose parts have to find another whole.
func (w *writer) unlinkQuotes() error {
	lost, err := each(w, quotesLost, "ids", slices.Sorted(maps.Keys(w.quotes.touched)))
	if err != nil {
		return err
	}
	for _, r := range lost {
		if q := w.storedQuote(r); w.quotes.stays(q.Key) && q.Speaker != "" {
			q.lost = true
			w.quotes.open[q.Key] = q
		}
	}
	return nil
}

// stays reports whether a stored quotation is as it is stored and keeps its whole, unless a longer one came.
func (q *quotes) stays(key string) bool { return !q.touched[key] && q.open[key] == nil }

func (w *writer) storedQuote(r row) *quote {
	return &quote{Quote: quoteOf(r), node: w.storedNode(r.text("node"))}
}

// writeQuotes leads the open quotations, and those that an open one has the words of, to the longest one that they are a part
// of, and notes rivals.
func (w *writer) writeQuotes() error {
	found, err := each(w, quotesFind, "rows", w.quotes.windows(false))
	if err != nil {
		return err
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
	wholes := map[string]*graph.Quote{} // of those that are not open: what they are a part of now
	var others []*quote
	for _, r := range found {
		q := w.storedQuote(r)
		if !w.quotes.stays(q.Key) || all[q.Key] != nil {
			continue
		}
		all[q.Key] = q
		bySpeaker[q.Speaker] = append(bySpeaker[q.Speaker], &q.Quote)
		others = append(others, q)
		if whole := r.text("whole"); whole != "" {
			x := graph.NewQuote(whole, q.Speaker, r.text("wholeText"), nil)
			wholes[q.Key] = &x
		}
	}
	links := map[string]string{} // by key of the part, the key of the whole
	for key, q := range w.quotes.open {
		if whole := q.Whole(bySpeaker[q.Speaker]); whole != nil {
			links[key] = whole.Key
		}
	}
	var moved []string
	for _, q := range others {
		whole := q.Whole(opened[q.Speaker])
		now := wholes[q.Key]
		if whole == nil || now != nil && !whole.Before(now) {
			continue
		}
		if now != nil {
			moved = append(moved, q.Key)
		}
		links[q.Key] = whole.Key
	}
	slices.Sort(moved)
	if _, err := each(w, quotesUnlink, "ids", moved); err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(links)) {
		w.link(graph.PartOf, all[key].node, all[links[key]].node, nil)
	}
	return w.writeRivals()
}

// windows returns for each speaker of an open quotation the days between which its neighbours are reported, with the prints of
// which a neighbour has one, if it is a part of the quotation or the other way round; windows that overlap are one. Where
// prints are not to be trusted, all are looked for.
func (q *quotes) windows(all bool) []map[string]any {
	type window struct {
		first, last string
		prints      []string
	}
	of := map[string][]window{}
	for _, x := range q.open {
		first, last := x.Window()
		of[x.Speaker] = append(of[x.Speaker], window{first, last, x.Prints()})
	}
	var rows []map[string]any
	for _, speaker := range slices.Sorted(maps.Keys(of)) {
		list := of[speaker]
		slices.SortFunc(list, func(a, b window) int { return strings.Compare(a.first, b.first) })
		for i := 0; i < len(list); {
			first, last := list[i].first, list[i].last
			prints := map[string]bool{graph.AnyPrint: true}
			all := all
			for ; i < len(list) && list[i].first <= last; i++ {
				last = max(last, list[i].last)
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

// writeRivals notes on quotations whether the same words are reported of another speaker.
func (w *writer) writeRivals() error {
	found, err := each(w, rivalsFind, "words", slices.Sorted(maps.Keys(w.quotes.words)))
	if err != nil {
		return err
	}
	byWords := map[string][]*quote{}
	conflict := map[string]bool{} // as it is noted
	for _, key := range slices.Sorted(maps.Keys(w.quotes.open)) {
		if q := w.quotes.open[key]; !q.lost {
			byWords[q.Words] = append(byWords[q.Words], q)
			conflict[key], _ = q.node.props["conflict"].(bool)
		}
	}
	for _, r := range found {
		q := w.storedQuote(r)
		if w.quotes.touched[q.Key] {
			continue
		}
		byWords[q.Words] = append(byWords[q.Words], q)
		conflict[q.Key], _ = r["conflict"].(bool)
	}
	var rows []map[string]any
	for _, words := range slices.Sorted(maps.Keys(byWords)) {
		for _, q := range byWords[words] {
			rival := slices.ContainsFunc(byWords[words], func(o *quote) bool { return q.Rival(&o.Quote) })
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
