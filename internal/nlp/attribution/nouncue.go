package attribution

import "graphload/internal/nlp"

// nounCues are nouns that name what somebody said and take a clause that tells it: "her warning that the bridge might fall".
var nounCues = nlp.WordSet(`warning claim claims assertion assertions promise promises pledge pledges announcement allegation allegations assurance assurances
	suggestion argument prediction predictions admission insistence remark remarks comment comments statement statements vow denial
	declaration conclusion contention accusation accusations complaint revelation acknowledgment acknowledgement threat threats hint belief`)

// nounCue handles "NAME's warning that …" where token t is its "that": the possessor is the source, the clause of the noun the
// content.
func (f *finder) nounCue(t, u int) {
	d := f.d
	r, cue := d.Reading, t-1
	if r == nil || r.Relations[t] != "mark" || !nounCues[d.Lower(cue)] || r.Tags[cue] != "NOUN" || f.quoteOf[t] > 0 || f.inTurn[t] {
		return
	}
	verb := r.Heads[t]
	if r.Relations[verb] != "acl" || r.Heads[verb] != cue || f.insideContent(cue) {
		return
	}
	owner := -1
	for i := cue - 1; i >= f.units[u].From && i > cue-9; i-- {
		if r.Heads[i] == cue && r.Relations[i] == "nmod:poss" {
			owner = i
		}
	}
	if owner < 0 {
		return
	}
	np := nlp.Range{From: owner, To: owner + 1}
	for np.From > f.units[u].From && f.under(np.From-1, owner) {
		np.From--
	}
	for np.To < cue && f.under(np.To, owner) && d.Lower(np.To) != "'s" {
		np.To++
	}
	src, ok := f.resolve(np)
	if p := f.person[owner]; p > 0 {
		src, ok = nlp.Source{Kind: nlp.PersonSource, Chain: p - 1, Span: d.SpanOf(np)}, true
	}
	if !ok || src.Kind == nlp.UnnamedSource && np.Len() == 1 && r.Tags[owner] == "PRON" {
		return
	}
	end := t + 1
	for end < f.units[u].To && f.under(end, verb) {
		end++
	}
	if end-t < 4 {
		return
	}
	f.add(src, nlp.Range{From: cue, To: cue + 1}, nlp.Range{From: t + 1, To: end}, u)
}

// insideContent reports whether token i stands in the content of a statement that was found.
func (f *finder) insideContent(i int) bool {
	for _, n := range f.ofUnit[f.unitOf[i]] {
		if f.out[n].region.Has(i) {
			return true
		}
	}
	return false
}
