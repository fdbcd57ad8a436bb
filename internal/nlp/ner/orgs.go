package ner

import (
	"strings"

	"graphload/internal/nlp"
)

// orgTable finds the known organizations by the words of their names.
type orgTable struct {
	canon map[string]string // form as printed, words parted by one space, to usual name
	most  int               // words in the longest form
	first map[string]bool   // first words of the forms
}

func newOrgTable(tsv string) *orgTable {
	t := &orgTable{canon: map[string]string{}, first: map[string]bool{}}
	for line := range strings.Lines(tsv) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		canon, others, _ := strings.Cut(line, "\t")
		forms := append([]string{canon}, strings.Split(others, "|")...)
		for _, form := range forms {
			words := formWords(form)
			if len(words) == 0 {
				continue
			}
			t.canon[strings.Join(words, " ")] = canon
			t.first[words[0]] = true
			t.most = max(t.most, len(words))
		}
	}
	return t
}

// formWords cuts a form as package token cuts the text: at spaces, hyphens and slashes, which are words themselves.
func formWords(form string) []string {
	for _, mark := range []string{"-", "/", "+"} {
		form = strings.ReplaceAll(form, mark, " "+mark+" ")
	}
	form = strings.ReplaceAll(form, "'s", " 's")
	words := strings.Fields(form)
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	return words
}

// known returns the organization whose name begins at token i, the longest, with its length in tokens.
func (t *orgTable) known(d *nlp.Doc, i, end int) (canon string, n int) {
	if !t.first[d.Word(i)] {
		return "", 0
	}
	var b strings.Builder
	for k := 0; k < t.most && i+k < end; k++ {
		if k > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.ReplaceAll(d.Word(i+k), "’", "'"))
		if c, ok := t.canon[b.String()]; ok {
			canon, n = c, k+1
		}
	}
	return canon, n
}

// ambiguousOrg are forms that mean the organization only where the context says so: an article before them or a verb of
// reporting behind them is not enough to tell "Meta" from a word, but these are common words or names as well.
var ambiguousOrg = nlp.WordSet("Quad Hill Dawn Apple Amazon Meta Guardian Economist Wagner AU SCO Fox RT DW FT AP Republican Democrat Republicans Democrats RIA")

// accept reports whether a known form is meant at token i.
func acceptOrg(d *nlp.Doc, i, n int) bool {
	w := d.Word(i)
	if n > 1 || !ambiguousOrg[w] {
		return true
	}
	before := d.Lower(i - 1)
	switch w {
	case "Apple", "Amazon", "Meta", "Dawn", "Fox":
		return false // told only by their fuller forms
	case "Wagner":
		next := d.Lower(i + 1)
		return before == "the" || next == "group" || next == "mercenaries" || next == "fighters" || next == "troops"
	case "Republican", "Democrat":
		return false // a member
	case "Economist", "Guardian", "Quad", "Hill":
		return before == "the"
	}
	return true
}
