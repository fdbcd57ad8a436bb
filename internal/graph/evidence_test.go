package graph

import (
	"slices"
	"strings"
	"testing"
)

// What was read back from a graph has the hash of what was loaded, whatever its order; and so has what the rest determines.
func TestEvidenceHash(t *testing.T) {
	f, err := FromRecord(sample(t))
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
	lost := f.Restored()
	lost.Mentions = lost.Mentions[1:]
	if gaps := strings.Join(lost.Gaps(), "\n"); !strings.Contains(gaps, "person:ada-lind is not mentioned any more") {
		t.Errorf("a mention is lost, told is %q", gaps)
	}
}
