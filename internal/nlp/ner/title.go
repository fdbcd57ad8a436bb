package ner

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// titleBefore returns the words of an office that end right before token i, and the country that stands before them.
func (f *finder) titleBefore(i int, s nlp.Sentence) (nlp.Range, string) {
	if title, state := f.longTitle(i, s); title.Len() > 0 {
		return title, state
	}
	d := f.d
	name := i
	i = f.beforeAcronym(i, s)
	if i-1 > s.From && d.Lower(i-1) == "and" { // the office goes on, the name does not begin
		return nlp.Range{}, ""
	}
	from, head := i, false
	state := ""
	for k := i - 1; k >= s.From; k-- {
		w := d.Lower(k)
		switch {
		case f.isPlace(k) && d.Lower(k-1) == "'s" && f.place[k].Kind == country.Name && !f.isPlace(k-2): // where somebody's office is: "the agency's Kenya director"
			return result(head, from, i, state)
		case f.isPlace(k):
			if f.place[k].Kind == country.Seat && head {
				from = k // "Kremlin spokesman": the seat belongs to the title
			}
			if state == "" && !f.destination(k, s) {
				state = f.place[k].Code
			}
			if !f.insideTitle(k, s) {
				return result(head, from, i, state)
			}
			from = k
		case nlp.Office(w), i == name && f.honorific(k, i+2):
			head = true
			from = k
		case nlp.OfficeModifier(w) || nlp.Department(w) && w != "the" && w != "and":
			from = k
		case from == k+1 && w != "-" && d.Word(k+1) == "-" && d.Lower(k+2) == "general" && startsUpper(d.Word(k)): // "Comptroller-General"
			from = k
		case from == k+1 && f.office(k, s):
			from = k
		case (w == "ministry" || w == "department") && from == k+1 && nlp.Spokesperson(d.Lower(k+1)): // "foreign ministry spokesperson"
			from = k
		case (w == ")" || w == "(" || retired[w]) && f.retired(k): // "Gen (retd) NAME"
			from = k
		case w == "-" && !d.Tokens[k].Spaced || w == "elect" && d.Word(k-1) == "-":
			from = k
		case (w == "of" || w == "for" || w == "to" || w == "and" || w == "the") && from == k+1 && !nlp.Office(d.Lower(k+1)) &&
			f.insideTitle(k, s):
			from = k
		default:
			return result(head, from, i, state)
		}
	}
	return result(head, from, i, state)
}

// beforeAcronym returns the token before the brackets right before token i in which a body's name is shortened: "head of the Fisheries
// Board (FIB) NAME"; or i where there are none.
func (f *finder) beforeAcronym(i int, s nlp.Sentence) int {
	d := f.d
	if i-4 < s.From || d.Word(i-1) != ")" || d.Word(i-3) != "(" {
		return i
	}
	if w := d.Word(i - 2); len(w) < 2 || strings.ToUpper(w) != w || !d.Tokens[i-2].Word {
		return i
	}
	return i - 3
}

// office reports whether token k begins what a minister or a secretary is of, whose name follows: "Mineral Resources Minister".
func (f *finder) office(k int, s nlp.Sentence) bool {
	const most = 4
	d := f.d
	if k == s.From && openingWord[d.Lower(k)] {
		return false
	}
	for j := k; j < min(k+most, s.To); j++ {
		if w := d.Lower(j); j > k && (w == "minister" || w == "secretary") {
			return true
		} else if !d.Tokens[j].Word || !startsUpper(d.Word(j)) || f.person[j] || nlp.Office(w) {
			return false
		}
	}
	return false
}

// destination reports whether the country at token k is one to which an ambassador is sent: "ambassador to Kenya".
func (f *finder) destination(k int, s nlp.Sentence) bool {
	for k > s.From && f.isPlace(k-1) {
		k--
	}
	if f.d.Lower(k-1) == "the" {
		k--
	}
	w := f.d.Lower(k - 1)
	return w == "to" && f.insideTitle(k-1, s) || (w == "for" || w == "in") && nlp.Sent(f.d.Lower(k-2))
}

// insideTitle reports whether an office stands shortly before token k with nothing but words of a title between:
// "Secretary [of] State", "Minister of Foreign Affairs [of] Norway".
func (f *finder) insideTitle(k int, s nlp.Sentence) bool {
	for j := k - 1; j >= s.From && j >= k-5; j-- {
		w := f.d.Lower(j)
		if nlp.Office(w) {
			return true
		}
		if !(nlp.Department(w) || w == "of" || w == "for" || w == "to" || f.isPlace(j)) {
			return false
		}
	}
	return false
}

// result trims a title to what begins with a word of it.
func result(head bool, from, to int, state string) (nlp.Range, string) {
	if !head {
		return nlp.Range{}, ""
	}
	return nlp.Range{From: from, To: to}, state
}

// afterDepartment reports whether the words before token i are an office with "of" or "for" and a department.
func (f *finder) afterDepartment(title nlp.Range, i int) bool {
	for k := title.From; k < i; k++ {
		if w := f.d.Lower(k); w == "of" || w == "for" {
			return true
		}
	}
	return false
}

// skipDepartments returns where the name begins in what follows "Minister of", "Envoy for": at a first name where
// there is one, else at the last two words.
func (f *finder) skipDepartments(c nlp.Range) int {
	from := c.From
	for from < c.To-1 && nlp.Department(f.d.Lower(from)) && f.lx.first[f.d.Word(from)] == 0 {
		from++
	}
	if c.To-from <= 2 {
		return from
	}
	for k := from; k < c.To-1; k++ {
		if f.lx.first[f.d.Word(k)] != 0 {
			return k
		}
	}
	return from
}
