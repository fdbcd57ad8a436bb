package nlp

// Reading is what the encoder saw in a text.
type Reading struct {
	// Tags has the universal part of speech of each token ("NOUN").
	Tags []string
	// Heads has for each token the index of its governor; the head of a sentence governs itself.
	Heads []int
	// Relations has for each token its universal dependency relation to its governor ("nsubj").
	Relations []string
	Names     []SeenName
	Claims    []Claim
	// Sentences has a vector for each sentence: what two of the encoder's layers see of it, to be judged by small classifiers.
	Sentences [][]float32
}

// SeenKind is the kind of a name that the encoder saw.
type SeenKind int

// The kinds of seen names.
const (
	SeenPerson SeenKind = iota
	SeenLocation
	SeenOrganization
	SeenOther
)

// String returns the kind's usual label.
func (k SeenKind) String() string { return [...]string{"PER", "LOC", "ORG", "MISC"}[k] }

// SeenName is a name as the encoder saw it.
type SeenName struct {
	Range
	Kind SeenKind
}

// Claim is words that the encoder saw attributed: the parts of one attribution, as far as they were seen.
type Claim struct {
	Source  Range // empty where none was seen
	Cue     Range // empty where none was seen
	Content []Range
}
