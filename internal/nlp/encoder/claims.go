package encoder

import (
	"sort"
	"strings"

	"graphload/internal/nlp"
)

// link leads from the first row of a source or a content to the first row of its cue, or, where there is no cue, of its
// source.
type link struct{ from, to int }

// Labels that begin a span.
const (
	beginSource  = 1
	beginCue     = 3
	beginContent = 5
)

// link finds for each source and each content that begins in a window's fresh rows the cue that it goes with.
func (r *reader) link(w span, attr []uint8, p projections) {
	h := &r.s.heads
	cues, sources, from := h.cues[:0], h.sources[:0], h.at[:0]
	for i, y := range attr {
		switch y {
		case beginCue:
			cues = append(cues, i)
		case beginSource:
			sources = append(sources, i)
		}
		if (y == beginSource || y == beginContent) && w.from+i >= w.fresh {
			from = append(from, i)
		}
	}
	if len(from) == 0 {
		return
	}
	candidates := cues
	if len(cues) == 0 {
		candidates = sources
	}
	to := p.governors(candidates, topLinkTo, linkDim)
	p.dependents(p.m.link, from, topLinkDep, func(i int, half []float32) {
		if len(cues) == 0 && attr[from[i]] != beginContent {
			return
		}
		of := h.scores[:len(candidates)]
		dots(half[:linkDim], to, of)
		best := -1
		for k, c := range candidates {
			if c != from[i] && (best < 0 || of[k] > of[best]) {
				best = k
			}
		}
		if best >= 0 {
			r.links = append(r.links, link{w.from + from[i], w.from + candidates[best]})
		}
	})
}

// labelled is a span of a chain's labels, as tokens, with the row at which it begins.
type labelled struct {
	nlp.Range
	kind, row int
}

// spans returns the spans of the labels as tokens: a token has the label of its first piece.
func (r *reader) spans(labels []uint8) []labelled {
	var out []labelled
	for t, row := range r.first {
		y := int(labels[row])
		if y == 0 {
			continue
		}
		kind := (y - 1) / 2
		if last := len(out) - 1; y%2 == 0 && last >= 0 && out[last].To == t && out[last].kind == kind {
			out[last].To++
			continue
		}
		out = append(out, labelled{nlp.Range{From: t, To: t + 1}, kind, row})
	}
	return out
}

// names keeps the spans of names.
func (r *reader) names() {
	for _, s := range r.spans(r.name) {
		r.out.Names = append(r.out.Names, nlp.SeenName{Range: s.Range, Kind: nlp.SeenKind(s.kind)})
	}
}

// claims puts sources, cues and contents together by their links.
func (r *reader) claims() {
	spans := r.spans(r.attr)
	anchor := map[int]int{}
	for _, l := range r.links {
		anchor[l.from] = l.to
	}
	claims := map[int]*nlp.Claim{}
	of := func(row int) *nlp.Claim {
		if claims[row] == nil {
			claims[row] = &nlp.Claim{}
		}
		return claims[row]
	}
	for _, s := range spans {
		to, linked := anchor[s.row]
		if !linked {
			to = s.row
		}
		c := of(to)
		switch s.kind {
		case 0:
			if c.Source.Len() == 0 {
				c.Source = s.Range
			}
		case 1:
			c.Cue = s.Range
		case 2:
			c.Content = append(c.Content, s.Range)
		}
	}
	rows := make([]int, 0, len(claims))
	for row, c := range claims {
		if len(c.Content) > 0 {
			rows = append(rows, row)
		}
	}
	sort.Ints(rows)
	for _, row := range rows {
		c := *claims[row]
		c.Source = r.besideCue(c)
		for i, content := range c.Content {
			c.Content[i] = r.toLineEnd(content)
		}
		r.out.Claims = append(r.out.Claims, c)
	}
}

// toLineEnd returns the tokens of a content up to the first sentence of it that no mark ends: a headline or a line between paragraphs.
func (r *reader) toLineEnd(content nlp.Range) nlp.Range {
	for n := r.d.Tokens[content.From].Sentence; n+1 < len(r.d.Sentences); n++ {
		s := r.d.Sentences[n]
		if s.To >= content.To {
			break
		}
		last := s.To - 1
		if last > s.From && strings.Contains("\"'”’", r.d.Word(last)) {
			last--
		}
		if r.d.Tokens[last].Word && r.d.Sentences[n+1].Paragraph != s.Paragraph {
			return nlp.Range{From: content.From, To: s.To}
		}
	}
	return content
}

// besideCue returns the part of a claim's source that stands in the cue's sentence, else in its own first one: a headline has no full stop, and
// what is seen in it runs on into the byline at times.
func (r *reader) besideCue(c nlp.Claim) nlp.Range {
	source := c.Source
	if source.Len() == 0 {
		return source
	}
	in := r.d.Tokens[source.From].Sentence
	if c.Cue.Len() > 0 {
		if cue := r.d.Tokens[c.Cue.From].Sentence; cue > in && cue <= r.d.Tokens[source.To-1].Sentence {
			in = cue
		}
	}
	s := r.d.Sentences[in]
	return nlp.Range{From: max(source.From, s.From), To: min(source.To, s.To)}
}
