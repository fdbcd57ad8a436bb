package extract

import (
	"graphload/internal/news"
)

// appositions puts the names behind a role in its place ("the leaders of Latvia and Estonia, NAME and NAME,") and makes
// the role behind a name part of its phrase ("NAME, the Chilean minister,").
func (f *meetingFinder) appositions() {
	var out []phrase
	for n := 0; n < len(f.phrase); n++ {
		p := f.phrase[n]
		if w := f.d.Lower(p.To); p.role && !p.owner && (w == "to" || w == "for") { // "the ambassador to the United Nations, NAME,"
			if to := f.pastModifiers(p.To); f.d.Word(to) == "," && f.nameFrom(to+1) >= 0 {
				for n+1 < len(f.phrase) && f.phrase[n+1].To <= to {
					n++
				}
				p.To = to
			}
		}
		if (p.role || p.anaphor) && !p.owner && f.d.Word(p.To) == "," {
			m := n
			var people []party
			to := p.To
			for m+1 < len(f.phrase) && f.phrase[m+1].From == to+1 && f.phrase[m+1].full && f.allPeople(f.phrase[m+1]) && !f.phrase[m+1].owner &&
				(m == n || f.d.Lower(to) == "and" || f.d.Word(to) == ",") {
				m++
				people = append(people, f.phrase[m].parties...)
				to = f.phrase[m].To
			}
			if m > n && f.closes(to) {
				p.parties, p.role, p.anaphor, p.full = people, false, false, true
				p.To = f.pastComma(to)
				n = m
			}
		}
		if p.full && !p.owner && n+1 < len(f.phrase) && f.allPeople(p) && f.d.Word(p.To) == "," {
			if q := f.phrase[n+1]; q.From == p.To+1 && !q.owner && (q.role || len(q.parties) == 1 && indexOf(p.parties, q.parties[0]) >= 0 && f.nameOf[q.To-1] == 0) {
				if to := f.pastModifiers(q.To); f.closes(to) {
					p.To = f.pastComma(to)
					n++
				}
			}
		}
		out = append(out, p)
	}
	f.phrase = out
}

func (f *meetingFinder) allPeople(p phrase) bool {
	for _, x := range p.parties {
		if x.ref.Type != news.RefPerson {
			return false
		}
	}
	return len(p.parties) > 0
}
