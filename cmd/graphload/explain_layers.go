package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"graphload/internal/extract"
	"graphload/internal/news"
	"graphload/internal/nlp"
)

// seenToken is a token with what the encoder saw of it.
type seenToken struct {
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
	Tag      string `json:"tag"`      // universal part of speech
	Head     int    `json:"head"`     // start of the governor, its own where it is the head of its sentence
	Relation string `json:"relation"` // universal dependency relation
	governor string
}

// seenSpan is a name, or a part of an attribution, that the encoder saw.
type seenSpan struct {
	Kind  string `json:"kind"` // PER, LOC, ORG, MISC, source, cue, content
	Claim int    `json:"claim,omitempty"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// addLayers adds to each line what the encoder saw of the words that begin in it.
func (e *explanation) addLayers(ctx context.Context, a *news.Article) error {
	d, err := extract.Read(ctx, a)
	if err != nil {
		return err
	}
	at := news.NewOffsets(a.Text)
	line := func(start int) *explainedLine {
		i, found := slices.BinarySearchFunc(e.Lines, at.Runes(start), func(l explainedLine, s int) int { return l.Start - s })
		if !found {
			i--
		}
		return &e.Lines[i]
	}
	for i, t := range d.Tokens {
		l := line(t.Start)
		head := d.Reading.Heads[i]
		l.Tokens = append(l.Tokens, seenToken{at.Runes(t.Start), at.Runes(t.End), d.Word(i), d.Reading.Tags[i],
			at.Runes(d.Tokens[head].Start), d.Reading.Relations[i], d.Word(head)})
	}
	add := func(kind string, claim int, r nlp.Range) {
		if r.Len() == 0 {
			return
		}
		s := d.SpanOf(r)
		l := line(s.Start)
		l.Seen = append(l.Seen, seenSpan{kind, claim, at.Runes(s.Start), at.Runes(s.End), d.Words(r)})
	}
	for _, n := range d.Reading.Names {
		add(n.Kind.String(), 0, n.Range)
	}
	for i, c := range d.Reading.Claims {
		add("source", i+1, c.Source)
		add("cue", i+1, c.Cue)
		for _, r := range c.Content {
			add("content", i+1, r)
		}
	}
	return nil
}

// layerRows are the rows for people of what the encoder saw in a line: a label and a text each.
func (l *explainedLine) layerRows() [][2]string {
	var rows [][2]string
	for _, s := range l.Seen {
		label := "       ~ " + s.Kind
		if s.Claim > 0 {
			label += fmt.Sprintf(" %d", s.Claim)
		}
		rows = append(rows, [2]string{label, "  “" + strings.Join(strings.Fields(s.Text), " ") + "”"})
	}
	for _, t := range l.Tokens {
		text := fmt.Sprintf("  %-20s %-6s", t.Text, t.Tag)
		if t.Head != t.Start {
			text += fmt.Sprintf(" %s of %s", t.Relation, t.governor)
		} else {
			text += " root"
		}
		rows = append(rows, [2]string{"       .", text})
	}
	return rows
}
