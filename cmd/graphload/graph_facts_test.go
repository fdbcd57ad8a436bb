package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"graphload/internal/graph"
	"graphload/internal/news"
	"graphload/queries"
)

// expectRows compares the answer to a query, a row a line.
func expectRows(t *testing.T, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(strings.Join(want, "\n"), strings.Join(got, "\n")); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

// report is an article that tells of one meeting of two presidents and of a statement about it.
func report(id, published string, m news.Meeting, also ...string) *news.Record {
	w := &recordWriter{}
	lind := w.person("ada-lind", "Ada Lind", "NO", "president")
	w.say(" and ")
	party := []news.Ref{lind, w.person("bo-ek", "Bo Ek", "", "president")}
	for _, name := range also {
		w.say(" and ")
		party = append(party, w.person(strings.ToLower(strings.ReplaceAll(name, " ", "-")), name, ""))
	}
	w.say(". ")
	w.quote(lind, "There is nothing to add", w.meeting(m, party...))
	return w.record(id, published)
}

func TestGraphMeetings(t *testing.T) {
	db := openGraph(t)
	const meetings = `MATCH (m:Meeting) OPTIONAL MATCH (m)-[:HELD_IN]->(c:Country) WITH m, c
		MATCH (m)-[:REPORTED_IN]->(a) WITH m, c, a ORDER BY a.name
		WITH m, c, reduce(s = '', n IN collect(a.name) | s + n) AS told
		RETURN told, m.status, m.start, m.conflict, c.code ORDER BY told`
	planned := report("a", "2025-10-20", news.Meeting{Kind: news.KindSummit, Status: news.StatusPlanned,
		Place: "Ljubljana", Country: "SI", Start: "2025-10-30", End: "2025-10-30"})
	cancelled := report("b", "2025-10-24", news.Meeting{Kind: news.KindSummit, Status: news.StatusCancelled}, "Cy Dahl")
	other := report("c", "2025-10-26", news.Meeting{Kind: news.KindTalks, Status: news.StatusPlanned, Country: "NO",
		Start: "2025-10-25"})

	load(t, db, fragments(t, cancelled), 1)
	expectRows(t, askAll(t, db, meetings), "b cancelled <nil> false <nil>")
	load(t, db, fragments(t, planned), 1)
	expectRows(t, askAll(t, db, meetings), "ab cancelled 2025-10-30 true SI")
	expectRows(t, askAll(t, db, "MATCH (p)-[t:TOOK_PART_IN]->() RETURN p.name, t.reports ORDER BY p.name"),
		"Ada Lind 2", "Bo Ek 2", "Cy Dahl 1")
	// Another day that the cancelled meeting could be of: now nobody knows which one it was.
	load(t, db, fragments(t, other), 1)
	expectRows(t, askAll(t, db, meetings), "a planned 2025-10-30 false SI", "b cancelled <nil> false <nil>",
		"c planned 2025-10-25 false NO")
	// What each article says of its meeting follows the meeting; Lind said the same each time.
	expectRows(t, askAll(t, db, "MATCH (s:Statement)-[:ABOUT]->(m:Meeting) RETURN s.reports, count(m)"), "3 3")
	deleteArticles(t, db, fragments(t, other))
	expectRows(t, askAll(t, db, meetings), "ab cancelled 2025-10-30 true SI")
	expectRows(t, askAll(t, db, "MATCH (s:Statement)-[:ABOUT]->(m:Meeting) RETURN s.reports, count(m)"), "2 1")
	expectRows(t, askAll(t, db, "MATCH (p:Place)-[:IN]->(c:Country) RETURN p.name, c.name, c.iso3"),
		"Ljubljana Slovenia SVN")
}

// A statement leads to all to whom any article says that it was said, and to nobody else when that article goes.
func TestGraphAddressees(t *testing.T) {
	db := openGraph(t)
	told := func(id string, to func(*recordWriter) []news.Ref) *news.Record {
		w := &recordWriter{}
		lind := w.person("ada-lind", "Ada Lind", "NO")
		addressees := to(w)
		w.quote(lind, "There is nothing to add")
		if len(addressees) > 0 {
			w.to(&w.rec.Statements[0], addressees...)
		}
		return w.record(id, "2025-10-20")
	}
	reporters := news.Ref{Type: news.RefUnnamed, Text: "reporters"}
	nobody := told("nobody", func(*recordWriter) []news.Ref { return nil })
	press := told("press", func(*recordWriter) []news.Ref { return []news.Ref{reporters} })
	ek := told("ek", func(w *recordWriter) []news.Ref { return []news.Ref{w.person("bo-ek", "Bo Ek", ""), reporters} })
	both := told("both", func(w *recordWriter) []news.Ref {
		return []news.Ref{w.person("bo-ek", "Bo Ek", ""), w.country("KE", "Kenya"), w.organization("harbour-league", "Harbour League")}
	})
	const to = "MATCH (s:Statement) OPTIONAL MATCH (s)-[:SAID_TO]->(x) WITH s, x ORDER BY x.name RETURN s.reports, collect(x.name)"
	const evidence = "MATCH (:Statement)-[r:REPORTED_IN]->(a) RETURN a.name, r.addressees, r.addresseeTexts ORDER BY a.name"
	load(t, db, fragments(t, nobody, press), 1)
	expectRows(t, askAll(t, db, to), "2 []")
	load(t, db, fragments(t, ek), 1) // the statement only grows
	expectRows(t, askAll(t, db, to), "3 [Bo Ek]")
	load(t, db, fragments(t, both), 1)
	expectRows(t, askAll(t, db, to), "4 [Bo Ek Harbour League Kenya]")
	expectRows(t, askAll(t, db, evidence), "both [country:KE organization:harbour-league person:bo-ek] [KE harbour-league bo-ek]",
		"ek [ person:bo-ek] [reporters bo-ek]", "nobody <nil> <nil>", "press <nil> [reporters]")
	deleteArticles(t, db, fragments(t, ek))
	expectRows(t, askAll(t, db, to), "3 [Bo Ek Harbour League Kenya]")
	deleteArticles(t, db, fragments(t, both))
	expectRows(t, askAll(t, db, to), "2 []")
	expectRows(t, askAll(t, db, "MATCH (x:Person|Country|Organization) RETURN x.name ORDER BY x.name"), "Ada Lind", "Norway")
	sameGraph(t, "without the two", dump(t, db), built(t, fragments(t, nobody, press)))
}

// TestGraphFormerIDs holds that a meeting is found by every id that it had at the end of a load or deletion.
func TestGraphFormerIDs(t *testing.T) {
	db := openGraph(t)
	const n = 6
	var known []string
	for i := range n {
		f := fragment(t, report(fmt.Sprint("told-", i), "2025-10-30", news.Meeting{Start: "2025-10-30"}))
		load(t, db, []*graph.Fragment{f}, 1)
		id := askAll(t, db, "MATCH (m:Meeting) RETURN m.id")[0]
		if !slices.Contains(known, id) {
			known = append(known, id)
		}
	}
	find := func(id string) []string {
		return askAll(t, db, "MATCH (m:Meeting) WHERE m.id = '"+id+"' OR '"+id+"' IN m.formerIds RETURN m.reports")
	}
	reports := n
	for reports > 1 {
		current := askAll(t, db, "MATCH (m:Meeting) RETURN m.id")[0]
		if !slices.Contains(known, current) {
			known = append(known, current)
		}
		for _, id := range known {
			expectRows(t, find(id), fmt.Sprint(reports))
		}
		seed := askAll(t, db, "MATCH (a:Article)<-[r:REPORTED_IN]-(:Meeting) RETURN a.id ORDER BY r.report LIMIT 1")
		if _, _, err := db.Delete(t.Context(), seed); err != nil {
			t.Fatal(err)
		}
		reports--
	}
	if len(known) < 4 {
		t.Errorf("the meeting had only the ids %v", known)
	}
	evidence, err := queries.Get("evidence")
	if err != nil {
		t.Fatal(err)
	}
	if _, rows := answer(t, db, evidence, map[string]string{"fact": known[0]}); len(rows) != 1 {
		t.Errorf("the query evidence finds %d reports by a former id, want 1", len(rows))
	}
	current := askAll(t, db, "MATCH (m:Meeting) RETURN m.id")[0]
	known = slices.DeleteFunc(known, func(id string) bool { return id == current })
	slices.Sort(known)
	expectRows(t, askAll(t, db, "MATCH (m:Meeting) RETURN m.formerIds"), fmt.Sprint(known))
}

func TestGraphPeople(t *testing.T) {
	db := openGraph(t)
	article := func(id, published, name, person, title, represents string) *graph.Fragment {
		w := &recordWriter{}
		w.quote(w.person(person, name, represents, title), "It is late")
		return fragment(t, w.record(id, published))
	}
	load(t, db, []*graph.Fragment{
		article("a", "2025-03-01", "ADA LIND", "ada-lind", "minister", "NO"),
		article("b", "2025-01-01", "Ada Lind", "ada-lind", "chair", "NO"),
		article("c", "", "Lind", "ada-lind", "minister", "DK"), // a surname that led to the office holder
		article("d", "2025-01-01", "Lind", "lind", "", ""),     // and one that led to nobody
		article("e", "2025-01-01", "Lind", "lind", "", ""),
	}, 2)
	const people = `MATCH (p:Person) OPTIONAL MATCH (p)-[r:REPRESENTS]->(c) WITH p, r, c ORDER BY p.id, c.code
		WITH p, collect(c.code + ' ' + coalesce(r.first + ' ' + r.last, '?')) AS ties
		RETURN p.name, p.aliases, p.titles, ties ORDER BY p.id`
	expectRows(t, askAll(t, db, people),
		"Ada Lind [ADA LIND Lind] [chair minister] [DK ? NO 2025-01-01 2025-03-01]",
		"Lind <nil> <nil> []", "Lind <nil> <nil> []")
	expectRows(t, askAll(t, db, "MATCH (s:Statement) RETURN s.text, s.reports ORDER BY s.reports"),
		"It is late 1", "It is late 1", "It is late 3")
	ids := []string{news.ArticleID("", "Tests", "b", ""), news.ArticleID("", "Tests", "c", ""), "nobody"}
	_, unknown, err := db.Delete(t.Context(), ids)
	if err != nil || len(unknown) != 1 || unknown[0] != "nobody" {
		t.Errorf("unknown articles are %v, %v", unknown, err)
	}
	expectRows(t, askAll(t, db, people+" LIMIT 1"), "ADA LIND <nil> [minister] [NO 2025-03-01 2025-03-01]")
	expectRows(t, askAll(t, db, "MATCH (c:Country) RETURN c.code, c.name"), "NO Norway")
}

// TestGraphHotPair loads many meetings of the same two, each on its own day, with vague reports between them.
func TestGraphHotPair(t *testing.T) {
	db := openGraph(t)
	var list []*graph.Fragment
	for i := range 300 {
		day := loadTime.AddDate(0, 0, -i).Format("2006-01-02")
		m := news.Meeting{Start: day, Country: "NO"}
		if i%3 == 0 {
			m = news.Meeting{Status: news.StatusPlanned}
		}
		list = append(list, fragment(t, report(fmt.Sprintf("hot-%d", i), day, m)))
	}
	load(t, db, list[:150], 50)
	load(t, db, list[150:], 25)
	forward := dump(t, db)
	expectRows(t, askAll(t, db, "MATCH (m:Meeting) WHERE m.start IS NOT NULL RETURN count(m)"), "200")
	emptyDatabase(t)
	for i := len(list) - 1; i >= 0; i-- {
		if i%100 == 0 {
			load(t, db, list[i:min(i+100, len(list))], 100)
		}
	}
	sameGraph(t, "backward", dump(t, db), forward)
}

func TestGraphTakesAnyValue(t *testing.T) {
	db := openGraph(t)
	long := strings.Repeat("Lång ", 4000)
	w := &recordWriter{}
	speaker := w.person(long, long, "NO", long)
	w.say(" ")
	org := w.organization(long, long)
	w.quote(speaker, strings.Repeat("Nobody reads as far as this. ", 40000), org)
	w.meeting(news.Meeting{Place: long, Country: "NO", Start: "2025", DateText: "\x00 '}) DETACH DELETE n //"},
		speaker, org)
	r := w.record(long, "2025-01-01")
	r.Article.Title, r.Article.Source, r.Article.URL = long, "`\"'; \x00", "https://x.example/"+strings.Repeat("x", 9000)
	list := fragments(t, r, syntheticRecord(1))
	load(t, db, list, 2)
	before := dump(t, db)
	load(t, db, list, 1)
	sameGraph(t, "hostile values loaded again", dump(t, db), before)
	expectRows(t, askAll(t, db, "MATCH (a:Article {name: '"+long+"'})-[m:MENTIONS]->(p:Person) "+
		"RETURN size(p.name) = size(a.name), substring(a.text, m.starts[0], m.ends[0] - m.starts[0]) = m.forms[0]"),
		"true true")
	deleteArticles(t, db, list)
	sameGraph(t, "hostile values deleted", dump(t, db), "")
}

func TestGraphFullText(t *testing.T) {
	db := openGraph(t)
	load(t, db, fragments(t, report("a", "2025-10-20", news.Meeting{Place: "Ljubljana", Country: "SI"})), 1)
	for index, words := range map[string]string{"graphload_1_article_text": "ljubljana", "graphload_1_person_name": "lind",
		"graphload_1_statement_text": "nothing", "graphload_1_place_name": "Ljubljana"} {
		rows := askAll(t, db, fmt.Sprintf("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh() "+
			"CALL db.index.fulltext.queryNodes('%s', '%s') YIELD node RETURN count(node)", index, words))
		expectRows(t, rows, "1")
	}
}

// TestGraphOffsets holds that an analyst can slice the text by the offsets, whatever characters stand before.
func TestGraphOffsets(t *testing.T) {
	db := openGraph(t)
	w := &recordWriter{}
	w.say("Ü – 😀 漢 ")
	w.quote(w.person("ada-lind", "Ada Lind", ""), "We stay")
	load(t, db, fragments(t, w.record("a", "")), 1)
	expectRows(t, askAll(t, db, `MATCH (s:Statement)-[r:REPORTED_IN]->(a)
		RETURN substring(a.text, r.starts[0], r.ends[0] - r.starts[0]), r.text, r.rule`), "We stay We stay quote+cue")
}
