package ner

import "graphload/internal/nlp"

// longTitle reads an office of many words that ends right before token i, which reading word by word breaks off: "the Chilean
// Minister of Interior and Municipalities NAME", "Ambassador Extraordinary and Plenipotentiary of Chile to Peru NAME". It
// returns the country for which its bearer acts too; the title is empty where there is none.
func (f *finder) longTitle(i int, s nlp.Sentence) (title nlp.Range, state string) {
	const most = 16
	d := f.d
	sure := f.seenBegins(i)
	i = f.beforeAcronym(i, s)
	for k := i - 1; k >= s.From && k > i-most; k-- {
		w := d.Lower(k)
		if (stateHeads[w] || bodyHeads[w] || sure && ledBodies[w]) && k+1 < i && (titleJoins[d.Lower(k+1)] || d.Lower(k+1) == "extraordinary") && d.Lower(k+1) != "'s" {
			if last := d.Lower(i - 1); titleJoins[last] || f.isPlace(i-1) && k+3 > i-1 {
				return nlp.Range{}, ""
			}
			title, state = f.stateOffice(k, i, s)
			if !stateHeads[w] && d.Lower(k+2) != "parliament" && !f.isPlace(k+2) { // of a body: whose it is, its name does not say
				state = ""
			}
			return title, state
		}
		if f.person[k] || !titleJoins[w] && !startsUpper(d.Word(k)) && !houseWords[w] && !(w == "in" && (houseWords[d.Lower(k+1)] || d.Lower(k+1) == "the")) {
			break
		}
	}
	return nlp.Range{}, ""
}

// stateOffice returns the office whose head is at token head and that ends before token to, with its country: what stands
// before it, else the first within it that is not where somebody is sent.
func (f *finder) stateOffice(head, to int, s nlp.Sentence) (title nlp.Range, state string) {
	d := f.d
	from := head
	for from > s.From && (nlp.OfficeModifier(d.Lower(from-1)) || nlp.Department(d.Lower(from-1)) && !titleJoins[d.Lower(from-1)]) {
		from--
	}
	title = nlp.Range{From: from, To: to}
	if from > s.From && f.isPlace(from-1) {
		return title, f.place[from-1].Code
	}
	if d.Lower(from-1) == "'s" { // whose it is, the chains of people tell
		return title, ""
	}
	for k := head; k < to; k++ {
		if f.isPlace(k) && !f.destination(k, s) {
			return title, f.place[k].Code
		}
	}
	return title, ""
}

var (
	// stateHeads are heads of offices that only states and their provinces have.
	stateHeads = nlp.WordSet("minister secretary undersecretary under-secretary ambassador consul envoy governor ruler")
	// bodyHeads are heads of offices that bodies of all kinds have.
	bodyHeads = nlp.WordSet("member chairman chairwoman chairperson")
	// ledBodies are others of them, behind whose body rather another word of its name than a person's stands.
	ledBodies = nlp.WordSet("head director president director-general secretary-general administrator rector coordinator speaker leader")
	// houseWords stand in the office of who leads the opposition in a house.
	houseWords = nlp.WordSet("parliament senate assembly opposition")
	titleJoins = nlp.WordSet("of for and the & to 's")
)
