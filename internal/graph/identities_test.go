package graph

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"graphload/internal/news"
)

func identities(t *testing.T, yaml string) *Identities {
	t.Helper()
	ids, err := ReadIdentities(strings.NewReader(yaml))
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

// keysOf returns the keys of people, "NAME" or "NAME/CODE" with the country that they represent, of an article.
func keysOf(t *testing.T, ids *Identities, article news.Article, people ...string) string {
	t.Helper()
	r := &news.Record{Article: article}
	used := map[string]int{}
	for _, p := range people {
		name, code, _ := strings.Cut(p, "/")
		id := news.PersonID(name)
		if used[id]++; used[id] > 1 {
			id = fmt.Sprintf("%s-%d", id, used[id])
		}
		r.People = append(r.People, news.Person{ID: id, Name: name, Represents: code})
	}
	f, err := FromRecord(ids.Apply(r))
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, m := range f.Mentions {
		key, mark, marked := strings.Cut(m.Target.Key, apart)
		if marked {
			if len(mark) != 8 {
				t.Errorf("mark %q", mark)
			}
			key += apart
		}
		keys = append(keys, key+" "+m.Rule)
	}
	return strings.Join(keys, ", ")
}

func TestIdentities(t *testing.T) {
	const decisions = `
same:
  - people: [Lassana Diabatel, Lansana Diabatel, {name: Diabatel, article: dakar-desk}]
    reason: two spellings, and an article with the surname alone
  - people: [Suhardini, Soehardini]
    reason: a single name
not-same:
  - people: [Wei Linhao, {name: Wei Linhao, represents: SG}, {name: Wei Linhao, article: 0123456789ab}]
    reason: a painter, a minister and a coach
  - people: [Ada B. Brunvoll, Ada Brunvoll]
    reason: mother and daughter
  - people: [Oddny Korr, Korr]
    reason: the surname stays alone
`
	ids := identities(t, decisions)
	here := news.Article{ID: "fedcba9876543210", Name: "harbour"}
	for _, test := range []struct {
		article news.Article
		people  string
		want    string
	}{
		{here, "Lassana Diabatel", "lassana-diabatel identities"},
		{here, "Lansana Diabatel", "lassana-diabatel identities"},
		{here, "LANSANA DIABATEL", "lassana-diabatel identities"},
		{here, "Lansana K. Diabatel", "lassana-diabatel identities"},
		{here, "Lassana Diabatel, Lansana Diabatel", "lassana-diabatel identities"}, // one in an article, too
		{here, "Lassina Diabatel", "lassina-diabatel full-name"},
		{here, "Diabatel", "diabatel@fedcba9876543210 bare-name"},
		{news.Article{ID: "f0", Name: "dakar-desk"}, "Diabatel", "lassana-diabatel identities"},
		{here, "Suhardini", "suhardini identities"},
		{here, "Soehardini", "suhardini identities"},
		{here, "Wei Linhao", "wei-linhao identities"},
		{here, "Wei Linhao/CN", "wei-linhao identities"},
		{here, "Wei Linhao/SG", "wei-linhao~ identities"},
		{news.Article{ID: "0123456789abcdef", Name: "x"}, "Wei Linhao/SG", "wei-linhao~ identities"},
		{news.Article{ID: "01234567", Name: "x"}, "Wei Linhao", "wei-linhao identities"},
		{here, "Ada Brunvoll", "ada-brunvoll identities"},
		{here, "Ada B. Brunvoll", "ada-b-brunvoll identities"},
		{here, "Oddny Korr", "oddny-korr identities"},
		{here, "Korr", "korr@fedcba9876543210 bare-name"},
		{here, "Wei Linhao, Wei Linhao", "wei-linhao identities, wei-linhao-2@fedcba9876543210 namesake"},
		{here, "Tove Lindqvist, Tove B. Marstad", "tove-lindqvist full-name, tove-marstad initials"},
	} {
		if got := keysOf(t, ids, test.article, strings.Split(test.people, ", ")...); got != test.want {
			t.Errorf("%s in %s: %s, want %s", test.people, test.article.Name, got, test.want)
		}
	}
	if one, two := keyOf(t, ids, here, "SG"), keyOf(t, ids, news.Article{ID: "0123456789abcdef", Name: "x"}, ""); one == two {
		t.Errorf("the minister and the coach are both %s", one)
	}
	if other := identities(t, decisions+"\n"); other.Digest() == ids.Digest() || ids.Digest() == "" {
		t.Error("two files have one digest")
	}
}

func keyOf(t *testing.T, ids *Identities, a news.Article, code string) string {
	t.Helper()
	r := ids.Apply(&news.Record{Article: a, People: []news.Person{{ID: "wei-linhao", Name: "Wei Linhao", Represents: code}}})
	return r.People[0].ID
}

// A tie between two decisions leaves the rules to decide.
func TestIdentitiesTie(t *testing.T) {
	ids := identities(t, "not-same: [{people: [Ada B. Lind, Ada C. Lind], reason: cousins}]")
	a := news.Article{ID: "a1", Name: "a"}
	for name, want := range map[string]string{
		"Ada Lind":    "ada-lind full-name",
		"Ada D. Lind": "ada-lind initials",
		"Ada C. Lind": "ada-c-lind identities",
	} {
		if got := keysOf(t, ids, a, name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// Two people of an article who are one become one, wherever the record points to them, and the record given stays.
func TestIdentitiesApply(t *testing.T) {
	r := addressed(t)
	r.People[1].Represents = "SE"
	r.People[1].Titles = []string{"envoy"}
	r.Meetings[0].Participants[1].Role = "guest"
	judged := r.Statements[1]
	judged.ID, judged.Kind = "a-1", news.KindJudgement
	r.Attitudes = []news.Statement{judged}
	before := fmt.Sprintf("%+v", r)
	ids := identities(t, "same: [{people: [Ada Lind, Korr], reason: a pen name}]")
	got := ids.Apply(r)
	if err := got.Validate(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, fmt.Sprintf("%+v", r)); diff != "" {
		t.Errorf("the record was changed:\n%s", diff)
	}
	at := func(words string, n int) news.Span { return find(t, sampleText, words, n) }
	lind := news.Ref{Type: news.RefPerson, ID: "ada-lind"}
	want := []news.Person{{ID: "ada-lind", Name: "Ada Lind", Aliases: []string{"Korr", "Lind"},
		Titles: []string{"foreign minister", "envoy"}, Represents: "NO", Identity: "a pen name",
		Mentions: []news.Span{at("Ada Lind", 0), at("Korr", 0), at("Lind", 1)}}}
	if diff := cmp.Diff(want, got.People); diff != "" {
		t.Error(diff)
	}
	guest := lind
	guest.Role = "guest"
	if diff := cmp.Diff([]news.Ref{guest, {Type: news.RefUnnamed, Text: "others"}}, got.Meetings[0].Participants); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]news.Ref{lind}, got.Statements[1].About); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(got.Statements[1].About, got.Attitudes[0].About); diff != "" {
		t.Error(diff)
	}
	// By their words: each tells where it stands.
	if diff := cmp.Diff([]news.Actor{{Ref: lind, Span: at("We", 0)}, r.Statements[1].Addressees[1], {Ref: lind, Span: at("Korr", 0)}},
		got.Statements[1].Addressees); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(got.Statements[1].Addressees, got.Attitudes[0].Addressees); diff != "" {
		t.Error(diff)
	}
	var none *Identities
	if none.Apply(r) != r || none.Digest() != "" {
		t.Error("no decisions change a record")
	}
}

func TestReadIdentitiesFaults(t *testing.T) {
	for _, test := range []struct{ yaml, want string }{
		{"", "it is empty"},
		{"# nothing\n", "it is empty"},
		{"same: []\n---\nsame: []\n", "more than one YAML document"},
		{"same: [", "yaml: line 1"},
		{"- people: [A, B]", "line 1: expected a mapping with same, not-same"},
		{"same: []\nalike: []\n", `line 2: unknown field "alike"; expected same, not-same`},
		{"same: []\nsame: []\n", "line 2: field same stands twice"},
		{"same: Ada Lind\n", "line 1: expected a list of entries"},
		{"same:\n  - [Ada Lind, Adah Lind]\n", "line 2: expected a mapping with people, reason"},
		{"same:\n  - people: [Ada Lind, Adah Lind]\n", "line 2: reason is missing"},
		{"same:\n  - people: [Ada Lind, Adah Lind]\n    reason: ''\n", "line 3: reason is empty"},
		{"same:\n  - reason: spelling\n", "line 2: people is missing"},
		{"same:\n  - people: []\n    reason: spelling\n", "line 2: people is missing or no list"},
		{"same:\n  - people: [Ada Lind]\n    reason: spelling\n", "line 2: Ada Lind is alone"},
		{"same:\n  - people: [Ada Lind, '?']\n    reason: spelling\n", `line 2: a name is "?"; expected letters`},
		{"same:\n  - people: [Ada Lind, Áda LIND]\n    reason: spelling\n", "line 2: Áda LIND stands in the entry twice"},
		{"same:\n  - people: [Ada Lind, {article: a1}]\n    reason: x\n", "line 2: name is missing"},
		{"same:\n  - people: [Ada Lind, {name: Lind, represents: Norway}]\n    reason: x\n", `line 2: represents is "Norway"; expected an ISO`},
		{"same:\n  - people: [Ada Lind, {name: Lind, articles: a1}]\n    reason: x\n", `line 2: unknown field "articles"`},
		{"same:\n  - people: [Ada Lind, {name: Lind, article: [a1]}]\n    reason: x\n", "line 2: article is empty or no text"},
		{"same:\n  - &x {people: [Ada Lind, Adah Lind], reason: x}\n  - *x\n", "line 3: expected a mapping"},
		{"not-same:\n  - people: [Ada Lind]\n    reason: x\n", "line 2: Ada Lind is alone; expected two people or more"},
		{"same:\n  - {people: [Ada Lind, Adah Lind], reason: x}\n  - {people: [Adah Lind, Aada Lind], reason: x}\n",
			"line 3: Adah Lind stands in the entry of line 2 as well"},
		{"same:\n  - {people: [Ada Lind, Adah Lind], reason: x}\nnot-same:\n  - {people: [Adah Lind, Ada Lind], reason: x}\n",
			"line 4: Adah Lind and Ada Lind are not the same, but line 2 gives both the key ada-lind"},
		{"same:\n  - {people: [Ada B. Lind, Adah Lind], reason: x}\nnot-same:\n  - {people: [Adah Lind, Ada Lind], reason: x}\n",
			"line 4: Adah Lind and Ada Lind are not the same, but line 2 gives both the key ada-lind"},
	} {
		_, err := ReadIdentities(strings.NewReader(test.yaml))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: %v, want %q", test.yaml, err, test.want)
		}
	}
	for _, yaml := range []string{"same:\n", "same: []\nnot-same: []\n",
		"not-same:\n  - {people: [Ada Lind, {name: Ada Lind, represents: NO}], reason: Norway's code is no boolean}\n"} {
		if _, err := ReadIdentities(strings.NewReader(yaml)); err != nil {
			t.Errorf("%q: %v", yaml, err)
		}
	}
	if _, err := ReadIdentities(brokenReader{}); err == nil {
		t.Error("a file that cannot be read is no fault")
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, os.ErrPermission }

// A file never breaks the program, and what it decides leaves a record whole and does not depend on the order of people.
func FuzzReadIdentities(f *testing.F) {
	f.Add("same: [{people: [Ada Lind, Korr], reason: x}]")
	f.Add("not-same: [{people: [Ada Lind, {name: Ada Lind, article: sample, represents: NO}], reason: x}]")
	f.Add("same: [{people: [{name: Korr, article: a1}, Ada Lind], reason: x}]\nnot-same: [{people: [Korr, Lind], reason: y}]")
	f.Fuzz(func(t *testing.T, yaml string) {
		ids, err := ReadIdentities(strings.NewReader(yaml))
		if err != nil {
			return
		}
		r := &news.Record{Article: news.Article{ID: "a1", Name: "sample"}, People: []news.Person{
			{ID: "ada-lind", Name: "Ada Lind", Represents: "NO"}, {ID: "korr", Name: "Korr"}, {ID: "ada-lind-2", Name: "Ada Lind"}}}
		there := ids.Apply(r)
		if err := there.Validate(); err != nil {
			t.Fatal(err)
		}
		back := *r
		back.People = slices.Clone(r.People)
		slices.Reverse(back.People)
		if a, b := idsOf(there), idsOf(ids.Apply(&back)); !slices.Equal(a, b) {
			t.Errorf("%v in one order, %v in the other", a, b)
		}
	})
}

func idsOf(r *news.Record) []string {
	var ids []string
	for _, p := range r.People {
		ids = append(ids, p.ID)
	}
	slices.Sort(ids)
	return ids
}
