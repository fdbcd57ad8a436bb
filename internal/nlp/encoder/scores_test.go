package encoder

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"graphload/internal/nlp"
	"graphload/internal/nlp/token"
)

var updateScores = flag.Bool("update", false, "write the scores of TestHeads to their golden file")

const (
	corpora      = "../../../../shared/corpora"
	goldenScores = "testdata/scores.json"
)

// TestHeads scores what the embedded weights see on annotated texts that they were not trained on. No score may fall.
func TestHeads(t *testing.T) {
	if _, err := os.Stat(corpora); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("the annotated texts are not there: %v", err)
		}
		t.Skipf("the annotated texts are not there, scores are not computed: %v", err)
	}
	got := map[string]float64{}
	all := func(string) bool { return true }
	news := func(id string) bool { return strings.HasPrefix(id, "GUM_news") }
	nameScores(t, got, "worldwide", "ner-worldwide-dev.iob2.gz", all)
	nameScores(t, got, "uner-ewt", "ner-uner-ewt-dev.iob2.gz", all)
	nameScores(t, got, "gum-news", "ner-gum-dev.iob2.gz", news)
	treeScores(t, got, "ewt", "ud-ewt-dev.conllu.gz")
	treeScores(t, got, "gum", "ud-gum-dev.conllu.gz")
	claimScores(t, got, "polnear", "polnear-dev.jsonl.gz")
	for _, k := range slices.Sorted(maps.Keys(got)) {
		got[k] = math.Round(got[k]*1e4) / 1e4
		t.Logf("scores: %-24s %.4f", k, got[k])
	}
	if *updateScores {
		data, err := json.MarshalIndent(got, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(goldenScores, append(data, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(goldenScores)
	if err != nil {
		t.Fatalf("%v; -update writes it", err)
	}
	var golden map[string]float64
	if err := json.Unmarshal(data, &golden); err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(got, golden) {
		t.Errorf("the scores are %v, the golden file has %v; -update writes it", got, golden)
	}
}

// claimScores adds the F1 of exact spans of sources, cues and contents, marks at their ends left out, as the encoder
// saw them, before any rule.
func claimScores(t *testing.T, got map[string]float64, as, file string) {
	type part struct{ doc, from, to, role int }
	gold, said := map[part]bool{}, map[part]bool{}
	docs := 0
	eachLine(t, file, func(line []byte) {
		var a struct {
			Text         string
			Attributions []map[string]json.RawMessage
		}
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatal(err)
		}
		docs++
		d := &nlp.Doc{Text: a.Text, Clean: a.Text}
		token.Run(d)
		run(t, d)
		keep := func(set map[part]bool, r nlp.Range, role int) {
			for r.Len() > 0 && !d.Tokens[r.From].Word {
				r.From++
			}
			for r.Len() > 0 && !d.Tokens[r.To-1].Word {
				r.To--
			}
			if r.Len() > 0 {
				set[part{docs, r.From, r.To, role}] = true
			}
		}
		bytes := make([]int, 0, len(a.Text)+1) // by code point
		for i := range a.Text {
			bytes = append(bytes, i)
		}
		bytes = append(bytes, len(a.Text))
		for _, x := range a.Attributions {
			for role, key := range []string{"source", "cue", "content"} {
				var spans [][2]int
				if err := json.Unmarshal(x[key], &spans); err != nil {
					t.Fatal(err)
				}
				for _, s := range spans {
					keep(gold, d.RangeOf(nlp.Span{Start: bytes[s[0]], End: bytes[s[1]]}), role)
				}
			}
		}
		for _, c := range d.Reading.Claims {
			keep(said, c.Source, 0)
			keep(said, c.Cue, 1)
			for _, r := range c.Content {
				keep(said, r, 2)
			}
		}
	})
	for role, label := range []string{"source", "cue", "content"} {
		var right, all, of int
		for s := range said {
			if s.role == role {
				all++
				if gold[s] {
					right++
				}
			}
		}
		for s := range gold {
			if s.role == role {
				of++
			}
		}
		got[as+" exact "+label] = f1(right, all, of)
	}
}

// annotated is a document of sentences of words, with the fields of the corpus behind each.
type annotated struct {
	id        string
	sentences [][][]string
}

// readAnnotated reads a packed file of tab-separated lines, a word each.
func readAnnotated(t *testing.T, name string) []annotated {
	t.Helper()
	docs := []annotated{{}}
	var sentence [][]string
	end := func() {
		if len(sentence) > 0 {
			last := &docs[len(docs)-1]
			last.sentences = append(last.sentences, sentence)
		}
		sentence = nil
	}
	eachLine(t, name, func(text []byte) {
		line := string(text)
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			end()
			_, id, _ := strings.Cut(line, "= ")
			docs = append(docs, annotated{id: id})
		case line == "":
			end()
		case !strings.HasPrefix(line, "#"):
			sentence = append(sentence, strings.Split(line, "\t"))
		}
	})
	end()
	return docs
}

// eachLine calls f with the lines of a packed file.
func eachLine(t *testing.T, name string, f func(line []byte)) {
	t.Helper()
	file, err := os.Open(filepath.Join(corpora, name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		f(lines.Bytes())
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// closing are words that no white space stands before, where a corpus does not tell.
var closing = nlp.WordSet(". , ; : ! ? % ) ] } ” ’ 's 'S 'll 're 've 'd 'm 't ’s ’S ’ll ’re ’ve ’d ’m ’t n't n’t")

// asDoc returns a Doc whose tokens are the words, one sentence a paragraph; spaced tells whether white space stands
// before word i of sentence s.
func asDoc(sentences [][][]string, form int, spaced func(s, i int) bool) *nlp.Doc {
	d := &nlp.Doc{}
	var text strings.Builder
	for s, words := range sentences {
		if s > 0 {
			text.WriteString("\n")
		}
		from := len(d.Tokens)
		for i, w := range words {
			if i > 0 && spaced(s, i) {
				text.WriteByte(' ')
			}
			start := text.Len()
			text.WriteString(w[form])
			d.Tokens = append(d.Tokens, nlp.Token{Span: nlp.Span{Start: start, End: text.Len()}, Sentence: s})
		}
		d.Sentences = append(d.Sentences, nlp.Sentence{Range: nlp.Range{From: from, To: len(d.Tokens)}})
	}
	d.Text = text.String()
	d.Clean = d.Text
	return d
}

func f1(right, said, gold int) float64 { return 2 * float64(right) / float64(max(1, said+gold)) }

// nameScores adds the F1 of exact spans.
func nameScores(t *testing.T, got map[string]float64, as, file string, keep func(id string) bool) {
	type name struct{ doc, from, to, kind int }
	kinds := map[string]int{"PER": 0, "LOC": 1, "ORG": 2}
	gold, said := map[name]bool{}, map[name]bool{}
	for n, doc := range readAnnotated(t, file) {
		if len(doc.sentences) == 0 || doc.id != "" && !keep(doc.id) {
			continue
		}
		d := asDoc(doc.sentences, 0, func(s, i int) bool {
			before := doc.sentences[s][i-1][0]
			return !closing[doc.sentences[s][i][0]] && !strings.Contains("([{“‘$£€#@", before)
		})
		run(t, d)
		at, open := 0, -1
		var last name
		for _, sentence := range doc.sentences {
			for _, w := range sentence {
				tag := w[1]
				if open >= 0 && !strings.HasPrefix(tag, "I-") {
					last.to = at
					gold[last] = true
					open = -1
				}
				if k, ok := kinds[strings.TrimPrefix(tag, "B-")]; ok && tag[0] == 'B' {
					last, open = name{doc: n, from: at, kind: k}, at
				}
				at++
			}
			if open >= 0 {
				last.to, open = at, -1
				gold[last] = true
			}
		}
		for _, s := range d.Reading.Names {
			said[name{n, s.From, s.To, int(s.Kind)}] = true
		}
	}
	for label, k := range kinds {
		var right, all, of int
		for s := range said {
			if s.kind == k {
				all++
				if gold[s] {
					right++
				}
			}
		}
		for s := range gold {
			if s.kind == k {
				of++
			}
		}
		got[as+" "+label] = f1(right, all, of)
	}
}

// treeScores adds the share of words with the right part of speech, and with the right governor and relation.
func treeScores(t *testing.T, got map[string]float64, as, file string) {
	words, tags, attached := 0, 0, 0
	plain := func(rel string) string { rel, _, _ = strings.Cut(rel, ":"); return rel }
	for _, doc := range readAnnotated(t, file) {
		for s := range doc.sentences {
			sentence := doc.sentences[s][:0]
			joined, until := "", 0
			for _, w := range doc.sentences[s] {
				if _, to, ok := strings.Cut(w[0], "-"); ok {
					joined = w[9]
					until, _ = strconv.Atoi(to)
					continue
				}
				if strings.Contains(w[0], ".") {
					continue
				}
				if n, _ := strconv.Atoi(w[0]); n < until {
					w[9] = "SpaceAfter=No"
				} else if n == until {
					w[9] = joined
				}
				sentence = append(sentence, w)
			}
			doc.sentences[s] = sentence
		}
		d := asDoc(doc.sentences, 1, func(s, i int) bool { return !strings.Contains(doc.sentences[s][i-1][9], "SpaceAfter=No") })
		run(t, d)
		for s, sentence := range doc.sentences {
			from := d.Sentences[s].From
			for i, w := range sentence {
				head, err := strconv.Atoi(w[6])
				if err != nil {
					t.Fatal(fmt.Errorf("%s: %w", file, err))
				}
				words++
				if d.Reading.Tags[from+i] == w[3] {
					tags++
				}
				if head == 0 {
					head = i + 1
				}
				if d.Reading.Heads[from+i] == from+head-1 && plain(d.Reading.Relations[from+i]) == plain(w[7]) {
					attached++
				}
			}
		}
	}
	got["ud-"+as+" part of speech"] = float64(tags) / float64(words)
	got["ud-"+as+" labelled attachment"] = float64(attached) / float64(words)
}
