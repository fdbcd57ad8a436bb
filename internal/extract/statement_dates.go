package extract

import (
	"regexp"
	"strings"

	"graphload/internal/nlp"
	"graphload/internal/nlp/date"
)

// statementDates returns for each of the doc's statements the day on which it was said, ISO 8601 or empty.
//
// A date counts that stands beside the cue, outside of what was said: "said on Friday", "On Monday, NAME told". What the
// same speaker says after it in the article was said on that day too, unless the cue looks further back ("had said").
func (b *builder) statementDates() []string {
	out := make([]string, len(b.doc.Statements))
	latest := map[nlp.Source]string{}
	for i, a := range b.doc.Statements {
		near := b.doc.Statements[max(0, i-nearby):min(len(b.doc.Statements), i+nearby)]
		who := nlp.Source{Kind: a.Source.Kind, Chain: a.Source.Chain, Key: a.Source.Key}
		if a.Cue.Len() > 0 {
			if day, found := b.dateBesideCue(a, near); found {
				out[i] = day
				if !b.looksBack(a) && !toldWithin(a.Cue, near) {
					latest[who] = day
				}
				continue
			}
			if b.looksBack(a) {
				continue
			}
		}
		if who.Kind != nlp.UnnamedSource {
			out[i] = latest[who]
		}
		if out[i] == "" && a.Cue.Len() == 0 && a.Quoted {
			out[i] = b.dateBesideSource(a)
		}
	}
	return out
}

// toldWithin reports whether a cue stands in what somebody says, so that its date is no day on which the article's speakers spoke.
func toldWithin(cue nlp.Span, near []nlp.Attribution) bool {
	for _, other := range near {
		for _, c := range other.Content {
			if c.Contains(cue) {
				return true
			}
		}
	}
	return false
}

// nearby is how many statements before and behind are looked at for words that stand in the same sentence.
const nearby = 20

// besideCue is the most bytes that may stand between a cue and the date that belongs to it.
const besideCue = 70

// dateBesideCue returns the date in the words around the cue that belong to no statement's content; found is true as
// well where the words give a date that cannot be worked out. near are the statements around it.
func (b *builder) dateBesideCue(a nlp.Attribution, near []nlp.Attribution) (day string, found bool) {
	d := b.doc
	s := d.SpanOf(d.SentenceOf(d.TokenAt(a.Cue.Start)).Range)
	for _, other := range near {
		for _, c := range other.Content {
			switch {
			case c.End <= a.Cue.Start:
				s.Start = max(s.Start, c.End)
			case c.Start >= a.Cue.End:
				s.End = min(s.End, c.Start)
			}
		}
	}
	if s.End <= s.Start {
		return "", false
	}
	if day, _, found := laterDay(d, nlp.Span{Start: max(s.Start, a.Cue.Start-besideCue), End: min(s.End, a.Cue.End+besideCue)}); found {
		return day, true
	}
	direction := date.Past
	if strings.HasPrefix(d.Clean[a.Cue.Start:], "will ") { // what a speech will say
		direction = date.Future
	}
	for _, m := range date.Find(d.Clean[s.Start:s.End], d.Published, direction) {
		if s.Start+m.End+besideCue < a.Cue.Start || s.Start+m.Start > a.Cue.End+besideCue {
			continue
		}
		if m.Start > 12 && parted(d.Clean[s.Start:s.End], m.Start, m.End, a.Cue.Start-s.Start, a.Cue.End-s.Start) && !speakingThen(d.Clean[s.Start:s.End], m.Start) {
			continue
		}
		if m.From != m.To {
			return "", true // a range is no day
		}
		return m.From, true
	}
	return b.dateBehind(a)
}

// dateBehind returns the day of a speech or an interview that stands behind what was said in it: "told them to wait, in a speech on Monday".
func (b *builder) dateBehind(a nlp.Attribution) (day string, found bool) {
	d := b.doc
	if len(a.Content) == 0 {
		return "", false
	}
	last := a.Content[len(a.Content)-1].End
	sentence := d.SentenceOf(d.TokenAt(a.Cue.Start))
	end := d.SpanOf(sentence.Range).End
	if last >= end || last < a.Cue.End || len(a.Content) == 0 || end-last > 2*besideCue || !spokenIn.MatchString(d.Clean[last:end]) {
		return "", false
	}
	list := date.Find(d.Clean[last:end], d.Published, date.Past)
	if len(list) != 1 || list[0].From != list[0].To {
		return "", len(list) > 0
	}
	return list[0].From, true
}

var (
	// spokenIn is what stands behind a content for where it was said.
	spokenIn = regexp.MustCompile(`(?i)^[”"’,]*\s*(?:in|at|during) (?:an?|his|her|their) (?:[\pL-]+ ){0,2}(?:statement|interview|briefing|speech|post|tweet|address|conference|message|letter)\b`)
	// speaking opens a sentence with where somebody speaks.
	speaking   = regexp.MustCompile(`^\W*(?:Speaking|Addressing|Talking|Briefing|Making (?:the|these|his|her) remarks|In (?:an?|his|her|their) (?:[\pL-]+ ){0,2}(?:statement|interview|speech|post|tweet|address|briefing))\b[^;:.]*$`)
	speakingOf = regexp.MustCompile(`^\W*(?:Speaking|Talking) (?:about|of)\b`)
)

// speakingThen reports whether the words of a sentence up to a date tell of the speech in which its subject says something: "Speaking at
// the port on Monday, NAME said".
func speakingThen(text string, at int) bool {
	return speaking.MatchString(text[:at]) && !speakingOf.MatchString(text[:at])
}

// dateBesideSource returns the only day that the sentence next to a quotation tells which names its speaker: "With these words
// NAME left on Monday."
func (b *builder) dateBesideSource(a nlp.Attribution) string {
	d := b.doc
	if a.Source.Span.Len() == 0 || len(a.Content) == 0 {
		return ""
	}
	source, content := d.Tokens[d.TokenAt(a.Source.Span.Start)].Sentence, d.Tokens[d.TokenAt(a.Content[0].Start)].Sentence
	if source != content+1 && source != content-1 {
		return ""
	}
	s := d.SpanOf(d.Sentences[source].Range)
	if list := date.Find(d.Clean[s.Start:s.End], d.Published, date.Past); len(list) == 1 && list[0].From == list[0].To {
		return list[0].From
	}
	return ""
}

// parted reports whether a comma stands between a date and the cue, so that the date belongs to a clause of its own:
// "NAME, who met her last week, said".
func parted(text string, from, to, cueFrom, cueTo int) bool {
	switch {
	case to <= cueFrom && cueFrom <= len(text):
		return strings.Contains(text[to:cueFrom], ",")
	case cueTo <= from && cueTo >= 0:
		return strings.Contains(text[cueTo:from], ",")
	}
	return false
}

// looksBack reports whether the cue tells of an earlier occasion: "had said", "previously said".
func (b *builder) looksBack(a nlp.Attribution) bool {
	d := b.doc
	c := d.TokenAt(a.Cue.Start)
	for i := c - 1; i >= 0 && i >= c-3; i-- {
		switch w := strings.ToLower(d.Word(i)); w {
		case "had", "previously", "earlier", "once", "has", "have", "often", "repeatedly":
			return true
		}
	}
	return false
}
