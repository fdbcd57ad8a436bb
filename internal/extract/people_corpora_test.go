package extract

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// TestDistinctPeople measures on annotated newswire how many of the people whom a text names are listed once, under a name
// of their own. Annotated names of which one has all words of another ("Maria Lund", "Lund") are one person.
func TestDistinctPeople(t *testing.T) {
	for _, x := range []struct {
		file, name string
		floor      float64
	}{
		{"ner-worldwide-dev.iob2.gz", "worldwide-dev", 0.915},
		{"ner-uner-pud-test.iob2.gz", "uner-pud-test", 0}, // a test file: told, and not gone by
	} {
		s := distinctPeople(t, x.file)
		t.Logf("measured: distinct people, %s: F1 %.3f (%d right of %d found and %d annotated)", x.name, s.f1(), s.right, s.found, s.all)
		if s.f1() < x.floor {
			t.Errorf("%s: F1 %.3f is below the floor of %.3f", x.name, s.f1(), x.floor)
		}
	}
}

func distinctPeople(t *testing.T, file string) (s score) {
	t.Helper()
	for _, doc := range readNewswire(t, file) {
		r, err := New().Extract(t.Context(), &news.Article{ID: news.ArticleID("", "", doc.id, doc.text), Name: doc.id, Text: doc.text})
		if err != nil {
			t.Fatalf("%s: %v", doc.id, err)
		}
		gold := distinctNames(doc.people)
		used := make([]bool, len(gold))
		for _, p := range r.People {
			s.found++
			i := slices.IndexFunc(gold, func(g []string) bool { return within(g, nameWords(p.Name)) || within(nameWords(p.Name), g) })
			switch {
			case i >= 0 && !used[i]:
				used[i] = true
				s.right++
			case os.Getenv("SHOW") != "":
				again := ""
				if i >= 0 {
					again = " (twice: " + strings.Join(gold[i], " ") + ")"
				}
				t.Logf("%s: wrong %s%s", doc.id, p.Name, again)
			}
		}
		s.all += len(gold)
		for i, g := range gold {
			if !used[i] && os.Getenv("SHOW") != "" {
				t.Logf("%s: missed %s", doc.id, strings.Join(g, " "))
			}
		}
	}
	return s
}

type wire struct {
	id, text string
	people   [][]string
}

var (
	gluedBefore = nlp.WordSet(". , ; : ! ? % ) ] } ” ’ 's 'S 'll 're 've 'd 'm 't ’s ’S ’ll ’re ’ve ’d ’m ’t n't n’t")
	compound    = regexp.MustCompile(`(\p{L}) ?- (\p{L})`) // the newswire's tokens are cut at hyphens
)

// readNewswire reads texts of an IOB2 file, a sentence a line; white space is put where English has it.
func readNewswire(t *testing.T, name string) []wire {
	t.Helper()
	var out []wire
	for _, block := range strings.Split(strings.Join(corpusLines(t, name), "\n"), "# newdoc id = ")[1:] {
		id, rest, _ := strings.Cut(block, "\n")
		doc := wire{id: id}
		var text strings.Builder
		for _, sentence := range strings.Split(strings.TrimSpace(rest), "\n\n") {
			var line strings.Builder
			var name []string
			before := ""
			for _, row := range strings.Split(sentence, "\n") {
				fields := strings.Split(row, "\t")
				if len(fields) < 2 || strings.HasPrefix(row, "# ") {
					continue
				}
				if line.Len() > 0 && !gluedBefore[fields[0]] && !strings.Contains("([{“‘$£€#@", before) {
					line.WriteByte(' ')
				}
				line.WriteString(fields[0])
				before = fields[0]
				if fields[1] != "I-PER" && name != nil {
					doc.people, name = append(doc.people, name), nil
				}
				if strings.HasSuffix(fields[1], "-PER") {
					name = append(name, nameWords(fields[0])...)
				}
			}
			if name != nil {
				doc.people = append(doc.people, name)
			}
			if s := line.String(); !strings.HasPrefix(s, "http") {
				text.WriteString(compound.ReplaceAllString(s, "$1-$2"))
				text.WriteString("\n\n")
			}
		}
		doc.text = text.String()
		out = append(out, doc)
	}
	return out
}

func nameWords(name string) []string {
	return strings.FieldsFunc(nlp.Fold(name), func(r rune) bool { return strings.ContainsRune(" -.'’", r) })
}

// within reports whether all words of a are among those of b.
func within(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return len(a) > 0
}

// distinctNames keeps the longest of the names that speak of one person.
func distinctNames(names [][]string) [][]string {
	slices.SortStableFunc(names, func(a, b []string) int { return len(b) - len(a) })
	var out [][]string
	for _, n := range names {
		if len(n) > 0 && !slices.ContainsFunc(out, func(o []string) bool { return within(n, o) }) {
			out = append(out, n)
		}
	}
	return out
}
