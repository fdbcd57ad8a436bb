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
	if _, body := country.Body(words); body {
		return true
	}
	if _, organ := country.Organ(words); organ {
		return true
	}
	if _, party := country.Party(words); party || bodyOpeners[d.Word(c.From)] && c.Len() > 1 {
		return true
	}
	if next := d.Lower(c.To); (next == "family" || next == "clan" || next == "dynasty" || next == "tribe") && c.Len() > 1 && particles[strings.ToLower(d.Word(c.From))] {
		return true
	}
	return f.saint(c) || f.thingBefore(c.From) || f.apposedThing(c.To) || f.heads(c) || f.markedThing(c)
}

// saint reports whether a name is that of a saint, whose day, church or town it stands for: "St. Brannoc's Day". A surname like it
// has a first name before it somewhere.
func (f *finder) saint(c nlp.Range) bool {
	d := f.d
	if w := d.Word(c.From); w != "St" && w != "St." && w != "Saint" {
		return false
	}
	last := d.Word(c.To - 1)
	for i := 1; i+1 < len(d.Tokens); i++ {
		if w := d.Word(i); (w == "St" || w == "St." || w == "Saint") && startsUpper(d.Word(i-1)) && i-1 != d.SentenceOf(i).From &&
			(d.Word(i+1) == last || d.Word(i+2) == last) {
			return false
		}
	}
	return true
}

// markedThing reports whether a mark of ships, a firm's sign or words before a name say that it is a thing's or a place's: "MV NAME",
// "residents of NAME", "the road to NAME".
func (f *finder) markedThing(c nlp.Range) bool {
	d := f.d
	if c.Len() > 1 && units[d.Word(c.From)] {
		return true
	}
	if c.Len() > 1 && (stormWords[d.Lower(c.From)] && c.Len() == 2 || hullMarks[d.Word(c.From)]) {
		return true
	}
	if c.From == 0 || d.Tokens[c.From-1].Sentence != d.Tokens[c.From].Sentence {
		return false
	}
	switch before := d.Word(c.From - 1); before {
	case "&":
		return c.Len() == 1 && startsUpper(d.Word(c.From-2))
	case "of":
		return placeHeads[d.Lower(c.From-2)]
	case "to":
		return ways[d.Lower(c.From-2)]
	default:
		return hullMarks[before]
	}
}

// apposedThing reports whether an apposition behind a name, at token i, says that it is a thing's: ", a bulk carrier,".
func (f *finder) apposedThing(i int) bool {
	const most = 5
	d := f.d
	if d.Word(i) != "," || d.Lower(i+1) != "a" && d.Lower(i+1) != "an" && d.Lower(i+1) != "the" {
		return false
	}
	head := ""
	for k := i + 2; k < i+2+most; k++ {
		w := d.Word(k)
		if !startsLower(w) || endsHead[w] {
			break
		}
		head = w
	}
	return namedThings[head] && head != "ships" || apposedThings[head]
}

// heads reports whether a name stands before the office of one who heads it, and his own name: "NAME president Ada Lind". An aide,
// a lawyer or a spokesman may be a person's.
func (f *finder) heads(c nlp.Range) bool {
	const most = 6 // words of an office
	d := f.d
	if !headsFirm[d.Lower(c.To)] || c.Len() < 2 {
		return false
	}
	for k := c.To + 1; k < c.To+most; k++ {
		if w := d.Word(k); startsUpper(w) && !nlp.Office(d.Lower(k)) && !nlp.OfficeModifier(d.Lower(k)) {
			return !f.isPlace(k) && d.Tokens[k].Word && startsUpper(d.Word(k+1))
		} else if !d.Tokens[k].Word {
			return false
		}
	}
	return false
}

// thingBefore reports whether a word right before token i, or before a comma and "the", says that a thing's name follows.
func (f *finder) thingBefore(i int) bool {
	d := f.d
	s := d.SentenceOf(i)
	k := i - 1
	if d.Lower(k) == "the" && d.Word(k-1) == "," {
		k -= 2
	}
	if d.Word(k) == "," { // "the Skerry News Agency, NAME"
		return k > s.From && (d.Word(k-1) == "Agency" || d.Word(k-1) == "agency")
	}
	return k >= s.From && namedThings[d.Lower(k)]
}

// spokenFor reports whether a single word that no list of names has stands before the office of one who speaks for it or heads it, and
// that one's name: "Skerrifin spokesperson Ada Lind".
func (f *finder) spokenFor(i int) bool {
	w, next := f.d.Word(i), f.d.Lower(i+1)
	if !nlp.Spokesperson(next) && next != "ceo" && next != "president" && next != "chairman" {
		return false
	}
	return f.lx.first[w] == 0 && !f.lx.surnames[w] && !f.surname[nlp.Fold(w)] && startsUpper(f.d.Word(i+2)) && startsUpper(f.d.Word(i+3))
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
		newspaper daily weekly tabloid magazine broadcaster channel outlet militia conglomerate airline startup start-up
		tug ketch broadsheet brand shipowner shipbuilder operation goddess deity god`)
	// bodyOpeners are words with which the names of armed groups and of banks begin.
	bodyOpeners = map[string]bool{"Kataib": true, "Kata'ib": true, "Kata’ib": true, "Liwa": true, "Jaish": true, "Jaysh": true, "Harakat": true, "Hizb": true,
		"Jabhat": true, "Lashkar": true, "Hashd": true, "Asaib": true, "Saraya": true, "Jamaat": true, "Jemaah": true, "Boko": true, "Katibat": true, "Banque": true, "Banco": true}
	apposedThings = nlp.WordSet("village hamlet town suburb port company firm lender insurer airline carmaker magazine weekly website river island")
	units         = nlp.WordSet("MW GW kW MWh GWh km kg cm mm sq ft")
	hullMarks     = nlp.WordSet("MV MS SS HMS USS USNS HMAS HMCS HMNZS INS RMS RV FV MT")
	stormWords    = nlp.WordSet("hurricane typhoon cyclone storm operation")
	placeHeads    = nlp.WordSet(`university college bank port bay gulf strait straits city town village hamlet province district diocese archdiocese county region
		island isle battle treaty residents outskirts streets villagers suburb suburbs coast fishermen`)
	endsHead  = nlp.WordSet("of in that which who near on with for to from at by and or owned built whose")
	ways      = nlp.WordSet("road roads bridge train trains bus ferry route border highway")
	headsFirm = nlp.WordSet("president chairman chairwoman chairperson chief ceo cfo head director managing founder co-founder manager economist analyst strategist executive vice")
)
