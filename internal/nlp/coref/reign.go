package coref

import (
	"strings"

	"graphload/internal/nlp"
)

// What the title before a name of one word tells of whom it means.

// otherReign reports whether a name of one word is that of a king, a queen or a pope, who goes by the first name, while a fuller name
// has it elsewhere: "King Hadi" is not Crown Prince Omar bin Hadi.
func (r *resolver) otherReign(word string, name nlp.Name, ch *chain) bool {
	if name.Title.Len() == 0 || !reigning[r.d.Lower(name.Title.To-1)] || len(ch.words) < 2 || equal(word, ch.words[0]) {
		return false
	}
	for _, n := range ch.full {
		if t := r.d.Names[n].Title; t.Len() > 0 && r.d.Lower(t.To-1) == r.d.Lower(name.Title.To-1) { // "King Gustaf Hadi"
			return false
		}
	}
	return true
}

// reigning are the titles of those who go by the first name.
var reigning = nlp.WordSet("king queen pope emperor empress")

// fits weighs how well the office before a name of one word goes with a chain: 1 where a full name has it too, -1 where an office
// of a state would be that of somebody in private life ("Ada Lind, an analyst … President Lind").
func (r *resolver) fits(name nlp.Name, ch *chain) int {
	if name.Title.Len() == 0 {
		return 0
	}
	office := readOffice(r.d.Words(name.Title)).head
	if office == "" || private[office] {
		return 0
	}
	for _, n := range ch.full {
		if t := r.d.Names[n].Title; t.Len() > 0 && readOffice(r.d.Words(t)).head == office {
			return 1
		}
	}
	const most = 5
	for _, n := range ch.full {
		k := r.d.Names[n].To
		if r.d.Word(k) != "," {
			continue
		}
		for i := k + 1; i <= k+most && i < len(r.d.Tokens) && r.d.Word(i) != ","; i++ {
			if private[r.d.Lower(i)] && bearsState([]string{strings.TrimSpace(r.d.Words(name.Title))}) {
				return -1
			}
		}
	}
	return 0
}
