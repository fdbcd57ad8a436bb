package extract

import (
	"graphload/internal/country"
	"graphload/internal/nlp"
)

// places fills d.Places from the table of countries, less what is a person's surname.
func places(d *nlp.Doc) {
	found := country.Find(d.Clean)
	if d.Reading == nil {
		d.Places = found
		return
	}
	seen := seenPeople(d)
	surname := map[string]bool{}
	for _, p := range found {
		if r := d.RangeOf(nlp.Span{Start: p.Start, End: p.End}); endsName(seen, r) {
			surname[d.Text[p.Start:p.End]] = true
		}
	}
	for _, p := range found {
		r := d.RangeOf(nlp.Span{Start: p.Start, End: p.End})
		if !endsName(seen, r) && !(surname[d.Text[p.Start:p.End]] && (seen[r.From] == r || nlp.Office(d.Lower(r.From-1)))) {
			d.Places = append(d.Places, p)
		}
	}
}

// seenPeople returns the names that the encoder took for people, by each of their tokens.
func seenPeople(d *nlp.Doc) map[int]nlp.Range {
	out := map[int]nlp.Range{}
	for _, n := range d.Reading.Names {
		if n.Kind != nlp.SeenPerson {
			continue
		}
		for i := n.From; i < n.To; i++ {
			out[i] = n.Range
		}
	}
	return out
}

// endsName reports whether a range is the last part of a person's name: "Adela Lagos".
func endsName(seen map[int]nlp.Range, r nlp.Range) bool {
	name, ok := seen[r.From]
	return ok && name.From < r.From && name.To == r.To
}
