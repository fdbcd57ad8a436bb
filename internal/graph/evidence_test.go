package graph

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What was read back from a graph has the hash of what was loaded, whatever its order; and so has what the rest determines.
func TestEvidenceHash(t *testing.T) {
	f, err := FromRecord(addressed(t))
	if err != nil {
		t.Fatal(err)
	}
	hash := func(f *Fragment) string {
		h, err := f.Restored().Hash()
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	want, err := f.Hash()
	if err != nil {
		t.Fatal(err)
	}
	stored := f.Restored()
	slices.Reverse(stored.Mentions)
	slices.Reverse(stored.Statements)
	for i := range stored.Mentions {
		m := &stored.Mentions[i]
		m.Aliases, m.Titles = m.Aliases[:len(m.Aliases):len(m.Aliases)], orEmpty(m.Titles) // as lists come from a database
	}
	if got := hash(stored); got != want {
		t.Errorf("read back, the hash is %s, was %s", got, want)
	}
	if gaps := stored.Gaps(); len(gaps) > 0 {
		t.Errorf("nothing is lost, and yet %q", gaps)
	}
	damaged := f.Restored()
	damaged.Article.TextHash, damaged.Article.Sketch = "", "ff"
	for i := range damaged.Mentions {
		damaged.Mentions[i].Target.Key += "x"
		damaged.Mentions[i].Forms = []string{"else"}
		damaged.Mentions[i].Rule = ""
	}
	for i := range damaged.Statements {
		damaged.Statements[i].Key, damaged.Statements[i].Text = "", "else"
	}
	damaged.Meetings[0].AsOf, damaged.Meetings[0].Rule = "", ""
	if got := hash(damaged); got == want {
		t.Error("damage is not seen")
	}
	if got := hash(damaged.Recomputed(f.Article.ID)); got != want {
		t.Errorf("computed again, the hash is %s, was %s", got, want)
	}
	altered := f.Restored()
	for i := range altered.Statements {
		altered.Statements[i].Addressees = nil
	}
	if hash(altered.Recomputed(f.Article.ID)) == want {
		t.Error("nobody misses the addressees")
	}
	lost := f.Restored()
	lost.Mentions = lost.Mentions[1:]
	if gaps := strings.Join(lost.Gaps(), "\n"); !strings.Contains(gaps, "person:ada-lind is not mentioned any more") {
		t.Errorf("a mention is lost, told is %q", gaps)
	}
	for i := range lost.Statements {
		lost.Statements[i].Speaker, lost.Statements[i].About = Ref{}, nil
	}
	lost.Meetings = nil
	if gaps := lost.Gaps(); !slices.Contains(gaps, "the addressee person:ada-lind is not mentioned any more") {
		t.Errorf("an addressee is lost, told is %q", gaps)
	}
}

// Two reports of an article that another version takes for one statement were said to the addressees of both.
func TestRekeyedAddressees(t *testing.T) {
	report := func(start int, addressees ...Addressee) StatementReport {
		return StatementReport{Key: string(rune('a' + start)), Text: "We stay", Spans: Spans{[]int{start}, []int{start + 7}}, Addressees: addressees}
	}
	korr, board := Addressee{Ref{Person, "korr"}, "Korr"}, Addressee{Ref{}, "the board"}
	f := &Fragment{Statements: []StatementReport{report(9, korr, Addressee{Ref{Person, "lind"}, "her"}), report(0, korr), report(20, board)}}
	r, same := f.Rekeyed()
	if len(same) != 2 || same[0] != 1 || same[2] != 1 {
		t.Fatalf("the same are %v", same)
	}
	want := []Addressee{board, korr, {Ref{Person, "lind"}, "her"}}
	if diff := cmp.Diff(want, r.Statements[1].Addressees); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(f.Statements[1].Addressees) != 1 {
		t.Error("the fragment given was changed")
	}
}
