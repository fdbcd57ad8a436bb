package attribution

import "graphload/internal/nlp"

// indexClaims fills f.claimOf from what the encoder saw.
func (f *finder) indexClaims() {
	f.claimOf = make([]int, len(f.d.Tokens)+1)
	if f.d.Reading == nil {
		return
	}
	for n, c := range f.d.Reading.Claims {
		for i := c.Cue.From; i < c.Cue.To; i++ {
			f.claimOf[i] = n + 1
		}
	}
}

// seenAt returns the one range of content that the encoder saw go with a cue, where it begins with the region, or an empty range.
func (f *finder) seenAt(cue, region nlp.Range) nlp.Range {
	n := f.claimOf[cue.From]
	if n == 0 {
		return nlp.Range{}
	}
	c := f.d.Reading.Claims[n-1].Content
	if len(c) != 1 || c[0].From > region.From+1 || c[0].To <= region.From {
		return nlp.Range{}
	}
	return c[0]
}

// seenEnd returns where the content ends that the encoder saw go with a cue, within the region: `called him a “liar” who is a
// “bully”`.
func (f *finder) seenEnd(cue, region nlp.Range) int { return min(f.seenAt(cue, region).To, region.To) }

// otherCue returns where the region ends: where the encoder saw the content of its cue end, if it saw another cue behind that or another
// clause is joined there, else where it ended before: "said the road was safe, but others warned of ice".
func (f *finder) otherCue(cue, region nlp.Range) int {
	seen := f.seenAt(cue, region)
	if seen.Len() < 3 || seen.To >= region.To {
		return region.To
	}
	for i := seen.To; i < region.To; i++ {
		if f.claimOf[i] > 0 && f.claimOf[i] != f.claimOf[cue.From] {
			return f.dropComma(seen.To)
		}
	}
	at := seen.To
	if f.d.Word(at) == "," {
		at++
	}
	if w := f.d.Lower(at); w == "and" || w == "but" || at == seen.To && (w == "although" || w == "though" || w == "while" || w == ";" || w == "—" || w == "–") {
		return f.dropComma(seen.To)
	}
	return region.To
}
