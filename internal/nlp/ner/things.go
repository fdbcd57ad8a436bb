package ner

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// What is printed like a person's name and is that of a ship, a storm, a newspaper, a militia or a firm.

// namesThing reports whether what looks like a person's name is that of a thing or a body, by the words around or its own:
// "the freighter NAME", "his boat, the NAME", "the daily NAME", "NAME & Sons".
func (f *finder) namesThing(c nlp.Range) bool {
	d := f.d
	if next := d.Word(c.To); next == "&" || next == "+" || next == "and" && firmTail[d.Lower(c.To+1)] && startsUpper(d.Word(c.To+1)) {
		return true
	}
	words := strings.ReplaceAll(d.Words(c), "’", "'")
	if nlp.Newspaper(words) && (c.Len() > 1 || f.lx.first[words] == 0 && !f.lx.surnames[words]) {
		return true
	}
	if _, party := country.Party(words); party || bodyOpeners[d.Word(c.From)] && c.Len() > 1 {
		return true
	}
	if next := d.Lower(c.To); (next == "family" || next == "clan" || next == "dynasty" || next == "tribe") && c.Len() > 1 && particles[strings.ToLower(d.Word(c.From))] {
		return true
	}
	return f.thingBefore(c.From)
}

// thingBefore reports whether a word right before token i, or before a comma and "the", says that a thing's name follows.
func (f *finder) thingBefore(i int) bool {
	d := f.d
	s := d.SentenceOf(i)
	k := i - 1
	if d.Lower(k) == "the" && d.Word(k-1) == "," {
		k -= 2
	}
	return k >= s.From && namedThings[d.Lower(k)]
}

// readThings reads the single words that the text says to be the names of things: after "Typhoon Rosalind" Rosalind is a storm.
func (f *finder) readThings() {
	f.thing = map[string]bool{}
	for i := 1; i < len(f.d.Tokens); i++ {
		w := f.d.Word(i)
		if startsUpper(w) && f.thingBefore(i) && !startsUpper(f.d.Word(i+1)) {
			f.thing[w] = true
		}
	}
}

var (
	firmTail    = nlp.WordSet("sons daughters company co co. brothers partners associates")
	namedThings = nlp.WordSet(`freighter tanker trawler ferry frigate destroyer submarine yacht tugboat vessel ship ships steamer liner icebreaker
		corvette barge schooner carrier warship boat dinghy lifeboat hurricane typhoon cyclone storm asteroid comet satellite rover telescope rocket
		restaurant café cafe pub bookshop racehorse horse hospital school novel film opera play album song ballet musical
		newspaper daily weekly tabloid magazine broadcaster channel outlet militia conglomerate airline startup start-up`)
	// bodyOpeners are words with which the names of armed groups begin.
	bodyOpeners = map[string]bool{"Kataib": true, "Kata'ib": true, "Kata’ib": true, "Liwa": true, "Jaish": true, "Jaysh": true, "Harakat": true, "Hizb": true,
		"Jabhat": true, "Lashkar": true, "Hashd": true, "Asaib": true, "Saraya": true, "Jamaat": true, "Jemaah": true, "Boko": true, "Katibat": true}
)
