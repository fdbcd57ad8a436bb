package attribution

import (
	"slices"
	"strings"

	"graphload/internal/nlp"
)

// judging are verbs that the encoder takes for cues and that tell what somebody thinks of a thing, or how a thing looks,
// and not what they said.
var judging = nlp.WordSet(`criticize criticizes criticized criticise criticises criticised welcome welcomes welcomed praise praises praised
	condemn condemns condemned attack attacks attacked mock mocks mocked blast blasts blasted slam slams slammed support supports
	supported oppose opposes opposed raise raises raised discuss discusses discussed appear appears
	appeared plan plans planned planning intend intends intended seem seems seemed endorse endorses endorsed vote votes voted`)

// notSaid are words of a cue that says what was not said.
var notSaid = nlp.WordSet("not n't never declined declines refused refuses failed without")

// naming are verbs that give a thing a name, which often stands in quotation marks.
var naming = nlp.WordSet("call calls called calling dub dubs dubbed describe describes described describing label labels labeled labelled")

// shows are verbs that take a clause with "that" and tell what somebody brings about.
var shows = nlp.WordSet("demonstrate demonstrates demonstrated ensure ensures ensured prove proves proved mean means meant make makes made guarantee guarantees guaranteed")

// sure are participles of what somebody thinks.
var sure = nlp.WordSet("convinced concerned worried satisfied persuaded disappointed determined pleased surprised alarmed")

// topical are the last words of cues that a mere topic follows.
var topical = nlp.WordSet("about on over of against regarding")

// states reports whether a claim is a statement: somebody says a clause, an infinitive or a quotation. The encoder has
// learnt from annotations that count topics and judgements, too.
func (f *finder) states(c nlp.Claim) bool {
	d := f.d
	if c.Source.Len() == 0 {
		return false
	}
	if c.Cue.Len() == 0 {
		return c.Content[0].Len() > 2 && (f.quotesAny(c.Content) || f.clausal(c.Content))
	}
	if w := d.Lower(c.Source.From); c.Source.Len() == 1 && (pointing[w] || w == "which" || w == "my" || w == "our" || sections[w]) || d.Lower(c.Cue.From) == "it" || nobody[d.Lower(c.Source.From)] {
		return false
	}
	if c.Source.Len() == 1 && d.Reading.Tags[c.Source.From] == "ADV" || d.Word(c.Cue.From) == ":" && f.placeLine(c.Source) { // "So says"
		return false
	}
	verb, be, let, names, object := false, false, false, false, false
	for i := c.Cue.From; i < c.Cue.To; i++ {
		w := d.Lower(i)
		names = names || naming[w]
		object = object || f.sayable(w, c)
		if notSaid[w] || unreal[w] && w != "to" && w != "will" && w != "did" || strings.HasSuffix(w, "n't") || judging[w] {
			return false
		}
		verb = verb || d.Reading.Tags[i] == "VERB" || w == ":"
		be = be || beForms[w]
		let = let || w == "let"
	}
	be = be && !let // "let it be known"
	if f.anonymous(c.Content[0]) || f.conditional(c.Cue) || c.Cue.Len() == 1 && f.attributive(c.Cue.From) || strings.HasSuffix(d.Lower(f.verbOf(c.Cue)), "ed") && f.reduced(f.verbOf(c.Cue)) {
		return false
	}
	first, last := d.Lower(c.Content[0].From), d.Lower(c.Cue.To-1)
	if last == "at" && strings.HasPrefix(d.Lower(f.verbOf(c.Cue)), "point") { // with a finger
		return false
	}
	if start := c.Content[0].From; first == "that" && f.tellsOfVenue(start) || start > 0 && d.Lower(start-1) == "that" && f.tellsOfVenue(start-1) {
		return false
	}
	that := first == "that" || first == "whether" || d.Lower(c.Content[0].From-1) == "that"
	if d.Lower(c.Cue.From) == "according" {
		verb = true
	}
	if !verb && !that || be && !(that && sure[last] && d.Lower(c.Cue.To-2) != "so") && (strings.HasSuffix(last, "ed") || d.Reading.Tags[c.Cue.To-1] == "VERB" && !strings.HasSuffix(last, "ing")) || that && shows[last] {
		return false
	}
	clause, quoted, words := that || f.clausal(c.Content), f.quotesAny(c.Content), 0
	for _, r := range c.Content {
		words += r.Len()
	}
	if v, ok := nlp.Reporting(d.Lower(f.verbOf(c.Cue))); ok && questionWord[first] { // "asked why", but "explained how" is a topic
		clause = v.Class != nlp.Says || clause && first != "how" && first != "what"
	}
	if first == "to" && strings.HasPrefix(d.Lower(f.verbOf(c.Cue)), "continu") {
		return false
	}
	tells := !clause && !object && !quoted && f.tellsObject(c)
	if names && !clause && !object && !tells {
		return false
	}
	if !quoted && !that && !tells && !f.speech(c.Cue) {
		return false
	}
	if tells && !topical[last] {
		return true
	}
	return quoted || (clause || object) && (words > 2 || object && words > 1) && !topical[last]
}

// placeLine reports whether the words before a colon are the place line of wire copy: capital letters near the text's beginning.
func (f *finder) placeLine(r nlp.Range) bool {
	words := f.d.Words(r)
	return f.d.SentenceOf(r.From).Paragraph < 4 && len(words) > 3 && strings.ToUpper(words) == words && !strings.ContainsAny(words, "0123456789")
}

// quotes reports whether some of the words stand in quotation marks.
func (f *finder) quotes(r nlp.Range) bool {
	for i := r.From; i < r.To; i++ {
		if f.quoteOf[i] > 0 {
			return true
		}
	}
	return false
}

// quotesAny reports whether some of several ranges' words stand in quotation marks.
func (f *finder) quotesAny(content []nlp.Range) bool {
	return slices.ContainsFunc(content, f.quotes)
}

// sayable reports whether a word of a cue takes an object that can be turned into a sentence: "emphasized the need for",
// "described the port as a gift", "expressed surprise at".
func (f *finder) sayable(w string, c nlp.Claim) bool {
	r := c.Content[0]
	switch last := f.d.Lower(c.Cue.To - 1); w {
	case "express", "expresses", "expressed", "expressing", "voice", "voiced", "voicing", "attribute", "attributes", "attributed", "attributing":
		return true
	case "describe", "describes", "described", "describing", "label", "labels", "labeled", "labelled":
		return f.contains(r, "as") || last == "as" && c.Cue.Len() > 1
	case "call", "calls", "called", "calling":
		return last == "for" || last == w && (f.quoteOf[r.From] == 0 && f.quotes(r) || f.predicates(c))
	case "accuse", "accuses", "accused", "accusing":
		return f.contains(r, "of")
	case "ask", "asks", "asked", "asking":
		return last == "for"
	case "ruled", "rules", "ruling":
		return last == "out"
	case "deny", "denies", "denied", "denying", "reject", "rejects", "rejected", "rejecting":
		return true
	}
	v, ok := nlp.Reporting(w)
	return ok && nominal[v.Lemma] && v.Lemma != "cite"
}

// speech reports whether a cue has a word of saying or thinking, so that what follows is told and not done: of "solved the
// murder" and "has introduced a programme" the encoder makes statements at times.
func (f *finder) speech(cue nlp.Range) bool {
	for i := cue.From; i < cue.To; i++ {
		w := f.d.Lower(i)
		if _, ok := nlp.Reporting(w); ok || ofSpeech[w] || w == ":" || w == "according" {
			return true
		}
	}
	return false
}

// ofSpeech are words of cues besides the reporting verbs.
var ofSpeech = nlp.WordSet(`attribute attributed attributes float floated floats express expresses expressed expressing voice voices voiced voicing convey conveys conveyed conveying wish wishes wished
	thank thanks thanked order orders ordered instruct instructs instructed want wants wanted clear statement statements word words message
	called call calls calling learn learnt learned understand understands understood consider considers considered prefer prefers preferred
	request requests requested seek sought rule ruled rules found finds find view views opinion aware convinced confident sure certain afraid
	concerned optimistic sceptical skeptical adamant categorical speak spoke spoken speaking talk talked apologise apologised apologize
	apologized invite invites invited encourage encourages encouraged swear swore insist pray prayed prays present presented outline guarantee
	guaranteed assure assured assures ensure commit committed commits ready expect expects expected anticipate anticipated aim aims imagine
	imagined regret regrets regretted clarify clarified clarifies contend contended recognise recognised recognize recognized ponders reflects
	worry worries worried assume assumes assumed know knows knew see sees saw implore implored implores acknowledgment acknowledgement discover
	discovered letter feeling heard persisted retweeted retweets concede maintained maintains dreamt dream felt feel feels figure figured suspect suspects suspected accept accepts accepted`)

// sections are words with a colon before a headline that name nobody.
var sections = nlp.WordSet("interview exclusive opinion analysis watch video live update updated breaking comment editorial profile explainer podcast review")

// conditional reports whether a cue stands in a clause of what might be: "if the minister said".
func (f *finder) conditional(cue nlp.Range) bool {
	d := f.d
	for i := d.SentenceOf(cue.From).From; i < cue.From; i++ {
		if w := d.Lower(i); (w == "if" || w == "unless") && d.Reading.Relations[i] == "mark" && cue.Has(d.Reading.Heads[i]) {
			return true
		}
	}
	return false
}
