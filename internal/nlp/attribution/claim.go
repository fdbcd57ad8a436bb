package attribution

import (
	"strings"

	"graphload/internal/nlp"
)

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

// otherCue returns where the region ends: where the encoder saw the content of its cue end, if it saw another cue behind that or a clause
// is set against it, else where it ended before: "said the road was safe, but others warned of ice".
func (f *finder) otherCue(cue, region nlp.Range) int {
	region.To = f.joinedVerb(cue, region)
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
	switch w := f.d.Lower(at); {
	case at > seen.To && f.quoteOf[at] == 0 && !goesOnBehindComma[w] && !f.adverbialClause(nlp.Range{From: at, To: region.To}, region.From):
		return f.dropComma(seen.To)
	case w == "but", at == seen.To && setAgainst[w]:
		return f.dropComma(seen.To)
	case w == "and" && (f.quoteOf[seen.To-1] > 0 && at == seen.To || f.joinedTo(cue.From, at, region.To)): // `chanted “Never” and went home`
		return f.dropComma(seen.To)
	}
	return region.To
}

// adverbialClause reports whether words are an adverbial clause by the tree whose governor stands before them from token from on: "…, making
// it the first port with a tide mill".
func (f *finder) adverbialClause(r nlp.Range, from int) bool {
	read := f.d.Reading
	for i := r.From; i < r.To; i++ {
		if h := read.Heads[i]; h < r.From || h >= r.To || h == i {
			return read.Relations[i] == "advcl" && h >= from && h < r.From
		}
	}
	return false
}

// joinedVerb returns where the content ends before a verb that the tree joins to the cue: "said the remark was unacceptable and cancelled
// the visit". A verb of saying there is a cue of its own.
func (f *finder) joinedVerb(cue, region nlp.Range) int {
	if f.d.Reading == nil {
		return region.To
	}
	for i := region.From + 2; i < region.To-1; i++ {
		if f.d.Lower(i) == "and" && f.quoteOf[i] == 0 && f.joinedTo(cue.From, i, region.To) && f.pastFollows(i+1) && f.sameTense(cue.From, i+1) {
			return f.dropComma(i)
		}
	}
	return region.To
}

// sameTense reports whether a verb behind "and" can be joined to a cue by their forms: a participle of the present, "saying it was late and
// cost too much", is joined to another, and a perfect, "said the sign has its charm and has kept it", to no simple past.
func (f *finder) sameTense(cue, i int) bool {
	if strings.HasSuffix(f.d.Lower(cue), "ing") {
		return false
	}
	perfect := func(w string) bool { return w == "has" || w == "have" }
	return !perfect(f.d.Lower(i)) || perfect(f.d.Lower(cue-1)) || perfect(f.d.Lower(f.pastAdverbs(cue-1)+1))
}

// pastFollows reports whether a verb in the past tense stands at token i, behind adverbs: an infinitive is joined to another.
func (f *finder) pastFollows(i int) bool {
	for betweenSubjectAndVerb[f.d.Lower(i)] || f.adverb(i) {
		i++
	}
	w := f.d.Lower(i)
	return strings.HasSuffix(w, "ed") || pastVerbs[w]
}

// pastVerbs are past forms without "-ed" of verbs of doing.
var pastVerbs = nlp.WordSet(`spoke told went left met made took gave held began flew wrote sent put set cut sought broke led ran came got had was were
	became drew fell found kept laid lost paid rose sat sold stood swore threw won withdrew`)

// goesOnBehindComma are words behind a comma that go on with what was said, where the encoder saw it end.
var goesOnBehindComma = nlp.WordSet("where when and or nor if as because since unless in including beginning which who whose most some many following")

// setAgainst opens a clause that the text sets against what was said before.
var setAgainst = nlp.WordSet("although though while ; — – -- -")

// joinedTo reports whether the verb behind the "and" at token i is joined to the cue in the tree, and so no part of what was said: "agreed
// that the port was safe, and thanked the crew".
func (f *finder) joinedTo(cue, i, end int) bool {
	k := i + 1
	for k < end && (betweenSubjectAndVerb[f.d.Lower(k)] || f.adverb(k)) {
		k++
	}
	return k < end && f.d.Reading.Relations[k] == "conj" && f.d.Reading.Heads[k] == cue
}

// seenSource returns the source that the encoder saw go with a cue, or with the verb to which the tree joins the cue, or an empty
// range.
func (f *finder) seenSource(cue int) nlp.Range {
	r := f.d.Reading
	for n := 0; r != nil && n < 3; n++ {
		if k := f.claimOf[cue]; k > 0 {
			if c := r.Claims[k-1]; c.Source.Len() > 0 {
				if f.d.Tokens[c.Source.From].Sentence != f.d.Tokens[cue].Sentence || c.Source.From > cue {
					break
				}
				return c.Source
			}
		}
		if r.Relations[cue] != "conj" {
			break
		}
		cue = r.Heads[cue]
	}
	return nlp.Range{}
}

// speakerSeen returns the one person whose name is in what the encoder saw as the source of a cue, and what that says where it is
// elsewhere than the source that was found.
func (f *finder) speakerSeen(src nlp.Source, cue nlp.Range) nlp.Source {
	if cue.Len() == 0 || f.d.Lower(cue.From) == "according" {
		return src
	}
	seen := f.seenSource(cue.From)
	if seen.Len() == 0 {
		return src
	}
	who, inside := -1, false // inside: behind a preposition, "a source close to NAME"
	for i := seen.From; i < seen.To; i++ {
		if f.d.Word(i) == "," {
			inside = false
		} else if prepositions[f.d.Lower(i)] && !f.inTitle[i] {
			inside = true
		}
		if inside || f.person[i] == 0 || f.nameOf[i] == 0 || f.attribute(f.nameRange(i).To, seen) {
			continue
		}
		if who >= 0 && f.person[i] != f.person[who] {
			return src
		}
		who = i
	}
	if who < 0 || src.Kind == nlp.PersonSource && (src.Chain == f.person[who]-1 || f.subjectAt(cue, src.Span)) {
		return src
	}
	named := nlp.Source{Kind: nlp.PersonSource, Chain: f.person[who] - 1, Span: f.d.SpanOf(f.nameRange(who))}
	if src.Kind == nlp.UnnamedSource && src.Span.Contains(named.Span) {
		named.Span = src.Span
	}
	return named
}

// subjectAt reports whether the subject that a cue has in the tree has the words of a span.
func (f *finder) subjectAt(cue nlp.Range, s nlp.Span) bool {
	np := f.subjectOf(cue)
	return np.Len() > 0 && s.Len() > 0 && f.d.SpanOf(np).Contains(s)
}

// attribute reports whether what stands behind a name makes it part of another noun phrase: "NAME's office", "the NAME administration".
func (f *finder) attribute(i int, np nlp.Range) bool {
	return f.d.Lower(i) == "'s" || np.Has(i) && f.d.Reading.Tags[i] == "NOUN"
}
