package attribution

import "graphload/internal/nlp"

// attitudes fills d.Attitudes: what the encoder saw attributed to somebody and is no statement, where the cue tells of an attitude. The
// encoder has learnt from annotations that count attitudes (PolNeAR), and sees others' deeds in them at times.
func (f *finder) attitudes() {
	d := f.d
	if d.Reading == nil {
		return
	}
	saidIn := make([]int, len(d.Tokens)) // by token: index of the statement of whose content it is part, plus one
	for n, a := range d.Statements {
		for _, c := range a.Content {
			for r := d.RangeOf(c); r.Len() > 0; r.From++ {
				saidIn[r.From] = n + 1
			}
		}
	}
	f.out = nil
	for u := range f.ofUnit {
		f.ofUnit[u] = nil
	}
	for _, c := range d.Reading.Claims {
		c, words := f.sourced(c)
		if who := f.relativeHead(c.Source, f.verbOf(c.Cue)); who.Len() > 0 {
			c.Source = who
		}
		kind := f.attitude(c)
		if kind == nlp.NoAttitude || f.overlapsStatement(c, saidIn) || f.pullQuote(c) {
			continue
		}
		if n := f.keep(c, words); n >= 0 {
			f.out[n].Attitude = kind
		}
	}
	f.organs()
	f.settle()
	for _, a := range f.out {
		d.Attitudes = append(d.Attitudes, a.Attribution)
	}
}

// overlapsStatement reports whether words of a claim belong to a statement, unless the claim's content has the statement's cue in it, too:
// "welcomed the plan that NAME says will work".
func (f *finder) overlapsStatement(c nlp.Claim, saidIn []int) bool {
	for _, r := range c.Content {
		for i := r.From; i < r.To; i++ {
			if n := saidIn[i]; n > 0 && !f.d.SpanOf(r).Contains(f.d.Statements[n-1].Cue) {
				return true
			}
		}
	}
	return false
}

// holdsNone are sources of one word that name nobody.
var holdsNone = nlp.WordSet("which that it this what my our you someone somebody anyone anybody everyone everybody")

// relativePronouns stand for what is told before.
var relativePronouns = nlp.WordSet("which that who whom what")

// attitude returns the kind of attitude that a claim is, or NoAttitude: a deed, words of nobody, of what might be, or a passive, whose
// subject holds no attitude.
func (f *finder) attitude(c nlp.Claim) nlp.AttitudeKind {
	d := f.d
	if c.Source.Len() == 0 || c.Cue.Len() == 0 {
		return nlp.NoAttitude
	}
	first := d.Lower(c.Source.From)
	if nobody[first] || first == "no" || c.Source.Len() == 1 && (holdsNone[first] || sections[first] || d.Reading.Tags[c.Source.From] == "ADV") {
		return nlp.NoAttitude
	}
	if r := c.Content[0]; r.Len() == 1 && len(c.Content) == 1 && relativePronouns[d.Lower(r.From)] { // "the quota, which Sweden supports"
		return nlp.NoAttitude
	}
	if d.Tokens[c.Source.From].Sentence != d.Tokens[c.Cue.From].Sentence {
		return nlp.NoAttitude
	}
	if f.suffers(c) || f.conditional(c.Cue) && !f.evenIf(c.Cue) || f.reduced(f.verbOf(c.Cue)) {
		return nlp.NoAttitude
	}
	kind := nlp.NoAttitude
	for i := c.Cue.From; i < c.Cue.To && (kind == nlp.NoAttitude || kind == nlp.Topic); i++ {
		w := d.Lower(i)
		if k := nlp.Attitude(w); k != nlp.NoAttitude && (kind == nlp.NoAttitude || k != nlp.Topic) {
			kind = k
		} else if _, reports := nlp.Reporting(w); reports && kind == nlp.NoAttitude && c.Content[0].Len() > 1 { // not "said no"
			kind = nlp.Topic
		}
	}
	return kind
}

// suffers reports whether a cue is a passive whose subject is the claim's source: "was praised for", "backed by".
func (f *finder) suffers(c nlp.Claim) bool {
	d := f.d
	if c.Source.From > c.Cue.From { // "… was praised by NAME"
		return false
	}
	be := false
	for i := c.Cue.From; i < c.Cue.To; i++ {
		w := d.Lower(i)
		if w == "by" && i > c.Cue.From && d.Reading.Tags[i-1] == "VERB" {
			return true
		}
		if be && d.Reading.Tags[i] == "VERB" && nlp.Participle(w) && !nlp.Felt(w) {
			return true
		}
		be = beForms[w] || be && d.Reading.Tags[i] == "ADV"
	}
	return false
}

// evenIf reports whether the condition of a cue is none: "even if they resented".
func (f *finder) evenIf(cue nlp.Range) bool {
	for i := f.d.SentenceOf(cue.From).From; i < cue.From; i++ {
		if f.d.Lower(i) == "even" && f.d.Lower(i+1) == "if" {
			return true
		}
	}
	return false
}

// relativeHead returns the noun phrase for which the "which" or "that" stands that is a verb's subject: "the group, which opposes".
func (f *finder) relativeHead(source nlp.Range, verb int) nlp.Range {
	r := f.d.Reading
	if w := f.d.Lower(source.From); source.Len() != 1 || w != "which" && w != "that" || r.Relations[verb] != "acl:relcl" && r.Relations[verb] != "acl" {
		return nlp.Range{}
	}
	head := r.Heads[verb]
	if head >= source.From {
		return nlp.Range{}
	}
	np := nlp.Range{From: head, To: head + 1}
	for np.From > 0 && f.under(np.From-1, head) && r.Tags[np.From-1] != "PUNCT" && r.Tags[np.From-1] != "ADP" {
		np.From--
	}
	for np.To < source.From && r.Relations[np.To] == "flat" && r.Heads[np.To] == head {
		np.To++
	}
	return np
}
