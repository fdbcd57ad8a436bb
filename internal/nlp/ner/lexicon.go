package ner

import (
	_ "embed"
	"strings"
	"sync"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

//go:embed data/words.txt.gz
var wordsGz []byte

//go:embed data/firstnames.tsv.gz
var firstNamesGz []byte

//go:embed data/surnames.txt.gz
var surnamesGz []byte

//go:embed data/organizations.tsv
var organizationsTSV string

// lexicon holds the word lists of data/; DATA.md says where they come from.
type lexicon struct {
	words    map[string]bool // English words in lower case
	first    map[string]byte // first name: 'F', 'M' or '-'
	surnames map[string]bool
	orgs     *orgTable
}

// lists returns the embedded lists, unpacked once. They are part of the program, so a fault in them is a panic.
var lists = sync.OnceValue(func() *lexicon {
	lx := &lexicon{words: map[string]bool{}, first: map[string]byte{}, surnames: map[string]bool{}}
	for _, w := range lines(wordsGz) {
		lx.words[w] = true
	}
	for _, l := range lines(firstNamesGz) {
		name, sex, _ := strings.Cut(l, "\t")
		lx.first[name] = sex[0]
	}
	for _, w := range lines(surnamesGz) {
		lx.surnames[w] = true
	}
	lx.orgs = newOrgTable(organizationsTSV)
	return lx
})

func lines(gz []byte) []string {
	return strings.Split(strings.TrimSpace(country.Unzip(gz)), "\n")
}

// particles join two capitalized parts of a name. Those of openParticles may also open one.
var (
	particles     = nlp.WordSet("de da do dos das du del della di van von der den ter ten la le el al bin ben bint ibn abu y e zu zum zur af av dela")
	openParticles = nlp.WordSet("al el as ash an ad ar at az ben bin van von de")
)

// orgHeads are words that end the name of an organization, otherHeads of a place, a work, a law or an event: a run of
// capitalized words with one of them is no person.
var (
	orgHeads = nlp.WordSet(`party ministry department council committee university bank institute agency association foundation
		union group movement front commission organization organisation federation league corporation company
		corp corp. inc inc. ltd ltd. co. plc llc bureau authority congress parliament assembly senate court tribunal
		army navy force forces corps brigade battalion police guard militia times post news journal tribune herald
		gazette telegraph press television tv radio network broadcasting media magazine review weekly college school
		academy society club airlines airways motors motor shipping electronics telecom energy oil gas petroleum industries systems technologies
		holdings partners capital securities insurance studios records church brigades command fund alliance
		coalition consortium trust center centre laboratory observatory initiative secretariat directorate service
		services office embassy administration government treasury chamber democrats republicans conservatives
		brotherhood monitor forum exchange parishad samiti morcha mahasabha hospital museum orchestra team board house`)
	otherHeads = nlp.WordSet(`street avenue road boulevard lane square bridge river lake sea ocean bay gulf strait straits canal island
		islands mountain mountains valley desert strip beach hills hill park airport port station base harbor harbour
		palace castle tower building hotel hall stadium arena garden gardens field farm camp prison jail city town
		village county province region district state republic kingdom empire peninsula coast cape mount act bill law
		code treaty agreement accord accords pact convention protocol declaration charter resolution amendment
		constitution plan doctrine war wars battle revolution crisis summit conference championship cup games
		olympics league prize award awards medal festival day week month year christmas easter ramadan eve cathedral
		mosque temple synagogue monument memorial cemetery theatre theater gallery highway tunnel railway line
		bank east west north south northern southern eastern western central middle cold world international
		operation project mission program programme policy report dialogue framework index survey study edition
		chowk divas yatra mutt mandir bhavan
		chapter section article room annex wing division dam complex reservoir crossing border zone fair expo route`)
)
