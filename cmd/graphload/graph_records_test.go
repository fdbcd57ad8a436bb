package main

import (
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
	"graphload/internal/news"
)

// recordWriter writes an article and its record side by side, so that every span is right.
type recordWriter struct {
	text strings.Builder
	rec  news.Record
}

// say appends words to the text and returns their span.
func (w *recordWriter) say(words string) news.Span {
	start := w.text.Len()
	w.text.WriteString(words)
	return news.Span{Start: start, End: w.text.Len()}
}

func (w *recordWriter) person(id, name, represents string, titles ...string) news.Ref {
	ref := news.Ref{Type: news.RefPerson, ID: id}
	for i := range w.rec.People {
		if w.rec.People[i].ID == id {
			w.rec.People[i].Mentions = append(w.rec.People[i].Mentions, w.say(name))
			return ref
		}
	}
	w.rec.People = append(w.rec.People, news.Person{ID: id, Name: name, Represents: represents, Titles: titles,
		Mentions: []news.Span{w.say(name)}})
	return ref
}

func (w *recordWriter) country(code, name string) news.Ref {
	ref := news.Ref{Type: news.RefCountry, ID: code}
	for i := range w.rec.Countries {
		if w.rec.Countries[i].Code == code {
			w.rec.Countries[i].Mentions = append(w.rec.Countries[i].Mentions, w.say(name))
			return ref
		}
	}
	w.rec.Countries = append(w.rec.Countries, news.Country{Code: code, Name: name,
		Mentions: []news.Span{w.say(name)}})
	return ref
}

func (w *recordWriter) organization(id, name string) news.Ref {
	ref := news.Ref{Type: news.RefOrganization, ID: id}
	for i := range w.rec.Organizations {
		if w.rec.Organizations[i].ID == id {
			w.rec.Organizations[i].Mentions = append(w.rec.Organizations[i].Mentions, w.say(name))
			return ref
		}
	}
	w.rec.Organizations = append(w.rec.Organizations, news.Organization{ID: id, Name: name,
		Mentions: []news.Span{w.say(name)}})
	return ref
}

// quote writes a direct quote of a speaker who has been named.
func (w *recordWriter) quote(speaker news.Ref, words string, about ...news.Ref) {
	w.say(" “")
	content := w.say(words)
	w.say("” ")
	cue := w.say("said")
	w.say(" ")
	s := news.Statement{ID: fmt.Sprintf("s%d", len(w.rec.Statements)), Kind: news.KindDirect, Cue: cue,
		Content: []news.Span{content}, Speaker: news.Actor{Ref: speaker, Span: w.say("the speaker")}, About: about}
	if speaker.Type == news.RefUnnamed {
		s.Speaker.Text = s.Speaker.Span.In(w.text.String())
	}
	w.rec.Statements = append(w.rec.Statements, s)
	w.say(". ")
}

// to writes to whom a statement was said: by their ids those with a name, the others by a pronoun or by their text.
func (w *recordWriter) to(s *news.Statement, addressees ...news.Ref) {
	w.say("It was said to ")
	for i, ref := range addressees {
		words := cmp.Or(ref.ID, ref.Text)
		if ref.ID == "" && i > 0 {
			w.say(words + ", to ")
			words = "them"
		}
		s.Addressees = append(s.Addressees, news.Actor{Ref: ref, Span: w.say(words)})
		w.say(", ")
	}
	w.say("and nobody else. ")
}

// meeting writes a sentence about a meeting, whose other fields are given.
func (w *recordWriter) meeting(m news.Meeting, participants ...news.Ref) news.Ref {
	m.ID = fmt.Sprintf("m%d", len(w.rec.Meetings))
	m.Kind, m.Status = cmp.Or(m.Kind, news.KindMeeting), cmp.Or(m.Status, news.StatusHeld)
	m.Participants = participants
	m.Evidence = []news.Span{w.say(fmt.Sprintf("They %s in %s %s.", m.Status, m.Place, m.Start))}
	w.say(" ")
	w.rec.Meetings = append(w.rec.Meetings, m)
	return news.Ref{Type: news.RefMeeting, ID: m.ID}
}

// record ends the article.
func (w *recordWriter) record(id, published string) *news.Record {
	w.rec.Article = news.Article{ID: news.ArticleID("", "Tests", id, ""), Name: id, Title: "Article " + id,
		Source: "Tests", Published: published, Language: "en", Text: w.text.String()}
	return &w.rec
}

func fragment(t testing.TB, r *news.Record) *graph.Fragment {
	t.Helper()
	f, err := graph.FromRecord(r)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func fragments(t testing.TB, records ...*news.Record) []*graph.Fragment {
	t.Helper()
	var list []*graph.Fragment
	for _, r := range records {
		list = append(list, fragment(t, r))
	}
	return list
}

var wireQuotes = []string{"We will not be the ones who leave the table", "The bridge stays open, whatever it costs us",
	"Nobody has asked us for a list", "There is one map, and it hangs in my office", "Ask them; we have answered"}

// plainWords make up what nobody else has said.
var plainWords = strings.Fields(`a about after again against all and answer any are ask autumn bank be before between both bridge build but by
	can case city coast come council country court crew day deal decide door each early east end every farm few field find first
	fish for forest from gate give good grain ground have head help here hold home hope hour house how if in it keep land
	large last later law leave left letter line little long look make many map market may mean mine more most much must name
	near need never new next night no north not now number of offer office on once one only open or other our out over own
	part pay people place plan play point port price public rail rain reach ready right river road rule same school sea see
	send ship short should side sign since small so some south speak spring stand still street such take talk tax than that
	the then there these they thing think this time to today too town trade tree try turn two under until us use very wait
	walk wall want war water way we week well west what when where which while who why will winter with word work world year you`)

// sentence makes up a sentence of 12 to 27 words.
func sentence(r *rand.Rand) string {
	words := make([]string, 12+r.IntN(16))
	for i := range words {
		words[i] = plainWords[r.IntN(len(plainWords))]
	}
	return strings.ToUpper(words[0][:1]) + strings.Join(words, " ")[1:]
}

// world is what synthetic articles tell of: how many of them a day, over how many days, about how many people of which
// countries.
type world struct {
	perDay, days, people int
	codes                []string // of countries
	name, capital        func(nation int) string
}

// smallWorld has twelve countries and a year of few articles: everything recurs.
var smallWorld = world{20, 300, 200, nationCodes, func(n int) string { return nations[n].name },
	func(n int) string { return nations[n].capital }}

// bigWorld has a million articles in ten years.
var bigWorld = world{275, 3650, 50_000, bigNations, func(n int) string {
	name, _ := graph.CountryName(bigNations[n])
	return name
}, func(n int) string { return "Port " + bigNations[n] }}

var bigNations = strings.Fields("US RU CN GB FR DE IN UA IL IR TR SA JP BR IT PL CA AU MX EG KR ZA ES NL SE NO FI DK HU AT " +
	"CH BE GR PT CZ RO BG RS AZ AM GE KZ UZ PK BD LK VN TH MY SG ID PH NZ AR CL CO PE VE CU NG KE ET GH MA DZ TN QA AE JO IQ")

// syntheticRecord is an article whose content depends on its number alone. A few people and countries are in most
// articles, many in few; quotes and meetings recur in several articles, in changing words and with changing status.
func syntheticRecord(i int) *news.Record { return smallWorld.record(i) }

func (in world) record(i int) *news.Record {
	r := rand.New(rand.NewPCG(uint64(i), 7))
	rank := func(n int) int { return int(float64(n) * r.Float64() * r.Float64() * r.Float64()) }
	w := &recordWriter{}
	published := time.Date(2025, 1, 1+i/in.perDay%in.days, 0, 0, 0, 0, time.UTC)
	var actors []news.Ref
	for range 3 {
		n := rank(in.people)
		a := generatedActor(n)
		nation := n % len(in.codes)
		actors = append(actors, w.person(fmt.Sprintf("%s-%s-%d", a.first, a.last, n),
			fmt.Sprintf("%s %s %d", a.first, a.last, n), in.codes[nation], a.office))
		w.say(" of ")
		actors = append(actors, w.country(in.codes[nation], in.name(nation)))
		w.say(", ")
	}
	if r.IntN(3) == 0 {
		actors = append(actors, w.organization("harbour-league", "Harbour League"))
		w.say(", ")
	}
	if r.IntN(4) == 0 {
		last := surnames[rank(len(surnames))]
		actors = append(actors, w.person(strings.ToLower(last), last, ""))
		w.say(", ")
	}
	for range 5 {
		w.say(sentence(r) + ". ")
	}
	actors = slices.Compact(actors)
	var topics []news.Ref
	for range 1 + r.IntN(2) {
		m := news.Meeting{Kind: pick(r, news.KindSummit, news.KindMeeting, news.KindTalks, news.KindCall),
			Status: pick(r, news.StatusHeld, news.StatusPlanned, news.StatusCancelled)}
		nation := rank(4)
		switch r.IntN(4) {
		case 0:
			m.Place, m.Country = in.capital(nation), in.codes[nation]
		case 1:
			m.Country = in.codes[nation]
		}
		day := published.AddDate(0, 0, r.IntN(9)-4).Format(time.DateOnly)
		switch r.IntN(5) {
		case 0, 1, 2:
			m.Start, m.End = day, day
		case 3:
			m.Start = day[:len("2025-01")]
		}
		party := slices.Clone(actors)
		r.Shuffle(len(party), func(a, b int) { party[a], party[b] = party[b], party[a] })
		party = uniqueRefs(party[:1+r.IntN(3)])
		topics = append(topics, w.meeting(m, party...))
	}
	for k := range 4 {
		speaker := actors[r.IntN(len(actors))]
		words := sentence(r)
		switch wire := pick(r, wireQuotes...); r.IntN(40) {
		case 0: // what is said for ever
			words = wire
		case 1, 2: // also of that
			words = fmt.Sprintf("%s, says number %d of %d", wire, i, k)
		case 3, 4, 5, 6, 7: // what many newspapers have in one week
			words = fmt.Sprintf("%s, says round %d", wire, i/in.perDay/7)
		}
		w.quote(speaker, words, uniqueRefs([]news.Ref{actors[r.IntN(len(actors))], topics[r.IntN(len(topics))]})...)
	}
	w.quote(news.Ref{Type: news.RefUnnamed}, fmt.Sprintf("It was a long night, number %d", i%50))
	for k := range w.rec.Statements {
		if r.IntN(3) > 0 {
			continue
		}
		somebody := news.Ref{Type: news.RefUnnamed, Text: pick(r, "reporters", "the board", "her cabinet")}
		w.to(&w.rec.Statements[k], pick(r, actors, []news.Ref{somebody}, []news.Ref{actors[r.IntN(len(actors))], somebody})...)
	}
	return w.record(fmt.Sprintf("synthetic-%06d", i), published.Format(time.DateOnly))
}

var nationCodes = []string{"PT", "NO", "KE", "CL", "JP", "MA", "FI", "UY", "GH", "AT", "CA", "VN"}

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

func uniqueRefs(list []news.Ref) []news.Ref {
	slices.SortFunc(list, func(a, b news.Ref) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.ID, b.ID))
	})
	return slices.Compact(list)
}

func syntheticFragments(t testing.TB, first, n int) []*graph.Fragment {
	t.Helper()
	var list []*graph.Fragment
	for i := first; i < first+n; i++ {
		list = append(list, fragment(t, syntheticRecord(i)))
	}
	return list
}

// openGraph opens the tests' empty database with its schema.
func openGraph(t testing.TB) *neo4j.DB {
	t.Helper()
	info := testServer(t)
	emptyDatabase(t)
	db, err := neo4j.Open(t.Context(), neo4j.Config{URI: info.URI, Username: info.Username, Password: info.Password,
		Database: info.Database})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		// A test's own context has ended by now.
		if err := db.Close(t.Context()); err != nil && t.Context().Err() == nil {
			t.Error(err)
		}
	})
	if _, err := db.EnsureSchema(t.Context()); err != nil {
		t.Fatal(err)
	}
	return db
}

var loadTime = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

// load loads in batches of a size and returns what changed.
func load(t testing.TB, db *neo4j.DB, list []*graph.Fragment, size int) neo4j.Counts {
	t.Helper()
	var total neo4j.Counts
	for batch := range slices.Chunk(list, size) {
		counts, err := db.Load(t.Context(), batch, "load", loadTime)
		if err != nil {
			t.Fatal(err)
		}
		total.Add(counts)
	}
	return total
}

func dump(t testing.TB, db *neo4j.DB) string {
	t.Helper()
	var out bytes.Buffer
	if err := db.Dump(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// built is the dump of the graph that is worked out of articles without a database.
func built(t testing.TB, list []*graph.Fragment) string {
	t.Helper()
	var out bytes.Buffer
	if err := graph.Build(list).Dump(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// askAll runs a query and returns its rows as fmt prints them.
func askAll(t testing.TB, db *neo4j.DB, cypher string) []string {
	t.Helper()
	result, err := db.Query(t.Context(), cypher, nil)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for row, err := range result.All() {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, strings.TrimSuffix(fmt.Sprintln(row...), "\n"))
	}
	return list
}
