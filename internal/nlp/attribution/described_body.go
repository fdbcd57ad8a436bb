package attribution

import (
	"slices"
	"strings"

	"graphload/internal/nlp"
)

// ofBody gives a description by the body of which somebody is, "the CDP president", "the LDU's chief executive", to the one of whom the text
// tells that body beside the name, "NAME, head of the Coastal Democratic Party", and reports whether it has.
func (f *finder) ofBody(s *nlp.Source, np nlp.Range) bool {
	d, core := f.d, f.coreOf(np)
	for core.Len() > 0 && !d.Tokens[core.To-1].Word {
		core.To--
	}
	if core.Len() < 2 || f.units[f.unitOf[np.From]].title {
		return false
	}
	head := d.Lower(core.To - 1)
	if !nlp.Human(head) && !nlp.Office(head) || unspecific[head] || spokesNouns[head] || nlp.Spokesperson(head) || f.person[core.To-1] > 0 || f.nameOf[core.To-1] > 0 && !strings.EqualFold(head, "president") {
		return false
	}
	body := nlp.Range{From: core.From, To: core.To - 1}
	own := false
	for i := body.From; i < body.To; i++ {
		if d.Lower(i) == "'s" {
			body.To, own = i, true
			break
		}
	}
	if !own && !f.definite(np) {
		return false
	}
	if d.Lower(body.From) == "the" {
		body.From++
	}
	for body.From < body.To && !f.upper(body.From) { // "the main opposition CDP president"
		body.From++
	}
	for !own && body.Len() > 1 && !f.upper(body.To-1) { // "the CDP deputy president"
		body.To--
	}
	if body.Len() == 0 || !f.allUpper(body) || f.placeOf[body.From] > 0 || f.person[body.From] > 0 || f.introduced(np, head) {
		return false
	}
	who, at, office := -1, -1, false // office: by the very office
	for p, c := range d.People {
		if f.namedBeside(p, np, np.From) || womanly(head) && c.Sex == 'M' || manly(head) && c.Sex == 'F' {
			continue
		}
		last := f.lastNamed(p, np.From)
		same := titledSo(c, head)
		if last >= 0 && (same && !office || same == office && last > at) && slices.ContainsFunc(c.Mentions, func(m nlp.Mention) bool { return m.Name >= 0 && m.From < np.From && f.tellsBody(m, body) }) {
			who, at, office = p, last, same
		}
	}
	if who < 0 {
		return false
	}
	s.Kind, s.Key, s.Chain = nlp.PersonSource, "", who
	return true
}

// tellsBody reports whether the words around a name tell a body: in the title and what stands before it, in an apposition, or behind "of" and
// "from".
func (f *finder) tellsBody(m nlp.Mention, body nlp.Range) bool {
	const before, behind = 8, 16
	d := f.d
	sentence := d.SentenceOf(m.From)
	from := m.From
	for from > sentence.From && from > m.From-before && (d.Tokens[from-1].Word || strings.ContainsAny(d.Word(from-1), "()-")) && f.quoteOf[from-1] == 0 && (f.person[from-1] == 0 || f.inTitle[from-1]) && !f.verb(from-1) {
		from--
	}
	if f.hasBody(nlp.Range{From: from, To: m.From}, body) {
		return true
	}
	if w := d.Lower(m.To); m.To >= sentence.To || w != "," && w != "of" && w != "from" && w != "(" {
		return false
	}
	to := m.To + 1
	for to < sentence.To && to < m.To+behind && f.quoteOf[to] == 0 && d.Word(to) != "," && d.Word(to) != ";" && (f.person[to] == 0 || f.nameOf[to] == 0) && !f.verb(to) {
		to++
	}
	return f.hasBody(nlp.Range{From: m.To + 1, To: to}, body)
}

// hasBody reports whether words have a body's name, or one of which it is the initials.
func (f *finder) hasBody(r, body nlp.Range) bool {
	d, name := f.d, f.d.Words(body)
	for i := r.From; i < r.To; i++ {
		if i+body.Len() <= r.To && d.Words(nlp.Range{From: i, To: i + body.Len()}) == name {
			return true
		}
		if body.Len() > 1 || !acronym(name) || !f.upper(i) {
			continue
		}
		letters := ""
		for k := i; k < r.To && (f.upper(k) || joins[d.Lower(k)]); k++ {
			if f.upper(k) {
				letters += d.Word(k)[:1]
			}
			if letters == name {
				return true
			}
		}
	}
	return false
}
