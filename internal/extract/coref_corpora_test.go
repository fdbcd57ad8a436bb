package extract

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"graphload/internal/nlp"
	"graphload/internal/nlp/coref"
)

// TestCoreference measures on GUM's news and interviews how often a pronoun of the third person in the singular, or a
// description with "the" ("the minister"), leads to the right one of the people whom the text names. Dev and train are
// read: no text of these kinds is among those from which it is learned whom pronouns mean.
func TestCoreference(t *testing.T) {
	const floor = 0.87
	var pronouns, titles score
	for _, file := range []string{"ud-gum-dev.conllu.gz", "ud-gum-train.conllu.gz"} {
		for _, doc := range readGUM(t, file) {
			if !strings.Contains(doc.id, "_news_") && !strings.Contains(doc.id, "_interview_") {
				continue
			}
			d := corefDoc(t, doc.id, doc.text, decideAlone(coref.Learned))
			for _, m := range doc.mentions {
				if !m.pronoun && !m.title {
					continue
				}
				s := &pronouns
				if m.title {
					s = &titles
				}
				names := doc.names[m.entity]
				chain := chainOf(d, m)
				if names != nil {
					s.all++
				}
				if chain < 0 {
					if names != nil && os.Getenv("SHOW") != "" {
						t.Logf("%s: %q in %q leads to nobody, want %v", doc.id, doc.text[m.Start:m.End], around(doc.text, m.Span), names)
					}
					continue
				}
				s.found++
				name := nameWords(d.People[chain].Name)
				if slices.ContainsFunc(names, func(n []string) bool { return within(n, name) || within(name, n) }) {
					s.right++
				} else if os.Getenv("SHOW") != "" {
					t.Logf("%s: %q in %q leads to %s, want %v", doc.id, doc.text[m.Start:m.End], around(doc.text, m.Span), d.People[chain].Name, names)
				}
			}
		}
	}
	both := score{pronouns.right + titles.right, pronouns.found + titles.found, pronouns.all + titles.all}
	for _, x := range []struct {
		what string
		s    score
	}{{"pronouns", pronouns}, {"titles", titles}, {"pronouns and titles", both}} {
		t.Logf("measured: coreference, GUM news and interviews, %-19s F1 %.3f (%d right of %d found and %d annotated)", x.what, x.s.f1(), x.s.right, x.s.found, x.s.all)
	}
	if both.f1() < floor {
		t.Errorf("F1 %.3f is below the floor of %.3f", both.f1(), floor)
	}
}

// chainOf returns the person to whom the Doc leads from a mention's head, or -1.
func chainOf(d *nlp.Doc, m gumMention) int {
	for p, chain := range d.People {
		for _, own := range chain.Mentions {
			if s := d.SpanOf(own.Range); s.Start <= m.head.Start && m.head.End <= s.End {
				return p
			}
		}
	}
	return -1
}

func around(text string, s nlp.Span) string {
	return strings.ReplaceAll(text[max(0, s.Start-60):min(len(text), s.End+30)], "\n", " ")
}

type gumDoc struct {
	id, text string
	mentions []gumMention
	names    map[string][][]string // names of each person who is named, by entity
}

type gumMention struct {
	nlp.Span
	head           nlp.Span
	entity         string
	pronoun, title bool
}

var (
	gumEntity = regexp.MustCompile(`\((\d+)-person-[^()]*|(\d+)\)`)
	offices   = nlp.WordSet(`president minister secretary chancellor governor mayor senator director chief head leader coach prosecutor founder
		spokesman spokeswoman ambassador chairman commissioner judge general professor representative candidate`)
	personWord = nlp.WordSet("he him his himself she her hers herself")
)

// readGUM reads the documents of a treebank with the people that its MISC column marks.
func readGUM(t *testing.T, file string) []gumDoc {
	t.Helper()
	var out []gumDoc
	for _, block := range strings.Split(strings.Join(corpusLines(t, file), "\n"), "# newdoc id = ")[1:] {
		id, rest, _ := strings.Cut(block, "\n")
		out = append(out, readGUMDoc(id, strings.Split(rest, "\n")))
	}
	return out
}

// gumToken is a word with its place in the text.
type gumToken struct {
	nlp.Span
	form, tag, relation string
	head                int // index of the governor, or -1
}

func readGUMDoc(id string, lines []string) gumDoc {
	doc := gumDoc{id: id, names: map[string][][]string{}}
	var text strings.Builder
	var tokens []gumToken
	type open struct {
		entity string
		from   int
	}
	var stack []open
	glued, first := true, 0
	joined, joinedMisc := 0, "" // words that are still to come of a token that is printed as one ("he's")
	for _, line := range lines {
		fields := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "# newpar"):
			text.WriteString("\n\n")
			glued = true
		case line == "":
			first = len(tokens)
		case len(fields) == 10 && strings.Contains(fields[0], "-"):
			from, to, _ := strings.Cut(fields[0], "-")
			joined, joinedMisc = number(to)-number(from)+1, fields[9]
		case len(fields) == 10 && !strings.ContainsAny(fields[0], ".-"):
			if !glued {
				text.WriteByte(' ')
			}
			tok := gumToken{form: fields[1], tag: fields[4], relation: fields[7], head: -1, Span: nlp.Span{Start: text.Len()}}
			text.WriteString(fields[1])
			tok.End = text.Len()
			if h := number(fields[6]); h > 0 {
				tok.head = first + h - 1
			}
			tokens = append(tokens, tok)
			glued = strings.Contains(fields[9], "SpaceAfter=No")
			if joined > 0 {
				joined--
				glued = joined > 0 || strings.Contains(joinedMisc, "SpaceAfter=No")
			}
			for _, m := range gumEntity.FindAllStringSubmatch(entityField(fields[9]), -1) {
				if m[1] != "" {
					stack = append(stack, open{m[1], len(tokens) - 1})
				}
				closed := m[2]
				if m[1] != "" && strings.Contains(entityField(fields[9]), m[0]+")") {
					closed = m[1]
				}
				for k := len(stack) - 1; closed != "" && k >= 0; k-- {
					if stack[k].entity == closed {
						doc.mentions = append(doc.mentions, gumMention{entity: closed, Span: nlp.Span{Start: stack[k].from, End: len(tokens)}})
						stack = slices.Delete(stack, k, k+1)
						break
					}
				}
			}
		}
	}
	doc.text = text.String()
	for i := range doc.mentions {
		doc.read(&doc.mentions[i], tokens)
	}
	return doc
}

func number(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

func entityField(misc string) string {
	for _, f := range strings.Split(misc, "|") {
		if rest, ok := strings.CutPrefix(f, "Entity="); ok {
			return rest
		}
	}
	return ""
}

// read tells what a mention is, whose span comes in tokens and leaves in bytes.
func (doc *gumDoc) read(m *gumMention, tokens []gumToken) {
	from, to := m.Start, m.End
	head := from
	for i := from; i < to; i++ {
		if h := tokens[i].head; h < from || h >= to {
			head = i
			break
		}
	}
	m.Span = nlp.Span{Start: tokens[from].Start, End: tokens[to-1].End}
	m.head = tokens[head].Span
	tok := tokens[head]
	m.pronoun = to-from == 1 && personWord[strings.ToLower(tok.form)]
	m.title = strings.EqualFold(tokens[from].form, "the") && offices[strings.ToLower(tok.form)] && tok.relation != "appos" && tok.relation != "root"
	if tok.tag == "NNP" {
		var name []string
		for i := from; i < to; i++ {
			if tokens[i].tag == "NNP" && (i == head || tokens[i].head == head && tokens[i].relation == "flat") {
				name = append(name, nameWords(tokens[i].form)...)
			}
		}
		doc.names[m.entity] = append(doc.names[m.entity], name)
	}
}
