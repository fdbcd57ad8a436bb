package ner

import (
	"strings"

	"graphload/internal/nlp"
)

// Lines that name who wrote the article.

// isByline reports whether a line names nothing but its writers: "By NAME and NAME in Oslo".
func (f *finder) isByline(s nlp.Sentence) bool {
	d := f.d
	if d.Lower(s.From) != "by" || s.Len() > 20 || d.Word(s.To-1) == "." {
		return false
	}
	for i := s.From + 1; i < s.To; i++ {
		if w := d.Word(i); d.Tokens[i].Word && startsLower(w) && !particles[w] && w != "and" && w != "in" && w != "for" {
			return false
		}
	}
	return true
}

// dropWriters takes away the people named in a line that has nothing but names, towns and words for writers, where the rest of the
// text does not name them: "NAME in Oslo and NAME in Lima", "By NAME Special correspondent", a name alone above the text.
func (f *finder) dropWriters() {
	lines := map[int]bool{}
	kept := f.names[:0:0]
	for _, n := range f.names {
		at := f.d.Tokens[n.From].Sentence
		if _, known := lines[at]; !known {
			lines[at] = f.writersLine(f.d.Sentences[at]) || f.contributed(n)
		}
		if n.Kind == nlp.PersonName && n.Title.Len() == 0 && n.Len() > 1 && lines[at] && !f.namedBeyond(n, at) {
			for i := n.From; i < n.To; i++ {
				f.taken[i], f.person[i] = false, false
			}
			continue
		}
		kept = append(kept, n)
	}
	f.names = kept
}

// writersLine reports whether a line may name the writers: no sentence, no headline, names and little else.
func (f *finder) writersLine(s nlp.Sentence) bool {
	const longest = 16
	d := f.d
	last := d.Word(s.To - 1)
	for _, i := range []int{s.From - 1, s.From} { // who said the words above
		if w := d.Word(i); w == "—" || w == "–" || w == "-" || closesQuote(w) {
			return false
		}
	}
	if s.Title || s.Len() > longest || strings.ContainsAny(last, ".?!:,;") {
		return false
	}
	if end := d.Tokens[s.To-1].End; end < len(d.Text) && !strings.Contains(d.Text[end:min(len(d.Text), end+3)], "\n") {
		return false
	}
	names := 0
	for i := s.From; i < s.To; i++ {
		w, l := d.Word(i), d.Lower(i)
		switch {
		case f.person[i]:
			names++
		case f.isPlace(i), !d.Tokens[i].Word && w != "“" && w != "\"" && w != "‘", nlp.Month(l), nlp.Weekday(l), writers[l]:
		case (d.Lower(i-1) == "in" || d.Lower(i-1) == ",") && startsUpper(w): // a town
		case w[0] >= '0' && w[0] <= '9':
		default:
			return false
		}
	}
	return names > 0 && !(names <= 3 && d.Lower(s.From) == "the")
}

// writers are the words that stand with the names of writers.
var writers = nlp.WordSet(`by in and for correspondent reporter editor staff writer special senior chief political diplomatic foreign security
	business economics bureau columnist am pm updated published`)

// contributed reports whether a name opens a line of credit: "NAME contributed reporting."
func (f *finder) contributed(n nlp.Name) bool {
	s := f.d.SentenceOf(n.From)
	for i := n.To; i < s.To && i < n.To+10; i++ {
		if f.d.Lower(i) == "contributed" {
			w := f.d.Lower(i + 1)
			return w == "reporting" || w == "to" && f.d.Lower(i+2) == "this" && (f.d.Lower(i+3) == "report" || f.d.Lower(i+3) == "story" || f.d.Lower(i+3) == "article")
		}
	}
	return false
}

// namedBeyond reports whether a person's surname stands outside of the sentence in which a name stands.
func (f *finder) namedBeyond(n nlp.Name, sentence int) bool {
	last := f.d.Word(n.To - 1)
	for i := range f.d.Tokens {
		if f.d.Tokens[i].Sentence != sentence && f.d.Word(i) == last {
			return true
		}
	}
	return false
}
