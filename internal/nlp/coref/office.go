package coref

import (
	"strings"

	"graphload/internal/nlp"
)

// office is what the words of an office tell, so that "the PM" leads to a prime minister and "the minister" does not.
type office struct {
	head    string          // the last noun of an office: "minister"
	prime   bool            // of a prime minister, however written
	second  bool            // of a vice president or a deputy
	former  bool            // of one who has it no more
	portion map[string]bool // what the office is of: "foreign", "interior"
}

// readOffice reads an office with or without an article and a country.
func readOffice(words string) office {
	o := office{portion: map[string]bool{}}
	if strings.Contains(strings.ToLower(words), "head of state") {
		o.head = "head of state"
		return o
	}
	for _, w := range strings.Fields(strings.ToLower(words)) {
		switch w {
		case "pm", "premier":
			o.head, o.prime = "minister", true
		case "fm":
			o.head = "minister"
			o.portion["foreign"] = true
		case "prime":
			o.prime = true
		case "former", "ex", "ousted", "deposed":
			o.former = true
		case "vice", "deputy", "vice-president":
			o.second = true
			if w == "vice-president" {
				o.head = "president"
			}
		default:
			if nlp.Office(w) && !nlp.FormOfAddress(w) {
				o.head = w
			} else if portfolios[w] {
				o.portion[w] = true
			}
		}
	}
	return o
}

// standsFor reports whether an office that is named again may be the one of a title: the same head, and nothing that the title
// does not have. "The minister" may be the foreign minister, "the interior minister" not.
func (o office) standsFor(title office) bool {
	if o.head == "head of state" {
		return headsOfState[title.head] && !title.second
	}
	if o.head == "" || o.head != title.head || o.prime != title.prime && o.head == "minister" ||
		o.second != title.second && (o.second || o.head == "president" || o.prime) {
		return false
	}
	for w := range o.portion {
		if !title.portion[w] {
			return false
		}
	}
	return true
}

// headsOfState are offices that make a head of state.
var headsOfState = nlp.WordSet("president king queen emir sultan emperor pope")

// portfolios are the words that part the ministers and secretaries of a government.
var portfolios = nlp.WordSet(`foreign interior home finance defense defence trade energy justice health education agriculture
	transport economy environment labor labour commerce treasury culture industry information tourism sports water oil housing`)
