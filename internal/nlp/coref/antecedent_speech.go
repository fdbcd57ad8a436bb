package coref

import "graphload/internal/nlp"

// says reports whether token i is the source of a claim, and not, as in "his office", a part of it.
func (r *resolver) says(i int, c nlp.Claim) bool {
	if c.Source.Len() == 0 {
		return c.Cue.Has(r.d.Reading.Heads[i])
	}
	return c.Source.Len() == 1 && c.Source.Has(i)
}

// saidBy returns the indexes of the claims of which token i is the source.
func (r *resolver) saidBy(i int) []int {
	var own []int
	if r.d.Reading != nil {
		for k, c := range r.d.Reading.Claims {
			if r.says(i, c) {
				own = append(own, k)
			}
		}
	}
	return own
}

// namedIn reports whether a person is named in the content of a claim.
func (r *resolver) namedIn(claim, p int, owner []int) bool {
	for _, x := range r.d.Reading.Claims[claim].Content {
		for k := x.From; k < x.To; k++ {
			if owner[k] == p+1 && !isPronoun(r.d.Lower(k)) {
				return true
			}
		}
	}
	return false
}

// anchor returns the token before which the one is named whom the pronoun at token i means, the source of some claims: where what
// that one says begins, if it comes first.
func (r *resolver) anchor(i int, own []int) int {
	anchor := i
	for _, claim := range own {
		for _, x := range r.d.Reading.Claims[claim].Content {
			anchor = min(anchor, x.From)
		}
	}
	if anchor == i && r.speaksLast(i) {
		anchor = r.d.SentenceOf(i).From
	}
	return anchor
}

// spokeBefore returns the person who is the source of the last claim before token i, or -1.
func (r *resolver) spokeBefore(i int, owner []int) int {
	if r.d.Reading == nil {
		return -1
	}
	last, from := 0, -1
	for k, c := range r.d.Reading.Claims {
		if c.Source.Len() > 0 && c.Source.To <= i && c.Source.From > from {
			last, from = k+1, c.Source.From
		}
	}
	return r.speaker(last, owner)
}

// sameQuote reports whether all tokens between two stand within quotation marks.
func (r *resolver) sameQuote(from, to int, quoted []bool) bool {
	for k := from; k < to; k++ {
		if !quoted[k] {
			return false
		}
	}
	return true
}
