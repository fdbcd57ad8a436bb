package token

import (
	"strings"
	"testing"

	"graphload/internal/nlp"
)

func doc(text string) *nlp.Doc {
	d := &nlp.Doc{Text: text, Clean: text}
	Run(d)
	return d
}

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"Mr. Lind's plan":              "Mr.|Lind|'s|plan",
		"the U.S. and U.K.":            "the|U.S.|and|U.K.",
		"the U.S.foreign policy":       "the|U.S.|foreign|policy",
		"Dr.Halloran spoke.":           "Dr.|Halloran|spoke|.",
		"talks.He left":                "talks|.|He|left",
		"It's J.D. Marrow, don't ask.": "It's|J.D.|Marrow|,|don't|ask|.",
		"Kim Ha-jun, al-Rashidani":     "Kim|Ha|-|jun|,|al|-|Rashidani",
		"3.5 percent of $2,500":        "3.5|percent|of|$|2,500",
		"the farmers’ vote":            "the|farmers|’|vote",
		"Lind’s":                       "Lind|’s",
	} {
		d := doc(text)
		var got []string
		for i := range d.Tokens {
			got = append(got, d.Word(i))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: got %s, want %s", text, s, want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"One. Two! Three?", "One.|Two!|Three?"},
		{"Gen. Lind met Sen. Marrow. They spoke.", "Gen. Lind met Sen. Marrow.|They spoke."},
		{"He left the U.S. The talks failed.", "He left the U.S.|The talks failed."},
		{"The U.S. Navy sailed.", "The U.S. Navy sailed."},
		{"“Why?” he asked. “Who knows.” She left.", "“Why?” he asked.|“Who knows.”|She left."},
		{"Open to talks.The other side is not.", "Open to talks.|The other side is not."},
		{"“It is lost.”He left.", "“It is lost.”|He left."},
		{"A headline without a stop\n\nThe text.", "A headline without a stop|The text."},
		{"It cost 3.5 million. Nobody paid.", "It cost 3.5 million.|Nobody paid."},
		{"J. B. Lind said no. M. Marrow agreed.", "J. B. Lind said no.|M. Marrow agreed."},
		{"The minister, who had been ill for most of the spring,\nreturned to the office.", "The minister, who had been ill for most of the spring,\nreturned to the office."},
	} {
		d := doc(c.text)
		var got []string
		for _, s := range d.Sentences {
			got = append(got, d.Words(s.Range))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q:\ngot  %s\nwant %s", c.text, s, c.want)
		}
	}
}

// Lines wrapped at a fixed width are one paragraph up to the blank line.
func TestWrappedLines(t *testing.T) {
	text := `The two governments said late on Sunday that the ferry link would
open again in the spring, and that a commission of four would look
into the accident of last year before the end of the month, which
the fishermen had asked for since the day on which it happened and
had not been given until then by either of the two ministers who
were in charge of it at the time.

Nobody was hurt in the accident, but the harbour was closed for a
whole week while divers looked for the missing part of the engine
and the owners of the ferry were asked for the papers of the ship.`
	d := doc(text)
	if len(d.Paragraphs) != 2 || len(d.Sentences) != 2 {
		t.Errorf("got %d paragraphs and %d sentences, want 2 and 2", len(d.Paragraphs), len(d.Sentences))
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"Mr. Lind's plan. It failed.", "“A”B.C\n\n¿Qué?", "U.S.and U.K.or", "a.B.c.D.", "\xff.A", "’s", "'S.'S"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		d := doc(text)
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
		covered := 0
		for _, tok := range d.Tokens {
			if strings.TrimSpace(text[covered:tok.Start]) != "" {
				t.Fatalf("%q is in no token", text[covered:tok.Start])
			}
			covered = tok.End
		}
		for i, p := range d.Paragraphs {
			if p.Len() <= 0 || i > 0 && p.From != d.Paragraphs[i-1].To {
				t.Fatalf("paragraph %d is empty or leaves out tokens", i)
			}
		}
	})
}
