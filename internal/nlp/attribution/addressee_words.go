package attribution

import (
	"strings"

	"graphload/internal/nlp"
)

// The words by which addressees are told.

var (
	// hearing are verbs whose object is spoken to.
	hearing = verbs(`tell assure remind inform notify advise convince promise warn ask beg urge implore order instruct request question brief
		email text cable message write answer press`)
	// telling are those of them whose object is always a listener, whatever it is called: "told a news conference".
	telling = verbs("tell inform assure remind notify")
	// requesting are those of them whose object is part of what is asked for: "urged the council to wait".
	requesting = verbs("ask beg urge implore order instruct request warn advise press")
	// appealing are verbs of asking behind which a preposition leads to who is asked: "called on the council to wait".
	appealing = verbs("appeal call plead")
	// calling are verbs of getting in touch, to say something: "phoned the minister to say".
	calling = verbs("phone call ring telephone text email write cable message tell address brief visit")
	// shouting are verbs that are at somebody.
	shouting = nlp.WordSet("shouted yelled screamed snapped barked shouting yelling screaming snapping barking")
	// beside are participles of the occasion on which something was said.
	beside = nlp.WordSet("speaking talking writing addressing briefing testifying replying responding answering telling lecturing posting asked pressed questioned challenged quizzed")
	// occasions are nouns of what is said to somebody.
	occasions = nlp.WordSet(`letter letters message messages speech address remarks remark comments comment statement statements email emails e-mail note
		memo testimony report tweet post presentation lecture sermon appeal plea submission briefing briefings evidence warning promise
		pledge apology text telegram`)
	// conversations are nouns of what is said with somebody.
	conversations = nlp.WordSet("interview interviews conversation conversations call calls chat exchange meeting meetings talks discussion discussions session")
	// complexTo are words that make one preposition with "to".
	complexTo = nlp.WordSet("addition according due thanks contrary prior owing next close similar compared reference relation regard respect opposed subject")
	// benches are bodies before which people stand.
	benches = nlp.WordSet("court committee panel parliament congress senate commission tribunal inquiry jury judge judges council assembly lawmakers hearing")
)

// verbs returns the forms of verbs.
func verbs(lemmas string) map[string]bool {
	forms := map[string]bool{}
	for _, lemma := range strings.Fields(lemmas) {
		for _, form := range nlp.VerbForms(lemma) {
			forms[form] = true
		}
	}
	return forms
}
