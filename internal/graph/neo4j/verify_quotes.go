package neo4j

import (
	"slices"

	"graphload/internal/graph"
)

// quotes compares what quotations are a part of, and which are rivals. It goes by speaker and day, so that what may be of one
// whole is read together.
func (v *verifier) quotes() error {
	const size = 200
	speaker, day := "", ""
	for {
		found, err := v.db.read(v.ctx, verifyQuotes, map[string]any{"speaker": speaker, "day": day, "size": size})
		if err != nil || len(found) == 0 {
			return err
		}
		last := found[len(found)-1]
		speaker, day = last.text("speaker"), last.text("day")
		same, err := v.db.read(v.ctx, verifyQuotesOfDay, map[string]any{"speaker": speaker, "day": day})
		if err != nil {
			return err
		}
		var ids []string
		for _, r := range append(found, same...) {
			ids = append(ids, r.text("id"))
		}
		slices.Sort(ids)
		ids = slices.Compact(ids)
		if err := v.page(func(c *checker) error { return checkQuotes(c, ids) }); err != nil {
			return err
		}
	}
}

func checkQuotes(c *checker, ids []string) error {
	rows, err := c.run(verifyParts, map[string]any{"ids": ids})
	if err != nil {
		return err
	}
	page := newQuotes()
	var words []string
	for _, r := range rows {
		q := quoteOf(r)
		page.open[q.Key] = &quote{Quote: q, days: q.Days}
		words = append(words, q.WordsKey())
	}
	bySpeaker, err := c.quotesNear(&page)
	if err != nil {
		return err
	}
	byWords, err := c.quotesOf(words)
	if err != nil {
		return err
	}
	for _, r := range rows {
		q := page.open[r.text("id")]
		self := graph.Ref{Label: graph.StatementLabel, Key: q.Key}
		parts := derivedLinks{self: self, kind: graph.PartOf, stored: r.rows("parts"), wanted: map[graph.Ref]map[string]any{}}
		if whole := q.Whole(bySpeaker[q.Speaker]); whole != nil {
			parts.wanted[graph.Ref{Label: graph.StatementLabel, Key: whole.Key}] = nil
		}
		if err := c.compareLinks(parts); err != nil {
			return err
		}
		rival := map[string]any{}
		if slices.ContainsFunc(byWords[q.Words], q.Rival) {
			rival["conflict"] = true
		}
		c.tellValues(FindValue, refAt(self), fixNodeSet, r.text("node"), differences(r, rival, []string{"conflict"}))
	}
	return nil
}

// quotesNear returns the quotations by speaker that were reported about the days of a page.
func (c *checker) quotesNear(page *quotes) (map[string][]*graph.Quote, error) {
	bySpeaker := map[string][]*graph.Quote{}
	seen := map[string]*graph.Quote{} // by key
	err := c.stream(quotesFind, given("rows", page.windows(true)), func(r row) error {
		q := quoteOf(r)
		if before := seen[q.Key]; before != nil { // on other days
			before.AddDays(&q)
			return nil
		}
		seen[q.Key] = &q
		bySpeaker[q.Speaker] = append(bySpeaker[q.Speaker], &q)
		return nil
	})
	return bySpeaker, err
}

// quotesOf returns the quotations with words, given by their keys.
func (c *checker) quotesOf(keys []string) (map[string][]*graph.Quote, error) {
	page := newQuotes()
	for _, key := range keys {
		page.words[key] = true
	}
	byWords := map[string][]*graph.Quote{}
	err := c.stream(rivalsFind, given("rows", page.rivalWindows()), func(r row) error {
		q := quoteOf(r)
		byWords[q.Words] = append(byWords[q.Words], &q)
		return nil
	})
	return byWords, err
}
