package ner

import (
	"testing"

	"graphload/internal/nlp"
)

// TestCredits holds that who made an article is none of its people, and that whom it speaks of is.
func TestCredits(t *testing.T) {
	const body = "Foreign Minister Ingrid Solfjell spoke for an hour on Monday."
	for _, c := range []struct{ line, want string }{
		{"Aoife Brannell and Tom Whitlow", ""},
		{"Aoife Brannell in Oslo and Tom Whitlow in Rome", ""},
		{"AOIFE BRANNELL and TOM WHITLOW, Skerry staff writers", ""},
		{"Aoife Brannell, Africa correspondent, at Skerry House", ""},
		{"10:42 Aoife Brannell, Skerry correspondent", ""},
		{"Interview by Aoife Brannell, Geneva. Translated from the French by Tom Whitlow", ""},
		{"Words by Aoife Brannell; photographs by Tom Whitlow", ""},
		{"Video: Aoife Brannell", ""},
		{"Additional reporting by Skerry staff writer Mei-ling Whitlow in Rome.", ""},
		{"This article was translated from German by Tom Whitlow.", ""},
		{"Aoife Brannell @brannell", ""},
		{"Interview: Ingrid Solfjell", "Ingrid Solfjell"},
		{"Aoife Brannell, farmer", "Aoife Brannell"},
		{"Aoife Brannell is a writer.", "Aoife Brannell"},
		{"“We have time.”\nAoife Brannell", "Aoife Brannell"},
		{"Aoife Brannell\nTom Whitlow\nHarriet Colquhone", "Aoife Brannell|Tom Whitlow|Harriet Colquhone"},
		{"Those who signed:\nAoife Brannell", "Aoife Brannell"},
	} {
		d := doc(body + "\n\n" + c.line + "\n\n" + body)
		want := "Ingrid Solfjell|"
		if c.want != "" {
			want += c.want + "|"
		}
		want += "Ingrid Solfjell"
		if got := names(d, nlp.PersonName); got != want {
			t.Errorf("%q: got %s, want %s", c.line, got, want)
		}
	}
}
