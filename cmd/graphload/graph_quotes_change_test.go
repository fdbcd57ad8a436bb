package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
	"graphload/internal/news"
)

// A quotation, and what newspapers cut of it.
const (
	longQuote    = cutQuote + " will sign anything else before spring"
	cutQuote     = shorterQuote + " in this house"
	shorterQuote = "The harbour stays ours, whatever they offer, and nobody"
)

// speaker is who says something in an article.
type speaker struct{ id, name string }

var lind, ek = speaker{"ada-lind", "Ada Lind"}, speaker{"bo-ek", "Bo Ek"}

// quoting is an article that quotes somebody once or more.
func quoting(t *testing.T, id, day string, who speaker, quotes ...string) *graph.Fragment {
	return fragment(t, quotingRecord(id, day, who, quotes...))
}

func quotingRecord(id, day string, who speaker, quotes ...string) *news.Record {
	w := &recordWriter{}
	ref := w.person(who.id, who.name, "NO")
	w.say(" in " + id + ". ")
	for _, words := range quotes {
		w.quote(ref, words)
	}
	return w.record(id, day)
}

// parts are the quotations that are a part of others and those that have rivals, a line each.
func parts(t *testing.T, db *neo4j.DB) []string {
	t.Helper()
	return askAll(t, db, `MATCH (s:Statement)<-[:SAID]-(p) OPTIONAL MATCH (s)-[:PART_OF]->(o)
		WITH s, p, o WHERE o IS NOT NULL OR s.conflict
		RETURN p.name, size(s.text), CASE WHEN o IS NULL THEN 'rival' ELSE 'part of ' + size(o.text) END AS of ORDER BY p.name, s.text, of`)
}

// What is said again and again is near to what is said within a week of one time that an article quotes it, and not to all
// between the first and the last time; also as articles come, change and go.
func TestGraphQuotesRepeated(t *testing.T) {
	db := openGraph(t)
	part := fmt.Sprintf("Ada Lind %d part of %d", len(cutQuote), len(longQuote))
	rivals := []string{fmt.Sprintf("Ada Lind %d rival", len(longQuote)), fmt.Sprintf("Bo Ek %d rival", len(longQuote))}
	march, june := quoting(t, "march", "2026-03-01", lind, longQuote), quoting(t, "june", "2026-06-01", lind, longQuote)
	april := quoting(t, "april", "2026-04-15", lind, cutQuote)
	other := quoting(t, "other", "2026-04-20", ek, longQuote)
	again := quoting(t, "again", "2026-04-22", lind, longQuote)
	all := []*graph.Fragment{march, june, april, other}
	same := func(what string, want []string, list ...*graph.Fragment) {
		t.Helper()
		expectRows(t, parts(t, db), want...)
		if told, _ := verify(t, db, false); len(told) > 0 {
			t.Errorf("%s: verify tells %v", what, told)
		}
		sameGraph(t, what, dump(t, db), built(t, list))
	}
	load(t, db, all, 1)
	same("quoted in March and June", nil, all...)
	load(t, db, []*graph.Fragment{again}, 1)
	same("quoted in April, too", append([]string{part}, rivals...), append(all, again)...)
	later := quoting(t, "again", "2026-04-27", lind, longQuote)
	load(t, db, []*graph.Fragment{later}, 1)
	same("another week", rivals, append(all, later)...)
	undated := quoting(t, "again", "2026-04", lind, longQuote)
	load(t, db, []*graph.Fragment{undated}, 1)
	same("the day unknown", nil, append(all, undated)...)
	load(t, db, []*graph.Fragment{again}, 1)
	deleteArticles(t, db, []*graph.Fragment{again})
	same("deleted", nil, all...)
	sameInAnyOrder(t, db, append(all, again), built(t, append(all, again)), 2, 1, 2)
}

// An article whose text is edited takes the old statement with it, and all that led to and from it.
func TestGraphQuoteEdited(t *testing.T) {
	db := openGraph(t)
	cut, shorter, elsewhere := cutQuote, shorterQuote, "We have said all that there is to say about the ferry and its captain"
	a, b := quoting(t, "a", "2026-03-02", lind, longQuote), quoting(t, "b", "2026-03-03", lind, cut, shorter)
	rival := quoting(t, "rival", "2026-03-04", ek, longQuote)
	load(t, db, []*graph.Fragment{a, b, rival}, 3)
	whole := fmt.Sprintf(" part of %d", len(longQuote))
	expectRows(t, parts(t, db), fmt.Sprint("Ada Lind ", len(shorter), whole), fmt.Sprint("Ada Lind ", len(cut), whole),
		fmt.Sprint("Ada Lind ", len(longQuote), " rival"), fmt.Sprint("Bo Ek ", len(longQuote), " rival"))
	for _, step := range []struct {
		what    string
		article *graph.Fragment
		want    []string
		said    int
	}{
		{"the whole is gone, the longer part takes its place", quoting(t, "a", "2026-03-02", lind, elsewhere),
			[]string{fmt.Sprintf("Ada Lind %d part of %d", len(shorter), len(cut))}, 4},
		{"longer than before", quoting(t, "a", "2026-03-02", lind, "Listen. "+longQuote),
			[]string{fmt.Sprintf("Ada Lind %d part of %d", len(shorter), len(longQuote)+8), fmt.Sprintf("Ada Lind %d part of %d", len(cut), len(longQuote)+8)}, 4},
		{"no quotation at all", quoting(t, "a", "2026-03-02", lind),
			[]string{fmt.Sprintf("Ada Lind %d part of %d", len(shorter), len(cut))}, 3},
		{"a month later", quoting(t, "a", "2026-04-20", lind, longQuote),
			[]string{fmt.Sprintf("Ada Lind %d part of %d", len(shorter), len(cut))}, 4},
	} {
		if counts := load(t, db, []*graph.Fragment{step.article}, 1); counts.Articles.Changed != 1 {
			t.Errorf("%s: counted %+v", step.what, counts)
		}
		expectRows(t, parts(t, db), step.want...)
		expectRows(t, askAll(t, db, "MATCH ()-[r:SAID]->(:Statement) RETURN count(r)"), fmt.Sprint(step.said))
		expectRows(t, askAll(t, db, "MATCH (s:Statement) WHERE NOT (s)-[:REPORTED_IN]->() OR NOT ()-[:SAID]->(s) RETURN s.id"))
		sameGraph(t, step.what, dump(t, db), built(t, []*graph.Fragment{step.article, b, rival}))
	}
}

// A newspaper that corrects whom it quoted ends a conflict, and another that errs begins one.
func TestGraphSpeakerCorrected(t *testing.T) {
	db := openGraph(t)
	a, b := quoting(t, "a", "2026-03-02", lind, longQuote), quoting(t, "b", "2026-03-03", ek, longQuote)
	c := quoting(t, "c", "2026-03-03", lind, longQuote)
	load(t, db, []*graph.Fragment{a, b, c}, 1)
	size := len(longQuote)
	expectRows(t, parts(t, db), fmt.Sprint("Ada Lind ", size, " rival"), fmt.Sprint("Bo Ek ", size, " rival"))
	corrected := quoting(t, "b", "2026-03-03", lind, longQuote)
	load(t, db, []*graph.Fragment{corrected}, 1)
	expectRows(t, parts(t, db))
	expectRows(t, askAll(t, db, "MATCH (p)-[:SAID]->(s) RETURN p.name, s.reports, s.conflict"), "Ada Lind 3 <nil>")
	sameGraph(t, "corrected", dump(t, db), built(t, []*graph.Fragment{a, corrected, c}))
	if told, _ := verify(t, db, false); len(told) > 0 {
		t.Errorf("verify tells %v", told)
	}
	load(t, db, []*graph.Fragment{b}, 1)
	sameGraph(t, "the error is back", dump(t, db), built(t, []*graph.Fragment{a, b, c}))
	deleteArticles(t, db, []*graph.Fragment{b})
	expectRows(t, parts(t, db))
	sameGraph(t, "the article that errs is gone", dump(t, db), built(t, []*graph.Fragment{a, c}))
}

// Where a report that joins gives a meeting another id, what is said about it stays the part and the rival that it is.
func TestGraphQuotesAboutMeeting(t *testing.T) {
	db := openGraph(t)
	var all []*graph.Fragment
	for i, quotes := range [][]string{{longQuote}, {cutQuote}, {shorterQuote}, {longQuote, cutQuote}} {
		w := &recordWriter{}
		speaker := w.person(lind.id, lind.name, "NO")
		w.say(" in ")
		met := w.meeting(news.Meeting{Start: "2026-03-01", End: "2026-03-01"}, speaker, w.country("KE", "Kenya"))
		for _, words := range quotes {
			w.quote(speaker, words, met)
		}
		w.quote(w.person(ek.id, ek.name, "FI"), longQuote, met)
		all = append(all, fragment(t, w.record(fmt.Sprint("told ", i), fmt.Sprintf("2026-03-%02d", i+2))))
	}
	// The id is made of the smallest key of a report: each article moves the meeting.
	slices.SortFunc(all, func(a, b *graph.Fragment) int { return strings.Compare(b.Meetings[0].Key, a.Meetings[0].Key) })
	for i := range all {
		load(t, db, all[i:i+1], 1)
		sameGraph(t, fmt.Sprint(i+1, " articles"), dump(t, db), built(t, all[:i+1]))
	}
	expectRows(t, askAll(t, db, "MATCH (m:Meeting) RETURN m.reports, size(m.formerIds)"), fmt.Sprint(len(all), " ", len(all)-1))
	sameInAnyOrder(t, db, all, built(t, all), 2, 1, 2)
}
