package coref

import (
	"math"
	"slices"

	"graphload/internal/nlp"
)

// search looks for whom the pronoun at token i may mean.
type search struct {
	*resolver
	i       int
	sex     byte
	owner   []int // by token: the person named there, plus one
	quoted  []bool
	claimOf []int

	anchor int   // the people are named before this token
	at     int   // its sentence
	order  []int // the people, the one named last first
	seen   map[int]*before
	most   int // how often the person is named who is named most

	own           []int // the claims of which the pronoun is the source
	speaker       int   // who is the source of the last claim before, or -1
	lastPronoun   int   // whom the last pronoun of this sex means, or -1
	human         int   // the last noun that speaks of somebody else, or -1
	first, latest int   // of fitting sex: who is named first in the nearest sentence, and who was a subject last; or -1

	relation   string // of the pronoun
	clause     [2]int // who is the subject of its clause, unless it is itself, and of the one above; or -1
	humanAbove bool   // one of these is somebody without a name
}

// before is what is known of a person from the text before a pronoun.
type before struct {
	last    nlp.Range // where they were named last
	order   int       // how many others were named since
	times   int
	subject bool // in the sentence in which they were named last
}

// choice lays out whom the pronoun at token i may mean.
func (r *resolver) choice(i int, owner []int, quoted []bool, claimOf []int) Choice {
	own := r.saidBy(i)
	s := &search{resolver: r, i: i, own: own, sex: pronounSex(r.d.Lower(i)), owner: owner, quoted: quoted, claimOf: claimOf,
		anchor: r.anchor(i, own), seen: map[int]*before{}, lastPronoun: -1, first: -1, latest: -1, clause: [2]int{-1, -1}}
	s.at = r.d.Tokens[s.anchor].Sentence
	for p := range r.d.People {
		s.most = max(s.most, len(r.d.People[p].Mentions))
	}
	s.lookBack()
	s.speaker, s.human = r.spokeBefore(s.anchor, owner), r.humanBefore(s.anchor, owner)
	if r.tree != nil {
		s.relation = r.tree.Relation(i)
		s.clause, s.humanAbove = r.subjectsAbove(i, owner)
	}
	c := Choice{Token: i}
	fits := false
	for _, p := range s.order {
		x := s.candidate(p)
		fits = fits || x.Clues[otherSex] == 0
		c.Candidates = append(c.Candidates, x)
	}
	c.Candidates = append(c.Candidates, s.none(fits))
	return c
}

// lookBack finds the people who were named before.
func (s *search) lookBack() {
	d := s.d
	from := s.at
	for from > 0 && from > s.at-pronounReach && d.Sentences[from-1].Paragraph >= d.Sentences[s.at].Paragraph-paragraphReach {
		from--
	}
	for k := s.anchor - 1; k >= d.Sentences[from].From; k-- {
		p := s.owner[k] - 1
		if p < 0 {
			continue
		}
		if w := d.Lower(k); s.lastPronoun < 0 && isPronoun(w) && pronounSex(w) == s.sex {
			s.lastPronoun = p
		}
		name := nlp.Range{From: k, To: k + 1}
		for name.From > 0 && s.owner[name.From-1] == s.owner[k] {
			name.From--
		}
		b := s.seen[p]
		if b == nil {
			b = &before{last: name, order: len(s.order)}
			s.seen[p] = b
			s.order = append(s.order, p)
		}
		b.times++
		if s.tree != nil && d.Tokens[k].Sentence == d.Tokens[b.last.From].Sentence && s.tree.Relation(s.headOf(name)) == "nsubj" {
			b.subject = true
		}
		k = name.From
	}
	for _, p := range s.order {
		b := s.seen[p]
		if x := d.People[p].Sex; x != '-' && x != s.sex || d.Lower(b.last.To) == "'s" || s.quoted[b.last.From] && !s.quoted[s.i] {
			continue
		}
		if s.first < 0 || d.Tokens[b.last.From].Sentence == d.Tokens[s.seen[s.first].last.From].Sentence {
			s.first = p
		}
		if s.latest < 0 && b.subject {
			s.latest = p
		}
	}
}

// candidate gathers the clues on a person.
func (s *search) candidate(p int) Candidate {
	d, b := s.d, s.seen[p]
	x := Candidate{Person: p, Quoted: s.quoted[s.i]}
	sentence, source := d.Tokens[b.last.From].Sentence, len(s.own) > 0
	x.Clues[distance(s.at-sentence)] = 1
	x.Clues[sameParagraph+min(3, d.Sentences[s.at].Paragraph-d.Sentences[sentence].Paragraph)] = 1
	if b.order < 3 {
		x.Clues[nearest+b.order] = 1
	}
	x.Clues[named] = math.Log1p(float64(b.times))
	x.Clues[foremost] = float64(len(d.People[p].Mentions)) / float64(s.most)
	x.set(opensParagraph, d.Paragraphs[d.Sentences[s.at].Paragraph].From == d.Sentences[s.at].From && sentence == s.at-1)
	x.set(titleLine, d.Sentences[sentence].Title)
	x.set(titled, len(d.People[p].Titles) > 0)
	x.set(otherSex, d.People[p].Sex != '-' && d.People[p].Sex != s.sex)
	x.set(thisSex, d.People[p].Sex == s.sex && !s.sexed[p])
	x.set(thisSexSince, d.People[p].Sex == s.sex && s.sexed[p])

	byName, passed := !isPronoun(d.Lower(b.last.From)), s.latest >= 0 && b.order > s.seen[s.latest].order
	x.set(firstInSentence, s.firstNamed(sentence, p, s.owner))
	x.set(foremostNear, p == s.first)
	x.set(foremostNearSource, p == s.first && source)
	x.set(latestSubject, p == s.latest)
	x.set(latestSubjectSource, p == s.latest && source)
	x.set(latestName, p == s.latest && byName)
	x.set(overtaken, passed)
	x.set(overtakenPronoun, passed && p == s.lastPronoun)
	x.set(byPronoun, !byName)
	x.set(lastPronoun, p == s.lastPronoun)
	x.set(humanBetween, s.human > b.last.To)

	s.speech(&x, b)
	s.syntax(&x, b)
	return x
}

// distance returns the clue for how many sentences back somebody was named last.
func distance(sentences int) int {
	switch {
	case sentences <= 3:
		return sameSentence + sentences
	case sentences <= 6:
		return sixBack
	}
	return further
}

// speech sets the clues on who says what.
func (s *search) speech(x *Candidate, b *before) {
	p, source, inside := x.Person, len(s.own) > 0, s.claimOf[b.last.From] > 0
	x.set(spokeLast, p == s.speaker)
	x.set(spokeLastAgain, p == s.speaker && source)
	x.set(inOwnContent, slices.ContainsFunc(s.own, func(claim int) bool { return s.namedIn(claim, p, s.owner) }))
	x.set(inContent, inside)
	x.set(inContentSource, inside && source)
	x.set(inContentOfThis, inside && source && s.speaker >= 0 && s.speaker != p)
	if claim := s.claimOf[s.i]; claim > 0 && s.resolver.speaker(claim, s.owner) == p {
		x.Clues[saysIt] = 1
		x.set(saysBeforeIt, s.d.Reading.Claims[claim-1].Source.From < s.i)
	}
	x.set(quotedBefore, s.quoted[b.last.From])
	x.set(sameQuote, s.quoted[s.i] && s.sameQuote(b.last.From, s.i, s.quoted))
}

// syntax sets the clues on how the person and the pronoun stand in their sentences.
func (s *search) syntax(x *Candidate, b *before) {
	isSubject := s.as(x, b.last)
	if s.tree == nil {
		return
	}
	p, near := x.Person, s.d.Tokens[b.last.From].Sentence == s.at
	x.set(sentenceSubject, b.subject)
	switch {
	case p != s.clause[0]:
	case s.relation == "obj" || s.relation == "iobj":
		x.Clues[ownSubject] = 1
	case s.relation == "nmod":
		x.Clues[ownSubjectHis] = 1
	default:
		x.Clues[ownSubjectOf] = 1
	}
	x.set(upperSubject, p == s.clause[1])
	x.set(upperSubjectHe, p == s.clause[1] && s.relation == "nsubj")
	x.set(besideSubject, s.clause[1] >= 0 && p != s.clause[1] && s.relation == "nsubj" && near)
	x.set(toldApart, near && s.complementApart(s.headOf(b.last), s.i))
	x.set(parallel, isSubject && s.relation == "nsubj")
	x.set(sourcePerson, isSubject && len(s.own) > 0)
}

// none gathers the clues on nobody of the people; fits tells whether one of them may be of the pronoun's sex.
func (s *search) none(fits bool) Candidate {
	x := Candidate{Person: -1, Quoted: s.quoted[s.i]}
	x.Clues[nobody] = 1
	x.set(nobodyUpper, s.humanAbove)
	for k := s.at - 1; k >= 0 && s.follows(k, s.at); k-- {
		x.set(nobodyNew, s.someone(s.d.Sentences[k], s.sex, s.owner))
	}
	x.set(nobodyNoun, s.humanNoun(s.i, s.sex, s.owner))
	if len(s.order) == 0 {
		x.Clues[nobodyAlone] = 1
		return x
	}
	last := s.seen[s.order[0]].last
	x.set(nobodyHuman, s.human > last.To)
	x.set(nobodyFar, s.d.Tokens[last.From].Sentence < s.at-1)
	x.set(nobodyOther, !fits)
	return x
}

// set notes a clue that holds.
func (x *Candidate) set(clue int, holds bool) {
	if holds {
		x.Clues[clue] = 1
	}
}
