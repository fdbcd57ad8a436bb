package coref

// The clues, each 1 where it holds unless it says more. antecedent.tsv has their weights in this order.
const (
	sameSentence = iota
	oneBack
	twoBack
	threeBack
	sixBack
	further
	sameParagraph
	oneParagraph
	twoParagraphs
	moreParagraphs
	subject
	mainSubject
	object
	possessive
	underPreposition
	firstInSentence
	byPronoun
	lastPronoun // the last pronoun of this sex means them
	nearest
	secondNearest
	thirdNearest
	named    // logarithm of how often they were named before
	foremost // share of the names of the person named most
	otherSex // a first name or a form of address tells so
	thisSex
	thisSexSince    // a pronoun before tells so
	spokeLast       // the source of the last claim before
	spokeLastAgain  // and the pronoun is a source itself
	inOwnContent    // they are named in what the pronoun's bearer says
	inContent       // they were named last in what somebody says
	inContentSource // and the pronoun is a source
	inContentOfThis // of what the one says who spoke last
	saysIt          // they are the source of what the pronoun stands in
	saysBeforeIt
	quotedBefore // named within quotation marks
	sameQuote    // within the same ones
	titleLine
	sentenceSubject     // they are a subject somewhere in the sentence in which they were named last
	ownSubject          // they are the subject of the clause in which the pronoun is an object
	ownSubjectHis       // of the clause in which it is a possessive
	ownSubjectOf        // of the clause in which it stands under a preposition
	upperSubject        // of the clause above the pronoun's
	upperSubjectHe      // and the pronoun is the subject of its own
	besideSubject       // somebody else is the subject of the clause above, and they are not
	toldApart           // they were named last in a clause that a verb says, in which the pronoun does not stand
	parallel            // both are subjects
	opensParagraph      // the pronoun's sentence opens a paragraph, and they were named in the one before
	humanBetween        // somebody else is spoken of since, by a noun
	sourcePerson        // the pronoun is a source, they are a subject
	foremostNear        // the first one of fitting sex who is named in the nearest sentence that names one
	foremostNearSource  // and the pronoun is a source
	latestSubject       // the last one of fitting sex who was a subject
	latestSubjectSource // and the pronoun is a source
	latestName          // and by name
	overtaken           // somebody else of fitting sex was a subject since
	overtakenPronoun    // and the last pronoun means them, who were not named since
	titled              // they have a title
	nobody
	nobodyAlone // and there is nobody else
	nobodyHuman // and somebody is spoken of by a noun, later than anybody is named
	nobodyFar   // and nobody was named in this sentence or the one before
	nobodyOther // and all who were named are of the other sex
	nobodyUpper // and a noun for a human being is the subject of the clause or of the one above
	nobodyNoun  // a noun for a human being of this sex stands in the sentence before the pronoun
	nobodyNew   // and the subject of the sentence before, or of the one before that in the paragraph, is somebody new without a name
	clues
)
