package main

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
	"graphload/internal/news"
)

// verify returns what Verify tells, a line each: kind, where, found, outcome.
func verify(t *testing.T, db *neo4j.DB, repair bool) (told []string, sum neo4j.Verified) {
	t.Helper()
	sum, err := db.Verify(t.Context(), repair, func(f neo4j.Finding) error {
		told = append(told, fmt.Sprintf("%s: %s: %s; %s; %s", f.Kind, f.Where, f.Found, f.Expected, outcome(&f)))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return told, sum
}

// everyKind has articles of all that the graph can hold: meetings of all kinds, cut, repeated and rival quotations, near copies.
func everyKind(t *testing.T) []*graph.Fragment {
	all := syntheticFragments(t, 0, 25)
	for i := range 15 {
		all = append(all, fragment(t, cutQuotes(i)))
	}
	for _, day := range []string{"2026-05-01", "2026-05-20", "2026-06-20"} {
		all = append(all, quoting(t, "again "+day, day, lind, longQuote), quoting(t, "then "+day, day, lind, cutQuote))
	}
	for print := range 3 {
		all = append(all, printedStory(t, 1, print))
	}
	for i, day := range []string{"2026-03-10", "2026-03-10", ""} { // one meeting, of which one article does not tell the day
		w := &recordWriter{}
		party := []news.Ref{w.person("ada-lind", "Ada Lind", "NO"), w.person("rui-belmorais", "Rui Belmorais", "PT")}
		w.meeting(news.Meeting{Start: day, End: day, Place: "Oslo", Country: "NO"}, party...)
		all = append(all, fragment(t, w.record(fmt.Sprintf("met %d", i), "2026-03-11")))
	}
	return all
}

// What graphload loads is sound, whatever the order, and looking changes nothing.
func TestVerifySound(t *testing.T) {
	db := openGraph(t)
	if told, sum := verify(t, db, false); len(told) > 0 || sum != (neo4j.Verified{}) {
		t.Errorf("an empty graph: %+v, %v", sum, told)
	}
	all := everyKind(t)
	load(t, db, all, 30)
	deleteArticles(t, db, all[10:20])
	want := dump(t, db)
	for _, repair := range []bool{false, true} {
		told, sum := verify(t, db, repair)
		if len(told) > 0 {
			t.Errorf("repair %v: %d findings in a graph that was only loaded: %v", repair, len(told), told)
		}
		nodes := len(askAll(t, db, "MATCH (n) RETURN 1"))
		if sum.Nodes != nodes || sum.Relationships < nodes {
			t.Errorf("looked at %+v; there are %d nodes", sum, nodes)
		}
	}
	sameGraph(t, "only looked at", dump(t, db), want)
}

// damage is something that goes wrong with a graph.
type damage struct {
	name   string
	cypher string
	want   string // is in a line that is told
	lost   bool   // the articles have to be loaded again
}

var damages = []damage{
	// Derived properties.
	{"a name", "MATCH (p:Person) WITH p ORDER BY p.id LIMIT 1 SET p.name = 'Nobody'", `name is "Nobody"`, false},
	{"a name of another type", "MATCH (p:Person) WITH p ORDER BY p.id LIMIT 1 SET p.name = 7", `name is 7`, false},
	{"no name", "MATCH (o:Organization) WITH o LIMIT 1 REMOVE o.name", "name is not there", false},
	{"aliases", "MATCH (p:Person) WITH p ORDER BY p.id LIMIT 3 SET p.aliases = ['x', 'y']", "aliases is", false},
	{"titles", "MATCH (p:Person) WHERE p.titles IS NOT NULL WITH p ORDER BY p.id LIMIT 1 REMOVE p.titles", "titles is not there", false},
	{"a country's name", "MATCH (c:Country) WITH c ORDER BY c.code LIMIT 1 SET c.name = 'Nowhere', c.iso3 = 'XXX'", `iso3 is "XXX"`, false},
	{"a statement's text", "MATCH (s:Statement) WITH s ORDER BY s.id LIMIT 1 SET s.text = 'else'", `text is "else"`, false},
	{"a statement's count", "MATCH (s:Statement) WITH s ORDER BY s.id LIMIT 1 SET s.reports = 99", "reports is 99", false},
	{"first reported", "MATCH (s:Statement) WITH s ORDER BY s.id LIMIT 1 SET s.firstReported = '1900-01-01'", "firstReported is", false},
	{"prints", "MATCH (s:Statement) WHERE s.prints IS NOT NULL WITH s ORDER BY s.id LIMIT 5 REMOVE s.prints", "prints is not there", false},
	{"a rival forgotten", "MATCH (s:Statement) WHERE s.conflict WITH s ORDER BY s.id LIMIT 1 REMOVE s.conflict", "conflict is not there", false},
	{"a rival made up", "MATCH (s:Statement) WHERE s.conflict IS NULL WITH s ORDER BY s.id LIMIT 9 SET s.conflict = true", "conflict is true", false},
	{"a meeting's status", "MATCH (m:Meeting) WITH m ORDER BY m.id LIMIT 1 SET m.status = 'dreamt'", `status is "dreamt"`, false},
	{"a meeting's date", "MATCH (m:Meeting) WHERE m.start IS NOT NULL WITH m ORDER BY m.id LIMIT 1 SET m.start = date('2020-02-02')", `start is "2020-02-02"`, false},
	{"a meeting's conflict", "MATCH (m:Meeting) WITH m ORDER BY m.id LIMIT 1 SET m.conflict = NOT m.conflict", "conflict is", false},
	// Derived relationships.
	{"SAID gone", "MATCH (:Person)-[r:SAID]->(s) WITH r ORDER BY s.id LIMIT 1 DELETE r", "[SAID]->(Statement", false},
	{"SAID by another", "MATCH (p)-[r:SAID]->(s) WITH p, r, s ORDER BY s.id LIMIT 1 MATCH (q:Person) WHERE q <> p WITH r, s, q LIMIT 1 " +
		"CREATE (q)-[:SAID]->(s) DELETE r", "no evidence says so", false},
	{"SAID twice", "MATCH (p)-[r:SAID]->(s) WITH p, s ORDER BY s.id LIMIT 1 CREATE (p)-[:SAID]->(s)", "more than once", false},
	{"ABOUT gone", "MATCH ()-[r:ABOUT]->() WITH r LIMIT 7 DELETE r", "[ABOUT]->(", false},
	{"ABOUT a meeting that it is not", "MATCH (s:Statement), (m:Meeting) WHERE NOT (s)-[:ABOUT]->(m) WITH s, m LIMIT 1 CREATE (s)-[:ABOUT]->(m)",
		"no evidence says so", false},
	{"SAID_TO gone", "MATCH ()-[r:SAID_TO]->() WITH r LIMIT 5 DELETE r", "[SAID_TO]->(", false},
	{"SAID_TO one to whom it was not", "MATCH (s:Statement), (p:Person) WHERE NOT (s)-[:SAID_TO]->(p) WITH s, p LIMIT 1 CREATE (s)-[:SAID_TO]->(p)",
		"no evidence says so", false},
	{"SAID_TO another", "MATCH (s)-[r:SAID_TO]->(p:Person) WITH s, r, p ORDER BY s.id LIMIT 1 MATCH (q:Person) WHERE NOT (s)-[:SAID_TO]->(q) " +
		"WITH s, r, q LIMIT 1 CREATE (s)-[:SAID_TO]->(q) DELETE r", "no evidence says so", false},
	{"SAID_TO twice", "MATCH (s)-[r:SAID_TO]->(x) WITH s, x ORDER BY s.id LIMIT 1 CREATE (s)-[:SAID_TO]->(x)", "more than once", false},
	{"SAID_TO a meeting", "MATCH (s:Statement), (m:Meeting) WITH s, m LIMIT 1 CREATE (s)-[:SAID_TO]->(m)", "no evidence can say so", false},
	{"TOOK_PART_IN gone", "MATCH ()-[r:TOOK_PART_IN]->() WITH r LIMIT 3 DELETE r", "[TOOK_PART_IN]->(Meeting", false},
	{"TOOK_PART_IN counts wrong", "MATCH ()-[r:TOOK_PART_IN]->() WITH r LIMIT 3 SET r.reports = 50, r.role = 'judge'", `role is "judge"`, false},
	{"who met whom made up", "MATCH (p:Person), (m:Meeting) WHERE NOT (p)-[:TOOK_PART_IN]->(m) WITH p, m LIMIT 1 " +
		"CREATE (p)-[:TOOK_PART_IN {reports: 1}]->(m)", "no evidence says so", false},
	{"HELD_IN gone", "MATCH ()-[r:HELD_IN]->() DELETE r", "[HELD_IN]->(Place", false},
	{"IN another country", "MATCH (p:Place)-[r:IN]->(c) WITH p, r, c LIMIT 1 MATCH (o:Country) WHERE o <> c WITH p, r, o LIMIT 1 " +
		"CREATE (p)-[:IN]->(o) DELETE r", "[IN]->(Country", false},
	{"REPRESENTS wrong", "MATCH ()-[r:REPRESENTS]->() WITH r LIMIT 2 SET r.first = '1900', r.reports = 3000", `first is "1900"`, false},
	{"REPRESENTS gone", "MATCH ()-[r:REPRESENTS]->() WITH r LIMIT 2 DELETE r", "[REPRESENTS]->(Country", false},
	{"PART_OF gone", "MATCH ()-[r:PART_OF]->() WITH r LIMIT 2 DELETE r", "[PART_OF]->(Statement", false},
	{"PART_OF made up", "MATCH (s:Statement), (o:Statement) WHERE s <> o AND NOT (s)-[:PART_OF]-(o) WITH s, o LIMIT 3 CREATE (s)-[:PART_OF]->(o)",
		"no evidence says so", false},
	{"COPY_OF gone", "MATCH ()-[r:COPY_OF]->() WITH r LIMIT 2 DELETE r", "[COPY_OF]->(Article", false},
	{"COPY_OF backwards", "MATCH (a)-[r:COPY_OF]->(b) CREATE (b)-[:COPY_OF]->(a) DELETE r", "[COPY_OF]->(Article", false},
	{"relationships between the wrong nodes", "MATCH (c:Country), (a:Article) WITH c, a LIMIT 1 CREATE (c)-[:SAID]->(a), (a)-[:HELD_IN]->(c)",
		"no evidence can say so", false},
	// Meetings joined and parted.
	{"two meetings joined", "MATCH (m:Meeting)-[r:REPORTED_IN]->(a) WITH m, r, a ORDER BY m.id LIMIT 1 MATCH (o:Meeting) WHERE o <> m " +
		"WITH r, a, o ORDER BY o.id LIMIT 1 CREATE (o)-[n:REPORTED_IN]->(a) SET n = properties(r) DELETE r", "are not those of this meeting", false},
	{"a meeting parted", "MATCH (m:Meeting)-[r:REPORTED_IN]->(a) WHERE m.reports > 1 WITH r, a LIMIT 1 " +
		"CREATE (:Meeting {id: 'parted', reports: 1})-[n:REPORTED_IN]->(a) SET n = properties(r) DELETE r", "are not those of this meeting", false},
	{"a meeting's id", "MATCH (m:Meeting) WITH m ORDER BY m.id LIMIT 1 SET m.id = 'other'", "are not those of this meeting", false},
	// Keys.
	{"a person's id", "MATCH (p:Person) WITH p ORDER BY p.id LIMIT 1 SET p.id = 'other'", "leads to another node", false},
	{"a place's id", "MATCH (p:Place) WITH p ORDER BY p.id LIMIT 1 SET p.id = 'other'", "leads to another node", false},
	{"a statement's id", "MATCH (s:Statement) WITH s ORDER BY s.id LIMIT 1 SET s.id = 'other'", "leads to another node", false},
	{"an article's id", "MATCH (a:Article {source: 'Tests'}) WITH a ORDER BY a.id LIMIT 1 SET a.id = 'other'", `the key is "other"`, false},
	{"no id of a person", "MATCH (p:Person) WITH p ORDER BY p.id LIMIT 1 REMOVE p.id", "leads to another node", false},
	{"no id of a statement", "MATCH (s:Statement) WITH s ORDER BY s.id LIMIT 1 REMOVE s.id", "leads to another node", false},
	{"no id of a meeting", "MATCH (m:Meeting) WITH m ORDER BY m.id LIMIT 1 REMOVE m.id", "id is not there", false},
	{"no id of an article", "MATCH (a:Article {source: 'Tests'}) WITH a ORDER BY a.id LIMIT 1 REMOVE a.id", "id is not there", false},
	{"a number for a code", "MATCH (c:Country {code: 'NO'}) SET c.code = 47", "leads to another node", false},
	// Evidence that the rest determines.
	{"counts", "MATCH ()-[r:MENTIONS]->() WITH r LIMIT 4 SET r.count = 0", "count is 0", false},
	{"forms", "MATCH ()-[r:MENTIONS]->() WITH r LIMIT 4 SET r.forms = ['nothing']", "forms is", false},
	{"when it was quoted", "MATCH (s:Statement)-[r:REPORTED_IN]->() WHERE r.quotedOn IS NOT NULL WITH s, r ORDER BY s.id LIMIT 3 SET r.quotedOn = 'never or always'",
		`quotedOn is "never or always"`, false},
	{"no day on which it was quoted", "MATCH (s:Statement)-[r:REPORTED_IN]->() WHERE r.quotedOn IS NOT NULL WITH s, r ORDER BY s.id LIMIT 1 REMOVE r.quotedOn", "quotedOn is not there", false},
	{"words that are searched", "MATCH (s:Statement)-[r:REPORTED_IN]->() WHERE r.words IS NOT NULL WITH s, r ORDER BY s.id LIMIT 3 SET r.words = 'others'", `words is "others"`, false},
	{"more addressees than words", "MATCH (s:Statement)-[r:REPORTED_IN]->() WHERE r.addressees IS NOT NULL WITH s, r ORDER BY s.id LIMIT 2 " +
		"SET r.addressees = r.addressees + ['person:nobody']", "addressees is", false},
	{"addressees without a name", "MATCH (s:Statement)-[r:REPORTED_IN]->() WHERE r.addressees IS NULL WITH s, r ORDER BY s.id LIMIT 2 SET r.addressees = ['']",
		`addressees is [""]`, false},
	{"blocks", "MATCH (:Meeting)-[r:REPORTED_IN]->() WITH r LIMIT 4 SET r.block = '1999-01-01'", `block is "1999-01-01"`, false},
	{"parties", "MATCH (:Meeting)-[r:REPORTED_IN]->() WITH r LIMIT 4 REMOVE r.parties", "parties is not there", false},
	{"a mention moved", "MATCH (a:Article)-[r:MENTIONS]->(p:Person) WITH a, r, p ORDER BY p.id, a.id LIMIT 1 MATCH (q:Person) WHERE NOT (a)-[:MENTIONS]->(q) " +
		"WITH a, r, q ORDER BY q.id LIMIT 1 CREATE (a)-[n:MENTIONS]->(q) SET n = properties(r) DELETE r", "leads to another node", false},
	{"evidence twice", "MATCH (a:Article)-[r:MENTIONS]->(n) WITH a, r, n LIMIT 2 CREATE (a)-[c:MENTIONS]->(n) SET c = properties(r)", "more than once", false},
	{"a bare mention", "MATCH (a:Article), (p:Person) WHERE NOT (a)-[:MENTIONS]->(p) WITH a, p LIMIT 1 CREATE (a)-[:MENTIONS]->(p)",
		"no part of what was loaded", false},
	{"an article's sketch", "MATCH (a:Article) WHERE a.sketch IS NOT NULL WITH a LIMIT 1 SET a.sketch = 'ff', a.band1 = 'ff'", `sketch is "ff"`, false},
	{"a text's hash", "MATCH (a:Article) WITH a LIMIT 1 REMOVE a.textHash", "textHash is not there", false},
	// Orphans.
	{"an orphan", "CREATE (:Person {id: 'bo-berg', name: 'Bo Berg'})", "no article mentions it", false},
	{"an orphan country", "CREATE (:Country {code: 'TV', name: 'Tuvalu', iso3: 'TUV'})", "no article mentions it", false},
	{"a statement without a report", "MATCH (p:Person) WITH p LIMIT 1 CREATE (p)-[:SAID]->(:Statement {id: '0123456789abcdef0123456789abcdef', " +
		"text: 'x', kind: 'direct', reports: 1})", "no article reports it", false},
	{"a meeting without a report", "MATCH (p:Person) WITH p LIMIT 1 CREATE (p)-[:TOOK_PART_IN {reports: 1}]->(:Meeting " +
		"{id: '0123456789abcdef0123456789abcdef', kind: 'talks', status: 'held', reports: 1, conflict: false})", "no article reports it", false},
	// The schema.
	{"no constraint", "DROP CONSTRAINT graphload_1_person_id", "graphload_1_person_id: the constraint or index is missing", false},
	{"no index", "DROP INDEX graphload_1_report_block", "graphload_1_report_block", false},
	// Lost evidence.
	{"a mention lost", "MATCH (a)<-[:REPORTED_IN]-()<-[:SAID]-(p:Person)<-[r:MENTIONS]-(a) WITH r ORDER BY a.id, p.id LIMIT 1 DELETE r", "is not mentioned any more", true},
	{"a mention lost that nothing rests on", "MATCH ()-[r:MENTIONS]->(p:Person) WHERE COUNT { (p)--() } = 1 WITH r ORDER BY p.id LIMIT 1 DELETE r",
		"its evidence is not what was loaded", true},
	{"a person lost", "MATCH (p:Person)-[:SAID]->() WITH p ORDER BY p.id LIMIT 1 DETACH DELETE p", "is not mentioned any more", true},
	{"a country lost", "MATCH (c:Country {code: 'NO'}) DETACH DELETE c", "is not mentioned any more", true},
	{"a statement lost", "MATCH (s:Statement) WITH s ORDER BY s.reports DESC, s.id LIMIT 1 DETACH DELETE s", "its evidence is not what was loaded", true},
	{"a meeting lost", "MATCH (m:Meeting) WITH m ORDER BY m.reports DESC, m.id LIMIT 1 DETACH DELETE m", "its evidence is not what was loaded", true},
	{"an article's text", "MATCH (a:Article) WITH a LIMIT 1 SET a.text = a.text + '!'", "its text is not the one of its textHash", true},
	{"an article's title", "MATCH (a:Article) WITH a LIMIT 1 SET a.title = 'Else'", "its evidence is not what was loaded", true},
	{"an article's hash", "MATCH (a:Article) WITH a LIMIT 1 REMOVE a.hash", "its evidence is not what was loaded", true},
	{"an article's batch", "MATCH (a:Article) WITH a LIMIT 1 REMOVE a.batch, a.loadedAt", "loadedAt is not there", true},
	{"places in the text", "MATCH ()-[r:MENTIONS]->() WITH r LIMIT 1 SET r.starts = [0], r.ends = [1]", "the text does not name", true},
	{"who said it", "MATCH (:Statement)-[r:REPORTED_IN]->() WHERE r.speaker IS NOT NULL WITH r LIMIT 1 SET r.speaker = 'person:nobody'",
		"the speaker person:nobody is not mentioned", true},
	{"a speaker that cannot be read", "MATCH (:Statement)-[r:REPORTED_IN]->() WITH r LIMIT 1 SET r.speaker = 'nobody'", "cannot be read", true},
	{"to whom it was said", "MATCH (:Statement)-[r:REPORTED_IN]->() WHERE r.addressees IS NOT NULL WITH r LIMIT 1 " +
		"SET r.addressees = ['person:nobody'] + tail(r.addressees)", "the addressee person:nobody is not mentioned", true},
	{"an addressee too many", "MATCH (:Statement)-[r:REPORTED_IN]->() WHERE r.addressees IS NULL WITH r LIMIT 1 " +
		"SET r.addressees = ['country:NO'], r.addresseeTexts = ['Norway']", "its evidence is not what was loaded", true},
	{"addressees forgotten", "MATCH (:Statement)-[r:REPORTED_IN]->() WHERE r.addressees IS NOT NULL WITH r LIMIT 1 REMOVE r.addressees, r.addresseeTexts",
		"its evidence is not what was loaded", true},
	{"an addressee's words", "MATCH (:Statement)-[r:REPORTED_IN]->() WHERE r.addresseeTexts IS NOT NULL WITH r LIMIT 1 " +
		"SET r.addresseeTexts = ['nobody'] + tail(r.addresseeTexts)", "its evidence is not what was loaded", true},
	{"an addressee that cannot be read", "MATCH (:Statement)-[r:REPORTED_IN]->() WHERE r.addresseeTexts IS NOT NULL WITH r LIMIT 1 SET r.addressees = ['nobody']",
		"cannot be read", true},
	{"parties that cannot be read", "MATCH (:Meeting)-[r:REPORTED_IN]->() WITH r LIMIT 1 SET r.participants = ['nobody']", "cannot be read", true},
	{"a report's day", "MATCH (:Meeting)-[r:REPORTED_IN]->() WHERE r.start IS NOT NULL WITH r LIMIT 1 SET r.start = '2001-01-01'",
		"its evidence is not what was loaded", true},
	{"all evidence of an article", "MATCH (a:Article)-[r:MENTIONS|REPORTED_IN]-() WITH a, collect(r) AS list ORDER BY a.id LIMIT 1 FOREACH (r IN list | DELETE r)",
		"its evidence is not what was loaded", true},
}

// Every damage is found and told; repaired, or once the articles are loaded again that are told to have lost evidence, the graph
// is what it was.
func TestVerifyDamages(t *testing.T) {
	info := testServer(t)
	db := openGraph(t)
	all := everyKind(t)
	load(t, db, all, 200)
	want := dump(t, db)
	t.Run("all at once", func(t *testing.T) {
		var some []string
		for _, d := range damages {
			// A meeting that has neither its id nor a report could be anybody's.
			alone := d.name == "a meeting's id" || d.name == "no id of a meeting"
			if !d.lost && !strings.HasPrefix(d.cypher, "DROP") && !alone {
				some = append(some, d.cypher)
			}
		}
		asAnother(t, info, some...)
		damaged := dump(t, db)
		told, sum := verify(t, db, false)
		if sum.Repaired > 0 || sum.Findings != len(told) || len(told) < len(some) {
			t.Errorf("%d damages: %+v", len(some), sum)
		}
		sameGraph(t, "only looked at", dump(t, db), damaged)
		verify(t, db, true)
		load(t, db, all, 200) // where several things are damaged, an article's hash may tell no more
		if told, _ := verify(t, db, true); len(told) > 0 {
			t.Errorf("still told: %.3000s", strings.Join(told, "\n"))
		}
		sameGraph(t, "repaired", dump(t, db), want)
	})
	for _, d := range damages {
		t.Run(d.name, func(t *testing.T) {
			asAnother(t, info, d.cypher)
			told, sum := verify(t, db, true)
			if !strings.Contains(strings.Join(told, "\n"), d.want) || sum.Findings > sum.Repaired != d.lost {
				t.Errorf("%+v, expected %q, to be loaded again: %v; told %.3000s", sum, d.want, d.lost, strings.Join(told, "\n"))
			}
			if d.lost {
				if !strings.Contains(strings.Join(told, "\n"), "load the article again") {
					t.Errorf("what to do is not told: %.3000s", strings.Join(told, "\n"))
				}
				load(t, db, all, 200)
			}
			sameGraph(t, "repaired", dump(t, db), want)
			if t.Failed() {
				emptyDatabase(t)
				if _, err := db.EnsureSchema(t.Context()); err != nil {
					t.Fatal(err)
				}
				load(t, db, all, 200)
			}
		})
	}
}

// What others have in the same database is neither a finding nor changed, also where graphload's own is repaired about it.
func TestVerifyForeign(t *testing.T) {
	info := testServer(t)
	db := openGraph(t)
	load(t, db, everyKind(t), 200)
	asAnother(t, info, "CREATE (:Customer {id: 'c'})-[:BOUGHT {at: 1}]->(:Product), (:Customer), ({lonely: true})",
		"MATCH (c:Customer {id: 'c'}) MATCH (p:Person) WITH c, p ORDER BY p.id LIMIT 3 CREATE (c)-[:MENTIONS {like: 'ours'}]->(p), "+
			"(p)-[:TOOK_PART_IN]->(c), (p)-[:KNOWS]->(c)",
		"MATCH (n) WHERE n:Person OR n:Statement OR n:Meeting OR n:Article OR n:Place OR n:Country SET n.note = 'theirs', n:Starred",
		"MATCH ()-[r:SAID|ABOUT|SAID_TO|MENTIONS|REPORTED_IN|TOOK_PART_IN|HELD_IN|REPRESENTS|IN|COPY_OF|PART_OF]->() SET r.note = 'theirs'")
	want := dump(t, db)
	if told, _ := verify(t, db, true); len(told) > 0 {
		t.Errorf("what is not graphload's is told: %.3000s", strings.Join(told, "\n"))
	}
	sameGraph(t, "others' data", dump(t, db), want)

	asAnother(t, info, "MATCH (p:Person) SET p.name = 'x', p.aliases = 3", "MATCH (s:Statement) SET s.reports = 0, s.kind = null",
		"MATCH (m:Meeting) SET m.status = null", "MATCH (:Article)-[r:MENTIONS]->() SET r.count = 0, r.forms = null",
		"MATCH ()-[r:REPRESENTS|TOOK_PART_IN]->(:Country|Meeting) SET r.reports = -1", "MATCH (c:Country) SET c.iso3 = true",
		"MATCH (p:Person)-[:KNOWS]->() WITH p ORDER BY p.id LIMIT 1 SET p.id = 'other'")
	// Their nodes with graphload's labels: told, and left as they are.
	theirs := []string{"(:Person {id: 'theirs', name: 'Lars'})", "(:Person {name: 'Lars'})-[:SAID {x: 1}]->(:Thing)",
		"(:Person {id: 'bo-berg', name: 'Bo Berg', age: 40})", "(:Statement {id: 'x', text: 'y'})-[:REPORTED_IN]->(:Paper)",
		"(:Meeting {id: '0123456789abcdef0123456789abcdef'})", "(:Place {id: 'nowhere'})-[:IN]->(:Region)",
		"(:Country {code: 'ZZ', name: 'Theirs'})", "(:Organization)", "(:Article {title: 'without a key'})"}
	asAnother(t, info, "CREATE "+strings.Join(theirs, ", "))
	told, sum := verify(t, db, true)
	if left := sum.Findings - sum.Repaired; left != len(theirs) || strings.Count(strings.Join(told, "\n"), "give it a label") != left {
		t.Errorf("%d findings are left, expected one for each of %d nodes: %.3000s", left, len(theirs), strings.Join(told, "\n"))
	}
	asAnother(t, info, "MATCH (n) WHERE n.id IN ['theirs', 'bo-berg', 'x', 'nowhere', '0123456789abcdef0123456789abcdef'] OR n.code = 'ZZ' "+
		"OR n:Thing OR n:Paper OR n:Region OR (n:Person AND n.id IS NULL) OR (n:Organization AND n.id IS NULL) "+
		"OR (n:Article AND n.id IS NULL) WITH collect(n) AS list UNWIND CASE WHEN size(list) = 12 THEN list ELSE [] END AS n DETACH DELETE n")
	sameGraph(t, "repaired among others' data", dump(t, db), want)
}

// A statement whose report is lost goes, unless others hold on to it: then only what graphload derived goes, and it comes back
// with the article.
func TestVerifyHeldByOthers(t *testing.T) {
	info := testServer(t)
	db := openGraph(t)
	all := everyKind(t)
	load(t, db, all, 200)
	asAnother(t, info, "MATCH (s:Statement) WITH s ORDER BY s.id LIMIT 1 SET s.note = 'theirs' CREATE (:Reader)-[:LIKES]->(s)")
	want := dump(t, db)
	asAnother(t, info, "MATCH (s:Statement {note: 'theirs'})-[r:REPORTED_IN]->() DELETE r")
	verify(t, db, true)
	if got := askAll(t, db, "MATCH (s:Statement {note: 'theirs'}) RETURN s.reports, s.note, COUNT { (s)--() }"); fmt.Sprint(got) !=
		"[<nil> theirs 1]" {
		t.Errorf("what others hold on to is now %v", got)
	}
	load(t, db, all, 200)
	asAnother(t, info, "MATCH (s:Statement)<-[:LIKES]-() SET s.note = 'theirs'") // loading sets all properties
	sameGraph(t, "loaded again", dump(t, db), want)
}

// What a load beside it has only half of in sight is no finding.
func TestVerifyBesideLoad(t *testing.T) {
	db := openGraph(t)
	all := everyKind(t)
	var enough atomic.Bool
	done := make(chan error, 1)
	go func() {
		for i := 0; ; i++ {
			f := all[i%len(all)]
			var err error
			if i/len(all)%2 == 0 {
				_, err = db.Load(t.Context(), []*graph.Fragment{f}, "beside", loadTime)
			} else {
				_, _, err = db.Delete(t.Context(), []string{f.Article.ID})
			}
			if err != nil || enough.Load() {
				done <- err
				return
			}
		}
	}()
	for round := range 3 {
		if told, _ := verify(t, db, false); len(told) > 0 {
			t.Errorf("round %d: %.3000s", round, strings.Join(told, "\n"))
		}
	}
	enough.Store(true)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}
